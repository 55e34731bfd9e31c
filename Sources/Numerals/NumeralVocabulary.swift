// The numeral stage's part of seeds/: units, words of bound, and words that hold a numeral but state no quantity.
import Vocabulary

/// Units, bounds and numeral words, ready to look up. A class, so that passing it on costs nothing.
public final class NumeralVocabulary: Sendable {
    struct Unit: Sendable {
        var base: String
        var kind: UnitKind
    }

    /// A unit in a text: where it ends, and its index among `units`.
    struct FoundUnit {
        var end: Int
        var index: Int
        var kind: UnitKind
    }

    let units: [Unit]
    let unitTerms: TermTrie
    /// 方 and the like, which are units only behind 万 or 亿.
    let magnitudeUnitTerms: TermTrie
    let boundsBefore: TermTrie
    let boundsAfter: TermTrie
    /// What words of bound before a number end with.
    let boundEnds: ScalarSet
    /// nil for words that only end like a bound.
    let bounds: [Bound?]
    let words: TermTrie
    let wordKinds: [NumeralKind]
    /// 制, 级 after a unit: 3人制, 20万吨级 (value 1); 制造, which only starts so (value 0).
    let nameEndings: TermTrie
    /// 方面: so many of them a text goes through, and counts nothing.
    let aspects: TermTrie
    /// 人口抽样: behind the percentage in its name.
    let surveys: TermTrie
    /// 寿命, 年龄: a number of years after one is a figure.
    let ages: TermTrie
    /// First characters of numeral words that are no digits themselves.
    let wordStarts: Set<UInt32>

    /// Loads the tables of a vocabulary.
    /// - Throws: `SeedTable.ParseError`.
    public convenience init(_ vocabulary: VocabularyTables = .builtIn) throws { self.init(try Tables(vocabulary)) }

    private init(_ tables: Tables) {
        units = tables.units
        unitTerms = TermTrie(tables.unitTerms)
        magnitudeUnitTerms = TermTrie(tables.magnitudeUnitTerms)
        boundsBefore = TermTrie(tables.boundsBefore)
        boundsAfter = TermTrie(tables.boundsAfter)
        boundEnds = ScalarSet(tables.boundsBefore.compactMap { $0.0.unicodeScalars.last?.value })
        bounds = tables.bounds
        words = TermTrie(tables.words)
        wordKinds = tables.wordKinds
        nameEndings = TermTrie(tables.nameEndings)
        aspects = TermTrie(tables.aspects)
        surveys = TermTrie(tables.surveys)
        ages = TermTrie(tables.ages)
        wordStarts = tables.wordStarts
    }

    /// The longest term of seeds/units.csv at that place; 台（套）, a count unit with another in brackets, is the first.
    func unit(in text: [UInt32], at start: Int) -> FoundUnit? {
        let found =
            unitTerms.longestMatch(in: text, at: start, limit: text.count)
            ?? (text.at(start - 1).isMagnitude ? magnitudeUnitTerms.longestMatch(in: text, at: start, limit: text.count) : nil)
        guard let match = found else { return nil }
        var unit = FoundUnit(end: match.end, index: match.value, kind: units[match.value].kind)
        if unit.kind == .count, text.at(match.end).halfwidth == 0x28,
            let other = unitTerms.longestMatch(in: text, at: match.end + 1, limit: text.count), units[other.value].kind == .count,
            text.at(other.end).halfwidth == 0x29
        {
            unit.end = other.end + 1
        }
        return unit
    }
}

/// The tables while they are read.
private struct Tables {
    var units: [NumeralVocabulary.Unit] = []
    var unitTerms: [(String, Int)] = []
    var magnitudeUnitTerms: [(String, Int)] = []
    var boundsBefore: [(String, Int)] = []
    var boundsAfter: [(String, Int)] = []
    var bounds: [Bound?] = []
    var words: [(String, Int)] = []
    var wordKinds: [NumeralKind] = []
    var nameEndings: [(String, Int)] = []
    var aspects: [(String, Int)] = []
    var surveys: [(String, Int)] = []
    var ages: [(String, Int)] = []
    var wordStarts: Set<UInt32> = []

    init(_ vocabulary: VocabularyTables) throws {
        let units = try vocabulary.table("units")
        for row in units.rows {
            guard let kind = UnitKind(rawValue: units.value(row, "kind")) else {
                throw SeedTable.ParseError(name: "seeds/units.csv", line: 0, problem: "no unit kind is named \(units.value(row, "kind"))")
            }
            let surface = units.value(row, "surface")
            if surface.hasPrefix("_") {
                magnitudeUnitTerms.append((String(surface.dropFirst()), self.units.count))
            } else {
                unitTerms.append((surface, self.units.count))
            }
            self.units.append(.init(base: units.value(row, "unit"), kind: kind))
        }
        let bounds = try vocabulary.table("bounds")
        for row in bounds.rows {
            let code = bounds.value(row, "bound")
            let bound = Bound(rawValue: code)
            guard bound != nil || code == "none" else {
                throw SeedTable.ParseError(name: "seeds/bounds.csv", line: 0, problem: "no bound is named \(bounds.value(row, "bound"))")
            }
            let term = bounds.value(row, "term")
            if bounds.value(row, "place") == "before" {
                boundsBefore.append((term, self.bounds.count))
            } else {
                boundsAfter.append((term, self.bounds.count))
            }
            self.bounds.append(bound)
        }
        let cues = try vocabulary.table("cues")
        for row in cues.rows {
            switch cues.value(row, "use") {
            case "name_ending": nameEndings.append((cues.value(row, "term"), 1))
            case "aspect": aspects.append((cues.value(row, "term"), 0))
            case "survey": surveys.append((cues.value(row, "term"), 0))
            case "name_ending_not": nameEndings.append((cues.value(row, "term"), 0))
            case "age": ages.append((cues.value(row, "term"), 0))
            default: break
            }
        }
        let words = try vocabulary.table("numeral_words")
        for row in words.rows {
            let term = words.value(row, "term")
            guard let kind = NumeralKind(rawValue: words.value(row, "kind")), let first = term.unicodeScalars.first else { continue }
            self.words.append((term, wordKinds.count))
            wordKinds.append(kind)
            wordStarts.insert(first.value)
        }
    }
}
