// Reads one sentence: clause by clause, figure by figure, what is measured, whose it is, when.
import Numerals

/// The reading of one sentence. Create one a sentence; `read` gives the drafts of its figures.
struct SentenceReader {
    let lexicon: Lexicon
    /// Fullwidth forms made ASCII, and as the document has them.
    let text: [UInt32]
    let original: [UInt32]
    let numerals: [Numeral]
    let tokens: [Token]
    private(set) var drafts: [Draft] = []
    private var periods: PeriodState
    private var subject: Subject?
    /// What a name stands for where the sentence starts.
    private let subjects: (Token) -> Subject?
    private var previousClause: [Token] = []
    /// The institutions last counted in this sentence: 学校 in 学校2所，在校生3169人.
    private var institution: [Token] = []
    private var heads: [String: [Token]]
    /// 其中 has been said: parts of what was measured before follow.
    private var isBreakdown = false

    init(lexicon: Lexicon, text: [UInt32], original: [UInt32], numerals: [Numeral], tokens: [Token], discourse: Discourse) {
        self.lexicon = lexicon
        self.text = text
        self.original = original
        self.numerals = numerals
        self.tokens = tokens
        periods = PeriodState(reportYear: discourse.reportYear, yearInForce: discourse.yearInForce, carried: discourse.carriedPeriod)
        subject = discourse.subject
        subjects = { discourse.subject(of: $0) }
        heads = discourse.heads
    }

    /// Reads the sentence and moves the discourse forward.
    mutating func read(_ discourse: inout Discourse) {
        var start = 0
        var isFirst = true
        while start < tokens.count {
            let end = clauseEnd(from: start)
            let clause = Array(tokens[start..<end])
            readSubject(clause, isFirst: isFirst, &discourse)
            if clause.contains(where: { $0.isNominal || $0.isVerb || $0.isFigure }) { isFirst = false }
            readClause(clause, section: discourse.sectionPeriod)
            if !clause.isEmpty { previousClause = clause }
            start = end + 1
        }
        if drafts.count > 1 { shareParts() }
        discourse.yearInForce = periods.yearInForce
        discourse.carriedPeriod = periods.carried
        discourse.heads = heads
        discourse.finishSentence()
    }

    // MARK: Clauses

    /// The index of the comma that ends the clause, or the end. Brackets around figures make clauses of their own.
    private func clauseEnd(from start: Int) -> Int {
        var i = start
        while i < tokens.count {
            switch tokens[i].kind {
            case .comma: return i
            case .open, .close: if isBracketedFigure(i) { return i }
            default: break
            }
            i += 1
        }
        return tokens.count
    }

    private func isBracketedFigure(_ i: Int) -> Bool {
        // Look a few tokens to either side for a figure inside the brackets.
        let step = tokens[i].kind == .open ? 1 : -1
        var j = i + step
        var steps = 0
        while j >= 0, j < tokens.count, steps < 40 {
            if tokens[j].isFigure { return true }
            if tokens[j].kind == .close || tokens[j].kind == .open { return false }
            j += step
            steps += 1
        }
        return false
    }

    // MARK: Subject

    private mutating func readSubject(_ clause: [Token], isFirst: Bool, _ discourse: inout Discourse) {
        guard let mention = initialMention(clause), let named = discourse.subject(of: clause[mention]) else {
            // A sentence that opens with a noun of its own leaves what was only mentioned on the way; one that opens with a verb goes on with it.
            if isFirst, !discourse.isParagraphTopic, let base = discourse.baseSubject,
                opensWithNoun(clause) || base.kind == "region" && subject?.kind != "region"
            {
                subject = base
            }
            return
        }
        // 全国重点实验室, 河南省工程研究中心: in a text about one place what lies around it only says of what rank a thing is.
        if named.kind == "region", let base = discourse.baseSubject, lexicon.isNation(named) && base.regionCode != nil || named.contains(base) { return }
        if isFirst, named != subject { periods.forget() }
        subject = named
        if isFirst { discourse.setParagraphSubject(named) }
    }

    private func opensWithNoun(_ clause: [Token]) -> Bool {
        for token in clause {
            switch token.kind {
            case .time, .adverb, .now, .frequency, .open, .close, .conjunction: continue
            case .noun, .text, .quote: return !token.isVerbToo
            default: return false
            }
        }
        return false
    }

    /// The index of the region or organisation a clause opens with, or nil.
    private func initialMention(_ clause: [Token]) -> Int? {
        var i = 0
        while i < clause.count {
            switch clause[i].kind {
            case .time, .adverb, .now, .frequency, .open, .close, .conjunction, .denominator: i += 1
            case .preposition where i + 1 < clause.count && clause[i + 1].kind == .time: i += 1
            default:
                guard isMention(clause[i]) else { return nil }
                // 江苏省苏州市: the nearer names it. 苏州全市: the first does.
                while i + 1 < clause.count, clause[i + 1].kind == .region || clause[i].kind == .region && clause[i + 1].kind == .organisation { i += 1 }
                guard i + 1 < clause.count else { return i }
                let next = clause[i + 1]
                // 职教集团有19个: a common noun that is itself counted.
                if clause[i].kind == .noun, let counted = clause[(i + 1)...].first(where: { $0.kind != .copula && $0.kind != .adverb }), counted.isFigure {
                    return nil
                }
                // A list of names (上海、安徽等10余个省), and a name that is itself counted, are no subject.
                if next.kind == .pause || next.kind == .conjunction, isMention(clause.element(i + 2)) { return nil }
                if let figure = next.figure, clause[i].kind == .organisation, numerals[figure].unitKind == .count { return nil }
                if next.kind == .adverb, next.start < text.count, text[next.start] == 0x7B49 { return nil }  // 等
                return i
            }
        }
        return nil
    }

    private func isMention(_ token: Token?) -> Bool {
        guard let token else { return false }
        if token.kind == .region || token.kind == .organisation { return true }
        return token.term >= 0 && lexicon.terms[token.term].deictic != nil
    }

    // MARK: Figures of a clause

    private mutating func readClause(_ clause: [Token], section: String?) {
        let mention = initialMention(clause)
        var frequency: Frequency?
        var denominator: String?
        // 平均 has been said: numbers are averages.
        var isAverage = false
        var segmentStart = mention.map { $0 + 1 } ?? 0
        var firstOfClause = drafts.count
        for (i, token) in clause.enumerated() {
            switch token.kind {
            case .time: if !isComparisonBase(clause, i) { periods.read(token, lexicon: lexicon) }
            case .now: periods.clear()
            case .adverb where lexicon.isBreakdown(token): isBreakdown = true
            case .adverb where lexicon.isRateWord(string([token])): isAverage = true
            case .frequency: frequency = Frequency(rawValue: lexicon.terms[token.term].value)
            case .denominator(let index): denominator = numerals[index].denominator
            case .text where isPerYear(clause, i): frequency = .annual
            case .figure(let index):
                let end = nextFigure(clause, after: i) ?? clause.count
                var draft = Draft(numeral: index)
                draft.frequency = frequency
                draft.denominator = denominator
                draft.subject = subject
                (draft.period, draft.periodBasis) = periods.resolved(section: section)
                let right = rightPart(clause, i + 1, end)
                measure(&draft, left: Array(clause[min(segmentStart, i)..<i]), right: right.words, isFirstOfClause: drafts.count == firstOfClause)
                if end < clause.count, right.endsInList { draft.sharesPredicate = true }
                complete(&draft)
                if isAverage, draft.statistic == .value { draft.statistic = .rate }
                drafts.append(draft)
                segmentStart = i + 1 + right.consumed
                // 和 shares what was said before it; a new figure after 、 keeps the frequency too.
            default: break
            }
        }
        readDistributed(clause, from: &firstOfClause)
        readRank(clause)
    }

    private func nextFigure(_ clause: [Token], after i: Int) -> Int? {
        clause[(i + 1)...].firstIndex { $0.isFigure }
    }

    /// 比2020年, 较上年: the time is what is compared with.
    private func isComparisonBase(_ clause: [Token], _ i: Int) -> Bool {
        var before = clause[i].start - 1
        while text.at(before) == 0x201C || text.at(before).isBlank { before -= 1 }
        return text.at(before) == 0x6BD4 || text.at(before) == 0x8F83
    }

    /// 年 before a verb: 年培训, 年接待.
    private func isPerYear(_ clause: [Token], _ i: Int) -> Bool {
        let token = clause[i]
        guard text[token.end - 1] == 0x5E74, token.end - token.start == 1, let next = clause.element(i + 1) else { return false }
        return next.isVerb || next.kind == .noun
    }

    /// The words after a figure that belong to it, when another figure or the clause's end stands at `end`.
    private func rightPart(_ clause: [Token], _ start: Int, _ end: Int) -> (words: [Token], consumed: Int, endsInList: Bool) {
        guard start < end else { return ([], 0, false) }
        let between = Array(clause[start..<end])
        // A mark or 和 right after the figure: all that follows belongs to the next one.
        if between[0].isSeparator { return ([], end < clause.count ? 1 : between.count, end < clause.count) }
        guard end < clause.count else { return (between, between.count, false) }
        // …的 N, …、N, …和N: all of it belongs to this one.
        if let last = between.last, last.isSeparator || last.kind == .particle {
            return (Array(between.dropLast()), between.count, last.kind != .particle)
        }
        // 3385件六安市上半年…: a name alone opens the next one's words.
        let afterName = between.firstIndex { !isMention($0) } ?? between.count
        if afterName > 0, between.element(afterName)?.isNominal != true { return ([], 0, false) }
        if let split = between.lastIndex(where: { $0.isSeparator }), between[..<split].contains(where: { $0.isNominal }) {
            return (Array(between[..<split]), split + 1, true)
        }
        if let verb = between.firstIndex(where: { $0.isVerb && $0.kind == .verb || $0.kind == .copula || $0.kind == .share || $0.kind == .change || $0.kind == .compare || $0.kind == .frequency || $0.kind == .time }) {
            return (Array(between[..<verb]), verb, false)
        }
        // 护理等3个专业招生450人: after a list the noun behind the number is what is counted.
        if let before = clause.element(start - 2), string([before]) == "等", let verb = between.firstIndex(where: { $0.isVerb }), verb > 0 {
            return (Array(between[..<verb]), verb, false)
        }
        // 企业20家员工300人: the noun after belongs to the number after it when the number before has its own.
        return ([], 0, false)
    }

    // MARK: Measure

    private mutating func measure(_ draft: inout Draft, left rawLeft: [Token], right rawRight: [Token], isFirstOfClause: Bool) {
        let numeral = numerals[draft.numeral]
        let left = trimmedLeft(rawLeft)
        var right = rawRight
        while let first = right.first, first.kind == .particle || first.kind == .close || first.kind == .adverb { right.removeFirst() }
        let isRate = numeral.unitKind == .percent || numeral.unitKind == .permille || numeral.unitKind == .rate || numeral.unitKind == .moneyRate || numeral.unitKind == .ratio || numeral.unitKind == .multiple
        if isRate || draft.denominator != nil { draft.statistic = .rate }
        if numeral.unitKind == .points { draft.statistic = .change }

        if left.isEmpty, right.isEmpty, !isFirstOfClause, let previous = drafts.last, numerals[previous.numeral].unitKind == numeral.unitKind {
            // 增长11.9%、6.8%: the second says the same of the next thing.
            draft.isSibling = true
            draft.isInherited = true
            draft.words = previous.words
            draft.head = previous.head
            draft.prefix = previous.prefix
            draft.suffix = previous.suffix
            draft.statistic = previous.statistic
            draft.isDecline = previous.isDecline
            draft.denominator = draft.denominator ?? previous.denominator
            return
        }
        if let change = changeWord(rawLeft, unit: numeral.unitKind) {
            draft.statistic = .change
            draft.isDecline = change.isDecline
            var base = left.before(change.start)
            // 达5.53万亿元、稳居全国前十、增长4.8%: what stands before the last mark belongs to the figure before.
            if !isFirstOfClause, let mark = base.lastIndex(where: { $0.isSeparator }) { base.removeFirst(mark + 1) }
            base = base.droppingTrailing { $0.kind == .compare || $0.kind == .time || $0.kind == .adverb || $0.kind == .frequency }
            setBase(&draft, base)
            draft.suffix = change.words
            return
        }
        // 设备总值1.32亿元，生均1.4万元: a rate's word alone is of what was measured before.
        let rateWord = string(left.droppingTrailing { $0.kind == .preposition })
        if !left.isEmpty, right.isEmpty, lexicon.isRateWord(rateWord), let previous = drafts.last, previous.words.hasNominal {
            draft.statistic = .rate
            draft.isInherited = true
            draft.words = previous.words
            draft.head = previous.head
            if isRate { draft.suffix = rateWord } else { draft.prefix = rateWord }
            return
        }
        if let share = left.lastIndex(where: { $0.kind == .share }) {
            draft.statistic = .rate
            setBase(&draft, Array(left[..<share]))
            let whole = Array(left[(share + 1)...]).trimmingEnds()
            let namesShare = whole.last.map { lexicon.namesRate(string([$0])) } ?? false
            draft.suffix = whole.isEmpty ? "占比" : "占" + string(whole) + (namesShare ? "" : "比例")
            return
        }
        let nounPhrase = right.prefix(countedPhraseEnd(right, numeral))
        let phrase = Array(nounPhrase).trimmingEnds()
        let predicate = Array(right.dropFirst(nounPhrase.count)).trimmingEnds()
        if phrase.hasNominal {
            // N of something: 112家企业 (建立产学合作关系); what stands before gives the verb.
            draft.isAttributive = true
            var governing = governingWords(left)
            // 为近200家企业提供方案: before a counted noun with a verb of its own 为 is no 达到.
            if governing.isEmpty, !predicate.isEmpty, let last = rawLeft.last, last.kind == .copula, string([last]) == "为" { governing = [last] }
            draft.words = governing + phrase
            draft.head = phrase
            if governing.isEmpty || governing.last?.kind == .preposition || governing.last?.kind == .copula {
                draft.words += predicate
                draft.predicate = predicate
            }
            return
        }
        if isBreakdown, right.isEmpty, left.hasNominal, !left.contains(where: { lexicon.noun($0) != nil || $0.kind == .organisation || $0.kind == .region }),
            let previous = drafts.last, numerals[previous.numeral].unit == numeral.unit
        {
            // 校外基地64个（其中省级9个）
            draft.words = left + previous.head
            draft.head = previous.head
            draft.isInherited = true
            return
        }
        if !left.isEmpty, !left.hasNounProper, let previous = drafts.last, previous.head.hasNounProper, numerals[previous.numeral].unit == numeral.unit {
            // 申报课题40项，立项22项: a verb that is also a noun leaves out what the figure before named.
            draft.words = left + previous.head
            draft.head = previous.head
            draft.isInherited = true
            return
        }
        if left.hasNominal {
            draft.words = left.droppingTrailing { $0.kind == .preposition }
            draft.head = Array(draft.words.withoutLeadingVerbs)
            if numeral.unitKind == .percent, !predicate.isEmpty, predicate.first?.kind == .preposition { draft.words += predicate }
            return
        }
        // 其中5名来自海外: the noun of the figure before, of the same unit.
        if !predicate.isEmpty, left.isEmpty, let previous = drafts.last, !previous.head.isEmpty, numerals[previous.numeral].unit == numeral.unit {
            draft.words = previous.head + predicate
            draft.head = previous.head
            draft.isInherited = true
            return
        }
        // No noun of its own: 攻关解决 240 余项, and 超过40%来自…….
        if !predicate.isEmpty, left.isEmpty, let topic = topicOfPreviousClause() {
            draft.words = topic + predicate
            draft.head = topic
            draft.isInherited = true
            return
        }
        setBase(&draft, left + predicate)
    }

    /// Where the phrase that the number counts ends: at the first verb after a noun that its unit can count (企业|建立…),
    /// past verbs that only modify such a noun (乡村运营人才).
    private func countedPhraseEnd(_ right: [Token], _ numeral: Numeral) -> Int {
        var firstStop: Int?
        for (i, token) in right.prefix(16).enumerated() {
            switch token.kind {
            case .comma, .figure: return firstStop ?? i
            case .copula, .preposition, .share, .locative, .change, .becomes: return firstStop ?? i
            case .verb:
                if let noun = right[..<i].last(where: { $0.isNominal }).flatMap(lexicon.noun), fits(noun, numeral) { return firstStop.map { max($0, i) } ?? i }
                if firstStop == nil { firstStop = i }
            default:
                if firstStop != nil, let noun = lexicon.noun(token), fits(noun, numeral) {
                    // Take in the rest of this phrase.
                    return i + right[i...].prefix { $0.isNominal }.count
                }
            }
        }
        return firstStop ?? right.count
    }

    private func fits(_ noun: (category: String, isPerson: Bool), _ numeral: Numeral) -> Bool {
        switch numeral.unitKind {
        case .persons: noun.isPerson
        case .count: lexicon.counted[numeral.unit]?.contains(noun.category) ?? true
        default: true
        }
    }

    /// The words themselves where they hold a noun; else the noun of the figure before, or of the clause before.
    private mutating func setBase(_ draft: inout Draft, _ words: [Token]) {
        let own = words.trimmingEnds()
        if own.hasNominal {
            draft.words = own
            draft.head = Array(own.withoutLeadingVerbs)
            return
        }
        draft.isInherited = true
        if let previous = drafts.last, previousHasMeasure(previous) {
            let isChangeOrShare = draft.statistic != .value || own.isEmpty
            draft.words = isChangeOrShare ? previous.words : own + previous.head
            draft.prefix = previous.prefix
            draft.head = previous.head
            draft.denominator = draft.denominator ?? (draft.statistic == .change ? previous.denominator : nil)
            draft.inheritedCategory = previous.inheritedCategory
            if previous.statistic == .change { draft.suffix = "" }
        } else if let topic = topicOfPreviousClause() {
            draft.words = topic + own
            draft.head = topic
        } else {
            draft.words = own
        }
    }

    private func previousHasMeasure(_ draft: Draft) -> Bool { !draft.words.isEmpty }

    /// The clause before, when it has no figure: 中联重科现有员工中，超过40%…
    private func topicOfPreviousClause() -> [Token]? {
        guard !previousClause.contains(where: { $0.isFigure }) else { return nil }
        var words = previousClause
        if let mention = initialMention(words) { words.removeFirst(mention + 1) }
        words = trimmedLeft(words)
        return words.hasNominal ? words : nil
    }

    /// Without time, adverbs and the like in front, and without 达到, 为, 共 behind.
    private func trimmedLeft(_ words: [Token]) -> [Token] {
        var low = 0
        while low < words.count {
            switch words[low].kind {
            case .time, .adverb, .now, .frequency, .comma, .pause, .conjunction, .close, .particle, .locative, .copula: low += 1
            case .preposition where low + 1 < words.count && words[low + 1].kind == .time: low += 2
            case .text where isPerYear(words, low): low += 1
            case .verb where string([words[low]]) == "有": low += 1
            default:
                // 全市 in front of what is measured says whose, not what.
                if words[low].kind != .noun, words[low].term >= 0, lexicon.terms[words[low].term].deictic != nil { low += 1 } else { return trimmedRight(Array(words[low...])) }
            }
        }
        return []
    }

    private func trimmedRight(_ words: [Token]) -> [Token] {
        words.droppingTrailing {
            switch $0.kind {
            case .copula, .adverb, .comma, .open, .frequency, .becomes, .time, .now: true
            default: false
            }
        }
    }

    /// The verbs (with what stands before a list's 等) that govern a counted noun after the number.
    private func governingWords(_ left: [Token]) -> [Token] {
        guard left.count <= 12 else { return left.last.map { $0.isVerb ? [$0] : [] } ?? [] }
        guard let verb = left.firstIndex(where: { $0.isVerb || $0.kind == .preposition }) else { return [] }
        return Array(left[verb...]).droppingTrailing { $0.kind == .particle || $0.kind == .copula }
    }

    /// The word of change right before the number, with what it is compared to.
    private func changeWord(_ left: [Token], unit: UnitKind) -> (start: Int, words: String, isDecline: Bool)? {
        let words = left.droppingTrailing { $0.kind == .adverb || $0.kind == .particle || $0.kind == .quote }
        guard let last = words.last else { return nil }
        if last.kind == .change {
            let compare = words.last(where: { $0.kind == .compare })
            let isDecline = lexicon.terms[last.term].value == "-"
            let start = compare.map { min($0.start, last.start) } ?? last.start
            return (start, (compare.map { string([$0]) } ?? "") + string([last]), isDecline)
        }
        // 高于全国1.7个百分点: a difference from another place.
        if unit == .points, let compare = words.last(where: { $0.kind == .compare && !lexicon.terms[$0.term].value.isEmpty }) {
            let isLower = lexicon.terms[compare.term].value == "-"
            return (compare.start, string(words.filter { $0.start >= compare.start }), isLower)
        }
        if last.kind == .compare, text[last.end - 1] == 0x957F { return (last.start, string([last]), false) }  // 年均增长
        return nil
    }

    /// Adds what the sentence leaves out: whose attribute (学校2所，在校生3169人) or of what (其中，医院3134张).
    private mutating func complete(_ draft: inout Draft) {
        let numeral = numerals[draft.numeral]
        guard draft.statistic != .change, numeral.unitKind != .percent, let noun = draft.head.withoutBrackets.last,
            let category = category(of: noun)
        else { return }
        let isInstitution = lexicon.isWhole(category)
        let countsInstitutions = lexicon.countsWholes(numeral.unit)
        if isInstitution, countsInstitutions {
            institution = draft.head
        } else if isInstitution, isBreakdown || numeral.unitKind == .persons, !draft.isAttributive, !draft.words.contains(where: { $0.kind == .verb }), numeral.unitKind != .area, let whole = heads[numeral.unit], !string(whole).hasSuffix(string([noun])) {
            draft.words += whole
            draft.head = whole
        } else if !institution.isEmpty, !draft.isAttributive, !draft.isInherited, draft.words.count <= 2, draft.words.allSatisfy({ $0.kind == .noun && !$0.isVerbToo }),
            lexicon.isPart(category)
        {
            draft.words = institution + draft.words
        }
        if !draft.isInherited { heads[numeral.unit] = draft.head }
    }

    private func category(of token: Token) -> String? { lexicon.noun(token)?.category }

    // MARK: What a clause's figures share

    /// 高职毕业生和100%的中职毕业生留苏就业: the predicate after the last holds for all of the list.
    private mutating func shareParts() {
        for i in (0..<(drafts.count - 1)).reversed() where drafts[i].sharesPredicate && drafts[i].isAttributive {
            let next = drafts[i + 1]
            if next.isAttributive, drafts[i].predicate.isEmpty, !next.predicate.isEmpty {
                drafts[i].words += next.predicate
                drafts[i].predicate = next.predicate
            }
        }
    }

    /// A、B分别为1和2: each figure gets its own item of the list before 分别.
    private mutating func readDistributed(_ clause: [Token], from first: inout Int) {
        let count = drafts.count - first
        guard count >= 2, let firstFigure = clause.firstIndex(where: { $0.isFigure }) else { return }
        let distributes = clause[..<firstFigure].contains { string([$0]).hasPrefix("分别") || string([$0]).hasPrefix("各") && $0.kind == .copula }
        guard distributes else { return }
        distributePlacesAndTimes(Array(clause[..<firstFigure]), from: first, count: count)
        var left = Array(clause[..<firstFigure])
        if let mention = initialMention(left) { left.removeFirst(mention + 1) }
        left = trimmedLeft(left).droppingTrailing { $0.kind == .change || $0.kind == .compare || $0.kind == .copula || $0.kind == .adverb }
        let items = left.split { $0.isSeparator }.map(Array.init)
        guard items.count == count, let last = items.last else { return }
        // The last item's tail is shared: 广播、电视综合覆盖率.
        let tail = last.count > 1 ? Array(last.dropFirst()) : []
        for (offset, item) in items.enumerated() {
            let draft = first + offset
            drafts[draft].words = offset + 1 < count && !item.isSameKind(as: last) ? item + tail : item
            drafts[draft].head = drafts[draft].words
            drafts[draft].isInherited = false
            drafts[draft].prefix = ""
        }
    }

    /// 杭州市、宁波市培训人数分别为…, 2022年和2023年招生人数分别为…: each figure has its own place or time.
    private mutating func distributePlacesAndTimes(_ left: [Token], from first: Int, count: Int) {
        let places = left.filter { $0.kind == .region || $0.kind == .organisation }
        if places.count == count, let last = places.last, left.before(last.end).allSatisfy({ isMention($0) || $0.isSeparator || $0.kind == .time }) {
            for (offset, place) in places.enumerated() {
                if let subject = subjects(place) { drafts[first + offset].subject = subject }
            }
        }
        let times = left.filter { $0.kind == .time }
        if times.count == count {
            for (offset, time) in times.enumerated() {
                var state = periods
                state.read(time, lexicon: lexicon)
                (drafts[first + offset].period, drafts[first + offset].periodBasis) = state.resolved(section: nil)
            }
        }
    }

    /// 居全省第三, 列全省第一: a rank of the figure before.
    private mutating func readRank(_ clause: [Token]) {
        guard !drafts.isEmpty else { return }
        guard let opener = clause.firstIndex(where: { $0.kind == .rank }) else { return }
        // The ordinal stands within a few words: 居|全省|第三.
        for i in clause.indices.dropFirst(opener + 1).prefix(5) where text[clause[i].start] == 0x7B2C {
            drafts[drafts.count - 1].rank = string(Array(clause[(opener + 1)...i]))
            return
        }
    }

    /// The words' characters as they stand, blanks left out.
    func string(_ words: [Token]) -> String {
        var scalars: [UInt32] = []
        for word in words { scalars.append(contentsOf: original[word.start..<word.end].filter { !$0.isBlank }) }
        return String(scalars: scalars.withoutLoneMarks)
    }
}
