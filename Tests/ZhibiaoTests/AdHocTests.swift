// Ad-hoc SQL answers questions and changes nothing, whatever the statement.
import Foundation
import Testing

@testable import Zhibiao

@Suite struct AdHocTests {
    let folder: TemporaryFolder
    let path: String
    let connection: AdHocConnection

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.write(Sample.richDatabase.get(), to: "metrics.db")
        connection = try AdHocConnection.open(path)
    }

    private func run(_ sql: String) throws -> [[SQLiteValue]] {
        var all: [[SQLiteValue]] = []
        try connection.run(sql) { rows in while let row = try rows.next() { all.append(row) } }
        return all
    }

    @Test func asks() throws {
        #expect(
            try run("SELECT surface, value, low, line FROM figures WHERE figure_id = 2") == [
                [.text("200家"), .real(200), .real(200), .integer(5)]
            ])
        #expect(try run("SELECT x'00ff', null, ''") == [[.blob([0, 255]), .null, .text("")]])
        #expect(try run("SELECT 1; SELECT 2; -- done") == [[.integer(1)], [.integer(2)]])
        #expect(try run(" -- nothing") == [] && run("") == [])
        #expect(try run("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n").count == 3)
        #expect(try run("SELECT value FROM json_each('[1,2]')").count == 2)
        #expect(try run("EXPLAIN QUERY PLAN SELECT * FROM figures").isEmpty == false)
        #expect(try run("PRAGMA user_version") == [[.integer(Int64(Schema.migrations().count))]])
        #expect(try run("PRAGMA integrity_check") == [[.text("ok")]])
        #expect(try run("PRAGMA table_info(figure)").isEmpty == false)
        #expect(try run("SELECT name FROM pragma_table_info('figure')").isEmpty == false)
        for view in ["figures", "enterprises", "teachers", "patents", "employment_rates", "numerals", "reports"] {
            #expect(try run("SELECT * FROM \(view)").isEmpty == false, "\(view)")
        }
        try connection.run("SELECT surface AS 原文, 1 FROM figures") { #expect($0.columns == ["原文", "1"]) }
    }

    static let nasty = [
        "DELETE FROM figure", "delete from report", "UPDATE report SET title = 'x'", "INSERT INTO unit VALUES ('x', 'y')",
        "REPLACE INTO unit VALUES ('人', 'y')", "WITH x AS (SELECT 1) DELETE FROM figure", "DELETE FROM figure RETURNING *",
        "INSERT INTO unit SELECT 'a', 'b' RETURNING unit", "SELECT 1; DELETE FROM figure", "SELECT 1;\n-- x\n; DROP TABLE figure",
        "DROP VIEW figures", "DROP TABLE report", "DROP INDEX figure_period", "CREATE TABLE t (x)", "CREATE TEMP TABLE t (x)",
        "CREATE TABLE t AS SELECT 1", "CREATE VIEW v AS SELECT 1", "CREATE TEMP VIEW v AS SELECT 1", "CREATE INDEX i ON report (title)",
        "CREATE TRIGGER t AFTER INSERT ON report BEGIN SELECT 1; END", "CREATE TEMP TRIGGER t AFTER INSERT ON report BEGIN SELECT 1; END",
        "CREATE VIRTUAL TABLE t USING fts5(x)", "CREATE VIRTUAL TABLE temp.t USING dbstat(main)", "ALTER TABLE report ADD COLUMN x",
        "ALTER TABLE report RENAME TO r", "REINDEX", "ANALYZE", "VACUUM", "VACUUM INTO '%/copy.db'", "ATTACH '%/copy.db' AS c",
        "ATTACH ':memory:' AS m", "ATTACH '%/metrics.db' AS again", "DETACH main", "BEGIN", "BEGIN IMMEDIATE", "BEGIN EXCLUSIVE",
        "COMMIT", "ROLLBACK", "SAVEPOINT s", "RELEASE s", "PRAGMA journal_mode = WAL", "PRAGMA journal_mode=DELETE",
        "PRAGMA journal_mode(WAL)", "PRAGMA main.journal_mode = OFF", "PRAGMA query_only = OFF", "PRAGMA query_only(0)",
        "PRAGMA writable_schema = ON", "PRAGMA user_version = 5", "PRAGMA application_id = 1", "PRAGMA schema_version = 9",
        "PRAGMA trusted_schema = ON", "PRAGMA foreign_keys = OFF", "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA wal_checkpoint",
        "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA incremental_vacuum", "PRAGMA auto_vacuum = FULL", "PRAGMA optimize",
        "PRAGMA page_size = 512", "PRAGMA encoding = 'UTF-16'", "PRAGMA temp_store_directory = '%'", "PRAGMA data_store_directory = '%'",
        "PRAGMA cache_spill = 1", "PRAGMA secure_delete = ON", "PRAGMA synchronous = OFF", "PRAGMA mmap_size = 1000000",
        "PRAGMA ignore_check_constraints = ON", "PRAGMA shrink_memory", "SELECT load_extension('%/x.so')",
        "SELECT * FROM pragma_journal_mode('wal')", "SELECT fts3_tokenizer('x')", "SELECT writefile('%/x', 'y')",
        "EXPLAIN DELETE FROM figure",
        "UPDATE sqlite_schema SET sql = ''", "DELETE FROM sqlite_schema", "INSERT INTO sqlite_sequence VALUES ('a', 1)",
        "UPDATE figures SET value = 0", "DELETE FROM figures", "SELECT 1; PRAGMA journal_mode = WAL; SELECT 2", "nonsense", "SELECT (", "'",
    ]

    @Test(arguments: nasty) func changesNothing(statement: String) throws {
        let before = try bytes(path)
        let sql = statement.replacingOccurrences(of: "%", with: folder.path)
        var rows = 0
        let kind = failure { try connection.run(sql) { while try $0.next() != nil { rows += 1 } } }
        #expect(kind != nil, "not refused: \(sql)")
        #expect(rows == 0)
        #expect(try bytes(path) == before)
        #expect(try folder.names == ["metrics.db"])
        // The connection still answers, and still refuses.
        #expect(try run("SELECT count(*) FROM figures") == [[.integer(6)]])
        #expect(failure { try connection.run("DELETE FROM figure") { _ in } } == .sqlRefused(reason: "DELETE from figure"))
    }

    @Test(arguments: [
        ("SELECT 价格 FROM figures", 7), ("SELECT '企业家', nope FROM figures", 14), ("SELECT '企业'; SELEC 1", 13),
    ])
    func errorsPointAtCodePoints(sql: String, offset: Int) {
        guard case .sqlFailed(_, offset)? = failure({ try connection.run(sql) { _ in } }) else {
            return wrong("\(String(describing: failure { try connection.run(sql) { _ in } }))")
        }
    }

    static let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"

    @Test func interrupts() async throws {
        let connection = connection
        let run = Task.detached { failure { try connection.run(Self.endless) { _ = try $0.next() } } }
        // Interrupting before the statement runs does nothing, so keep at it.
        while !run.isCancelled {
            try await Task.sleep(for: .milliseconds(20))
            connection.interrupt()
            if try await Self.ended(run) { break }
        }
        #expect(await run.value == .sqlInterrupted)
        #expect(try self.run("SELECT 1") == [[.integer(1)]])
    }

    private static func ended(_ task: Task<ZhibiaoError.Kind?, Never>) async throws -> Bool {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                _ = await task.value
                return true
            }
            group.addTask {
                try await Task.sleep(for: .milliseconds(50))
                return false
            }
            defer { group.cancelAll() }
            return try await group.next() ?? false
        }
    }

    @Test func stopsAtTheTimeLimit() throws {
        let connection = try AdHocConnection.open(path, timeLimit: .milliseconds(50))
        #expect(failure { try connection.run(Self.endless) { _ = try $0.next() } } == .sqlTooSlow(seconds: 0.05))
        #expect(failure { try connection.run("SELECT 1") { _ = try $0.next() } } == nil)
    }

    @Test func rowsEndWithTheirBody() throws {
        var kept: AdHocConnection.Rows?
        try connection.run("SELECT 1 UNION SELECT 2") { kept = $0 }
        #expect(try kept?.next() == nil)
    }

    @Test func knowsWhereAStatementEnds() {
        #expect(AdHocConnection.isComplete("SELECT '企业';") && !AdHocConnection.isComplete("SELECT ';"))
    }

    @Test func bindsParameters() throws {
        var found: [SQLiteValue] = []
        try connection.run(
            "SELECT :text, @number, $number, :null; SELECT :text", parameters: ["text": .text("苏'州"), "number": .integer(2), "null": .null]
        ) { rows in while let row = try rows.next() { found += row } }
        #expect(found == [.text("苏'州"), .integer(2), .integer(2), .null, .text("苏'州")])
        #expect(
            failure { try connection.run("SELECT 1; SELECT :gone") { _ in } }
                == .sqlFailed(message: "the parameter :gone has no value", offset: nil))
    }

    @Test func errorsOfFirstStatementsAreOfSQL() throws {
        #expect(failure { try connection.run("SELECT nonsense") { _ in } } == .sqlFailed(message: "no such column: nonsense", offset: 7))
        let another = try AdHocConnection.open(path)
        #expect(failure { try another.run("CREATE TABLE t (x)") { _ in } } == .sqlRefused(reason: "a change of the schema"))
    }

    @Test func writesWhereAsked() throws {
        let writer = try AdHocConnection.open(path, .readWrite)
        try writer.run("CREATE TABLE note (text TEXT)") { _ in }
        try writer.run("INSERT INTO note VALUES (:text)", parameters: ["text": .text("一")]) { _ in }
        try writer.run("BEGIN") { _ in }
        #expect(writer.isInTransaction)
        try writer.run("DELETE FROM note; ROLLBACK") { _ in }
        #expect(try run("SELECT text FROM note") == [[.text("一")]])
        for outside in [
            "ATTACH '\(folder.path)/x.db' AS x", "VACUUM INTO '\(folder.path)/x.db'", "PRAGMA journal_mode = WAL",
            "PRAGMA foreign_keys = OFF",
        ] {
            #expect(failure { try writer.run(outside) { _ in } } != nil, "\(outside)")
        }
        #expect(try folder.names == ["metrics.db"])
    }

    @Test func whatWasAbandonedIsNeverCommitted() throws {
        let writer = try AdHocConnection.open(path, .readWrite)
        try writer.run("CREATE TABLE note (text TEXT)") { _ in }
        writer.abandon()
        #expect(failure { try writer.run("INSERT INTO note VALUES ('x')") { _ in } } == .sqlInterrupted)
        #expect(try run("SELECT count(*) FROM note") == [[.integer(0)]])
    }
}
