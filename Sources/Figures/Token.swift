// The words of a sentence, as far as a figure's reading needs them.
import Numerals

/// A word, number, name or mark of a sentence. Indices are into the passage's joined text.
struct Token {
    enum Kind: UInt8 {
        /// The token takes in the words of bound beside the number.
        case figure
        case noun
        case verb
        /// Unknown words, and numerals that are part of words.
        case text
        case region
        case organisation
        case time
        case copula
        case change
        case becomes
        case compare
        case share
        case adverb
        case now
        case frequency
        case preposition
        case conjunction
        case particle
        case locative
        /// 位居 and the like.
        case rank
        /// 每万人 and the like.
        case denominator
        case open
        case close
        case quote
        /// ，；： between clauses.
        case comma
        /// 、
        case pause
    }

    var kind: Kind
    /// Both a noun and a verb: 培训.
    var isVerbToo = false
    // Small, for every word of a report is one.
    private var storedStart: Int32
    private var storedEnd: Int32
    private var storedTerm: Int32
    /// For `figure` and `denominator`: index into the passage's numerals, or -1.
    var numeral: Int32
    /// For `organisation`: the index of its full name in the report's `OrganisationNames`, or -1.
    var name: Int32 = -1
    /// For `time` written with digits: what it says.
    var time: TimeExpression?

    init(kind: Kind, start: Int, end: Int, term: Int = -1, numeral: Int = -1) {
        self.kind = kind
        storedStart = Int32(start)
        storedEnd = Int32(end)
        storedTerm = Int32(term)
        self.numeral = Int32(numeral)
    }

    var start: Int {
        get { Int(storedStart) }
        set { storedStart = Int32(newValue) }
    }

    var end: Int {
        get { Int(storedEnd) }
        set { storedEnd = Int32(newValue) }
    }

    /// Index into the lexicon's terms, or -1.
    var term: Int {
        get { Int(storedTerm) }
        set { storedTerm = Int32(newValue) }
    }

    /// A bit for its kind.
    var kinds: Kinds { Kinds(rawValue: 1 << UInt32(kind.rawValue)) }

    /// The kinds of several tokens, a bit each.
    struct Kinds: OptionSet {
        let rawValue: UInt32

        static let figure = Kinds(rawValue: 1 << UInt32(Kind.figure.rawValue))
        static let locative = Kinds(rawValue: 1 << UInt32(Kind.locative.rawValue))
    }

    var isNominal: Bool {
        switch kind {
        case .noun, .text, .region, .organisation: true
        default: false
        }
    }

    var isVerb: Bool { kind == .verb || isVerbToo }

    var isFigure: Bool { kind == .figure }

    /// Index into the passage's numerals.
    var figure: Int? { kind == .figure ? Int(numeral) : nil }
}
