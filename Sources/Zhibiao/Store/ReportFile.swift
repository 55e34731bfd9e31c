// A report's bytes from a file or standard input, and what is known about them.
import Figures
import ReportText

/// A report as it was given: a path, its bytes, and what is known about them.
public struct ReportFile: Sendable {
    /// The path as given; "-" for standard input.
    public let path: String
    /// The file's bytes.
    public let bytes: [UInt8]
    /// The encoding the bytes are in; nil to find out.
    public var encoding: TextEncoding?
    /// What is known of the report besides its text.
    public var metadata: ReportMetadata
    /// What a converter may use.
    public var limits: ConverterLimits

    /// The most bytes a report can have: SQLite holds no text of a billion.
    public static let maximumBytes = 500_000_000

    /// A report that is in memory already.
    public init(
        path: String, bytes: [UInt8], encoding: TextEncoding? = nil, metadata: ReportMetadata = ReportMetadata(),
        limits: ConverterLimits = ConverterLimits()
    ) {
        self.path = path
        self.bytes = bytes
        self.encoding = encoding
        self.metadata = metadata
        self.limits = limits
    }

    /// Reads a file, or standard input for "-", and the description beside it (see ``ReportMetadata``).
    /// - Parameters:
    ///   - path: a file's, or "-".
    ///   - encoding: overrules what the bytes say of themselves.
    ///   - metadata: overrules the description beside the file, and what the text says.
    ///   - limits: what a converter of the file may take.
    /// - Throws: ``ZhibiaoError`` when there is none, it is a folder, cannot be read or is too large. What is wrong with its
    ///   content is for ``contents()`` to say.
    public static func read(
        _ path: String, encoding: TextEncoding? = nil, metadata: ReportMetadata = ReportMetadata(),
        limits: ConverterLimits = ConverterLimits()
    ) throws -> ReportFile {
        var expected = 0
        var known = metadata
        if path != "-" {
            switch FileKind(path) {
            case .missing: throw ZhibiaoError(.reportMissing(path: path))
            case .folder: throw ZhibiaoError(.reportIsFolder(path: path))
            case .unreadable(let reason): throw ZhibiaoError(.reportUnreadable(path: path, reason: reason))
            case .file(let bytes) where bytes > maximumBytes: throw ZhibiaoError(.reportTooLarge(path: path, bytes: bytes))
            case .file(let bytes): expected = bytes
            case .other: break
            }
            known = metadata.filled(from: try ReportMetadata.sidecar(of: path))
        }
        do {
            let bytes = try readBytes(path, maximum: maximumBytes, expected: expected)
            guard bytes.count >= expected else { throw ZhibiaoError(.reportChanged(path: path)) }
            return ReportFile(path: path, bytes: bytes, encoding: encoding, metadata: known, limits: limits)
        } catch let failure as ReadFailure {
            switch failure {
            case .system(let number): throw ZhibiaoError(.reportUnreadable(path: path, reason: systemMessage(number)))
            case .tooLarge(let bytes): throw ZhibiaoError(.reportTooLarge(path: path, bytes: bytes))
            }
        }
    }

    /// The text: ``contents()`` without where it is from.
    /// - Throws: as ``contents()``.
    public func text() throws -> ReportText { try contents().text }

    /// What the extractor finds in the text, without a database.
    /// - Throws: as ``contents()``.
    public func extraction(by extractor: Extractor) throws -> Extraction { extractor.extract(try text(), year: metadata.year) }

    /// The title to show where the text has none: the file's name without its extension.
    public var fallbackTitle: String { path == "-" ? "standard input" : baseName(of: path) }

    /// Whether it starts with the byte order mark that spreadsheets know UTF-8 by.
    var isForSpreadsheets: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }

    /// The SHA-256 of the bytes, 64 hexadecimal digits.
    public var sha256: String { SHA256.hex(bytes) }
}
