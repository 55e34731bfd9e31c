// The program's entry: runs the command that was typed and turns what went wrong into one line and an exit status.
import ArgumentParser
import Glibc
import Zhibiao

/// A failure that has been told already, line by line; only the exit status is left to give.
struct AlreadyTold: Error {}

@main
struct ZhibiaoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zhibiao",
        abstract: "Figures from Chinese reports, each with its evidence, in an SQLite database.",
        discussion: """
            The database is --db FILE, else $ZHIBIAO_DB, else ./metrics.db.
            --lang zh or --lang en, before or after any command, sets the language of messages; without it the locale does.
            Data goes to standard output, everything else to standard error.
            Exit status: 0 done, 1 something failed, 2 wrong usage.
            """,
        version: ToolVersion.current,
        subcommands: [
            ImportCommand.self, ExtractCommand.self, AuditCommand.self, FiguresCommand.self, ShowCommand.self, SQLCommand.self,
            ReplCommand.self, ExportCommand.self, ReviewCommand.self, DeleteCommand.self, CheckCommand.self,
        ])

    /// Exit statuses of the contract.
    private enum Status {
        static let failed: Int32 = 1
        static let wrongUsage: Int32 = 2
    }

    static func main() async {
        // A reader that goes away shows as an error of write(2), which ends the command without a word.
        signal(SIGPIPE, SIG_IGN)
        // A limit on file sizes is an error of write(2) too, with a line of its own.
        signal(SIGXFSZ, SIG_IGN)
        do {
            let arguments = Language.arguments
            if let unknown = Language.unknown { throw ValidationError(Message.unknownLanguage(unknown)) }
            if arguments == ["--version"] { return try tellVersion() }
            try checkName(arguments.first)
            var command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            Glibc.exit(status(for: error))
        }
    }

    private static func tellVersion() throws {
        let sink = ByteSink()
        try sink.write("zhibiao \(ToolVersion.current)\nSQLite \(ToolVersion.sqlite)\nvocabulary \(ToolVersion.vocabulary)\n")
        try sink.finish()
    }

    /// Whether help was asked for, and not for a command.
    private static var asksForOverview: Bool { [[], ["help"], ["-h"], ["--help"]].contains(Language.arguments) }

    /// A word in a command's place that is none.
    private struct UnknownCommand: Error {
        let name: String
    }

    private static func checkName(_ name: String?) throws {
        guard let name, !name.hasPrefix("-"), name != "help" else { return }
        if !configuration.subcommands.contains(where: { $0._commandName == name }) { throw UnknownCommand(name: name) }
    }

    private static func status(for error: any Error) -> Int32 {
        switch error {
        case is BrokenPipe: return 0
        case is AlreadyTold: return Status.failed
        case let error as ZhibiaoError:
            Screen.complain(error)
            if case .databaseMissing(let path) = error.kind, let hint = NothingFound.database(near: path) { Screen.say(hint) }
            return Status.failed
        case let error as UnknownCommand:
            Screen.complain(Message.unknownCommand(error.name))
            let near = NearestName.of(error.name, among: configuration.subcommands.map { $0._commandName })
            if !near.isEmpty { Screen.say(Message.didYouMean(near)) }
            return Status.wrongUsage
        case let error as OutputError:
            Screen.complain(error.description)
            return Status.failed
        default: break
        }
        let code = exitCode(for: error)
        var message = fullMessage(for: error)
        // What the argument parser itself says is in English, on a screen of its own.
        if Language.current == .zh, code == .validationFailure, Message.isChinese(self.message(for: error)) {
            message = self.message(for: error) + "\n" + Message.seeHelp
        } else if Language.current == .zh, code.isSuccess, asksForOverview {
            message = Message.overview
        }
        if code.isSuccess {
            let sink = ByteSink()
            do {
                try sink.write(message + "\n")
                try sink.finish()
            } catch is BrokenPipe {
                return 0
            } catch {
                Screen.complain("\(error)")
                return Status.failed
            }
            return 0
        }
        if code == .validationFailure {
            for line in message.split(separator: "\n", omittingEmptySubsequences: false) { Screen.say(String(line)) }
            return Status.wrongUsage
        }
        Screen.complain("\(error)")
        return Status.failed
    }
}
