// Longer texts: subjects and periods that hold over sentences and paragraphs, and end where they should.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Over several sentences")
struct DiscourseTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "主体跨句、跨段",
        arguments: [
            FigureCase(
                "# 职业教育改革观察\n\n金华市近年来加大投入。市里设立专项资金1️⃣2亿元，新建校舍2️⃣6万平方米。\n\n台州市另辟蹊径。当地组建职教集团3️⃣14个。\n",
                Want("2亿元", 200_000_000, "元", subject: "金华市"), Want("6万平方米", 60000, "平方米", subject: "金华市"),
                Want("14个", 14, "个", subject: "台州市")),
            FigureCase(
                "# 金华职业技术大学质量报告\n\n学校与义乌市政府共建研究院。学校派出博士1️⃣18名，服务商户2️⃣260家。\n",
                Want("18名", 18, "人", of: "博士", subject: "金华职业技术大学"), Want("260家", 260, "家", of: "商户", subject: "金华职业技术大学")),
            FigureCase(
                "# 台州市教育局工作总结\n\n台州科技职业学院开设专业1️⃣31个。全市中职学校开设专业2️⃣240个。\n", Want("31个", 31, "个", subject: "台州科技职业学院"),
                Want("240个", 240, "个", of: "专业", subject: "台州市")),
            FigureCase(
                "衢州市把培训办到村里，去年共办班1️⃣96期，覆盖2️⃣71个乡镇。", Want("96期", 96, "期", subject: "衢州市"), Want("71个", 71, "个", of: "乡镇", subject: "衢州市")),
        ])
    func subjects(_ row: FigureCase) throws { try check(row) }

    @Test(
        "时间跨分句，逢新则换",
        arguments: [
            FigureCase(
                "2021年招生1️⃣820人，毕业2️⃣760人；2022年招生3️⃣905人，毕业4️⃣788人。", Want("820人", 820, "人", period: "2021"),
                Want("760人", 760, "人", period: "2021"),
                Want("905人", 905, "人", period: "2022"), Want("788人", 788, "人", period: "2022")),
            FigureCase(
                "到2025年，全市技能人才将达到1️⃣80万人。2022年末这一数字是2️⃣64万人。", Want("80万人", 800_000, "人", of: "技能人才", period: "2025"),
                Want("64万人", 640_000, "人", period: "2022")),
            FigureCase("2019年以来，学校累计培训退役军人1️⃣2400人次。", Want("2400人次", 2400, "人次", of: "退役军人", frequency: .some(.cumulative))),
            FigureCase("2023年春季学期开设选修课1️⃣58门。", Want("58门", 58, "门", of: "选修课", category: "curriculum")),
        ])
    func periods(_ row: FigureCase) throws { try check(row) }

    @Test(
        "目标、引用和括注中的数仍是数",
        arguments: [
            FigureCase("教师1️⃣50人，男2️⃣22人、女3️⃣28人。", Want("50人", 50, "人", of: "教师"), Want("22人", 22, "人", of: "男"), Want("28人", 28, "人", of: "女")),
            FigureCase("产量是五年前的1️⃣2.5倍。", Want("2.5倍", 2.5, "倍", of: "产量")),
            FigureCase("各校区增速分别为1️⃣5.1%、2️⃣6.2%和3️⃣7.3%。", Want("5.1%", 5.1, "%"), Want("6.2%", 6.2, "%"), Want("7.3%", 7.3, "%")),
        ])
    func asides(_ row: FigureCase) throws { try check(row) }

    @Test(
        "固定说法不是数量",
        arguments: [
            "学校落实两免一补政策，深化三教改革，融入一带一路。", "全市坚持四个全面，打好三大攻坚战，走好新时代赶考路。", "两小时经济圈初步成形。",
            "一方面抓培训，另一方面抓就业，二者缺一不可。", "十几年来，几代人的努力没有白费。", "第一批试点院校名单公布，第二轮评估启动。", "双一流、双高校建设稳步推进。",
            "见附件1和附表3-2，第28页。", "《中等职业学校设置标准》第十二条规定如下。", "COVID-19疫情期间改为线上授课，使用Office 2016软件。",
            "身份证号330102199001011234不予公开。", "课程编号B0312，教室在3号楼。", "网址是http://example.org/2023/08/a12.html。", "学制三年，学生年满18周岁可以报名。",
        ])
    func setPhrases(_ text: String) throws { try check(FigureCase(text)) }

    @Test(
        "列表各项有自己的数",
        arguments: [
            FigureCase(
                "# 湖州市职教概况\n\n- 中职学校1️⃣16所\n- 在校生2️⃣3.9万人\n- 就业率3️⃣97.5%\n", Want("16所", 16, "所", of: "中职学校", category: "school", subject: "湖州市"),
                Want("3.9万人", 39000, "人", of: "在校生", category: "student", subject: "湖州市"),
                Want("97.5%", 97.5, "%", of: "就业率", .rate, subject: "湖州市")),
            FigureCase(
                "1.建成实训室1️⃣22间；\n2.开发教材2️⃣14部；\n3.培训教师3️⃣160人次。\n", Want("22间", 22, "间", of: "实训室"), Want("14部", 14, "部", of: "教材"),
                Want("160人次", 160, "人次", of: "教师")),
            FigureCase(
                "一是扩大规模，招生1️⃣900人；二是提升质量，获奖2️⃣35项。", Want("900人", 900, "人", of: "招生"), Want("35项", 35, "项", of: "获奖", category: "award")),
        ])
    func listItems(_ row: FigureCase) throws { try check(row) }
}
