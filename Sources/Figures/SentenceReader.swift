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
    @exclusivity(unchecked) private(set) var tokens: Words = []
    /// The kinds of the tokens of the clause that is read.
    @exclusivity(unchecked) private(set) var kinds: Token.Kinds = []
    /// What is talked of, moved forward as the sentence is read.
    let discourse: Discourse
    @exclusivity(unchecked) var drafts: [Draft] = []
    /// Those of the passage's sentence before.
    @exclusivity(unchecked) private(set) var earlier: [Draft] = []
    @exclusivity(unchecked) var periods: PeriodState
    /// The period told of, while numbers of an earlier one are read: 由上年的2.3缩小为2.2; and where that earlier one stands.
    @exclusivity(unchecked) private var periodInForce: PeriodState?
    @exclusivity(unchecked) private var origin = 0
    @exclusivity(unchecked) private var originIsOfChange = false
    @exclusivity(unchecked) var subject: Subject?
    /// How many figures stood before the sentence named it; -1 where it did not.
    @exclusivity(unchecked) var countAtName = -1
    /// Where the subject was found.
    @exclusivity(unchecked) var subjectDoubts: Doubts = []
    @exclusivity(unchecked) var previousClause: Words = []
    /// The clause before that.
    @exclusivity(unchecked) var leadingClause: Words = []
    /// What a list is of whose members have their numbers behind them in brackets: 就业行业 in 就业行业主要为制造业（9%）、建筑业（4%）.
    @exclusivity(unchecked) var listTopic: Words = []
    /// The institutions last counted in this sentence: 学校 in 学校2所，在校生3169人.
    @exclusivity(unchecked) var institution: Words = []
    /// Whose attributes follow: 粮食 in 粮食种植面积5万亩，产量3万吨.
    @exclusivity(unchecked) var owner: Words = []
    /// It is all that was counted: 教师, and not the school of teachers.
    @exclusivity(unchecked) var ownerIsAll = false
    /// 其中 has been said: parts of what was measured before follow.
    @exclusivity(unchecked) var isBreakdown = false
    /// The figure before 其中, and that word.
    @exclusivity(unchecked) var whole: Draft?
    @exclusivity(unchecked) var breakdown: Token?
    /// What the parts that follow are parts of, where their own words do not say what is measured.
    @exclusivity(unchecked) var frame: Frame?
    /// What stood before 其中; of no meaning where that has not been said.
    @exclusivity(unchecked) var beforeParts: (draft: Draft?, frame: Frame?, institution: Words) = (nil, nil, [])
    /// Of whom or what the figures that follow are.
    @exclusivity(unchecked) var scope = Scope()
    @exclusivity(unchecked) var opening = Opening()
    @exclusivity(unchecked) var topic = Topic()
    /// A bracket without a number stands in the sentence.
    @exclusivity(unchecked) private var hasOpenBracket = false
    /// 工业产品中 of 40种工业产品中，20种实现增长.
    @exclusivity(unchecked) var among: Words = []
    /// How many figures stood before it.
    @exclusivity(unchecked) var amongCount = 0
    @exclusivity(unchecked) var parts = Parts()
    /// What was told of before each bracket that is open.
    @exclusivity(unchecked) var outside: [Antecedents] = []
    /// Of whom or what shares follow: 毕业生 in 毕业生中，国有企业占9%.
    @exclusivity(unchecked) var group: Words = []
    /// What has to be so much, where the figure before is a threshold: 年营业收入.
    @exclusivity(unchecked) var thresholdBase: Words = []
    /// What the members of a list share that is gone through one by one: 增加值.
    @exclusivity(unchecked) var sharedFrame: Words?

    /// The tokens of the passage's sentences, one after the other; those behind them are of passages before and are used again.
    @exclusivity(unchecked) private var stores: [TokenStore] = []
    @exclusivity(unchecked) private var openStores = 0

    init(lexicon: Lexicon, discourse: Discourse) {
        self.lexicon = lexicon
        self.discourse = discourse
        periods = PeriodState(reportYear: nil, section: nil, yearInForce: nil, carried: nil)
    }

    /// Turns to a passage.
    func turn(to text: [UInt32], original: [UInt32], numerals: [Numeral]) {
        self.text = text
        self.original = original
        self.numerals = numerals
        drafts.removeAll(keepingCapacity: true)
        openStores = 0
    }

    /// Turns to the sentence of the passage that these tokens are.
    func open(_ sentence: [Token]) {
        if openStores == stores.count { stores.append(TokenStore()) }
        tokens = stores[openStores].replaceAll(with: sentence)
        openStores += 1
        swap(&drafts, &earlier)
        drafts.removeAll(keepingCapacity: true)
        periods = PeriodState(
            reportYear: discourse.reportYear, section: discourse.sectionPeriod, yearInForce: discourse.yearInForce,
            carried: discourse.carriedPeriod)
        periods.isYearOfPublication = discourse.isYearOfPublication
        subject = discourse.subject
        countAtName = -1
        subjectDoubts = discourse.subjectDoubts
        previousClause = []
        leadingClause = []
        listTopic = []
        periodInForce = nil
        (origin, originIsOfChange) = (0, false)
        institution = []
        owner = []
        isBreakdown = false
        whole = nil
        breakdown = nil
        frame = nil
        (scope, opening, parts) = (Scope(), Opening(), Parts())
        // 公路货物运输量…。旅客运输量…: what is carried goes on, and a part of the place where it is the paragraph's.
        topic = Topic(
            area: discourse.topic.isOfParagraph ? discourse.topic.area : [], isLocal: discourse.topic.isOfParagraph,
            isOfParagraph: discourse.topic.isOfParagraph,
            carrier: discourse.topic.carrier)
        outside.removeAll(keepingCapacity: true)
        group = []
        among = []
        hasOpenBracket = false
        sharedFrame = nil
    }

    /// Reads the sentence and moves the discourse forward.
    func read() {
        var start = 0
        var isFirst = true
        let section = discourse.sectionPeriod
        while start < tokens.count {
            let end = clauseEnd(from: start)
            let clause = tokens[start..<end]
            kinds = clause.kinds
            readSubject(clause, isFirst: isFirst)
            // 正文：, 导读： is only a label.
            let isLabel = clause.count == 1 && end < tokens.count && text[tokens[end].start] == 0x3A && !clause[start].isFigure
            if isFirst, !isLabel, clause.contains(where: { $0.isNominal || $0.isVerb || $0.isFigure }) { isFirst = false }
            // 该系建于1999年，开设专业5个: when something began says nothing of what follows.
            let tellsBeginning = !kinds.contains(.figure) && clause.contains { lexicon.isBeginning($0) }
            let before = tellsBeginning ? periods : nil
            readFrame(clause)
            readScope(clause)
            readTopic(clause, isFirst: start == 0)
            readClause(clause, section: section)
            readBracket(end)
            if let before { periods = before }
            // 上年平均值8.1，年降水量113: the year before is that of its clause.
            if origin >= start, end < tokens.count, text[tokens[end].start] == 0x2C || text[tokens[end].start] == 0x3B { leaveOrigin() }
            if !clause.isEmpty { (leadingClause, previousClause) = (previousClause, clause) }
            start = end + 1
        }
        leaveOrigin()
        if hasOpenBracket { readStandingLimits() }
        if drafts.count > 1 {
            shareParts()
            shareMembers()
        }
        if let last = drafts.last {
            applyScopes()
            leaveTopic(of: drafts)
            applyTopics()
            discourse.lastSubject = last.subject
            discourse.lastWords = last.words
            leaveFrame()
            leaveOwner()
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
            for i in drafts.indices where drafts[i].subject !== named && !(drafts[i].subject?.name.isSame(as: named.name) ?? false) {
                drafts[i].doubts.insert(.othersNamed)
            }
        }
    }

    // MARK: Clauses

    /// The index of the comma that ends the clause, or the end. Brackets around figures make clauses of their own.
    private func clauseEnd(from start: Int) -> Int {
        var i = start
        // Brackets without a figure that are open: 固定资产投资（不含农户，下同）.
        var depth = 0
        while i < tokens.count {
            switch tokens[i].kind {
            case .comma where depth <= 0 || i - start > 60: return i
            case .open:
                if isBracketedFigure(i) { return i }
                hasOpenBracket = true
                depth += 1
            case .close:
                if isBracketedFigure(i) { return i }
                depth -= 1
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

    // MARK: Figures of a clause

    private func readClause(_ clause: Words, section: String?) {
        let mention = initialMention(clause).flatMap { namesGroup(clause[$0]) ? nil : $0 }
        var frequency: Frequency?
        var denominator: String?
        // 平均, 每个 has been said: numbers are averages.
        var isAverage = false
        // 至少 has been said.
        var bound: Bound?
        var segmentStart = mention.map { saysOfWhatRank(clause, $0) ? $0 : $0 + 1 } ?? clause.startIndex
        var firstOfClause = drafts.count
        for i in clause.indices {
            let token = clause[i]
            switch token.kind {
            case .time where namesPlan(clause, i): break
            case .time:
                leaveOrigin()
                // 其中：一般贸易 9.5 8.4 全年全市贸易额: another sentence, behind what a table has left.
                if isBreakdown, i > clause.startIndex, isRemains(clause[i - 1]), clause.element(i + 1).map(isMention) ?? false {
                    leaveParts()
                }
                let startsChange = isStartOfChange(clause, i)
                if startsChange || !drafts.isEmpty && lexicon.isBefore(token) { periodInForce = periods }
                (origin, originIsOfChange) = (i, startsChange)
                periods.read(token, lexicon: lexicon)
            case .compare where clause.element(i + 1)?.kind == .particle && clause.element(i + 2)?.isFigure ?? false:
                // 比上年度的63项增加9项; 上, 去
                guard text[token.start..<token.end].contains(0x4E0A) || text[token.start..<token.end].contains(0x53BB) else { break }
                leaveOrigin()
                periodInForce = periods
                (origin, originIsOfChange) = (i, true)
                periods.stepBack()
            case .becomes, .copula, .change:
                if originIsOfChange, i > origin + 2 { leaveOrigin() }
                if lexicon.saysNow(token) { periods.forget() }
            case .region, .organisation:
                if let named = discourse.subject(of: token) { discourse.note(named) }
            case .now where lexicon.saysSince(token) && i > clause.startIndex && clause[i - 1].kind == .time: periods.lastToNow()
            case .now: periods.clear()
            case .adverb where lexicon.isBreakdown(token):
                isBreakdown = true
                whole =
                    drafts.isEmpty ? wholeBefore() : wholeWithin(before: tokens[(i + 1)...].prefix(40).lazy.compactMap { $0.figure }.first)
                breakdown = token
                parts = Parts(owner: owner, ownerIsAll: ownerIsAll)
                (beforeParts.draft, beforeParts.institution) = (drafts.last, institution)
            case .adverb where lexicon.bound(token) != nil: bound = lexicon.bound(token)
            case .adverb where lexicon.isRateWord(token): isAverage = true
            case .verb where opensOrigin(clause, i), .preposition where opensOrigin(clause, i):
                // Those who take part in a contest come from there, and its figures are its own.
                if let event = discourse.document.event {
                    subject = event
                } else if !countsDivisions(clause, i + 2), let origin = clause.element(i + 1).flatMap(discourse.subject(of:)) {
                    subject = origin
                }
            case .frequency: frequency = Frequency(rawValue: lexicon.terms[token.term].value)
            case .denominator: denominator = numerals[Int(token.numeral)].denominator
            case .text where isPerYear(clause, i): frequency = .annual
            case .figure:
                let index = Int(token.numeral)
                if let named = listedOwner(clause, mention, segmentStart..<i) {
                    subject = named
                    segmentStart = i
                }
                if let named = ownerBehind(clause, i) { subject = named }
                let end = nextFigure(clause, after: i) ?? clause.endIndex
                let numeral = numerals[index]
                let draft = Draft(numeral: index)
                draft.frequency = frequency
                draft.denominator = denominator
                if numeral.bound == .exact { draft.bound = bound }
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
                    clause, i + 1, end, isNamedBefore: leavesNoun(left))
                measure(
                    draft, numeral, left: left, right: right.words,
                    isFirstOfClause: drafts.count == firstOfClause)
                if end < clause.endIndex, right.endsInList { draft.sharesPredicate = true }
                complete(draft, numeral)
                takeTopic(draft)
                if isAverage, draft.statistic == .value { draft.statistic = .rate }
                drafts.append(draft)
                // 40种产品中20种, 40种产品中有20种
                let locative = clause.element(end - 1)?.kind == .locative ? end - 1 : end - 2
                if draft.isAttributive, locative > i, clause[locative].kind == .locative, says(clause[locative], 0x4E2D) {  // 中
                    among = (draft.whole.count <= 4 ? draft.whole : []) + draft.words + clause[locative...locative]
                    amongCount = drafts.count
                }
                // 投资超亿元|项目9个: the amount is part of the name.
                if numeral.unitKind == .money, numeral.bound == .over, right.consumed == 0, end == i + 2, namesLargeOnes(clause[i + 1]) {
                    // 超亿元项目
                    draft.isClassLimit = text[numeral.start].isMagnitude
                    continue
                }
                segmentStart = i + 1 + right.consumed
            // 和 shares what was said before it; a new figure after 、 keeps the frequency too.
            default: break
            }
        }
        readDistributed(clause, from: &firstOfClause)
    }

    /// “十四五”规划教材: the years of a plan in the name of a thing.
    private func namesPlan(_ clause: Words, _ i: Int) -> Bool {
        guard clause[i].term >= 0, lexicon.shapes[clause[i].term].isTime, lexicon.terms[clause[i].term].period?.rule == .range else {
            return false
        }
        let next = clause[(i + 1)...].first { $0.kind != .quote }
        guard let next, next.isNominal, !isMention(next) else { return false }
        return lexicon.planTimes.longestMatch(in: text, at: next.start, limit: next.end) == nil
    }

    /// 江苏12个、广东10个: the region or organisation that alone stands before the next number of a list that starts so.
    private func listedOwner(_ clause: Words, _ mention: Int?, _ segment: Range<Int>) -> Subject? {
        guard let mention, segment.count == 1, mention + 1 < segment.lowerBound, clause.element(mention + 1)?.isFigure ?? false,
            clause[segment.lowerBound].kind == .region || clause[segment.lowerBound].kind == .organisation
        else { return nil }
        return discourse.subject(of: clause[segment.lowerBound])
    }

    /// 拥有300名员工的某公司: what stands before 的 is said of whose name follows.
    private func ownerBehind(_ clause: Words, _ i: Int) -> Subject? {
        let counted = clause[(i + 1)...].prefix { $0.kind == .noun }
        guard !counted.isEmpty, clause.element(counted.endIndex)?.kind == .particle, let name = clause.element(counted.endIndex + 1),
            name.kind == .organisation
        else { return nil }
        return discourse.subject(of: name)
    }

    /// 来自全国, 从全省: all that follow are counted in that region.
    private func opensOrigin(_ clause: Words, _ i: Int) -> Bool {
        guard let next = clause.element(i + 1), next.term >= 0,
            lexicon.terms[next.term].deictic.map(lexicon.isRegionDeictic) ?? false
        else { return false }
        return says(clause[i], 0x4ECE) || text[clause[i].start] == 0x6765 && text[clause[i].end - 1] == 0x81EA  // 从 来自
    }

    /// 9个省 of 毕业生来自全国9个省: where they come from, and nothing that is counted there.
    private func countsDivisions(_ clause: Words, _ i: Int) -> Bool {
        guard clause.element(i)?.isFigure ?? false, let next = clause.element(i + 1) else { return false }
        return [0x7701, 0x5E02, 0x533A, 0x53BF].contains(text[next.start])  // 省 市 区 县
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
        // 年各类培训2万人次
        if i == clause.startIndex, token.term < 0, text[token.start] == 0x5E74, token.end - token.start > 1, clause.count > 2 {
            return clause[i + 1].isVerb || clause[i + 1].kind == .noun
        }
        guard text[token.end - 1] == 0x5E74, token.end - token.start == 1, let next = clause.element(i + 1) else { return false }
        if i == clause.startIndex, next.kind == .text, next.end - next.start > 1, clause.count > 3 { return true }
        return next.isVerb || next.kind == .noun
    }

    /// Words that do not stand in the sentence so, as a list.
    func list(_ words: [Token]) -> Words { stores[openStores - 1].words(words) }

    func list(_ word: Token) -> Words { stores[openStores - 1].words(CollectionOfOne(word)) }

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
        end = first.start
        for word in words {
            var start = word.start
            // Words put together from two places can say the same twice: 实现|实现利润.
            if start != end, !scalars.isEmpty { start += scalars.overlapping(original[word.start..<word.end]) }
            for scalar in original[start..<word.end] where !scalar.isBlank { scalars.append(scalar) }
            end = word.end
        }
        return scalars[...].withoutLoneMarks
    }

    func characters(_ word: Token) -> ArraySlice<UInt32> {
        let characters = original[word.start..<word.end]
        return (characters.contains(where: { $0.isBlank }) ? characters.filter { !$0.isBlank }[...] : characters).withoutLoneMarks
    }
}
