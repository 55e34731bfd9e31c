// Results on the screen: what is longer than the screen goes through the person's pager.
import Glibc

/// Takes the bytes of one result. Used by one thread at a time; `stop` ends the pager from any.
final class Pager {
    /// The command for a shell, or nil to write to the screen whatever the length.
    private let command: String?
    private let rows: Int
    private let columns: Int
    private let stop: Stop
    private var held: [UInt8] = []
    private var heldRows = 0
    private var column = 0
    private var running: (program: ForegroundProgram, input: Int32)?
    private var isPlain: Bool

    init(_ stop: Stop) {
        self.stop = stop
        command = Self.command
        rows = Screen.height ?? 24
        columns = Screen.width ?? 80
        isPlain = command == nil
    }

    /// $PAGER, else less where it is installed; nil for `cat`, for nothing, and where the terminal cannot show one.
    private static var command: String? {
        if Screen.isDumb { return nil }
        guard let chosen = getenv("PAGER") else { return isInstalled("less") ? "less" : nil }
        let command = String(cString: chosen)
        return command.contains { !$0.isWhitespace } && command != "cat" ? command : nil
    }

    private static func isInstalled(_ program: String) -> Bool {
        guard let path = getenv("PATH") else { return false }
        return String(cString: path).split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
    }

    /// Takes more of the result.
    func take(_ bytes: ArraySlice<UInt8>) throws {
        try stop.check()
        if let running { return try write(bytes, to: running.input) }
        if isPlain { return try write(bytes, to: STDOUT_FILENO) }
        held += bytes
        count(bytes)
        // The prompt needs a row, too.
        if heldRows >= rows { try start() }
    }

    /// The result is complete: shows what is left of it, and waits until the person leaves the pager.
    func finish() throws {
        if let running {
            close(running.input)
            self.running = nil
            _ = running.program.wait()
        } else {
            defer { held = [] }
            try write(held[...], to: STDOUT_FILENO)
        }
    }

    deinit {
        guard let running else { return }
        close(running.input)
        running.program.send(SIGTERM)
        _ = running.program.wait()
    }

    /// Counts the rows that the bytes take: a character of three bytes is as wide as two of one.
    private func count(_ bytes: ArraySlice<UInt8>) {
        for byte in bytes {
            if byte == 0x0A || column >= columns {
                heldRows += 1
                column = 0
            }
            if byte != 0x0A { column += byte < 0x80 ? 1 : byte >= 0xC0 ? 2 : 0 }
        }
    }

    private func start() throws {
        var ends: [Int32] = [-1, -1]
        guard let command, pipe(&ends) == 0 else {
            isPlain = true
            return
        }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[0]) }
        // R: colours; S: long lines are cut, not wrapped; F and X: a short text stays on the screen, without a screen of its own.
        let program = try ForegroundProgram(
            Self.words(command), input: ends[0], environment: ["LESS": "SRFX", "LESSCHARSET": "utf-8"])
        running = (program, ends[1])
        stop.whenRequested { program.send(SIGTERM) }
        defer { held = [] }
        try write(held[...], to: ends[1])
    }

    /// The program and its arguments. Without a shell around it, a request to stop reaches the pager itself; only what a shell must read
    /// is given to one.
    private static func words(_ command: String) -> [String] {
        let words = command.split { $0.isWhitespace }.map(String.init)
        let isPlain = command.unicodeScalars.allSatisfy { SQLWords.isPart($0) && $0 != "$" || " /.,:+=-".unicodeScalars.contains($0) }
        return isPlain && words.first?.contains("=") == false ? words : ["sh", "-c", command]
    }

    /// Writes in small pieces: a slow terminal must not hold up a request to stop.
    private func write(_ bytes: ArraySlice<UInt8>, to descriptor: Int32) throws {
        var rest = bytes
        while !rest.isEmpty {
            try stop.check()
            let written = rest.prefix(4096).withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw BrokenPipe() }
                throw OutputError(target: "the screen", reason: String(cString: strerror(errno)))
            }
            rest = rest.dropFirst(written)
        }
    }
}
