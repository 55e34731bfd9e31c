// Times that are no time of what is told: what it is only compared with (与上年持平), whose prices are meant (2020年不变价).
import Numerals

struct TokenTimes {
    let lexicon: Lexicon
    let text: [UInt32]

    /// How far behind a time stands what says that it is only compared with, in characters.
    private static let reach = 12

    /// The tokens with every such time, and the words that make it one, put together to a token of comparison or left aside.
    func setBasesAside(_ tokens: [Token]) -> [Token] {
        guard tokens.contains(where: { $0.kind == .time && base(of: $0, in: tokens) != nil }) else { return tokens }
        var read: [Token] = []
        var end = 0
        for token in tokens {
            guard token.start >= end else { continue }
            guard token.kind == .time, let base = base(of: token, in: tokens) else {
                read.append(token)
                continue
            }
            // 失业率比上年: the word before the time belongs to it, and what stands before that word stays.
            while let last = read.last, last.start >= base.start { read.removeLast() }
            if let last = read.last, last.end > base.start { read[read.count - 1].end = base.start }
            read.append(Token(kind: base.isPrice ? .adverb : .compare, start: base.start, end: base.end))
            end = base.end
        }
        return read
    }

    /// So many times stands there, with no more than a word of bound before the number.
    private func namesMultiple(from start: Int) -> Bool {
        var i = start
        while i < min(text.count, start + TokenTimes.reach), text[i] != 0x500D {  // 倍
            guard text[i].isDigit || text[i] == 0x2E || text[i].isBlank || i < start + 2 && text[i].isHan || text[i] == 0x591A else {
                return false
            }
            i += 1
        }
        return i > start && text.at(i) == 0x500D
    }

    /// Where such a time starts and ends with the words that make it one; nil for a time of what is told.
    private func base(of token: Token, in tokens: [Token]) -> (start: Int, end: Int, isPrice: Bool)? {
        var after = token.end
        while text.at(after).isBlank || text.at(after) == 0x7684 || text.at(after) == 0x201D { after += 1 }  // 的 ”
        var before = token.start - 1
        while text.at(before).isBlank || text.at(before) == 0x201C { before -= 1 }  // “
        let previous = text.at(before)
        if let end = lexicon.priceBases.longestMatch(in: text, at: after, limit: text.count)?.end {
            return (previous == 0x6309 ? before : token.start, end, true)  // 按
        }
        // 是2020年的2.4倍
        if text.at(token.end) == 0x7684, namesMultiple(from: token.end + 1) { return (token.start, token.end, false) }
        // 上年=100
        if let end = lexicon.indexBases.longestMatch(in: text, at: after, limit: text.count)?.end, text[after..<end].contains(0x3D) {
            return (previous == 0x4EE5 ? before : token.start, end, true)  // 以
        }
        let limit = tokens.first { $0.start >= token.end && ($0.kind == .comma || $0.isFigure) }?.start ?? text.count
        switch previous {
        case 0x4EE5:  // 以上年=100, 以2020年为100
            return lexicon.indexBases.longestMatch(in: text, at: after, limit: text.count).map { (before, $0.end, true) }
        case 0x4E0E, 0x540C, 0x548C, 0x8DDF:  // 与 同 和 跟
            var i = token.end
            while i < min(limit, token.end + TokenTimes.reach) {
                if let match = lexicon.comparisons.longestMatch(in: text, at: i, limit: limit) { return (before, match.end, false) }
                i += 1
            }
            return nil
        default: return nil
        }
    }
}
