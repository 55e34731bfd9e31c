// The numbers that Word puts before paragraphs itself (一、, （二）, 1.1) are not in a file's text, only how they are counted. Here they
// are written into it: pandoc counts in digits only, and not on where other text stands between.

struct WordNumbers {
    /// How one level of a list is numbered.
    private struct Level {
        var start = 1
        var format = "decimal"
        /// `%1、`, `%1.%2`: the numbers of the levels within text.
        var text = ""
        /// The paragraph style that is numbered so.
        var style: String?
        var isBullet: Bool { format == "bullet" }
    }

    /// What a paragraph or a style says of its number.
    private struct Numbering {
        var list: String?
        var level: Int?
    }

    private struct List {
        var kind: String
        /// By level: where to start anew.
        var starts: [Int: Int] = [:]
    }

    /// By `w:abstractNumId`, then by level.
    private var kinds: [String: [Int: Level]] = [:]
    /// By `w:numId`.
    private var lists: [String: List] = [:]
    private var styles: [String: (numbering: Numbering, parent: String?)] = [:]

    /// Levels of a list; a file that says more is broken.
    private static let deepest = 9

    /// The Word file with its numbers as text, or as it is where it has none.
    /// - Throws: `ZipArchive.Failure` when a part cannot be unpacked.
    static func writtenOut(_ archive: ZipArchive) throws(ZipArchive.Failure) -> [UInt8] {
        guard let numbering = archive.member("word/numbering.xml"), let document = archive.member("word/document.xml") else {
            return archive.bytes
        }
        var numbers = WordNumbers()
        let definitions = try archive.unpack(numbering)
        numbers.readLists(definitions)
        guard !numbers.lists.isEmpty else { return archive.bytes }
        if let styles = archive.member("word/styles.xml") { numbers.readStyles(try archive.unpack(styles)) }
        let text = numbers.numbered(try archive.unpack(document))
        let changed = archive.replacing("word/document.xml", with: text)
        return try ZipArchive(changed).replacing("word/numbering.xml", with: bulletsOnly(definitions))
    }

    // MARK: Definitions

    private mutating func readLists(_ xml: [UInt8]) {
        var kind: String?
        var level: Int?
        var list: String?
        for tag in XMLTags(xml) where !tag.isEnd {
            let value = tag.value("w:val")
            switch tag.name {
            case "w:abstractNum": (kind, list, level) = (tag.value("w:abstractNumId"), nil, nil)
            case "w:num": (kind, list, level) = (nil, tag.value("w:numId"), nil)
            case "w:lvl", "w:lvlOverride":
                level = tag.value("w:ilvl").flatMap { Int($0) }.flatMap { (0..<Self.deepest).contains($0) ? $0 : nil }
                if let kind, let level { kinds[kind, default: [:]][level] = Level() }
            case "w:abstractNumId": if let list, let value { lists[list] = List(kind: value) }
            case "w:startOverride": if let list, let level { lists[list]?.starts[level] = value.flatMap { Int($0) } }
            default:
                guard let kind, let level, let value else { continue }
                switch tag.name {
                case "w:start": kinds[kind]?[level]?.start = Int(value) ?? 1
                case "w:numFmt": kinds[kind]?[level]?.format = value
                case "w:lvlText": kinds[kind]?[level]?.text = value
                case "w:pStyle": kinds[kind]?[level]?.style = value
                default: break
                }
            }
        }
    }

    private mutating func readStyles(_ xml: [UInt8]) {
        var style: String?
        for tag in XMLTags(xml) where !tag.isEnd {
            let value = tag.value("w:val")
            switch tag.name {
            case "w:style":
                style = tag.value("w:styleId")
                if let style { styles[style] = (Numbering(), nil) }
            case "w:basedOn": if let style { styles[style]?.parent = value }
            case "w:numId": if let style { styles[style]?.numbering.list = value }
            case "w:ilvl": if let style { styles[style]?.numbering.level = value.flatMap { Int($0) } }
            default: break
            }
        }
    }

    /// What a style says, or those that it is based on.
    private func numbering(ofStyle name: String) -> Numbering {
        var found = Numbering()
        var next: String? = name
        for _ in 0..<20 {
            guard let name = next, let style = styles[name] else { break }
            if found.list == nil, let list = style.numbering.list {
                found.list = list
                // A list can say which of its levels a style has.
                found.level = found.level ?? style.numbering.level ?? kinds[lists[list]?.kind ?? ""]?.first { $0.value.style == name }?.key
            }
            next = style.parent
        }
        return found
    }

    /// The definitions without those that count: paragraphs of these have their numbers now.
    private static func bulletsOnly(_ xml: [UInt8]) -> [UInt8] {
        var kept: [UInt8] = []
        var copied = 0
        var start: Int?
        var isBullet = false
        for tag in XMLTags(xml) {
            if tag.name == "w:lvl", !tag.isEnd, !tag.isEmpty {
                start = tag.range.lowerBound
                isBullet = false
            } else if tag.name == "w:numFmt" {
                isBullet = tag.value("w:val") == "bullet"
            } else if tag.name == "w:lvl", tag.isEnd, let from = start {
                if !isBullet {
                    kept += xml[copied..<from]
                    copied = tag.range.upperBound
                }
                start = nil
            }
        }
        return kept + xml[copied...]
    }

    // MARK: Paragraphs

    /// A paragraph that is open: paragraphs stand within others where they hold a text box.
    private struct Paragraph {
        var numbering = Numbering()
        var style: String?
        var isInProperties = false
    }

    private func numbered(_ xml: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(xml.count)
        var copied = 0
        var open: [Paragraph] = []
        var counters: [String: [Int?]] = [:]
        var started: Set<String> = []
        // What a paragraph was before an edit that is kept on record.
        var isEarlier = false
        for tag in XMLTags(xml) {
            switch tag.name {
            case "w:pPrChange": isEarlier = !tag.isEnd && !tag.isEmpty
            case _ where isEarlier: continue
            case "w:p":
                if tag.isEnd { _ = open.popLast() } else if !tag.isEmpty { open.append(Paragraph()) }
            case "w:pPr":
                guard let last = open.indices.last else { continue }
                open[last].isInProperties = !tag.isEnd && !tag.isEmpty
                guard tag.isEnd else { continue }
                guard let number = number(of: open[last], &counters, &started) else { continue }
                result += xml[copied..<tag.range.upperBound]
                result += Array("<w:r><w:t xml:space=\"preserve\">\(number)</w:t></w:r>".utf8)
                copied = tag.range.upperBound
            default:
                guard let last = open.indices.last, open[last].isInProperties, !tag.isEnd, let value = tag.value("w:val") else { continue }
                switch tag.name {
                case "w:pStyle": open[last].style = value
                case "w:numId": open[last].numbering.list = value
                case "w:ilvl": open[last].numbering.level = Int(value)
                default: break
                }
            }
        }
        return result + xml[copied...]
    }

    /// The next number, as text with what follows it; nil for a paragraph without one, or with a bullet.
    private func number(of paragraph: Paragraph, _ counters: inout [String: [Int?]], _ started: inout Set<String>) -> String? {
        var numbering = paragraph.numbering
        if numbering.list == nil, let style = paragraph.style {
            let said = self.numbering(ofStyle: style)
            numbering = Numbering(list: said.list, level: numbering.level ?? said.level)
        }
        let depth = numbering.level ?? 0
        guard let id = numbering.list, let list = lists[id], let levels = kinds[list.kind], let level = levels[depth] else { return nil }
        if level.isBullet { return nil }
        var counts = counters[list.kind] ?? [Int?](repeating: nil, count: Self.deepest)
        if started.insert(id).inserted {
            for (level, start) in list.starts where counts.indices.contains(level) { counts[level] = start &- 1 }
        }
        func start(_ depth: Int) -> Int { levels[depth]?.start ?? 1 }
        counts[depth] = (counts[depth] ?? start(depth) &- 1) &+ 1
        for deeper in (depth + 1)..<Self.deepest where deeper < counts.count { counts[deeper] = nil }
        for outer in 0..<depth where counts[outer] == nil { counts[outer] = start(outer) }
        counters[list.kind] = counts
        var text = level.text
        for outer in 0...depth {
            let number = WordNumberFormat.text(counts[outer] ?? 1, format: levels[outer]?.format ?? "decimal")
            text = text.split(separator: "%\(outer + 1)", omittingEmptySubsequences: false).joined(separator: number)
        }
        guard let last = text.unicodeScalars.last else { return nil }
        return "、）)".unicodeScalars.contains(last) ? text : text + " "
    }
}

/// Numbers as Word writes them.
enum WordNumberFormat {
    static func text(_ number: Int, format: String) -> String {
        switch format {
        case "none": ""
        case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "taiwaneseCountingThousand",
            "ideographDigital", "koreanCounting":
            chinese(number)
        case "upperLetter", "lowerLetter": letters(number, from: format == "upperLetter" ? "A" : "a")
        case "upperRoman": roman(number)
        case "lowerRoman": roman(number).lowercased()
        case "decimalZero": number < 10 ? "0\(number)" : "\(number)"
        case "decimalEnclosedCircle", "decimalEnclosedCircleChinese": circled(number)
        default: "\(number)"
        }
    }

    /// 一, 十二, 二十, 一百零三.
    private static func chinese(_ number: Int) -> String {
        guard (1..<1000).contains(number) else { return "\(number)" }
        let digits = Array("零一二三四五六七八九").map(String.init)
        let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10)
        var text = hundreds > 0 ? digits[hundreds] + "百" : ""
        if tens > 0 { text += (tens > 1 || hundreds > 0 ? digits[tens] : "") + "十" }
        if tens == 0, hundreds > 0, ones > 0 { text += "零" }
        return ones > 0 ? text + digits[ones] : text
    }

    private static func letters(_ number: Int, from first: Unicode.Scalar) -> String {
        guard (1...780).contains(number), let letter = Unicode.Scalar(first.value + UInt32((number - 1) % 26)) else { return "\(number)" }
        return String(repeating: Character(letter), count: (number - 1) / 26 + 1)
    }

    private static func roman(_ number: Int) -> String {
        guard (1..<4000).contains(number) else { return "\(number)" }
        let signs = [
            (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"),
            (5, "V"),
            (4, "IV"), (1, "I"),
        ]
        var rest = number
        var text = ""
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }

    private static func circled(_ number: Int) -> String {
        guard (1...20).contains(number), let sign = Unicode.Scalar(0x245F + UInt32(number)) else { return "\(number)" }
        return String(Character(sign))
    }
}
