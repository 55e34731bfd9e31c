// Shared readers, so that the vocabulary is loaded once a test run, and small helpers to look at what they give.
import Figures
import Numerals
import ReportText

/// The extractor of the vocabulary that is compiled in.
public let sharedExtractor = Result { try Extractor() }

/// The scanner of the vocabulary that is compiled in.
public let sharedScanner = Result { NumeralScanner(try NumeralVocabulary()) }

extension ReportText {
    /// The code points `start..<end`, as the contract's `substr` cuts them.
    public func substring(_ start: Int, _ end: Int) -> String { string(start..<end) }
}

extension Structure {
    /// The text's passages: their kinds and joined texts, tables' rows included.
    public var shown: [String] {
        items.flatMap { item -> [String] in
            switch item {
            case .passage(let passage): ["\(passage.kind.rawValue): \(passage.string)"]
            case .table(let table): (table.header + table.rows).map { "table_row: " + $0.cells.map(\.string).joined(separator: "|") }
            }
        }
    }

    /// The passages, without tables.
    public var passages: [Passage] {
        items.compactMap { if case .passage(let passage) = $0 { passage } else { nil } }
    }

    /// The tables.
    public var tables: [Table] {
        items.compactMap { if case .table(let table) = $0 { table } else { nil } }
    }
}
