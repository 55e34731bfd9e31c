// A page's blocks become passages and tables, as the lines of a plain text do.

extension Structure {
    /// Reads a page or a part of one.
    mutating func readHTML() {
        let page = HTMLParser.parse(source, 0..<source.count)
        let outline = HTMLOutline(page)
        setTitle(outline.title)
        var lines = LineCounter(source)
        var next = 0
        for (i, item) in page.items.enumerated() where i >= next {
            switch item {
            case .table(let table):
                if outline.isMain(table.container) || table.hasNumbers { addTable(table, &lines) } else { addFurniture(table, &lines) }
            case .block(let block):
                if i != outline.titleItem, !block.isFurniture, let found = TabbedTable(from: i, text: page.row) {
                    addTable(found.table(section: currentSection) { lines.line(of: $0) })
                    next = found.end
                    continue
                }
                let line = lines.line(of: block.start)
                if i == outline.titleItem {
                    addHeading(Passage(kind: .heading, section: nil, line: line, block.joined), rank: 10)
                } else if case .title = block.kind {
                    add(Passage(kind: .title, section: nil, line: line, block.joined))
                } else if outline.isFurniture(block) {
                    add(Passage(kind: .furniture, section: nil, line: line, block.joined))
                } else {
                    add(block, line)
                }
            }
        }
    }

    /// Reads the tables written as HTML in `range` of a text that is no page.
    mutating func readHTMLTables(in range: Range<Int>, firstLine: Int) {
        var lines = LineCounter(source, start: range.lowerBound, line: firstLine)
        for item in HTMLParser.parse(source, range).items {
            switch item {
            case .table(let table): addTable(table, &lines)
            case .block(let block): add(block, lines.line(of: block.start))
            }
        }
    }

    private mutating func add(_ block: HTMLBlock, _ number: Int) {
        let text = block.joined.text
        let line = Line(text, 0..<text.count, number: number)
        func passage(_ kind: PassageKind) -> Passage { Passage(kind: kind, section: nil, line: number, block.joined) }
        let numbered = HeadingNumber.parse(text, line.body..<text.count)
        if case .heading(let level) = block.kind {
            addHeading(passage(.heading), rank: numbered?.rank ?? 10 + level)
            return
        }
        switch line.look {
        case .contents: add(passage(.contents))
        case .caption: add(passage(.caption))
        case .furniture, .rule, .blank: add(passage(.furniture))
        case .comment: add(passage(.comment))
        default:
            if case .caption = block.kind { return add(passage(.caption)) }
            if let numbered, line.width <= 80, numbered.end < text.count, !line.hasSentenceEnd(text), !line.isTerminated(text) {
                return addHeading(passage(.heading), rank: numbered.rank)
            }
            if case .item = block.kind { return add(passage(.listItem)) }
            let pages = line.hasDash ? text.pageNumbers(in: text.indices) : []
            defer { for page in pages { add(Passage(kind: .furniture, section: nil, line: number, block.joined.part(page))) } }
            let joined = block.joined.without(pages)
            if addWithHeadings(joined, lead: block.lead, line: number) { return }
            add(Passage(kind: .paragraph, section: nil, line: number, joined))
        }
    }

    private mutating func addFurniture(_ table: HTMLTable, _ lines: inout LineCounter) {
        for case .block(let block) in table.allItems {
            add(Passage(kind: .furniture, section: nil, line: lines.line(of: block.start), block.joined))
        }
    }

    private mutating func addTable(_ table: HTMLTable, _ lines: inout LineCounter) {
        for item in table.caption {
            guard case .block(let block) = item else { continue }
            add(Passage(kind: .caption, section: nil, line: lines.line(of: block.start), block.joined))
        }
        let section = currentSection
        let parts = table.parts(longest: Structure.longestTable)
        let first = HTMLRows(table: table, rows: Array(parts[0]), lines: lines, section: section)
        let made = first.made(&lines)
        addTable(made) { _ in first.made }
        guard parts.count > 1, let made else { return }
        let head = first.head(titles: made.titles.count, rows: made.header.count)
        for rows in parts.dropFirst() {
            if let start = rows.lazy.compactMap(table.start).first { _ = lines.line(of: start) }
            let part = HTMLRows(table: table, rows: head + rows, lines: lines, section: section)
            addContinuation { _ in part.made }
        }
    }
}

/// Some rows of a page's table.
private struct HTMLRows: Sendable {
    let table: HTMLTable
    let rows: [Int]
    /// As it is before them, the header aside.
    let lines: LineCounter
    let section: Int?

    var made: Table? {
        var lines = lines
        return made(&lines)
    }

    func made(_ lines: inout LineCounter) -> Table? {
        var grid = TableGrid()
        for row in rows {
            grid.beginRow(isHeader: table.isHeader(row: row), indent: table.indent(ofRow: row))
            for cell in table.cells(ofRow: row) {
                var joined = JoinedText()
                for block in blocks(of: cell) {
                    // Paragraphs of one cell: a space between them only where no Chinese characters meet.
                    let meets = (joined.text.last ?? 0x4E00) >= 0x2E80 || (block.joined.text.first ?? 0x4E00) >= 0x2E80
                    joined.append(block.joined, separator: meets ? [] : [0x20])
                }
                let line = joined.pieces.first.map { lines.line(of: $0.source) } ?? lines.current
                grid.add(
                    Passage(kind: .tableRow, section: section, line: line, joined), joined, rows: cell.rows, columns: cell.columns,
                    isHeader: cell.isHeader)
            }
        }
        return grid.table(section: section)
    }

    /// In the order of the source: text of a table within the cell that stands in none of its own cells comes before them otherwise.
    private func blocks(of cell: HTMLTable.Cell) -> [HTMLBlock] {
        let blocks = table.items(of: cell).compactMap { item in
            if case .block(let block) = item { block } else { nil }
        }
        guard blocks.count > 1 else { return blocks }
        return blocks.sorted { $0.start < $1.start }
    }

    /// The rows that hold the first `titles` and `rows` rows with text.
    func head(titles: Int, rows: Int) -> [Int] {
        var left = titles + rows
        return self.rows.prefix { row in
            let isHead = left > 0
            if table.cells(ofRow: row).contains(where: { !table.items(of: $0).isEmpty }) { left -= 1 }
            return isHead
        }
    }
}

extension HTMLPage {
    /// The text of an item that can be a row of a table without table elements.
    fileprivate func row(_ index: Int) -> JoinedText? {
        guard items.indices.contains(index), case .block(let block) = items[index], case .text = block.kind else { return nil }
        return block.joined
    }
}

/// Line numbers of offsets that mostly go forward.
struct LineCounter: Sendable {
    private let source: [UInt32]
    private var offset: Int
    private(set) var current: Int

    init(_ source: [UInt32], start: Int = 0, line: Int = 1) {
        self.source = source
        offset = start
        current = line
    }

    mutating func line(of target: Int) -> Int {
        while offset < target, offset < source.count {
            if source[offset] == 0x0A || source[offset] == 0x0D && !(offset + 1 < source.count && source[offset + 1] == 0x0A) {
                current += 1
            }
            offset += 1
        }
        return current
    }
}
