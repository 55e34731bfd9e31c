// The same table as PDF, Word, page and Markdown gives the same figures, wherever its unit stands; charts give none; Word's own numbers
// head sections.
import Foundation
import Testing

@Suite("Tables, charts and numbering by format")
struct LayoutTests {
    private static let above = "2025年，全市共有高等学校26所，在校生31.2万人，比上年增长2.5%。"
    private static let between = "全市毕业生就业率为93.5%，比上年提高0.8个百分点。"
    private static let below = "全年新建校舍12.5万平方米。"
    private static let header = ["学校类别", "在校生", "毕业生", "专任教师"]
    private static let rows = [
        ["普通高校", "31.2", "8.1", "1.9"], ["中等职业学校", "9.45", "2.87", "0.61"], ["普通高中", "18.3", "5.6", "1.52"],
    ]

    private static func pipes(_ rows: [[String]]) -> String {
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        return ([lines[0], "|" + String(repeating: "---|", count: rows[0].count)] + lines.dropFirst()).joined(separator: "\n")
    }

    private static let markdown = """
        # 2025年苏州市教育年报

        \(above)

        \(between)

        表1 2025年各类学校基本情况

        单位：万人

        \(pipes([header] + rows))

        \(below)

        """

    private func expected(_ folder: TemporaryFolder, _ text: String = markdown) throws -> [String] {
        let figures = try FormatTests().figures(folder.write("original.md", text))
        #expect(figures.count == 15, "\(figures)")
        #expect(figures.contains { $0.hasPrefix("9.45|94500|") && $0.contains("中等职业学校在校生|苏州市|2025|context") }, "\(figures)")
        return figures
    }

    @Test("a PDF's table is one, and its chart is none", .enabled(if: FormatTests.has("pdftotext")), arguments: [false, true])
    func pdf(turnsPage: Bool) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let expected = try expected(folder)
        var words = PDFFile.lines(["2025年苏州市教育年报"], 72, 62)
        words += PDFFile.lines(["　　" + Self.above], 72, 102) + Self.chart(150)
        words += PDFFile.lines(["　　" + Self.between], 72, 380)
        var file = PDFFile()
        var table: [PDFFile.Words] = [.init("表1 2025年各类学校基本情况", 190, 412, size: 11), .init("单位：万人", 420, 430)]
        let columns = [90, 220, 330, 440]
        for (x, text) in zip(columns, Self.header) { table.append(.init(text, x, 452)) }
        for (index, row) in Self.rows.enumerated() {
            if turnsPage, index == 1 {
                file.pages.append(words + table + [.init("— 1 —", 280, 800)])
                (words, table) = ([], [])
            }
            for (place, text) in row.enumerated() {
                let y = turnsPage ? 60 + 20 * index : 474 + 20 * index
                table.append(.init(text, columns[place] + (place == 0 ? 0 : 30 - 5 * text.count), turnsPage && index == 0 ? 474 : y))
            }
        }
        file.pages.append(words + table + PDFFile.lines(["　　" + Self.below], 72, 590) + [.init("— 2 —", 280, 800)])
        #expect(try FormatTests().figures(folder.write("report.pdf", file.bytes)) == expected)
    }

    /// Bars and a line over five years, with two axes.
    private static func chart(_ y: Int) -> [PDFFile.Words] {
        var words: [PDFFile.Words] = [
            .init("图1 2021—2025年在校生人数及其增速", 180, y), .init("万人", 80, y + 20, size: 8), .init("%", 480, y + 20, size: 8),
        ]
        for tick in 0..<5 {
            words += [.init("\(40 - 10 * tick)", 70, y + 40 + tick * 25, size: 8), .init("\(5 - tick)", 500, y + 40 + tick * 25, size: 8)]
        }
        for (place, (value, rate)) in [("27.1", "1.2"), ("28.4", "4.8"), ("29.5", "3.9"), ("30.4", "3.1"), ("31.2", "2.5")].enumerated() {
            let x = 110 + place * 75
            words += [.init(value, x, y + 65 - place * 3, size: 8), .init(rate, x + 5, y + 48 - place * 2, size: 8)]
            words.append(.init("\(2021 + place)年", x, y + 155, size: 8))
        }
        return words + [.init("在校生人数", 200, y + 175, size: 8), .init("增速（%）", 300, y + 175, size: 8)]
    }

    @Test(
        "units in a line above, in a title row, in the title", .enabled(if: FormatTests.has("pandoc")),
        arguments: ["docx", "html", "odt", "md"])
    func units(format: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let expected = try expected(folder)
        let wide = Self.header.map { _ in "" }
        let inTitle = ["2025年各类学校基本情况（单位：万人）"] + wide.dropFirst()
        let title = ["2025年各类学校基本情况"] + wide.dropFirst()
        let unit = ["单位：万人"] + wide.dropFirst()
        let caption = "表1 2025年各类学校基本情况\n\n单位：万人\n\n"
        for (name, table) in [
            ("line", caption + Self.pipes([Self.header] + Self.rows)), ("title", Self.pipes([inTitle, Self.header] + Self.rows)),
            ("row", Self.pipes([title, unit, Self.header] + Self.rows)),
        ] {
            let text = Self.markdown.replacingOccurrences(of: caption + Self.pipes([Self.header] + Self.rows), with: table)
            let source = try folder.write("\(name).md", text)
            let path = folder.path("\(name).\(format)")
            if format != "md" { #expect(try Program.run("pandoc", ["-s", "--metadata", "title=年报", source, "-o", path]).status == 0) }
            #expect(try FormatTests().figures(path) == expected, "\(name)")
        }
    }

    @Test("paragraphs that Word numbers are headings", .enabled(if: FormatTests.has("pandoc")))
    func wordNumbers() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let texts: [WordFile.Paragraph] = [
            ("2025年苏州市教育年报", nil, 0), ("规模", 0, 0), ("全市有学校26所，其中高中9所。", nil, 0), ("质量", 0, 0), ("就业", 0, 1), ("全市毕业生就业率为93.5%。", nil, 0),
            ("升学", 0, 1), ("全市升学学生1200人。", nil, 0), ("经费", 1, 0), ("财政", 1, 1), ("全年经费支出12亿元。", nil, 0),
        ]
        let chinese = [(format: "chineseCounting", text: "%1、"), (format: "chineseCountingThousand", text: "（%2）")]
        let decimal = [(format: "decimal", text: "%1."), (format: "decimal", text: "%1.%2")]
        let path = try folder.write("report.docx", WordFile.document(texts, lists: [chinese, decimal]))
        let outcome = try Program.run("extract", path, "--format", "ndjson")
        #expect(outcome.status == 0, "\(outcome.err)")
        let sections = try ImportTests.objects(outcome.out).map { $0["section"] as? String ?? "" }
        #expect(
            sections.map { $0.filter { $0 != " " } } == [
                "2025年苏州市教育年报>一、规模", "2025年苏州市教育年报>一、规模", "2025年苏州市教育年报>二、质量>（一）就业",
                "2025年苏州市教育年报>二、质量>（二）升学", "2025年苏州市教育年报>二、质量>（二）升学>1.经费>1.1财政",
            ])
    }

    @Test("Word's numbers are written as Word shows them", .enabled(if: FormatTests.has("pandoc")))
    func wordFormats() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let formats = [
            ("chineseCountingThousand", "第%1章"), ("upperLetter", "%1."), ("lowerRoman", "(%1)"), ("decimalZero", "%1"),
            ("decimalEnclosedCircle", "%1"),
            ("none", "附"), ("bullet", "•"),
        ]
        var texts: [WordFile.Paragraph] = []
        for list in formats.indices { texts += [("甲\(list)", list, 0), ("中间的话。", nil, 0), ("乙\(list)", list, 0)] }
        texts += [("丙0", 0, 0), ("", 0, 0)] + (0..<8).map { ("丁\($0)", 0, 0) }
        let path = try folder.write("a.docx", WordFile.document(texts, lists: formats.map { [(format: $0.0, text: $0.1)] }))
        #expect(try Program.run("import", "--db", "metrics.db", path, in: folder.root).status == 0)
        let outcome = try Program.run("sql", "--db", "metrics.db", "SELECT text FROM reports", "--format", "csv", in: folder.root)
        let lines = outcome.out.replacingOccurrences(of: "\r\n", with: "\n").split(separator: "\n").map { $0.filter { $0 != " " } }.filter {
            $0 != "中间的话。"
        }
        #expect(
            lines.dropFirst().prefix(14) == [
                "\"第一章甲0", "第二章乙0", "A.甲1", "B.乙1", "(i)甲2", "(ii)乙2", "01甲3", "02乙3", "①甲4", "②乙4", "附甲5", "附乙5", "-甲6", "-乙6",
            ], "\(outcome.out)")
        #expect(lines.contains("第三章丙0") && lines.contains("第十二章丁7"), "an empty paragraph counts: \(lines)")
    }
}
