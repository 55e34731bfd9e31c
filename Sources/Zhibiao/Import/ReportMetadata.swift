// What is known of a report besides its text: given by options, by a file beside it, or found in the text itself.
import ReportText
import Vocabulary

/// A report's description. Whatever is nil is looked for elsewhere.
public struct ReportMetadata: Sendable, Equatable {
    /// The report's title.
    public var title: String?
    /// The year the report is about.
    public var year: Int?
    /// Who published it.
    public var publisher: String?
    /// Who wrote it.
    public var author: String?
    /// The author's organisation.
    public var affiliation: String?

    /// What is known of a report; nil for what is not.
    public init(title: String? = nil, year: Int? = nil, publisher: String? = nil, author: String? = nil, affiliation: String? = nil) {
        self.title = title
        self.year = year
        self.publisher = publisher
        self.author = author
        self.affiliation = affiliation
    }

    /// This description with its gaps filled from another.
    public func filled(from other: ReportMetadata) -> ReportMetadata {
        ReportMetadata(
            title: title ?? other.title, year: year ?? other.year, publisher: publisher ?? other.publisher, author: author ?? other.author,
            affiliation: affiliation ?? other.affiliation)
    }

    // MARK: A file beside the report

    /// What follows a report's path in the path of its description.
    public static let sidecarSuffix = ".meta.csv"

    /// The description in `REPORT.meta.csv` beside a report: a CSV table with the columns `field` and `value`, a row for each of
    /// title, year, publisher, author, affiliation that is known. Empty when there is no such file.
    /// - Throws: ``ZhibiaoError`` when it cannot be read or says something else.
    static func sidecar(of path: String) throws -> ReportMetadata {
        let path = path + sidecarSuffix
        guard case .file = FileKind(path) else { return ReportMetadata() }
        func fail(_ problem: String) -> ZhibiaoError { ZhibiaoError(.badSidecar(path: path, problem: problem)) }
        let text: ReportText
        do {
            text = try ReportText(decoding: readBytes(path, maximum: 1 << 20))
        } catch is TextDecodingError {
            throw fail("is no text; write a CSV table with the columns field,value")
        } catch {
            throw fail("cannot be read; check its permissions")
        }
        let table: SeedTable
        do { table = try SeedTable(csv: Array(text.string.utf8), name: path) } catch let error as SeedTable.ParseError {
            throw fail("line \(error.line): \(error.problem)")
        }
        guard table.columns == ["field", "value"] else { throw fail("its first line should be: field,value") }
        var metadata = ReportMetadata()
        for row in table.rows {
            guard let value = row[1].isEmpty ? nil : row[1] else { continue }
            switch row[0] {
            case "title": metadata.title = value
            case "publisher": metadata.publisher = value
            case "author": metadata.author = value
            case "affiliation": metadata.affiliation = value
            case "year":
                guard let year = Int(value), (1000...9999).contains(year) else { throw fail("“\(value)” is no year; write four digits") }
                metadata.year = year
            default: throw fail("the field “\(row[0])” is none of title, year, publisher, author, affiliation")
            }
        }
        return metadata
    }

    // MARK: The text itself

    /// What lines such as 作者：…, 来源：… at the start and end of a text say. Labels are in seeds/metadata.csv.
    static func found(in text: ReportText) -> ReportMetadata {
        var metadata = ReportMetadata()
        guard let table = try? SeedTable.embedded("metadata") else { return metadata }
        let labels = table.rows.map { (label: $0[0].unicodeScalars.map(\.value), field: $0[1]) }
        for line in edgeLines(of: text.scalars) {
            let words = text.scalars[line].filter { !$0.isBlank && $0 != 0x2A }
            guard let colon = words.firstIndex(where: { $0.halfwidth == 0x3A }), colon <= 8 else { continue }
            let label = Array(words[..<colon])
            // The value ends where the line goes on with another field.
            let rest = text.scalars[line].drop { $0.halfwidth != 0x3A }.dropFirst()
            let value = String(scalars: trimmed(valuePart(rest)))
            guard !value.isEmpty, let field = labels.first(where: { $0.label == label })?.field else { continue }
            switch field {
            case "publisher": metadata.publisher = metadata.publisher ?? value
            case "author": metadata.author = metadata.author ?? value
            case "affiliation": metadata.affiliation = metadata.affiliation ?? value
            default: break
            }
        }
        return metadata
    }

    /// The first forty and the last ten short lines.
    private static func edgeLines(of text: [UInt32]) -> [Range<Int>] {
        func lines(_ text: ArraySlice<UInt32>) -> [Range<Int>] {
            text.split { $0 == 0x0A || $0 == 0x0D }.map { $0.startIndex..<$0.endIndex }.filter { $0.count < 80 }
        }
        let start = lines(text.prefix(6000)).prefix(40)
        let end = lines(text.dropFirst(6000).suffix(2000)).suffix(10)
        return Array(start) + Array(end)
    }

    private static func valuePart(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        var end = text.startIndex
        var blanks = 0
        while end < text.endIndex {
            // Two blanks, or a colon after a blank, start another field; brackets and marks end this one.
            if text[end].isBlank { blanks += 1 } else { blanks = 0 }
            if blanks >= 2, text[..<end].contains(where: { !$0.isBlank }) { break }
            if text[end].halfwidth == 0x3A || text[end] == 0x3011 || text[end] == 0xFF5C || text[end] == 0x7C { break }
            end += 1
        }
        if end < text.endIndex, text[end].halfwidth == 0x3A, let blank = text[..<end].lastIndex(where: \.isBlank) { end = blank }
        return text[..<end]
    }

    private static func trimmed(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        func isEdge(_ scalar: UInt32) -> Bool { scalar.isBlank || scalar == 0x2A || scalar == 0xFF09 || scalar == 0x29 }
        let rest = text.drop(while: isEdge)
        guard let last = rest.lastIndex(where: { !isEdge($0) }) else { return [] }
        return rest[...last]
    }
}
