// The database that a session asks: opened when it is needed, and anew when the file was replaced.
import Glibc
import Zhibiao

/// A session's hold on its database.
final class ReplSession {
    let path: String
    let mayWrite: Bool
    private var connected: AdHocConnection?
    private var store: MetricsDatabase?
    /// Which file was opened.
    private var file: Identity?

    private struct Identity: Equatable {
        let device: dev_t
        let number: ino_t

        /// Nil where there is no such file.
        init?(_ path: String) {
            var found = stat()
            guard stat(path, &found) == 0 else { return nil }
            device = found.st_dev
            number = found.st_ino
        }
    }

    /// - Throws: what is wrong with the database.
    init(databasePath: String, mayWrite: Bool) throws {
        path = databasePath
        self.mayWrite = mayWrite
        _ = try connection()
    }

    /// For SQL.
    func connection() throws -> AdHocConnection {
        try check()
        if let connected { return connected }
        let opened = try AdHocConnection.open(path, mayWrite ? .readWrite : .readOnly)
        connected = opened
        file = Identity(path)
        return opened
    }

    /// For questions. Reads only.
    func database() throws -> MetricsDatabase {
        try check()
        if let store { return store }
        let opened = try MetricsDatabase.open(path, .readOnly)
        store = opened
        file = file ?? Identity(path)
        return opened
    }

    /// SQLite would go on reading a file that was deleted.
    private func check() throws {
        guard let file, Identity(path) != file else { return }
        close()
        if Identity(path) == nil { throw ZhibiaoError(.databaseMissing(path: path)) }
        Screen.say(Message.otherFile(path))
    }

    /// Lets the file go; a transaction that is open is undone.
    func close() {
        connected = nil
        store = nil
        file = nil
    }

    /// Gives up what is in the middle of something.
    func abandon() {
        connected?.abandon()
        connected = nil
        store = nil
        file = nil
    }

    var isInTransaction: Bool { connected?.isInTransaction ?? false }

    /// An error, with the way out where a session that may write would have done it.
    func worded(_ error: ZhibiaoError) -> String {
        guard !mayWrite, case .sqlRefused(let reason) = error.kind, AdHocConnection.isChange(reason) else { return error.description }
        return Message.refusedHere(reason)
    }
}
