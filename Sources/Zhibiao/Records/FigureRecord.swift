// A figure with every field of the contract, as a value.
import Figures

/// A row of the `figures` view. Offsets are Unicode code points into the report's text, end exclusive.
public struct FigureRecord: Sendable, Equatable, Identifiable {
    /// 0 for a figure that is in no database.
    public var figureID: Int64
    /// 0 for a figure that is in no database.
    public var reportID: Int64
    /// The report's title.
    public var report: String
    /// What people said of it.
    public var status: FigureStatus
    /// The place of `surface` in the report's text.
    public var start: Int
    /// After the last character of `surface`.
    public var end: Int
    /// The exact characters from first digit (or minus sign) to unit.
    public var surface: String
    /// In the base unit: 万 and 亿 multiplied out, money in yuan, 86.5 for 86.5%.
    public var value: Double
    /// What the words allow; nil where open.
    public var low: Double?
    /// The greatest that the words allow; nil where open.
    public var high: Double?
    /// Base unit; "" when there is none.
    public var unit: String
    /// How the words limit the value.
    public var bound: Bound
    /// What kind of number it is.
    public var statistic: Statistic
    /// Whether it is said per year or summed up over time; nil where neither is said.
    public var frequency: Frequency?
    /// A code of the category table.
    public var category: String
    /// A code of the indicator table, and its Chinese name.
    public var indicator: String?
    /// The indicator's Chinese name.
    public var indicatorLabel: String?
    /// What is measured, in the document's words.
    public var measure: String
    /// Full name and kind of the region or organisation whose figure it is.
    public var subject: String?
    /// `region`, `school`, `company` …
    public var subjectKind: String?
    /// `2023`, `2023-09`, `2017/2020`, `2023-01/2023-06`.
    public var period: String?
    /// Where the period is taken from.
    public var periodBasis: PeriodBasis?
    /// A rank said of the figure: 全省第一. ``MetricsDatabase/rankClaims(_:)`` has its place in the text.
    public var rank: String?
    /// The sentence, unwrapped.
    public var quote: String
    /// The heading path, outermost first, joined by ``sectionSeparator``; "" above the first heading.
    public var section: String
    /// 1-based line of `start`.
    public var line: Int
    /// 0 to 1.
    public var confidence: Double

    public var id: Int64 { figureID }

    /// What stands between two headings of ``section``.
    public static let sectionSeparator = " > "

    /// The columns of the `figures` view, in its order.
    public static let columns = [
        "figure_id", "report_id", "report", "status", "char_start", "char_end", "surface", "value", "low", "high", "unit",
        "bound", "statistic", "frequency", "category", "indicator", "indicator_label", "measure", "subject", "subject_kind",
        "period", "period_basis", "rank", "quote", "section", "line", "confidence",
    ]

    /// A figure just extracted, for a caller that shows it without a database.
    public init(_ figure: Figure, report: String, figureID: Int64 = 0, reportID: Int64 = 0) {
        self.figureID = figureID
        self.reportID = reportID
        self.report = report
        status = .extracted
        start = figure.start
        end = figure.end
        surface = figure.surface
        value = figure.value
        low = figure.low
        high = figure.high
        unit = figure.unit
        bound = figure.bound
        statistic = figure.statistic
        frequency = figure.frequency
        category = figure.category
        indicator = figure.indicator
        indicatorLabel = figure.indicatorLabel
        measure = figure.measure
        subject = figure.subject
        subjectKind = figure.subjectKind
        period = figure.period
        periodBasis = figure.periodBasis
        rank = figure.rank
        quote = figure.quote
        section = figure.section.joined(separator: Self.sectionSeparator)
        line = figure.line
        confidence = figure.confidence
    }

    /// A figure of which nothing is said.
    static let blank = FigureRecord()

    private init() {
        figureID = 0
        reportID = 0
        report = ""
        status = .extracted
        start = 0
        end = 0
        surface = ""
        value = 0
        unit = ""
        bound = .exact
        statistic = .value
        category = ""
        measure = ""
        quote = ""
        section = ""
        line = 1
        confidence = 1
    }

    /// A column of ``columns``; the raw value is its name.
    public enum Field: String, CaseIterable, Sendable {
        /// The row's id.
        case figureID = "figure_id"
        /// The report's id.
        case reportID = "report_id"
        /// The report's title.
        case report
        /// What people said of it.
        case status
        /// The place of the surface in the report's text, in code points.
        case charStart = "char_start"
        /// After its last character.
        case charEnd = "char_end"
        /// The characters as they stand.
        case surface
        /// The number in the base unit.
        case value
        /// The least that the words allow.
        case low
        /// The greatest that the words allow.
        case high
        /// The base unit.
        case unit
        /// How the words limit the value.
        case bound
        /// What kind of number it is.
        case statistic
        /// Per year, or summed up.
        case frequency
        /// A category's code.
        case category
        /// An indicator's code.
        case indicator
        /// The indicator's Chinese name.
        case indicatorLabel = "indicator_label"
        /// What is measured, in the document's words.
        case measure
        /// Whose figure it is.
        case subject
        /// Region, school, company …
        case subjectKind = "subject_kind"
        /// When.
        case period
        /// Where the period is taken from.
        case periodBasis = "period_basis"
        /// A rank said of it.
        case rank
        /// The sentence.
        case quote
        /// The heading path.
        case section
        /// The 1-based line.
        case line
        /// How sure the machine is, 0 to 1.
        case confidence
    }

    /// The value of a column of ``columns``, as SQLite holds it; `null` for a name that is none of them.
    public subscript(column name: String) -> SQLiteValue { Field(rawValue: name).map { self[$0] } ?? .null }

    /// The value of a column, as SQLite holds it.
    public subscript(field: Field) -> SQLiteValue {
        func text(_ value: String?) -> SQLiteValue { value.map(SQLiteValue.text) ?? .null }
        func real(_ value: Double?) -> SQLiteValue { value.map(SQLiteValue.real) ?? .null }
        func integer(_ value: Int) -> SQLiteValue { .integer(Int64(value)) }
        return switch field {
        case .figureID: .integer(figureID)
        case .reportID: .integer(reportID)
        case .report: .text(report)
        case .status: .text(status.rawValue)
        case .charStart: integer(start)
        case .charEnd: integer(end)
        case .surface: .text(surface)
        case .value: .real(value)
        case .low: real(low)
        case .high: real(high)
        case .unit: .text(unit)
        case .bound: .text(bound.rawValue)
        case .statistic: .text(statistic.rawValue)
        case .frequency: text(frequency?.rawValue)
        case .category: .text(category)
        case .indicator: text(indicator)
        case .indicatorLabel: text(indicatorLabel)
        case .measure: .text(measure)
        case .subject: text(subject)
        case .subjectKind: text(subjectKind)
        case .period: text(period)
        case .periodBasis: text(periodBasis?.rawValue)
        case .rank: text(rank)
        case .quote: .text(quote)
        case .section: .text(section)
        case .line: integer(line)
        case .confidence: .real(confidence)
        }
    }
}
