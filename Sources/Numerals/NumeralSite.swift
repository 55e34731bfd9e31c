// What stands at one place of a passage: the rules that name a numeral, in the order they are tried.
import ReportText
import Vocabulary

/// What a numeral needs to know of the one before it.
struct PreviousNumeral {
    /// 0 where there is none.
    var end = 0
    var kind: NumeralKind?
}

/// A passage's text with the vocabulary it is read by. A class, so that what has been looked up is kept for the next rule.
final class NumeralSite {
    let kind: PassageKind
    let reader: NumberReader
    private let times: TimeReader
    /// The unit last looked for: several rules ask what follows the same number.
    private var lookedAt = -1
    private var lastUnit: NumeralVocabulary.FoundUnit?

    init(text: [UInt32], kind: PassageKind, vocabulary: NumeralVocabulary) {
        self.kind = kind
        times = TimeReader(text: text)
        reader = NumberReader(text: text, vocabulary: vocabulary)
    }

    /// Fullwidth forms already made ASCII.
    var text: [UInt32] { reader.text }
    var vocabulary: NumeralVocabulary { reader.vocabulary }

    /// The numeral at `start`, or nil when the character there starts none.
    func numeral(at start: Int, after previous: PreviousNumeral) -> Numeral? {
        if kind == .furniture { return reader.number(at: start).map { Numeral($0.start, $0.end, .page) } }
        if start == 0, let number = HeadingNumber.parse(text, 0..<text.count), !countsSomething(at: start, beyond: number.end) {
            return Numeral(0, number.end, kind == .heading || kind == .title ? .section : .listMarker)
        }
        if text[start] == 0x7B2C, let ordinal = ordinal(at: start) { return ordinal }  // 第
        if let word = vocabulary.words.longestMatch(in: text, at: start, limit: text.count), !isCut(word.end, of: start) {
            return Numeral(start, word.end, vocabulary.wordKinds[word.value])
        }
        guard NumberReader.canStart(text[start]) else { return nil }
        if let time = times.match(at: start), !(text.at(start - 1).isLatinLetter) {
            var numeral = Numeral(start, time.end, time.kind)
            numeral.time = time.time
            return numeral
        }
        guard let number = reader.number(at: start) else { return nil }
        return named(number, previous) ?? figure(number)
    }

    // 3.5万人 at the start of a cell or list item is a number, not section 3.5.
    private func countsSomething(at start: Int, beyond end: Int) -> Bool {
        guard let number = reader.number(at: start), number.end >= end || number.hasPoint else { return false }
        return number.magnitude > 0 || unitFollows(number.end)
    }

    // A word of numerals cut out of a longer number, as 三十 is of 三十五: the number is meant.
    private func isCut(_ end: Int, of start: Int) -> Bool {
        guard let number = reader.number(at: start) else { return false }
        return number.end > end
    }

    // MARK: Non-figures

    /// 第三, 第3届, 第十; with its classifier when one follows.
    private func ordinal(at start: Int) -> Numeral? {
        let digits = skipBlanks(start + 1)
        guard digits < text.count, let number = reader.number(at: digits) else { return nil }
        // The number of an ordinal is plain: 第三季度 but not 第3万元.
        let after = text.at(skipBlanks(number.end))
        if after == 0x9875 { return Numeral(start, skipBlanks(number.end) + 1, .page) }  // 页
        if after == 0x7AE0 || after == 0x8282 || after == 0x6761 { return Numeral(start, skipBlanks(number.end) + 1, .section) }  // 章 节 条
        // 季度
        if after == 0x5B63, text.at(skipBlanks(number.end) + 1) == 0x5EA6 { return Numeral(start, skipBlanks(number.end) + 2, .period) }
        var numeral = Numeral(start, number.end, .ordinal)
        numeral.value = number.value
        return numeral
    }

    private func named(_ number: WrittenNumber, _ previous: PreviousNumeral) -> Numeral? {
        let (start, end) = (number.start, number.end)
        let before = text.at(start - 1)
        let after = text.at(end)
        func numeral(_ kind: NumeralKind, _ low: Int, _ high: Int) -> Numeral { Numeral(max(low, previous.end), high, kind) }

        if kind == .contents, end == text.count { return numeral(.page, start, end) }
        if kind == .caption, start <= 3 { return numeral(.caption, start, endOfCode(from: end)) }
        // 图5, 表 9 in a sentence
        if !number.isChinese, number.plainDigits <= 2, before == 0x56FE || before == 0x8868 || before.isBlank && namesPicture(start),
            !unitFollows(end)
        {
            return numeral(.caption, start, endOfCode(from: end))
        }
        // 3+2, 1+X, 4+0
        if isPlus(after), isSchemePart(text.at(end + 1)) { return numeral(.schemeName, start, endOfScheme(from: end)) }
        if isPlus(before), previous.kind == .schemeName, previous.end == start - 1 { return numeral(.schemeName, start, end) }
        if !number.isChinese {
            // —7—: a page number in the middle of a sentence.
            if isDash(before), isDash(after), number.plainDigits <= 3, !number.hasPoint, number.magnitude == 0 {
                var page = numeral(.page, start, end)
                while isDash(text.at(page.outerStart - 1)) || text.at(page.outerStart - 1).isBlank { page.outerStart -= 1 }
                while isDash(text.at(page.outerEnd)) || text.at(page.outerEnd).isBlank { page.outerEnd += 1 }
                return page
            }
            // （2023）: a year in brackets.
            if number.plainDigits == 4, !number.hasPoint, before == 0x28, after == 0x29, let year = number.value.integer,
                (1900..<2100).contains(year)
            {
                var period = numeral(.period, start, end)
                period.time = TimeExpression(from: PartialDate(year: year))
                return period
            }
            // 《2018中国职业教育报告》, and a heading that says its year without 年.
            if number.plainDigits == 4, !number.hasPoint, number.magnitude == 0, after.isHan,
                before == 0x300A || (kind == .heading || kind == .title) && (before == 0 || before.isHan), let year = number.value.integer,
                (1990..<2100).contains(year), !unitFollows(end)
            {
                var period = numeral(.period, start, end)
                period.time = TimeExpression(from: PartialDate(year: year))
                return period
            }
            // 上年=100, 以上年为100: what an index refers to.
            if let base = number.value.integer, base == 100 || base == 1, !unitFollows(end), isBase(start) {
                return numeral(.label, start, end)
            }
            // 1标准量=1元: what a unit is worth.
            if number.value.integer == 1
                && unit(at: end).map({ text.at(skipBlanks($0.end)) == 0x3D && text.at($0.end + 1).isDigit }) ?? false
                || text.at(start - 1) == 0x3D && previous.end == start - 1 && unitFollows(end) && previous.kind == .label
            {
                return numeral(.label, start, unit(at: end)?.end ?? end)
            }
            // （1） before an item within a paragraph
            if number.plainDigits <= 2, !number.hasPoint, number.magnitude == 0, before == 0x28, after == 0x29,
                endsClause(text.at(start - 2))
            {
                return numeral(.listMarker, start - 1, end + 1)
            }
            // name@126.com; 邮编：215000
            if before == 0x40 || number.plainDigits == 6 && !number.hasPoint && postalCode(start) { return numeral(.label, start, end) }
            // 4大行动, 5大领域: a name that says how many
            if after == 0x5927, text.at(end + 1).isHan, number.plainDigits <= 2, !number.hasPoint { return numeral(.label, start, end + 1) }
            // 5G, G60, 4A, PM2.5, V2.0; but 出口RCEP31.1亿元
            if before.isLatinLetter || before == 0x5F, previous.end != start, number.magnitude == 0 || unit(at: end)?.kind != .money {
                let isVersion = (before | 0x20) == 0x76 && !text.at(start - 2).isLatinLetter
                return numeral(isVersion ? .version : .model, start, endOfCode(from: end))
            }
            if after.isLatinLetter, !unitFollows(end) { return numeral(.model, start, endOfCode(from: end)) }
            if number.hasPoint, after == 0x7248 { return numeral(.version, start, end + 1) }  // 2.0版
            if before == 0x3014 || before == 0x5B || before == 0xFF3B, number.plainDigits <= 4,
                after == 0x3015 || after == 0x5D || after == 0xFF3D
            {
                // 〔2019〕13号, and notes like ［4］
                return numeral(number.plainDigits == 4 ? .documentNumber : .markup, start - 1, end + 1)
            }
            if after == 0x53F7, previous.kind == .documentNumber { return numeral(.documentNumber, start, end + 1) }  // 〔2019〕13号
            if let phone = endOfPhone(number) { return numeral(.phone, start, phone) }
            // 03、: a number of an item.
            if text[start] == 0x30, number.plainDigits > 1, !number.hasPoint { return numeral(.label, start, end) }
            if number.plainDigits > 20 { return numeral(.label, start, end) }
        }
        if number.isChinese, after == 0x662F, before == 0 || !before.isHan { return numeral(.listMarker, start, end) }  // 一是
        if after == 0x5C4A, number.isChinese { return numeral(.ordinal, start, end + 1) }  // 十九届
        if number.isChinese, after == 0x3001, NumberReader.digit(text.at(end + 1)) != nil, let list = ordinalList(from: start) {
            return list
        }
        // 1.5年, 三年, 20世纪, 3月; 30岁, 95后
        switch text.at(skipBlanks(end)) {
        case 0x5C81 where !isAge(start): return numeral(.period, start, skipBlanks(end) + 1)  // 岁
        case 0x5E74 where number.hasPoint && isAge(start):  // 平均受教育年限10.2年
            var years = numeral(.figure, start, skipBlanks(end) + 1)
            years.value = number.value
            years.unit = String(scalars: text[(years.end - 1)..<years.end])
            years.unitKind = .time
            setBound(&years, isOpen: number.isOpen)
            return years
        case 0x5E74: return numeral(.period, start, skipBlanks(end) + 1)  // 年
        case 0x5468 where text.at(skipBlanks(end) + 1) == 0x5E74 || text.at(skipBlanks(end) + 1) == 0x5C81:
            return numeral(.period, start, skipBlanks(end) + 2)  // 周年
        case 0x4E16 where text.at(end + 1) == 0x7EAA: return numeral(.period, start, end + 2)  // 世纪
        case 0x8F7D where !number.hasPoint: return numeral(.period, start, skipBlanks(end) + 1)  // 载
        case 0x540E where !number.isChinese: return numeral(.label, start, end + 1)  // 后
        case 0x4E2A where text.at(skipBlanks(end) + 1) == 0x6708 && isAge(start):  // 平均用时2.5个月
            var months = numeral(.figure, start, skipBlanks(end) + 2)
            months.value = number.value
            months.unit = String(scalars: text[(months.end - 2)..<months.end])
            months.unitKind = .time
            setBound(&months, isOpen: number.isOpen)
            return months
        case 0x4E2A where limitsTime(from: skipBlanks(end) + 1): return numeral(.period, start, skipBlanks(end) + 4)  // 5个工作日内
        case 0x4E2A where text.at(skipBlanks(end) + 1) == 0x6708: return numeral(.period, start, skipBlanks(end) + 2)  // 个月
        case 0x5B63 where text.at(skipBlanks(end) + 1) == 0x5EA6: return numeral(.period, start, skipBlanks(end) + 2)  // 季度
        default: break
        }
        if !number.hasPoint, let unit = unitTerm(at: end), unit.kind == .label { return numeral(.label, start, unit.end) }
        if isInShortQuote(number) {
            let unitEnd = unit(at: end)?.end ?? end
            let second = unitEnd < text.count && number.isChinese ? reader.number(at: unitEnd) : nil
            return numeral(.label, start, second?.end ?? unitEnd)
        }
        if before == 0x6BCF, let denominator = denominator(number, from: start - 1) { return denominator }  // 每
        // 就业人员10万人生产安全事故死亡人数
        if before == 0x5458, number.value.integer == 100_000, countsDeaths(end) { return denominator(number, from: start) }  // 员
        return nil
    }

    /// 死亡 stands in the same phrase.
    private func countsDeaths(_ end: Int) -> Bool {
        guard let unit = unit(at: end) else { return false }
        let phrase = text[unit.end..<min(text.count, unit.end + NumeralSite.longestBase)].prefix { $0.isHan }
        return zip(phrase, phrase.dropFirst()).contains { $0 == 0x6B7B && $1 == 0x4EA1 }  // 死亡
    }

    /// =, or 为 with 年 before it or behind 以 at the start of its clause: 以女性为100.
    private func isBase(_ start: Int) -> Bool {
        var sign = start - 1
        while text.at(sign).isBlank { sign -= 1 }
        if text.at(sign) == 0x3D { return text[start] == 0x31 && text.at(start + 2) == 0x30 && text.at(sign - 1).isHan }
        guard text.at(sign) == 0x4E3A else { return false }  // 为
        if text.at(sign - 1) == 0x5E74 { return text.at(start + 2) == 0x30 }  // 年
        let low = max(0, sign - NumeralSite.longestBase)
        guard let mark = text[low..<sign].lastIndex(where: { $0 == 0x28 || endsClause($0) }) else { return false }
        return text[mark + 1] == 0x4EE5  // 以
    }

    /// What an index refers to, in characters.
    private static let longestBase = 20

    private func endsClause(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0, 0x3002, 0x3B, 0x3A, 0x2C, 0x21, 0x3F: true  // 。 ; : , ! ?
        default: false
        }
    }

    /// 邮编 or 邮政编码 stands before the number.
    private func postalCode(_ start: Int) -> Bool {
        var i = start - 1
        while text.at(i).isBlank || text.at(i) == 0x3A { i -= 1 }
        return text.at(i) == 0x7F16 && text.at(i - 1) == 0x90AE || text.at(i) == 0x7801 && text.at(i - 1) == 0x7F16  // 邮编 编码
    }

    /// 人均预期寿命达到80.2岁: what stands shortly before the number is measured in years.
    func isAge(_ start: Int) -> Bool {
        for i in stride(from: start - 2, through: max(0, start - 30), by: -1) {
            if text[i] == 0x2C || text[i] == 0x3002 { return false }
            if vocabulary.ages.longestMatch(in: text, at: i, limit: start) != nil { return true }
        }
        return false
    }

    /// 工作日 with 内 behind: until when something is to be done.
    private func limitsTime(from i: Int) -> Bool {
        guard text.at(i) == 0x5DE5, text.at(i + 1) == 0x4F5C, text.at(i + 2) == 0x65E5 else { return false }  // 工作日
        return text.at(i + 3) == 0x5185 || text.at(i + 3) == 0x4E4B && text.at(i + 4) == 0x5185  // 内 之内
    }

    /// 每万人, 每百名学生, 每10万人: the denominator of a rate.
    private func denominator(_ number: WrittenNumber, from start: Int) -> Numeral? {
        guard number.isChinese || number.magnitude > 0 || number.plainDigits > 1, let unit = unit(at: number.end) else { return nil }
        var numeral = Numeral(start, unit.end, .label)
        let digits = String(scalars: text[number.start..<number.end])
        numeral.denominator = digits + vocabulary.units[unit.index].base
        return numeral
    }

    /// 一、二等奖; 一、二、三产业: the list has the kind of its last member.
    private func ordinalList(from start: Int) -> Numeral? {
        var i = start
        // No list of ordinals is long; a bound keeps a text of nothing but 一、 linear.
        while i < start + 24, NumberReader.digit(text.at(i)) != nil, text.at(i + 1) == 0x3001 { i += 2 }
        guard let last = vocabulary.words.longestMatch(in: text, at: i, limit: text.count) else {
            guard let number = reader.number(at: i), unit(at: number.end) == nil else { return nil }
            return Numeral(start, number.end, .label)
        }
        return Numeral(start, last.end, vocabulary.wordKinds[last.value])
    }

    private func isDash(_ scalar: UInt32) -> Bool { scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014 || scalar == 0x2015 }

    private func isPlus(_ scalar: UInt32) -> Bool { scalar == 0x2B || scalar == 0xFF0B }

    private func isSchemePart(_ scalar: UInt32) -> Bool { scalar.isDigit || scalar.isLatinLetter || NumberReader.digit(scalar) != nil }

    private func endOfScheme(from start: Int) -> Int {
        var i = start
        while isPlus(text.at(i)), isSchemePart(text.at(i + 1)) {
            i += 2
            while text.at(i).isDigit { i += 1 }
        }
        return i
    }

    // Letters, digits, points and hyphens that go on with a code: 5G, 3-1, X86.
    private func endOfCode(from start: Int) -> Int {
        var i = start
        while i < text.count {
            let scalar = text[i]
            if scalar.isDigit || scalar.isLatinLetter {
                i += 1
            } else if scalar == 0x2D || scalar == 0x2E || scalar == 0x2014, text.at(i + 1).isDigit || text.at(i + 1).isLatinLetter {
                i += 2
            } else {
                break
            }
        }
        return i
    }

    /// 0512-12345678, 13800000000, 400-800-1234: the end, or nil.
    private func endOfPhone(_ number: WrittenNumber) -> Int? {
        guard !number.hasPoint, number.magnitude == 0 else { return nil }
        var i = number.end
        var groups = 1
        while groups <= 3, text.at(i) == 0x2D, text.at(i + 1).isDigit {
            var j = i + 1
            while text.at(j).isDigit { j += 1 }
            guard j - i - 1 >= 3 else { break }
            i = j
            groups += 1
        }
        let isMobile = groups == 1 && number.plainDigits == 11 && text[number.start] == 0x31 && !unitFollows(number.end)
        let isLandline = groups == 2 && number.plainDigits <= 4 && i - number.end - 1 >= 7 || groups == 3 && number.plainDigits <= 4
        return isMobile || isLandline ? i : nil
    }

    /// 图 or 表 stands before the blanks.
    private func namesPicture(_ start: Int) -> Bool {
        var i = start - 1
        while text.at(i).isBlank { i -= 1 }
        return text.at(i) == 0x56FE || text.at(i) == 0x8868
    }

    /// “五个必须坚持”, “民营经济32条”: a short phrase in quotation marks is a name, and so are its numbers.
    private func isInShortQuote(_ number: WrittenNumber) -> Bool {
        var low = number.start - 1
        while low >= max(0, number.start - NumeralSite.longestName), text[low] != 0x201C, text[low] != 0x201D { low -= 1 }
        guard text.at(low) == 0x201C else { return false }
        var high = number.end
        while high < min(text.count, low + NumeralSite.longestName + 2), text[high] != 0x201D {
            if text[high] == 0x2C || text[high] == 0x3002 || text[high] == 0x201C { return false }
            high += 1
        }
        return text.at(high) == 0x201D
    }

    /// The longest name in quotation marks that is taken for one, in characters.
    private static let longestName = 12

    // MARK: Units and bounds

    func skipBlanks(_ i: Int) -> Int {
        var i = i
        while text.at(i).isBlank { i += 1 }
        return i
    }

    func unitFollows(_ end: Int) -> Bool { unit(at: end) != nil }

    func unit(at end: Int) -> NumeralVocabulary.FoundUnit? {
        guard let unit = unitTerm(at: end) else { return nil }
        // 本科, 部件: a word that only starts like a unit.
        return unit.kind == .none || unit.kind == .label ? nil : unit
    }

    /// The longest term of seeds/units.csv behind `end` and blanks, whether it is a unit or not.
    private func unitTerm(at end: Int) -> NumeralVocabulary.FoundUnit? {
        let start = skipBlanks(end)
        if start != lookedAt {
            lookedAt = start
            lastUnit = vocabulary.unit(in: text, at: start)
        }
        return lastUnit
    }

    /// Bound words before the number and after the unit; the one before goes first, 余 and 多 inside come last.
    func setBound(_ numeral: inout Numeral, isOpen: Bool) {
        var before: Bound?
        var end = numeral.start
        while end > 0, text[end - 1].isBlank { end -= 1 }
        for length in stride(from: end > 0 && vocabulary.boundEnds.mayContain(text[end - 1]) ? min(5, end) : 0, through: 1, by: -1) {
            if let match = vocabulary.boundsBefore.longestMatch(in: text, at: end - length, limit: end), match.end == end {
                before = vocabulary.bounds[match.value]
                if before != nil { numeral.outerStart = end - length }
                break
            }
        }
        var after: Bound?
        if let match = vocabulary.boundsAfter.longestMatch(in: text, at: skipBlanks(numeral.end), limit: text.count) {
            after = vocabulary.bounds[match.value]
            numeral.outerEnd = match.end
        }
        // 控制在2%左右
        if before == .under, after == .about { before = nil }
        numeral.bound = before ?? after ?? (isOpen ? .over : numeral.upper != nil ? .range : .exact)
    }
}
