// The one protocol of all output formats: columns, then rows, then the end. One file a format implements it.
import ArgumentParser
import Zhibiao

/// A column of output.
struct Column: Equatable {
    let name: String
    /// Whether a table shows the column's numbers with thousands separators: not for years, identifiers and offsets.
    let grouped: Bool
    /// Whether a table puts text to the right as well, as numbers are.
    let right: Bool

    init(_ name: String, right: Bool = false) {
        self.name = name
        self.right = right
        let lower = name.lowercased()
        let plain: Set<String> = ["id", "year", "period", "line", "start", "end", "char_start", "char_end", "level", "page"]
        grouped = !(plain.contains(lower) || lower.hasSuffix("_id") || lower.hasSuffix("code") || lower.hasSuffix("year"))
    }
}

/// Writes rows in one format.
protocol RowWriter {
    /// Comes first, once.
    mutating func begin(_ columns: [Column]) throws
    /// Takes as many cells as there are columns.
    mutating func row(_ cells: [SQLiteValue]) throws
    /// Comes last, once, when all rows were written.
    mutating func end() throws
}

/// What a person may set beside the format. Each format heeds what it has a use for.
struct OutputStyle: Equatable {
    /// Whether formats with a line of column names write it.
    var headers = true
    /// Columns' widths in a table: 0 is as the rows ask for, below 0 is that many with the text to the right.
    var widths: [Int] = []
}

/// The formats that rows can be written in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, csv, ndjson

    /// A writer of this format onto `sink`.
    func writer(to sink: ByteSink, _ style: OutputStyle = OutputStyle()) -> any RowWriter {
        switch self {
        case .table: TableWriter(sink: sink, style)
        case .csv: CSVWriter(sink: sink, headers: style.headers)
        case .ndjson: NDJSONWriter(sink: sink)
        }
    }
}
