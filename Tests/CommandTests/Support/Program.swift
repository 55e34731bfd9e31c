// Runs the real zhibiao binary, and other programs, as a person's shell would.
import Foundation
import Testing

/// What a program did.
struct Outcome {
    let status: Int32
    let out: String
    let err: String
    let outBytes: [UInt8]

    /// Lines of standard error, without empty ones.
    var errLines: [String] { err.split(separator: "\n").map(String.init) }
}

/// The program under test.
enum Program {
    /// The top of the checkout.
    static let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The binary of the same build as these tests.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(fileURLWithPath: tests).deletingLastPathComponent()
        for _ in 0..<4 {
            let candidate = folder.appendingPathComponent("zhibiao").path
            if FileManager.default.isExecutableFile(atPath: candidate) { return candidate }
            folder.deleteLastPathComponent()
        }
        return checkout.appendingPathComponent(".build/debug/zhibiao").path
    }()

    /// Runs zhibiao to its end.
    static func run(
        _ arguments: String..., input: String? = nil, in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(path, arguments, input: input.map { Array($0.utf8) }, in: folder, environment: environment)
    }

    /// Runs any program to its end.
    static func run(
        _ executable: String, _ arguments: [String], input: [UInt8]? = nil, in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Outcome {
        let running = try start(executable, arguments, input: input, in: folder, environment: environment)
        return try running.finish()
    }

    /// A program that was started; its output goes to files, so it never waits for a reader.
    final class Running {
        let process = Process()
        private let files: TemporaryFolder

        init(_ files: TemporaryFolder) { self.files = files }

        func finish() throws -> Outcome {
            process.waitUntilExit()
            let out = try Data(contentsOf: files.url("out"))
            let err = try Data(contentsOf: files.url("err"))
            let status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
            return Outcome(
                status: status, out: String(decoding: out, as: UTF8.self), err: String(decoding: err, as: UTF8.self),
                outBytes: Array(out))
        }
    }

    static func start(
        _ executable: String, _ arguments: [String], input: [UInt8]? = nil, in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Running {
        let files = try TemporaryFolder()
        let running = Running(files)
        let process = running.process
        if executable.hasPrefix("/") {
            process.executableURL = URL(fileURLWithPath: executable)
            process.arguments = arguments
        } else {
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = [executable] + arguments
        }
        if let folder { process.currentDirectoryURL = folder }
        var variables = ProcessInfo.processInfo.environment
        for name in ["ZHIBIAO_DB", "NO_COLOR"] { variables[name] = nil }
        for (name, value) in environment { variables[name] = value }
        process.environment = variables
        try Data(input ?? []).write(to: files.url("in"))
        for name in ["out", "err"] { try Data().write(to: files.url(name)) }
        process.standardInput = try FileHandle(forReadingFrom: files.url("in"))
        process.standardOutput = try FileHandle(forWritingTo: files.url("out"))
        process.standardError = try FileHandle(forWritingTo: files.url("err"))
        try process.run()
        return running
    }

    /// Whether a program of this name is on PATH.
    static func exists(_ name: String) -> Bool {
        (try? run("sh", ["-c", "command -v \(name)"]).status) == 0
    }
}

/// A folder that vanishes with its last user.
final class TemporaryFolder {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("zhibiao-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func url(_ name: String) -> URL { root.appendingPathComponent(name) }
    func path(_ name: String) -> String { url(name).path }

    /// Writes a file, its folders too; gives its path.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let target = url(name)
        try FileManager.default.createDirectory(at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: target)
        return target.path
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

    /// Every name in the folder, sorted.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: root.path).sorted() }

    /// A database of the sample reports; gives its path.
    func sampleDatabase() throws -> String {
        let database = path("metrics.db")
        let outcome = try Program.run("import", "--samples", "--db", database)
        try #require(outcome.status == 0, "\(outcome.err)")
        return database
    }
}
