// Questions in SQL that cannot change anything: for `zhibiao sql` and the REPL.

/// A read-only connection for SQL that a person typed. `run` is serialised; `interrupt` may come from any thread.
public final class AdHocConnection: Sendable {
    /// The rows of one statement. Valid only inside the body given to ``AdHocConnection/run(_:_:)``.
    public final class Rows {
        /// The columns' names; may repeat.
        public let columns: [String] = []
        /// The next row, one value a column; nil after the last.
        public func next() throws -> [SQLiteValue]? { nil }
    }

    /// Opens an existing database for reading.
    public static func open(_ path: String) throws -> AdHocConnection {
        throw ZhibiaoError(.databaseMissing(path: path))
    }

    /// Runs every statement of `sql` in turn and gives each one's rows to `body`. All are checked before the first runs.
    /// - Throws: ``ZhibiaoError``: what was refused, what SQLite says with the code point it points at, or `sqlInterrupted`.
    public func run(_ sql: String, _ body: (Rows) throws -> Void) throws {}

    /// Ends a `run` in progress with `sqlInterrupted`.
    public func interrupt() {}

    /// Whether `sql` ends a statement: a REPL reads on while it does not.
    public static func isComplete(_ sql: String) -> Bool { true }
}
