// CSV as RFC 4180 says and as spreadsheets write it, row by row; every cell knows where it stands.
import ReportText

/// Reads the rows of a CSV text. Line ends are CRLF, LF or CR; a quoted field may hold them.
struct CSVReader {
    /// A field. Offsets are code points into the text, without the quotes around it.
    struct Cell {
        let text: String
        /// `""` is empty text, a field of no characters is nothing at all.
        let isQuoted: Bool
        let start: Int
        let end: Int
    }

    /// A record, with the 1-based line on which it starts, and the offsets of all of it without its line end.
    struct Row {
        let cells: [Cell]
        let line: Int
        let start: Int
        let end: Int

        var isBlank: Bool { cells.allSatisfy { $0.text.isEmpty && !$0.isQuoted } }

        fileprivate var unguarded: Row {
            let plain = cells.map {
                Cell(text: SpreadsheetText.unguarded($0.text), isQuoted: $0.isQuoted, start: $0.start, end: $0.end)
            }
            return Row(cells: plain, line: line, start: start, end: end)
        }
    }

    /// What is wrong with the text, and where.
    struct Malformed: Error {
        let line: Int
        let column: Int
        let problem: String
    }

    private let text: [UInt32]
    private let separator: UInt32
    private var position = 0
    private var line = 1
    /// Whether texts are guarded against being taken for formulas (see ``SpreadsheetText``), and given without that.
    var isGuarded = false

    /// - Parameter separator: what stands between two fields; nil for a semicolon or tab where the first line has these and no comma.
    init(_ text: ReportText, separator: UInt32? = nil) {
        self.text = text.scalars
        let first = self.text.prefix { $0 != 0x0A && $0 != 0x0D }
        let found: UInt32 = first.contains(0x2C) ? 0x2C : first.contains(0x09) ? 0x09 : first.contains(0x3B) ? 0x3B : 0x2C
        self.separator = separator ?? found
    }

    /// The next row; nil after the last. Rows without any field are left out.
    mutating func next() throws(Malformed) -> Row? {
        while position < text.count {
            let row = try record()
            if row.isBlank { continue }
            return isGuarded ? row.unguarded : row
        }
        return nil
    }

    private mutating func record() throws(Malformed) -> Row {
        let (start, first) = (position, line)
        var cells: [Cell] = []
        while true {
            cells.append(try field(cells.count + 1))
            guard position < text.count, text[position] == separator else { break }
            position += 1
        }
        let end = position
        if position < text.count {
            position += text[position] == 0x0D && position + 1 < text.count && text[position + 1] == 0x0A ? 2 : 1
            line += 1
        }
        return Row(cells: cells, line: first, start: start, end: end)
    }

    private mutating func field(_ column: Int) throws(Malformed) -> Cell {
        guard position < text.count, text[position] == 0x22 else {
            let start = position
            while position < text.count, text[position] != separator, text[position] != 0x0A, text[position] != 0x0D { position += 1 }
            return Cell(text: String(scalars: text[start..<position]), isQuoted: false, start: start, end: position)
        }
        let opened = line
        position += 1
        let start = position
        var content: [UInt32] = []
        while true {
            guard position < text.count else {
                throw Malformed(line: opened, column: column, problem: "a quote that is opened and not closed")
            }
            if text[position] == 0x22 {
                guard position + 1 < text.count, text[position + 1] == 0x22 else { break }
                position += 1
            } else if text[position] == 0x0A || text[position] == 0x0D && !(position + 1 < text.count && text[position + 1] == 0x0A) {
                line += 1
            }
            content.append(text[position])
            position += 1
        }
        let end = position
        position += 1
        if position < text.count, text[position] != separator, text[position] != 0x0A, text[position] != 0x0D {
            throw Malformed(line: line, column: column, problem: "characters after a closing quote; write a quote inside a field twice")
        }
        return Cell(text: String(scalars: content[...]), isQuoted: true, start: start, end: end)
    }
}
