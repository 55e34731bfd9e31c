// A report's bytes from a file or standard input, checked to be text.
import Figures
import ReportText

/// A report as it was given: a path and its bytes.
public struct ReportFile: Sendable {
    /// The path as given; "-" for standard input.
    public let path: String
    public let bytes: [UInt8]

    /// The most bytes a report can have: SQLite holds no text of a billion.
    public static let maximumBytes = 500_000_000

    /// A report that is in memory already.
    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads a file, or standard input for "-".
    /// - Throws: ``ZhibiaoError`` when there is none, it is a folder, cannot be read or is too large. What is wrong with its
    ///   content is for ``text()`` to say.
    public static func read(_ path: String) throws -> ReportFile {
        if path != "-" {
            switch FileKind(path) {
            case .missing: throw ZhibiaoError(.reportMissing(path: path))
            case .folder: throw ZhibiaoError(.reportIsFolder(path: path))
            case .unreadable(let reason): throw ZhibiaoError(.reportUnreadable(path: path, reason: reason))
            case .file(let bytes) where bytes > maximumBytes: throw ZhibiaoError(.reportTooLarge(path: path, bytes: bytes))
            case .file, .other: break
            }
        }
        do {
            return ReportFile(path: path, bytes: try readBytes(path, maximum: maximumBytes))
        } catch .system(let number) {
            throw ZhibiaoError(.reportUnreadable(path: path, reason: systemMessage(number)))
        } catch .tooLarge(let bytes) {
            throw ZhibiaoError(.reportTooLarge(path: path, bytes: bytes))
        }
    }

    /// The text.
    /// - Throws: ``ZhibiaoError`` when it is empty, binary or not UTF-8, with the byte where.
    public func text() throws -> ReportText {
        if let offset = Self.firstBinaryByte(bytes) { throw ZhibiaoError(.reportBinary(path: path, offset: offset)) }
        do {
            return try ReportText(utf8: bytes)
        } catch .empty {
            throw ZhibiaoError(.reportEmpty(path: path))
        } catch .binary(let offset) {
            throw ZhibiaoError(.reportBinary(path: path, offset: offset))
        } catch .invalidUTF8(let offset) {
            throw ZhibiaoError(.reportNotUTF8(path: path, offset: offset))
        }
    }

    /// What the extractor finds in the text, without a database.
    /// - Throws: as ``text()``.
    public func extraction(by extractor: Extractor) throws -> Extraction { extractor.extract(try text()) }

    /// The title to show where the text has none: the file's name without its extension.
    public var fallbackTitle: String { path == "-" ? "standard input" : baseName(of: path) }

    /// The SHA-256 of the bytes, 64 hexadecimal digits.
    public var sha256: String { SHA256.hex(bytes) }

    /// A NUL is no text, and neither is a start full of control characters.
    private static func firstBinaryByte(_ bytes: [UInt8]) -> Int? {
        if let offset = bytes.firstIndex(of: 0) { return offset }
        func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B || byte == 0x7F }
        let start = bytes.prefix(4096)
        guard start.count(where: isControl) * 10 > start.count else { return nil }
        return start.firstIndex(where: isControl)
    }
}
