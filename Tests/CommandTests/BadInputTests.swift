// Whatever is wrong with the input: one clear line, exit status 1, nothing half-written.
import Foundation
import Testing

@Suite("Bad input")
struct BadInputTests {
    /// One line on standard error that names the path, exit status 1, and nothing on standard output.
    private func expectOneLine(
        _ outcome: Outcome, about name: String, _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
    ) {
        #expect(outcome.status == 1, sourceLocation: sourceLocation)
        #expect(outcome.out == "", sourceLocation: sourceLocation)
        #expect(outcome.errLines.count == 1, "\(outcome.err)", sourceLocation: sourceLocation)
        #expect(outcome.err.contains(name), "\(outcome.err)", sourceLocation: sourceLocation)
        for word in words { #expect(outcome.err.contains(word), "\(outcome.err)", sourceLocation: sourceLocation) }
    }

    @Test("reports that cannot be read", arguments: ["missing", "empty", "binary", "latin", "folder", "other"])
    func reports(what: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("empty", "")
        try folder.write("binary", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0, 0, 0, 1, 0xFF, 0xD8])
        try folder.write("latin", [0x63, 0x61, 0x66, 0xE9, 0x20, 0x31, 0x32, 0x0A])
        try FileManager.default.createDirectory(at: folder.url("folder"), withIntermediateDirectories: true)
        try folder.write("other/data.xlsx", "12")
        let names = try folder.names()
        let outcome = try Program.run("import", "--db", "metrics.db", what, in: folder.root)
        #expect(outcome.status == 1)
        #expect(outcome.out == "")
        #expect(outcome.errLines.filter { $0.hasPrefix("zhibiao: ") }.count == 1, "\(outcome.err)")
        #expect(outcome.errLines.allSatisfy { $0.contains(what) }, "\(outcome.err)")
        #expect(try folder.names() == names, "an import of nothing must leave nothing")
    }

    @Test("extract and audit say the same of such a file", arguments: ["extract", "audit"])
    func withoutDatabase(command: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("latin", [0x63, 0xE9, 0x0A])
        expectOneLine(try Program.run(command, "latin", in: folder.root), about: "latin", "UTF-8")
        expectOneLine(try Program.run(command, "none", in: folder.root), about: "none")
        expectOneLine(try Program.run(command, ".", in: folder.root), about: ".", "folder")
    }

    @Test("a bad file does not stop the others")
    func goesOn() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("reports/a.txt", "")
        try folder.write("reports/b.md", "# 年报\n\n全市有企业12家。\n")
        let outcome = try Program.run("import", "--db", "metrics.db", "none.txt", "reports", in: folder.root)
        #expect(outcome.status == 1)
        let failures = outcome.errLines.filter { $0.hasPrefix("zhibiao: ") }
        #expect(failures.count == 2, "\(outcome.err)")
        #expect(outcome.err.contains("1 imported, 0 unchanged, 2 failed"))
    }

    @Test("a database that is none", arguments: ["import", "figures", "sql", "show", "repl", "export"])
    func noDatabase(command: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write(
            "text.db", "this is a text file, not a database, and it is longer than a header of one hundred bytes, so it must be refused\n")
        try folder.write("a.txt", "全市有企业12家。\n")
        try FileManager.default.createDirectory(at: folder.url("folder.db"), withIntermediateDirectories: true)
        let before = try Data(contentsOf: folder.url("text.db"))
        let names = try folder.names()
        let operands = ["import": ["a.txt"], "sql": ["select 1"], "show": ["1"]][command] ?? []
        func run(_ database: String) throws -> Outcome {
            try Program.run(Program.path, [command] + operands + ["--db", database], in: folder.root)
        }
        expectOneLine(try run("text.db"), about: "text.db", "not")
        expectOneLine(try run("folder.db"), about: "folder.db", "folder")
        expectOneLine(try run("a.txt/metrics.db"), about: "a.txt")
        expectOneLine(try run("none/metrics.db"), about: "none")
        if command != "import" { expectOneLine(try run("missing.db"), about: "missing.db", "zhibiao import") }
        #expect(try Data(contentsOf: folder.url("text.db")) == before)
        #expect(try folder.names() == names, "no file may appear")
    }

    @Test("a database of a newer schema", .enabled(if: Program.exists("sqlite3")), arguments: ["import", "figures", "sql"])
    func newerSchema(command: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        let version = try Program.run("sqlite3", [database, "PRAGMA user_version"]).out.trimmingCharacters(in: .whitespacesAndNewlines)
        _ = try Program.run("sqlite3", [database, "PRAGMA user_version = \((Int(version) ?? 0) + 1000)"])
        try folder.write("a.txt", "全市有企业12家。\n")
        let before = try Data(contentsOf: folder.url("metrics.db"))
        let operands = ["import": ["a.txt"], "sql": ["select 1"]][command] ?? []
        expectOneLine(
            try Program.run(Program.path, [command] + operands + ["--db", "metrics.db"], in: folder.root), about: "metrics.db", "newer")
        #expect(try Data(contentsOf: folder.url("metrics.db")) == before)
    }

    /// Root may write anywhere, so a test that runs as root becomes somebody else first.
    private static let someoneElse: [String]? = {
        guard getuid() == 0 else { return [] }
        let prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        let works = (try? Program.run("setpriv", Array(prefix.dropFirst()) + [Program.path, "--version"]).status) == 0
        return works ? prefix : nil
    }()

    @Test("a folder that may only be read", .enabled(if: someoneElse != nil))
    func readOnlyFolder() throws {
        let prefix = try #require(Self.someoneElse)
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.txt", "全市有企业12家。\n")
        _ = try folder.sampleDatabase()
        let manager = FileManager.default
        try manager.setAttributes([.posixPermissions: 0o444], ofItemAtPath: folder.path("metrics.db"))
        try manager.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.root.path)
        defer { try? manager.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.root.path) }
        func run(_ arguments: String...) throws -> Outcome {
            let all = prefix + [Program.path] + arguments
            return try Program.run(all[0], Array(all.dropFirst()), in: folder.root)
        }
        expectOneLine(try run("import", "a.txt", "--db", "new.db"), about: "new.db")
        expectOneLine(try run("import", "a.txt", "--db", "metrics.db"), about: "metrics.db")
        expectOneLine(try run("export", "--db", "metrics.db", "-o", "out.csv"), about: "out.csv")
        let count = try run("sql", "SELECT count(*) > 0 AS some FROM reports", "--db", "metrics.db", "--format", "csv")
        #expect(count.out == "some\r\n1\r\n", "\(count.err)")
        #expect(try folder.names() == ["a.txt", "metrics.db"])
    }

    @Test("an export to a device writes to it, and through a link to what it names")
    func specialFiles() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        try folder.write("real.csv", "old")
        let manager = FileManager.default
        try manager.createSymbolicLink(atPath: folder.path("link.csv"), withDestinationPath: "real.csv")
        // A pipe of the test's own stands for all devices: a mistake must not cost /dev/null.
        #expect(mkfifo(folder.path("pipe"), 0o600) == 0)
        let reader = try Program.start("cat", [folder.path("pipe")])
        #expect(try Program.run("export", "--db", database, "-o", folder.path("pipe")).status == 0)
        #expect(try Program.run("export", "--db", database, "-o", folder.path("link.csv")).status == 0)
        #expect(try reader.finish().out == String(contentsOf: folder.url("real.csv"), encoding: .utf8))
        #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("link.csv")) == "real.csv")
        #expect(try folder.names() == ["link.csv", "metrics.db", "pipe", "real.csv"])
    }

    @Test("a path where nothing can be made")
    func proc() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.txt", "全市有企业12家。\n")
        expectOneLine(try Program.run("import", "a.txt", "--db", "/proc/metrics.db", in: folder.root), about: "/proc/metrics.db")
    }

    @Test(
        "wrong usage is exit status 2",
        arguments: [
            ["figures", "--limit", "many"], ["figures", "--limit", "-1"], ["figures", "--sort", "shoe-size"],
            ["figures", "--format", "xml"],
            ["nonsense"], ["show"], ["show", "one"], ["import"], ["extract"], ["sql"], ["--nonsense"],
            ["audit", "a.txt", "--format", "csv"],
        ])
    func usage(arguments: [String]) throws {
        let outcome = try Program.run(Program.path, arguments)
        #expect(outcome.status == 2)
        #expect(outcome.out == "")
        #expect(!outcome.err.isEmpty)
    }

    @Test("a path cannot steer the terminal through a message")
    func escapesInPaths() throws {
        let outcome = try Program.run("extract", "no\u{1B}]0;title\u{07}such\nfile")
        #expect(outcome.status == 1)
        #expect(!outcome.err.contains("\u{1B}") && outcome.errLines.count == 1)
    }
}
