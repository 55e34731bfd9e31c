// Files by the system's own calls, so that an error keeps its reason.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What there is at a path.
enum FileKind: Equatable {
    case missing
    case file(bytes: Int)
    case folder
    /// A pipe, socket or device.
    case other
    case unreadable(reason: String)

    /// Follows links.
    init(_ path: String) {
        var info = stat()
        guard stat(path, &info) == 0 else {
            self = errno == ENOENT || errno == ENOTDIR ? .missing : .unreadable(reason: systemMessage(errno))
            return
        }
        switch info.st_mode & S_IFMT {
        case S_IFREG: self = .file(bytes: Int(info.st_size))
        case S_IFDIR: self = .folder
        default: self = .other
        }
    }
}

/// What the system calls an error number.
func systemMessage(_ number: Int32) -> String { String(cString: strerror(number)) }

/// Whether this process may write to what is at `path`.
func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }

/// The path without links, where it leads to something: SQLite keeps its journal there.
func realPath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// The part of `path` before the last slash; "." where there is none.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// The last part of `path`, without its extension.
func baseName(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
}

/// The names in a folder, sorted, hidden ones left out; nil when it cannot be read (`errno` says why).
package func namesInFolder(_ folder: String) -> [String]? {
    guard let stream = opendir(folder) else { return nil }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// Why `readBytes` gave none.
enum ReadFailure: Error {
    case system(number: Int32)
    case tooLarge(bytes: Int)
}

/// All bytes of a file, or of standard input for "-".
/// - Parameters:
///   - path: a file's path, or "-".
///   - maximum: when there are more, reading stops with `tooLarge`.
///   - limit: read no more than so many bytes; nil for all.
///   - expected: how many bytes there should be, where known.
func readBytes(_ path: String, maximum: Int, limit: Int? = nil, expected: Int = 0) throws(ReadFailure) -> [UInt8] {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(number: errno) }
    defer { if descriptor != 0 { close(descriptor) } }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(expected)
    var chunk = [UInt8](repeating: 0, count: min(limit ?? 1 << 16, 1 << 16))
    while limit.map({ bytes.count < $0 }) ?? true {
        let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
        if count < 0 {
            if errno == EINTR { continue }
            throw .system(number: errno)
        }
        if count == 0 { break }
        bytes.append(contentsOf: chunk[..<count])
        if bytes.count > maximum { throw .tooLarge(bytes: bytes.count) }
    }
    return bytes
}
