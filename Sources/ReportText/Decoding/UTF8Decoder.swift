// UTF-8 to code points. Everything that is read goes through here, so this is the one loop of the core over raw memory.

enum UTF8Decoder {
    /// Decodes UTF-8 (RFC 3629: shortest forms only, no surrogates) from byte `start` on.
    /// - Throws: `.invalid` with the first byte of what is no character, `.binary` for a NUL.
    static func decode(_ bytes: [UInt8], from start: Int) throws(TextDecodingError) -> [UInt32] {
        var failure: TextDecodingError?
        let scalars = bytes.withUnsafeBufferPointer { bytes in
            // Every byte but a continuation starts a character, so `count` can only be too large where the text is invalid.
            // Eight at a time, in a fifth of the instructions: the upper two bits of each, summed up by the multiplication.
            var count = bytes.count &- start
            var i = start
            while i &+ 8 <= bytes.count {
                let eight = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: i, as: UInt64.self)
                let followers = (eight >> 7) & (~eight >> 6) & 0x0101_0101_0101_0101
                count &-= Int((followers &* 0x0101_0101_0101_0101) >> 56)
                i &+= 8
            }
            while i < bytes.count {
                count &-= bytes[i] & 0xC0 == 0x80 ? 1 : 0
                i &+= 1
            }
            return [UInt32](unsafeUninitializedCapacity: count) { scalars, written in
                failure = decode(bytes, from: start, into: scalars, &written)
            }
        }
        if let failure { throw failure }
        return scalars
    }

    // Unchecked access is worth it here: with bounds checks and appends the loop runs at a quarter of the speed. It stays inside:
    // a character's last byte is compared with the end before it is read, and each character that is written had its first
    // byte counted.
    private static func decode(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, into scalars: UnsafeMutableBufferPointer<UInt32>, _ written: inout Int
    ) -> TextDecodingError? {
        guard let input = bytes.baseAddress, let output = scalars.baseAddress else { return nil }
        let end = bytes.count
        var i = start
        var o = 0
        defer { written = o }
        while i < end {
            // Han characters, three bytes each, one after the other: the marks of all three bytes are looked at as one.
            while i &+ 4 <= end {
                let four = UInt32(littleEndian: UnsafeRawPointer(input).loadUnaligned(fromByteOffset: i, as: UInt32.self))
                // E1 to EC: no first byte of a form that is too long or of a surrogate.
                guard four & 0xC0C000 == 0x808000, four & 0xFF &- 0xE1 < 12 else { break }
                output[o] = (four & 0x0F) << 12 | (four >> 8 & 0x3F) << 6 | four >> 16 & 0x3F
                i &+= 3
                o &+= 1
            }
            guard i < end else { break }
            let first = UInt32(input[i])
            if first < 0x80 {
                if first == 0 { return .binary(offset: i) }
                output[o] = first
                i &+= 1
            } else if first & 0xF0 == 0xE0 {
                guard end &- i >= 3 else { return .invalid(.utf8, offset: i) }
                let second = UInt32(input[i &+ 1]) ^ 0x80
                let third = UInt32(input[i &+ 2]) ^ 0x80
                let value = (first & 0x0F) << 12 | second << 6 | third
                guard second | third < 0x40, value >= 0x800, value &- 0xD800 >= 0x800 else { return .invalid(.utf8, offset: i) }
                output[o] = value
                i &+= 3
            } else if first & 0xE0 == 0xC0 {
                guard end &- i >= 2 else { return .invalid(.utf8, offset: i) }
                let second = UInt32(input[i &+ 1]) ^ 0x80
                guard second < 0x40, first >= 0xC2 else { return .invalid(.utf8, offset: i) }
                output[o] = (first & 0x1F) << 6 | second
                i &+= 2
            } else {
                guard first & 0xF8 == 0xF0, end &- i >= 4 else { return .invalid(.utf8, offset: i) }
                let second = UInt32(input[i &+ 1]) ^ 0x80
                let third = UInt32(input[i &+ 2]) ^ 0x80
                let fourth = UInt32(input[i &+ 3]) ^ 0x80
                let value = (first & 0x07) << 18 | second << 12 | third << 6 | fourth
                guard second | third | fourth < 0x40, value >= 0x10000, value <= 0x10FFFF else { return .invalid(.utf8, offset: i) }
                output[o] = value
                i &+= 4
            }
            o &+= 1
        }
        return nil
    }
}
