// Lists of words of a sentence, cheap to hand on: two places in a list of tokens, and no reference that is counted.

/// The tokens of a sentence, and behind them those of lists that were put together of its words.
final class TokenStore {
    @exclusivity(unchecked) fileprivate var tokens: [Token] = []

    /// Takes a sentence's tokens in place of what it held.
    /// - Returns: the sentence, whose indices are those of `sentence`.
    func replaceAll(with sentence: [Token]) -> Words {
        tokens.removeAll(keepingCapacity: true)
        tokens.append(contentsOf: sentence)
        return Words(self, 0, tokens.count)
    }

    /// These tokens as a list.
    func words(_ parts: some Collection<Token>) -> Words {
        let start = tokens.count
        tokens.append(contentsOf: parts)
        return Words(self, start, tokens.count)
    }
}

/// Words of a sentence that stand together, or are put together. Indices are the sentence's where they stand in it.
///
/// The store is not retained: counting references of lists took a tenth of an extraction's time. Whoever reads a sentence keeps its
/// store until the text is read, and no list of words is handed out of this module.
struct Words: RandomAccessCollection, ExpressibleByArrayLiteral {
    private let store: Unmanaged<TokenStore>?
    private let low: Int32
    private let high: Int32

    fileprivate init(_ store: TokenStore, _ low: Int, _ high: Int) { self.init(.passUnretained(store), low, high) }

    private init(_ store: Unmanaged<TokenStore>?, _ low: Int, _ high: Int) {
        self.store = store
        self.low = Int32(truncatingIfNeeded: low)
        self.high = Int32(truncatingIfNeeded: high)
    }

    /// No words.
    init(arrayLiteral elements: Never...) {
        store = nil
        low = 0
        high = 0
    }

    var startIndex: Int { Int(low) }
    var endIndex: Int { Int(high) }

    subscript(index: Int) -> Token {
        guard let store, index >= startIndex, index < endIndex else { preconditionFailure("no word stands there") }
        return store._withUnsafeGuaranteedRef { $0.tokens[index] }
    }

    subscript(bounds: Range<Int>) -> Words {
        precondition(bounds.lowerBound >= startIndex && bounds.upperBound <= endIndex, "words outside of the list")
        return Words(store, bounds.lowerBound, bounds.upperBound)
    }

    struct Iterator: IteratorProtocol {
        fileprivate let store: Unmanaged<TokenStore>?
        fileprivate var index: Int
        fileprivate let end: Int

        mutating func next() -> Token? {
            guard index < end, let store else { return nil }
            defer { index += 1 }
            return store._withUnsafeGuaranteedRef { [index] in $0.tokens[index] }
        }
    }

    func makeIterator() -> Iterator { Iterator(store: store, index: startIndex, end: endIndex) }

    /// These words and then the others.
    static func + (a: Words, b: Words) -> Words {
        guard let store = a.store, !a.isEmpty else { return b }
        if b.isEmpty { return a }
        if b.store?.toOpaque() == store.toOpaque(), b.low == a.high { return Words(store, a.startIndex, b.endIndex) }
        var both: [Token] = []
        both.reserveCapacity(a.count + b.count)
        both.append(contentsOf: a)
        both.append(contentsOf: b)
        return store._withUnsafeGuaranteedRef { $0.words(both) }
    }

    static func += (a: inout Words, b: Words) { a = a + b }
}

extension Words {
    /// So many characters at the end.
    func lastCharacters(_ count: Int) -> Words {
        var left = count
        var start = endIndex
        while start > startIndex, left > 0 {
            start -= 1
            left -= self[start].end - self[start].start
        }
        guard left < 0, let store else { return self[start...] }
        var first = self[start]
        first.start -= left
        return store._withUnsafeGuaranteedRef { [first] in $0.words([first] + self[(start + 1)...]) }
    }

    /// Without what stands in brackets: 保健院（所、站）.
    var withoutBrackets: Words {
        guard hasBrackets, let store else { return self }
        var depth = 0
        let outside = filter { token in
            if token.kind == .open { depth += 1 }
            defer { if token.kind == .close { depth -= 1 } }
            return depth <= 0 && token.kind != .close
        }
        return store._withUnsafeGuaranteedRef { $0.words(outside) }
    }
}
