// Turns a draft into a figure with every field of the contract.
import Numerals
import ReportText

/// What all figures of a passage share. A class, so that handing it on costs nothing.
final class FigurePlace {
    let passage: Passage
    let passageIndex: Int
    /// The sentence (or table row) that the next figures stand in.
    @exclusivity(unchecked) var quote: String
    let section: [String]
    let source: ReportText
    let lines: LineIndex
    /// What the report has limited so far.
    @exclusivity(unchecked) var limits: [StandingLimit] = []

    init(passage: Passage, passageIndex: Int, quote: String = "", section: [String], source: ReportText, lines: LineIndex) {
        self.passage = passage
        self.passageIndex = passageIndex
        self.quote = quote
        self.section = section
        self.source = source
        self.lines = lines
    }
}

/// A class, for the room it uses again for each figure.
final class FigureBuilder {
    let lexicon: Lexicon
    let catalogue: IndicatorCatalogue
    /// The measure's characters, and the parts of the catalogue found in it.
    @exclusivity(unchecked) private var scalars: [UInt32] = []
    @exclusivity(unchecked) private var found: [Int] = []
    @exclusivity(unchecked) private var covered: [Bool] = []

    init(lexicon: Lexicon, catalogue: IndicatorCatalogue) {
        self.lexicon = lexicon
        self.catalogue = catalogue
    }

    /// - Parameters:
    ///   - characters: those of the draft's words.
    ///   - whole: those of what it is a part of.
    func figure(
        _ draft: Draft, _ numeral: Numeral, at place: FigurePlace, characters: ArraySlice<UInt32>, whole: ArraySlice<UInt32> = []
    ) -> Figure {
        let range = place.passage.sourceRange(numeral.start..<numeral.end)
        // Taken out while it is filled, so that it is not copied.
        var scalars: [UInt32] = []
        swap(&scalars, &self.scalars)
        defer { swap(&scalars, &self.scalars) }
        scalars.removeAll(keepingCapacity: true)
        if !draft.prefix.isEmpty { scalars += draft.prefix }
        if let member = draft.member {
            scalars += characters.naming(member.name, for: member.group, isPart: numeral.unitKind == .ratio)
        } else {
            scalars += characters
        }
        if !draft.suffix.isEmpty { scalars += draft.suffix.dropFirst(scalars.overlapping(draft.suffix)) }
        let measure = String(scalars: scalars[...])
        for i in 0..<scalars.count { scalars[i] = scalars[i].halfwidth }
        let (words, head, subject) = (draft.words, draft.head, draft.subject)
        var unit = numeral.unit
        var unitKind = numeral.unitKind
        var isPerUnit = false
        if unit.isEmpty, numeral.kind == .figure, unitKind == .none, lexicon.endsInPeople(head, scalars) {
            // 86.5万贫困人口: people counted without 名.
            unit = "人"
            unitKind = .persons
        }
        var statistic = draft.statistic
        var value = numeral.value ?? ExactDecimal(0)
        var upper = numeral.upper
        if draft.isDecline {
            value = value.negated
            if let high = upper { (value, upper) = (high.negated, value) }
        }
        if let denominator = draft.denominator, !unit.contains("/"), unitKind == .persons || unitKind == .count {
            unit += "/" + denominator
            isPerUnit = true
            if statistic == .value { statistic = .rate }
        }
        // 人均可支配收入其中工资性收入: what is per head has parts that are.
        if statistic == .value,
            lexicon.namesRate(scalars) || unitKind == .money && !whole.isEmpty && lexicon.namesRate(whole.map(\.halfwidth))
        {
            statistic = .rate
        }
        let said =
            draft.countedCategory
            ?? CategoryReader(lexicon: lexicon).category(
                head: head, words: words, unit: unit, unitKind: unitKind, statistic: statistic)
        var category = said ?? draft.inheritedCategory ?? "other"
        if category == "other" {
            let likely = CategoryReader(lexicon: lexicon).likely(
                unit, unitKind: unitKind, statistic: statistic, isNamed: said != nil, measure: measure, subject: subject)
            category = draft.inheritedCategory ?? likely ?? category
        }
        if category == "economy", subject?.kind == "school", unitKind == .money, !lexicon.saysEconomy(scalars) {
            category = "funding"
        }
        // 工业增加值中，制造业增长5%: what is measured of such a part is said of the whole. 规模以上, 城镇居民 of a whole hold for its parts.
        let called = whole.isEmpty ? [] : whole.map(\.halfwidth)
        let isOfAmount = !called.isEmpty && !lexicon.endsInAmount(scalars) && lexicon.endsInAmount(called)
        let isLimited = isOfAmount || !called.isEmpty && lexicon.limitsParts(called)
        if isLimited { scalars = called + scalars }
        func code(of measure: [UInt32], _ unitKind: UnitKind, countsBefore: Bool) -> Int? {
            catalogue.indicator(
                measure: measure, category: category, unitKind: unitKind, statistic: statistic, countsBefore: countsBefore,
                lexicon: lexicon,
                &found, &covered)
        }
        // What things have at least is nobody's amount.
        var indicator = draft.isThreshold ? nil : code(of: scalars, isPerUnit ? .rate : unitKind, countsBefore: draft.isAttributive)
        // 房屋建筑施工面积其中新开工面积: what only the two together name.
        if !isLimited, let part = indicator, !called.isEmpty, lexicon.endsInAmount(called), lexicon.endsInAmount(scalars),
            let joint = code(of: called + scalars, unitKind, countsBefore: false), joint != part,
            joint != code(of: called, unitKind, countsBefore: false)
        {
            indicator = joint
        }
        if let part = indicator, called.last == 0x4E2D, isOfAmount || !isLimited && unitKind == .persons && isOfGraduates(part),  // 中
            let whole = code(of: called, unitKind, countsBefore: false)
        {
            // 参保人数其中职工: a part is not what its whole is.
            let isSame =
                isOfAmount
                && (whole == part || catalogue.indicators[whole].labelScalars[...].firstIndex(of: scalars[called.count...]) != nil)
            // 新增就业其中高校毕业生: what such people are otherwise counted as is another matter.
            let isAnother = !isOfAmount && catalogue.indicators[whole].category != catalogue.indicators[part].category
            if isSame || isAnother { indicator = nil }
        }
        // 报纸2种: kinds are no amount.
        if unitKind == .count, let kinds = indicator, catalogue.indicators[kinds].labelScalars.last == 0x91CF, unit.isSame(as: "种") {  // 量
            indicator = nil
        }
        let full = whole.isEmpty ? measure : String(scalars: whole) + measure
        let number = value.double
        let bound = draft.bound ?? numeral.bound
        let limits = FigureBuilder.limits(number, upper?.double, bound)
        return Figure(
            start: range.lowerBound, end: range.upperBound, surface: place.source.string(range), value: number,
            low: limits.low, high: limits.high, unit: unit, bound: bound, statistic: statistic, frequency: draft.frequency,
            category: category, indicator: indicator.map { catalogue.indicators[$0].code },
            indicatorLabel: indicator.map { catalogue.indicators[$0].label },
            measure: place.limits.isEmpty ? full : place.limits.applied(to: full),
            subject: subject?.name, subjectKind: subject?.kind, subjectRegion: subject?.regionCode, period: draft.period,
            periodBasis: draft.periodBasis,
            rank: nil, quote: place.quote, section: place.section, line: place.lines.line(of: range.lowerBound, near: place.passage.line),
            confidence: confidence(
                draft, numeral, words, subject, category: category, isSaid: said != nil, hasMeasure: !measure.isEmpty,
                hasIndicator: indicator != nil),
            passage: place.passageIndex)
    }

    /// What the words allow: 超200亿 has a low only, 近60% a high only. A bound on a decline limits its size.
    static func limits(_ value: Double, _ upper: Double?, _ bound: Bound) -> (low: Double?, high: Double?) {
        switch bound {
        case .exact: (value, value)
        case .range: (value, upper ?? value)
        case .about: (upper == nil ? nil : value, upper)
        case .over: value < 0 ? (nil, value) : (value, nil)
        case .almost, .under: value < 0 ? (value, nil) : (nil, value)
        }
    }

    /// Of graduates or of who finds work.
    private func isOfGraduates(_ indicator: Int) -> Bool { ["graduate", "employment"].contains(catalogue.indicators[indicator].category) }

    private func confidence(
        _ draft: Draft, _ numeral: Numeral, _ words: Words, _ subject: Subject?, category: String, isSaid: Bool, hasMeasure: Bool,
        hasIndicator: Bool
    ) -> Double {
        var doubts = draft.doubts
        func note(_ doubt: Doubts, _ holds: Bool) { if holds { doubts.insert(doubt) } }
        note(.chineseNumeral, numeral.isChinese)
        note(.inheritedMeasure, draft.isInherited)
        note(.likelyCategory, !isSaid)
        note(.noCategory, category == "other")
        note(.noSubject, subject == nil)
        note(.unusualSubject, subject.map { !$0.isRegion && $0.kind != "school" && $0.kind != "company" } ?? false)
        note(.othersInMeasure, words.contains { $0.kind == .organisation || $0.kind == .region })
        note(.noMeasure, !hasMeasure)
        note(.longMeasure, words.count > 8)
        note(.noUnit, numeral.unit.isEmpty)
        note(.noIndicator, !hasIndicator)
        note(.periodOfReport, draft.periodBasis == .report)
        note(.noPeriod, draft.period == nil)
        note(.countedBehind, draft.isAttributive)
        return doubts.confidence
    }
}

extension ArraySlice<UInt32> {
    /// With the member in place of the words for all of them; behind all words where the number is its part of a whole.
    fileprivate func naming(_ member: String, for group: String, isPart: Bool) -> ArraySlice<UInt32> {
        let (member, group) = (member.unicodeScalars.map(\.value), group.unicodeScalars.map(\.value))
        if isPart { return self + member }
        guard let start = firstIndex(of: group[...]) else { return self }
        return self[..<start] + member + self[(start + group.count)...]
    }
}

/// Line numbers of code points.
struct LineIndex: Sendable {
    private let starts: [Int]

    init(_ text: [UInt32]) {
        var starts = [0]
        for i in text.indices where text[i] <= 0x0D && (text[i] == 0x0A || text[i] == 0x0D && text.at(i + 1) != 0x0A) {
            starts.append(i + 1)
        }
        self.starts = starts
    }

    /// The 1-based line of a code point.
    /// - Parameter near: the line that it most likely stands in.
    func line(of offset: Int, near: Int = 1) -> Int {
        if near <= starts.count, starts[near - 1] <= offset, near == starts.count || offset < starts[near] { return near }
        return max(1, starts.partitioningIndex { $0 > offset })
    }
}
