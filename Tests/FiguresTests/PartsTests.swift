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

    @Test(
        "分别所列，各归其项",
        arguments: [
            FigureCase(
                "供水普及率、垃圾处理率分别为1️⃣97%和2️⃣88%。", Want("97%", 97, "%", of: "供水普及率", not: "垃圾"),
                Want("88%", 88, "%", of: "垃圾处理率", not: "供水")),
            FigureCase(
                "纺织业、金属冶炼和压延加工业、仪器和器材制造业增加值分别增长1️⃣4%、2️⃣5%、3️⃣6%。",
                Want("4%", 4, "%", of: "纺织业|增加值", not: "制造业", .change), Want("5%", 5, "%", of: "金属冶炼和压延加工业|增加值", not: "纺织"),
                Want("6%", 6, "%", of: "仪器和器材制造业|增加值", not: "纺织")),
            FigureCase(
                "分行业看，塑料制品业，食品及饮料加工业，电力、热力的生产和供应业增加值分别增长1️⃣9%、2️⃣8%和3️⃣7%。",
                Want("9%", 9, "%", of: "塑料制品业|增加值", not: "电力"), Want("8%", 8, "%", of: "食品及饮料加工业|增加值"),
                Want("7%", 7, "%", of: "电力、热力的生产和供应业|增加值")),
            FigureCase(
                "苏州市、无锡市年平均气温分别为1️⃣9摄氏度、2️⃣8摄氏度，年降水量分别为3️⃣400毫米、4️⃣300毫米。", Want("9摄氏度", 9, "摄氏度", of: "气温"),
                Want("8摄氏度", 8, "摄氏度", of: "气温"), Want("400毫米", 400, "毫米", of: "降水量", not: "气温"),
                Want("300毫米", 300, "毫米", of: "降水量", not: "气温")),
            FigureCase(
                "三次产业对增长的贡献率分别为1️⃣6%、2️⃣40%和3️⃣54%，分别拉动经济增长4️⃣0.3个、5️⃣2个、6️⃣2.7个百分点。", Want("6%", 6, "%", of: "第一产业|贡献率"),
                Want("40%", 40, "%", of: "第二产业|贡献率"), Want("54%", 54, "%", of: "第三产业|贡献率"),
                Want("0.3个", 0.3, "百分点", of: "第一产业|拉动", not: "贡献率"), Want("2个", 2, "百分点", of: "第二产业|拉动"),
                Want("2.7个百分点", 2.7, "百分点", of: "第三产业|拉动")),
        ])
    func distributed(_ row: FigureCase) throws { try check(row) }

    @Test(
        "级别与重复之词",
        arguments: [
            FigureCase(
                "湿地公园1️⃣9个，其中国家级湿地公园2️⃣4个，省级3️⃣5个。", Want("9个", 9, "个", of: "湿地公园"), Want("4个", 4, "个", of: "国家级湿地公园"),
                Want("5个", 5, "个", of: "省级湿地公园", not: "国家级")),
            FigureCase(
                "工业企业实现营业收入1️⃣30亿元，实现营业利润2️⃣2亿元。", Want("30亿元", 3_000_000_000, "元", of: "工业企业实现营业收入"),
                Want("2亿元", 200_000_000, "元", of: "营业利润", not: "实现实现")),
            FigureCase("税收占财政收入的比重为1️⃣61%。", Want("61%", 61, "%", of: "占财政收入的比重", not: "比重比例")),
        ])
    func ranksAndDoubles(_ row: FigureCase) throws { try check(row) }

    @Test(
        "名中有和，括号中有逗号",
        arguments: [
            FigureCase(
                "通用设备制造业增长1️⃣4%、黑色金属冶炼和压延加工业增长2️⃣5%。", Want("4%", 4, "%", of: "通用设备制造业", .change),
                Want("5%", 5, "%", of: "黑色金属冶炼和压延加工业", .change)),
            FigureCase("全市固定资产投资（不含农户，下同）增长1️⃣6%。", Want("6%", 6, "%", of: "固定资产投资", .change)),
            FigureCase(
                "学校1️⃣9所（其中民办2️⃣2所，公办3️⃣7所），在校生4️⃣800人。", Want("9所", 9, "所"), Want("2所", 2, "所"), Want("7所", 7, "所"),
                Want("800人", 800, "人", of: "在校生")),
        ])
    func names(_ row: FigureCase) throws { try check(row) }
}
