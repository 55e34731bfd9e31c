// Elements and text become blocks of text and tables, in the order of the page.

/// A piece of a page that stands by itself, such as a paragraph.
struct HTMLBlock {
    enum Kind {
        case text
        case heading(Int)
        case item
        case title
        case caption
    }

    var kind: Kind
    var joined = JoinedText()
    /// Index of the element that holds it, among the page's containers.
    var container: Int
    /// How many of its characters are links.
    var linked = 0
    /// Inside navigation, a form or a footer.
    var isFurniture = false
    /// Columns of blanks before the text, other than plain spaces.
    var indent = 0
    /// All of it so far is bold.
    var isBold = false
    /// How many characters at its start are bold, where others follow.
    var lead: Int?
}

enum HTMLItem {
    case block(HTMLBlock)
    case table(HTMLTable)
}

/// What a page holds.
struct HTMLPage {
    var items: [HTMLItem] = []
    /// For each element that can hold a text the one that holds it, -1 at the top; a container comes after the one that holds it.
    var containers: [Int32] = [-1]
    /// What the page calls its text in a `meta` element.
    var articleTitle: String?
}

/// Puts blocks together.
struct HTMLBuilder {
    private struct Open {
        var element: HTMLElement
        var container: Int
        var skips: Bool
        var isFurniture: Bool
        var isBold: Bool
    }

    private let source: [UInt32]
    private var result = HTMLPage()
    private var open: [Open] = []
    private var links = 0
    private var block: HTMLBlock?
    // A line end stands between the last character and the next.
    private var hasGap = false
    private var indent = 0
    private var tables: [HTMLTable] = []
    /// For each open table: a cell or the caption is open.
    private var inCell: [Bool] = []
    private var inCaption = 0
    private var preformatted = 0

    init(_ source: [UInt32]) { self.source = source }

    /// Inside an element that is not shown.
    var isSkipping: Bool { open.last?.skips ?? false }

    /// The whole page; what is open ends.
    mutating func page() -> HTMLPage {
        closeAll()
        return result
    }

    // MARK: Elements

    /// Takes in a start tag; gives how many elements are open.
    mutating func open(_ element: HTMLElement, _ attributes: HTMLAttributes) -> Int {
        let parent = open.last
        let skips = parent?.skips ?? false || element == .unseen || attributes.isHidden
        var entry = Open(
            element: element, container: parent?.container ?? 0, skips: skips,
            isFurniture: parent?.isFurniture ?? false || element == .furniture,
            isBold: attributes.isBold ?? (element == .bold || parent?.isBold ?? false))
        guard !skips else {
            if element.isBlock, !(parent?.skips ?? false) { endBlock() }
            open.append(entry)
            return open.count
        }
        if element.isBlock { endBlock() }
        if element.isContainer {
            result.containers.append(Int32(entry.container))
            entry.container = result.containers.count - 1
        }
        open.append(entry)
        switch element {
        case .lineBreak: if breaksBlock { endBlock() } else { hasGap = true }
        case .link: links += 1
        case .preformatted: preformatted += 1
        case .meta:
            if attributes.name.lowercased() == "articletitle", !attributes.content.isEmpty { result.articleTitle = attributes.content }
        case .table:
            tables.append(HTMLTable(of: source, container: entry.container, isFurniture: entry.isFurniture))
            inCell.append(false)
        case .row where !tables.isEmpty:
            inCell[inCell.count - 1] = false
            tables[tables.count - 1].beginRow(
                isHeader: open.last { $0.element == .tableHead || $0.element == .table }?.element == .tableHead)
        case .cell, .headerCell:
            guard !tables.isEmpty else { break }
            tables[tables.count - 1].beginCell(columns: attributes.columns, rows: attributes.rows, isHeader: element == .headerCell)
            inCell[inCell.count - 1] = true
        case .tableCaption: inCaption += 1
        default: break
        }
        return open.count
    }

    /// Takes in an end tag.
    mutating func close(_ element: HTMLElement) {
        guard let at = open.lastIndex(where: { $0.element == element }) else { return }
        while open.count > at { closeLast() }
    }

    /// Ends all that is open.
    mutating func closeAll() {
        while !open.isEmpty { closeLast() }
        endBlock()
    }

    private mutating func closeLast() {
        guard let entry = open.last else { return }
        if entry.element.isBlock, !entry.skips { endBlock() }
        open.removeLast()
        guard !entry.skips else { return }
        switch entry.element {
        case .link: links -= 1
        case .preformatted: preformatted -= 1
        case .tableCaption: inCaption -= 1
        case .cell, .headerCell, .row: if !inCell.isEmpty { inCell[inCell.count - 1] = false }
        case .table: endTable()
        default: break
        }
    }

    // MARK: Text

    /// Text that stands in the source as it is.
    mutating func text(_ range: Range<Int>) {
        var start = range.lowerBound
        while start < range.upperBound {
            let scalar = source[start]
            if scalar == 0x20 || scalar < 0x20 {
                blank(scalar, start..<(start + 1))
                start += 1
                continue
            }
            var end = start + 1
            while end < range.upperBound, source[end] > 0x20 { end += 1 }
            if block == nil {
                while start < end, source[start].isBlank {
                    indent += source[start] == 0x3000 ? 2 : 1
                    start += 1
                }
            }
            guard start < end else { continue }
            begin(source[start], at: start)
            block?.joined.append(start..<end, of: source)
            if links > 0 { block?.linked += end - start }
            start = end
        }
    }

    /// One character that stands in the source as `range`.
    mutating func text(_ scalar: UInt32, for range: Range<Int>) {
        if scalar == 0x20 || scalar < 0x20 { return blank(scalar, range) }
        if block == nil, scalar.isBlank {
            indent += scalar == 0x3000 ? 2 : 1
            return
        }
        begin(scalar, at: range.lowerBound)
        block?.joined.append(scalar, for: range)
        if links > 0 { block?.linked += 1 }
    }

    private mutating func blank(_ scalar: UInt32, _ range: Range<Int>) {
        if preformatted > 0, scalar == 0x0A { return endBlock() }
        guard let last = block?.joined.text.last else { return }
        if scalar == 0x09, !hasGap, !last.isBlank {
            // A tab within a line sets columns apart; those around line ends only indent.
            block?.joined.append(scalar, for: range)
        } else if scalar != 0x20 {
            hasGap = true
        } else if last != 0x20, !hasGap {
            block?.joined.append(0x20, for: range)
        } else if preformatted > 0 {
            block?.joined.append(0x20, for: range)
        }
    }

    /// Makes sure that a block is open; a gap before `scalar` becomes a space unless Chinese characters meet there.
    private mutating func begin(_ scalar: UInt32, at offset: Int) {
        let isBold = open.last?.isBold ?? false
        if !isBold, let bold = block, bold.isBold {
            block?.isBold = false
            block?.lead = bold.joined.text.count
        }
        if block == nil {
            block = HTMLBlock(
                kind: kind, container: open.last?.container ?? 0, isFurniture: open.last?.isFurniture ?? false, indent: indent,
                isBold: isBold)
        } else if hasGap {
            block?.joined.trimEnd()
            if let last = block?.joined.text.last, last < 0x2E80, scalar < 0x2E80, !scalar.isBlank {
                block?.joined.append(0x20, for: max(0, offset - 1)..<offset)
            }
        } else if scalar.isDigit, let joined = block?.joined, joined.text.count <= 8, joined.isCaptionNumber, joined.end != offset {
            // <span>表5</span><span>2025年…: the number of a table or picture and a year after it.
            block?.joined.append(0x20, for: max(0, offset - 1)..<offset)
        }
        hasGap = false
    }

    /// What the innermost open element makes of a block.
    private var kind: HTMLBlock.Kind {
        for entry in open.reversed() {
            if let level = entry.element.headingLevel { return .heading(level) }
            switch entry.element {
            case .item: return .item
            case .title: return .title
            case .tableCaption: return .caption
            case .table, .cell, .headerCell, .block: return .text
            default: break
            }
        }
        return .text
    }

    /// A `br` ends a block, but not in cells and headings, which are one text.
    private var breaksBlock: Bool {
        if inCell.last ?? false { return false }
        if case .text = kind { return true }
        if case .item = kind { return true }
        return false
    }

    // MARK: Ends

    private mutating func endBlock() {
        hasGap = false
        indent = 0
        guard var ended = block else { return }
        block = nil
        ended.joined.trimEnd()
        guard !ended.joined.isEmpty else { return }
        put([.block(ended)])
    }

    private mutating func put(_ items: [HTMLItem]) {
        let depth = tables.count - 1
        if depth >= 0, inCaption > 0 {
            tables[depth].caption.append(contentsOf: items)
        } else if let at = inCell.lastIndex(of: true) {
            tables[at].add(items)
        } else {
            // Text in a table but in none of its cells stands before the table, as browsers show it.
            if let last = result.items.indices.last, let goesOn = items.first, items.count == 1,
                let joined = HTMLBlock.joined(result.items[last], goesOn)
            {
                result.items[last] = .block(joined)
            } else {
                result.items.append(contentsOf: items)
            }
        }
    }

    private mutating func endTable() {
        guard let table = tables.popLast() else { return }
        inCell.removeLast()
        put(table.isLayout ? table.caption + table.allItems : [.table(table)])
    }
}

extension HTMLBlock {
    /// Where its text starts in the source.
    var start: Int { joined.pieces.first?.source ?? 0 }

    /// 生产总值2191.5 / 亿元，增长5%: two paragraphs of a page between which a number and its unit were parted; nil for any others.
    fileprivate static func joined(_ first: HTMLItem, _ second: HTMLItem) -> HTMLBlock? {
        guard case .block(var block) = first, case .block(let next) = second, case .text = block.kind, case .text = next.kind,
            block.joined.text.last?.isDigit ?? false, next.joined.text.first?.goesOnNumber ?? false,
            // Text of a table that stands in no cell comes before the cells, whose text may stand before it in the source.
            next.start >= block.joined.end
        else { return nil }
        block.joined.append(next.joined)
        return block
    }
}

extension JoinedText {
    /// Where the last character stands in the source, its end.
    fileprivate var end: Int { pieces.last.map { $0.reference > 0 ? $0.source + $0.reference : $0.source + text.count - $0.joined } ?? 0 }

    /// 表5, 图 2-1, and nothing else.
    fileprivate var isCaptionNumber: Bool {
        guard let first = text.first, first == 0x8868 || first == 0x56FE, text.last?.isDigit ?? false else { return false }
        return text.dropFirst().allSatisfy { $0.isDigit || $0.isBlank || $0 == 0x2D || $0 == 0x2E }
    }
}
