// zhibiao sql: asks anything, changes nothing.
import Foundation
import Testing

@Suite("SQL")
struct SQLTests {
    @Test("rows in each format")
    func formats() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        let sql = "SELECT 1640000000.0 AS value, 2023 AS year, '苏州' AS 地区, NULL AS gone"
        #expect(
            try Program.run("sql", sql, "--db", database).out == """
                        value  year  地区  gone
                ─────────────  ────  ────  ────
                1,640,000,000  2023  苏州  NULL

                """)
        #expect(try Program.run("sql", sql, "--db", database, "--format", "csv").out == "value,year,地区,gone\r\n1640000000,2023,苏州,\r\n")
        #expect(
            try Program.run("sql", sql, "--db", database, "--format", "ndjson").out
                == #"{"value":1640000000,"year":2023,"地区":"苏州","gone":null}"# + "\n")
        #expect(try Program.run("sql", "SELECT 1 AS a; SELECT 2 AS b", "--db", database, "--format", "csv").out == "a\r\n1\r\nb\r\n2\r\n")
    }

    @Test("an error points at the character, after Chinese too")
    func pointer() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let outcome = try Program.run("sql", "SELECT '苏州', nonsense FROM figures", "--db", try folder.sampleDatabase())
        #expect(outcome.status == 1 && outcome.out == "")
        #expect(outcome.errLines.count == 3, "\(outcome.err)")
        #expect(outcome.errLines.dropFirst() == ["  SELECT '苏州', nonsense FROM figures", "                 ^"])
    }

    @Test(
        "no statement changes the file",
        arguments: [
            "DELETE FROM report", "DELETE FROM figures", "DROP VIEW figures", "DROP TABLE report", "CREATE TABLE t (x)",
            "CREATE TEMP TABLE t (x)",
            "INSERT INTO report DEFAULT VALUES", "UPDATE figure SET value = 0", "WITH x AS (SELECT 1) DELETE FROM figure",
            "PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = WAL", "PRAGMA user_version = 7",
            "PRAGMA query_only = OFF; DELETE FROM figure",
            "PRAGMA writable_schema = ON", "PRAGMA wal_checkpoint(TRUNCATE)", "PRAGMA application_id = 1", "PRAGMA incremental_vacuum",
            "VACUUM", "VACUUM INTO 'copy.db'", "ATTACH 'other.db' AS o", "ATTACH 'other.db' AS o; CREATE TABLE o.t (x)", "DETACH main",
            "REINDEX",
            "ANALYZE", "BEGIN EXCLUSIVE", "BEGIN IMMEDIATE; DELETE FROM figure; COMMIT", "SELECT 1; DELETE FROM figure",
            "SELECT load_extension('x')",
            "SELECT writefile('copy.txt', 'x')", "REPLACE INTO report (report_id) VALUES (1)", "ALTER TABLE report ADD COLUMN x",
            "SAVEPOINT s; DROP TABLE report",
            "CREATE VIRTUAL TABLE t USING fts5(x)", "EXPLAIN DELETE FROM figure",
            "CREATE TRIGGER g AFTER INSERT ON report BEGIN SELECT 1; END",
        ])
    func changesNothing(sql: String) throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let database = try folder.sampleDatabase()
        let before = try Data(contentsOf: folder.url("metrics.db"))
        let outcome = try Program.run("sql", sql, "--db", database, in: folder.root)
        #expect(try Data(contentsOf: folder.url("metrics.db")) == before)
        #expect(try folder.names() == ["metrics.db"])
        #expect(outcome.status == 0 || outcome.status == 1)
        if outcome.status == 1 { #expect(outcome.err.hasPrefix("zhibiao: ")) }
        let script = try Program.run("repl", "--db", database, input: sql + ";\n", in: folder.root)
        #expect(try Data(contentsOf: folder.url("metrics.db")) == before)
        #expect(try folder.names() == ["metrics.db"])
        #expect(script.status == outcome.status)
    }
}
