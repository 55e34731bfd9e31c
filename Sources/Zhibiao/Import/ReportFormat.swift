// What kind of file a report is: by its content, not by its name.

/// A kind of file, as far as reading it differs.
enum ReportFormat: Equatable {
    /// Plain text, Markdown or HTML.
    case text
    case pdf
    case docx
    case odt
    case epub
    case rtf
    /// A format that is not read: what it is, and what to do about it.
    case other(name: String, advice: String)
    /// A zip archive that is cut short or contradicts itself.
    case damagedArchive
    /// A zip archive with a password.
    case encryptedArchive

    init(_ bytes: [UInt8]) {
        if bytes.starts(with: "%PDF-".utf8) || Self.hasLatePDFHeader(bytes) {
            self = .pdf
        } else if bytes.starts(with: "{\\rtf".utf8) {
            self = .rtf
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = Self.archive(bytes)
        } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            let hasPassword = Self.contains(bytes, Array("EncryptedPackage".utf8.flatMap { [$0, 0] }))
            self =
                hasPassword
                ? .other(name: "an Office file with a password", advice: "save it without one")
                : .other(name: "an old Office file (.doc, .xls, .ppt)", advice: "save it as .docx, .pdf or text")
        } else if bytes.starts(with: [0x1F, 0x8B]) || bytes.starts(with: "Rar!".utf8) || bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF]) {
            self = .other(name: "a packed file", advice: "unpack it first")
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) || bytes.starts(with: "GIF8".utf8)
        {
            self = .other(name: "a picture", advice: "recognise its text first")
        } else if bytes.starts(with: "SQLite format 3\0".utf8) {
            self = .other(name: "an SQLite database", advice: "import reports, not databases")
        } else {
            self = .text
        }
    }

    /// Some programs put a few bytes in front of a PDF's header.
    private static func hasLatePDFHeader(_ bytes: [UInt8]) -> Bool {
        guard bytes.prefix(16).contains(0x25) else { return false }
        return contains(Array(bytes.prefix(64)), Array("%PDF-1.".utf8))
    }

    private static func archive(_ bytes: [UInt8]) -> ReportFormat {
        let archive: ZipArchive
        do { archive = try ZipArchive(bytes) } catch .encrypted { return .encryptedArchive } catch { return .damagedArchive }
        if let mimetype = archive.member("mimetype"), mimetype.size < 100, let type = try? archive.unpack(mimetype) {
            switch String(decoding: type, as: UTF8.self).prefix(while: { $0 != "\n" && $0 != "\r\n" }) {
            case "application/epub+zip": return .epub
            case "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.text-template": return .odt
            case let type where type.hasPrefix("application/vnd.oasis.opendocument"):
                return .other(name: "an OpenDocument file that is no text", advice: "save it as .csv, .pdf or text")
            default: break
            }
        }
        if archive.members.contains(where: { $0.name.hasPrefix("word/") }) { return .docx }
        for (part, name) in [("xl/", "an Excel workbook"), ("ppt/", "a PowerPoint file")] {
            if archive.members.contains(where: { $0.name.hasPrefix(part) }) { return .other(name: name, advice: "save it as .pdf or text") }
        }
        return .other(name: "a zip archive", advice: "unpack it first")
    }

    /// Whether `part` stands anywhere in `bytes`.
    static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
        guard let first = part.first else { return true }
        var i = 0
        while let found = bytes[i...].firstIndex(of: first) {
            if bytes[found...].starts(with: part) { return true }
            i = found + 1
        }
        return false
    }
}
