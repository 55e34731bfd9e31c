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
        guard let last = clause.last, !clause.contains(where: { $0.isFigure }) else { return }
        if last.kind == .locative, says(last, 0x4E2D) {  // 中
            let start = initialMention(clause).map { $0 + 1 } ?? clause.startIndex
            let words = trimmedLeft(clause[start...].dropLast())
            if endsInAmount(words) { frame = Frame(words: words, unit: nil) }
        } else if text[last.end - 1] == 0x770B, let opener = clause.first.map({ text[$0.start] }),
            opener == 0x5206 || opener == 0x6309 || opener == 0x4ECE
        {  // 分…看 按…看 从…看
            frame = discourse.frame
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
        guard !draft.words.isEmpty, !endsInAmount(draft.words), !takeTail(draft, numeral, drafts[..<index]), let frame,
            draft.statistic == .change && numeral.unitKind.isOfChange || frame.unit == numeral.unit,
            !(draft.head.lastOutsideBrackets().flatMap(lexicon.noun)?.isPerson ?? false),
            draft.words.first?.start != frame.words.first?.start
        else { return }
        if draft.whole.isEmpty { draft.whole = frame.words }
        draft.countedCategory = CategoryReader(lexicon: lexicon).category(
            head: frame.words, words: frame.words, unit: frame.unit ?? "", unitKind: .percent)
    }

    /// Leaves for the next sentence what this one measured first.
    func leaveFrame() {
        guard frame == nil, let first = drafts.first(where: { !$0.isAttributive && endsInAmount($0.words) }) else { return }
        discourse.frame = Frame(words: first.words, unit: numerals[first.numeral].unit)
    }

    /// 利润 of 采矿业利润, for 制造业: what stands behind a noun of the same kind in the figure before.
    private func takeTail(_ draft: Draft, _ numeral: Numeral, _ earlier: ArraySlice<Draft>) -> Bool {
        guard !draft.isAttributive, let last = draft.head.lastOutsideBrackets(), let previous = earlier.last(where: { !$0.isInherited }),
            draft.statistic == .change && numeral.unitKind.isOfChange || numerals[previous.numeral].unit == numeral.unit,
            let twin = previous.head.lastIndex(where: { isSameKind($0, last) })
        else { return false }
        let tail = previous.head[(twin + 1)...]
        guard tail.count <= 3, endsInAmount(tail), !tail.contains(where: { $0.isSeparator }) else { return false }
        draft.words += tail
        draft.head += tail
        draft.whole = previous.whole
        draft.countedCategory = previous.countedCategory
        return true
    }

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
