// A report's decoded text. Code points are kept one an element, so an index is the contract's offset.

/// The decoded text of a report.
public struct ReportText: Sendable {
    /// Unicode scalar values; the index of an element is its offset in the contract's sense.
    public let scalars: [UInt32]

    public typealias Encoding = TextEncoding

    /// What the bytes were in.
    public let encoding: TextEncoding

    /// Decodes a report's bytes; a byte order mark is left out.
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - encoding: overrules what the bytes themselves say. nil: UTF-8, UTF-16 with a byte order mark, or GB 18030, as found.
    /// - Throws: ``TextDecodingError``, with the byte where the text goes wrong.
    public init(decoding bytes: [UInt8], as encoding: TextEncoding? = nil) throws(TextDecodingError) {
        let decoded = try Decoder.decode(bytes, as: encoding)
        scalars = decoded.scalars
        self.encoding = decoded.encoding
    }

    /// Decodes UTF-8; a leading byte order mark is left out.
    public init(utf8 bytes: [UInt8]) throws(TextDecodingError) { try self.init(decoding: bytes, as: .utf8) }

    /// The text of Swift string `text`.
    public init(_ text: String) {
        scalars = text.unicodeScalars.map(\.value)
        encoding = .utf8
    }

    /// The whole text.
    public var string: String { String(scalars: scalars[...]) }

    /// How many bytes the text has in UTF-8.
    public var utf8Count: Int { scalars.reduce(0) { $0 + ($1 < 0x80 ? 1 : $1 < 0x800 ? 2 : $1 < 0x10000 ? 3 : 4) } }

    /// Gives the text's bytes in UTF-8, one after the other.
    public func forEachUTF8(_ body: (UInt8) -> Void) {
        for scalar in scalars {
            if scalar < 0x80 {
                body(UInt8(scalar))
                continue
            }
            if scalar < 0x800 {
                body(UInt8(0xC0 | scalar >> 6))
            } else {
                if scalar < 0x10000 {
                    body(UInt8(0xE0 | scalar >> 12))
                } else {
                    body(UInt8(0xF0 | scalar >> 18))
                    body(UInt8(0x80 | scalar >> 12 & 0x3F))
                }
                body(UInt8(0x80 | scalar >> 6 & 0x3F))
            }
            body(UInt8(0x80 | scalar & 0x3F))
        }
    }

    /// The text of a range of code points.
    public func string(_ range: Range<Int>) -> String { String(scalars: scalars, range) }
}

extension String {
    /// The string of a range of these Unicode scalar values.
    init(scalars: [UInt32], _ range: Range<Int>) {
        precondition(range.lowerBound >= 0 && range.upperBound <= scalars.count, "a range outside of the text")
        self = scalars.withUnsafeBufferPointer { String(scalars: UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// The string of these Unicode scalar values.
    public init(scalars: ArraySlice<UInt32>) { self = scalars.withUnsafeBufferPointer { String(scalars: $0) } }

    fileprivate init(scalars: UnsafeBufferPointer<UInt32>) {
        // Written out by hand: appending scalar by scalar took a tenth of an extraction's time.
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4 * scalars.count) { buffer in
            var end = 0
            var isASCII = true
            for value in scalars {
                if value &- 0x800 < 0xF800 {
                    if value &- 0xD800 < 0x800 { continue }  // no scalar value
                    isASCII = false
                    buffer[end] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
                    buffer[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
                    buffer[end &+ 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                    end &+= 3
                } else if value < 0x80 {
                    buffer[end] = UInt8(truncatingIfNeeded: value)
                    end &+= 1
                } else if value < 0x800 {
                    isASCII = false
                    buffer[end] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
                    buffer[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                    end &+= 2
                } else if value < 0x110000 {
                    isASCII = false
                    buffer[end] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
                    buffer[end &+ 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
                    buffer[end &+ 2] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
                    buffer[end &+ 3] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
                    end &+= 4
                }
            }
            guard #available(macOS 26, *) else {
                return String(decoding: UnsafeBufferPointer(rebasing: buffer[..<end]), as: UTF8.self)
            }
            // Nothing but whole characters was written: to check that again took as long as to write them.
            return String(copying: UTF8Span(unchecked: buffer.span.extracting(first: end), isKnownASCII: isASCII))
        }
    }
}
