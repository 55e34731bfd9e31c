// The REPL: takes lines, cuts them into statements and meta-commands, prints what they give.
import Glibc
import Zhibiao

/// One session at the prompt, or one script.
struct Repl {
    private let databasePath: String
    private let connection: AdHocConnection
    /// Nil for a script.
    private let interrupts: Interrupts?
    private var statements = StatementReader()
    private var format = OutputFormat.table
    private var store: MetricsDatabase?

    /// What to do after a line.
    private enum Next {
        case goOn, quit
    }

    /// Something typed that is no command.
    private struct MetaError: Error {
        let message: String
    }

    init(databasePath: String, interrupts: Interrupts?) throws {
        self.databasePath = databasePath
        self.interrupts = interrupts
        connection = try AdHocConnection.open(databasePath)
    }

    /// Runs until the end of input or `.quit`. A script ends at its first error.
    mutating func run() throws {
        var lines = reader()
        if interrupts != nil { Screen.say("\(databasePath), read-only. SQL ends with a semicolon; .help says the rest, Ctrl-D leaves.") }
        while true {
            interrupts?.forget()
            switch lines.next(prompt: statements.isInside ? "     ...> " : "zhibiao> ") {
            case .end: return try end()
            case .interrupted: statements.abandon()
            case .unreadable: try fail("the line is not UTF-8", line: statements.line + 1)
            case .line(let text):
                if try take(text, lines) == .quit { return }
            }
        }
    }

    private func reader() -> any LineReader {
        guard let interrupts else { return PlainLineReader(shows: false) }
        #if Readline
            if isatty(STDOUT_FILENO) == 1 { return ReadlineReader(interrupts: interrupts.descriptor) }
        #endif
        return PlainLineReader(interrupts: interrupts.descriptor, shows: true)
    }

    /// What is left at the end of a script is a statement too; at a prompt it is dropped.
    private mutating func end() throws {
        if interrupts != nil {
            let sink = ByteSink()
            try sink.write("\n")
            return try sink.finish()
        }
        if let rest = statements.rest() { try execute(rest) }
    }

    private mutating func take(_ text: String, _ lines: any LineReader) throws -> Next {
        if !statements.isInside, text.hasPrefix(".") {
            lines.remember(text)
            _ = statements.take("")  // counts the line
            return try meta(text)
        }
        if text.contains(where: { !$0.isWhitespace }) { lines.remember(text) }
        for statement in statements.take(text) { try execute(statement) }
        return .goOn
    }

    private func execute(_ statement: StatementReader.Statement) throws {
        let sink = ByteSink()
        do {
            try interruptible { try StatementOutput.run(statement.text, on: connection, format, to: sink) }
            try sink.finish()
        } catch let error as ZhibiaoError {
            try sink.finish()
            if interrupts != nil, error.kind == .sqlInterrupted { Screen.say("") }  // ends the line where the terminal shows ^C
            try fail(error.description, SQLPointer.lines(error, statement.text), line: statement.line)
        }
    }

    /// Ctrl-C stops what `body` asks the connection.
    private func interruptible(_ body: () throws -> Void) throws {
        guard let interrupts else { return try body() }
        try interrupts.whileRunning(connection, body)
    }

    /// At a prompt an error is told; a script it ends.
    private func fail(_ message: String, _ more: [String] = [], line: Int) throws {
        guard interrupts == nil else {
            Screen.say(message)
            for text in more { Screen.say(text) }
            return
        }
        Screen.complain("line \(line): \(message)")
        for text in more { Screen.say(text) }
        throw AlreadyTold()
    }

    // MARK: - Meta-commands

    private mutating func meta(_ text: String) throws -> Next {
        let line = statements.line
        let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let name = words.first ?? "."
        let rest = Array(words.dropFirst())
        let sink = ByteSink()
        do {
            switch name {
            case ".quit", ".exit", ".q": return .quit
            case ".help", ".h": try sink.write(Self.help)
            case ".tables": try rows(Self.tables, sink)
            case ".schema": try schema(rest.first, sink)
            case ".mode": try setMode(rest.first, sink)
            case ".figures": try figures(rest, sink)
            case ".show": try show(rest.first, sink)
            default: throw MetaError(message: "no command \(name); .help lists them")
            }
            try sink.finish()
        } catch let error as MetaError {
            try fail(error.message, line: line)
        } catch let error as ZhibiaoError {
            try sink.finish()
            try fail(error.description, line: line)
        }
        return .goOn
    }

    private static let help = """
        SELECT ... ;         SQL over one or more lines, ended by a semicolon
        .figures WORDS       figures by region, organisation, indicator, category, year: .figures 苏州 就业率
        .show ID             a figure with its evidence
        .tables              the views and tables
        .schema [NAME]       how they are made
        .mode [FORMAT]       \(OutputFormat.names)
        .quit                leave (so does Ctrl-D); Ctrl-C drops the line or stops the query

        """

    private static let tables = """
        SELECT name, type FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
        ORDER BY type DESC, name
        """

    private func rows(_ sql: String, _ sink: ByteSink) throws {
        try interruptible { try StatementOutput.run(sql, on: connection, format, to: sink) }
    }

    private func schema(_ name: String?, _ sink: ByteSink) throws {
        let wanted =
            name.map { " AND name = '" + $0.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'" } ?? ""
        var found = false
        try connection.run("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL\(wanted) ORDER BY rowid") { rows in
            while let row = try rows.next() {
                guard case .text(let sql)? = row.first else { continue }
                found = true
                let lines = sql.split(separator: "\n", omittingEmptySubsequences: false).map { Screen.harmless(String($0)) }
                try sink.write(lines.joined(separator: "\n") + ";\n")
            }
        }
        if let name, !found { throw MetaError(message: "no table or view is called \(name); .tables lists them") }
    }

    private mutating func setMode(_ name: String?, _ sink: ByteSink) throws {
        guard let name else { return try sink.write(format.rawValue + "\n") }
        guard let chosen = OutputFormat(rawValue: name) else {
            throw MetaError(message: "no format \(name); there are \(OutputFormat.names)")
        }
        format = chosen
    }

    private mutating func figures(_ words: [String], _ sink: ByteSink) throws {
        guard !words.isEmpty else { throw MetaError(message: ".figures needs words, for example: .figures 苏州 就业率") }
        let store = try openedStore()
        if try FigureOutput(format).write(Question.query(words, store), of: store, to: sink) == 0 {
            Screen.say("No figure matches.")
        }
    }

    private mutating func show(_ word: String?, _ sink: ByteSink) throws {
        guard let word, let id = Int64(word) else { throw MetaError(message: ".show needs a figure's id, for example: .show 1") }
        guard try EvidenceView.write(id, of: openedStore(), to: sink) else {
            throw MetaError(message: "no figure has the id \(id)")
        }
    }

    private mutating func openedStore() throws -> MetricsDatabase {
        if let store { return store }
        let opened = try MetricsDatabase.open(databasePath, .readOnly)
        store = opened
        return opened
    }
}
