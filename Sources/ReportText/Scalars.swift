// Tests on single Unicode scalar values, used by every stage.

extension UInt32 {
    /// The value of a one-character literal: `UInt32("。")`.
    @inlinable public init(_ scalar: Unicode.Scalar) { self = scalar.value }

    /// 0–9, fullwidth ０–９ not included (see `halfwidth`).
    @inlinable public var isDigit: Bool { self &- 0x30 < 10 }

    /// A–Z, a–z.
    @inlinable public var isLatinLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    /// A Han character.
    @inlinable public var isHan: Bool {
        self &- 0x4E00 < 0x5200 || self &- 0x3400 < 0x19C0 || self == 0x3007 || self &- 0xF900 < 0x200 || self &- 0x20000 < 0x20000
    }

    /// Space, tab, no-break, ideographic and other blanks; not line ends.
    @inlinable public var isBlank: Bool {
        // Most characters are Han ones: told first.
        if self > 0x3000 { return self == 0xFEFF }
        return self == 0x20 || self == 0x09 || self == 0xA0 || self == 0x3000 || self &- 0x2000 < 0x0C || self == 0x202F
    }

    /// 万 亿 元 % ％: what a number goes on with, so that no line or paragraph ends between the two.
    var goesOnNumber: Bool { self == 0x4E07 || self == 0x4EBF || self == 0x5143 || halfwidth == 0x25 }

    /// Ends a sentence: 。！？!? (and ； ; only separates clauses).
    @inlinable public var endsSentence: Bool {
        if self > 0x3002 { return self == 0xFF01 || self == 0xFF1F }
        return self == 0x3002 || self == 0x21 || self == 0x3F
    }

    /// The ASCII character a fullwidth form (U+FF01–FF5E) stands for, itself otherwise.
    @inlinable public var halfwidth: UInt32 { self &- 0xFF01 < 0x5E ? self &- 0xFEE0 : self }
}

extension [UInt32] {
    /// The text with fullwidth forms made ASCII.
    public var halfwidth: [UInt32] {
        // Cells of tables mostly hold none, and are not copied.
        guard let first = firstIndex(where: { $0 &- 0xFF01 < 0x5E }) else { return self }
        var text = self
        for i in first..<text.count { text[i] = text[i].halfwidth }
        return text
    }
}
