// How sure a figure's fields are: what makes them doubtful, and how much each of it weighs.
import Numerals

/// What makes a figure doubtful. Each went along with wrong fields in reports that people had annotated and no rule was made for.
struct Doubts: OptionSet {
    let rawValue: UInt32

    /// Written in Chinese characters: 三个 is often a way of speaking.
    static let chineseNumeral = Doubts(rawValue: 1 << 0)
    /// The noun was taken over from an earlier figure or clause.
    static let inheritedMeasure = Doubts(rawValue: 1 << 1)
    /// No noun says what is counted: the category is the likeliest, or none.
    static let likelyCategory = Doubts(rawValue: 1 << 2)
    static let noCategory = Doubts(rawValue: 1 << 3)
    static let noSubject = Doubts(rawValue: 1 << 4)
    /// Only the heading or the whole document says whose figure it is, or no title says what the document is about.
    static let subjectOfDocument = Doubts(rawValue: 1 << 5)
    static let documentWithoutTitle = Doubts(rawValue: 1 << 6)
    /// The subject is no region, school or company.
    static let unusualSubject = Doubts(rawValue: 1 << 7)
    /// The sentence, or even the measure, names another region or organisation.
    static let othersNamed = Doubts(rawValue: 1 << 8)
    static let othersInMeasure = Doubts(rawValue: 1 << 9)
    static let noMeasure = Doubts(rawValue: 1 << 10)
    static let longMeasure = Doubts(rawValue: 1 << 11)
    static let noUnit = Doubts(rawValue: 1 << 12)
    static let noIndicator = Doubts(rawValue: 1 << 13)
    /// Only the report's own year says when, or nothing does.
    static let periodOfReport = Doubts(rawValue: 1 << 14)
    static let noPeriod = Doubts(rawValue: 1 << 15)
    /// The number stands before what it counts, which has no mark of its end.
    static let countedBehind = Doubts(rawValue: 1 << 16)

    /// Percentage points that each takes off, fitted to annotated reports by least squares and rounded.
    private static let weights: [(Doubts, Int)] = [
        (.chineseNumeral, 25), (.inheritedMeasure, 1), (.likelyCategory, 12), (.noCategory, 8), (.noSubject, 10),
        (.subjectOfDocument, 2), (.documentWithoutTitle, 5), (.unusualSubject, 9), (.othersNamed, 2), (.othersInMeasure, 8),
        (.noMeasure, 40), (.longMeasure, 3), (.noUnit, 15), (.noIndicator, 4), (.periodOfReport, 4), (.noPeriod, 2),
        (.countedBehind, 6),
    ]

    /// 0.05 to 0.99.
    var confidence: Double {
        var percent = 99
        for (doubt, weight) in Doubts.weights where contains(doubt) { percent -= weight }
        return Double(max(percent, 5)) / 100
    }
}
