// When a figure is of: stated, carried, of a heading, or the report's own year.
import Figures
import Numerals
import TestSupport
import Testing

@Suite("When it was")
struct PeriodTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "句中写明",
        arguments: [
            FigureCase("2023年第三季度，学院开课1️⃣80门。", Want("80门", 80, "门", period: "2023-07/2023-09", basis: .some(.stated))),
            FigureCase("2023年，嘉兴市新建基地1️⃣8个。", Want("8个", 8, "个", period: "2023", basis: .some(.stated))),
            FigureCase("2023年度嘉兴市新建基地1️⃣8个。", Want("8个", 8, "个", period: "2023", basis: .some(.stated))),
            FigureCase("嘉兴市2023年新建基地1️⃣8个。", Want("8个", 8, "个", period: "2023", basis: .some(.stated))),
            FigureCase("2023年上半年，嘉兴市新建基地1️⃣8个。", Want("8个", 8, "个", period: "2023-01/2023-06", basis: .some(.stated))),
            FigureCase("2023年1—5月，嘉兴市新建基地1️⃣8个。", Want("8个", 8, "个", period: "2023-01/2023-05", basis: .some(.stated))),
            FigureCase("截至2023年6月底，嘉兴市有基地1️⃣8个。", Want("8个", 8, "个", period: "2023-06", basis: .some(.stated))),
            FigureCase("2022—2023学年，学院开课1️⃣800门。", Want("800门", 800, "门", period: "2022/2023", basis: .some(.stated))),
            FigureCase("2018—2022年，嘉兴市新建基地1️⃣8个。", Want("8个", 8, "个", period: "2018/2022", basis: .some(.stated))),
            FigureCase("2023年9月，学院新开专业1️⃣8个。", Want("8个", 8, "个", period: "2023-09", basis: .some(.stated))),
            FigureCase("“十三五”期间，嘉兴市新建基地1️⃣8个。", Want("8个", 8, "个", period: "2016/2020", basis: .some(.stated))),
            FigureCase("二〇二二年嘉兴市新建基地1️⃣8个。", Want("8个", 8, "个", period: "2022", basis: .some(.stated))),
            FigureCase(
                "2021年新建基地1️⃣3个，2022年新建2️⃣8个。", Want("3个", 3, "个", period: "2021"), Want("8个", 8, "个", of: "基地", period: "2022")),
            FigureCase(
                "嘉兴市2022年毕业生1️⃣800人，比2021年增加2️⃣60人。", Want("800人", 800, "人", period: "2022"),
                Want("60人", 60, "人", .exact, .change, period: "2022")),
        ])
    func stated(_ row: FigureCase) throws { try check(row) }

    @Test(
        "某年至今到报告年为止",
        arguments: [
            FigureCase(
                "# 台州市2024年工作报告\n\n2021年至今新建公园1️⃣6座。新增绿地2️⃣30亩。\n", Want("6座", 6, "座", period: "2021/2024", basis: .some(.stated)),
                Want("30亩", 30, "亩", period: "2024"))
        ])
    func sinceThen(_ row: FigureCase) throws { try check(row) }

    @Test(
        "多年之后的年末是最后一年的，学年之后的仍是学年的",
        arguments: [
            FigureCase("2019—2023年存款变化，年末存款余额1️⃣80亿元。", Want("80亿元", 8_000_000_000, "元", period: "2023")),
            FigureCase("2022—2023学年，年末有教师1️⃣80人。", Want("80人", 80, "人", period: "2022/2023")),
        ])
    func yearEnds(_ row: FigureCase) throws { try check(row) }

    @Test(
        "由前文、小标题得知",
        arguments: [
            FigureCase("2023年，嘉兴市召开推进会。会上签下项目1️⃣12个。", Want("12个", 12, "个", period: "2023", basis: .some(.context))),
            FigureCase("# 嘉兴市改革纪实\n\n## 2022年进展\n\n新建基地1️⃣8个。\n", Want("8个", 8, "个", period: "2022", basis: .some(.context))),
        ])
    func carried(_ row: FigureCase) throws { try check(row) }

    @Test(
        "由报告年份得知",
        arguments: [
            FigureCase("# 嘉兴市2023年职业教育年度报告\n\n全年培训员工1️⃣800人次。\n", Want("800人次", 800, "人次", period: "2023")),
            FigureCase("# 嘉兴市2023年职业教育年度报告\n\n上半年培训员工1️⃣800人次。\n", Want("800人次", 800, "人次", period: "2023-01/2023-06")),
            FigureCase("# 嘉兴市2023年职业教育年度报告\n\n去年全市培训员工1️⃣800人次。\n", Want("800人次", 800, "人次", period: "2022")),
            FigureCase("# 嘉兴市2023年职业教育年度报告\n\n今年1—5月培训员工1️⃣800人次。\n", Want("800人次", 800, "人次", period: "2023-01/2023-05")),
            FigureCase(
                "# 嘉兴市2023年职业教育年度报告\n\n全市招生比上年增长1️⃣5%。\n", Want("5%", 5, "%", .exact, .change, period: "2023")),
        ])
    func ofTheReport(_ row: FigureCase) throws { try check(row) }

    @Test(
        "没有时间就没有",
        arguments: [
            FigureCase("嘉兴市有基地1️⃣8个。", Want("8个", 8, "个", period: .some(nil), basis: .some(nil)))
        ])
    func none(_ row: FigureCase) throws { try check(row) }
}
