// Ctrl-C in the REPL: stops the running query, or drops the line being typed. The program itself goes on.
import Dispatch
import Glibc
import Synchronization
import Zhibiao

/// Receives SIGINT on a queue of its own, so no code runs inside a signal handler.
final class Interrupts {
    /// Readable when Ctrl-C was pressed and no query was running.
    let descriptor: Int32
    private let target: Target
    private let source: any DispatchSourceSignal

    /// Where a Ctrl-C goes: to the connection that runs a query, else into the pipe.
    private final class Target: Sendable {
        let running = Mutex<AdHocConnection?>(nil)
        let input: Int32

        init(input: Int32) { self.input = input }

        func arrived() {
            let interrupted = running.withLock { connection -> Bool in
                connection?.interrupt()
                return connection != nil
            }
            guard !interrupted else { return }
            var byte: UInt8 = 0x03
            _ = write(input, &byte, 1)
        }
    }

    /// Starts listening. Call once, before lines are read.
    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw OutputError(target: "a pipe", reason: String(cString: strerror(errno))) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        let target = Target(input: ends[1])
        self.target = target
        // The signal is for the queue only: it must not stop this thread's system calls, or end the process.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        source = DispatchSource.makeSignalSource(signal: SIGINT, queue: DispatchQueue(label: "zhibiao.interrupts"))
        source.setEventHandler { target.arrived() }
        source.resume()
    }

    /// Drops Ctrl-C presses that came while neither a line was typed nor a query ran.
    func forget() {
        var byte: UInt8 = 0
        while read(descriptor, &byte, 1) == 1 {}
    }

    /// Runs `body`; meanwhile Ctrl-C interrupts `connection`.
    func whileRunning<T>(_ connection: AdHocConnection, _ body: () throws -> T) rethrows -> T {
        target.running.withLock { $0 = connection }
        defer { target.running.withLock { $0 = nil } }
        return try body()
    }
}
