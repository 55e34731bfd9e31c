// Finds the indicator of seeds/indicators.csv that a measure names.
import Numerals
import ReportText
import Vocabulary

/// The indicator catalogue. A measure that fits none keeps its own words.
public final class IndicatorCatalogue: Sendable {
    struct Indicator: Sendable {
        var code: String
        var label: String
        var category: String
        var measures: Measured
    }

    /// What kind of unit an indicator has: a code of the catalogue's column `unit_kind`.
    enum Measured: String, Sendable {
        case persons
        case personTimes = "person_times"
        case count
        case money
        case percent
        case ratio
        case moneyPerPerson = "money_per_person"
        case area
        case time
        case other
    }

    /// A synonym: parts that must all stand in the measure.
    private struct Pattern {
        var indicator: Int
        /// The parts beside the one it is found by.
        var others: [Int]
        var length: Int
    }

    let indicators: [Indicator]
    private let patterns: [Pattern]
    private let parts: TermTrie
    /// By part: the patterns found by it. A pattern is found by the part that fewest patterns have.
    private let patternsOfPart: [[Int]]

    /// Loads the catalogue of a vocabulary.
    /// - Throws: `SeedTable.ParseError`.
    public init(_ vocabulary: VocabularyTables = .builtIn) throws {
        var indicators: [Indicator] = []
        var synonyms: [(indicator: Int, parts: [Int], length: Int)] = []
        var parts: [[UInt32]: Int] = [:]
        var uses: [Int] = []
        let table = try vocabulary.table("indicators")
        var indices: [String: Int] = [:]
        for row in table.rows {
            // A user's row for a code that is there adds synonyms to it.
            let indicator = indices[table.value(row, "code"), default: indicators.count]
            for synonym in [table.value(row, "zh")[...]] + table.value(row, "synonyms").split(separator: ";") where !synonym.isEmpty {
                var own: [Int] = []
                var length = 0
                for word in synonym.unicodeScalars.split(separator: "+") {
                    let scalars = word.map(\.value)
                    let part = parts[scalars, default: uses.count]
                    if part == uses.count {
                        parts[scalars] = part
                        uses.append(0)
                    }
                    guard !own.contains(part) else { continue }
                    uses[part] += 1
                    own.append(part)
                    length += scalars.count
                }
                synonyms.append((indicator, own, length))
            }
            guard indicator == indicators.count else { continue }
            indices[table.value(row, "code")] = indicator
            indicators.append(
                Indicator(
                    code: table.value(row, "code"), label: table.value(row, "zh"), category: table.value(row, "category"),
                    measures: Measured(rawValue: table.value(row, "unit_kind")) ?? .other))
        }
        var patternsOfPart: [[Int]] = Array(repeating: [], count: uses.count)
        var patterns: [Pattern] = []
        for synonym in synonyms {
            guard let rarest = synonym.parts.min(by: { uses[$0] < uses[$1] }) else { continue }
            patternsOfPart[rarest].append(patterns.count)
            patterns.append(
                Pattern(indicator: synonym.indicator, others: synonym.parts.filter { $0 != rarest }, length: synonym.length))
        }
        self.indicators = indicators
        self.patterns = patterns
        self.parts = TermTrie(parts.map { ($0.key, $0.value) })
        self.patternsOfPart = patternsOfPart
    }

    /// The indicator whose synonym covers most of `measure`, for a figure of this unit; nil when none fits. Of two that cover as
    /// much, one of the figure's category, then the first of the catalogue.
    func indicator(measure: String, category: String?, unitKind: UnitKind, statistic: Statistic) -> Indicator? {
        let text = measure.unicodeScalars.map(\.value.halfwidth)
        var found: [Int] = []
        for start in text.indices { parts.forEachMatch(in: text, at: start, limit: text.count) { _, part in found.append(part) } }
        // A measure is a phrase and names few parts; a long one names each of them again and again.
        if found.count > 64 { found = Array(Set(found)).sorted() }
        var best: (score: Int, pattern: Int)?
        for part in found {
            for index in patternsOfPart[part] {
                let indicator = patterns[index].indicator
                guard IndicatorCatalogue.fits(indicators[indicator].measures, unitKind: unitKind, statistic: statistic),
                    patterns[index].others.allSatisfy({ found.contains($0) })
                else { continue }
                let score = patterns[index].length * 4 + (indicators[indicator].category == category ? 2 : 0)
                if let best, (score, -index) <= (best.score, -best.pattern) { continue }
                best = (score, index)
            }
        }
        return best.map { indicators[patterns[$0.pattern].indicator] }
    }

    /// An indicator of this kind can be measured in such a unit.
    private static func fits(_ kind: Measured, unitKind: UnitKind, statistic: Statistic) -> Bool {
        // A change keeps the indicator of what changes, whatever its own unit.
        if statistic == .change, unitKind == .percent || unitKind == .points { return true }
        switch kind {
        case .persons: return unitKind == .persons
        case .personTimes: return unitKind == .personTimes
        case .count: return unitKind == .count
        case .money: return unitKind == .money
        case .percent: return unitKind == .percent || unitKind == .permille || unitKind == .points
        case .ratio: return unitKind == .ratio || unitKind == .none || unitKind == .multiple || unitKind == .rate
        case .moneyPerPerson: return unitKind == .moneyRate || unitKind == .money
        case .area: return unitKind == .area || unitKind == .rate
        case .time: return unitKind == .time || unitKind == .rate || unitKind == .count
        case .other: return unitKind != .percent && unitKind != .persons && unitKind != .money
        }
    }
}
