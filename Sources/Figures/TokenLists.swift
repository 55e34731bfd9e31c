// Small questions asked of lists of tokens.

extension Token {
    /// 、 or 和 between the members of a list.
    var isSeparator: Bool {
        switch kind {
        case .pause, .conjunction, .comma: true
        default: false
        }
    }
}

extension [Token] {
    /// 本科层次职业学校 in 7所本科层次职业学校: what is counted names nobody.
    func isCounted(_ index: Int) -> Bool {
        index > 0 && self[index].kind == .organisation && self[index - 1].isFigure && self[index - 1].end == self[index].start
    }

    /// The first region or organisation that is named.
    var firstNamed: Token? {
        indices.first { (self[$0].kind == .region || self[$0].kind == .organisation) && !isCounted($0) }.map { self[$0] }
    }
}

extension RandomAccessCollection<Token> {
    var hasBrackets: Bool { contains { $0.kind == .open || $0.kind == .close } }

    /// The last word that stands in no brackets and fits: 保健院 of 保健院（所、站）.
    func lastOutsideBrackets(where fits: (Token) -> Bool = { _ in true }) -> Token? {
        guard hasBrackets else { return last(where: fits) }
        var depth = 0
        var last: Token?
        for token in self {
            if token.kind == .open { depth += 1 }
            if depth <= 0, token.kind != .close, fits(token) { last = token }
            if token.kind == .close { depth -= 1 }
        }
        return last
    }
}

extension Words {
    func element(_ index: Int) -> Token? { indices.contains(index) ? self[index] : nil }

    /// The kinds of all words.
    var kinds: Token.Kinds { reduce(into: []) { $0.formUnion($1.kinds) } }

    var hasNominal: Bool { contains { $0.isNominal } }

    /// Holds a noun that is no verb as well.
    var hasNounProper: Bool { contains { $0.isNominal && !$0.isVerbToo } }

    /// The words, which stand in order, as far as they end before `position`.
    func before(_ position: Int) -> Words { prefix { $0.end <= position } }

    func droppingTrailing(_ isDropped: (Token) -> Bool) -> Words {
        var end = endIndex
        while end > startIndex, isDropped(self[end - 1]) { end -= 1 }
        return self[startIndex..<end]
    }

    /// Without particles, marks, adverbs and connectives at either end.
    func trimmingEnds() -> Words {
        let words = droppingTrailing {
            switch $0.kind {
            case .particle, .comma, .pause, .conjunction, .adverb, .copula, .becomes, .open, .locative, .time, .now, .preposition: true
            default: false
            }
        }
        // 达到或优于Ⅲ类
        if let grade = words.prefix(3).firstIndex(where: { $0.kind == .copula }), words.element(grade + 1)?.kind == .conjunction,
            words[..<grade].allSatisfy({ $0.kind == .adverb })
        {
            return words[grade...]
        }
        return words.drop {
            switch $0.kind {
            case .particle, .comma, .pause, .conjunction, .adverb, .close, .copula, .time, .now, .frequency: true
            default: false
            }
        }
    }

    /// Without the verbs in front, where something else is left.
    var withoutLeadingVerbs: Words {
        var start = startIndex
        while start + 1 < endIndex,
            self[start].isVerb || self[start].kind == .preposition || self[start].kind == .adverb || self[start].kind == .particle,
            self[start].kind != .noun || self[start + 1].isNominal
        {
            start += 1
        }
        return self[start...]
    }

    /// The same words of the sentence.
    func isSame(as other: Words) -> Bool {
        guard count == other.count else { return false }
        let offset = other.startIndex - startIndex
        for i in indices where self[i].start != other[i + offset].start || self[i].end != other[i + offset].end { return false }
        return true
    }

    /// Ends in the same word as `other`: 城镇人口、乡村人口 share nothing.
    func isSameKind(as other: Words) -> Bool {
        guard let a = last, let b = other.last else { return false }
        return a.term >= 0 && a.term == b.term
    }
}

extension ArraySlice<UInt32> {
    func ends(with other: ArraySlice<UInt32>) -> Bool { count >= other.count && suffix(other.count) == other }

    /// Without closing marks at the front and opening ones at the back that belong to words left out.
    var withoutLoneMarks: ArraySlice<UInt32> {
        var open = 0
        var low = startIndex
        for i in indices {
            if self[i].isOpeningMark {
                open += 1
            } else if self[i].isClosingMark {
                if open == 0 { low = i + 1 } else { open -= 1 }
            }
        }
        var high = endIndex
        if open > 0, let last = self[low...].lastIndex(where: \.isOpeningMark), !self[last...].contains(where: \.isClosingMark) {
            // 培训（其中: cut before the bracket, unless all of the words stand behind it.
            if last > low { high = last } else { low = last + 1 }
        }
        return self[low..<Swift.max(low, high)]
    }
}

extension UInt32 {
    /// “ ‘ 《 ( （ 【 「
    fileprivate var isOpeningMark: Bool {
        switch self {
        case 0x201C, 0x2018, 0x300A, 0x28, 0xFF08, 0x3010, 0x300C: true
        default: false
        }
    }

    /// ” ’ 》 ) ） 】 」
    fileprivate var isClosingMark: Bool {
        switch self {
        case 0x201D, 0x2019, 0x300B, 0x29, 0xFF09, 0x3011, 0x300D: true
        default: false
        }
    }
}

extension String {
    /// The words and the next ones, without what both would say: 居民消费价格|价格指数.
    func joined(to next: String) -> String {
        guard !isEmpty, !next.isEmpty else { return isEmpty ? next : self }
        let following = next.unicodeScalars.map(\.value)
        return self + String(scalars: following.dropFirst(unicodeScalars.map(\.value).overlapping(following[...])))
    }
}
