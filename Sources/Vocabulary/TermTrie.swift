// Finds the longest term of a fixed list at a position of a text, in one walk over the text's scalars.

/// A trie over Unicode scalars. Looking up allocates nothing.
public struct TermTrie: Sendable {
    /// A node, in sixteen bytes, so that four stand in a line of a processor's cache: looking up mostly waits for them.
    @usableFromInline struct Node: Sendable {
        /// What leads to it; 0 for a place that no node takes.
        @usableFromInline var scalar: UInt32 = 0
        /// In the lower 24 bits one more than the value of the term that ends at it, 0 where none does; above, the power of two that
        /// says how many places its children have.
        private var valueAndPlaces: UInt32 = 0
        /// Where these places start.
        @usableFromInline var firstChild: UInt32 = 0
        /// A bit for the last five bits of each child's scalar: most texts leave a trie after a scalar or two, which this tells at once.
        @usableFromInline var childBits: UInt32 = 0

        init(scalar: UInt32 = 0) { self.scalar = scalar }

        /// -1 where no term ends.
        @usableFromInline var value: Int {
            get { Int(valueAndPlaces & 0xFF_FFFF) - 1 }
            set { valueAndPlaces = valueAndPlaces & 0xFF00_0000 | UInt32(newValue + 1) & 0xFF_FFFF }
        }

        var placesPower: Int {
            get { Int(valueAndPlaces >> 24) }
            set { valueAndPlaces = valueAndPlaces & 0xFF_FFFF | UInt32(newValue) << 24 }
        }

        @usableFromInline var lastPlace: UInt32 { 1 << (valueAndPlaces >> 24) &- 1 }
    }

    /// The children of a node stand at the last bits of their scalars, or in the next place that was free (linear probing, Knuth 6.4,
    /// algorithm L), so that one look mostly finds one; at most half of the places are taken. The root is the first node.
    @usableFromInline var nodes: [Node] = [Node()]
    // In a trie of many terms: the nodes that a first scalar leads to, by the scalar, below U+10000; 0 for none. They are the first
    // ones behind the root, without gaps, so that two bytes hold one.
    @usableFromInline var firsts: [UInt16] = []
    // So many first scalars and more are looked up there.
    private static let manyFirsts = 256

    public init() {}

    /// The trie of these terms; of a term that is given twice the later value holds. Values are 0 or more, below 2^24 - 1.
    public init(_ terms: [(term: String, value: Int)]) { self.init(terms.map { ($0.term.unicodeScalars.map(\.value), $0.value) }) }

    /// The same with terms as Unicode scalar values.
    public init(_ terms: [(scalars: [UInt32], value: Int)]) {
        // Swift's sort is stable: the later of two equal terms stays behind the earlier.
        let sorted = terms.filter { !$0.scalars.isEmpty }.sorted { $0.scalars.lexicographicallyPrecedes($1.scalars) }
        guard !sorted.isEmpty else { return }
        // Breadth first. A range of the sorted terms shares the scalars up to a node.
        var queue: [(node: Int, terms: Range<Int>, depth: Int)] = []
        let parts = TermTrie.parts(sorted, sorted.indices, depth: 0)
        if parts.count >= TermTrie.manyFirsts {
            firsts = Array(repeating: 0, count: 0x10000)
            for (scalar, terms) in parts where scalar < 0x10000 {
                firsts[Int(scalar)] = UInt16(nodes.count)
                queue.append((nodes.count, terms, 1))
                nodes.append(Node(scalar: scalar))
            }
            let rest = parts.drop { $0.scalar < 0x10000 }
            addChildren(Array(rest), of: 0, depth: 0, &queue)
        } else {
            addChildren(parts, of: 0, depth: 0, &queue)
        }
        var next = 0
        while next < queue.count {
            let (node, terms, depth) = queue[next]
            next += 1
            var rest = terms
            while let first = rest.first, sorted[first].scalars.count == depth {
                nodes[node].value = sorted[first].value
                rest = rest.dropFirst()
            }
            addChildren(TermTrie.parts(sorted, rest, depth: depth), of: node, depth: depth, &queue)
        }
    }

    private mutating func addChildren(
        _ parts: [(scalar: UInt32, terms: Range<Int>)], of node: Int, depth: Int,
        _ queue: inout [(node: Int, terms: Range<Int>, depth: Int)]
    ) {
        if parts.isEmpty { return }
        var power = 1
        while 1 << power < 2 * parts.count { power += 1 }
        let places = 1 << power
        let start = nodes.count
        nodes[node].firstChild = UInt32(start)
        nodes[node].placesPower = power
        nodes.append(contentsOf: repeatElement(Node(), count: places))
        for (scalar, terms) in parts {
            nodes[node].childBits |= 1 << (scalar & 31)
            var place = Int(scalar) & (places - 1)
            while nodes[start + place].scalar != 0 { place = (place + 1) & (places - 1) }
            nodes[start + place].scalar = scalar
            queue.append((start + place, terms, depth + 1))
        }
    }

    /// A range of sorted terms by the scalar that they have at `depth`.
    private static func parts(
        _ sorted: [(scalars: [UInt32], value: Int)], _ terms: Range<Int>, depth: Int
    ) -> [(scalar: UInt32, terms: Range<Int>)] {
        var parts: [(scalar: UInt32, terms: Range<Int>)] = []
        var index = terms.lowerBound
        while index < terms.upperBound {
            let scalar = sorted[index].scalars[depth]
            let start = index
            while index < terms.upperBound, sorted[index].scalars[depth] == scalar { index += 1 }
            // No text has a NUL.
            if scalar != 0 { parts.append((scalar, start..<index)) }
        }
        return parts
    }

    /// The value of `term` itself, or nil.
    public func value(of term: ArraySlice<UInt32>) -> Int? { value(ofScalars: term) }

    /// The same for a term as a string.
    public func value(of term: String) -> Int? { value(ofScalars: term.unicodeScalars.lazy.map(\.value)) }

    private func value(ofScalars term: some Sequence<UInt32>) -> Int? {
        var node = -1
        for scalar in term {
            guard let next = node < 0 ? first(scalar) : child(of: node, scalar) else { return nil }
            node = next
        }
        guard node >= 0, nodes[node].value >= 0 else { return nil }
        return nodes[node].value
    }

    /// The longest term that starts at `start` and ends no later than `limit`: its end and value, or nil.
    @inlinable public func longestMatch(in text: [UInt32], at start: Int, limit: Int) -> (end: Int, value: Int)? {
        guard start < limit, let node = first(text[start]) else { return nil }
        return longestMatch(from: node, in: text, start + 1, limit)
    }

    /// The same where the scalar before `index` led to `node`.
    @usableFromInline func longestMatch(from node: Int, in text: [UInt32], _ index: Int, _ limit: Int) -> (end: Int, value: Int)? {
        var node = node
        var index = index
        var found: (end: Int, value: Int)?
        while true {
            let value = nodes[node].value
            if value >= 0 { found = (index, value) }
            guard index < limit, let next = child(of: node, text[index]) else { return found }
            node = next
            index += 1
        }
    }

    /// Adds the values of every term in `text` to `found`: by where they start, and of those at one place the shortest first.
    public func values(in text: [UInt32], to found: inout [Int]) {
        for start in text.indices {
            guard var node = first(text[start]) else { continue }
            var index = start + 1
            while true {
                if nodes[node].value >= 0 { found.append(nodes[node].value) }
                guard index < text.count, let next = child(of: node, text[index]) else { break }
                node = next
                index += 1
            }
        }
    }

    /// Some term stands in `text`.
    public func matches(in text: [UInt32]) -> Bool {
        text.indices.contains { longestMatch(in: text, at: $0, limit: text.count) != nil }
    }

    @inlinable @inline(__always) func first(_ scalar: UInt32) -> Int? {
        guard scalar < firsts.count else { return child(of: 0, scalar) }
        let node = Int(firsts[Int(scalar)])
        return node == 0 ? nil : node
    }

    @inlinable @inline(__always) func child(of node: Int, _ scalar: UInt32) -> Int? {
        let parent = nodes[node]
        guard parent.childBits >> (scalar & 31) & 1 != 0 else { return nil }
        let last = parent.lastPlace
        var place = scalar & last
        while true {
            let index = Int(parent.firstChild) + Int(place)
            if nodes[index].scalar == scalar { return index }
            if nodes[index].scalar == 0 { return nil }
            place = (place + 1) & last
        }
    }
}
