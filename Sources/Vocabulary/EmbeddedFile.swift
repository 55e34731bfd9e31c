// The files compiled into the binary (schema/ and seeds/), as Swift values.
import CEmbedded

/// A file of `schema/` or `seeds/` as it was when the binary was built.
public struct EmbeddedFile: Sendable {
    /// The path from the top of the checkout, such as `seeds/units.csv`.
    public let path: String
    /// The file's bytes.
    public let bytes: [UInt8]

    /// The file's text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    /// The part of `path` after the last slash.
    public var name: String { String(path.split(separator: "/").last ?? "") }

    /// Every embedded file whose path starts with `folder` (such as `schema/`), sorted by path.
    public static func all(in folder: String) -> [EmbeddedFile] {
        entries.filter { $0.path.hasPrefix(folder) }.sorted { $0.path < $1.path }.map(load)
    }

    /// The embedded file at `path`, or nil when there is none.
    public static func named(_ path: String) -> EmbeddedFile? {
        entries.first { $0.path == path }.map(load)
    }

    private struct Entry {
        let path: String
        let index: Int
    }

    private static var entries: [Entry] {
        (0..<embedded_file_count()).map { Entry(path: String(cString: embedded_file_at($0).path), index: $0) }
    }

    private static func load(_ entry: Entry) -> EmbeddedFile {
        let file = embedded_file_at(entry.index)
        return EmbeddedFile(path: entry.path, bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
}
