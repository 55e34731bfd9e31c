// Things that are counted and a rate of theirs, what things have at least, and what a number refers to.
import Figures
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("Rates of what is counted, and what tells things from others")
struct CountedTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "个数不含其比率，比率不失其主",
        arguments: [
            FigureCase(
                "全市1️⃣8个国控点位水质综合指数为2️⃣2.5。", Want("8个", 8, "个", of: "国控点位", not: "指数"), Want("2.5", 2.5, "", of: "国控点位水质综合指数")),
            FigureCase("全市1️⃣31种重点药品抽检合格率2️⃣99%。", Want("31种", 31, "种", of: "重点药品", not: "率"), Want("99%", 99, "%", of: "重点药品抽检合格率")),
            FigureCase("全市1️⃣6个湖库考核断面水质达标率2️⃣90%。", Want("6个", 6, "个", of: "湖库考核断面", not: "率"), Want("90%", 90, "%", of: "湖库考核断面")),
            FigureCase("全市考核断面达到或优于Ⅲ类水质的比例为1️⃣90%。", Want("90%", 90, "%", of: "考核断面达到或优于Ⅲ类水质的比例")),
            FigureCase("噪声在1️⃣31.2%-42.5%之间。", Want("31.2%-42.5%", 31.2, "%", .range, of: "噪声", not: "之间")),
        ])
    func rates(_ row: FigureCase) throws { try check(row) }

    @Test(
        "率与前数同词，则同其主",
        arguments: [
            FigureCase("市城区空气质量优良天数1️⃣300天，优良率2️⃣82%。", Want("300天", 300, "天"), Want("82%", 82, "%", of: "市城区空气质量优良率")),
            FigureCase("全市中考上线1️⃣8000人，上线率2️⃣61%。", Want("8000人", 8000, "人"), Want("61%", 61, "%", of: "中考上线率")),
            FigureCase("城镇新增就业1️⃣5万人，就业率2️⃣96%。", Want("5万人", 50000, "人"), Want("96%", 96, "%", of: "就业率", not: "新增")),
            FigureCase("国家级森林公园1️⃣2个，森林覆盖率2️⃣42%。", Want("2个", 2, "个"), Want("42%", 42, "%", of: "森林覆盖率", not: "国家级")),
        ])
    func stems(_ row: FigureCase) throws { try check(row) }

    @Test(
        "门槛属于所界定之物",
        arguments: [
            FigureCase(
                "规模以上工业统计范围为年主营业务收入1️⃣2000万元及以上的工业企业。",
                Want("2000万元", 20_000_000, "元", .over, of: "规模以上工业统计范围|工业企业|年主营业务收入")),
            FigureCase(
                "限额以上单位是指年主营业务收入1️⃣2000万元及以上的批发业企业、2️⃣500万元及以上的零售业企业。",
                Want("2000万元", 20_000_000, "元", .over, of: "批发业企业|年主营业务收入", not: "指"),
                Want("500万元", 5_000_000, "元", .over, of: "零售业企业|年主营业务收入")),
            FigureCase("签约3亿元以上项目1️⃣50个。", Want("50个", 50, "个", of: "签约3亿元以上项目")),
            FigureCase(
                "投资1️⃣5000万元以上的项目有2️⃣40个。", Want("5000万元", 50_000_000, "元", .over, of: "项目|投资"), Want("40个", 40, "个", of: "投资5000万元以上项目")),
        ])
    func thresholds(_ row: FigureCase) throws { try check(row) }

    @Test(
        "只说在校、存栏、在院的，属前者",
        arguments: [
            FigureCase(
                "特殊教育学校1️⃣4所，招生2️⃣120人，在校3️⃣900人，毕业4️⃣110人。", Want("4所", 4, "所"), Want("120人", 120, "人"),
                Want("900人", 900, "人", of: "特殊教育学校在校", not: "招生"), Want("110人", 110, "人", of: "特殊教育学校毕业", not: "招生")),
            FigureCase("生猪出栏1️⃣50万头，存栏2️⃣30万头。", Want("50万头", 500_000, "头"), Want("30万头", 300_000, "头", of: "生猪存栏", not: "出栏")),
            FigureCase("福利院1️⃣11家，床位2️⃣800张，在院人数3️⃣500人。", Want("11家", 11, "家"), Want("800张", 800, "张"), Want("500人", 500, "人", of: "福利院在院人数")),
            FigureCase("幼儿园1️⃣12所，人均公园面积2️⃣3平方米。", Want("12所", 12, "所"), Want("3平方米", 3, "平方米", of: "人均公园面积", not: "幼儿园")),
            FigureCase("年末市本级有绿地1️⃣12个。中心城区共有书房2️⃣9座。", Want("12个", 12, "个", of: "市本级绿地"), Want("9座", 9, "座", of: "中心城区书房")),
        ])
    func owners(_ row: FigureCase) throws { try check(row) }

    @Test(
        "列举共有的词",
        arguments: [
            FigureCase(
                "对中亚、非洲出口分别增长1️⃣1%、2️⃣2%。", Want("1%", 1, "%", of: "对中亚出口", .change), Want("2%", 2, "%", of: "对非洲出口", .change)),
            FigureCase(
                "生物医药、绿色食品产业链发展较快，规上工业增加值分别增长1️⃣5%、2️⃣6%。", Want("5%", 5, "%", of: "生物医药产业链", .change),
                Want("6%", 6, "%", of: "绿色食品产业链", not: "发展", .change)),
            FigureCase(
                "三次产业占比为1️⃣10:2️⃣40:3️⃣50。", Want("10", 10, "", of: "第一产业占比"), Want("40", 40, "", of: "第二产业占比"),
                Want("50", 50, "", of: "第三产业占比")),
            FigureCase("锦标赛获1️⃣20金2️⃣30银。", Want("20金", 20, "枚", of: "金牌"), Want("30银", 30, "枚", of: "银牌")),
        ])
    func lists(_ row: FigureCase) throws { try check(row) }

    @Test(
        "比与基数、台阶、每平方米",
        arguments: [
            FigureCase("出生人口性别比为1️⃣107.5（以女性为100）。", Want("107.5", 107.5, "", of: "出生人口性别比")),
            FigureCase("城乡居民收入比由上年的1️⃣2.5缩小为2️⃣2.4。", Want("2.5", 2.5, "", of: "城乡居民收入比"), Want("2.4", 2.4, "", of: "城乡居民收入比", not: "2.5")),
            FigureCase("粮食产量1️⃣141万吨，站稳2️⃣140万吨台阶。", Want("141万吨", 1_410_000, "吨"), Want("140万吨", 1_400_000, "吨", .over, of: "粮食产量")),
            FigureCase("商品房销售额1️⃣14亿元，每平方米销售均价2️⃣5200元。", Want("14亿元", 1_400_000_000, "元"), Want("5200元", 5200, "元", of: "每平方米销售均价")),
        ])
    func bases(_ row: FigureCase) throws { try check(row) }

    @Test(
        "个数止于其后所说",
        arguments: [
            FigureCase(
                "1️⃣6个主要行业增加值占全部工业的2️⃣60%。", Want("6个", 6, "个", of: "主要行业", not: "增加值"), Want("60%", 60, "%", of: "主要行业增加值占")),
            FigureCase("1️⃣900名参赛选手中省外选手占比2️⃣40%。", Want("900名", 900, "人", of: "参赛选手", not: "省外"), Want("40%", 40, "%", of: "省外选手")),
            FigureCase("从全市1️⃣8条重点产业链看，航空产业链增长2️⃣5%。", Want("8条", 8, "条", of: "重点产业链", not: "看"), Want("5%", 5, "%")),
            FigureCase("体育彩票销售额1️⃣11亿元，销售网点2️⃣70家。", Want("11亿元", 1_100_000_000, "元"), Want("70家", 70, "家", of: "体育彩票销售网点")),
            FigureCase("入院1️⃣39万人次，其中医院2️⃣36万人次。", Want("39万人次", 390_000, "人次"), Want("36万人次", 360_000, "人次", of: "医院入院")),
            FigureCase(
                "比赛中获金、银、铜牌分别为1️⃣3枚、2️⃣4枚和3️⃣5枚。", Want("3枚", 3, "枚", of: "获金牌"), Want("4枚", 4, "枚", of: "获银牌"),
                Want("5枚", 5, "枚", of: "获铜牌")),
            FigureCase(
                "第二、第三产业占生产总值的比重分别回落1️⃣2个和2️⃣1个百分点。", Want("2个", -2, "百分点", of: "第二产业占"),
                Want("1个百分点", -1, "百分点", of: "第三产业占")),
            FigureCase("旅游景区（点）1️⃣65家。其中：4A级及以上2️⃣22家。", Want("65家", 65, "家"), Want("22家", 22, "家", of: "旅游景区|4A级及以上")),
            FigureCase(
                "规模工业增加值增长1️⃣2%。大型企业增加值增长2️⃣3%，中型企业下降3️⃣9%。", Want("2%", 2, "%"), Want("3%", 3, "%"),
                Want("9%", -9, "%", of: "规模工业|中型企业增加值", .change)),
        ])
    func ends(_ row: FigureCase) throws { try check(row) }

    @Test(
        "每十万、每百平方公里的率",
        arguments: [
            FigureCase("孕产妇死亡率为1️⃣8.7/10万。", Want("8.7/10万", 8.7, "1/10万", of: "孕产妇死亡率")),
            FigureCase("公路密度1️⃣120公里/百平方公里。", Want("120公里/百平方公里", 120, "公里/百平方公里", of: "公路密度")),
        ])
    func densities(_ row: FigureCase) throws { try check(row) }

    @Test(
        "所在与所属",
        arguments: [
            FigureCase(
                "医院1️⃣60个，在医院中有公立医院2️⃣20个。", Want("60个", 60, "个"), Want("20个", 20, "个", of: "公立医院", not: "在")),
            FigureCase("公共图书馆1️⃣10个，总藏量2️⃣300万册。", Want("10个", 10, "个"), Want("300万册", 3_000_000, "册", of: "公共图书馆总藏量")),
            FigureCase(
                "城乡低保对象1️⃣12万人，其中城市2️⃣2万人，农村3️⃣10万人。", Want("12万人", 120_000, "人"), Want("2万人", 20_000, "人"),
                Want("10万人", 100_000, "人", of: "低保对象其中农村")),
            FigureCase(
                "规模以上工业企业中，大型企业增加值增长1️⃣6%。分门类看，采矿业增加值增长2️⃣2%。", Want("6%", 6, "%"),
                Want("2%", 2, "%", of: "规模以上工业|采矿业增加值", .change)),
        ])
    func places(_ row: FigureCase) throws { try check(row) }

    @Test("新增就业中的毕业生不是毕业生数")
    func peopleOfAnotherCount() throws {
        let figures = try sharedExtractor.get().extract(ReportText("城镇新增就业4万人，其中高校毕业生1万人。")).figures
        #expect(figures.map(\.indicator) == ["new_urban_jobs", nil])
    }

    @Test(
        "其中所列都说明是谁的部分",
        arguments: [
            FigureCase(
                "园林水果产量1️⃣60万吨，其中苹果2️⃣20万吨，葡萄3️⃣8万吨。", Want("60万吨", 600_000, "吨"), Want("20万吨", 200_000, "吨", of: "园林水果产量其中苹果"),
                Want("8万吨", 80_000, "吨", of: "园林水果产量其中葡萄")),
            FigureCase(
                "规模以上工业增加值增长1️⃣9%。2️⃣25个行业增加值保持增长，其中食品制造业增长3️⃣7%。", Want("9%", 9, "%"), Want("25个", 25, "个"),
                Want("7%", 7, "%", of: "食品制造业增加值", .change)),
            FigureCase(
                "年末各类市场主体1️⃣43万户。其中，企业2️⃣11万户。", Want("43万户", 430_000, "户"), Want("11万户", 110_000, "户", of: "市场主体其中企业")),
            FigureCase("出生率1️⃣6‰，比上年提高2️⃣0.2个千分点。", Want("6‰", 6, "‰"), Want("0.2个千分点", 0.2, "千分点", of: "出生率", .change)),
            FigureCase(
                "规模以上工业企业负债1️⃣9亿元，每百元营业收入中的成本2️⃣86元，从业人员平均人数3️⃣20万人。", Want("9亿元", 900_000_000, "元"),
                Want("86元", 86, "元"), Want("20万人", 200_000, "人", of: "规模以上工业企业从业人员平均人数", not: "每百元")),
        ])
    func parts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "超多少的企业，公办的机构，两类人各自的比例",
        arguments: [
            FigureCase("年产值超1️⃣10亿元企业2️⃣30家。", Want("10亿元", 1_000_000_000, "元", .over), Want("30家", 30, "家", of: "年产值超10亿元企业")),
            FigureCase(
                "养老服务机构1️⃣200个，其中公办2️⃣80个，床位3️⃣2万张。", Want("200个", 200, "个"), Want("80个", 80, "个"),
                Want("2万张", 20_000, "张", of: "养老服务机构床位", not: "公办")),
            FigureCase(
                "城镇职工医保、城乡居民医保费用报销比例分别为1️⃣85%和2️⃣70%。", Want("85%", 85, "%", of: "城镇职工医保", not: "居民"),
                Want("70%", 70, "%", of: "城乡居民医保", not: "职工")),
        ])
    func kinds(_ row: FigureCase) throws { try check(row) }

    @Test("部分不用整体的指标")
    func partIsNotWhole() throws {
        let figures = try sharedExtractor.get().extract(ReportText("参加城镇职工基本养老保险人数30万人。其中，参保职工20万人。")).figures
        #expect(figures.map(\.indicator) == ["employee_pension_insured", nil])
    }
}
