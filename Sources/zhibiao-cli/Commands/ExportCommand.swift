// zhibiao export: figures with every field, to a file or standard output, in the formats of other programs.
import ArgumentParser
import Zhibiao

/// What can be exported: rows in a format, or files that other tools know.
enum ExportFormat: ExpressibleByArgument, CaseIterable {
    case rows(OutputFormat)
    case dataPackage
    case datasetteMetadata

    static let allCases = OutputFormat.allCases.map(ExportFormat.rows) + [.dataPackage, .datasetteMetadata]

    static var allValueStrings: [String] { allCases.map(\.defaultValueDescription) }

    var defaultValueDescription: String {
        switch self {
        case .rows(let format): format.rawValue
        case .dataPackage: "datapackage"
        case .datasetteMetadata: "datasette-metadata"
        }
    }

    init?(argument: String) {
        guard let found = Self.allCases.first(where: { $0.defaultValueDescription == argument }) else { return nil }
        self = found
    }

    /// The format that a file's name tells: a zip archive or folder is a data package; CSV where it tells nothing.
    init(of path: String?) {
        guard let path else {
            self = .rows(.csv)
            return
        }
        self = path.hasSuffix("/") || path.lowercased().hasSuffix(".zip") ? .dataPackage : .rows(OutputFormat(endingOf: path) ?? .csv)
    }
}

struct ExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Figures with every field, to a file or standard output.",
        discussion: """
            zhibiao export -o figures.csv
            zhibiao export -o figures.csv --excel --labels zh
            zhibiao export --region 江苏省 --wide years -o table.md
            zhibiao export -o figures.zip

            The ending of the file's name tells the format. CSV is RFC 4180: UTF-8, CRLF line ends; NULL is an empty field, empty text is "".
            TSV has no quotes: \\t, \\n and \\\\ stand for themselves, NULL is \\N. A data package (.zip, or a folder: NAME/) is CSV with a
            datapackage.json that says what every column holds. A file appears only when it is complete.

            datasette-metadata describes every table and column of the database for Datasette:
            zhibiao export --format datasette-metadata -o datasette.json
            datasette metrics.db -m datasette.json
            """)

    @OptionGroup var filters: FilterOptions
    @Option(help: "\(OutputFormat.names); datapackage; or datasette-metadata (default: what the file's name says, else csv).") var format:
        ExportFormat?
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Write to this file instead of standard output.", valueName: "file"), completion: .file())
    var output: String?
    @OptionGroup var shape: ColumnOptions
    @OptionGroup var options: OutputOptions
    @OptionGroup var database: DatabaseOptions

    /// The file to write, or nil for standard output.
    private var file: String? { output == "-" ? nil : output }

    func validate() throws {
        switch format ?? ExportFormat(of: file) {
        case .rows(let format): try options.check(for: format)
        case .dataPackage:
            if file == nil { throw ValidationError(Message.packageNeedsFile) }
            if shape.wide != nil { throw ValidationError(Message.packageIsNotWide) }
            if options.excel { throw ValidationError(Message.excelIsForCSV("datapackage")) }
        case .datasetteMetadata: break
        }
    }

    func run() throws {
        let format = format ?? ExportFormat(of: file)
        let count: Int
        let store: MetricsDatabase
        switch format {
        case .rows(let format):
            let figures = try FigureOutput(format, shape, options.style)
            store = try MetricsDatabase.open(database.path, .readOnly)
            let query = try NothingFound.query(filters, store)
            let sink = if let file { try ByteSink(replacing: file) } else { ByteSink() }
            count = try figures.write(query, of: store, to: sink, showsProgress: file != nil)
        case .dataPackage:
            let columns = try shape.layout(for: .csv, stored: true)
            let figures = try FigureOutput(.csv, shape)
            store = try MetricsDatabase.open(database.path, .readOnly)
            let query = try NothingFound.query(filters, store)
            let package = DataPackage(store: store, query: query, columns: columns, labels: shape.labels ?? .code)
            count = try package.write(figures, to: file ?? "")
        case .datasetteMetadata:
            let sink = if let file { try ByteSink(replacing: file) } else { ByteSink() }
            try sink.write(DatasetteMetadata.text(of: AdHocConnection.open(database.path)) + "\n")
            return try sink.finish()
        }
        if count == 0 { for line in NothingFound.lines(filters, store) { Screen.say(line) } }
        if let file { Screen.say(Message.written(file, count)) }
    }
}
