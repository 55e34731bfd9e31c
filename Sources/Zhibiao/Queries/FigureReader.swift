// Gets figures: first the ids that a query gives, then their rows in batches.
// Between two batches no lock is held, so a slow reader (a pager, a person) never keeps an import waiting.
import Figures
import GRDB
import Synchronization

/// Reads rows of the `figures` view.
struct FigureReader {
    private let statement: BoundStatement

    init(_ db: Database) throws {
        statement = try BoundStatement(db, "SELECT \(FigureRecord.columns.joined(separator: ", ")) FROM figures WHERE figure_id = ?")
    }

    /// The figure, or nil when there is none of this id.
    func figure(_ id: Int64) throws -> FigureRecord? {
        try statement.first {
            $0.bind(1, id)
        } row: {
            try FigureRecord($0)
        }
    }

    /// The ids of the figures a query asks for, in its order.
    static func ids(_ query: FigureQuery, _ db: Database) throws -> [Int64] {
        let compiled = try FigureSQL(query, db)
        var ids: [Int64] = []
        try BoundStatement(db, compiled.sql).eachRow {
            for (index, value) in compiled.parameters.enumerated() { $0.bind(Int32(index + 1), value) }
        } row: {
            ids.append(try $0.integer(0))
        }
        return ids
    }
}

/// The figures of a query, batch by batch.
final class FigureBatches: Sendable {
    private struct State {
        var ids: ArraySlice<Int64>?
        var rows: ArraySlice<FigureRecord> = []
    }

    private static let size = 500
    private let database: MetricsDatabase
    private let query: FigureQuery
    private let state = Mutex(State())

    init(_ database: MetricsDatabase, _ query: FigureQuery) {
        self.database = database
        self.query = query
    }

    /// The next figure; nil after the last. A figure that was deleted meanwhile is left out.
    func next() throws -> FigureRecord? {
        try state.withLock { state in
            while state.rows.isEmpty {
                if let ids = state.ids, ids.isEmpty { return nil }
                state = try database.read { db in
                    let ids = try state.ids ?? FigureReader.ids(query, db)[...]
                    let reader = try FigureReader(db)
                    let rows = try ids.prefix(Self.size).compactMap(reader.figure)
                    return State(ids: ids.dropFirst(Self.size), rows: rows[...])
                }
            }
            return state.rows.popFirst()
        }
    }
}

extension FigureRecord {
    /// A row of ``columns``; every column is checked for its type.
    init(_ row: StatementHandle) throws {
        figureID = try row.integer(0)
        reportID = try row.integer(1)
        report = try row.text(2)
        status = try row.code(3)
        start = try row.int(4)
        end = try row.int(5)
        surface = try row.text(6)
        value = try row.real(7)
        low = try row.optionalReal(8)
        high = try row.optionalReal(9)
        unit = try row.text(10)
        bound = try row.code(11)
        statistic = try row.code(12)
        frequency = try row.optionalCode(13)
        category = try row.text(14)
        indicator = try row.optionalText(15)
        indicatorLabel = try row.optionalText(16)
        measure = try row.text(17)
        subject = try row.optionalText(18)
        subjectKind = try row.optionalText(19)
        period = try row.optionalText(20)
        periodBasis = try row.optionalCode(21)
        rank = try row.optionalText(22)
        quote = try row.text(23)
        section = try row.text(24)
        line = try row.int(25)
        confidence = try row.real(26)
    }
}
