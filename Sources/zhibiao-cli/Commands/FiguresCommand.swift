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
    @Option(help: "\(OutputFormat.names).") var format: OutputFormat = .table
    @OptionGroup var shape: ColumnOptions
    @OptionGroup var options: OutputOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws { try options.check(for: format) }

    func run() throws {
        let output = try FigureOutput(format, shape, options.style)
        let store = try MetricsDatabase.open(database.path, .readOnly)
        let count = try output.write(filters.query(store), of: store, to: ByteSink())
        if count == 0 {
            Screen.say("No figure matches. See what there is with: zhibiao sql \"SELECT DISTINCT subject, category FROM figures\"")
        }
    }
}
