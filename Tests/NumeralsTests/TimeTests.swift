// What times the scanner reads, in the contract's form.
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("Times")
struct TimeTests {
    @Test(
        "The contract's form of a period",
        arguments: [
            ("2023年", "2023"), ("2023年9月", "2023-09"), ("2023年9月5日", "2023-09-05"), ("2017—2020年", "2017/2020"),
            ("2017年至2020年", "2017/2020"),
            ("2013-2014学年", "2013/2014"), ("2023年1月至6月", "2023-01/2023-06"), ("2023年1—6月", "2023-01/2023-06"),
            ("2023年9月至2024年8月", "2023-09/2024-08"),
            ("二〇二四年", "2024"), ("2020—21学年", "2020/2021"), ("2025届", "2025"), ("2023-08-08", "2023-08-08"),
            ("2023 年 6 月 30 日", "2023-06-30"),
        ])
    func written(_ text: String, _ period: String) throws {
        let numeral = try #require(try sharedScanner.get().scan(Passage(cellText: ReportText(text + "共").scalars)).first)
        #expect(numeral.time?.period(defaultYear: nil) == period)
    }

    @Test(
        "A month or day without a year takes the year that is in force",
        arguments: [
            ("9月", "2023-09"), ("9月5日", "2023-09-05"), ("1—6月", "2023-01/2023-06"),
        ])
    func withoutYear(_ text: String, _ period: String) throws {
        let numeral = try #require(try sharedScanner.get().scan(Passage(cellText: ReportText(text + "共").scalars)).first)
        #expect(numeral.time?.period(defaultYear: 2023) == period)
        #expect(numeral.time?.period(defaultYear: nil) == nil)
    }
}
