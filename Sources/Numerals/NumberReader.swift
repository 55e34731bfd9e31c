// Reads one number, however it is written: 1,369  1 369  ３.５  3.5万  1亿2千万  六百余  十七八  二〇二四  百分之三十五点六.

/// A number as written: its place, its value, and what its own characters say of its bound.
struct WrittenNumber {
    var start: Int
    var end: Int
    var value: ExactDecimal
    /// The upper end of 三五, 十七八; nil for one number.
    var upper: ExactDecimal?
    var isChinese: Bool
    /// 余, 多, 来, 几 inside or right after, or 数百, 几十.
    var isOpen = false
    /// Digits as written, no magnitude: 2024, 13800000000.
    var plainDigits = 0
    var hasPoint = false
    /// Powers of ten multiplied in (万 4, 亿 8), for a range that shares them.
    var magnitude = 0
    /// `百分之`, `千分之`: the number counts in these.
    var fraction: Fraction?

    enum Fraction { case percent, permille, permyriad }
}

struct NumberReader {
    /// The text, fullwidth forms already made ASCII.
    let text: [UInt32]
    let vocabulary: NumeralVocabulary

    /// A unit starts at `index`: 千米 is a unit, 千 in 千人 is not.
    private func units(_ index: Int) -> Bool { vocabulary.unitTerms.longestMatch(in: text, at: index, limit: text.count) != nil }

    /// The number that starts at `start`, or nil.
    func number(at start: Int) -> WrittenNumber? {
        guard start < text.count else { return nil }
        let scalar = text[start]
        if scalar.isDigit || isMinus(at: start) { return arabic(at: start) }
        return chinese(at: start)
    }

    // MARK: Arabic

    /// A minus sign in front of a digit where no range or date can be meant.
    private func isMinus(at i: Int) -> Bool {
        guard text[i] == 0x2D || text[i] == 0x2212 || text[i] == 0x2013, i + 1 < text.count, text[i + 1].isDigit else { return false }
        guard i > 0 else { return true }
        let before = text[i - 1]
        // 同比-5.2%: after a word the hyphen is a sign where a share or a decimal follows; 科技-2025 is a name.
        if before.isHan, text[i] != 0x2013 {
            var end = i + 1
            while end < text.count, text[end].isDigit { end += 1 }
            return end < text.count && (text[end] == 0x2E && end + 1 < text.count && text[end + 1].isDigit || text[end] == 0x25)
        }
        return before.isBlank || before == 0x28 || before == 0x7C || before == 0x3A || before == 0x2C
    }

    /// - Parameter limit: magnitudes of this power of ten or more are left to what stands before (2千 in 1亿2千).
    private func arabic(at start: Int, below limit: Int = NumberReader.greatestPower + 1) -> WrittenNumber? {
        var i = start
        let negative = !text[i].isDigit
        if negative { i += 1 }
        // The first eighteen digits, which 64 bits hold, and those behind them.
        var head = 0
        var tail = 0
        var digits = 0
        var fractionDigits = 0
        func takeDigits() {
            while i < text.count, text[i].isDigit {
                let digit = Int(text[i] - 0x30)
                if digits < 18 { head = head * 10 + digit } else if digits < 24 { tail = tail * 10 + digit }
                digits += 1
                i += 1
            }
        }
        takeDigits()
        let first = digits
        if first <= 3, !(text[start] == 0x30 && first > 1) {
            while let group = thousandsGroup(at: i) {
                i = group
                takeDigits()
            }
        }
        var hasPoint = false
        if let point = decimalPoint(at: i) ?? mistypedPoint(at: i, after: digits) {
            hasPoint = true
            i = point
            let before = digits
            takeDigits()
            fractionDigits = min(digits, 24) - min(before, 24)
        }
        var coefficient = Int128(head)
        if digits > 18 { coefficient = coefficient * NumberReader.powers[min(digits, 24) - 18] + Int128(tail) }
        if negative { coefficient = -coefficient }
        var number = WrittenNumber(
            start: start, end: i, value: ExactDecimal(coefficient, exponent: -fractionDigits),
            isChinese: false, plainDigits: digits, hasPoint: hasPoint)
        takeMagnitude(&number, below: limit)
        return number
    }

    /// The first digit of a group of exactly three after a separator at `i`: `,` `，` as in 1,369, or one blank as in 1 369.
    private func thousandsGroup(at i: Int) -> Int? {
        guard i + 3 < text.count, text[i] == 0x2C || text[i] == 0x20 || text[i] == 0xA0 || text[i] == 0x2009 || text[i] == 0x202F else {
            return nil
        }
        guard text[i + 1].isDigit, text[i + 2].isDigit, text[i + 3].isDigit else { return nil }
        if i + 4 < text.count, text[i + 4].isDigit { return nil }
        return i + 1
    }

    private func decimalPoint(at i: Int) -> Int? {
        guard i + 1 < text.count, text[i] == 0x2E, text[i + 1].isDigit else { return nil }
        // 2023.09.01 and 1.2.3 are dates and section numbers.
        var j = i + 1
        while j < text.count, text[j].isDigit { j += 1 }
        if j + 1 < text.count, text[j] == 0x2E, text[j + 1].isDigit { return nil }
        return i + 1
    }

    /// 20,54亿元, 3。1%: a mark typed for the point, where no other reading makes sense.
    private func mistypedPoint(at i: Int, after digits: Int) -> Int? {
        guard digits <= 3, i + 2 < text.count, text[i] == 0x2C || text[i] == 0x3002, text[i + 1].isDigit else { return nil }
        let end = text[i + 2].isDigit ? i + 3 : i + 2
        guard end < text.count else { return nil }
        if text[i] == 0x3002 { return text[end] == 0x25 ? i + 1 : nil }
        return text[end].isMagnitude ? i + 1 : nil
    }

    /// 余 多 来 几, then 十 百 千 万 亿, then 余 多 来 几 again; blanks between are allowed.
    private func takeMagnitude(_ number: inout WrittenNumber, below limit: Int = NumberReader.greatestPower + 1) {
        var i = skipBlanks(number.end)
        let opener = i
        if i < text.count, NumberReader.isOpener(text[i]) { i = skipBlanks(i + 1) }
        var power = 0
        var end = number.end
        while i < text.count, let zeros = NumberReader.power(text[i]), power + zeros <= NumberReader.greatestPower, !units(i) {
            power += zeros
            i += 1
            end = i
        }
        if power > 0 {
            guard power < limit else { return }
            if opener < end, NumberReader.isOpener(text[opener]) { number.isOpen = true }
            number.value = number.value.shifted(power)
            number.magnitude = power
            number.end = end
            // 1亿2千万, 3万5千: a smaller part follows at once.
            if end < text.count, text[end].isDigit, let part = arabic(at: end, below: power), part.magnitude > 0 {
                number.value = number.value + part.value
                number.end = part.end
                number.isOpen = number.isOpen || part.isOpen
                return
            }
        }
        let after = skipBlanks(number.end)
        if after < text.count, NumberReader.isOpener(text[after]), text[after] != 0x51E0 {
            // 多 and 来 also start words (多年, 来自): they belong to the number only before a unit.
            let opener = text[after]
            let next = skipBlanks(after + 1)
            if opener == 0x4F59 || next < text.count && units(next) {
                number.end = after + 1
                number.isOpen = true
            }
        }
    }

    private func skipBlanks(_ i: Int) -> Int {
        var i = i
        while i < text.count, text[i].isBlank { i += 1 }
        return i
    }

    // MARK: Chinese

    private func chinese(at start: Int) -> WrittenNumber? {
        var i = start
        var fraction: WrittenNumber.Fraction?
        if i + 3 < text.count, text[i + 1] == 0x5206, text[i + 2] == 0x4E4B {  // 分之
            switch text[i] {
            case 0x767E: fraction = .percent
            case 0x5343: fraction = .permille
            case 0x4E07: fraction = .permyriad
            default: break
            }
            if fraction != nil {
                i += 3
                if text[i].isDigit, var number = arabic(at: i) {
                    number.start = start
                    number.fraction = fraction
                    return number
                }
            }
        }
        guard var number = chineseInteger(at: i) else { return nil }
        if number.end + 1 < text.count, text[number.end] == 0x70B9, NumberReader.digit(text[number.end + 1]) != nil,
            fraction != nil || number.upper == nil
        {
            // 点: decimals, as in 百分之三十五点六 and 三点五倍; 三点 (three o'clock) has no digit after it.
            var j = number.end + 1
            var value = number.value.coefficient
            var exponent = 0
            while j < text.count, let digit = NumberReader.digit(text[j]) {
                // What is left out is less than any number here is exact to.
                if exponent > -18, value < 1_000_000_000_000_000_000_000_000 {
                    value = value * 10 + Int128(digit)
                    exponent -= 1
                }
                j += 1
            }
            number.value = ExactDecimal(value, exponent: exponent)
            number.end = j
            number.hasPoint = true
            takeMagnitude(&number)
        }
        number.start = start
        number.fraction = fraction
        return number
    }

    private func chineseInteger(at start: Int) -> WrittenNumber? {
        var i = start
        // Digit by digit: 二〇二四.
        var run = i
        while run < text.count, NumberReader.digit(text[run]) != nil { run += 1 }
        if run - i >= 3 || run - i == 2 && text[i..<run].contains(where: { $0 == 0x3007 || $0 == 0x96F6 }) {
            var value: Int128 = 0
            for j in i..<min(run, i + 24) { value = value * 10 + Int128(NumberReader.digit(text[j]) ?? 0) }
            return WrittenNumber(start: start, end: run, value: ExactDecimal(value), isChinese: true, plainDigits: run - i)
        }
        var total: Int128 = 0  // of whole 万 and 亿
        var section: Int128 = 0  // below 万
        var digit: Int128?
        var upper: Int128?  // of 三五, 七八
        var isOpen = false
        var lastPower = 0
        scan: while i < text.count {
            let scalar = text[i]
            if let value = NumberReader.digit(scalar) {
                // 一百零五, 两万零三十: the zero only holds a place.
                if value == 0, digit == nil, i > start {
                    i += 1
                    continue
                }
                if let lower = digit {
                    guard upper == nil, Int128(value) > lower, Int128(value) <= lower + 2, lower > 0 else { break scan }
                    upper = Int128(value)
                } else {
                    digit = Int128(value)
                }
                i += 1
                continue
            }
            if scalar == 0x51E0 || scalar == 0x6570 {  // 几 数: 几十, 数百, 十几
                let next = i + 1 < text.count ? text[i + 1] : 0
                let beforeMagnitude = NumberReader.power(next) != nil
                let afterTen = scalar == 0x51E0 && i > start && text[i - 1] == 0x5341
                guard digit == nil, beforeMagnitude || afterTen else { break scan }
                isOpen = true
                if beforeMagnitude { digit = 1 }
                i += 1
                continue
            }
            guard let power = NumberReader.power(scalar), !units(i) else { break scan }
            if power >= 4 {
                let part = section + (digit ?? (section == 0 && total == 0 ? 1 : 0))
                if upper != nil, total != 0 || section != 0 { break scan }
                let scale = NumberReader.powers[power]
                total = total >= scale ? total + max(part, 1) * scale : (total + part) * scale
                section = 0
            } else {
                section += (digit ?? 1) * NumberReader.powers[power]
            }
            if let high = upper {  // 三五百, 七八万
                let scale = NumberReader.powers[power]
                let low = digit ?? 0
                return finish(start, i + 1, low * scale, high * scale, isOpen, power)
            }
            digit = nil
            lastPower = power
            i += 1
        }
        guard i > start else { return nil }
        // 伍 alone is a character of 队伍: the formal digits count only in a number of several.
        if i - start == 1, NumberReader.isFormal(text[start]) { return nil }
        var value = total + section
        if let last = digit {
            // 三万五 is 35000, 一百二 is 120; 一百零二 is 102.
            let spoken = lastPower >= 2 && i >= 2 && text[i - 2] != 0x96F6 && text[i - 2] != 0x3007 && upper == nil
            value += spoken ? last * NumberReader.powers[lastPower - 1] : last
            if let high = upper { return finish(start, i, value, value - last + high, isOpen, 0) }
        }
        return finish(start, i, value, nil, isOpen, 0)
    }

    private func finish(_ start: Int, _ end: Int, _ value: Int128, _ upper: Int128?, _ isOpen: Bool, _ power: Int) -> WrittenNumber {
        var number = WrittenNumber(
            start: start, end: end, value: ExactDecimal(value), upper: upper.map { ExactDecimal($0) }, isChinese: true, isOpen: isOpen,
            magnitude: power)
        let after = skipBlanks(end)
        if after < text.count, NumberReader.isOpener(text[after]), text[after] != 0x51E0 {
            let next = skipBlanks(after + 1)
            if text[after] == 0x4F59 || next < text.count && (units(next) || NumberReader.power(text[next]) != nil) {
                number.isOpen = true
                number.end = after + 1
                if next < text.count, let power = NumberReader.power(text[next]), !units(next) {  // 十余万
                    number.value = number.value.shifted(power)
                    number.magnitude = power
                    number.end = next + 1
                }
            }
        }
        return number
    }

    /// 余 多 来 几 after a number: at least that much.
    static func isOpener(_ scalar: UInt32) -> Bool { scalar == 0x4F59 || scalar == 0x591A || scalar == 0x6765 || scalar == 0x51E0 }

    /// 壹贰叁 …: the forms of cheques and contracts.
    private static func isFormal(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x58F9, 0x8D30, 0x53C1, 0x8086, 0x4F0D, 0x9646, 0x67D2, 0x634C, 0x7396, 0x62FE, 0x4F70, 0x4EDF: true
        default: false
        }
    }

    // Switches and no dictionaries: every character of a report is asked for.

    /// The value of a Chinese digit, formal ones too; nil for any other character.
    static func digit(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x3007, 0x96F6: 0  // 〇 零
        case 0x4E00, 0x58F9: 1  // 一 壹
        case 0x4E8C, 0x4E24, 0x8D30: 2  // 二 两 贰
        case 0x4E09, 0x53C1: 3  // 三 叁
        case 0x56DB, 0x8086: 4  // 四 肆
        case 0x4E94, 0x4F0D: 5  // 五 伍
        case 0x516D, 0x9646: 6  // 六 陆
        case 0x4E03, 0x67D2: 7  // 七 柒
        case 0x516B, 0x634C: 8  // 八 捌
        case 0x4E5D, 0x7396: 9  // 九 玖
        default: nil
        }
    }

    /// Ten and its powers: 十 1, 百 2, 千 3, 万 4, 亿 8; nil for any other character.
    static func power(_ scalar: UInt32) -> Int? {
        switch scalar {
        case 0x5341, 0x62FE: 1
        case 0x767E, 0x4F70: 2
        case 0x5343, 0x4EDF: 3
        case 0x4E07, 0x842C: 4
        case 0x4EBF, 0x5104: 8
        default: nil
        }
    }

    /// False for characters that no number starts with.
    static func canStart(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x30...0x39, 0x2D, 0x2212, 0x2013, 0x51E0, 0x6570: true  // - − – 几 数
        default: digit(scalar) != nil || power(scalar) != nil
        }
    }

    /// The characters a Chinese number can start with.
    static let chineseStarts = "零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万萬亿億"

    /// The greatest power of ten that characters multiply a number by: 万亿亿.
    private static let greatestPower = 20

    private static let powers: [Int128] = (0...12).map { power in (0..<power).reduce(Int128(1)) { value, _ in value * 10 } }
}

extension UInt32 {
    /// 三 is 3; nil for any other character than a Chinese digit.
    package var chineseDigit: Int? { NumberReader.digit(self) }

    /// 万 亿
    package var isMagnitude: Bool { self == 0x4E07 || self == 0x4EBF }
}
