// Puts numerals back into the order of the text where a sentence was read over the foot of a page.

extension Extraction {
    /// Sorts the numerals by where they start. A page number inside the characters of another numeral
    /// (20118平, a page's foot, 方米) is part of them and has no record of its own.
    mutating func putNumeralsInOrder() {
        guard zip(numerals, numerals.dropFirst()).contains(where: { $0.end > $1.start }) else { return }
        var kept: [NumeralRecord] = []
        kept.reserveCapacity(numerals.count)
        for numeral in numerals.sorted(by: { ($0.start, $1.end) < ($1.start, $0.end) }) {
            if let last = kept.last, numeral.start < last.end { continue }
            kept.append(numeral)
        }
        numerals = kept
    }
}
