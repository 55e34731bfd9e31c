// An import killed at any moment leaves a sound database that holds each report whole or not at all.
import Foundation
import Testing

@Suite("Kill", .enabled(if: Program.exists("sqlite3")))
struct KillTests {
    private static let question = """
        SELECT r.sha256, (SELECT count(*) FROM figures f WHERE f.report_id = r.report_id),
               (SELECT count(*) FROM numerals n WHERE n.report_id = r.report_id), length(r.text)
        FROM reports r ORDER BY 1
        """

    private func sqlite(_ database: String, _ sql: String) throws -> Outcome { try Program.run("sqlite3", [database, sql]) }

    @Test("kills at random moments", .timeLimit(.minutes(5)))
    func kills() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for report in 0..<10 {
            let lines = (0..<12).map { "第\($0 + 1)项：2023年苏州市有企业\(report * 100 + $0 + 1)家，就业率为\($0 + 30).5%。\n" }
            try folder.write("reports/\(report).txt", "# 报告\(report)\n\n" + lines.joined(separator: "\n"))
        }
        // What a whole import gives, and how long it takes.
        let begun = Date()
        let whole = try Program.run("import", "reports", "--db", "whole.db", in: folder.root)
        let duration = Date().timeIntervalSince(begun)
        try #require(whole.status == 0, "\(whole.err)")
        let expected = Set(try sqlite(folder.path("whole.db"), Self.question).out.split(separator: "\n"))
        #expect(expected.count == 10)

        var generator = SystemRandomNumberGenerator()
        var cut = 0
        for round in 0..<40 {
            let database = "killed\(round).db"
            let running = try Program.start(Program.path, ["import", "reports", "--db", database], in: folder.root)
            // Reading the vocabulary takes the first part; every second kill comes when rows are written.
            let earliest = round % 2 == 0 ? 0 : duration * 0.6
            usleep(UInt32(Double.random(in: earliest...duration, using: &generator) * 1_000_000))
            kill(running.identifier, SIGKILL)
            let outcome = try running.finish()
            if outcome.status == 128 + SIGKILL { cut += 1 }
            guard FileManager.default.fileExists(atPath: folder.path(database)) else { continue }
            // Whatever is left can be asked at once by the program itself, or holds nothing yet.
            let asked = try Program.run("sql", "SELECT count(*) FROM reports", "--db", database, "--format", "csv", in: folder.root)
            #expect(asked.status == 0 || asked.errLines.count == 1, "\(asked.err)")
            if try sqlite(folder.path(database), "SELECT count(*) FROM sqlite_schema").out != "0\n" {
                #expect(asked.status == 0, "\(asked.err)")
                #expect(try sqlite(folder.path(database), "PRAGMA integrity_check").out == "ok\n")
                let held = try sqlite(folder.path(database), Self.question)
                #expect(held.status == 0 && held.err == "", "\(held.err)")
                #expect(Set(held.out.split(separator: "\n")).isSubset(of: expected))
            }
            // The next import completes it.
            if round % 4 == 1 {
                let completed = try Program.run("import", "reports", "--db", database, in: folder.root)
                #expect(completed.status == 0, "\(completed.err)")
                #expect(Set(try sqlite(folder.path(database), Self.question).out.split(separator: "\n")) == expected)
            }
            for name in try folder.names() where name.hasPrefix(database) { try FileManager.default.removeItem(at: folder.url(name)) }
        }
        #expect(cut > 10, "too few imports were cut short to prove anything: \(cut)")
    }
}
