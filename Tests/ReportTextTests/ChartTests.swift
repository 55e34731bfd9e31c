// What a PDF's text has of charts is no text; tables stay tables.
import ReportText
import TestSupport
import Testing

@Suite("Charts in text")
struct ChartTests {
    private func kinds(_ text: String) -> [String] {
        Structure(ReportText(text)).shown.map { $0.split(separator: ":").first.map(String.init) ?? "" }
    }

    @Test("Values and axes below a picture's caption say nothing")
    func below() {
        let text = """
            图1 2021—2023年在校生人数及其增速

              万人                                  %
            40                            2.5       5
                       4.8      30.4
            30   27.1  28.4

            20                                      3

                2021年      2022年     2023年
                  在校生人数      增速（%）

            全市毕业生就业率为93.5%，比上年提高0.8个百分点。
            """
        let shown = Structure(ReportText(text)).shown
        #expect(shown.first == "caption: 图1 2021—2023年在校生人数及其增速")
        #expect(shown.last == "paragraph: 全市毕业生就业率为93.5%，比上年提高0.8个百分点。")
        #expect(shown.dropFirst().dropLast().allSatisfy { $0.hasPrefix("furniture: ") }, "\(shown)")
    }

    @Test("Above it as well")
    func above() {
        let text = "年末有教师980人，学校12所，在校生3万人。\n\n 12.5   13.8   14.9\n 2021   2022   2023\n 图2 经费支出\n\n二、就业\n\n全年就业320人。\n"
        #expect(kinds(text) == ["paragraph", "furniture", "furniture", "caption", "heading", "paragraph"])
    }

    @Test(
        "Tables under such a caption stay tables",
        arguments: [
            "图3 学校情况\n学校    教师    学生\n甲校    120     2300\n乙校    98      1800\n丙校    76      1500\n",
            "图3 学校情况\n年份    教师    学生\n2021    120     2300\n2022    98      1800\n2023    76      1500\n",
            "图3 学校情况\n| 年份 | 教师 |\n|---|---|\n| 2021 | 120 |\n| 2022 | 98 |\n",
            "表1 学校情况\n年份    教师    学生\n2021    120     2300\n2022    98      1800\n图3 学校分布\n",
        ])
    func tables(_ text: String) { #expect(Structure(ReportText(text)).tables.count == 1, "\(Structure(ReportText(text)).shown)") }

    @Test("Prose under a caption stays prose")
    func prose() {
        #expect(kinds("图1 学校分布\n\n全市有学校12所。\n") == ["caption", "paragraph"])
        #expect(kinds("图1 学校分布\n\n一、概况\n\n12所学校有教师\n") == ["caption", "heading", "paragraph"])
    }
}
