// Where results go: the screen, the file of `.output`, or for one result the file of `.once`.
import Glibc

/// The place for results. Files appear when they are complete: at the next `.output`, or at the end of the session.
final class Outlet {
    /// Whether a person looks at the results.
    private let isInteractive: Bool
    private var file: (sink: ByteSink, path: String)?
    private var once: (sink: ByteSink, path: String)?

    init(isInteractive: Bool) { self.isInteractive = isInteractive }

    /// Whether results go to a person's screen now.
    var isScreen: Bool { isInteractive && file == nil && once == nil && isatty(STDOUT_FILENO) == 1 }

    /// Where the next result goes.
    struct Place {
        let sink: ByteSink
        /// Shows what is complete.
        let finish: () throws -> Void
    }

    /// The place for the next result.
    /// - Parameter onScreen: whether it is for the person, wherever results go.
    func place(_ stop: Stop, onScreen: Bool) -> Place {
        if let once, !onScreen {
            self.once = nil
            return Place(sink: once.sink) { try once.sink.finish() }
        }
        if let file, !onScreen { return Place(sink: file.sink) {} }
        guard isInteractive, isatty(STDOUT_FILENO) == 1 else {
            let sink = ByteSink()
            return Place(sink: sink) { try sink.finish() }
        }
        let pager = Pager(stop)
        let sink = ByteSink(isTerminal: true) { try pager.take($0) }
        return Place(sink: sink) {
            try sink.finish()
            try pager.finish()
        }
    }

    /// Sends all that follows to this file, or with nil to the screen.
    func send(to path: String?) throws {
        try close()
        if let path { file = (try ByteSink(replacing: path), path) }
    }

    /// Sends the next result to this file.
    func sendOnce(to path: String) throws { once = (try ByteSink(replacing: path), path) }

    /// Completes the file of `.output`.
    func close() throws {
        once = nil
        guard let file else { return }
        self.file = nil
        try file.sink.finish()
    }

    /// Gives up the file of `.output`, which could not be written or holds half a result; gives its path.
    func drop() -> String? {
        defer {
            file = nil
            once = nil
        }
        return file?.path ?? once?.path
    }
}
