// The compiler refuses to mix units: small programs against the library just built, one that compiles and some that must not.
import Foundation
import Testing

@Suite(.enabled(if: Compiler.shared != nil, "needs swiftc and the build's folder"))
struct UnitSafetyTests {
    /// The compiler's errors for a program of these statements; each is on a line of its own, from line 5 on.
    private func errors(_ statements: [String]) throws -> [String] {
        let compiler = try #require(Compiler.shared)
        return try compiler.errors(
            """
            import Zhibiao
            func check(_ database: MetricsDatabase) throws {
                let counts = try database.enterprises()
                let rates = try database.employmentRates()
                \(statements.joined(separator: "\n"))
            }
            """)
    }

    @Test func oneUnitGoesTogether() throws {
        #expect(try errors(["_ = counts[0].value + counts[1].value < counts[2].value", "_ = rates[0].value == rates[1].value"]) == [])
    }

    @Test func twoUnitsDoNot() throws {
        let statements = [
            "_ = counts[0].value + rates[0].value", "_ = counts[0].value < rates[0].value", "_ = counts[0].value == rates[0].value",
            "_ = counts[0].value.agrees(with: rates[0].value)", "let _: [Observation<Percent>] = try database.teachers()",
        ]
        let errors = try errors(statements)
        for (index, statement) in statements.enumerated() {
            // Refused for its types, not for a mistake in this test.
            let here = errors.filter { $0.contains("program.swift:\(5 + index):") }
            #expect(here.contains { $0.contains("EnterpriseCount") || $0.contains("Percent") }, "\(statement): \(here)")
        }
    }
}

/// `swiftc`, set up to import the modules beside this test's binary.
private struct Compiler {
    let arguments: [String]

    static let shared = Compiler()

    private init?() {
        guard let binary = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return nil }
        let products = URL(fileURLWithPath: binary).deletingLastPathComponent()
        // The C targets' module maps that the build made, and GRDB's own of SQLite.
        let built = (try? FileManager.default.contentsOfDirectory(atPath: products.path)) ?? []
        let maps =
            built.filter { $0.hasSuffix(".build") }.sorted().map { products.appendingPathComponent($0 + "/module.modulemap").path }
            .filter(FileManager.default.fileExists)
            + [products.appendingPathComponent("../../checkouts/GRDB.swift/Sources/GRDBSQLite/module.modulemap").standardizedFileURL.path]
        let modules = products.appendingPathComponent("Modules").path
        guard (maps + [modules]).allSatisfy(FileManager.default.fileExists) else { return nil }
        arguments = ["swiftc", "-typecheck", "-swift-version", "6", "-I", modules] + maps.flatMap { ["-Xcc", "-fmodule-map-file=" + $0] }
    }

    /// The compiler's errors for a program.
    func errors(_ program: String) throws -> [String] {
        let folder = try TemporaryFolder()
        let file = try folder.write(Array(program.utf8), to: "program.swift")
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments + [file]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let errors = output.split(separator: "\n").filter { $0.contains(" error: ") }.map(String.init)
        return process.terminationStatus == 0 ? [] : errors.isEmpty ? [output] : errors
    }
}
