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

    @Test("Numerals are in order and do not overlap; each record is its characters; figures and numerals agree", arguments: 0..<40)
    func records(_ block: Int) throws {
        let extractor = try sharedExtractor.get()
        for seed in block * 50..<block * 50 + 50 {
            let text = ReportText(PropertyTests.text(seed: seed))
            let extraction = extractor.extract(text)
            var last = 0
            for numeral in extraction.numerals {
                try #require(
                    numeral.start >= last && numeral.end > numeral.start && numeral.end <= text.scalars.count, "seed \(seed): \(numeral)")
                #expect(text.string(numeral.start..<numeral.end) == numeral.surface, "seed \(seed)")
                #expect((numeral.kind == .figure) == (numeral.figure != nil), "seed \(seed): \(numeral)")
                last = numeral.end
            }
            for figure in extraction.figures {
                try #require(figure.start >= 0 && figure.end > figure.start && figure.end <= text.scalars.count, "seed \(seed): \(figure)")
                #expect(text.string(figure.start..<figure.end) == figure.surface, "seed \(seed)")
                #expect(figure.value.isFinite, "seed \(seed): \(figure)")
                #expect((0...1).contains(figure.confidence), "seed \(seed): \(figure)")
                if let low = figure.low, let high = figure.high { #expect(low <= high, "seed \(seed): \(figure)") }
            }
            #expect(extraction.figures.map(\.start) == extraction.figures.map(\.start).sorted(), "seed \(seed)")
            #expect(extraction.numerals.compactMap(\.figure) == Array(extraction.figures.indices), "seed \(seed)")
        }
    }

    @Test("No ASCII digit is dropped in silence", arguments: 0..<40)
    func everyDigit(_ block: Int) throws {
        let extractor = try sharedExtractor.get()
        for seed in block * 50..<block * 50 + 50 {
            let source = PropertyTests.text(seed: seed)
            let text = ReportText(source)
            var inside = [Bool](repeating: false, count: text.scalars.count)
            for numeral in extractor.extract(text).numerals { for i in numeral.start..<numeral.end { inside[i] = true } }
            let dropped = text.scalars.indices.filter { text.scalars[$0].isDigit && !inside[$0] }
            #expect(dropped == [], "seed \(seed): \(source.debugDescription)")
        }
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
}
