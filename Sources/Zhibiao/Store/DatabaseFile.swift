// Opening a database file: every way it can go wrong has an error of its own, and a failed open leaves the file and its folder
// as they were.
//
// Journal: SQLite's rollback journal (the default), not a write-ahead log. At rest there is one file and nothing beside it, which
// any program reads, in a read-only folder too; a killed import is undone by whoever opens the file next. The price is that a commit
// waits for running reads and the other way round, for milliseconds: readers here hold no lock between batches, an import's pages
// stay in memory until its commit, and everyone waits for the lock before giving up.
import CStoreShim
import GRDB
import GRDBSQLite

enum DatabaseFile {
    /// How long to wait for another program before saying that the database is in use, in seconds.
    static let readerPatience = 10.0
    static let writerPatience = 60.0

    /// Pages of 4 KiB that a transaction keeps in memory. No multiple of 256: SQLite (3.40) reads the pragma's number a second time as a
    /// Boolean, of which it looks at the low byte only, and 16384 would turn spilling off.
    private static let pagesInMemory = 16383

    /// Opens a database for reading or, made when missing and migrated when older, for writing.
    static func open(_ path: String, _ mode: MetricsDatabase.Mode) throws -> DatabaseQueue {
        if mode == .readWrite { try create(path) }
        try check(path, mode)
        return try mapErrors(path) {
            if mode == .readOnly { try recover(path) }
            let queue = try DatabaseQueue(path: sqlitePath(path), configuration: configuration(mode))
            try queue.inDatabase { db in
                if mode == .readWrite, sqlite3_db_readonly(db.sqliteConnection, "main") != 0 {
                    throw ZhibiaoError(.databaseNotWritable(path: path, reason: "the file is read-only"))
                }
                let found = try Schema.version(db)
                if try mode == .readOnly || found >= Schema.migrations().count { return try Schema.checkReadable(found, path: path) }
                try db.inTransaction(.immediate) {
                    try Schema.migrate(db)
                    return .commit
                }
            }
            return queue
        }
    }

    /// Looks at what is at `path` without SQLite, which would take an empty file or a folder's absence its own way.
    static func check(_ path: String, _ mode: MetricsDatabase.Mode) throws {
        if path.isEmpty { throw ZhibiaoError(.databasePathEmpty) }
        switch FileKind(path) {
        case .missing: throw ZhibiaoError(.databaseMissing(path: path))
        case .folder: throw ZhibiaoError(.databaseIsFolder(path: path))
        case .other: throw ZhibiaoError(.notADatabase(path: path))
        case .unreadable(let reason): throw ZhibiaoError(.databaseUnreadable(path: path, reason: reason))
        case .file(bytes: 0): if mode == .readOnly { throw ZhibiaoError(.databaseEmpty(path: path)) }
        case .file: try checkHeader(path)
        }
        guard mode == .readWrite else { return }
        if !isWritable(path) { throw ZhibiaoError(.databaseNotWritable(path: path, reason: "the file is read-only")) }
        // SQLite's journal stands beside the file.
        if !isWritable(folder(of: realPath(path))) {
            throw ZhibiaoError(.databaseNotWritable(path: path, reason: "its folder is read-only"))
        }
    }

    /// The first 100 bytes of an SQLite file say what it is: its magic and, at 68, the application's number.
    private static func checkHeader(_ path: String) throws {
        let header: [UInt8]
        do {
            header = try readBytes(path == "-" ? "./-" : path, maximum: 100, limit: 100)
        } catch .system(let number) {
            throw ZhibiaoError(.databaseUnreadable(path: path, reason: systemMessage(number)))
        } catch .tooLarge {
            return
        }
        guard header.count == 100, header.starts(with: "SQLite format 3\0".utf8) else { throw ZhibiaoError(.notADatabase(path: path)) }
        let application = header[68..<72].reduce(0) { $0 << 8 | Int($1) }
        guard application == Schema.applicationID else { throw ZhibiaoError(.otherApplication(path: path)) }
    }

    /// Makes a new database when there is nothing at `path`. It appears whole, in one step.
    private static func create(_ path: String) throws {
        if path.isEmpty { throw ZhibiaoError(.databasePathEmpty) }
        guard FileKind(path) == .missing else { return }
        let folder = folder(of: path)
        guard FileKind(folder) == .folder else { throw ZhibiaoError(.databaseFolderMissing(path: path, folder: folder)) }
        let bytes = try Schema.emptyDatabase()
        switch zhibiao_create_file(path, bytes, bytes.count) {
        case 0: return
        case EEXIST:
            // Another import was faster, or `path` is a link to nothing.
            if FileKind(path) == .missing { throw ZhibiaoError(.databaseUnreadable(path: path, reason: "a link to nothing")) }
        case ENOSPC, EDQUOT: throw ZhibiaoError(.diskFull(path: path))
        case let number: throw ZhibiaoError(.databaseNotWritable(path: path, reason: systemMessage(number)))
        }
    }

    /// Undoes what an import that was killed while it wrote has left in a journal: a read-only connection cannot.
    static func recover(_ path: String) throws {
        let real = realPath(path)
        let leftovers = ["-journal", "-wal"].contains {
            if case .file(let bytes) = FileKind(real + $0) { bytes > 0 } else { false }
        }
        guard leftovers, isWritable(real), isWritable(folder(of: real)) else { return }
        let queue = try DatabaseQueue(path: sqlitePath(path), configuration: configuration(.readWrite))
        _ = try queue.inDatabase { db in try Schema.version(db) }
        try queue.close()
    }

    private static func configuration(_ mode: MetricsDatabase.Mode) -> Configuration {
        var configuration = Configuration()
        configuration.readonly = mode == .readOnly
        configuration.busyMode = .timeout(mode == .readOnly ? readerPatience : writerPatience)
        configuration.prepareDatabase { db in
            // A file from elsewhere may hold a schema that was made to harm.
            guard let connection = db.sqliteConnection else { return }
            let code = zhibiao_harden(connection)
            guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
            // A reader that goes through a database in its order is as fast with 4 MB of pages as with 16; an import is not.
            try db.execute(sql: "PRAGMA cell_size_check = ON; PRAGMA cache_size = \(mode == .readOnly ? -4000 : -16000)")
            guard mode == .readWrite else { return }
            // Pages of an import stay in memory until its commit, so that readers are locked out for milliseconds only. A report
            // of more than about 15 MB has so many that they go to the file before.
            try db.execute(sql: "PRAGMA cache_spill = \(Self.pagesInMemory)")
        }
        return configuration
    }

    /// The path as SQLite takes no other way: ":memory:" and "file:…" are names of files here.
    static func sqlitePath(_ path: String) -> String { path.hasPrefix("/") ? path : "./" + path }

    /// Runs `body` and says SQLite's errors in our words.
    static func mapErrors<Value>(_ path: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw mapped(path, Int32(error.extendedResultCode.rawValue), error.message ?? "\(error.resultCode)")
        }
    }

    /// The error for one of SQLite's codes.
    static func mapped(_ path: String, _ code: Int32, _ message: String) -> ZhibiaoError {
        // Some codes that say more than their lowest byte; macros that Swift does not import.
        let readOnlyRollback: Int32 = SQLITE_READONLY | 3 << 8
        let readOnlyRecovery: Int32 = SQLITE_READONLY | 1 << 8
        let writeFailed: Int32 = SQLITE_IOERR | 3 << 8
        return switch code {
        case readOnlyRollback, readOnlyRecovery: ZhibiaoError(.databaseNeedsRecovery(path: path))
        case writeFailed: ZhibiaoError(.databaseNotWritable(path: path, reason: "a write failed; the disk or a limit on file sizes"))
        default:
            switch code & 0xFF {
            case SQLITE_BUSY, SQLITE_LOCKED: ZhibiaoError(.databaseBusy(path: path))
            case SQLITE_FULL: ZhibiaoError(.diskFull(path: path))
            case SQLITE_NOTADB: ZhibiaoError(.notADatabase(path: path))
            case SQLITE_CORRUPT: ZhibiaoError(.databaseDamaged(path: path, detail: message))
            case SQLITE_READONLY: ZhibiaoError(.databaseNotWritable(path: path, reason: message))
            case SQLITE_CANTOPEN: ZhibiaoError(.databaseUnreadable(path: path, reason: message))
            default: ZhibiaoError(.databaseFailed(path: path, code: Int(code), message: message))
            }
        }
    }
}

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif
