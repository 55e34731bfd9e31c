// What the extractor gives: figures and every numeral, with all fields of the contract.
import Numerals
import ReportText

/// What kind of number a figure is.
public enum Statistic: String, Sendable, CaseIterable {
    /// A count or an amount.
    case value
    /// A share, ratio, per-capita value or average per unit.
    case rate
    /// A difference against another time or base.
    case change
}

/// Whether a figure is said per year or summed up over time.
public enum Frequency: String, Sendable, CaseIterable {
    case annual, cumulative
}

/// Where a figure's period is taken from.
public enum PeriodBasis: String, Sendable, CaseIterable {
    /// In the figure's own sentence.
    case stated
    /// Carried from an earlier sentence, a heading or a table's header.
    case context
    /// Only the report's own year.
    case report
}

/// A numeral that states a quantity of something. All offsets are Unicode code points into the decoded document, end exclusive.
public struct Figure: Sendable, Equatable {
    public var start: Int
    public var end: Int
    /// The exact characters from first digit (or minus sign) to unit.
    public var surface: String
    /// In the base unit: 万 and 亿 multiplied out, money in yuan, 86.5 for 86.5%, negative for a decline.
    public var value: Double
    /// What the words allow; nil where open.
    public var low: Double?
    public var high: Double?
    /// Base unit: 人, 人次, 家, 个, %, 元, 人/万人 …; "" when there is none.
    public var unit: String
    public var bound: Bound
    public var statistic: Statistic
    public var frequency: Frequency?
    /// A code of seeds/categories.csv.
    public var category: String
    /// A code of seeds/indicators.csv, and its Chinese name.
    public var indicator: String?
    public var indicatorLabel: String?
    /// What is measured, in the document's words.
    public var measure: String
    /// Full name of the region or organisation whose figure it is, and what that is (`region`, `school`, `company`, `consortium`, …).
    public var subject: String?
    public var subjectKind: String?
    /// Six-digit code of seeds/divisions.csv of the region the subject is or lies in, where known.
    public var subjectRegion: String?
    /// `2023`, `2023-09`, `2017/2020`, `2023-01/2023-06`.
    public var period: String?
    public var periodBasis: PeriodBasis?
    /// A rank said of the figure: 全省第一.
    public var rank: String?
    /// The sentence, unwrapped.
    public var quote: String
    /// The heading path, outermost first.
    public var section: [String]
    /// 1-based line of `start`.
    public var line: Int
    /// 0 to 1.
    public var confidence: Double
    /// Index into `Extraction.passages`.
    public var passage: Int
}

/// A run of text that states a number, whatever it is.
public struct NumeralRecord: Sendable, Equatable {
    public var start: Int
    public var end: Int
    public var surface: String
    public var kind: NumeralKind
    /// The number, where the numeral has one: for figures the figure's value.
    public var value: Double?
    public var unit: String
    /// 1-based line of `start`.
    public var line: Int
    /// Index into `Extraction.passages`.
    public var passage: Int
    /// Index into `Extraction.figures` when `kind` is `.figure`.
    public var figure: Int?
}

extension NumeralRecord {
    /// The record of a figure's numeral.
    init(of figure: Figure, _ index: Int, passage: Int) {
        self.init(
            start: figure.start, end: figure.end, surface: figure.surface, kind: .figure, value: figure.value, unit: figure.unit,
            line: figure.line, passage: passage, figure: index)
    }
}

/// A passage as the extractor read it.
public struct PassageRecord: Sendable, Equatable {
    public var kind: PassageKind
    /// Index into `Extraction.sections`, or nil above the first heading.
    public var section: Int?
    /// Code points in the document, end exclusive (from the first character to the last, line ends between included).
    public var start: Int
    public var end: Int
    /// 1-based line of `start`.
    public var line: Int
    /// The text with hard line wraps undone. Made when it is asked for: whoever wants figures only does without.
    public var text: String { String(scalars: scalars[...]) }
    private let scalars: [UInt32]

    init(kind: PassageKind, section: Int?, start: Int, end: Int, line: Int, text: String) {
        self.init(kind: kind, section: section, start: start, end: end, line: line, scalars: text.unicodeScalars.map(\.value))
    }

    init(kind: PassageKind, section: Int?, start: Int, end: Int, line: Int, scalars: [UInt32]) {
        self.kind = kind
        self.section = section
        self.start = start
        self.end = end
        self.line = line
        self.scalars = scalars
    }
}

/// An entry of a report's table of contents.
public struct ContentsEntry: Sendable, Equatable {
    public var title: String
    /// The chapter the entry stands under, where the contents have chapters.
    public var chapter: String?
    public var page: Int
    public var start: Int
    public var end: Int
}

/// Everything the extractor found in one report.
public struct Extraction: Sendable {
    public var title: String?
    /// The report's own year, where it says one.
    public var year: Int?
    public var sections: [Section]
    public var passages: [PassageRecord]
    public var contents: [ContentsEntry]
    /// In text order; no two overlap.
    public var numerals: [NumeralRecord]
    /// In text order.
    public var figures: [Figure]
    /// In text order.
    public var ranks: [RankClaim]
    /// Names of organisations that the report introduces, in text order.
    public var aliases: [SubjectAlias]

    public init(
        title: String? = nil, year: Int? = nil, sections: [Section] = [], passages: [PassageRecord] = [],
        contents: [ContentsEntry] = [], numerals: [NumeralRecord] = [], figures: [Figure] = [], ranks: [RankClaim] = [],
        aliases: [SubjectAlias] = []
    ) {
        self.title = title
        self.year = year
        self.sections = sections
        self.passages = passages
        self.contents = contents
        self.numerals = numerals
        self.figures = figures
        self.ranks = ranks
        self.aliases = aliases
    }
}
