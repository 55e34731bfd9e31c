// Claims to a place among others as a caller asks for them.
import Figures
import GRDB

/// A row of the `rank_claims` view: a claim to a place among others (居全省第三, 全国首个). Offsets are Unicode code points into the
/// report's text, end exclusive.
public struct RankClaimRecord: Sendable, Equatable, Identifiable {
    /// The row's id.
    public var rankClaimID: Int64
    /// The report's id.
    public var reportID: Int64
    /// The report's title.
    public var report: String
    /// Full name and kind of the region or organisation that claims the place.
    public var subject: String?
    /// `region`, `school`, `company` …
    public var subjectKind: String?
    /// What place is claimed.
    public var kind: RankClaim.Kind
    /// The claim's words: 全省第三.
    public var text: String
    /// Among whom, in the document's words; nil where that is not said.
    public var scope: String?
    /// The place; of 前50 the last that is meant; nil where no number is said.
    public var rank: Int?
    /// What is compared, or what is the first of its kind, in the document's words; "" where that is not said.
    public var measure: String
    /// `2023`, `2023-09`, `2017/2020`, `2023-01/2023-06`.
    public var period: String?
    /// Where the period is taken from.
    public var periodBasis: PeriodBasis?
    /// The figure that the claim is made of; nil where it is made of none.
    public var figureID: Int64?
    /// 1-based line of `start`.
    public var line: Int
    /// The place of the claim's words in the report's text.
    public var start: Int
    /// After their last character.
    public var end: Int
    /// The sentence, unwrapped.
    public var quote: String

    public var id: Int64 { rankClaimID }
}

/// Which claims to give. Every condition set must hold; several values of one condition are alternatives.
public struct RankClaimQuery: Sendable, Equatable {
    /// Claims of these kinds.
    public var kinds: [RankClaim.Kind] = []
    /// Claims of a region or anything in it, as ``FigureQuery/withRegion(_:)``.
    public var regions: [String] = []
    /// Claims of this very region or organisation, as ``FigureQuery/withSubject(_:)``.
    public var subjects: [String] = []
    /// Among whom, in the document's words: 全省.
    public var scopes: [String] = []
    /// Claims whose period shares a day with one of these.
    public var periods: [String] = []
    /// Claims that these reports make.
    public var reportIDs: [Int64] = []
    /// Claims that are made of these figures.
    public var figureIDs: [Int64] = []

    /// A question for all claims, or those of some kinds or figures.
    public init(kinds: [RankClaim.Kind] = [], figureIDs: [Int64] = []) {
        self.kinds = kinds
        self.figureIDs = figureIDs
    }
}

extension MetricsDatabase {
    /// The claims to a place among others that a query asks for, in order of import and text.
    /// - Throws: ``ZhibiaoError`` for a region or period that there is none of, or when the database is at fault.
    public func rankClaims(_ query: RankClaimQuery = RankClaimQuery()) throws -> [RankClaimRecord] {
        try read { db in
            var conditions: [String] = []
            var parameters: [SQLiteValue] = []
            func add(_ alternatives: [String]) {
                if !alternatives.isEmpty { conditions.append("(\(alternatives.joined(separator: " OR ")))") }
            }
            func list(_ column: String, _ values: [SQLiteValue]) {
                guard !values.isEmpty else { return }
                conditions.append("\(column) IN (\(Array(repeating: "?", count: values.count).joined(separator: ", ")))")
                parameters += values
            }
            let names = try NameLookup(db)
            add(
                try query.regions.flatMap { region in
                    try names.regionCodes(region).map { codes in
                        parameters += [.text(codes.lowerBound), .text(codes.upperBound)]
                        return "c.subject_id IN (SELECT subject_id FROM subject WHERE region_code BETWEEN ? AND ?)"
                    }
                })
            add(
                try query.subjects.map { name in
                    let matching = try names.subjects(name)
                    parameters.append(.text(matching.parameter))
                    return "c.subject_id IN (SELECT subject_id FROM subject WHERE \(matching.condition))"
                })
            add(
                try query.periods.map { text in
                    guard let period = Period(text) else { throw ZhibiaoError(.badPeriod(text: text)) }
                    parameters += [.text(period.end), .text(period.start)]
                    return "(c.period_start <= ? AND c.period_end >= ?)"
                })
            list("c.kind", query.kinds.map { .text($0.rawValue) })
            list("c.scope", query.scopes.map(SQLiteValue.text))
            list("c.report_id", query.reportIDs.map(SQLiteValue.integer))
            list("c.figure_id", query.figureIDs.map(SQLiteValue.integer))
            let condition = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
            var claims: [RankClaimRecord] = []
            try BoundStatement(
                db,
                """
                SELECT c.rank_claim_id, c.report_id, report.title, subject.name, subject.kind, c.kind, c.text, c.scope, c.rank, c.measure,
                       c.period, c.period_basis, c.figure_id, c.line, c.char_start, c.char_end, sentence.text
                FROM rank_claim AS c
                JOIN report ON report.report_id = c.report_id
                JOIN sentence ON sentence.sentence_id = c.sentence_id
                LEFT JOIN subject ON subject.subject_id = c.subject_id
                \(condition) ORDER BY c.report_id, c.char_start, c.rank_claim_id
                """
            ).eachRow {
                for (index, value) in parameters.enumerated() { $0.bind(Int32(index + 1), value) }
            } row: {
                claims.append(
                    RankClaimRecord(
                        rankClaimID: try $0.integer(0), reportID: try $0.integer(1), report: try $0.text(2),
                        subject: try $0.optionalText(3),
                        subjectKind: try $0.optionalText(4), kind: try $0.code(5), text: try $0.text(6), scope: try $0.optionalText(7),
                        rank: try $0.optionalInt(8), measure: try $0.text(9), period: try $0.optionalText(10),
                        periodBasis: try $0.optionalCode(11), figureID: try $0.optionalInteger(12), line: try $0.int(13),
                        start: try $0.int(14), end: try $0.int(15), quote: try $0.text(16)))
            }
            return claims
        }
    }
}
