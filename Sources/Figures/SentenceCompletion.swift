// What a figure's own words leave out, taken from the figures before it.
import Numerals

extension SentenceReader {
    /// Adds what the sentence leaves out: whose attribute (学校2所，在校生3169人) or of what (其中，医院3134张).
    func complete(_ draft: Draft, _ numeral: Numeral) {
        if draft.frequency == nil, !draft.isInherited, draft.words.contains(where: { $0.kind == .noun && isYearly($0) }) {
            draft.frequency = .annual
        }
        if draft.words.isEmpty, draft.statistic == .value, numeral.unitKind == .count || numeral.unitKind == .persons,
            let head = discourse.head(of: numeral.unit)
        {
            takeOver(head, head: head, draft)
        }
        tellPart(draft)
        takeCountedCategory(draft, numeral)
        if let breakdown, draft.statistic == .value, !draft.isInherited, let whole, numerals[whole.numeral].unit.isSame(as: numeral.unit),
            whole.words.count <= 8, !whole.words.isEmpty, !characters(draft.words).starts(with: characters(whole.words))
        {
            draft.whole = whole.words + [breakdown]
            draft.inheritedCategory = whole.head.last { saysMore($0) }.flatMap { category(of: $0) }
        }
        // 培训1.9万人次，完成年度任务的58%
        if numeral.unitKind == .percent, draft.inheritedCategory == nil, let last = draft.words.last(where: { $0.isNominal }),
            lexicon.isTask(text, last),
            let previous = drafts.last
        {
            draft.countedCategory =
                previous.countedCategory
                ?? previous.head.last { saysMore($0) }.flatMap { category(of: $0) }
        }
        // 相关度为69%，其中“很相关”占21%: of those counted before.
        if numeral.unitKind == .percent, draft.suffix.first == 0x5360, draft.inheritedCategory == nil, let previous = drafts.last {
            draft.inheritedCategory =
                previous.countedCategory ?? previous.inheritedCategory
                ?? CategoryReader(lexicon: lexicon).category(
                    head: previous.head, words: previous.words, unit: numerals[previous.numeral].unit,
                    unitKind: numerals[previous.numeral].unitKind, statistic: previous.statistic)
        }
        draft.scope = scope
        takeAttribute(draft, numeral)
        takeGovernor(draft, numeral)
        takeListTopic(draft, numeral)
        takeFrame(draft, numeral)
        takeOwner(draft, numeral)
        takeOutput(draft, numeral)
        guard draft.statistic != .change, numeral.unitKind != .percent, let noun = draft.head.lastOutsideBrackets(),
            let counted = lexicon.noun(noun)
        else { return }
        let isInstitution = lexicon.isWhole(counted)
        if isInstitution, lexicon.units[numeral.unit].countsWholes {
            institution = draft.head
        } else if isInstitution, isBreakdown || numeral.unitKind == .persons || numeral.unitKind == .money, !draft.isAttributive,
            !draft.words.contains(where: { $0.kind == .verb }), numeral.unitKind != .area, !endsInAmount(draft.words),
            numeral.unitKind != .persons || !draft.words.contains(where: { lexicon.noun($0)?.isPerson ?? false }),
            numeral.unitKind != .money || draft.whole.isEmpty, let whole = discourse.head(of: numeral.unit),
            !characters(whole).ends(with: characters(noun))
        {
            draft.words += whole
            draft.head = whole
            draft.whole = []
        } else if !institution.isEmpty, !draft.isAttributive, !draft.isInherited, draft.words.count <= 2,
            !characters(draft.words).starts(with: characters(institution)), draft.words.allSatisfy({ $0.kind == .noun && !$0.isVerbToo }),
            lexicon.isPart(counted)
        {
            draft.words = institution + draft.words
        }
        if !isInstitution, !draft.isAttributive, numeral.unitKind == .persons,
            let owner = draft.words.lastIndex(where: { lexicon.noun($0).map(lexicon.isWhole) ?? false }),
            owner + 1 < draft.words.endIndex
        {
            // 初中学校招生1.9万人，在校生5.7万人
            institution = draft.words[...owner]
        }
        // 在校生高职3000人，中职600人: the people are what is counted of either.
        if !draft.isInherited {
            let people = numeral.unitKind == .persons && isInstitution ? draft.head.lastIndex { lexicon.noun($0)?.isPerson ?? false } : nil
            discourse.setHead(people.map { draft.head[...$0] } ?? draft.head, of: numeral.unit)
        }
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
            counted = { [lexicon] in lexicon.noun($0)?.isPerson ?? false }
        } else {
            guard numeral.unitKind == .count, let categories = lexicon.units[numeral.unit].counted else { return }
            counted = { [lexicon] in lexicon.isCounted($0, by: categories) }
        }
        guard !draft.words.contains(where: counted) else { return }
        let before = numeral.unitKind == .persons ? whole?.words : discourse.head(of: numeral.unit)
        draft.countedCategory = before?.last(where: counted).flatMap { category(of: $0) }
    }

    func saysMore(_ token: Token) -> Bool { lexicon.saysMore(token) }

    private func category(of token: Token) -> String? { lexicon.noun(token)?.category }
}
