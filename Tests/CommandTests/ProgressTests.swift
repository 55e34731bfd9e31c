// What an import shows while it runs, on a real terminal; and files that change while they are read.
import Foundation
import Testing

@Suite("While importing")
struct ProgressTests {
    @Test("a bar moves below the lines, and is gone at the end", .enabled(if: Terminal.isAvailable))
    func bar() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let gate = folder.path("reports/2.txt")
        for name in ["0.txt", "1.txt", "3.txt"] { try folder.write("reports/\(name)", "全市有企业\(name.prefix(1))12家。\n") }
        // A pipe in the folder is no ordinary file and is skipped; named, it is read, and the import waits for it.
        #expect(mkfifo(gate, 0o600) == 0)
        let files = (0...3).map { "reports/\($0).txt" }.joined(separator: " ")
        let terminal = try Terminal("sh -c 'cd \(folder.root.path) && \(Program.path) import --db metrics.db \(files)'")
        defer { terminal.end() }
        let half = "[###############...............] 2/4"
        let waiting = try terminal.wait("the bar is half full") { $0.last == half }
        #expect(waiting.count { $0.hasPrefix("imported") } == 2 && waiting.count { $0.contains("[#") } == 1, "\(waiting)")
        try Data("全市有企业77家。\n".utf8).write(to: URL(fileURLWithPath: gate))
        let done = try terminal.wait("the import ends") { $0.contains { $0.hasPrefix("[exit") } }
        #expect(done.contains("[exit 0]") && !done.contains { $0.contains("[#") || $0.contains("/4") }, "\(done)")
        #expect(
            done.filter { $0.hasPrefix("imported") }.count == 4 && done.contains { $0.hasPrefix("4 imported, 0 unchanged;") }, "\(done)")
    }

    @Test("one report needs no bar", .enabled(if: Terminal.isAvailable))
    func single() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.txt", "全市有企业12家。\n")
        let log = folder.path("screen")
        let terminal = try Terminal("sh -c 'cd \(folder.root.path) && script -qec \"\(Program.path) import --db metrics.db a.txt\" \(log)'")
        defer { terminal.end() }
        try terminal.wait("the import ends") { $0.contains { $0.hasPrefix("[exit") } }
        #expect(try !String(contentsOfFile: log, encoding: .utf8).contains("\u{1B}[K"))
    }

    @Test("a file that is cut while it is read fails, or is read whole")
    func shrinks() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("reports/good.txt", "全市有企业12家。\n")
        let size = 200_000_000
        var failures = 0
        for _ in 0..<20 where failures == 0 {
            // Most of it takes no room on the disk; it is text to the end all the same.
            let path = try folder.write("reports/large.txt", Array("全市有企业34家。\n".utf8))
            #expect(truncate(path, off_t(size)) == 0)
            try? FileManager.default.removeItem(at: folder.url("metrics.db"))
            let running = try Program.start(Program.path, ["import", "--db", "metrics.db", "reports"], in: folder.root)
            // Cut as soon as the program has the file open: it knows the size by then, and takes a while to read so much.
            while Self.hasOpen(path, running.identifier).map({ !$0 }) ?? false {}
            #expect(truncate(path, 1000) == 0)
            let outcome = try running.finish()
            #expect(outcome.status == 1 && outcome.errLines.count { $0.hasPrefix("zhibiao: ") } == 1, "\(outcome.err)")
            #expect(outcome.err.contains("1 imported, 0 unchanged, 1 failed"), "\(outcome.err)")
            if outcome.err.contains("reports/large.txt: became shorter") { failures += 1 }
        }
        #expect(failures > 0, "none of the cuts came while the file was read")
    }

    /// Whether a process has the file open; nil once it has ended.
    private static func hasOpen(_ path: String, _ process: pid_t) -> Bool? {
        let folder = "/proc/\(process)/fd"
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder), !files.isEmpty else { return nil }
        return files.contains { (try? FileManager.default.destinationOfSymbolicLink(atPath: folder + "/" + $0)) == path }
    }
}
