// The words of claims to a place (seeds/ranks.csv), made ready to look up.
import ReportText
import Vocabulary

/// Finds the words of rank claims in a text.
final class RankVocabulary: Sendable {
    /// What a word does: a code of seeds/ranks.csv.
    enum Use: String {
        case number, place, first, only, classifier
        case noPlace = "no_place"
        case opener, scope, inside, onward, continuing
        case amongFirst = "among_first"
    }

    /// Where a place stands, and what it says.
    struct Place {
        var range: Range<Int>
        var kind: RankClaim.Kind
        var rank: Int?
        /// A word that makes a claim only with a scope: 率先, 首批.
        var needsScope: Bool { kind != .rank && kind != .top }
    }

    private let terms: [(use: Use, rank: Int?)]
    /// Words that open a place, by their scalars.
    private let places: TermTrie
    /// Words that follow a number.
    private let classifiers: TermTrie
    private let noPlaces: TermTrie
    private let onwards: TermTrie
    private let continuing: TermTrie
    /// Words before a place, written backwards.
    private let scopes: TermTrie
    private let scopesForwards: TermTrie
    private let insides: TermTrie
    private let openers: TermTrie
    /// Whether a place can start with this scalar.
    let starts: ScalarSet

    /// - Throws: `SeedTable.ParseError`.
    init(_ tables: VocabularyTables = .builtIn) throws {
        let table = try tables.table("ranks")
        var terms: [(use: Use, rank: Int?)] = []
        var entries: [Use: [(scalars: [UInt32], value: Int)]] = [:]
        for (index, row) in table.rows.enumerated() {
            guard let use = Use(rawValue: table.value(row, "use")) else {
                throw table.error(row: index, "use", "no use is named \(table.value(row, "use"))")
            }
            let rank = table.value(row, "rank")
            entries[use, default: []].append((table.value(row, "term").unicodeScalars.map(\.value), terms.count))
            terms.append((use, Int(rank)))
        }
        func forwards(_ uses: Use...) -> TermTrie { TermTrie(uses.flatMap { entries[$0] ?? [] }) }
        func backwards(_ use: Use) -> TermTrie { TermTrie((entries[use] ?? []).map { (Array($0.scalars.reversed()), $0.value) }) }
        places = forwards(.number, .place, .first, .only, .amongFirst)
        classifiers = forwards(.classifier)
        noPlaces = forwards(.noPlace)
        onwards = forwards(.onward)
        continuing = forwards(.continuing)
        scopes = backwards(.scope)
        scopesForwards = forwards(.scope)
        insides = backwards(.inside)
        openers = backwards(.opener)
        var starts = ScalarSet()
        for use in [Use.number, .place, .first, .only, .amongFirst] {
            for entry in entries[use] ?? [] { if let first = entry.scalars.first { starts.insert(first) } }
        }
        self.starts = starts
        self.terms = terms
    }

    /// The places that are named in `range`.
    func places(in text: [UInt32], _ range: Range<Int>) -> [Place] {
        var found: [Place] = []
        var i = range.lowerBound
        while i < range.upperBound {
            let scalar = text[i]
            if starts.mayContain(scalar), let place = place(in: text, at: i, limit: range.upperBound) {
                found.append(place)
                i = place.range.upperBound
            } else {
                i += 1
            }
        }
        return found
    }

    private func place(in text: [UInt32], at start: Int, limit: Int) -> Place? {
        guard let match = places.longestMatch(in: text, at: start, limit: limit) else { return nil }
        let term = terms[match.value]
        switch term.use {
        case .place: return Place(range: start..<match.end, kind: term.rank == nil ? .top : .rank, rank: term.rank)
        case .first: return Place(range: start..<match.end, kind: .first)
        case .only: return Place(range: start..<match.end, kind: .only)
        case .amongFirst: return Place(range: start..<match.end, kind: .amongFirst)
        default:
            guard let number = RankNumber(in: text, at: match.end, limit: limit) else { return nil }
            var end = number.end
            if noPlaces.longestMatch(in: text, at: end, limit: limit) != nil { return nil }
            if let classifier = classifiers.longestMatch(in: text, at: end, limit: limit) { end = classifier.end }
            // 前 means all up to the number, 第 the one.
            return Place(range: start..<end, kind: text[start] == 0x524D ? .top : .rank, rank: number.value)
        }
    }

    /// Whether a word stands at `start` that says the place before it is only where a climb began.
    func goesOn(in text: [UInt32], at start: Int, limit: Int) -> Bool { onwards.longestMatch(in: text, at: start, limit: limit) != nil }

    /// Whether these are only words of how long something lasts.
    func isContinuing(_ text: ArraySlice<UInt32>) -> Bool {
        let scalars = Array(text)
        return continuing.longestMatch(in: scalars, at: 0, limit: scalars.count) != nil
    }

    /// Where the word begins that ends at `end` and may stand between a scope and its place.
    func insideStart(in text: [UInt32], endingAt end: Int, from start: Int) -> Int? { wordStart(insides, text, end, start) }
    /// Where the scope begins that ends at `end`.
    func scopeStart(in text: [UInt32], endingAt end: Int, from start: Int) -> Int? { wordStart(scopes, text, end, start) }
    /// Where the scope ends that begins at `start`.
    func scopeEnd(in text: [UInt32], from start: Int, limit: Int) -> Int? {
        scopesForwards.longestMatch(in: text, at: start, limit: limit)?.end
    }
    /// Where the word begins that ends at `end` and says that a place follows.
    func openerStart(in text: [UInt32], endingAt end: Int, from start: Int) -> Int? { wordStart(openers, text, end, start) }

    private func wordStart(_ trie: TermTrie, _ text: [UInt32], _ end: Int, _ start: Int) -> Int? {
        let window = Array(text[max(start, end - 8)..<max(end, start)].reversed())
        return trie.longestMatch(in: window, at: 0, limit: window.count).map { end - $0.end }
    }
}

/// The number of a place: 3, 十二.
struct RankNumber {
    let value: Int
    let end: Int

    private static let digits: [UInt32: Int] = [
        0x4E00: 1, 0x4E8C: 2, 0x4E09: 3, 0x56DB: 4, 0x4E94: 5, 0x516D: 6, 0x4E03: 7, 0x516B: 8, 0x4E5D: 9,
    ]

    /// Nil when none stands at `start`, or it is no place (第0, a number of more than five digits).
    init?(in text: [UInt32], at start: Int, limit: Int) {
        var end = start
        while end < limit, text[end].isBlank { end += 1 }
        var value = 0
        let first = end
        while end < limit, text[end].isDigit, end - first < 6 {
            value = value * 10 + Int(text[end] - 0x30)
            end += 1
        }
        if end == first {
            // 十二, 三十, 一百: tens and hundreds before ones.
            var digit: Int?
            while end < limit {
                if let next = RankNumber.digits[text[end]], digit == nil {
                    digit = next
                } else if text[end] == 0x5341 || text[end] == 0x767E {
                    value += (digit ?? 1) * (text[end] == 0x5341 ? 10 : 100)
                    digit = nil
                } else {
                    break
                }
                end += 1
            }
            value += digit ?? 0
        }
        guard end > first, (1..<100_000).contains(value) else { return nil }
        self.value = value
        self.end = end
    }
}
