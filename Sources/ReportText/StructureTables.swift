// Tables among the passages: where they start, what stands above them, and which go on with one before. They are kept as lines of the
// document and made when they are asked for, since a table takes many times the memory of its text.

/// What a table that goes on says no more.
struct TableSummary: Sendable {
    /// Its index among the items.
    var item: Int
    var width: Int
    var header: [Table.Row]
    var caption: String?
    var notes: [String]
}

/// Consecutive lines of the document, kept small.
struct KeptLines: Sendable {
    private let start: Int32
    private let end: Int32
    private let number: Int32

    init(_ lines: ArraySlice<Line>) {
        start = Int32(lines.first?.range.lowerBound ?? 0)
        end = Int32(lines.last?.range.upperBound ?? 0)
        number = Int32(lines.first?.number ?? 1)
    }

    func lines(in text: [UInt32]) -> [Line] { Line.all(in: text, Int(start)..<Int(end), from: Int(number)) }

    /// The same as rows of a table whatever their looks: also those without a `|` at either end.
    func rows(in text: [UInt32]) -> [Line] {
        var lines = lines(in: text)
        for i in lines.indices where !lines[i].look.isRule { lines[i].look = .tableRow }
        return lines
    }
}

extension Structure {
    /// More rows are read as several tables, each with the same header.
    static let longestTable = 2000

    /// Reads a table that is no pipe table: HTML within the text, or columns set apart by spaces. The index of the line after it.
    mutating func readTable(from start: Int, in lines: [Line]) -> Int? {
        let first = lines[start]
        if HTMLReader.matches("<table", source, first.range.lowerBound) || HTMLReader.matches("<html", source, first.range.lowerBound) {
            var end = start
            while end < lines.count, end - start < 2000 {
                // What follows the table in its line is read with it.
                if HTMLReader.find("</table>", source, from: lines[end].range.lowerBound, lines[end].range.upperBound) != nil {
                    readHTMLTables(in: first.range.lowerBound..<lines[end].range.upperBound, firstLine: first.number)
                    return end + 1
                }
                end += 1
            }
            return nil
        }
        guard first.hasGap else { return nil }
        var none = noTableBefore
        defer { noTableBefore = none }
        if let found = AlignedTable(from: start, in: lines, source, noneBefore: &none, after: tableBeforePageEnd?.width) {
            let section = currentSection
            let kept = KeptLines(lines[start..<found.end])
            let width = tableBeforePageEnd?.width
            addTable(found.table(section: section, in: source)) { source in
                var none = 0
                let lines = kept.lines(in: source)
                return AlignedTable(from: 0, in: lines, source, noneBefore: &none, after: width)?.table(section: section, in: source)
            }
            return found.end
        }
        guard let found = TabbedTable(from: start, text: { row($0, in: lines) }) else { return nil }
        var counter = LineCounter(source, start: first.range.lowerBound, line: first.number)
        addTable(found.table(section: currentSection) { counter.line(of: $0) })
        return found.end
    }

    /// A line that can be a row of a table whose cells are set apart by tabs.
    private func row(_ index: Int, in lines: [Line]) -> JoinedText? {
        guard lines.indices.contains(index), case .text = lines[index].look else { return nil }
        var text = JoinedText()
        text.append(lines[index].range, of: source)
        return text
    }

    /// Adds rows of pipes.
    mutating func addPipeTable(_ lines: [Line]) {
        let section = currentSection
        let first = lines.prefix(Structure.longestTable)
        let table = Table(Array(first), section: section, in: source)
        let kept = KeptLines(first)
        addTable(table) { source in Table(kept.rows(in: source), section: section, in: source) }
        guard lines.count > first.count else { return }
        // The rows of the header and the rule below them stand before each part.
        var headed = 0
        var rows = 0
        while headed < first.count, rows < table.titles.count + table.header.count || lines[headed].look.isRule {
            if !lines[headed].look.isRule { rows += 1 }
            headed += 1
        }
        let head = KeptLines(first.prefix(headed))
        for start in stride(from: first.count, to: lines.count, by: Structure.longestTable) {
            let kept = KeptLines(lines[start...].prefix(Structure.longestTable))
            addContinuation { source in Table(head.rows(in: source) + kept.rows(in: source), section: section, in: source) }
        }
    }

    /// Adds more rows of the last table.
    /// - Parameter remake: gives them of the document, below the table's titles and header.
    mutating func addContinuation(remake: @escaping @Sendable ([UInt32]) -> Table?) {
        let (caption, notes) = (lastTable?.caption, lastTable?.notes ?? [])
        items.append { source in
            var table = remake(source) ?? Table([], section: nil)
            table.titles = []
            table.caption = caption
            table.notes = notes
            table.isContinued = true
            return table
        }
        lastTable?.item = items.count - 1
    }

    /// Adds a table, with the captions and short lines that stand right above it.
    /// - Parameter remake: gives the same table again of the document, without what stands around it.
    mutating func addTable(_ table: Table?, remake: (@Sendable ([UInt32]) -> Table?)? = nil) {
        guard var table else { return }
        var above: [String] = []
        for index in items.indices.reversed().prefix(3) {
            guard let passage = items.passage(index) else { break }
            if passage.kind == .caption {
                if table.caption == nil { table.caption = passage.string }
                break
            }
            guard passage.kind == .paragraph || passage.kind == .listItem, passage.text.count <= 40, !passage.text.contains(0x3002) else {
                break
            }
            above.append(passage.string)
        }
        if table.caption == nil, above.isEmpty, let earlier = tableBeforePageEnd, earlier.width == table.width,
            table.header.isEmpty || table.header.map({ $0.cells.map(\.string) }) == earlier.header.map({ $0.cells.map(\.string) })
        {
            table.header = earlier.header
            table.caption = earlier.caption
            table.notes = earlier.notes
            table.isContinued = true
        }
        table.notes = above.reversed() + table.notes
        if table.caption == nil { table.caption = table.titles.first?.cells.first { !$0.passage.text.isEmpty }?.string }
        noteTable()
        lastTable = TableSummary(
            item: items.count, width: table.width, header: table.header, caption: table.caption, notes: table.notes)
        let cells = table.rows.count * table.width
        guard let remake, keptCells + cells > min(source.count / 64, Structure.mostKeptCells) else {
            keptCells += cells
            return items.append(.table(table))
        }
        let (caption, notes, header) = (table.caption, table.notes, table.isContinued ? table.header : nil)
        items.append { source in
            var table = remake(source) ?? Table([], section: nil)
            table.caption = caption
            table.notes = notes
            if let header {
                table.header = header
                table.isContinued = true
            }
            return table
        }
    }

    /// So many cells are kept until they are read, and not made again then.
    private static let mostKeptCells = 100_000

    /// The table right before this place, only page numbers and running heads between.
    private var tableBeforePageEnd: TableSummary? {
        guard let lastTable, items.count - lastTable.item <= 4 else { return nil }
        for index in (lastTable.item + 1)..<items.count where items.passage(index)?.kind != .furniture { return nil }
        return lastTable
    }
}
