// Charts: bars that are aligned and as long as their values, bounds that can be seen, SVG that is well-formed.
import Foundation
import Testing

@testable import Zhibiao
@testable import zhibiao_cli

@Suite("Charts")
struct ChartTests {
    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        try folder.write(
            "a.md",
            """
            # 2023年“<&>”年报

            2023年，苏州市毕业生就业率为80%。2023年，无锡市毕业生就业率超过60%。2023年，常州市毕业生就业率为40%。
            2023年，连云港市毕业生就业率为20%到30%。2023年，南通市毕业生就业率不足10%。

            2021年，苏州市投入经费16.4亿元。2019年，苏州市投入经费8.2亿元。2020年，苏州市投入经费12亿元。

            """)
        let outcome = try Program.run("import", "a.md", in: folder.root)
        try #require(outcome.status == 0, "\(outcome.err)")
        return folder
    }

    private func chart(_ folder: TemporaryFolder, _ arguments: String...) throws -> [String] {
        let outcome = try Program.run(Program.path, ["figures"] + arguments + ["--chart"], in: folder.root)
        #expect(outcome.status == 0, "\(outcome.err)")
        return outcome.out.components(separatedBy: "\n").filter { !$0.isEmpty }
    }

    @Test("a comparison: the greatest first, bars in proportion, bounds marked, aligned by display width")
    func comparison() throws {
        let folder = try folder()
        defer { folder.remove() }
        let lines = try chart(folder, "就业率")
        #expect(lines.first?.hasPrefix("2023 ") == true && lines.first?.hasSuffix(" (%)") == true, "\(lines)")
        let bars = lines.dropFirst()
        #expect(bars.map { $0.prefix { $0 != " " } } == ["苏州市", "无锡市", "常州市", "连云港市", "南通市"])
        func length(_ line: String, _ character: Character) -> Int { line.count { $0 == character } }
        let full = bars.map { length($0, "█") }
        #expect(abs(full[0] - 2 * full[2]) <= 1 && full[4] == 0, "\(bars)")
        #expect(bars.map { $0.contains("→") } == [false, true, false, false, false])
        #expect(abs(full[3] - full[0] / 4) <= 1 && abs(length(bars[bars.startIndex + 3], "▒") - full[0] / 8) <= 1, "\(bars)")
        #expect(zip(bars, ["80", "≥ 60", "40", "20–30", "< 10"]).allSatisfy { $0.contains($1) })
        // The bars begin in one column, and no line is wider than the screen.
        let starts = bars.map { line in DisplayWidth.of(String(line.prefix { !"█▒".contains($0) })) }
        #expect(Set(starts).count == 1, "\(starts)")
        #expect(bars.allSatisfy { DisplayWidth.of($0) <= 80 })
    }

    @Test("a series comes in order of time, large money in 亿元 for readers of Chinese")
    func series() throws {
        let folder = try folder()
        defer { folder.remove() }
        let lines = try chart(folder, "经费", "--lang", "zh")
        #expect(lines.first?.hasSuffix("(亿元)") == true, "\(lines)")
        #expect(
            lines.dropFirst().map { $0.split(separator: " ").prefix(2).joined(separator: " ") } == ["2019 8.2", "2020 12", "2021 16.4"])
        #expect(try chart(folder, "经费").first?.hasSuffix("(元)") == true)
        let all = try Program.run("figures", "--chart", in: folder.root)
        #expect(all.err.contains("3 more figures are not drawn"), "\(all.err)")
    }

    @Test("a chart fits the terminal", .enabled(if: Terminal.isAvailable), arguments: [100, 41, 30])
    func fits(columns: Int) throws {
        let folder = try folder()
        defer { folder.remove() }
        let terminal = try Terminal(
            "'\(Program.path)' figures 就业率 --chart --db \(folder.path("metrics.db"))", columns: columns, rows: 40)
        defer { terminal.end() }
        let screen = try terminal.wait("the chart is drawn") { $0.contains { $0.hasPrefix("[exit 0") } }
        let bars = screen.filter { $0.contains("█") || $0.contains("▒") }
        #expect(bars.count == 5, "\(screen)")
        #expect(bars.allSatisfy { DisplayWidth.of($0) <= columns && $0.contains("市") }, "\(screen)")
    }

    @Test("the SVG is well-formed, escapes text, has title, unit and source")
    func svg() throws {
        let folder = try folder()
        defer { folder.remove() }
        let outcome = try Program.run("figures", "就业率", "-o", "chart.svg", "--lang", "zh", in: folder.root)
        #expect(outcome.status == 0 && outcome.out == "" && outcome.err.contains("chart.svg"), "\(outcome.err)")
        let text = try String(contentsOf: folder.url("chart.svg"), encoding: .utf8)
        #expect(text.contains("（单位：%）</text>") && text.contains("资料来源：2023年“&lt;&amp;&gt;”年报</text>"), "\(text)")
        for name in ["苏州市", "≥ 60", "&lt; 10", "20–30"] { #expect(text.contains(">\(name)</text>"), "\(name)") }
        let script = """
            import xml.etree.ElementTree as e
            r = e.parse('chart.svg').getroot(); n = '{http://www.w3.org/2000/svg}'
            w, h = float(r.get('width')), float(r.get('height'))
            for b in r.iter(n + 'rect'):
                if b.get('x'): assert 0 <= float(b.get('x')) and float(b.get('x')) + float(b.get('width')) <= w, b.attrib
            for t in r.iter(n + 'text'): assert 0 < float(t.get('y')) < h, t.attrib
            print(len(list(r.iter(n + 'rect'))))
            """
        #expect(try Program.run("python3", ["-c", script], in: folder.root).out == "7\n")
        #expect(try Program.run("figures", "-o", "rows.csv", in: folder.root).status == 2)
        #expect(try Program.run("figures", "就业率", "-o", "missing/chart.svg", in: folder.root).status == 1)
    }

    @Test("the numbers of an axis are round and cover the bars")
    func ticks() {
        for top in [0.003, 1, 7, 86.5, 100, 999, 1_640_000_000, 3e15] {
            let ticks = ChartSVG.ticks(0...top)
            #expect((3...7).contains(ticks.count) && ticks[0] == 0 && ticks[ticks.count - 1] >= top * 0.999, "\(top): \(ticks)")
        }
        #expect(ChartSVG.ticks(-12.5...40).first == -20)
        #expect(ChartSVG.ticks(0...0) == [0])
    }
}
