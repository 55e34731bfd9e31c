// A report imported a second time: nothing happens, or what is newly said of it takes effect, and the program says which.
import Foundation
import Testing

@Suite("Imported again")
struct ReimportTests {
    private func rows(_ folder: TemporaryFolder, _ columns: String) throws -> String {
        let sql = "SELECT \(columns) FROM reports JOIN figures USING (report_id)"
        let outcome = try Program.run("sql", "--db", "metrics.db", sql, "--format", "csv", in: folder.root)
        #expect(outcome.status == 0, "\(outcome.err)")
        return outcome.out
    }

    private func add(_ folder: TemporaryFolder, _ options: String...) throws -> String {
        let outcome = try Program.run(Program.path, ["import", "--db", "metrics.db", "a.txt"] + options, in: folder.root)
        #expect(outcome.status == 0, "\(outcome.err)")
        return outcome.err
    }

    @Test("other metadata takes effect, the same changes nothing")
    func metadata() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.txt", "# 年度报告\n\n作者：王五\n\n全市有企业12家。\n")
        #expect(try add(folder, "--publisher", "统计局").contains("1 imported, 0 unchanged;"))
        let said = try add(folder, "--year", "2021", "--publisher", "教育局", "--author", "王五")
        #expect(said.contains("updated    a.txt: read again with another year, publisher: 1 figure among"), "\(said)")
        #expect(said.contains("0 imported, 0 unchanged, 1 updated; metrics.db holds 1 report with 1 figure"), "\(said)")
        let columns = "year, publisher, author, value, period"
        #expect(try rows(folder, columns).hasSuffix("2021,教育局,王五,12,2021\r\n"))
        let bytes = try Data(contentsOf: folder.url("metrics.db"))
        for options in [[], ["--year", "2021"], ["--encoding", "utf-8"], ["--publisher", "教育局", "--encoding", "gb18030"]] {
            // Bytes that are no GB 18030 cannot be read so: the report stays as it is.
            let outcome = try Program.run(Program.path, ["import", "--db", "metrics.db", "a.txt"] + options, in: folder.root)
            let isReadable = !options.contains("gb18030")
            #expect(outcome.status == (isReadable ? 0 : 1), "\(outcome.err)")
            #expect(outcome.err.contains(isReadable ? "0 imported, 1 unchanged;" : "1 failed"), "\(options): \(outcome.err)")
            #expect(try Data(contentsOf: folder.url("metrics.db")) == bytes, "\(options)")
        }
        try folder.write("a.txt.meta.csv", "field,value\ntitle,市情\n")
        #expect(try add(folder).contains("another title"))
        #expect(try rows(folder, "title, " + columns).hasSuffix("市情,2021,教育局,王五,12,2021\r\n"))
    }

    @Test("another encoding takes effect where it gives another text")
    func encoding() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        // Two bytes a character: as UTF-16 they are characters too.
        let bytes = try Program.run("iconv", ["-f", "UTF-8", "-t", "GBK"], input: Array("全市企业有12家。".utf8)).outBytes
        try folder.write("a.txt", bytes)
        #expect(try add(folder, "--encoding", "utf-16").contains("1 imported"))
        let said = try add(folder, "--encoding", "gb18030", "--year", "2020")
        #expect(said.contains("read again with another encoding: 1 figure"), "\(said)")
        #expect(try rows(folder, "encoding, year, surface").hasSuffix("gb18030,2020,12家\r\n"))
        #expect(try add(folder, "--encoding", "gb18030").contains("1 unchanged"))
    }

    @Test("of two files of the same content the later one's description holds")
    func twins() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for name in ["a", "b"] {
            try folder.write("reports/\(name).txt", "全市有企业12家。\n")
            try folder.write("reports/\(name).txt.meta.csv", "field,value\npublisher,\(name)\n")
        }
        let outcome = try Program.run("import", "--db", "metrics.db", "reports", in: folder.root)
        #expect(outcome.err.contains("1 imported, 0 unchanged, 1 updated;"), "\(outcome.err)")
        #expect(try rows(folder, "publisher").hasSuffix("publisher\r\nb\r\n"))
    }
}
