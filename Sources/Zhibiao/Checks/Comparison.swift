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
                for other in seen where areComparable(figures[index], figures[other], words) {
                    if figures[index].agrees(with: figures[other]) {
                        alike.formUnion([index, other])
                    } else {
                        against.formUnion([index, other])
                    }
                }
                if seen.count < most { seen.append(index) }
            }
            if !against.isEmpty, isAmbiguous(members.map { figures[$0] }) { against = [] }
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

    /// One report that gives three values under the same words speaks of three things: 毕业生 of universities, of schools, of both.
    private static func isAmbiguous(_ figures: [CheckedFigure]) -> Bool {
        Dictionary(grouping: figures) { "\($0.report) \($0.core)" }.values.contains { figures in
            var different: [CheckedFigure] = []
            for figure in figures where !different.contains(where: figure.agrees) { different.append(figure) }
            return different.count > 2
        }
    }

    /// Whether two figures of one key speak of the same, as far as their words and places tell.
    private static func areComparable(_ figure: CheckedFigure, _ other: CheckedFigure, _ words: MeasureWords) -> Bool {
        // One sentence does not say a thing twice.
        if figure.sentence == other.sentence || figure.passage == other.passage { return false }
        // Parts of wholes that stand elsewhere: 其中，在职职工….
        if figure.whole == nil, other.whole == nil, figure.opensAsPart || other.opensAsPart { return false }
        if figure.report == other.report, isOfAnotherTime(figure, other) { return false }
        if figure.core == other.core { return true }
        // The rows of one table are of different things unless their words are the same.
        if figure.report == other.report, figure.isTableRow, other.isTableRow, figure.section == other.section { return false }
        // 农村居民人均消费支出 is a part of what 人均消费支出 is; 毕业生就业率 and 就业率 are one, as the indicator's name says.
        for (long, short) in [(figure, other), (other, figure)] where long.core.hasSuffix(short.core) {
            return long.label?.contains(long.core.dropLast(short.core.count)) ?? false
        }
        // 增加值比重 and 投资占比 are shares of other things than one another.
        let (one, two) = (words.sharer(figure.core), words.sharer(other.core))
        if one == figure.core[...] && two == other.core[...] { return true }
        return zip(one.reversed(), two.reversed()).prefix { $0 == $1 }.count >= min(2, one.count, two.count)
    }

    /// Where not both say their time, amounts that differ by far are of a year and of several.
    private static func isOfAnotherTime(_ figure: CheckedFigure, _ other: CheckedFigure) -> Bool {
        guard figure.statistic == .value, !(figure.statesPeriod && other.statesPeriod) else { return false }
        let (less, more) = (min(abs(figure.value), abs(other.value)), max(abs(figure.value), abs(other.value)))
        // The same digits with another magnitude are a slip.
        guard less > 0, more / less > 4 else { return false }
        return ![10, 100, 1000, 10_000].contains { abs(more / less / $0 - 1) < 1e-9 }
    }
}
