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
            Screen.complain(error)
            for line in SQLPointer.lines(error, statement, on: connection) { Screen.say(line) }
            throw AlreadyTold()
        }
    }
}

/// The rows of SQL statements written in a format.
enum StatementOutput {
    /// Runs `sql` and writes the rows of every statement that has columns.
    /// - Parameter limit: how many rows of each statement to write at most.
    /// - Returns: whether a statement had more rows than that.
    @discardableResult
    static func run(
        _ sql: String, on connection: AdHocConnection, parameters: [String: SQLiteValue] = [:], _ format: OutputFormat,
        _ style: OutputStyle = OutputStyle(), limit: Int? = nil, to sink: ByteSink
    ) throws -> Bool {
        var isCut = false
        try connection.run(sql, parameters: parameters) { rows in
            guard !rows.columns.isEmpty else { return }
            var writer = format.writer(to: sink, style)
            try writer.begin(rows.columns.map { Column($0) })
            var count = 0
            while let row = try rows.next() {
                if count == limit {
                    isCut = true
                    break
                }
                try writer.row(row)
                count += 1
            }
            try writer.end()
        }
        return isCut
    }
}
