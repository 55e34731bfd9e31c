// zhibiao extract and zhibiao audit: what one report holds, without a database.
import ArgumentParser
import Figures
import ReportText
import Zhibiao

/// A report read on the spot.
enum OneReport {
    /// Reads a report piece by piece: a large one never has all its figures in memory.
    /// - Parameter path: a file, or "-" for standard input.
    static func read(_ path: String, _ options: ReadingOptions, _ body: (Extraction) throws -> Void) throws {
        let extractor = try options.extractor
        let (text, year) = try text(path, options)
        try extractor.extract(text, year: year, inPieces: body)
    }

    /// The text alone, so that the file's bytes are gone when it is looked through.
    private static func text(_ path: String, _ options: ReadingOptions) throws -> (ReportText, year: Int?) {
        let file = try ReportFile.read(path, encoding: options.encoding, limits: options.limits)
        return (try file.text(), file.metadata.year)
    }
}

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "extract", abstract: "Print a report's figures; needs no database.")

    @Argument(help: "A report, or - for standard input.", completion: .file()) var path: String
    @Option(help: "\(OutputFormat.names).") var format: OutputFormat = .table
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let sink = ByteSink()
        var writer = format.writer(to: sink)
        let layout: FigureColumns = try format == .table ? .brief(stored: false) : .full(stored: false)
        var figures = 0
        var isBegun = false
        try OneReport.read(path, reading) { piece in
            // Nothing is written for a report that cannot be read.
            if !isBegun { try writer.begin(layout.columns) }
            isBegun = true
            for figure in piece.figures { try writer.row(layout.cells(FigureRecord(figure, report: piece.title ?? ""))) }
            figures += piece.figures.count
        }
        try writer.end()
        try sink.finish()
        if figures == 0 { Screen.say(Message.noFigures(in: path)) }
    }
}

/// The formats of audit.
enum AuditFormat: String, CaseIterable, ExpressibleByArgument {
    case table, ndjson
}

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Print every numeral of a report with its kind, value and unit.",
        discussion: "How many there are of each kind is said on standard error; unresolved ones are those nobody could tell.")

    @Argument(help: "A report, or - for standard input.", completion: .file()) var path: String
    @Option(help: "table or ndjson.") var format: AuditFormat = .table
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let sink = ByteSink()
        let isTable = format == .table
        let names =
            isTable
            ? ["line", "surface", "kind", "value", "unit", "measure"]
            : ["start", "end", "surface", "kind"] + FigureColumns.contract.dropFirst(3)
        var writer: any RowWriter = isTable ? TableWriter(sink: sink) : NDJSONWriter(sink: sink)
        var counts: [NumeralKind: Int] = [:]
        var isBegun = false
        try OneReport.read(path, reading) { piece in
            if !isBegun { try writer.begin(names.map { Column($0, right: isTable && $0 == "value") }) }
            isBegun = true
            for numeral in piece.numerals {
                let figure = numeral.figure.map { FigureRecord(piece.figures[$0], report: piece.title ?? "") }
                try writer.row(names.map { Self.cell($0, numeral, figure, isTable: isTable) })
                counts[numeral.kind, default: 0] += 1
            }
        }
        try writer.end()
        try sink.finish()
        Screen.say(Self.summary(path, counts))
    }

    /// A field of a numeral; fields that only figures have are NULL for the others.
    private static func cell(_ name: String, _ numeral: NumeralRecord, _ figure: FigureRecord?, isTable: Bool) -> SQLiteValue {
        switch name {
        case "kind": return .text(numeral.kind.rawValue)
        case "value" where isTable:
            if let figure { return .text(BoundText.value(figure)) }
            return numeral.value.flatMap(NumberText.plain).map(SQLiteValue.text) ?? .text("")
        case "measure" where isTable: return .text(figure?.measure ?? "")
        default: break
        }
        if let figure { return FigureColumns.value(figure, name) }
        return switch name {
        case "start": .integer(Int64(numeral.start))
        case "end": .integer(Int64(numeral.end))
        case "surface": .text(numeral.surface)
        case "value": numeral.value.map(SQLiteValue.real) ?? .null
        case "unit": .text(numeral.unit)
        case "line": .integer(Int64(numeral.line))
        default: .null
        }
    }

    /// `report.txt: 120 numerals: 80 figure, 12 date, …, 0 unresolved`
    private static func summary(_ path: String, _ counts: [NumeralKind: Int]) -> String {
        let parts = NumeralKind.allCases.compactMap { kind -> String? in
            let count = counts[kind] ?? 0
            return count > 0 || kind == .unresolved ? "\(count) \(kind.rawValue)" : nil
        }
        return Message.audited(path, counts.values.reduce(0, +), parts)
    }
}
