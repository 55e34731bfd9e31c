// What a figure's own words leave out, taken from the figures before it.
import Numerals

extension SentenceReader {
    /// Adds what the sentence leaves out: whose attribute (学校2所，在校生3169人) or of what (其中，医院3134张). Each reading looks for one thing,
    /// and sees what those before it found.
    func complete(_ draft: Draft, _ numeral: Numeral) {
        if draft.isThreshold { return }
        // What is counted, and of what it is a part.
        takeYear(draft)
        takeHeadOfUnit(draft, numeral)
        takeHeadOfRank(draft, numeral)
        takeEach(draft, numeral)
        findWhole(draft, numeral)
        tellPart(draft)
        takeCountedCategory(draft, numeral)
        takeWhole(draft, numeral)
        takePartBefore(draft, numeral)
        takeBracketed(draft, numeral)
        takePeople(draft, numeral)
        takeEarlier(draft)
        // Of what it is a share.
        takeTask(draft, numeral)
        takeShared(draft, numeral)
        takeDivided(draft, numeral)
        takeShareBefore(draft, numeral)
        takeChartTitle(draft, numeral)
        takeResidence(draft, numeral)
        // What figures before are called by too.
        takeStem(draft, numeral)
        takeOpposite(draft)
        takeFront(draft, numeral)
        takeHeadBefore(draft, numeral)
        draft.scope = scope
        takeRest(draft, numeral)
        // Whose it is, and what governs the list it stands in.
        takeAttribute(draft, numeral)
        takeGovernor(draft, numeral)
        takeProducer(draft, numeral)
        takeListTopic(draft, numeral)
        takeFrame(draft, numeral)
        // Who does it.
        takeEvent(draft, numeral)
        takeActor(draft, numeral)
        takeOwner(draft, numeral)
        takeOutput(draft, numeral)
        takeAmong(draft, numeral)
        takeGrowing(draft, numeral)
        takeTouching(draft, numeral)
        takeContest(draft)
        takeEffect(draft, numeral)
        takeProjects(draft, numeral)
        takeMeasured(draft, numeral)
        takeProperty(draft, numeral)
        takeDeduction(draft)
        takeMembers(draft)
        takeOutputBefore(draft, numeral)
        takeBeds(draft, numeral)
        takeInstitutionCounted(draft, numeral)
    }

    /// 年产量9万吨: so much a year.
    private func takeYear(_ draft: Draft) {
        if draft.frequency == nil, !draft.isInherited, draft.words.contains(where: { $0.kind == .noun && isYearly($0) }) {
            draft.frequency = .annual
        }
    }

    /// 9家 without a noun: what that unit counted before.
    private func takeHeadOfUnit(_ draft: Draft, _ numeral: Numeral) {
        guard draft.words.isEmpty, draft.statistic == .value, numeral.unitKind == .count || numeral.unitKind == .persons,
            let head = discourse.head(of: numeral.unit)
        else { return }
        takeOver(head, head: head, draft)
    }

    /// 自然保护区8个，面积9公顷，其中国家级3个
    private func takeHeadOfRank(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .count, draft.namesItself, draft.words.count == 1, let rank = draft.words.last,
            text[rank.end - 1] == 0x7EA7, lexicon.isPlainWord(rank), let head = discourse.head(of: numeral.unit)  // 级
        else { return }
        takeOver(draft.words + withoutRank(head), head: head, draft)
    }

    /// 金融机构人民币各项存款余额9亿元，各项贷款余额8亿元
    private func takeEach(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .money, let each = draft.words.prefix(2).firstIndex(where: isEach), !draft.isInherited,
            endsInAmount(draft.words),
            let previous = drafts.first(where: { $0.statistic == .value })?.words ?? earlier.first.map(allOf),
            let same = previous.firstIndex(where: isEach), endsInAmount(previous)
        else { return }
        // 金融机构|本外币各项贷款余额
        var front = previous[..<same]
        if each > draft.words.startIndex {
            let own = characters(draft.words[..<each])
            if let place = front.firstIndex(where: { characters($0) == own }) {
                front = front[..<place]
            } else if let last = front.last, lexicon.coverages.isTerm(text, last),
                lexicon.coverages.value(of: own) != nil
            {
                // 人民币各项贷款余额 behind 金融机构本外币各项贷款余额
                front = front.dropLast()
            } else {
                return
            }
        }
        draft.words = front + draft.words
    }

    /// 医院3134张 behind 其中: of what stands before that.
    private func takeWhole(_ draft: Draft, _ numeral: Numeral) {
        guard breakdown != nil || opening.isDivision && (numeral.unitKind == .persons || numeral.unitKind == .count),
            draft.statistic == .value, !draft.isInherited, let whole, numerals[whole.numeral].unit.isSame(as: numeral.unit),
            whole.words.count <= (draft.isAttributive ? 8 : 14), !whole.words.isEmpty,
            !characters(draft.words).starts(with: characters(whole.words)),
            !areOthers(whole, draft),
            owner.first?.start == parts.owner.first?.start || !isAttributeAlone(draft.words)
        else { return }
        draft.whole = whole.words + breakdownWords
        draft.inheritedCategory =
            numeral.unitKind == .persons && whole.head.contains(where: lexicon.isPerson) ? nil : categoryOfHead(whole)
        // 学校58所，其中6所隶属某局: what they do or belong to is not what is counted.
        if draft.isAttributive, let first = draft.words.first, first.kind == .verb || first.kind == .text && first.term < 0 {
            draft.countedCategory = draft.inheritedCategory
        }
    }

    /// 各项
    private func isEach(_ token: Token) -> Bool { text[token.start] == 0x5404 && text.at(token.start + 1) == 0x9879 }

    /// 铜牌9枚，其中全国比赛金牌3枚: of the last of a list of awards others are no part.
    private func areOthers(_ whole: Draft, _ draft: Draft) -> Bool {
        guard let last = whole.words.last, let own = draft.words.last, text[last.end - 1] == 0x724C, text[own.end - 1] == 0x724C else {
            return false
        }
        return text.at(last.end - 2) != text.at(own.end - 2) && text.at(last.end - 2) != 0x5956  // 奖
    }

    /// What only the sentence before says: SO₂浓度为9微克/立方米。SO₂下降7%.
    private func takeEarlier(_ draft: Draft) {
        guard draft.statistic == .change, !earlier.isEmpty, draft.namesItself, let last = draft.words.last,
            draft.words.count <= 2 || draft.words.count == 3 && text[last.end - 1] == 0x4E0A, !endsInAmount(draft.words),  // 上
            !lexicon.isAttribute(text, last)
        else { return }
        // PM₂.₅ and PM2.5
        func plain(_ words: Words) -> ArraySlice<UInt32> {
            characters(words).map { (0x2080...0x2089).contains($0) ? $0 - 0x2050 : $0 }[...]
        }
        let own = plain(draft.words)
        let same = earlier.first {
            $0.statistic != .change && $0.words.count > 1 && $0.words.count <= 4 && endsInAmount($0.words)
                && own.ends(with: plain($0.words.dropLast()))
        }
        guard let same else { return }
        draft.words = same.words
        draft.head = same.head
    }

    /// The noun that a figure takes over from the one before, of which it only says what sort (国家级项目8个，省级49个); nil where it has one of
    /// its own: 综合医院6家，护理院2家, or is a part of the whole as the one before is: 医生90人，其他8人.
    func headBefore(_ previous: Draft, _ left: Words) -> Words? {
        let head = previous.head
        guard let last = left.last, let other = head.last else { return head }
        // 城镇3万人，乡村2万人
        if head.allSatisfy({ lexicon.isPlainWord($0) }) { return nil }
        if text[last.end - 1] == text[other.end - 1], last.isNominal || left.count > 1 { return nil }
        // 生活用水2亿立方米，其他1亿立方米
        if frame != nil, whole == nil, text[last.start] == 0x5176 { return nil }  // 其
        guard isBreakdown, let whole, previous !== whole, !whole.head.isEmpty, text[last.end - 1] != 0x7EA7 else { return head }  // 级
        let (named, shared) = (characters(head), characters(head).sharedEnd(characters(whole.head)))
        if shared == named.count { return head }
        // 城镇人口3万人、乡村2万人
        guard characters(left).count <= 2 else { return nil }
        return shared > 1 ? head.lastCharacters(shared) : whole.head
    }

    /// 年产量, 年均增长: so much a year.
    func isYearly(_ token: Token) -> Bool {
        guard token.end - token.start > 2, text[token.start] == 0x5E74 else { return false }  // 年
        let rest = lexicon.trie.longestMatch(in: text, at: token.start + 1, limit: token.end)
        return rest?.end == token.end || text[token.start + 1] == 0x5747  // 均
    }

    func saysMore(_ token: Token) -> Bool { lexicon.saysMore(token) }
}
