// GB 18030 to code points, by the C library's iconv: its tables are not repeated here.
#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

enum GB18030Decoder {
    /// Decodes GB 18030, and with it GBK and GB 2312.
    /// - Throws: `.invalid` with the first byte of what is no character, `.binary` for a NUL, `.noConverter` where the system has none.
    static func decode(_ bytes: [UInt8]) throws(TextDecodingError) -> [UInt32] {
        if let offset = bytes.firstIndex(of: 0) { throw .binary(offset: offset) }
        guard let converter = iconv_open(1.littleEndian == 1 ? "UTF-32LE" : "UTF-32BE", "GB18030"), converter != iconv_t(bitPattern: -1)
        else {
            throw .noConverter(.gb18030)
        }
        defer { iconv_close(converter) }
        var scalars: [UInt32] = []
        scalars.reserveCapacity(bytes.count / 2 + bytes.count / 16)
        var chunk = [UInt32](repeating: 0, count: 1 << 14)
        var done = 0
        while done < bytes.count {
            let (read, written, failure) = convert(bytes, from: done, into: &chunk, converter)
            scalars.append(contentsOf: chunk[..<written])
            done += read
            // E2BIG: the chunk is full and there is more to read.
            if failure != 0, failure != E2BIG || read == 0 { throw .invalid(.gb18030, offset: done) }
        }
        return scalars
    }

    /// Fills `chunk` with characters.
    /// - Returns: how many bytes were read, how many characters written, and the error number that ended it (0: all is read).
    private static func convert(_ bytes: [UInt8], from start: Int, into chunk: inout [UInt32], _ converter: iconv_t) -> (Int, Int, Int32) {
        let count = chunk.count
        return bytes.withUnsafeBytes { bytes in
            chunk.withUnsafeMutableBytes { chunk in
                // iconv's signature lacks const; it only reads here.
                var input = UnsafeMutableRawPointer(mutating: bytes.baseAddress?.advanced(by: start))?.assumingMemoryBound(to: CChar.self)
                var inputLeft = bytes.count - start
                var output = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
                var outputLeft = count * 4
                let status = iconv(converter, &input, &inputLeft, &output, &outputLeft)
                return (bytes.count - start - inputLeft, count - outputLeft / 4, status == -1 ? errno : 0)
            }
        }
    }

    /// Whether bytes that are no UTF-8 read like Chinese in GB 18030: most of their two-byte characters are among the 3755 most
    /// frequent Chinese characters or are Chinese punctuation. Looks at the first 64 KiB.
    static func isPlausible(_ bytes: [UInt8]) -> Bool {
        let end = min(bytes.count, 1 << 16)
        var pairs = 0
        var common = 0
        var i = 0
        while i + 1 < end {
            let first = bytes[i]
            guard first >= 0x81, first <= 0xFE else {
                i += 1
                continue
            }
            let second = bytes[i + 1]
            pairs += 1
            // Rows A1 and A3: punctuation and fullwidth forms. Rows B0 to D7: the first level of GB 2312.
            if second >= 0xA1, first == 0xA1 || first == 0xA3 || (0xB0...0xD7).contains(first) { common += 1 }
            i += second & 0xF0 == 0x30 && second < 0x3A ? 4 : 2
        }
        return pairs > 0 && common * 10 >= pairs * 7
    }
}
