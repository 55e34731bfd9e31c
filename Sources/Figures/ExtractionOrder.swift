// Puts numerals and figures back into the order of the text where a sentence was read over the foot of a page.

extension Extraction {
    /// Sorts the numerals, and with them their figures, by where they start. A page number inside the characters of another numeral
    /// (20118平, a page's foot, 方米) is part of them and has no record of its own.
    mutating func putNumeralsInOrder() {
        guard numerals.indices.dropLast().contains(where: { numerals[$0].end > numerals[$0 + 1].start }) else { return }
        var kept: [NumeralRecord] = []
        kept.reserveCapacity(numerals.count)
        for numeral in numerals.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
            if let last = kept.last, numeral.start < last.end { continue }
            kept.append(numeral)
        }
        // Text in a table but in none of its cells is read before the table, wherever it stands.
        let read = figures
        figures = []
        figures.reserveCapacity(read.count)
        for i in kept.indices {
            guard let figure = kept[i].figure else { continue }
            kept[i].figure = figures.count
            figures.append(read[figure])
        }
        numerals = kept
    }
}
