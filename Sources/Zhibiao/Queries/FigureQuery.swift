// A question for figures as a value: built step by step, compiled to SQL elsewhere.

/// Which figures to give, in which order, and how many. Every condition set must hold; several values of one condition are alternatives.
///
///     let query = FigureQuery().withRegion("江苏省").withCategory("enterprise").withPeriod("2023").sorted(by: .value, descending: true).limited(to: 10)
public struct FigureQuery: Sendable, Equatable {
    /// What the results are sorted by; equal ones keep the order of import and text.
    public enum Order: String, Sendable, CaseIterable {
        /// As they were stored: in order of import and text; figures that later rules added to a report come last.
        case stored
        /// By report in order of import, then by place in the text.
        case text
        /// By value in the base unit; look at one unit when you sort so.
        case value
        /// By the period's first day.
        case period
        /// By the subject's name.
        case subject
        /// By the category's code.
        case category
        /// By the indicator's code.
        case indicator
        /// By how sure the machine is.
        case confidence
    }

    /// As ``withRegion(_:)`` sets it.
    public var regions: [String] = []
    /// As ``withSubject(_:)`` sets it.
    public var subjects: [String] = []
    /// As ``withCategory(_:)`` sets it.
    public var categories: [String] = []
    /// As ``withIndicator(_:)`` sets it.
    public var indicators: [String] = []
    /// As ``withUnit(_:)`` sets it.
    public var units: [String] = []
    /// As ``withPeriod(_:)`` sets it.
    public var periods: [String] = []
    /// The earliest and the latest period, both included.
    public var since: String?
    /// The latest period; see `since`.
    public var until: String?
    /// As ``withBound(_:)`` sets it.
    public var bounds: [Bound] = []
    /// As ``withStatistic(_:)`` sets it.
    public var statistics: [Statistic] = []
    /// As ``withStatus(_:)`` sets it.
    public var statuses: [FigureStatus] = []
    /// As ``withOrganisation(_:)`` sets it.
    public var organisations: [String] = []
    /// As ``withReport(id:)`` sets it.
    public var reportIDs: [Int64] = []
    /// The texts that ``FigureQuery`` looks for in titles and paths of reports.
    public var reports: [String] = []
    /// As ``withText(_:)`` sets it.
    public var texts: [String] = []
    /// What the results are sorted by.
    public var order: Order = .stored
    /// Whether they are sorted from the greatest down.
    public var descending = false
    /// How many figures at most; nil for all.
    public var limit: Int?
    /// How many figures are left out at the start.
    public var offset = 0

    /// A question for all figures, in the order they were stored.
    public init() {}

    /// Figures of a region or anything in it: 江苏省 includes 苏州市. Takes a name (苏州, 苏州市) or a six-digit code.
    public func withRegion(_ nameOrCode: String) -> Self { with { $0.regions.append(nameOrCode) } }
    /// Figures of this very region or organisation: its full name, a region's name without 市 or 省, or else a part of the name.
    public func withSubject(_ name: String) -> Self { with { $0.subjects.append(name) } }
    /// Figures of a category, by code (`enterprise`) or Chinese name (企业).
    public func withCategory(_ code: String) -> Self { with { $0.categories.append(code) } }
    /// Figures of an indicator, by code, or by a part of its Chinese name or of the measure.
    public func withIndicator(_ codeOrName: String) -> Self { with { $0.indicators.append(codeOrName) } }
    /// Figures in a base unit: 家, %, 元.
    public func withUnit(_ unit: String) -> Self { with { $0.units.append(unit) } }
    /// Figures whose period shares a day with this one: `2023`, `2023-09`, `2017/2020`, `2023-01/2023-06`.
    public func withPeriod(_ period: String) -> Self { with { $0.periods.append(period) } }
    /// Figures whose period reaches into this one or a later.
    public func since(_ period: String) -> Self { with { $0.since = period } }
    /// Figures whose period reaches into this one or an earlier.
    public func until(_ period: String) -> Self { with { $0.until = period } }
    /// Figures that the words limit so: over (超200家), about (约30%) …
    public func withBound(_ bound: Bound) -> Self { with { $0.bounds.append(bound) } }
    /// Figures that are values, rates or changes.
    public func withStatistic(_ statistic: Statistic) -> Self { with { $0.statistics.append(statistic) } }
    /// Figures of which people said this; without it, of whatever status (typed accessors leave rejected ones out).
    public func withStatus(_ status: FigureStatus) -> Self { with { $0.statuses.append(status) } }
    /// Figures of organisations: of this name or other name, or else whose name holds it; never of regions.
    public func withOrganisation(_ name: String) -> Self { with { $0.organisations.append(name) } }
    /// Figures of a report, by its id.
    public func withReport(id: Int64) -> Self { with { $0.reportIDs.append(id) } }
    /// Figures of reports whose title or path holds this text.
    public func withReport(_ text: String) -> Self { with { $0.reports.append(text) } }
    /// Figures whose sentence or measure holds this text, as it is (no wildcards).
    public func withText(_ text: String) -> Self { with { $0.texts.append(text) } }
    /// The results in this order.
    public func sorted(by order: Order, descending: Bool = false) -> Self {
        with {
            $0.order = order
            $0.descending = descending
        }
    }
    /// At most `count` figures, the first `offset` left out.
    public func limited(to count: Int, offset: Int = 0) -> Self {
        with {
            $0.limit = count
            $0.offset = offset
        }
    }

    private func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}
