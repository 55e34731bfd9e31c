// Pages become passages and tables, every character with its place in the source.
import ReportText
import TestSupport
import Testing

@Suite("HTML")
struct HTMLTests {
    static func shown(_ html: String) -> [String] { Structure(ReportText(html)).shown }

    @Test(
        "What is HTML, by its content",
        arguments: [
            ("<!DOCTYPE html><p>在校生12人。", true), ("\u{FEFF}\n  <html lang=zh><p>在校生12人。", true),
            ("<!-- 注 --><?xml version='1.0'?><HTML><p>在校生12人。", true),
            ("<p>在校生12人。</p>\n<table><tr><td>3</td></tr></table>", true), ("<div>\n在校生12人。\n</div>\n", true),
            ("在校生12人，<b>教师</b>3人。", false), ("# 报告\n\n<div align=center>\n\n在校生12人。\n", false),
            ("<p>图</p>\n在校生12人。\n教师3人。\n职工5人。\n", false),
            ("<5岁儿童12人。", false), ("", false), ("<", false), ("<!--", false),
        ])
    func format(_ text: String, _ isHTML: Bool) {
        let passages = Structure(ReportText(text)).passages
        #expect(passages.contains { $0.string.contains("<") } != isHTML || text.count < 5)
    }

    @Test(
        "Blocks stand apart, inline elements do not",
        arguments: [
            ("<p>在校生<b>1</b><span>2</span>人。</p><p>教师3人。", ["paragraph: 在校生12人。", "paragraph: 教师3人。"]),
            ("<div>在校生12人。<div>教师3人。</div>职工4人。</div>", ["paragraph: 在校生12人。", "paragraph: 教师3人。", "paragraph: 职工4人。"]),
            ("<p>在校生12人。<br/>　　教师3人。</p>", ["paragraph: 在校生12人。", "paragraph: 教师3人。"]),
            ("<ul><li>教师3人。<li>职工4人。</ul>", ["list_item: 教师3人。", "list_item: 职工4人。"]),
            ("<p>全年\n   完成12件，\n\t增长5%。</p>", ["paragraph: 全年完成12件，增长5%。"]),
            ("<p>GDP\nper capita\n 12</p>", ["paragraph: GDP per capita 12"]),
            ("<pre>第一行有1人。\n第二行有2人。</pre>", ["paragraph: 第一行有1人。", "paragraph: 第二行有2人。"]),
            ("<p>图 3 就业率</p><p>表2-1 教师人数</p>", ["caption: 图 3 就业率", "caption: 表2-1 教师人数"]),
            ("<p><span>表5</span><span>2025年教师人数</span></p>", ["caption: 表5 2025年教师人数"]),
        ])
    func blocks(_ html: String, _ shown: [String]) { #expect(HTMLTests.shown(html) == shown) }

    @Test(
        "What is not shown is left out",
        arguments: [
            "<script>var a = '有9人。</p>';</script>", "<style>p{width:9px}</style>", "<noscript>有9人。</noscript>", "<!-- 有9人。 -->",
            "<div hidden>有9人。</div>",
            "<div style='color:red; display : NONE'>有9人。</div>", "<div style=\"visibility:hidden\"><p>有9人。</div>",
            "<select><option>有9人。</select>",
            "<textarea>有9人。</textarea>", "<template><p>有9人。</template>", "<svg><text>有9人。</text></svg>", "<iframe>有9人。</iframe>",
        ])
    func unseen(_ markup: String) {
        #expect(HTMLTests.shown("<html><body><p>教师3人。</p>\(markup)<p>职工4人。</p>") == ["paragraph: 教师3人。", "paragraph: 职工4人。"])
    }

    @Test("Headings nest by their elements and by their numbering")
    func headings() {
        let html = "<h1>年度报告</h1><h2>师资</h2><p>教师3人。</p><h3>结构</h3><p>一、招生</p><p>（一）计划</p><p>招生5人。</p><p>二、就业</p><p>就业4人。</p>"
        #expect(
            Structure(ReportText(html)).sections.map { "\($0.level) \($0.title)" } == [
                "1 年度报告", "2 师资", "3 结构", "4 一、招生", "5 （一）计划", "4 二、就业",
            ])
    }

    @Test(
        "The title",
        arguments: [
            ("<title>某市2025年统计公报_某市统计局</title><body><p>全年12件。", "某市2025年统计公报"),
            ("<title>某市2025年统计公报 - 统计公报 - 某市政府</title><body><p>全年12件。", "某市2025年统计公报"),
            ("<meta name=ArticleTitle content='某市2025年统计公报'><title>某统计局</title><body><h3>某市2025年统计公报</h3><p>全年12件。", "某市2025年统计公报"),
            ("<title>首页</title><body><h1>某市2025年统计公报</h1><p>全年12件。", "某市2025年统计公报"), ("<h1>某市2025年统计公报</h1><p>全年12件。", "某市2025年统计公报"),
        ])
    func title(_ html: String, _ title: String) { #expect(Structure(ReportText("<html>" + html)).title == title) }

    @Test("The site around a text is furniture")
    func furniture() {
        let links = (1...9).map { "<li><a href=#>栏目\($0)</a></li>" }.joined()
        let html = """
            <html><body><nav><ul>\(links)</ul></nav><div class=head>发布时间：2026-05-06 浏览次数：123</div>
            <div class=text><p>一、综合</p><p>全年地区生产总值3502亿元，比上年增长5.5%。</p><p>年末常住人口461万人，城镇化率60%。</p></div>
            <div class=foot>电话：0512-12345678</div><footer>网站标识码3211000012</footer></body></html>
            """
        let passages = Structure(ReportText(html)).passages
        #expect(passages.filter { $0.kind != .furniture }.map(\.string) == ["一、综合", "全年地区生产总值3502亿元，比上年增长5.5%。", "年末常住人口461万人，城镇化率60%。"])
    }

    // MARK: Places

    /// Every character of every passage and cell is what the source has at its place, or what a reference there stands for.
    static func checkPlaces(_ html: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let text = ReportText(html)
        let structure = Structure(text)
        let cells = structure.tables.flatMap { ($0.titles + $0.header + $0.rows).flatMap(\.cells) }.map(\.passage)
        for passage in structure.passages + cells {
            var last = -1
            for i in passage.text.indices {
                let range = passage.sourceRange(i..<(i + 1))
                let surface = text.string(range)
                #expect(range.lowerBound >= last, sourceLocation: sourceLocation)
                last = range.lowerBound
                if surface.hasPrefix("&") && surface.count > 1 || passage.text[i] == 0x20 { continue }
                #expect(surface == String(scalars: [passage.text[i]][...]), "\(passage.string) at \(i)", sourceLocation: sourceLocation)
            }
        }
    }

    @Test(
        "Characters stand where the source has them",
        arguments: [
            "<p>在校<b>生</b>12<i>3</i>45人。</p>", "<p>占&nbsp;8&#46;2&#37;&#x3002;&lt;5&gt;&amp;6&amp7&unknown;8&1&</p>",
            "<p>&#49;&#x31;23人</p>", "<td>占&#57;&#49&#x32;人</td>",
            "<p>1 < 2 <3人 <<4人</p>", "<p>12\r\n34\r\n人</p>", "<p>全年\u{0}12\u{1}3人\u{FFFE}</p>", "<p>😀12人𠀀3人</p>",
            "<p>12<!--x-->34<?php 5 ?>56<!x>78人</p>", "<p><b></b>&<i>amp;</i>12人</p>",
            "<body>12人<p>3人<div>4人<table><tr><td>5<td>6</table>7人", "<p>\(String(repeating: "8", count: 5000))人</p>",
            "<p>\(String(repeating: "十九", count: 1500))人</p>",
            "<p>\(String(repeating: "&nbsp;9", count: 700))人</p>", "<p>\(String(repeating: "\n9", count: 1700))人</p>",
            "</p></div>12人</body></html>3人",
        ])
    func places(_ html: String) { HTMLTests.checkPlaces("<html>" + html) }

    @Test("A reference is one character that stands for all of it")
    func references() {
        let text = ReportText("<html><p>占8.2&#37;，有&nbsp;12人")
        let passage = Structure(text).passages.first
        #expect(passage?.string == "占8.2%，有\u{A0}12人")
        #expect(passage.map { text.string($0.sourceRange(1..<5)) } == "8.2&#37;")
        #expect(passage.map { text.string($0.sourceRange(7..<8)) } == "&nbsp;")
    }

    @Test("Random markup keeps every character's place", arguments: 0..<60)
    func randomMarkup(_ seed: UInt64) {
        var random = SeededGenerator(seed)
        let parts = [
            "<p>", "</p>", "<div>", "</div>", "<table>", "</table>", "<tr>", "<td>", "<td colspan=3 rowspan=2>", "</td>", "<b>", "</b>",
            "<br>", "<h2>", "</h2>", "<li>", "<a href=x>", "</a>", "<!-- x -->",
            "<script>", "</script>", "<", ">", "&", "&amp;", "&#37;", "&nbsp;", "12", "3.5%", "全年增长", "。", " ", "\n", "\t", "一、", "😀",
            "\u{0}", "<![CDATA[", "]]>", "<?", "\"", "'",
            "<span style='display:none'>", "</span>", "<ul>", "</body>", "<th>", "<caption>",
        ]
        var html = "<html>"
        for _ in 0..<400 { html += parts[Int(random.next() % UInt64(parts.count))] }
        HTMLTests.checkPlaces(html)
    }

    // MARK: Bad pages

    @Test(
        "Deep, broken and endless pages are read in time", .timeLimit(.minutes(10)),
        arguments: [
            ("<div>", 100_000), ("<table><tr><td>", 30_000), ("<div><span></b></p>", 30_000), ("<ul><li>第1项", 30_000), ("</x>", 100_000),
            ("<!x>", 100_000), ("< ", 100_000), ("<", 100_000),
            ("&", 100_000), ("<body>", 100_000), ("<a ", 100_000), ("<![CDATA[", 50_000), ("<td colspan=60000 rowspan=60000>1", 2000),
            ("<!--", 100_000), ("<script>", 50_000),
        ])
    func badPages(_ markup: String, _ count: Int) {
        let structure = Structure(ReportText("<html><body><p>全年12件。</p>" + String(repeating: markup, count: count) + "<p>全年34件。</p>"))
        #expect(structure.passages.first?.string == "全年12件。")
    }

    @Test("Text is found however deep it lies")
    func deepText() {
        let html =
            "<html><body>" + String(repeating: "<div>", count: 5000) + "全年12件。" + String(repeating: "</div>", count: 5000) + "<p>全年34件。</p>"
        #expect(Structure(ReportText(html)).passages.map(\.string) == ["全年12件。", "全年34件。"])
    }

    @Test("The number of a page between the words of a paragraph is taken out of it, and is not lost")
    func pageNumber() {
        let structure = Structure(ReportText("<html><body><p>居民人均可支配收入36000元，比上年增 —7— 长3.8%。</p></body></html>"))
        #expect(structure.shown == ["paragraph: 居民人均可支配收入36000元，比上年增长3.8%。", "furniture: —7—"])
    }

    @Test("A tag of very many attributes is cut, and the text after it read", .timeLimit(.minutes(10)))
    func manyAttributes() {
        let html = "<html><p " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + ">全年12件。</p>"
        #expect(Structure(ReportText(html)).passages.map(\.string) == ["全年12件。"])
    }
}

/// Random numbers that are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
