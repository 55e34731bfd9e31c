// Words that only lead to a measure, and units that are all that says what is counted.
import Numerals

extension SentenceReader {
    /// 设有10系、2部: nothing but the unit says what is counted; 教材2部 is another matter.
    func isCountedItself(_ numeral: Numeral, after left: Words) -> Bool {
        guard numeral.unitKind == .count else { return false }
        let facts = lexicon.units[numeral.unit]
        if facts.isNoun { return left.last.map { !$0.isNominal || isMention($0) } ?? true }
        guard facts.isListedNoun, !left.hasNominal else { return false }
        return drafts.last.map { lexicon.units[numerals[$0.numeral].unit].isNoun } ?? false
    }

    /// What a number's unit counts by itself, as a word: 系 in 8系.
    func unitWord(_ numeral: Numeral) -> Token? {
        let start = numeral.end - numeral.unit.unicodeScalars.count
        guard start > numeral.start, numeral.unit.unicodeScalars.lazy.map(\.value).elementsEqual(text[start..<numeral.end]) else {
            return nil
        }
        return Token(kind: .noun, start: start, end: numeral.end, term: lexicon.trie.value(of: text[start..<numeral.end]) ?? -1)
    }

    /// Without what only leads to the words measured: 目标是“|培训; 失业率|由上年的.
    func withoutFrame(_ left: Words) -> Words {
        var left = left
        if let quote = left.lastIndex(where: { $0.kind == .quote }), quote + 1 < left.endIndex,
            left.count(where: { $0.kind == .quote }) % 2 == 1, left[(quote + 1)...].hasNominal
        {
            left = left[(quote + 1)...]
        }
        if left.last?.kind == .particle, left.count > 2, left[left.endIndex - 2].kind == .time {
            let origin = left.endIndex - 3
            let last = left[origin]
            if text[last.end - 1] == 0x7531 || text[last.end - 1] == 0x4ECE {  // 由 从
                left = left[..<origin]
                if last.end - last.start > 1 {
                    var rest = last
                    rest.end -= 1
                    left += [rest]
                }
            }
        }
        return left
    }
}
