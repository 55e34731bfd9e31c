// Decimal numbers kept as digits and an exponent, so that 16.4亿 is 1640000000 and no digit is lost on the way.

/// `coefficient` times ten to the power of `exponent`.
public struct ExactDecimal: Sendable, Equatable {
    // In halves, as an Int128 stands only at every sixteenth byte, and every numeral has room for two.
    private let high: Int64
    private let low: UInt64
    private let storedExponent: Int16

    public init(_ coefficient: Int128, exponent: Int = 0) {
        high = Int64(truncatingIfNeeded: coefficient >> 64)
        low = UInt64(truncatingIfNeeded: coefficient)
        storedExponent = Int16(clamping: exponent)
    }

    public var coefficient: Int128 { Int128(high) << 64 | Int128(low) }

    public var exponent: Int { Int(storedExponent) }

    /// The nearest Double (rounded once, to even).
    public var double: Double {
        // Where both numbers are exact in a Double, one operation rounds once (Clinger 1990, the fast path).
        if coefficient.magnitude <= 1 << 53, exponent.magnitude <= 22 {
            let power = ExactDecimal.powers[Int(exponent.magnitude)]
            return exponent < 0 ? Double(Int64(coefficient)) / power : Double(Int64(coefficient)) * power
        }
        return Double("\(coefficient)e\(exponent)") ?? .infinity
    }

    private static let powers: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ]

    /// Multiplied by a power of ten.
    public func shifted(_ power: Int) -> ExactDecimal { ExactDecimal(coefficient, exponent: exponent + power) }

    public var negated: ExactDecimal { ExactDecimal(-coefficient, exponent: exponent) }

    /// The whole number it is, or nil when it has a fraction or exceeds 10^18.
    public var integer: Int? {
        guard exponent >= 0, exponent <= 18 else { return nil }
        var value = coefficient
        for _ in 0..<exponent {
            if value.magnitude > 1_000_000_000_000_000_000 { return nil }
            value *= 10
        }
        return value.magnitude <= 1_000_000_000_000_000_000 ? Int(value) : nil
    }

    public static func + (a: ExactDecimal, b: ExactDecimal) -> ExactDecimal {
        let exponent = min(a.exponent, b.exponent)
        guard let first = a.scaled(to: exponent), let second = b.scaled(to: exponent),
            case (let sum, let overflow) = first.addingReportingOverflow(second), !overflow
        else { return a.double.magnitude < b.double.magnitude ? b : a }  // The smaller is less than the larger is exact to.
        return ExactDecimal(sum, exponent: exponent)
    }

    public static func * (a: ExactDecimal, b: Int) -> ExactDecimal {
        ExactDecimal(a.coefficient * Int128(b), exponent: a.exponent)
    }

    /// The quotient to eighteen decimals; nil when `divisor` is zero or the numbers are too long.
    public func divided(by divisor: ExactDecimal) -> ExactDecimal? {
        let common = min(exponent, divisor.exponent)
        guard let dividend = scaled(to: common), let divisor = divisor.scaled(to: common) else { return nil }
        let (enlarged, overflow) = dividend.multipliedReportingOverflow(by: 1_000_000_000_000_000_000)
        guard divisor != 0, !overflow else { return nil }
        let (quotient, remainder) = enlarged.quotientAndRemainder(dividingBy: divisor)
        return ExactDecimal(quotient + (remainder.magnitude * 2 >= divisor.magnitude ? 1 : 0), exponent: -18)
    }

    // The coefficient at a smaller exponent, or nil where 38 digits do not hold it.
    private func scaled(to smaller: Int) -> Int128? {
        guard coefficient != 0 else { return 0 }
        var value = coefficient
        for _ in 0..<(exponent - smaller) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            if overflow { return nil }
            value = product
        }
        return value
    }
}
