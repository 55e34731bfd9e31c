// What the base units tell of what is counted in them.
import Numerals
import Vocabulary

/// What a base unit says of what is counted in it.
struct UnitFacts: Sendable {
    /// The categories that it can count, where it cannot count all.
    var counted: CategorySet?
    /// What it counts most, of several.
    var most: String?
    /// 家, 所, 个: for institutions; 张 and 人 count their members and parts.
    var countsWholes = false
    /// 系, 省: it is itself what is counted.
    var isNoun = false
    /// 部, 校: the same behind another such unit.
    var isListedNoun = false
    /// 分: points.
    var isScore = false
    /// 台, 栋: what an organisation has in it is its equipment, if no word says otherwise.
    var isEquipment = false
}

/// What is known of the base units, each found by its characters.
struct UnitTable: Sendable {
    private let trie: TermTrie
    private let facts: [UnitFacts]

    init(_ units: [String: UnitFacts]) {
        facts = Array(units.values)
        trie = TermTrie(zip(units.keys, 0...).map { ($0, $1) })
    }

    /// Of a unit that nothing is known of nothing is said either.
    subscript(unit: String) -> UnitFacts { trie.value(of: unit).map { facts[$0] } ?? UnitFacts() }
}

extension String {
    /// The same bytes. `==` would look for characters that are written in several ways.
    func isSame(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let isSame = utf8.withContiguousStorageIfAvailable { own -> Bool? in
            other.utf8.withContiguousStorageIfAvailable { own.baseAddress == $0.baseAddress || own.elementsEqual($0) }
        }
        return isSame.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
    }

    /// Ends in the same bytes.
    func endsAs(_ ending: String) -> Bool { utf8.count >= ending.utf8.count && utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
}
