// Finds every numeral of a passage and says what it is: one pass from left to right, the first rule that fits wins.
import ReportText
import Vocabulary

/// Finds numerals. Holds only vocabulary; use one for any number of passages.
public final class NumeralScanner: Sendable {
    private let vocabulary: NumeralVocabulary
    // Characters at which a numeral can start, one bit each below U+10000.
    private let starters: [UInt64]

    public init(_ vocabulary: NumeralVocabulary) {
        self.vocabulary = vocabulary
        var bits = [UInt64](repeating: 0, count: 1024)
        func set(_ scalar: UInt32) { if scalar < 0x10000 { bits[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63) } }
        for scalar in 0x30...0x39 { set(UInt32(scalar)) }
        for scalar in NumberReader.chineseStarts.unicodeScalars { set(scalar.value) }
        for scalar in vocabulary.wordStarts { set(scalar) }
        for scalar in "第几数".unicodeScalars { set(scalar.value) }
        starters = bits
    }

    /// The numerals of a passage, in order; none overlap.
    public func scan(_ passage: Passage) -> [Numeral] { scan(passage.text.map(\.halfwidth), kind: passage.kind) }

    /// The numerals of a passage's text, fullwidth forms already made ASCII.
    public func scan(_ text: [UInt32], kind: PassageKind) -> [Numeral] {
        var found: [Numeral] = []
        guard text.contains(where: starts) else { return found }
        let site = NumeralSite(text: text, kind: kind, vocabulary: vocabulary)
        var i = 0
        // （一） at the start: the bracket belongs to the number.
        if text.first == 0x28, let marker = site.numeral(at: 0, after: nil) {
            found.append(marker)
            i = marker.end
        }
        while i < text.count {
            guard starts(text[i]) else {
                i += 1
                continue
            }
            // A minus sign belongs to its number.
            let start = i > (found.last?.end ?? 0) && (text[i - 1] == 0x2D || text[i - 1] == 0x2212) && text[i].isDigit ? i - 1 : i
            if let numeral = (start < i ? site.numeral(at: start, after: found.last) : nil) ?? site.numeral(at: i, after: found.last) {
                if numeral.unitKind == .points || numeral.unitKind == .percent { shareUnit(of: numeral, with: &found, text) }
                found.append(numeral)
                i = max(numeral.end, i + 1)
            } else {
                i += 1
            }
        }
        return found
    }

    /// 0.8个、2.1个百分点, 7.7、6.7个百分点: the last of a list says the unit for all.
    private func shareUnit(of last: Numeral, with found: inout [Numeral], _ text: [UInt32]) {
        var next = last
        for i in found.indices.reversed() {
            let numeral = found[i]
            let isBare = numeral.kind == .unresolved && numeral.value != nil
            guard isBare || last.unitKind == .points && numeral.kind == .figure && text[numeral.end - 1] == 0x4E2A,  // 个
                numeral.outerEnd == numeral.end, next.outerStart == numeral.end + 1
            else { return }
            switch text[numeral.end] {
            case 0x3001, 0x548C, 0x53CA, 0x4E0E: break  // 、 和 及 与
            default: return
            }
            found[i].kind = .figure
            found[i].unit = last.unit
            found[i].unitKind = last.unitKind
            next = found[i]
        }
    }

    /// The base unit that a header or caption names (`万元`, `%`, `元/生`), and the power of ten in front of it; nil when it names none.
    public func unit(named words: [UInt32]) -> (unit: String, kind: UnitKind, power: Int)? {
        var text = words.map(\.halfwidth).filter { !$0.isBlank }
        var power = 0
        while let first = text.first, let zeros = NumberReader.power(first), text.count > 1,
            vocabulary.unitTerms.longestMatch(in: text, at: 0, limit: text.count)?.end != text.count
        {
            power += zeros
            text.removeFirst()
        }
        guard let match = vocabulary.unitTerms.longestMatch(in: text, at: 0, limit: text.count), match.end == text.count else { return nil }
        let unit = vocabulary.units[match.value]
        return (unit.base, unit.kind, power)
    }

    private func starts(_ scalar: UInt32) -> Bool { scalar < 0x10000 && starters[Int(scalar >> 6)] & (1 << UInt64(scalar & 63)) != 0 }
}
