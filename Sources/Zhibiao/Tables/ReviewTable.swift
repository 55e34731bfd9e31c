// Reviews from an exported table that went through a spreadsheet: what differs from the database is what a person said.
import ReportText

/// What a table with corrections gave.
public struct ReviewTableOutcome: Sendable {
    /// How many figures were confirmed, corrected and rejected.
    public var confirmed = 0
    /// How many figures were corrected.
    public var corrected = 0
    /// How many figures were rejected.
    public var rejected = 0
    /// Rows that are as the database has them.
    public var unchanged = 0
    /// In order; nothing was taken when there are any.
    public var wrongCells: [WrongCell] = []
}

extension MetricsDatabase {
    /// Makes reviews of an exported table that a person has changed, in one transaction, all or none.
    ///
    /// Rows are known by `figure_id`, and by `surface` where the table has it. A field that differs from the database is a
    /// correction; a changed `status` of `confirmed` or `rejected` says so. Columns that are left out stay as they are. Columns
    /// `reviewer` and `reason`, where there are any, say who and why for their row.
    /// - Parameters:
    ///   - file: the table.
    ///   - reviewer: who makes the reviews, where the table does not say.
    ///   - reason: why, where the table does not say.
    /// - Throws: ``ZhibiaoError`` when the file is no such table, or the database is at fault.
    public func review(
        table file: ReportFile, by reviewer: String, because reason: String = ""
    ) throws -> ReviewTableOutcome {
        let sheet = try ReviewSheet(file)
        var outcome = ReviewTableOutcome()
        var requests: [ReviewRequest] = []
        try sheet.forEachRow(
            { row in
                guard let (figure, changes) = try changes(row, sheet, &outcome.wrongCells) else { return }
                let action: ReviewAction
                switch sheet.text("status", row).flatMap(FigureStatus.init) {
                case .rejected where figure.status != .rejected:
                    action = .reject
                    outcome.rejected += 1
                case _ where !changes.isEmpty:
                    action = .correct(changes)
                    outcome.corrected += 1
                case .confirmed where figure.status == .extracted:
                    action = .confirm
                    outcome.confirmed += 1
                default:
                    outcome.unchanged += 1
                    return
                }
                func named(_ header: String) -> String? { sheet.text(header, row).flatMap { $0.isEmpty ? nil : $0 } }
                requests.append(
                    ReviewRequest(figure.figureID, action, by: named("reviewer") ?? reviewer, because: named("reason") ?? reason))
            }, wrong: { outcome.wrongCells.append($0) })
        guard outcome.wrongCells.isEmpty else { return ReviewTableOutcome(wrongCells: outcome.wrongCells) }
        if !requests.isEmpty { try review(requests) }
        return outcome
    }

    /// Whether a row is of the figure's place and sentence: spreadsheets write numbers their own way, 0.0860% as 0.09%.
    private func stands(_ row: CSVReader.Row, _ sheet: ReviewSheet, where figure: FigureRecord) -> Bool {
        guard let start = sheet.text("start", row) ?? sheet.text("char_start", row), Int(start) == figure.start,
            let end = sheet.text("end", row) ?? sheet.text("char_end", row), Int(end) == figure.end, let quote = sheet.text("quote", row)
        else { return false }
        return quote == figure.quote || quote == "'" + figure.quote
    }

    /// The figure that a row is about, and the fields in which the row differs from it.
    private func changes(
        _ row: CSVReader.Row, _ sheet: ReviewSheet, _ wrong: inout [WrongCell]
    ) throws -> (figure: FigureRecord, changes: [FieldCorrection])? {
        let problems = wrong.count
        guard let id = sheet.text("figure_id", row).flatMap({ Int64($0) }), let figure = try figure(id: id) else {
            wrong.append(sheet.wrong("figure_id", row, "no figure has the id “\(sheet.text("figure_id", row) ?? "")”"))
            return nil
        }
        if let surface = sheet.text("surface", row), surface != figure.surface, !stands(row, sheet, where: figure) {
            wrong.append(
                sheet.wrong("surface", row, "is “\(surface)”, but figure \(id) is “\(figure.surface)”: the table is of another database"))
        }
        if let status = sheet.text("status", row), FigureStatus(rawValue: status) == nil {
            wrong.append(
                sheet.wrong("status", row, "“\(status)” is none of " + FigureStatus.allCases.map(\.rawValue).joined(separator: ", ")))
        }
        var changes: [FieldCorrection] = []
        for field in FieldCorrection.fields {
            guard let text = sheet.text(field.rawValue, row) else { continue }
            do {
                let correction = try FieldCorrection(field, text: text)
                if correction.stored.value == figure[field] { continue }
                // A spreadsheet may have left out the mark that says what the ' before a text is for.
                if text.first == "'", figure[field] == .text(String(text.dropFirst())) { continue }
                changes.append(correction)
            } catch let error as ZhibiaoError {
                guard case .badField(_, let found, let problem) = error.kind else { throw error }
                wrong.append(sheet.wrong(field.rawValue, row, "“\(found)” \(problem)"))
            }
        }
        return wrong.count == problems ? (figure, changes) : nil
    }
}

/// The rows of such a table by the names of their columns.
private struct ReviewSheet {
    private let columns: [String: Int]
    private let header: [String]
    private let body: CSVReader

    init(_ file: ReportFile) throws {
        var reader = CSVReader(try file.text())
        func fail(_ problem: String, _ line: Int = 0, _ column: Int = 0) -> ZhibiaoError {
            ZhibiaoError(.badTable(path: file.path, line: line, column: column, problem: problem))
        }
        let first: CSVReader.Row?
        do { first = try reader.next() } catch { throw fail(error.problem, error.line, error.column) }
        header = first?.cells.map { $0.text.trimmed } ?? []
        columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
        guard columns["figure_id"] != nil else { throw fail("has no column figure_id; make the table with: zhibiao export") }
        reader.isGuarded = file.isForSpreadsheets
        body = reader
    }

    func text(_ name: String, _ row: CSVReader.Row) -> String? { columns[name].map { row.cells[$0].text } }

    func wrong(_ name: String, _ row: CSVReader.Row, _ problem: String) -> WrongCell {
        WrongCell(line: row.line, column: (columns[name] ?? -1) + 1, header: name, problem: problem)
    }

    func forEachRow(_ row: (CSVReader.Row) throws -> Void, wrong: (WrongCell) -> Void) throws {
        var reader = body
        while true {
            let next: CSVReader.Row?
            do { next = try reader.next() } catch {
                return wrong(WrongCell(line: error.line, column: error.column, header: "", problem: error.problem))
            }
            guard let next else { return }
            if next.cells.count == header.count {
                try row(next)
            } else {
                wrong(WrongCell(line: next.line, column: 0, header: "", problem: "\(next.cells.count) cells, but \(header.count) columns"))
            }
        }
    }
}
