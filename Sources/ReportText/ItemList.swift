// The passages and tables of a report, kept small: most passages are lines of the document, and are made when they are asked for.

/// What a structure holds, in the order of the document.
public struct ItemList: RandomAccessCollection, Sendable {
    public typealias Element = Structure.Item

    private enum Packed {
        /// A passage that is one range of the document.
        case line(PassageKind, section: Int32, line: Int32, start: Int32, end: Int32)
        /// A passage of several ranges, joined.
        case lines(PassageKind, section: Int32, line: Int32, ranges: [Range<Int32>])
        indirect case item(Structure.Item)
        /// A table, made of the document again.
        case table(@Sendable ([UInt32]) -> Table)
    }

    private var packed: [Packed] = []
    private let source: [UInt32]

    init(of source: [UInt32]) { self.source = source }

    public var startIndex: Int { 0 }
    public var endIndex: Int { packed.count }
    public subscript(index: Int) -> Structure.Item { unpacked(packed[index]) }

    /// Adds a passage of these ranges of the document.
    mutating func append(_ kind: PassageKind, section: Int?, line: Int, _ ranges: [Range<Int>]) {
        let section = Int32(section ?? -1)
        if ranges.count == 1 {
            packed.append(
                .line(kind, section: section, line: Int32(line), start: Int32(ranges[0].lowerBound), end: Int32(ranges[0].upperBound)))
        } else {
            packed.append(
                .lines(kind, section: section, line: Int32(line), ranges: ranges.map { Int32($0.lowerBound)..<Int32($0.upperBound) }))
        }
    }

    mutating func append(_ item: Structure.Item) { packed.append(.item(item)) }

    /// Adds a table by what makes it of the document, the same each time.
    mutating func append(table: @escaping @Sendable ([UInt32]) -> Table) { packed.append(.table(table)) }

    /// The passage at `index`, or nil where a table is: none is made to find that out.
    func passage(_ index: Int) -> Passage? { passage(packed[index]) }

    private func passage(_ item: Packed) -> Passage? {
        switch item {
        case .table, .item(.table): nil
        default: if case .passage(let passage) = unpacked(item) { passage } else { nil }
        }
    }

    mutating func removeAll() { packed = [] }

    private func unpacked(_ item: Packed) -> Structure.Item {
        switch item {
        case .line(let kind, let section, let line, let start, let end):
            return .passage(
                Passage(kind: kind, section: section < 0 ? nil : Int(section), line: Int(line), range: Int(start)..<Int(end), in: source))
        case .lines(let kind, let section, let line, let ranges):
            return .passage(
                Passage(
                    kind: kind, section: section < 0 ? nil : Int(section), line: Int(line),
                    ranges: ranges.map { Int($0.lowerBound)..<Int($0.upperBound) }, in: source))
        case .item(let item): return item
        case .table(let table): return .table(table(source))
        }
    }

    /// Items that leave memory one after the other.
    public struct Queue: Sequence, IteratorProtocol {
        private let list: ItemList
        private var rest: [Packed]

        fileprivate init(_ list: ItemList) {
            rest = list.packed
            var emptied = list
            emptied.packed = []
            self.list = emptied
        }

        /// From the last to the first, so that taking one away costs nothing.
        fileprivate mutating func reverse() { rest.reverse() }

        public mutating func next() -> Structure.Item? { rest.popLast().map(list.unpacked) }

        /// The passage that comes next; nil where a table does: none is made to find that out.
        public var followingPassage: Passage? { rest.last.flatMap(list.passage) }
    }

    /// Takes all items out, to be gone through once.
    mutating func takeAll() -> Queue {
        var queue = Queue(self)
        packed = []
        queue.reverse()
        return queue
    }
}
