// Who is counted where the figure's own words do not say, and whose the figures of a college's parts are.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("People that are told of before, and parts of a college")
struct PeopleTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "人数前面没有人的名词，就是前文所说的人",
        arguments: [
            FigureCase(
                "毕业生分布在1️⃣6个学院，其中人数最多的是商学院（2️⃣412人，占比3️⃣23.5%）。",
                Want("6个", 6, "个"), Want("412人", 412, "人", category: "graduate"), Want("23.5%", 23.5, "%", category: "graduate")),
            FigureCase("交通事故1️⃣3起，死亡人数2️⃣2人，学生无人受伤。", Want("3起", 3, "起"), Want("2人", 2, "人", category: "other")),
            FigureCase("集团内院校为企业培训职工1️⃣830人。", Want("830人", 830, "人", category: "training")),
            FigureCase("全省高职高专毕业生数为1️⃣6万。", Want("6万", 60000, "人", category: "graduate")),
        ])
    func people(_ row: FigureCase) throws { try check(row) }

    @Test(
        "学院是学校的一部分，不是报告的主体",
        arguments: [
            FigureCase(
                "绍兴职业技术学院的数据来自系统。\n\n毕业生分布在1️⃣3个学院：学前师范学院、商学院、建筑工程学院。学前师范学院（2️⃣40人）最多，商学院、学前师范学院次之。\n\n毕业去向落实率为3️⃣93.5%。",
                Want("3个", 3, "个"), Want("40人", 40, "人"), Want("93.5%", 93.5, "%", subject: "绍兴职业技术学院", kind: "school"))
        ])
    func parts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "招生的是学校，不是教师",
        arguments: [
            FigureCase(
                "全市有普通高校1️⃣9所；博士教师2️⃣410人，在校生3️⃣8万人，其中全日制在校生4️⃣7万人；全年招生5️⃣2万人。",
                Want("9所", 9, "所"), Want("410人", 410, "人", category: "teacher"), Want("8万人", 80000, "人"), Want("7万人", 70000, "人"),
                Want("2万人", 20000, "人", of: "普通高校招生")),
            FigureCase(
                "中职学校1️⃣6所；全日制在校生2️⃣3万人；全年招生3️⃣1万人。", Want("6所", 6, "所"), Want("3万人", 30000, "人"),
                Want("1万人", 10000, "人", of: "中职学校招生", not: "全日制")),
        ])
    func schools(_ row: FigureCase) throws { try check(row) }

    @Test(
        "名称在数后的单位是数的主体",
        arguments: [
            FigureCase(
                "拥有1️⃣300名员工的温州远帆照明有限公司为学生提供岗位2️⃣25个。",
                Want("300名", 300, "人", subject: "温州远帆照明有限公司", kind: "company"), Want("25个", 25, "个"))
        ])
    func namedBehind(_ row: FigureCase) throws { try check(row) }

    @Test(
        "省内的片区只管本句",
        arguments: [
            FigureCase(
                "# 2024年广东省职业教育质量报告\n\n珠三角地区有院校1️⃣71所。在校生比上年增加2️⃣1.2万人。", Want("71所", 71, "所"),
                Want("1.2万人", 12000, "人", subject: "广东省", kind: "region")),
            FigureCase(
                "# 2024年广东省职业教育报告\n\n苏南在校生1️⃣1.2万人。", Want("1.2万人", 12000, "人", subject: "广东省", kind: "region")),
            FigureCase(
                "# 广东省职业教育概况\n\n## 院校集中在珠三角\n\n全省有院校1️⃣87所。", Want("87所", 87, "所", subject: "广东省", kind: "region")),
        ])
    func groups(_ row: FigureCase) throws { try check(row) }

    @Test(
        "隶属谁、做什么不改变数的是什么",
        arguments: [
            FigureCase(
                "全市有中等职业学校1️⃣58所，其中2️⃣6所隶属市农业局。", Want("58所", 58, "所", category: "school"),
                Want("6所", 6, "所", category: "school"))
        ])
    func belonging(_ row: FigureCase) throws { try check(row) }

    @Test(
        "年初发布的消息里，全年是上一年",
        arguments: [
            FigureCase("2019年2月11日\n\n全年发放补贴1️⃣1.5亿元。", Want("1.5亿元", 150_000_000, "元", period: "2018")),
            FigureCase("# 2019年工作报告\n\n全年发放补贴1️⃣1.5亿元。", Want("1.5亿元", 150_000_000, "元", period: "2019")),
        ])
    func wholeYear(_ row: FigureCase) throws { try check(row) }

    @Test(
        "表名里的人就是表里数的人，翻页后的表头重复也一样",
        arguments: [
            FigureCase(
                "表1 毕业生学院分布\n\n| 学院 | 人数 | 占比 |\n|---|---|---|\n| 商学院 | 1️⃣320 | 2️⃣40.0% |\n| 护理学院 | 3️⃣480 | 4️⃣60.0% |\n",
                Want("320", 320, "人", category: "graduate"), Want("40.0%", 40, "%", category: "graduate"),
                Want("480", 480, "人", category: "graduate"), Want("60.0%", 60, "%", category: "graduate")),
            FigureCase(
                """
                            表 1 毕业生学院分布

                            学院               人数        占比
                           商学院              1️⃣320      2️⃣40.0%
                        智能制造工程学院         3️⃣305      4️⃣38.1%


                                                                    7
                             学院              人数        占比
                           护理学院             5️⃣90      6️⃣11.3%
                            总计               7️⃣800      8️⃣100.0%
                """,
                Want("320", 320, "人", category: "graduate"), Want("40.0%", 40, "%", category: "graduate"),
                Want("305", 305, "人", category: "graduate"), Want("38.1%", 38.1, "%", category: "graduate"),
                Want("90", 90, "人", of: "护理学院人数", category: "graduate"), Want("11.3%", 11.3, "%", category: "graduate"),
                Want("800", 800, "人", category: "graduate"), Want("100.0%", 100, "%", category: "graduate")),
        ])
    func tables(_ row: FigureCase) throws { try check(row) }
}
