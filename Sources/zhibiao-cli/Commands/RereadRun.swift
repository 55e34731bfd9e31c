// zhibiao import --again: stored texts read by the present rules, and what that changes, figure by figure.
import Figures
import Zhibiao

/// Reads reports again and writes the list of changes.
struct RereadRun {
    let store: MetricsDatabase
    let format: OutputFormat
    let extractor: Extractor

    private static let columns = ["report_id", "line", "surface", "change", "field", "before", "after", "quote"]

    /// Reads the reports of these names again, or all where there is no name.
    func run(_ names: [String]) throws {
        let reports =
            try names.isEmpty
            ? store.reports()
            : names.flatMap { name in
                let found = try store.reports(named: name)
                if found.isEmpty { throw ZhibiaoError(.unknownReport(name: name)) }
                return found
            }
        let sink = ByteSink()
        var writer = format.writer(to: sink)
        var isBegun = false
        var changed = 0
        var rows = 0
        var bar = ProgressBar(total: reports.count)
        for report in reports {
            let reread = try store.readAgain(reportID: report.reportID, by: extractor)
            bar.say { tell(report, reread) }
            bar.advance()
            guard let reread, !reread.changes.isEmpty else { continue }
            changed += 1
            if !isBegun { try writer.begin(Self.columns.map { Column($0) }) }
            isBegun = true
            for change in reread.changes {
                for row in Self.rows(change) {
                    try writer.row(row)
                    rows += 1
                }
            }
        }
        bar.finish()
        if isBegun || format != .table {
            if !isBegun { try writer.begin(Self.columns.map { Column($0) }) }
            try writer.end()
        }
        try sink.finish()
        Screen.say(Message.rereadSummary(reports.count, changed: changed))
    }

    private func tell(_ report: ReportRecord, _ reread: RereadReport?) {
        guard let reread else { return Screen.say(Message.noTextToRead(report)) }
        let gone = reread.changes.count { $0.after == nil }
        let new = reread.changes.count { $0.before == nil }
        let changed = reread.changes.count - gone - new
        Screen.say(Message.reread(report, new: new, gone: gone, changed: changed))
        for review in reread.lostReviews {
            Screen.say(Message.lostReview("\(review.id)", by: review.reviewer, at: review.surface, of: report))
        }
    }

    /// A row for each field that differs; one for a figure that is new or gone.
    private static func rows(_ change: FigureChange) -> [[SQLiteValue]] {
        guard let figure = change.after ?? change.before else { return [] }
        func row(_ kind: String, _ field: String?, _ before: SQLiteValue, _ after: SQLiteValue) -> [SQLiteValue] {
            [
                .integer(figure.reportID), .integer(Int64(figure.line)), .text(figure.surface), .text(kind),
                field.map(SQLiteValue.text) ?? .null, before, after, .text(figure.quote),
            ]
        }
        func summary(_ figure: FigureRecord?) -> SQLiteValue {
            figure.map { .text("\($0.measure) \(BoundText.value($0)) \($0.unit)") } ?? .null
        }
        if change.before == nil || change.after == nil {
            return [row(change.before == nil ? "new" : "gone", nil, summary(change.before), summary(change.after))]
        }
        return change.fields.map { row("changed", $0.rawValue, change.before?[$0] ?? .null, change.after?[$0] ?? .null) }
    }
}
