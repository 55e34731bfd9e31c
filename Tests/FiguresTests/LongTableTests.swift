// Tables of thousands of rows are read in parts; nothing of their figures shows it.
import Figures
import ReportText
import TestSupport
import Testing

@Suite("Long tables")
struct LongTableTests {
    private static let rows = 4503
    private static let caption = "表1 2024年学校情况\n\n"

    static let texts: [String] = {
        let cells = (1...rows).map { ["第\($0)中学", "\(100 + $0)", "\($0).5"] }
        let pipes = cells.map { "| \($0[0]) | \($0[1]) | \($0[2]) |\n" }.joined()
        let columns = cells.map { $0[0] + String(repeating: " ", count: 12 - $0[1].count) + $0[1] + "    " + $0[2] + "\n" }.joined()
        let page = cells.map { "<tr><td>\($0[0])</td><td>\($0[1])</td><td>\($0[2])</td></tr>\n" }.joined()
        return [
            caption + "| 学校 | 教师（人） | 经费（万元） |\n|---|---|---|\n" + pipes, caption + "学校        教师（人）    经费（万元）\n" + columns,
            "<p>" + caption + "</p><table>\n<tr><td>学校</td><td>教师（人）</td><td>经费（万元）</td></tr>\n" + page + "</table>",
        ]
    }()

    @Test("every row has the header's words, units and period", arguments: texts.indices)
    func figures(_ index: Int) throws {
        let text = Self.texts[index]
        let extraction = try sharedExtractor.get().extract(ReportText(text))
        #expect(extraction.figures.count == 2 * Self.rows)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for row in 0..<min(Self.rows, extraction.figures.count / 2) {
            let (teachers, money) = (extraction.figures[2 * row], extraction.figures[2 * row + 1])
            let isRight =
                teachers.value == Double(101 + row) && teachers.unit == "人" && teachers.measure.contains("教师")
                && teachers.measure.contains("第\(row + 1)中学") && teachers.period == "2024" && money.value == Double(row) * 10000 + 15000
                && money.unit == "元" && money.measure.contains("经费") && lines[teachers.line - 1].contains("第\(row + 1)中学")
            #expect(isRight, "\(teachers) \(money)")
            guard isRight else { break }
        }
        #expect(extraction.numerals.count { $0.surface == "1" || $0.surface == "2024年" } <= 2, "the header is there once")
    }

    @Test("parts are made anew each time, the same each time", arguments: texts.indices)
    func parts(_ index: Int) {
        let structure = Structure(ReportText(Self.texts[index]))
        let tables = structure.tables
        #expect(tables.map(\.rows.count).reduce(0, +) == Self.rows && tables.count == 3, "\(tables.map(\.rows.count))")
        #expect(tables.map(\.isContinued) == [false, true, true])
        #expect(tables.allSatisfy { $0.caption == "表1 2024年学校情况" && $0.header.count == 1 && $0.titles.isEmpty })
        #expect(structure.shown == structure.shown)
    }

    @Test("a cell that spans rows is not parted")
    func spans() throws {
        let groups = (1...1200).map { group in
            "<tr><td rowspan=3>第\(group)组</td><td>甲校</td><td>\(group)</td></tr><tr><td>乙校</td><td>\(group)</td></tr><tr><td>丙校</td><td>\(group)</td></tr>\n"
        }
        let html = "<table><tr><td>组</td><td>学校</td><td>教师（人）</td></tr>" + groups.joined() + "</table>"
        let figures = try sharedExtractor.get().extract(ReportText(html)).figures
        #expect(figures.count == 3600)
        for (index, figure) in figures.enumerated() {
            let isRight = figure.measure.contains("第\(index / 3 + 1)组") && figure.measure.contains(["甲校", "乙校", "丙校"][index % 3])
            #expect(isRight, "\(figure)")
            guard isRight else { break }
        }
    }
}
