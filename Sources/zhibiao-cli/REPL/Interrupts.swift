// Ctrl-C in the REPL: stops the running query, or drops the line being typed. The program itself goes on.
import Dispatch
import Glibc
import Synchronization
import Zhibiao

/// Receives SIGINT on a queue of its own, so no code runs inside a signal handler.
final class Interrupts: Sendable {
    /// Readable when Ctrl-C was pressed and no query was running.
    let descriptor: Int32
    private let input: Int32
    private let running = Mutex<AdHocConnection?>(nil)
    private let source: any DispatchSourceSignal

    /// Starts listening. Call once, before lines are read.
    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC | O_NONBLOCK) == 0 else {
            throw OutputError(target: "a pipe", reason: String(cString: strerror(errno)))
        }
        descriptor = ends[0]
        input = ends[1]
        // The signal is for the queue only: it must not stop this thread's system calls, or end the process.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue(label: "zhibiao.interrupts"))
        source.setEventHandler { [unowned self] in self.arrived() }
        source.resume()
    }

    /// Runs `body`; meanwhile Ctrl-C interrupts `connection`.
    func whileRunning<T>(_ connection: AdHocConnection, _ body: () throws -> T) rethrows -> T {
        running.withLock { $0 = connection }
        defer { running.withLock { $0 = nil } }
        return try body()
    }

    private func arrived() {
        let interrupted = running.withLock { connection -> Bool in
            connection?.interrupt()
            return connection != nil
        }
        guard !interrupted else { return }
        var byte: UInt8 = 0x03
        _ = write(input, &byte, 1)
    }
}
