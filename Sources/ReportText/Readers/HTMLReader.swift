// Whether a text is HTML, and which parts of a page are the report: its title, its main text, and not the site around it.

enum HTMLReader {
    /// Whether a text is a page or a part of one, by its content: a page starts with a doctype, `html`, `head` or `body`;
    /// a part starts with a tag, and has more of them (a Markdown text may start with a tag, but goes on without).
    static func accepts(_ text: [UInt32]) -> Bool {
        var i = 0
        let limit = min(text.count, 100_000)
        while i < limit {
            while i < limit, text[i].isBlank || text[i] == 0x0A || text[i] == 0x0D { i += 1 }
            guard text.at(i) == 0x3C else { return false }
            if matches("<!--", text, i) {
                i = find("-->", text, from: i + 4, limit) ?? limit
            } else if text.at(i + 1) == 0x3F {
                i = find(">", text, from: i + 2, limit) ?? limit
            } else {
                break
            }
        }
        guard i < limit else { return false }
        if ["<!doctype html", "<html", "<head", "<body"].contains(where: { matches($0, text, i) }) { return true }
        guard text.at(i + 1).isLatinLetter else { return false }
        return hasTagsInMostLines(text, from: i)
    }

    private static func hasTagsInMostLines(_ text: [UInt32], from start: Int) -> Bool {
        var lines = 0
        var tags = 0
        var i = start
        while i < text.count, lines < 200 {
            while i < text.count, text[i].isBlank || text[i] == 0x0A || text[i] == 0x0D { i += 1 }
            guard i < text.count else { break }
            lines += 1
            var inLine = 0
            while i < text.count, text[i] != 0x0A, text[i] != 0x0D {
                if text[i] == 0x3C, inLine < 2, text.at(i + 1).isLatinLetter || text.at(i + 1) == 0x2F || text.at(i + 1) == 0x21 {
                    inLine += 1
                }
                i += 1
            }
            tags += inLine
        }
        return tags * 2 > lines
    }

    /// Whether `text` has these ASCII characters at `start`, in any case.
    static func matches(_ word: String, _ text: [UInt32], _ start: Int) -> Bool {
        var i = start
        for byte in word.utf8 {
            let scalar = text.at(i)
            guard scalar == UInt32(byte) || scalar.isLatinLetter && scalar | 0x20 == UInt32(byte) else { return false }
            i += 1
        }
        return true
    }

    /// Where the first `word` at or after `start` ends.
    static func find(_ word: String, _ text: [UInt32], from start: Int, _ limit: Int) -> Int? {
        var i = start
        while i < limit {
            if matches(word, text, i) { return i + word.utf8.count }
            i += 1
        }
        return nil
    }
}

extension [UInt32] {
    /// The element at `index`, or 0 past either end.
    fileprivate func at(_ index: Int) -> UInt32 { index >= 0 && index < count ? self[index] : 0 }
}

/// Which parts of a page are the report.
struct HTMLOutline {
    /// What the report is called, or nil where the page does not say.
    private(set) var title: String?
    /// The block that says it: an index into the page's items.
    private(set) var titleItem: Int?
    /// By container: it lies in the one that holds nearly all sentences and tables.
    private let isMain: [Bool]

    init(_ page: HTMLPage) {
        var weights = [Int](repeating: 0, count: page.containers.count)
        for item in page.items {
            switch item {
            case .block(let block): if block.saysSomething { weights[block.container] += block.joined.text.count }
            case .table(let table):
                if !table.isFurniture, table.hasNumbers { weights[table.container] += 20 * table.cellCount }
            }
        }
        for i in weights.indices.reversed() where page.containers[i] >= 0 { weights[Int(page.containers[i])] += weights[i] }
        // Those that hold so much lie within each other, and an inner one comes later.
        let main = weights.lastIndex { weights[0] > 0 && $0 * 100 >= weights[0] * 90 } ?? 0
        var isMain = [Bool](repeating: false, count: page.containers.count)
        for i in isMain.indices { isMain[i] = i == main || page.containers[i] >= 0 && isMain[Int(page.containers[i])] }
        self.isMain = isMain
        findTitle(page)
    }

    /// In the part of the page that holds the report.
    func isMain(_ container: Int) -> Bool { isMain[container] }

    /// Frames the report: navigation, lists of links, and outside the main part all that is no sentence.
    func isFurniture(_ block: HTMLBlock) -> Bool {
        if block.isFurniture, !block.saysSomething { return true }
        if block.linked * 2 > block.joined.text.count, !block.saysSomething { return true }
        return !isMain(block.container) && !block.saysSomething
    }

    private mutating func findTitle(_ page: HTMLPage) {
        var element: (text: String, item: Int)?
        var headings: [(text: String, level: Int, item: Int)] = []
        for (i, item) in page.items.enumerated() {
            guard case .block(let block) = item else { continue }
            switch block.kind {
            case .title: if element == nil { element = (block.string, i) }
            case .heading(let level):
                // A site's headings stand before the report as its own does: the last before its text, the outermost of these.
                if !block.isFurniture, block.linked * 2 <= block.joined.text.count, block.joined.text.count >= 6,
                    headings.isEmpty || !isMain(block.container) || headings.allSatisfy({ $0.level > level })
                {
                    headings.append((block.string, level, i))
                }
            default: break
            }
            if block.saysSomething, isMain(block.container), headings.count > 0 || i > 400 { break }
        }
        let stated = page.articleTitle?.trimmed
        title = stated
        if title == nil, let element {
            // What the element and a heading both say; else the element without the site's name.
            let words = element.text.trimmed
            title = headings.suffix(100).last { words.contains($0.text) }?.text ?? HTMLOutline.withoutSite(words)
        }
        if (title?.count ?? 0) < 6, !headings.isEmpty { title = headings.max { ($1.level, $0.item) < ($0.level, $1.item) }?.text }
        guard let title else { return }
        let wanted = title.withoutBlanks
        titleItem =
            page.items.prefix(2000).firstIndex { item in
                guard case .block(let block) = item, case let kind = block.kind, !block.isFurniture else { return false }
                if case .title = kind { return false }
                return block.joined.text.count < 200 && block.string.withoutBlanks == wanted
            } ?? element.flatMap { $0.text.withoutBlanks.contains(wanted) ? $0.item : nil }
    }

    /// 统计公报_南阳市统计局: the longest part, of those as long the first.
    private static func withoutSite(_ title: String) -> String {
        var parts: [String] = [""]
        let scalars = Array(title.unicodeScalars)
        for (i, scalar) in scalars.enumerated() {
            let isSplit =
                scalar == "_" || scalar == "|"
                || (scalar == "-" || scalar == "—" || scalar == "–") && i > 0
                    && (scalars[i - 1] == " " || i + 1 < scalars.count && scalars[i + 1] == " ")
            if isSplit { parts.append("") } else { parts[parts.count - 1].unicodeScalars.append(scalar) }
        }
        let first = parts[0].trimmed
        return first.count >= 6 ? first : parts.map(\.trimmed).max { $0.count < $1.count } ?? title
    }
}

extension HTMLBlock {
    /// Holds a sentence that is not mainly a link.
    var saysSomething: Bool {
        let text = joined.text
        return text.count > 15 && linked * 2 <= text.count && text.contains { $0 == 0x3002 || $0 == 0xFF1B }
    }

    var string: String { String(scalars: joined.text[...]) }
}

extension String {
    fileprivate var trimmed: String {
        var view = unicodeScalars[...]
        while let first = view.first, first.value.isBlank || first.value < 0x20 { view.removeFirst() }
        while let last = view.last, last.value.isBlank || last.value < 0x20 { view.removeLast() }
        return String(view)
    }

    fileprivate var withoutBlanks: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { !$0.value.isBlank && $0.value >= 0x20 }))
    }
}
