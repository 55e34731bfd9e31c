// Whose a figure is: named in the sentence, carried, resolved from an alias, a heading or the title.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Whose figure it is")
struct SubjectTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "句首的地区和单位",
        arguments: [
            FigureCase("宁波市建成基地1️⃣8个。", Want("8个", 8, "个", subject: "宁波市", kind: "region")),
            FigureCase("宁波建成基地1️⃣8个。", Want("8个", 8, "个", subject: "宁波市", kind: "region")),
            FigureCase("2023年，宁波市建成基地1️⃣8个。", Want("8个", 8, "个", subject: "宁波市", kind: "region")),
            FigureCase("昆山市建成基地1️⃣8个。", Want("8个", 8, "个", subject: "昆山市", kind: "region")),
            FigureCase("四川省建成基地1️⃣8个。", Want("8个", 8, "个", subject: "四川省", kind: "region")),
            FigureCase("宁波职业技术学院建成基地1️⃣8个。", Want("8个", 8, "个", subject: "宁波职业技术学院", kind: "school")),
            FigureCase("杭州云帆数控有限公司建成基地1️⃣8个。", Want("8个", 8, "个", subject: "杭州云帆数控有限公司", kind: "company")),
            FigureCase("甬江智能装备产教联合体建成基地1️⃣8个。", Want("8个", 8, "个", subject: "甬江智能装备产教联合体", kind: "consortium")),
            FigureCase("全国共有技工院校1️⃣2400所。", Want("2400所", 2400, "所", subject: "中国")),
        ])
    func named(_ row: FigureCase) throws { try check(row) }

    @Test(
        "主体沿用到后面的分句和句子",
        arguments: [
            FigureCase(
                "宁波市重视技能人才，新建基地1️⃣8个，培训学员2️⃣900人次。", Want("8个", 8, "个", subject: "宁波市"), Want("900人次", 900, "人次", subject: "宁波市")),
            FigureCase("宁波市重视技能人才。各类基地达到1️⃣8个。", Want("8个", 8, "个", subject: "宁波市")),
            FigureCase("宁波市有基地1️⃣8个。湖州市有基地2️⃣5个。", Want("8个", 8, "个", subject: "宁波市"), Want("5个", 5, "个", subject: "湖州市")),
            FigureCase("宁波市有基地1️⃣8个，湖州市有2️⃣5个。", Want("8个", 8, "个", subject: "宁波市"), Want("5个", 5, "个", of: "基地", subject: "湖州市")),
        ])
    func carried(_ row: FigureCase) throws { try check(row) }

    @Test(
        "合作方、来源地不是主体",
        arguments: [
            FigureCase("宁波市为凉山州学生提供1️⃣200个实习岗位。", Want("200个", 200, "个", of: "实习岗位", subject: "宁波市")),
            FigureCase("嘉兴市向新疆阿克苏派出教师1️⃣24名。", Want("24名", 24, "人", of: "教师", subject: "嘉兴市")),
            FigureCase("湖州职业技术学院为德清县企业培训员工1️⃣450人次。", Want("450人次", 450, "人次", of: "员工", subject: "湖州职业技术学院")),
            FigureCase("嘉兴市接待上海游客1️⃣8万人次。", Want("8万人次", 80000, "人次", of: "游客", subject: "嘉兴市")),
            FigureCase("宁波职业技术学院与吉利集团共建实验室1️⃣3个。", Want("3个", 3, "个", of: "实验室", subject: "宁波职业技术学院")),
        ])
    func partners(_ row: FigureCase) throws { try check(row) }

    @Test(
        "简称还原为全称",
        arguments: [
            FigureCase("绍兴越城区纺织实训中心学校（以下简称越纺学校）迁入新址。越纺学校现有学生1️⃣800人。", Want("800人", 800, "人", subject: "绍兴越城区纺织实训中心学校", kind: "school")),
            FigureCase(
                "甬江智能装备产教联合体（以下简称“联合体”）设在宁波。联合体培训员工1️⃣800人次。",
                Want("800人次", 800, "人次", subject: "甬江智能装备产教联合体", kind: "consortium")),
        ])
    func aliases(_ row: FigureCase) throws { try check(row) }

    @Test(
        "全市、学院、我校由标题得知",
        arguments: [
            FigureCase("# 嘉兴市教育事业统计公报\n\n全市有中学1️⃣120所。\n", Want("120所", 120, "所", subject: "嘉兴市", kind: "region")),
            FigureCase("# 绍兴职业技术学院质量年度报告\n\n学院有教师1️⃣620人。\n", Want("620人", 620, "人", subject: "绍兴职业技术学院", kind: "school")),
            FigureCase("# 绍兴职业技术学院质量年度报告\n\n我校有教师1️⃣620人。\n", Want("620人", 620, "人", subject: "绍兴职业技术学院", kind: "school")),
            FigureCase("# 绍兴职业技术学院质量年度报告\n\n专任教师1️⃣620人。\n", Want("620人", 620, "人", subject: "绍兴职业技术学院", kind: "school")),
            FigureCase("# 浙江省职业教育发展情况\n\n全省有高职院校1️⃣50所。\n", Want("50所", 50, "所", subject: "浙江省", kind: "region")),
            FigureCase("# 德清县2023年国民经济和社会发展统计公报\n\n全县有医院1️⃣15所。\n", Want("15所", 15, "所", subject: "德清县", kind: "region")),
        ])
    func fromTitle(_ row: FigureCase) throws { try check(row) }

    @Test(
        "顺带说到的县市只管到句末，分类和同一指标接着说它",
        arguments: [
            FigureCase(
                "# 台州市2024年国民经济和社会发展统计公报\n\n全年造林1️⃣50亩。温岭市居民消费价格上涨2️⃣0.5%。分类别看，衣着类上涨3️⃣1.2%。全年完成造林面积4️⃣300亩。按林种分，防护林5️⃣200亩。\n",
                Want("50亩", 50, "亩", subject: "台州市"), Want("0.5%", 0.5, "%", subject: "温岭市"), Want("1.2%", 1.2, "%", subject: "温岭市"),
                Want("300亩", 300, "亩", subject: "台州市"), Want("200亩", 200, "亩", subject: "台州市")),
            FigureCase(
                "# 台州市2024年国民经济和社会发展统计公报\n\n全市降水量1️⃣1500毫米。温岭市空气质量优的天数占2️⃣60%。空气质量良的天数占3️⃣38%。污水处理率4️⃣97%。\n",
                Want("1500毫米", 1500, "毫米", subject: "台州市"), Want("60%", 60, "%", subject: "温岭市"), Want("38%", 38, "%", subject: "温岭市"),
                Want("97%", 97, "%", subject: "台州市")),
            FigureCase("# 台州市2024年国民经济和社会发展统计公报\n\n台州市中心城区绿地率1️⃣41%。\n", Want("41%", 41, "%", of: "中心城区绿地率", subject: "台州市")),
        ])
    func parts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "小标题换主体",
        arguments: [
            FigureCase(
                "# 三地实训中心建设纪实\n\n## 湖州市\n\n建成实训中心1️⃣8个。\n\n## 衢州市\n\n建成实训中心2️⃣5个。\n", Want("8个", 8, "个", subject: "湖州市"),
                Want("5个", 5, "个", subject: "衢州市"))
        ])
    func fromHeading(_ row: FigureCase) throws { try check(row) }

    @Test("没有说是谁的就不猜")
    func nobody() throws { try check(FigureCase("累计培训学员1️⃣800人次。", Want("800人次", 800, "人次", subject: .some(nil)))) }
}
