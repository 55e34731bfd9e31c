// Reads the numeric cells of a table: header and row label give the measure, captions and headers the unit and the period.
import Numerals
import ReportText

extension ExtractionRun {
    /// Reads a table; each row is a passage of its own.
    /// - Parameter source: what stands right below it, maybe a line that says where its numbers are from.
    mutating func read(_ table: Table, source: Passage?) {
        for row in table.titles + (table.isContinued ? [] : table.header) {
            let index = record(row.passage)
            record(extractor.scanner.scan(row.passage), of: row.passage, index, figures: [])
        }
        guard !table.rows.isEmpty else { return }
        let numbers = TableNumbers(table, extractor.scanner)
        let reader = TableReader(withoutRecords, table, numbers, source: source)
        for (rowIndex, row) in table.rows.enumerated() {
            let index = record(row.passage)
            var place = TableReader.RowPlace(passage: index, quote: row.passage.string)
            for (column, cell) in row.cells.enumerated() where !cell.isRepeated && !cell.passage.text.isEmpty {
                var numerals = numbers.numerals(rowIndex, column)
                var figures: [Int?] = []
                if let figure = reader.figure(rowIndex, column, &numerals, &place) {
                    figures = [append(figure)]
                } else if cell.isSentence, numerals.contains(where: { $0.kind == .figure }) {
                    let text = cell.passage.text.halfwidth
                    figures = readSentences(cell.passage, text, index, numerals, signs.signs(of: text), updates: false)
                }
                record(numerals, of: cell.passage, index, figures: figures)
            }
        }
    }
}

extension Table.Cell {
    /// Words with marks between them, not a label.
    fileprivate var isSentence: Bool { passage.text.count > 16 && passage.text.contains { $0 == 0x3002 || $0 == 0xFF0C || $0 == 0xFF1B } }
}

struct TableReader {
    private let run: ExtractionRun
    private let table: Table
    private let numbers: TableNumbers
    private let words: TableWords
    private let columns: [TableColumn]
    /// The words of the measure of a row's last figure.
    private let tokens = TokenStore()
    /// The caption without what stands in brackets, and its words.
    private let captionTitle: String
    private let caption: [Token]
    private let captionPeriod: String?
    private let captionUnit: StatedUnit?
    private let percent: StatedUnit?
    /// The year that the line below the table says its numbers are of.
    private let sourcePeriod: String?
    private let subject: Subject?
    /// The caption names branches of the economy.
    private let captionNamesIndustry: Bool
    /// The last thing that the caption names and that decides a category.
    private let captionNoun: String?
    private let captionCategory: String?
    /// Of whom or what all rows are by the caption: 规模以上工业企业.
    private let captionScope: String
    /// The category of the people that the caption names.
    private let captionPeople: String?
    private let section: [String]
    /// By row: what stands before its label: the group it is in, or what it is a part of.
    private var scopes: [String] = []
    private var wholes: [String] = []
    /// By row: what its first cell says.
    private let labels: [TableWords.Label]
    /// By column: how many cells say something that is no percentage.
    private let plainCells: [Int]

    /// What the figures of a row share.
    struct RowPlace {
        /// Index of the row's passage, and its text.
        let passage: Int
        let quote: String
        fileprivate var label: (columns: [Int], said: Label)?
        /// The unit that its cell for one says, by the columns' block.
        fileprivate var unit: (block: Int, stated: StatedUnit?)?
        /// What the figure before measures.
        fileprivate var measured: (words: String, characters: [UInt32], tokens: Words)?
    }

    fileprivate typealias Label = (words: String, unit: StatedUnit?, period: String?, subject: Subject?)

    init(_ run: ExtractionRun, _ table: Table, _ numbers: TableNumbers, source: Passage?) {
        self.run = run
        self.table = table
        self.numbers = numbers
        let words = TableWords(run: run)
        self.words = words
        columns = words.columns(table, numbers)
        plainCells = columns.indices.map { column in
            table.rows.count { $0.cells.indices.contains(column) && TableReader.isPlain($0.cells[column]) }
        }
        captionTitle = TableWords.withoutBrackets(TableWords.joined(TableWords.withoutNumber(table.caption ?? "")))
        caption = words.tokens(captionTitle)
        let around = [TableWords.withoutNumber(table.caption ?? "")] + table.notes.reversed()
        captionPeriod = around.lazy.compactMap(words.period).first
        percent = run.extractor.scanner.unit(named: [0x25])
        captionUnit = around.lazy.compactMap(words.unit).first
        sourcePeriod = source.flatMap { words.yearOfSource($0.text) }
        subject =
            caption.first { $0.kind == .organisation || $0.kind == .region }.flatMap { run.discourse.subject(of: $0) }
            ?? run.discourse.subject
        captionNamesIndustry = run.lexicon.namesIndustry(captionTitle)
        captionNoun = TableReader.lastNoun(of: caption, in: captionTitle, run.lexicon).map { noun in
            TableReader.limited(noun, in: TableWords.joined(table.caption ?? ""))
        }
        captionCategory = TableReader.category(of: caption, run.lexicon)
        captionScope = words.scope(of: caption, in: captionTitle)
        captionPeople = caption.last { run.lexicon.isPerson($0) }.flatMap(run.lexicon.noun)?.category
        section = run.path(table.section)
        labels = table.rows.map { words.label($0.cells.first?.string ?? "") }
        scopes = findScopes()
        wholes = findWholes()
    }

    // MARK: Rows

    /// 分轻重工业 says how the row before it is divided: the rows below are parts of that row. Any other group row names what is above
    /// the rows below. 其中, or a label set in, names a part of the row above.
    private func findScopes() -> [String] {
        var scope = ""
        var isDivision = false
        var whole = (label: "", indent: Int.max)
        // A row said to be a part was seen after the whole, and then one that is not.
        var sawPart = false
        var sawOther = false
        let setsIn = rowsAreSetIn
        var uses: [String: Int] = [:]
        if labels.contains(where: \.isPart) {
            for row in table.rows.indices where !table.rows[row].cells.isEmpty { uses[labels[row].words, default: 0] += 1 }
        }
        return table.rows.indices.map { row in
            let cells = table.rows[row].cells
            guard let first = cells.firstIndex(where: { !$0.passage.text.isEmpty && !$0.isRepeated }), !numbers.isNumber(row, first) else {
                return scope
            }
            let label = self.label(row, first)
            if table.isGroupRow(row) {
                isDivision = run.lexicon.namesDivision(label.words)
                scope = isDivision ? whole.label : label.words
                sawPart = false
                sawOther = false
                return ""
            }
            let isSetIn = setsIn && table.rows[row].indent > whole.indent
            // 短期贷款, 中长期贷款 below each of two rows: a label that stands here twice is that of a part.
            let isRepeated = sawPart && !sawOther && uses[label.words] ?? 0 > 1
            if label.isPart || isSetIn || isRepeated {
                defer { if label.isPart { sawPart = true } }
                // #短期贷款 is part of the nearest row, and so is 中长期贷款 below it.
                if label.isNearest { sawOther = false }
                // 其中：火力发电量 needs no 发电量 before it; a second 其中 after rows without it can be part of any row above.
                if label.words.hasSuffix(whole.label) || sawOther && !isSetIn && !label.isNearest { return "" }
                let named = run.lexicon.withoutTotal(whole.label)
                return scope.isEmpty || isDivision ? named : scope + named
            }
            if sawPart { sawOther = true }
            if !isDivision { whole = (label.words, table.rows[row].indent) }
            return scope.isEmpty || label.words.contains(scope) ? "" : scope
        }
    }

    private func label(_ row: Int, _ column: Int) -> TableWords.Label {
        column == 0 ? labels[row] : words.label(table.rows[row].cells[column].string)
    }

    /// Some labels are set in below others, and not just each in its middle.
    private var rowsAreSetIn: Bool {
        let rows = table.rows.indices.filter { !table.isGroupRow($0) }
        let indents = rows.map { table.rows[$0].indent }
        // Labels around one middle are not set in, but long and short. Middles are in half columns.
        let middles = rows.map { row in
            (table.rows[row].cells.first?.passage.text ?? []).reduce(2 * table.rows[row].indent) { $0 + ($1 < 0x2E80 ? 1 : 2) }
        }
        if let low = middles.min(), let high = middles.max(), high - low <= 2 { return false }
        return Set(indents).count > 1 && Set(indents).count <= 3 && indents.first == indents.min()
    }

    /// The columns that name the row of a cell, from left to right.
    private func labelColumns(_ row: Int, _ column: Int) -> [Int] {
        let cells = table.rows[row].cells
        func named(_ range: Range<Int>) -> [Int] {
            range.filter { cells.indices.contains($0) && columns[$0].isLabel && !columns[$0].isSerial && !cells[$0].passage.text.isEmpty }
        }
        let left = named(columns[column].block..<column)
        if !left.isEmpty { return left }
        let end = columns[(column + 1)...].firstIndex { $0.block != columns[column].block } ?? columns.count
        return named((column + 1)..<end)
    }

    // MARK: Cells

    /// The figure of a cell, or nil when it holds none; a number it takes up without a unit becomes a figure.
    func figure(_ row: Int, _ column: Int, _ numerals: inout [Numeral], _ place: inout RowPlace) -> Figure? {
        let cells = table.rows[row].cells
        let cell = cells[column].passage
        guard columns.indices.contains(column), !numerals.isEmpty, numbers.isNumber(row, column) else { return nil }
        let header = columns[column]
        if header.isSerial || header.isLabel || header.isUnit || header.isYear {
            if numerals[0].kind == .unresolved || header.isSerial { numerals[0].kind = .label }
            if header.isYear, numerals[0].kind != .date { numerals[0].kind = .period }
            return nil
        }
        guard numerals[0].kind == .figure || numerals[0].kind == .unresolved, let value = numerals[0].value else { return nil }
        let named = labelColumns(row, column)
        let label: Label
        if let known = place.label, known.columns == named {
            label = known.said
        } else {
            label = readLabel(named, row)
            place.label = (named, label)
        }
        let said = words.withoutOtherTitle(label.words, own: header.isGeneric ? completed(column) : header.title, columns)
        var title = header.title
        if header.isGeneric || header.title.isEmpty, header.period == nil || said.isEmpty { title = completed(column) }
        // A percentage under a header of amounts is that amount's share.
        let isShareRow =
            numerals[0].unitKind == .percent && header.unit == nil && !header.isPercent && !header.isGeneric
            && columnIsMostlyPlain(column, except: row)
        title = words.title(title, under: said)
        if isShareRow, !run.lexicon.namesRate(title + said) { title += "占比" }
        var measure = captionWords(said, title, row, named).joined(to: said).joined(to: title)
        if !captionScope.isEmpty, case let scalars = measure.unicodeScalars.map(\.value),
            !run.lexicon.holdsScope(scalars), !run.lexicon.coverages.matches(in: scalars)
        {
            measure = captionScope.joined(to: measure)
        }
        if measure.isEmpty { measure = words.withoutTime(captionTitle).words }
        let draft = Draft(numeral: 0)
        if place.measured.map({ !$0.words.isSame(as: measure) }) ?? true {
            let characters = measure.unicodeScalars.map(\.value)
            place.measured = (measure, characters, tokens.replaceAll(with: words.tokens(characters.halfwidth)))
        }
        let characters = place.measured?.characters ?? []
        draft.words = place.measured?.tokens ?? []
        draft.head = draft.words
        if numerals[0].unit.isEmpty {
            if let stated = unit(row, header, label.unit, &place) {
                numerals[0].unit = stated.unit
                numerals[0].unitKind = stated.kind
                numerals[0].value = value.shifted(stated.power)
                numerals[0].upper = numerals[0].upper?.shifted(stated.power)
            } else if unitCell(row, header) == nil, countsPeople(draft.words, measure) {
                numerals[0].unit = "人"
                numerals[0].unitKind = .persons
            }
        }
        // 89.8%（1007/1121）: the bracket says how the number came about.
        for i in numerals.indices.dropFirst() where numerals[i].kind == .figure || numerals[i].kind == .unresolved {
            numerals[i].kind = .label
        }
        numerals[0].kind = .figure
        let kind = numerals[0].unitKind
        let changes = draft.words.filter { $0.kind == .change || $0.kind == .compare }
        if header.isChange {
            draft.statistic = .change
        } else if !changes.isEmpty,
            kind != .count || draft.words.contains(where: { $0.kind == .compare })
                || changes.contains(where: { $0.end == draft.words.last?.end })
        {
            draft.statistic = .change
            // 比上年下降: what is said as a size is negative.
            let signs = changes.filter { $0.kind == .change && $0.term >= 0 }.map { run.lexicon.terms[$0.term].value }
            draft.isDecline = signs.contains("-") && !signs.contains("+") && value.double >= 0
        } else if kind == .percent || kind == .permille || kind == .rate || kind == .moneyRate || kind == .ratio
            || run.lexicon.namesRate(characters)
        {
            draft.statistic = .rate
        }
        draft.subject = label.subject ?? subject
        let year =
            header.period ?? yearCell(row, header) ?? label.period ?? captionPeriod
            ?? (run.discourse.leadsOn ? run.discourse.carriedPeriod : nil) ?? sourcePeriod ?? run.discourse.sectionPeriod
        draft.period = year ?? run.discourse.reportYear.map { "\($0)" }
        draft.periodBasis = year != nil ? .context : draft.period == nil ? nil : .report
        draft.inheritedCategory = captionCategory
        // 毕业生学院分布: the people whose number or share a row gives.
        if let captionPeople, kind == .persons || kind == .percent && header.isGeneric,
            !draft.words.contains(where: { run.lexicon.isPerson($0) })
        {
            draft.countedCategory = captionPeople
        }
        let cellPlace = FigurePlace(
            passage: cell, passageIndex: place.passage, quote: place.quote, section: section, source: run.source, lines: run.lines)
        cellPlace.limits = run.discourse.limits
        var figure = run.builder.figure(draft, numerals[0], at: cellPlace, characters: characters[...])
        // A table of teachers counts teachers, whatever else its columns call them.
        if captionCategory == "teacher", ["talent", "other", "population", "student", "award"].contains(figure.category) {
            figure.category = "teacher"
        }
        // Branches named as rows are no schools or hospitals: what is said is said of the branch.
        if isOfIndustries(named), kind == .percent || kind == .money { figure.category = "economy" }
        return figure
    }

    /// What the labels of a row say: words for the measure, and beside them a unit, a period, a region or organisation whose row it is.
    private func readLabel(_ named: [Int], _ row: Int) -> Label {
        var said = ""
        var unit: StatedUnit?
        var period: String?
        var subject: Subject?
        for column in named {
            unit = words.unit(in: table.rows[row].cells[column].string) ?? unit
            let (rest, time, tokens) = words.withoutTime(label(row, column).words)
            period = time ?? period
            let named = tokens ?? words.tokens(rest)
            if subject == nil, named.count == 1, named[0].kind == .region || named[0].kind == .organisation,
                let owner = run.discourse.subject(of: named[0])
            {
                subject = owner
            } else {
                said += rest
            }
        }
        let scope = scopes.indices.contains(row) ? scopes[row] : ""
        return (scope + said, unit, period, subject)
    }

    /// What the caption says is measured, where neither header nor label does: a table of 固定资产投资 whose rows are branches and whose
    /// header only says 比上年增长.
    private func captionWords(_ label: String, _ title: String, _ row: Int, _ named: [Int]) -> String {
        guard let noun = captionNoun, !label.contains(noun), !title.contains(noun) else { return "" }
        let titleSaysMore = words.tokens(title).contains { run.lexicon.saysMore($0) }
        if isOfIndustries(named), !titleSaysMore { return noun }
        // The rows are parts of one above that is called as the caption says: 公路 below 旅客运输总量.
        return row < wholes.count ? wholes[row] : ""
    }

    /// By row: the label of the nearest row above it that the caption's noun stands in, where the first row is such a one and says an
    /// amount: 旅客运输总量, and not 中等职业学校.
    private func findWholes() -> [String] {
        guard let noun = captionNoun else { return [] }
        // What goes on from the page before has its first rows there.
        var nearest = table.isContinued && run.lexicon.endsInAmount(noun.unicodeScalars.map(\.value.halfwidth)) ? noun : nil
        var found: [String] = []
        for row in table.rows.indices {
            found.append(nearest ?? "")
            let cells = table.rows[row].cells
            guard !table.isGroupRow(row), let first = cells.firstIndex(where: { !$0.passage.text.isEmpty }) else { continue }
            let label = TableWords.withoutBrackets(words.withoutTime(self.label(row, first).words).words)
            if label.contains(noun) {
                guard run.lexicon.endsInAmount(label.unicodeScalars.map(\.value.halfwidth)) else { return [] }
                nearest = run.lexicon.withoutTotal(label)
            } else if nearest == nil {
                return []
            }
        }
        return found
    }

    private func isOfIndustries(_ named: [Int]) -> Bool {
        named.contains { columns[$0].isIndustry || columns[$0].title.isEmpty && captionNamesIndustry }
    }

    private static func lastNoun(of caption: [Token], in title: String, _ lexicon: Lexicon) -> String? {
        let text = title.unicodeScalars.map(\.value)
        guard let noun = caption.last(where: { $0.kind == .noun && lexicon.saysMore($0) }), text.indices.contains(noun.end - 1) else {
            return nil
        }
        let said = String(scalars: text[noun.start..<noun.end])
        return lexicon.isIndustryHeader(said) ? nil : said
    }

    /// 投资（不含农户） for 投资, where the caption says so.
    private static func limited(_ noun: String, in caption: String) -> String {
        let (text, word) = (caption.unicodeScalars.map(\.value), noun.unicodeScalars.map(\.value))
        guard let start = text[...].firstIndex(of: word[...]), case let open = start + word.count, text.at(open).halfwidth == 0x28,
            text.at(open + 1) == 0x4E0D, text.at(open + 2) == 0x542B,  // 不含
            let close = text[open...].firstIndex(where: { $0.halfwidth == 0x29 })
        else { return noun }
        return String(scalars: text[start...close])
    }

    private static func category(of caption: [Token], _ lexicon: Lexicon) -> String? {
        if caption.contains(where: { lexicon.noun($0)?.category == "teacher" }) { return "teacher" }
        return caption.last { lexicon.saysMore($0) }.flatMap(lexicon.noun)?.category
    }

    private func unitCell(_ row: Int, _ header: TableColumn) -> [UInt32]? {
        let cells = table.rows[row].cells
        let column = columns.indices.last { columns[$0].isUnit && columns[$0].block == header.block } ?? columns.firstIndex(where: \.isUnit)
        return column.flatMap { cells.indices.contains($0) ? cells[$0].passage.text.halfwidth : nil }
    }

    private func unit(_ row: Int, _ header: TableColumn, _ label: StatedUnit?, _ place: inout RowPlace) -> StatedUnit? {
        if let unit = header.unit { return unit }
        if header.isPercent { return percent }
        if place.unit?.block != header.block { place.unit = (header.block, unitCell(row, header).flatMap(words.unit(ofCell:))) }
        return place.unit?.stated ?? label ?? captionUnit
    }

    private func yearCell(_ row: Int, _ header: TableColumn) -> String? {
        let cells = table.rows[row].cells
        return columns.indices.last { columns[$0].isYear && columns[$0].block == header.block && cells.indices.contains($0) }.flatMap {
            TableWords.year(cells[$0].passage.text)
        }
    }

    /// The header of a generic column (比例) with the noun of the nearest column before it.
    private func completed(_ column: Int) -> String {
        let own = columns[column].title
        guard
            let before = columns[..<column].last(where: { !$0.isGeneric && !$0.isLabel && !$0.isSerial && !$0.isUnit && !$0.title.isEmpty })
        else { return own }
        return run.lexicon.withoutCountEnding(before.title) + own
    }

    /// Says something, and no percentage.
    private static func isPlain(_ cell: Table.Cell) -> Bool { cell.passage.text.last.map { $0 != 0x25 } ?? false }

    private func columnIsMostlyPlain(_ column: Int, except row: Int) -> Bool {
        plainCells[column] > (TableReader.isPlain(table.rows[row].cells[column]) ? 1 : 0)
    }

    private func countsPeople(_ words: Words, _ measure: String) -> Bool {
        if run.lexicon.namesRate(measure) { return false }
        return measure.hasSuffix("人数")
            || words.last(where: { $0.term >= 0 && run.lexicon.terms[$0.term].category != nil })
                .map { run.lexicon.terms[$0.term].isPerson } ?? false
    }
}

/// The numerals of a table's cells, found once for all that ask.
struct TableNumbers {
    private let cells: [[(numerals: [Numeral], isNumber: Bool)]]

    init(_ table: Table, _ scanner: NumeralScanner) {
        cells = table.rows.map { row in
            row.cells.map { cell in
                guard !cell.passage.text.isEmpty else { return ([], false) }
                let numerals = scanner.scan(cell.passage)
                return (numerals, TableNumbers.isNumber(cell.passage, numerals))
            }
        }
    }

    func numerals(_ row: Int, _ column: Int) -> [Numeral] { cells[row][column].numerals }

    /// The cell is a number (with unit and bound) and nothing else.
    func isNumber(_ row: Int, _ column: Int) -> Bool { cells[row][column].isNumber }

    private static func isNumber(_ cell: Passage, _ numerals: [Numeral]) -> Bool {
        guard let first = numerals.first, first.value != nil else { return false }
        let covered = max(first.end, first.outerEnd) - min(first.start, first.outerStart)
        var said = cell.text[...]
        if numerals.count > 1 {
            guard let open = said.firstIndex(where: { $0.halfwidth == 0x28 }), said.last?.halfwidth == 0x29, numerals[1].start > open else {
                return false
            }
            said = said[..<open]
        }
        return covered >= said.count { !$0.isBlank }
    }
}
