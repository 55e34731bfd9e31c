// What ad-hoc SQL may do: ask, and where a person wants that, change what is in the file. All else is refused.
import GRDBSQLite
import Synchronization

/// Decides what a statement may do, remembers what it refused, and watches the time.
final class Guard: Sendable {
    private struct State {
        var refusal: String?
        var started = ContinuousClock.now
        var isOverTime = false
    }

    private let timeLimit: Duration?
    private let mayWrite: Bool
    private let state = Mutex(State())
    private let abandoned = Atomic(false)

    init(timeLimit: Duration?, mayWrite: Bool) {
        self.timeLimit = timeLimit
        self.mayWrite = mayWrite
    }

    /// Ends this and every later run.
    func abandon() { abandoned.store(true, ordering: .relaxed) }

    var isAbandoned: Bool { abandoned.load(ordering: .relaxed) }

    /// Whether a run in progress is to end.
    var mustStop: Bool { isAbandoned || isOverTime }

    /// Begins a run.
    func start() { state.withLock { $0 = State() } }

    /// What the last refused statement wanted.
    var refusal: String? { state.withLock { $0.refusal } }

    /// Whether the run has taken longer than it may.
    var isOverTime: Bool {
        guard let timeLimit else { return false }
        return state.withLock {
            $0.isOverTime = ContinuousClock.now - $0.started > timeLimit
            return $0.isOverTime
        }
    }

    /// The limit in seconds, when that is why the run ended.
    var limitIfPassed: Double? {
        guard let timeLimit, state.withLock({ $0.isOverTime }) else { return nil }
        return Double(timeLimit.components.seconds) + Double(timeLimit.components.attoseconds) / 1e18
    }

    /// Pragmas that answer when they are given no value.
    private static let readablePragmas: Set<String> = [
        "application_id", "auto_vacuum", "busy_timeout", "cache_size", "case_sensitive_like", "collation_list", "compile_options",
        "data_version", "database_list", "encoding", "foreign_keys", "freelist_count", "function_list", "journal_mode", "locking_mode",
        "module_list", "page_count", "page_size", "pragma_list", "query_only", "schema_version", "synchronous", "table_list",
        "temp_store", "trusted_schema", "user_version",
    ]

    /// Pragmas that ask about what their value names.
    private static let askingPragmas: Set<String> = [
        "foreign_key_check", "foreign_key_list", "index_info", "index_list", "index_xinfo", "integrity_check", "quick_check",
        "table_info", "table_list", "table_xinfo",
    ]

    /// Functions that reach outside the database, where a build of SQLite has them.
    private static let refusedFunctions: Set<String> = ["load_extension", "fts3_tokenizer", "readfile", "writefile", "edit"]

    /// What a person who wants to change the file may do: change rows, in transactions, and make tables and views of their own.
    private static let changes: Set<Int32> = [
        SQLITE_INSERT, SQLITE_UPDATE, SQLITE_DELETE, SQLITE_TRANSACTION, SQLITE_SAVEPOINT, SQLITE_ANALYZE, SQLITE_REINDEX,
        SQLITE_ALTER_TABLE, SQLITE_CREATE_TABLE, SQLITE_CREATE_VIEW, SQLITE_CREATE_INDEX, SQLITE_CREATE_TRIGGER,
        SQLITE_CREATE_TEMP_TABLE, SQLITE_CREATE_TEMP_VIEW, SQLITE_CREATE_TEMP_INDEX, SQLITE_CREATE_TEMP_TRIGGER, SQLITE_DROP_TABLE,
        SQLITE_DROP_VIEW, SQLITE_DROP_INDEX, SQLITE_DROP_TRIGGER, SQLITE_DROP_TEMP_TABLE, SQLITE_DROP_TEMP_VIEW,
        SQLITE_DROP_TEMP_INDEX, SQLITE_DROP_TEMP_TRIGGER,
    ]

    /// Answers SQLite's authorizer: an action's number, and what it is about.
    func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
        let refusal: String?
        if mayWrite, Self.changes.contains(action) { return true }
        switch action {
        case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return true
        // Asked when json_each, pragma_table_info and their like are first used. A real UPDATE of SQLite's own table passes here,
        // and SQLite refuses it itself: the schema is not writable.
        case SQLITE_UPDATE where first == "sqlite_master": return true
        case SQLITE_FUNCTION:
            let name = second ?? ""
            refusal = Self.refusedFunctions.contains(name.lowercased()) ? "the function \(name)" : nil
        case SQLITE_PRAGMA:
            let name = (first ?? "").lowercased()
            let isAllowed = second == nil && Self.readablePragmas.contains(name) || Self.askingPragmas.contains(name)
            refusal = isAllowed ? nil : second == nil ? "PRAGMA \(name)" : "setting PRAGMA \(name)"
        case SQLITE_ATTACH: refusal = "ATTACH (and VACUUM INTO), which open another file"
        case SQLITE_DETACH: refusal = "DETACH"
        case SQLITE_INSERT: refusal = change("INSERT into", first)
        case SQLITE_UPDATE: refusal = change("UPDATE of", first)
        case SQLITE_DELETE: refusal = change("DELETE from", first)
        case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: refusal = "a transaction"
        case SQLITE_ANALYZE: refusal = "ANALYZE"
        case SQLITE_REINDEX: refusal = "REINDEX"
        case SQLITE_ALTER_TABLE: refusal = "ALTER TABLE"
        default: refusal = "a change of the schema"
        }
        guard let refusal else { return true }
        state.withLock { $0.refusal = refusal }
        return false
    }

    /// Whether a refusal is of one of the ``changes``.
    static func isChange(_ refusal: String) -> Bool {
        let others = ["ATTACH", "DETACH", "PRAGMA ", "setting PRAGMA ", "the function "]
        return !others.contains { refusal.hasPrefix($0) }
    }

    /// What a statement that writes to a table wants; CREATE and DROP ask to write to SQLite's own tables first.
    private func change(_ verb: String, _ table: String?) -> String {
        guard let table, !table.hasPrefix("sqlite_") else { return "a change of the schema" }
        return "\(verb) \(table)"
    }
}
