// What figures leave out that lists, adjacent numbers, projects and properties before them say: the rule's sentence, and one where it must not hold.
import Figures
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("Carried on from what was told before")
struct CarriedTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "列举共用动词",
        arguments: [
            FigureCase(
                "新认定科技小镇1️⃣6家，乡村工坊2️⃣13家，现有工坊3️⃣66家。", Want("6家", 6, "家", of: "新认定科技小镇"), Want("13家", 13, "家", of: "新认定乡村工坊"),
                Want("66家", 66, "家", not: "新认定")),
            FigureCase(
                "新增联合体1️⃣1家、中试基地2️⃣3家、大学生创业指导工作室3️⃣2家。", Want("1家", 1, "家"), Want("3家", 3, "家", of: "新增中试基地"),
                Want("2家", 2, "家", of: "新增大学生创业指导工作室")),
            FigureCase(
                "新入选重点村1️⃣4个、乡村旅游区（点）2️⃣5家、休闲街区3️⃣1个。", Want("4个", 4, "个"), Want("5家", 5, "家", of: "新入选乡村旅游区"),
                Want("1个", 1, "个", of: "新入选休闲街区")),
            FigureCase(
                "规模以上企业生产电缆1️⃣9万米，增长2️⃣5%；饮料3️⃣8万吨。", Want("9万米", 90_000, "米"), Want("5%", 5, "%"),
                Want("8万吨", 80_000, "吨", of: "企业生产饮料")),
            FigureCase(
                "城镇用水普及率、污水处理率分别为1️⃣99%、2️⃣98%。", Want("99%", 99, "%", of: "城镇用水普及率"), Want("98%", 98, "%", of: "城镇污水处理率")),
        ])
    func sharedVerbs(_ row: FigureCase) throws { try check(row) }

    @Test(
        "其中之后续说部分",
        arguments: [
            FigureCase(
                "各项贷款余额1️⃣900亿元。其中住户贷款2️⃣300亿元。消费贷款3️⃣80亿元。", Want("900亿元", 90_000_000_000, "元"), Want("300亿元", 30_000_000_000, "元"),
                Want("80亿元", 8_000_000_000, "元", of: "贷款余额其中消费贷款")),
            FigureCase(
                "金融机构各项存款余额1️⃣90亿元。其中，住户存款余额2️⃣50亿元。各项贷款余额3️⃣70亿元。", Want("90亿元", 9_000_000_000, "元"),
                Want("50亿元", 5_000_000_000, "元"), Want("70亿元", 7_000_000_000, "元", of: "金融机构各项贷款余额", not: "其中")),
            FigureCase(
                "检测机构1️⃣9家，其中计量机构2️⃣2家，生产单位3️⃣9家。", Want("9家", 9, "家"), Want("2家", 2, "家", of: "其中计量机构"),
                Want("9家", 9, "家", of: "生产单位", not: "其中")),
            FigureCase(
                "汽车1️⃣59万辆（包含拖拉机2️⃣3万辆）。", Want("59万辆", 590_000, "辆"), Want("3万辆", 30_000, "辆", of: "汽车包含拖拉机")),
        ])
    func parts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "括号中所含与所除",
        arguments: [
            FigureCase(
                "交通事故1️⃣9起（未包含简易事故2️⃣2起）。", Want("9起", 9, "起"), Want("2起", 2, "起", of: "未包含简易事故", not: "交通")),
            FigureCase("饭店1️⃣9家（含星级饭店2️⃣2家）。", Want("9家", 9, "家"), Want("2家", 2, "家", of: "饭店含星级饭店")),
        ])
    func inclusions(_ row: FigureCase) throws { try check(row) }

    @Test(
        "相邻两数与“中”",
        arguments: [
            FigureCase(
                "1️⃣3条河流2️⃣9个断面中，水质优良比例为3️⃣90%。", Want("3条", 3, "条"), Want("9个", 9, "个", of: "河流断面"),
                Want("90%", 90, "%", of: "河流断面中水质优良比例")),
            FigureCase("来自1️⃣9个省2️⃣20家企业参展。", Want("9个", 9, "个"), Want("20家", 20, "家", not: "省企业")),
            FigureCase(
                "1️⃣9个断面中，水质优良比例为2️⃣90%，3️⃣2座水库蓄满。", Want("9个", 9, "个"), Want("90%", 90, "%"), Want("2座", 2, "座", of: "水库", not: "断面")),
        ])
    func adjacent(_ row: FigureCase) throws { try check(row) }

    @Test(
        "项目、性质与所指",
        arguments: [
            FigureCase(
                "争取科技计划项目1️⃣14项，投入资金支持2️⃣9万元。", Want("14项", 14, "项"), Want("9万元", 90_000, "元", of: "科技计划项目投入资金")),
            FigureCase(
                "甲湖水质达标，水质优良比例达到1️⃣90%。", Want("90%", 90, "%", of: "甲湖水质优良比例")),
            FigureCase(
                "空气质量综合指数为1️⃣3.3，优良率为2️⃣89%。", Want("3.3", 3.3, ""), Want("89%", 89, "%", of: "空气质量优良率")),
            FigureCase(
                "自然保护区1️⃣4个，其中国家级2️⃣2个，保护区面积3️⃣4公顷。", Want("4个", 4, "个"), Want("2个", 2, "个"),
                Want("4公顷", 4, "公顷", of: "自然保护区面积")),
            FigureCase(
                "人均食品支出1️⃣8000元，居住支出2️⃣5000元，以上3️⃣两项支出占消费支出的比重为4️⃣60%。", Want("8000元", 8000, "元"), Want("5000元", 5000, "元"),
                Want("两项", 2, "项"), Want("60%", 60, "%", of: "食品、居住支出占消费支出的比重")),
            FigureCase(
                "地方造林面积1️⃣9公顷，封山育林面积2️⃣8公顷，森林覆盖率3️⃣9.8%。", Want("9公顷", 9, "公顷"), Want("8公顷", 8, "公顷", of: "地方封山育林面积"),
                Want("9.8%", 9.8, "%", of: "森林覆盖率", not: "地方")),
            FigureCase("旅客运输总量906.41增长1️⃣1.3%。", Want("1.3%", 1.3, "%", of: "旅客运输总量", not: "906", .change)),
        ])
    func projectsAndProperties(_ row: FigureCase) throws { try check(row) }

    @Test("上级地区所量归上级地区")
    func largerRegion() throws {
        let report = "# 杭州市2025年统计公报\n\n全年杭州市居民消费价格上涨0.2%；浙江省工业生产者出厂价格下降5.1%。杭州市工业投资增长3%。\n"
        let figures = try sharedExtractor.get().extract(ReportText(report)).figures
        #expect(figures.map(\.subject) == ["杭州市", "浙江省", "杭州市"])
    }

    @Test(
        "前提、同位与均值",
        arguments: [
            FigureCase(
                "扣除沙尘影响后，PM10浓度为1️⃣41微克/立方米。", Want("41微克/立方米", 41, "微克/立方米", of: "扣除沙尘影响后PM10浓度")),
            FigureCase("扣除价格因素，居民收入增长1️⃣5%。", Want("5%", 5, "%", of: "居民收入", not: "扣除", .change)),
            FigureCase(
                "运动员在省级比赛中，获得金牌1️⃣9枚。", Want("9枚", 9, "枚", of: "运动员在省级比赛中获得金牌")),
            FigureCase(
                "全年总供水量1️⃣17亿立方米，年总用水量2️⃣15亿立方米。", Want("17亿立方米", 1_700_000_000, "立方米", of: "总供水量"),
                Want("15亿立方米", 1_500_000_000, "立方米", of: "总用水量")),
            FigureCase(
                "贷款余额1️⃣90亿元，比年初新增2️⃣9亿元。", Want("90亿元", 9_000_000_000, "元"),
                Want("9亿元", 900_000_000, "元", of: "贷款余额比年初新增", .change)),
            FigureCase("改造小区1️⃣15个、2️⃣42栋楼。", Want("15个", 15, "个"), Want("42栋", 42, "栋", of: "改造小区楼")),
            FigureCase(
                "产值居前的行业中，有1️⃣9个行业增长。", Want("9个", 9, "个", of: "产值居前的行业中")),
            FigureCase(
                "三次产业投资比重第一产业1️⃣6%第三产业2️⃣40%第二产业3️⃣54%全年房地产投资增长4️⃣3%。", Want("6%", 6, "%"),
                Want("40%", 40, "%", of: "三次产业投资比重第三产业"), Want("54%", 54, "%", of: "三次产业投资比重第二产业"), Want("3%", 3, "%", not: "比重")),
            FigureCase(
                "地铁累计安全运送乘客1️⃣10亿人次。", Want("10亿人次", 1_000_000_000, "人次", of: "地铁累计安全运送乘客", frequency: .cumulative)),
            FigureCase(
                "施工面积1️⃣816平方米；商品房屋销售面积2️⃣112平方米。其中：住宅销售面积3️⃣99平方米。", Want("816平方米", 816, "平方米"),
                Want("112平方米", 112, "平方米"), Want("99平方米", 99, "平方米", of: "商品房屋销售面积其中住宅销售面积")),
            FigureCase(
                "业务收入1️⃣9亿元（不含储蓄收入）、增长2️⃣3%。", Want("9亿元", 900_000_000, "元", of: "业务收入（不含储蓄收入）"),
                Want("3%", 3, "%", of: "业务收入（不含储蓄收入）增长", .change)),
            FigureCase(
                "规模以上工业增加值增长1️⃣7%。分行业看，2️⃣20个行业实现两位数以上增长。", Want("7%", 7, "%"),
                Want("20个", 20, "个", of: "规模以上工业增加值行业实现两位数以上增长")),
            FigureCase(
                "综合性体育公园1️⃣29个（达到国家标准的体育公园2️⃣5个）。", Want("29个", 29, "个"), Want("5个", 5, "个", of: "综合性体育公园")),
            FigureCase(
                "农村自来水普及率1️⃣99%，安全饮水普及率2️⃣98%。", Want("99%", 99, "%"), Want("98%", 98, "%", of: "农村安全饮水普及率")),
            FigureCase(
                "邮政函件业务1️⃣18万件，包裹业务2️⃣2万件。", Want("18万件", 180_000, "件"), Want("2万件", 20_000, "件", of: "邮政包裹业务")),
            FigureCase("直接医疗救助支出1️⃣4亿元。", Want("4亿元", 400_000_000, "元", of: "直接医疗救助支出")),
            FigureCase(
                "1️⃣9种重点产品中，2️⃣2种产品产量增长，增长面为3️⃣45%。", Want("9种", 9, "种"), Want("2种", 2, "种", of: "重点产品中"), Want("45%", 45, "%", of: "重点产品中")),
            FigureCase(
                "金融机构本外币各项存款余额1️⃣90亿元。本外币各项贷款余额2️⃣70亿元。", Want("90亿元", 9_000_000_000, "元"),
                Want("70亿元", 7_000_000_000, "元", of: "金融机构本外币各项贷款余额")),
        ])
    func premises(_ row: FigureCase) throws { try check(row) }

    @Test(
        "反面、行业之和与所重点",
        arguments: [
            FigureCase(
                "1️⃣7个县市中，空气质量达标县市占2️⃣71%，未达标县市占3️⃣29%。", Want("7个", 7, "个"), Want("71%", 71, "%"),
                Want("29%", 29, "%", of: "空气质量未达标县市占比")),
            FigureCase(
                "汽车制造业，电器制造业，计算机、通信和其他电子设备制造业三大千亿行业增加值增长1️⃣6%。",
                Want("6%", 6, "%", of: "汽车制造业、电器制造业、计算机、通信和其他电子设备制造业三大", .change)),
            FigureCase("采矿业，制造业增加值增长1️⃣6%。", Want("6%", 6, "%", of: "制造业增加值", not: "采矿业", .change)),
            FigureCase("重点监测的1️⃣15种产品。", Want("15种", 15, "种", of: "重点监测产品")),
            FigureCase(
                "保险公司1️⃣40家（分支机构），其中财险2️⃣17家。", Want("40家", 40, "家", of: "保险公司（分支机构）"),
                Want("17家", 17, "家", of: "保险公司（分支机构）其中财险")),
            FigureCase(
                "重点项目完成投资占计划1️⃣9%，超时序进度2️⃣9个百分点。", Want("9%", 9, "%"), Want("9个百分点", 9, "百分点", of: "重点项目完成投资超时序进度")),
        ])
    func opposites(_ row: FigureCase) throws { try check(row) }

    @Test(
        "段首机构之床位，全部与零售额",
        arguments: [
            FigureCase(
                "年末有医疗卫生机构1️⃣90个。卫生技术人员2️⃣9人。开放床位3️⃣60张。", Want("90个", 90, "个"), Want("9人", 9, "人"),
                Want("60张", 60, "张", of: "医疗卫生机构开放床位")),
            FigureCase(
                "社会消费品零售总额1️⃣9亿元。按经营地分，城镇零售额2️⃣6亿元。", Want("9亿元", 900_000_000, "元"),
                Want("6亿元", 600_000_000, "元", of: "社会消费品零售总额城镇零售额")),
            FigureCase(
                "纳入监测户1️⃣70户、2️⃣200人，其中，边缘户3️⃣20户、4️⃣60人。", Want("70户", 70, "户"), Want("200人", 200, "人"),
                Want("20户", 20, "户", of: "监测户其中边缘户"), Want("60人", 60, "人", of: "监测户其中边缘户")),
            FigureCase(
                "金融机构本外币各项贷款余额1️⃣9亿元。人民币各项贷款余额2️⃣8亿元。", Want("9亿元", 900_000_000, "元"),
                Want("8亿元", 800_000_000, "元", of: "金融机构人民币各项贷款余额", not: "本外币")),
            FigureCase("全年全部工业增加值1️⃣6亿元。", Want("6亿元", 600_000_000, "元", of: "全部工业增加值")),
            FigureCase(
                "改造城镇老旧小区1️⃣15个，惠及群众2️⃣90户。", Want("15个", 15, "个"), Want("90户", 90, "户", of: "城镇老旧小区惠及群众")),
        ])
    func headsOfParagraphs(_ row: FigureCase) throws { try check(row) }

    @Test("前段所量，本段分类而述")
    func kindsOfTheParagraphBefore() throws {
        let report = "# 杭州市2025年统计公报\n\n## 一、综合\n\n全年居民消费价格上涨0.7%。\n\n八大类“五涨三降”。衣着价格上涨2.8%，工业投资增长3%。\n\n房屋价格上涨2%。\n"
        let measures = try sharedExtractor.get().extract(ReportText(report)).figures.map(\.measure)
        #expect(measures == ["居民消费价格上涨", "居民消费价格衣着价格上涨", "工业投资增长", "房屋价格上涨"])
    }

    @Test("首府城市某市，多年平均")
    func apposition() throws {
        let report = "# 浙江省2025年统计公报\n\n全年省会城市杭州市优良天数为300天。浙江省多年平均水资源总量25亿立方米。\n"
        let figures = try sharedExtractor.get().extract(ReportText(report)).figures
        #expect(figures.map(\.subject) == ["杭州市", "浙江省"])
        #expect(figures.map(\.period) == ["2025", nil])
    }
}
