// Tables whose rows are paragraphs, their cells parted by tabs or several blanks, as pages show that were made without tables.

/// Consecutive paragraphs that are the rows of a table.
struct TabbedTable {
    /// The index of the item after the table.
    private(set) var end: Int
    /// The cells of each row.
    private(set) var rows: [[JoinedText]] = []

    /// The table that starts at an item, or nil when none does: two rows of as many cells with numbers, or more.
    /// `text` gives the paragraph of an index, or nil where there is none that can be a row.
    init?(from start: Int, text: (Int) -> JoinedText?) {
        func row(_ index: Int) -> JoinedText? {
            guard let found = text(index), found.text.count <= 400, !found.text.contains(0x3002) else { return nil }
            return found
        }
        end = start
        guard let first = row(start), TabbedTable.gap(in: first.text, from: 0) != nil else { return nil }
        // A header can be broken into pieces: 播种面积 / （万亩）.
        var header: [[JoinedText]] = []
        var i = start
        while let text = row(i) {
            let cells = TabbedTable.cells(text)
            if cells.count > 1, cells.dropFirst().contains(where: { CellText.isNumber($0.text) }) {
                rows.append(cells)
            } else if rows.isEmpty, text.text.count <= 40, header.count < 16 {
                header.append(cells)
            } else if cells.count < 2 || rows.isEmpty {
                break
            } else {
                rows.append(cells)
            }
            if rows.count == 2, rows[0].count != rows[1].count { return nil }
            i += 1
        }
        guard rows.count >= 2 else { return nil }
        end = i
        rows = TabbedTable.joined(header, width: rows[0].count) + rows
    }

    /// The pieces of a header as one row of `width` cells, where they fit; else as they are.
    private static func joined(_ header: [[JoinedText]], width: Int) -> [[JoinedText]] {
        guard header.contains(where: { $0.count != width }) else { return header }
        var cells: [JoinedText] = []
        for piece in header.joined() {
            if piece.text.first?.halfwidth == 0x28, !cells.isEmpty { cells[cells.count - 1].append(piece) } else { cells.append(piece) }
        }
        return cells.count == width ? [cells] : header
    }

    /// The next tab or run of several blanks.
    private static func gap(in text: [UInt32], from start: Int) -> Range<Int>? {
        var i = start
        while i < text.count {
            guard text[i].isBlank else {
                i += 1
                continue
            }
            var end = i + 1
            while end < text.count, text[end].isBlank { end += 1 }
            if end - i > 1 || text[i] == 0x09 || text[i] == 0x3000 { return i..<end }
            i = end
        }
        return nil
    }

    private static func cells(_ text: JoinedText) -> [JoinedText] {
        var cells: [JoinedText] = []
        var start = 0
        while let gap = gap(in: text.text, from: start) {
            cells.append(text.part(start..<gap.lowerBound))
            start = gap.upperBound
        }
        cells.append(text.part(start..<text.text.count))
        return cells
    }

    /// The table, `line` giving the line number of an offset.
    func table(section: Int?, line: (Int) -> Int) -> Table? {
        var grid = TableGrid()
        for row in rows {
            grid.beginRow(isHeader: false)
            for cell in row {
                let number = line(cell.pieces.first?.source ?? row.first?.pieces.first?.source ?? 0)
                grid.add(Passage(kind: .tableRow, section: section, line: number, cell), cell, rows: 1, columns: 1, isHeader: false)
            }
        }
        return grid.table(section: section)
    }
}
