// The meta-commands of the REPL in scripts: each does what help says, and a script stops where it must.
import Foundation
import Testing

@testable import zhibiao_cli

@Suite("Meta-commands in scripts")
struct ReplCommandTests {
    /// A database, and a person's folders beside it.
    private struct Desk {
        let folder: TemporaryFolder
        let database: String

        init() throws {
            folder = try TemporaryFolder()
            database = try folder.sampleDatabase()
        }

        func run(_ script: String, _ options: String...) throws -> Outcome {
            try Program.run(
                Program.path, ["repl", "--db", database] + options, input: Array(script.utf8), in: folder.root,
                environment: [
                    "XDG_CONFIG_HOME": folder.path("config"), "XDG_STATE_HOME": folder.path("state"), "HOME": folder.path("home"),
                    "USER": "tester",
                ])
        }
    }

    private func withDesk(_ body: (Desk) throws -> Void) throws {
        let desk = try Desk()
        defer { desk.folder.remove() }
        try body(desk)
    }

    @Test("SQL, questions and full-width signs go together")
    func mixed() throws {
        try withDesk { desk in
            let outcome = try desk.run("。mode csv\nSELECT 1 AS a,\n 2 AS b；\n苏州？\n  .headers off\nSELECT '；' AS c;\n")
            #expect(outcome.status == 0, "\(outcome.err)")
            let lines = outcome.out.split(separator: "\r\n", omittingEmptySubsequences: false)
            #expect(lines.prefix(2) == ["a,b", "1,2"])
            #expect(lines[2].hasPrefix("figure_id,") && lines[3].contains("苏州市"))
            #expect(lines.suffix(2) == ["；", ""])
        }
    }

    @Test("a question takes the options of zhibiao figures")
    func options() throws {
        try withDesk { desk in
            let outcome = try desk.run(".mode csv\n.figures 苏州 --limit 1 --columns subject,value\n.figures 苏州 --nonsense\n")
            #expect(outcome.out.split(separator: "\r\n").count == 2 && outcome.out.hasPrefix("subject,value\r\n"))
            #expect(outcome.status == 1)
            #expect(outcome.err.hasPrefix("zhibiao: line 3: ") && outcome.errLines.count == 1, "\(outcome.err)")
        }
    }

    @Test("parameters stand for :name, and a missing one is named")
    func parameters() throws {
        try withDesk { desk in
            let script = """
                .mode csv
                .headers off
                .params city '苏州''s 市'
                .params :n 3
                .params f 2.5
                .params gone x
                .params gone
                .params
                SELECT :city, @n + 1, $f, typeof(:n);
                SELECT :gone;
                """
            let outcome = try desk.run(script)
            #expect(outcome.out == ":city = '苏州''s 市'\n:f = 2.5\n:n = 3\n苏州's 市,4,2.5,integer\r\n")
            #expect(outcome.errLines == ["zhibiao: line 10: SQL: the parameter :gone has no value"])
        }
    }

    @Test("queries are saved under names in the configuration folder, and run")
    func namedQueries() throws {
        try withDesk { desk in
            let outcome = try desk.run(".mode csv\nSELECT 1 AS a,\n  '二' AS b;\n.save 就业-1\n.run\n.run 就业-1\n")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out == "a,b\r\n1,二\r\n就业-1\na,b\r\n1,二\r\n")
            let file = desk.folder.path("config/zhibiao/queries/就业-1.sql")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "SELECT 1 AS a,\n  '二' AS b;\n")
            #expect(try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int == 0o600)
            for name in ["../x", "a/b", ".x", "-x", "x y"] {
                #expect(try desk.run("SELECT 1;\n.save '\(name)'\n").status == 1, "\(name)")
            }
            #expect(try desk.run(".run 就业_1").errLines == ["zhibiao: line 1: no query is saved as 就业_1; did you mean 就业-1?"])
        }
    }

    @Test("results go to files, which are there when they are complete")
    func output() throws {
        try withDesk { desk in
            let script = """
                .mode csv
                .once once.csv
                SELECT 1 AS a;
                SELECT 2 AS b;
                .output all.csv
                SELECT 3 AS c;
                SELECT 4 AS d;
                .mode
                .output
                SELECT 5 AS e;
                """
            let outcome = try desk.run(script)
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out == "b\r\n2\r\ncsv\ne\r\n5\r\n")
            #expect(try String(contentsOf: desk.folder.url("once.csv"), encoding: .utf8) == "a\r\n1\r\n")
            #expect(try String(contentsOf: desk.folder.url("all.csv"), encoding: .utf8) == "c\r\n3\r\nd\r\n4\r\n")
            _ = try desk.run(".output half.csv\nSELECT 1;\nSELECT nonsense;\n")
            #expect(try desk.folder.names().allSatisfy { !$0.hasPrefix("half") })
        }
    }

    @Test("a full disk is told once, with the line", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        try withDesk { desk in
            let rows = "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100000) SELECT x FROM c;"
            let outcome = try desk.run(".mode csv\n.output /dev/full\n\(rows)\n")
            #expect(outcome.status == 1)
            #expect(
                outcome.errLines.count == 1 && outcome.err.hasPrefix("zhibiao: line 3: cannot write /dev/full: the disk is full"),
                "\(outcome.err)")
            let script = try Program.run(
                "sh", ["-c", "echo \"$1\" | \"$0\" repl --db \"$2\" > /dev/full", Program.path, ".mode csv\n" + rows, desk.database])
            #expect(
                script.status == 1 && script.err == "zhibiao: line 2: cannot write standard output: the disk is full\n", "\(script.err)")
        }
    }

    @Test("tables, columns and reports are explained")
    func schema() throws {
        try withDesk { desk in
            #expect(try desk.run(".tables").out.contains("employment_rates   view   As enterprises."))
            #expect(try desk.run(".describe figures").out.contains("value            REAL     The number in its base unit"))
            #expect(try desk.run(".describe section").out.contains("title       TEXT     the heading's words"))
            #expect(try desk.run(".schema section").out.hasPrefix("CREATE TABLE section ("))
            #expect(
                try desk.run(".describe figurs").errLines == [
                    "zhibiao: line 1: no table or view is called figurs; did you mean figures or figure?"
                ])
            let reports = try desk.run(".mode csv\n.report").out.split(separator: "\r\n")
            #expect(reports[0] == "report_id,title,year,figures,path" && reports.count > 1)
            let one = try desk.run(".report 1").out
            #expect(one.contains("report_id  title") && one.contains("category"))
            #expect(try desk.run(".report 999").status == 1)
        }
    }

    @Test("without --write nothing changes, and one line says so")
    func readOnly() throws {
        try withDesk { desk in
            let before = try Data(contentsOf: URL(fileURLWithPath: desk.database))
            for line in [
                ".import x.txt", ".review 1 confirm", "DELETE FROM figure;", "CREATE TABLE t (x);", "BEGIN;",
                "UPDATE report SET title = 'x';",
            ] {
                let outcome = try desk.run(line + "\n")
                #expect(
                    outcome.status == 1 && outcome.errLines.count == 1 && outcome.err.contains("zhibiao repl --write"), "\(outcome.err)")
            }
            #expect(try desk.run("ATTACH 'x.db' AS x;").err.contains("--write") == false)
            #expect(try Data(contentsOf: URL(fileURLWithPath: desk.database)) == before)
        }
    }

    @Test("with --write a person changes rows, makes tables, reviews and imports; no other file is touched")
    func writing() throws {
        try withDesk { desk in
            try desk.folder.write("new.txt", "丙市高新区现有企业321家。\n")
            let script = """
                .mode csv
                .headers off
                CREATE TABLE note (figure_id INTEGER, text TEXT);
                CREATE TRIGGER noted AFTER INSERT ON note BEGIN UPDATE note SET text = text || '!'; SELECT 1; END;
                BEGIN;
                INSERT INTO note VALUES (1, '待查');
                COMMIT;
                SELECT * FROM note;
                BEGIN;
                DELETE FROM note;
                ROLLBACK;
                SELECT count(*) FROM note;
                .review 1 confirm 与原文一致
                .review 2 value=7 bound=about
                SELECT figure_id, status FROM figures WHERE figure_id IN (1, 2);
                SELECT reviewer, reason FROM reviews WHERE figure_id = 1;
                .import new.txt
                SELECT value FROM figures WHERE unit = '家' AND value = 321;
                """
            let outcome = try desk.run(script, "--write")
            #expect(outcome.status == 0, "\(outcome.err)")
            #expect(outcome.out == "1,待查!\r\n1\r\n1,confirmed\r\n2,corrected\r\ntester,与原文一致\r\n321\r\n")
            for line in ["ATTACH 'x.db' AS x;", "VACUUM INTO 'x.db';", "PRAGMA journal_mode = WAL;", "PRAGMA foreign_keys = OFF;"] {
                #expect(try desk.run(line, "--write").status == 1, "\(line)")
            }
            #expect(try desk.folder.names().contains("x.db") == false)
            #expect(
                try desk.run("BEGIN;\nDELETE FROM note;\n", "--write").errLines == [
                    "the transaction was not committed; its changes are gone"
                ])
            #expect(try desk.run("SELECT count(*) FROM note;").out.contains("1"))
        }
    }

    @Test("figures are exported as zhibiao export does")
    func export() throws {
        try withDesk { desk in
            let outcome = try desk.run(".export '导 出.csv' 苏州 --columns subject,value\n.export\n")
            #expect(outcome.status == 1 && outcome.err.contains("line 2: .export needs a file"))
            #expect(try String(contentsOf: desk.folder.url("导 出.csv"), encoding: .utf8).hasPrefix("subject,value\r\n苏州市,"))
            #expect(try desk.run(".export /nonexistent/x.csv\nSELECT 1;").out == "")
        }
    }

    @Test(
        "input that ends within a statement",
        arguments: [
            ("SELECT 1 AS a;\nSELECT 2 AS b", 0, "a\r\n1\r\nb\r\n2\r\n", ""),
            ("SELECT 1 AS a;\n\nSELECT 'x\ny", 1, "a\r\n1\r\n", "line 3: the quote ' of the statement that starts here is not closed"),
            ("SELECT 1 AS a; /* x", 1, "a\r\n1\r\n", "line 1: the comment /* in the statement that starts here is not closed"),
            ("SELECT 1 AS a,", 1, "", "line 1: SQL: incomplete input"), ("-- nothing", 0, "", ""), ("", 0, "", ""),
        ])
    func endsEarly(script: String, status: Int32, out: String, problem: String) throws {
        try withDesk { desk in
            let outcome = try desk.run(".mode csv\n" + script)
            #expect(outcome.status == status && outcome.out == out, "\(outcome)")
            let first = problem.isEmpty ? nil : outcome.errLines.first
            let number = problem.split(separator: ":").first.flatMap { Int($0.dropFirst(5)) } ?? 0
            #expect(
                first
                    == (problem.isEmpty
                        ? nil : "zhibiao: " + problem.replacingOccurrences(of: "line \(number):", with: "line \(number + 1):")))
        }
    }

    @Test(
        "what was misspelt is named, and what may have been meant",
        arguments: [
            (
                "SELECT * FROM employment_rate;",
                ["  SELECT * FROM employment_rate;".dropLast() + "", "                ^", "did you mean employment_rates?"]
            ),
            ("SELECT '苏州市', vlaue FROM figures;", ["  SELECT '苏州市', vlaue FROM figures", "                   ^", "did you mean value?"]),
            ("SELECT 1,\n  '常州' || subjct\nFROM figures;", ["    '常州' || subjct", "              ^", "did you mean subject?"]),
            ("SELECT cuont(*) FROM figures;", ["  SELECT cuont(*) FROM figures", "         ^", "did you mean count?"]),
        ] as [(String, [String])])
    func hints(script: String, expected: [String]) throws {
        try withDesk { desk in
            let outcome = try desk.run(script)
            #expect(Array(outcome.err.split(separator: "\n").map(String.init).dropFirst()) == expected, "\(outcome.err)")
        }
    }

    @Test("it speaks Chinese in a Chinese locale or where that is chosen")
    func chinese() throws {
        try withDesk { desk in
            let input = Array(".help .limit\n.nonsense\n".utf8)
            for (options, environment) in [(["--lang", "zh"], [:]), ([], ["LC_ALL": "zh_CN.UTF-8"])] {
                let outcome = try Program.run(
                    Program.path, ["repl", "--db", desk.database] + options, input: input, environment: environment)
                #expect(outcome.out.hasSuffix("屏幕上每个结果最多显示的行数；0 为全部\n"))
                #expect(outcome.errLines == ["zhibiao: 第 2 行：没有命令 .nonsense；.help 列出全部"])
            }
        }
    }

    @Test("a caret stands under its character, in a part of a line that is too long", arguments: [20, 40, 80])
    func longLine(columns: Int) {
        let sql = "SELECT '" + String(repeating: "苏州\t", count: 40) + "', 错 FROM " + String(repeating: "x", count: 100)
        let offset = sql.unicodeScalars.enumerated().first { $0.element == "错" }?.offset ?? 0
        let lines = SQLPointer.pointed(offset, sql, columns: columns)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
        let before = lines[0].prefix { $0 != "错" }
        #expect(DisplayWidth.of(String(before)) == lines[1].count - 1)
    }

    @Test("every command has its help; a part of a name is not enough", arguments: MetaCommand.all.map(\.name))
    func help(name: String) throws {
        let command = try MetaCommand.named(name)
        #expect(try MetaCommand.named(name.uppercased()).name == name)
        #expect(!command.en.isEmpty && !command.zh.isEmpty)
        #expect(throws: MetaError.self) { try MetaCommand.named(String(name.dropLast())) }
    }

    @Test(
        "words keep together in quotes",
        arguments: [
            ("a  b", ["a", "b"]), ("'a b' \"c's\"", ["a b", "c's"]), ("it's", ["it's"]), ("x=''", ["x=''"]), ("''", [""]),
            ("苏州　就业率", ["苏州", "就业率"]),
        ])
    func words(text: String, expected: [String]) throws { #expect(try Words.of(text) == expected) }

    @Test("docs/repl.md has every command with its help, and no other")
    func documentation() throws {
        let page = try String(contentsOf: Program.checkout.appendingPathComponent("docs/repl.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `.") }.map(String.init)
        let expected = MetaCommand.all.map { command in
            let usage = command.usage.replacingOccurrences(of: "|", with: "\\|")
            return "| `\(command.name)\(usage.isEmpty ? "" : " " + usage)` | \(command.en) | \(command.zh) |"
        }
        #expect(rows == expected)
    }
}
