// Of which part of the place, or of which carrier, all is that a sentence goes on to tell: 市城区空气质量…，PM2.5浓度…; 民航货邮吞吐量…；旅客吞吐量….
import Numerals

/// What a sentence said at the head of a clause, and goes on with.
struct Topic {
    /// 市城区, 中心城区.
    var area: Words = []
    /// 铁路, 地铁.
    var carrier: Words = []
}

extension SentenceReader {
    /// Takes in the part of the place, or the carrier, that a clause opens with. Another place ends both.
    func readTopic(_ clause: Words) {
        let mention = initialMention(clause)
        if let mention, clause[mention].kind != .organisation { topic = Topic() }
        let rest = clause[(mention.map { $0 + 1 } ?? clause.startIndex)...].drop { !$0.isNominal && !$0.isVerb && !$0.isFigure }
        // 按常住人口计算
        guard let first = rest.first, !clause[..<rest.startIndex].contains(where: { $0.kind == .preposition }) else { return }
        if let end = areaEnd(first) {
            topic = Topic(area: list(Token(kind: .noun, start: first.start, end: end)))
            return
        }
        for token in rest.prefix(3) {
            if token.isFigure { return }
            guard let end = carrierEnd(token) else { continue }
            topic.carrier = list(Token(kind: .noun, start: token.start, end: end))
            return
        }
    }

    private func areaEnd(_ token: Token) -> Int? {
        lexicon.areas.longestMatch(in: text, at: token.start, limit: min(token.start + 6, text.count))?.end
    }

    /// Behind 铁路 in 铁路旅客发送量, 机场 in 北湖机场.
    private func carrierEnd(_ token: Token) -> Int? {
        (token.start..<token.end).lazy.compactMap { [self] in
            lexicon.carriers.longestMatch(in: text, at: $0, limit: min($0 + 6, text.count))?.end
        }.first
    }

    /// What the figure's words leave out of what the sentence opened with.
    func takeTopic(_ draft: Draft) {
        if !topic.area.isEmpty {
            draft.topic = topic.area
        } else if !topic.carrier.isEmpty, !draft.isAttributive, let last = draft.words.lastOutsideBrackets(),
            draft.words.contains(where: { lexicon.isCarried(text, $0.start, last.end) })
        {
            draft.topic = topic.carrier
        }
    }

    /// Says it with the figures that leave it out.
    func applyTopics() {
        for draft in drafts where !draft.topic.isEmpty && !draft.words.isEmpty {
            let topic = characters(draft.topic)
            if [draft.words, draft.whole].contains(where: { characters($0).firstIndex(of: topic) != nil }) { continue }
            draft.words = draft.topic + draft.words
        }
    }
}
