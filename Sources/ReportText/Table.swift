// A table as rows of cells, each with its place in the document; which rows are its title, its header and group rows.

import Vocabulary

/// A table: header rows first, then the body. Spans are laid out, so that a cell's index in its row is its column.
public struct Table: Sendable {
    public struct Cell: Sendable {
        /// The cell's text; empty text for an empty cell.
        public var passage: Passage
        /// How many columns it spans.
        public var columns = 1
        /// Written as a header cell.
        public var isHeader = false
        /// Stands for a cell to the left or above that spans to here: its text was said there already.
        public var isRepeated = false
        public var string: String { passage.string }
    }

    public struct Row: Sendable {
        public var cells: [Cell]
        /// The whole row as one passage of kind `tableRow`.
        public var passage: Passage
        /// Written as a row of the header.
        public var isHeader = false
        /// How far its first text is set in, in columns of the page: rows set in are parts of the row above them.
        public var indent = 0

        /// The one text of a row that has no other: a title row or a group row.
        var loneText: Passage? {
            var lone: Passage?
            for cell in cells where !cell.isRepeated && !cell.passage.text.isEmpty {
                guard lone == nil else { return nil }
                lone = cell.passage
            }
            return lone
        }
    }

    public var section: Int?
    /// What the table is called: 表N … above it, its `caption`, or a title row.
    public var caption: String?
    /// Short lines right above the table and its title rows, nearest last: 单位：万元 and the like.
    public var notes: [String] = []
    /// Title rows: rows above the header that span all columns.
    public var titles: [Row] = []
    public var header: [Row]
    /// The header stands at an earlier part of the table: a page ended between.
    public var isContinued = false
    public var rows: [Row]
    /// By row of the body: the index of the row above that heads its group (分轻重工业), or nil.
    public private(set) var groups: [Int?] = []

    /// The number of columns.
    public var width: Int {
        var width = 0
        for row in header { width = max(width, row.cells.count) }
        for row in rows { width = max(width, row.cells.count) }
        return width
    }

    /// Whether a row of the body only heads those below it.
    public func isGroupRow(_ row: Int) -> Bool { groups.indices.contains(row) && groups[row] == row }

    /// A table of laid-out rows, the kinds of rows found from what stands in them.
    init(_ all: [Row], section: Int?) {
        self.section = section
        header = []
        rows = []
        arrange(all)
    }

    private mutating func arrange(_ all: [Row]) {
        var rest = all[...]
        let width = all.map(\.cells.count).max() ?? 0
        while width > 1, rest.count > 1, let first = rest.first, let lone = first.loneText,
            !first.isHeader || first.cells.first?.columns == first.cells.count || Table.isTitle(first, before: rest.dropFirst().first),
            !CellText.isNumber(lone.text), rest.dropFirst().contains(where: { $0.loneText == nil })
        {
            titles.append(first)
            rest = rest.dropFirst()
        }
        var above = rest.prefix { $0.isHeader }.count
        if above == 0 {
            above = rest.prefix { Table.isHeader($0) }.count
            // So many rows without numbers are a table of words.
            if above > 4 || above == rest.count { above = 1 }
        } else {
            above += rest.dropFirst(above).prefix { Table.isHeader($0) && $0.cells.first?.isRepeated ?? false }.count
        }
        header = Array(rest.prefix(above))
        rows = Array(rest.dropFirst(above))
        for title in titles { if let text = title.loneText?.string { notes.append(text) } }
        findGroups()
    }

    /// Reads a Markdown pipe table. Rows above the `---` rule are its header; without a rule the first row is.
    init(_ lines: [Line], section: Int?, in source: [UInt32]) {
        self.section = section
        self.header = []
        rows = []
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
        // A converter that knows of no header leaves its row empty.
        if header.allSatisfy({ row in row.cells.allSatisfy(\.passage.text.isEmpty) }), body.contains(where: { $0.loneText == nil }) {
            arrange(body)
            return
        }
        // A converter makes the first row the header, also where that is the table's title and its header comes after it.
        if header.count == 1, Table.isTitle(header[0], before: body.first), body.contains(where: { $0.loneText == nil }) {
            arrange(header + body)
            return
        }
        // A second header row goes on below the rule: its first cell is empty, as the first row's cells are where it spans.
        while let first = body.first, header.count < 4, first.cells.first?.passage.text.isEmpty ?? false, first.loneText == nil,
            Table.isHeader(first), body.count > 1
        {
            for row in header.indices { header[row].spreadIntoEmptyCells() }
            header.append(body.removeFirst())
        }
        self.header = header
        rows = body
        findGroups()
    }

    /// A row that only has a text in its first cell, before another such row or the table's header.
    private static func isTitle(_ row: Row, before next: Row?) -> Bool {
        guard let lone = row.loneText, row.cells.count > 1, row.cells.first?.passage.text == lone.text, let next else { return false }
        return next.loneText != nil || isHeader(next)
    }

    /// A row before the body: several texts and no number but years.
    private static func isHeader(_ row: Row) -> Bool {
        row.loneText == nil && !row.cells.contains { CellText.isNumber($0.passage.text) }
    }

    private mutating func findGroups() {
        let width = self.width
        var group: Int?
        groups = rows.indices.map { index in
            if width > 1, let lone = rows[index].loneText, !CellText.isNumber(lone.text), lone.text.count <= 60,
                let first = rows[index].cells.first,
                first.columns > 1 || rows[index].cells.count == 1 || rows[index].cells.dropFirst().allSatisfy(\.passage.text.isEmpty)
            {
                group = index
            }
            return group
        }
    }
}

/// What the text of a cell looks like.
enum CellText {
    /// A number, with or without a short unit, that is no year: 8.2, -10.0, 1 200万元, 35.6%.
    static func isNumber(_ text: [UInt32]) -> Bool {
        var digits = 0
        var whole = 0
        var tail = 0
        var isWhole = true
        for (i, scalar) in text.enumerated() {
            let plain = scalar.halfwidth
            if tail == 0, plain.isDigit {
                digits += 1
                if digits <= 4 { whole = whole * 10 + Int(plain - 0x30) }
            } else if tail == 0, plain == 0x2E || plain == 0x2C {
                guard digits > 0 else { return false }
                isWhole = false
            } else if digits == 0, i == 0, plain == 0x2D || plain == 0x2B || plain == 0x2212 || plain == 0x2014 || plain == 0x2013 {
                isWhole = false
            } else if plain.isBlank {
                continue
            } else if digits > 0, !notUnits.contains(scalar), tail < 4 {
                tail += 1
            } else {
                return false
            }
        }
        return digits > 0 && !(isWhole && tail == 0 && digits == 4 && (1900...2100).contains(whole))
    }

    // 年 月 日 岁 级 类 以 至 - — ~
    private static let notUnits = ScalarSet("年月日岁级类以至-—–~～、，；。：:".unicodeScalars.map(\.value))
}

extension Table.Row {
    /// Cells between `|`.
    fileprivate init(_ line: Line, section: Int?, in source: [UInt32]) {
        passage = Passage(kind: .tableRow, section: section, line: line.number, range: line.range, in: source)
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
                // **合计**
                while high - low > 4, source[low] == 0x2A, source[low + 1] == 0x2A, source[high - 1] == 0x2A, source[high - 2] == 0x2A {
                    low += 2
                    high -= 2
                }
                if !(atEnd && low == high) {
                    let cell = Passage(kind: .tableRow, section: section, line: line.number, range: low..<high, in: source)
                    cells.append(Table.Cell(passage: cell))
                }
                start = i + 1
            }
            i += 1
        }
    }

    /// An empty cell of a header row belongs to the one on its left.
    fileprivate mutating func spreadIntoEmptyCells() {
        for i in cells.indices.dropFirst() where cells[i].passage.text.isEmpty && i > 1 {
            cells[i].passage = cells[i - 1].passage
            cells[i].isRepeated = true
        }
    }
}
