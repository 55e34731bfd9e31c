// What sentences leave out: what a part is a part of, the list that 分别 goes through, whose year, what a time only compares with.
import Figures
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("What is left out")
struct LeftOutTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "部分承接整体的指标",
        arguments: [
            FigureCase(
                "商场零售额中，家具类增长1️⃣5.1%，茶叶类增长2️⃣6.2%。", Want("5.1%", 5.1, "%", of: "零售额|家具", .change, category: "economy"),
                Want("6.2%", 6.2, "%", of: "零售额|茶叶", .change, category: "economy")),
            FigureCase(
                "工业增加值增长1️⃣7.2%。分类型看，民营企业增长2️⃣8.4%。", Want("7.2%", 7.2, "%", of: "增加值"),
                Want("8.4%", 8.4, "%", of: "增加值|民营企业", .change, category: "economy")),
        ])
    func frames(_ row: FigureCase) throws { try check(row) }

    @Test(
        "其中到哪里为止",
        arguments: [
            FigureCase(
                "学院有教师1️⃣300人，其中教授2️⃣40人，另聘请企业兼职教师3️⃣50人。", Want("300人", 300, "人", of: "教师"),
                Want("40人", 40, "人", of: "教授"), Want("50人", 50, "人", of: "企业兼职教师", not: "其中")),
            FigureCase(
                "学院立项厅级以上课题1️⃣70项，其中国家级2️⃣3项，到账经费3️⃣500万元，软件著作权4️⃣20项。",
                Want("70项", 70, "项", of: "课题"), Want("3项", 3, "项", of: "国家级课题", not: "厅级"), Want("500万元", 5_000_000, "元"),
                Want("20项", 20, "项", of: "软件著作权")),
            FigureCase(
                "学院在校生1️⃣9000人，其中留学生2️⃣60人，生师比为3️⃣15:1。", Want("9000人", 9000, "人"), Want("60人", 60, "人"),
                Want("15:1", 15, "", of: "生师比", not: "留学生")),
        ])
    func endsOfParts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "只说增速的，说的是前面的指标",
        arguments: [
            FigureCase(
                "开发区企业增加值增长1️⃣8%，增速比全市平均水平高2️⃣2个百分点。", Want("8%", 8, "%"), Want("2个百分点", 2, "百分点", of: "开发区企业增加值增速比")),
            FigureCase(
                "建筑业企业完成建筑业总产值1️⃣60亿元。签订合同额2️⃣90亿元。", Want("60亿元", 6_000_000_000, "元", of: "建筑业总产值"),
                Want("90亿元", 9_000_000_000, "元", of: "建筑业企业签订合同额", not: "完成建筑业")),
            FigureCase(
                "全市参加养老保险1️⃣9万人，征缴基金2️⃣8亿元。", Want("9万人", 90_000, "人"), Want("8亿元", 800_000_000, "元", of: "养老保险征缴基金", not: "参加")),
        ])
    func rates(_ row: FigureCase) throws { try check(row) }

    @Test(
        "报告说的是毕业生，按单位分的也是",
        arguments: [
            FigureCase(
                "滨海职业技术学院毕业生就业质量报告\n\n从单位性质看，国有企业占1️⃣31%，其次为民营企业（2️⃣25%）。半年内离职率3️⃣12%。\n",
                Want("31%", 31, "%", of: "国有企业", category: "graduate"), Want("25%", 25, "%", of: "民营企业", not: "为"),
                Want("12%", 12, "%", of: "离职率", not: "内"))
        ])
    func people(_ row: FigureCase) throws { try check(row) }

    @Test(
        "学校的就是学校的",
        arguments: [
            FigureCase(
                "滨海职业技术学院现有二级学院1️⃣6个、专业2️⃣30个，在校生3️⃣9000人，教职工4️⃣500人。", Want("6个", 6, "个"), Want("30个", 30, "个"),
                Want("9000人", 9000, "人", of: "在校生", not: "专业"), Want("500人", 500, "人", of: "教职工", not: "学院")),
            FigureCase(
                "2023年学院培训收入1️⃣900万元，是2020年的2️⃣2.4倍，服务企业3️⃣30家。", Want("900万元", 9_000_000, "元", period: "2023"),
                Want("2.4倍", 2.4, "倍", of: "培训收入", period: "2023"), Want("30家", 30, "家", period: "2023")),
            FigureCase(
                "学院新增护理、康复等专业1️⃣7个，撤销2️⃣3个。", Want("7个", 7, "个", of: "专业"), Want("3个", 3, "个", of: "撤销专业", category: "programme")),
            FigureCase(
                "学院建成占地1️⃣90亩、建筑面积2️⃣3万平方米的实训基地。", Want("90亩", 90, "亩", of: "占地"),
                Want("3万平方米", 30_000, "平方米", of: "建筑面积")),
        ])
    func schools(_ row: FigureCase) throws { try check(row) }

    @Test(
        "题目说明年份",
        arguments: [
            FigureCase(
                "关于2023年滨海市国民经济和社会发展计划执行情况的报告（摘要）\n\n新增就业1️⃣7万人。\n", Want("7万人", 70_000, "人", of: "就业", period: "2023"))
        ])
    func longTitles(_ row: FigureCase) throws { try check(row) }

    @Test("注释的记号不是名称的一部分")
    func marks() throws {
        try check(FigureCase("全市小学阶段[3]招生1️⃣3万人。", Want("3万人", 30_000, "人", of: "小学阶段招生")))
    }

    @Test(
        "名称里的数不是数",
        arguments: [FigureCase("十种有色金属产量1️⃣9万吨，增长2️⃣3%。", Want("9万吨", 90_000, "吨", of: "十种有色金属产量"), Want("3%", 3, "%", .exact, .change))])
    func names(_ row: FigureCase) throws { try check(row) }

    @Test(
        "网站的声明不是报告的话",
        arguments: [
            FigureCase(
                "全年产值1️⃣3亿元。\n\n凡本网文章，版权归作者所有，转载请保留链接。如有异议，请在20天内联系我们。\n", Want("3亿元", 300_000_000, "元", of: "产值")),
            FigureCase("全年版权登记1️⃣300件，处理侵权案件2️⃣5件。", Want("300件", 300, "件", of: "版权登记"), Want("5件", 5, "件", of: "侵权案件")),
        ])
    func siteNotices(_ row: FigureCase) throws { try check(row) }

    @Test(
        "分别所指的列表在前一分句",
        arguments: [
            FigureCase(
                "打印机、扫描仪产量较快增长，分别增长1️⃣31%、2️⃣21%。", Want("31%", 31, "%", of: "打印机", not: "扫描仪"),
                Want("21%", 21, "%", of: "扫描仪", not: "打印机")),
            FigureCase(
                "城镇和农村居民收入分别增长1️⃣4.1%和2️⃣5.2%。", Want("4.1%", 4.1, "%", of: "城镇", category: "economy"),
                Want("5.2%", 5.2, "%", of: "农村", not: "城镇")),
            FigureCase(
                "2019—2021年招生人数分别为1️⃣110人、2️⃣120人和3️⃣130人。", Want("110人", 110, "人", period: "2019"),
                Want("120人", 120, "人", period: "2020"), Want("130人", 130, "人", period: "2021")),
            FigureCase(
                "两校就业率分别为1️⃣95%和2️⃣91%以上。", Want("95%", 95, "%", .over), Want("91%", 91, "%", .over)),
        ])
    func distributed(_ row: FigureCase) throws { try check(row) }

    @Test(
        "只作比较、只说成立的时间",
        arguments: [
            FigureCase(
                "2023年招生1️⃣800人，比2021年增加2️⃣60人。", Want("800人", 800, "人", period: "2023"),
                Want("60人", 60, "人", .exact, of: "招生", .change, period: "2023")),
            FigureCase(
                "# 2023年永丰县公报\n\n小麦面积1️⃣40公顷，与上年持平；大豆面积2️⃣12公顷。\n", Want("40公顷", 40, "公顷", period: "2023"),
                Want("12公顷", 12, "公顷", period: "2023")),
            FigureCase("护理系建于1998年，现共有教师1️⃣30人。", Want("30人", 30, "人", period: .some(nil))),
            FigureCase(
                "# 2025年永丰县政府工作报告\n\n## 2024年工作回顾\n\n全年招引项目1️⃣30个。\n", Want("30个", 30, "个", period: "2024")),
            FigureCase(
                "2024年一季度增速回落，全年生产总值增长1️⃣5.1%。", Want("5.1%", 5.1, "%", period: "2024")),
        ])
    func times(_ row: FigureCase) throws { try check(row) }

    @Test(
        "每个、至少、现有、占",
        arguments: [
            FigureCase("每个街道至少建1️⃣2个服务站。", Want("2个", 2, "个", .over, .rate)),
            FigureCase("不少于招聘计划1️⃣40%的岗位留给毕业生。", Want("40%", 40, "%", .over)),
            FigureCase("各校到账经费中位数为1️⃣610万元。", Want("610万元", 6_100_000, "元", .exact, .rate)),
            FigureCase("选修课不少于1️⃣30学时或2️⃣2学分。", Want("30学时", 30, "学时", .over), Want("2学分", 2, "学分", .over)),
            FigureCase("专任教师占1️⃣18人。", Want("18人", 18, "人", .exact, of: "专任教师", .value)),
            FigureCase("建有总投入为1️⃣1600万元的物流实训基地。", Want("1600万元", 16_000_000, "元", of: "总投入", not: "基地")),
            FigureCase("来自全省1️⃣40所院校的2️⃣90个项目参赛。", Want("40所", 40, "所", category: "school"), Want("90个", 90, "个", category: "project")),
        ])
    func others(_ row: FigureCase) throws { try check(row) }

    @Test(
        "全国、其中、名单里的主体",
        arguments: [
            FigureCase(
                "# 泰兴职业学院\n\n泰兴职业学院开设新专业。目前全国有1️⃣8所院校开办此专业。\n", Want("8所", 8, "所", subject: "中国")),
            FigureCase(
                "# 泰兴职业学院\n\n学院现有教师1️⃣180人，其中全国行业协会委员2️⃣2人、教授3️⃣20人。\n",
                Want("180人", 180, "人", subject: "泰兴职业学院"), Want("2人", 2, "人", subject: "泰兴职业学院"),
                Want("20人", 20, "人", subject: "泰兴职业学院")),
        ])
    func subjects(_ row: FigureCase) throws { try check(row) }

    @Test(
        "报道的单位、来源、公司简称",
        arguments: [
            FigureCase(
                "2024-05-06 10:30:00，正文：海滨日报讯（记者 甲）云海市职业技术学校举行比赛，来自全国1️⃣60所学校参加。",
                Want("60所", 60, "所", subject: "中国", period: .some("2024"))),
            FigureCase(
                "据悉，晨曜教育已开设班级1️⃣20个。晨曜教育表示，晨曜教育将继续投入。",
                Want("20个", 20, "个", subject: "晨曜教育")),
            FigureCase(
                "# 松江市职业学院\n\n松江市职业学院主编教育部规划教材1️⃣13部。\n", Want("13部", 13, "部", subject: "松江市职业学院")),
        ])
    func speakers(_ row: FigureCase) throws { try check(row) }

    @Test(
        "赛事、直辖市",
        arguments: [
            FigureCase(
                "晨光职业学校参加江苏省花艺技能大赛。晨光职业学校很重视。大赛设奖项1️⃣12项。",
                Want("12项", 12, "项", subject: "江苏省花艺技能大赛", kind: "event")),
            FigureCase("上海市学校很多。来自全市1️⃣44所院校参加比赛。", Want("44所", 44, "所", subject: "上海市")),
        ])
    func events(_ row: FigureCase) throws { try check(row) }

    @Test(
        "没有名词时按单位和主体归类",
        arguments: [
            FigureCase("# 2024年永丰县公报\n\n全县锂电池增长1️⃣5.5%。\n", Want("5.5%", 5.5, "%", category: "economy")),
            FigureCase("学校有1️⃣12名结构师。", Want("12名", 12, "人", category: "talent")),
            FigureCase("集团有1️⃣12家汽车配件子公司。", Want("12家", 12, "家", category: "enterprise")),
        ])
    func likely(_ row: FigureCase) throws { try check(row) }

    @Test(
        "单位说在后一个数上，从某数到某数",
        arguments: [
            FigureCase(
                "两区占比分别提高1️⃣0.8个、2️⃣2.1个百分点。", Want("0.8个", 0.8, "百分点", .exact, .change),
                Want("2.1个百分点", 2.1, "百分点", .exact, .change)),
            FigureCase("群众满意度从1️⃣84.7提升至2️⃣89.6。", Want("84.7", 84.7, ""), Want("89.6", 89.6, "")),
        ])
    func shared(_ row: FigureCase) throws { try check(row) }

    @Test("条目编号、邮编、几大行动不是数量", arguments: ["办好实事。（1）加强服务。（2）改善条件。", "邮编：215000。", "实施4大行动。", "7月19至20日举行。"])
    func notFigures(_ text: String) throws {
        let extraction = try sharedExtractor.get().extract(ReportText(text))
        #expect(extraction.figures.isEmpty)
        #expect(!extraction.numerals.contains { $0.kind == .unresolved })
    }
}
