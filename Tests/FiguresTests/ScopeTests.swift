// What is said once at the head of a list and holds for all of it, how far it holds, and what points and brackets refer to.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Scopes, and how far they hold")
struct ScopeTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "…中，其范围及于各项",
        arguments: [
            FigureCase(
                "限额以上单位商品零售额中，饮品类零售额增长1️⃣4%，家具类增长2️⃣6%。", Want("4%", 4, "%", of: "限额以上单位|饮品类零售额", .change),
                Want("6%", 6, "%", of: "限额以上单位|家具类|零售额", not: "饮品", .change)),
            FigureCase(
                "在规模以上工业中，采矿业增加值增长1️⃣3%，制造业增长2️⃣5%。", Want("3%", 3, "%", of: "规模以上工业采矿业增加值", .change),
                Want("5%", 5, "%", of: "规模以上工业制造业增加值", .change)),
            FigureCase(
                "限额以上法人单位[3]中，通过网络实现的零售额1️⃣9亿元，增长2️⃣8%。", Want("9亿元", 900_000_000, "元", of: "限额以上法人单位|零售额", not: "[3]"),
                Want("8%", 8, "%", of: "限额以上法人单位|零售额")),
            FigureCase(
                "规模以上工业1️⃣7个行业有快有慢：采矿业增加值增长2️⃣4%，制造业下降3️⃣5%。", Want("7个", 7, "个"), Want("4%", 4, "%", of: "规模以上工业采矿业增加值", .change),
                Want("5%", -5, "%", of: "规模以上工业制造业增加值", .change)),
            FigureCase(
                "规模以上工业增加值增长1️⃣4%：建筑业产值增长2️⃣5%。", Want("4%", 4, "%"), Want("5%", 5, "%", of: "建筑业产值", not: "规模以上")),
            // A figure's own scope overrides; without a word that limits there is none.
            FigureCase(
                "规模以上工业中，限额以上单位销售额增长1️⃣3%。", Want("3%", 3, "%", of: "限额以上单位销售额", not: "规模以上")),
            FigureCase("各项支出中，教育支出1️⃣3亿元。", Want("3亿元", 300_000_000, "元", of: "教育支出", not: "各项")),
        ])
    func among(_ row: FigureCase) throws { try check(row) }

    @Test(
        "分…看、其中，其范围由前句来",
        arguments: [
            FigureCase(
                "规模以上工业企业利润总额1️⃣60亿元，增长2️⃣2%。分门类看，采矿业利润3️⃣20亿元；制造业利润4️⃣30亿元。", Want("60亿元", 6_000_000_000, "元", of: "利润总额"),
                Want("2%", 2, "%"), Want("20亿元", 2_000_000_000, "元", of: "规模以上工业企业采矿业利润"),
                Want("30亿元", 3_000_000_000, "元", of: "规模以上工业企业制造业利润")),
            FigureCase(
                "居民人均消费支出1️⃣3万元。其中食品支出2️⃣1万元、居住支出3️⃣5000元。", Want("3万元", 30000, "元", of: "人均消费支出"),
                Want("1万元", 10000, "元", of: "居民人均食品支出", .rate), Want("5000元", 5000, "元", of: "居民人均居住支出", .rate)),
            FigureCase(
                "城镇居民人均消费支出1️⃣3万元。其中城镇居民衣着支出2️⃣2000元。", Want("3万元", 30000, "元"),
                Want("2000元", 2000, "元", of: "城镇居民人均衣着支出", not: "人均城镇", .rate)),
            FigureCase(
                "工业增加值增长1️⃣5%。其中，规模以上工业增加值增长2️⃣6%。分轻重工业看，轻工业增长3️⃣7%。", Want("5%", 5, "%"), Want("6%", 6, "%"),
                Want("7%", 7, "%", of: "规模以上工业增加值轻工业", .change)),
            FigureCase(
                "规模以上工业增加值增长1️⃣8%，其中装备制造业增加值增长2️⃣9%。", Want("8%", 8, "%"),
                Want("9%", 9, "%", of: "规模以上工业装备制造业增加值", .change)),
            // A new topic ends it: another sentence, another measure behind a semicolon, a part that has a scope of its own.
            FigureCase(
                "规模以上工业增加值增长1️⃣8%。建筑业增加值增长2️⃣3%。", Want("8%", 8, "%"), Want("3%", 3, "%", of: "建筑业增加值", not: "规模以上")),
            FigureCase(
                "规模以上工业增加值增长1️⃣8%，其中采矿业增加值增长2️⃣9%；进出口总额增长3️⃣4%。", Want("8%", 8, "%"), Want("9%", 9, "%", of: "规模以上工业采矿业"),
                Want("4%", 4, "%", of: "进出口总额", not: "规模以上")),
            FigureCase(
                "规模以上工业增加值增长1️⃣8%，固定资产投资增长2️⃣9%。", Want("8%", 8, "%"), Want("9%", 9, "%", of: "固定资产投资", not: "规模以上")),
            FigureCase(
                "工业投资占规模以上工业的比重为1️⃣8%。分行业看，采矿业投资增长2️⃣9%。", Want("8%", 8, "%"), Want("9%", 9, "%", of: "采矿业投资", not: "规模以上")),
        ])
    func parts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "其中所及至何处",
        arguments: [
            FigureCase(
                "城镇居民人均可支配收入1️⃣4万元，其中工资性收入2️⃣2万元；农村居民人均可支配收入3️⃣3万元。", Want("4万元", 40000, "元"),
                Want("2万元", 20000, "元", of: "城镇居民人均可支配收入|工资性收入"), Want("3万元", 30000, "元", of: "农村居民人均可支配收入", not: "城镇")),
            FigureCase(
                "厂房施工面积1️⃣9万平方米，其中新开工面积2️⃣2万平方米；厂房竣工面积3️⃣3万平方米。", Want("9万平方米", 90000, "平方米"),
                Want("2万平方米", 20000, "平方米", of: "厂房施工面积|新开工面积"), Want("3万平方米", 30000, "平方米", of: "厂房竣工面积", not: "施工")),
            FigureCase(
                "各项存款余额1️⃣9亿元，其中住户存款2️⃣2亿元；年末各项贷款余额3️⃣3亿元。", Want("9亿元", 900_000_000, "元"), Want("2亿元", 200_000_000, "元", of: "存款"),
                Want("3亿元", 300_000_000, "元", of: "贷款余额", not: "存款")),
            // Parts go on behind a semicolon.
            FigureCase(
                "农业总产值1️⃣9亿元，其中种植业产值2️⃣2亿元；畜牧业产值3️⃣3亿元。", Want("9亿元", 900_000_000, "元"),
                Want("2亿元", 200_000_000, "元", of: "农业总产值|种植业产值"), Want("3亿元", 300_000_000, "元", of: "农业总产值|畜牧业产值", not: "种植")),
            FigureCase(
                "卫生机构1️⃣90个，其中医院2️⃣20个；诊所3️⃣30个。", Want("90个", 90, "个"), Want("20个", 20, "个", of: "卫生机构|医院"),
                Want("30个", 30, "个", of: "卫生机构|诊所")),
        ])
    func ends(_ row: FigureCase) throws { try check(row) }

    @Test(
        "所数之物为后项之主",
        arguments: [
            FigureCase(
                "年末有上市公司1️⃣8家，总股本2️⃣9亿股，总市值3️⃣70亿元。", Want("8家", 8, "家"), Want("9亿股", 900_000_000, "股", of: "上市公司总股本"),
                Want("70亿元", 7_000_000_000, "元", of: "上市公司总市值")),
            FigureCase(
                "限额以上法人企业1️⃣80户，完成零售额2️⃣9亿元。", Want("80户", 80, "户"), Want("9亿元", 900_000_000, "元", of: "限额以上法人企业|零售额")),
            FigureCase(
                "规模以上工业增加值增长1️⃣8%，产品销售率2️⃣97%。", Want("8%", 8, "%"), Want("97%", 97, "%", of: "规模以上工业产品销售率")),
            // What is said with an owner of its own keeps that.
            FigureCase(
                "上市公司1️⃣8家，证券公司总市值2️⃣9亿元。", Want("8家", 8, "家"), Want("9亿元", 900_000_000, "元", of: "证券公司总市值", not: "上市")),
        ])
    func owners(_ row: FigureCase) throws { try check(row) }

    @Test(
        "百分点所指",
        arguments: [
            FigureCase(
                "技改投资占比1️⃣18%，下降2️⃣2个百分点。", Want("18%", 18, "%", of: "技改投资占比"), Want("2个百分点", -2, "百分点", of: "技改投资占比下降", .change)),
            FigureCase(
                "工业用水占总量的比重为1️⃣40%，比上年提高2️⃣3个百分点。", Want("40%", 40, "%"), Want("3个百分点", 3, "百分点", of: "工业用水占总量的比重", .change)),
            FigureCase(
                "制造业增加值增长1️⃣13%，高于全市2️⃣6个百分点。", Want("13%", 13, "%", of: "增加值"), Want("6个百分点", 6, "百分点", of: "制造业增加值增速高于", .change)),
            // A rate's points are its own, and so are those of words of their own.
            FigureCase(
                "毕业生就业率1️⃣90%，提高2️⃣2个百分点。", Want("90%", 90, "%"), Want("2个百分点", 2, "百分点", of: "就业率", not: "增速|占比")),
            FigureCase(
                "利润增长1️⃣13%，资产负债率下降2️⃣2个百分点。", Want("13%", 13, "%"), Want("2个百分点", -2, "百分点", of: "资产负债率", not: "增速")),
        ])
    func points(_ row: FigureCase) throws { try check(row) }

    @Test(
        "括号中之物不为后项之主",
        arguments: [
            FigureCase(
                "普通高校1️⃣9所（其中民办高校2️⃣2所，独立学院3️⃣1所），毕业生4️⃣3万人，招生5️⃣4万人。", Want("9所", 9, "所"), Want("2所", 2, "所"), Want("1所", 1, "所"),
                Want("3万人", 30000, "人", of: "普通高校|毕业生", not: "独立"), Want("4万人", 40000, "人", of: "普通高校|招生", not: "独立")),
            FigureCase(
                "民用汽车保有量1️⃣50万辆（含拖拉机2️⃣2万辆），比上年增加3️⃣3万辆。", Want("50万辆", 500_000, "辆"), Want("2万辆", 20000, "辆", of: "拖拉机"),
                Want("3万辆", 30000, "辆", of: "民用汽车保有量", not: "拖拉机", .change)),
            // Within the brackets the one before is meant.
            FigureCase(
                "专利1️⃣50件（发明专利2️⃣20件，增长3️⃣5%）。", Want("50件", 50, "件"), Want("20件", 20, "件"), Want("5%", 5, "%", of: "发明专利")),
        ])
    func brackets(_ row: FigureCase) throws { try check(row) }

    @Test(
        "产量说在前头",
        arguments: [
            FigureCase(
                "主要产品产量中，平板玻璃1️⃣5万吨，下降2️⃣3%；饲料3️⃣8万吨。", Want("5万吨", 50000, "吨", of: "平板玻璃产量"), Want("3%", -3, "%", of: "平板玻璃产量"),
                Want("8万吨", 80000, "吨", of: "饲料产量")),
            FigureCase(
                "主要农产品产量有增有减。其中：茶叶1️⃣5万吨；蔬菜2️⃣8万吨。", Want("5万吨", 50000, "吨", of: "茶叶产量"), Want("8万吨", 80000, "吨", of: "蔬菜产量")),
            FigureCase(
                "监测的1️⃣9种主要产品中，生铁2️⃣5万吨，增长3️⃣3%；焦炭4️⃣8万吨。", Want("9种", 9, "种"), Want("5万吨", 50000, "吨", of: "生铁产量"), Want("3%", 3, "%", of: "生铁产量"),
                Want("8万吨", 80000, "吨", of: "焦炭产量")),
            FigureCase(
                "其中：原盐1️⃣5万吨；水泥2️⃣8万吨。", Want("5万吨", 50000, "吨", of: "原盐"), Want("8万吨", 80000, "吨", of: "水泥", not: "原盐")),
            // People are not produced, and what has a measure of its own keeps it.
            FigureCase(
                "主要产品产量中，水泥库存量1️⃣5万吨，从业人员2️⃣8万人。", Want("5万吨", 50000, "吨", of: "库存量", not: "产量"), Want("8万人", 80000, "人", not: "产量")),
        ])
    func outputs(_ row: FigureCase) throws { try check(row) }

    @Test(
        "词头不残",
        arguments: [
            FigureCase("2031年末全市户籍人口1️⃣50万人。", Want("50万人", 500_000, "人", of: "户籍人口", not: "末")),
            FigureCase("2031年底共有社区食堂1️⃣50个。", Want("50个", 50, "个", of: "社区食堂", not: "底")),
            FigureCase("2031年初中毕业生1️⃣5万人。", Want("5万人", 50000, "人", of: "初中毕业生")),
            FigureCase("现有效注册商标1️⃣50件。", Want("50件", 50, "件", of: "有效注册商标")),
            FigureCase("全市各类养老院床位1️⃣500张。", Want("500张", 500, "张", of: "各类养老院床位")),
            FigureCase("其中小学1️⃣50所。", Want("50所", 50, "所", of: "小学", not: "其")),
            FigureCase("个人消费贷款1️⃣50亿元。", Want("50亿元", 5_000_000_000, "元", of: "个人消费贷款")),
            FigureCase("9 全年粮食产量1️⃣50万吨。", Want("50万吨", 500_000, "吨", of: "粮食产量", not: "9")),
            FigureCase("省级工坊、街区各1️⃣3个。", Want("3个", 3, "个", of: "街区各")),
        ])
    func fronts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "单位有两个分母",
        arguments: [
            FigureCase(
                "农村低保标准为1️⃣600元/月/人，农村特困标准2️⃣900元/人·月。", Want("600元/月/人", 600, "元/月/人", of: "低保标准"), Want("900元/人·月", 900, "元/人·月", of: "特困标准")),
            FigureCase("固定电话普及率1️⃣20部/百人。", Want("20部/百人", 20, "部/百人", of: "普及率")),
            FigureCase("污水处理能力1️⃣12.5万立方米/日，处理垃圾2️⃣800吨/天。", Want("12.5万立方米/日", 125_000, "立方米/日", of: "污水处理能力"), Want("800吨/天", 800, "吨/日")),
            FigureCase("全年生产变压器1️⃣35万千伏安，输电线路为2️⃣220千伏。", Want("35万千伏安", 350_000, "千伏安", of: "变压器"), Want("220千伏", 220, "千伏")),
            FigureCase("馆藏文物1️⃣781件/套。", Want("781件/套", 781, "件", of: "文物", not: "/套")),
        ])
    func denominators(_ row: FigureCase) throws { try check(row) }

    @Test(
        "指数之基期不是年份",
        arguments: [
            FigureCase(
                "2031年某市统计公报\n\n指标 价格指数（上年=100） 全年茶叶产量1️⃣50万吨。", Want("50万吨", 500_000, "吨", period: "2031")),
            FigureCase(
                "2031年某市统计公报\n\n上年茶叶产量1️⃣50万吨。", Want("50万吨", 500_000, "吨", period: "2030")),
        ])
    func bases(_ row: FigureCase) throws { try check(row) }
}
