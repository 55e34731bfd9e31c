// Headings in the same paragraph as the text below them: 五、国内贸易 全年社会消费品零售总额…, as pages show that lost their line ends.

import Vocabulary

/// A heading within a text, and how deep it stands.
struct RunInHeading: Equatable {
    /// The heading without blanks at either end.
    var range: Range<Int>
    /// As in `HeadingNumber`; headings without a number stand below all with one.
    var rank: Int

    /// More characters are no heading.
    private static let longest = 24
    /// The rank of a heading without a number.
    static let unnumbered = 80

    /// The headings in `text[range]`: where it starts, where one ends, and where a sentence ends before a blank.
    /// - Parameters:
    ///   - lead: where the words end that are set in bold at the start, if any are.
    ///   - hasStopBeforeBlank: false where it is known that no sentence ends before a blank.
    static func all(in text: [UInt32], _ range: Range<Int>, lead: Int? = nil, hasStopBeforeBlank: Bool = true) -> [RunInHeading] {
        guard range.count > 8 else { return [] }
        var found: [RunInHeading] = []
        var start = skipBlanks(text, range.lowerBound, range.upperBound)
        if let lead, let heading = boldHeading(in: text, start..<range.upperBound, end: lead) {
            found.append(heading)
            start = skipBlanks(text, lead, range.upperBound)
        }
        while start < range.upperBound {
            if let heading = heading(in: text, start..<range.upperBound) {
                found.append(heading)
                start = skipBlanks(text, heading.range.upperBound, range.upperBound)
                continue
            }
            guard hasStopBeforeBlank else { break }
            var i = start
            while i + 1 < range.upperBound, text[i] != 0x3002 || !text[i + 1].isBlank { i += 1 }
            guard i + 1 < range.upperBound else { break }
            start = skipPageMark(text, skipBlanks(text, i + 1, range.upperBound), range.upperBound)
        }
        return found
    }

    /// —12—: the number of a page that ends in the text stands before what opens the next.
    private static func skipPageMark(_ text: [UInt32], _ start: Int, _ end: Int) -> Int {
        func isDash(_ i: Int) -> Bool { i < end && (text[i] == 0x2014 || text[i] == 0x2D || text[i] == 0x2013) }
        guard isDash(start) else { return start }
        var i = skipBlanks(text, start + 1, end)
        let digits = i
        while i < end, text[i].halfwidth.isDigit { i += 1 }
        guard i > digits, i - digits <= 3 else { return start }
        i = skipBlanks(text, i, end)
        return isDash(i) ? skipBlanks(text, i + 1, end) : start
    }

    /// The heading that the text starts with, and after which a sentence starts.
    private static func heading(in text: [UInt32], _ range: Range<Int>) -> RunInHeading? {
        // 第 （ ( or a Chinese number, else the words themselves.
        let number = HeadingNumber.parse(text, range)
        guard number.map({ !$0.couldBeDecimal }) ?? text[range.lowerBound].isHan else { return nil }
        // 1. stands before items of a list too: 1.新建专业 3个.
        let isItem = number.map { $0.rank > 50 } ?? false
        var i = skipBlanks(text, number?.end ?? range.lowerBound, range.upperBound)
        let limit = min(range.upperBound, i + longest)
        var han = 0
        while i < limit {
            if text[i].isBlank {
                let next = skipBlanks(text, i, range.upperBound)
                if isItem {
                    guard han > 3, next < range.upperBound, text[next].isHan || Openings.shared.start(text, next),
                        clauseHasDigit(text, next..<range.upperBound), text[next..<range.upperBound].contains(0x3002)
                    else { return nil }
                    return RunInHeading(range: range.lowerBound..<i, rank: number?.rank ?? unnumbered)
                }
                if han > 1, next < range.upperBound,
                    Openings.shared.start(text, next) || number != nil && clauseHasDigit(text, next..<range.upperBound)
                        || number != nil && heading(in: text, next..<range.upperBound) != nil
                {
                    return RunInHeading(range: range.lowerBound..<i, rank: number?.rank ?? unnumbered)
                }
                // 综 合 is a word whose characters are set apart; other words without a number go no further.
                guard number != nil, han < 2 else { return nil }
                i = next
                continue
            }
            if number != nil, !isItem, han > 1, Openings.shared.startPlainly(text, i), clauseHasDigit(text, i..<range.upperBound) {
                return RunInHeading(range: range.lowerBound..<i, rank: number?.rank ?? unnumbered)
            }
            guard text[i].isHan || text[i] == 0x3001 || text[i].halfwidth == 0x28 || text[i].halfwidth == 0x29 else { return nil }
            if text[i].isHan { han += 1 }
            i += 1
        }
        return nil
    }

    /// The bold words at the start of a paragraph are its heading where they have a heading's number, or a new sentence starts after them.
    private static func boldHeading(in text: [UInt32], _ range: Range<Int>, end: Int) -> RunInHeading? {
        var last = min(end, range.upperBound)
        while last > range.lowerBound, text[last - 1].isBlank { last -= 1 }
        let next = skipBlanks(text, end, range.upperBound)
        guard last - range.lowerBound >= 2, last - range.lowerBound <= 2 * longest, next < range.upperBound,
            text[next...].prefix(range.upperBound - next).contains(0x3002)
        else { return nil }
        let number = HeadingNumber.parse(text, range.lowerBound..<last)
        // 一是…，二是…, 声明：, 12家: what bold words stress is no heading.
        let words = text[(number?.end ?? range.lowerBound)..<last]
        guard !words.isEmpty, words.allSatisfy({ $0.isHan || $0 == 0x3001 || $0.isBlank || $0.halfwidth == 0x28 || $0.halfwidth == 0x29 }),
            text[next].isHan || text[next].isDigit || text[next] == 0x201C, number != nil || Openings.shared.start(text, next)
        else { return nil }
        return RunInHeading(range: range.lowerBound..<last, rank: number?.rank ?? unnumbered)
    }

    /// A number stands before the first mark between clauses.
    private static func clauseHasDigit(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        for i in range {
            let scalar = text[i].halfwidth
            if scalar.isDigit { return true }
            if scalar == 0x3002 || scalar == 0x2C || scalar == 0x3B || scalar == 0x3A { return false }
        }
        return false
    }

    private static func skipBlanks(_ text: [UInt32], _ start: Int, _ end: Int) -> Int {
        var i = start
        while i < end, text[i].isBlank { i += 1 }
        return i
    }
}

extension Structure {
    /// Adds a paragraph of these lines; headings within it open sections of their own. False, and nothing is added, when there are none.
    mutating func addWithHeadings(_ lines: [Line]) -> Bool {
        let headings = lines.map { RunInHeading.all(in: source, $0.range, hasStopBeforeBlank: $0.hasStopBeforeBlank) }
        guard headings.contains(where: { !$0.isEmpty }) else { return false }
        var ranges: [Range<Int>] = []
        var number = 1
        func ink(_ range: Range<Int>) -> Range<Int> {
            var range = range
            while !range.isEmpty, source[range.lowerBound].isBlank { range = (range.lowerBound + 1)..<range.upperBound }
            while !range.isEmpty, source[range.upperBound - 1].isBlank { range = range.lowerBound..<(range.upperBound - 1) }
            return range
        }
        func take(_ range: Range<Int>, _ line: Line) {
            let range = ink(range)
            if range.isEmpty { return }
            if ranges.isEmpty { number = line.number }
            ranges.append(range)
        }
        func paragraph() -> Passage? {
            defer { ranges = [] }
            return ranges.isEmpty ? nil : Passage(kind: .paragraph, section: nil, line: number, ranges: ranges, in: source)
        }
        for (line, headings) in zip(lines, headings) {
            var start = line.range.lowerBound
            for heading in headings {
                take(start..<heading.range.lowerBound, line)
                if let before = paragraph() { add(before) }
                addHeading(
                    Passage(kind: .heading, section: nil, line: line.number, range: heading.range, in: source), rank: heading.rank)
                start = heading.range.upperBound
            }
            take(start..<line.range.upperBound, line)
        }
        if let rest = paragraph() { add(rest) }
        return true
    }

    /// The same for a paragraph of a page.
    mutating func addWithHeadings(_ joined: JoinedText, lead: Int?, line: Int) -> Bool {
        let headings = RunInHeading.all(in: joined.text, joined.text.indices, lead: lead)
        guard !headings.isEmpty else { return false }
        var start = 0
        func part(_ end: Int) -> JoinedText? {
            let part = joined.part(start..<end)
            return part.isEmpty ? nil : part
        }
        for heading in headings {
            if let before = part(heading.range.lowerBound) { add(Passage(kind: .paragraph, section: nil, line: line, before)) }
            addHeading(Passage(kind: .heading, section: nil, line: line, joined.part(heading.range)), rank: heading.rank)
            start = heading.range.upperBound
        }
        if let rest = part(joined.text.count) { add(Passage(kind: .paragraph, section: nil, line: line, rest)) }
        return true
    }
}

/// Words that the first sentence below a heading starts with: seeds/cues.csv, uses paragraph_start and year_start.
private struct Openings {
    private var words: [[UInt32]] = []
    private var plain: [[UInt32]] = []

    static let shared = Openings()

    private init() {
        guard let table = try? SeedTable.embedded("cues") else { return }
        for row in table.rows {
            let term = table.value(row, "term").unicodeScalars.map(\.value)
            switch table.value(row, "use") {
            case "year_start":
                words.append(term)
                plain.append(term)
            case "paragraph_start": words.append(term)
            default: break
            }
        }
    }

    /// Such a word stands there, or a year.
    func start(_ text: [UInt32], _ index: Int) -> Bool {
        if text[index].isDigit, text.count > index + 4, text[index + 4] == 0x5E74, text[index..<(index + 4)].allSatisfy(\.isDigit) {
            return true
        }
        return words.contains { text[index...].starts(with: $0) }
    }

    /// One stands there that starts a sentence also where no blank is before it.
    func startPlainly(_ text: [UInt32], _ index: Int) -> Bool { plain.contains { text[index...].starts(with: $0) } }
}
