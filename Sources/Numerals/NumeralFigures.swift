// Numerals that state a quantity: the number with its range, unit and bound, and what only looks like a count.
import ReportText
import Vocabulary

extension NumeralSite {
    func figure(_ first: WrittenNumber) -> Numeral? {
        var number = first
        // A range: 13—15家, 20%～40%, 5——5.5万, 10至12万.
        var upper = number.upper
        var firstUnitEnd = number.end
        if let own = unit(at: number.end) { firstUnitEnd = own.end }
        if let second = rangeEnd(after: number.end) ?? (firstUnitEnd > number.end ? rangeEnd(after: firstUnitEnd) : nil) {
            let sharesMagnitude = number.magnitude == 0 && second.magnitude > 0 && firstUnitEnd == number.end
            let shared = sharesMagnitude ? number.value.shifted(second.magnitude) : number.value
            // 9000至1.2万: what is already as large as the upper end shares nothing.
            let low = shared.double < second.value.double ? shared : number.value
            if low.double < second.value.double {
                upper = second.value
                number.value = low
                number.isOpen = number.isOpen || second.isOpen
                number.end = second.end
            }
        }
        if upper == nil, let ratio = ratio(number) ?? fraction(number) { return ratio }
        let unit = unit(at: number.end)
        guard unit != nil || number.fraction != nil else { return withoutUnit(number, upper: upper) }
        let unitEnd = unit?.end ?? number.end
        let unitKind = unit?.kind ?? .percent
        if let rejected = notCounted(number, unitEnd, unitKind) ?? bareMagnitude(number, unitEnd) { return rejected }
        var numeral = Numeral(number.start, unitEnd, .figure)
        numeral.value = number.value
        numeral.upper = upper
        numeral.unitKind = unitKind
        numeral.isChinese = number.isChinese
        if unitKind != .tenth, let fraction = number.fraction {
            numeral.unit = fraction == .percent ? "%" : fraction == .permille ? "‰" : "‱"
            numeral.unitKind = .percent
        } else {
            numeral.unit = unit.map { vocabulary.units[$0.index].base } ?? "%"
        }
        if unitKind == .tenth {
            numeral.value = number.value.shifted(1)
            numeral.upper = upper?.shifted(1)
            // 七成半, 八成五
            let half = text.at(unitEnd) == 0x534A ? 5 : number.isChinese && upper == nil ? lastDigit(at: unitEnd) : nil
            if let half, let value = numeral.value {
                numeral.value = value + ExactDecimal(Int128(half))
                numeral.end += 1
                numeral.outerEnd += 1
            }
            numeral.unitKind = .percent
        }
        setBound(&numeral, isOpen: number.isOpen)
        return numeral
    }

    /// 五 in 八成五: a digit that counts nothing itself.
    private func lastDigit(at i: Int) -> Int? {
        guard let digit = NumberReader.digit(text.at(i)), digit > 1, text[i] != 0x4E24, NumberReader.digit(text.at(i + 1)) == nil,  // 两
            NumberReader.power(text.at(i + 1)) == nil, !unitFollows(i + 1)
        else { return nil }
        return digit
    }

    /// The second number of a range whose dash follows at `end`.
    private func rangeEnd(after end: Int) -> WrittenNumber? {
        var i = skipBlanks(end)
        let dash = text.at(i)
        guard
            dash == 0x2D || dash == 0x2013 || dash == 0x2014 || dash == 0x2015 || dash == 0x7E || dash == 0x223C || dash == 0x301C
                || dash == 0x81F3
                || dash == 0x5230 || dash == 0x2212
        else { return nil }
        i += 1
        while text.at(i) == dash { i += 1 }
        i = skipBlanks(i)
        guard i < text.count, text[i].isDigit || NumberReader.digit(text[i]) != nil || NumberReader.power(text[i]) != nil else {
            return nil
        }
        return reader.number(at: i)
    }

    /// 5:1, and 1/4.
    private func ratio(_ number: WrittenNumber) -> Numeral? {
        let mark = text.at(number.end)
        guard !number.isChinese, mark == 0x3A || mark == 0x2236 || mark == 0x2F, text.at(number.end + 1).isDigit,
            let second = reader.number(at: number.end + 1), second.value.coefficient != 0, !unitFollows(second.end) || mark != 0x2F
        else { return nil }
        if text[number.start] == 0x30 || text[number.end + 1] == 0x30 { return nil }
        // 表5：2024年: a year follows the mark.
        if second.plainDigits == 4, !second.hasPoint, text.at(skipBlanks(second.end)) == 0x5E74 { return nil }
        // 11.1:36.3:52.6: the parts of a whole, each a number of its own.
        if mark != 0x2F, isMark(second.end, mark) && text.at(second.end + 1).isDigit || previousIsPart(number.start, mark) { return nil }
        // 8.7/10万 is a rate.
        if mark == 0x2F, number.plainDigits > 2 || second.plainDigits > 3 || second.magnitude > 0 { return nil }
        return quotient(number.value, second.value, number.start, second.end)
    }

    private func isMark(_ i: Int, _ mark: UInt32) -> Bool { text.at(i) == mark }

    private func previousIsPart(_ start: Int, _ mark: UInt32) -> Bool { text.at(start - 1) == mark && text.at(start - 2).isDigit }

    /// 三分之一, 四分之三.
    private func fraction(_ number: WrittenNumber) -> Numeral? {
        guard number.isChinese, text.at(number.end) == 0x5206, text.at(number.end + 1) == 0x4E4B, number.end + 2 < text.count,
            number.value.coefficient != 0, let part = reader.number(at: number.end + 2)
        else { return nil }
        return quotient(part.value, number.value, number.start, part.end)
    }

    private func quotient(_ dividend: ExactDecimal, _ divisor: ExactDecimal, _ start: Int, _ end: Int) -> Numeral? {
        guard let value = dividend.divided(by: divisor) else { return nil }
        var numeral = Numeral(start, end, .figure)
        numeral.value = value
        numeral.unitKind = .ratio
        setBound(&numeral, isOpen: false)
        return numeral
    }

    /// A number with no unit after it: a count only where a cell or a verb says so, which a later stage knows.
    private func withoutUnit(_ number: WrittenNumber, upper: ExactDecimal?) -> Numeral? {
        var numeral = Numeral(number.start, number.end, number.isChinese ? .label : .unresolved)
        numeral.isChinese = number.isChinese
        if number.isChinese {
            // A lone 十 or 千 is a character of some word; 三市 and 五育 are labels.
            let isLone = number.end - number.start == 1
            // 突破万亿: with a word of bound before it 万亿 is an amount.
            var probe = numeral
            setBound(&probe, isOpen: false)
            if !isLone, number.magnitude >= 8, probe.outerStart < probe.start {
                probe.kind = .figure
                probe.value = number.value
                return probe
            }
            if isLone, NumberReader.power(text[number.start]) != nil { numeral.kind = .idiom }
            return numeral
        }
        if isQuoted(number) {
            numeral.kind = .label
            return numeral
        }
        // 0—6岁, 3-5年
        let next = text.at(skipBlanks(number.end))
        if upper != nil, next == 0x5C81 || next == 0x5E74 { return Numeral(number.start, skipBlanks(number.end) + 1, .period) }
        // A part of 11.1:36.3:52.6 is a share.
        let isPart =
            [0x3A, 0x2236].contains(text.at(number.end)) && text.at(number.end + 1).isDigit
            || [0x3A, 0x2236].contains(text.at(number.start - 1)) && text.at(number.start - 2).isDigit
        if isPart, number.hasPoint || number.plainDigits <= 2 {
            numeral.kind = .figure
            numeral.unitKind = .ratio
        }
        // 带动就业80万: 万 and 亿 count something even where no unit says what.
        if number.magnitude >= 4 { numeral.kind = .figure }
        numeral.value = number.value
        numeral.upper = upper
        setBound(&numeral, isOpen: number.isOpen)
        return numeral
    }

    /// Words that look like a count and are none: 一个 (an article), 五个“共同” (a label), “三个一”.
    private func notCounted(_ number: WrittenNumber, _ unitEnd: Int, _ unitKind: UnitKind) -> Numeral? {
        if unitKind != .percent, text.at(unitEnd - 1) != 0x4E2A,
            let ending = vocabulary.nameEndings.longestMatch(in: text, at: unitEnd, limit: text.count),
            ending.value == 1
        {
            return Numeral(number.start, ending.end, .label)
        }
        if unitKind == .percent, let survey = vocabulary.surveys.longestMatch(in: text, at: unitEnd, limit: text.count) {
            return Numeral(number.start, survey.end, .label)
        }
        if text[unitEnd - 1] == 0x4E2A, let aspect = vocabulary.aspects.longestMatch(in: text, at: unitEnd, limit: text.count) {
            return Numeral(number.start, aspect.end, .label)
        }
        if text[unitEnd - 1] == 0x5C81, !isAge(number.start) { return Numeral(number.start, unitEnd, .period) }  // 0—6岁
        guard number.isChinese else { return nil }
        // 一期、二期工程, 二类新药: which one, not how many.
        let last = text[unitEnd - 1]
        if last == 0x671F || last == 0x7C7B, unitKind == .count, !number.isOpen, number.value.integer.map({ $0 <= 4 }) ?? false,
            last == 0x7C7B ? text.at(unitEnd).isHan : NumeralSite.isMarkOrEnd(text.at(unitEnd)) || NumeralSite.isWorks(text, unitEnd)
        {
            return Numeral(number.start, unitEnd, .label)
        }
        if number.value == ExactDecimal(0), unitKind == .count { return Numeral(number.start, number.end, .idiom) }  // 零部件
        let isCounter = unitKind == .count || unitKind == .persons
        let next = text.at(unitEnd)
        if isCounter, next == 0x201C || next == 0x300A || isQuoted(number, until: unitEnd) {
            return Numeral(number.start, unitEnd, .label)
        }
        if unitKind == .time { return Numeral(number.start, unitEnd, .period) }
        let isOne = number.value == ExactDecimal(1) && !number.isOpen
        if isOne, isCounter {
            // 学校一所: a count follows what it counts and ends the clause.
            let endsClause = next == 0 || next == 0x2C || next == 0x3B || next == 0x3001 || next == 0x3002
            let followsNoun = text.at(number.start - 1).isHan
            if !(endsClause && followsNoun) { return Numeral(number.start, unitEnd, .idiom) }
        }
        return nil
    }

    /// 万元 in （单位：万元）: a magnitude alone is a number only after a word of bound (近百家, 上千人).
    private func bareMagnitude(_ number: WrittenNumber, _ end: Int) -> Numeral? {
        guard number.isChinese, !number.isOpen, number.fraction == nil, NumberReader.power(text[number.start]) != nil,
            text[number.start] != 0x5341
        else { return nil }
        var probe = Numeral(number.start, end, .label)
        setBound(&probe, isOpen: false)
        return probe.outerStart < probe.start ? nil : Numeral(number.start, end, .label)
    }

    private static func isMarkOrEnd(_ scalar: UInt32) -> Bool { scalar == 0 || scalar == 0x3001 || scalar == 0x28 || scalar == 0x29 }

    /// 工程, 项目 at `start`.
    private static func isWorks(_ text: [UInt32], _ start: Int) -> Bool {
        text.at(start) == 0x5DE5 && text.at(start + 1) == 0x7A0B || text.at(start) == 0x9879 && text.at(start + 1) == 0x76EE
    }

    private func isQuoted(_ number: WrittenNumber, until end: Int? = nil) -> Bool {
        let before = text.at(number.start - 1)
        guard before == 0x201C || before == 0x2018 || before == 0x22 else { return false }
        var i = end ?? number.end
        let limit = min(text.count, i + 4)
        while i < limit {
            if text[i] == 0x201D || text[i] == 0x2019 || text[i] == 0x22 { return true }
            i += 1
        }
        return false
    }
}
