// A small text with its figures marked, and what each of them is: a row of the tests' tables.
import Figures
import Numerals
import ReportText

/// What a figure must be. What is left out is not looked at.
public struct Want: Sendable {
    public var surface: String
    public var value: Double
    public var unit: String
    public var bound: Bound
    public var statistic: Statistic?
    public var low: Double??
    public var high: Double??
    public var frequency: Frequency??
    public var category: String?
    /// Parts that must all stand in the measure or the indicator's name, separated by `|`.
    public var measure: String?
    /// Words that must not stand in the measure.
    public var notMeasure: String?
    public var subject: String??
    public var subjectKind: String?
    public var period: String??
    public var basis: PeriodBasis??
    public var rank: String??

    /// The figure written as `surface`; the bound is exact unless said.
    public init(
        _ surface: String, _ value: Double, _ unit: String, _ bound: Bound = .exact, of measure: String? = nil,
        not notMeasure: String? = nil,
        _ statistic: Statistic? = nil, low: Double?? = nil, high: Double?? = nil, frequency: Frequency?? = nil, category: String? = nil,
        subject: String?? = nil, kind subjectKind: String? = nil, period: String?? = nil, basis: PeriodBasis?? = nil, rank: String?? = nil
    ) {
        self.surface = surface
        self.value = value
        self.unit = unit
        self.bound = bound
        self.statistic = statistic
        self.low = low
        self.high = high
        self.frequency = frequency
        self.category = category
        self.measure = measure
        self.notMeasure = notMeasure
        self.subject = subject
        self.subjectKind = subjectKind
        self.period = period
        self.basis = basis
        self.rank = rank
    }

    /// What of `figure` is not as wanted, a line each.
    func differences(from figure: Figure) -> [String] {
        var found: [String] = []
        func check<T: Equatable>(_ name: String, _ wanted: T?, _ got: T) {
            if let wanted, wanted != got { found.append("\(surface): \(name) is \(got), not \(wanted)") }
        }
        func checkOptional<T: Equatable>(_ name: String, _ wanted: T??, _ got: T?) {
            guard let wanted, wanted != got else { return }
            found.append("\(surface): \(name) is \(got.map { "\($0)" } ?? "nil"), not \(wanted.map { "\($0)" } ?? "nil")")
        }
        check("surface", surface, figure.surface)
        check("value", value, figure.value)
        check("unit", unit, figure.unit)
        check("bound", bound, figure.bound)
        check("statistic", statistic, figure.statistic)
        checkOptional("low", low, figure.low)
        checkOptional("high", high, figure.high)
        checkOptional("frequency", frequency, figure.frequency)
        check("category", category, figure.category)
        let label = figure.measure + " " + (figure.indicatorLabel ?? "")
        for part in (measure ?? "").split(separator: "|") where !label.contains(part) {
            found.append("\(surface): \(part) is not in the measure \(figure.measure) (indicator \(figure.indicatorLabel ?? "none"))")
        }
        for part in (notMeasure ?? "").split(separator: "|") where figure.measure.contains(part) {
            found.append("\(surface): \(part) is in the measure \(figure.measure)")
        }
        checkOptional("subject", subject, figure.subject)
        if let subjectKind { checkOptional("subject kind", .some(subjectKind), figure.subjectKind) }
        checkOptional("period", period, figure.period)
        checkOptional("period basis", basis, figure.periodBasis)
        checkOptional("rank", rank, figure.rank)
        return found
    }
}

/// A text whose every figure is marked, with what each is.
public struct FigureCase: Sendable, CustomStringConvertible {
    public let marked: MarkedText
    public let wants: [Want]
    public var description: String { marked.text }

    /// - Parameters:
    ///   - marked: the text, a marker in front of each figure, in order.
    ///   - wants: what each marked figure is.
    public init(_ marked: String, _ wants: Want...) {
        self.marked = MarkedText(marked)
        self.wants = wants
    }

    /// How what the extractor reads differs from what is wanted: a figure missed, one too many, a field that is wrong.
    public func differences(_ extractor: Extractor) -> [String] {
        let figures = extractor.extract(ReportText(marked.text)).figures
        var found: [String] = []
        if marked.marks.count != wants.count { found.append("the case has \(marked.marks.count) markers and \(wants.count) wants") }
        for (mark, want) in zip(marked.marks, wants) {
            if let figure = figures.first(where: { $0.start == mark.offset }) {
                found += want.differences(from: figure)
            } else {
                found.append("\(mark.marker) \(want.surface): no figure starts here")
            }
        }
        for figure in figures where marked.marker(at: figure.start) == nil {
            found.append("\(figure.surface) at \(figure.start) is no figure (read as \(figure.measure), \(figure.unit))")
        }
        return found
    }
}
