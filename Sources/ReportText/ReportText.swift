// A report's decoded text. Code points are kept one an element, so an index is the contract's offset.

/// The decoded text of a report.
public struct ReportText: Sendable {
    /// Unicode scalar values; the index of an element is its offset in the contract's sense.
    public let scalars: [UInt32]

    /// What stops bytes from being read as text.
    public enum DecodingError: Error, Equatable {
        case empty
        case binary(offset: Int)
        case invalidUTF8(offset: Int)
    }

    /// Decodes UTF-8, a leading byte order mark left out.
    public init(utf8 bytes: [UInt8]) throws(DecodingError) {
        // A stand-in until the decoder lands: String's own validation.
        guard !bytes.isEmpty else { throw .empty }
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8(offset: 0) }
        scalars = text.unicodeScalars.map(\.value)
    }

    /// The whole text.
    public var string: String { string(0..<scalars.count) }

    /// The text of a range of code points.
    public func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        for value in scalars[range] { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
        return String(view)
    }
}
