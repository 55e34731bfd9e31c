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

    /// - Parameters:
    ///   - name: what the column is called in the output.
    ///   - code: the field's own name, where the output calls it something else.
    init(_ name: String, code: String? = nil, right: Bool = false) {
        self.name = name
        self.right = right
        let lower = (code ?? name).lowercased()
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
    /// Whether CSV has the byte order mark that Excel knows UTF-8 by, and text guarded against being taken for a formula.
    var isForExcel = false
    /// The table that statements fill.
    var table = "figures"
}

/// The formats that rows can be written in.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case table, csv, tsv, json, ndjson, markdown, html, sql

    /// The names of all formats for a sentence: `table, csv … or sql`.
    static let names = allCases.dropLast().map(\.rawValue).joined(separator: ", ") + " or \(allCases.map(\.rawValue).last ?? "")"

    /// The format of files with such a name's ending, or nil.
    init?(endingOf path: String) {
        switch path.split(separator: ".", omittingEmptySubsequences: false).last?.lowercased() {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "json": self = .json
        case "ndjson", "jsonl": self = .ndjson
        case "md", "markdown": self = .markdown
        case "html", "htm": self = .html
        case "sql": self = .sql
        case "txt": self = .table
        default: return nil
        }
    }

    /// A writer of this format onto `sink`.
    func writer(to sink: ByteSink, _ style: OutputStyle = OutputStyle()) -> any RowWriter {
        switch self {
        case .table: TableWriter(sink: sink, style)
        case .csv: CSVWriter(sink: sink, style)
        case .tsv: TSVWriter(sink: sink, style)
        case .json: JSONWriter(sink: sink)
        case .ndjson: NDJSONWriter(sink: sink)
        case .markdown: MarkdownWriter(sink: sink)
        case .html: HTMLWriter(sink: sink)
        case .sql: InsertWriter(sink: sink, table: style.table)
        }
    }
}

/// What some formats can be told.
struct OutputOptions: ParsableArguments {
    @Flag(help: "CSV for spreadsheets: with a byte order mark, and text that would be a formula made harmless by a ' before it.")
    var excel = false

    @Option(help: ArgumentHelp("The table that the statements of sql fill.", valueName: "name")) var table = OutputStyle().table

    var style: OutputStyle { OutputStyle(isForExcel: excel, table: table) }

    /// - Throws: a usage error when an option is for another format than this.
    func check(for format: OutputFormat) throws {
        if excel, format != .csv { throw ValidationError(Message.excelIsForCSV(format.rawValue)) }
    }
}
