// scripts/setup.sh: what it says and does where something is missing. Stand-ins take the place of swift, dpkg and apt.
import Foundation
import Testing

@Suite("Set-up")
struct SetupTests {
    /// Runs the script with only these programs (name: shell lines) and the shell's own tools on PATH.
    private func setUp(_ programs: [String: String], _ packages: String...) throws -> Outcome {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        // A shell writes the stand-ins: a file that this process had open for writing could be busy when it is run.
        var lines = ["mkdir bin"]
        for (name, body) in programs { lines.append("printf '#!/bin/bash\\n%s\\n' \"\(body)\" > bin/\(name); chmod +x bin/\(name)") }
        for tool in ["sed", "head", "env", "bash"] { lines.append("ln -s \"$(command -v \(tool))\" bin/\(tool)") }
        let prepared = try Program.run("bash", ["-euc", lines.joined(separator: "\n")], in: folder.root)
        try #require(prepared.status == 0, "\(prepared.err)")
        let script = Program.checkout.appendingPathComponent("scripts/setup.sh").path
        return try Program.run("/bin/bash", [script] + packages, environment: ["PATH": folder.path("bin")])
    }

    private static let swift = "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'"
    private static let dpkg = "case \\$4 in here) echo -n installed;; *) exit 1;; esac"

    @Test("nothing to do says nothing")
    func complete() throws {
        let outcome = try setUp(["swift": Self.swift, "dpkg-query": Self.dpkg, "id": "echo 1000"], "here")
        #expect(outcome.status == 0 && outcome.err == "" && outcome.out == "")
    }

    @Test("no Swift, or one too old")
    func swift() throws {
        #expect(try setUp([:], "here").err.contains("Swift 6.1 or newer"))
        let old = try setUp(["swift": "echo 'Swift version 6.0.3 (swift-6.0.3-RELEASE)'"], "here")
        #expect(old.status == 1 && old.err.contains("'6.0'"), "\(old.err)")
        #expect(try setUp(["swift": "echo 'Swift version 5.10'"], "here").status == 1)
    }

    @Test("missing packages are installed, and said first")
    func installs() throws {
        let outcome = try setUp(
            ["swift": Self.swift, "dpkg-query": Self.dpkg, "id": "echo 0", "apt-get": "echo apt-get \\$@"], "here", "gone")
        #expect(outcome.status == 0, "\(outcome.err)")
        #expect(
            outcome.errLines == [
                "Installing missing Debian packages: gone", "apt-get -q update", "apt-get -q install -y --no-install-recommends gone",
            ])
    }

    @Test("who may not install is told what to type")
    func command() throws {
        for programs in [["id": "echo 1000"], ["id": "echo 1000", "sudo": "exit 1"], ["id": "echo 0", "apt-get": "exit 100"]] {
            let outcome = try setUp(["swift": Self.swift, "dpkg-query": Self.dpkg].merging(programs) { $1 }, "gone", "here")
            #expect(outcome.status == 1)
            #expect(outcome.err.contains("    sudo apt-get update && sudo apt-get install -y gone\n"), "\(outcome.err)")
        }
    }
}
