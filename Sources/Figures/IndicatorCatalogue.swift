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
        var parts: Int
        var length: Int
    }

    let indicators: [Indicator]
    private let patterns: [Pattern]
    private let parts: TermTrie
    private let patternsOfPart: [[Int]]

    /// Loads the catalogue compiled into the binary.
    /// - Throws: `SeedTable.ParseError`.
    public init() throws {
        var indicators: [Indicator] = []
        var patterns: [Pattern] = []
        var parts = TermTrie()
        var patternsOfPart: [[Int]] = []
        let table = try SeedTable.embedded("indicators")
        for row in table.rows {
            for synonym in [table.value(row, "zh")] + table.value(row, "synonyms").split(separator: ";").map(String.init) {
                let words = Set(synonym.split(separator: "+").map(String.init))
                guard !words.isEmpty else { continue }
                for word in words.sorted() {
                    if let part = parts.value(of: word) {
                        patternsOfPart[part].append(patterns.count)
                    } else {
                        parts.insert(word, patternsOfPart.count)
                        patternsOfPart.append([patterns.count])
                    }
                }
                let length = words.reduce(0) { $0 + $1.unicodeScalars.count }
                patterns.append(Pattern(indicator: indicators.count, parts: words.count, length: length))
            }
            indicators.append(
                Indicator(
                    code: table.value(row, "code"), label: table.value(row, "zh"), category: table.value(row, "category"),
                    measures: Measured(rawValue: table.value(row, "unit_kind")) ?? .other))
        }
        self.indicators = indicators
        self.patterns = patterns
        self.parts = parts
        self.patternsOfPart = patternsOfPart
    }

    /// The indicator whose synonym covers most of `measure`, for a figure of this unit; nil when none fits.
    func indicator(measure: String, category: String?, unitKind: UnitKind, statistic: Statistic) -> Indicator? {
        let text = measure.unicodeScalars.map(\.value.halfwidth)
        var found: [Int] = []
        for start in text.indices { parts.forEachMatch(in: text, at: start, limit: text.count) { _, part in found.append(part) } }
        guard !found.isEmpty else { return nil }
        // Each pattern as often as parts of it were found.
        var named: [Int] = []
        found.sort()
        for (i, part) in found.enumerated() where i == 0 || found[i - 1] != part { named += patternsOfPart[part] }
        named.sort()
        var best: (score: Int, pattern: Int)?
        var next = 0
        while next < named.count {
            let index = named[next]
            let first = next
            while next < named.count, named[next] == index { next += 1 }
            guard next - first == patterns[index].parts else { continue }
            let indicator = patterns[index].indicator
            guard IndicatorCatalogue.fits(indicators[indicator].measures, unitKind: unitKind, statistic: statistic) else { continue }
            let score = patterns[index].length * 4 + (indicators[indicator].category == category ? 2 : 0)
            if best == nil || score > best?.score ?? 0 { best = (score, index) }
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
