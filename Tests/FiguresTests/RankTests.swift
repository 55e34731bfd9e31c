// Claims to a place among others: which words make one, whose it is, and which figure it is made of.
import Figures
import ReportText
import TestSupport
import Testing

@Suite("Claims to a rank")
struct RankTests {
    /// A claim as a line: `kind text | scope | rank | measure | subject | surface of its figure`.
    static func claims(_ text: String, title: String = "常州市职业教育发展年度报告（2024年）") throws -> [String] {
        let source = ReportText(title + "\n\n" + text + "\n")
        let extraction = try sharedExtractor.get().extract(source)
        return extraction.ranks.map { claim in
            let figure = claim.figure.map { extraction.figures[$0].surface }
            return [
                "\(claim.kind.rawValue) \(claim.text)", claim.scope ?? "-", claim.rank.map(String.init) ?? "-", claim.measure,
                claim.subject ?? "-", figure ?? "-",
            ].joined(separator: " | ")
        }
    }

    @Test(
        "A place with its number, and the figure before or after it",
        arguments: [
            ("技能人才总量为64万人，位居全省第三。", ["rank 全省第三 | 全省 | 3 | 技能人才总量 | 常州市 | 64万人"]),
            ("新增发明专利1200件、稳居全国同类城市首位。", ["rank 全国同类城市首位 | 全国同类城市 | 1 | 新增发明专利 | 常州市 | 1200件"]),
            ("全市实训基地数量排在全省第5位。", ["rank 全省第5位 | 全省 | 5 | 实训基地数量 | 常州市 | -"]),
            ("技术服务到款额居全省第二，达3.2亿元。", ["rank 全省第二 | 全省 | 2 | 技术服务到款额 | 常州市 | 3.2亿元"]),
            ("本科层次招生规模连续3年居全省第一。", ["rank 全省第一 | 全省 | 1 | 本科层次招生规模 | 常州市 | -"]),
            ("学生竞赛成绩由全省第十二位上升至第八位。", ["rank 第八位 | 全省 | 8 | 学生竞赛成绩 | 常州市 | -"]),
            ("办学综合实力跻身全国前50强。", ["top 全国前50强 | 全国 | 50 | 办学综合实力 | 常州市 | -"]),
            ("教师获奖数名列江苏省前茅。", ["top 江苏省前茅 | 江苏省 | - | 教师获奖数 | 常州市 | -"]),
        ])
    func places(_ text: String, _ expected: [String]) throws { #expect(try Self.claims(text) == expected) }

    @Test(
        "The first, the only one, one of the first group",
        arguments: [
            ("常州机电职业技术学院建成全国首个机器人产业学院。", ["first 全国首个 | 全国 | - | 机器人产业学院 | 常州机电职业技术学院 | -"]),
            ("在全省率先开设储能材料专业。", ["first 全省率先 | 全省 | - | 开设储能材料专业 | 常州市 | -"]),
            ("它是省内唯一的轨道交通实训中心。", ["only 省内唯一 | 省内 | - | 轨道交通实训中心 | 常州市 | -"]),
            ("8家企业入选首批省级示范企业。", ["among_first 首批省级 | 省级 | - | 示范企业 | 常州市 | 8家"]),
            ("常州市获评国家第一批试点。", ["among_first 国家第一批 | 国家 | - | 试点 | 常州市 | -"]),
        ])
    func firsts(_ text: String, _ expected: [String]) throws { #expect(try Self.claims(text) == expected) }

    @Test(
        "Numbers and words that claim no place",
        arguments: [
            "第三届技能大赛如期举行。", "前三季度招生计划全部完成。", "首批12项任务已经落实。", "全国第五次经济普查开始登记。", "常州市第一中学搬入新址。",
            "把学生安全放在首位。", "学校要走在前列。", "唯一的办法是早做准备。", "前5个月引进教师30人。", "第一产业增加值下降。",
        ])
    func noClaims(_ text: String) throws { #expect(try Self.claims(text) == []) }

    @Test("The characters are the document's own, over line ends too, and a claim is a figure's rank")
    func evidence() throws {
        let source = ReportText(
            "各校加快专业调整，企业同步参与课程开发和实训安排，全市高新技术企业达到4200家，居全省第\n二。围绕绿色建筑和节能运行的教学需要，去年九月建成并启用的全国首\n座碳中和实训楼面向各校开放，学生在这里完成课程设计和毕业设计。\n")
        let extraction = try sharedExtractor.get().extract(source)
        #expect(extraction.ranks.map(\.text) == ["全省第二", "全国首座"])
        #expect(extraction.ranks.map { source.substring($0.start, $0.end) } == ["全省第\n二", "全国首\n座"])
        #expect(extraction.ranks.map(\.line) == [1, 2])
        #expect(extraction.ranks.allSatisfy { $0.quote.contains($0.text) && !$0.quote.contains("\n") })
        #expect(extraction.figures.map(\.rank) == ["全省第二"])
        #expect(extraction.ranks.map(\.figure) == [0, nil])
    }

    @Test("A claim has the period of its figure or sentence")
    func periods() throws {
        let extraction = try sharedExtractor.get().extract(ReportText("2022年，全市就业率居全省第四。截至2021年底，建有基地90个，居全省首位。\n"))
        #expect(extraction.ranks.map(\.period) == ["2022", extraction.figures.first?.period])
        #expect(extraction.ranks.map(\.periodBasis) == [.stated, .stated])
    }

    @Test("Names that a report introduces are told with what they stand for")
    func aliases() throws {
        let extraction = try sharedExtractor.get().extract(ReportText("常州工程职业技术学院（以下简称“常工院”）有教师400人。常工院招生3000人。\n"))
        #expect(extraction.aliases.map(\.alias) == ["常工院"])
        #expect(extraction.aliases.map(\.subject) == ["常州工程职业技术学院"])
        #expect(extraction.aliases.map(\.subjectRegion) == ["320400"])
    }

    @Test("Many claims in one sentence take time in proportion")
    func linear() throws {
        let text = ReportText(String(repeating: "总量居全省第三、", count: 10_000) + "。\n")
        #expect(try sharedExtractor.get().extract(text).ranks.count == 10_000)
    }
}
