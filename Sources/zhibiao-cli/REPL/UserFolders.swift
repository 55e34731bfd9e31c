// Where a person's own things are kept, by the XDG base directory specification.
import Glibc

enum UserFolders {
    /// Named queries: $XDG_CONFIG_HOME/zhibiao/queries; nil where there is no home.
    static var queries: String? { folder("XDG_CONFIG_HOME", "/.config").map { $0 + "/queries" } }

    /// The history of what was typed: $XDG_STATE_HOME/zhibiao/history; nil where there is no home.
    static var history: String? { folder("XDG_STATE_HOME", "/.local/state").map { $0 + "/history" } }

    private static func folder(_ variable: String, _ fallback: String) -> String? {
        // The specification says to ignore what is no absolute path.
        if let base = value(variable), base.hasPrefix("/") { return base + "/zhibiao" }
        guard let home = value("HOME"), home.hasPrefix("/") else { return nil }
        return home + fallback + "/zhibiao"
    }

    private static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// Makes the folder of `path` and those it is in, for this person only.
    static func makeFolder(of path: String) {
        var index = path.startIndex
        while let slash = path[path.index(after: index)...].firstIndex(of: "/") {
            _ = mkdir(String(path[..<slash]), 0o700)
            index = slash
        }
    }

    /// The names of what is in a folder, sorted; none where it cannot be read.
    static func names(in folder: String) -> [String] {
        guard let entries = opendir(folder) else { return [] }
        defer { closedir(entries) }
        var names: [String] = []
        while let entry = readdir(entries) {
            names.append(withUnsafeBytes(of: entry.pointee.d_name) { bytes in String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self) })
        }
        return names.sorted()
    }

    /// The text of a file; nil when there is none that can be read.
    static func read(_ path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += chunk[..<count]
        }
    }

    /// Puts `text` into the file, whole or not at all, for this person only.
    static func replace(_ path: String, _ text: String) throws {
        makeFolder(of: path)
        let sink = try ByteSink(replacing: path, mode: 0o600)
        try sink.write(text)
        try sink.finish()
    }
}
