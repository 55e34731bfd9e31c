// Tables that a plain text sets in columns with spaces, as pdftotext -layout writes them.

/// Consecutive lines whose parts, two or more spaces apart, stand in columns, numbers in at least two of them.
struct AlignedTable {
    /// The index of the line after the table.
    private(set) var end: Int
    private var rows: [(line: Line, parts: [Part])] = []
    private var columns: [Range<Int>] = []
    /// How many parts the rows with numbers have, where most have as many: the part's index is its column then.
    private var usualCount: Int?

    /// Text between wide gaps.
    private struct Part {
        /// In the document.
        var range: Range<Int>
        /// Columns of the page.
        var extent: Range<Int>
        var isNumber: Bool
    }

    /// The most columns, for each is compared with others, and rows looked through again for a table further down.
    private static let (widest, retried) = (256, 200)

    /// The table that starts at a line, or nil when none does.
    /// - Parameters:
    ///   - none: the line before which no table starts, moved on where many lines were read for nothing.
    ///   - width: the columns of a table right above, the end of a page between.
    init?(from start: Int, in lines: [Line], _ source: [UInt32], noneBefore none: inout Int, after width: @autoclosure () -> Int?) {
        end = start
        guard start >= none else { return nil }
        var i = start
        var blanks = 0
        // A table that goes on is a table of its own, which takes its header from this one.
        reading: while i < lines.count, rows.count < Structure.longestTable {
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
        guard data.count >= 2 || data.count == 1 && isEnough(data[0].parts, after: width()), data.count * 2 >= rows.count,
            findColumns(data.map(\.parts))
        else {
            if rows.count > AlignedTable.retried { none = end }
            return nil
        }
    }

    /// A single row with numbers is a table below a header of as many columns, or where the table of the page before goes on.
    private func isEnough(_ row: [Part], after width: Int?) -> Bool {
        guard row.first?.isNumber == false, row.dropFirst().allSatisfy(\.isNumber) else { return false }
        return rows.count == 1 ? row.count == width : rows.count == 2 && row.count > 2 && rows[0].parts.count == row.count
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

    /// Where the columns stand. False when they cannot be told.
    private mutating func findColumns(_ data: [[Part]]) -> Bool {
        var tally: [Int: Int] = [:]
        for parts in data { tally[parts.count, default: 0] += 1 }
        if let most = tally.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), most.value * 10 >= data.count * 7,
            most.key == tally.keys.max(), most.key <= AlignedTable.widest
        {
            usualCount = most.key
            let usual = data.filter { $0.count == most.key }
            columns = (0..<most.key).map { index in
                let extents = usual.map { $0[index].extent }
                return (extents.map(\.lowerBound).min() ?? 0)..<(extents.map(\.upperBound).max() ?? 0)
            }
            return true
        }
        // What the parts of the rows cover together; two parts of a row must not fall into one column.
        for extent in data.joined().map(\.extent).sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = columns.last, extent.lowerBound < last.upperBound {
                columns[columns.count - 1] = last.lowerBound..<max(last.upperBound, extent.upperBound)
            } else {
                columns.append(extent)
            }
        }
        return columns.count > 1 && columns.count <= AlignedTable.widest
            && data.allSatisfy { parts in
                let places = parts.map { self.columns(of: $0).lowerBound }
                return zip(places, places.dropFirst()).allSatisfy { $0 < $1 }
            }
    }

    /// The columns that a part stands over: those whose middle it covers, or the nearest.
    private func columns(of part: Part) -> Range<Int> {
        func middle(_ column: Int) -> Int { (columns[column].lowerBound + columns[column].upperBound) / 2 }
        if let first = columns.indices.first(where: { part.extent.contains(middle($0)) }) {
            var last = first
            while last + 1 < columns.count, part.extent.contains(middle(last + 1)) { last += 1 }
            return first..<(last + 1)
        }
        let center = (part.extent.lowerBound + part.extent.upperBound) / 2
        let nearest = columns.indices.min { abs(middle($0) - center) < abs(middle($1) - center) } ?? 0
        return nearest..<(nearest + 1)
    }

    /// The columns of a row's parts. A header whose words stand close together is parted at its blanks where that makes it complete.
    private func placed(_ parts: [Part], _ source: [UInt32]) -> [(part: Part, columns: Range<Int>)] {
        guard let usualCount else { return parts.map { ($0, columns(of: $0)) } }
        var parts = parts
        let missing = usualCount - parts.count
        if missing > 0, !parts.contains(where: \.isNumber) {
            let splits = parts.map { AlignedTable.words(of: $0, source) }
            let fitting = splits.indices.filter { splits[$0].count == missing + 1 }
            if fitting.count == 1 { parts.replaceSubrange(fitting[0]...fitting[0], with: splits[fitting[0]]) }
        }
        guard parts.count == usualCount else { return parts.map { ($0, columns(of: $0)) } }
        return parts.enumerated().map { ($1, $0..<($0 + 1)) }
    }

    private static func words(of part: Part, _ source: [UInt32]) -> [Part] {
        var words: [Part] = []
        var start: Int?
        for i in part.range.lowerBound...part.range.upperBound {
            let isInk = i < part.range.upperBound && !source[i].isBlank
            if isInk, start == nil { start = i }
            if !isInk, let from = start {
                words.append(Part(range: from..<i, extent: part.extent, isNumber: false))
                start = nil
            }
        }
        return words
    }

    func table(section: Int?, in source: [UInt32]) -> Table {
        let made = rows.map { row in
            let empty = Passage(kind: .tableRow, section: section, line: row.line.number, JoinedText())
            var cells = [Table.Cell](repeating: Table.Cell(passage: empty), count: columns.count)
            var joined = [JoinedText](repeating: JoinedText(), count: columns.count)
            for (part, span) in placed(row.parts, source) {
                joined[span.lowerBound].append(part.range, of: source)
                for column in span {
                    cells[column].columns = span.count
                    cells[column].isRepeated = column > span.lowerBound
                    cells[column].passage = Passage(kind: .tableRow, section: section, line: row.line.number, joined[span.lowerBound])
                }
            }
            return Table.Row(
                cells: cells,
                passage: Passage(kind: .tableRow, section: section, line: row.line.number, range: row.line.range, in: source),
                indent: row.parts.first?.extent.lowerBound ?? 0)
        }
        return Table(made, section: section)
    }
}
