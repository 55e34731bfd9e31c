// Whose an attribute is that a sentence names without its owner: 粮食种植面积5万亩，产量3万吨; 高中40所，招生2万人; 第二产业增加值…，对增长的贡献率….
import Numerals

extension SentenceReader {
    /// Puts before an attribute that stands alone the owner that the sentence named, and remembers the owner that the words name.
    func takeOwner(_ draft: Draft, _ numeral: Numeral) {
        guard !draft.isInherited, !draft.words.isEmpty else { return }
        if isAttributeAlone(draft.words) {
            guard draft.whole.isEmpty, !owner.isEmpty else { return }
            // 教师46人，在校生800人: people have no people.
            if numeral.unitKind == .persons, owner.last.flatMap(lexicon.noun)?.isPerson ?? false { return }
            draft.words = owner + draft.words
            draft.head = draft.words
            return
        }
        if numeral.unitKind == .percent || numeral.unitKind == .points, leavesOutTopic(draft.words), let previous = drafts.last,
            !previous.isAttributive, !previous.words.isEmpty
        {
            // 第二产业增加值5亿元，对经济增长的贡献率为20%; 企业对能力的满意度为98%，对态度的满意度为99%: of the same the topic alone.
            let isSame = previous.words.last.map { $0.term >= 0 && $0.term == draft.words.last?.term } ?? false
            let opener = isSame ? previous.words.firstIndex { lexicon.opensPredicate(text, $0) } : nil
            draft.words = previous.words[..<(opener ?? previous.words.endIndex)] + draft.words
            draft.whole = previous.whole
            return
        }
        owner = named(by: draft, numeral)
    }

    /// 水泥5万吨 in a list that 主要产品产量中 or 主要产品产量有升有降。其中 heads: what is measured of each of them.
    func takeAttribute(_ draft: Draft, _ numeral: Numeral) {
        guard let frame, frame.unit == nil, let attribute = frame.words.last, lexicon.isAttribute(text, attribute), !draft.isInherited,
            !draft.isAttributive, draft.words.hasNominal, !endsInAmount(draft.words),
            numeral.unitKind.isOfGoods || draft.statistic == .change
        else { return }
        draft.words = draft.words.droppingTrailing { $0.kind == .verb } + [attribute]
    }

    /// 产量, 发放资金: nothing but attributes and verbs.
    func isAttributeAlone(_ words: Words) -> Bool {
        let words = words.withoutBrackets
        guard words.count <= 3, let last = words.last, lexicon.isAttribute(text, last) else { return false }
        return words.dropLast().allSatisfy { lexicon.isAttribute(text, $0) || $0.kind == .verb }
    }

    /// 对…的贡献率, 拉动…增长: of the topic before.
    private func leavesOutTopic(_ words: Words) -> Bool {
        guard let first = words.first, words.count > 1 else { return false }
        return lexicon.opensPredicate(text, first)
    }

    /// 粮食 of 粮食种植面积, 中等职业教育 of 中等职业教育招生; all of what is counted itself: 高中.
    private func named(by draft: Draft, _ numeral: Numeral) -> Words {
        var words = draft.words
        let isAmount = endsInAmount(words)
        if isAmount, let scope = namedScope(words), !scope.isPerHead { return scope.words }
        let end = words.droppingTrailing { lexicon.isAttribute(text, $0) || isAmount && lexicon.endsInAmount(text, $0) || $0.kind == .open }
        if end.count < words.count {
            words = end.trimmingEnds()
        } else if numeral.unitKind.isRate || draft.statistic == .change {
            return owner
        }
        return words.count <= 8 && words.hasNominal ? words : []
    }

    /// 在省级比赛中获得 for 银牌 in 在省级比赛中获得金牌3枚、银牌5枚: what is done with the first of a list is done with the next.
    func takeGovernor(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .value, !draft.isInherited, !draft.isAttributive, let first = draft.words.first, let last = drafts.last,
            last.statistic == .value, !last.isAttributive, numerals[last.numeral].unit.isSame(as: numeral.unit),
            max(numerals[last.numeral].end, numerals[last.numeral].outerEnd) == first.start - 1, text.at(first.start - 1) == 0x3001,  // 、
            draft.words.allSatisfy({ $0.isNominal && !$0.isVerb }), let verb = last.words.lastIndex(where: { $0.kind == .verb }),
            verb + 1 < last.words.endIndex, verb - last.words.startIndex < 10, last.words[(verb + 1)...].allSatisfy({ $0.isNominal })
        else { return }
        draft.words = last.words[...verb] + draft.words
    }
}

extension UnitKind {
    /// Goods are measured in it.
    var isOfGoods: Bool {
        switch self {
        case .count, .mass, .volume, .energy, .area, .length: true
        default: false
        }
    }
}
