// Inputs that fuzzing found to crash, to hang or to break what must hold, each as small as it could be made.
import Figures
import ReportText
import TestSupport
import Testing
import Vocabulary

@Suite("What fuzzing found")
struct FuzzFindingsTests {
    /// What must hold for every text.
    private func check(_ source: String) throws {
        let text = ReportText(source)
        let extraction = try sharedExtractor.get().extract(text)
        var last = 0
        for numeral in extraction.numerals {
            try #require(numeral.start >= last && numeral.end > numeral.start && numeral.end <= text.scalars.count, "\(numeral)")
            #expect(text.string(numeral.start..<numeral.end) == numeral.surface)
            #expect(numeral.value?.isFinite ?? true, "\(numeral)")
            last = numeral.end
        }
        #expect(extraction.figures.allSatisfy { $0.value.isFinite && text.string($0.start..<$0.end) == $0.surface })
        #expect(extraction.numerals.compactMap(\.figure) == Array(extraction.figures.indices))
    }

    @Test(
        "Read without a crash",
        arguments: [
            // An ornament and nothing behind it, at the end of the text, below a line that ends in a digit.
            "某数5\n◎",
            // A reference that nobody knows, with a name of more than 200 characters, at the end of the text.
            "<p>&nbs" + String(repeating: "1", count: 300),
            "<p>3所&nbs" + String(repeating: "甲1", count: 150) + "家</p>",
            // A list of ordinals at the end of a passage.
            "甲一、二、",
            // More digits than a number is exact to, with decimals and magnitudes.
            "一二三四五六七八九一二三四五六七八九一二三四五六点一二三四五六七八九一二三四五六七八九",
            "999999999999999999999999万亿亿1万家",
            // The greatest serial number there is, and the one after it.
            "| 9223372036854775806 | 1 |\n|---|---|\n| 9223372036854775807 | 2 |\n| 9223372036854775807 | 3 |\n",
            // Text in a table but in none of its cells stands before the table's own.
            "<p>学校2所</p>\n<table><tr><td>甲</td><td>1</td></tr><tr>3家<td>乙</td><td>2</td></tr>4名</table>",
            // Such text that ends in a digit, before a cell that starts with a magnitude and stands before it in the source.
            "<table><td>亿</td>0</table>",
            "<table><td>1<td><table><td>亿</td>0</table></table>",
        ])
    func crashes(_ source: String) throws { try check(source) }

    /// 统9个: what asks whether a word ends in 系统 looks before the word, where at the start of a passage nothing stands.
    @Test("Any character that a term ends in, alone at the start of a passage", arguments: ["9个", "9%，下降8%", "中9元", "增长9%", "（9张）"])
    func endsAlone(_ rest: String) throws {
        let nouns = try VocabularyTables.builtIn.table("nouns")
        let cues = try VocabularyTables.builtIn.table("cues")
        let ends = Set((nouns.rows.map { nouns.value($0, "term") } + cues.rows.map { cues.value($0, "term") }).compactMap(\.last))
        #expect(ends.count > 500)
        try check(ends.sorted().map { "\($0)\(rest)" }.joined(separator: "\n\n"))
    }

    @Test(
        "Read without recursion or a number beyond all measure",
        arguments: ["1万", "1亿2万", "万", "1万万", "一、", "一点", "（", "“", "分别"])
    func repeated(_ piece: String) throws { try check(String(repeating: piece, count: 3000) + "家") }

    /// Each took quadratic time; at this size that was from seconds to minutes.
    @Test(
        "Read in time that grows with the text",
        .timeLimit(.minutes(10)),
        arguments: [
            "甲增长" + String(repeating: "5%、", count: 6000),
            String(repeating: "教师、", count: 4000) + "分别为" + String(repeating: "5名、", count: 4000),
            String(repeating: "甲乙丙有限公司（", count: 3000),
            String(repeating: "甲  乙\n", count: 6000),
            "甲" + String(repeating: "  1", count: 3000) + "\n乙" + String(repeating: "  2", count: 3000),
            "|" + String(repeating: " 甲 |", count: 3000) + "\n|---|\n|" + String(repeating: " 1 |", count: 3000),
            "| 甲 | 乙 |\n|---|---|\n" + String(repeating: "| 教师 | 5% |\n", count: 2000),
            "| 甲" + String(repeating: " ", count: 30000) + "乙 | 1 |\n|---|---|\n| 教师 | 2 |",
        ])
    func linear(_ source: String) throws { try check(source) }
}
