// Rich Text Format to text: paragraphs apart, headings with #, tables as pipe tables.
//
// Read here and not by pandoc, which (2.17) loses the digit that follows a Chinese character in `\u20225?1369` and cannot read text
// whose bytes are GB 2312.
import ReportText

struct RTFReader {
    /// The text of an RTF file.
    /// - Throws: ``ZhibiaoError`` when its braces do not match.
    static func text(_ bytes: [UInt8], path: String) throws -> String {
        var reader = RTFReader(bytes)
        guard reader.read() else { throw ZhibiaoError(.reportTruncated(path: path, format: "RTF file")) }
        return reader.output
    }

    /// What braces enclose.
    private struct Group {
        /// Not text: fonts, pictures, headers, instructions.
        var isSkipped = false
        var isFontTable = false
        var isStyleSheet = false
        var isHidden = false
        var isNote = false
        var font = 0
        /// How many characters stand in for a `\u` character where Unicode is not understood.
        var fallback = 1
    }

    /// Destinations whose content is no text of the document. With `\*` in front any unknown one is skipped too.
    private static let skipped: Set<String> = [
        "colortbl", "info", "pict", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "filetbl",
        "listtable", "listoverridetable", "revtbl", "rsidtbl", "generator", "xmlnstbl", "themedata", "datastore", "object", "nonshppict",
    ]
    /// Destinations with `\*` that are text.
    private static let kept: Set<String> = ["shppict", "ud", "shptxt", "footnote"]
    private static let symbols: [String: String] = [
        "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "bullet": "•",
        "line": "\n", "emspace": "\u{2003}", "enspace": "\u{2002}", "qmspace": "\u{2005}",
    ]

    private let bytes: [UInt8]
    private var i = 0
    private var groups: [Group] = []
    private var group = Group()
    private var codePage = 1252
    private var charsets: [Int: Int] = [:]
    private var outlineOfStyle: [Int: Int] = [:]
    private var style = 0
    private var outline: Int?
    private var inTable = false
    /// Bytes given as \'xx that wait for those that follow them.
    private var pending: [UInt8] = []
    /// Stand-ins of a `\u` character that are still to be passed over.
    private var toSkip = 0
    /// The first half of a surrogate pair.
    private var highSurrogate: UInt32?
    private var paragraph = ""
    /// Footnotes: they come after the text.
    private var notes: [String] = []
    private var cells: [String] = []
    private var tableRows = 0
    private var output = ""

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// - Returns: whether all braces were closed.
    private mutating func read() -> Bool {
        while i < bytes.count {
            let byte = bytes[i]
            i += 1
            switch byte {
            case 0x7B:  // {
                flush()
                toSkip = 0
                groups.append(group)
            case 0x7D:  // }
                flush()
                toSkip = 0
                guard let outer = groups.popLast() else { return false }
                group = outer
                if groups.isEmpty {
                    endParagraph()
                    for (index, note) in notes.enumerated() { output += "[\(index + 1)] \(note)\n\n" }
                    return true
                }
            case 0x5C: readControl()  // \
            case 0x0A, 0x0D, 0x00: break
            default: add(byte)
            }
        }
        return false
    }

    // MARK: Control words

    private mutating func readControl() {
        guard i < bytes.count else { return }
        let first = bytes[i]
        guard isLetter(first) else {
            i += 1
            switch first {
            case 0x27:  // '
                let high = i < bytes.count ? hexadecimal(bytes[i]) : nil
                let low = i + 1 < bytes.count ? hexadecimal(bytes[i + 1]) : nil
                guard let high, let low else { return }
                i += 2
                add(high << 4 | low)
            case 0x2A: if !peekKept() { group.isSkipped = true }  // *
            case 0x7E: add("\u{A0}")  // ~
            case 0x5F: add("-")  // _
            case 0x5C, 0x7B, 0x7D: add(first)
            case 0x0A, 0x0D: endLine()
            default: break
            }
            return
        }
        var word: [UInt8] = []
        while i < bytes.count, isLetter(bytes[i]), word.count < 32 {
            word.append(bytes[i])
            i += 1
        }
        var number: Int?
        let negative = i < bytes.count && bytes[i] == 0x2D
        var j = negative ? i + 1 : i
        while j < bytes.count, bytes[j] &- 0x30 < 10, j - i < 12 {
            number = (number ?? 0) * 10 + Int(bytes[j] - 0x30)
            j += 1
        }
        if let value = number {
            i = j
            if negative { number = -value }
        }
        if i < bytes.count, bytes[i] == 0x20 { i += 1 }
        control(String(decoding: word, as: UTF8.self), number)
    }

    private mutating func control(_ word: String, _ number: Int?) {
        if word != "u" { flush() }
        switch word {
        case "u": addUnicode(number ?? 0)
        case "uc": group.fallback = max(0, number ?? 1)
        case "ansicpg": codePage = number ?? 1252
        case "f":
            group.font = number ?? 0
        case "fcharset": if group.isFontTable { charsets[group.font] = number }
        case "fonttbl": group.isFontTable = true
        case "stylesheet": group.isStyleSheet = true
        case "s": style = number ?? 0
        case "outlinelevel":
            if group.isStyleSheet { outlineOfStyle[style] = number } else { outline = number }
        case "plain", "v": group.isHidden = word == "v" && number != 0
        case "par", "sect", "page", "column": endLine()
        case "pard":
            inTable = false
            style = 0
            outline = nil
        case "intbl": inTable = true
        case "footnote":
            guard isText else { break }
            notes.append("")
            append("[\(notes.count)]")
            group.isNote = true
        case "trowd":
            if !inTable { endParagraph() }
        case "cell":
            cells.append(paragraph)
            paragraph = ""
        case "row": endRow()
        case "bin": i = min(bytes.count, i + max(0, number ?? 0))
        default:
            if let symbol = Self.symbols[word] {
                add(symbol)
            } else if Self.skipped.contains(word) {
                group.isSkipped = true
            }
        }
    }

    /// Whether the destination after `\*` is text all the same.
    private func peekKept() -> Bool {
        guard i < bytes.count, bytes[i] == 0x5C else { return false }
        let word = bytes[(i + 1)...].prefix(32).prefix(while: isLetter)
        return Self.kept.contains(String(decoding: word, as: UTF8.self))
    }

    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    private func hexadecimal(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46, 0x61...0x66: (byte | 0x20) - 0x57
        default: nil
        }
    }

    // MARK: Text

    private var isText: Bool { !group.isSkipped && !group.isFontTable && !group.isStyleSheet && !group.isHidden }

    private mutating func append(_ text: String) {
        if group.isNote, let last = notes.indices.last { notes[last] += text } else { paragraph += text }
    }

    /// A byte in the code page of its font.
    private mutating func add(_ byte: UInt8) {
        if toSkip > 0 {
            toSkip -= 1
        } else if isText {
            pending.append(byte)
        }
    }

    private mutating func add(_ text: String) {
        flush()
        if toSkip > 0 {
            toSkip -= 1
        } else if isText {
            append(text)
        }
    }

    private mutating func addUnicode(_ number: Int) {
        flush()
        toSkip = group.fallback
        guard isText else { return }
        let value = UInt32(truncatingIfNeeded: number < 0 ? number + 0x10000 : number)
        if value & 0xFC00 == 0xD800 {
            highSurrogate = value
        } else if value & 0xFC00 == 0xDC00, let high = highSurrogate {
            highSurrogate = nil
            if let scalar = Unicode.Scalar(0x10000 + ((high & 0x3FF) << 10 | value & 0x3FF)) { append(String(scalar)) }
        } else if let scalar = Unicode.Scalar(value), value > 0 {
            append(String(scalar))
        }
    }

    /// Decodes the bytes that were waiting.
    private mutating func flush() {
        guard !pending.isEmpty else { return }
        defer { pending = [] }
        if pending.allSatisfy({ $0 < 0x80 }) {
            append(String(decoding: pending, as: UTF8.self))
            return
        }
        // 134 is the charset of simplified Chinese fonts.
        let page = charsets[group.font] == 134 ? 936 : codePage
        if page == 936 || page == 54936, let text = try? ReportText(decoding: pending, as: .gb18030) {
            append(text.string)
        } else if page == 65001, let text = try? ReportText(decoding: pending, as: .utf8) {
            append(text.string)
        } else {
            append(String(String.UnicodeScalarView(pending.map { Unicode.Scalar($0) })))
        }
    }

    // MARK: Lines and tables

    private mutating func endLine() {
        guard isText else { return }
        if inTable || group.isNote { append(" ") } else { endParagraph() }
    }

    private mutating func endParagraph() {
        flush()
        guard paragraph.utf8.contains(where: { $0 > 0x20 }) else {
            paragraph = ""
            return
        }
        if tableRows > 0 { output += "\n" }
        tableRows = 0
        if let level = outline ?? outlineOfStyle[style], (0..<9).contains(level) {
            output += String(repeating: "#", count: min(level + 1, 6)) + " "
        }
        output += paragraph + "\n\n"
        paragraph = ""
    }

    private mutating func endRow() {
        guard !cells.isEmpty else { return }
        output += "|"
        for cell in cells {
            let line = cell.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            output += " " + line.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + " |"
        }
        output += "\n"
        if tableRows == 0 { output += "|" + String(repeating: "---|", count: cells.count) + "\n" }
        tableRows += 1
        cells = []
        paragraph = ""
    }
}
