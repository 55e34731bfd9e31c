// The same document in every encoding and format gives the same figures; folders, standard input and descriptions of reports.
import Foundation
import Testing

@Suite("Formats")
struct FormatTests {
    /// One report as Markdown; its paragraphs are also a plain text.
    static let report = """
        # 2023年苏州市产教融合报告

        2023年，苏州市共有高新技术企业1369家，其中规模以上企业超过200家。全市毕业生就业率为86.5%，比上年提高1.2个百分点。

        ## 一、人才

        全市高技能人才近20万人，占技能人才总量的35.6%。专任教师3.5万人，其中“双师型”教师约占六成。

        ## 二、经费

        各级财政投入职业教育经费16.4亿元，较上年增加2 300万元；校企共建实训基地48个，合作企业投入设备价值不低于1.2亿元。

        """

    static let table = """

        | 指标 | 2022年 | 2023年 |
        |------|-------:|-------:|
        | 合作企业（家） | 812 | 1369 |
        | 专任教师（人） | 33100 | 35000 |

        """

    /// What a figure says, without where it stands.
    func figures(_ path: String, _ options: String...) throws -> [String] {
        let outcome = try Program.run(Program.path, ["extract", path, "--format", "ndjson"] + options)
        #expect(outcome.status == 0 && outcome.err == "", "\(outcome.err)")
        return try outcome.out.split(separator: "\n").map { line in
            let figure = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            let fields = ["value", "low", "high", "unit", "bound", "statistic", "category", "measure", "subject", "period", "period_basis"]
            let surface = (figure["surface"] as? String ?? "").filter { !$0.isWhitespace }
            return ([surface] + fields.map { "\(figure[$0] ?? "")" }).joined(separator: "|")
        }
    }

    private func expected(_ folder: TemporaryFolder, _ text: String = report) throws -> [String] {
        let figures = try figures(folder.write("original.md", text))
        #expect(figures.count >= 9, "\(figures)")
        return figures
    }

    /// Whether the programs that a test makes its files with are there; `make test` installs them.
    static func has(_ programs: String...) -> Bool { programs.allSatisfy(Program.exists) }

    // MARK: encodings

    @Test("encodings are found", arguments: ["UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312", "UTF-8"])
    func encodings(name: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let text = Self.report + Self.table
        let expected = try expected(folder, text)
        let marked = ["UTF-16LE", "UTF-16BE", "UTF-8"].contains(name) ? "\u{FEFF}" + text : text
        let converted = try Program.run("iconv", ["-f", "UTF-8", "-t", name], input: Array(marked.utf8))
        #expect(converted.status == 0)
        let path = try folder.write("report.txt", converted.outBytes)
        #expect(try figures(path) == expected)
        let offsets = try Program.run("extract", path, "--format", "csv").out
        #expect(try offsets == Program.run("extract", folder.path("original.md"), "--format", "csv").out)
    }

    @Test("--encoding overrules what is found")
    func overruled() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let expected = try expected(folder)
        let bytes = try Program.run("iconv", ["-f", "UTF-8", "-t", "UTF-16BE"], input: Array(Self.report.utf8)).outBytes
        let path = try folder.write("unmarked.txt", bytes)
        #expect(try Program.run("extract", path).status == 1)
        #expect(try figures(path, "--encoding", "utf-16") == expected)
        let wrong = try Program.run("extract", folder.path("original.md"), "--encoding", "utf-16")
        #expect(wrong.status == 1 && wrong.errLines.count == 1, "\(wrong.err)")
        #expect(try Program.run("extract", path, "--encoding", "ebcdic").status == 2)
    }

    // MARK: formats

    @Test("other programs' formats", .enabled(if: has("pandoc")), arguments: ["docx", "odt", "epub", "rtf", "html"])
    func formats(format: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let text = Self.report + Self.table
        let expected = try expected(folder, text)
        let path = folder.path("report.\(format)")
        let made = try Program.run("pandoc", ["-s", "--metadata", "title=报告", folder.path("original.md"), "-o", path])
        #expect(made.status == 0, "\(made.err)")
        #expect(try figures(path) == expected)
    }

    @Test("the name of a file does not matter", .enabled(if: has("pandoc")))
    func wrongName() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let expected = try expected(folder)
        #expect(try Program.run("pandoc", [folder.path("original.md"), "-o", folder.path("report.docx")]).status == 0)
        try FileManager.default.moveItem(at: folder.url("report.docx"), to: folder.url("report.txt"))
        #expect(try figures(folder.path("report.txt")) == expected)
    }

    @Test("PDF, with lines that end anywhere", .enabled(if: has("pango-view", "pdftotext")), arguments: [300, 380, 460])
    func pdf(width: Int) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let expected = try expected(folder)
        let path = try folder.pdf(Self.report, width: width)
        #expect(try figures(path) == expected)
    }

    @Test("the report says what made its text", .enabled(if: has("pandoc", "pango-view", "pdftotext")))
    func origin() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        _ = try expected(folder)
        try folder.pdf(Self.report, width: 400)
        #expect(try Program.run("pandoc", [folder.path("original.md"), "-o", folder.path("report.docx")]).status == 0)
        let gbk = try Program.run("iconv", ["-f", "UTF-8", "-t", "GBK"], input: Array(Self.report.utf8)).outBytes
        try folder.write("report.txt", gbk)
        let outcome = try Program.run("import", "--db", "metrics.db", ".", in: folder.root)
        #expect(outcome.status == 0, "\(outcome.err)")
        let sql = "SELECT path, encoding, converter FROM reports ORDER BY path"
        let rows = try Program.run("sql", "--db", "metrics.db", sql, "--format", "csv", in: folder.root).out.split(separator: "\r\n")
        #expect(rows.count == 5, "a header and four reports: \(rows)")
        for (name, origin) in [
            ("original.md", "utf-8,"), ("report.docx", "utf-8,pandoc "), ("report.pdf", "utf-8,pdftotext "), ("report.txt", "gb18030,"),
        ] {
            #expect(rows.contains { $0.hasPrefix("./\(name),\(origin)") }, "\(name): \(rows)")
        }
    }

    // MARK: folders

    @Test("the order of reports does not depend on the time that each takes")
    func order() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for i in 0..<30 {
            let length = i % 5 == 0 ? 200 : 1
            try folder.write("reports/\(i % 3)/\(i).txt", "# 第\(i)份报告\n\n" + String(repeating: "全市有企业\(i)家。\n\n", count: length))
        }
        func dump() throws -> String {
            try? FileManager.default.removeItem(at: folder.url("metrics.db"))
            let outcome = try Program.run("import", "--db", "metrics.db", "reports", in: folder.root)
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(!outcome.err.contains("\r") && !outcome.err.contains("\u{1B}"), "no bar where there is no terminal")
            return try Program.run("sqlite3", ["metrics.db", ".dump"], in: folder.root).out
        }
        let first = try dump()
        #expect(first.contains("第29份报告"))
        #expect(try dump() == first)
    }

    @Test("links that lead in circles")
    func circles() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("reports/a.txt", "全市有企业12家。\n")
        for (name, target) in [("reports/up", ".."), ("reports/self.txt", "self.txt"), ("reports/again", "../reports")] {
            try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
        }
        let outcome = try Program.run("import", "--db", "metrics.db", "reports", in: folder.root)
        #expect(outcome.status == 1)
        #expect(outcome.errLines.filter { $0.hasPrefix("zhibiao: ") }.count == 1, "\(outcome.err)")
        #expect(outcome.err.contains("1 imported, 0 unchanged, 1 failed"), "\(outcome.err)")
        #expect(outcome.err.contains("a link to a folder"))
    }

    @Test("standard input")
    func standardInput() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try Program.run("import", "--db", "metrics.db", "-", "--title", "年报", input: "全市有企业12家。\n", in: folder.root)
        #expect(outcome.status == 0, "\(outcome.err)")
        let rows = try Program.run("sql", "--db", "metrics.db", "SELECT title, path FROM reports", "--format", "csv", in: folder.root).out
        #expect(rows.contains("年报,-"))
        #expect(try Program.run("import", "-", "-", in: folder.root).status == 2)
    }

    // MARK: metadata

    @Test("what is known of a report: options before the file beside it before the text")
    func metadata() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("reports/a.md", "# 年度报告\n\n来源：统计局　　作者：王五\n\n全市有企业12家。\n")
        try folder.write("reports/a.md.meta.csv", "field,value\nyear,2021\nauthor,\"张三, 李四\"\n")
        let imported = try Program.run("import", "--db", "metrics.db", "reports", "--affiliation", "研究所", in: folder.root)
        #expect(imported.status == 0 && !imported.err.contains("meta.csv"), "\(imported.err)")
        let sql = "SELECT title, year, publisher, author, affiliation, period FROM reports JOIN figures USING (report_id)"
        let rows = try Program.run("sql", "--db", "metrics.db", sql, "--format", "csv", in: folder.root).out
        #expect(rows.hasSuffix("年度报告,2021,统计局,\"张三, 李四\",研究所,2021\r\n"), "\(rows)")
    }

    @Test(
        "a file beside a report that says something else",
        arguments: [
            "field;value\n", "field,value\nyear,last\n", "field,value\npages,3\n", "field,value\nauthor,\"x\n", "field,value\nauthor\n",
        ])
    func badMetadata(text: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.md", "全市有企业12家。\n")
        try folder.write("a.md.meta.csv", text)
        let outcome = try Program.run("extract", "a.md", in: folder.root)
        #expect(outcome.status == 1 && outcome.out == "")
        #expect(outcome.errLines.count == 1 && outcome.err.contains("a.md.meta.csv"), "\(outcome.err)")
    }
}

extension TemporaryFolder {
    /// Sets a text in a Chinese typeface, broken into lines of `width` points, as PDF; gives its path.
    @discardableResult
    func pdf(_ text: String, width: Int) throws -> String {
        // Headings of the page have no marks.
        let plain = text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == "#" || $0 == " " } }.joined(
            separator: "\n")
        let source = try write("page.in", plain)
        let path = path("report.pdf")
        let options = ["--no-display", "--font=WenQuanYi Micro Hei 10", "--wrap=char", "--width=\(width)", "--output=\(path)", source]
        let outcome = try Program.run("pango-view", options)
        guard outcome.status == 0 else { throw CocoaError(.fileWriteUnknown) }
        return path
    }
}
