// A report that is read and waits to be stored.
import Figures
import ReportText

/// All that the database keeps of a report.
public struct PreparedReport: Sendable {
    /// The path as given.
    public var path: String
    /// Of the file's bytes, 64 hexadecimal digits.
    public var sha256: String
    public var text: ReportText
    public var extraction: Extraction
    /// Given, described beside the file, or found in the text; the title is never nil.
    public var metadata: ReportMetadata
    /// As in ``ReportContents``.
    public var converter: String?
}

extension ReportFile {
    /// Reads the text and what is in it.
    /// - Throws: as ``contents()``.
    public func prepared(by extractor: Extractor) throws -> PreparedReport {
        let contents = try contents()
        let extraction = extractor.extract(contents.text, year: metadata.year)
        return prepared(contents, extraction, sha256: sha256)
    }

    /// A report whose text has been read.
    func prepared(_ contents: ReportContents, _ extraction: Extraction, sha256: String) -> PreparedReport {
        let inText = ReportMetadata(title: extraction.title, year: extraction.year).filled(from: .found(in: contents.text))
        var known = metadata.filled(from: inText)
        known.title = known.title ?? fallbackTitle
        return PreparedReport(
            path: path, sha256: sha256, text: contents.text, extraction: extraction, metadata: known, converter: contents.converter)
    }
}
