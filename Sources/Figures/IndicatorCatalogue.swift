// Finds the indicator of seeds/indicators.csv that a measure names.
import Numerals
import ReportText
import Vocabulary

/// The indicator catalogue. A measure that fits none keeps its own words.
public final class IndicatorCatalogue: Sendable {
    struct Indicator: Sendable {
        var code: String
        var label: String
        var labelScalars: [UInt32]
        var category: String
        var measures: Measured
        /// Its words must be all that is said.
        var isExact: Bool
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
        case length
        case other
    }

    /// A synonym: parts that must all stand in the measure.
    private struct Pattern {
        var indicator: Int32
        var length: Int32
        var measures: Measured
        var isExact: Bool
        /// All its parts, among `partsOfPatterns`: the longest first.
        var parts: Range<Int>
    }

    let indicators: [Indicator]
    private let patterns: [Pattern]
    private let partsOfPatterns: [Int]
    private let parts: TermTrie
    private let partTexts: [[UInt32]]
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
                    let scalars = word.map(\.value.halfwidth)
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
                    code: table.value(row, "code"), label: table.value(row, "zh"),
                    labelScalars: table.value(row, "zh").unicodeScalars.map(\.value.halfwidth), category: table.value(row, "category"),
                    measures: Measured(rawValue: table.value(row, "unit_kind")) ?? .other,
                    isExact: table.value(row, "exact") == "yes"))
        }
        var synonymsOfPart: [[Int]] = Array(repeating: [], count: uses.count)
        for (index, synonym) in synonyms.enumerated() {
            if let rarest = synonym.parts.min(by: { uses[$0] < uses[$1] }) { synonymsOfPart[rarest].append(index) }
        }
        var patternsOfPart: [Range<Int>] = []
        var patterns: [Pattern] = []
        var partsOfPatterns: [Int] = []
        var partTexts: [[UInt32]] = Array(repeating: [], count: parts.count)
        for (text, part) in parts { partTexts[part] = text }
        for found in synonymsOfPart {
            patternsOfPart.append(patterns.count..<(patterns.count + found.count))
            for synonym in found.map({ synonyms[$0] }) {
                let start = partsOfPatterns.count
                partsOfPatterns += synonym.parts.sorted { partTexts[$0].count > partTexts[$1].count }
                patterns.append(
                    Pattern(
                        indicator: Int32(synonym.indicator), length: Int32(synonym.length),
                        measures: indicators[synonym.indicator].measures, isExact: indicators[synonym.indicator].isExact,
                        parts: start..<partsOfPatterns.count))
            }
        }
        self.indicators = indicators
        self.patterns = patterns
        self.partsOfPatterns = partsOfPatterns
        self.parts = TermTrie(parts.map { ($0.key, $0.value) })
        self.patternsOfPart = patternsOfPart
        self.partTexts = partTexts
    }

    /// The index of the indicator whose synonym covers most of `measure`, for a figure of this unit, and leaves over nothing that makes it
    /// another; nil when none fits. Of two that cover as much, one of the figure's category, then the first of the catalogue.
    /// - Parameters:
    ///   - countsBefore: the number stands before what it counts, and what is said of that behind it (200家企业提供方案).
    ///   - found: room for the parts found, used again.
    ///   - covered: room for what a pattern covers, used again.
    func indicator(
        measure: [UInt32], category: String?, unitKind: UnitKind, statistic: Statistic, countsBefore: Bool, lexicon: Lexicon,
        _ found: inout [Int], _ covered: inout [Bool]
    ) -> Int? {
        found.removeAll(keepingCapacity: true)
        parts.values(in: measure, to: &found)
        // A measure is a phrase and names few parts; a long one names each of them again and again.
        if found.count > 64 { found = Array(Set(found)).sorted() }
        var best: (score: Int, indicator: Int)?
        // What covers more and leaves something over says that what covers less is only a part of the name.
        var failed = 0
        for place in found.indices {
            for index in patternsOfPart[found[place]] {
                let pattern = patterns[index]
                let indicator = Int(pattern.indicator)
                // The category tells apart only what covers as much.
                let cover = Int(pattern.length) * 4
                if let best, cover + 2 < best.score { continue }
                guard IndicatorCatalogue.fits(pattern.measures, unitKind: unitKind, statistic: statistic),
                    standIn(found, pattern.parts)
                else { continue }
                let score = cover + (indicators[indicator].category == category ? 2 : 0)
                if let best, (score, -indicator) <= (best.score, -best.indicator) { continue }
                guard names(measure, pattern, countsBefore: countsBefore, lexicon, &covered) else {
                    if pattern.isExact { failed = max(failed, cover) }
                    continue
                }
                best = (score, indicator)
            }
        }
        if let found = best, failed > found.score, !indicators[found.indicator].isExact { best = nil }
        return best?.indicator
    }

    /// Beside the words of the pattern nothing is said that makes it another measure.
    private func names(
        _ measure: [UInt32], _ pattern: Pattern, countsBefore: Bool, _ lexicon: Lexicon, _ covered: inout [Bool]
    ) -> Bool {
        // Nothing is said beside the words of a pattern that are all of the measure.
        if pattern.parts.count == 1, Int(pattern.length) == measure.count { return true }
        guard cover(&covered, measure, pattern) else { return false }
        let label = indicators[Int(pattern.indicator)].labelScalars
        if lexicon.narrows(measure, covered, label: label) { return false }
        guard pattern.isExact || !countsBefore else { return true }
        return pattern.isExact
            ? lexicon.leavesNothingMore(measure, covered, label: label)
            : !lexicon.joinsOthers(measure, covered) && !lexicon.goesOn(measure, covered, label: label)
                && !lexicon.endsInOther(measure, covered, label: label)
    }

    /// Which characters of `measure` are those of a pattern, each part where it stands last and not inside brackets, for what stands in
    /// these (不含高速公路) is not what is measured; false when there is no such place, or parts would share characters.
    private func cover(_ covered: inout [Bool], _ measure: [UInt32], _ pattern: Pattern) -> Bool {
        covered.removeAll(keepingCapacity: true)
        covered.append(contentsOf: repeatElement(false, count: measure.count))
        for i in pattern.parts {
            let text = partTexts[partsOfPatterns[i]]
            // Where a part that is no longer shares characters with one, it shares its first or last.
            guard
                let start = measure.lastIndex(
                    of: text, where: { !covered[$0] && !covered[$0 + text.count - 1] && !measure.isInBrackets($0) })
            else { return false }
            for i in start..<(start + text.count) { covered[i] = true }
        }
        return true
    }

    private func standIn(_ found: [Int], _ parts: Range<Int>) -> Bool {
        guard parts.count > 1 else { return true }
        for i in parts where !found.contains(partsOfPatterns[i]) { return false }
        return true
    }

    /// An indicator of this kind can be measured in such a unit.
    private static func fits(_ kind: Measured, unitKind: UnitKind, statistic: Statistic) -> Bool {
        // A change in percent keeps the indicator of what changes, whatever its unit; points are of a share or rate.
        if statistic == .change, unitKind == .percent { return true }
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
        case .length: return unitKind == .length
        case .other: return unitKind != .percent && unitKind != .persons && unitKind != .money
        }
    }
}
