// The evidence of a figure: its exact characters, its sentence, its line, its section.
import Figures
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("Evidence")
struct EvidenceTests {
    static let filler = "校园坐落在古运河的东岸，老教学楼已经翻修一新，走廊里挂着历届学生的手绘作品，操场边上种着成排的香樟，每到傍晚都有住校的学生在树下读书。"

    /// Wraps `text` after a filler sentence so that a line ends right behind `head`.
    static func page(breakingAfter head: String, _ tail: String, between: String) -> String {
        func lines(_ text: String) -> [String] {
            var (lines, rest) = ([String](), text[...])
            while !rest.isEmpty {
                lines.append(String(rest.prefix(40)))
                rest = rest.dropFirst(40)
            }
            return lines
        }
        let line = String(repeating: filler, count: 2).suffix(40 - head.count) + head
        return (lines(filler + filler) + [String(line), tail]).joined(separator: between) + between
    }

    @Test(
        "A figure that straddles a line end keeps the document's characters",
        arguments: [
            ("实训楼建筑面积20118平", "方米，投入使用。", "平方米", 20118.0, Bound.exact), ("实训楼建筑面积2011", "8平方米，投入使用。", "平方米", 20118, .exact),
            ("专业对口率达到86%以", "上，位居前列。", "%", 86, .over), ("专业对口率达到86", "%以上，位居前列。", "%", 86, .over),
            ("服务周边企业20", "0余家，广受好评。", "家", 200, .over),
        ], ["\n", "\n\n", " \n\n"])
    func straddling(_ row: (String, String, String, Double, Bound), _ between: String) throws {
        let text = ReportText(EvidenceTests.page(breakingAfter: row.0, row.1, between: between))
        let figures = try sharedExtractor.get().extract(text).figures
        let figure = try #require(figures.first)
        #expect(figures.count == 1)
        #expect(figure.value == row.3)
        #expect(figure.unit == row.2)
        #expect(figure.bound == row.4)
        #expect(text.string(figure.start..<figure.end) == figure.surface)
        #expect(!figure.quote.contains("\n"))
    }

    @Test("A sentence goes on over the foot of a page", arguments: [("建筑面积20118平", "方米，投入使用。"), ("建筑面积20118平方米，共用去资金三", "亿元，投入使用。")])
    func overThePageFoot(_ head: String, _ tail: String) throws {
        let text = ReportText(EvidenceTests.page(breakingAfter: head, "— 12 —\n\n" + tail, between: "\n\n"))
        let extraction = try sharedExtractor.get().extract(text)
        #expect(extraction.figures.first?.value == 20118)
        #expect(extraction.figures.first?.unit == "平方米")
        var last = 0
        for numeral in extraction.numerals {
            #expect(numeral.start >= last && text.string(numeral.start..<numeral.end) == numeral.surface)
            last = numeral.end
        }
    }

    @Test("The quote is the figure's whole sentence, without line ends")
    func quote() throws {
        let text = ReportText("嘉兴市新建基地8个。湖州市新建基地5个，培训1200人次！衢州市没有新建。")
        let figures = try sharedExtractor.get().extract(text).figures
        #expect(figures.map(\.quote) == ["嘉兴市新建基地8个。", "湖州市新建基地5个，培训1200人次！", "湖州市新建基地5个，培训1200人次！"])
    }

    @Test("Lines and sections lead to the place")
    func lineAndSection() throws {
        let text = ReportText("# 嘉兴市年度报告\n\n## 一、师资\n\n### （一）规模\n\n全市有教师800人。\n\n## 二、学生\n\n全市有学生9000人。\n")
        let figures = try sharedExtractor.get().extract(text).figures
        #expect(figures.map(\.line) == [7, 11])
        #expect(figures.map(\.section) == [["嘉兴市年度报告", "一、师资", "（一）规模"], ["嘉兴市年度报告", "二、学生"]])
    }

    @Test("Title, year and contents of a report")
    func report() throws {
        let text = ReportText("# 嘉兴市职业教育年度报告（2023）\n\n目 录\n\n一、师资队伍………… 3\n\n二、学生发展………… 12\n\n## 一、师资队伍\n\n全市有教师800人。\n")
        let extraction = try sharedExtractor.get().extract(text)
        #expect(extraction.title == "嘉兴市职业教育年度报告（2023）")
        #expect(extraction.year == 2023)
        #expect(extraction.contents.map(\.page) == [3, 12])
        #expect(extraction.contents.map(\.title) == ["一、师资队伍", "二、学生发展"])
        #expect(extraction.figures.count == 1)
    }

    @Test("A confidence is between 0 and 1")
    func confidence() throws {
        let figures = try sharedExtractor.get().extract(ReportText("嘉兴市新建基地8个，培训1200人次，占45%。")).figures
        #expect(figures.count == 3)
        #expect(figures.allSatisfy { (0...1).contains($0.confidence) })
    }
}
