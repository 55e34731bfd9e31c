// Headings that share a paragraph with the text below them.
import ReportText
import TestSupport
import Testing

@Suite("Headings within paragraphs")
struct RunInHeadingTests {
    @Test(
        "A numbered heading ends at the blank before a sentence",
        arguments: [
            ("五、国内贸易 全年零售总额12亿元，增长3%。", ["heading: 五、国内贸易", "paragraph: 全年零售总额12亿元，增长3%。"]),
            ("　　五、国内贸易　已开商场83家，增长3%。", ["heading: 五、国内贸易", "paragraph: 已开商场83家，增长3%。"]),
            ("一、综 合 全年生产总值12亿元，增长3%。", ["heading: 一、综 合", "paragraph: 全年生产总值12亿元，增长3%。"]),
            ("一、综合 经济总量 根据核算，生产总值12亿元。", ["heading: 一、综合", "heading: 经济总量", "paragraph: 根据核算，生产总值12亿元。"]),
            ("2.校舍和场地面积 学院占地35亩，校舍1万平方米。", ["heading: 2.校舍和场地面积", "paragraph: 学院占地35亩，校舍1万平方米。"]),
            ("七、固定资产投资全年投资增长13%。", ["heading: 七、固定资产投资", "paragraph: 全年投资增长13%。"]),
            ("增长3%。 —7— 八、消费市场 全年零售总额12亿元。", ["paragraph: 增长3%。 —7—", "heading: 八、消费市场", "paragraph: 全年零售总额12亿元。"]),
            ("增长3%。 八、消费市场全年零售总额12亿元。", ["paragraph: 增长3%。", "heading: 八、消费市场", "paragraph: 全年零售总额12亿元。"]),
            (
                "货运量增长3%。 邮电 全年业务量12万件。 会展 全年办展9场。",
                [
                    "paragraph: 货运量增长3%。", "heading: 邮电", "paragraph: 全年业务量12万件。", "heading: 会展", "paragraph: 全年办展9场。",
                ]
            ),
        ])
    func blanks(_ text: String, _ shown: [String]) {
        #expect(Structure(ReportText(text)).shown == shown)
        #expect(Structure(ReportText("<p>\(text)</p><p>教师3人。</p>")).shown == shown + ["paragraph: 教师3人。"])
    }

    @Test("A page's 十 before 一、 belongs to the number")
    func splitNumber() {
        let page = "<h1>某市统计公报</h1><p>十、教育 全年招生12万人。 十</p><p>一、卫生 全年建院3所。十</p><p>二、环境 全年植树9万株。</p>"
        let titles = Structure(ReportText(page)).sections.map(\.title)
        #expect(titles == ["某市统计公报", "十、教育", "十一、卫生", "十二、环境"])
    }

    @Test(
        "What only looks alike stays a paragraph",
        arguments: [
            "一、推进 教育强国建设，到明年培养100人。", "二、力争增长5%。", "油料播种面积 12万亩，增长3%。", "12家企业。 其中 规模以上3家，增长2%。", "全市 企业 共有12家，增长3%。",
            "1. 企业 全年增加12家，学校增加3所。",
        ])
    func paragraphs(_ text: String) { #expect(Structure(ReportText(text)).shown == ["paragraph: \(text)"]) }

    @Test(
        "Bold words at the start of a paragraph",
        arguments: [
            ("<p><b>国内贸易</b>全年零售总额12亿元。</p>", ["heading: 国内贸易", "paragraph: 全年零售总额12亿元。"]),
            ("<p><strong>　　国内贸易&nbsp;</strong>&nbsp;2025年零售总额12亿元。</p>", ["heading: 国内贸易", "paragraph: 2025年零售总额12亿元。"]),
            ("<p><span style='font-weight: bold'>三、工业</span><span>企业增加12家。</span></p>", ["heading: 三、工业", "paragraph: 企业增加12家。"]),
            ("<p><b>（一）<i>招生</i></b>学校招生12人。</p>", ["heading: （一）招生", "paragraph: 学校招生12人。"]),
            ("<p><b>高新技术企业</b>增加12家。</p>", ["paragraph: 高新技术企业增加12家。"]),
            ("<p><b>12家企业</b>全年增加3人。</p>", ["paragraph: 12家企业全年增加3人。"]),
            ("<p><b>声明：</b>全年有12家。</p>", ["paragraph: 声明：全年有12家。"]),
            ("<p><b>国内<span style='font-weight:400'>贸易</span></b>全年增长12%。</p>", ["paragraph: 国内贸易全年增长12%。"]),
            ("<p>其中，<b>国内贸易</b>全年增长12%。</p>", ["paragraph: 其中，国内贸易全年增长12%。"]),
        ])
    func bold(_ html: String, _ shown: [String]) {
        #expect(Structure(ReportText(html + "<p>教师3人。</p>")).shown == shown + ["paragraph: 教师3人。"])
    }

    @Test("Offsets stay those of the document, over wrapped lines too")
    func offsets() throws {
        let text = "五、国内贸易 全年完成零售总额三十四亿六千八百万元，\n比去年增长3.5%。年末商场有十二家，比上年末增加两家，增长百\n分之二十。上年零售总额为三十三亿元，比前一年增长百分之三左\n右。年末人员六十七人。\n"
        let structure = Structure(ReportText(text))
        let passages = structure.passages
        #expect(passages.map(\.kind) == [.heading, .paragraph])
        #expect(passages.map(\.line) == [1, 1], "\(structure.shown)")
        let scalars = Array(text.unicodeScalars)
        for passage in passages {
            for i in passage.text.indices { #expect(scalars[passage.offset(i)].value == passage.text[i]) }
        }
        #expect(structure.sections.map(\.title) == ["五、国内贸易"])
        #expect(structure.title == nil)
        #expect(Structure(ReportText("邮电 全年业务量12万件，增长3%。")).title == nil)
    }
}
