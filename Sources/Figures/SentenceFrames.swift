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
            let before = drafts.last.map { Frame(words: $0.words, unit: numerals[$0.numeral].unit) }
            frame = before.flatMap { names($0.words) ? $0 : nil } ?? discourse.frame
            return
        }
        guard let last = clause.last, !clause.contains(where: { $0.isFigure }) else { return }
        if last.kind == .locative, says(last, 0x4E2D) {  // 中
            let start = initialMention(clause).map { $0 + 1 } ?? clause.startIndex
            let words = trimmedLeft(clause[start...].dropLast())
            if names(words) { frame = Frame(words: words, unit: nil) }
        } else if text[last.end - 1] == 0x770B, let opener = clause.first.map({ text[$0.start] }),
            opener == 0x5206 || opener == 0x6309 || opener == 0x4ECE
        {  // 分…看 按…看 从…看
            frame = discourse.frame
        }
    }

    /// Gives a part what the frame says is measured, where its own words say only of what part.
    func takeFrame(_ draft: inout Draft, _ numeral: Numeral) {
        guard let frame, draft.statistic == .change || frame.unit == numeral.unit, !draft.words.isEmpty, !names(draft.words),
            draft.words.first?.start != frame.words.first?.start
        else { return }
        if draft.whole.isEmpty { draft.whole = frame.words }
        draft.countedCategory = CategoryReader(lexicon: lexicon).category(
            head: frame.words, words: frame.words, unit: frame.unit ?? "", unitKind: .percent)
    }

    /// Leaves for the next sentence what this one measured first.
    func leaveFrame() {
        guard frame == nil, let first = drafts.first(where: { names($0.words) && !$0.isAttributive }) else { return }
        discourse.frame = Frame(words: first.words, unit: numerals[first.numeral].unit)
    }

    /// The words hold a noun of something measured in amounts: 增加值, 零售额.
    private func names(_ words: Words) -> Bool {
        words.contains { token in lexicon.noun(token).map { lexicon.isMeasured($0.category) } ?? false }
    }
}
