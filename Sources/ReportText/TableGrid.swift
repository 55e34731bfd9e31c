// Rows and spans as they are written become a grid: header rows, body rows, each cell in its column.

/// Lays out a table's rows.
struct TableGrid {
    private struct Cell {
        var passage: Passage
        var joined: JoinedText
        var columns: Int
        var isHeader: Bool
        /// Stands for a cell that spans to here.
        var isRepeated: Bool
    }

    private struct Row {
        var cells: [Cell] = []
        var isHeader: Bool
        /// Cells written in this row.
        var written = 0
    }

    private var rows: [Row] = []
    // By column: a cell of a row above that spans further down, and over how many rows.
    private var hanging: [Int: (cell: Cell, rows: Int)] = [:]
    // Cells that spans may still add: a page of spans of thousands would else make a grid without end.
    private var repeats = 10_000

    mutating func beginRow(isHeader: Bool) {
        endRow()
        rows.append(Row(isHeader: isHeader))
    }

    mutating func add(_ passage: Passage, _ joined: JoinedText, rows span: Int, columns: Int, isHeader: Bool) {
        guard !rows.isEmpty else { return }
        let row = rows.count - 1
        fillHanging(row)
        let width = min(columns, 1 + max(0, repeats))
        repeats -= width - 1
        repeats += 4
        rows[row].written += 1
        for k in 0..<width {
            let cell = Cell(passage: passage, joined: joined, columns: width, isHeader: isHeader, isRepeated: k > 0)
            if span > 1 {
                var below = cell
                below.isRepeated = true
                hanging[rows[row].cells.count] = (below, span - 1)
            }
            rows[row].cells.append(cell)
        }
    }

    /// Puts in the cells from above that span to the next place of this row.
    private mutating func fillHanging(_ row: Int) {
        while let above = hanging[rows[row].cells.count] {
            let column = rows[row].cells.count
            rows[row].cells.append(above.cell)
            hanging[column] = above.rows > 1 && repeats > 0 ? (above.cell, above.rows - 1) : nil
            repeats -= 1
        }
    }

    private mutating func endRow() {
        guard !rows.isEmpty else { return }
        // An empty row still counts for spans; spans right of the last written cell go on too.
        let row = rows.count - 1
        fillHanging(row)
        guard let last = hanging.keys.max(), last >= rows[row].cells.count, repeats > 0 else { return }
        let blank = Cell(passage: Passage(cellText: []), joined: JoinedText(), columns: 1, isHeader: false, isRepeated: true)
        while rows[row].cells.count <= last, repeats > 0 {
            rows[row].cells.append(blank)
            repeats -= 1
            fillHanging(row)
        }
    }

    /// The table, or nil when it has no text.
    func table(section: Int?) -> Table? {
        var grid = self
        grid.endRow()
        let rows = grid.rows.filter { row in row.cells.contains { !$0.passage.text.isEmpty } }
        guard !rows.isEmpty else { return nil }
        let made = rows.map { row in
            var line = JoinedText()
            for cell in row.cells where !cell.isRepeated && !cell.joined.isEmpty {
                line.append(cell.joined, separator: [0x20, 0x7C, 0x20])
            }
            let cells = row.cells.map {
                Table.Cell(passage: $0.passage, columns: $0.columns, isHeader: $0.isHeader, isRepeated: $0.isRepeated)
            }
            let first = row.cells.first { !$0.joined.isEmpty }?.passage.line ?? 1
            return Table.Row(cells: cells, passage: Passage(kind: .tableRow, section: section, line: first, line), isHeader: row.isHeader)
        }
        return Table(made, section: section)
    }
}
