// Sentences in the manner of statistical bulletins, government reports and news: many figures, few nouns.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Bulletins and news")
struct BulletinTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "经济",
        arguments: [
            FigureCase(
                "粮食产量1️⃣86.2万吨，比上年增产2️⃣1.3%。", Want("86.2万吨", 862_000, "吨", of: "粮食", .value), Want("1.3%", 1.3, "%", of: "粮食", .change)),
            FigureCase(
                "全市生产总值1️⃣4520.3亿元，按不变价计算，比上年增长2️⃣5.8%。", Want("4520.3亿元", 452_030_000_000, "元", of: "生产总值", .value, category: "economy"),
                Want("5.8%", 5.8, "%", of: "生产总值", .change, category: "economy")),
            FigureCase(
                "第一产业增加值1️⃣210.4亿元，增长2️⃣3.2%；第二产业增加值3️⃣1902亿元，下降4️⃣0.7%。",
                Want("210.4亿元", 21_040_000_000, "元", of: "第一产业|增加值", .value), Want("3.2%", 3.2, "%", of: "第一产业|增加值", .change),
                Want("1902亿元", 190_200_000_000, "元", of: "第二产业|增加值", not: "第一产业", .value),
                Want("0.7%", -0.7, "%", of: "第二产业|增加值", not: "第一产业", .change)),
            FigureCase(
                "规模以上工业企业营业收入增长1️⃣4.4%，利润总额下降2️⃣9.5%。", Want("4.4%", 4.4, "%", of: "营业收入", .change),
                Want("9.5%", -9.5, "%", of: "利润总额", not: "营业收入", .change)),
            FigureCase(
                "民间投资增长1️⃣7.1%，占全部投资的比重为2️⃣58.3%，比上年提高3️⃣2.4个百分点。", Want("7.1%", 7.1, "%", of: "民间投资", .change),
                Want("58.3%", 58.3, "%", of: "民间投资", .rate), Want("2.4个百分点", 2.4, "百分点", .exact, .change)),
            FigureCase(
                "社会消费品零售额1️⃣1280亿元，其中限额以上单位零售额2️⃣402亿元，增长3️⃣6.6%。", Want("1280亿元", 128_000_000_000, "元", of: "零售额"),
                Want("402亿元", 40_200_000_000, "元", of: "限额以上|零售额"), Want("6.6%", 6.6, "%", of: "限额以上|零售额", .change)),
            FigureCase(
                "居民消费价格上涨1️⃣0.4%，其中食品烟酒类价格下降2️⃣0.9%。", Want("0.4%", 0.4, "%", of: "居民消费价格", .change),
                Want("0.9%", -0.9, "%", of: "食品烟酒", .change)),
            FigureCase(
                "新登记市场主体1️⃣6.1万户，同比多增2️⃣3400户。", Want("6.1万户", 61000, "户", of: "市场主体", category: "enterprise"),
                Want("3400户", 3400, "户", of: "市场主体", .change)),
        ])
    func economy(_ row: FigureCase) throws { try check(row) }

    @Test(
        "人口、教育和科技",
        arguments: [
            FigureCase(
                "年末全县常住人口1️⃣43.2万人，其中城镇人口2️⃣28.9万人，城镇化率3️⃣66.9%，比上年末提高4️⃣0.8个百分点。",
                Want("43.2万人", 432_000, "人", of: "常住人口", category: "population"),
                Want("28.9万人", 289_000, "人", of: "城镇人口", category: "population"),
                Want("66.9%", 66.9, "%", of: "城镇化率", .rate), Want("0.8个百分点", 0.8, "百分点", of: "城镇化率", .change)),
            FigureCase(
                "人口出生率为1️⃣6.8‰，死亡率为2️⃣7.4‰，自然增长率为3️⃣-0.6‰。", Want("6.8‰", 6.8, "‰", of: "出生率", .rate), Want("7.4‰", 7.4, "‰", of: "死亡率", .rate),
                Want("-0.6‰", -0.6, "‰", of: "自然增长率", .rate)),
            FigureCase(
                "普通高校1️⃣7所，在校学生2️⃣9.8万人，专任教师3️⃣5600人。", Want("7所", 7, "所", of: "普通高校", category: "school"),
                Want("9.8万人", 98000, "人", of: "在校学生", category: "student"), Want("5600人", 5600, "人", of: "专任教师", category: "teacher")),
            FigureCase(
                "专利授权1️⃣8230件，比上年增加2️⃣612件，其中发明专利授权3️⃣1105件，增长4️⃣9.3%。", Want("8230件", 8230, "件", of: "专利|授权", .value, category: "patent"),
                Want("612件", 612, "件", of: "专利", .change, category: "patent"),
                Want("1105件", 1105, "件", of: "发明专利", .value, category: "patent"),
                Want("9.3%", 9.3, "%", of: "发明专利", .change, category: "patent")),
            FigureCase(
                "签订技术合同1️⃣642项，成交金额2️⃣31.5亿元。", Want("642项", 642, "项", of: "技术合同"), Want("31.5亿元", 3_150_000_000, "元", of: "成交")),
            FigureCase(
                "学前三年毛入园率1️⃣98.7%，九年义务教育巩固率2️⃣99.2%。", Want("98.7%", 98.7, "%", of: "毛入园率", .rate), Want("99.2%", 99.2, "%", of: "巩固率", .rate)),
            FigureCase(
                "拥有卫生机构1️⃣1260个，其中医院2️⃣42个、卫生院3️⃣88个；床位4️⃣2.1万张。", Want("1260个", 1260, "个", of: "卫生机构"), Want("42个", 42, "个", of: "医院"),
                Want("88个", 88, "个", of: "卫生院"), Want("2.1万张", 21000, "张", of: "床位", category: "facility")),
        ])
    func society(_ row: FigureCase) throws { try check(row) }

    @Test(
        "政府工作报告的短语",
        arguments: [
            FigureCase(
                "新增高新技术企业1️⃣310家、专精特新中小企业2️⃣126家。", Want("310家", 310, "家", of: "高新技术企业", category: "enterprise"),
                Want("126家", 126, "家", of: "专精特新", not: "高新技术", category: "enterprise")),
            FigureCase(
                "改造老旧小区1️⃣75个，惠及居民2️⃣3.6万户。", Want("75个", 75, "个", of: "老旧小区"), Want("3.6万户", 36000, "户", of: "居民")),
            FigureCase(
                "城镇新增就业1️⃣5.2万人，失业人员再就业2️⃣1.4万人。", Want("5.2万人", 52000, "人", of: "新增就业", category: "employment"),
                Want("1.4万人", 14000, "人", of: "再就业", category: "employment")),
            FigureCase("新开工亿元以上项目1️⃣88个。", Want("88个", 88, "个", of: "项目", category: "project")),
            FigureCase("研发投入强度达到1️⃣3.1%左右。", Want("3.1%", 3.1, "%", .about, of: "研发投入", .rate)),
            FigureCase("建成高标准农田1️⃣12万亩，新增供水管网2️⃣180公里。", Want("12万亩", 120_000, "亩", of: "高标准农田"), Want("180公里", 180, "公里", of: "供水管网")),
            FigureCase(
                "外贸出口突破1️⃣900亿元，实际使用外资2️⃣6.2亿美元。", Want("900亿元", 90_000_000_000, "元", .over, of: "出口"),
                Want("6.2亿美元", 620_000_000, "美元", of: "外资")),
            FigureCase(
                "1️⃣12所中小学竣工，新增学位2️⃣1.8万个。", Want("12所", 12, "所", of: "中小学", category: "school"), Want("1.8万个", 18000, "个", of: "学位")),
        ])
    func government(_ row: FigureCase) throws { try check(row) }

    @Test(
        "新闻",
        arguments: [
            FigureCase(
                "记者从台州市人社局获悉，今年前三季度台州新增技能人才1️⃣3.4万人。", Want("3.4万人", 34000, "人", of: "技能人才", category: "talent", subject: "台州市")),
            FigureCase(
                "截至目前，台州市已有1️⃣260家企业开展自主评价，2️⃣1.2万余名职工拿到证书。", Want("260家", 260, "家", of: "企业", subject: "台州市"),
                Want("1.2万余名", 12000, "人", .over, of: "职工", subject: "台州市")),
            FigureCase(
                "本届技能大赛吸引来自全省1️⃣45所院校的2️⃣800多名选手同台竞技。", Want("45所", 45, "所", of: "院校", category: "school"),
                Want("800多名", 800, "人", .over, of: "选手")),
            FigureCase(
                "该企业负责人介绍，公司研发人员占员工总数的1️⃣三分之一以上。", Want("三分之一", 1.0 / 3, "", .over, of: "研发人员", .rate)),
            FigureCase(
                "活动现场发放宣传资料1️⃣2000余份，解答群众咨询2️⃣300余人次。", Want("2000余份", 2000, "份", .over, of: "宣传资料"),
                Want("300余人次", 300, "人次", .over, of: "咨询")),
        ])
    func news(_ row: FigureCase) throws { try check(row) }

    @Test(
        "院校年度报告",
        arguments: [
            FigureCase(
                "学院共有教职工1️⃣526人，其中专任教师2️⃣398人，占教职工总数的3️⃣75.7%；具有高级职称的4️⃣121人，硕士及以上学位的5️⃣310人。",
                Want("526人", 526, "人", of: "教职工", category: "teacher"), Want("398人", 398, "人", of: "专任教师", category: "teacher"),
                Want("75.7%", 75.7, "%", of: "专任教师", .rate, category: "teacher"), Want("121人", 121, "人", of: "高级职称", category: "teacher"),
                Want("310人", 310, "人", of: "硕士", not: "高级职称", category: "teacher")),
            FigureCase(
                "2022届毕业生1️⃣3120人，初次就业率2️⃣93.4%，专业对口率3️⃣78.2%。",
                Want("3120人", 3120, "人", of: "毕业生", category: "graduate", period: "2022"),
                Want("93.4%", 93.4, "%", of: "就业率", .rate, category: "employment", period: "2022"),
                Want("78.2%", 78.2, "%", of: "对口率", .rate, category: "employment", period: "2022")),
            FigureCase(
                "学校承接企业技术服务1️⃣85项，到账2️⃣1200万元，为企业增效3️⃣1.6亿元。", Want("85项", 85, "项", of: "技术服务", category: "service"),
                Want("1200万元", 12_000_000, "元", of: "到账"), Want("1.6亿元", 160_000_000, "元", of: "增效")),
            FigureCase(
                "学生在省级以上竞赛中获奖1️⃣73项（一等奖2️⃣12项、二等奖3️⃣25项、三等奖4️⃣36项）。", Want("73项", 73, "项", of: "奖", category: "award"),
                Want("12项", 12, "项", of: "一等奖", not: "二等奖", category: "award"), Want("25项", 25, "项", of: "二等奖", category: "award"),
                Want("36项", 36, "项", of: "三等奖", category: "award")),
        ])
    func colleges(_ row: FigureCase) throws { try check(row) }
}
