// The migrations of schema/: brings a database to this version's schema, or makes the bytes of a new one.
import GRDB
import GRDBSQLite
import Vocabulary

enum Schema {
    /// `application_id` of every database of ours, as schema/0001 sets it: "ZHib".
    static let applicationID = 0x5A48_6962

    /// A file of schema/: `0001_reports_and_figures.sql` is number 1.
    struct Migration: Sendable {
        let number: Int
        let path: String
        let sql: String
    }

    /// The embedded migrations, in order.
    /// - Throws: ``ZhibiaoError`` when their numbers are not 1, 2, 3 …
    static func migrations() throws -> [Migration] {
        try EmbeddedFile.all(in: "schema/").filter { $0.name.hasSuffix(".sql") }.enumerated().map { index, file in
            guard let number = Int(file.name.prefix { $0 != "_" }), number == index + 1 else {
                throw ZhibiaoError(.badEmbeddedFile(path: file.path, detail: "its name should start with \(index + 1)"))
            }
            return Migration(number: number, path: file.path, sql: file.text)
        }
    }

    /// The schema's version of a database.
    static func version(_ db: Database) throws -> Int { try number(db, "PRAGMA user_version") }

    /// Whether a database of this version can be read as it is.
    static func checkReadable(_ found: Int, path: String) throws {
        let known = try migrations().count
        if found > known { throw ZhibiaoError(.newerSchema(path: path, found: found, known: known)) }
        if found < known { throw ZhibiaoError(.olderSchema(path: path, found: found, known: known)) }
    }

    /// Runs what is missing, and fills the reference tables of a new database. Call inside a transaction.
    static func migrate(_ db: Database) throws {
        let migrations = try migrations()
        let found = try version(db)
        guard found < migrations.count else { return }
        for migration in migrations.dropFirst(found) {
            try db.execute(sql: migration.sql)
            guard try version(db) == migration.number else {
                throw ZhibiaoError(.badEmbeddedFile(path: migration.path, detail: "it should set user_version to \(migration.number)"))
            }
        }
        try ReferenceData(.builtIn).update(db)
    }

    /// The bytes of a new database: schema and reference data, no report.
    static func emptyDatabase() throws -> [UInt8] {
        let memory = try DatabaseQueue()
        try memory.write { db in try migrate(db) }
        return try memory.read { db in
            var size: Int64 = 0
            guard let start = sqlite3_serialize(db.sqliteConnection, "main", &size, 0) else {
                throw DatabaseError(resultCode: .SQLITE_NOMEM)
            }
            defer { sqlite3_free(start) }
            return Array(UnsafeBufferPointer(start: start, count: Int(size)))
        }
    }

    private static func number(_ db: Database, _ pragma: String) throws -> Int {
        let statement = try db.makeStatement(sql: pragma)
        let handle = StatementHandle(pointer: statement.sqliteStatement)
        defer { sqlite3_reset(handle.pointer) }
        guard sqlite3_step(handle.pointer) == SQLITE_ROW else { throw DatabaseError(resultCode: .SQLITE_ERROR) }
        return try handle.int(0)
    }
}
