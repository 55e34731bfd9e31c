// The same thing said twice: does it agree?
import Figures
import Numerals

/// What two figures must have in common to be compared.
struct SameThing: Hashable {
    let subject: Int64
    /// The indicator, or else what is measured.
    let what: String
    let period: String?
    /// Where no period is known only figures of one report are of one time.
    let report: Int64?
    let statistic: Statistic
    let frequency: Frequency?
    let unit: String

    init?(_ figure: CheckedFigure) {
        // A change is against a time or place that its words tell, not its fields.
        guard let subject = figure.subject, figure.statistic != .change, !figure.core.isEmpty else { return nil }
        self.subject = subject
        // A count of one indicator may be of a part of what another counts; its words tell.
        let isOfWords = figure.indicator == nil || figure.statistic == .value || figure.period == nil
        what = (figure.indicator ?? "") + (isOfWords ? " " + figure.core : "")
        period = figure.period
        report = figure.period == nil ? figure.report : nil
        statistic = figure.statistic
        frequency = figure.frequency
        unit = figure.unit
    }
}

/// Finds figures of the same thing.
enum Comparison {
    /// More different values than this in one group are no claims about one thing.
    private static let most = 50

    static func findings(_ figures: [CheckedFigure], _ words: MeasureWords) -> [Found] {
        var groups: [SameThing: [Int]] = [:]
        for (index, figure) in figures.enumerated() {
            if let key = SameThing(figure) { groups[key, default: []].append(index) }
        }
        var contradictions: [(first: Int, found: Found)] = []
        var agreements: [(first: Int, found: Found)] = []
        for members in groups.values where members.count > 1 {
            var seen: [Int] = []
            var against: Set<Int> = []
            var alike: Set<Int> = []
            for index in members {
                for other in seen where areComparable(figures[index], figures[other]) {
                    if figures[index].agrees(with: figures[other]) {
                        alike.formUnion([index, other])
                    } else {
                        against.formUnion([index, other])
                    }
                }
                if seen.count < most { seen.append(index) }
            }
            for (kind, indices) in [(Finding.Kind.contradiction, against), (.agreement, against.isEmpty ? alike : [])]
            where !indices.isEmpty {
                let sorted = indices.sorted()
                var texts: [String] = []
                for text in sorted.map({ figures[$0].text }) where !texts.contains(text) { texts.append(text) }
                let found = Found(
                    kind: kind, detail: texts.joined(separator: kind == .agreement ? ", " : " against "),
                    figures: sorted.map { figures[$0].id })
                if kind == .agreement { agreements.append((sorted[0], found)) } else { contradictions.append((sorted[0], found)) }
            }
        }
        return (contradictions.sorted { $0.first < $1.first } + agreements.sorted { $0.first < $1.first }).map(\.found)
    }

    /// One sentence does not say a thing twice, and the rows of one table are of different things unless their words are the same.
    private static func areComparable(_ figure: CheckedFigure, _ other: CheckedFigure) -> Bool {
        if figure.sentence == other.sentence || figure.passage == other.passage { return false }
        if figure.core == other.core { return true }
        return !(figure.report == other.report && figure.isTableRow && other.isTableRow && figure.section == other.section)
    }
}
