// Test input with places marked in it: 在校生1️⃣12345人 reads as 在校生12345人, and marker 1️⃣ stands at offset 3.

/// A text whose markers (1️⃣ to 9️⃣) were taken out, and where each of them stood.
public struct MarkedText: Sendable {
    /// The text without markers.
    public let text: String
    /// The offset of each marker in Unicode code points, in the order of the text.
    public let marks: [(marker: Character, offset: Int)]

    /// Takes the markers out of `marked`.
    public init(_ marked: String) {
        var text = String.UnicodeScalarView()
        var marks: [(marker: Character, offset: Int)] = []
        let scalars = Array(marked.unicodeScalars)
        var i = 0
        while i < scalars.count {
            // A keycap: a digit, the emoji presentation selector, the enclosing keycap.
            if i + 2 < scalars.count, ("1"..."9").contains(scalars[i]), scalars[i + 1] == "\u{FE0F}", scalars[i + 2] == "\u{20E3}" {
                var keycap = String.UnicodeScalarView()
                keycap.append(contentsOf: scalars[i...i + 2])
                marks.append((Character(String(keycap)), text.count))
                i += 3
            } else {
                text.append(scalars[i])
                i += 1
            }
        }
        self.text = String(text)
        self.marks = marks
    }

    /// The offset of `marker`, or nil when the text has none.
    public subscript(marker: Character) -> Int? { marks.first { $0.marker == marker }?.offset }

    /// The marker at `offset`, or nil.
    public func marker(at offset: Int) -> Character? { marks.first { $0.offset == offset }?.marker }
}
