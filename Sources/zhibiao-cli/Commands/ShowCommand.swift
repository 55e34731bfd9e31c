// zhibiao show: one figure with all its fields, marked in the lines it was read from.
import ArgumentParser
import Zhibiao

struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A figure's evidence: its fields, and the lines of the report with the figure marked.")

    @Argument(help: "The figure's id, as printed by: zhibiao figures") var id: Int64
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try MetricsDatabase.open(database.path, .readOnly)
        let sink = ByteSink()
        guard try EvidenceView.write(id, of: store, to: sink) else {
            Screen.complain(ZhibiaoError(.unknownFigure(id: id)))
            throw AlreadyTold()
        }
        try sink.finish()
    }
}

/// A figure's evidence laid out for a person.
enum EvidenceView {
    /// Writes the evidence of figure `id`; false when there is no such figure.
    static func write(_ id: Int64, of store: MetricsDatabase, to sink: ByteSink) throws -> Bool {
        guard let evidence = try store.evidence(id: id) else { return false }
        let figure = evidence.figure
        var fields: [(String, String)] = [
            ("figure", "\(figure.figureID)  \(figure.surface)"),
            ("value", "\(BoundText.value(figure)) \(figure.unit)"),
        ]
        let labels = Labels.ofScreen
        let table = try FieldTable()
        func code(_ code: String, _ field: String) -> String { table.label(code, of: field, labels) }
        if figure.bound != .exact {
            fields.append(("bound", code(figure.bound.rawValue, "bound") + BoundText.interval(figure)))
        }
        let statistic =
            code(figure.statistic.rawValue, "statistic")
            + (figure.frequency.map { Message.of(", ", "，") + code($0.rawValue, "frequency") } ?? "")
        let subject = figure.subject.map { $0 + (figure.subjectKind.map { " (\(code($0, "subject_kind")))" } ?? "") }
        let period = figure.period.map { $0 + (figure.periodBasis.map { " (\(code($0.rawValue, "period_basis")))" } ?? "") }
        let indicator = figure.indicator.map { $0 + (figure.indicatorLabel.map { " (\($0))" } ?? "") }
        fields += [
            ("measure", figure.measure), ("subject", subject ?? "NULL"), ("period", period ?? "NULL"),
            ("category", code(figure.category, "category")), ("indicator", indicator ?? "NULL"), ("statistic", statistic),
        ]
        if let rank = figure.rank { fields.append(("rank", rank)) }
        fields += [
            ("confidence", BoundText.number(figure.confidence)), ("status", code(figure.status.rawValue, "status")),
            ("report", "\(figure.reportID)  \(figure.report)"), ("file", Message.fileAndLine(evidence.reportPath, figure.line)),
            ("characters", Message.characters(figure.start, figure.end)), ("section", figure.section), ("quote", figure.quote),
        ]
        for (name, value) in fields {
            let shown = Message.evidence(name)
            try sink.write(shown + String(repeating: " ", count: 12 - DisplayWidth.of(shown)) + Screen.harmless(value) + "\n")
        }
        try sink.write("\n")
        try writeLines(evidence, to: sink)
        return true
    }

    /// The passage as the report has it, a number before each line, the figure between 【 and 】 (bold on a terminal).
    private static func writeLines(_ evidence: Evidence, to sink: ByteSink) throws {
        let start = evidence.figure.start &- evidence.sourceStart
        let end = evidence.figure.end &- evidence.sourceStart
        let (on, off) = sink.isTerminal && Screen.hasColours ? ("\u{1B}[1m【", "】\u{1B}[0m") : ("【", "】")
        var lines: [String] = [""]
        for (index, scalar) in evidence.source.unicodeScalars.enumerated() {
            if index == start { lines[lines.count - 1] += on }
            if index == end { lines[lines.count - 1] += off }
            switch scalar {
            case "\n": lines.append("")
            case "\r": break
            default: lines[lines.count - 1] += Screen.harmless(String(scalar))
            }
        }
        if end >= evidence.source.unicodeScalars.count { lines[lines.count - 1] += off }
        let room = String(evidence.sourceLine &+ lines.count).utf8.count
        for (index, line) in lines.enumerated() where line.utf8.contains(where: { $0 != 0x20 }) {
            let number = String(evidence.sourceLine &+ index)
            try sink.write(String(repeating: " ", count: room - number.utf8.count) + number + " │ " + line + "\n")
        }
    }
}
