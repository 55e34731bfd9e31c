// Dates and periods as written: 2023年, 2023年6月底, 2017—2020年, 2013-2014学年, 2023-08-08, 1—6月, 2025届, 6月.

/// A day, month or year, with what the text leaves open as nil.
public struct PartialDate: Sendable, Equatable {
    // Small, for every token of a sentence has room for two; 0 stands for open.
    private var storedYear: Int16 = 0
    private var storedMonth: Int8 = 0
    private var storedDay: Int8 = 0

    public init(year: Int? = nil, month: Int? = nil, day: Int? = nil) {
        self.year = year
        self.month = month
        self.day = day
    }

    public var year: Int? {
        get { storedYear == 0 ? nil : Int(storedYear) }
        set { storedYear = Int16(clamping: newValue ?? 0) }
    }

    public var month: Int? {
        get { storedMonth == 0 ? nil : Int(storedMonth) }
        set { storedMonth = Int8(clamping: newValue ?? 0) }
    }

    public var day: Int? {
        get { storedDay == 0 ? nil : Int(storedDay) }
        set { storedDay = Int8(clamping: newValue ?? 0) }
    }
}

/// A point or span of time.
public struct TimeExpression: Sendable, Equatable {
    public var from: PartialDate
    public var to: PartialDate?

    public init(from: PartialDate, to: PartialDate? = nil) {
        self.from = from
        self.to = to
    }

    /// The contract's form (`2023`, `2023-09`, `2017/2020`, `2023-01/2023-06`), the year taken from `year` where the text has none; nil without a year.
    public func period(defaultYear year: Int?) -> String? {
        func text(_ date: PartialDate, _ year: Int?) -> String? {
            guard let year = date.year ?? year else { return nil }
            func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
            guard let month = date.month else { return "\(year)" }
            guard let day = date.day else { return "\(year)-\(two(month))" }
            return "\(year)-\(two(month))-\(two(day))"
        }
        guard let start = text(from, to?.year ?? year) else { return nil }
        guard let to, let end = text(to, from.year ?? year) else { return start }
        return start == end ? start : "\(start)/\(end)"
    }
}

/// Reads dates and periods that are written with digits.
struct TimeReader {
    let text: [UInt32]

    struct Match {
        var end: Int
        var kind: NumeralKind
        var time: TimeExpression?
    }

    /// The date or period that starts at `start`, or nil.
    func match(at start: Int) -> Match? {
        guard let first = integer(at: start) else { return nil }
        if let clock = clockTime(first, start) { return clock }
        if first.digits == 4, isYear(first.value) {
            if let numeric = numericDate(first) { return numeric }
            if let span = yearSpan(first) { return span }
        }
        if let year = yearName(at: first.end, first) {
            // 2021级 names a cohort and not a time that figures are of.
            if text.at(year.end - 1) == 0x7EA7 { return Match(end: year.end, kind: .period) }
            return afterYear(year.value, year.end)
        }
        if let month = monthName(first) { return month }
        if first.digits <= 2, text.at(skip(first.end)) == 0x65E5 { return Match(end: skip(first.end) + 1, kind: .date) }  // 日
        return nil
    }

    // MARK: Pieces

    private struct Integer {
        var value: Int
        var end: Int
        var digits: Int
        var isChinese: Bool
    }

    private func integer(at start: Int) -> Integer? {
        var i = start
        var value = 0
        while i < text.count, text[i].isDigit, i - start < 9 {
            value = value * 10 + Int(text[i] - 0x30)
            i += 1
        }
        if i > start { return i < text.count && text[i].isDigit ? nil : Integer(value: value, end: i, digits: i - start, isChinese: false) }
        while i < text.count, let digit = NumberReader.digit(text[i]), i - start < 5 {
            value = value * 10 + digit
            i += 1
        }
        if i - start == 4 { return Integer(value: value, end: i, digits: 4, isChinese: true) }
        // 十一月, 二十日: months and days up to 31.
        i = start
        var small = 0
        if let digit = NumberReader.digit(text.at(i)), digit > 0 {
            small = digit
            i += 1
        }
        if text.at(i) == 0x5341 {
            small = max(small, 1) * 10
            i += 1
            if let digit = NumberReader.digit(text.at(i)), digit > 0 {
                small += digit
                i += 1
            }
        }
        guard i > start, small > 0 else { return nil }
        return Integer(value: small, end: i, digits: small > 9 ? 2 : 1, isChinese: true)
    }

    private func isYear(_ value: Int) -> Bool { value >= 1900 && value < 2100 }

    private func skip(_ i: Int) -> Int {
        var i = i
        while text.at(i).isBlank { i += 1 }
        return i
    }

    private func isDash(_ scalar: UInt32) -> Bool {
        scalar == 0x2D || scalar == 0x2013 || scalar == 0x2014 || scalar == 0x2015 || scalar == 0x7E || scalar == 0x223C || scalar == 0x81F3
            || scalar == 0x2500 || scalar == 0x5230
    }

    private func clockTime(_ first: Integer, _ start: Int) -> Match? {
        guard !first.isChinese, first.digits <= 2, first.value <= 24, text.at(first.end) == 0x3A, text.at(first.end + 1).isDigit,
            text.at(first.end + 2).isDigit, !text.at(first.end + 3).isDigit
        else { return nil }
        var end = first.end + 3
        // 师生比为1:15.2 is a ratio.
        let before = text.at(start - 1)
        if text.at(end) == 0x2E && text.at(end + 1).isDigit || before == 0x6BD4 || before == 0x4E3A || before == 0x8FBE || before == 0x5230
        {
            return nil
        }  // 比 为 达 到
        if text.at(end) == 0x3A, text.at(end + 1).isDigit, text.at(end + 2).isDigit { end += 3 }
        return Match(end: end, kind: .time)
    }

    /// 2023-08-08, 2023.8, 2023/8/8.
    private func numericDate(_ year: Integer) -> Match? {
        let separator = text.at(year.end)
        guard separator == 0x2D || separator == 0x2E || separator == 0x2F, let month = integer(at: year.end + 1), !month.isChinese,
            month.digits <= 2,
            (1...12).contains(month.value)
        else { return nil }
        var date = PartialDate(year: year.value, month: month.value)
        if text.at(month.end) == separator, let day = integer(at: month.end + 1), day.digits <= 2, (1...31).contains(day.value) {
            date.day = day.value
            return Match(end: day.end, kind: .date, time: TimeExpression(from: date))
        }
        guard month.digits == 2, !text.at(month.end).isDigit, separator != 0x2D || text.at(skip(month.end)) != 0x5E74 else { return nil }
        let next = skip(month.end)
        // 2020.12万 is no date.
        if separator == 0x2E, NumberReader.power(text.at(next)) != nil { return nil }
        return separator == 0x2E ? nil : Match(end: month.end, kind: .date, time: TimeExpression(from: date))
    }

    /// 2017—2020年, 2013-2014学年, 2017年至2020年, 2023年1月至6月 (the latter by `afterYear`).
    private func yearSpan(_ first: Integer) -> Match? {
        var i = first.end
        if text.at(skip(i)) == 0x5E74 || text.at(skip(i)) == 0x5C4A { i = skip(i) + 1 }  // 年 届
        var dash = skip(i)
        guard isDash(text.at(dash)) else { return nil }
        while isDash(text.at(dash)) { dash += 1 }
        guard let second = integer(at: skip(dash)), second.digits == 4 || second.digits == 2 && !second.isChinese else { return nil }
        let value = second.digits == 2 ? first.value / 100 * 100 + second.value : second.value
        guard isYear(value), value >= first.value else { return nil }
        let span = TimeExpression(from: PartialDate(year: first.value), to: PartialDate(year: value))
        if let name = yearName(at: second.end, Integer(value: value, end: second.end, digits: 4, isChinese: second.isChinese)) {
            return Match(end: name.end, kind: .period, time: span)
        }
        return second.digits == 4 ? Match(end: second.end, kind: .period, time: span) : nil
    }

    /// 年, 年度, 学年, 学年度, 届, 级 after a four-digit number.
    private func yearName(at end: Int, _ number: Integer) -> (value: Int, end: Int)? {
        guard number.digits == 4, isYear(number.value) else { return nil }
        var i = skip(end)
        switch text.at(i) {
        case 0x5E74: i += 1  // 年
        case 0x5B66 where text.at(i + 1) == 0x5E74: i += 2  // 学年
        case 0x5C4A: return (number.value, i + 1)  // 届
        case 0x7EA7 where !number.isChinese: return (number.value, i + 1)  // 级
        default: return nil
        }
        if text.at(i) == 0x5EA6 { i += 1 }  // 度
        return (number.value, i)
    }

    /// What follows 2023年: a month, a day, a span of months, a half, a quarter.
    private func afterYear(_ year: Int, _ end: Int) -> Match {
        let i = skip(end)
        let whole = Match(end: end, kind: .period, time: TimeExpression(from: PartialDate(year: year)))
        // 2023年第三季度
        let quarter = text.at(i) == 0x7B2C ? skip(i + 1) : i
        if let number = integer(at: quarter), (1...4).contains(number.value), text.at(skip(number.end)) == 0x5B63,
            text.at(skip(number.end) + 1) == 0x5EA6
        {
            let span = TimeExpression(
                from: PartialDate(year: year, month: number.value * 3 - 2), to: PartialDate(year: year, month: number.value * 3))
            return Match(end: skip(number.end) + 2, kind: .period, time: span)
        }
        if let month = integer(at: i), month.digits <= 2, let named = monthName(month) {
            var match = named
            match.time?.from.year = year
            if match.time?.to != nil, match.time?.to?.year == nil { match.time?.to?.year = year }
            return match
        }
        return whole
    }

    /// 6月, 6月底, 6月30日, 1—6月, 1月至6月, 6月份.
    private func monthName(_ month: Integer) -> Match? {
        guard month.digits <= 2, (1...12).contains(month.value) else { return nil }
        var i = skip(month.end)
        let hasMonth = text.at(i) == 0x6708
        if hasMonth { i += 1 }
        if hasMonth, text.at(i) == 0x4EFD { i += 1 }  // 份
        var dash = skip(i)
        if isDash(text.at(dash)) {
            while isDash(text.at(dash)) { dash += 1 }
            var second = integer(at: skip(dash))
            var year: Int?
            if let next = second, let name = yearName(at: next.end, next) {  // 2023年9月至2024年8月
                year = name.value
                second = integer(at: skip(name.end))
            }
            if let second, second.digits <= 2, (1...12).contains(second.value), text.at(skip(second.end)) == 0x6708 {
                let end = skip(second.end) + 1
                let span = TimeExpression(from: PartialDate(month: month.value), to: PartialDate(year: year, month: second.value))
                return Match(end: end, kind: .period, time: span)
            }
        }
        guard hasMonth else { return nil }
        if let day = integer(at: skip(i)), day.digits <= 2, (1...31).contains(day.value) {
            let after = skip(day.end)
            // 7月19至20日
            if isDash(text.at(after)), let until = integer(at: skip(after + 1)), until.digits <= 2, (1...31).contains(until.value),
                text.at(skip(until.end)) == 0x65E5
            {
                return Match(
                    end: skip(until.end) + 1, kind: .date,
                    time: TimeExpression(
                        from: PartialDate(month: month.value, day: day.value), to: PartialDate(month: month.value, day: until.value)))
            }
            if text.at(after) == 0x65E5 || text.at(after) == 0x53F7 {  // 日 号
                var end = after + 1
                var time = TimeExpression(from: PartialDate(month: month.value, day: day.value))
                var last = skip(end)
                if isDash(text.at(last)) {
                    while isDash(text.at(last)) { last += 1 }
                    if let until = integer(at: skip(last)), until.digits <= 2 {
                        if text.at(skip(until.end)) == 0x65E5 {
                            end = skip(until.end) + 1
                            time.to = PartialDate(month: month.value, day: until.value)
                        } else if text.at(skip(until.end)) == 0x6708, let untilDay = integer(at: skip(skip(until.end) + 1)),
                            text.at(skip(untilDay.end)) == 0x65E5
                        {
                            end = skip(untilDay.end) + 1
                            time.to = PartialDate(month: until.value, day: untilDay.value)
                        }
                    }
                }
                return Match(end: end, kind: .date, time: time)
            }
        }
        return Match(end: i, kind: .date, time: TimeExpression(from: PartialDate(month: month.value)))
    }
}

extension [UInt32] {
    /// The element at `index`, or 0 past either end.
    func at(_ index: Int) -> UInt32 { index >= 0 && index < count ? self[index] : 0 }
}
