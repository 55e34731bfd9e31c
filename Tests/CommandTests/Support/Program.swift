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
    struct Running {
        let identifier: pid_t
        fileprivate let files: TemporaryFolder

        /// Waits for the end of this very process, not of those it may have left behind; one that never ends is killed.
        func finish() throws -> Outcome {
            var status: Int32 = 0
            var pause: UInt32 = 200
            let end = Date().addingTimeInterval(Program.longestWait)
            wait: while true {
                switch waitpid(identifier, &status, WNOHANG) {
                case identifier: break wait
                case 0 where Date() > end:
                    kill(identifier, SIGKILL)
                    _ = waitpid(identifier, &status, 0)
                    throw Hung()
                case 0:
                    usleep(pause)
                    pause = min(2 * pause, 10_000)
                default: if errno != EINTR { throw SpawnError(code: errno) }
                }
            }
            let out = try Data(contentsOf: files.url("out"))
            let err = try Data(contentsOf: files.url("err"))
            files.remove()
            let signal = status & 0x7F
            return Outcome(
                status: signal == 0 ? (status >> 8) & 0xFF : 128 + signal, out: String(decoding: out, as: UTF8.self),
                err: String(decoding: err, as: UTF8.self), outBytes: Array(out))
        }
    }

    struct SpawnError: Error {
        let code: Int32
    }

    /// A program that did not end, or a state that did not come, in `longestWait`.
    struct Hung: Error {}

    /// Guards a run of all tests against one that hangs: seconds, far more than anything here takes on a busy machine.
    static let longestWait: Double = 300

    /// Waits until a state has come that another program brings about.
    static func wait(until isReached: () throws -> Bool) throws {
        let end = Date().addingTimeInterval(longestWait)
        while try !isReached() {
            if Date() > end { throw Hung() }
            usleep(50_000)
        }
    }

    static func start(
        _ executable: String, _ arguments: [String], input: [UInt8]? = nil, in folder: URL? = nil, environment: [String: String] = [:]
    ) throws -> Running {
        let files = try TemporaryFolder()
        try files.write("in", input ?? [])
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, files.path("in"), O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, files.path("out"), O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, files.path("err"), O_WRONLY | O_CREAT, 0o600)
        var variables = ProcessInfo.processInfo.environment
        for name in ["ZHIBIAO_DB", "NO_COLOR", "TMUX"] { variables[name] = nil }
        for (name, value) in environment { variables[name] = value }
        // env changes the folder and becomes the program: the process stays the same.
        let command = (folder.map { ["/usr/bin/env", "-C", $0.path] } ?? []) + [executable] + arguments
        var argv = command.map { strdup($0) } + [nil]
        var envp = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { for pointer in argv + envp { free(pointer) } }
        // The threads of tests block signals; a program must not inherit that, or tmux never learns that its panes have ended.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var identifier: pid_t = 0
        let code = posix_spawnp(&identifier, command[0], &actions, &attributes, &argv, &envp)
        guard code == 0 else { throw SpawnError(code: code) }
        return Running(identifier: identifier, files: files)
    }

    /// Whether a program of this name is on PATH.
    static func exists(_ name: String) -> Bool {
        (try? run("sh", ["-c", "command -v \(name)"]).status) == 0
    }
}

/// A folder for one test. Call `remove` at its end.
struct TemporaryFolder {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("zhibiao-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    func remove() { try? FileManager.default.removeItem(at: root) }

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

    /// A database of the sample reports, as metrics.db; gives its path.
    func sampleDatabase() throws -> String {
        try Data(Self.sample.get()).write(to: url("metrics.db"))
        return path("metrics.db")
    }

    /// The bytes of such a database, made once by the program itself.
    private static let sample = Result {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try Program.run("import", "--samples", "--db", folder.path("metrics.db"))
        try #require(outcome.status == 0, "\(outcome.err)")
        return try [UInt8](Data(contentsOf: folder.url("metrics.db")))
    }
}
