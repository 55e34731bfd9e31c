// Figures as bars: what a comparison of subjects or a series of years shows, whatever draws it.
import Zhibiao

/// Bars with what the words allow, in one unit.
struct Chart {
    /// One figure.
    struct Bar {
        let label: String
        let value: Double
        /// What the words allow; nil where open.
        let low: Double?
        let high: Double?
        let bound: Bound
        /// The value with the mark of its bound, as a person reads it.
        let text: String
    }

    /// What all bars share.
    let title: String
    /// The unit, with 万 or 亿 where the values are written in these.
    let unit: String
    let bars: [Bar]
    /// The reports that the figures are from.
    let sources: [String]
    /// Figures of other units or kinds, and those beyond the most that a chart has.
    let leftOut: Int

    /// So many bars fit a page.
    static let most = 60

    /// - Parameter keepsOrder: whether the figures are sorted as they should be shown; else years come in their order and all else by value.
    /// - Returns: nil when there is no figure to draw.
    init?(_ figures: [FigureRecord], keepsOrder: Bool) {
        // One axis has one unit: the one that most figures have.
        var counts: [String: Int] = [:]
        func kind(_ figure: FigureRecord) -> String { figure.unit + (figure.statistic == .change ? " ±" : "") }
        for figure in figures where figure.status != .rejected { counts[kind(figure), default: 0] += 1 }
        guard let shownKind = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
        var shown = figures.filter { $0.status != .rejected && kind($0) == shownKind }

        let parts: [(FigureRecord) -> String] = [{ $0.subject ?? "" }, { $0.period ?? "" }, { $0.indicatorLabel ?? $0.measure }]
        let varying = parts.map { part in Set(shown.map(part)).count > 1 }
        let isSeries = varying == [false, true, false]
        if !keepsOrder {
            shown = shown.enumerated().sorted { left, right in
                if isSeries { return (left.element.period ?? "", left.offset) < (right.element.period ?? "", right.offset) }
                return (-left.element.value, left.offset) < (-right.element.value, right.offset)
            }.map(\.element)
        }
        shown = Array(shown.prefix(Self.most))
        func words(_ figure: FigureRecord, _ isWanted: (Bool) -> Bool) -> String {
            zip(parts, varying).filter { isWanted($1) }.map { $0.0(figure) }.filter { !$0.isEmpty }.joined(separator: " ")
        }
        guard let first = shown.first else { return nil }
        let scale = NumberScale(greatest: shown.map { max(abs($0.value), abs($0.high ?? 0)) }.max() ?? 0, unit: first.unit)
        let title = words(first) { !$0 }
        // Where nothing varies the bars are called what they all are.
        bars = shown.map { figure in
            let label = words(figure) { $0 }
            return Bar(
                label: label.isEmpty ? title : label, value: figure.value / scale.factor, low: figure.low.map { $0 / scale.factor },
                high: figure.high.map { $0 / scale.factor }, bound: figure.bound, text: BoundText.value(figure, scale: scale))
        }
        self.title = varying.contains(true) ? title : ""
        unit = scale.prefix + first.unit
        var known: Set<String> = []
        sources = shown.map(\.report).filter { known.insert($0).inserted }
        leftOut = figures.count { $0.status != .rejected } - shown.count
    }

    /// The least and the greatest that is drawn, 0 included.
    var range: ClosedRange<Double> {
        let ends = bars.flatMap { [$0.value, $0.low ?? $0.value, $0.high ?? $0.value] }
        return min(0, ends.min() ?? 0)...max(0, ends.max() ?? 0)
    }
}

/// Large numbers in Chinese are counted in 万 and 亿.
struct NumberScale {
    let factor: Double
    let prefix: String

    static let one = NumberScale(factor: 1, prefix: "")

    private init(factor: Double, prefix: String) {
        self.factor = factor
        self.prefix = prefix
    }

    init(greatest: Double, unit: String) {
        if Language.current == .en || unit.hasPrefix("%") || unit.isEmpty || unit.utf8.contains(0x2F) || greatest < 1e5 {
            self = .one
        } else {
            self = greatest < 1e8 ? NumberScale(factor: 1e4, prefix: "万") : NumberScale(factor: 1e8, prefix: "亿")
        }
    }

    /// The value in this scale, with at most four decimals.
    func text(_ value: Double) -> String {
        guard factor > 1 else { return BoundText.number(value) }
        return BoundText.number((value / factor * 1e4).rounded() / 1e4)
    }
}
