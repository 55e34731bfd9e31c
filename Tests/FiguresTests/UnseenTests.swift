// Phenomena met in reports read for the first time: governments, wholes and their parts, ages, lists that share a noun.
import Figures
import Numerals
import ReportText
import TestSupport
import Testing

@Suite("Sentences of unseen reports")
struct UnseenTests {
    func check(_ row: FigureCase) throws {
        let differences = row.differences(try sharedExtractor.get())
        #expect(differences == [])
    }

    @Test(
        "政府说的是本地区的数",
        arguments: [
            FigureCase("# 2024年湖北省政府工作报告\n\n实施技术攻关项目1️⃣48项。\n", Want("48项", 48, "项", subject: "湖北省", kind: "region")),
            FigureCase(
                "# 2024年湖北省政府工作报告\n\n东湖实验室启动运行，光谷制造中心挂牌，实施技术攻关项目1️⃣48项。\n",
                Want("48项", 48, "项", subject: "湖北省", kind: "region")),
            FigureCase(
                "# 2024年湖北省政府工作报告\n\n光谷国际交流中心投入运行，新增国际航线1️⃣6条，旅客增长2️⃣8%。",
                Want("6条", 6, "条", subject: "湖北省", kind: "region"), Want("8%", 8, "%", subject: "湖北省", kind: "region")),
        ])
    func governments(_ row: FigureCase) throws { try check(row) }

    @Test(
        "其中的一部分记着整体",
        arguments: [
            FigureCase(
                "全年授权专利1️⃣640件，其中，高校授权2️⃣37件。", Want("640件", 640, "件", of: "专利", category: "patent"),
                Want("37件", 37, "件", of: "授权专利其中高校授权", category: "patent"))
        ])
    func parts(_ row: FigureCase) throws { try check(row) }

    @Test(
        "并列的数共用后面的名词",
        arguments: [
            FigureCase(
                "新增1️⃣3家省级、2️⃣19家市级龙头企业。", Want("3家", 3, "家", of: "龙头企业", category: "enterprise"),
                Want("19家", 19, "家", of: "龙头企业", category: "enterprise"))
        ])
    func lists(_ row: FigureCase) throws { try check(row) }

    @Test(
        "每年、年龄、括注",
        arguments: [
            FigureCase("研发投入年均增长1️⃣8.4%。", Want("8.4%", 8.4, "%", of: "研发投入", .change, frequency: .annual)),
            FigureCase("人均预期寿命达到1️⃣79.6岁。", Want("79.6岁", 79.6, "岁", of: "预期寿命")),
            FigureCase("各类学校1️⃣312所（含教学点）。", Want("312所", 312, "所", of: "学校")),
            FigureCase("绿色产品产量均增长1️⃣12%以上。", Want("12%", 12, "%", .over, of: "产量", .change)),
        ])
    func others(_ row: FigureCase) throws { try check(row) }

    @Test("年级、期次和类别不是数量", arguments: ["一期工程开工。", "面向6—12岁儿童。", "开发二类新药。", "三次产业结构优化。"])
    func notFigures(_ text: String) throws { #expect(try sharedExtractor.get().extract(ReportText(text)).figures.isEmpty) }
}
