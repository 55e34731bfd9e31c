// What a figure measures: the readings of the words around a number, in the order they are tried.
import Numerals

/// The words around one number of a clause.
struct Surroundings {
    let numeral: Numeral
    /// Before the number, as it stands and without time, adverbs and 达到 at its ends.
    let rawLeft: Words
    let left: Words
    /// After the number: the phrase it counts, and what is said of that.
    let phrase: Words
    let predicate: Words
    let isFirstOfClause: Bool

    var hasNothingAfter: Bool { phrase.isEmpty && predicate.isEmpty }
}

extension SentenceReader {
    /// Fills in words, head and statistic of a figure. The first reading that fits the words around it is taken.
    func measure(_ draft: Draft, _ numeral: Numeral, left rawLeft: Words, right rawRight: Words, isFirstOfClause: Bool) {
        let rawLeft = withoutFrame(rawLeft)
        var right = rawRight.drop { $0.kind == .particle || $0.kind == .close || $0.kind == .adverb }
        // 学校684所（含幼儿园）: what stands in brackets behind the number is counted with it and is not its name.
        // 13类（个）产品
        if right.first?.kind == .open, let close = right.firstIndex(where: { $0.kind == .close }),
            rawLeft.hasNominal || isCountedItself(numeral, after: rawLeft)
                || text[right[close].start - 2] == text[right[right.startIndex].start]
        {
            right = right[(close + 1)...]
        }
        // 在8%至9%之间
        if rawLeft.last?.kind == .preposition, let first = right.first, text[first.start] == 0x4E4B, text[first.end - 1] == 0x95F4 {
            right = right.dropFirst()
        }
        if rawRight.first?.kind == .particle, readThreshold(draft, numeral, rawLeft, right) { return }
        // 总投入为1600万元的实训基地: what stands before is measured, what stands behind only has it.
        if isAttribute(of: right, rawLeft, rawRight, numeral) { right = right.dropFirst(right.count) }
        let phraseEnd = namesOnePhrase(right, after: rawLeft, numeral) ? right.endIndex : countedPhraseEnd(right, numeral)
        let words = Surroundings(
            numeral: numeral, rawLeft: rawLeft, left: trimmedLeft(rawLeft), phrase: right[..<phraseEnd].trimmingEnds(),
            predicate: predicate(right[phraseEnd...]), isFirstOfClause: isFirstOfClause)
        if numeral.unitKind.isRate || draft.denominator != nil { draft.statistic = .rate }
        if numeral.unitKind == .points { draft.statistic = .change }
        if words.phrase.isEmpty, isCountedItself(numeral, after: rawLeft), let unit = unitWord(numeral) {
            draft.words = list(unit)
            draft.head = draft.words
            return
        }
        let isRead =
            readSibling(draft, words) || readChange(draft, words) || readRateWord(draft, words) || readLongTerm(draft, words)
            || readShare(draft, words)
            || readCounted(draft, words) || readWithoutNoun(draft, words) || readNoun(draft, words) || readPredicate(draft, words)
        if !isRead { setBase(draft, words.left + words.predicate) }
        // 多年平均水资源总量: of no one year.
        if let first = draft.words.first, first.kind == .time, !draft.isInherited { (draft.period, draft.periodBasis) = (nil, nil) }
        takeLead(draft)
        takeLimit(draft, numeral, rawRight)
        // 新认定企业9家，总数达80家: all of them, and not the new ones.
        if draft.isInherited, draft.statistic == .value, let total = rawLeft.last, total.kind == .copula,
            text[total.start] == 0x603B || text[rawLeft[rawLeft.startIndex].start] == 0x7D2F,  // 总 累
            let new = draft.words.prefix(2).lastIndex(where: { text[$0.start] == 0x65B0 })  // 新
        {
            draft.words = draft.words[(new + 1)...].withoutLeadingVerbs
            draft.head = draft.words
        }
        // 9金8银7铜: the units are all that names the medals.
        switch text[numeral.end - 1] {
        case 0x91D1, 0x94F6, 0x94DC:  // 金 银 铜
            guard numeral.unitKind == .count, !draft.words.contains(where: { text[$0.end - 1] == 0x724C }) else { break }  // 牌
            draft.suffix = [text[numeral.end - 1], 0x724C]
        default: break
        }
    }

    private func isAttribute(of right: Words, _ rawLeft: Words, _ rawRight: Words, _ numeral: Numeral) -> Bool {
        guard rawRight.first?.kind == .particle, right.hasNominal, let last = rawLeft.last, rawLeft.hasNominal else { return false }
        return last.kind == .copula || (numeral.unitKind == .money || numeral.unitKind == .area) && last.kind == .noun
    }

    /// 增长11.9%、6.8%: the second says the same of the next thing.
    private func readSibling(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard words.left.isEmpty, words.hasNothingAfter, !words.isFirstOfClause, let last = drafts.indices.last,
            numerals[drafts[last].numeral].unitKind == words.numeral.unitKind
        else { return false }
        draft.isInherited = true
        draft.words = drafts[last].words
        draft.head = drafts[last].head
        draft.prefix = drafts[last].prefix
        draft.suffix = drafts[last].suffix
        draft.statistic = drafts[last].statistic
        draft.isDecline = drafts[last].isDecline
        draft.denominator = draft.denominator ?? drafts[last].denominator
        return true
    }

    /// 设备总值1.32亿元，生均1.4万元: a rate's word alone is of what was measured before.
    private func readRateWord(_ draft: Draft, _ words: Surroundings) -> Bool {
        let rateWords = words.left.droppingTrailing { $0.kind == .preposition }
        guard !rateWords.isEmpty, rateWords.count <= 3, words.hasNothingAfter, let last = drafts.indices.last,
            drafts[last].words.hasNominal, !opensBracket(draft)
        else {
            return false
        }
        // 生师比 says itself of whom.
        if rateWords.count == 1, rateWords.first.map(lexicon.saysMore) ?? false { return false }
        let word = characters(rateWords)
        guard lexicon.isRateWord(word) else { return false }
        takeOver(drafts[last].words, head: drafts[last].head, draft)
        draft.statistic = .rate
        if words.numeral.unitKind.isRate { draft.suffix = word } else { draft.prefix = word }
        return true
    }

    /// 双师型教师占专任教师总数的49%.
    private func readShare(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard let share = words.left.lastIndex(where: { $0.kind == .share }) else { return false }
        // 专任教师占18人: so many of a whole.
        if words.numeral.unitKind == .persons || words.numeral.unitKind == .count {
            setBase(draft, words.left[..<share] + words.left[(share + 1)...])
            return true
        }
        draft.statistic = .rate
        setBase(draft, words.left[..<share])
        takeGrade(draft)
        let whole = words.left[(share + 1)...].trimmingEnds()
        let namesShare = whole.lastOutsideBrackets().map { lexicon.namesRate(Array(characters($0))) } ?? false
        if whole.isEmpty, let shared = shareBefore(draft) {
            draft.suffix = shared
            return true
        }
        draft.suffix = whole.isEmpty ? [0x5360, 0x6BD4] : [0x5360] + characters(whole) + (namesShare ? [] : [0x6BD4, 0x4F8B])  // 占 比例
        return true
    }

    /// 112家企业建立产学合作关系: the number stands before what it counts; what stands before the number gives the verb.
    private func readCounted(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard words.phrase.hasNominal else { return false }
        // 优良比例87%，超额完成75%的要求
        if words.numeral.unitKind == .percent, words.phrase.count == 1, let task = words.phrase.first, lexicon.isTask(text, task),
            let previous = drafts.last, numerals[previous.numeral].unitKind == .percent, previous.statistic == .rate
        {
            takeOver(previous.words + words.phrase, head: previous.head, draft)
            return true
        }
        draft.isAttributive = true
        var governing = governingWords(words.left)
        let shared = words.left.isEmpty ? governingBefore(words.phrase, words.numeral) : nil
        if let shared { governing = shared }
        // 为近200家企业提供方案: before a counted noun with a verb of its own 为 is no 达到.
        if governing.isEmpty, !words.predicate.isEmpty || words.rawLeft.count == 1, let last = words.rawLeft.last, last.kind == .copula,
            says(last, 0x4E3A)  // 为
        {
            governing = list(last)
        }
        // 从9条产业链看
        if let first = governing.first, says(first, 0x4ECE), let last = words.phrase.last, says(last, 0x770B) {  // 从 看
            (draft.words, draft.head) = (words.phrase.dropLast(), words.phrase.dropLast())
            return true
        }
        // 在监测的9个区中
        if let first = governing.first, governing.count > 1, first.kind == .preposition, says(first, 0x5728) {  // 在
            governing = governing.dropFirst()
        }
        // 市锦标赛、冠军赛获得39枚金牌
        if let first = governing.first, let verb = words.left.firstIndex(where: { $0.start == first.start }),
            winsAward(governing, words.phrase),
            words.left[..<verb].contains(where: { endsLikeEvent($0) })
        {
            governing = words.left
        }
        draft.words = (governing.isEmpty ? membersOrScope(words) : governing) + words.phrase
        draft.head = words.phrase
        // 生产总值跨过3个万亿元台阶: what reaches them is measured.
        if let last = words.phrase.last, lexicon.isLevel(text, last) {
            if words.numeral.bound == .exact, words.numeral.unitKind != .count { draft.bound = .over }
            // 粮食产量14万吨，站稳10万吨台阶
            if let previous = drafts.last, words.left.count <= 3, numerals[previous.numeral].unit.isSame(as: words.numeral.unit),
                !previous.words.isEmpty, !words.left.contains(where: { lexicon.noun($0) != nil })
            {
                draft.isAttributive = false
                takeOver(previous.words, head: previous.head, draft)
                return true
            }
            if words.left.hasNominal {
                draft.words = words.left + words.phrase
                draft.head = words.left.droppingTrailing { !$0.isNominal || $0.isVerb }
            }
        }
        // 12项任务的背景和要求: what stands before 的 is counted.
        if let particle = words.phrase.firstIndex(where: { $0.kind == .particle }),
            let noun = words.phrase[..<particle].last.flatMap(lexicon.noun), noun.category != "other", fits(noun, words.numeral)
        {
            draft.head = words.phrase[..<particle]
        }
        // 组织90名运动员参加比赛: what those do of whom it is said.
        let isCausative = governing.last.map { lexicon.sentence.causatives.isTerm(text, $0) } ?? false
        if governing.isEmpty || shared != nil || isCausative || governing.last?.kind == .preposition || governing.last?.kind == .copula {
            draft.words += words.predicate
            draft.predicate = words.predicate
        }
        return true
    }

    /// The noun is that of the figure before, of the same unit: 国家级项目8个，省级49个; 申报课题40项，立项22项.
    private func readWithoutNoun(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard let last = drafts.indices.last, numerals[drafts[last].numeral].unit.isSame(as: words.numeral.unit), words.left.hasNominal
        else {
            return false
        }
        if words.numeral.unitKind == .percent, drafts[last].statistic == .change { return false }
        let left = words.left
        guard let head = headBefore(drafts[last], left) else { return false }
        let saysOnlyWhatSort =
            (isBreakdown && (whole != nil || !opening.namesParts) || left.allSatisfy { lexicon.isPlainWord($0) }) && words.hasNothingAfter
            && !left.contains { lexicon.noun($0) != nil || $0.kind == .organisation || $0.kind == .region } && !isAttributeAlone(left)
        // 城乡低保对象…，其中城市2万人，农村9万人
        if saysOnlyWhatSort, left.count == 1, isBreakdown, whole != nil, characters(head).firstIndex(of: [0x57CE, 0x4E61]) != nil {
            return false
        }
        // A verb that is also a noun leaves out what the figure before named.
        let isVerbAlone = !left.hasNounProper && head.hasNounProper && !isAttributeAlone(left)
        guard saysOnlyWhatSort || isVerbAlone else { return false }
        // 进出口总额9亿元，其中出口5亿元: what is an amount itself is a part of the whole.
        if isBreakdown, whole != nil || words.numeral.unitKind.isOfAmounts && endsInAmount(head),
            !left.allSatisfy({ lexicon.isPlainWord($0) || text[$0.end - 1] == 0x7EA7 })  // 级
        {
            return false
        }
        // 国家级公园4个，省级5个: the rank of the one before is not that of this.
        var rest = left.last.map { text[$0.end - 1] } == 0x7EA7 ? withoutRank(head) : withoutResidence(head, left)  // 级
        if isVerbAlone { rest = withoutExamples(rest) }
        takeOver(left + rest, head: rest, draft)
        // 食品支出占消费支出的比重为28%，其中城镇27%
        if words.numeral.unitKind == .percent, drafts[last].statistic == .rate {
            (draft.statistic, draft.suffix) = (.rate, drafts[last].suffix)
        }
        return true
    }

    /// 专业 of 新增护理、康复等专业, for 撤销: which were new says nothing of those that something else was done with.
    func withoutExamples(_ head: Words) -> Words {
        var rest = head
        if let end = rest.lastIndex(where: { says($0, 0x7B49) }), rest[(end + 1)...].hasNounProper { rest = rest[(end + 1)...] }  // 等
        let isNew = rest.first.map { text[$0.start] == 0x65B0 && $0.end - $0.start == 2 } ?? false  // 新
        return isNew && rest.dropFirst().hasNounProper ? rest.dropFirst() : rest
    }

    /// 消费品零售额 of 城镇消费品零售额, for 乡村.
    private func withoutResidence(_ head: Words, _ left: Words) -> Words {
        guard let own = left.first, let first = head.first, isResidence(own.start), isResidence(first.start) else { return head }
        let rest = head.lastCharacters(head.reduce(0) { $0 + $1.end - $1.start } - 2)
        return rest.isEmpty ? head : rest
    }

    /// 城镇 城市 农村 乡村
    func isResidence(_ place: Int) -> Bool {
        switch text[place] {
        case 0x57CE: text.at(place + 1) == 0x9547 || text.at(place + 1) == 0x5E02
        case 0x519C, 0x4E61: text.at(place + 1) == 0x6751
        default: false
        }
    }

    /// 职教集团19个, 毕业生就业率达86.5%: the noun stands before the number.
    private func readNoun(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard words.left.hasNominal else { return false }
        // 自给率由上年的12%: from what it changes is not what it is.
        draft.words = words.left.droppingTrailing {
            $0.kind == .preposition || $0.kind == .particle || $0.kind == .time || says($0, 0x5404)  // 各
        }
        // 在医院中有公立医院
        if let first = words.left.first, first.kind == .preposition, says(first, 0x5728),
            let verb = draft.words.firstIndex(where: { says($0, 0x6709) }),  // 在 有
            verb > draft.words.startIndex + 2, text[draft.words[verb].start - 1] == 0x4E2D, draft.words[(verb + 1)...].hasNominal  // 中
        {
            draft.words = draft.words[(verb + 1)...]
        } else if words.numeral.unitKind == .count, let verb = holdingVerb(words.left) {
            draft.words = draft.words[..<verb] + draft.words[(verb + 1)...]
        }
        draft.head = draft.words.withoutLeadingVerbs
        if words.numeral.unitKind == .percent, words.predicate.first?.kind == .preposition { draft.words += words.predicate }
        // 人均生产总值8万元，按年平均汇率折算为1万美元: the same in other money.
        if words.numeral.unitKind == .money, let first = draft.words.first, let last = draft.words.last, says(first, 0x6309),  // 按
            text.at(last.end - 2) == 0x6298,  // 折
            let same = drafts.last(where: { numerals[$0.numeral].unitKind == .money && $0.statistic != .change })
        {
            takeOver(same.words, head: same.head, draft)
        }
        // 工坊、街区各1个: so many of each.
        if words.numeral.unitKind == .count, let last = words.rawLeft.last, says(last, 0x5404) { draft.suffix = [0x5404] }  // 各
        // 院校负责人、专家等近千人参会
        if words.numeral.unitKind == .persons, let last = words.rawLeft.last, says(last, 0x7B49) { draft.words += words.predicate }  // 等
        return true
    }

    /// 有 of 市本级有公园, 共有 of 中心城区共有书房: the place that has what is counted stands before it.
    private func holdingVerb(_ words: Words) -> Int? {
        var verb = words.startIndex
        while verb < words.endIndex, words[verb].isNominal || words[verb].kind == .conjunction { verb += 1 }
        guard verb > words.startIndex, verb + 1 < words.endIndex, text[words[verb].end - 1] == 0x6709, words[verb + 1].isNominal,  // 有
            words[verb].kind == .copula || words[verb].kind == .verb, words[verb].end - words[verb].start < 3
        else { return nil }
        switch text[words[verb].start - 1] {
        case 0x7EA7, 0x533A, 0x9547, 0x4E61, 0x5E02, 0x53BF, 0x57DF, 0x7EDF: return verb  // 级 区 镇 乡 市 县 域 统
        default: return nil
        }
    }

    /// 其中5名来自海外; 现有员工中，超过40%来自职业学校: only what is said of it follows; what it is stands before.
    private func readPredicate(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard words.left.isEmpty, !words.predicate.isEmpty else { return false }
        if let last = drafts.indices.last, !drafts[last].head.isEmpty, numerals[drafts[last].numeral].unit.isSame(as: words.numeral.unit) {
            let head = drafts[last].head
            takeOver(head + words.predicate, head: head, draft)
            return true
        }
        guard let topic = topicOfPreviousClause() else { return false }
        takeOver(topic + words.predicate, head: topic, draft)
        return true
    }

    func takeOver(_ words: Words, head: Words, _ draft: Draft) {
        draft.words = words
        draft.head = head
        draft.isInherited = true
    }

    /// The index at which the phrase that the number counts ends: at the first verb after a noun that its unit can count (企业|建立…),
    /// past verbs that only modify such a noun (乡村运营人才).
    func countedPhraseEnd(_ right: Words, _ numeral: Numeral) -> Int {
        var firstStop: Int?
        // 20家以教育为主业的企业: what is counted stands behind the particle.
        var particle = right.startIndex
        for i in right.indices.prefix(16) {
            let token = right[i]
            if i < particle { continue }
            switch token.kind {
            case .comma, .figure: return firstStop ?? i
            case .preposition where i == right.startIndex && right.prefix(12).contains { $0.kind == .particle }:
                firstStop = i
                particle = right.firstIndex { $0.kind == .particle } ?? i
            case .copula, .preposition, .share, .locative, .change, .becomes: return firstStop ?? i
            // 300名毕业生平均起薪为4000元
            case .adverb where numeral.unitKind == .persons && lexicon.isRateWord(token):
                if right[..<i].last(where: { $0.isNominal }).map(lexicon.isPerson) ?? false { return firstStop ?? i }
            case .verb:
                if let noun = right[..<i].last(where: { $0.isNominal }).flatMap(lexicon.noun), fits(noun, numeral) {
                    // 3个财政支持的专业: what the verb only says of a noun that follows.
                    if firstStop == nil, let end = relativeClauseEnd(right, i, numeral) { return end }
                    return firstStop.map { max($0, i) } ?? i
                }
                if firstStop == nil { firstStop = i }
            default:
                if firstStop != nil, let noun = lexicon.noun(token), fits(noun, numeral) {
                    // Take in the rest of this phrase.
                    return right[i...].firstIndex { !$0.isNominal } ?? right.endIndex
                }
            }
        }
        return firstStop ?? right.endIndex
    }

    /// 建有2个生物药物开发应用技术中心: what someone has, all of it to the end a name, with verbs in it.
    private func namesOnePhrase(_ right: Words, after left: Words, _ numeral: Numeral) -> Bool {
        guard numeral.unitKind == .count, right.count > 2, let last = right.last, lexicon.saysMore(last),
            lexicon.noun(last).map({ fits($0, numeral) }) ?? false,
            right.contains(where: { $0.kind == .verb || $0.kind == .change }),
            right.allSatisfy({ $0.isNominal || $0.isVerb || $0.kind == .change || $0.kind == .conjunction })
        else { return false }
        guard left.isEmpty else { return left.last.map { lexicon.saysHolding($0, in: text) } ?? false }
        return drafts.last.map { $0.isAttributive && $0.predicate.isEmpty && numerals[$0.numeral].unit.isSame(as: numeral.unit) } ?? false
    }

    /// The end of the noun phrase behind 支持的 in 财政支持的专业, where the unit does not say that what stands before the verb is counted.
    private func relativeClauseEnd(_ right: Words, _ verb: Int, _ numeral: Numeral) -> Int? {
        guard numeral.unitKind == .count, lexicon.units[numeral.unit].counted == nil, let particle = right.element(verb + 1),
            particle.kind == .particle
        else { return nil }
        let noun = right[(verb + 2)...].prefix(6).prefix { $0.isNominal || $0.kind == .quote || $0.kind == .particle }
        return noun.contains { lexicon.noun($0) != nil } ? noun.endIndex : nil
    }

    private func fits(_ noun: Noun, _ numeral: Numeral) -> Bool {
        switch numeral.unitKind {
        case .persons: noun.isPerson
        case .count: lexicon.units[numeral.unit].counted.map { !$0.isDisjoint(with: noun.categories) } ?? true
        default: true
        }
    }

    /// The verbs (with what stands before a list's 等) that govern a counted noun after the number.
    private func governingWords(_ left: Words) -> Words {
        guard left.count <= 12 else { return left.last.map { $0.isVerb ? list($0) : [] } ?? [] }
        guard var verb = left.firstIndex(where: { $0.isVerb || $0.kind == .preposition }) else { return [] }
        // 重点监测
        if verb > left.startIndex, lexicon.limitsNoun(text, left[verb - 1]) { verb -= 1 }
        return left[verb...].droppingTrailing { $0.kind == .particle || $0.kind == .copula }
    }
}

extension UnitKind {
    /// A figure in this unit is a share, a ratio or an amount per something.
    var isRate: Bool {
        switch self {
        case .percent, .permille, .rate, .moneyRate, .ratio, .multiple: true
        default: false
        }
    }

    /// It is no share, and no people are counted in it.
    fileprivate var isOfAmounts: Bool {
        switch self {
        case .money, .mass, .energy, .area, .volume, .count: true
        default: false
        }
    }
}
