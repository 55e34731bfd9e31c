// Finds the indicator of seeds/indicators.csv that a measure names.
import Numerals
import ReportText
import Vocabulary

/// The indicator catalogue. A measure that fits none keeps its own words.
public struct IndicatorCatalogue: Sendable {
    struct Indicator: Sendable {
        var code: String
        var label: String
        var category: String
        var unitKind: String
        var statistic: String
    }

    /// A synonym: parts that must all stand in the measure.
    private struct Pattern {
        var indicator: Int
        var parts: Int
        var length: Int
    }

    private(set) var indicators: [Indicator] = []
    private var patterns: [Pattern] = []
    private var parts = TermTrie()
    private var patternsOfPart: [[Int]] = []

    public init() throws {
        let table = try SeedTable.embedded("indicators")
        for row in table.rows {
            let index = indicators.count
            indicators.append(
                Indicator(
                    code: table.value(row, "code"), label: table.value(row, "zh"), category: table.value(row, "category"),
                    unitKind: table.value(row, "unit_kind"), statistic: table.value(row, "statistic")))
            for synonym in [table.value(row, "zh")] + table.value(row, "synonyms").split(separator: ";").map(String.init) {
                add(synonym, index)
            }
        }
    }

    private mutating func add(_ synonym: String, _ indicator: Int) {
        let words = Set(synonym.split(separator: "+").map(String.init))
        guard !words.isEmpty else { return }
        let pattern = patterns.count
        patterns.append(Pattern(indicator: indicator, parts: words.count, length: words.reduce(0) { $0 + $1.unicodeScalars.count }))
        for word in words.sorted() {
            if let part = parts.value(of: word) {
                patternsOfPart[part].append(pattern)
            } else {
                parts.insert(word, patternsOfPart.count)
                patternsOfPart.append([pattern])
            }
        }
    }

    /// The indicator whose synonym covers most of `measure`, for a figure of this unit; nil when none fits.
    func indicator(measure: String, category: String?, unit: String, unitKind: UnitKind, statistic: Statistic) -> Indicator? {
        let text = measure.unicodeScalars.map(\.value.halfwidth)
        var seen: Set<Int> = []
        var counts: [Int: Int] = [:]
        for start in text.indices {
            parts.forEachMatch(in: text, at: start, limit: text.count) { _, part in
                guard seen.insert(part).inserted else { return }
                for pattern in patternsOfPart[part] { counts[pattern, default: 0] += 1 }
            }
        }
        var best: (score: Int, pattern: Int)?
        for (index, count) in counts where count == patterns[index].parts {
            let pattern = patterns[index]
            let indicator = indicators[pattern.indicator]
            guard fits(indicator, unit: unit, unitKind: unitKind, statistic: statistic) else { continue }
            let score = pattern.length * 4 + (indicator.category == category ? 2 : 0)
            if best == nil || score > best?.score ?? 0 || score == best?.score && index < best?.pattern ?? 0 { best = (score, index) }
        }
        return best.map { indicators[patterns[$0.pattern].indicator] }
    }

    private func fits(_ indicator: Indicator, unit: String, unitKind: UnitKind, statistic: Statistic) -> Bool {
        // A change keeps the indicator of what changes, whatever its own unit.
        if statistic == .change, unitKind == .percent || unitKind == .points { return true }
        switch indicator.unitKind {
        case "persons": return unitKind == .persons
        case "person_times": return unitKind == .personTimes
        case "count": return unitKind == .count
        case "money": return unitKind == .money
        case "percent": return unitKind == .percent || unitKind == .permille || unitKind == .points
        case "ratio": return unitKind == .ratio || unitKind == .none || unitKind == .multiple || unitKind == .rate
        case "money_per_person": return unitKind == .moneyRate || unitKind == .money
        case "area": return unitKind == .area || unitKind == .rate
        case "time": return unitKind == .time || unitKind == .rate || unitKind == .count
        default: return unitKind != .percent && unitKind != .persons && unitKind != .money
        }
    }
}
