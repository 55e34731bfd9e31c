// Imports and readers on one database at the same time: nobody is turned away, nothing is lost or doubled.
import Foundation
import Testing

@Suite("Together", .serialized)
struct TogetherTests {
    /// For how long; the issue of the day may ask for more: ZHIBIAO_TOGETHER_SECONDS=600.
    private static let seconds = ProcessInfo.processInfo.environment["ZHIBIAO_TOGETHER_SECONDS"].flatMap(Double.init) ?? 60

    @Test("two imports and four readers for a minute", .timeLimit(.minutes(15)))
    func imports() async throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        // Both imports read the same files, so that they get into each other's way.
        // The minute begins when the work does: in a run of many tests at once that can be a while after the test began.
        let seconds = Self.seconds
        let batches = try await withThrowingTaskGroup(of: Int.self) { group in
            for importer in 0..<2 {
                group.addTask {
                    try await Self.onOwnThread {
                        let end = Date().addingTimeInterval(seconds)
                        var batch = 0
                        repeat {
                            for report in 0..<10 {
                                let number = batch * 10 + report
                                let text = "# 报告\(number)\n\n2023年苏州市有企业\(number + 1)家，就业率为\(number % 90).5%。\n"
                                try folder.write("reports\(importer)/\(batch)/\(number).txt", text)
                            }
                            let outcome = try Program.run("import", "reports\(importer)/\(batch)", "--db", "metrics.db", in: folder.root)
                            #expect(outcome.status == 0, "\(outcome.err)")
                            batch += 1
                        } while Date() < end
                        return batch
                    }
                }
            }
            for reader in 0..<4 {
                group.addTask {
                    try await Self.onOwnThread {
                        let questions = [
                            ["sql", "SELECT count(*), sum(value) FROM figures"], ["figures", "苏州", "--limit", "5"], ["check"],
                            ["export", "--format", "ndjson"],
                        ]
                        let end = Date().addingTimeInterval(seconds)
                        while Date() < end {
                            guard FileManager.default.fileExists(atPath: folder.path("metrics.db")) else {
                                Thread.sleep(forTimeInterval: 0.01)
                                continue
                            }
                            let outcome = try Program.run(Program.path, questions[reader] + ["--db", "metrics.db"], in: folder.root)
                            #expect(outcome.status == 0 && !outcome.err.contains("zhibiao: "), "\(questions[reader]): \(outcome.err)")
                        }
                        return 0
                    }
                }
            }
            return try await group.reduce(0, max)
        }
        let answer = try Program.run(
            "sql", "SELECT count(*), count(DISTINCT title), (SELECT count(*) FROM figures) FROM reports", "--db", "metrics.db", "--format",
            "csv",
            in: folder.root)
        #expect(answer.out.hasSuffix("\r\n\(batches * 10),\(batches * 10),\(batches * 20)\r\n"), "\(answer.out)")
        #expect(try Program.run("sql", "PRAGMA integrity_check", "--db", "metrics.db", in: folder.root).out.contains("ok"))
        #expect(try folder.names().filter { $0.hasPrefix("metrics.db") } == ["metrics.db"])
    }

    /// Runs `body` on a thread of its own: tasks share as many threads as there are cores, and all six are to work at once.
    private static func onOwnThread(_ body: @escaping @Sendable () throws -> Int) async throws -> Int {
        try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread { continuation.resume(with: Result(catching: body)) }
        }
    }
}
