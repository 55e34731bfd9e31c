// zhibiao extract and zhibiao audit: what one report holds, without a database.
import ArgumentParser
import Figures
import ReportText
import Zhibiao

/// A report read on the spot.
enum OneReport {
    /// - Parameter path: a file, or "-" for standard input.
    static func read(_ path: String, _ options: ReadingOptions) throws -> Extraction {
        let extractor = try Extractor()
        let (text, year) = try text(path, options)
        return extractor.extract(text, year: year)
    }

    /// The text alone, so that the file's bytes are gone when it is looked through.
    private static func text(_ path: String, _ options: ReadingOptions) throws -> (ReportText, year: Int?) {
        let file = try ReportFile.read(path, encoding: options.encoding, limits: options.limits)
        return (try file.text(), file.metadata.year)
    }
}

struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "extract", abstract: "Print a report's figures; needs no database.")

    @Argument(help: "A report, or - for standard input.") var path: String
    @Option(help: "table, csv or ndjson.") var format: OutputFormat = .table
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let extraction = try OneReport.read(path, reading)
        let sink = ByteSink()
        var writer = format.writer(to: sink)
        let layout = FigureColumns.suited(to: format, stored: false)
        try writer.begin(layout.columns)
        for figure in extraction.figures {
            try writer.row(layout.cells(FigureRecord(figure, report: extraction.title ?? "")))
        }
        try writer.end()
        try sink.finish()
        if extraction.figures.isEmpty { Screen.say("\(path): no figures found") }
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

    @Argument(help: "A report, or - for standard input.") var path: String
    @Option(help: "table or ndjson.") var format: AuditFormat = .table
    @OptionGroup var reading: ReadingOptions

    func run() throws {
        let extraction = try OneReport.read(path, reading)
        let sink = ByteSink()
        let isTable = format == .table
        let names =
            isTable
            ? ["line", "surface", "kind", "value", "unit", "measure"]
            : ["start", "end", "surface", "kind"] + FigureColumns.contract.dropFirst(3)
        var writer: any RowWriter = isTable ? TableWriter(sink: sink) : NDJSONWriter(sink: sink)
        try writer.begin(names.map { Column($0, right: isTable && $0 == "value") })
        for numeral in extraction.numerals {
            let figure = numeral.figure.map { FigureRecord(extraction.figures[$0], report: extraction.title ?? "") }
            try writer.row(names.map { Self.cell($0, numeral, figure, isTable: isTable) })
        }
        try writer.end()
        try sink.finish()
        Screen.say(Self.summary(path, extraction.numerals))
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
    private static func summary(_ path: String, _ numerals: [NumeralRecord]) -> String {
        var counts: [NumeralKind: Int] = [:]
        for numeral in numerals { counts[numeral.kind, default: 0] += 1 }
        let parts = NumeralKind.allCases.compactMap { kind -> String? in
            let count = counts[kind] ?? 0
            return count > 0 || kind == .unresolved ? "\(count) \(kind.rawValue)" : nil
        }
        return "\(path): \(numerals.count) numerals: " + parts.joined(separator: ", ")
    }
}
