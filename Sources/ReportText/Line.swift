// One line of a document and what its looks alone say of it.

import Vocabulary

/// A line of the document with what can be told without its neighbours.
struct Line {
    enum Look {
        case blank
        /// Markdown `#` marks: how many.
        case marked(UInt8)
        case tableRow
        /// `---|---` under a table's header, or a rule.
        case rule
        case contents
        case caption
        case furniture
        case listItem
        case quote
        case comment
        case text
    }

    // A large document has millions of lines, so each is kept small.
    private let start: Int32
    private let end: Int32
    private let place: Int32
    private let columns: Int32
    private let words: Int32
    var look: Look
    /// Two blanks, or a wide one, stand in it: it may be a row of columns.
    let hasGap: Bool
    /// A full stop stands in it before a blank.
    let hasStopBeforeBlank: Bool
    /// A long dash stands in it.
    let hasDash: Bool

    /// The line without blanks at either end.
    var range: Range<Int> { Int(start)..<Int(end) }
    /// 1-based.
    var number: Int { Int(place) }
    /// Columns on a page: a Han or fullwidth character takes two.
    var width: Int { Int(columns) }
    /// Where the words start, after `#`, list and ornament marks.
    var body: Int { Int(words) }

    /// The lines of a document; a line ends with LF, CR, CRLF or a form feed.
    static func all(in text: [UInt32]) -> [Line] { all(in: text, text.indices, from: 1) }

    /// The lines of a part of it, whose first has this number.
    static func all(in text: [UInt32], _ range: Range<Int>, from number: Int) -> [Line] {
        var lines: [Line] = []
        var start = range.lowerBound
        var i = start
        while i <= range.upperBound {
            let atEnd = i == range.upperBound
            if atEnd || text[i] <= 0x0D && (text[i] == 0x0A || text[i] == 0x0D || text[i] == 0x0C) {
                if !atEnd || start < i { lines.append(Line(text, start..<i, number: lines.count + number)) }
                if !atEnd, text[i] == 0x0D, i + 1 < range.upperBound, text[i + 1] == 0x0A { i += 1 }
                start = i + 1
            }
            i += 1
        }
        return lines
    }

    init(_ text: [UInt32], _ full: Range<Int>, number: Int) {
        var low = full.lowerBound
        var high = full.upperBound
        while low < high, text[low].isBlank { low += 1 }
        while high > low, text[high - 1].isBlank { high -= 1 }
        var width = 0
        var gap = false
        var stopBeforeBlank = false
        var dash = false
        var wasBlank = false
        var wasStop = false
        for i in low..<high {
            let scalar = text[i]
            if scalar > 0x3002, scalar != 0xFEFF {
                width += 2
                wasBlank = false
                wasStop = false
                continue
            }
            width += scalar < 0x2E80 ? 1 : 2
            dash = dash || scalar == 0x2014
            let isBlank = scalar.isBlank
            if isBlank {
                gap = gap || wasBlank || scalar == 0x09 || scalar == 0x3000
                stopBeforeBlank = stopBeforeBlank || wasStop
            }
            wasBlank = isBlank
            wasStop = scalar == 0x3002
        }
        hasGap = gap
        hasStopBeforeBlank = stopBeforeBlank
        hasDash = dash
        let body: Int
        (look, body) = Line.look(text, low..<high)
        start = Int32(low)
        end = Int32(high)
        place = Int32(number)
        columns = Int32(width)
        words = Int32(body)
    }

    /// Ends with a mark after which no sentence goes on.
    func isTerminated(_ text: [UInt32]) -> Bool {
        var i = range.upperBound - 1
        while i > range.lowerBound, Line.closers.contains(text[i]) { i -= 1 }
        return text[i].endsSentence || text[i] == 0xFF1B || text[i] == 0xFF1A || text[i] == 0x3A || text[i] == 0x3B
    }

    /// A full stop stands in it.
    func hasSentenceEnd(_ text: [UInt32]) -> Bool { text[range].contains { $0 == 0x3002 || $0 == 0xFF1B } }

    private static let closers = ScalarSet([0x201D, 0x2019, 0x29, 0xFF09, 0x300D, 0x300F, 0x3011, 0x2A, 0x22])

    private static func look(_ text: [UInt32], _ range: Range<Int>) -> (Look, Int) {
        let (low, high) = (range.lowerBound, range.upperBound)
        guard low < high else { return (.blank, low) }
        let first = text[low]
        if first == 0x23 {  // #
            var i = low
            while i < high, text[i] == 0x23 { i += 1 }
            if i - low <= 6, i == high || text[i].isBlank {
                let body = skipOrnaments(text, i..<high)
                return isNumberOnly(text, body..<high) ? (.furniture, body) : (.marked(UInt8(i - low)), body)
            }
        }
        if isContents(text, range) { return (.contents, low) }
        if first == 0x7C { return (isRule(text, range) ? .rule : .tableRow, low) }  // |
        if isRule(text, range) { return (.rule, low) }
        if isNumberOnly(text, range) || isPicture(text, range) { return (.furniture, low) }
        if isCaption(text, range) { return (.caption, low) }
        if first == 0x3E { return (.quote, skipOrnaments(text, (low + 1)..<high)) }  // >
        var body = low
        while body < high, text[body] == 0x2A || text[body].isBlank { body += 1 }
        if body < high, text[body] == 0x3010 { return (.comment, low) }  // 【
        if high - low > 2, first == 0x2D || first == 0x2A || first == 0x2B || first == 0x2022 || first == 0xB7, text[low + 1].isBlank {
            return (.listItem, low + 2)
        }
        return (.text, skipOrnaments(text, range))
    }

    /// A title, a leader of dots and a page number.
    private static func isContents(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        guard let (leader, page) = contentsParts(text, range) else { return false }
        return leader > range.lowerBound && page < range.upperBound
    }

    /// Where the leader and where the page number of a contents entry start, or nil when the line is none.
    static func contentsParts(_ text: [UInt32], _ range: Range<Int>) -> (leader: Int, page: Int)? {
        var page = range.upperBound
        while page > range.lowerBound, text[page - 1].halfwidth.isDigit { page -= 1 }
        guard page < range.upperBound, range.upperBound - page <= 4 else { return nil }
        var leader = page
        var dots = 0
        while leader > range.lowerBound {
            let scalar = text[leader - 1]
            if scalar == 0x2E || scalar == 0xB7 || scalar == 0x2022 || scalar == 0xFF0E {
                dots += 1
            } else if scalar == 0x2026 {
                dots += 3
            } else if !scalar.isBlank {
                break
            }
            leader -= 1
        }
        return dots >= 3 && leader > range.lowerBound ? (leader, page) : nil
    }

    /// `55`, `—8—`, `- 8 -`, `第 8 页`.
    private static func isNumberOnly(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        guard range.count <= 12 else { return false }
        var digits = 0
        for i in range {
            switch text[i].halfwidth {
            case 0x30...0x39: digits += 1
            // - – — ― / ~ · | 第 页 共 [ ]
            case 0x2D, 0x2013, 0x2014, 0x2015, 0x2F, 0x7E, 0xB7, 0x7C, 0x7B2C, 0x9875, 0x5171, 0x5B, 0x5D: break
            default: if !text[i].isBlank { return false }
            }
        }
        return digits > 0 && digits <= 8
    }

    private static func isPicture(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        range.count > 4 && text[range.lowerBound] == 0x21 && text[range.lowerBound + 1] == 0x5B && text[range.upperBound - 1] == 0x29
    }

    private static func isRule(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        var dashes = 0
        for i in range {
            switch text[i] {
            case 0x2D, 0x3D, 0x5F, 0x2A: dashes += 1
            case 0x7C, 0x3A, 0x2B: break
            default: if !text[i].isBlank { return false }
            }
        }
        return dashes >= 3
    }

    /// 图5 …, 表 9 …, 表2-1 …: at most a line long.
    private static func isCaption(_ text: [UInt32], _ range: Range<Int>) -> Bool {
        guard range.count <= 60, text[range.lowerBound] == 0x56FE || text[range.lowerBound] == 0x8868 else { return false }
        var i = range.lowerBound + 1
        while i < range.upperBound, text[i].isBlank { i += 1 }
        guard i < range.upperBound, text[i].halfwidth.isDigit || chineseDigits.contains(text[i]) else { return false }
        return !text[range].contains { $0 == 0x3002 || $0 == 0xFF0C }
    }

    private static func skipOrnaments(_ text: [UInt32], _ range: Range<Int>) -> Int {
        var i = range.lowerBound
        while i < range.upperBound, text[i].isBlank || ornaments.contains(text[i]) { i += 1 }
        return i
    }

    private static let ornaments = ScalarSet("】◎▶►●■◆★☆○□◇▲△※➢➤✦✎❖".unicodeScalars.map(\.value))
    static let chineseDigits: Set<UInt32> = Set("一二三四五六七八九十百零〇".unicodeScalars.map(\.value))
}
