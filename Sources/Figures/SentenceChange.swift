// What a change or a share is of: the words before it, or, where these leave that out, what was measured before.
import Numerals

extension SentenceReader {
    /// 在校生比上年增加1122人, 高于全国1.7个百分点.
    func readChange(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard let change = changeWord(words.rawLeft, unit: words.numeral.unitKind) else { return false }
        draft.statistic = .change
        draft.isDecline = change.isDecline
        var base = words.left.before(change.start)
        // 与上年同比事故起数减少3起
        if words.left.endIndex > base.endIndex + 2, let own = measuredBehindTime(words.left[base.endIndex...]) {
            base = words.numeral.unitKind == .points ? base + own : own
        }
        // 达5.53万亿元、稳居全国前十、增长4.8%: what stands before the last mark belongs to the figure before.
        // 、黑色金属冶炼和压延加工业增长5%: 和 stands in names.
        if !words.isFirstOfClause, let mark = base.lastIndex(where: { $0.kind == .pause || $0.kind == .comma }) {
            base = base[(mark + 1)...]
        }
        // 增速|比全市平均水平|高: what it is compared with is not what is measured.
        var changeWords = change.words
        if let than = base.firstIndex(where: { says($0, 0x6BD4) }) {  // 比
            changeWords = characters(base[than...]) + changeWords
            base = base[..<than]
        }
        setBase(
            draft,
            base.droppingTrailing {
                $0.kind == .compare || $0.kind == .time || $0.kind == .adverb || $0.kind == .frequency
                    // 货运量9.5增长3%: a number that has lost its unit.
                    || isRemains($0) && text[$0.start..<$0.end].contains(0x2E)
            })
        let points = pointsBase(draft, words.numeral)
        draft.suffix = points.isEmpty ? changeWords : points + changeWords
        if let first = words.rawLeft.first(where: { $0.end > change.start }), isYearly(first) {
            draft.frequency = draft.frequency ?? .annual
        }
        return true
    }

    /// The word of change right before the number, with what it is compared to.
    private func changeWord(_ left: Words, unit: UnitKind) -> (start: Int, words: ArraySlice<UInt32>, isDecline: Bool)? {
        let words = left.droppingTrailing { $0.kind == .adverb || $0.kind == .particle || $0.kind == .quote }
        guard let last = words.last else { return nil }
        // 高于全省增速1.7个百分点
        let comparesPlaces = unit == .points && text[last.end - 1] == 0x901F && words.count > 1  // 速
        if last.kind == .change, !comparesPlaces {
            let compare = words.last(where: { $0.kind == .compare })
            let isDecline = lexicon.terms[last.term].value == "-"
            let start = compare.map { min($0.start, last.start) } ?? last.start
            return (start, compare.map { characters($0) + characters(last) } ?? characters(last), isDecline)
        }
        // 高于全国1.7个百分点: a difference from another place.
        if unit == .points,
            let compare = words.last(where: {
                $0.kind == .compare && $0.term >= 0 && !lexicon.terms[$0.term].value.isEmpty
            })
        {
            let isLower = lexicon.terms[compare.term].value == "-"
            return (compare.start, characters(words.drop { $0.start < compare.start }), isLower)
        }
        // 比年初新增9亿元
        if text[last.end - 1] == 0x589E, last.isVerb, let compare = words.dropLast().last, compare.kind == .compare {  // 增
            return (compare.start, characters(compare) + characters(last), false)
        }
        if last.kind == .compare, text[last.end - 1] == 0x957F { return (last.start, characters(last), false) }  // 年均增长
        return nil
    }

    /// 事故起数 of 同比事故起数减少: what stands between the time it is compared with and the change.
    private func measuredBehindTime(_ words: Words) -> Words? {
        guard let compare = words.first, compare.kind == .compare else { return nil }
        let own = words.dropFirst().drop { !$0.isNominal }.droppingTrailing { $0.kind == .change || $0.kind == .adverb }
        guard let last = own.last, last.isNominal, lexicon.endsInAmount(text, last) else { return nil }
        switch text[compare.end - 1] {
        case 0x5E74, 0x672B, 0x671F, 0x6BD4: return own  // 年 末 期 比
        default: return nil
        }
    }

    /// The words themselves where they hold a noun; else the noun of the figure before, or of the clause before.
    func setBase(_ draft: Draft, _ words: Words) {
        let own = words.trimmingEnds()
        // 完成数上升: a single character says nothing.
        if own.hasNominal, own.count > 1 || own.last.map({ $0.end - $0.start > 1 }) ?? false || draft.statistic != .change {
            draft.words = own
            draft.head = own.withoutLeadingVerbs
            return
        }
        draft.isInherited = true
        if own.isEmpty, let words = thresholdBefore(draft), let last = drafts.last {
            (draft.words, draft.head) = (words, last.isThreshold ? words : words.withoutLeadingVerbs)
            return
        }
        // “国有企业”（占比9%）、“三资企业”（占比4%）: what stands before the bracket.
        if own.isEmpty, opensBracket(draft), let topic = namedByPreviousClause() ?? topicOfPreviousClause() {
            (draft.words, draft.head) = (topic, topic)
        } else if own.isEmpty, words.isEmpty, draft.statistic == .rate, let topic = namedByPreviousClause() {
            // 其次为国有企业，占12%
            (draft.words, draft.head) = (topic, topic)
        } else if own.isEmpty, draft.statistic != .change, endsInSuperlative(previousClause), let topic = topicOfPreviousClause() {
            // 对沟通能力的满意度最高，为99%
            (draft.words, draft.head) = (topic, topic)
        } else if let last = drafts.lastIndex(where: { !$0.isBracketed }) ?? drafts.indices.last, !drafts[last].words.isEmpty {
            let isChangeOrShare = draft.statistic != .value || own.isEmpty
            draft.words = isChangeOrShare ? drafts[last].words : own + withoutExamples(drafts[last].head)
            draft.prefix = drafts[last].prefix
            draft.head = drafts[last].head
            draft.denominator = draft.denominator ?? (draft.statistic == .change ? drafts[last].denominator : nil)
            draft.inheritedCategory = drafts[last].inheritedCategory
            if drafts[last].statistic == .change { draft.suffix = [] }
        } else if let topic = topicOfPreviousClause() {
            draft.words = topic + own
            draft.head = topic
        } else {
            draft.words = own
        }
    }

    /// 最高, 最多.
    private func endsInSuperlative(_ clause: Words) -> Bool {
        guard let end = clause.last?.end, end > 1 else { return false }
        return text[end - 2] == 0x6700  // 最
    }

    /// What the clause before says after nothing but 其次为.
    private func namedByPreviousClause() -> Words? {
        guard let copula = previousClause.firstIndex(where: { $0.kind == .copula || $0.kind == .preposition || $0.isNominal }),
            previousClause[copula].kind == .copula || says(previousClause[copula], 0x4E3A), !previousClause.contains(where: { $0.isFigure })
            // 为
        else { return nil }
        let named = previousClause[(copula + 1)...].trimmingEnds()
        return named.hasNominal && named.count <= 8 ? named : nil
    }

    /// The figure's clause stands in brackets, and right before these the clause before.
    func opensBracket(_ draft: Draft) -> Bool {
        guard let end = previousClause.last?.end else { return false }
        var i = end
        while text.at(i).isBlank { i += 1 }
        return text.at(i) == 0x28 && numerals[draft.numeral].start - i < 8
    }

    /// The clause before, when it has no figure: 中联重科现有员工中，超过40%…
    func topicOfPreviousClause() -> Words? {
        guard !previousClause.contains(where: { $0.isFigure }) else { return nil }
        // 分县市看，某市增长5%
        if namesDivision(previousClause) { return frame?.words }
        var words = previousClause
        if let mention = initialMention(words) { words = words[(mention + 1)...] }
        words = trimmedLeft(words)
        return words.hasNominal ? words : nil
    }
}
