// SQL: an INSERT statement a row, in one transaction.
import Zhibiao

/// Writes the rows as statements that every SQL database takes, for a table that has these columns.
struct InsertWriter: RowWriter {
    private let sink: ByteSink
    private let table: String
    private var start = ""

    init(sink: ByteSink, table: String) {
        self.sink = sink
        self.table = table
    }

    mutating func begin(_ columns: [Column]) throws {
        start = "INSERT INTO \(Self.name(table)) (" + columns.map { Self.name($0.name) }.joined(separator: ", ") + ") VALUES ("
        try sink.write("BEGIN;\n")
    }

    mutating func row(_ cells: [SQLiteValue]) throws {
        var line = start
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += ", " }
            switch cell {
            case .null: line += "NULL"
            case .integer(let value): line += String(value)
            // Written so that it reads back as the real number that it is; infinite ones as SQLite itself writes them.
            case .real(let value): line += value.isFinite ? value.description : value < 0 ? "-9.0e999" : "9.0e999"
            case .text(let text): line += "'" + Self.doubled("'", in: sink.isTerminal ? Screen.harmless(text) : text) + "'"
            case .blob(let bytes): line += "X'" + CSVWriter.hexadecimal(bytes) + "'"
            }
        }
        try sink.write(line + ");\n")
    }

    mutating func end() throws { try sink.write("COMMIT;\n") }

    /// An identifier in quotes, as it may be any text.
    private static func name(_ text: String) -> String { "\"" + doubled("\"", in: text) + "\"" }

    // By scalars: a quote with a combining mark behind it is one Character that is no quote.
    private static func doubled(_ quote: Unicode.Scalar, in text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if scalar == quote { result.append(quote) }
            result.append(scalar)
        }
        return String(result)
    }
}
