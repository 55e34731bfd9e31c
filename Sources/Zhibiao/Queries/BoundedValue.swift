// A number with what the words around it allow: 超200家 is no 200, and a sum of it is no exact sum.
import Numerals

/// A value with its bound, in a unit.
public struct BoundedValue<Unit: MetricUnit>: Sendable, Hashable {
    /// The number said, in the base unit.
    public let value: Double
    /// The least and the greatest the words allow; nil where open: 超200 has a low only. An exact value has itself as both.
    public let low: Double?
    /// The greatest the words allow; nil where open.
    public let high: Double?
    /// How the words limit the value.
    public let bound: Bound

    /// A value with what the words allow; of an exact one both limits are the value itself.
    public init(value: Double, low: Double? = nil, high: Double? = nil, bound: Bound = .exact) {
        self.value = value
        self.low = bound == .exact ? value : low
        self.high = bound == .exact ? value : high
        self.bound = bound
    }

    /// Whether one number can be both: 超40% and 43% agree, 47.5% and 49% do not.
    /// A value said to be about some number has open ends unless the words give them, and agrees with any.
    public func agrees(with other: Self) -> Bool { !isCertainlyLess(than: other) && !other.isCertainlyLess(than: self) }

    /// Whether every number that this one's words allow is below every number that the other's allow.
    public func isCertainlyLess(than other: Self) -> Bool {
        guard let high, let low = other.low else { return false }
        return high < low
    }

    /// The sum, as sure as its parts: exact only when both are, open where one is open.
    public static func + (left: Self, right: Self) -> Self {
        func sum(_ left: Double?, _ right: Double?) -> Double? { left.flatMap { left in right.map { left + $0 } } }
        let low = sum(left.low, right.low)
        let high = sum(left.high, right.high)
        let bound: Bound =
            if left.bound == .exact {
                right.bound
            } else if right.bound == .exact || left.bound == right.bound {
                left.bound
            } else if low != nil, high != nil {
                .range
            } else if low != nil {
                .over
            } else if high != nil {
                .under
            } else {
                .about
            }
        return Self(value: left.value + right.value, low: low, high: high, bound: bound)
    }
}

extension BoundedValue: Comparable {
    /// By the number said; of equal ones by what the words allow. For sorting: ask ``isCertainlyLess(than:)`` to be sure.
    public static func < (left: Self, right: Self) -> Bool {
        func key(_ value: Self) -> (Double, Double, Double, String) {
            (value.value, value.low ?? -.infinity, value.high ?? .infinity, value.bound.rawValue)
        }
        return key(left) < key(right)
    }
}

extension BoundedValue: CustomStringConvertible {
    /// `≥ 200`, `≤ 60`, `13…15`, `≈ 30`, `86.5`, in the base unit without its name.
    public var description: String {
        func text(_ number: Double) -> String { number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)" }
        return switch (bound, low, high) {
        case (.exact, _, _): text(value)
        case (_, let low?, let high?): "\(text(low))…\(text(high))"
        case (_, let low?, nil): "≥ \(text(low))"
        case (_, nil, let high?): "≤ \(text(high))"
        case (_, nil, nil): "≈ \(text(value))"
        }
    }
}
