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
    func element(_ index: Int) -> Token? { indices.contains(index) ? self[index] : nil }

    /// Holds a noun that is no verb as well.
    var hasNounProper: Bool { contains { $0.isNominal && !$0.isVerbToo } }

    /// The tokens that end before `position`.
    func before(_ position: Int) -> [Token] { filter { $0.end <= position } }

    func droppingTrailing(_ isDropped: (Token) -> Bool) -> [Token] {
        var words = self
        while let last = words.last, isDropped(last) { words.removeLast() }
        return words
    }

    /// Without particles, marks, adverbs and connectives at either end.
    func trimmingEnds() -> [Token] {
        var words = droppingTrailing {
            switch $0.kind {
            case .particle, .comma, .pause, .conjunction, .adverb, .copula, .becomes, .open, .locative, .time, .now, .preposition: true
            default: false
            }
        }
        while let first = words.first {
            switch first.kind {
            case .particle, .comma, .pause, .conjunction, .adverb, .close, .copula, .time, .now, .frequency: words.removeFirst()
            default: return words
            }
        }
        return words
    }

    /// Without what stands in brackets: 保健院（所、站）.
    var withoutBrackets: [Token] {
        var depth = 0
        return filter { token in
            if token.kind == .open { depth += 1 }
            defer { if token.kind == .close { depth -= 1 } }
            return depth <= 0 && token.kind != .close
        }
    }

    /// Ends in the same word as `other`: 城镇人口、乡村人口 share nothing.
    func isSameKind(as other: [Token]) -> Bool {
        guard let a = last, let b = other.last else { return false }
        return a.term >= 0 && a.term == b.term
    }
}

extension [UInt32] {
    /// Without closing marks at the front and opening ones at the back that belong to words left out.
    var withoutLoneMarks: ArraySlice<UInt32> {
        let pairs: [UInt32: UInt32] = [
            0x201C: 0x201D, 0x2018: 0x2019, 0x300A: 0x300B, 0x28: 0x29, 0xFF08: 0xFF09, 0x3010: 0x3011, 0x300C: 0x300D,
        ]
        let closers = Set(pairs.values)
        var open = 0
        var low = 0
        for i in indices {
            if pairs[self[i]] != nil {
                open += 1
            } else if closers.contains(self[i]) {
                if open == 0 { low = i + 1 } else { open -= 1 }
            }
        }
        var high = count
        if open > 0, let last = self[low...].lastIndex(where: { pairs[$0] != nil }), !self[last...].contains(where: closers.contains) {
            // 培训（其中: cut before the bracket, unless all of the words stand behind it.
            if last > low { high = last } else { low = last + 1 }
        }
        return self[low..<Swift.max(low, high)]
    }
}
