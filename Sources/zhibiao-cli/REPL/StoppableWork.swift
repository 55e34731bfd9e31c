// Work that Ctrl-C ends at once: it runs on a thread of its own, and where it does not stop in time nobody waits for it.
import Dispatch
import Glibc
import Synchronization

/// Work was asked to stop and did.
struct Stopped: Error {}

/// A request to stop: whoever works looks at it or registers what ends the work.
final class Stop: Sendable {
    private struct State {
        var isRequested = false
        var actions: [@Sendable () -> Void] = []
    }

    private let state = Mutex(State())

    var isRequested: Bool { state.withLock { $0.isRequested } }

    func check() throws { if isRequested { throw Stopped() } }

    /// Runs `action` when the work is to stop; at once if that has been asked already. It may be run from any thread, more than once.
    func whenRequested(_ action: @escaping @Sendable () -> Void) {
        let isRequested = state.withLock {
            $0.actions.append(action)
            return $0.isRequested
        }
        if isRequested { action() }
    }

    func request() {
        let actions = state.withLock {
            $0.isRequested = true
            return $0.actions
        }
        for action in actions { action() }
    }
}

/// Runs work beside the thread that listens to signals.
struct StoppableWork {
    /// How work ended.
    enum Ending: Equatable {
        case done
        /// It was asked to stop, and did.
        case stopped
        /// It was asked to stop and has not done so in time: it may still use what it was given.
        case abandoned
    }

    /// How long work may take to stop, in milliseconds.
    private static let patience: Int32 = 100

    let interrupts: Interrupts

    /// What the other thread is given. This thread does not touch any of it until the work is done.
    private final class Handed: @unchecked Sendable {
        let body: () throws -> Void
        var failure: (any Error)?

        init(_ body: @escaping () throws -> Void) { self.body = body }
    }

    /// Runs `body`; a signal asks it to stop by `stop`.
    /// - Throws: what `body` throws, unless it was asked to stop.
    func run(_ stop: Stop, _ body: @escaping () throws -> Void) throws -> Ending {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw OutputError(target: "a pipe", reason: String(cString: strerror(errno))) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        let (finished, finish) = (ends[0], ends[1])
        defer { close(finished) }
        let handed = Handed(body)
        DispatchQueue(label: "zhibiao.work").async {
            do { try handed.body() } catch { handed.failure = error }
            close(finish)
        }
        var isStopping = false
        while true {
            var waiting = [
                pollfd(fd: finished, events: Int16(POLLIN), revents: 0),
                pollfd(fd: interrupts.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&waiting, nfds_t(isStopping ? 1 : 2), isStopping ? Self.patience : -1)
            if count < 0 { continue }
            if waiting[0].revents != 0 {
                if let failure = handed.failure, !isStopping { throw failure }
                return isStopping ? .stopped : .done
            }
            if isStopping { return .abandoned }
            if interrupts.next() != nil {
                isStopping = true
                stop.request()
            }
        }
    }
}
