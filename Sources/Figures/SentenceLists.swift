// What the figures of a clause share: predicates of lists, 分别, ranks.
import Numerals

extension SentenceReader {
    // MARK: What a clause's figures share

    /// 高职毕业生和100%的中职毕业生留苏就业: the predicate after the last holds for all of the list.
    mutating func shareParts() {
        for i in (0..<(drafts.count - 1)).reversed() where drafts[i].sharesPredicate && drafts[i].isAttributive {
            let next = drafts[i + 1]
            if next.isAttributive, drafts[i].predicate.isEmpty, !next.predicate.isEmpty {
                drafts[i].words += next.predicate
                drafts[i].predicate = next.predicate
            }
        }
    }

    /// A、B分别为1和2: each figure gets its own item of the list before 分别.
    mutating func readDistributed(_ clause: Words, from first: inout Int) {
        let count = drafts.count - first
        guard count >= 2, let firstFigure = clause.firstIndex(where: { $0.isFigure }) else { return }
        let distributes = clause[..<firstFigure].contains { lexicon.distributes($0) }
        guard distributes else { return }
        distributePlacesAndTimes(clause[..<firstFigure], from: first, count: count)
        var left = clause[..<firstFigure]
        if let mention = initialMention(left) { left = left[(mention + 1)...] }
        left = trimmedLeft(left).droppingTrailing { $0.kind == .change || $0.kind == .compare || $0.kind == .copula || $0.kind == .adverb }
        let items = left.split { $0.isSeparator }
        guard items.count == count, let last = items.last else { return }
        // The last item's tail is shared: 广播、电视综合覆盖率.
        let tail = last.count > 1 ? last.dropFirst() : []
        for (offset, item) in items.enumerated() {
            let draft = first + offset
            drafts[draft].words = offset + 1 < count && !item.isSameKind(as: last) ? item + tail : item
            drafts[draft].head = drafts[draft].words
            drafts[draft].isInherited = false
            drafts[draft].prefix = ""
        }
    }

    /// 杭州市、宁波市培训人数分别为…, 2022年和2023年招生人数分别为…: each figure has its own place or time.
    private mutating func distributePlacesAndTimes(_ left: Words, from first: Int, count: Int) {
        let places = left.filter { $0.kind == .region || $0.kind == .organisation }
        if places.count == count, let last = places.last,
            left.before(last.end).allSatisfy({ isMention($0) || $0.isSeparator || $0.kind == .time })
        {
            for (offset, place) in places.enumerated() {
                if let subject = discourse.subject(of: place) { drafts[first + offset].subject = subject }
            }
        }
        let times = left.filter { $0.kind == .time }
        if times.count == count {
            for (offset, time) in times.enumerated() {
                var state = periods
                state.read(time, lexicon: lexicon)
                (drafts[first + offset].period, drafts[first + offset].periodBasis) = state.resolved(section: nil)
            }
        }
    }

    /// 居全省第三, 列全省第一: a rank of the figure before.
    mutating func readRank(_ clause: Words) {
        guard !drafts.isEmpty else { return }
        guard let opener = clause.firstIndex(where: { $0.kind == .rank }) else { return }
        // The ordinal stands within a few words: 居|全省|第三.
        for i in clause.indices[(opener + 1)...].prefix(5) where text[clause[i].start] == 0x7B2C {
            drafts[drafts.count - 1].rank = string(clause[(opener + 1)...i])
            return
        }
    }
}
