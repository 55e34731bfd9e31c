// What a list of parts leaves out: 零售额中，饮料类增长5%; 工业增加值增长7%。分行业看，制造业增长8%.
import Numerals

/// What was measured before its parts are gone through.
struct Frame {
    var words: Words
    /// The unit it was measured in, nil where none was said.
    var unit: String?
}

extension SentenceReader {
    /// A clause without a number of its own that says of what the following are parts, or by what something is divided.
    func readFrame(_ clause: Words) {
        if clause.first.map({ lexicon.isBreakdown($0) }) ?? false {
            guard let last = drafts.last else {
                frame = discourse.frame
                return
            }
            // 进出口100亿元，增长5%，其中民营企业增长8%
            frame = endsInAmount(last.words) ? Frame(words: last.words, unit: numerals[last.numeral].unit) : nil
            return
        }
        if let words = wordsAmong(clause) {
            if endsInAmount(words) {
                frame = Frame(words: words, unit: nil)
            } else if let noun = words.last, lexicon.saysMore(noun) {
                group = words.lastIndex { $0.kind == .particle }.map { words[($0 + 1)...] } ?? words
            }
        } else if namesDivision(clause) {
            frame = discourse.broadFrame ?? discourse.frame
        }
    }

    /// Gives a part what is measured of it, where its own words say only of what part: by the figure before (采矿业利润2亿元，制造业5亿元)
    /// or by the frame.
    /// - Parameter index: the draft's among the sentence's; nil for one that is to come after them.
    func takeFrame(_ draft: Draft, _ numeral: Numeral, at index: Int? = nil) {
        let index = index ?? drafts.count
        if draft.isInherited, index > 0, case let previous = drafts[index - 1], previous.words.isSame(as: draft.words) {
            draft.whole = previous.whole
            draft.countedCategory = draft.countedCategory ?? previous.countedCategory
            return
        }
        if !group.isEmpty, draft.statistic == .rate, numeral.unitKind == .percent, draft.suffix.first == 0x5360 {
            if draft.whole.isEmpty { draft.whole = group }
            draft.countedCategory = group.last.flatMap(lexicon.noun)?.category
            return
        }
        if endsInAmount(draft.words) || takeTail(draft, numeral, drafts[..<index]) { return }
        guard !draft.words.isEmpty, let frame, endsInAmount(frame.words),
            draft.statistic == .change && numeral.unitKind.isOfChange || frame.unit.map { $0.isSame(as: numeral.unit) } ?? false,
            !(draft.head.lastOutsideBrackets().flatMap(lexicon.noun)?.isPerson ?? false),
            draft.words.first?.start != frame.words.first?.start
        else { return }
        if draft.whole.isEmpty { draft.whole = frame.words }
        guard numeral.unitKind == .count || !numeral.unitKind.isOfGoods else { return }
        draft.countedCategory = CategoryReader(lexicon: lexicon).category(
            head: frame.words, words: frame.words, unit: frame.unit ?? "", unitKind: .percent)
    }

    /// Leaves for the next sentence what this one measured first.
    func leaveFrame() {
        if let sharedFrame {
            discourse.frame = Frame(words: sharedFrame, unit: nil)
            return
        }
        guard let first = drafts.first(where: { !$0.isAttributive && endsInAmount($0.words) }), leavesFrame(first),
            first.denominator == nil, first.words.first.map({ text[$0.start] != 0x6BCF }) ?? true  // 每
        else { return }
        let frame = Frame(words: first.words, unit: numerals[first.numeral].unit)
        if !isOfPart(frame) { discourse.broadFrame = frame }
        discourse.frame = frame
    }

    /// A sentence that goes on with parts leaves nothing, unless it names a scope of its own: 其中，规模以上工业增加值增长6%。分行业看….
    private func leavesFrame(_ first: Draft) -> Bool {
        guard opening.namesParts else { return true }
        return tokens.first.map { lexicon.isBreakdown($0) } ?? false && first.scope.words.isEmpty && holdsScope(first.words)
    }

    /// 高技术制造业增加值, after 工业增加值: the same of only a part, and what divides the whole still does.
    private func isOfPart(_ frame: Frame) -> Bool {
        guard let broad = discourse.broadFrame, let tail = ending(frame.words), let other = ending(broad.words), tail == other else {
            return false
        }
        return holdsScope(broad.words) || !holdsScope(frame.words)
    }

    /// 增加值 of 工业增加值.
    private func ending(_ words: Words) -> ArraySlice<UInt32>? {
        guard let last = words.last else { return nil }
        return text[(lexicon.amountStart(in: text, last, after: last.start) ?? last.start)..<last.end]
    }

    /// What points are of, where the words of the figure before are taken over: 占比 in 占比18%，下降2个百分点, 增速 in 增长13%，高于全国6个百分点.
    func pointsBase(_ draft: Draft, _ numeral: Numeral) -> ArraySlice<UInt32> {
        guard numeral.unitKind == .points, draft.isInherited,
            let base = drafts.last(where: { !$0.isBracketed && numerals[$0.numeral].unitKind == .percent }),
            base.words.isSame(as: draft.words)
        else { return [] }
        guard base.statistic == .change else { return base.suffix }
        let isRate = base.words.last.map { lexicon.endsLikeRate($0) || lexicon.namesRate(Array(characters($0))) } ?? false
        return isRate ? [] : [0x589E, 0x901F]  // 增速
    }

    /// 利润 of 采矿业利润, for 制造业: what stands behind a noun of the same kind in a figure before; there can be parts of that in between
    /// (电器类零售额增长4%，其中手机增长9%；日用品类增长2%).
    private func takeTail(_ draft: Draft, _ numeral: Numeral, _ earlier: ArraySlice<Draft>) -> Bool {
        guard !draft.isAttributive, let last = draft.head.lastOutsideBrackets() else { return false }
        for previous in earlier.suffix(SentenceReader.reach).reversed() where !previous.isInherited {
            guard draft.statistic == .change && numeral.unitKind.isOfChange || numerals[previous.numeral].unit.isSame(as: numeral.unit),
                let twin = previous.head.lastIndex(where: { isSameKind($0, last) })
            else { continue }
            let tail = previous.head[(twin + 1)...]
            guard tail.count <= 3, endsInAmount(tail), !tail.contains(where: { $0.isSeparator }) else { continue }
            draft.words += tail
            draft.head += tail
            draft.whole = previous.whole
            draft.countedCategory = previous.countedCategory
            return true
        }
        return false
    }

    /// How many figures before are looked at.
    private static let reach = 8

    /// 采矿业 and 制造业, 国有企业 and 私人企业.
    private func isSameKind(_ a: Token, _ b: Token) -> Bool {
        guard a.isNominal, b.isNominal else { return false }
        return a.term >= 0 && a.term == b.term || text[a.end - 1] == text[b.end - 1]
    }

    /// The words end in what is measured in amounts: 增加值, 零售额, 销售面积.
    func endsInAmount(_ words: Words) -> Bool {
        guard let last = words.lastOutsideBrackets(where: { $0.kind != .verb && $0.kind != .copula && $0.kind != .adverb }) else {
            return false
        }
        return lexicon.endsInAmount(text, last)
    }
}

extension UnitKind {
    /// A change in such a unit is of anything.
    fileprivate var isOfChange: Bool { self == .percent || self == .points }
}
