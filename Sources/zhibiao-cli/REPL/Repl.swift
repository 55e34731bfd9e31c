// The REPL: takes lines, cuts them into statements, questions and meta-commands, prints what they give.
import Glibc
import Zhibiao

/// What a person has set.
struct ReplSettings {
    var format = OutputFormat.table
    var style = OutputStyle()
    var showsTime = false
    /// How many rows a result on the screen has at most.
    var limit: Int? = 1000
    var parameters: [String: SQLiteValue] = [:]
}

/// One session at the prompt, or one script.
final class Repl {
    let session: ReplSession
    let history: History
    let outlet: Outlet
    var settings = ReplSettings()
    /// The last SQL statement, for `.save`.
    var lastStatement: String?
    /// Nil for a script.
    private let interrupts: Interrupts?
    private var statements = StatementReader()
    /// The lines of the statement that has begun, as they were typed.
    private var typed: [String] = []
    private var isQuitting = false

    /// Something to do.
    private enum Action {
        case statement(StatementReader.Statement)
        case meta(String, line: Int)
    }

    init(databasePath: String, mayWrite: Bool, interrupts: Interrupts?) throws {
        self.interrupts = interrupts
        session = try ReplSession(databasePath: databasePath, mayWrite: mayWrite)
        history = History(path: interrupts == nil ? nil : UserFolders.history)
        outlet = Outlet(isInteractive: interrupts != nil)
    }

    var isInteractive: Bool { interrupts != nil }

    /// Runs until the end of input or `.quit`. A script ends at its first error.
    func run() throws {
        var terminal = termios()
        let hasTerminal = tcgetattr(STDIN_FILENO, &terminal) == 0
        var lines = reader()
        if isInteractive {
            Screen.say(Message.welcome(session.path, mayWrite: session.mayWrite))
        }
        while !isQuitting {
            interrupts?.forget()
            // Whatever had the terminal meanwhile may have left it in another state.
            if hasTerminal, interrupts != nil { tcsetattr(STDIN_FILENO, TCSADRAIN, &terminal) }
            if interrupts?.termination != nil { break }
            let mark = session.isInTransaction ? "*" : ""
            switch lines.next(prompt: statements.isInside ? "     ...\(mark.isEmpty ? "" : " ")> " : "zhibiao\(mark)> ") {
            case .end:
                try end()
                isQuitting = true
            case .interrupted:
                statements.abandon()
                typed = []
            case .unreadable: _ = try fail(Message.lineNotUTF8, line: statements.line + 1)
            case .line(let text): try take(text, lines)
            }
        }
        if session.isInTransaction { Screen.say(Message.notCommitted) }
        if let number = interrupts?.termination { Interrupts.die(of: number) }
        try outlet.close()
    }

    private func reader() -> any LineReader {
        guard let interrupts else { return PlainLineReader(interrupts: nil, shows: false) }
        #if Readline
            if isatty(STDOUT_FILENO) == 1 {
                return ReadlineReader(interrupts: interrupts, history: history.entries, Completer(self))
            }
        #endif
        return PlainLineReader(interrupts: interrupts, shows: true)
    }

    /// What is left at the end of a script is a statement too; at a prompt it is dropped.
    private func end() throws {
        if isInteractive {
            let sink = ByteSink()
            try sink.write("\n")
            return try sink.finish()
        }
        if let problem = statements.unclosed { _ = try fail(problem, line: statements.firstLine) }
        if let rest = statements.rest() { _ = try execute(rest) }
    }

    /// What stands before the line that is being edited, of the same statement.
    var pendingStatement: String? { statements.isInside ? typed.joined(separator: "\n") : nil }

    /// Takes what was typed: a line, or several that were pasted.
    private func take(_ text: String, _ lines: any LineReader) throws {
        var actions: [Action] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if !statements.isInside, let command = Self.metaCommand(line) {
                _ = statements.take("")  // counts the line
                actions.append(.meta(command, line: statements.line))
            } else {
                actions += statements.take(String(line)).map(Action.statement)
            }
        }
        if isInteractive {
            typed.append(text)
            if !statements.isInside {
                var whole = typed.joined(separator: "\n")
                while whole.last?.isWhitespace == true { whole.removeLast() }
                if !whole.isEmpty {
                    lines.remember(whole)
                    history.add(whole)
                }
                typed = []
            }
        }
        for action in actions where !isQuitting {
            let succeeded =
                switch action {
                case .statement(let statement): try execute(statement)
                case .meta(let text, let line): try meta(text, line: line)
                }
            // What was pasted behind a mistake may have needed what failed.
            if !succeeded { break }
        }
    }

    /// The meta-command that a line is, or nil. A line that starts with a Chinese character or a digit, as no SQL does, is a question.
    /// With a Chinese keyboard a full stop comes easily as 。
    private static func metaCommand(_ line: Substring) -> String? {
        let text = line.drop { $0.isWhitespace }
        guard let first = text.unicodeScalars.first else { return nil }
        if first == "." { return String(text) }
        if first == "。" { return "." + text.dropFirst() }
        guard first.value > 0x7F ? first.properties.isAlphabetic : (0x30...0x39).contains(first.value) else { return nil }
        return ".figures " + text.trimmingSuffix { $0.isWhitespace || "?？;；。".contains($0) }
    }

    // MARK: - Running

    /// Runs a statement; false when it failed or was stopped.
    func execute(_ statement: StatementReader.Statement) throws -> Bool {
        lastStatement = statement.text
        do {
            return try show(statement.text)
        } catch let error as ZhibiaoError {
            let line = statement.line + SQLPointer.line(of: error, in: statement.text)
            let pointer = (try? session.connection()).map { SQLPointer.lines(error, statement.text, on: $0) } ?? []
            return try fail(session.worded(error), pointer, line: line)
        } catch let error as OutputError {
            return try fail(dropped(error), line: statement.line)
        } catch let error as MetaError {
            return try fail(error.message, line: statement.line)
        }
    }

    /// Runs SQL and shows its rows; false when it was stopped.
    func show(_ sql: String, _ parameters: [String: SQLiteValue]? = nil) throws -> Bool {
        let connection = try session.connection()
        let settings = settings
        let limit = outlet.isScreen ? settings.limit : nil
        return try result { stop, sink in
            stop.whenRequested { connection.interrupt() }
            let isCut = try StatementOutput.run(
                sql, on: connection, parameters: parameters ?? settings.parameters, settings.format, settings.style, limit: limit,
                to: sink)
            return isCut ? limit.map { Message.rowsShown($0) } : nil
        }
    }

    /// Puts a result where results go; false when Ctrl-C stopped it.
    /// - Parameters:
    ///   - onScreen: whether it is for the person, wherever results go.
    ///   - body: writes the result; gives what is to be said after it. Runs on another thread.
    func result(onScreen: Bool = false, _ body: @escaping (Stop, ByteSink) throws -> String?) throws -> Bool {
        let stop = Stop()
        let place = outlet.place(stop, onScreen: onScreen)
        let started = ContinuousClock.now
        var note: String?
        let wasDone = try stoppable(stop) {
            do {
                note = try body(stop, place.sink)
            } catch let error as ZhibiaoError where !stop.isRequested {
                try place.finish()  // rows that came before the failure
                throw error
            }
            try place.finish()
        }
        guard wasDone else { return false }
        if let note { Screen.say(note) }
        if settings.showsTime {
            let time = (ContinuousClock.now - started).components
            let milliseconds = Int(time.seconds) * 1000 + Int(time.attoseconds / 1_000_000_000_000_000)
            Screen.say("\(milliseconds / 1000).\(String(1000 + milliseconds % 1000).dropFirst()) s")
        }
        return true
    }

    /// Runs one of zhibiao's own commands on this database; false when it failed or was stopped.
    func command(_ arguments: [String]) throws -> Bool {
        // Whatever holds the file must let it go.
        if session.isInTransaction { throw MetaError(Message.inTransaction) }
        session.close()
        let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
        defer { close(nothing) }
        let common = ["--db", session.path, "--lang", Language.current.rawValue]
        let program = try ForegroundProgram(["/proc/self/exe"] + arguments + common, input: nothing)
        let stop = Stop()
        stop.whenRequested { program.send(SIGTERM) }
        var status: Int32 = 0
        return try stoppable(stop) {
            status = program.wait()
            if status == 128 + SIGINT { throw EndedByInterrupt() }
        } && status == 0
    }

    /// Ctrl-C goes to every program of the terminal: the one that ran may end of it before it is told here.
    private struct EndedByInterrupt: Error {}

    /// Runs `body` so that Ctrl-C stops it; false when it did.
    private func stoppable(_ stop: Stop, _ body: @escaping () throws -> Void) throws -> Bool {
        guard let interrupts else {
            try body()
            return true
        }
        do {
            switch try StoppableWork(interrupts: interrupts).run(stop, body) {
            case .done: return true
            case .stopped: break
            case .abandoned: session.abandon()
            }
        } catch is EndedByInterrupt {
            interrupts.awaitNext()
        } catch is BrokenPipe where isatty(STDOUT_FILENO) == 1 {
            return true  // the pager was left before the end, also that of .help while results go to a file
        }
        if let path = outlet.drop() { Screen.say(Message.notWritten(path)) }
        if interrupts.termination == nil {
            Screen.say("")  // ends the line where the terminal shows ^C
            Screen.say(Message.interrupted)
        }
        return false
    }

    /// An output that failed: what follows goes to the screen.
    private func dropped(_ error: OutputError) -> String {
        outlet.drop() == nil ? error.description : error.description + Message.backOnScreen
    }

    /// At a prompt an error is told; a script it ends.
    private func fail(_ message: String, _ more: [String] = [], line: Int) throws -> Bool {
        if isInteractive { Screen.say(message) } else { Screen.complain(Message.inLine(line, message)) }
        for text in more { Screen.say(text) }
        if !isInteractive { throw AlreadyTold() }
        return false
    }

    /// Runs a meta-command; false when it failed.
    private func meta(_ text: String, line: Int) throws -> Bool {
        do {
            let name = String(text.prefix { !$0.isWhitespace })
            let rest = text.dropFirst(name.count).trimming { $0.isWhitespace }
            let command = try MetaCommand.named(name)
            if command.changes, !session.mayWrite {
                throw MetaError(Message.needsWrite(command.name))
            }
            return try command.run(self, command.splits ? Words.of(rest) : [String(rest)])
        } catch is AlreadyTold where isInteractive {
            return false
        } catch let error as MetaError {
            return try fail(error.message, line: line)
        } catch let error as ZhibiaoError {
            return try fail(session.worded(error), line: line)
        } catch let error as OutputError {
            return try fail(dropped(error), line: line)
        }
    }

    func quit() -> Bool {
        isQuitting = true
        return true
    }
}

extension Substring {
    /// Without what `isOutside` holds for at both ends.
    fileprivate func trimming(_ isOutside: (Character) -> Bool) -> Substring { drop(while: isOutside).trimmingSuffix(isOutside) }

    fileprivate func trimmingSuffix(_ isOutside: (Character) -> Bool) -> Substring {
        var rest = self
        while let last = rest.last, isOutside(last) { rest.removeLast() }
        return rest
    }
}
