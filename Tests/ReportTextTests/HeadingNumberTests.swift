// The numbering in front of headings: what is one, where it ends, and which stands further out.
import ReportText
import Testing

@Suite("Heading numbers")
struct HeadingNumberTests {
    static func parse(_ text: String) -> HeadingNumber? {
        let scalars = ReportText(text).scalars
        return HeadingNumber.parse(scalars, 0..<scalars.count)
    }

    @Test(
        "The number ends where the words start",
        arguments: [
            ("第三章 办学条件", "第三章"), ("第12章 附录", "第12章"), ("第二部分 成效", "第二部"), ("第一节 概况", "第一节"), ("一、总体情况", "一、"), ("十二、展望", "十二、"),
            ("（一）师资", "（一）"), ("(二)师资", "(二)"), ("1.师资", "1."), ("2、师资", "2、"), ("３．师资", "３．"), ("（3）师资", "（3）"), ("1.1 师资", "1.1"),
            ("2.3.4师资", "2.3.4"), ("12.10 师资", "12.10"),
        ])
    func ends(_ text: String, _ number: String) throws {
        let parsed = try #require(HeadingNumberTests.parse(text))
        #expect(String(text.unicodeScalars.prefix(parsed.end)) == number)
    }

    @Test("No numbering", arguments: ["师资队伍", "2023年工作", "第三产业", "3人参加", "一批项目", "（见下表）", "第", "", "一", "2023.师资", "100、师资"])
    func none(_ text: String) { #expect(HeadingNumberTests.parse(text) == nil) }

    @Test("Each of these stands further in than the one before")
    func ranks() {
        let ranks = ["第一章 甲", "第一节 甲", "一、甲", "（一）甲", "1.甲", "1.1 甲", "1.1.1 甲"].map { HeadingNumberTests.parse($0)?.rank ?? -1 }
        #expect(ranks == ranks.sorted())
        #expect(Set(ranks).count == ranks.count)
    }
}
