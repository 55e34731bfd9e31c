// Where output bytes go: standard output, or a file that appears only when it is complete.
import Glibc

/// The reader of standard output has gone away (a closed pager, `| head`): no fault, the program stops quietly.
struct BrokenPipe: Error {}

/// What could not be written, and why.
struct OutputError: Error, CustomStringConvertible {
    let target: String
    let reason: String
    var description: String { Message.cannotWrite(target, reason) }
}

/// A buffered writer. Not thread-safe; one command owns one sink.
final class ByteSink {
    private let descriptor: Int32
    private let name: String
    /// The file that is renamed to `name` by `finish`, or nil for standard output.
    private let temporary: String?
    /// Takes the bytes instead of the descriptor.
    private let deliver: ((ArraySlice<UInt8>) throws -> Void)?
    private var buffer: [UInt8] = []
    private var finished = false
    /// Whether a person's terminal is at the other end.
    let isTerminal: Bool

    /// Standard output.
    init() {
        descriptor = STDOUT_FILENO
        name = "standard output"
        temporary = nil
        deliver = nil
        isTerminal = isatty(STDOUT_FILENO) == 1
        buffer.reserveCapacity(Self.capacity + 4096)
    }

    /// Hands bytes to `deliver`, a screenful or more at a time.
    init(isTerminal: Bool, _ deliver: @escaping (ArraySlice<UInt8>) throws -> Void) {
        descriptor = -1
        name = "the screen"
        temporary = nil
        self.deliver = deliver
        self.isTerminal = isTerminal
    }

    /// A file written beside `path` under a temporary name and renamed by `finish`; dropped when `finish` is not reached.
    /// A device or pipe is written as it is, and a link stays a link: the file it names is replaced.
    /// - Parameter mode: who may do what with a new file.
    init(replacing path: String, mode: mode_t = 0o666) throws {
        var found = stat()
        let exists = stat(path, &found) == 0
        let kind = exists ? found.st_mode & S_IFMT : S_IFREG
        if kind == S_IFDIR { throw OutputError(target: path, reason: Message.isFolder) }
        name = exists ? Self.resolved(path) : path
        let hidden = kind == S_IFREG ? "\(name).\(getpid()).part" : nil
        temporary = hidden
        deliver = nil
        descriptor =
            hidden.map { open($0, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode) } ?? open(path, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw OutputError(target: path, reason: Self.reason(errno)) }
        isTerminal = hidden == nil && isatty(descriptor) == 1
        buffer.reserveCapacity(Self.capacity + 4096)
    }

    /// The path without links; `path` itself where that cannot be told.
    private static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    deinit {
        guard let temporary, !finished else { return }
        close(descriptor)
        unlink(temporary)
    }

    func write(_ text: String) throws {
        buffer.append(contentsOf: text.utf8)
        if buffer.count >= Self.capacity { try flush() }
    }

    func write(_ bytes: [UInt8]) throws {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.capacity { try flush() }
    }

    /// Hands everything written so far to the system.
    func flush() throws {
        var rest = buffer[...]
        if let deliver {
            defer { buffer.removeAll(keepingCapacity: true) }
            return try deliver(rest)
        }
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                let code = errno
                buffer.removeAll(keepingCapacity: true)
                if code == EPIPE { throw BrokenPipe() }
                throw OutputError(target: name, reason: Self.reason(code))
            }
            rest = rest.dropFirst(written)
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Flushes, and puts a file in its place.
    func finish() throws {
        try flush()
        guard let temporary else { return }
        finished = true
        let synced = fsync(descriptor) == 0
        guard close(descriptor) == 0, synced, rename(temporary, name) == 0 else {
            let code = errno
            unlink(temporary)
            throw OutputError(target: name, reason: Self.reason(code))
        }
    }

    private static let capacity = 1 << 16

    /// Why a file cannot be written.
    static func reason(_ code: Int32) -> String {
        switch code {
        case ENOENT: Message.folderMissing
        case ENOSPC: Message.diskFull
        case EACCES, EPERM, EROFS: Message.noPermission
        default: String(cString: strerror(code))
        }
    }
}
