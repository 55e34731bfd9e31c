// What a figure's own words leave out, taken from the figures before it.
import Numerals

extension SentenceReader {
    /// Adds what the sentence leaves out: whose attribute (学校2所，在校生3169人) or of what (其中，医院3134张).
    func complete(_ draft: Draft, _ numeral: Numeral) {
        if draft.isThreshold { return }
        if draft.frequency == nil, !draft.isInherited, draft.words.contains(where: { $0.kind == .noun && isYearly($0) }) {
            draft.frequency = .annual
        }
        if draft.words.isEmpty, draft.statistic == .value, numeral.unitKind == .count || numeral.unitKind == .persons,
            let head = discourse.head(of: numeral.unit)
        {
            takeOver(head, head: head, draft)
        }
        // 自然保护区8个，面积9公顷，其中国家级3个
        if numeral.unitKind == .count, !draft.isInherited, !draft.isAttributive, draft.words.count == 1, let rank = draft.words.last,
            text[rank.end - 1] == 0x7EA7, lexicon.isPlainWord(rank), let head = discourse.head(of: numeral.unit)  // 级
        {
            takeOver(draft.words + withoutRank(head), head: head, draft)
        }
        // 金融机构人民币各项存款余额9亿元，各项贷款余额8亿元
        if numeral.unitKind == .money, let first = draft.words.first, isEach(first), !draft.isInherited, endsInAmount(draft.words),
            let previous = drafts.first(where: { $0.statistic == .value }), let same = previous.words.firstIndex(where: isEach),
            endsInAmount(previous.words)
        {
            draft.words = previous.words[..<same] + draft.words
        }
        tellPart(draft)
        takeCountedCategory(draft, numeral)
        if breakdown != nil || opening.isDivision && (numeral.unitKind == .persons || numeral.unitKind == .count),
            draft.statistic == .value, !draft.isInherited, let whole, numerals[whole.numeral].unit.isSame(as: numeral.unit),
            whole.words.count <= (draft.isAttributive ? 8 : 14), !whole.words.isEmpty,
            !characters(draft.words).starts(with: characters(whole.words)),
            !areOthers(whole, draft),
            owner.first?.start == parts.owner.first?.start || !isAttributeAlone(draft.words)
        {
            draft.whole = whole.words + breakdownWords
            draft.inheritedCategory =
                numeral.unitKind == .persons && whole.head.contains(where: lexicon.isPerson)
                ? nil : whole.head.last { saysMore($0) }.flatMap { category(of: $0) }
            // 学校58所，其中6所隶属某局: what they do or belong to is not what is counted.
            if draft.isAttributive, let first = draft.words.first, first.kind == .verb || first.kind == .text && first.term < 0 {
                draft.countedCategory = draft.inheritedCategory
            }
        }
        takePeople(draft, numeral)
        takeEarlier(draft, numeral)
        // 培训1.9万人次，完成年度任务的58%
        if numeral.unitKind == .percent, draft.inheritedCategory == nil, let last = draft.words.last(where: { $0.isNominal }),
            lexicon.isTask(text, last),
            let previous = drafts.last
        {
            draft.countedCategory =
                previous.countedCategory
                ?? previous.head.last { saysMore($0) }.flatMap { category(of: $0) }
            if previous.statistic == .value, !draft.isInherited, draft.words.dropLast().allSatisfy({ $0.isVerb }) {
                draft.words = previous.words + draft.words
            }
        }
        // 相关度为69%，其中“很相关”占21%: of those counted before.
        if numeral.unitKind == .percent, draft.suffix.first == 0x5360, draft.inheritedCategory == nil, let previous = drafts.last {
            draft.inheritedCategory =
                previous.countedCategory ?? previous.inheritedCategory
                ?? CategoryReader(lexicon: lexicon).category(
                    head: previous.head, words: previous.words, unit: numerals[previous.numeral].unit,
                    unitKind: numerals[previous.numeral].unitKind, statistic: previous.statistic)
            // 商学院（502人，占30%）: a share of the people.
            if draft.isInherited, previous.inheritedCategory != nil, numerals[previous.numeral].unitKind == .persons {
                draft.countedCategory = draft.inheritedCategory
            }
        }
        // 从单位性质看，国有企业占31%, in a report on graduates: of them.
        if numeral.unitKind == .percent, opening.isDivision, frame == nil, draft.statistic == .rate, let people = discourse.document.people
        {
            draft.countedCategory = people
        }
        // 甲业增加值占生产总值比重为9%，乙业增加值比重为8%
        if numeral.unitKind == .percent, draft.suffix.isEmpty, draft.statistic != .change, draft.words.count > 1, !draft.isInherited,
            let last = draft.words.last, !drafts.isEmpty, lexicon.isRateWord(text[last.start..<last.end])
        {
            let words = draft.words
            draft.words = words.dropLast()
            if let shared = shareBefore(draft) { draft.suffix = shared } else { draft.words = words }
        }
        if numeral.unitKind == .percent || numeral.unitKind == .count && draft.words.count == 2 { takeStem(draft, numeral) }
        takeFront(draft, numeral)
        takeHeadBefore(draft, numeral)
        draft.scope = scope
        if isBreakdown, draft.words.count == 2 { takeRest(draft, numeral) }
        takeAttribute(draft, numeral)
        takeGovernor(draft, numeral)
        takeListTopic(draft, numeral)
        takeFrame(draft, numeral)
        takeEvent(draft, numeral)
        takeActor(draft, numeral)
        takeOwner(draft, numeral)
        takeOutput(draft, numeral)
        takeAmong(draft, numeral)
        takeTouching(draft, numeral)
        takeContest(draft)
        takeEffect(draft, numeral)
        takeMeasured(draft, numeral)
        takeOutputBefore(draft, numeral)
        guard draft.statistic != .change, numeral.unitKind != .percent, let noun = draft.head.lastOutsideBrackets(),
            let counted = lexicon.noun(noun)
        else { return }
        let isInstitution = lexicon.isWhole(counted)
        if isInstitution, lexicon.units[numeral.unit].countsWholes {
            // 8个二级学院，在校生9000人, in a text about their school: what follows is the school's.
            institution = draft.subject?.kind == "school" && counted.category == "school" ? [] : draft.head
        } else if isInstitution,
            isBreakdown || numeral.unitKind == .persons || numeral.unitKind == .money || isOtherCounted(numeral),
            !draft.isAttributive,
            !draft.words.contains(where: { $0.kind == .verb }), numeral.unitKind != .area, !endsInAmount(draft.words),
            numeral.unitKind != .persons || !draft.words.contains(where: { lexicon.isPerson($0) }),
            numeral.unitKind != .money || draft.whole.isEmpty, let whole = headOfWhole(numeral) ?? discourse.head(of: numeral.unit),
            !characters(whole).ends(with: characters(noun)),
            // 经营主体9户，其中个体工商户8户
            counted.category != "enterprise" || whole.last.flatMap(lexicon.noun)?.category != "enterprise"
        {
            // 乡镇卫生院|床位 behind 医院拥有床位
            let other = whole.dropLast().lastIndex { lexicon.noun($0).map(lexicon.isWhole) ?? false }
            draft.words += other.map { whole[($0 + 1)...].drop { $0.kind == .close }.withoutLeadingVerbs } ?? whole
            draft.head = draft.words
            draft.whole = []
        } else if takesEnterprise(draft, numeral) {
            draft.words = institution + draft.words
        } else if !institution.isEmpty, !draft.isAttributive, !draft.isInherited, draft.words.count <= 2, !isPerHead(draft.words),
            draft.whole.isEmpty || draft.whole.first?.start != institution.first?.start,
            // 养老设施9个，养老床位80张
            !characters(draft.words).starts(with: characters(institution).prefix(2))
                || numeral.unitKind == .persons || institution.contains(where: { $0.isSeparator }),
            draft.words.allSatisfy({ $0.kind == .noun && !$0.isVerbToo }), lexicon.isPart(counted),
            !draft.words.dropLast().contains(where: { lexicon.noun($0).map(lexicon.isWhole) ?? false })
        {
            draft.words = institution + draft.words
        }
        if !isInstitution, !draft.isAttributive, numeral.unitKind == .persons,
            let owner = draft.words.lastIndex(where: { lexicon.noun($0).map(lexicon.isWhole) ?? false }),
            owner + 1 < draft.words.endIndex, !(draft.words.first?.isVerb ?? true)
        {
            // 初中学校招生1.9万人，在校生5.7万人
            institution = draft.words[...owner]
        }
        // 在校生高职3000人，中职600人: the people are what is counted of either.
        if !draft.isInherited {
            let people = numeral.unitKind == .persons && isInstitution ? draft.head.lastIndex { lexicon.isPerson($0) } : nil
            discourse.setHead(people.map { draft.head[...$0] } ?? draft.head, of: numeral.unit)
        }
    }

    /// 入院 in 入院9万人次，其中医院8万人次, and not what was told of before.
    private func headOfWhole(_ numeral: Numeral) -> Words? {
        // 按机构分，医院5万人: of those that are divided.
        if opening.isDivision, let whole, numerals[whole.numeral].unit.isSame(as: numeral.unit) { return whole.words }
        guard isBreakdown, let whole, !whole.isInherited, whole.words.count < 3, numeral.unitKind == .personTimes,
            numerals[whole.numeral].unit.isSame(as: numeral.unit)
        else { return nil }
        return whole.words
    }

    /// 各项
    private func isEach(_ token: Token) -> Bool { text[token.start] == 0x5404 && text.at(token.start + 1) == 0x9879 }

    /// 铜牌9枚，其中全国比赛金牌3枚: of the last of a list of awards others are no part.
    private func areOthers(_ whole: Draft, _ draft: Draft) -> Bool {
        guard let last = whole.words.last, let own = draft.words.last, text[last.end - 1] == 0x724C, text[own.end - 1] == 0x724C else {
            return false
        }
        return text[last.end - 2] != text[own.end - 2] && text[last.end - 2] != 0x5956  // 奖
    }

    /// 张 counts beds and no hospitals.
    private func isOtherCounted(_ numeral: Numeral) -> Bool {
        numeral.unitKind == .count && !lexicon.units[numeral.unit].countsWholes
            && discourse.head(of: numeral.unit)?.dropLast().contains { lexicon.noun($0).map(lexicon.isWhole) ?? false } ?? false
    }

    /// 人均体育场地面积: of people, and of nothing that has members.
    private func isPerHead(_ words: Words) -> Bool {
        words.first.map { text[$0.start] == 0x4EBA && text.at($0.start + 1) == 0x5747 } ?? false  // 人均
    }

    /// 发电企业6家，发电量9亿千瓦时
    private func takesEnterprise(_ draft: Draft, _ numeral: Numeral) -> Bool {
        guard draft.words.count == 1, numeral.unitKind == .energy, !draft.isInherited, !draft.isAttributive, let last = institution.last
        else {
            return false
        }
        return lexicon.noun(last)?.category == "enterprise" && drafts.last?.head.last?.start == last.start && endsInAmount(draft.words)
    }

    /// What only the sentence before says: 医保参保人数9万人。其中，职工5万人; SO₂浓度为9微克/立方米。SO₂下降7%.
    private func takeEarlier(_ draft: Draft, _ numeral: Numeral) {
        guard !earlier.isEmpty, !draft.isInherited, !draft.isAttributive, let last = draft.words.last,
            draft.words.count <= 2 || draft.words.count == 3 && text[last.end - 1] == 0x4E0A, !endsInAmount(draft.words),  // 上
            !lexicon.isAttribute(text, last)
        else { return }
        if draft.statistic == .change {
            let own = characters(draft.words)
            guard
                let same = earlier.first(where: {
                    $0.statistic != .change && $0.words.count > 1 && $0.words.count <= 4 && endsInAmount($0.words)
                        && characters($0.words.dropLast()) == own
                })
            else { return }
            draft.words = same.words
            draft.head = same.head
        }
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

    /// 河流断面水质符合 for Ⅳ类占3% behind 河流断面水质符合Ⅱ类占97%.
    func takeGrade(_ draft: Draft) {
        guard !draft.isInherited, draft.words.count <= 2, let last = draft.words.last,
            draft.words.allSatisfy({ lexicon.noun($0) == nil }),
            let other = drafts.last(where: { $0.statistic == .rate && !$0.isInherited && !$0.isBracketed }),
            other.suffix.first == 0x5360  // 占
        else { return }
        // 湖库测点水质符合Ⅱ类占50%；营养状态中营养占20%
        if let first = draft.words.first, lexicon.isProperty(text, first),
            let measured = drafts.first(where: { $0.words.contains { lexicon.isProperty(text, $0) } })?.words
        {
            let front = measured.prefix { !lexicon.isProperty(text, $0) }
            if front.hasNounProper { draft.words = front + draft.words }
            return
        }
        // 级别中营养占20%，轻度富营养占60%
        if draft.words.count == 1, other.words.count > 1, other.words.count < 8,
            other.words.last.map({ text[$0.end - 1] == text[last.end - 1] }) ?? false,
            other.words.dropLast().allSatisfy({ $0.isNominal })
        {
            draft.words = other.words.dropLast() + draft.words
            return
        }
        // Ⅲ类|水质断面 for Ⅳ类
        if text[last.end - 1] == 0x7C7B, let twin = other.words.lastIndex(where: { text[$0.end - 1] == 0x7C7B }),  // 类
            twin + 1 < other.words.endIndex
        {
            draft.words = draft.words + other.words[(twin + 1)...]
            draft.head = draft.words
            return
        }
        guard other.words.last.map({ text[$0.end - 1] == text[last.end - 1] }) ?? false,
            let verb = other.words.lastIndex(where: { $0.isVerb }), verb > other.words.startIndex, verb + 1 < other.words.endIndex
        else { return }
        draft.words = other.words[...verb] + draft.words
        draft.head = draft.words
    }

    /// 占固定资产投资的比重 for 第三产业投资占38%, where that has been said of another such part.
    func shareBefore(_ draft: Draft) -> ArraySlice<UInt32>? {
        guard let last = draft.words.last else { return nil }
        return drafts.suffix(6).last { other in
            other.statistic == .rate && other.suffix.first == 0x5360 && other.suffix.count > 2  // 占
                && (other.words.last.map { text[$0.end - 1] == text[last.end - 1] } ?? false)
        }?.suffix
    }

    /// 工业机器人增长8%: of goods it is their output or sale that changes.
    func takeOutput(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .change, numeral.unitKind == .percent, draft.countedCategory == nil, !draft.isInherited,
            !draft.words.contains(where: { $0.isVerb }), !endsInAmount(draft.words), let last = draft.head.lastOutsideBrackets(),
            text[last.start].isHan,
            let category = category(of: last), category == "other" || category == "facility"
        else { return }
        draft.countedCategory = "economy"
    }

    /// 年产量, 年均增长: so much a year.
    func isYearly(_ token: Token) -> Bool {
        guard token.end - token.start > 2, text[token.start] == 0x5E74 else { return false }  // 年
        let rest = lexicon.trie.longestMatch(in: text, at: token.start + 1, limit: token.end)
        return rest?.end == token.end || text[token.start + 1] == 0x5747  // 均
    }

    /// 授权专利1237件，其中高校授权16件: what a unit cannot count (件 no schools, 人 no schools either) is not what is counted; the noun
    /// before is.
    func takeCountedCategory(_ draft: Draft, _ numeral: Numeral) {
        let counted: (Token) -> Bool
        if numeral.unitKind == .persons {
            guard isBreakdown, !draft.isAttributive, draft.statistic == .value, !draft.words.contains(where: { $0.isVerb }) else { return }
            counted = { [lexicon] in lexicon.isPerson($0) }
        } else {
            guard numeral.unitKind == .count, let categories = lexicon.units[numeral.unit].counted else { return }
            counted = { [lexicon] in lexicon.isCounted($0, by: categories) }
        }
        guard !draft.words.contains(where: counted) else { return }
        let before = numeral.unitKind == .persons ? whole?.words : discourse.head(of: numeral.unit)
        draft.countedCategory = before?.last(where: counted).flatMap { category(of: $0) }
    }

    /// 毕业生分布在8个学院，其中商学院（502人）: where no word says what people are counted, those told of before are.
    private func takePeople(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .persons, draft.inheritedCategory == nil, draft.countedCategory == nil,
            !draft.words.contains(where: lexicon.isPerson),
            !isCountOfNamed(draft.words)
        else { return }
        draft.inheritedCategory =
            (tokens.last { $0.end <= numeral.start && lexicon.isPerson($0) }
            ?? discourse.head(of: numeral.unit)?.last(where: lexicon.isPerson))
            .flatMap(category(of:)) ?? discourse.document.people
    }

    /// 死亡人数, and not 进入某业的人数: the words say whose number it is.
    private func isCountOfNamed(_ words: Words) -> Bool {
        guard let last = words.last, text[last.end - 1] == 0x6570, text.at(last.end - 2) == 0x4EBA else { return false }
        return words.dropLast().last?.kind != .particle
    }

    func saysMore(_ token: Token) -> Bool { lexicon.saysMore(token) }

    private func category(of token: Token) -> String? { lexicon.noun(token)?.category }
}
