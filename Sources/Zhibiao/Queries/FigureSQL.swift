// Compiles a FigureQuery to SQL over the base tables: every value is a bound parameter, and only the tables a condition
// needs are joined. The result is a list of figure ids; FigureReader gets the rows.
import GRDB

/// A statement's text and parameters.
struct FigureSQL {
    private(set) var sql = ""
    private(set) var parameters: [SQLiteValue] = []

    private var conditions: [String] = []
    private var joins: Set<Join> = []

    /// The tables beside figure, in the order they are joined.
    private enum Join: String, CaseIterable {
        case numeral = "JOIN numeral ON numeral.numeral_id = figure.numeral_id"
        case sentence = "JOIN sentence ON sentence.sentence_id = figure.sentence_id"
        case subject = "LEFT JOIN subject ON subject.subject_id = figure.subject_id"
        case report = "JOIN report ON report.report_id = numeral.report_id"
    }

    /// Compiles a query.
    /// - Parameter db: where names of regions, categories and indicators are looked up.
    /// - Throws: ``ZhibiaoError`` for a name or period that there is none of, `DatabaseError` for what SQLite says.
    init(_ query: FigureQuery, _ db: Database) throws {
        let names = try NameLookup(db)
        try add(query.regions) { sql, region in
            let ranges = try names.regionCodes(region).map { codes in
                sql.bind(.text(codes.lowerBound), .text(codes.upperBound))
                return "region_code BETWEEN ? AND ?"
            }
            return "figure.subject_id IN (SELECT subject_id FROM subject WHERE \(ranges.joined(separator: " OR ")))"
        }
        try add(query.subjects) { sql, name in
            let matching = try names.subjects(name)
            sql.bind(.text(matching.parameter))
            return "figure.subject_id IN (SELECT subject_id FROM subject WHERE \(matching.condition))"
        }
        try add(query.organisations) { sql, name in
            let matching = try names.subjects(name)
            sql.bind(.text(matching.parameter))
            return "figure.subject_id IN (SELECT subject_id FROM subject WHERE kind <> 'region' AND (\(matching.condition)))"
        }
        try addList("figure.category", query.categories.flatMap { try names.categories($0) })
        try add(query.indicators) { sql, name in
            let codes = try names.indicators(name)
            for code in codes { sql.bind(.text(code)) }
            let listed = "figure.indicator IN (\(Self.marks(codes.count)))"
            if try names.isIndicator(name) { return listed }
            sql.bind(.text(name))
            return codes.isEmpty ? "instr(figure.measure, ?) > 0" : "(\(listed) OR instr(figure.measure, ?) > 0)"
        }
        addList("numeral.unit", query.units, join: .numeral)
        add(query.periods.isEmpty ? [] : try query.periods.map(Self.days)) { sql, days in
            sql.bind(.text(days.end), .text(days.start))
            return "(figure.period_start <= ? AND figure.period_end >= ?)"
        }
        try add(query.since.map { [$0] } ?? []) { sql, period in
            sql.bind(.text(try Self.days(period).start))
            return "figure.period_end >= ?"
        }
        try add(query.until.map { [$0] } ?? []) { sql, period in
            sql.bind(.text(try Self.days(period).end))
            return "figure.period_start <= ?"
        }
        addList("figure.bound", query.bounds.map(\.rawValue))
        addList("figure.statistic", query.statistics.map(\.rawValue))
        addList("figure.status", query.statuses.map(\.rawValue))
        addNumbers("numeral.report_id", query.reportIDs, join: .numeral)
        add(query.reports) { sql, text in
            sql.joins.formUnion([.numeral, .report])
            sql.bind(.text(text), .text(text))
            return "(instr(report.title, ?) > 0 OR instr(report.path, ?) > 0)"
        }
        add(query.texts) { sql, text in
            sql.joins.insert(.sentence)
            sql.bind(.text(text), .text(text))
            return "(instr(sentence.text, ?) > 0 OR instr(figure.measure, ?) > 0)"
        }
        let order = self.order(query)
        sql = "SELECT figure.figure_id FROM figure"
        for join in Join.allCases where joins.contains(join) { sql += "\n" + join.rawValue }
        if !conditions.isEmpty { sql += "\nWHERE " + conditions.joined(separator: "\n  AND ") }
        sql += "\nORDER BY " + order
        if query.limit != nil || query.offset > 0 {
            sql += "\nLIMIT ? OFFSET ?"
            bind(.integer(query.limit.map { Int64(max(0, $0)) } ?? -1), .integer(Int64(max(0, query.offset))))
        }
    }

    // MARK: conditions

    private mutating func bind(_ values: SQLiteValue...) { parameters += values }

    /// Values of one condition are alternatives.
    private mutating func add<Value>(_ values: [Value], _ condition: (inout Self, Value) throws -> String) rethrows {
        guard !values.isEmpty else { return }
        var alternatives: [String] = []
        for value in values { alternatives.append(try condition(&self, value)) }
        conditions.append(alternatives.count == 1 ? alternatives[0] : "(" + alternatives.joined(separator: " OR ") + ")")
    }

    private mutating func addList(_ column: String, _ values: [String], join: Join? = nil) {
        addIn(column, values.map(SQLiteValue.text), join)
    }

    private mutating func addNumbers(_ column: String, _ values: [Int64], join: Join) {
        addIn(column, values.map(SQLiteValue.integer), join)
    }

    private mutating func addIn(_ column: String, _ values: [SQLiteValue], _ join: Join?) {
        guard !values.isEmpty else { return }
        if let join { joins.insert(join) }
        parameters += values
        conditions.append("\(column) IN (\(Self.marks(values.count)))")
    }

    private mutating func order(_ query: FigureQuery) -> String {
        let column: String
        switch query.order {
        case .stored:
            // The plus keeps SQLite from walking the whole table in this order where it should search by a condition's index.
            return (conditions.isEmpty ? "" : "+") + "figure.figure_id" + (query.descending ? " DESC" : "")
        case .text:
            joins.insert(.numeral)
            let direction = query.descending ? " DESC" : ""
            return "numeral.report_id\(direction), numeral.char_start\(direction)"
        case .value:
            joins.insert(.numeral)
            column = "numeral.value"
        case .period: column = "figure.period_start"
        case .subject:
            joins.insert(.subject)
            column = "subject.name"
        case .category: column = "figure.category"
        case .indicator: column = "figure.indicator"
        case .confidence: column = "figure.confidence"
        }
        return "\(column)\(query.descending ? " DESC" : "") NULLS LAST, figure.figure_id"
    }

    private static func marks(_ count: Int) -> String { Array(repeating: "?", count: count).joined(separator: ", ") }

    private static func days(_ text: String) throws -> Period {
        guard let period = Period(text) else { throw ZhibiaoError(.badPeriod(text: text)) }
        return period
    }
}
