// zhibiao repl: SQL and questions at a prompt; or a script from standard input.
import ArgumentParser
import Glibc
import Zhibiao

struct ReplCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "repl", abstract: "Ask at a prompt: SQL, or questions in words; read-only unless --write is given.",
        discussion: """
            Type .help at the prompt. A script works as well: zhibiao repl < script.sql
            stops at the first error and says its line.

            The history of what was typed is kept in $XDG_STATE_HOME/zhibiao (~/.local/state/zhibiao), saved queries in
            $XDG_CONFIG_HOME/zhibiao (~/.config/zhibiao). Results longer than the screen go through $PAGER.
            """)

    @Flag(help: "Allow changes: SQL that writes, .import and .review.") var write = false
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let isTerminal = isatty(STDIN_FILENO) == 1
        let repl = try Repl(databasePath: database.path, mayWrite: write, interrupts: isTerminal ? Interrupts() : nil)
        try repl.run()
    }
}
