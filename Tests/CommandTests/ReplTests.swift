// The REPL with a script, and at a real terminal.
import Foundation
import Testing

@Suite("REPL with a script")
struct ReplScriptTests {
    @Test("statements over several lines, meta-commands, several statements a line")
    func script() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let script = """
            -- a comment; with a semicolon
            .mode csv
            SELECT '苏州;' AS a,
              2 AS b;
            SELECT 3 AS c; SELECT 4 AS d
            """
        let outcome = try Program.run("repl", "--db", folder.sampleDatabase(), input: script)
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(outcome.out == "a,b\r\n苏州;,2\r\nc\r\n3\r\nd\r\n4\r\n")
        #expect(outcome.err == "")
    }

    @Test(
        "the first error ends it, with its line",
        arguments: [
            ("SELECT 1 AS a;\n\nSELECT\n  nonsense;\nSELECT 2 AS b;\n", 4), (".mode csv\n.nonsense\nSELECT 2 AS b;\n", 2),
            ("SELECT 1 AS a;\nDELETE FROM figures;\nSELECT 2 AS b;\n", 2), ("\n\n.show x\n", 3),
        ])
    func firstError(script: String, line: Int) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try Program.run("repl", "--db", folder.sampleDatabase(), input: script)
        #expect(outcome.status == 1)
        #expect(outcome.errLines.first?.hasPrefix("zhibiao: line \(line): ") == true, "\(outcome.err)")
        #expect(!outcome.out.contains("b\n"))
    }

    @Test("meta-commands print what they say")
    func metaCommands() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        func run(_ line: String) throws -> String { try Program.run("repl", "--db", database, input: line + "\n").out }
        #expect(try run(".help").contains(".figures WORDS"))
        #expect(try run(".tables").contains("employment_rates"))
        #expect(try run(".schema employment_rates").contains("CREATE VIEW employment_rates"))
        #expect(try run(".mode ndjson\n.mode") == "ndjson\n")
        #expect(try run(".quit\nSELECT 1;") == "")
        #expect(try run(".show 1").contains("【"))
    }
}

@Suite("REPL at a terminal", .enabled(if: Terminal.isAvailable), .serialized)
struct ReplTerminalTests {
    private func started(_ folder: TemporaryFolder, columns: Int = 80, locale: String = "C.UTF-8") throws -> Terminal {
        let terminal = try Terminal("'\(Program.path)' repl --db '\(folder.sampleDatabase())'", columns: columns, locale: locale)
        try terminal.wait("a prompt") { $0.last == "zhibiao>" }
        return terminal
    }

    @Test("Chinese text is typed, edited and asked for, whatever the locale", arguments: ["C.UTF-8", "C"])
    func chinese(locale: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let terminal = try started(folder, locale: locale)
        defer { terminal.end() }
        try terminal.type("SELECT '苏锡常' AS 地区")
        try terminal.wait("the typed line") { $0.last == "zhibiao> SELECT '苏锡常' AS 地区" }
        try terminal.press("BSpace", "BSpace")
        try terminal.type("城市;")
        try terminal.press("Home", "Right", "Right", "Right", "Right", "Right", "Right", "Right", "Right", "Right", "DC")
        try terminal.wait("the edited line") { $0.last == "zhibiao> SELECT '苏常' AS 城市;" }
        try terminal.press("Enter")
        let lines = try terminal.wait("the answer") { $0.last == "zhibiao>" && $0.count >= 5 }
        #expect(lines.suffix(4) == ["城市", "────", "苏常", "zhibiao>"])
    }

    @Test("a statement over two lines, then looked back at")
    func severalLines() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let terminal = try started(folder)
        defer { terminal.end() }
        try terminal.type("SELECT 41")
        try terminal.press("Enter")
        try terminal.wait("the second prompt") { $0.last == "     ...>" }
        try terminal.type("+ 1 AS n;")
        try terminal.press("Enter")
        try terminal.wait("the answer") { $0.last == "zhibiao>" && $0.contains("42") }
        try terminal.press("Up")
        try terminal.wait("the whole statement again") { $0.suffix(2) == ["zhibiao> SELECT 41", "+ 1 AS n;"] }
        try terminal.press("Home", "Right", "Right", "Right", "Right", "Right", "Right", "Right", "9", "Enter")
        try terminal.wait("the answer to the edited statement") { $0.last == "zhibiao>" && $0.contains("942") }
    }

    @Test("Ctrl-C drops the line, and a statement that was begun")
    func dropsLine() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let terminal = try started(folder)
        defer { terminal.end() }
        try terminal.type("SELECT nonsense 苏州")
        try terminal.wait("the typed line") { $0.last == "zhibiao> SELECT nonsense 苏州" }
        try terminal.press("C-c")
        try terminal.wait("a new prompt") { $0.last == "zhibiao>" }
        try terminal.type("SELECT")
        try terminal.press("Enter")
        try terminal.wait("the second prompt") { $0.last == "     ...>" }
        try terminal.press("C-c")
        try terminal.wait("a new prompt") { $0.last == "zhibiao>" }
        try terminal.type("SELECT 7 AS n;")
        try terminal.press("Enter")
        let lines = try terminal.wait("the answer") { $0.last == "zhibiao>" && $0.contains("7") }
        #expect(!lines.contains { $0.contains("no such column") || $0.contains("syntax") })
    }

    @Test("Ctrl-C stops a query that would never end, and the REPL goes on")
    func stopsQuery() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let terminal = try started(folder)
        defer { terminal.end() }
        for _ in 0..<2 {
            try terminal.type("WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c;")
            try terminal.press("Enter")
            usleep(300_000)
            try terminal.press("C-c")
            try terminal.wait("the query to stop") { $0.last == "zhibiao>" && $0.dropLast().last == "interrupted" }
        }
        try terminal.type("SELECT 7 AS n;")
        try terminal.press("Enter")
        try terminal.wait("the answer") { $0.last == "zhibiao>" && $0.contains("7") }
    }

    @Test("Ctrl-D leaves with exit status 0; so does .quit")
    func leaves() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for keys in ["C-d", ".quit"] {
            let terminal = try started(folder)
            defer { terminal.end() }
            if keys == "C-d" { try terminal.press(keys) } else { try terminal.type(keys) }
            if keys != "C-d" { try terminal.press("Enter") }
            try terminal.wait("the end") { $0.last == "[exit 0]" }
        }
    }

    @Test("a table fits the screen, also where it is narrow", arguments: [80, 41])
    func fits(columns: Int) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let terminal = try started(folder, columns: columns)
        defer { terminal.end() }
        try terminal.type("SELECT title, '一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十' AS t FROM reports;")
        try terminal.press("Enter")
        let lines = try terminal.wait("the answer") { $0.last == "zhibiao>" && $0.contains { $0.hasSuffix("…") } }
        #expect(lines.contains { $0.hasPrefix("title") })
    }
}
