// A report that is read and waits to be stored.
import Figures
import ReportText
import Vocabulary

/// All that the database keeps of a report.
public struct PreparedReport: Sendable {
    /// The path as given.
    public let path: String
    /// Of the file's bytes, 64 hexadecimal digits.
    public let sha256: String
    /// The decoded text.
    public let text: ReportText
    /// Given, described beside the file, or found in the text. What is still nil is what the extractor finds.
    public let metadata: ReportMetadata
    /// As in ``ReportContents``.
    public let converter: String?
    /// The title where nobody knows one.
    let fallbackTitle: String
    let findings: Findings
    /// What it was read with.
    let vocabulary: VocabularyTables

    /// What is in the text.
    enum Findings: Sendable {
        case whole(Extraction)
        /// To be looked for when it is stored, as it would take too much memory at once.
        case pending(Extractor)
    }

    /// A text of more characters is gone through piece by piece while it is stored.
    static let largest = 8_000_000

    /// Calls `body` with what is in the text, in one piece or several.
    func forEachPiece(_ body: (Extraction) throws -> Void) throws {
        switch findings {
        case .whole(let extraction): try body(extraction)
        case .pending(let extractor): try extractor.extract(text, year: metadata.year, inPieces: body)
        }
    }
}

extension PreparedReport.Findings {
    /// Reads `text` now, or later when it is large.
    init(_ text: ReportText, year: Int?, by extractor: Extractor) {
        self = text.scalars.count > PreparedReport.largest ? .pending(extractor) : .whole(extractor.extract(text, year: year))
    }
}

extension ReportFile {
    /// Reads the text and what is in it.
    /// - Throws: as ``contents()``.
    public func prepared(by extractor: Extractor) throws -> PreparedReport {
        let contents = try contents()
        return prepared(contents, .init(contents.text, year: metadata.year, by: extractor), sha256: sha256, extractor.tables)
    }

    /// A report whose text has been read.
    func prepared(
        _ contents: ReportContents, _ findings: PreparedReport.Findings, sha256: String, _ vocabulary: VocabularyTables = .builtIn
    ) -> PreparedReport {
        PreparedReport(
            path: path, sha256: sha256, text: contents.text, metadata: metadata.filled(from: .found(in: contents.text)),
            converter: contents.converter, fallbackTitle: fallbackTitle, findings: findings, vocabulary: vocabulary)
    }
}
