// Of which part of the place, or of which carrier, all is that a sentence goes on to tell: 市城区空气质量…，PM2.5浓度…; 民航货邮吞吐量…；旅客吞吐量…;
// and what a figure is called by that one before is called by too.
import Numerals

/// What a sentence said at the head of a clause, and goes on with.
struct Topic {
    /// 市城区, 中心城区.
    var area: Words = []
    /// The area is 地方: what of the place is its own. Its rates are of all of it.
    var isLocal = false
    /// It holds for the paragraph, and not for the sentence alone: 地方 of 自治州地方肉类产量.
    var isOfParagraph = false
    /// 铁路, 地铁.
    var carrier: Words = []
    /// The sentence opened with that carrier, and has named no other.
    var isOpening = false
}

extension SentenceReader {
    /// Takes in the part of the place, or the carrier, that a clause opens with. Another place ends both.
    func readTopic(_ clause: Words, isFirst: Bool) {
        guard var start = startOfWords(clause) else { return }
        var isOfPlace = false
        if isMention(clause[start]), let mention = initialMention(clause) {
            isOfPlace = true
            if clause[mention].kind != .organisation {
                topic = Topic()
                discourse.topic = Topic()
            }
            guard let next = startOfWords(clause[(mention + 1)...]) else { return }
            start = next
        }
        let rest = clause[start...]
        let first = clause[start]
        // 文化系统共有剧团9个，博物馆5个
        if let end = rest.prefix(5).firstIndex(where: { text[$0.end - 1] == 0x7EDF && text.at($0.end - 2) == 0x7CFB }),  // 系统
            let holding = rest.element(end + 1), text[holding.end - 1] == 0x6709, holding.end - holding.start < 3  // 有
        {
            topic = Topic(area: rest[...end])
            return
        }
        if let end = areaEnd(first) {
            topic = Topic(area: list(Token(kind: .noun, start: first.start, end: end)))
            return
        }
        // 自治州地方肉类产量: without what lies there and is not the region's; it holds for the paragraph.
        if isOfPlace || isFirst, let end = lexicon.localEnd(text, first) {
            topic = Topic(area: list(Token(kind: .noun, start: first.start, end: end)), isLocal: true, isOfParagraph: isOfPlace)
            return
        }
        // 县市区优良天数, 城市垃圾处理率: of others.
        let isOfTown = topic.area.last.map { text[$0.end - 1] == 0x533A } ?? false  // 区
        if lexicon.isOtherArea(text, first.start), !topic.isOfParagraph, isOfTown || isBehindSemicolon(first) {
            topic.area = []
        }
        // 中心城区PM10浓度…。环境空气质量优良天数…
        if isFirst, topic.area.isEmpty, !discourse.topic.area.isEmpty, rest.prefix(2).contains(where: { lexicon.isProperty(text, $0) }) {
            topic.area = discourse.topic.area
        }
        for token in rest.prefix(3) {
            if token.isFigure { return }
            guard let carrier = carrier(in: token) else { continue }
            topic.isOpening = isFirst
            topic.carrier = list(Token(kind: .noun, start: carrier.lowerBound, end: carrier.upperBound))
            return
        }
    }

    /// The first word that says something, or number; nil where a preposition stands before it (按常住人口计算).
    private func startOfWords(_ clause: Words) -> Int? {
        for i in clause.indices {
            if clause[i].isNominal || clause[i].isVerb || clause[i].isFigure || isMention(clause[i]) { return i }
            if clause[i].kind == .preposition { return nil }
        }
        return nil
    }

    private func areaEnd(_ token: Token) -> Int? {
        guard lexicon.sentence.topicStarts.mayContain(text[token.start]) else { return nil }
        return lexicon.sentence.areas.longestMatch(in: text, at: token.start, limit: min(token.start + 6, text.count))?.end
    }

    /// 铁路 in 铁路旅客发送量, 机场 in 北湖机场.
    private func carrier(in token: Token) -> Range<Int>? {
        // A word of the lexicon starts with it; one that is none can hold it.
        let last = token.term < 0 ? token.end - 1 : token.start
        for i in token.start...last where lexicon.sentence.topicStarts.mayContain(text[i]) {
            if let found = lexicon.sentence.carriers.longestMatch(in: text, at: i, limit: min(i + 6, text.count)) { return i..<found.end }
        }
        return nil
    }

    /// What the figure's words leave out of what the sentence opened with.
    func takeTopic(_ draft: Draft) {
        // 6个县市区空气质量达标: no part of them.
        let isOfOthers = draft.words.contains { text[$0.start] == 0x53BF && lexicon.isOtherArea(text, $0.start) }  // 县
        if !topic.area.isEmpty, !isOfOthers, !topic.isLocal || !(draft.words.last.map { lexicon.endsRate(text, $0) } ?? false) {
            draft.topic = topic.area
        } else if !topic.carrier.isEmpty, !draft.isAttributive, namesCarried(draft),
            !draft.words.contains(where: { carrier(in: $0) != nil })
        {
            draft.topic = topic.carrier
        }
    }

    /// Leaves for the next sentence of the paragraph what it can go on with: 公路货物运输量…。旅客运输量….
    func leaveTopic(of drafts: [Draft]) {
        let carries =
            topic.isOpening && !opening.namesParts && topic.carrier.last.map { text[$0.end - 1] != 0x53E3 } ?? false  // 口
            && drafts.contains { !$0.topic.isEmpty || namesCarried($0) }
        discourse.topic = Topic(area: topic.area, isOfParagraph: topic.isOfParagraph, carrier: carries ? topic.carrier : [])
    }

    private func namesCarried(_ draft: Draft) -> Bool {
        guard let end = draft.words.lastOutsideBrackets()?.end else { return false }
        if draft.words.contains(where: { lexicon.isCarried(text, $0.start, end) }) { return true }
        if let last = draft.words.lastOutsideBrackets(), last.term < 0,
            (last.start..<end).contains(where: { lexicon.isCarried(text, $0, end) })
        {
            return true
        }
        // 乡村|人口, of which the second word stands before
        let words = Array(characters(draft.words.suffix(2)))
        return draft.words.count > 1 && lexicon.isCarried(words, 0, words.count)
    }

    /// Says it with the figures that leave it out.
    func applyTopics() {
        for draft in drafts where !draft.topic.isEmpty && !draft.words.isEmpty {
            let topic = characters(draft.topic)
            if [draft.words, draft.whole].contains(where: { characters($0).firstIndex(of: topic) != nil }) { continue }
            draft.words = draft.topic + draft.words
        }
    }

    // MARK: Called by the same word

    /// The figure before that is no change and stands in no bracket.
    private var lastMeasured: Draft? { drafts.last { !$0.isBracketed && $0.statistic != .change } }

    /// 城区空气质量 for 优良率 behind 城区空气质量优良天数, 中考 for 上线率 behind 中考上线9人, 彩票 for 销售网点 behind 彩票销售额: a rate of what the
    /// figure before calls by the same word, or who does that.
    func takeStem(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent || numeral.unitKind == .count && draft.words.count == 2, draft.statistic != .change,
            draft.namesItself, draft.suffix.isEmpty, let first = draft.words.first,
            let last = draft.words.last,
            numeral.unitKind == .percent
                // 率
                ? text[last.end - 1] == 0x7387 : first.isVerbToo && first.kind == .noun && last.kind == .noun,
            last.end - first.start < 8, last.end - first.start > 2, draft.whole.isEmpty,
            let previous = lastMeasured, let front = previous.words.first,
            let end = previous.words.last?.end
        else { return }
        var stem = end - 2
        while stem > max(front.start, end - 6), text[stem] != text[first.start] || text[stem + 1] != text[first.start + 1] { stem -= 1 }
        guard stem > front.start, stem > end - 6 else { return }
        var words = previous.words.before(stem)
        if var cut = previous.words.element(words.endIndex), cut.start < stem {
            cut.end = stem
            words += list(cut)
        }
        words = words.withoutLeadingVerbs
        guard words.count < 8, words.hasNominal, let first = words.first, let last = words.last,
            !text[first.start..<stem].contains(0x65B0),  // 新
            words.count > 1 || !lexicon.isPlainWord(last) && text[last.end - 1] != 0x7EA7 && text[last.end - 1] != 0x533A  // 级 区
        else { return }
        draft.words = words + draft.words
        draft.head = draft.words
    }

    /// 空气质量 of 空气质量达标县市占比, for 未达标县市占比: what is not so is the same otherwise.
    func takeOpposite(_ draft: Draft) {
        guard draft.statistic == .rate, draft.namesItself, let first = draft.words.first, text[first.start] == 0x672A,  // 未
            let previous = lastMeasured, let end = previous.words.last?.end, let start = previous.words.first?.start
        else { return }
        let own = text[(first.start + 1)..<min(first.start + 3, text.count)]
        guard let place = (start..<end).first(where: { text[$0...].starts(with: own) }), place > start else { return }
        let front = previous.words.before(place)
        if front.hasNominal, front.last?.end == place, front.count < 5 { draft.words = front + draft.words }
    }

    /// 城区 of 城区空气质量优良天数, for 空气质量综合指数: an index of what a figure before calls by the same word.
    func takeFront(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .none || numeral.unitKind == .time, draft.statistic != .change, draft.namesItself,
            draft.whole.isEmpty,
            let first = draft.words.first, first.end - first.start > 1, let last = draft.words.last,
            case let shared = lexicon.endsRate(text, last) ? 2 : 4, first.end - first.start >= shared,
            let previous = lastMeasured
        else { return }
        let stem = text[first.start..<(first.start + shared)]
        guard
            let place = previous.words.firstIndex(where: { word in
                (word.start..<word.end).contains { text[$0...].starts(with: stem) }
            })
        else { return }
        var front = previous.words[..<place]
        var cut = previous.words[place]
        guard let start = (cut.start..<cut.end).first(where: { text[$0...].starts(with: stem) }) else { return }
        cut.end = start
        if cut.end > cut.start { front += list(cut) }
        guard front.hasNominal, front.count <= 6, !front.contains(where: { $0.isVerb }) else { return }
        draft.words = front + draft.words
    }

    /// What is counted is called by those characters: 保护区 of 自然保护区8个, and not of 国家级2个 of them.
    private func isCalled(_ draft: Draft, _ name: Range<Int>) -> Bool {
        guard draft.statistic == .value, !draft.isBracketed, !draft.isInherited, numerals[draft.numeral].unitKind == .count,
            let head = draft.words.last
        else { return false }
        return head.end - head.start >= name.count && text[(head.end - name.count)..<head.end].elementsEqual(text[name])
    }

    /// 生产安全 of 生产安全事故9起, for 事故死亡人数; 地铁 of 地铁线路3条, for 线路长度: what was counted before, called by its last word.
    func takeHeadBefore(_ draft: Draft, _ numeral: Numeral) {
        guard draft.namesItself, draft.whole.isEmpty, draft.words.count <= 3,
            draft.words.allSatisfy({ $0.isNominal }),
            // 生猪出栏9头，出栏牛8头
            let first = draft.words.first, !lexicon.isAttribute(text, first),
            case let end = draft.words.count > 1 ? first.end : first.start + 2,
            end - first.start > 1, end < (draft.words.last?.end ?? 0),
            // A part of a word is called so by the figure right before alone.
            let previous = (drafts.isEmpty ? earlier.prefix(1) : draft.words.count > 1 ? drafts[...] : drafts.suffix(1))
                .last(where: { isCalled($0, first.start..<end) }),
            var head = previous.words.last
        else { return }
        head.end -= end - first.start
        let said = head.end > head.start ? previous.words.dropLast() + list(head) : previous.words.dropLast()
        let plain = said.lastIndex { text[$0.start] == 0x5404 }  // 各
        let front = plain.map { said[($0 + 1)...] } ?? said.drop { !$0.isNominal }
        guard front.count <= 5, front.hasNominal,
            plain != nil
                // 级
                || front.allSatisfy({ $0.isNominal && (!lexicon.isPlainWord($0) || front.hasNounProper && text[$0.end - 1] != 0x7EA7) }),
            !lexicon.saysNothing(characters(front))
        else { return }
        draft.words = front + draft.words
    }
}
