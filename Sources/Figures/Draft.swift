// A figure while its sentence is read.
import Numerals

/// What the reader knows of a figure so far. A class: it is handed from reading to reading, and copies took a tenth of their time.
/// No part of one is passed `inout` to what reads that part too.
final class Draft {
    /// Index into the passage's numerals.
    let numeral: Int
    /// The words of the measure, in order, without what stands between them.
    @exclusivity(unchecked) var words: Words = []
    /// What the figure is a part of, where 其中 says so.
    @exclusivity(unchecked) var whole: Words = []
    /// The measure's own noun phrase: what a later figure takes over when its noun is left out.
    @exclusivity(unchecked) var head: Words = []
    /// Words put before and after the measure that stand elsewhere: 床位 of 医院, 占比 of 学费收入.
    @exclusivity(unchecked) var prefix: ArraySlice<UInt32> = []
    @exclusivity(unchecked) var suffix: ArraySlice<UInt32> = []
    /// The words that stand for several members, and the one the figure is of: 三次产业, 第一产业.
    @exclusivity(unchecked) var member: (group: String, name: String)?
    /// The head's category comes from here when `words` decide none.
    @exclusivity(unchecked) var inheritedCategory: String?
    /// The category of what was counted before in the same unit, which can count none of `words`.
    @exclusivity(unchecked) var countedCategory: String?
    @exclusivity(unchecked) var statistic = Statistic.value
    /// Set by a word that does not stand beside the number: 至少开设3门.
    @exclusivity(unchecked) var bound: Bound?
    @exclusivity(unchecked) var isDecline = false
    @exclusivity(unchecked) var frequency: Frequency?
    @exclusivity(unchecked) var subject: Subject?
    /// What makes the figure doubtful, as far as its sentence tells.
    @exclusivity(unchecked) var doubts: Doubts = []
    @exclusivity(unchecked) var period: String?
    @exclusivity(unchecked) var periodBasis: PeriodBasis?
    @exclusivity(unchecked) var denominator: String?
    /// The number stands before what it counts.
    @exclusivity(unchecked) var isAttributive = false
    /// The measure was taken over from an earlier figure or clause.
    @exclusivity(unchecked) var isInherited = false
    /// The words right before the number say what is measured.
    var namesItself: Bool { !isInherited && !isAttributive }
    /// The measure ended in `the` predicate that a list shares: 100%的中职毕业生留苏就业.
    @exclusivity(unchecked) var predicate: Words = []
    @exclusivity(unchecked) var sharesPredicate = false
    /// What was said at the head of the list that the figure stands in: 规模以上工业.
    @exclusivity(unchecked) var scope = Scope()
    /// 市城区, 铁路: said at the head of the clause, or of one before.
    @exclusivity(unchecked) var topic: Words = []
    /// What things have at least, by which they are told from others: 年营业收入3万元以上的企业.
    @exclusivity(unchecked) var isThreshold = false
    /// It only says which things are counted by the next number (2亿元以上项目9个), and is no figure.
    @exclusivity(unchecked) var isClassLimit = false
    /// Stands in brackets that are closed: what follows them goes on with what stood before.
    @exclusivity(unchecked) var isBracketed = false

    init(numeral: Int) { self.numeral = numeral }
}
