// The main job with the real binary: reports become a database that can be questioned.
import Foundation
import Testing

@Suite("Import and questions")
struct ImportTests {
    private static let hasSQLite = Program.exists("sqlite3")

    private func number(_ sql: String, _ database: String) throws -> Int {
        let outcome = try Program.run("sqlite3", [database, sql])
        #expect(outcome.err == "")
        return try #require(Int(outcome.out.trimmingCharacters(in: .whitespacesAndNewlines)), "\(outcome.out)")
    }

    @Test("every row's offsets point at its characters", .enabled(if: hasSQLite))
    func offsets() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        for view in ["figures", "numerals"] {
            let wrong =
                "SELECT count(*) FROM \(view) JOIN reports USING (report_id) WHERE substr(text, char_start + 1, char_end - char_start) IS NOT surface"
            #expect(try number(wrong, database) == 0)
        }
        #expect(try number("SELECT count(*) FROM reports", database) > 0)
        #expect(try number("SELECT count(*) FROM figures", database) > 0)
        #expect(
            try number("SELECT count(*) FROM numerals WHERE kind = 'figure'", database) == number("SELECT count(*) FROM figures", database))
    }

    @Test("importing twice changes nothing")
    func twice() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        let before = try Data(contentsOf: folder.url("metrics.db"))
        let again = try Program.run("import", "--samples", "--db", database)
        #expect(again.status == 0)
        #expect(again.err.contains(" 0 imported") || again.err.contains("\n0 imported"), "\(again.err)")
        #expect(try Data(contentsOf: folder.url("metrics.db")) == before)
        #expect(try folder.names() == ["metrics.db"])
    }

    @Test("a folder is read to its depths, and what is skipped is said")
    func folders() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("reports/one.txt", "全市有企业12家。\n")
        try folder.write("reports/deep/er/two.md", "# 报告\n\n全市有学校3所。\n")
        try folder.write("reports/table.xlsx", "no")
        try folder.write("reports/.hidden.txt", "全市有企业13家。\n")
        try FileManager.default.createSymbolicLink(at: folder.url("reports/loop"), withDestinationURL: folder.url("reports"))
        let outcome = try Program.run("import", "reports", "--db", "m.db", in: folder.root)
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(outcome.out == "")
        #expect(outcome.err.contains("2 imported, 0 unchanged;"), "\(outcome.err)")
        #expect(outcome.err.contains("table.xlsx") && outcome.err.contains("loop") && !outcome.err.contains("hidden"))
        let paths = try Program.run("sql", "SELECT path FROM reports ORDER BY path", "--db", "m.db", "--format", "csv", in: folder.root)
        #expect(paths.out == "path\r\nreports/deep/er/two.md\r\nreports/one.txt\r\n")
    }

    @Test("the database is --db, else $ZHIBIAO_DB, else ./metrics.db")
    func whichDatabase() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.txt", "全市有企业12家。\n")
        #expect(try Program.run("import", "a.txt", in: folder.root).status == 0)
        #expect(try Program.run("import", "a.txt", in: folder.root, environment: ["ZHIBIAO_DB": "variable.db"]).status == 0)
        #expect(try Program.run("import", "a.txt", "--db", "option.db", in: folder.root, environment: ["ZHIBIAO_DB": "no.db"]).status == 0)
        #expect(try folder.names() == ["a.txt", "metrics.db", "option.db", "variable.db"])
    }

    @Test("extract gives the contract's fields, one object a line")
    func extractNDJSON() throws {
        let outcome = try Program.run("extract", "-", "--format", "ndjson", input: Self.report)
        #expect(outcome.status == 0, "\(outcome.err)")
        let objects = try Self.objects(outcome.out)
        #expect(!objects.isEmpty)
        for (object, line) in zip(objects, outcome.out.split(separator: "\n")) {
            #expect(Set(object.keys) == Set(Self.fields))
            let start = try #require(object["start"] as? Int)
            let end = try #require(object["end"] as? Int)
            let scalars = Array(Self.report.unicodeScalars)
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[start..<end])
            #expect(object["surface"] as? String == String(view))
            #expect(!line.contains(".0,"))
        }
        let csv = try Program.run("extract", "-", "--format", "csv", input: Self.report)
        #expect(csv.out.hasPrefix(Self.fields.joined(separator: ",") + "\r\n"))
        #expect(try Program.run("extract", "-", input: Self.report).out.contains("苏州市"))
    }

    @Test("audit leaves no numeral out, and counts the kinds")
    func audit() throws {
        let outcome = try Program.run("audit", "-", "--format", "ndjson", input: Self.report)
        #expect(outcome.status == 0, "\(outcome.err)")
        let objects = try Self.objects(outcome.out)
        for object in objects { #expect(Set(object.keys) == Set(Self.fields + ["kind"])) }
        let figures = objects.filter { $0["kind"] as? String == "figure" }.count
        let extracted = try Program.run("extract", "-", "--format", "ndjson", input: Self.report).out.split(separator: "\n").count
        #expect(figures == extracted)
        #expect(objects.count > figures, "the year is a numeral and no figure")
        #expect(outcome.err.contains("\(objects.count) numerals") && outcome.err.contains("unresolved"))
    }

    @Test("figures, show and export agree on a figure")
    func questions() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("report.txt", Self.report)
        #expect(try Program.run("import", "report.txt", in: folder.root).status == 0)
        let found = try Program.run("figures", "--subject", "苏州市", "--category", "enterprise", "--format", "ndjson", in: folder.root)
        #expect(found.status == 0, "\(found.err)")
        let figure = try #require(try Self.objects(found.out).first, "\(found.err)")
        #expect(figure["value"] as? Double == 1369)
        #expect(Set(figure.keys) == Set(Self.fields + ["figure_id", "report_id", "report", "status"]))
        let id = try #require(figure["figure_id"] as? Int)
        let shown = try Program.run("show", "\(id)", in: folder.root)
        #expect(shown.status == 0)
        #expect(shown.out.contains("【1369家】") && shown.out.contains("1,369 家") && shown.out.contains("report.txt, line"), "\(shown.out)")
        let table = try Program.run("figures", "苏州", "企业", in: folder.root)
        #expect(table.out.contains("1,369"), "\(table.out)\(table.err)")
        let exported = try Program.run("export", "-o", "out.csv", in: folder.root)
        #expect(exported.status == 0)
        let csv = try String(contentsOf: folder.url("out.csv"), encoding: .utf8)
        #expect(csv.hasPrefix("figure_id,report_id,report,status,start,end,surface,"))
        #expect(try csv == Program.run("export", in: folder.root).out)
        #expect(try folder.names() == ["metrics.db", "out.csv", "report.txt"])
        let missing = try Program.run("show", "999999", in: folder.root)
        #expect(missing.status == 1 && missing.errLines.count == 1)
    }

    @Test(
        "plain sqlite3 reads the views", .enabled(if: hasSQLite),
        arguments: ["figures", "enterprises", "teachers", "patents", "employment_rates", "numerals", "reports"])
    func plainSQLite(view: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try Program.run("sqlite3", [folder.sampleDatabase(), "SELECT * FROM \(view) LIMIT 1"])
        #expect(outcome.status == 0 && outcome.err == "")
    }

    @Test("a reader that goes away is no failure")
    func brokenPipe() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x, '常州市' FROM c"
        let script = "{ \"$0\" sql --db \"$1\" --format csv \"$2\"; echo $? > status; } | head -n 1"
        let outcome = try Program.run("sh", ["-c", script, Program.path, database, endless], in: folder.root)
        #expect(outcome.out == "x,'常州市'\r\n")
        #expect(outcome.err == "")
        #expect(try String(contentsOf: folder.url("status"), encoding: .utf8) == "0\n")
    }

    // MARK: - Parts

    static let report = """
        # 2023年产业报告

        2023年，苏州市共有高新技术企业1369家，其中规模以上企业超过200家。全市毕业生就业率为86.5%。

        """

    static let fields = [
        "start", "end", "surface", "value", "low", "high", "unit", "bound", "statistic", "frequency", "category", "indicator",
        "indicator_label", "measure", "subject", "subject_kind", "period", "period_basis", "rank", "quote", "section", "line",
        "confidence",
    ]

    static func objects(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }
}
