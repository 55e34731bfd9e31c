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
        var indicator: Int32
        var length: Int32
        var measures: Measured
        /// The parts beside the one it is found by, among `others`.
        var others: Range<Int32>
    }

    let indicators: [Indicator]
    private let patterns: [Pattern]
    private let others: [Int]
    private let parts: TermTrie
    /// By part: the patterns found by it, which stand together. A pattern is found by the part that fewest patterns have.
    private let patternsOfPart: [Range<Int>]

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
        var synonymsOfPart: [[Int]] = Array(repeating: [], count: uses.count)
        for (index, synonym) in synonyms.enumerated() {
            if let rarest = synonym.parts.min(by: { uses[$0] < uses[$1] }) { synonymsOfPart[rarest].append(index) }
        }
        var patternsOfPart: [Range<Int>] = []
        var patterns: [Pattern] = []
        var others: [Int] = []
        for (part, found) in synonymsOfPart.enumerated() {
            patternsOfPart.append(patterns.count..<(patterns.count + found.count))
            for synonym in found.map({ synonyms[$0] }) {
                let start = Int32(others.count)
                others += synonym.parts.filter { $0 != part }
                patterns.append(
                    Pattern(
                        indicator: Int32(synonym.indicator), length: Int32(synonym.length),
                        measures: indicators[synonym.indicator].measures,
                        others: start..<Int32(others.count)))
            }
        }
        self.indicators = indicators
        self.patterns = patterns
        self.others = others
        self.parts = TermTrie(parts.map { ($0.key, $0.value) })
        self.patternsOfPart = patternsOfPart
    }

    /// The index of the indicator whose synonym covers most of `measure`, for a figure of this unit; nil when none fits. Of two that cover as
    /// much, one of the figure's category, then the first of the catalogue.
    /// - Parameter found: room for the parts found, used again.
    func indicator(measure: [UInt32], category: String?, unitKind: UnitKind, statistic: Statistic, _ found: inout [Int]) -> Int? {
        found.removeAll(keepingCapacity: true)
        parts.values(in: measure, to: &found)
        // A measure is a phrase and names few parts; a long one names each of them again and again.
        if found.count > 64 { found = Array(Set(found)).sorted() }
        var best: (score: Int, indicator: Int)?
        for part in found {
            for index in patternsOfPart[part] {
                let pattern = patterns[index]
                let indicator = Int(pattern.indicator)
                // The category tells apart only what covers as much.
                let cover = Int(pattern.length) * 4
                if let best, cover + 2 < best.score { continue }
                guard IndicatorCatalogue.fits(pattern.measures, unitKind: unitKind, statistic: statistic),
                    standIn(found, pattern.others)
                else { continue }
                let score = cover + (indicators[indicator].category == category ? 2 : 0)
                if let best, (score, -indicator) <= (best.score, -best.indicator) { continue }
                best = (score, indicator)
            }
        }
        return best?.indicator
    }

    private func standIn(_ found: [Int], _ parts: Range<Int32>) -> Bool {
        for i in parts where !found.contains(others[Int(i)]) { return false }
        return true
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
