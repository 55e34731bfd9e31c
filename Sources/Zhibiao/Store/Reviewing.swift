// Reviews as a caller makes and reads them.
import GRDB

extension MetricsDatabase {
    /// Makes reviews, all or none, in one transaction.
    ///
    ///     try database.review([
    ///         ReviewRequest(17, .correct([.value(1396), .unit("家")]), by: "李雷", because: "原文数字颠倒"),
    ///         ReviewRequest(18, .confirm, by: "李雷"),
    ///     ])
    ///
    /// Views, queries and accessors show corrected values from then on; ``corrections(ofFigure:)`` has the machine's beside.
    /// - Returns: the ids of the reviews.
    /// - Throws: ``ZhibiaoError`` when there is no such figure, or a field cannot have the value set.
    @discardableResult
    public func review(_ requests: [ReviewRequest]) throws -> [Int64] {
        try write { db in
            let writer = try ReviewWriter(db)
            return (try requests.map(writer.add), .commit)
        }
    }

    /// All reviews, in the order they were made.
    public func reviews() throws -> [Review] { try read { db in try ReviewReader(db).reviews("?1 IS NULL", nil) } }

    /// The reviews of a figure, in the order they were made.
    public func reviews(ofFigure id: Int64) throws -> [Review] { try read { db in try ReviewReader(db).reviews("figure_id = ?", id) } }

    /// The corrected fields of a figure, with what the machine read beside what a person set.
    public func corrections(ofFigure id: Int64) throws -> [(extracted: FieldCorrection, corrected: FieldCorrection)] {
        try read { db in
            var corrections: [(FieldCorrection, FieldCorrection)] = []
            try BoundStatement(db, "SELECT field, extracted, corrected FROM correction WHERE figure_id = ? ORDER BY field").eachRow {
                $0.bind(1, id)
            } row: {
                let field = try $0.text(0)
                corrections.append(
                    (try FieldCorrection(column: field, stored: $0.value(1)), try FieldCorrection(column: field, stored: $0.value(2))))
            }
            return corrections
        }
    }
}
