// zhibiao export: every format, read back by other programs; nothing half-written; the columns and tables people ask for.
import Foundation
import Testing

@testable import Zhibiao
@testable import zhibiao_cli

@Suite("Exports")
struct ExportTests {
    /// Rows with everything that a format can stumble over.
    private static let hard = """
        SELECT 1 AS n, 'a,b' AS t, NULL AS x, '' AS y UNION ALL SELECT -2.5, 'q"q''', '', NULL
        UNION ALL SELECT 3, 'line' || char(13, 10) || 'end', '=1+1', '2023-09' UNION ALL SELECT 4, ' 空格 ', '00123', '1e5'
        UNION ALL SELECT 1e300, '|a\\b*c_d[e]`<i>&amp;' || char(9), '-3', char(10) || char(13)
        """

    private func folder() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try folder.sampleDatabase()
        return folder
    }

    private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Outcome {
        let outcome = try Program.run(Program.path, arguments, in: folder.root)
        #expect(outcome.status == 0, "\(arguments): \(outcome.err)")
        return outcome
    }

    @Test("other programs read the CSV as the database has it", .enabled(if: Python.isAvailable))
    func readBack() throws {
        let folder = try folder()
        defer { folder.remove() }
        let names = FigureColumns.full(stored: true).fields
        let contract = FigureColumns.full(stored: true).columns.map(\.name)
        let figures = "SELECT " + zip(names, contract).map { "\($0) AS \"\($1)\"" }.joined(separator: ", ") + " FROM figures"
        _ = try run(folder, "export", "-o", "figures.csv")
        try folder.write("hard.csv", run(folder, "sql", "--format", "csv", Self.hard).outBytes)
        for (file, sql) in [("figures.csv", figures), ("hard.csv", Self.hard)] {
            let read = try Python.readBack(folder.path(file), of: folder.path("metrics.db"), sql, with: "python", "pandas", "duckdb")
            #expect(read.status == 0, "\(read.out)\(read.err)")
            guard Program.exists("soffice") else { continue }
            // A cell of LibreOffice has no carriage return.
            let sheet =
                file == "hard.csv"
                ? Self.hard.replacingOccurrences(of: "char(13, 10)", with: "char(10)").replacingOccurrences(of: "|| char(13)", with: "")
                : sql
            let text = try run(folder, "sql", "--format", "csv", sheet).outBytes
            let path = try folder.write("sheet-\(file)", file == "hard.csv" ? text : Array(Data(contentsOf: folder.url(file))))
            let office = try Python.readBack(path, of: folder.path("metrics.db"), sheet, with: "libreoffice")
            #expect(office.status == 0, "\(office.out)\(office.err)")
        }
    }

    @Test("JSON and NDJSON hold the same, and a second column of a name gets another")
    func json() throws {
        let folder = try folder()
        defer { folder.remove() }
        let whole = try JSONSerialization.jsonObject(with: Data(run(folder, "sql", "--format", "json", Self.hard).outBytes))
        let rows = try #require(whole as? [[String: Any]])
        #expect(rows.count == 5 && rows[0]["x"] is NSNull && rows[0]["y"] as? String == "" && rows[1]["n"] as? Double == -2.5)
        #expect(rows[2]["t"] as? String == "line\r\nend" && rows[4]["n"] as? Double == 1e300)
        let lines = try run(folder, "sql", "--format", "ndjson", Self.hard).out.split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? NSDictionary
        }
        #expect(lines == rows.map { $0 as NSDictionary })
        #expect(try run(folder, "sql", "--format", "ndjson", "SELECT 1 AS a, 2 AS a").out == #"{"a":1,"a_2":2}"# + "\n")
        #expect(try run(folder, "sql", "--format", "json", "SELECT 1 AS a WHERE 0").out == "[]\n")
    }

    @Test("TSV has one line a row, and says what tab, line end and NULL are")
    func tsv() throws {
        let folder = try folder()
        defer { folder.remove() }
        let lines = try run(folder, "sql", "--format", "tsv", Self.hard).out.components(separatedBy: "\n")
        #expect(lines.count == 7 && lines[1] == "1\ta,b\t\\N\t" && lines[3] == "3\tline\\r\\nend\t=1+1\t2023-09")
        #expect(lines[5].hasPrefix("1e+300\t|a\\\\b") && lines[5].hasSuffix("\\t\t-3\t\\n\\r"), "\(lines[5])")
    }

    @Test("statements fill a table with the same rows")
    func statements() throws {
        let folder = try folder()
        defer { folder.remove() }
        // The shell of SQLite takes a carriage return at a line's end away.
        let hard = Self.hard.replacingOccurrences(of: "char(13, 10)", with: "char(13, 65, 10)")
        let sql = try run(folder, "sql", "--format", "sql", "--table", "a \"b\"", hard).out
        let script =
            "CREATE TABLE \"a \"\"b\"\"\" (n, t, x, y);\n\(sql)SELECT count(*) FROM (SELECT * FROM \"a \"\"b\"\"\" EXCEPT SELECT * FROM (\(hard)));"
        let read = try Program.run("sqlite3", [":memory:"], input: Array(script.utf8))
        #expect(read.out == "0\n" && read.err == "", "\(read.out)\(read.err)")
        #expect(
            try Program.run("sqlite3", [":memory:"], input: Array((script + "SELECT count(*) FROM \"a \"\"b\"\"\";").utf8)).out == "0\n5\n")
    }

    @Test("Markdown is the table that pandoc reads", .enabled(if: Program.exists("pandoc")))
    func markdown() throws {
        let folder = try folder()
        defer { folder.remove() }
        let table = try run(folder, "sql", "--format", "markdown", Self.hard.replacingOccurrences(of: "char(13, 10)", with: "' '")).out
        #expect(table.hasPrefix("| n | t | x | y |\n| ---: | --- | --- | --- |\n| 1 | a,b |  |  |\n"), "\(table)")
        let read = try Program.run("pandoc", ["-f", "gfm", "-t", "plain", "--columns", "200"], input: Array(table.utf8))
        #expect(read.out.contains("|a\\b*c_d[e]`<i>&amp;"), "\(read.out)")
    }

    @Test("HTML is well-formed and safe")
    func html() throws {
        let folder = try folder()
        defer { folder.remove() }
        let page = try run(folder, "sql", "--format", "html", "SELECT '<script>\"&' AS \"a<b\", 1640000000.0 AS n, NULL AS x").out
        #expect(page.contains("<th>a&lt;b</th>"))
        #expect(page.contains("<tr><td>&lt;script&gt;&quot;&amp;</td><td class=\"n\">1640000000</td><td></td></tr>"), "\(page)")
    }

    @Test("--excel has a byte order mark, and guards text that would be a formula, and only that")
    func excel() throws {
        let folder = try folder()
        defer { folder.remove() }
        let sql = "SELECT -1.5 AS n, '=1+1' AS a, '-81.3%' AS b, '＝x' AS c, '''=x' AS d, 'x=1' AS e, '' AS f, NULL AS g"
        let csv = try run(folder, "sql", "--format", "csv", "--excel", sql).out
        #expect(csv == "\u{FEFF}n,a,b,c,d,e,f,g\r\n-1.5,'=1+1,'-81.3%,'＝x,''=x,x=1,\"\",\r\n", "\(csv)")
        for text in ["=1", "'=1", "''-", "+", "@a", "\t=", "'x", "", "'", "数=1", "−3"] {
            #expect(SpreadsheetText.unguarded(SpreadsheetText.guarded(text)) == text)
        }
        #expect(try Program.run("export", "--format", "json", "--excel", in: folder.root).status == 2)
    }

    @Test("what went to a spreadsheet comes back as it was")
    func excelComesBack() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.md", "# 年报\n\n全市工业增加值增长-3.5%，出口下降。\n\n-12.5%的降幅收窄。全市有企业12家。\n")
        #expect(try Program.run("import", "a.md", in: folder.root).status == 0)
        _ = try run(folder, "export", "-o", "plain.csv")
        let excel = try run(folder, "export", "-o", "excel.csv", "--excel")
        #expect(try run(folder, "export", "--excel").out.contains(",'-3.5%,"), "\(excel)")
        #expect(try run(folder, "review", "apply", "excel.csv", "--by", "李雷").err.contains("0 corrected"))
        _ = try run(folder, "import", "excel.csv", "--db", "second.db")
        _ = try run(folder, "export", "--db", "second.db", "-o", "again.csv")
        #expect(try Data(contentsOf: folder.url("plain.csv")) == Data(contentsOf: folder.url("again.csv")))
    }

    @Test("a data package is valid, types every column, and is the same in a folder and an archive")
    func dataPackage() throws {
        let folder = try folder()
        defer { folder.remove() }
        _ = try run(folder, "export", "-o", "package/")
        _ = try run(folder, "export", "-o", "package.zip")
        #expect(try folder.names() == ["metrics.db", "package", "package.zip"])
        let csv = try Data(contentsOf: folder.url("package/figures.csv"))
        #expect(try Array(csv) == run(folder, "export").outBytes)
        let json = try Data(contentsOf: folder.url("package/datapackage.json"))
        let package = try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
        let resource = try #require((package["resources"] as? [[String: Any]])?.first)
        let fields = try #require((resource["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
        let header = String(decoding: csv.prefix { $0 != 0x0D }, as: UTF8.self).components(separatedBy: ",")
        #expect(fields.map { $0["name"] as? String } == header)
        for field in fields {
            #expect(["integer", "number", "string"].contains(field["type"] as? String), "\(field)")
            #expect((field["description"] as? String)?.isEmpty == false && (field["title"] as? String)?.isEmpty == false, "\(field)")
        }
        #expect((resource["schema"] as? [String: Any])?["primaryKey"] as? String == "figure_id")
        let script = """
            import zipfile, sys
            z = zipfile.ZipFile('package.zip'); assert z.testzip() is None
            for n in ('figures.csv', 'datapackage.json'): assert z.read(n) == open('package/' + n, 'rb').read(), n
            print(z.namelist())
            """
        #expect(try Program.run("python3", ["-c", script], in: folder.root).out == "['datapackage.json', 'figures.csv']\n")
    }

    @Test("columns by any of their names, labels in Chinese and English")
    func columns() throws {
        let folder = try folder()
        defer { folder.remove() }
        try folder.write("a.md", "2023年，苏州市有企业12家。\n")
        _ = try run(folder, "import", "a.md", "--db", "own.db")
        let first = try run(folder, "export", "--db", "own.db", "--columns", "主体,period,end,Value,bound", "--labels", "zh").out
        #expect(first == "主体,时期,结束字符,数值,限定\r\n苏州市,2023,15,12,等于\r\n", "\(first)")
        let english = try run(folder, "export", "--columns", "category,indicator_label,statistic", "--labels", "en", "--format", "ndjson")
            .out
        #expect(english.contains(#""Category":"Enterprises""#) && english.contains(#""Statistic":"Rate""#))
        #expect(try run(folder, "figures", "--columns", "subject,end", "--limit", "1", "--format", "csv").out.hasPrefix("subject,end\r\n"))
        let wrong = try Program.run("export", "--columns", "subjct", in: folder.root)
        #expect(wrong.status == 2 && wrong.err.contains("did you mean subject?"), "\(wrong.err)")
        // Every column and every code has its names.
        let table = try FieldTable()
        for name in FigureRecord.columns { #expect(table[name] != nil, "\(name)") }
        for bound in Bound.allCases { #expect(table.label(bound.rawValue, of: "bound", .zh) != bound.rawValue) }
        for statistic in Statistic.allCases { #expect(table.label(statistic.rawValue, of: "statistic", .zh) != statistic.rawValue) }
        for status in FigureStatus.allCases { #expect(table.label(status.rawValue, of: "status", .zh) != status.rawValue) }
    }

    @Test("a wide table: years or indicators side by side, bounds kept, rejected figures left out")
    func wide() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write(
            "a.md", "# 年报\n\n2022年，苏州市毕业生就业率为95.5%。2023年，苏州市毕业生就业率超过96%。2023年，无锡市毕业生就业率为94%。\n")
        #expect(try Program.run("import", "a.md", in: folder.root).status == 0)
        let indicator = try run(folder, "sql", "--format", "ndjson", "SELECT DISTINCT indicator_label AS i FROM figures").out
        let name = try #require(indicator.split(separator: "\"").dropFirst(3).first)
        let years = try run(folder, "export", "--wide", "years").out
        #expect(years == "主体,指标,计量单位,2022,2023\r\n苏州市,\(name),%,95.5,≥ 96\r\n无锡市,\(name),%,,94\r\n", "\(years)")
        let indicators = try run(folder, "export", "--wide", "indicators", "-o", "t.md")
        let table = try String(contentsOf: folder.url("t.md"), encoding: .utf8)
        #expect(table.contains("| 苏州市 | 2022 | 95.5 |\n| 苏州市 | 2023 | ≥ 96 |\n| 无锡市 | 2023 | 94 |"), "\(table)\(indicators.err)")
        _ = try run(folder, "review", "reject", "3", "--by", "李雷")
        #expect(try !run(folder, "export", "--wide", "years").out.contains("无锡市"))
    }

    @Test("a full disk or a kill leaves the old file, or none")
    func nothingHalf() throws {
        let folder = try folder()
        defer { folder.remove() }
        try folder.write("old.csv", "old")
        for name in ["old.csv", "new.csv", "new.zip", "new/"] {
            let outcome = try Program.run(
                "bash", ["-c", "ulimit -f 8; exec '\(Program.path)' export -o \(name)"], in: folder.root)
            #expect(outcome.status == 1 && outcome.errLines.count == 1, "\(name): \(outcome.err)")
        }
        #expect(try folder.names() == ["metrics.db", "old.csv"])
        #expect(try String(contentsOf: folder.url("old.csv"), encoding: .utf8) == "old")
        for name in ["missing/x.csv", "metrics.db/x.csv", "."] {
            let outcome = try Program.run("export", "-o", name, "--format", "csv", in: folder.root)
            #expect(outcome.status == 1 && outcome.errLines.count == 1, "\(name): \(outcome.err)")
        }
    }

    @Test("a bar on a terminal, quiet elsewhere", .enabled(if: Terminal.isAvailable))
    func progress() throws {
        let folder = try folder()
        defer { folder.remove() }
        #expect(try run(folder, "export", "-o", "a.csv").err == "a.csv: 56 figures\n")
        let terminal = try Terminal("'\(Program.path)' export --db \(folder.path("metrics.db")) -o \(folder.path("b.csv"))")
        defer { terminal.end() }
        try terminal.wait("the export ends") { $0.contains { $0.contains("56 figures") } && $0.contains { $0.hasPrefix("[exit 0") } }
    }
}
