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
            case .particle, .comma, .pause, .conjunction, .adverb, .copula, .open, .locative, .time, .now: true
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

    /// Ends in the same word as `other`: 城镇人口、乡村人口 share nothing.
    func isSameKind(as other: [Token]) -> Bool {
        guard let a = last, let b = other.last else { return false }
        return a.term >= 0 && a.term == b.term
    }
}
