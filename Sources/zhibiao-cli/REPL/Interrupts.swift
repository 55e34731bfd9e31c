// Signals in the REPL: Ctrl-C stops the running query or drops the line being typed, and the program goes on; a request to end
// (SIGTERM, or SIGHUP when the terminal goes away) ends it in order.
import Dispatch
import Glibc

/// Receives signals on a queue of its own, so that no code runs inside a signal handler, and passes them on as bytes in a pipe.
final class Interrupts {
    /// Readable when a signal came: one byte, its number.
    let descriptor: Int32
    private let sources: [any DispatchSourceSignal]
    /// The signal that asks the program to end, when one came.
    private(set) var termination: Int32?

    private static let signals = [SIGINT, SIGTERM, SIGHUP]

    /// Starts listening. Call once, before lines are read.
    init() throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw OutputError(target: "a pipe", reason: String(cString: strerror(errno))) }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        descriptor = ends[0]
        let input = ends[1]
        // The signals are for the queue only: they must not stop this thread's system calls, or end the process.
        var set = sigset_t()
        sigemptyset(&set)
        for number in Self.signals { sigaddset(&set, number) }
        pthread_sigmask(SIG_BLOCK, &set, nil)
        let queue = DispatchQueue(label: "zhibiao.interrupts")
        sources = Self.signals.map { number in
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                var byte = UInt8(number)
                _ = write(input, &byte, 1)
            }
            source.resume()
            return source
        }
    }

    /// The next signal that has come, or nil when there is none.
    func next() -> Int32? {
        var byte: UInt8 = 0
        guard read(descriptor, &byte, 1) == 1 else { return nil }
        note(Int32(byte))
        return Int32(byte)
    }

    /// Takes a signal that is on its way, so that it is not taken for another press later. Waits for a second at most.
    func awaitNext() {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&waiting, 1, 1000)
        _ = next()
    }

    /// Takes note of a signal that somebody else has read.
    func note(_ number: Int32) {
        if number != SIGINT { termination = number }
    }

    /// Drops Ctrl-C presses that came while neither a line was typed nor a query ran.
    func forget() { while next() != nil {} }

    /// Ends this process the way the signal would have.
    static func die(of number: Int32) -> Never {
        signal(number, SIG_DFL)
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, number)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        raise(number)
        exit(128 + number)
    }
}
