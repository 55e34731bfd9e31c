// A table with the columns of the export: figures of reports at their places, so that export, import and export again give the same.
import ReportText

/// Reads such a table.
enum ExportTable {
    /// What a table gave.
    struct Reading {
        var reports: [TableReport] = []
        var rows = 0
        var wrong: [WrongCell] = []
    }

    /// A row read.
    private struct Row {
        var figure: TableFigure
        var id: Int64?
        let row: CSVReader.Row
    }

    /// Places behind this one are taken for a mistake: no report is that long.
    private static let furthest = 200_000_000

    static func read(_ sheet: FigureSheet, _ names: TableNames) throws -> Reading {
        var reading = Reading()
        var order: [String] = []
        var groups: [String: [Row]] = [:]
        var seen: Set<Int64> = []
        try sheet.forEachRow {
            reading.rows += 1
            var wrong: [WrongCell] = []
            var row = try figure($0, sheet, names, &wrong)
            if let id = row?.id, !seen.insert(id).inserted {
                wrong.append(sheet.wrong(.figureID, $0, "“\(id)” stands twice"))
            }
            if !wrong.isEmpty { row = nil }
            reading.wrong += wrong
            guard let row else { return }
            let key = (sheet.text(.reportID, $0) ?? "") + " " + (sheet.text(.report, $0) ?? "")
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(row)
        } wrong: {
            reading.rows += 1
            reading.wrong.append($0)
        }
        for key in order {
            guard let rows = groups[key] else { continue }
            reading.reports += report(rows, sheet, &reading.wrong).map { [$0] } ?? []
        }
        return reading
    }

    /// A row as a figure; what is wrong with it goes to `wrong`.
    private static func figure(
        _ row: CSVReader.Row, _ sheet: FigureSheet, _ names: TableNames, _ wrong: inout [WrongCell]
    ) throws -> Row? {
        func text(_ field: FigureRecord.Field) -> String { sheet.text(field, row) ?? "" }
        func integer(_ field: FigureRecord.Field, _ range: ClosedRange<Int>) -> Int {
            if let number = Int(text(field)), range.contains(number) { return number }
            wrong.append(sheet.wrong(field, row, "“\(text(field))” is no number from \(range.lowerBound) to \(range.upperBound)"))
            return range.lowerBound
        }
        func optional(_ field: FigureRecord.Field) -> String? { text(field).isEmpty ? nil : text(field) }
        let start = integer(.charStart, 0...furthest)
        let end = integer(.charEnd, 1...furthest)
        if start >= end || text(.surface).unicodeScalars.count != end - start {
            wrong.append(sheet.wrong(.surface, row, "“\(text(.surface))” does not have the length from start to end"))
        }
        var record = FigureRecord.blank
        for field in FieldCorrection.fields where sheet.text(field, row) != nil {
            do {
                try FieldCorrection(field, text: text(field)).apply(to: &record)
            } catch let error as ZhibiaoError {
                guard case .badField(_, let found, let problem) = error.kind else { throw error }
                wrong.append(sheet.wrong(field, row, "“\(found)” \(problem)"))
            }
        }
        if let low = record.low, let high = record.high, low > high { wrong.append(sheet.wrong(.low, row, "is more than high")) }
        if record.period == nil, record.periodBasis != nil { wrong.append(sheet.wrong(.periodBasis, row, "needs a period")) }
        if try names.category(record.category) != record.category {
            wrong.append(sheet.wrong(.category, row, "“\(record.category)” is no category's code"))
        }
        let confidence = sheet.text(.confidence, row).map { NumberCell.value($0) ?? -1 } ?? 1
        if !(0...1).contains(confidence) { wrong.append(sheet.wrong(.confidence, row, "is no number from 0 to 1")) }
        let status = optional(.status).map { FigureStatus(rawValue: $0) } ?? .extracted
        if status == nil { wrong.append(sheet.wrong(.status, row, "“\(text(.status))” is no status")) }
        let id = optional(.figureID).map { Int64($0) ?? 0 }
        if let id, id < 1 { wrong.append(sheet.wrong(.figureID, row, "“\(text(.figureID))” is no figure's id")) }
        if text(.report).isEmpty { wrong.append(sheet.wrong(.report, row, "a report needs a title")) }
        let line = integer(.line, 1...furthest)
        guard wrong.isEmpty, let status else { return nil }
        record.start = start
        record.end = end
        record.surface = text(.surface)
        record.quote = text(.quote)
        record.section = text(.section)
        record.line = line
        record.confidence = confidence
        record.status = status
        record.indicatorLabel = optional(.indicatorLabel)
        let region = try record.subject.flatMap { try names.region(of: $0, kind: record.subjectKind ?? "organisation") }
        return Row(figure: TableFigure(record: record, region: region), id: id, row: row)
    }

    /// The figures of one report.
    private static func report(_ rows: [Row], _ sheet: FigureSheet, _ wrong: inout [WrongCell]) -> TableReport? {
        var kept: [Row] = []
        for row in rows.sorted(by: { $0.figure.record.start < $1.figure.record.start }) {
            if let last = kept.last?.figure.record, last.end > row.figure.record.start {
                wrong.append(sheet.wrong(.charStart, row.row, "overlaps the figure at \(last.start) of the same report"))
            } else {
                kept.append(row)
            }
        }
        guard let first = kept.first else { return nil }
        let title = sheet.text(.report, first.row) ?? ""
        var hashed = title
        for row in kept {
            for (column, cell) in row.row.cells.enumerated() where column != sheet.columns[.figureID] && column != sheet.columns[.reportID]
            {
                hashed += "\u{1F}" + cell.text
            }
            hashed += "\u{1E}"
        }
        let page = BlankPage(kept.map(\.figure))
        let ids = kept.compactMap(\.id)
        return TableReport(
            id: ids.count == kept.count ? sheet.text(.reportID, first.row).flatMap { Int64($0) } : nil, figureIDs: ids, title: title,
            path: sheet.path, sha256: SHA256.hex(Array(hashed.utf8)), text: ReportText(page.text), passages: page.passages,
            figures: page.figures, isExport: true)
    }
}

/// A text that is blank but for what figures tell of it: their characters and, where there is room, their sentences, at their places.
private struct BlankPage {
    private var scalars: [UInt32]
    private(set) var passages: [TableReport.Passage] = []
    private(set) var figures: [TableFigure] = []

    /// - Parameter rows: in text order, none overlapping another.
    init(_ rows: [TableFigure]) {
        scalars = [UInt32](repeating: 0x20, count: rows.last?.record.end ?? 0)
        for row in rows {
            scalars.replaceSubrange(row.record.start..<row.record.end, with: row.record.surface.unicodeScalars.map(\.value))
        }
        for var row in rows {
            let figure = row.record
            if let last = passages.last, last.text == figure.quote, last.section == figure.section {
                passages[passages.count - 1].place = last.place.lowerBound..<max(last.place.upperBound, figure.end)
            } else {
                passages.append(
                    TableReport.Passage(
                        text: figure.quote, section: figure.section, place: placeSentence(of: figure), line: figure.line,
                        kind: .paragraph))
            }
            row.passage = passages.count - 1
            figures.append(row)
        }
    }

    var text: String { String(scalars: scalars[...]) }

    /// Writes a figure's sentence around it, where nothing else stands there; gives the place of what is known.
    private mutating func placeSentence(of figure: FigureRecord) -> Range<Int> {
        let quote = figure.quote.unicodeScalars.map(\.value)
        let here = figure.start..<figure.end
        let surface = scalars[here]
        guard quote.count >= surface.count,
            let offset = (0...(quote.count - surface.count)).first(where: { quote[$0...].starts(with: surface) }), offset <= figure.start
        else { return here }
        let place = (figure.start - offset)..<(figure.start - offset + quote.count)
        let free = min(place.upperBound, scalars.count)
        guard (place.lowerBound..<free).allSatisfy({ scalars[$0] == 0x20 || scalars[$0] == quote[$0 - place.lowerBound] }) else {
            return here
        }
        if place.upperBound > scalars.count {
            scalars.append(contentsOf: repeatElement(0x20, count: place.upperBound - scalars.count))
        }
        scalars.replaceSubrange(place, with: quote)
        return place
    }
}
