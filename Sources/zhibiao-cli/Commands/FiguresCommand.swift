// zhibiao figures: the figures of the database that answer a question. zhibiao export: the same, all fields, to a file.
import ArgumentParser
import Zhibiao

struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Figures by subject, category, indicator, period, report …",
        discussion: """
            zhibiao figures 苏州 就业率
            zhibiao figures --category enterprise --region 江苏省 --sort value --desc --limit 10

            A table shows bounds as marks: ≥ over, < under, ≈ about, ≲ almost. csv and ndjson have every field.
            """)

    @OptionGroup var filters: FilterOptions
    @Option(help: "table, csv or ndjson.") var format: OutputFormat = .table
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try MetricsDatabase.open(database.path, .readOnly)
        let count = try FigureOutput.write(filters.query(store), of: store, format, to: ByteSink())
        if count == 0 {
            Screen.say("No figure matches. See what there is with: zhibiao sql \"SELECT DISTINCT subject, category FROM figures\"")
        }
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Figures with every field, to a file or standard output.",
        discussion: "CSV is RFC 4180: UTF-8, CRLF line ends. A file appears only when it is complete.")

    @OptionGroup var filters: FilterOptions
    @Option(help: "csv, ndjson or table.") var format: OutputFormat = .csv
    @Option(name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"))
    var output: String?
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try MetricsDatabase.open(database.path, .readOnly)
        let query = try filters.query(store)
        let sink = if let output, output != "-" { try ByteSink(replacing: output) } else { ByteSink() }
        let count = try FigureOutput.write(query, of: store, format, to: sink)
        if let output, output != "-" { Screen.say("\(output): \(count) figures") }
    }
}

/// Figures of a database written in a format.
enum FigureOutput {
    /// Streams the figures; gives how many there were.
    @discardableResult
    static func write(_ query: FigureQuery, of store: MetricsDatabase, _ format: OutputFormat, to sink: ByteSink) throws -> Int {
        let layout = FigureColumns.suited(to: format, stored: true)
        var writer = format.writer(to: sink)
        var count = 0
        if format != .table { try writer.begin(layout.columns) }
        try store.forEachFigure(query) { figure in
            if format == .table, count == 0 { try writer.begin(layout.columns) }
            count += 1
            try writer.row(layout.cells(figure))
        }
        if format != .table || count > 0 { try writer.end() }
        try sink.finish()
        return count
    }
}
