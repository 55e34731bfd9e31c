// When: words of time become periods in the contract's form.
import Numerals

/// The period in force while a sentence is read from left to right.
struct PeriodState {
    let reportYear: Int?
    /// That is only when it was published, so that 全年 is the year before.
    var isYearOfPublication = false
    /// The year that the heading names.
    let sectionYear: Int?
    /// The last year stated in the paragraph.
    var yearInForce: Int?
    /// Stated in this sentence so far.
    private(set) var period: String?
    // The year came from outside the sentence.
    private var isFromReport = false
    // It goes on until now, which the next sentence need not.
    private var isSince = false
    // What the sentence before was about.
    private var before: String?

    init(reportYear: Int?, section: String?, yearInForce: Int?, carried: String?) {
        self.reportYear = reportYear
        sectionYear = section.flatMap { Int($0) }
        self.yearInForce = yearInForce
        before = carried
    }

    /// What the next sentence may still be about: a year or month, not a day.
    var carried: String? {
        guard let text = isSince ? before : period ?? before else { return nil }
        // A day has ten characters.
        var length = 0
        for byte in text.utf8 {
            length = byte == UInt8(ascii: "/") ? 0 : length + 1
            if length > 7 { return nil }
        }
        return text
    }

    /// Several years, which hold for what is said at once and not for a text that goes on.
    var isSpanOfYears: Bool { carried.map { $0.utf8.count == 9 && period == nil } ?? false }

    /// More years than a school year has.
    private var namesSeveralYears: Bool {
        guard let period, period.utf8.count == 9, let first = Int(period.prefix(4)), let last = Int(period.suffix(4)) else { return false }
        return last - first > 1
    }

    /// Another subject: what was said of the one before is not said of it.
    mutating func forget() { before = nil }

    /// The period of a figure read now; `section` is what the heading says.
    func resolved(section: String?) -> (period: String?, basis: PeriodBasis?) {
        if let period { return (period, isFromReport ? .context : .stated) }
        if let before { return (before, .context) }
        if let section { return (section, .context) }
        if let reportYear { return ("\(reportYear)", .report) }
        return (nil, nil)
    }

    /// The same a year earlier.
    mutating func stepBack() {
        func earlier(_ text: String) -> String {
            text.split(separator: "/").map { part in
                guard let year = Int(part.prefix(4)) else { return String(part) }
                return "\(year - 1)" + part.dropFirst(4)
            }.joined(separator: "/")
        }
        if period == nil, before == nil, let year = defaultYear { before = "\(year)" }
        period = period.map(earlier)
        before = before.map(earlier)
    }

    /// 2019年至今: the years up to the report's.
    mutating func lastToNow() {
        guard let reportYear, let period, period.utf8.count == 4, let first = Int(period), first < reportYear else { return }
        self.period = "\(first)/\(reportYear)"
        isSince = true
    }

    /// 目前: what was said before no longer holds.
    mutating func clear() {
        period = nil
        before = nil
    }

    /// The year of what names only a month or a part of a year.
    private var defaultYear: Int? { yearInForce ?? sectionYear ?? reportYear }

    /// Takes in a token of time.
    mutating func read(_ token: Token, lexicon: Lexicon) {
        isSince = false
        if let time = token.time {
            let year = time.from.year ?? time.to?.year
            isFromReport = year == nil && yearInForce == nil
            if let text = time.period(defaultYear: defaultYear) { period = text }
            if let year = time.to?.year ?? year { yearInForce = year }
            return
        }
        guard token.term >= 0, lexicon.shapes[token.term].isTime, let rule = lexicon.terms[token.term].period else { return }
        let year = defaultYear
        let number = Int(rule.value) ?? 0
        func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
        func months(_ first: Int, _ last: Int) {
            guard let year else { return }
            isFromReport = yearInForce == nil
            period = "\(year)-\(two(first))/\(year)-\(two(last))"
        }
        switch rule.rule {
        case .range: period = rule.value
        case .half: months(number * 6 - 5, number * 6)
        case .quarter: months(number * 3 - 2, number * 3)
        case .span:
            let ends = rule.value.split(separator: "-").compactMap { Int($0) }
            if ends.count == 2 { months(ends[0], ends[1]) }
        case .year:
            guard let reportYear else { return }
            isFromReport = true
            period = "\(reportYear + number)"
            yearInForce = reportYear + number
        case .same:
            // 全年 after 2023年 is that year; alone it is the report's.
            guard let year else { return }
            // 一季度增长5%，全年增长6%: the year of the part. 2019—2023年…，年末…: the last of several.
            if let period, !namesSeveralYears, period.utf8.count <= 4 || !period.utf8.contains(UInt8(ascii: "-")) { return }
            isFromReport = true
            let isOver = !isYearOfPublication || yearInForce != nil || sectionYear != nil
            period = "\(isOver ? year : year - 1)"
        }
    }
}
