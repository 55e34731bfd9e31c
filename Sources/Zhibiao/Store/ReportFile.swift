// A report's bytes from a file or standard input, checked to be text.
import Figures
import ReportText

/// A report as it was given: a path and its bytes.
public struct ReportFile: Sendable {
    /// The path as given; "-" for standard input.
    public let path: String
    public let bytes: [UInt8]

    /// The most bytes a report can have: SQLite holds no longer text.
    public static let maximumBytes = 500_000_000

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }

    /// Reads a file, or standard input for "-".
    /// - Throws: ``ZhibiaoError`` when there is none, it is a folder, cannot be read, is empty or binary.
    public static func read(_ path: String) throws -> ReportFile {
        throw ZhibiaoError(.reportMissing(path: path))
    }

    /// The text.
    /// - Throws: ``ZhibiaoError`` when it is not UTF-8.
    public func text() throws -> ReportText {
        try ReportText(utf8: bytes)
    }
}
