// Lines become passages: wraps undone, headings nested, contents, captions and page furniture told apart, tables kept.

import Vocabulary

/// A report's text as passages and tables, in the order of the document.
public struct Structure: Sendable {
    public enum Item: Sendable {
        case passage(Passage)
        case table(Table)
    }

    public internal(set) var items: ItemList
    public private(set) var sections: [Section] = []
    /// The report's title: its first heading, with the ones right under it when the first is no more than a few characters.
    public private(set) var title: String?

    private var openSections: [(rank: Int, section: Int)] = []
    // A paragraph of some length, or a table, has been seen.
    private var hasBody = false
    private var hasOnlyHeadings = true
    /// No line before this one starts a table of aligned columns.
    var noTableBefore = 0
    /// Of tables that are kept as they are.
    var keptCells = 0
    /// The last table, for one that goes on with it.
    var lastTable: TableSummary?
    /// The number of the line that is the report's title, whatever follows it.
    private var titleLine: Int?
    let source: [UInt32]

    public init(_ text: ReportText) {
        source = text.scalars
        items = ItemList(of: text.scalars)
        if HTMLReader.accepts(source) { readHTML() } else { readLines() }
    }

    private mutating func readLines() {
        var lines = Line.all(in: source)
        Structure.markOpenTables(&lines, source)
        Structure.markCharts(&lines, source)
        let wrap = Structure.wrapWidth(lines, source)
        titleLine = findTitle(in: lines, wrap: wrap)
        var i = 0
        while i < lines.count {
            let line = lines[i]
            switch line.look {
            case .blank: i += 1
            case .rule, .furniture:
                add(.furniture, [line])
                i += 1
            case .contents:
                add(.contents, [line])
                i += 1
            case .caption:
                add(.caption, [line])
                i += 1
            case .marked(let marks):
                addHeading([line], rank: HeadingNumber.parse(source, line.body..<line.range.upperBound)?.rank ?? 10 + Int(marks))
                i += 1
            case .tableRow:
                var rows: [Line] = []
                while i < lines.count, lines[i].look.isTable {
                    rows.append(lines[i])
                    i += 1
                }
                addPipeTable(rows)
            case .listItem, .quote, .comment, .text:
                if let next = readTable(from: i, in: lines) {
                    i = next
                    continue
                }
                if case .text = line.look, let rank = headingRank(of: line, before: i + 1 < lines.count ? lines[i + 1] : nil, wrap: wrap) {
                    let end = title == nil && !hasBody ? titleEnd(from: i, in: lines) : i
                    addHeading([line] + (end > i ? [lines[end]] : []), rank: rank)
                    i = end + 1
                    continue
                }
                var joined = [line]
                i += 1
                var passed: [Line] = []
                // A line was broken behind a comma: those that follow can be set in.
                var isBroken = false
                while let next = continuation(after: joined[joined.count - 1], from: i, in: lines, wrap: wrap, isBroken: isBroken) {
                    isBroken =
                        isBroken
                        || endsInComma(joined[joined.count - 1]) && wrap.map { joined[joined.count - 1].width * 100 < $0 * 70 } ?? false
                    for line in lines[i..<next] { if case .furniture = line.look { passed.append(line) } }
                    joined.append(lines[next])
                    i = next + 1
                }
                add(line.look.passageKind, joined)
                for line in passed { add(.furniture, [line]) }
            }
        }
    }

    /// Tables without a `|` at either end of a row: known by the rule under their header.
    private static func markOpenTables(_ lines: inout [Line], _ text: [UInt32]) {
        func isOpenRow(_ line: Line) -> Bool {
            if case .text = line.look { return text[line.range].contains(0x7C) }
            return false
        }
        for i in lines.indices.dropFirst() {
            guard case .rule = lines[i].look, text[lines[i].range].contains(0x7C), isOpenRow(lines[i - 1]) else { continue }
            lines[i - 1].look = .tableRow
            var next = i + 1
            while next < lines.count, isOpenRow(lines[next]) {
                lines[next].look = .tableRow
                next += 1
            }
        }
    }

    /// Takes the items out, to be gone through once: each is gone from memory after its turn.
    public mutating func takeItems() -> ItemList.Queue { items.takeAll() }

    // MARK: Joining lines

    /// The width at which the document's lines were broken, or nil when each line is a paragraph.
    private static func wrapWidth(_ lines: [Line], _ text: [UInt32]) -> Int? {
        var widths: [Int] = []
        var all: [Int] = []
        for line in lines {
            guard case .text = line.look, line.width >= 30 else { continue }
            all.append(line.width)
            if line.width <= 240, !line.isTerminated(text) { widths.append(line.width) }
        }
        guard widths.count >= 3 else { return nil }
        widths.sort()
        let median = widths[widths.count / 2]
        let near = widths.filter { $0 * 100 >= median * 80 && $0 * 100 <= median * 120 }.count
        // Where many lines are longer than the others break off, no line was broken: the short ones are signatures and notes.
        let longer = all.count { $0 * 2 > median * 3 }
        return near * 100 >= widths.count * 60 && longer * 4 <= all.count ? median : nil
    }

    /// The index of the line that goes on where `line` breaks off, or nil. A blank line between is no end where
    /// the sentence is not at its end, and neither is the foot of a page with its number.
    private func continuation(after line: Line, from start: Int, in lines: [Line], wrap: Int?, isBroken: Bool) -> Int? {
        var next = start
        var blanks = 0
        let terminated = line.isTerminated(source)
        var pages = 0
        skipping: while next < lines.count {
            switch lines[next].look {
            case .blank: blanks += 1
            case .furniture where !terminated && pages < 2: pages += 1
            default: break skipping
            }
            next += 1
        }
        guard next < lines.count, case .text = lines[next].look else { return nil }
        let following = lines[next]
        if let number = HeadingNumber.parse(source, following.body..<following.range.upperBound) {
            // 3.5万平方米 where a full line broke off is a number of its sentence.
            guard number.couldBeDecimal, !terminated, let wrap, line.width * 100 >= wrap * 90 else { return nil }
        }
        // A converter that sets marks apart: no line starts with ， or ）, and one that does goes on with the next as its sentence does.
        if !terminated, blanks == 0, startsWithMark(following) || startsWithMark(line) { return next }
        // 公路旅客周转量 5.09 / 亿人公里: a number at the end of any line goes on with its unit.
        if !terminated, source[line.range.upperBound - 1].isDigit, following.body < following.range.upperBound,
            source[following.body].goesOnNumber
        {
            return next
        }
        // No paragraph ends in a comma.
        if !terminated, blanks == 0, endsInComma(line) { return next }
        if let wrap {
            let width = line.width + (isBroken ? indent(of: line) : 0)
            let full = width * 100 >= wrap * (terminated ? 96 : 70)
            return full ? next : nil
        }
        if terminated || blanks > 0 && endsTitle(line) { return nil }
        return line.width >= 60 || blanks == 0 && line.width >= 30 ? next : nil
    }

    private func endsInComma(_ line: Line) -> Bool {
        guard let last = source[line.range].last else { return false }
        return last == 0xFF0C || last == 0x3001  // ， 、
    }

    /// Blanks before the line, in columns.
    private func indent(of line: Line) -> Int {
        var place = line.range.lowerBound
        while place > 0, source[place - 1].isBlank, source[place - 1] != 0x0A { place -= 1 }
        return line.range.lowerBound - place
    }

    /// 、 ， 。 ） ” and the like.
    private func startsWithMark(_ line: Line) -> Bool {
        guard line.body < line.range.upperBound else { return false }
        switch source[line.body] {
        case 0x3001, 0x3002, 0xFF0C, 0xFF1B, 0xFF1A, 0xFF09, 0x201D, 0x300B: return true
        default: return false
        }
    }

    /// How deep the heading `line` stands, or nil when it is none.
    private func headingRank(of line: Line, before next: Line?, wrap: Int?) -> Int? {
        guard line.width <= 80, !line.hasSentenceEnd(source), !line.isTerminated(source) else { return nil }
        let last = source[line.range.upperBound - 1]
        guard last != 0xFF0C, last != 0x3001, last != 0x2C else { return nil }  // ， 、 ,
        if let number = HeadingNumber.parse(source, line.body..<line.range.upperBound) {
            return number.end < line.range.upperBound ? number.rank : nil
        }
        // 数据来源：…, 作者：…: a field and no heading.
        if source[line.range].contains(where: { $0.halfwidth == 0x3A }) { return nil }
        if line.number == titleLine { return 10 }
        guard line.width <= min(50, (wrap ?? 72) * 7 / 10) else { return nil }
        // Between a caption and its table stand units and headers.
        if !items.isEmpty, items.passage(items.count - 1)?.kind == .caption { return nil }
        // Before the body of a text only the first short line is a heading (the title): authors and publishers follow.
        if let next, case .blank = next.look { return sections.isEmpty ? 10 : hasBody ? 18 : nil }
        return nil
    }

    // MARK: Adding

    private mutating func add(_ kind: PassageKind, _ lines: [Line]) {
        guard let first = lines.first else { return }
        var ranges = lines.map(\.range)
        if kind == .listItem || kind == .quote { ranges[0] = first.body..<first.range.upperBound }
        if kind == .paragraph, ranges.reduce(0, { $0 + $1.count }) > 60 { hasBody = true }
        hasOnlyHeadings = false
        if kind == .paragraph, addWithHeadings(lines) { return }
        let pages = kind == .paragraph && lines.contains(where: \.hasDash) ? takePageNumbers(from: &ranges) : []
        defer { for page in pages { items.append(.furniture, section: currentSection, line: first.number, [page]) } }
        if ranges.count == 1, ranges[0].count > Structure.longestPassage {
            for part in parts(of: ranges[0]) { items.append(kind, section: currentSection, line: first.number, [part]) }
        } else {
            items.append(kind, section: currentSection, line: first.number, ranges)
        }
    }

    /// 增 —7— 长: where a converter left the number of a page between the words of a line, they are taken apart.
    /// - Returns: where the numbers with their marks stand, which are no longer in `ranges`.
    private func takePageNumbers(from ranges: inout [Range<Int>]) -> [Range<Int>] {
        var pages: [Range<Int>] = []
        ranges = ranges.flatMap { range in
            let found = source.pageNumbers(in: range)
            pages += found
            return range.without(found)
        }
        return pages
    }

    /// A line of more characters is no paragraph that someone wrote, and is read in parts.
    private static let longestPassage = 50_000

    /// A very long line in parts that end where a sentence does, or where the longest part would.
    private func parts(of line: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = line.lowerBound
        while line.upperBound - start > Structure.longestPassage {
            let limit = start + Structure.longestPassage
            let end = source[start..<limit].lastIndex { $0.endsSentence }.map { $0 + 1 } ?? limit
            parts.append(start..<end)
            start = end
        }
        parts.append(start..<line.upperBound)
        return parts
    }

    /// The title stands above the body: the first short line there that ends as titles do, else the first of all.
    private func findTitle(in lines: [Line], wrap: Int?) -> Int? {
        // A line as wide as the text's own is the start of a paragraph.
        let widest = min(50, (wrap ?? 72) * 7 / 10)
        var first: Int?
        var seen = 0
        for (i, line) in lines.enumerated() where seen < 12 {
            switch line.look {
            case .blank, .furniture, .rule: continue
            case .text: break
            case .comment, .listItem, .quote:
                seen += 1
                continue
            default: return first
            }
            guard line.width <= 80 else { return first }
            seen += 1
            if line.hasSentenceEnd(source) || line.isTerminated(source) { continue }
            if titleEnd(from: i, in: lines) > i || endsTitle(line) { return line.number }
            guard first == nil, line.width >= 8, line.width <= widest, !source[line.range].contains(0xFF0C) else { continue }
            if HeadingNumber.parse(source, line.body..<line.range.upperBound) == nil { first = line.number }
        }
        return first
    }

    private func endsTitle(_ line: Line) -> Bool {
        var title = source[line.range]
        // 执行情况的报告（摘要）
        if let last = title.last, last == 0xFF09 || last == 0x29, let open = title.lastIndex(where: { $0 == 0xFF08 || $0 == 0x28 }) {
            title = title[..<open]
        }
        return TitleEndings.shared.contains { title.suffix($0.count).elementsEqual($0) }
    }

    /// 2025年某市国民经济和社会发展 / 统计公报: the index of the short line that ends a title broken in two, or `start`.
    private func titleEnd(from start: Int, in lines: [Line]) -> Int {
        // A bracket left over from a page's buttons is no first half.
        guard !endsTitle(lines[start]), lines[start].width >= 6 else { return start }
        for next in lines.indices.dropFirst(start + 1).prefix(2) {
            if case .blank = lines[next].look { continue }
            guard case .text = lines[next].look, lines[next].width <= 40, endsTitle(lines[next]) else { return start }
            return next
        }
        return start
    }

    private mutating func addHeading(_ lines: [Line], rank: Int) {
        guard let line = lines.first else { return }
        let ranges = [line.body..<line.range.upperBound] + lines.dropFirst().map(\.range)
        addHeading(Passage(kind: .heading, section: nil, line: line.number, ranges: ranges, in: source), rank: rank)
    }

    /// Opens a section below those of a smaller rank.
    mutating func addHeading(_ passage: Passage, rank: Int) {
        while let last = openSections.last, last.rank >= rank { openSections.removeLast() }
        let text = splitTen(before: passage) + passage.string
        if title == nil, !hasBody, rank < RunInHeading.unnumbered, HeadingNumber.parse(passage.text, passage.text.indices) == nil {
            title = text
        } else if let known = title, hasOnlyHeadings, known.unicodeScalars.count < 8, known != text, TitleEndings.stand(in: passage.text) {
            title = known + " " + text
        }
        let range = passage.sourceRange(passage.text.indices)
        sections.append(
            Section(
                parent: openSections.last?.section, level: openSections.count + 1, title: text, start: range.lowerBound,
                end: range.upperBound))
        openSections.append((rank, sections.count - 1))
        var passage = passage
        passage.section = sections.count - 1
        items.append(.passage(passage))
    }

    /// 十 of 十一、, where a page has it at the end of the paragraph before.
    private func splitTen(before heading: Passage) -> String {
        let number = heading.text.prefix(2)
        guard number.last == 0x3001, let digit = number.first, Line.chineseDigits.contains(digit), digit != 0x5341, !items.isEmpty,  // 、 十
            let before = items.passage(items.count - 1)?.text.suffix(2), before.last == 0x5341, let mark = before.first,
            mark == 0x3002 || mark.isBlank
        else { return "" }
        return String(scalars: before.suffix(1))
    }

    /// Adds a passage under the open heading.
    mutating func add(_ passage: Passage) {
        var passage = passage
        passage.section = currentSection
        if passage.kind == .paragraph, passage.text.count > 60 { hasBody = true }
        if passage.kind != .furniture { hasOnlyHeadings = false }
        items.append(.passage(passage))
    }

    /// What follows stands below a body of text.
    mutating func noteTable() {
        hasBody = true
        hasOnlyHeadings = false
    }

    /// The open heading.
    var currentSection: Int? { openSections.last?.section }

    /// What the report says of itself it is called.
    mutating func setTitle(_ text: String?) {
        title = text
        if text != nil { hasOnlyHeadings = false }
    }
}

extension Line.Look {
    fileprivate var isTable: Bool {
        switch self {
        case .tableRow, .rule: true
        default: false
        }
    }

    var isRule: Bool { if case .rule = self { true } else { false } }

    fileprivate var passageKind: PassageKind {
        switch self {
        case .listItem: .listItem
        case .quote: .quote
        case .comment: .comment
        default: .paragraph
        }
    }
}

/// Words that titles of reports end in: seeds/cues.csv, use title_ending.
private enum TitleEndings {
    /// Some ending stands in the text: 2024年度 / 中国职业教育质量报告——….
    static func stand(in text: [UInt32]) -> Bool {
        shared.contains { ending in text.indices.contains { text[$0...].starts(with: ending) } }
    }

    static let shared: [[UInt32]] = {
        guard let table = try? SeedTable.embedded("cues") else { return [] }
        return table.rows.filter { table.value($0, "use") == "title_ending" }.map { table.value($0, "term").unicodeScalars.map(\.value) }
    }()
}
