// Lines become passages: headings and their nesting, contents, captions, page furniture, tables.
import ReportText
import TestSupport
import Testing

@Suite("Structure")
struct StructureTests {
    /// `level title` of each section, in order.
    static func outline(_ text: String) -> [String] { Structure(ReportText(text)).sections.map { "\($0.level) \($0.title)" } }

    @Test(
        "What a line is",
        arguments: [
            ("学校现有教师三百名。", "paragraph: 学校现有教师三百名。"),
            ("- 校内基地12个", "list_item: 校内基地12个"),
            ("* 校内基地12个", "list_item: 校内基地12个"),
            ("• 校内基地12个", "list_item: 校内基地12个"),
            ("> 校长说：今年招生500人。", "quote: 校长说：今年招生500人。"),
            ("【专家点评】这所学校3年翻了一番。", "comment: 【专家点评】这所学校3年翻了一番。"),
            ("第二节 招生就业……………… 17", "contents: 第二节 招生就业……………… 17"),
            ("招生就业............17", "contents: 招生就业............17"),
            ("表3-2 近年招生人数", "caption: 表3-2 近年招生人数"),
            ("图 7 课程体系", "caption: 图 7 课程体系"),
            ("— 12 —", "furniture: — 12 —"), ("12", "furniture: 12"), ("第 12 页", "furniture: 第 12 页"),
            ("第12页 共30页", "furniture: 第12页 共30页"),
            ("![图片](images/3.png)", "furniture: ![图片](images/3.png)"),
            ("----------", "furniture: ----------"),
        ])
    func lookOfALine(_ line: String, _ shown: String) { #expect(Structure(ReportText(line + "\n")).shown == [shown]) }

    @Test("A sentence about a table or picture is no caption", arguments: ["表5列出了各系人数，共12项。", "图2显示就业率为95%。"])
    func noCaption(_ line: String) { #expect(Structure(ReportText(line)).shown == ["paragraph: " + line]) }

    @Test("Line ends of every system, counted alike", arguments: ["\n", "\r", "\r\n"])
    func lineEnds(_ end: String) throws {
        let text = "# 年度报告" + end + end + "第一段有3人。" + end + "第二段有4人。"
        let structure = Structure(ReportText(text))
        #expect(structure.shown == ["heading: 年度报告", "paragraph: 第一段有3人。", "paragraph: 第二段有4人。"])
        #expect(structure.passages.map(\.line) == [1, 3, 4])
    }

    @Test("Headings of Markdown nest by their marks")
    func markdown() {
        let text = "# 总报告\n\n## 师资\n\n甲段。\n\n### 结构\n\n乙段。\n\n## 经费\n\n丙段。\n"
        #expect(StructureTests.outline(text) == ["1 总报告", "2 师资", "3 结构", "2 经费"])
        let sections = Structure(ReportText(text)).sections
        #expect(sections.map(\.parent) == [nil, 0, 1, 0])
    }

    @Test("Headings of official documents nest by their numbering")
    func official() {
        let text = """
            第一章 办学

            一、条件

            （一）校舍

            校舍很新。

            （二）设备

            1.仪器

            仪器很多。

            2.图书

            图书也多。

            二、师资

            教师很好。

            第二章 就业

            就业很好。

            """
        #expect(
            StructureTests.outline(text) == [
                "1 第一章 办学", "2 一、条件", "3 （一）校舍", "3 （二）设备", "4 1.仪器", "4 2.图书", "2 二、师资", "1 第二章 就业",
            ])
    }

    @Test("Decimal numbering nests by its parts")
    func decimal() {
        let text = "# 报告\n\n1.学生\n\n好。\n\n1.1 招生\n\n好。\n\n1.2 就业\n\n好。\n\n2.教师\n\n好。\n"
        #expect(StructureTests.outline(text) == ["1 报告", "2 1.学生", "3 1.1 招生", "3 1.2 就业", "2 2.教师"])
    }

    @Test("Numbering decides over Markdown marks that are all alike")
    func numberedMarks() {
        let text = "# 第一章 学生\n\n# 一、招生\n\n好。\n\n# （一）计划\n\n好。\n\n# 二、就业\n\n好。\n"
        #expect(StructureTests.outline(text) == ["1 第一章 学生", "2 一、招生", "3 （一）计划", "2 二、就业"])
    }

    @Test("An ornament is no part of a heading")
    func ornaments() {
        let sections = Structure(ReportText("# 报告\n\n## ◎ 数字校园\n\n好。\n")).sections
        #expect(sections.map(\.title) == ["报告", "数字校园"])
    }

    @Test("A heading's offsets are those of its words")
    func headingOffsets() throws {
        let text = ReportText("# 报告\n\n##  二、就业  \n\n好。\n")
        let section = try #require(Structure(text).sections.last)
        #expect(text.string(section.start..<section.end) == "二、就业")
        #expect(section.title == "二、就业")
    }

    @Test(
        "A numbered sentence is a paragraph and no heading",
        arguments: [
            "一、今年招生1200人，比去年多。", "（二）教师共300人。", "1.完成培训12场；",
        ])
    func numberedSentence(_ line: String) {
        let structure = Structure(ReportText("# 报告\n\n" + line + "\n"))
        #expect(structure.sections.count == 1)
        #expect(structure.passages.last?.string == line)
    }

    @Test(
        "The first heading is the title",
        arguments: [
            ("# 南湖学院年度质量报告\n\n正文。\n", "南湖学院年度质量报告"),
            ("南湖学院年度质量报告\n\n编写组\n\n正文从这里开始，说的是这一年的事情。\n", "南湖学院年度质量报告"),
            ("打印\n【字号：\n大\n小\n】\n南湖区政府工作报告\n各位代表：\n现在报告工作。\n", "南湖区政府工作报告"),
            ("2023年南湖区国民经济\n统计公报\n\n南湖区统计局\n\n一、综合\n\n全区经济平稳。\n", "2023年南湖区国民经济统计公报"),
        ])
    func title(_ text: String, _ title: String) { #expect(Structure(ReportText(text)).title == title) }

    @Test func aTextWithoutHeadingsHasNoTitle() {
        #expect(Structure(ReportText("今年招生1200人。\n教师300人。\n")).title == nil)
    }

    @Test("A pipe table: header, rows and cells in their places")
    func pipeTable() throws {
        let text = ReportText("表1 人数\n\n| 院系 | 人数 |\n|---|---:|\n| 机电系 | 1 200 |\n| 管理系 |  |\n\n后文。\n")
        let table = try #require(Structure(text).tables.first)
        #expect(table.caption == "表1 人数")
        #expect(table.header.map { $0.cells.map(\.string) } == [["院系", "人数"]])
        #expect(table.rows.map { $0.cells.map(\.string) } == [["机电系", "1 200"], ["管理系", ""]])
        let cell = table.rows[0].cells[1].passage
        #expect(text.string(cell.sourceRange(0..<cell.text.count)) == "1 200")
        #expect(cell.line == 5)
    }

    @Test("Tables without outer pipes are tables too")
    func openTable() throws {
        let table = try #require(Structure(ReportText("院系 | 人数\n--- | ---\n机电系 | 12\n")).tables.first)
        #expect((table.header + table.rows).map { $0.cells.map(\.string) } == [["院系", "人数"], ["机电系", "12"]])
    }

    @Test("A text's items stay in its order, each in its section")
    func order() {
        let structure = Structure(ReportText("# 甲\n\n一段。\n\n## 乙\n\n| 项 | 数 |\n|---|---|\n| 丙 | 5 |\n\n二段。\n"))
        #expect(structure.shown == ["heading: 甲", "paragraph: 一段。", "heading: 乙", "table_row: 项|数", "table_row: 丙|5", "paragraph: 二段。"])
        #expect(structure.tables.first?.section == 1)
        #expect(structure.passages.map(\.section) == [0, 0, 1, 1])
    }
}

@Suite("Lines that a page broke")
struct BrokenLineTests {
    /// Lines of a page as wide as each other, so that a short one is seen.
    static let page = "甲乙丙丁戊己庚辛壬癸子丑".map { "全市\($0)类职业院校的专任教师与实训设备都比上年有所增加，办学条件继续改善\n" }.joined() + "而且稳定。\n"

    @Test("A short line that ends in a comma goes on with the next, and so do those set in behind it")
    func comma() {
        let text =
            BrokenLineTests.page
            + "\n全市规模以上工业中，太阳能电池产量\n增长11%，\n                              电池产量增长13%，\n                                              充电桩产量\n增长43%。\n"
        #expect(Structure(ReportText(text)).shown.contains { $0.hasSuffix("增长11%，电池产量增长13%，充电桩产量增长43%。") })
    }

    @Test("The number of a page between the words of a line is taken out of it, and is not lost")
    func pageNumber() {
        let structure = Structure(ReportText("居民人均可支配收入36000元，比上年增 —7— 长3.8%。\n"))
        #expect(structure.shown.contains { $0.hasSuffix("比上年增长3.8%。") })
        #expect(structure.shown.contains { $0.contains("—7—") && $0.hasPrefix("furniture") })
    }

    @Test("Dashes between other characters are left where they stand", arguments: ["增长3% —7— 8%。", "甲—7—乙地。", "从甲 —1234— 到乙。"])
    func otherDashes(_ line: String) { #expect(Structure(ReportText(line + "\n")).shown == ["paragraph: " + line]) }
}

@Suite("Very long lines")
struct LongLineTests {
    @Test("A line of hundreds of thousands of characters is read in parts that end where sentences do")
    func parts() throws {
        let sentence = "全市有高新技术企业1369家，其中规模以上企业超过200家。"
        let text = ReportText(String(repeating: sentence, count: 10_000))
        var end = 0
        for item in Structure(text).items {
            guard case .passage(let passage) = item else { continue }
            let range = passage.sourceRange(passage.text.indices)
            #expect(range.lowerBound == end && range.count <= 50_000 && passage.text.last == 0x3002 && passage.line == 1)
            end = range.upperBound
        }
        #expect(end == text.scalars.count)
    }
}
