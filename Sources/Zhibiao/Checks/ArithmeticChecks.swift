// What figures must be when others are right: parts, shares, totals, growth.
import Figures
import Numerals

/// A part is no more than its whole.
enum PartCheck {
    static func findings(_ figures: [CheckedFigure], _ words: MeasureWords) -> [Found] {
        let places = Dictionary(figures.enumerated().map { ($1.id, $0) }) { first, _ in first }
        return figures.compactMap { part in
            guard let id = part.whole, let whole = places[id].map({ figures[$0] }), whole.unit == part.unit, part.statistic != .change,
                let least = part.low, let most = whole.high, least - part.margin > most + whole.margin
            else { return nil }
            return Found(kind: .partExceedsWhole, detail: "\(part.text) of \(whole.text)", figures: [whole.id, part.id])
        }
    }
}

/// A share is no more than the whole.
enum ShareCheck {
    static func findings(_ figures: [CheckedFigure], _ words: MeasureWords) -> [Found] {
        figures.compactMap { figure in
            guard figure.statistic == .rate, figure.unit == "%", let least = figure.low, least > 100,
                words.shares.contains(where: figure.measure.hasSuffix),
                // Of a plan more than all can be done.
                !words.plans.contains(where: figure.measure.contains)
            else { return nil }
            return Found(kind: .shareOver100, detail: figure.text, figures: [figure.id])
        }
    }
}

/// A row of totals is the sum of the rows above it.
enum TotalCheck {
    static func findings(_ figures: [CheckedFigure], _ words: MeasureWords) -> [Found] {
        var found: [Found] = []
        for (index, total) in figures.enumerated() where total.isTableRow && total.statistic == .value {
            guard let word = words.totals.first(where: total.measure.hasPrefix) else { continue }
            let column = total.measure.dropFirst(word.count)
            guard !column.isEmpty else { continue }
            // The column's cells, upwards to the table's first row: every row is a passage, one after the other.
            var parts: [CheckedFigure] = []
            var position = total.position
            for other in figures[..<index].reversed() {
                guard other.report == total.report, other.isTableRow, other.section == total.section, position - other.position <= 1 else {
                    break
                }
                position = other.position
                if words.totals.contains(where: other.measure.hasPrefix), other.position < total.position { break }
                guard other.position < total.position, other.measure.hasSuffix(column), other.unit == total.unit,
                    other.statistic == .value, other.period == total.period
                else { continue }
                parts.append(other)
            }
            guard parts.count > 1, (parts + [total]).allSatisfy({ $0.bound == .exact }), Set(parts.map(\.position)).count == parts.count
            else {
                continue
            }
            let sum = parts.reduce(0) { $0 + $1.value }
            let margin = parts.reduce(total.margin) { $0 + $1.margin } + 1e-9 * abs(sum)
            if abs(sum - total.value) > margin {
                found.append(
                    Found(
                        kind: .totalDiffers, detail: "\(total.text), but the rows above make \(BoundedValue<Percent>(value: sum))",
                        figures: parts.reversed().map(\.id) + [total.id]))
            }
        }
        return found
    }
}

/// A growth follows from the values of the two years.
enum GrowthCheck {
    private struct Key: Hashable {
        let subject: Int64
        let what: String
        let period: String
        let unit: String
    }

    /// Growth of money may be told at constant prices: only a difference of more points than this is a finding.
    private static let prices = 10.0

    static func findings(_ figures: [CheckedFigure], _ words: MeasureWords) -> [Found] {
        var values: [Key: [CheckedFigure]] = [:]
        for figure in figures where figure.statistic != .change && figure.bound == .exact {
            guard let subject = figure.subject, let period = figure.period else { continue }
            values[Key(subject: subject, what: figure.core, period: period, unit: figure.unit), default: []].append(figure)
        }
        return figures.indices.compactMap { index in
            let change = figures[index]
            guard change.statistic == .change, change.bound == .exact, let subject = change.subject, let period = change.period,
                let before = Period.yearBefore(period), words.yearBefore.contains(where: { change.measure.contains($0) }),
                // The value that grew stands before its growth, in the same sentence.
                let now = figures[..<index].last(where: {
                    $0.sentence == change.sentence && $0.statistic != .change && $0.period == period && $0.subject == subject
                        && $0.bound == .exact
                        && ($0.indicator != nil ? $0.indicator == change.indicator : change.measure.hasPrefix($0.core))
                }),
                let earlier = values[Key(subject: subject, what: now.core, period: before, unit: now.unit)],
                let then = earlier.first, earlier.allSatisfy({ $0.value == then.value })
            else { return nil }
            let range: ClosedRange<Double>
            let expected: Double
            switch change.unit {
            case "%" where then.value - then.margin > 0 && now.statistic == .value:
                expected = (now.value / then.value - 1) * 100
                let low = ((now.value - now.margin) / (then.value + then.margin) - 1) * 100
                range = low...max(low, ((now.value + now.margin) / (then.value - then.margin) - 1) * 100)
            case now.unit where now.statistic == .value, "百分点" where now.unit == "%":
                expected = now.value - then.value
                range = (expected - now.margin - then.margin)...(expected + now.margin + then.margin)
            default: return nil
            }
            // Some cut digits off instead of rounding.
            let slack = 2 * change.margin + 1e-9 * max(1, abs(change.value)) + (change.unit == "%" && now.unit == "元" ? prices : 0)
            if change.value >= range.lowerBound - slack, change.value <= range.upperBound + slack { return nil }
            let rounded = (expected * 100).rounded() / 100
            return Found(
                kind: .growthDiffers,
                detail: "\(change.text), but from \(then.text) to \(now.text) is \(BoundedValue<Percent>(value: rounded))",
                figures: [then.id, now.id, change.id])
        }
    }
}

extension Period {
    /// The same period a year earlier: `2023-01/2023-06` gives `2022-01/2022-06`; nil for what is no period.
    static func yearBefore(_ text: String) -> String? {
        guard Period(text) != nil else { return nil }
        let parts = text.split(separator: "/").compactMap { part in Int(part.prefix(4)).map { "\($0 - 1)" + part.dropFirst(4) } }
        return parts.joined(separator: "/")
    }
}
