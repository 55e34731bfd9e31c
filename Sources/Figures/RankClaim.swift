// Claims to a place among others (居全省第三, 全国首个), as records of their own: many are said of no figure.

/// A claim to a place among others. All offsets are Unicode code points into the decoded document, end exclusive.
public struct RankClaim: Sendable, Equatable {
    /// What place is claimed. Raw values are the names in the database.
    public enum Kind: String, Sendable, CaseIterable {
        /// A place with its number: 第三, 榜首.
        case rank
        /// A place among those in front, without a number of its own: 前列, 前50.
        case top
        /// The first of its kind: 首个, 率先.
        case first
        /// The only one: 唯一.
        case only
        /// One of the first group: 首批.
        case amongFirst = "among_first"
    }

    public var kind: Kind
    /// The claim's words from its scope to its place: 全省第三.
    public var text: String
    /// Among whom, in the document's words: 全省. Nil where that is not said.
    public var scope: String?
    /// The place: 3; of 前50 the last that is meant. Nil where no number is said.
    public var rank: Int?
    /// What is compared, in the document's words: the measure of the figure, or what is the first or the only one of its kind; "" where
    /// that is not said.
    public var measure: String
    /// Full name and kind of the region or organisation that claims the place, and the code of its region, as of a figure.
    public var subject: String?
    public var subjectKind: String?
    public var subjectRegion: String?
    /// As of a figure.
    public var period: String?
    public var periodBasis: PeriodBasis?
    /// The sentence, unwrapped.
    public var quote: String
    /// The claim's place in the document.
    public var start: Int
    public var end: Int
    /// 1-based line of `start`.
    public var line: Int
    /// Index into `Extraction.passages`.
    public var passage: Int
    /// Index into `Extraction.figures` of the figure that the claim is made of; nil where it is made of none.
    public var figure: Int?

    public init(
        kind: Kind, text: String, scope: String? = nil, rank: Int? = nil, measure: String = "", subject: String? = nil,
        subjectKind: String? = nil, subjectRegion: String? = nil, period: String? = nil, periodBasis: PeriodBasis? = nil, quote: String,
        start: Int, end: Int, line: Int, passage: Int, figure: Int? = nil
    ) {
        self.kind = kind
        self.text = text
        self.scope = scope
        self.rank = rank
        self.measure = measure
        self.subject = subject
        self.subjectKind = subjectKind
        self.subjectRegion = subjectRegion
        self.period = period
        self.periodBasis = periodBasis
        self.quote = quote
        self.start = start
        self.end = end
        self.line = line
        self.passage = passage
        self.figure = figure
    }
}

/// Another name of an organisation, as a report introduces it: 以下简称“…”.
public struct SubjectAlias: Sendable, Hashable {
    public var alias: String
    /// Full name and kind of the organisation.
    public var subject: String
    public var subjectKind: String
    /// Six-digit code of the region it lies in, where known.
    public var subjectRegion: String?
}
