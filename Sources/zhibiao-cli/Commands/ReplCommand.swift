// zhibiao repl: SQL and questions at a prompt; or a script from standard input.
import ArgumentParser
import Glibc
import Zhibiao

struct ReplCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl", abstract: "Ask at a prompt: SQL, or words after .figures; read-only.",
        discussion: """
            Type .help at the prompt. A script works as well: zhibiao repl < script.sql
            stops at the first error and says its line.
            """)

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let isTerminal = isatty(STDIN_FILENO) == 1
        var repl = try Repl(databasePath: database.path, interrupts: isTerminal ? Interrupts() : nil)
        try repl.run()
    }
}
