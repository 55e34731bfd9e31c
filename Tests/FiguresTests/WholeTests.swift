// What is measured said in full: what only the whole, the clause before or the unit names.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Measures said in full")
struct WholeTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "总数不限于新增",
        arguments: [
            FigureCase(
                "新认定智能工厂1️⃣4家，总数达到2️⃣31家。", Want("4家", 4, "家", of: "新认定智能工厂"), Want("31家", 31, "家", of: "智能工厂", not: "新|认定")),
            FigureCase(
                "新增规模以上工业企业1️⃣12家，总数达2️⃣260家。", Want("12家", 12, "家", of: "新增"), Want("260家", 260, "家", of: "规模以上工业企业", not: "新增")),
        ])
    func totals(_ row: FigureCase) throws { try check(row) }

    @Test(
        "指数的基数不是数值",
        arguments: [
            FigureCase(
                "城乡居民收入比（以农村居民收入为1）为1️⃣1.8，比上年缩小2️⃣0.02。", Want("1.8", 1.8, "", of: "城乡居民收入比"),
                Want("0.02", -0.02, "", of: "城乡居民收入比", .change)),
            FigureCase("人口性别比为1️⃣104.2（以女性为100）。", Want("104.2", 104.2, "", of: "性别比")),
            FigureCase("以创新为1️⃣1个核心，建设平台2️⃣5个。", Want("1个", 1, "个"), Want("5个", 5, "个", of: "平台")),
        ])
    func bases(_ row: FigureCase) throws { try check(row) }

    @Test(
        "部分从总体补足",
        arguments: [
            FigureCase(
                "医院拥有床位1️⃣6万张，乡镇卫生院2️⃣9000张。", Want("6万张", 60_000, "张", of: "医院|床位"),
                Want("9000张", 9000, "张", of: "乡镇卫生院|床位", not: "医院")),
            FigureCase(
                "水产品产量1️⃣5万吨。其中，养殖产量2️⃣4万吨。", Want("5万吨", 50_000, "吨", of: "水产品产量"), Want("4万吨", 40_000, "吨", of: "水产品|养殖产量")),
            FigureCase(
                "商品房销售面积1️⃣90万平方米。其中，住宅销售2️⃣80万平方米。", Want("90万平方米", 900_000, "平方米"),
                Want("80万平方米", 800_000, "平方米", of: "住宅销售面积")),
            FigureCase(
                "参加城镇职工医疗保险人数1️⃣60万人。其中，参保在职职工2️⃣40万人。", Want("60万人", 600_000, "人"),
                Want("40万人", 400_000, "人", of: "城镇职工医疗保险|参保在职职工")),
            FigureCase(
                "规模以上工业中，食品制造业增加值增长1️⃣9%，烟草制品业增长2️⃣7%。", Want("9%", 9, "%", of: "食品制造业增加值", .change),
                Want("7%", 7, "%", of: "规模以上工业|烟草制品业增加值", .change)),
            FigureCase(
                "牲畜存栏头数1️⃣90万头。其中，牛存栏2️⃣20万头。", Want("90万头", 900_000, "头", of: "牲畜存栏"), Want("20万头", 200_000, "头", of: "牛存栏", not: "牲畜")),
            FigureCase(
                "1️⃣1200家花卉企业实现销售收入2️⃣80亿元。", Want("1200家", 1200, "家"), Want("80亿元", 8_000_000_000, "元", of: "花卉企业|销售收入")),
            FigureCase(
                "发生火灾1️⃣90起，直接经济损失2️⃣8万元。", Want("90起", 90, "起", of: "火灾"), Want("8万元", 80_000, "元", of: "火灾|直接经济损失")),
            FigureCase(
                "报告传染病发病人数1️⃣1200人，报告死亡人数2️⃣9人。", Want("1200人", 1200, "人", of: "传染病发病人数"), Want("9人", 9, "人", of: "传染病死亡人数")),
        ])
    func rest(_ row: FigureCase) throws { try check(row) }

    @Test(
        "比较之后另有所指，牌由单位所说，十万人为分母",
        arguments: [
            FigureCase(
                "发生事故1️⃣40起、死亡2️⃣30人，与上年同比事故起数减少3️⃣3起。", Want("40起", 40, "起"), Want("30人", 30, "人", of: "死亡"),
                Want("3起", -3, "起", of: "事故起数", not: "死亡", .change)),
            FigureCase("在青年赛中获1️⃣9金2️⃣8银。", Want("9金", 9, "枚", of: "金牌"), Want("8银", 8, "枚", of: "银牌", not: "金")),
            FigureCase(
                "工矿企业就业人员10万人生产安全事故死亡人数1️⃣1.2人。", Want("1.2人", 1.2, "人/10万人", of: "10万人|死亡人数", .rate)),
            FigureCase("在监测的1️⃣8个区中，达标的占2️⃣50%。", Want("8个", 8, "个", of: "监测", not: "在"), Want("50%", 50, "%", of: "达标", .rate)),
            FigureCase("具有资质等级的建筑业企业1️⃣80家。", Want("80家", 80, "家", of: "具有资质等级的建筑业企业")),
            FigureCase(
                "城镇人口占总人口的比重（常住人口城镇化率）为1️⃣61%。", Want("61%", 61, "%", of: "占总人口的比重", not: "比例", .rate)),
            FigureCase(
                "用电量1️⃣200亿千瓦时。其中，第一产业用电量2️⃣5亿千瓦时；城乡居民3️⃣60亿千瓦时。", Want("200亿千瓦时", 20_000_000_000, "千瓦时"),
                Want("5亿千瓦时", 500_000_000, "千瓦时"), Want("60亿千瓦时", 6_000_000_000, "千瓦时", of: "用电量|城乡居民", not: "第一产业")),
            FigureCase(
                "投资超1️⃣10亿元项目2️⃣90个。", Want("10亿元", 1_000_000_000, "元", .over), Want("90个", 90, "个", of: "投资超10亿元项目")),
            FigureCase("文化馆、群众艺术馆1️⃣8个，博物馆2️⃣5个。", Want("8个", 8, "个", of: "群众艺术馆）数"), Want("5个", 5, "个", of: "博物馆数")),
            FigureCase(
                "# 三、工业\n\n规模以上工业增加值增长1️⃣7%。\n\n分行业看，采矿业增长2️⃣4%，制造业增长3️⃣9%。", Want("7%", 7, "%", of: "工业增加值", .change),
                Want("4%", 4, "%", of: "规模以上工业增加值|采矿业", .change), Want("9%", 9, "%", of: "规模以上工业增加值|制造业", .change)),
            FigureCase(
                "# 阿勒泰地区统计公报\n\n年末地区共有剧场1️⃣4个，地区森林面积2️⃣9万公顷。", Want("4个", 4, "个", of: "剧场", not: "地区|共有"),
                Want("9万公顷", 90_000, "公顷", of: "森林面积", not: "地区")),
        ])
    func others(_ row: FigureCase) throws { try check(row) }
}
