// Whole sessions at a real terminal: what is kept, completed, pasted and paged, and what may happen around them.
import Foundation
import Testing

@Suite("Sessions at a terminal", .enabled(if: Terminal.isAvailable), .serialized)
struct ReplSessionTests {
    /// A terminal with a database and a home of its own.
    private struct Session {
        let folder: TemporaryFolder
        let database: String
        let terminal: Terminal

        func end() {
            terminal.end()
            folder.remove()
        }

        /// Types a line and presses Enter.
        func enter(_ line: String) throws {
            try terminal.type(line)
            try terminal.press("Enter")
        }

        /// Waits for the prompt below these lines.
        @discardableResult
        func wait(for lines: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
            try terminal.wait("the prompt below \(lines)", sourceLocation: sourceLocation) {
                $0.last == "zhibiao>" && $0.dropLast().suffix(lines.count).elementsEqual(lines)
            }
        }
    }

    private func start(
        _ options: String = "", columns: Int = 80, rows: Int = 24, environment: String = "", home: TemporaryFolder? = nil
    ) throws -> Session {
        let folder = try TemporaryFolder()
        let database = try folder.sampleDatabase()
        let terminal = try Terminal(
            "'\(Program.path)' repl --db '\(database)' \(options)", columns: columns, rows: rows, environment: environment, home: home)
        let session = Session(folder: folder, database: database, terminal: terminal)
        try terminal.wait("a prompt") { $0.last == "zhibiao>" }
        return session
    }

    @Test("the history outlives sessions, has each entry once, and is its owner's alone")
    func history() throws {
        let home = try TemporaryFolder()
        defer { home.remove() }
        let file = home.path(".local/state/zhibiao/history")
        do {
            let session = try start(home: home)
            defer { session.end() }
            for line in ["SELECT 1 AS 甲;", ".mode csv", "SELECT 1 AS 甲;", "SELECT 'a\\b',", "  2;"] { try session.enter(line) }
            try session.wait(for: "'a\\b',2", "a\\b,2")
        }
        #expect(try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").last == "SELECT 'a\\\\b',\\n  2;")
        let attributes = { try FileManager.default.attributesOfItem(atPath: $0)[.posixPermissions] as? Int }
        #expect(try attributes(file) == 0o600)
        #expect(try attributes(home.path(".local/state/zhibiao")) == 0o700)
        let session = try start(home: home)
        defer { session.end() }
        #expect(try String(contentsOfFile: file, encoding: .utf8) == ".mode csv\nSELECT 1 AS 甲;\nSELECT 'a\\\\b',\\n  2;\n")
        try session.terminal.press("Up")
        try session.terminal.wait("the last statement") { $0.suffix(2) == ["zhibiao> SELECT 'a\\b',", "  2;"] }
        try session.terminal.press("Up")
        try session.terminal.wait("the one before") { $0.last == "zhibiao> SELECT 1 AS 甲;" }
        try session.terminal.press("C-c")
        try session.enter(".history 2")
        try session.wait(for: "SELECT 'a\\b',   2;", ".history 2")
        _ = try Program.run(
            Program.path, ["repl", "--db", session.database], input: Array("SELECT 'script';".utf8), environment: ["HOME": home.root.path])
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("script") == false)
    }

    @Test("a paste of several lines arrives whole and runs on Enter; what is behind a mistake does not run")
    func paste() throws {
        let session = try start()
        defer { session.end() }
        try session.terminal.paste("SELECT 1\n  AS 甲;\n.mode csv\nSELECT 2 AS 乙;")
        let pasted = ["zhibiao> SELECT 1", "  AS 甲;", ".mode csv", "SELECT 2 AS 乙;"]
        try session.terminal.wait("the paste, not run") { $0.suffix(4).elementsEqual(pasted) }
        try session.terminal.press("Enter")
        try session.wait(for: "甲", "──", " 1", "乙", "2")
        try session.terminal.paste("SELECT nonsense;\nSELECT 3 AS 丙;")
        try session.terminal.press("Enter")
        try session.wait(for: "SQL, character 8: no such column: nonsense", "  SELECT nonsense", "         ^")
    }

    @Test(
        "Tab completes commands, tables, columns and names",
        arguments: [
            (".desc", ".describe"), (".describe employ", ".describe employment_rates"), (".mode mark", ".mode markdown"),
            ("SELECT * FROM teach", "SELECT * FROM teachers"), ("SELECT period_b", "SELECT period_basis"),
            ("SELECT * FROM figures WHERE figures.qu", "SELECT * FROM figures WHERE figures.quote"),
            ("SELECT * FROM figures WHERE subject = '南通", "SELECT * FROM figures WHERE subject = '南通市'"),
            (".figures 无锡学", ".figures 无锡学院"), ("苏州工业园", "苏州工业园区"), ("sel", "select"), (".nothing x", ".nothing x"),
        ])
    func completion(typed: String, completed: String) throws {
        let session = try start()
        defer { session.end() }
        _ = try Program.run(
            "sqlite3",
            [
                session.database,
                "INSERT OR IGNORE INTO subject (name, kind) VALUES ('南通市', 'region'), ('无锡学院', 'school'), ('苏州工业园区', 'region')",
            ])
        _ = try Program.run("sqlite3", [session.database, "DELETE FROM region_alias WHERE alias LIKE '南通%'"])
        try session.terminal.type(typed)
        try session.terminal.press("Tab")
        try session.terminal.wait("the completed word") { $0.contains { $0 == "zhibiao> " + completed } }
    }

    @Test("what is longer than the screen goes through the pager, what is shorter does not")
    func pager() throws {
        let session = try start(rows: 12)
        defer { session.end() }
        let rows: (Int) -> String = { "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < \($0)) SELECT x FROM c;" }
        try session.enter(rows(9))
        try session.wait(for: "8", "9")
        try session.enter(rows(10))
        try session.terminal.wait("the pager") { $0.last == ":" || $0.last == "(END)" }
        try session.terminal.press("q")
        try session.terminal.wait("the prompt") { $0.last == "zhibiao>" }
        try session.enter(rows(1_000_000))
        try session.terminal.wait("the pager") { $0.last == ":" }
        try session.terminal.press("G")
        try session.terminal.wait("its end") { $0.dropLast().last == "1,000" }
        try session.terminal.press("q")
        try session.wait(for: "1,000 rows are shown, there are more; .limit 0 shows all")
    }

    @Test("a pager of one's own, and none")
    func otherPagers() throws {
        let own = try start(rows: 10, environment: "PAGER='head -n 3 | sed s/^/paged:/'")
        try own.enter(".tables")
        try own.terminal.wait("the person's pager") {
            $0.last == "zhibiao>" && $0.count { $0.hasPrefix("paged:") } == 3
        }
        own.end()
        let none = try start(rows: 10, environment: "PAGER=")
        try none.enter(".tables")
        try none.terminal.wait("everything") { $0.last == "zhibiao>" && $0.contains { $0.hasPrefix("unit") } }
        none.end()
    }

    @Test("colours on a terminal, none where they are not wanted or not shown")
    func colours() throws {
        for (environment, isColoured) in [("", true), ("NO_COLOR=1", false), ("TERM=dumb", false)] {
            let session = try start(environment: environment)
            try session.enter("SELECT NULL AS 空;")
            try session.wait(for: "空", "────", "NULL")
            let coloured = try session.terminal.colouredScreen()
            #expect(coloured.contains { $0.contains("\u{1B}[1m空") } == isColoured, "\(environment)")
            #expect(coloured.contains { $0.contains("\u{1B}[2mNULL") } == isColoured, "\(environment)")
            session.end()
        }
    }

    @Test("text that would steer the terminal is shown instead")
    func harmless() throws {
        let session = try start()
        defer { session.end() }
        try session.enter("SELECT char(27) || '[2J' || char(9) || 'a' || char(10) || 'b' || char(8238, 155) AS t, x'00ff' AS 字节;")
        try session.wait(for: "t           字节", "──────────  ───────", "␛[2J a b��  x'00ff'")
    }

    @Test("requests to end leave the terminal as it was", arguments: [("TERM", 143), ("HUP", 129)])
    func ends(signal: String, status: Int) throws {
        for before in ["SELECT 苏州", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT count(*) FROM c;\n", ".tables\n"] {
            let folder = try TemporaryFolder()
            defer { folder.remove() }
            // What the shell shows of the terminal after the end.
            let terminal = try Terminal(
                "'\(Program.path)' repl --db '\(folder.sampleDatabase())'; echo [status $?]; stty -a", rows: 20)
            defer { terminal.end() }
            try terminal.wait("a prompt") { $0.last == "zhibiao>" }
            try terminal.type(before.trimmingCharacters(in: .newlines))
            if before.hasSuffix("\n") { try terminal.press("Enter") }
            usleep(500_000)
            let identifier = try terminal.processIdentifier()
            _ = try Program.run("kill", ["-\(signal)", "\(identifier)"])
            let lines = try terminal.wait("the end") { $0.last?.hasPrefix("[exit") == true }
            #expect(lines.contains("[status \(status)]"), "\(before): \(lines)")
            let modes = Set(lines.joined(separator: " ").split(separator: " "))
            #expect(modes.isSuperset(of: ["icanon", "echo", "isig", "icrnl", "opost"]), "\(before): \(lines)")
            #expect(try Program.run("pgrep", ["-P", "\(identifier)"]).out == "", "the pager is left")
        }
    }

    @Test("a window that changes its size leaves the line as it is", arguments: [40, 60, 120])
    func resize(columns: Int) throws {
        let session = try start(columns: 80)
        defer { session.end() }
        var line = EditedLine()
        for character in "SELECT '苏州市，常州市' AS 城市, '无锡市就业率' AS 指标, 1 AS 数" {
            line.take(.insert(character))
            try session.terminal.type(String(character))
        }
        try session.terminal.wait("the line") { $0.last == line.shown(columns: 80).rows.last }
        try session.terminal.resize(columns: columns, rows: 24)
        for character in "值x" {
            line.take(.insert(character))
            try session.terminal.type(String(character))
        }
        let wanted = line.shown(columns: columns)
        try session.terminal.wait("the line in the new width") { $0.suffix(wanted.rows.count).elementsEqual(wanted.rows) }
        #expect(try session.terminal.screenAndCursor().column == wanted.column)
    }

    @Test("a database that another program writes to, replaces or takes away", .enabled(if: Program.exists("sqlite3")))
    func changesAround() throws {
        let session = try start()
        defer { session.end() }
        try session.enter("SELECT count(*) AS n FROM unit WHERE unit = '座x';")
        try session.wait(for: "n", "─", "0")
        #expect(try Program.run("sqlite3", [session.database, "INSERT INTO unit VALUES ('座x', 'count')"]).status == 0)
        try session.enter("SELECT count(*) AS m FROM unit WHERE unit = '座x';")
        try session.wait(for: "m", "─", "1")
        // Held by somebody for as long as a file is there: Ctrl-C ends the wait.
        try session.folder.write("hold", "")
        // It waits for its turn: a reader may be there just when it begins.
        let holder = try Program.start(
            "sh",
            [
                "-c",
                """
                (echo '.timeout 60000'; echo 'BEGIN EXCLUSIVE;'; while [ -e hold ]; do sleep 0.1; done) | sqlite3 '\(session.database)'
                """,
            ], in: session.folder.root)
        try Program.wait { try Program.run("sqlite3", [session.database, "SELECT count(*) FROM report"]).status != 0 }
        try session.enter("SELECT count(*) AS k FROM unit;")
        usleep(300_000)
        try session.terminal.press("C-c")
        try session.wait(for: "^C", "interrupted")
        try FileManager.default.removeItem(at: session.folder.url("hold"))
        _ = try holder.finish()
        try session.enter("SELECT 'again' AS k;")
        try session.wait(for: "k", "─────", "again")
        let copy = session.folder.path("copy.db")
        try FileManager.default.copyItem(atPath: session.database, toPath: copy)
        _ = try Program.run("sqlite3", [copy, "INSERT INTO unit VALUES ('座y', 'count')"])
        #expect(rename(copy, session.database) == 0)
        try session.enter("SELECT count(*) AS j FROM unit WHERE unit = '座y';")
        try session.wait(for: "j", "─", "1")
        try FileManager.default.removeItem(atPath: session.database)
        try session.enter("SELECT 1;")
        try session.terminal.wait("the loss told") { $0.last == "zhibiao>" && $0.joined().contains("no such database") }
        #expect(!FileManager.default.fileExists(atPath: session.database))
    }

    @Test("keys that come before the prompt: a line is the next one's, Ctrl-C stops what runs")
    func typedAhead() throws {
        let session = try start()
        defer { session.end() }
        try session.terminal.type("SELECT 1 AS a;")
        try session.terminal.pressTogether(["Enter", "SELECT", "Space", "2", "Space", "AS", "Space", "苏州;", "Left", "Left", "南", "Enter"])
        try session.wait(for: "苏南州", "──────", "     2")
        let endless = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x FROM c) SELECT count(*) FROM c;"
        for _ in 0..<3 {
            try session.terminal.type(endless)
            try session.terminal.pressTogether(["Enter", "C-c"])
            try session.wait(for: "interrupted")
        }
    }

    @Test("Ctrl-C during one of zhibiao's own commands, and after it")
    func ownCommands() throws {
        let session = try start("--write")
        defer { session.end() }
        let text = String(repeating: "某市现有企业321家，教师45人，就业率为86.5%。\n", count: 60_000)
        try session.folder.write("large.txt", text)
        try session.enter(".import '\(session.folder.path("large.txt"))'")
        let program = try session.terminal.processIdentifier()
        try Program.wait { try Program.run("pgrep", ["-P", "\(program)"]).out != "" }
        try session.terminal.press("C-c")
        try session.wait(for: "interrupted")
        try session.enter("SELECT count(*) AS n FROM figures WHERE value = 321;")
        try session.wait(for: "n", "─", "0")
    }

    @Test("where ambiguous characters are two columns wide, a table says so too")
    func ambiguous() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let query = "SELECT '≥①' AS a, 'x' AS b UNION ALL SELECT '苏州', 'y'"
        let outcome = try Program.run(
            Program.path, ["sql", "--db", folder.sampleDatabase(), query], environment: ["ZHIBIAO_AMBIGUOUS_WIDTH": "2"])
        #expect(outcome.out == "a     b\n----  -\n≥①  x\n苏州  y\n")
    }
}
