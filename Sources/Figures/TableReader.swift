// Reads the numeric cells of a table: header and row label give the measure, captions and headers the unit and the period.
import Numerals
import ReportText

extension ExtractionRun {
    /// Reads a table; each row is a passage of its own.
    mutating func read(_ table: Table) {
        let reader = TableReader(withoutRecords, table)
        for row in table.header {
            let index = record(row.passage)
            record(extractor.scanner.scan(row.passage), of: row.passage, index, figures: [:])
        }
        for (rowIndex, row) in table.rows.enumerated() {
            let index = record(row.passage)
            for (column, cell) in row.cells.enumerated() {
                var numerals = extractor.scanner.scan(cell.passage)
                var figures: [Int: Int] = [:]
                if let figure = reader.figure(rowIndex, column, &numerals, passage: index) { figures[0] = append(figure) }
                record(numerals, of: cell.passage, index, figures: figures)
            }
        }
    }
}

struct TableReader {
    private let run: ExtractionRun
    private let table: Table
    private let columns: [Column]
    private let caption: [Token]
    private let captionText: [UInt32]
    private let captionPeriod: String?
    private let captionUnit: (unit: String, kind: UnitKind, power: Int)?
    private let subject: Subject?

    /// What a column's header says.
    private struct Column {
        var title: String
        var isLabel = false
        var isSerial = false
        var isUnit = false
        /// A year or date in the header.
        var period: String?
        var unit: (unit: String, kind: UnitKind, power: Int)?
        /// 比例, 人数 alone: completed by the header before it.
        var isGeneric = false
    }

    init(_ run: ExtractionRun, _ table: Table) {
        self.run = run
        self.table = table
        let source = ReportText(table.caption ?? "").scalars
        captionText = source.map(\.halfwidth)
        caption = TableReader.tokens(captionText, run)
        captionPeriod = run.period(caption)
        captionUnit = TableReader.statedUnit(captionText, run)
        subject = caption.first { $0.kind == .organisation || $0.kind == .region }.flatMap { run.discourse.subject(of: $0) } ?? run.discourse.subject
        let width = (table.header + table.rows).map(\.cells.count).max() ?? 0
        var columns: [Column] = []
        for index in 0..<width { columns.append(TableReader.column(index, table, run)) }
        self.columns = columns
    }

    // MARK: Headers

    private static func tokens(_ text: [UInt32], _ run: ExtractionRun) -> [Token] {
        let numerals = run.extractor.scanner.scan(Passage(cellText: text))
        return Tokenizer(lexicon: run.extractor.lexicon, text: text, numerals: numerals, aliases: run.discourse.aliases)
            .tokens(0..<text.count, firstNumeral: 0)
    }

    private static func column(_ index: Int, _ table: Table, _ run: ExtractionRun) -> Column {
        let parts = table.header.compactMap { $0.cells.indices.contains(index) ? $0.cells[index].string : nil }.filter { !$0.isEmpty }
        var column = Column(title: parts.joined())
        let text = column.title.unicodeScalars.map(\.value.halfwidth)
        let words = tokens(text, run)
        if words.contains(where: { $0.kind == .time }) { column.period = run.period(words) }
        column.unit = statedUnit(text, run)
        let lexicon = run.extractor.lexicon
        column.isUnit = lexicon.isUnitHeader(column.title)
        column.isGeneric = lexicon.isGenericHeader(withoutBrackets(column.title))
        let cells = table.rows.compactMap { $0.cells.indices.contains(index) ? $0.cells[index].passage : nil }.filter { !$0.text.isEmpty }
        let numeric = cells.filter { run.isNumeric($0) }.count
        column.isLabel = !column.isUnit && numeric * 2 < max(cells.count, 1)
        let numbers = cells.compactMap { Int($0.string) }
        column.isSerial =
            index == 0 && (column.title.isEmpty || lexicon.isSerialHeader(column.title)) && numbers.count == cells.count && !numbers.isEmpty
            && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
        return column
    }

    /// （万元）, 单位：万元, 比上年增长（%）: a unit said once for all cells.
    private static func statedUnit(_ text: [UInt32], _ run: ExtractionRun) -> (unit: String, kind: UnitKind, power: Int)? {
        guard let close = text.lastIndex(of: 0x29), let open = text[..<close].lastIndex(of: 0x28) else { return nil }
        var inside = Array(text[(open + 1)..<close])
        if let colon = inside.lastIndex(of: 0x3A) { inside.removeFirst(colon + 1) }
        return run.extractor.scanner.unit(named: inside)
    }

    private static func withoutBrackets(_ title: String) -> String {
        var depth = 0
        return String(
            title.unicodeScalars.filter { scalar in
                if scalar == "（" || scalar == "(" { depth += 1 }
                defer { if scalar == "）" || scalar == ")" { depth -= 1 } }
                return depth == 0
            }.map(Character.init))
    }

    // MARK: Cells

    /// The figure of a cell, or nil when it holds none; a number it takes up without a unit becomes a figure.
    func figure(_ row: Int, _ column: Int, _ numerals: inout [Numeral], passage: Int) -> Figure? {
        let cells = table.rows[row].cells
        let cell = cells[column].passage
        guard columns.indices.contains(column), numerals.count == 1, run.isNumeric(cell) else { return nil }
        let header = columns[column]
        if header.isSerial || header.isLabel || header.isUnit {
            if numerals[0].kind == .unresolved { numerals[0].kind = .label }
            return nil
        }
        guard numerals[0].kind == .figure || numerals[0].kind == .unresolved, let value = numerals[0].value else { return nil }
        let labels = cells.indices.filter { columns.indices.contains($0) && columns[$0].isLabel && !cells[$0].string.isEmpty }.map { cells[$0].string }
        var title = TableReader.withoutBrackets(header.title)
        if header.period != nil, !labels.isEmpty { title = "" }
        if header.isGeneric || header.title.isEmpty { title = completed(column) }
        var draft = Draft(numeral: 0)
        // A percentage under a header of amounts is that amount's share.
        let isShareRow = numerals[0].unitKind == .percent && header.unit == nil && columnIsMostlyPlain(column, except: row) && !header.isGeneric
        let measure = labels.joined() + title + (isShareRow ? "占比" : "")
        let measureText = measure.unicodeScalars.map(\.value.halfwidth)
        draft.words = TableReader.tokens(measureText, run)
        draft.head = draft.words
        if numerals[0].unit.isEmpty {
            let unitCell = columns.indices.first { columns[$0].isUnit && cells.indices.contains($0) }.map { cells[$0].passage.text.map(\.halfwidth) }
            let stated = unitCell.flatMap { run.extractor.scanner.unit(named: $0) } ?? header.unit ?? captionUnit
            if let stated {
                numerals[0].unit = stated.unit
                numerals[0].unitKind = stated.kind
                numerals[0].value = value.shifted(stated.power)
                numerals[0].upper = numerals[0].upper?.shifted(stated.power)
            } else if unitCell == nil, countsPeople(draft.words, measure) {
                numerals[0].unit = "人"
                numerals[0].unitKind = .persons
            }
        }
        numerals[0].kind = .figure
        let kind = numerals[0].unitKind
        if draft.words.contains(where: { $0.kind == .change || $0.kind == .compare }) {
            draft.statistic = .change
        } else if kind == .percent || kind == .permille || kind == .rate || kind == .moneyRate || kind == .ratio || run.extractor.lexicon.namesRate(measure) {
            draft.statistic = .rate
        }
        draft.subject = subject
        let year = header.period ?? rowPeriod(labels) ?? captionPeriod ?? run.discourse.sectionPeriod
        draft.period = year ?? run.discourse.reportYear.map { "\($0)" }
        draft.periodBasis = year != nil ? .context : draft.period == nil ? nil : .report
        let captionCategory = categoryOfCaption()
        draft.inheritedCategory = captionCategory
        var figure = FigureBuilder(lexicon: run.extractor.lexicon, catalogue: run.extractor.catalogue).figure(
            draft, numerals[0],
            at: FigurePlace(
                passage: cell, passageIndex: passage, text: cell.text.map(\.halfwidth), quote: table.rows[row].passage.string,
                section: run.path(table.section), source: run.source, lines: run.lines), measure: measure)
        // A table of teachers counts teachers, whatever else its columns call them.
        if captionCategory == "teacher", ["talent", "other", "population", "student", "award"].contains(figure.category) { figure.category = "teacher" }
        return figure
    }

    /// The header of a generic column (比例) with the noun of the nearest column before it.
    private func completed(_ column: Int) -> String {
        let own = TableReader.withoutBrackets(columns[column].title)
        guard let before = columns[..<column].last(where: { !$0.isGeneric && !$0.isLabel && !$0.isSerial && !$0.isUnit && !$0.title.isEmpty }) else { return own }
        return run.extractor.lexicon.withoutCountEnding(TableReader.withoutBrackets(before.title)) + own
    }

    private func columnIsMostlyPlain(_ column: Int, except row: Int) -> Bool {
        table.rows.indices.contains { index in
            index != row && table.rows[index].cells.indices.contains(column) && !table.rows[index].cells[column].string.isEmpty
                && !table.rows[index].cells[column].string.hasSuffix("%")
        }
    }

    private func countsPeople(_ words: [Token], _ measure: String) -> Bool {
        if run.extractor.lexicon.namesRate(measure) { return false }
        return measure.hasSuffix("人数") || words.last(where: { $0.term >= 0 && run.extractor.lexicon.terms[$0.term].category != nil })
            .map { run.extractor.lexicon.terms[$0.term].isPerson } ?? false
    }

    private func rowPeriod(_ labels: [String]) -> String? {
        for label in labels {
            let text = label.unicodeScalars.map(\.value.halfwidth)
            if let period = run.period(TableReader.tokens(text, run)) { return period }
        }
        return nil
    }

    private func categoryOfCaption() -> String? {
        if caption.contains(where: { $0.term >= 0 && run.extractor.lexicon.terms[$0.term].category == "teacher" }) { return "teacher" }
        return caption.last { $0.term >= 0 && run.extractor.lexicon.terms[$0.term].category.map { $0 != "other" } ?? false }
            .flatMap { run.extractor.lexicon.terms[$0.term].category }
    }
}

extension ExtractionRun {
    /// The cell is a number (with unit and bound) and nothing else.
    func isNumeric(_ cell: Passage) -> Bool {
        let numerals = extractor.scanner.scan(cell)
        guard numerals.count == 1, numerals[0].value != nil else { return false }
        let covered = max(numerals[0].end, numerals[0].outerEnd) - min(numerals[0].start, numerals[0].outerStart)
        return covered >= cell.text.filter { !$0.isBlank }.count
    }
}
