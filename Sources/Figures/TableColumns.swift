// What the header of a table says of each column, and what a label's words say apart from their number, unit and time.
import Numerals
import ReportText

/// A unit said once for many cells.
typealias StatedUnit = (unit: String, kind: UnitKind, power: Int)

/// A column of a table.
struct TableColumn {
    /// The words of the header from the outermost row to the innermost, without units and times.
    var title: String
    /// The words as they are.
    var fullTitle = ""
    /// Names the rows.
    var isLabel = false
    /// Serial numbers, codes, telephone numbers: no quantities.
    var isSerial = false
    var isUnit = false
    /// Years, one a row.
    var isYear = false
    /// A year or date in the header.
    var period: String?
    var unit: StatedUnit?
    /// 比例, 人数 alone: completed by the header before it.
    var isGeneric = false
    /// 比上年增长: in percent where nothing else is said.
    var isPercent = false
    /// 涨跌幅度: a change, though no word of change says so.
    var isChange = false
    /// 行业: the rows are branches of the economy.
    var isIndustry = false
    /// Tables can stand side by side: the first column of the one that this column belongs to.
    var block = 0
}

/// Reads headers, labels and captions of tables. A class: it is handed to every reading of a table.
final class TableWords {
    let run: ExtractionRun
    private let lexicon: Lexicon

    init(run: ExtractionRun) {
        self.run = run
        lexicon = run.lexicon
    }

    /// Columns right of this many are not read as columns: each is compared with others.
    private static let widest = 256
    /// The longest header or label, in characters; the words of one stand in each of its figures.
    private static let longest = 200

    /// The columns of a table.
    func columns(_ table: Table, _ numbers: TableNumbers) -> [TableColumn] {
        var columns = (0..<min(table.width, TableWords.widest)).map { column($0, table, numbers) }
        // 指标 | 数值 | 指标 | 数值: the same label header again starts another table.
        guard let first = columns.firstIndex(where: \.isLabel), !columns[first].fullTitle.isEmpty else { return columns }
        var block = 0
        for index in columns.indices {
            if index > first, columns[index].isLabel, columns[index].fullTitle == columns[first].fullTitle { block = index }
            columns[index].block = block
        }
        return columns
    }

    private func column(_ index: Int, _ table: Table, _ numbers: TableNumbers) -> TableColumn {
        var parts: [String] = []
        var said: [String] = []
        var column = TableColumn(title: "")
        var headers = table.header.compactMap { $0.cells.indices.contains(index) ? $0.cells[index].string : nil }
        // A header of the only column that needs one can stand as a line above the table.
        if table.header.isEmpty, table.width == 2, index == 1, let note = table.notes.last { headers = [note] }
        for header in headers {
            let part = TableWords.joined(header)
            guard !part.isEmpty, part != said.last else { continue }
            said.append(part)
            if let unit = unit(in: part) { column.unit = unit }
            if lexicon.isValueHeader(TableWords.withoutBrackets(part)) { continue }
            let (rest, period, _) = withoutTime(TableWords.withoutBrackets(part))
            column.period = period ?? column.period
            let bare = TableWords.withoutUnitSign(rest)
            if !lexicon.isValueHeader(bare) { parts.append(bare) }
        }
        column.title = parts.joined()
        column.fullTitle = said.joined()
        let last = parts.last ?? ""
        column.isUnit = lexicon.isUnitHeader(column.title)
        column.isGeneric = lexicon.isGenericHeader(column.title)
        column.isPercent = column.unit == nil && lexicon.isPercentHeader(last)
        column.isChange = lexicon.isChangeHeader(column.title)
        column.isIndustry = lexicon.isIndustryHeader(column.title)
        readCells(index, table, numbers, &column)
        return column
    }

    /// What the cells of a column are, as far as they look alike.
    private func readCells(_ index: Int, _ table: Table, _ numbers: TableNumbers, _ column: inout TableColumn) {
        var filled = 0
        var numeric = 0
        var years = 0
        var previous: Int?
        var counts = true
        let isTitled = lexicon.isSerialHeader(column.title)
        for row in table.rows.indices where table.rows[row].cells.indices.contains(index) && !table.isGroupRow(row) {
            let cell = table.rows[row].cells[index].passage
            guard !TableWords.isNothing(cell.text) else { continue }
            filled += 1
            if TableWords.year(cell.text) != nil { years += 1 }
            guard numbers.isNumber(row, index) else {
                counts = false
                continue
            }
            numeric += 1
            let number = counts ? TableWords.serial(cell.text) : nil
            if number == nil || previous.map({ $0 &+ 1 != number && !(isTitled && $0 == number) }) ?? false { counts = false }
            previous = number
        }
        column.isLabel = !column.isUnit && numeric * 2 < max(filled, 1)
        column.isSerial = lexicon.isCodeHeader(column.title) || counts && numeric > 0 && index == 0 && (column.title.isEmpty || isTitled)
        column.isYear = filled > 0 && years == filled && (lexicon.isYearHeader(column.title) || index == 0 && column.period == nil)
        if column.isYear { column.isLabel = false }
    }

    /// A whole number of no more than nine digits, and nothing else.
    private static func serial(_ text: [UInt32]) -> Int? {
        guard (1...9).contains(text.count) else { return nil }
        var number = 0
        for scalar in text {
            guard scalar.isDigit else { return nil }
            number = number * 10 + Int(scalar - 0x30)
        }
        return number
    }

    // MARK: Words

    typealias Label = (words: String, isPart: Bool, isNearest: Bool)

    func tokens(_ words: String) -> [Token] { tokens(words.unicodeScalars.map(\.value.halfwidth)) }

    /// - Parameter text: fullwidth forms made ASCII.
    func tokens(_ text: [UInt32]) -> [Token] {
        let numerals = run.extractor.scanner.scan(text, kind: .tableRow)
        return Tokenizer(lexicon: lexicon, text: text, numerals: numerals, names: run.names).tokens(
            0..<text.count, firstNumeral: 0)
    }

    /// 产量: says what and not of what.
    func isAttribute(_ title: String) -> Bool {
        let tokens = tokens(title)
        return tokens.count == 1 && tokens.allSatisfy { lexicon.isAttribute(title.unicodeScalars.map(\.value.halfwidth), $0) }
    }

    /// The period that words state: of two times the first (2025年比2024年).
    func period(_ words: String) -> String? {
        if let year = TableWords.year(words) { return year }
        let times = tokens(words).filter { $0.kind == .time && $0.time?.from.year != nil }
        return times.first.flatMap { run.period([$0]) }
    }

    /// The year or years of a table's numbers by a line that says where they are from: 数据来源：某校2013-2014学年数据平台. A date is that
    /// of a publication, and so may be what stands in the title of a book; of several years none is meant.
    func yearOfSource(_ line: [UInt32]) -> String? {
        guard let colon = line.firstIndex(where: { $0.halfwidth == 0x3A }),
            lexicon.isSourceLabel(String(scalars: line[..<colon])), !line.contains(0x300A)  // 《
        else { return nil }
        let tokens = tokens(line[colon...].prefix(TableWords.longest).map(\.halfwidth))
        let times = tokens.filter { $0.kind == .time && $0.time?.from.year != nil }
        guard times.count == 1, let time = times.first, time.time?.from.month == nil else { return nil }
        return run.period([time])
    }

    /// Words without the time they start or end with, and the time; and, where all of them are left, their tokens.
    func withoutTime(_ words: String) -> (words: String, period: String?, tokens: [Token]?) {
        if let year = TableWords.year(words) { return ("", year, nil) }
        let text = words.unicodeScalars.map(\.value.halfwidth)
        let all = tokens(text)
        guard let time = all.first(where: { $0.kind == .time }) else { return (words, nil, all) }
        let period = all.first { $0.kind == .time && $0.time?.from.year != nil }.flatMap { run.period([$0]) }
        let start = time.start
        var end = time.end
        if end < text.count, text[end] == 0x672B { end += 1 }  // 末
        guard start == 0 || end == text.count else { return (words, period, all) }
        let scalars = Array(words.unicodeScalars.map(\.value))
        return (String(scalars: (scalars[..<start] + scalars[end...])[...]), period, nil)
    }

    /// （万元）, 单位：万元, 比上年增长（%）, 增长%: a unit said for other cells; of several the first.
    func unit(in words: String) -> StatedUnit? {
        guard words.unicodeScalars.contains(where: { TableWords.isUnitMark($0.value.halfwidth) }) else { return nil }
        let text = words.unicodeScalars.map(\.value.halfwidth).filter { !$0.isBlank }
        if let close = text.lastIndex(of: 0x29), let open = text[..<close].lastIndex(of: 0x28),
            let unit = unit(named: text[(open + 1)..<close])
        {
            return unit
        }
        if let last = text.last, last == 0x25 || last == 0x2030 { return run.extractor.scanner.unit(named: [last]) }
        guard let colon = text.firstIndex(of: 0x3A), lexicon.isUnitHeader(String(scalars: text[..<colon].drop { $0 == 0x28 })) else {
            return nil
        }
        return unit(named: text[(colon + 1)...])
    }

    /// ) % ‰ : – one of them stands where a unit is said.
    private static func isUnitMark(_ scalar: UInt32) -> Bool {
        scalar == 0x29 || scalar == 0x25 || scalar == 0x2030 || scalar == 0x3A
    }

    /// What a cell of a unit column says, also where the unit is not in the table of units: 万千伏安.
    func unit(ofCell words: [UInt32]) -> StatedUnit? {
        if let unit = run.extractor.scanner.unit(named: words) { return unit }
        guard !TableWords.isNothing(words), words.count <= 8, words.allSatisfy({ $0.isHan || $0.isLatinLetter || $0 == 0x2F || $0.isBlank })
        else { return nil }
        // A unit that is known says what the magnitude before it is worth: 万个 is 10000.
        guard let first = words.first, words.count > 1, let known = run.extractor.scanner.unit(named: [first, 0x4E2A]), known.power > 0
        else {
            return (String(scalars: words[...]), .count, 0)
        }
        return (String(scalars: words.dropFirst()), .count, known.power)
    }

    private func unit(named words: ArraySlice<UInt32>) -> StatedUnit? {
        var inside = words
        if let colon = inside.lastIndex(of: 0x3A) { inside = inside[(colon + 1)...] }
        for part in inside.split(whereSeparator: { $0 == 0x3001 || $0 == 0x2C || $0 == 0x3B || $0 == 0x29 }) {
            if let unit = run.extractor.scanner.unit(named: Array(part)) { return unit }
        }
        // 尿素（折含氮100%）: a percentage, and no unit.
        if let last = inside.last, last == 0x25 || last == 0x2030, !(inside.dropLast().last?.isDigit ?? false) {
            return run.extractor.scanner.unit(named: [last])
        }
        return nil
    }

    /// A label without its numbering, its unit in brackets and the mark at its end, and whether it is said to be part of a row above (其中),
    /// of the nearest (#).
    func label(_ words: String) -> Label {
        var text = Array(TableWords.joined(words).unicodeScalars.map(\.value))
        if let number = HeadingNumber.parse(text, text.indices), number.end < text.count, !(text[number.end - 1].isDigit) {
            text.removeFirst(number.end)
        }
        while let last = text.last, last.isBlank || last.halfwidth == 0x3A { text.removeLast() }
        while let first = text.first, first.isBlank { text.removeFirst() }
        var isPart = false
        let isNearest = text.first?.halfwidth == 0x23
        while let cue = lexicon.partLabels.first(where: { text.count > $0.count && text.starts(with: $0) }) {
            text.removeFirst(cue.count)
            while let first = text.first, first.isBlank || first.halfwidth == 0x3A { text.removeFirst() }
            isPart = true
        }
        text.removeLast(text.footnoteMark)
        let said = String(scalars: text[...])
        return (unit(in: said) == nil ? said : TableWords.withoutBrackets(said), isPart, isNearest)
    }

    // MARK: Characters

    /// Cell text without blanks that only set Chinese characters apart: 指 标.
    static func joined(_ words: String) -> String {
        if words.utf8.count <= longest, !words.unicodeScalars.contains(where: { $0.value.isBlank }) { return words }
        var kept: [UInt32] = []
        var blanks: [UInt32] = []
        for scalar in words.unicodeScalars.lazy.map(\.value) where kept.count < longest {
            if scalar.isBlank {
                blanks.append(scalar)
                continue
            }
            if let last = kept.last, last < 0x2E80, scalar < 0x2E80 { kept += blanks }
            blanks = []
            kept.append(scalar)
        }
        return String(scalars: kept.prefix(longest))
    }

    /// Empty, or a mark that says there is nothing: — / … *
    static func isNothing(_ text: [UInt32]) -> Bool { text.allSatisfy { $0.isBlank || nothing.contains($0.halfwidth) } }

    private static let nothing: Set<UInt32> = Set("—-–―−/…·.*~无".unicodeScalars.map(\.value))

    /// A caption without its number: 表 5：, 表2-1.
    static func withoutNumber(_ caption: String) -> String {
        let text = Array(caption.unicodeScalars.map(\.value))
        guard let first = text.first, first == 0x8868 || first == 0x56FE else { return caption }  // 表 图
        var end = 1
        while end < text.count, text[end].isBlank { end += 1 }
        let start = end
        while end < text.count, text[end].halfwidth.isDigit || text[end] == 0x2D || text[end] == 0x2E { end += 1 }
        // 表2024年…: a year, no number.
        guard end > start, end == text.count || text[end] != 0x5E74 else { return caption }
        while end < text.count, text[end].isBlank || text[end].halfwidth == 0x3A || text[end] == 0x3001 { end += 1 }
        return String(scalars: text[end...])
    }

    /// 2024, 2024年: the year that is all there is.
    static func year(_ words: String) -> String? { year(words.unicodeScalars.lazy.map(\.value)) }

    static func year(_ words: some Sequence<UInt32>) -> String? {
        var year = 0
        var digits = 0
        var isNamed = false
        for scalar in words where !scalar.isBlank {
            let scalar = scalar.halfwidth
            if scalar.isDigit, digits < 4 {
                year = year * 10 + Int(scalar - 0x30)
                digits += 1
            } else if scalar == 0x5E74, digits == 4, !isNamed {
                isNamed = true
            } else {
                return nil
            }
        }
        return digits == 4 && (1900...2100).contains(year) ? "\(year)" : nil
    }

    static func withoutBrackets(_ title: String) -> String {
        guard title.unicodeScalars.contains(where: { $0.value.halfwidth == 0x28 || $0.value.halfwidth == 0x29 }) else { return title }
        var depth = 0
        return String(
            String.UnicodeScalarView(
                title.unicodeScalars.filter { scalar in
                    if scalar == "（" || scalar == "(" { depth += 1 }
                    defer { if scalar == "）" || scalar == ")" { depth -= 1 } }
                    return depth == 0
                }))
    }

    /// 增长% and 增长±% without the signs.
    static func withoutUnitSign(_ title: String) -> String {
        var view = title.unicodeScalars[...]
        while let last = view.last, "%％‰±+-".unicodeScalars.contains(last) { view.removeLast() }
        return String(view)
    }
}
