// Figures whose unit is in the type: a count of enterprises cannot be compared with or added to a percentage.

/// What a value counts or measures; a type without values.
public protocol MetricUnit: Sendable {
    /// The base units of the `unit` column that mean this.
    static var units: [String] { get }
}

/// Enterprises, counted.
public enum EnterpriseCount: MetricUnit { public static let units = ["家", "个", "户"] }
/// Persons who teach, counted.
public enum TeacherCount: MetricUnit { public static let units = ["人"] }
/// Patents, counted.
public enum PatentCount: MetricUnit { public static let units = ["件", "项", "个"] }
/// Hundredths of a whole: 86.5 is 86.5%.
public enum Percent: MetricUnit { public static let units = ["%"] }

/// A value with what the words around it allow, in a unit.
public struct BoundedValue<Unit: MetricUnit>: Sendable, Hashable {
    /// The number said, in the base unit.
    public var value: Double
    /// The least and greatest the words allow; nil where open: 超200 has a low only.
    public var low: Double?
    public var high: Double?
    public var bound: Bound

    public init(value: Double, low: Double?, high: Double?, bound: Bound) {
        self.value = value
        self.low = low
        self.high = high
        self.bound = bound
    }
}

/// A figure whose unit is known to the compiler.
public struct Observation<Unit: MetricUnit>: Sendable, Equatable, Identifiable {
    public var value: BoundedValue<Unit>
    /// The figure with all its fields and evidence.
    public var figure: FigureRecord

    public var id: Int64 { figure.figureID }
    public var subject: String? { figure.subject }
    public var period: String? { figure.period }
    public var indicator: String? { figure.indicator }
    public var measure: String { figure.measure }
}
