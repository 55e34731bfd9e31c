// A table of a page as it is written, before its spans are laid out. A page can have millions of cells, so each is kept small.

struct HTMLTable: Sendable {
    struct Cell: Sendable {
        // The text of a cell that is one piece of the source, as most are.
        fileprivate var start: Int32 = 0
        fileprivate var end: Int32 = 0
        fileprivate var container: Int32 = 0
        fileprivate var indent: UInt8 = 0
        let isHeader: Bool
        private let spannedColumns: UInt16
        private let spannedRows: UInt16
        /// All other texts and tables in it.
        fileprivate var others: [HTMLItem]?

        fileprivate init(columns: Int, rows: Int, isHeader: Bool) {
            spannedColumns = UInt16(clamping: columns)
            spannedRows = UInt16(clamping: rows)
            self.isHeader = isHeader
        }

        var columns: Int { Int(spannedColumns) }
        var rows: Int { Int(spannedRows) }
        fileprivate var isEmpty: Bool { end == start && others == nil }
    }

    private struct Row {
        /// Where its cells start among all.
        var start: Int32
        var isHeader: Bool
    }

    var caption: [HTMLItem] = []
    let container: Int
    let isFurniture: Bool
    private var cells: [Cell] = []
    private var rows: [Row] = []
    private let source: [UInt32]

    init(of source: [UInt32], container: Int, isFurniture: Bool) {
        self.source = source
        self.container = container
        self.isFurniture = isFurniture
    }

    // MARK: Making

    mutating func beginRow(isHeader: Bool) { rows.append(Row(start: Int32(cells.count), isHeader: isHeader)) }

    mutating func beginCell(columns: Int, rows: Int, isHeader: Bool) {
        if self.rows.isEmpty { beginRow(isHeader: false) }
        cells.append(Cell(columns: columns, rows: rows, isHeader: isHeader))
    }

    /// Adds what stands in the last cell.
    mutating func add(_ items: [HTMLItem]) {
        guard let last = cells.indices.last else { return }
        if cells[last].isEmpty, items.count == 1, case .block(let block) = items[0], case .text = block.kind,
            block.joined.pieces.count == 1, block.joined.pieces[0].reference == 0, block.linked == 0, !block.isFurniture, block.lead == nil,
            block.indent <= 255
        {
            cells[last].start = Int32(block.joined.pieces[0].source)
            cells[last].end = cells[last].start + Int32(block.joined.text.count)
            cells[last].container = Int32(block.container)
            cells[last].indent = UInt8(block.indent)
        } else {
            cells[last].others = self.items(of: cells[last]) + items
            cells[last].end = cells[last].start
        }
    }

    // MARK: Looking

    var rowCount: Int { rows.count }
    var cellCount: Int { cells.count }

    func isHeader(row: Int) -> Bool { rows[row].isHeader }

    func cells(ofRow row: Int) -> ArraySlice<Cell> {
        cells[Int(rows[row].start)..<(row + 1 < rows.count ? Int(rows[row + 1].start) : cells.count)]
    }

    func items(of cell: Cell) -> [HTMLItem] {
        if let others = cell.others { return others }
        guard cell.end > cell.start else { return [] }
        var block = HTMLBlock(kind: .text, container: Int(cell.container))
        block.joined.append(Int(cell.start)..<Int(cell.end), of: source)
        block.indent = Int(cell.indent)
        return [.block(block)]
    }

    /// What stands in all cells, one after the other.
    var allItems: [HTMLItem] { cells.flatMap(items) }

    /// Where the text of a row starts in the source; nil for a row without.
    func start(ofRow row: Int) -> Int? {
        for cell in cells(ofRow: row) { if case .block(let block)? = items(of: cell).first { return block.joined.pieces.first?.source } }
        return nil
    }

    /// How far a row's label is set in.
    func indent(ofRow row: Int) -> Int {
        guard let cell = cells(ofRow: row).first, case .block(let block)? = items(of: cell).first else { return 0 }
        return block.indent
    }

    /// Has a cell that is a number.
    var hasNumbers: Bool {
        cells.contains { cell in
            guard case .block(let block)? = items(of: cell).first else { return false }
            return CellText.isNumber(block.joined.text)
        }
    }

    /// A table that only lays out a page: one cell, a table within a table, or paragraphs in cells.
    var isLayout: Bool {
        var count = 0
        for cell in cells where !cell.isEmpty {
            count += 1
            if cell.others == nil {
                let text = source[Int(cell.start)..<Int(cell.end)]
                if text.count > 300, text.count(where: { $0 == 0x3002 }) > 2 { return true }
                continue
            }
            var sentences = 0
            var length = 0
            for item in items(of: cell) {
                guard case .block(let block) = item else { return true }
                if case .heading = block.kind { return true }
                length += block.joined.text.count
                sentences += block.joined.text.count { $0 == 0x3002 }
            }
            if length > 300, sentences > 2 { return true }
        }
        return count < 2
    }

    /// Where to part the table's rows so that no part has many more than `longest`, and no span goes on in the next where that can be.
    func parts(longest: Int) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        var reach = 0
        for row in rows.indices {
            if row - start >= longest, reach <= row || row - start >= 2 * longest {
                parts.append(start..<row)
                start = row
            }
            for cell in cells(ofRow: row) { reach = max(reach, row + cell.rows) }
        }
        return parts + [start..<rows.count]
    }
}
