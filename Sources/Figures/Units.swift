// What the base units tell of what is counted in them, looked up by their bytes.
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

/// A string as a key. Strings are equal that write the same characters in several ways, and looking for such ways takes most of the
/// time of finding a short one.
struct Bytes: Hashable, Sendable {
    let string: String

    init(_ string: String) { self.string = string }

    static func == (a: Bytes, b: Bytes) -> Bool { a.string.isSame(as: b.string) }

    func hash(into hasher: inout Hasher) {
        // FNV-1a (Fowler, Noll, Vo), 64 bits.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in string.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hasher.combine(hash)
    }
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

extension Lexicon {
    /// What is known of a base unit.
    func facts(of unit: String) -> UnitFacts? { units[Bytes(unit)] }
}
