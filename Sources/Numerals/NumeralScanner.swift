// Finds every numeral of a passage and says what it is: one pass from left to right, the first rule that fits wins.
import ReportText
import Vocabulary

/// Finds numerals. Holds only vocabulary; use one for any number of passages.
public final class NumeralScanner: Sendable {
    private let vocabulary: NumeralVocabulary
    // Characters at which a numeral can start.
    private let starters: ScalarSet

    public init(_ vocabulary: NumeralVocabulary) {
        self.vocabulary = vocabulary
        var starters = ScalarSet(0x30...0x39)
        for scalar in NumberReader.chineseStarts.unicodeScalars { starters.insert(scalar.value) }
        for scalar in vocabulary.wordStarts { starters.insert(scalar) }
        for scalar in "第几数".unicodeScalars { starters.insert(scalar.value) }
        self.starters = starters
    }

    /// The numerals of a passage, in order; none overlap.
    public func scan(_ passage: Passage) -> [Numeral] { scan(passage.text.halfwidth, kind: passage.kind) }

    /// The numerals of a passage's text, fullwidth forms already made ASCII.
    public func scan(_ text: [UInt32], kind: PassageKind) -> [Numeral] {
        var found: [Numeral] = []
        guard let first = text.firstIndex(where: { starters.mayContain($0) }) else { return found }
        let site = NumeralSite(text: text, kind: kind, vocabulary: vocabulary)
        var previous = PreviousNumeral()
        func add(_ numeral: consuming Numeral) {
            if found.isEmpty { found.reserveCapacity(max(4, text.count / 24)) }
            previous = PreviousNumeral(end: numeral.end, kind: numeral.kind)
            found.append(numeral)
        }
        var i = first
        // （一） at the start: the bracket belongs to the number.
        if text.first == 0x28, let marker = site.numeral(at: 0, after: previous) {
            i = marker.end
            add(marker)
        }
        while i < text.count {
            guard starters.mayContain(text[i]) else {
                i += 1
                continue
            }
            // A minus sign belongs to its number.
            let isSigned = i > previous.end && (text[i - 1] == 0x2D || text[i - 1] == 0x2212) && text[i].isDigit
            if let numeral = (isSigned ? site.numeral(at: i - 1, after: previous) : nil) ?? site.numeral(at: i, after: previous) {
                if numeral.unitKind == .points || numeral.unitKind == .percent { shareUnit(of: numeral, with: &found, text) }
                i = max(numeral.end, i + 1)
                add(numeral)
            } else {
                i += 1
            }
        }
        if kind == .paragraph { NumeralScanner.nameRemains(&found, text) }
        return found
    }

    /// 0.8个、2.1个百分点, 7.7、6.7个百分点: the last of a list says the unit for all.
    private func shareUnit(of last: Numeral, with found: inout [Numeral], _ text: [UInt32]) {
        var next = last.outerStart
        for i in found.indices.reversed() {
            let end = found[i].end
            guard next == end + 1, found[i].outerEnd == end else { return }
            let isBare = found[i].kind == .unresolved && found[i].value != nil
            guard isBare || last.unitKind == .points && found[i].kind == .figure && text[end - 1] == 0x4E2A else { return }  // 个
            switch text[end] {
            case 0x3001, 0x548C, 0x53CA, 0x4E0E: break  // 、 和 及 与
            default: return
            }
            found[i].kind = .figure
            found[i].unit = last.unit
            found[i].unitKind = last.unitKind
            next = found[i].outerStart
        }
    }

    /// The base unit that a header or caption names (`万元`, `%`, `元/生`), and the power of ten in front of it; nil when it names none.
    public func unit(named words: [UInt32]) -> (unit: String, kind: UnitKind, power: Int)? {
        var text = words.map(\.halfwidth).filter { !$0.isBlank }
        var power = 0
        while let first = text.first, let zeros = NumberReader.power(first), text.count > 1,
            vocabulary.unit(in: text, at: 0)?.end != text.count
        {
            power += zeros
            text.removeFirst()
        }
        guard let match = vocabulary.unit(in: text, at: 0), match.end == text.count else { return nil }
        let unit = vocabulary.units[match.index]
        return (unit.base, unit.kind, power)
    }
}
