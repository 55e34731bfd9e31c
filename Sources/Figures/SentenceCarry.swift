// Scopes that hold beyond their sentence, or beyond the words that name them.
import Numerals

extension SentenceReader {
    /// 居民 for 人均支出 behind 居民人均收入.
    func takeResidents(_ draft: Draft, _ people: inout Words) {
        guard let first = draft.words.first, !people.isEmpty || drafts.count > 1,
            let word = draft.words.prefix(4).first(where: { lexicon.scope(in: text, $0) != nil }), let cue = lexicon.scope(in: text, word),
            cue.isPerHead
        else { return }
        if cue.range.lowerBound > first.start {
            people = draft.words.prefix { $0.start < cue.range.lowerBound }
            if var last = people.last, last.end > cue.range.lowerBound {
                last.end = cue.range.lowerBound
                people = people.dropLast() + list(last)
            }
        } else if !people.isEmpty, word.start == first.start, draft.prefix.isEmpty, draft.whole.isEmpty, endsInAmount(draft.words) {
            draft.words = people + draft.words
        }
    }

    /// 规模以上工业增加值增长5%。高技术制造业增加值增长7%: what changes of parts of industry is that of those told of before in the paragraph.
    func carryScope() {
        guard drafts.contains(where: { $0.statistic == .change }) else { return }
        // 工业增加值增长5%。…。轻工业增长4%，重工业增长6%
        let areChanges = drafts.allSatisfy { $0.statistic == .change }
        for draft in drafts where draft.statistic == .change && !draft.isAttributive && !draft.words.isEmpty && draft.whole.isEmpty {
            if let scoped = draft.scope.isEmpty ? namedScope(draft.words) : draft.scope {
                // 规模工业 of 规模工业民营企业
                if !scoped.isPerHead, endsInAmount(draft.words), let industry = industry(scoped.words) {
                    discourse.scope = (industry, ending(draft.words))
                }
                continue
            }
            guard let scope = discourse.scope, let last = draft.words.last else { continue }
            if let amount = ending(draft.words).first, endsInAmount(draft.words) {
                guard characters(amount) == characters(scope.amount),
                    lexicon.isIndustrial(text, before: end(before: amount, in: draft.words), from: draft.words)
                else { continue }
                draft.scope.words = scope.words
            } else if areChanges, frame == nil, numerals[draft.numeral].unitKind == .percent, draft.words.allSatisfy({ $0.isNominal }),
                lexicon.isIndustrial(text, before: last.end, from: draft.words)
            {
                draft.whole = scope.words + scope.amount
            }
        }
    }

    /// Where what is measured ends: before the amount, which may be a word said of the one before (中型企业|增加值).
    private func end(before amount: Token, in words: Words) -> Int {
        guard let last = words.last, amount.start == last.start, words.count > 1 else { return amount.start }
        return words[words.endIndex - 2].end
    }

    /// Leaves 规模以上工业|增加值 for the paragraphs that follow.
    func leaveDivided(_ words: Words) {
        guard let first = words.first, text[first.start] == 0x89C4, let scoped = namedScope(words), !scoped.isPerHead,  // 规
            let amount = ending(words).first
        else {
            discourse.divided = nil
            return
        }
        discourse.divided = (Array(characters(scoped.words)), Array(characters(amount)))
    }

    /// 分行业看，采矿业增长5% at the start of a paragraph: of what the paragraph before told of.
    func carryDivided() {
        guard discourse.frame == nil, let divided = discourse.divided, !drafts.contains(where: { holdsScope($0.words) })
        else { return }
        for draft in drafts where draft.statistic == .change && numerals[draft.numeral].unitKind == .percent && !draft.isAttributive {
            guard let last = draft.words.last, draft.whole.isEmpty, draft.prefix.isEmpty, draft.scope.isEmpty else { continue }
            if let amount = ending(draft.words).first, endsInAmount(draft.words) {
                guard Array(characters(amount)) == divided.amount,
                    lexicon.isIndustrial(text, before: end(before: amount, in: draft.words), from: draft.words)
                else { continue }
                draft.prefix = divided.scope[...]
            } else if draft.words.allSatisfy({ $0.isNominal }), lexicon.isIndustrial(text, before: last.end, from: draft.words) {
                draft.prefix = (divided.scope + divided.amount)[...]
            }
        }
    }

    /// 居民消费价格 for 衣着价格 in a paragraph that goes through the kinds of what the one before measured.
    func carryKinds() {
        guard discourse.goesThroughKinds, let whole = discourse.measuredBefore else { return }
        for draft in drafts where draft.statistic == .change && !draft.isAttributive && draft.whole.isEmpty && draft.prefix.isEmpty {
            let words = characters(draft.words)
            guard endsInAmount(draft.words), case let amount = characters(ending(draft.words)), amount.count > 1,
                whole[...].ends(with: amount),
                words.firstIndex(of: whole[...]) == nil
            else { continue }
            draft.prefix = whole[...]
        }
    }

    /// 规模工业 of 规模工业|民营企业, 规模以上工业 of 规模以上工业企业.
    private func industry(_ words: Words) -> Words? {
        for i in words.indices {
            let token = words[i]
            if text[token.end - 1] == 0x4E1A, text.at(token.end - 2) == 0x5DE5 { return words[...i] }  // 工业
            guard text[token.end - 1] == 0x4E1A, token.end - token.start > 4, text.at(token.end - 3) == 0x4E1A,
                text.at(token.end - 4) == 0x5DE5
            else { continue }
            var front = token
            front.end -= 2
            return words[..<i] + list(front)
        }
        return nil
    }

    /// 居民人均 for the next sentence's people, of whom the same is told: 其中城镇居民工资性收入3万元。农村居民工资性收入2万元.
    func carryPerHead() {
        guard let scope = earlier.first?.scope, scope.isPerHead, let first = drafts.first, first.scope.isEmpty, let last = first.words.last,
            namedScope(first.words) == nil, earlier.contains(where: { $0.words.last.map(characters) == characters(last) })
        else { return }
        for draft in drafts where draft.scope.isEmpty { draft.scope = scope }
    }
}
