// What a figure measures, wherever its noun stands: before, after, elided, shared, nested.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("What is measured")
struct MeasureTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "误作句号的小数点不断句",
        arguments: [
            FigureCase(
                "产值1️⃣8亿元，增长2️⃣4。2%，税收3️⃣6亿元。", Want("8亿元", 800_000_000, "元", of: "产值"), Want("4。2%", 4.2, "%", .exact, .change),
                Want("6亿元", 600_000_000, "元", of: "税收"))
        ])
    func mistyped(_ row: FigureCase) throws { try check(row) }

    @Test(
        "数在名词前",
        arguments: [
            FigureCase("嘉兴市建成1️⃣12个公共实训基地。", Want("12个", 12, "个", of: "公共实训基地", .value, category: "base")),
            FigureCase("学院聘请1️⃣35名企业工程师授课。", Want("35名", 35, "人", of: "企业工程师", .value)),
            FigureCase("学校举办1️⃣18场技能竞赛。", Want("18场", 18, "场", of: "技能竞赛", .value, category: "event")),
            FigureCase("教师出版1️⃣6部新形态教材。", Want("6部", 6, "部", of: "教材", .value, category: "curriculum")),
            FigureCase("中心服务1️⃣320余家中小企业。", Want("320余家", 320, "家", .over, of: "中小企业", .value, category: "enterprise")),
            FigureCase("团队拿下1️⃣7 项发明专利。", Want("7 项", 7, "项", of: "发明专利", .value, category: "patent")),
            FigureCase("平台汇集1️⃣2.6万条用工信息。", Want("2.6万条", 26000, "条", of: "用工信息", .value)),
            FigureCase("市财政安排1️⃣1500万元奖补资金。", Want("1500万元", 15_000_000, "元", of: "奖补资金", .value, category: "funding")),
            FigureCase("新校区可容纳1️⃣八千名学生。", Want("八千名", 8000, "人", of: "学生", .value, category: "student")),
            FigureCase("学院与1️⃣三十余家单位签订协议。", Want("三十余家", 30, "家", .over, of: "单位", .value)),
        ])
    func numberBeforeNoun(_ row: FigureCase) throws { try check(row) }

    @Test(
        "名词在数前",
        arguments: [
            FigureCase("嘉兴市现有专任教师1️⃣2300人。", Want("2300人", 2300, "人", of: "专任教师", .value, category: "teacher")),
            FigureCase("图书馆藏有纸质图书1️⃣45.6万册。", Want("45.6万册", 456_000, "册", of: "图书", .value, category: "facility")),
            FigureCase("横向课题到账经费1️⃣380万元。", Want("380万元", 3_800_000, "元", of: "经费", .value, category: "funding")),
            FigureCase("毕业生就业率为1️⃣97.2%。", Want("97.2%", 97.2, "%", of: "就业率", .rate, category: "employment")),
            FigureCase("全市技术合同成交额达1️⃣6.8亿元。", Want("6.8亿元", 680_000_000, "元", of: "技术合同|成交额", .value)),
            FigureCase("实训楼建筑面积为1️⃣2.4万平方米。", Want("2.4万平方米", 24000, "平方米", of: "建筑面积", .value, category: "facility")),
            FigureCase("学校开设专业1️⃣46个。", Want("46个", 46, "个", of: "专业", .value, category: "programme")),
            FigureCase("校企共建产业学院1️⃣9个。", Want("9个", 9, "个", of: "产业学院", .value)),
            FigureCase("用人单位满意度达到1️⃣98.6%。", Want("98.6%", 98.6, "%", of: "满意度", .rate, category: "satisfaction")),
            FigureCase("年末常住人口1️⃣555.4万人。", Want("555.4万人", 5_554_000, "人", of: "常住人口", .value, category: "population")),
            FigureCase("毕业生平均月收入1️⃣5230元。", Want("5230元", 5230, "元", of: "月收入", .rate)),
            FigureCase("各类讲座共计1️⃣64场。", Want("64场", 64, "场", of: "讲座", .value)),
        ])
    func nounBeforeNumber(_ row: FigureCase) throws { try check(row) }

    @Test(
        "省略的名词由前文补足",
        arguments: [
            FigureCase("申报教改课题1️⃣40项，立项2️⃣22项。", Want("40项", 40, "项", of: "课题"), Want("22项", 22, "项", of: "课题|立项")),
            FigureCase("收集技术难题1️⃣150项，解决2️⃣96项。", Want("150项", 150, "项", of: "技术难题"), Want("96项", 96, "项", of: "解决|技术难题")),
            FigureCase("培训村干部1️⃣600余人次，结业2️⃣580人次。", Want("600余人次", 600, "人次", .over, of: "村干部"), Want("580人次", 580, "人次", of: "结业")),
            FigureCase("发布就业岗位1️⃣3.2万个，对接成功2️⃣1.1万个。", Want("3.2万个", 32000, "个", of: "就业岗位"), Want("1.1万个", 11000, "个", of: "岗位|对接")),
        ])
    func elidedNouns(_ row: FigureCase) throws { try check(row) }

    @Test(
        "并列的数各有名词",
        arguments: [
            FigureCase(
                "培育市级基地1️⃣8个、省级基地2️⃣3个、国家级基地3️⃣2个。", Want("8个", 8, "个", of: "市级基地", category: "base"),
                Want("3个", 3, "个", of: "省级基地", not: "市级", category: "base"), Want("2个", 2, "个", of: "国家级基地", not: "省级", category: "base")),
            FigureCase(
                "学校新增1️⃣5个专业和2️⃣12门课程。", Want("5个", 5, "个", of: "专业", category: "programme"),
                Want("12门", 12, "门", of: "课程", not: "专业", category: "curriculum")),
            FigureCase(
                "全县有小学1️⃣120所、初中2️⃣46所、高中3️⃣18所。", Want("120所", 120, "所", of: "小学", category: "school"),
                Want("46所", 46, "所", of: "初中", not: "小学", category: "school"), Want("18所", 18, "所", of: "高中", not: "初中", category: "school")
            ),
            FigureCase(
                "联合1️⃣22家企业、2️⃣6所院校和3️⃣3个研究所开展攻关。", Want("22家", 22, "家", of: "企业", category: "enterprise"),
                Want("6所", 6, "所", of: "院校", category: "school"), Want("3个", 3, "个", of: "研究所")),
            FigureCase(
                "学校获省级教学成果奖1️⃣4项，发表论文2️⃣210篇，出版专著3️⃣5部。", Want("4项", 4, "项", of: "教学成果奖", category: "award"),
                Want("210篇", 210, "篇", of: "论文"), Want("5部", 5, "部", of: "专著")),
        ])
    func lists(_ row: FigureCase) throws { try check(row) }

    @Test(
        "数中有数",
        arguments: [
            FigureCase(
                "1️⃣60余家企业的2️⃣400余名技师走进课堂。", Want("60余家", 60, "家", .over, of: "企业", category: "enterprise"),
                Want("400余名", 400, "人", .over, of: "技师")),
            FigureCase(
                "来自1️⃣12个县的2️⃣350名农机手参加了培训。", Want("12个", 12, "个", of: "县"), Want("350名", 350, "人", of: "农机手")),
        ])
    func nested(_ row: FigureCase) throws { try check(row) }

    @Test(
        "其中引出部分",
        arguments: [
            FigureCase(
                "引进高层次人才1️⃣28名，其中2️⃣5名来自海外。", Want("28名", 28, "人", of: "高层次人才", category: "talent"),
                Want("5名", 5, "人", of: "人才", category: "talent")),
            FigureCase(
                "学校有在校生1️⃣9600人，其中女生占2️⃣52%。", Want("9600人", 9600, "人", of: "在校生", category: "student"),
                Want("52%", 52, "%", of: "女生", .rate, category: "student")),
            FigureCase(
                "全校有专任教师1️⃣420人，其中博士2️⃣96人。", Want("420人", 420, "人", of: "专任教师", category: "teacher"), Want("96人", 96, "人", of: "博士")),
        ])
    func parts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "分别逐一对应",
        arguments: [
            FigureCase(
                "杭州市、宁波市、温州市培训人数分别为1️⃣3.2万人、2️⃣2.8万人和3️⃣1.9万人。", Want("3.2万人", 32000, "人", of: "培训", subject: "杭州市"),
                Want("2.8万人", 28000, "人", of: "培训", subject: "宁波市"), Want("1.9万人", 19000, "人", of: "培训", subject: "温州市")),
            FigureCase(
                "2022年和2023年招生人数分别为1️⃣1500人、2️⃣1620人。", Want("1500人", 1500, "人", of: "招生", period: "2022"),
                Want("1620人", 1620, "人", of: "招生", period: "2023")),
            FigureCase(
                "教授、副教授、讲师分别有1️⃣12人、2️⃣35人、3️⃣88人。", Want("12人", 12, "人", of: "教授", not: "讲师"), Want("35人", 35, "人", of: "副教授"),
                Want("88人", 88, "人", of: "讲师", not: "教授")),
            FigureCase(
                "高职和中职毕业生就业率分别为1️⃣96.1%和2️⃣98.3%。", Want("96.1%", 96.1, "%", of: "高职|就业率", not: "中职", .rate),
                Want("98.3%", 98.3, "%", of: "中职|就业率", not: "高职", .rate)),
        ])
    func respectively(_ row: FigureCase) throws { try check(row) }

    @Test(
        "数量决定类别",
        arguments: [
            FigureCase("引进企业1️⃣15家。", Want("15家", 15, "家", category: "enterprise")),
            FigureCase("聘任兼职教师1️⃣15人。", Want("15人", 15, "人", category: "teacher")),
            FigureCase("授权专利1️⃣15件。", Want("15件", 15, "件", category: "patent")),
            FigureCase("本地就业率1️⃣75%。", Want("75%", 75, "%", category: "employment")),
            FigureCase("在校生1️⃣1500人。", Want("1500人", 1500, "人", category: "student")),
            FigureCase("输送毕业生1️⃣1500人。", Want("1500人", 1500, "人", category: "graduate")),
            FigureCase("培养高技能人才1️⃣1500人。", Want("1500人", 1500, "人", category: "talent")),
            FigureCase("开展社会培训1️⃣1500人次。", Want("1500人次", 1500, "人次", category: "training")),
            FigureCase("建设专业群1️⃣5个。", Want("5个", 5, "个", category: "programme")),
            FigureCase("建成在线精品课程1️⃣15门。", Want("15门", 15, "门", category: "curriculum")),
            FigureCase("建有校外实习基地1️⃣15个。", Want("15个", 15, "个", category: "base")),
            FigureCase("建有中等职业学校1️⃣15所。", Want("15所", 15, "所", category: "school")),
            FigureCase("组建行业协会1️⃣15个。", Want("15个", 15, "个", category: "organisation")),
            FigureCase("搭建技术服务平台1️⃣15个。", Want("15个", 15, "个", category: "platform")),
            FigureCase("承担省级科研项目1️⃣15项。", Want("15项", 15, "项", category: "project")),
            FigureCase("荣获省级一等奖1️⃣15项。", Want("15项", 15, "项", category: "award")),
            FigureCase("投入专项资金1️⃣15万元。", Want("15万元", 150_000, "元", category: "funding")),
            FigureCase("实现工业总产值1️⃣15亿元。", Want("15亿元", 1_500_000_000, "元", category: "economy")),
            FigureCase("组织招聘会1️⃣15场。", Want("15场", 15, "场", category: "event")),
            FigureCase("刊发新闻报道1️⃣15篇。", Want("15篇", 15, "篇", category: "media")),
            FigureCase("购置计算机1️⃣150台。", Want("150台", 150, "台", category: "facility")),
            FigureCase("滨江职业学院现有BK350龙门铣1️⃣6台。", Want("6台", 6, "台", category: "facility", subject: "滨江职业学院")),
            FigureCase("滨江职业学院今年购入光纤熔接仪1️⃣4套。", Want("4套", 4, "套", category: "facility", subject: "滨江职业学院")),
            FigureCase("滨江职业学院开发教材1️⃣4套。", Want("4套", 4, "套", category: "curriculum", subject: "滨江职业学院")),
            FigureCase("2024年，南通市龙门铣1️⃣600台。", Want("600台", 600, "台", category: "other", subject: "南通市")),
            FigureCase("家长满意度1️⃣95%。", Want("95%", 95, "%", category: "satisfaction")),
            FigureCase("出台管理制度1️⃣15项。", Want("15项", 15, "项", category: "policy")),
            FigureCase("户籍人口1️⃣15万人。", Want("15万人", 150_000, "人", category: "population")),
        ])
    func categories(_ row: FigureCase) throws { try check(row) }
}
