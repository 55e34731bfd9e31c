// Numbers as text: exact for programs, grouped for people.

/// Ways to write a number.
enum NumberText {
    /// The shortest text that reads back as the same Double, without a trailing `.0`: `1640000000`, `86.5`, `-1.3`.
    /// Infinite values and NaN give nil: neither JSON nor CSV has a word for them.
    static func plain(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        if let integer = Int64(exactly: value) { return String(integer) }
        return value.description
    }

    /// The same digits with thousands separators: `1,640,000,000`, `-1,234.5`.
    static func grouped(_ plain: String) -> String {
        let digits = plain.utf8
        let start = plain.hasPrefix("-") ? 1 : 0
        let whole = digits.dropFirst(start).prefix { (0x30...0x39).contains($0) }.count
        guard whole > 3, !digits.contains(0x65) else { return plain }
        var result: [UInt8] = []
        for (index, byte) in digits.enumerated() {
            let left = start + whole - index
            if index > start, left > 0, left % 3 == 0 { result.append(0x2C) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self)
    }
}
