// Tables that a plain text sets in columns with spaces, as pdftotext -layout writes them.

/// Consecutive lines whose parts, two or more spaces apart, stand in columns, numbers in at least two of them.
struct AlignedTable {
    /// The index of the line after the table.
    private(set) var end: Int
    private var rows: [(line: Line, parts: [Part])] = []
    private var columns: [Range<Int>] = []

    /// Text between wide gaps.
    private struct Part {
        /// In the document.
        var range: Range<Int>
        /// Columns of the page.
        var extent: Range<Int>
        var isNumber: Bool
    }

    /// The table that starts at a line, or nil when none does.
    init?(from start: Int, in lines: [Line], _ source: [UInt32]) {
        end = start
        var i = start
        var blanks = 0
        reading: while i < lines.count {
            let line = lines[i]
            switch line.look {
            case .blank:
                blanks += 1
                if blanks > 1 { break reading }
            case .rule: break
            case .text, .listItem:
                let parts = AlignedTable.parts(line, source)
                if parts.count == 1, rows.isEmpty || !isGroup(line, before: i, in: lines, source) { break reading }
                rows.append((line, parts))
                blanks = 0
                end = i + 1
            default: break reading
            }
            i += 1
        }
        let data = rows.filter { $0.parts.dropFirst().contains(where: \.isNumber) }
        guard data.count >= 2, data.count * 2 >= rows.count, findColumns(data.map(\.parts)) else { return nil }
    }

    /// Cheap to tell: two blanks or a wide one within the line.
    static func hasGap(_ line: Line, _ source: [UInt32]) -> Bool {
        var wasBlank = false
        for scalar in source[line.range] {
            let isBlank = scalar.isBlank
            if isBlank, wasBlank || scalar == 0x09 || scalar == 0x3000 { return true }
            wasBlank = isBlank
        }
        return false
    }

    /// A short line without columns within a table heads the rows below it.
    private func isGroup(_ line: Line, before index: Int, in lines: [Line], _ source: [UInt32]) -> Bool {
        guard line.width <= 40, !line.hasSentenceEnd(source), index + 1 < lines.count else { return false }
        return AlignedTable.parts(lines[index + 1], source).dropFirst().contains { $0.isNumber }
    }

    private static func parts(_ line: Line, _ source: [UInt32]) -> [Part] {
        var indent = line.range.lowerBound
        while indent > 0, source[indent - 1].isBlank { indent -= 1 }
        var parts: [Part] = []
        var column = 0
        var start: (index: Int, column: Int)?
        var lastInk: (index: Int, column: Int) = (indent, 0)
        func width(_ scalar: UInt32) -> Int { scalar == 0x09 ? 8 - column % 8 : scalar < 0x2E80 ? 1 : 2 }
        func close() {
            guard let from = start else { return }
            let range = from.index..<lastInk.index
            parts.append(Part(range: range, extent: from.column..<lastInk.column, isNumber: CellText.isNumber(Array(source[range]))))
            start = nil
        }
        for i in indent..<line.range.upperBound {
            let next = column + width(source[i])
            if !source[i].isBlank {
                if start != nil, column - lastInk.column >= 2 { close() }
                if start == nil { start = (i, column) }
                lastInk = (i + 1, next)
            }
            column = next
        }
        close()
        return parts
    }

    /// Where the columns stand: what the parts of the rows with numbers cover together. False when two parts of a row fall into one.
    private mutating func findColumns(_ data: [[Part]]) -> Bool {
        for extent in data.joined().map(\.extent).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = columns.last, extent.lowerBound < last.upperBound {
                columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, extent.upperBound)
            } else {
                columns.append(extent)
            }
        }
        guard columns.count > 1 else { return false }
        for parts in data {
            var last = -1
            for part in parts {
                let column = self.columns(of: part).lowerBound
                guard column > last else { return false }
                last = column
            }
        }
        return true
    }

    /// The columns that a part stands over: those it overlaps, or the nearest.
    private func columns(of part: Part) -> Range<Int> {
        if let first = columns.firstIndex(where: { $0.overlaps(part.extent) }) {
            var last = first
            while last + 1 < columns.count, columns[last + 1].overlaps(part.extent) { last += 1 }
            return first..<(last + 1)
        }
        let middle = part.extent.lowerBound + part.extent.upperBound
        let nearest = columns.indices.min {
            abs(columns[$0].lowerBound + columns[$0].upperBound - middle) < abs(columns[$1].lowerBound + columns[$1].upperBound - middle)
        }
        return (nearest ?? 0)..<((nearest ?? 0) + 1)
    }

    func table(section: Int?, in source: [UInt32]) -> Table {
        let made = rows.map { row in
            let empty = Passage(kind: .tableRow, section: section, line: row.line.number, JoinedText())
            var cells = [Table.Cell](repeating: Table.Cell(passage: empty), count: columns.count)
            var joined = [JoinedText](repeating: JoinedText(), count: columns.count)
            for part in row.parts {
                let span = columns(of: part)
                joined[span.lowerBound].append(part.range, of: source)
                for column in span {
                    cells[column].columns = span.count
                    cells[column].isRepeated = column > span.lowerBound
                    cells[column].passage = Passage(kind: .tableRow, section: section, line: row.line.number, joined[span.lowerBound])
                }
            }
            return Table.Row(
                cells: cells,
                passage: Passage(kind: .tableRow, section: section, line: row.line.number, ranges: [row.line.range], in: source))
        }
        return Table(made, section: section)
    }
}
