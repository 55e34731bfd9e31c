// The numbering in front of a heading: 第三章, 一、, （一）, 1、, 1.1, (1).

/// The numbering at the start of a line.
public struct HeadingNumber: Sendable, Equatable {
    /// How deep such a number stands in Chinese reports (GB/T 9704—2012 orders 一、（一）1.（1）); smaller is further out.
    public let rank: Int
    /// The end of the number in the text given.
    public let end: Int
    /// Two numbers with a point between and words after: 3.5 in 3.5万人 and 3.5 万人 is written as 1.1 in 1.1师资 is.
    public let couldBeDecimal: Bool

    init(rank: Int, end: Int, couldBeDecimal: Bool = false) {
        self.rank = rank
        self.end = end
        self.couldBeDecimal = couldBeDecimal
    }

    /// The numbering that `text[range]` starts with, or nil.
    public static func parse(_ text: [UInt32], _ range: Range<Int>) -> HeadingNumber? {
        var i = range.lowerBound
        let end = range.upperBound
        guard i < end else { return nil }
        func chinese(from start: Int) -> Int {
            var j = start
            while j < end, Line.chineseDigits.contains(text[j]) { j += 1 }
            return j
        }
        func arabic(from start: Int) -> Int {
            var j = start
            while j < end, text[j].halfwidth.isDigit { j += 1 }
            return j
        }
        let first = text[i]
        if first == 0x7B2C {  // 第
            let number = max(chinese(from: i + 1), arabic(from: i + 1))
            guard number > i + 1, number < end else { return nil }
            switch text[number] {
            case 0x7AE0, 0x7F16, 0x7BC7, 0x90E8: return HeadingNumber(rank: 20, end: number + 1)  // 章 编 篇 部
            case 0x8282: return HeadingNumber(rank: 30, end: number + 1)  // 节
            default: return nil
            }
        }
        if first.halfwidth == 0x28 {  // (
            let inChinese = chinese(from: i + 1)
            let inArabic = arabic(from: i + 1)
            let number = max(inChinese, inArabic)
            guard number > i + 1, number < end, text[number].halfwidth == 0x29 else { return nil }
            return HeadingNumber(rank: inChinese > i + 1 ? 50 : 70, end: number + 1)
        }
        let inChinese = chinese(from: i)
        if inChinese > i, inChinese < end, text[inChinese] == 0x3001 || text[inChinese].halfwidth == 0x2E {
            return HeadingNumber(rank: 40, end: inChinese + 1)
        }
        var parts = 0
        while i < end {
            let number = arabic(from: i)
            guard number > i, number - i <= 2 else { break }
            parts += 1
            i = number
            guard i < end else { break }
            if text[i].halfwidth == 0x2E, i + 1 < end, text[i + 1].halfwidth.isDigit {
                i += 1
                continue
            }
            if text[i] == 0x3001 || text[i].halfwidth == 0x2E || text[i] == 0xFF0E { return HeadingNumber(rank: 59 + parts, end: i + 1) }
            if parts > 1, text[i].isBlank || text[i].isHan {
                return HeadingNumber(rank: 59 + parts, end: i, couldBeDecimal: parts == 2)
            }
            return nil
        }
        return nil
    }
}
