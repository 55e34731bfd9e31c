// Runs a converter: no shell, no files, with limits of time, memory and output that hold whatever its input makes it do.
import CConverterShim

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a converter may use for one file.
public struct ConverterLimits: Sendable, Equatable {
    /// Wall-clock and CPU time.
    public var seconds: Int
    /// Address space, in bytes.
    public var memory: Int
    /// Bytes on standard output.
    public var output: Int

    /// Limits in seconds of time, bytes of memory and bytes of output.
    public init(seconds: Int = 60, memory: Int = 1 << 30, output: Int = 64 << 20) {
        self.seconds = seconds
        self.memory = memory
        self.output = output
    }
}

/// A program that was run to its end.
struct ChildProcess {
    enum Failure: Error {
        case tooSlow
        case tooMuchOutput
        case system(number: Int32)
    }

    var output: [UInt8]
    /// The start of what it said on standard error.
    var message: String
    /// Its exit status; 128 and more: the signal that ended it.
    var status: Int32

    private static let longestMessage = 4096

    /// Runs a program.
    /// - Parameters:
    ///   - path: the program's file.
    ///   - input: its standard input: a file that it can seek in.
    ///   - extra: bytes that it can read as `/dev/fd/3`.
    static func run(_ path: String, _ arguments: [String], input: [UInt8], extra: [UInt8]?, limits: ConverterLimits) throws(Failure)
        -> ChildProcess
    {
        var open: [Int32] = []
        defer { for descriptor in open { close(descriptor) } }
        func unnamedFile(_ bytes: [UInt8]) throws(Failure) -> Int32 {
            let file = zhibiao_unnamed_file(bytes, bytes.count)
            guard file >= 0 else { throw .system(number: errno) }
            open.append(file)
            return file
        }
        func pipe() throws(Failure) -> (read: Int32, write: Int32) {
            var ends: [Int32] = [0, 0]
            let status = zhibiao_pipe(&ends)
            guard status == 0 else { throw .system(number: status) }
            return (ends[0], ends[1])
        }
        let inputFile = try unnamedFile(input)
        let extraFile = try extra.map { bytes throws(Failure) in try unnamedFile(bytes) } ?? -1
        let output = try pipe()
        open.append(output.read)
        let error: (read: Int32, write: Int32)
        do { error = try pipe() } catch {
            close(output.write)
            throw error
        }
        open.append(error.read)
        let started = start(path, arguments, (inputFile, output.write, error.write, extraFile), limits)
        close(output.write)
        close(error.write)
        let child = try started.get()
        return try collect(child, output: output.read, error: error.read, limits)
    }

    private static func start(
        _ path: String, _ arguments: [String], _ files: (input: Int32, output: Int32, error: Int32, extra: Int32), _ limits: ConverterLimits
    ) -> Result<pid_t, Failure> {
        // A fixed environment: what is read does not depend on who reads it.
        let environment = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8", "HOME=/nonexistent"]
        return withCStrings([path] + arguments) { arguments in
            withCStrings(environment) { environment in
                path.withCString { path in
                    var child = zhibiao_child(
                        path: path, arguments: arguments, environment: environment, input: files.input, output: files.output,
                        error: files.error, extra: files.extra, memory_bytes: UInt64(limits.memory), cpu_seconds: UInt64(limits.seconds))
                    var pid: pid_t = 0
                    let status = zhibiao_start(&child, &pid)
                    return status == 0 ? .success(pid) : .failure(.system(number: status))
                }
            }
        }
    }

    /// Reads what a program writes until it ends, or ends it.
    private static func collect(_ child: pid_t, output: Int32, error: Int32, _ limits: ConverterLimits) throws(Failure) -> ChildProcess {
        var result = ChildProcess(output: [], message: "", status: 0)
        var said: [UInt8] = []
        var files = [pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: error, events: Int16(POLLIN), revents: 0)]
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        let deadline = now() + Double(limits.seconds)
        func end(_ failure: Failure) -> Failure {
            kill(-child, SIGKILL)
            kill(child, SIGKILL)
            _ = wait(child, until: .infinity)
            return failure
        }
        while files.contains(where: { $0.fd >= 0 }) {
            let left = deadline - now()
            guard left > 0 else { throw end(.tooSlow) }
            guard poll(&files, nfds_t(files.count), Int32(min(left * 1000 + 1, 1000))) >= 0 else {
                if errno == EINTR { continue }
                throw end(.system(number: errno))
            }
            for i in files.indices where files[i].fd >= 0 && files[i].revents != 0 {
                let count = chunk.withUnsafeMutableBytes { read(files[i].fd, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                if count <= 0 {
                    files[i].fd = -1
                } else if i == 0 {
                    guard result.output.count + count <= limits.output else { throw end(.tooMuchOutput) }
                    result.output.append(contentsOf: chunk[..<count])
                } else if said.count < longestMessage {
                    said.append(contentsOf: chunk[..<count])
                }
            }
        }
        guard let status = wait(child, until: deadline) else { throw end(.tooSlow) }
        // Whatever it may have started itself.
        kill(-child, SIGKILL)
        result.message = String(decoding: said.prefix(longestMessage), as: UTF8.self)
        result.status = status
        return result
    }

    /// Waits for a program to end.
    /// - Returns: its status, or nil when it still runs at the deadline.
    private static func wait(_ child: pid_t, until deadline: Double) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(child, &status, deadline == .infinity ? 0 : WNOHANG)
            if ended == child { return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F }
            if ended < 0, errno != EINTR { return 0 }
            if ended == 0 {
                guard now() < deadline else { return nil }
                usleep(2000)
            }
        }
    }

    private static func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func withCStrings<Value>(_ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value) -> Value {
        var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
        pointers.append(nil)
        defer { for pointer in pointers { free(pointer) } }
        return body(&pointers)
    }
}
