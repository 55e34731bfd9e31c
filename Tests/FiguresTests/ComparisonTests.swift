// Times that are no time of what is told: what it is compared with, whose prices are meant, where a change starts.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("Compared with another time")
struct ComparisonTests {
    private static let title = "# 嘉兴市2023年统计公报\n\n"

    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "比较的时间不是所说的时间",
        arguments: [
            FigureCase(
                title + "茶园面积1️⃣12万吨，与上年持平；茶叶产量2️⃣3万吨。蚕桑面积3️⃣5万吨。\n", Want("12万吨", 120_000, "吨", period: "2023"),
                Want("3万吨", 30_000, "吨", period: "2023"), Want("5万吨", 50_000, "吨", period: "2023")),
            FigureCase(
                title + "与2021年相比，城区公园增加1️⃣6个。全年新修步道2️⃣80公里。\n", Want("6个", 6, "个", period: "2023"), Want("80公里", 80, "公里", period: "2023")),
            FigureCase(
                title + "快递收入（按2020年不变价计算）1️⃣9亿元。快递件数增长2️⃣7%。\n", Want("9亿元", 900_000_000, "元", period: "2023"),
                Want("7%", 7, "%", period: "2023")),
            FigureCase(
                title + "享受补贴1️⃣420人，较2022年底增长2️⃣5%。\n", Want("420人", 420, "人", period: "2023"),
                Want("5%", 5, "%", of: "补贴|较2022年底增长", .change, period: "2023")),
            FigureCase(
                title + "以上年为 100，工业品价格指数为1️⃣98.5。\n", Want("98.5", 98.5, "", period: "2023")),
        ])
    func bases(_ row: FigureCase) throws { try check(row) }

    @Test(
        "由某年的变为今年的",
        arguments: [
            FigureCase(
                title + "城乡收入比由上年的1️⃣1.6:1缩小为2️⃣1.5:1。\n", Want("1.6:1", 1.6, "", period: "2022"), Want("1.5:1", 1.5, "", period: "2023")),
            FigureCase(
                title + "绿化率从2018年的1️⃣31%提升到2️⃣36%。\n", Want("31%", 31, "%", period: "2018"), Want("36%", 36, "%", period: "2023")),
            FigureCase(
                title + "平均气温1️⃣17摄氏度，上年平均值2️⃣16摄氏度；降水量3️⃣1200毫米。\n", Want("17摄氏度", 17, "摄氏度"), Want("16摄氏度", 16, "摄氏度", period: "2022"),
                Want("1200毫米", 1200, "毫米", period: "2023")),
        ])
    func origins(_ row: FigureCase) throws { try check(row) }

    @Test(
        "全年指报告或标题的那一年",
        arguments: [
            FigureCase(
                title + "前三季度出口增长1️⃣4%，全年增长2️⃣6%。\n", Want("4%", 4, "%", period: "2023-01/2023-09"), Want("6%", 6, "%", period: "2023")),
            FigureCase(
                "# 2024年嘉兴市政府工作报告\n\n## 一、2023年工作回顾\n\n三季度增速回落，全年生产总值增长1️⃣5%。\n", Want("5%", 5, "%", period: "2023")),
        ])
    func wholeYears(_ row: FigureCase) throws { try check(row) }
}
