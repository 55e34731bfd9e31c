// A table as rows of cells, each with its place in the document.

/// A table: header rows first, then the body.
public struct Table: Sendable {
    public struct Cell: Sendable {
        /// The cell's text; empty text for an empty cell.
        public var passage: Passage
        public var string: String { passage.string }
    }

    public struct Row: Sendable {
        public var cells: [Cell]
        /// The whole row as one passage of kind `tableRow`.
        public var passage: Passage
    }

    public var section: Int?
    public var caption: String?
    public var header: [Row]
    public var rows: [Row]

    /// Reads a Markdown pipe table. Rows above the `---` rule are its header; without a rule the first row is.
    init(_ lines: [Line], section: Int?, caption: String?, in source: [UInt32]) {
        self.section = section
        self.caption = caption
        var header: [Row] = []
        var body: [Row] = []
        var sawRule = false
        for line in lines {
            if case .rule = line.look {
                if !sawRule {
                    header = body
                    body = []
                }
                sawRule = true
                continue
            }
            body.append(Row(line, section: section, in: source))
        }
        if !sawRule, !body.isEmpty { header = [body.removeFirst()] }
        self.header = header
        self.rows = body
    }
}

extension Table.Row {
    fileprivate init(_ line: Line, section: Int?, in source: [UInt32]) {
        passage = Passage(kind: .tableRow, section: section, line: line.number, ranges: [line.range], in: source)
        cells = []
        var start = line.range.lowerBound
        if source[start] == 0x7C { start += 1 }
        var i = start
        while i <= line.range.upperBound {
            let atEnd = i == line.range.upperBound
            if atEnd || source[i] == 0x7C && source[i - 1] != 0x5C {
                var low = start
                var high = i
                while low < high, source[low].isBlank { low += 1 }
                while high > low, source[high - 1].isBlank { high -= 1 }
                if !(atEnd && low == high) {
                    let cell = Passage(kind: .tableRow, section: section, line: line.number, ranges: [low..<high], in: source)
                    cells.append(Table.Cell(passage: cell))
                }
                start = i + 1
            }
            i += 1
        }
    }
}
