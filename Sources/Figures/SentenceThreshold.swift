// What things have at least by which they are told from others: 年营业收入2000万元及以上的企业, 投资3万元以上项目9个.
import Numerals

extension SentenceReader {
    /// 规模以上工业的统计范围为年营业收入3万元及以上的企业、投资3万元以上的项目: what enterprises or projects have at least, by which they are told
    /// from others.
    func readThreshold(_ draft: Draft, _ numeral: Numeral, _ left: Words, _ right: Words) -> Bool {
        guard numeral.unitKind == .money, numeral.bound == .over, numeral.outerEnd > numeral.end, right.hasNominal else { return false }
        var phrase = right[..<countedPhraseEnd(right, numeral)].trimmingEnds()
        // 房地产业（不含开发）
        if let open = phrase.lastIndex(where: { $0.kind == .open }), !phrase[open...].contains(where: { $0.kind == .close }) {
            phrase = phrase[..<open]
        }
        guard phrase.hasNominal else { return false }
        var base = left
        if let start = left.lastIndex(where: {
            $0.isNominal ? text[$0.start..<$0.end].contains(0x6307) : $0.kind != .open && $0.kind != .verb  // 指
        }) {
            base = left[(start + 1)...]
            // 是指年|营业收入
            if var first = left.element(start), first.isNominal, let word = text[first.start..<first.end].lastIndex(of: 0x6307),
                word + 1 < first.end
            {
                first.start = word + 1
                base = list(first) + base
            }
        }
        // 3万元及以上的批发业企业、2万元及以上的零售业企业
        base = base.isEmpty && drafts.last?.isThreshold ?? false ? thresholdBase : base.withoutLeadingVerbs
        guard base.hasNominal else { return false }
        draft.words = definition(before: numeral) + (branches(from: phrase) ?? phrase) + base
        draft.head = base
        thresholdBase = base
        (draft.isThreshold, draft.isAttributive) = (true, true)
        return true
    }

    /// 规模以上服务业统计范围 of 规模以上服务业统计范围包括：年营业收入3万元及以上的….
    private func definition(before numeral: Numeral) -> Words {
        guard let end = tokens.firstIndex(where: { lexicon.isDefinition(text, $0) && $0.end <= numeral.start }) else { return [] }
        let start = tokens[..<end].lastIndex { $0.kind == .comma || $0.isFigure }.map { $0 + 1 } ?? tokens.startIndex
        var words = tokens[start...end].drop { !$0.isNominal }
        // 限额以上单位|是指年
        if let last = words.last, text[last.start..<last.end].contains(0x6307) { words = words.dropLast().trimmingEnds() }
        return words.count < 8 ? words : []
    }

    /// 交通业，软件业，环境管理业 behind 年营业收入3万元及以上的: all the branches, which commas can stand between.
    private func branches(from phrase: Words) -> Words? {
        guard let first = phrase.first, let last = phrase.last, text[last.end - 1] == 0x4E1A,  // 业
            text.at(last.end) == 0x2C || text.at(last.end) == 0x28, let start = tokens.firstIndex(where: { $0.start == first.start })
        else { return nil }
        // 房地产业（不含开发），租赁业
        var depth = 0
        var rest: [Token] = []
        for token in tokens[start...].prefix(80) {
            if token.kind == .open { depth += 1 }
            if depth == 0 {
                guard token.isNominal || token.isVerb || token.isSeparator else { break }
                rest.append(token)
            }
            if token.kind == .close { depth -= 1 }
        }
        let words = list(rest).droppingTrailing { text[$0.end - 1] != 0x4E1A }
        return words.count > phrase.count ? words : nil
    }

    /// 投资|3万元以上|项目 for 9个 in 投资3万元以上项目9个; 超3万元企业9家.
    func thresholdBefore(_ draft: Draft) -> Words? {
        let numeral = numerals[draft.numeral]
        guard let last = drafts.last, last.isAttributive || standsBefore(last.numeral, draft.numeral),
            numeral.unitKind == .count || numeral.unitKind == .persons || numeral.unitKind == .percent && draft.statistic == .rate,
            case let limit = numerals[last.numeral], limit.bound == .over,
            limit.outerEnd > limit.end || limit.outerStart < limit.start && numeral.unitKind == .count,
            !limit.unit.isSame(as: numeral.unit),
            var figure = tokens.last(where: { $0.figure == last.numeral })
        else { return nil }
        figure.kind = .text
        let before = last.isThreshold ? thresholdBase : list(last.words.filter { $0.end <= figure.start })
        let words = before + list(figure) + list(last.words.filter { $0.start >= figure.end })
        if !last.isThreshold { (last.words, last.isThreshold, last.isClassLimit) = (words, true, true) }
        return words
    }

    /// 1千瓦以上5座
    private func standsBefore(_ limit: Int, _ counted: Int) -> Bool {
        limit + 1 == counted && numerals[limit].outerEnd == numerals[counted].start
    }
}
