// Reviews, tables, deletion and reading again, as people type them.
import Foundation
import Testing

@Suite("Reviews and tables")
struct ReviewCommandTests {
    private func database() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        _ = try folder.sampleDatabase()
        return folder
    }

    @Test("an export comes back byte for byte")
    func roundTrip() throws {
        let folder = try database()
        defer { folder.remove() }
        for command in [
            ["review", "correct", "3", "value=77", "subject=苏州市", "period=", "--by", "李雷"], ["review", "confirm", "4", "--by", "李雷"],
            ["review", "reject", "5", "6", "--by", "李雷", "--why", "不是企业数"],
        ] {
            let outcome = try Program.run(Program.path, command, in: folder.root)
            #expect(outcome.status == 0, "\(outcome.err)")
        }
        #expect(try Program.run("export", "-o", "first.csv", in: folder.root).status == 0)
        let taken = try Program.run("import", "first.csv", "--db", "second.db", in: folder.root)
        #expect(taken.status == 0, "\(taken.err)")
        #expect(try Program.run("export", "-o", "second.csv", "--db", "second.db", in: folder.root).status == 0)
        #expect(try Data(contentsOf: folder.url("first.csv")) == Data(contentsOf: folder.url("second.csv")))
        let places =
            "SELECT count(*) AS n FROM figures JOIN reports USING (report_id) WHERE substr(text, char_start + 1, char_end - char_start) IS NOT surface"
        #expect(try Program.run("sql", places, "--db", "second.db", "--format", "csv", in: folder.root).out == "n\r\n0\r\n")
        // Neither database takes it twice.
        for name in ["metrics.db", "second.db"] {
            let again = try Program.run("import", "first.csv", "--db", name, in: folder.root)
            #expect(again.status == 0 && !again.err.contains("imported   "), "\(again.err)")
        }
    }

    @Test("a table that went through a spreadsheet makes reviews")
    func spreadsheet() throws {
        let folder = try database()
        defer { folder.remove() }
        let csv = try Program.run("export", "--limit", "3", in: folder.root).out
        // What a spreadsheet does to it: a byte order mark, no quotes around empty text.
        var lines = csv.components(separatedBy: "\r\n")
        lines[1] = lines[1].replacingOccurrences(of: ",extracted,", with: ",confirmed,")
        lines[2] = lines[2].replacingOccurrences(of: ",extracted,", with: ",rejected,")
        try folder.write("edited.csv", "\u{FEFF}" + lines.joined(separator: "\r\n").replacingOccurrences(of: "\"\"", with: ""))
        let applied = try Program.run("review", "apply", "edited.csv", "--by", "韩梅梅", in: folder.root)
        #expect(applied.status == 0 && applied.err.contains("1 confirmed, 0 corrected, 1 rejected, 1 as they were"), "\(applied.err)")
        let listed = try Program.run("review", "list", "--format", "csv", in: folder.root)
        #expect(listed.out.contains("confirm") && listed.out.contains("韩梅梅"))
        try folder.write("wrong.csv", "figure_id,value,status\n1,abc,confirmed\n99999,1,odd\n2,5,confirmed\n")
        let wrong = try Program.run("review", "apply", "wrong.csv", in: folder.root)
        #expect(
            wrong.status == 1 && wrong.err.contains("line 2, column 2 (value)") && wrong.err.contains("line 3, column 1"), "\(wrong.err)")
        #expect(try Program.run("review", "list", "--format", "csv", in: folder.root).out == listed.out)
    }

    @Test("wrong rows are named by line and column, and nothing goes in")
    func wrongRows() throws {
        let folder = try database()
        defer { folder.remove() }
        try folder.write("t.csv", "单位,多少,年\n苏州市,12,2023\n无锡市,abc,2023\n")
        let mapping = ["import", "t.csv", "--map", "value=多少", "--map", "subject=单位", "--map", "period=年", "--set", "category=enterprise"]
        let refused = try Program.run(Program.path, mapping, in: folder.root)
        #expect(refused.status == 1 && refused.err.contains("t.csv: line 3, column 2 (多少)"), "\(refused.err)")
        let partial = try Program.run(Program.path, mapping + ["--partial"], in: folder.root)
        #expect(partial.status == 1 && partial.err.contains("imported   t.csv: 1 figure,"), "\(partial.err)")
        #expect(try Program.run("figures", "--report", "t.csv", "--format", "csv", in: folder.root).out.contains("苏州市"))
        #expect(try Program.run("import", "t.csv", "--map", "nonsense=单位", in: folder.root).status == 2)
    }

    @Test("reading again and deleting")
    func againAndDelete() throws {
        let folder = try database()
        defer { folder.remove() }
        let again = try Program.run("import", "--again", in: folder.root)
        #expect(again.status == 0 && again.err.contains("0 changed") && again.out == "", "\(again.err)")
        #expect(try Program.run("review", "reject", "1", "--by", "a", in: folder.root).status == 0)
        let deleted = try Program.run("delete", "1", in: folder.root)
        #expect(deleted.status == 0 && deleted.err.contains("1 reviews of it are kept"), "\(deleted.err)")
        #expect(try Program.run("delete", "1", in: folder.root).status == 1)
        #expect(try Program.run("import", "--samples", in: folder.root).status == 0)
        let status = try Program.run(
            "sql", "SELECT count(*) AS n FROM figures WHERE status = 'rejected'", "--format", "csv", in: folder.root)
        #expect(status.out == "n\r\n1\r\n")
        #expect(try Program.run("delete", "nothing", "--db", "no.db", in: folder.root).status == 1)
        #expect(!FileManager.default.fileExists(atPath: folder.path("no.db")))
    }

    @Test("a table that a spreadsheet has written in its own way still applies: every cell quoted, numbers in another form")
    func throughASpreadsheet() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.txt", "2023年1—6月，苏州市毕业生就业率为0.0860%。\n")
        #expect(try Program.run("import", "a.txt", in: folder.root).status == 0)
        let exported = try Program.run("export", "--format", "csv", in: folder.root).out
        #expect(exported.contains(",0.0860%,"))
        // As LibreOffice writes it: no quotes around what looks like a number, which is shown in the form of its column.
        let lines = exported.split(separator: "\r\n").map { line in
            line.replacingOccurrences(of: ",0.0860%,", with: ",0.09%,").replacingOccurrences(of: "extracted", with: "\"confirmed\"")
        }
        try folder.write("back.csv", lines.joined(separator: "\n") + "\n")
        let applied = try Program.run("review", "apply", "back.csv", "--by", "a", in: folder.root)
        #expect(applied.status == 0, "\(applied.err)")
        let shown = try Program.run("sql", "SELECT status, value FROM figures", "--format", "csv", in: folder.root).out
        #expect(shown == "status,value\r\nconfirmed,0.086\r\n")
        // A row of another sentence is of another database.
        try folder.write("other.csv", (lines.joined(separator: "\n") + "\n").replacingOccurrences(of: "毕业生就业率为", with: "就业率为"))
        #expect(try Program.run("review", "apply", "other.csv", "--by", "a", in: folder.root).err.contains("another database"))
    }

    @Test("check shows contradictions with their sentences")
    func check() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.md", "2023年，苏州市毕业生就业率为95.2%。\n\n2023年苏州市毕业生就业率达到93%。\n")
        #expect(try Program.run("import", "a.md", in: folder.root).status == 0)
        let found = try Program.run("check", in: folder.root)
        #expect(found.status == 0 && found.out.contains("95.2 % against 93 %") && found.out.contains("2023年苏州市毕业生就业率达到93%。"))
        #expect(found.err.contains("1 contradiction"))
        #expect(try ImportTests.objects(Program.run("check", "--format", "ndjson", in: folder.root).out).count == 2)
    }
}
