// SQL that a person typed: questions that cannot change anything, for `zhibiao sql` and the REPL; or with `.readWrite` changes too.
// Four walls around questions, each enough alone: the file is opened read-only, query_only is set, an authorizer refuses at compile time all that is
// no question, and SQLite's defensive mode is on. GRDB keeps the authorizer of its connections to itself, so this one is not GRDB's.
import CStoreShim
import GRDBSQLite
import Synchronization

/// A connection for SQL that a person typed, read-only unless it is asked for more. ``run(_:parameters:_:)`` calls wait for one another;
/// ``interrupt()`` and ``abandon()`` may come from any thread.
public final class AdHocConnection: @unchecked Sendable {
    // Unchecked: the C pointer is opened in SQLite's serialised mode and closed in deinit only; `Guard` is locked; `running` serialises runs.

    /// The file's path as given.
    public let path: String
    private let connection: OpaquePointer
    private let watch: Guard
    private let running = Mutex(())

    private init(path: String, connection: OpaquePointer, watch: Guard) {
        self.path = path
        self.connection = connection
        self.watch = watch
    }

    deinit { sqlite3_close_v2(connection) }

    /// Opens an existing database, for reading unless `mode` says otherwise.
    /// - Parameters:
    ///   - path: the database file.
    ///   - mode: whether SQL may change what is in the file; other files stay out of reach.
    ///   - timeLimit: how long one ``run(_:parameters:_:)`` may compute before it ends with `sqlTooSlow`; nil for as long as it takes.
    public static func open(
        _ path: String, _ mode: MetricsDatabase.Mode = .readOnly, timeLimit: Duration? = nil
    ) throws -> AdHocConnection {
        // Says what is wrong with the file and undoes what a killed import has left. Never makes a file.
        try DatabaseFile.check(path, .readOnly)
        try DatabaseFile.mapErrors(path) { try DatabaseFile.recover(path) }
        if mode == .readWrite { _ = try MetricsDatabase.open(path, .readWrite) }
        var opened: OpaquePointer?
        let flags = (mode == .readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_FULLMUTEX
        let code = sqlite3_open_v2(DatabaseFile.sqlitePath(path), &opened, flags, nil)
        guard code == SQLITE_OK, let connection = opened else {
            sqlite3_close_v2(opened)
            throw DatabaseFile.mapped(path, code, String(cString: sqlite3_errstr(code)))
        }
        let adHoc = AdHocConnection(path: path, connection: connection, watch: Guard(timeLimit: timeLimit, mayWrite: mode == .readWrite))
        try adHoc.secure(mode)
        return adHoc
    }

    private func secure(_ mode: MetricsDatabase.Mode) throws {
        sqlite3_extended_result_codes(connection, 1)
        sqlite3_busy_timeout(connection, Int32(DatabaseFile.readerPatience * 1000))
        let code = zhibiao_harden(connection)
        guard code == SQLITE_OK else { throw DatabaseFile.mapped(path, code, "the connection cannot be secured") }
        let rules = mode == .readOnly ? "PRAGMA query_only = ON" : "PRAGMA foreign_keys = ON"
        guard sqlite3_exec(connection, rules, nil, nil, nil) == SQLITE_OK else { throw failure(in: "") }
        // Before the authorizer is set. Not through MetricsDatabase, which takes as long to open as all the rest of a short question.
        try run("PRAGMA user_version") { rows in
            guard case .integer(let found)? = try rows.next()?.first else { return }
            try Schema.checkReadable(Int(found), path: path)
        }
        // The connection does not outlive `watch`, which this object owns.
        let context = Unmanaged.passUnretained(watch).toOpaque()
        sqlite3_set_authorizer(
            connection,
            { context, action, first, second, _, _ in
                guard let context else { return SQLITE_DENY }
                let text = { (pointer: UnsafePointer<CChar>?) in pointer.map { String(cString: $0) } }
                return Unmanaged<Guard>.fromOpaque(context).takeUnretainedValue().allows(action, text(first), text(second))
                    ? SQLITE_OK : SQLITE_DENY
            }, context)
        sqlite3_progress_handler(
            connection, 5000,
            { context in
                guard let context else { return 1 }
                return Unmanaged<Guard>.fromOpaque(context).takeUnretainedValue().mustStop ? 1 : 0
            }, context)
        // What was given up must not come to be after all.
        sqlite3_commit_hook(
            connection,
            { context in
                guard let context else { return 1 }
                return Unmanaged<Guard>.fromOpaque(context).takeUnretainedValue().isAbandoned ? 1 : 0
            }, context)
    }

    /// Runs every statement of `sql` in turn and gives each one's rows to `body`. All are compiled before the first runs,
    /// so that a refused or wrong one stops the whole before any row is given.
    /// - Parameters:
    ///   - sql: one statement or several.
    ///   - parameters: values for `:name`, `@name` and `$name`, by `name`.
    ///   - body: is given the rows of each statement.
    /// - Throws: ``ZhibiaoError``: what was refused, what SQLite says and at which code point, or `sqlInterrupted`.
    public func run(_ sql: String, parameters: [String: SQLiteValue] = [:], _ body: (Rows) throws -> Void) throws {
        try running.withLock { _ in
            watch.start()
            let statements = try compile(sql)
            defer { for statement in statements { sqlite3_finalize(statement.pointer) } }
            for statement in statements { try bind(parameters, to: statement) }
            for statement in statements {
                let rows = Rows(self, statement)
                defer { rows.end() }
                try body(rows)
                // A body that does not ask for the rows wants the statement run all the same: EXPLAIN and PRAGMA have errors too.
                if !rows.isStarted { _ = try rows.next() }
            }
        }
    }

    /// Ends a ``run(_:parameters:_:)`` in progress with `sqlInterrupted`; nothing else.
    public func interrupt() { sqlite3_interrupt(connection) }

    /// Gives up this connection for good: as ``interrupt()``, and whatever it is in the middle of will never be committed. For work that
    /// does not come to its end at once, such as a single long function: it ends by itself, and the file is let go then.
    public func abandon() {
        watch.abandon()
        interrupt()
    }

    /// Whether a transaction is open.
    public var isInTransaction: Bool { sqlite3_get_autocommit(connection) == 0 }

    /// Whether what was refused is a change of what is in the file, which a connection opened for `.readWrite` does.
    package static func isChange(_ refused: String) -> Bool { Guard.isChange(refused) }

    /// Whether `sql` ends a statement: a REPL reads on while it does not.
    public static func isComplete(_ sql: String) -> Bool { sqlite3_complete(sql) != 0 }

    /// The rows of one statement. Valid only inside the body given to ``AdHocConnection/run(_:parameters:_:)``.
    public final class Rows {
        /// The columns' names; may repeat.
        public let columns: [String]
        private let connection: AdHocConnection
        private let statement: StatementHandle
        fileprivate private(set) var isStarted = false
        private var isDone = false

        fileprivate init(_ connection: AdHocConnection, _ statement: StatementHandle) {
            self.connection = connection
            self.statement = statement
            columns = (0..<sqlite3_column_count(statement.pointer)).map {
                sqlite3_column_name(statement.pointer, $0).map { String(cString: $0) } ?? ""
            }
        }

        /// The next row, one value a column; nil after the last.
        public func next() throws -> [SQLiteValue]? {
            guard !isDone else { return nil }
            isStarted = true
            switch sqlite3_step(statement.pointer) {
            case SQLITE_ROW: return columns.indices.map { statement.value(Int32($0)) }
            case SQLITE_DONE:
                isDone = true
                return nil
            default:
                isDone = true
                throw connection.failure(in: "")
            }
        }

        /// Ends the statement and with it its lock on the file.
        fileprivate func end() {
            isDone = true
            sqlite3_reset(statement.pointer)
        }
    }

    // MARK: compiling

    private func compile(_ sql: String) throws -> [StatementHandle] {
        // A NUL would end the text early: SQLite would not see the rest.
        if let offset = sql.unicodeScalars.enumerated().first(where: { $0.element == "\0" })?.offset {
            throw ZhibiaoError(.sqlFailed(message: "a NUL character", offset: offset))
        }
        var statements: [StatementHandle] = []
        do {
            try sql.withCString { start in
                var rest = start
                while rest.pointee != 0 {
                    var compiled: OpaquePointer?
                    var tail: UnsafePointer<CChar>?
                    let code = sqlite3_prepare_v2(connection, rest, -1, &compiled, &tail)
                    guard code == SQLITE_OK else { throw failure(in: sql, from: rest - start) }
                    // Nothing is compiled from a comment or an empty statement.
                    if let compiled { statements.append(StatementHandle(pointer: compiled)) }
                    guard let tail, tail > rest else { break }
                    rest = tail
                }
            }
        } catch {
            for statement in statements { sqlite3_finalize(statement.pointer) }
            throw error
        }
        return statements
    }

    private func bind(_ parameters: [String: SQLiteValue], to statement: StatementHandle) throws {
        let count = sqlite3_bind_parameter_count(statement.pointer)
        guard count > 0 else { return }
        for index in 1...count {
            let name = sqlite3_bind_parameter_name(statement.pointer, index).map { String(cString: $0) } ?? "?"
            guard let value = parameters[String(name.dropFirst())] else {
                throw ZhibiaoError(.sqlFailed(message: "the parameter \(name) has no value", offset: nil))
            }
            statement.bind(index, value)
        }
    }

    /// The connection's latest error. Where SQLite knows the place in the SQL, it is given in code points of `sql`.
    fileprivate func failure(in sql: String, from start: Int = 0) -> ZhibiaoError {
        let code = sqlite3_extended_errcode(connection)
        let message = String(cString: sqlite3_errmsg(connection))
        if watch.isAbandoned { return ZhibiaoError(.sqlInterrupted) }
        switch code & 0xFF {
        // SQLITE_SCHEMA is what any error becomes in a first statement that asks no table: the schema was not read yet.
        case SQLITE_AUTH: return ZhibiaoError(.sqlRefused(reason: watch.refusal ?? message))
        case SQLITE_SCHEMA where watch.refusal != nil: return ZhibiaoError(.sqlRefused(reason: watch.refusal ?? message))
        case SQLITE_INTERRUPT:
            return ZhibiaoError(watch.limitIfPassed.map { .sqlTooSlow(seconds: $0) } ?? .sqlInterrupted)
        case SQLITE_ERROR, SQLITE_SCHEMA, SQLITE_MISMATCH, SQLITE_TOOBIG, SQLITE_RANGE, SQLITE_CONSTRAINT:
            let byte = sql.isEmpty ? -1 : Int(sqlite3_error_offset(connection))
            let offset = byte < 0 ? nil : String(decoding: sql.utf8.prefix(start + byte), as: UTF8.self).unicodeScalars.count
            return ZhibiaoError(.sqlFailed(message: message, offset: offset))
        default: return DatabaseFile.mapped(path, code, message)
        }
    }
}
