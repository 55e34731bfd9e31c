// What a report's text is made of once it is read: passages, each under a heading.

/// What a passage is in its report.
public enum PassageKind: String, Sendable, CaseIterable {
    case title
    case heading
    case paragraph
    case listItem = "list_item"
    /// An entry of a table of contents.
    case contents
    case caption
    /// A row of a table.
    case tableRow = "table_row"
    /// Page numbers, running heads, pictures: nothing that is said.
    case furniture
    case quote
    /// A named speaker's comment: 【点评】.
    case comment
}

/// A heading and where it stands among the others.
public struct Section: Sendable, Equatable {
    /// The index of the section that holds this one, or nil at the top.
    public var parent: Int?
    /// 1 is the outermost.
    public var level: Int
    /// The heading's text, joined over line ends.
    public var title: String
    /// Code points of the heading in the document, end exclusive.
    public var start: Int
    public var end: Int

    public init(parent: Int?, level: Int, title: String, start: Int, end: Int) {
        self.parent = parent
        self.level = level
        self.title = title
        self.start = start
        self.end = end
    }
}

/// A piece of a report that is read as one: its text with hard line wraps undone, and the way back to the document.
public struct Passage: Sendable {
    public var kind: PassageKind
    /// Index of the section it stands in (for a heading: its own), or nil above the first heading.
    public var section: Int?
    /// 1-based line of its first character.
    public var line: Int
    /// Unicode scalar values of the joined text.
    public let text: [UInt32]
    /// Where the text starts in the document; that is the whole way back where it stands there in one piece.
    private let start: Int
    /// Otherwise its pieces.
    private let pieces: [JoinedText.Piece]

    private init(kind: PassageKind, section: Int?, line: Int, text: [UInt32], start: Int, pieces: [JoinedText.Piece]) {
        self.kind = kind
        self.section = section
        self.line = line
        self.text = text
        self.start = start
        self.pieces = pieces
    }

    /// A passage of text that is joined already.
    init(kind: PassageKind, section: Int?, line: Int, _ joined: JoinedText) {
        let isWhole = joined.pieces.count <= 1 && joined.pieces.first?.reference ?? 0 == 0
        self.init(
            kind: kind, section: section, line: line, text: joined.text, start: joined.pieces.first?.source ?? 0,
            pieces: isWhole ? [] : joined.pieces)
    }

    /// One range of the document.
    init(kind: PassageKind, section: Int?, line: Int, range: Range<Int>, in source: [UInt32]) {
        self.init(kind: kind, section: section, line: line, text: Array(source[range]), start: range.lowerBound, pieces: [])
    }

    /// Joins the given ranges of the document. Between two Latin words the line end becomes a space.
    init(kind: PassageKind, section: Int?, line: Int, ranges: [Range<Int>], in source: [UInt32]) {
        if ranges.count == 1 {
            self.init(kind: kind, section: section, line: line, range: ranges[0], in: source)
            return
        }
        var joined = JoinedText()
        for range in ranges where !range.isEmpty {
            if let last = joined.text.last, last.isLatinLetter, source[range.lowerBound].isLatinLetter {
                joined.append(0x20, for: (range.lowerBound - 1)..<range.lowerBound)
            }
            if Passage.isLetterSpaced(source, range) {
                for i in range
                where !source[i].isBlank || i == range.lowerBound || i + 1 == range.upperBound
                    || !(source[i - 1].isHan && source[i + 1].isHan)
                { joined.append(source[i], at: i) }
            } else {
                joined.append(range, of: source)
            }
        }
        self.init(kind: kind, section: section, line: line, joined)
    }

    /// 第 二 产 业 增 加 值: a line of a justified page, set wide.
    private static func isLetterSpaced(_ source: [UInt32], _ range: Range<Int>) -> Bool {
        guard range.count > 8 else { return false }
        var spaced = 0
        var close = 0
        for i in range.dropFirst().dropLast() {
            if source[i].isBlank {
                if source[i - 1].isHan, source[i + 1].isHan { spaced += 1 }
            } else if source[i].isHan, source[i - 1].isHan {
                close += 1
            }
        }
        return spaced > 3 && spaced > 2 * close
    }

    /// A piece of text by itself, such as a header put together from several cells.
    public init(cellText text: [UInt32]) {
        self.init(kind: .tableRow, section: nil, line: 1, text: text, start: 0, pieces: [])
    }

    /// The document offset of the joined text's element at `index`.
    public func offset(_ index: Int) -> Int { place(index).lowerBound }

    /// The document range of a range of the joined text, line ends and markup between included.
    public func sourceRange(_ range: Range<Int>) -> Range<Int> {
        let first = offset(range.lowerBound)
        guard !range.isEmpty else { return first..<first }
        return first..<max(first, place(range.upperBound - 1).upperBound)
    }

    /// What of the document the element at `index` stands for.
    private func place(_ index: Int) -> Range<Int> {
        if pieces.isEmpty { return (start + index)..<(start + index + 1) }
        var low = 0
        var high = pieces.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if pieces[middle].joined <= index { low = middle } else { high = middle }
        }
        let piece = pieces[low]
        if piece.reference > 0 { return piece.source..<(piece.source + piece.reference) }
        let offset = piece.source + (index - piece.joined)
        return offset..<(offset + 1)
    }

    public var string: String { String(scalars: text[...]) }

    /// A range of the joined text without blanks at either end.
    public func string(_ range: Range<Int>) -> String {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high, text[low].isBlank { low += 1 }
        while high > low, text[high - 1].isBlank { high -= 1 }
        return String(scalars: text, low..<high)
    }
}
