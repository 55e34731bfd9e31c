// A small text with numerals marked, and what each of them is, as the numeral stage alone sees it.
import Numerals
import ReportText

/// What a numeral must be.
public struct WantNumeral: Sendable {
    public var surface: String
    public var kind: NumeralKind
    /// In the base unit; for a range the lower end.
    public var value: Double?
    public var upper: Double?
    public var unit: String?
    public var bound: Bound?

    /// A quantity.
    public init(_ surface: String, _ value: Double, to upper: Double? = nil, _ unit: String = "", _ bound: Bound = .exact) {
        self.surface = surface
        kind = .figure
        self.value = value
        self.upper = upper
        self.unit = unit
        self.bound = bound
    }

    /// A numeral that states no quantity.
    public init(_ surface: String, _ kind: NumeralKind) {
        self.surface = surface
        self.kind = kind
    }
}

/// A text whose every numeral is marked, with what each is.
public struct NumeralCase: Sendable, CustomStringConvertible {
    public let marked: MarkedText
    public let wants: [WantNumeral]
    public let passage: PassageKind?
    public var description: String { marked.text }

    /// - Parameters:
    ///   - marked: the text, a marker in front of each numeral, in order.
    ///   - wants: what each marked numeral is.
    ///   - passage: what kind of passage it must be read as; nil reads it as a piece of a sentence.
    public init(_ marked: String, _ wants: WantNumeral..., in passage: PassageKind? = nil) {
        self.marked = MarkedText(marked)
        self.wants = wants
        self.passage = passage
    }

    /// How the numerals found differ from the wanted.
    public func differences(_ scanner: NumeralScanner) -> [String] {
        let text = ReportText(marked.text)
        var found: [String] = []
        let read: Passage
        if let passage {
            guard let first = Structure(text).passages.first, first.kind == passage else { return ["no passage of kind \(passage)"] }
            read = first
        } else {
            read = Passage(cellText: text.scalars)
        }
        let numerals = scanner.scan(read)
        if marked.marks.count != wants.count { found.append("the case has \(marked.marks.count) markers and \(wants.count) wants") }
        for (mark, want) in zip(marked.marks, wants) {
            guard let numeral = numerals.first(where: { read.offset($0.start) == mark.offset }) else {
                found.append("\(mark.marker) \(want.surface): no numeral starts here")
                continue
            }
            let surface = text.string(read.sourceRange(numeral.start..<numeral.end))
            func check<T: Equatable>(_ name: String, _ wanted: T, _ got: T) {
                if wanted != got { found.append("\(want.surface): \(name) is \(got), not \(wanted)") }
            }
            check("surface", want.surface, surface)
            check("kind", want.kind, numeral.kind)
            guard want.kind == .figure else { continue }
            // A fraction without an exact decimal (1/3) is right to nine digits.
            if let wanted = want.value, let got = numeral.value?.double, wanted != got, (wanted * 1e6).rounded() != wanted * 1e6 {
                if abs(wanted - got) > 1e-9 { check("value", wanted, got) }
            } else {
                check("value", want.value, numeral.value?.double)
            }
            check("upper", want.upper, numeral.upper?.double)
            check("unit", want.unit, numeral.unit)
            check("bound", want.bound, numeral.bound)
        }
        for numeral in numerals where marked.marker(at: read.offset(numeral.start)) == nil {
            found.append("\(String(scalars: read.text[numeral.start..<numeral.end])) is no numeral (read as \(numeral.kind))")
        }
        return found
    }
}
