// The words of a sentence, as far as a figure's reading needs them.
import Numerals

/// A word, number, name or mark of a sentence. Indices are into the passage's joined text.
struct Token: Equatable {
    enum Kind: Equatable {
        /// Index into the passage's numerals; the token takes in the words of bound beside it.
        case figure(Int)
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
        case denominator(Int)
        case open
        case close
        case quote
        /// ，；： between clauses.
        case comma
        /// 、
        case pause
    }

    var kind: Kind
    var start: Int
    var end: Int
    /// Index into the lexicon's terms, or -1.
    var term = -1
    /// Both a noun and a verb: 培训.
    var isVerbToo = false
    /// For `time` written with digits: what it says.
    var time: TimeExpression?
    /// For `organisation`: the index of its full name in the report's `OrganisationNames`, or -1.
    var name: Int32 = -1

    var isNominal: Bool {
        switch kind {
        case .noun, .text, .region, .organisation: true
        default: false
        }
    }

    var isVerb: Bool { kind == .verb || isVerbToo }

    var isFigure: Bool { if case .figure = kind { true } else { false } }

    var figure: Int? { if case .figure(let index) = kind { index } else { nil } }
}
