// Gets figures: first the ids that a query gives, then their rows in batches.
// Between two batches no lock is held, so a slow reader (a pager, a person) never keeps an import waiting.
import Figures
import GRDB
import Synchronization

/// Reads figures as the `figures` view has them. Of its tables only those with a row a figure are joined; what many figures share
/// (report, section, subject, indicator) is looked up when it changes. Measured: the view takes twice the time.
final class FigureReader {
    private let byID: BoundStatement
    private let byRange: BoundStatement
    private let following: BoundStatement
    private let texts = TextCache(columns: columns.count)
    private let shared: SharedNames

    private static let columns = [
        "figure.figure_id", "numeral.report_id", "figure.status", "numeral.char_start", "numeral.char_end", "numeral.surface",
        "numeral.value", "figure.low", "figure.high", "numeral.unit", "figure.bound", "figure.statistic", "figure.frequency",
        "figure.category", "figure.indicator", "figure.measure", "figure.subject_id", "figure.period", "figure.period_basis",
        "figure.rank", "sentence.text", "passage.section_id", "numeral.line", "figure.confidence", "figure.sentence_id",
    ]

    /// Use it inside one read or write of the database: what it has looked up does not change there but for figures.
    init(_ db: Database) throws {
        let from = """
            SELECT \(Self.columns.joined(separator: ", ")) FROM numeral JOIN figure ON figure.numeral_id = numeral.numeral_id
            JOIN passage ON passage.passage_id = numeral.passage_id JOIN sentence ON sentence.sentence_id = figure.sentence_id WHERE
            """
        byID = try BoundStatement(db, "\(from) figure.figure_id = ?", isKept: true)
        byRange = try BoundStatement(db, "\(from) figure.figure_id BETWEEN ? AND ? ORDER BY figure.figure_id", isKept: true)
        following = try BoundStatement(db, "\(from) figure.figure_id > ? ORDER BY figure.figure_id LIMIT ?", isKept: true)
        shared = try SharedNames(db)
    }

    /// The figure, or nil when there is none of this id.
    func figure(_ id: Int64) throws -> FigureRecord? {
        var figures: [FigureRecord?] = []
        try append(id, to: &figures)
        return figures.first ?? nil
    }

    /// The figures of these ids, in their order; one that is not there is left out.
    func figures(_ ids: some RandomAccessCollection<Int64>) throws -> [FigureRecord] { try batch(ids).compactMap(\.self) }

    /// The same as a batch that is taken out one by one.
    func batch(_ ids: some RandomAccessCollection<Int64>) throws -> [FigureRecord?] {
        var figures: [FigureRecord?] = []
        figures.reserveCapacity(ids.count)
        // Ids that follow one another, as those of a whole report do, are read in one go.
        if let first = ids.first, let last = ids.last, last - first == Int64(ids.count - 1), zip(ids, ids.dropFirst()).allSatisfy(<) {
            try byRange.eachRow {
                $0.bind(1, first)
                $0.bind(2, last)
            } row: {
                try append($0, to: &figures)
            }
        } else {
            for id in ids { try append(id, to: &figures) }
        }
        return figures
    }

    /// The figures of the next greater ids, as a batch that is taken out one by one.
    func figures(after id: Int64, count: Int) throws -> [FigureRecord?] {
        var figures: [FigureRecord?] = []
        figures.reserveCapacity(count)
        try following.eachRow {
            $0.bind(1, id)
            $0.bind(2, count)
        } row: {
            try append($0, to: &figures)
        }
        return figures
    }

    private func append(_ id: Int64, to figures: inout [FigureRecord?]) throws {
        try byID.eachRow {
            $0.bind(1, id)
        } row: {
            try append($0, to: &figures)
        }
    }

    /// Appends a row of ``columns``; one whose report is missing is left out.
    private func append(_ row: StatementHandle, to figures: inout [FigureRecord?]) throws {
        let report = try row.integer(1)
        guard let title = try shared.report(report) else { return }
        figures.append(.blank)
        try figures[figures.count - 1]?.read(row, title, report, texts, shared)
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
@usableFromInline
final class FigureBatches: Sendable {
    /// A batch is small enough that an import beside it waits for milliseconds only.
    private static let size = 2000
    private let database: MetricsDatabase
    private let query: FigureQuery
    private let state: Mutex<State>

    /// What is left to read.
    private enum State {
        /// All figures of greater ids than this.
        case all(after: Int64)
        /// Nothing has been asked.
        case unasked
        /// The figures of these ids.
        case ids(ArraySlice<Int64>)
    }

    init(_ database: MetricsDatabase, _ query: FigureQuery) {
        self.database = database
        self.query = query
        state = Mutex(query == FigureQuery() ? .all(after: .min) : .unasked)
    }

    /// The next figures; nil after the last. A figure that was deleted meanwhile is left out.
    @usableFromInline
    func next() throws -> [FigureRecord?]? {
        try state.withLock { state in
            while true {
                let rows: [FigureRecord?]
                switch state {
                case .all(let id):
                    rows = try database.read { db in try FigureReader(db).figures(after: id, count: Self.size) }
                    if let last = rows.last ?? nil { state = .all(after: last.figureID) } else { state = .ids([]) }
                case .unasked:
                    state = .ids(try database.read { db in try FigureReader.ids(query, db)[...] })
                    continue
                case .ids(let ids):
                    if ids.isEmpty { return nil }
                    rows = try database.read { db in try FigureReader(db).batch(ids.prefix(Self.size)) }
                    state = .ids(ids.dropFirst(Self.size))
                }
                if !rows.isEmpty { return rows }
            }
        }
    }
}

/// Figures, one after the other, read from the database as they are asked for. Memory: eight bytes a figure, and a batch of rows;
/// no lock is held between two batches.
public struct FigureStream<Element: Sendable>: AsyncSequence, Sendable {
    public typealias Failure = any Error

    let database: MetricsDatabase
    let query: FigureQuery
    /// A batch of figures as elements; nil leaves one out.
    let elements: @Sendable (consuming [FigureRecord?]) -> [Element?]

    public func makeAsyncIterator() -> Iterator { Iterator(batches: FigureBatches(database, query), elements: elements) }

    // Inlinable, so that a loop over figures does not handle each as a value of unknown type: measured a fifth of the time.
    /// One figure after the other.
    public struct Iterator: AsyncIteratorProtocol {
        @usableFromInline let batches: FigureBatches
        @usableFromInline let elements: @Sendable (consuming [FigureRecord?]) -> [Element?]
        /// An element is taken out rather than copied: a copy counts the references of all its strings up and down.
        @usableFromInline var rows: [Element?] = []
        @usableFromInline var index = 0

        fileprivate init(batches: FigureBatches, elements: @escaping @Sendable (consuming [FigureRecord?]) -> [Element?]) {
            self.batches = batches
            self.elements = elements
        }

        /// On the caller's own actor: a switch of threads for each figure would take more time than reading it.
        @inlinable
        public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> Element? {
            while true {
                while index < rows.count {
                    index += 1
                    if rows[index - 1] != nil { return rows[index - 1].take() }
                }
                // A reader that was cancelled gets no more.
                try Task.checkCancellation()
                guard let more = try batches.next() else { return nil }
                rows = elements(more)
                index = 0
            }
        }
    }
}

extension FigureRecord {
    /// Takes over a row of the reader's columns, every column checked for its type. No initializer: one that can fail makes the
    /// value aside and copies it, measured a twentieth of the time.
    fileprivate mutating func read(
        _ row: StatementHandle, _ title: String, _ reportID: Int64, _ texts: TextCache, _ shared: SharedNames
    ) throws {
        figureID = try row.integer(0)
        self.reportID = reportID
        report = title
        status = try texts.code(row, 2, FigureStatus.self)
        start = try row.int(3)
        end = try row.int(4)
        surface = try row.text(5)
        value = try row.real(6)
        low = try row.optionalReal(7)
        high = try row.optionalReal(8)
        unit = try texts.text(row, 9)
        bound = try texts.code(row, 10, Bound.self)
        statistic = try texts.code(row, 11, Statistic.self)
        frequency = try texts.optionalCode(row, 12, Frequency.self)
        category = try texts.text(row, 13)
        let labelled = try texts.labelled(row, 14, shared.label)
        indicator = labelled?.code
        indicatorLabel = labelled?.label
        measure = try texts.text(row, 15)
        let subject = try row.optionalInteger(16).flatMap(shared.subject)
        self.subject = subject?.name
        subjectKind = subject?.kind
        period = try texts.optionalText(row, 17)
        periodBasis = try texts.optionalCode(row, 18, PeriodBasis.self)
        rank = try row.optionalText(19)
        quote = try shared.quote(row.integer(24)) { try row.text(20) }
        section = try row.optionalInteger(21).flatMap(shared.section) ?? ""
        line = try row.int(22)
        confidence = try row.real(23)
    }
}
