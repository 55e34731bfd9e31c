// One database file of reports and figures: the library's front door.
import Figures
import GRDB
import ReportText

/// One database file of reports and figures. May be used from any thread; every method throws ``ZhibiaoError``.
///
///     let database = try MetricsDatabase.open("metrics.db", .readOnly)
///     for rate in try database.employmentRates(FigureQuery().withRegion("江苏省").withPeriod("2023")) {
///         print(rate.subject ?? "", rate.value.value, rate.figure.quote)
///     }
public final class MetricsDatabase: Sendable {
    /// What a database is opened for.
    public enum Mode: Sendable {
        /// Nothing is changed, and no file is made.
        case readOnly
        /// Created when missing, brought up to this version's schema when older.
        case readWrite
    }

    /// The file's path as given.
    public let path: String
    let queue: DatabaseQueue

    private init(path: String, queue: DatabaseQueue) {
        self.path = path
        self.queue = queue
    }

    /// Opens a database. A failed open leaves no file behind and changes none.
    public static func open(_ path: String, _ mode: Mode) throws -> MetricsDatabase {
        MetricsDatabase(path: path, queue: try DatabaseFile.open(path, mode))
    }

    // MARK: import

    /// Reads a report and stores it in one transaction; content that is stored already changes nothing.
    /// - Parameters:
    ///   - file: the report.
    ///   - extractor: reads the text; make one and use it for many reports.
    public func importReport(_ file: ReportFile, extractor: Extractor) throws -> ImportOutcome {
        if let stored = try report(sha256: file.sha256) { return .unchanged(stored) }
        return try store(file.prepared(by: extractor))
    }

    /// As ``importReport(_:extractor:)``, with an extractor of its own.
    public func importReport(_ file: ReportFile) throws -> ImportOutcome { try importReport(file, extractor: Extractor()) }

    /// Stores what was found in a report, in one transaction.
    package func store(_ file: ReportFile, sha256: String, text: ReportText, _ extraction: Extraction) throws -> ImportOutcome {
        try store(file.prepared(ReportContents(text: text, converter: nil), .whole(extraction), sha256: sha256))
    }

    /// Stores a report that has been read, in one transaction; content that is stored already changes nothing.
    /// Reviews of this content from an earlier time hold again.
    public func store(_ report: PreparedReport) throws -> ImportOutcome {
        let outcome: ImportOutcome? = try write { db in
            // Another import may have stored it since we looked.
            if let stored = try Self.reports(db, "WHERE sha256 = ?", [.text(report.sha256)]).first {
                return (.unchanged(stored), .rollback)
            }
            let id = try Self.write(report, db)
            try ReviewWriter(db).workIn(reviewsOf: id)
            return (try Self.reports(db, "WHERE report_id = ?", [.integer(id)]).first.map(ImportOutcome.imported), .commit)
        }
        guard let outcome else { throw ZhibiaoError(.databaseDamaged(path: path, detail: "a report just stored is not there")) }
        return outcome
    }

    /// A row that the schema's checks refuse is a fault of this report's extraction, not of the database.
    static func write(_ report: PreparedReport, keeping kept: KeptFigures? = nil, _ db: Database) throws -> Int64 {
        do {
            return try ReportWriter(db, report.vocabulary).write(report, keeping: kept)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw ZhibiaoError(.badExtraction(path: report.path, detail: error.message ?? "a row that the schema refuses"))
        }
    }

    // MARK: figures

    /// All figures that a query asks for.
    public func figures(_ query: FigureQuery = FigureQuery()) throws -> [FigureRecord] {
        try read { db in
            try FigureReader(db).figures(FigureReader.ids(query, db))
        }
    }

    /// Calls `body` with one figure after the other. Memory: eight bytes a figure, and a batch of rows. No lock is held while `body` runs.
    public func forEachFigure(_ query: FigureQuery = FigureQuery(), _ body: (FigureRecord) throws -> Void) throws {
        let batches = FigureBatches(self, query)
        while let figures = try batches.next() { for case let figure? in figures { try body(figure) } }
    }

    /// The figures of a query as they are asked for, with the memory of ``forEachFigure(_:_:)``.
    public func stream(_ query: FigureQuery = FigureQuery()) -> FigureStream<FigureRecord> {
        FigureStream(database: self, query: query, elements: { $0 })
    }

    /// The figure of this id, or nil.
    public func figure(id: Int64) throws -> FigureRecord? { try read { db in try FigureReader(db).figure(id) } }

    /// Looks up the names and periods of a query without asking it.
    /// - Throws: ``ZhibiaoError`` for one that there is none of.
    public func checkNames(_ query: FigureQuery) throws { try read { db in _ = try FigureSQL(query, db) } }

    /// How many figures a query asks for.
    public func count(_ query: FigureQuery = FigureQuery()) throws -> Int { try read { db in try FigureReader.ids(query, db).count } }

    /// A figure and where it stands, or nil when there is none of this id.
    public func evidence(id: Int64) throws -> Evidence? {
        try read { db in
            guard let figure = try FigureReader(db).figure(id) else { return nil }
            return try BoundStatement(
                db,
                """
                SELECT report.path, passage.kind, passage.text, passage.char_start, passage.line,
                       substr(report.text, passage.char_start + 1, passage.char_end - passage.char_start)
                FROM figure
                JOIN numeral ON numeral.numeral_id = figure.numeral_id
                JOIN passage ON passage.passage_id = numeral.passage_id
                JOIN report ON report.report_id = numeral.report_id
                WHERE figure.figure_id = ?
                """
            ).first {
                $0.bind(1, id)
            } row: {
                Evidence(
                    figure: figure, reportPath: try $0.text(0), passageKind: try $0.code(1), passage: try $0.text(2),
                    source: try $0.text(5), sourceStart: try $0.int(3), sourceLine: try $0.int(4))
            }
        }
    }

    // MARK: reports

    /// Every report, in order of import.
    public func reports() throws -> [ReportRecord] { try read { db in try Self.reports(db, "", []) } }

    /// The report of this content, or nil.
    public func report(sha256: String) throws -> ReportRecord? {
        try read { db in try Self.reports(db, "WHERE sha256 = ?", [.text(sha256)]).first }
    }

    /// The text of a report, or nil when there is none of this id.
    public func text(ofReport id: Int64) throws -> String? {
        try read { db in
            try BoundStatement(db, "SELECT text FROM report WHERE report_id = ?").first {
                $0.bind(1, id)
            } row: {
                try $0.text(0)
            }
        }
    }

    /// Every category that has figures, most first.
    public func categoryCounts() throws -> [CategoryCount] {
        try read { db in
            var counts: [CategoryCount] = []
            try BoundStatement(
                db,
                """
                SELECT category.code, category.zh, category.en, count(*) AS figures
                FROM figure JOIN category ON category.code = figure.category
                GROUP BY category.code ORDER BY figures DESC, category.code
                """
            ).eachRow {
                counts.append(CategoryCount(category: try $0.text(0), zh: try $0.text(1), en: try $0.text(2), figures: try $0.int(3)))
            }
            return counts
        }
    }

    static func reports(_ db: Database, _ condition: String, _ parameters: [SQLiteValue]) throws -> [ReportRecord] {
        var reports: [ReportRecord] = []
        try BoundStatement(
            db,
            """
            SELECT report_id, title, year, path, sha256, kind,
                   (SELECT count(*) FROM numeral WHERE numeral.report_id = report.report_id AND kind = 'figure'),
                   (SELECT count(*) FROM numeral WHERE numeral.report_id = report.report_id)
            FROM report \(condition) ORDER BY report_id
            """
        ).eachRow {
            for (index, value) in parameters.enumerated() { $0.bind(Int32(index + 1), value) }
        } row: {
            reports.append(
                ReportRecord(
                    reportID: try $0.integer(0), title: try $0.text(1), year: try $0.optionalInt(2), path: try $0.text(3),
                    sha256: try $0.text(4), kind: try $0.code(5), figures: try $0.int(6), numerals: try $0.int(7)))
        }
        return reports
    }

    /// The reports that a person means: the one of this id, of this title or path, or else those whose title or path holds the text.
    public func reports(named name: String) throws -> [ReportRecord] {
        try read { db in
            if let id = Int64(name) { return try Self.reports(db, "WHERE report_id = ?", [.integer(id)]) }
            let exact = try Self.reports(db, "WHERE title = ?1 OR path = ?1", [.text(name)])
            return exact.isEmpty ? try Self.reports(db, "WHERE instr(title, ?1) > 0 OR instr(path, ?1) > 0", [.text(name)]) : exact
        }
    }

    // MARK: transactions

    /// Reads from one state of the database.
    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try DatabaseFile.mapErrors(path) { try queue.read(body) }
        } catch let error as ZhibiaoError where error.kind == .databaseNeedsRecovery(path: path) {
            // An import beside us was killed since we opened the file: undo it, as opening does.
            try DatabaseFile.mapErrors(path) { try DatabaseFile.recover(path) }
            return try DatabaseFile.mapErrors(path) { try queue.read(body) }
        }
    }

    /// Changes the database in one transaction.
    /// - Parameter body: gives a value, and whether what it did is to be kept.
    func write<Value>(_ body: (Database) throws -> (Value, Database.TransactionCompletion)) throws -> Value {
        try DatabaseFile.mapErrors(path) {
            var value: Value?
            try queue.writeWithoutTransaction { db in
                try db.inTransaction(.immediate) {
                    let (result, completion) = try body(db)
                    value = result
                    return completion
                }
            }
            guard let value else { throw ZhibiaoError(.databaseFailed(path: path, code: 0, message: "a transaction gave nothing")) }
            return value
        }
    }
}
