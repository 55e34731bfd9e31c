// A report's decoded text. Code points are kept one an element, so an index is the contract's offset.

/// The decoded text of a report.
public struct ReportText: Sendable {
    /// Unicode scalar values; the index of an element is its offset in the contract's sense.
    public let scalars: [UInt32]

    /// What stops bytes from being read as text.
    public enum DecodingError: Error, Equatable {
        case empty
        /// A NUL byte: no text file has one.
        case binary(offset: Int)
        /// The first byte that is not UTF-8.
        case invalidUTF8(offset: Int)
    }

    /// Decodes UTF-8 (RFC 3629: shortest forms only, no surrogates); a leading byte order mark is left out.
    public init(utf8 bytes: [UInt8]) throws(DecodingError) {
        guard !bytes.isEmpty else { throw .empty }
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count / 2)
        var i = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let count = bytes.count
        while i < count {
            let first = bytes[i]
            if first < 0x80 {
                if first == 0 { throw .binary(offset: i) }
                scalars.append(UInt32(first))
                i += 1
                continue
            }
            let length: Int
            let smallest: UInt32
            var value: UInt32
            switch first {
            case 0xC2...0xDF: (length, smallest, value) = (2, 0x80, UInt32(first & 0x1F))
            case 0xE0...0xEF: (length, smallest, value) = (3, 0x800, UInt32(first & 0x0F))
            case 0xF0...0xF4: (length, smallest, value) = (4, 0x10000, UInt32(first & 0x07))
            default: throw .invalidUTF8(offset: i)
            }
            guard i + length <= count else { throw .invalidUTF8(offset: i) }
            for k in 1..<length {
                guard bytes[i + k] & 0xC0 == 0x80 else { throw .invalidUTF8(offset: i) }
                value = value << 6 | UInt32(bytes[i + k] & 0x3F)
            }
            guard value >= smallest, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { throw .invalidUTF8(offset: i) }
            scalars.append(value)
            i += length
        }
        self.scalars = scalars
    }

    /// The text of Swift string `text`.
    public init(_ text: String) { scalars = text.unicodeScalars.map(\.value) }

    /// The whole text.
    public var string: String { String(scalars: scalars[...]) }

    /// The text of a range of code points.
    public func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }
}

extension String {
    /// The string of these Unicode scalar values.
    public init(scalars: ArraySlice<UInt32>) {
        var view = String.UnicodeScalarView()
        view.reserveCapacity(scalars.count)
        for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
        self.init(view)
    }
}
