// Another program that has the terminal while the REPL waits: a pager, or one of zhibiao's own commands.
import Glibc

/// A program that was started.
struct ForegroundProgram: Sendable {
    let identifier: pid_t

    /// Starts a program that is found on PATH. It gets this process's files and environment.
    /// - Parameters:
    ///   - input: its standard input, or nil for this process's own.
    ///   - environment: variables it gets besides.
    init(_ command: [String], input: Int32? = nil, environment: [String: String] = [:]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO) }
        // It must not inherit which signals are blocked or ignored here.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for number in [SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ] { sigaddset(&signals, number) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var arguments = command.map { strdup($0) } + [nil]
        var variables = Self.variables(environment).map { strdup($0) } + [nil]
        defer { for pointer in arguments + variables { free(pointer) } }
        var identifier: pid_t = 0
        let code = posix_spawnp(&identifier, command[0], &actions, &attributes, &arguments, &variables)
        guard code == 0 else { throw MetaError(Message.cannotStart(command[0], String(cString: strerror(code)))) }
        self.identifier = identifier
    }

    /// This process's variables, and `more` where they are not set.
    private static func variables(_ more: [String: String]) -> [String] {
        var all: [String] = []
        var index = 0
        while let entry = environ[index] {
            all.append(String(cString: entry))
            index += 1
        }
        return all + more.filter { name, _ in !all.contains { $0.hasPrefix(name + "=") } }.map { "\($0)=\($1)" }
    }

    func send(_ signal: Int32) { kill(identifier, signal) }

    /// Waits for its end; gives the exit status, or 128 and the signal's number.
    func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 { if errno != EINTR { return -1 } }
        return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
    }
}
