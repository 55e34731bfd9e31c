// UTF-16 to code points.

enum UTF16Decoder {
    enum ByteOrder {
        case little, big

        /// The byte order mark at the start of `bytes`, or nil.
        init?(mark bytes: [UInt8]) {
            guard bytes.count >= 2 else { return nil }
            switch (bytes[0], bytes[1]) {
            case (0xFF, 0xFE): self = .little
            case (0xFE, 0xFF): self = .big
            default: return nil
            }
        }

        /// The order in which text without a mark makes sense: that in which it has more line ends, blanks and Chinese full stops.
        init(guessing bytes: [UInt8]) {
            var little = 0
            var big = 0
            var i = 0
            while i + 1 < min(bytes.count, 1 << 16) {
                switch (bytes[i], bytes[i + 1]) {
                case (0x0A, 0), (0x20, 0), (0x02, 0x30), (0x0C, 0xFF): little += 1
                case (0, 0x0A), (0, 0x20), (0x30, 0x02), (0xFF, 0x0C): big += 1
                default: break
                }
                i += 2
            }
            self = big > little ? .big : .little
        }
    }

    /// Decodes UTF-16 from byte `start` on.
    /// - Throws: `.invalid` with the first byte of an unpaired surrogate or of half a unit at the end, `.binary` for a NUL.
    static func decode(_ bytes: [UInt8], from start: Int, _ order: ByteOrder) throws(TextDecodingError) -> [UInt32] {
        let high = order == .big ? 0 : 1
        func unit(_ i: Int) -> UInt32 { UInt32(bytes[i + high]) << 8 | UInt32(bytes[i + 1 - high]) }
        var scalars: [UInt32] = []
        scalars.reserveCapacity((bytes.count - start) / 2)
        var i = start
        while i + 1 < bytes.count {
            let first = unit(i)
            if first == 0 { throw .binary(offset: i) }
            if first & 0xF800 != 0xD800 {
                scalars.append(first)
                i += 2
                continue
            }
            guard first < 0xDC00, i + 3 < bytes.count else { throw .invalid(.utf16, offset: i) }
            let second = unit(i + 2)
            guard second & 0xFC00 == 0xDC00 else { throw .invalid(.utf16, offset: i) }
            scalars.append(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF))
            i += 4
        }
        guard i == bytes.count else { throw .invalid(.utf16, offset: i) }
        return scalars
    }
}
