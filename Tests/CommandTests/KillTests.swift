// An import cut short at any moment, by a kill or a full disk, leaves a sound database that holds each report whole or not at all.
import Foundation
import Testing

@Suite("Kill", .serialized, .enabled(if: Program.exists("sqlite3")))
struct KillTests {
    private static let question = """
        PRAGMA integrity_check; PRAGMA foreign_key_check;
        SELECT r.sha256, (SELECT count(*) FROM figures f WHERE f.report_id = r.report_id),
               (SELECT count(*) FROM numerals n WHERE n.report_id = r.report_id), length(r.text)
        FROM reports r ORDER BY 1
        """

    /// Reports of a few figures each, and what a whole import of them gives.
    private struct Reports {
        let folder: TemporaryFolder
        let expected: Set<Substring>
        let seconds: Double

        init(_ count: Int) throws {
            folder = try TemporaryFolder()
            for report in 0..<count {
                let lines = (0..<4).map { "第\($0 + 1)项：2023年苏州市有企业\(report * 10 + $0 + 1)家，就业率为\($0 + 30).5%。\n" }
                try folder.write("reports/\(report).txt", "# 报告\(report)\n\n" + lines.joined(separator: "\n"))
            }
            let begun = Date()
            let whole = try Program.run("import", "reports", "--db", "whole.db", in: folder.root)
            seconds = Date().timeIntervalSince(begun)
            try #require(whole.status == 0, "\(whole.err)")
            expected = try KillTests.held(folder.path("whole.db"))
            try #require(expected.count == count + 1)
        }
    }

    /// `ok`, and a line for each report with how much there is of it. A row of foreign_key_check would be a line that is none of these.
    private static func held(_ database: String) throws -> Set<Substring> {
        let answer = try Program.run("sqlite3", [database, question])
        #expect(answer.status == 0 && answer.err == "", "\(answer.err)")
        return Set(answer.out.split(separator: "\n"))
    }

    private func importAll(_ reports: Reports, _ database: String) throws -> Outcome {
        try Program.run("import", "reports", "--db", database, in: reports.folder.root)
    }

    @Test("200 kills at random moments", .timeLimit(.minutes(15)))
    func kills() throws {
        let reports = try Reports(200)
        defer { reports.folder.remove() }
        var cut = 0
        var partly = 0
        var database = "killed.db"
        for round in 0..<200 {
            let running = try Program.start(Program.path, ["import", "reports", "--db", database], in: reports.folder.root)
            usleep(UInt32(Double.random(in: 0...reports.seconds / 4) * 1_000_000))
            kill(running.identifier, SIGKILL)
            let outcome = try running.finish()
            if outcome.status == 128 + SIGKILL { cut += 1 }
            guard FileManager.default.fileExists(atPath: reports.folder.path(database)) else { continue }
            let held = try Self.held(reports.folder.path(database))
            #expect(held.contains("ok") && held.isSubset(of: reports.expected), "\(held.subtracting(reports.expected))")
            if held.count > 1, held.count < reports.expected.count { partly += 1 }
            // The next import goes on where this one was cut, until all is there; then another begins anew.
            if held.count == reports.expected.count || round % 16 == 15 {
                let completed = try importAll(reports, database)
                #expect(completed.status == 0, "\(completed.err)")
                #expect(try Self.held(reports.folder.path(database)) == reports.expected)
                for name in try reports.folder.names() where name.hasPrefix(database) {
                    try FileManager.default.removeItem(at: reports.folder.url(name))
                }
                database = "killed\(round).db"
            }
        }
        #expect(cut > 100 && partly > 20, "too few imports were cut short to prove anything: \(cut), within the reports \(partly)")
    }

    @Test("50 full disks", .timeLimit(.minutes(10)))
    func fullDisks() throws {
        let reports = try Reports(40)
        defer { reports.folder.remove() }
        func size(_ database: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: reports.folder.path(database))
            return try #require(attributes[.size] as? Int)
        }
        let whole = try size("whole.db")
        #expect(try Program.run("import", "reports/0.txt", "--db", "one.db", in: reports.folder.root).status == 0)
        // Most of a small database is its vocabulary.
        let least = try size("one.db") * 9 / 10
        var partly = 0
        for round in 0..<50 {
            // `ulimit -f` counts in 512 bytes in sh; from less than an empty database takes to nearly all.
            let blocks = (round < 10 ? least * (round + 5) / 15 : least + (whole - least) * (round - 10) / 40) / 512
            let database = "full\(round).db"
            let script = "ulimit -f \(blocks); exec \"$0\" import reports --db \(database)"
            let full = try Program.run("sh", ["-c", script, Program.path], in: reports.folder.root)
            #expect(full.status == 1, "\(full.status) \(full.err)")
            #expect(full.errLines.contains { $0.hasPrefix("zhibiao: ") }, "\(full.err)")
            if FileManager.default.fileExists(atPath: reports.folder.path(database)) {
                let held = try Self.held(reports.folder.path(database))
                #expect(held.contains("ok") && held.isSubset(of: reports.expected), "\(held.subtracting(reports.expected))")
                if held.count > 1 { partly += 1 }
            }
            if round % 5 == 0 {
                let completed = try importAll(reports, database)
                #expect(completed.status == 0, "\(completed.err)")
                #expect(try Self.held(reports.folder.path(database)) == reports.expected)
            }
            for name in try reports.folder.names() where name.hasPrefix(database) {
                try FileManager.default.removeItem(at: reports.folder.url(name))
            }
        }
        #expect(partly > 10, "too few limits came between two reports to prove anything: \(partly)")
    }
}
