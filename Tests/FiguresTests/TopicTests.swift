// What a sentence says once for all that follows: of what parts are parts, which part of the place, which carrier, whose event.
import Figures
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("Said once, and meant of what follows")
struct TopicTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "句首“其中”承上句",
        arguments: [
            FigureCase(
                "年末户籍人口1️⃣500万人。其中，城镇人口2️⃣200万人。", Want("500万人", 5_000_000, "人"), Want("200万人", 2_000_000, "人", of: "户籍人口其中城镇人口")),
            FigureCase(
                "货物进出口总额1️⃣90亿元，增长2️⃣5%。其中，出口3️⃣60亿元，增长4️⃣7%。", Want("90亿元", 9_000_000_000, "元"), Want("5%", 5, "%"),
                Want("60亿元", 6_000_000_000, "元", of: "货物进出口总额其中出口"), Want("7%", 7, "%", of: "货物进出口总额其中出口", .change)),
            FigureCase(
                "参保1️⃣90万人。其中：职工2️⃣30万人，居民3️⃣60万人。其中：退休人员4️⃣9万人。", Want("90万人", 900_000, "人"), Want("30万人", 300_000, "人"),
                Want("60万人", 600_000, "人"), Want("9万人", 90_000, "人", of: "居民其中退休人员")),
            FigureCase(
                "城镇居民人均收入1️⃣4万元，农村居民人均收入2️⃣2万元。其中，城镇居民工资性收入3️⃣3万元。", Want("4万元", 40_000, "元"), Want("2万元", 20_000, "元"),
                Want("3万元", 30_000, "元", of: "城镇居民|工资性收入", not: "农村")),
        ])
    func partsOfTheSentenceBefore(_ row: FigureCase) throws { try check(row) }

    @Test(
        "分类别看，承上句所量",
        arguments: [
            FigureCase(
                "居民消费价格下降1️⃣0.2%。分类别看，衣着价格上涨2️⃣1%。", Want("0.2%", -0.2, "%", of: "居民消费价格", .change),
                Want("1%", 1, "%", of: "居民消费价格|衣着价格", .change)),
            FigureCase(
                "本外币贷款余额1️⃣900亿元。从分类看，住户贷款2️⃣300亿元。", Want("900亿元", 90_000_000_000, "元"),
                Want("300亿元", 30_000_000_000, "元", of: "本外币贷款余额住户贷款")),
            FigureCase(
                "地方零售总额1️⃣90亿元。按区域分，甲县零售总额2️⃣50亿元。", Want("90亿元", 9_000_000_000, "元"), Want("50亿元", 5_000_000_000, "元", of: "零售总额")),
            FigureCase(
                "卫生技术人员1️⃣9万人，其中医师2️⃣3万人，护士3️⃣4万人。按机构分，医院4️⃣5万人。", Want("9万人", 90_000, "人"), Want("3万人", 30_000, "人"),
                Want("4万人", 40_000, "人"), Want("5万人", 50_000, "人", of: "医院卫生技术人员", not: "护士")),
            FigureCase(
                "第三产业投资增长1️⃣3%。分领域看，工业投资增长2️⃣9%。", Want("3%", 3, "%"), Want("9%", 9, "%", of: "工业投资", .change)),
        ])
    func divisions(_ row: FigureCase) throws { try check(row) }

    @Test(
        "分号之后不是部分",
        arguments: [
            FigureCase(
                "猪牛羊肉产量1️⃣34万吨。其中，猪肉产量2️⃣31万吨；禽蛋产量3️⃣7万吨。", Want("34万吨", 340_000, "吨"), Want("31万吨", 310_000, "吨", of: "猪肉产量"),
                Want("7万吨", 70_000, "吨", of: "禽蛋产量", not: "其中")),
            FigureCase(
                "农产品认证1️⃣80个，其中绿色农产品2️⃣70个；现代农业产业园3️⃣4个。", Want("80个", 80, "个"), Want("70个", 70, "个", of: "绿色农产品"),
                Want("4个", 4, "个", of: "现代农业产业园", not: "认证")),
            FigureCase(
                "固定资产投资下降1️⃣3%。从投向看，工业投资增长2️⃣2%，其中工业技改投资增长3️⃣8%；民生工程投资下降4️⃣5%。", Want("3%", -3, "%"),
                Want("2%", 2, "%"), Want("8%", 8, "%", of: "工业技改投资", .change), Want("5%", -5, "%", of: "民生工程投资", not: "工业|其中", .change)),
            FigureCase(
                "存款余额1️⃣900亿元。其中，住户存款余额2️⃣600亿元；企业存款3️⃣200亿元。", Want("900亿元", 90_000_000_000, "元"),
                Want("600亿元", 60_000_000_000, "元"), Want("200亿元", 20_000_000_000, "元", of: "存款余额其中企业存款")),
        ])
    func semicolons(_ row: FigureCase) throws { try check(row) }

    @Test(
        "句首的范围与运输方式管到句末",
        arguments: [
            FigureCase(
                "市城区空气优良天数1️⃣300天；PM10年平均浓度2️⃣51微克/立方米；全市森林覆盖率3️⃣60%。", Want("300天", 300, "天", of: "市城区"),
                Want("51微克/立方米", 51, "微克/立方米", of: "市城区PM10", .rate), Want("60%", 60, "%", of: "森林覆盖率", not: "城区", .rate)),
            FigureCase(
                "市本级有公园1️⃣33个，公园面积2️⃣800万平方米。", Want("33个", 33, "个", of: "市本级公园"), Want("800万平方米", 8_000_000, "平方米", of: "市本级公园面积")),
            FigureCase(
                "民航货邮吞吐量1️⃣2万吨；旅客吞吐量2️⃣400万人次。", Want("2万吨", 20_000, "吨"), Want("400万人次", 4_000_000, "人次", of: "民航旅客吞吐量", not: "货邮")),
            FigureCase(
                "地铁运行线路1️⃣3条，运营车站2️⃣60座，安全运送乘客3️⃣10亿人次。", Want("3条", 3, "条"), Want("60座", 60, "座", of: "地铁运营车站"),
                Want("10亿人次", 1_000_000_000, "人次", of: "地铁|运送乘客")),
            FigureCase(
                "户籍人口总户数1️⃣25万户，总人口2️⃣80万人，出生率3️⃣6‰。", Want("25万户", 250_000, "户"), Want("80万人", 800_000, "人", of: "户籍"),
                Want("6‰", 6, "‰", of: "户籍|出生率", .rate)),
            FigureCase(
                "按常住人口计算，人均生产总值1️⃣7万元。", Want("7万元", 70_000, "元", of: "人均生产总值", not: "常住", .rate)),
        ])
    func topics(_ row: FigureCase) throws { try check(row) }

    @Test(
        "机构、活动、资金做了什么",
        arguments: [
            FigureCase(
                "公共图书馆1️⃣16个，全年总流通2️⃣57万人次。", Want("16个", 16, "个"), Want("57万人次", 570_000, "人次", of: "公共图书馆总流通")),
            FigureCase(
                "专业剧团1️⃣1个，举办线上演出2️⃣394场。", Want("1个", 1, "个"), Want("394场", 394, "场", of: "专业剧团举办线上演出")),
            FigureCase(
                "举办第三届青年创业大赛，累计签约项目1️⃣22个。", Want("22个", 22, "个", of: "青年创业大赛签约项目")),
            FigureCase(
                "发放国家助学金1️⃣9000万元，资助中职学生2️⃣8万人次。", Want("9000万元", 90_000_000, "元"), Want("8万人次", 80_000, "人次", of: "国家助学金资助中职学生")),
            FigureCase(
                "生产安全事故1️⃣97起，事故死亡人数2️⃣61人。", Want("97起", 97, "起"), Want("61人", 61, "人", of: "生产安全事故死亡人数")),
            FigureCase(
                "规模以上工业企业产品销售率1️⃣97%。实现主营业务收入2️⃣9亿元。每百元营业收入中的成本3️⃣86元。", Want("97%", 97, "%"),
                Want("9亿元", 900_000_000, "元", of: "规模以上工业企业|主营业务收入"), Want("86元", 86, "元", of: "规模以上工业企业|成本", .rate)),
        ])
    func doings(_ row: FigureCase) throws { try check(row) }

    @Test(
        "一次说定，其后皆是",
        arguments: [
            FigureCase(
                "固定资产投资（不含农户，下同）增长1️⃣3%。固定资产投资中民间投资占2️⃣60%。", Want("3%", 3, "%", of: "固定资产投资（不含农户）", not: "下同"),
                Want("60%", 60, "%", of: "固定资产投资（不含农户）|民间投资")),
            FigureCase(
                "# 某自治州公报\n\n自治州地方肉类产量1️⃣5万吨。禽蛋产量2️⃣1万吨。全州森林面积3️⃣9万公顷。", Want("5万吨", 50_000, "吨", of: "地方肉类产量"),
                Want("1万吨", 10_000, "吨", of: "地方禽蛋产量"), Want("9万公顷", 90_000, "公顷", of: "森林面积", not: "地方")),
            FigureCase(
                "江海空港开通航线1️⃣29条。全年旅客吞吐量2️⃣26万人次。", Want("29条", 29, "条"), Want("26万人次", 260_000, "人次", of: "空港旅客吞吐量")),
            FigureCase(
                "货物周转量1️⃣9亿吨公里，其中公路货物周转量2️⃣8亿吨公里。旅客周转量3️⃣7亿人公里。", Want("9亿吨公里", 900_000_000, "吨公里"),
                Want("8亿吨公里", 800_000_000, "吨公里"), Want("7亿人公里", 700_000_000, "人公里", of: "旅客周转量", not: "公路")),
            FigureCase(
                "文化系统共有剧团1️⃣9个，博物馆2️⃣5个。", Want("9个", 9, "个", of: "剧团"), Want("5个", 5, "个", of: "文化系统博物馆")),
            FigureCase(
                "销售福利彩票1️⃣2亿元。募集公益金2️⃣1500万元。", Want("2亿元", 200_000_000, "元"), Want("1500万元", 15_000_000, "元", of: "福利彩票|募集公益金")),
            FigureCase(
                "年平均降水量1️⃣113毫米，历年平均值2️⃣210毫米。", Want("113毫米", 113, "毫米", of: "降水量"),
                Want("210毫米", 210, "毫米", of: "降水量历年平均值", period: .some(nil))),
            FigureCase(
                "新签项目1️⃣3个。九、对外贸易全年货物进出口总额2️⃣8亿元。", Want("3个", 3, "个"), Want("8亿元", 800_000_000, "元", of: "货物进出口总额", not: "对外")),
        ])
    func standing(_ row: FigureCase) throws { try check(row) }

    @Test(
        "并列各项承第一项",
        arguments: [
            FigureCase(
                "新入选省级旅游区1️⃣4家、省级休闲街区2️⃣1个。", Want("4家", 4, "家", of: "新入选省级旅游区"), Want("1个", 1, "个", of: "新入选省级休闲街区")),
            FigureCase(
                "新建1️⃣8个服务站、2️⃣2000个服务点。", Want("8个", 8, "个", of: "新建服务站"), Want("2000个", 2000, "个", of: "新建服务点")),
            FigureCase("获省级冠军1️⃣9个、亚军2️⃣8个。", Want("9个", 9, "个", of: "省级冠军"), Want("8个", 8, "个", of: "获省级亚军")),
            FigureCase(
                "1️⃣40种工业产品中，2️⃣20种产品实现增长，增长面为3️⃣50%。", Want("40种", 40, "种"), Want("20种", 20, "种", of: "工业产品中"),
                Want("50%", 50, "%", of: "产品实现增长面", .rate)),
            FigureCase(
                "食品行业、装备制造业等1️⃣六个行业增加值占全部工业的2️⃣80%。", Want("六个", 6, "个", of: "食品行业、装备制造业等"),
                Want("80%", 80, "%", of: "食品行业、装备制造业等行业增加值", .rate)),
            FigureCase(
                "食品支出1️⃣8000元，居住支出2️⃣5000元，以上3️⃣两项支出占消费支出的4️⃣70%。", Want("8000元", 8000, "元"), Want("5000元", 5000, "元"),
                Want("两项", 2, "项"), Want("70%", 70, "%", of: "以上两项支出", .rate)),
        ])
    func lists(_ row: FigureCase) throws { try check(row) }

    @Test(
        "类的门槛是名，不是数",
        arguments: [
            ("引进3000万元以上项目60个。", "3000万元", "60个", "引进3000万元以上项目"), ("转播台7座，其中1千瓦以上5座。", "1千瓦", "5座", "转播台1千瓦以上"),
            ("举办50人以上会议9场。", "50人", "9场", "举办50人以上会议"),
        ])
    func classLimits(_ text: String, _ limit: String, _ counted: String, _ measure: String) throws {
        let extraction = try sharedExtractor.get().extract(ReportText(text))
        #expect(extraction.numerals.first { $0.surface == limit }?.kind == .label)
        #expect(extraction.figures.last?.surface == counted)
        #expect(extraction.figures.last?.measure == measure)
    }
}
