// Phrasings that mislead a reader who goes word by word.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Hard phrasings")
struct HardTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "新增与累计、实际与计划",
        arguments: [
            FigureCase("丽水市去年植树1️⃣120万株，今年计划植树2️⃣150万株。", Want("120万株", 1_200_000, "株", of: "植树"), Want("150万株", 1_500_000, "株", of: "植树")),
            FigureCase(
                "丽水市当年发放补贴1️⃣860万元，累计发放2️⃣5400万元。", Want("860万元", 8_600_000, "元", of: "补贴", frequency: .some(nil)),
                Want("5400万元", 54_000_000, "元", of: "补贴", frequency: .some(.cumulative))),
        ])
    func newAndTotal(_ row: FigureCase) throws { try check(row) }

    @Test(
        "一句多主体",
        arguments: [
            FigureCase(
                "丽水市建成书院1️⃣12个，舟山市建成书院2️⃣9个，两市共有会员3️⃣3.6万人。", Want("12个", 12, "个", of: "书院", subject: "丽水市"),
                Want("9个", 9, "个", of: "书院", subject: "舟山市"),
                Want("3.6万人", 36000, "人", of: "会员")),
            FigureCase(
                "丽水市、舟山市各投入1️⃣300万元。", Want("300万元", 3_000_000, "元", of: "投入")),
            FigureCase("丽水市就业率高于全省平均水平1️⃣2.1个百分点。", Want("2.1个百分点", 2.1, "百分点", .exact, of: "就业率", .change, subject: "丽水市")),
            FigureCase("舟山市的渔船数量占全省的1️⃣四成。", Want("四成", 40, "%", of: "渔船", .rate, subject: "舟山市")),
        ])
    func manySubjects(_ row: FigureCase) throws { try check(row) }

    @Test(
        "数后的修饰",
        arguments: [
            FigureCase("学院有50多年历史的老专业1️⃣4个。", Want("4个", 4, "个", of: "专业")),
            FigureCase("学院拥有国家级、省级重点实验室1️⃣6个。", Want("6个", 6, "个", of: "重点实验室", category: "platform")),
            FigureCase("学院建设总投资达1️⃣3.8亿元的体育馆。", Want("3.8亿元", 380_000_000, "元", of: "投资")),
            FigureCase("学院拥有容纳1️⃣2000人的礼堂。", Want("2000人", 2000, "人")),
            FigureCase("学院面向1️⃣18个专业的2️⃣40个班级开课。", Want("18个", 18, "个", of: "专业", category: "programme"), Want("40个", 40, "个", of: "班级")),
            FigureCase("学院与1️⃣8个国家的2️⃣21所大学结为友好院校。", Want("8个", 8, "个", of: "国家"), Want("21所", 21, "所", of: "大学", category: "school")),
        ])
    func modifiers(_ row: FigureCase) throws { try check(row) }

    @Test(
        "比率的多种说法",
        arguments: [
            FigureCase("每百名学生中有1️⃣37名获得奖学金。", Want("37名", 37, "人/百人", .exact, .rate)),
            FigureCase("升学率为1️⃣百分之二十六。", Want("百分之二十六", 26, "%", of: "升学率", .rate)),
        ])
    func rates(_ row: FigureCase) throws { try check(row) }

    @Test(
        "标点与空格",
        arguments: [
            FigureCase(
                "丽水市 共有 技师 1️⃣1 200 人 ， 高级技师 2️⃣86 人 。", Want("1 200 人", 1200, "人", of: "技师", subject: "丽水市"), Want("86 人", 86, "人", of: "高级技师")
            ),
            FigureCase("技师：1️⃣120人；高级技师：2️⃣86人。", Want("120人", 120, "人", of: "技师"), Want("86人", 86, "人", of: "高级技师")),
            FigureCase("技师(含高级技师)1️⃣120人。", Want("120人", 120, "人", of: "技师")),
            FigureCase(
                "“金蓝领”人才1️⃣120人、“银龄”教师2️⃣30人。", Want("120人", 120, "人", of: "金蓝领", category: "talent"),
                Want("30人", 30, "人", of: "银龄", category: "teacher")),
            FigureCase("《渔业概论》等1️⃣6门课程入选。", Want("6门", 6, "门", of: "课程", category: "curriculum")),
        ])
    func punctuation(_ row: FigureCase) throws { try check(row) }

    @Test(
        "合计、总分关系",
        arguments: [
            FigureCase(
                "舟山市现有公办中职1️⃣7所、民办中职2️⃣2所，合计3️⃣9所。", Want("7所", 7, "所", of: "公办中职", category: "school"),
                Want("2所", 2, "所", of: "民办中职", not: "公办", category: "school"),
                Want("9所", 9, "所", of: "中职", category: "school")),
            FigureCase(
                "| 学校 | 招生数（人） | 毕业生数（人） |\n|---|---|---|\n| 一中 | 1️⃣420 | 2️⃣398 |\n| 二中 | 3️⃣380 | 4️⃣371 |\n| 合计 | 5️⃣800 | 6️⃣769 |\n",
                Want("420", 420, "人", of: "招生"), Want("398", 398, "人", of: "毕业生", category: "graduate"), Want("380", 380, "人", of: "招生"),
                Want("371", 371, "人", of: "毕业生"), Want("800", 800, "人", of: "招生"), Want("769", 769, "人", of: "毕业生")),
        ])
    func totals(_ row: FigureCase) throws { try check(row) }
}
