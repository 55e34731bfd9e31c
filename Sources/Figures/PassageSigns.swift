// What a passage may hold, told by its characters in one pass: most hold nothing of what several readings would look for.
import Vocabulary

/// What a passage may hold; for sure it holds nothing else of these.
struct PassageSigns: OptionSet {
    let rawValue: UInt8

    /// A word that opens a rank.
    static let rank = PassageSigns(rawValue: 1)
    /// The first and the second character of a word that a site's notice has.
    static let noticeStart = PassageSigns(rawValue: 2)
    static let noticeSecond = PassageSigns(rawValue: 4)
    static let notice: PassageSigns = [.noticeStart, .noticeSecond]
    /// A character of a word that introduces an abbreviation, or of a company's legal form, which its short name leaves out.
    static let alias = PassageSigns(rawValue: 8)
    static let all: PassageSigns = [.rank, .notice, .alias]
}

/// The signs of every character.
final class SignTable: Sendable {
    /// By scalar, below U+10000.
    private let signs: [UInt8]

    init(_ sets: [(PassageSigns, ScalarSet)]) {
        signs = (0..<0x10000 as Range<UInt32>).map { scalar in
            sets.reduce(into: 0) { if $1.1.mayContain(scalar) { $0 |= $1.0.rawValue } }
        }
    }

    /// The signs of all characters of a text, fullwidth forms already made ASCII.
    func signs(of text: [UInt32]) -> PassageSigns {
        var found: UInt8 = 0
        for scalar in text {
            guard scalar < signs.count else { return .all }
            found |= signs[Int(scalar)]
        }
        return PassageSigns(rawValue: found)
    }
}
