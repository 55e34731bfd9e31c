// Decimal arithmetic loses no digit on the way to one correctly rounded Double.
import Numerals
import Testing

@Suite("Exact decimals")
struct ExactDecimalTests {
    @Test(
        "The nearest Double of what is written",
        arguments: [
            (164, -1, 8, 1_640_000_000.0), (35, -1, 4, 35000.0), (5, -2, 8, 5_000_000.0), (1, -1, 0, 0.1), (8133, -2, 0, 81.33),
            (110, -2, 4, 11000.0),
        ])
    func double(_ coefficient: Int, _ exponent: Int, _ power: Int, _ value: Double) {
        #expect(ExactDecimal(Int128(coefficient), exponent: exponent).shifted(power).double == value)
    }

    @Test func wholeNumbersAreKnown() {
        #expect(ExactDecimal(164, exponent: 7).integer == 1_640_000_000)
        #expect(ExactDecimal(5, exponent: -1).integer == nil)
        #expect(ExactDecimal(1, exponent: 19).integer == nil)
    }

    @Test func sumsAlignExponents() {
        #expect((ExactDecimal(1, exponent: 8) + ExactDecimal(25, exponent: -1)).double == 100_000_002.5)
        #expect((ExactDecimal(1, exponent: -1) + ExactDecimal(2, exponent: -1)).double == 0.3)
    }

    @Test func signsAndProducts() {
        #expect(ExactDecimal(813, exponent: -1).negated.double == -81.3)
        #expect((ExactDecimal(11, exponent: -1) * 3).double == 3.3)
    }
}
