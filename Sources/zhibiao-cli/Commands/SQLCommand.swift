// zhibiao sql: a question in SQL. It cannot change the database.
import ArgumentParser
import Zhibiao

struct SQLCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sql", abstract: "Ask in SQL, read-only.",
        discussion: """
            zhibiao sql "SELECT subject, value FROM enterprises ORDER BY value DESC LIMIT 10"

            Views: figures, enterprises, teachers, patents, employment_rates, numerals, reports.
            """)

    @Argument(help: "One or more statements, separated by semicolons.") var statement: String
    @Option(help: "\(OutputFormat.names).") var format: OutputFormat = .table
    @OptionGroup var options: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws { try options.check(for: format) }

    func run() throws {
        let connection = try AdHocConnection.open(database.path)
        let sink = ByteSink()
        do {
            try StatementOutput.run(statement, on: connection, format, options.style, to: sink)
            try sink.finish()
        } catch let error as ZhibiaoError {
            try sink.finish()  // rows that came before the failure
            Screen.complain(error.description)
            for line in SQLPointer.lines(error, statement) { Screen.say(line) }
            throw AlreadyTold()
        }
    }
}

/// The rows of SQL statements written in a format.
enum StatementOutput {
    /// Runs `sql` and writes the rows of every statement that has columns.
    static func run(
        _ sql: String, on connection: AdHocConnection, _ format: OutputFormat, _ style: OutputStyle = OutputStyle(), to sink: ByteSink
    ) throws {
        try connection.run(sql) { rows in
            guard !rows.columns.isEmpty else { return }
            var writer = format.writer(to: sink, style)
            try writer.begin(rows.columns.map { Column($0) })
            while let row = try rows.next() { try writer.row(row) }
            try writer.end()
        }
    }
}

/// Shows where in a statement SQLite stumbled.
enum SQLPointer {
    /// The statement's line that the error points into and a caret under the character, or nothing when that is not known.
    static func lines(_ error: ZhibiaoError, _ sql: String) -> [String] {
        guard case .sqlFailed(_, let offset?) = error.kind else { return [] }
        var line = String.UnicodeScalarView()
        var before = 0
        for (index, scalar) in sql.unicodeScalars.enumerated() {
            if scalar == "\n" {
                if index >= offset { break }
                line.removeAll()
                before = 0
                continue
            }
            line.append(scalar)
            if index < offset { before += DisplayWidth.of(Screen.harmless(String(scalar))) }
        }
        return ["  " + String(line), "  " + String(repeating: " ", count: before) + "^"]
    }
}
