// Finds the longest term of a fixed list at a position of a text, in one walk over the text's scalars.

/// A trie over Unicode scalars. Build once, look up often; looking up allocates nothing.
public struct TermTrie: Sendable {
    // One open-addressing table holds every edge: (node, scalar) -> node. Node 0 is the root.
    private var keys: [UInt64] = Array(repeating: TermTrie.vacant, count: 64)
    private var targets: [Int32] = Array(repeating: 0, count: 64)
    private var edgeCount = 0
    // The value of the term that ends at a node, or -1.
    private var values: [Int32] = [-1]
    // First scalars, one bit each below U+10000, to reject most positions at once.
    private var firsts: [UInt64] = Array(repeating: 0, count: 1024)

    // A bit for each edge's hash.
    private var filter: [UInt64] = Array(repeating: 0, count: TermTrie.filterBits / 64)

    private static let vacant = UInt64.max
    private static let filterBits = 1 << 18

    public init() {}

    /// Adds `term` with `value` (0 or more). A term added again takes the new value.
    public mutating func insert(_ term: String, _ value: Int) {
        var node: Int32 = 0
        var isFirst = true
        for scalar in term.unicodeScalars {
            if isFirst {
                let low = Int(scalar.value & 0xFFFF)
                firsts[low >> 6] |= 1 << UInt64(low & 63)
                isFirst = false
            }
            node = child(of: node, scalar.value) ?? addChild(of: node, scalar.value)
        }
        if node != 0 { values[Int(node)] = Int32(value) }
    }

    /// The value of `term` itself, or nil.
    public func value(of term: String) -> Int? {
        var node: Int32 = 0
        for scalar in term.unicodeScalars {
            guard let next = child(of: node, scalar.value) else { return nil }
            node = next
        }
        let value = values[Int(node)]
        return value < 0 ? nil : Int(value)
    }

    /// The longest term that starts at `start` and ends no later than `limit`: its end and value, or nil.
    public func longestMatch(in text: [UInt32], at start: Int, limit: Int) -> (end: Int, value: Int)? {
        guard start < limit else { return nil }
        let low = Int(text[start] & 0xFFFF)
        guard firsts[low >> 6] & (1 << UInt64(low & 63)) != 0 else { return nil }
        var node: Int32 = 0
        var found: (end: Int, value: Int)?
        var index = start
        while index < limit, let next = child(of: node, text[index]) {
            node = next
            index += 1
            let value = values[Int(node)]
            if value >= 0 { found = (index, Int(value)) }
        }
        return found
    }

    /// Every term that starts at `start` and ends no later than `limit`, shortest first.
    public func forEachMatch(in text: [UInt32], at start: Int, limit: Int, _ body: (_ end: Int, _ value: Int) -> Void) {
        var node: Int32 = 0
        var index = start
        while index < limit, let next = child(of: node, text[index]) {
            node = next
            index += 1
            if values[Int(node)] >= 0 { body(index, Int(values[Int(node)])) }
        }
    }

    private func child(of node: Int32, _ scalar: UInt32) -> Int32? {
        let key = UInt64(node) << 21 | UInt64(scalar)
        // Most pairs of a node and the character after it are no edge: one bit says so without touching the table.
        let bit = TermTrie.slot(key, TermTrie.filterBits - 1)
        guard filter[bit >> 6] & (1 << UInt64(bit & 63)) != 0 else { return nil }
        let mask = keys.count - 1
        var slot = TermTrie.slot(key, mask)
        while keys[slot] != TermTrie.vacant {
            if keys[slot] == key { return targets[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private mutating func addChild(of node: Int32, _ scalar: UInt32) -> Int32 {
        if edgeCount * 2 >= keys.count { grow() }
        let target = Int32(values.count)
        values.append(-1)
        place(UInt64(node) << 21 | UInt64(scalar), target)
        edgeCount += 1
        return target
    }

    private mutating func place(_ key: UInt64, _ target: Int32) {
        let mask = keys.count - 1
        var slot = TermTrie.slot(key, mask)
        while keys[slot] != TermTrie.vacant { slot = (slot + 1) & mask }
        keys[slot] = key
        targets[slot] = target
        let bit = TermTrie.slot(key, TermTrie.filterBits - 1)
        filter[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    private mutating func grow() {
        let (oldKeys, oldTargets) = (keys, targets)
        keys = Array(repeating: TermTrie.vacant, count: oldKeys.count * 2)
        targets = Array(repeating: 0, count: oldKeys.count * 2)
        for index in oldKeys.indices where oldKeys[index] != TermTrie.vacant { place(oldKeys[index], oldTargets[index]) }
    }

    private static func slot(_ key: UInt64, _ mask: Int) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    }
}
