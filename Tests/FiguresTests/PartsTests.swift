// What parts leave out: what is measured of them, whose they are, which member of a list they belong to.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Parts and what they leave out")
struct PartsTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "量由前一项补足",
        arguments: [
            FigureCase(
                "饮品类零售额增长1️⃣4%，家具类增长2️⃣6%。", Want("4%", 4, "%", of: "饮品类|零售额", .change),
                Want("6%", 6, "%", of: "家具类|零售额", not: "饮品", .change, category: "economy")),
            FigureCase(
                "国有企业利润1️⃣3亿元；私人企业2️⃣5亿元，增长3️⃣9%。", Want("3亿元", 300_000_000, "元", of: "国有企业|利润"),
                Want("5亿元", 500_000_000, "元", of: "私人企业|利润", not: "国有"), Want("9%", 9, "%", of: "私人企业|利润", not: "国有", .change)),
            FigureCase(
                "商品房竣工面积下降1️⃣4%，其中住宅下降2️⃣6%。", Want("4%", -4, "%", of: "竣工面积", .change),
                Want("6%", -6, "%", of: "竣工面积|住宅", .change)),
            FigureCase(
                "居民消费价格上涨1️⃣0.3%。其中衣着上涨2️⃣1.2%。", Want("0.3%", 0.3, "%", of: "消费价格", .change),
                Want("1.2%", 1.2, "%", of: "消费价格|衣着", .change, category: "economy")),
        ])
    func amounts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "主体由前文补足",
        arguments: [
            FigureCase(
                "茶园种植面积1️⃣5万亩，产量2️⃣3万吨；油料种植面积3️⃣8万亩，产量4️⃣9万吨。", Want("5万亩", 50_000, "亩"), Want("3万吨", 30_000, "吨", of: "茶园|产量"),
                Want("8万亩", 80_000, "亩"), Want("9万吨", 90_000, "吨", of: "油料|产量", not: "茶园")),
            FigureCase(
                "普通高中1️⃣40所，招生2️⃣2万人，在校生3️⃣6万人；特殊教育招生4️⃣80人，在校生5️⃣300人。", Want("40所", 40, "所"),
                Want("2万人", 20_000, "人", of: "高中|招生"), Want("6万人", 60_000, "人", of: "高中|在校生"), Want("80人", 80, "人", of: "特殊教育|招生"),
                Want("300人", 300, "人", of: "特殊教育|在校生", not: "高中")),
            FigureCase(
                "发生交通事故1️⃣37起、死亡2️⃣12人；工矿事故3️⃣6起、死亡4️⃣4人。", Want("37起", 37, "起"), Want("12人", 12, "人", of: "交通事故|死亡"),
                Want("6起", 6, "起"), Want("4人", 4, "人", of: "工矿事故|死亡", not: "交通")),
            FigureCase(
                "第二产业增加值1️⃣900亿元，增长2️⃣5%，对经济增长的贡献率为3️⃣35%。", Want("900亿元", 90_000_000_000, "元"), Want("5%", 5, "%"),
                Want("35%", 35, "%", of: "第二产业|贡献率")),
        ])
    func owners(_ row: FigureCase) throws { try check(row) }

    @Test(
        "各归其类",
        arguments: [
            FigureCase(
                "三次产业结构为1️⃣8.1:2️⃣40.2:3️⃣51.7。", Want("8.1", 8.1, "", of: "第一产业"), Want("40.2", 40.2, "", of: "第二产业"),
                Want("51.7", 51.7, "", of: "第三产业")),
            FigureCase(
                "第一、二、三产业对经济增长的贡献率分别为1️⃣6%、2️⃣40%和3️⃣54%。", Want("6%", 6, "%", of: "第一产业|贡献率"),
                Want("40%", 40, "%", of: "第二产业|贡献率", not: "第一"), Want("54%", 54, "%", of: "第三产业|贡献率")),
        ])
    func members(_ row: FigureCase) throws { try check(row) }

    @Test(
        "表格残文不入指标",
        arguments: [
            FigureCase("原煤360.7234.9发电量251.1030.9全年公路货运量1️⃣3200万吨。", Want("3200万吨", 32_000_000, "吨", of: "货运量", not: "251"))
        ])
    func remains(_ row: FigureCase) throws { try check(row) }
}
