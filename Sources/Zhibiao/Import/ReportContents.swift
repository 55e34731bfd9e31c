// From a file's bytes to its text: what format it is, what turns that into text, and every way it can be no report.
import ReportText

/// A report's text and where it is from.
public struct ReportContents: Sendable {
    /// The decoded text.
    public var text: ReportText
    /// The program that made the text out of another format, with its version: `pdftotext 22.12.0`; nil when the file is text itself.
    public var converter: String?
}

extension ReportFile {
    /// What an archive may unpack to, in bytes.
    static let maximumUnpacked = 512 << 20

    /// The text, converted where the file is no text.
    /// - Throws: ``ZhibiaoError`` when there is none, with the reason.
    public func contents() throws -> ReportContents {
        if bytes.isEmpty { throw ZhibiaoError(.reportEmpty(path: path)) }
        let format = ReportFormat(bytes)
        switch format {
        case .text: return ReportContents(text: try decoded(bytes, as: encoding), converter: nil)
        case .pdf: return try pdf()
        case .docx, .odt, .epub: return try office(format)
        case .rtf:
            let text = try RTFReader.text(bytes, path: path)
            return try converted(Array(text.utf8), by: "zhibiao \(ToolVersion.current)", from: "RTF", advice: "it may hold pictures only")
        case .damagedArchive: throw ZhibiaoError(.reportTruncated(path: path, format: "zip archive (.docx, .odt, .epub)"))
        case .encryptedArchive: throw ZhibiaoError(.reportEncrypted(path: path))
        case .other(let name, let advice): throw ZhibiaoError(.reportUnsupported(path: path, format: name, advice: advice))
        }
    }

    private func pdf() throws -> ReportContents {
        guard PDFEnd.isThere(bytes) else {
            throw ZhibiaoError(.reportTruncated(path: path, format: "PDF"))
        }
        let (output, version) = try Converter.pdf.convert(bytes, path: path, limits: limits)
        return try converted(output, by: version, from: "PDF", advice: "it may hold scanned pages; recognise their text first")
    }

    private func office(_ format: ReportFormat) throws -> ReportContents {
        var bytes = bytes
        let archive: ZipArchive
        do { archive = try ZipArchive(bytes) } catch { throw ZhibiaoError(.reportTruncated(path: path, format: "zip archive")) }
        guard archive.unpackedSize <= Self.maximumUnpacked else {
            throw ZhibiaoError(.reportUnpacksTooLarge(path: path, bytes: archive.unpackedSize))
        }
        let name: String
        switch format {
        case .odt:
            name = "odt"
            bytes = try withoutHeaderRows(archive)
        case .epub: name = "epub"
        default:
            name = "docx"
            do { bytes = try WordNumbers.writtenOut(archive) } catch {
                throw ZhibiaoError(.reportTruncated(path: path, format: "Word file"))
            }
        }
        let (output, version) = try Converter.pandoc(from: name, limits: limits).convert(bytes, path: path, limits: limits)
        return try converted(output, by: version, from: name, advice: "it may hold pictures only")
    }

    /// pandoc leaves out the rows that an OpenDocument table marks as its header: the marks are taken out, the rows stay.
    private func withoutHeaderRows(_ archive: ZipArchive) throws -> [UInt8] {
        guard let member = archive.member("content.xml") else {
            throw ZhibiaoError(.reportTruncated(path: path, format: "OpenDocument text"))
        }
        var content: [UInt8]
        do { content = try archive.unpack(member) } catch { throw ZhibiaoError(.reportTruncated(path: path, format: "OpenDocument text")) }
        for mark in ["<table:table-header-rows>", "</table:table-header-rows>"] {
            let mark = Array(mark.utf8)
            var kept: [UInt8] = []
            kept.reserveCapacity(content.count)
            var i = 0
            while i < content.count {
                if content[i] == 0x3C, content[i...].starts(with: mark) {
                    i += mark.count
                } else {
                    kept.append(content[i])
                    i += 1
                }
            }
            content = kept
        }
        return archive.replacing("content.xml", with: content)
    }

    /// A converter's output as text.
    private func converted(_ output: [UInt8], by converter: String, from format: String, advice: String) throws -> ReportContents {
        guard output.contains(where: { $0 > 0x20 }) else {
            throw ZhibiaoError(.reportHasNoText(path: path, format: format, advice: advice))
        }
        return ReportContents(text: try decoded(output, as: .utf8), converter: converter)
    }

    private func decoded(_ bytes: [UInt8], as encoding: TextEncoding?) throws -> ReportText {
        do {
            return try ReportText(decoding: bytes, as: encoding)
        } catch {
            switch error {
            case .empty: throw ZhibiaoError(.reportEmpty(path: path))
            case .binary(let offset): throw ZhibiaoError(.reportBinary(path: path, offset: offset))
            case .invalid(let encoding, let offset): throw ZhibiaoError(.reportBadText(path: path, encoding: encoding, offset: offset))
            case .unknownEncoding(let offset): throw ZhibiaoError(.reportUnknownEncoding(path: path, offset: offset))
            case .noConverter(let encoding): throw ZhibiaoError(.reportEncodingMissing(path: path, encoding: encoding))
            }
        }
    }
}
