// What is made from the commands: the reference, the man pages, completions, and what describes a database to other tools.
import Foundation
import Testing

@testable import zhibiao_cli

@Suite("Manual")
struct ManualTests {
    @Test("docs/commands.md and the man pages are what the commands say; make pages makes them anew")
    func reference() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let dump = try Program.run("--experimental-dump-help")
        let version = try #require(try Program.run("--version").out.split(separator: "\n").first?.split(separator: " ").last)
        let script = Program.checkout.appendingPathComponent("scripts/manual.py").path
        let made = try Program.run("python3", [script, folder.root.path, String(version)], input: dump.outBytes)
        #expect(made.status == 0, "\(made.err)")
        let docs = Program.checkout.appendingPathComponent("docs")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("man")).sorted()
        #expect(try FileManager.default.contentsOfDirectory(atPath: docs.appendingPathComponent("man").path).sorted() == pages)
        for name in ["commands.md"] + pages.map({ "man/" + $0 }) {
            let committed = try String(contentsOf: docs.appendingPathComponent(name), encoding: .utf8)
            #expect(try committed == String(contentsOf: folder.url(name), encoding: .utf8), "\(name): run make pages")
        }
        // Every command has a page, and every option of the program stands in the reference.
        for command in ZhibiaoCommand.configuration.subcommands {
            #expect(pages.contains("zhibiao-\(command.configuration.commandName ?? "").1"))
        }
    }

    @Test("the version names SQLite's and the vocabulary's hash, which the database has too")
    func version() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        let lines = try Program.run("--version").out.split(separator: "\n").map(String.init)
        #expect(lines.count == 3 && lines[0].hasPrefix("zhibiao "))
        #expect(
            try lines[1] == "SQLite "
                + Program.run("sql", "SELECT sqlite_version() AS v", "--db", database, "--format", "tsv").out.dropFirst(2).dropLast())
        let hash = try Program.run("sql", "SELECT vocabulary_sha256 AS v FROM import_run", "--db", database, "--format", "tsv").out
        #expect(lines[2] == "vocabulary " + hash.dropFirst(2).dropLast())
    }

    @Test("what make install adds: completions that the shells accept, and man pages")
    func completions() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let script = Program.checkout.appendingPathComponent("scripts/install-help.sh").path
        let outcome = try Program.run(script, [Program.path, folder.root.path])
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(FileManager.default.fileExists(atPath: folder.path("man/man1/zhibiao-figures.1")))
        let bash = """
            source bash-completion/completions/zhibiao
            COMP_WORDS=(zhibiao fig); COMP_CWORD=1; COMP_LINE='zhibiao fig'; COMP_POINT=11; _zhibiao zhibiao fig zhibiao; echo "${COMPREPLY[@]}"
            COMPREPLY=(); COMP_WORDS=(zhibiao sql --format nd); COMP_CWORD=3; COMP_LINE='zhibiao sql --format nd'; COMP_POINT=23; _zhibiao zhibiao nd --format
            echo "${COMPREPLY[@]}"
            """
        let completed = try Program.run("bash", ["--norc", "-c", bash], in: folder.root)
        let words = completed.out.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(words == ["figures", "ndjson"], "\(completed.out)\(completed.err)")
        for (shell, file) in [("zsh", "zsh/site-functions/_zhibiao"), ("fish", "fish/vendor_completions.d/zhibiao.fish")]
        where Program.exists(shell) {
            let checked = try Program.run(shell, ["-n", folder.path(file)])
            #expect(checked.status == 0 && checked.err == "", "\(shell): \(checked.err)")
        }
    }

    @Test("Datasette shows every view with its rows and the description of each column", .enabled(if: Python.isAvailable))
    func datasette() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        #expect(try Program.run("export", "--format", "datasette-metadata", "-o", "datasette.json", in: folder.root).status == 0)
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.url("datasette.json"))) as? [String: Any]
        let databases = json?["databases"] as? [String: Any]
        let tables = try #require((databases?["metrics"] as? [String: Any])?["tables"] as? [String: [String: Any]])
        let names = try Program.run(
            "sql", "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'", "--db", database,
            "--format", "tsv"
        ).out.split(separator: "\n").dropFirst().map(String.init)
        #expect(names.count > 25 && Set(tables.keys) == Set(names))
        for (name, table) in tables {
            #expect((table["description"] as? String)?.isEmpty == false, "\(name)")
            let columns = try #require(table["columns"] as? [String: String])
            for (column, text) in columns { #expect(!text.isEmpty, "\(name).\(column)") }
        }
        let script = Program.checkout.appendingPathComponent("Tests/Readers/datasette_pages.py").path
        let pages = try Program.run(
            Python.path, [script, database, folder.path("datasette.json")], environment: ["HOME": folder.root.path])
        #expect(pages.status == 0 && pages.out == "\(names.count) pages\n", "\(pages.out)\(pages.err.suffix(1000))")
    }
}
