// zhibiao check: where figures contradict one another, with their sentences.
import ArgumentParser
import Zhibiao

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Where reports contradict themselves and one another.",
        discussion: """
            Finds: values of the same subject, indicator and period that cannot both be right (bounds are respected: 超40% and 43%
            agree), parts above their whole, shares above 100%, rows of totals that do not add up, growth that does not follow from
            its two values. csv and ndjson have a row for each figure of a finding.
            """)

    @Flag(help: "List what agrees, too.") var agreements = false
    @Option(help: "\(OutputFormat.names).") var format: OutputFormat = .table
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let all = try MetricsDatabase.open(database.path, .readOnly).check()
        let shown = agreements ? all : all.filter { $0.kind != .agreement }
        let sink = ByteSink()
        if format == .table {
            for finding in shown { try write(finding, to: sink) }
        } else {
            var writer = format.writer(to: sink)
            let names = [
                "finding", "kind", "detail", "figure_id", "value", "unit", "subject", "period", "measure", "report", "line", "quote",
            ]
            try writer.begin(names.map { Column($0) })
            for (index, finding) in shown.enumerated() {
                for figure in finding.figures {
                    let fields = names.dropFirst(3).map { figure[column: $0] }
                    try writer.row([.integer(Int64(index + 1)), .text(finding.kind.rawValue), .text(finding.detail)] + fields)
                }
            }
            try writer.end()
        }
        try sink.finish()
        Screen.say(Message.findings(Finding.Kind.allCases.map { kind in (kind, all.count { $0.kind == kind }) }))
    }

    private func write(_ finding: Finding, to sink: ByteSink) throws {
        let about = finding.figures.last.map { figure in
            [figure.subject, figure.period, figure.indicatorLabel ?? figure.measure].compactMap { $0 }.joined(separator: " ")
        }
        try sink.write(Screen.harmless(Message.finding(finding, about: about ?? "")) + "\n")
        for figure in finding.figures {
            try sink.write("    \(Screen.harmless(Message.place(figure))) \(BoundText.value(figure)) \(figure.unit)\n")
            try sink.write("        \(Screen.harmless(figure.quote))\n")
        }
        try sink.write("\n")
    }
}
