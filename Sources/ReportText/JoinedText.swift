// Text put together from pieces of a document, with the way back to where each character stands there.

/// Joined text: what is read as one, and where its characters come from.
struct JoinedText: Sendable {
    struct Piece: Sendable {
        /// Where the piece starts in the joined text.
        var joined: Int
        /// Where it starts in the document.
        var source: Int
        /// 0: each character stands for itself. Else every character of the piece stands for that many of the document (`&nbsp;`).
        var reference = 0
    }

    /// Unicode scalar values.
    private(set) var text: [UInt32] = []
    private(set) var pieces: [Piece] = []

    var isEmpty: Bool { text.isEmpty }

    /// Adds characters of the document as they are.
    mutating func append(_ range: Range<Int>, of source: [UInt32]) {
        guard !range.isEmpty else { return }
        goOn(at: range.lowerBound)
        text.append(contentsOf: source[range])
    }

    /// Adds one character that stands for itself.
    mutating func append(_ scalar: UInt32, at offset: Int) {
        goOn(at: offset)
        text.append(scalar)
    }

    /// Adds one character that `range` of the document stands for.
    mutating func append(_ scalar: UInt32, for range: Range<Int>) {
        pieces.append(Piece(joined: text.count, source: range.lowerBound, reference: max(1, range.count)))
        text.append(scalar)
    }

    /// Adds `other`, with `separator` between the two where it is not 0.
    mutating func append(_ other: JoinedText, separator: [UInt32] = []) {
        if let first = other.pieces.first, !isEmpty {
            for scalar in separator { append(scalar, for: max(0, first.source - 1)..<first.source) }
        }
        for piece in other.pieces {
            pieces.append(Piece(joined: piece.joined + text.count, source: piece.source, reference: piece.reference))
        }
        text.append(contentsOf: other.text)
    }

    /// A part of the text by itself, without blanks at either end.
    func part(_ range: Range<Int>) -> JoinedText {
        var low = range.lowerBound
        var high = range.upperBound
        while low < high, text[low].isBlank { low += 1 }
        while high > low, text[high - 1].isBlank { high -= 1 }
        var result = JoinedText()
        guard low < high, let first = pieces.lastIndex(where: { $0.joined <= low }) else { return result }
        result.text = Array(text[low..<high])
        for piece in pieces[first...] where piece.joined < high {
            // A piece that starts before the part goes on in it.
            let skipped = max(0, low - piece.joined)
            result.pieces.append(
                Piece(
                    joined: max(0, piece.joined - low), source: piece.reference > 0 ? piece.source : piece.source + skipped,
                    reference: piece.reference))
        }
        return result
    }

    /// The text without those parts, which stand in order.
    func without(_ parts: [Range<Int>]) -> JoinedText {
        if parts.isEmpty { return self }
        var result = JoinedText()
        for range in text.indices.without(parts) { result.append(part(range)) }
        return result
    }

    /// Takes blanks off the end.
    mutating func trimEnd() {
        while let last = text.last, last.isBlank { text.removeLast() }
        while let last = pieces.last, last.joined >= text.count { pieces.removeLast() }
    }

    private mutating func goOn(at offset: Int) {
        if let last = pieces.last, last.reference == 0, last.source + (text.count - last.joined) == offset { return }
        pieces.append(Piece(joined: text.count, source: offset))
    }
}
