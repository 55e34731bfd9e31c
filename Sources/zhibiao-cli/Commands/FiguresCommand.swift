// zhibiao figures: the figures of the database that answer a question, as rows or as a chart.
import ArgumentParser
import Zhibiao

struct FiguresCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Figures by subject, category, indicator, period, report …",
        discussion: """
            zhibiao figures 苏州 就业率 --since 2020
            zhibiao figures --category enterprise --region 江苏省 --sort value --desc --limit 10

            zhibiao figures 就业率 --period 2023 --chart
            zhibiao figures 就业率 --period 2023 -o chart.svg

            A table shows bounds as marks: ≥ over, < under, ≈ about, ≲ almost. csv and ndjson have every field.
            A chart has bars for the figures of one unit: years in their order, all else the greatest first unless --sort is given.
            """)

    @OptionGroup var filters: FilterOptions
    @Option(help: "\(OutputFormat.names).") var format: OutputFormat = .table
    @OptionGroup var shape: ColumnOptions
    @Flag(help: "Bars in the terminal, for a comparison or a series.") var chart = false
    @Option(name: .shortAndLong, help: ArgumentHelp("Write the chart to this SVG file.", valueName: "file.svg"), completion: .file())
    var output: String?
    @OptionGroup var options: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        try options.check(for: format)
        if let output, !output.lowercased().hasSuffix(".svg") {
            throw ValidationError(Message.onlySVG(output))
        }
    }

    func run() throws {
        let rows = try FigureOutput(format, shape, options.style)
        let store = try MetricsDatabase.open(database.path, .readOnly)
        let query = try NothingFound.query(filters, store)
        let sink = ByteSink()
        let count = try answer(query, store, rows, to: sink)
        try sink.finish()
        if count == 0 { for line in NothingFound.lines(filters, store) { Screen.say(line) } }
    }

    /// Writes the figures as rows or as a chart, whichever is wanted; gives how many there are.
    func answer(_ query: FigureQuery, _ store: MetricsDatabase, _ rows: FigureOutput, to sink: ByteSink) throws -> Int {
        guard draws else { return try rows.write(query, of: store, to: sink, isLast: false) }
        var figures: [FigureRecord] = []
        try store.forEachFigure(query) { figures.append($0) }
        guard let drawn = Chart(figures, keepsOrder: filters.sort != nil) else { return figures.count }
        if chart { try ChartText.write(drawn, to: sink) }
        if let output {
            let file = try ByteSink(replacing: output)
            try ChartSVG.write(drawn, to: file)
            try file.finish()
            Screen.say(Message.written(output, drawn.bars.count))
        }
        if drawn.leftOut > 0 { Screen.say(Message.notDrawn(drawn.leftOut)) }
        return figures.count
    }

    /// Whether a chart is wanted.
    var draws: Bool { chart || output != nil }
}
