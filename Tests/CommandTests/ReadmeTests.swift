// The READMEs do what they say: every command is run as printed, the Swift example is compiled, both languages show the same.
import Foundation
import Testing

@Suite("README")
struct ReadmeTests {
    /// A fenced block of Markdown.
    struct Block: Equatable {
        let language: String
        let text: String
    }

    static func blocks(_ name: String) throws -> [Block] {
        let text = try String(contentsOf: Program.checkout.appendingPathComponent(name), encoding: .utf8)
        var blocks: [Block] = []
        var language: String?
        var lines: [String] = []
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                if let open = language {
                    blocks.append(Block(language: open, text: lines.joined(separator: "\n")))
                    language = nil
                } else {
                    language = String(line.dropFirst(3))
                    lines = []
                }
            } else {
                lines.append(line)
            }
        }
        return blocks
    }

    @Test("every command in an sh block works as printed", .enabled(if: Program.exists("sqlite3")))
    func commands() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let manager = FileManager.default
        try manager.copyItem(at: Program.checkout.appendingPathComponent("seeds"), to: folder.url("seeds"))
        // What `make run` leaves: the program and the database.
        try manager.createDirectory(at: folder.url(".build/release"), withIntermediateDirectories: true)
        try manager.createSymbolicLink(atPath: folder.path(".build/release/zhibiao"), withDestinationPath: Program.path)
        #expect(try Program.run("import", "seeds/reports", in: folder.root).status == 0)
        let path =
            folder.path(".build/release") + ":" + Python.folder + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
        let scripts = try Self.blocks("README.md").filter { block in
            // Without PyPI there are no pandas, DuckDB and Datasette.
            let needsPython = ["python3 -c", "datasette metrics"].contains { block.text.contains($0) }
            return block.language == "sh" && (Python.isAvailable || !needsPython)
        }
        #expect(scripts.count >= 10)
        for script in scripts {
            let outcome = try Program.run("bash", ["-euc", script.text], in: folder.root, environment: ["PATH": path])
            #expect(outcome.status == 0, "\(script.text)\n\(outcome.err)")
            #expect(!outcome.err.contains("No figure matches"), "\(script.text)")
        }
    }

    @Test("what `make run` proposes to type next works")
    func nextSteps() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        _ = try folder.sampleDatabase()
        let text = try String(contentsOf: Program.checkout.appendingPathComponent("scripts/next-steps.txt"), encoding: .utf8)
        let commands = text.split(separator: "\n").filter { $0.hasPrefix("    zhibiao ") && !$0.contains("YOUR-REPORTS") }
        #expect(commands.count >= 4)
        for command in commands {
            let line = command.replacingOccurrences(of: "    zhibiao", with: "'\(Program.path)'")
            let outcome = try Program.run("bash", ["-euc", line], in: folder.root)
            #expect(outcome.status == 0 && !outcome.err.contains("No figure matches"), "\(command)\n\(outcome.err)")
        }
        let summary = try String(contentsOf: Program.checkout.appendingPathComponent("scripts/by-category.sql"), encoding: .utf8)
        #expect(try Program.run("sql", summary, in: folder.root).out.contains("figures"))
    }

    @Test("commands that build are the only ones not run by this test")
    func buildCommands() throws {
        for block in try Self.blocks("README.md") where block.language == "bash" {
            for line in block.text.split(separator: "\n") {
                #expect(["make ", "swift build ", "git clone ", "cd "].contains { line.hasPrefix($0) }, "\(line)")
            }
        }
    }

    @Test("both READMEs show the same blocks")
    func sameInChinese() throws { #expect(try Self.blocks("README.md") == Self.blocks("README.zh.md")) }

    @Test("the Swift example is the compiled one")
    func swiftExample() throws {
        let source = try String(
            contentsOf: Program.checkout.appendingPathComponent("Tests/CommandTests/ReadmeExample.swift"), encoding: .utf8)
        let begin = try #require(source.range(of: "// README example begins\n"))
        let end = try #require(source.range(of: "\n// README example ends"))
        let examples = try Self.blocks("README.md").filter { $0.language == "swift" }.map(\.text)
        #expect(examples == [String(source[begin.upperBound..<end.lowerBound])])
    }

    @Test("the Swift example runs")
    func swiftExampleRuns() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try printEmploymentRates(folder.sampleDatabase())
    }
}
