// What the store says about reports, imports and the evidence of a figure.
import ReportText

/// Where a report's figures are from.
public enum ReportKind: String, Sendable, CaseIterable {
    /// A text that was read.
    case document
    /// A CSV table of figures that people had already.
    case table
}

/// A row of the `reports` view, without its text.
public struct ReportRecord: Sendable, Equatable, Identifiable {
    /// The row's id.
    public var reportID: Int64
    /// Told, from the text, or else the file's name.
    public var title: String
    /// The report's own year, where it says one.
    public var year: Int?
    /// The path as it was given to the import.
    public var path: String
    /// Of the file's bytes, 64 hexadecimal digits.
    public var sha256: String
    /// Where its figures are from.
    public var kind: ReportKind
    /// How many figures and how many numerals (figures included) it holds.
    public var figures: Int
    /// How many numerals it holds, figures included.
    public var numerals: Int

    public var id: Int64 { reportID }
}

/// What an import did.
public enum ImportOutcome: Sendable, Equatable {
    /// The report was read and stored.
    case imported(ReportRecord)
    /// The database held a report of the same content already; nothing was written.
    case unchanged(ReportRecord)
    /// The database held a report of the same content, of which these fields were not known or otherwise; it was read again.
    case updated(ReportRecord, fields: [String])

    /// The report as it is stored now.
    public var report: ReportRecord {
        switch self {
        case .imported(let report), .unchanged(let report), .updated(let report, _): report
        }
    }
}

/// How many figures a category has.
public struct CategoryCount: Sendable, Equatable {
    /// Code and names of the category; names are "" where the catalogue has none.
    public var category: String
    /// The Chinese name.
    public var zh: String
    /// The English name.
    public var en: String
    /// How many figures it has.
    public var figures: Int
}

/// A figure and where it stands.
public struct Evidence: Sendable, Equatable {
    /// The figure.
    public var figure: FigureRecord
    /// The report's path as it was given to the import.
    public var reportPath: String
    /// What kind of passage it stands in.
    public var passageKind: PassageKind
    /// The passage with hard line wraps undone.
    public var passage: String
    /// The passage exactly as the document has it, line ends included.
    public var source: String
    /// Code point offset of `source` in the document: the figure is at `figure.start - sourceStart` in it.
    public var sourceStart: Int
    /// 1-based line of `source`'s first character.
    public var sourceLine: Int
}
