// Figures whose unit is in the type: a count of enterprises cannot be compared with or added to a percentage.

/// What a value counts or measures; a type without values.
public protocol MetricUnit: Sendable {
    /// The base units of the `unit` column that mean this.
    static var units: [String] { get }
}

/// Enterprises, counted.
public enum EnterpriseCount: MetricUnit { public static let units = ["家", "个", "户"] }
/// Teachers, counted.
public enum TeacherCount: MetricUnit { public static let units = ["人"] }
/// Patents, counted.
public enum PatentCount: MetricUnit { public static let units = ["件", "项", "个"] }
/// Hundredths of a whole: 86.5 is 86.5%.
public enum Percent: MetricUnit { public static let units = ["%"] }

/// Which figures are observations in a unit: a category, a statistic and the unit's base units.
///
/// A caller adds its own: `Metric<Percent>(category: "satisfaction", statistic: .rate)`.
public struct Metric<Unit: MetricUnit>: Sendable, Equatable {
    /// A category's code.
    public let category: String
    /// What kind of number the figures are.
    public let statistic: Statistic

    /// The figures of a category, by its code, that are numbers of this kind.
    public init(category: String, statistic: Statistic) {
        self.category = category
        self.statistic = statistic
    }

    /// The query narrowed to this metric: its category, statistic and units replace what the query says of them. Figures that a
    /// person rejected are left out unless the query asks for a status.
    public func narrowing(_ query: FigureQuery) -> FigureQuery {
        var query = query
        query.categories = [category]
        query.statistics = [statistic]
        query.units = Unit.units
        if query.statuses.isEmpty { query.statuses = FigureStatus.allCases.filter { $0 != .rejected } }
        return query
    }
}

extension Metric<EnterpriseCount> {
    /// Enterprises, counted.
    public static var enterprises: Self { Self(category: "enterprise", statistic: .value) }
}
extension Metric<TeacherCount> {
    /// Teachers, counted.
    public static var teachers: Self { Self(category: "teacher", statistic: .value) }
}
extension Metric<PatentCount> {
    /// Patents, counted.
    public static var patents: Self { Self(category: "patent", statistic: .value) }
}
extension Metric<Percent> {
    /// Employment rates in per cent.
    public static var employmentRates: Self { Self(category: "employment", statistic: .rate) }
}

/// A figure whose unit the compiler knows.
public struct Observation<Unit: MetricUnit>: Sendable, Equatable, Identifiable {
    /// The value with what the words around it allow.
    public let value: BoundedValue<Unit>
    /// The figure with all its fields and evidence.
    public let figure: FigureRecord

    /// Nil when the figure's unit is not one of `Unit.units`.
    public init?(_ figure: FigureRecord) {
        guard Unit.units.contains(figure.unit) else { return nil }
        value = BoundedValue(value: figure.value, low: figure.low, high: figure.high, bound: figure.bound)
        self.figure = figure
    }

    public var id: Int64 { figure.figureID }
    /// Full name of the region or organisation whose figure it is.
    public var subject: String? { figure.subject }
    /// `2023`, `2023-09`, `2017/2020`, `2023-01/2023-06`.
    public var period: String? { figure.period }
    /// A code of the indicator catalogue.
    public var indicator: String? { figure.indicator }
    /// What is measured, in the document's words.
    public var measure: String { figure.measure }
}

extension MetricsDatabase {
    /// Enterprises counted. Of the query, category, statistic and unit are replaced; the rest (region, period …) holds.
    public func enterprises(_ query: FigureQuery = FigureQuery()) throws -> [Observation<EnterpriseCount>] {
        try observations(of: .enterprises, query)
    }

    /// Teachers counted, as ``enterprises(_:)``.
    public func teachers(_ query: FigureQuery = FigureQuery()) throws -> [Observation<TeacherCount>] {
        try observations(of: .teachers, query)
    }

    /// Patents counted, as ``enterprises(_:)``.
    public func patents(_ query: FigureQuery = FigureQuery()) throws -> [Observation<PatentCount>] {
        try observations(of: .patents, query)
    }

    /// Employment rates in per cent, as ``enterprises(_:)``.
    public func employmentRates(_ query: FigureQuery = FigureQuery()) throws -> [Observation<Percent>] {
        try observations(of: .employmentRates, query)
    }

    /// The observations of a metric that a query asks for.
    public func observations<Unit>(
        of metric: Metric<Unit>, _ query: FigureQuery = FigureQuery()
    ) throws -> [Observation<Unit>] {
        try figures(metric.narrowing(query)).compactMap(Observation.init)
    }

    /// The same as they are asked for, with the memory of ``forEachFigure(_:_:)``.
    public func stream<Unit>(of metric: Metric<Unit>, _ query: FigureQuery = FigureQuery()) -> FigureStream<Observation<Unit>> {
        FigureStream(database: self, query: metric.narrowing(query)) { $0.map { $0.flatMap(Observation.init) } }
    }
}
