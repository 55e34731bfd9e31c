// A table of figures under headers of its own: each row's evidence is the table itself.
import Figures
import ReportText

/// Reads such a table.
enum MappedTable {
    static func read(_ sheet: FigureSheet, _ file: ReportFile, _ names: TableNames, _ extractor: Extractor) throws -> ExportTable.Reading {
        var reading = ExportTable.Reading()
        var passages: [TableReport.Passage] = []
        var figures: [TableFigure] = []
        try sheet.forEachRow {
            reading.rows += 1
            var wrong: [WrongCell] = []
            let figure = try figure($0, sheet, names, extractor, &wrong)
            reading.wrong += wrong
            guard var figure, wrong.isEmpty else { return }
            figure.passage = passages.count
            passages.append(
                TableReport.Passage(text: figure.record.quote, section: "", place: $0.start..<$0.end, line: $0.line, kind: .tableRow))
            figures.append(figure)
        } wrong: {
            reading.rows += 1
            reading.wrong.append($0)
        }
        guard !figures.isEmpty else { return reading }
        // The same file read by another mapping gives other figures.
        let mapping = sheet.columns.map { "\($0.key.rawValue)=\($0.value)" } + sheet.constants.map { "\($0.key.rawValue):\($0.value)" }
        let content = Array("\(mapping.sorted().joined(separator: "\u{1F}"))\u{1E}\(figures.count)\u{1E}".utf8) + file.bytes
        reading.reports = [
            TableReport(
                id: nil, figureIDs: [], title: file.metadata.title ?? file.fallbackTitle, path: file.path, sha256: SHA256.hex(content),
                text: sheet.text, passages: passages, figures: figures, isExport: false)
        ]
        return reading
    }

    private static func figure(
        _ row: CSVReader.Row, _ sheet: FigureSheet, _ names: TableNames, _ extractor: Extractor, _ wrong: inout [WrongCell]
    ) throws -> TableFigure? {
        func text(_ field: FigureRecord.Field) -> String? {
            guard let text = sheet.text(field, row)?.trimmed, !text.isEmpty else { return nil }
            return text
        }
        guard let column = sheet.columns[.value] else { return nil }
        let cell = row.cells[column]
        var record = FigureRecord.blank
        // What the cell says, with the unit of its own column behind it; columns of their own overrule it.
        guard let said = try value(cell.text.trimmed, unit: text(.unit) ?? "", names, extractor) else {
            wrong.append(sheet.wrong(.value, row, cell.text.isEmpty ? "is empty" : "“\(cell.text)” is no number"))
            return nil
        }
        (record.value, record.unit, record.bound, record.low, record.high) = said
        if record.unit == "%" { record.statistic = .rate }
        // Words that the catalogue does not list as a name are read as a sentence would be.
        let words = text(.measure) ?? text(.indicator) ?? ""
        let guess = extractor.extract(ReportText("\(words)为\(NumberCell.text(record.value))\(record.unit)")).figures.first
        let known = try text(.indicator).flatMap { try names.indicator($0) }
        let indicator = known ?? guess?.indicator.map { (code: $0, category: nil) }
        record.measure = words
        for field in FieldCorrection.fields where ![.value, .unit, .indicator, .category, .measure].contains(field) {
            guard let text = text(field) else { continue }
            do {
                try FieldCorrection(field, text: field == .period ? period(text) : text).apply(to: &record)
            } catch let error as ZhibiaoError {
                guard case .badField(_, let found, let problem) = error.kind else { throw error }
                wrong.append(sheet.wrong(field, row, "“\(found)” \(problem)"))
            }
        }
        record.indicator = indicator?.code
        record.category = indicator?.category ?? guess?.category ?? "other"
        if let name = text(.category) {
            if let code = try names.category(name) {
                record.category = code
            } else {
                wrong.append(
                    sheet.wrong(.category, row, "“\(name)” is no category; list them with: zhibiao sql \"SELECT * FROM category\""))
            }
        }
        if let low = record.low, let high = record.high, low > high { wrong.append(sheet.wrong(.low, row, "is more than high")) }
        if record.period == nil { record.periodBasis = nil } else { record.periodBasis = record.periodBasis ?? .stated }
        let region = try record.subject.flatMap { try names.region(of: $0, kind: record.subjectKind ?? "region") }
        if record.subject != nil, record.subjectKind == nil { record.subjectKind = region == nil ? "organisation" : "region" }
        record.start = cell.start
        record.end = cell.end
        record.surface = sheet.text.string(cell.start..<cell.end)
        record.quote = sheet.text.string(row.start..<row.end)
        record.line = row.line
        return TableFigure(record: record, region: region)
    }

    private typealias Value = (value: Double, unit: String, bound: Bound, low: Double?, high: Double?)

    /// A number with its unit: as it stands where that is a base unit, else as the extractor reads `12.5` with `万元`, or 超200亿元.
    private static func value(_ cell: String, unit: String, _ names: TableNames, _ extractor: Extractor) throws -> Value? {
        if let number = NumberCell.value(cell), try names.isUnit(unit) {
            return (number, unit.isEmpty && cell.hasSuffix("%") ? "%" : unit, .exact, number, number)
        }
        let sentence = "有" + cell + (cell.hasSuffix(unit) ? "" : unit)
        let found = extractor.extract(ReportText(sentence))
        if found.numerals.count == 1, let figure = found.figures.first, figure.end == sentence.unicodeScalars.count {
            return (figure.value, figure.unit, figure.bound, figure.low, figure.high)
        }
        // A unit of the table's own.
        return NumberCell.value(cell).map { ($0, unit, .exact, $0, $0) }
    }

    /// `2023年` is 2023, `2023年9月` is 2023-09; anything else stays.
    private static func period(_ text: String) -> String {
        let parts = text.split { "年月".contains($0) }.map(String.init)
        guard text.hasSuffix("年") && parts.count == 1 || text.hasSuffix("月") && parts.count == 2, parts[0].utf8.count == 4 else {
            return text
        }
        return parts.count == 1 ? parts[0] : parts[0] + "-" + (parts[1].utf8.count == 1 ? "0" : "") + parts[1]
    }
}
