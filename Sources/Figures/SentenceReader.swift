// Reads one sentence: clause by clause, figure by figure, what is measured, whose it is, when.
import Numerals

/// Reads sentences, one after the other: `read` gives the drafts of a sentence's figures. A class that is used again, so that neither
/// it nor the drafts are copied or made anew for every sentence. Nothing that it holds is passed `inout` to what reads it too, so
/// that no access has to be checked for that: the checks took 4 % of an extraction.
final class SentenceReader {
    let lexicon: Lexicon
    /// Fullwidth forms made ASCII, and as the document has them.
    @exclusivity(unchecked) private(set) var text: [UInt32] = []
    @exclusivity(unchecked) private(set) var original: [UInt32] = []
    @exclusivity(unchecked) private(set) var numerals: [Numeral] = []
    @exclusivity(unchecked) private(set) var tokens: [Token] = []
    /// What is talked of, moved forward as the sentence is read.
    @exclusivity(unchecked) private(set) var discourse: Discourse
    @exclusivity(unchecked) var drafts: [Draft] = []
    @exclusivity(unchecked) var periods: PeriodState
    /// The period told of, while numbers of an earlier one are read: 由上年的2.3缩小为2.2; and where that earlier one stands.
    @exclusivity(unchecked) private var periodInForce: PeriodState?
    @exclusivity(unchecked) private var origin = 0
    @exclusivity(unchecked) private var originIsOfChange = false
    @exclusivity(unchecked) var subject: Subject?
    /// Where the subject was found.
    @exclusivity(unchecked) private var subjectDoubts: Doubts = []
    @exclusivity(unchecked) var previousClause: Words = []
    /// The institutions last counted in this sentence: 学校 in 学校2所，在校生3169人.
    @exclusivity(unchecked) var institution: Words = []
    /// Whose attributes follow: 粮食 in 粮食种植面积5万亩，产量3万吨.
    @exclusivity(unchecked) var owner: Words = []
    /// 其中 has been said: parts of what was measured before follow.
    @exclusivity(unchecked) var isBreakdown = false
    /// The figure before 其中, and that word.
    @exclusivity(unchecked) var whole: Draft?
    @exclusivity(unchecked) var breakdown: Token?
    /// What the parts that follow are parts of, where their own words do not say what is measured.
    @exclusivity(unchecked) var frame: Frame?
    /// Of whom or what the figures that follow are.
    @exclusivity(unchecked) var scope = Scope()
    @exclusivity(unchecked) var opening = Opening()
    /// What was told of before each bracket that is open.
    @exclusivity(unchecked) var outside: [Antecedents] = []

    init(lexicon: Lexicon, discourse: Discourse) {
        self.lexicon = lexicon
        self.discourse = discourse
        periods = PeriodState(reportYear: nil, section: nil, yearInForce: nil, carried: nil)
    }

    /// Turns to the sentence that these tokens are.
    func open(_ tokens: [Token], text: [UInt32], original: [UInt32], numerals: [Numeral], discourse: Discourse) {
        self.text = text
        self.original = original
        self.numerals = numerals
        self.tokens = tokens
        self.discourse = discourse
        drafts.removeAll(keepingCapacity: true)
        periods = PeriodState(
            reportYear: discourse.reportYear, section: discourse.sectionPeriod, yearInForce: discourse.yearInForce,
            carried: discourse.carriedPeriod)
        subject = discourse.subject
        subjectDoubts = discourse.subjectDoubts
        previousClause = []
        periodInForce = nil
        (origin, originIsOfChange) = (0, false)
        institution = []
        owner = []
        isBreakdown = false
        whole = nil
        breakdown = nil
        frame = nil
        (scope, opening) = (Scope(), Opening())
        outside.removeAll(keepingCapacity: true)
    }

    /// Reads the sentence and moves the discourse forward.
    func read() {
        var start = 0
        var isFirst = true
        let section = discourse.sectionPeriod
        while start < tokens.count {
            let end = clauseEnd(from: start)
            let clause = tokens[start..<end]
            readSubject(clause, isFirst: isFirst)
            if clause.contains(where: { $0.isNominal || $0.isVerb || $0.isFigure }) { isFirst = false }
            // 该系建于1999年，开设专业5个: when something began says nothing of what follows.
            let tellsBeginning = clause.contains { lexicon.isBeginning($0) } && !clause.contains { $0.isFigure }
            let before = tellsBeginning ? periods : nil
            readFrame(clause)
            readScope(clause)
            readClause(clause, section: section)
            readBracket(end)
            if let before { periods = before }
            // 上年平均值8.1，年降水量113: the year before is that of its clause.
            if origin >= start, end < tokens.count, text[tokens[end].start] == 0x2C || text[tokens[end].start] == 0x3B { leaveOrigin() }
            if !clause.isEmpty { previousClause = clause }
            start = end + 1
        }
        leaveOrigin()
        if drafts.count > 1 {
            shareParts()
            shareMembers()
        }
        if !drafts.isEmpty {
            applyScopes()
            leaveFrame()
            markOthersNamed()
        }
        if drafts.isEmpty { leaveTopic() }
        discourse.yearInForce = periods.yearInForce
        discourse.carriedPeriod = drafts.isEmpty && periods.isSpanOfYears ? nil : periods.carried
        discourse.finishSentence()
    }

    /// Another region or organisation in the sentence could be the one meant.
    private func markOthersNamed() {
        for token in tokens where token.kind == .region || token.kind == .organisation {
            guard let named = discourse.subject(of: token) else { continue }
            for i in drafts.indices where drafts[i].subject?.name != named.name { drafts[i].doubts.insert(.othersNamed) }
        }
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

    private func readSubject(_ clause: Words, isFirst: Bool) {
        guard let mention = initialMention(clause), let named = discourse.subject(of: clause[mention]) else {
            if let event = discourse.document.event, opensWithEvent(clause) {
                (subject, subjectDoubts) = (event, discourse.documentDoubts)
                return
            }
            // A sentence that opens with a noun of its own leaves what was only mentioned on the way; one that opens with a verb goes on with it.
            if !discourse.isParagraphTopic, let base = discourse.baseSubject {
                let isPassing = base.isRegion && !(subject?.isRegion ?? false)
                // 实验室加快建设，中心挂牌成立，实施项目167项: of several that only do something none owns what is counted.
                if isFirst ? opensWithNoun(clause) || isPassing : isPassing && (statesOnlyAnAct(clause) || opensWithNames(clause)) {
                    subject = base
                    subjectDoubts = discourse.baseDoubts
                }
            }
            return
        }
        // 湖北日报讯: who reports is not who is reported on.
        if named.kind == "media", discourse.baseSubject?.kind != "media" { return }
        // 其中全国行指委委员1人: an organisation that some of the members counted belong to.
        if clause[mention].kind == .organisation, clause[..<mention].contains(where: { lexicon.isBreakdown($0) }), subject != nil { return }
        // 全国有高校3000所, in a text about one school.
        if lexicon.isNation(named), statesHolding(clause[(mention + 1)...]) {
            subject = named
            subjectDoubts = discourse.documentDoubts
            return
        }
        // 全国重点实验室, 河南省工程研究中心: in a text about one place what lies around it only says of what rank a thing is.
        if named.isRegion, let base = discourse.baseSubject,
            lexicon.isNation(named) && base.regionCode != nil || named.contains(base)
                || !base.isRegion && named.regionCode == base.regionCode && clause[mention].kind == .region
        {
            return
        }
        // 实验室启动运行，中心挂牌，实施项目48项: several that each only do something, in a text about their region.
        if !isFirst, drafts.isEmpty, discourse.baseSubject?.isRegion ?? false, !named.isRegion, let before = subject,
            !before.isRegion, before != named, !clause.contains(where: { $0.isFigure })
        {
            subject = discourse.baseSubject
            subjectDoubts = discourse.baseDoubts
            return
        }
        if isFirst, named != subject { periods.forget() }
        subject = named
        subjectDoubts = discourse.documentDoubts
        if isFirst { discourse.setParagraphSubject(named) }
    }

    /// A clause with a noun of its own and a verb, and no number.
    private func statesOnlyAnAct(_ clause: Words) -> Bool {
        opensWithNoun(clause) && clause.contains { $0.isVerb } && !clause.contains { $0.isFigure }
    }

    /// 有, 共有, 仅 and the like, or a number at once.
    private func statesHolding(_ words: Words) -> Bool {
        guard let next = words.first(where: { $0.kind != .now && $0.kind != .adverb && $0.kind != .time }) else { return false }
        return next.isFigure || next.kind == .copula || next.kind == .verb && says(next, 0x6709)  // 有
    }

    /// 江苏大学、苏州大学牵头: a list of names.
    private func opensWithNames(_ clause: Words) -> Bool {
        guard let first = clause.first, isMention(first), let mark = clause.element(clause.startIndex + 1) else { return false }
        return mark.kind == .pause && isMention(clause.element(clause.startIndex + 2))
    }

    /// 大赛, 本次大赛: within the first words.
    private func opensWithEvent(_ clause: Words) -> Bool {
        clause.prefix(4).prefix { !$0.isFigure && $0.kind != .verb && $0.kind != .preposition }.contains { lexicon.isEvent($0) }
    }

    private func opensWithNoun(_ clause: Words) -> Bool {
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
    func initialMention(_ clause: Words) -> Int? {
        var i = clause.startIndex
        while i < clause.endIndex {
            switch clause[i].kind {
            case .time, .adverb, .now, .frequency, .open, .close, .conjunction, .denominator: i += 1
            case .preposition where clause.element(i + 1)?.kind == .time: i += 1
            default:
                guard isMention(clause[i]) else { return nil }
                // 江苏省苏州市: the nearer names it. 苏州全市: the first does.
                while i + 1 < clause.endIndex,
                    clause[i + 1].kind == .region || clause[i].kind == .region && clause[i + 1].kind == .organisation
                { i += 1 }
                guard i + 1 < clause.endIndex else { return i }
                let next = clause[i + 1]
                // 职教集团有19个: a common noun that is itself counted.
                if clause[i].kind == .noun,
                    let counted = clause[(i + 1)...].firstIndex(where: { $0.kind != .copula && $0.kind != .adverb && $0.kind != .verb }),
                    clause[counted].isFigure, clause.element(counted + 1)?.isNominal != true
                {
                    return nil
                }
                // A list of names (上海、安徽等10余个省), and a name that is itself counted, are no subject.
                if next.kind == .pause || next.kind == .conjunction, isMention(clause.element(i + 2)) { return nil }
                if listsParallels(clause, i) { return nil }
                if let figure = next.figure, clause[i].kind == .organisation, numerals[figure].unitKind == .count { return nil }
                if next.kind == .adverb, next.start < text.count, text[next.start] == 0x7B49 { return nil }  // 等
                return i
            }
        }
        return nil
    }

    /// 绍兴黄酒、金华火腿等2个产业: things that are named after places, in a list that is counted.
    private func listsParallels(_ clause: Words, _ mention: Int) -> Bool {
        guard clause[mention].kind == .region, let mark = clause[(mention + 1)...].prefix(4).firstIndex(where: { $0.kind == .pause }) else {
            return false
        }
        return clause.element(mark + 1)?.kind == .region && !clause[(mention + 1)..<mark].contains { $0.isFigure || $0.isVerb }
    }

    func isMention(_ token: Token?) -> Bool {
        guard let token else { return false }
        if token.kind == .region || token.kind == .organisation { return true }
        return token.term >= 0 && lexicon.terms[token.term].deictic != nil
    }

    // MARK: Figures of a clause

    private func readClause(_ clause: Words, section: String?) {
        let mention = initialMention(clause)
        var frequency: Frequency?
        var denominator: String?
        // 平均, 每个 has been said: numbers are averages.
        var isAverage = false
        // 至少 has been said.
        var bound: Bound?
        var segmentStart = mention.map { $0 + 1 } ?? clause.startIndex
        var firstOfClause = drafts.count
        for i in clause.indices {
            let token = clause[i]
            switch token.kind {
            case .time:
                leaveOrigin()
                let startsChange = isStartOfChange(clause, i)
                if startsChange || !drafts.isEmpty && lexicon.isBefore(token) { periodInForce = periods }
                (origin, originIsOfChange) = (i, startsChange)
                periods.read(token, lexicon: lexicon)
            case .becomes, .copula:
                if originIsOfChange, i > origin + 2 { leaveOrigin() }
                if lexicon.saysNow(token) { periods.forget() }
            case .now: periods.clear()
            case .adverb where lexicon.isBreakdown(token):
                isBreakdown = true
                whole = drafts.last { $0.statistic == .value }
                breakdown = token
            case .adverb where lexicon.bound(token) != nil: bound = lexicon.bound(token)
            case .adverb where lexicon.isRateWord(token): isAverage = true
            case .verb where opensOrigin(clause, i), .preposition where opensOrigin(clause, i):
                if let origin = clause.element(i + 1).flatMap(discourse.subject(of:)) { subject = origin }
            case .frequency: frequency = Frequency(rawValue: lexicon.terms[token.term].value)
            case .denominator: denominator = numerals[Int(token.numeral)].denominator
            case .text where isPerYear(clause, i): frequency = .annual
            case .figure:
                let index = Int(token.numeral)
                let end = nextFigure(clause, after: i) ?? clause.endIndex
                let draft = Draft(numeral: index)
                draft.frequency = frequency
                draft.denominator = denominator
                if numerals[index].bound == .exact { draft.bound = bound }
                bound = nil
                draft.subject = subject
                draft.doubts = subjectDoubts
                // 60%的2022届毕业生: the year of what is counted.
                if clause.element(i + 1)?.kind == .particle, let time = clause.element(i + 2), time.time?.from.year != nil {
                    periods.read(time, lexicon: lexicon)
                }
                (draft.period, draft.periodBasis) = periods.resolved(section: section)
                let left = clause[min(segmentStart, i)..<i]
                let right = rightPart(
                    clause, i + 1, end, isNamedBefore: left.last?.kind != .particle && left.contains { $0.isNominal && !isMention($0) })
                measure(
                    draft, left: left, right: right.words,
                    isFirstOfClause: drafts.count == firstOfClause)
                if end < clause.endIndex, right.endsInList { draft.sharesPredicate = true }
                complete(draft)
                if isAverage, draft.statistic == .value { draft.statistic = .rate }
                drafts.append(draft)
                segmentStart = i + 1 + right.consumed
            // 和 shares what was said before it; a new figure after 、 keeps the frequency too.
            default: break
            }
        }
        readDistributed(clause, from: &firstOfClause)
    }

    /// 来自全国, 从全省: all that follow are counted in that region.
    private func opensOrigin(_ clause: Words, _ i: Int) -> Bool {
        guard let next = clause.element(i + 1), next.term >= 0,
            lexicon.terms[next.term].deictic.map(lexicon.isRegionDeictic) ?? false
        else { return false }
        return says(clause[i], 0x4ECE) || text[clause[i].start] == 0x6765 && text[clause[i].end - 1] == 0x81EA  // 从 来自
    }

    /// 由上年的2.3缩小为2.2: the time is that of the first number only.
    private func isStartOfChange(_ clause: Words, _ i: Int) -> Bool {
        var before = clause[i].start - 1
        while text.at(before).isBlank { before -= 1 }
        guard text.at(before) == 0x7531 || text.at(before) == 0x4ECE, let next = clause.element(i + 1) else { return false }  // 由 从
        return next.kind == .particle || next.isFigure
    }

    /// What follows 为, 升至 is of the time that was told of before.
    private func leaveOrigin() {
        guard let periodInForce else { return }
        periods = periodInForce
        self.periodInForce = nil
    }

    private func nextFigure(_ clause: Words, after i: Int) -> Int? {
        clause[(i + 1)...].firstIndex { $0.isFigure }
    }

    /// 年 before a verb: 年培训, 年接待.
    func isPerYear(_ clause: Words, _ i: Int) -> Bool {
        let token = clause[i]
        guard text[token.end - 1] == 0x5E74, token.end - token.start == 1, let next = clause.element(i + 1) else { return false }
        return next.isVerb || next.kind == .noun
    }

    /// The words after a figure that belong to it, when another figure or the clause's end stands at `end`.
    private func rightPart(
        _ clause: Words, _ start: Int, _ end: Int, isNamedBefore: Bool
    ) -> (words: Words, consumed: Int, endsInList: Bool) {
        guard start < end else { return ([], 0, false) }
        let between = clause[start..<end]
        let isLast = end == clause.endIndex
        // A mark or 和 right after the figure: all that follows belongs to the next one.
        if between[start].isSeparator { return ([], isLast ? between.count : 1, !isLast) }
        guard !isLast else { return (between, between.count, false) }
        // …的 N, …、N, …和N: all of it belongs to this one.
        if let last = between.last, last.isSeparator || last.kind == .particle {
            return (between.dropLast(), between.count, last.kind != .particle)
        }
        // 3385件六安市上半年…: a name alone opens the next one's words.
        let afterName = between.firstIndex { !isMention($0) } ?? end
        if afterName > start, between.element(afterName)?.isNominal != true { return ([], 0, false) }
        if let split = between.lastIndex(where: { $0.isSeparator }), between[..<split].hasNominal {
            return (between[..<split], split + 1 - start, true)
        }
        if let verb = between.firstIndex(where: {
            $0.isVerb && $0.kind == .verb || $0.kind == .copula || $0.kind == .share || $0.kind == .change || $0.kind == .compare
                || $0.kind == .frequency || $0.kind == .time
        }) {
            return (between[..<verb], verb - start, false)
        }
        // 护理等3个专业招生450人: after a list the noun behind the number is what is counted.
        if let before = clause.element(start - 2), says(before, 0x7B49), let verb = between.firstIndex(where: { $0.isVerb }), verb > start {
            return (between[..<verb], verb - start, false)
        }
        // 40所院校90个项目参赛: nothing before the number says what it counts.
        if !isNamedBefore, between.hasNounProper { return (between, between.count, false) }
        // 企业20家员工300人: the noun after belongs to the number after it when the number before has its own.
        return ([], 0, false)
    }

    /// The token is this one character.
    func says(_ token: Token, _ scalar: UInt32) -> Bool { token.end - token.start == 1 && text[token.start] == scalar }

    /// The words' characters as they stand, blanks left out.
    func characters(_ words: Words) -> ArraySlice<UInt32> {
        guard let first = words.first else { return [] }
        var end = first.start
        var areTogether = true
        var count = 0
        for word in words {
            areTogether = areTogether && word.start == end
            end = word.end
            count += word.end - word.start
        }
        if areTogether, !original[first.start..<end].contains(where: { $0.isBlank }) { return original[first.start..<end].withoutLoneMarks }
        var scalars: [UInt32] = []
        scalars.reserveCapacity(count)
        for word in words { for scalar in original[word.start..<word.end] where !scalar.isBlank { scalars.append(scalar) } }
        return scalars[...].withoutLoneMarks
    }

    func characters(_ word: Token) -> ArraySlice<UInt32> {
        let characters = original[word.start..<word.end]
        return (characters.contains(where: { $0.isBlank }) ? characters.filter { !$0.isBlank }[...] : characters).withoutLoneMarks
    }
}
