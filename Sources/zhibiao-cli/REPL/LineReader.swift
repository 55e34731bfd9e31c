// Where the REPL's lines come from: an editor on a terminal, plain reading anywhere else.
import Glibc

/// What came when a line was asked for.
enum InputLine: Equatable {
    case line(String)
    /// Ctrl-C, or a request to end: the line is dropped.
    case interrupted
    /// Ctrl-D or the end of a file.
    case end
    /// Bytes that are no UTF-8.
    case unreadable
}

/// Gives one line after the other.
protocol LineReader {
    /// Shows `prompt` where a person is typing, and waits for a line.
    mutating func next(prompt: String) -> InputLine
    /// Offers `statement` again when a person looks back.
    func remember(_ statement: String)
}

/// Reads standard input as it comes; used for scripts, and for terminals in a build without readline.
struct PlainLineReader: LineReader {
    /// Tells of Ctrl-C; nil where it may end the program.
    let interrupts: Interrupts?
    /// Whether to show prompts.
    let shows: Bool
    private var buffer: [UInt8] = []
    private var position = 0
    private var ended = false

    init(interrupts: Interrupts?, shows: Bool) {
        self.interrupts = interrupts
        self.shows = shows
    }

    mutating func next(prompt: String) -> InputLine {
        if shows { show(prompt) }
        while true {
            if let end = buffer[position...].firstIndex(of: 0x0A) {
                defer { position = end + 1 }
                return decoded(buffer[position..<end])
            }
            if ended {
                guard position < buffer.count else { return .end }
                defer { position = buffer.count }
                return decoded(buffer[position...])
            }
            buffer.removeFirst(position)
            position = 0
            if !fill() {
                buffer = []
                show("\n")
                return .interrupted
            }
        }
    }

    func remember(_ statement: String) {}

    /// Waits for more bytes; false when Ctrl-C came first.
    private mutating func fill() -> Bool {
        var waiting = [pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)]
        if let interrupts { waiting.append(pollfd(fd: interrupts.descriptor, events: Int16(POLLIN), revents: 0)) }
        while poll(&waiting, nfds_t(waiting.count), -1) < 0 { if errno != EINTR { break } }
        if waiting.count == 2, waiting[1].revents != 0, interrupts?.next() != nil { return false }
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(STDIN_FILENO, &chunk, chunk.count)
        if count > 0 { buffer += chunk[..<count] } else if count == 0 || errno != EINTR { ended = true }
        return true
    }

    private func decoded(_ bytes: ArraySlice<UInt8>) -> InputLine {
        let line = bytes.last == 0x0D ? bytes.dropLast() : bytes
        guard let text = String(validating: line, as: UTF8.self) else { return .unreadable }
        return .line(text)
    }

    private func show(_ text: String) {
        guard shows else { return }
        let bytes = Array(text.utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)  // standard output is for data
    }
}
