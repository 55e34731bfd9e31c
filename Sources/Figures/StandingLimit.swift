// What a report says once of a thing and means wherever it names it: 固定资产投资（不含农户，下同）.

/// A bracket that limits a thing from where it stands on.
struct StandingLimit: Equatable {
    /// 固定资产投资.
    var thing: [UInt32]
    /// （不含农户）.
    var bracket: [UInt32]
}

extension [StandingLimit] {
    /// The measure with the brackets that it leaves out.
    func applied(to measure: String) -> String {
        var text = measure.unicodeScalars.map(\.value)
        // 不含农户，下同: the last two words are about the text.
        if let same = text[...].firstIndex(of: [0x4E0B, 0x540C]), same > 0, Tokenizer.mark(text[same - 1].halfwidth) != nil {  // 下同
            text.removeSubrange((same - 1)..<(same + 2))
        }
        for limit in self {
            guard let start = text[...].firstIndex(of: limit.thing[...]), case let end = start + limit.thing.count,
                text.at(end).halfwidth != 0x28
            else { continue }
            text.insert(contentsOf: limit.bracket, at: end)
        }
        return String(scalars: text[...])
    }
}

extension SentenceReader {
    /// Takes in 固定资产投资（不含农户，下同）.
    func readStandingLimits() {
        for open in tokens.indices.dropFirst() where tokens[open].kind == .open {
            guard let close = tokens[open...].prefix(12).firstIndex(where: { $0.kind == .close }) else { continue }
            let (start, end) = (tokens[open].start, tokens[close].end)
            guard end - start < 24, let same = text[start..<end].firstIndex(of: [0x4E0B, 0x540C]), tokens[open - 1].isNominal else {
                continue
            }  // 下同
            var said = original[start..<same].filter { !$0.isBlank }
            while let last = said.last, Tokenizer.mark(last.halfwidth) == .comma || Tokenizer.mark(last.halfwidth) == .pause {
                said.removeLast()
            }
            guard said.count > 2 else { continue }
            let limit = StandingLimit(thing: Array(characters(tokens[open - 1])), bracket: said + [original[end - 1]])
            if limit.thing.count > 2, !discourse.limits.contains(where: { $0.thing == limit.thing }), discourse.limits.count < 16 {
                discourse.limits.append(limit)
            }
        }
    }
}
