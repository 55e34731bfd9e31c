// Bytes to code points in whatever encoding they are: told, marked, declared, or found out.

enum Decoder {
    /// A text as code points, and what it was in.
    struct Decoded {
        var scalars: [UInt32]
        var encoding: TextEncoding
    }

    /// Decodes a report's bytes; a byte order mark is left out.
    /// - Parameter encoding: overrules what the bytes themselves say; nil to find out.
    static func decode(_ bytes: [UInt8], as encoding: TextEncoding?) throws(TextDecodingError) -> Decoded {
        guard !bytes.isEmpty else { throw .empty }
        let order = UTF16Decoder.ByteOrder(mark: bytes)
        let utf8Start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        switch encoding {
        case .utf8: return Decoded(scalars: try UTF8Decoder.decode(bytes, from: utf8Start), encoding: .utf8)
        case .utf16:
            let start = order == nil ? 0 : 2
            let decoded = try UTF16Decoder.decode(bytes, from: start, order ?? UTF16Decoder.ByteOrder(guessing: bytes))
            return Decoded(scalars: decoded, encoding: .utf16)
        case .gb18030: return Decoded(scalars: try gb18030(bytes), encoding: .gb18030)
        case nil: break
        }
        if let order { return Decoded(scalars: try UTF16Decoder.decode(bytes, from: 2, order), encoding: .utf16) }
        if let offset = firstBinaryByte(bytes) { throw .binary(offset: offset) }
        do {
            return Decoded(scalars: try UTF8Decoder.decode(bytes, from: utf8Start), encoding: .utf8)
        } catch .invalid(_, let offset) {
            // A text that says it is UTF-8, or that was for long, is damaged UTF-8.
            let declared = EncodingDeclaration.find(in: bytes)
            if utf8Start > 0 || declared == .utf8 || isMostlyUTF8(bytes, upTo: offset) { throw .invalid(.utf8, offset: offset) }
            guard declared == .gb18030 || GB18030Decoder.isPlausible(bytes) else { throw .unknownEncoding(offset: offset) }
            return Decoded(scalars: try gb18030(bytes), encoding: .gb18030)
        }
    }

    /// GB 18030 has a byte order mark too: U+FEFF as 84 31 95 33.
    private static func gb18030(_ bytes: [UInt8]) throws(TextDecodingError) -> [UInt32] {
        let scalars = try GB18030Decoder.decode(bytes)
        return scalars.first == 0xFEFF ? Array(scalars.dropFirst()) : scalars
    }

    /// Whether there are so many characters of UTF-8 before `offset` that chance cannot have made them.
    private static func isMostlyUTF8(_ bytes: [UInt8], upTo offset: Int) -> Bool {
        var threes = 0
        for byte in bytes[..<offset] where byte & 0xF0 == 0xE0 { threes += 1 }
        return threes >= 8
    }

    /// A NUL is no text, and neither is a start full of control characters.
    private static func firstBinaryByte(_ bytes: [UInt8]) -> Int? {
        func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !(0x08...0x0D).contains(byte) && byte != 0x1B || byte == 0x7F }
        let start = bytes.prefix(4096)
        if let offset = start.firstIndex(of: 0) { return offset }
        guard start.count(where: isControl) * 10 > start.count else { return nil }
        return start.firstIndex(where: isControl)
    }
}

/// What a web page or XML document says of its own encoding.
enum EncodingDeclaration {
    /// `<meta charset="gbk">`, `<meta … content="text/html; charset=gb2312">`, `<?xml … encoding="GB18030"?>` in the first 4 KiB.
    static func find(in bytes: [UInt8]) -> TextEncoding? {
        let head = bytes.prefix(4096).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        guard head.contains(0x3C) else { return nil }  // <
        for word in ["charset", "encoding"] {
            let word = Array(word.utf8)
            var i = 0
            while i + word.count < head.count {
                defer { i += 1 }
                guard head[i] == word[0], head[i...].starts(with: word) else { continue }
                var value = head[(i + word.count)...].drop { $0 == 0x20 }
                guard value.first == 0x3D else { continue }  // =
                value = value.dropFirst().drop { $0 == 0x20 || $0 == 0x22 || $0 == 0x27 }  // " '
                let name = value.prefix { $0 == 0x2D || $0 == 0x5F || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
                if let encoding = TextEncoding(label: name) { return encoding }
            }
        }
        return nil
    }
}
