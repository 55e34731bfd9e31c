// What holds for every text, however odd: generated from pieces of sentences, numbers, punctuation and line ends.
import Figures
import ReportText
import TestSupport
import Testing

/// A small generator with a seed, so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("What holds for every text")
struct PropertyTests {
    static let pieces = [
        "嘉兴市", "全市", "学院", "企业", "教师", "发明专利", "培训", "就业率", "基地", "我校", "其中", "分别为", "占", "比上年", "增长", "下降", "累计", "每年", "近", "超", "约",
        "不足",
        "以上", "左右", "余", "多", "万", "亿", "千", "百", "十", "家", "人次", "个", "名", "元", "平方米", "%", "％", "‰", "个百分点", "倍", "件/万人", "成", "第", "届",
        "级", "号", "年", "月", "日",
        "2023年", "上半年", "2017—2020年", "十四五", "〔2019〕13号", "3+2", "1+X", "5G", "4A", "0512-65551234", "13800138000", "9:30", "5:1", "-81.3",
        "1,369", "1 369", "３.５",
        "12", "7", "0", "00", "100000000000000000000000000", "3.14159", "1.2.3", "三", "五", "十七八", "二〇二四", "三分之一", "百分之三十", "七成半", "几", "数百",
        "零", "〇", "壹拾", "两", "双", "半",
        "。", "，", "、", "；", "：", "（", "）", "“", "”", "《", "》", "—", "——", "-", "~", "～", "至", "/", ":", "+", ".", ",", " ", "\u{3000}",
        "\n", "\n\n", "\r\n", "\r", "\t", "\u{FEFF}", "\u{200B}",
        "# ", "## ", "一、", "（一）", "1.", "1.1 ", "- ", "> ", "【", "】", "|", "| 甲 | 乙 |\n|---|---|\n", "| 1 | 2 |\n", "---\n", "图3 ", "表1-2 ",
        "…… 12\n", "以下简称", "𠀀", "😀", "é", "e\u{301}", "<b>", "&nbsp;", "A", "abc",
    ]

    static func text(seed: Int) -> String {
        var generator = SeededGenerator(state: UInt64(seed))
        return (0..<Int.random(in: 1...60, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }

    /// What of the contract's promises about records does not hold for `source`.
    static func broken(_ source: String, _ extractor: Extractor) -> [String] {
        let text = ReportText(source)
        let extraction = extractor.extract(text)
        var found: [String] = []
        var last = 0
        var inside = [Bool](repeating: false, count: text.scalars.count)
        for numeral in extraction.numerals {
            guard numeral.start >= last, numeral.end > numeral.start, numeral.end <= text.scalars.count else {
                return ["misplaced: \(numeral)"]
            }
            last = numeral.end
            for i in numeral.start..<numeral.end { inside[i] = true }
            if text.string(numeral.start..<numeral.end) != numeral.surface { found.append("surface: \(numeral)") }
            if (numeral.kind == .figure) != (numeral.figure != nil) { found.append("kind: \(numeral)") }
        }
        for figure in extraction.figures {
            guard figure.start >= 0, figure.end > figure.start, figure.end <= text.scalars.count else { return ["misplaced: \(figure)"] }
            if text.string(figure.start..<figure.end) != figure.surface { found.append("surface: \(figure)") }
            if !figure.value.isFinite || !(0...1).contains(figure.confidence) { found.append("value or confidence: \(figure)") }
            if let low = figure.low, let high = figure.high, low > high { found.append("low above high: \(figure)") }
        }
        if extraction.numerals.compactMap(\.figure) != Array(extraction.figures.indices) { found.append("figures and numerals disagree") }
        // A digit that lies in no numeral was dropped in silence.
        if let dropped = text.scalars.indices.first(where: { text.scalars[$0].isDigit && !inside[$0] }) {
            found.append("digit at \(dropped) dropped")
        }
        return found.map { "\(source.debugDescription): \($0)" }
    }

    @Test("Numerals are in order, hold their characters and every digit; figures agree with them", arguments: 0..<40)
    func records(_ block: Int) throws {
        let extractor = try sharedExtractor.get()
        let broken = (block * 50..<block * 50 + 50).flatMap { PropertyTests.broken(PropertyTests.text(seed: $0), extractor) }
        #expect(broken == [])
    }

    @Test("The same of two pieces alone, side by side", arguments: pieces.indices)
    func pairs(_ first: Int) throws {
        let extractor = try sharedExtractor.get()
        let seconds = stride(from: first % 4, to: PropertyTests.pieces.count, by: 4)
        let broken = seconds.flatMap { PropertyTests.broken(PropertyTests.pieces[first] + PropertyTests.pieces[$0], extractor) }
        #expect(broken == [])
    }

    @Test("The same text gives the same extraction, from any extractor", arguments: 0..<10)
    func deterministic(_ block: Int) throws {
        let other = try Extractor()
        for seed in block * 20..<block * 20 + 20 {
            let text = ReportText(PropertyTests.text(seed: seed))
            let (first, second) = (try sharedExtractor.get().extract(text), other.extract(text))
            #expect(first.figures == second.figures, "seed \(seed)")
            #expect(first.numerals == second.numerals, "seed \(seed)")
            #expect(first.passages == second.passages, "seed \(seed)")
        }
    }

    @Test(
        "Nothing at all, and nothing but one thing",
        arguments: ["\n", " ", "1", "万", "|", "#", "（", "。", "第", "-", "%", "一", "分别", "\u{FEFF}"])
    func tinyTexts(_ piece: String) throws {
        for count in [1, 2, 3, 1000] {
            let text = ReportText(String(repeating: piece, count: count))
            let extraction = try sharedExtractor.get().extract(text)
            for numeral in extraction.numerals { #expect(text.string(numeral.start..<numeral.end) == numeral.surface) }
        }
    }

    @Test(
        "Texts made to be slow are read in linear time", .timeLimit(.minutes(10)),
        arguments: [
            "1", "万", "（", "分别", "1，", "1家", "企业1家，", "2023年", "一、", "近", "零", "1-", "1:", "1.", "0512-", "占", "以下简称“", "三分之", "增长1%，", "一",
            "第", "|1", "1\n", "# 1\n",
        ])
    func adversarial(_ piece: String) throws {
        let text = ReportText(String(repeating: piece, count: 60_000 / piece.unicodeScalars.count))
        let extraction = try sharedExtractor.get().extract(text)
        #expect(extraction.numerals.allSatisfy { $0.end <= text.scalars.count })
    }
}
