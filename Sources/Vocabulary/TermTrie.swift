// Finds the longest term of a fixed list at a position of a text, in one walk over the text's scalars.

/// A trie over Unicode scalars. Looking up allocates nothing.
public struct TermTrie: Sendable {
    /// A node: the scalar that leads to it, the value of the term that ends at it (-1 where none does), and its children, which
    /// stand next to each other in order of their scalars.
    private struct Node: Sendable {
        var scalar: UInt32
        var value: Int32
        var firstChild: Int32
        var childCount: Int32
        /// A bit for the last six bits of each child's scalar: most texts leave a trie after a scalar or two, which this tells at once.
        var childBits: UInt64
    }

    private var nodes: [Node] = []
    // The nodes that a term's first scalar leads to, by the scalar, below U+10000; 0 for none. They are the first nodes behind the
    // root, so that two bytes hold one.
    private var firsts: [UInt16] = []

    public init() {}

    /// The trie of these terms; of a term that is given twice the later value holds. Values are 0 or more.
    public init(_ terms: [(term: String, value: Int)]) { self.init(terms.map { ($0.term.unicodeScalars.map(\.value), $0.value) }) }

    /// The same with terms as Unicode scalar values.
    public init(_ terms: [(scalars: [UInt32], value: Int)]) {
        // Swift's sort is stable: the later of two equal terms stays behind the earlier.
        let sorted = terms.filter { !$0.scalars.isEmpty }.sorted { $0.scalars.lexicographicallyPrecedes($1.scalars) }
        guard !sorted.isEmpty else { return }
        nodes = [Node(scalar: 0, value: -1, firstChild: 0, childCount: 0, childBits: 0)]
        // Breadth first, so that the children of a node stand together. A range of the sorted terms shares the scalars up to a node.
        var queue: [(node: Int, terms: Range<Int>, depth: Int)] = [(0, sorted.indices, 0)]
        var next = 0
        while next < queue.count {
            let (node, terms, depth) = queue[next]
            next += 1
            var index = terms.lowerBound
            while index < terms.upperBound, sorted[index].scalars.count == depth {
                nodes[node].value = Int32(sorted[index].value)
                index += 1
            }
            nodes[node].firstChild = Int32(nodes.count)
            while index < terms.upperBound {
                let scalar = sorted[index].scalars[depth]
                let start = index
                while index < terms.upperBound, sorted[index].scalars[depth] == scalar { index += 1 }
                queue.append((nodes.count, start..<index, depth + 1))
                nodes.append(Node(scalar: scalar, value: -1, firstChild: 0, childCount: 0, childBits: 0))
                nodes[node].childCount += 1
                nodes[node].childBits |= 1 << UInt64(scalar & 63)
            }
        }
        firsts = Array(repeating: 0, count: 0x10000)
        for child in children(of: 0) where nodes[child].scalar < 0x10000 { firsts[Int(nodes[child].scalar)] = UInt16(child) }
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
        return Int(nodes[node].value)
    }

    /// The longest term that starts at `start` and ends no later than `limit`: its end and value, or nil.
    public func longestMatch(in text: [UInt32], at start: Int, limit: Int) -> (end: Int, value: Int)? {
        guard start < limit, var node = first(text[start]) else { return nil }
        var found: (end: Int, value: Int)?
        var index = start + 1
        while true {
            let value = nodes[node].value
            if value >= 0 { found = (index, Int(value)) }
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
                if nodes[node].value >= 0 { found.append(Int(nodes[node].value)) }
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

    private func first(_ scalar: UInt32) -> Int? {
        guard scalar < firsts.count else { return firsts.isEmpty ? nil : child(of: 0, scalar) }
        let node = Int(firsts[Int(scalar)])
        return node == 0 ? nil : node
    }

    private func children(of node: Int) -> Range<Int> {
        let first = Int(nodes[node].firstChild)
        return first..<(first + Int(nodes[node].childCount))
    }

    private func child(of node: Int, _ scalar: UInt32) -> Int? {
        guard nodes[node].childBits >> UInt64(scalar & 63) & 1 != 0 else { return nil }
        var low = Int(nodes[node].firstChild)
        var high = low + Int(nodes[node].childCount)
        while high - low > 8 {
            let middle = (low + high) / 2
            if nodes[middle].scalar <= scalar { low = middle } else { high = middle }
        }
        while low < high {
            if nodes[low].scalar == scalar { return low }
            low += 1
        }
        return nil
    }
}
