// The encodings a report's text can be in, and how a name stands for one.

/// An encoding of text.
public enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "utf-8"
    /// Either byte order: by the byte order mark, else by the order in which the text makes sense.
    case utf16 = "utf-16"
    /// GB 18030 with all that came before it: GBK and GB 2312 are parts of it.
    case gb18030

    /// The encoding that a document's own declaration names, or nil for one that is not read here. Case and punctuation do not matter.
    init?<Name: Sequence<UInt8>>(label: Name) {
        var letters: [UInt8] = []
        for byte in label {
            switch byte {
            case 0x41...0x5A: letters.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39: letters.append(byte)
            default: break
            }
        }
        switch String(decoding: letters, as: UTF8.self) {
        case "utf8": self = .utf8
        case "utf16", "utf16le", "utf16be": self = .utf16
        case "gb18030", "gbk", "gb2312", "gb231280", "cp936", "ms936", "windows936", "xgbk", "euccn": self = .gb18030
        default: return nil
        }
    }
}

/// What stops bytes from being read as text. Offsets are bytes into what was given.
public enum TextDecodingError: Error, Equatable, Sendable {
    case empty
    /// A NUL or so many control characters that it is no text.
    case binary(offset: Int)
    /// Not a character of the encoding that the text is in.
    case invalid(TextEncoding, offset: Int)
    /// Neither UTF-8 (`offset` is where it first is not) nor UTF-16 with a byte order mark nor GB 18030.
    case unknownEncoding(offset: Int)
    /// The system has no converter for the encoding.
    case noConverter(TextEncoding)
}
