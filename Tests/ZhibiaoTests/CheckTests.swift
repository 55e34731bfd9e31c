// Checks find what cannot all be right, through the real extractor, and nothing where all is consistent.
import Foundation
import Testing

@testable import Figures
@testable import Zhibiao

@Suite struct CheckTests {
    private func findings(_ texts: String...) throws -> [Finding] {
        let folder = try TemporaryFolder()
        let database = try MetricsDatabase.open(folder.file("metrics.db"), .readWrite)
        let extractor = try Extractor()
        for (index, text) in texts.enumerated() {
            _ = try database.importReport(ReportFile(path: "\(index).md", bytes: Array(text.utf8)), extractor: extractor)
        }
        return try database.check()
    }

    private func kinds(_ texts: String...) throws -> [Finding.Kind] {
        try texts.count == 1 ? findings(texts[0]).map(\.kind) : findings(texts[0], texts[1]).map(\.kind)
    }

    static let consistent = """
        # 苏州市2023年职业教育报告

        2022年，苏州市合作企业100家。2023年，苏州市合作企业120家，比上年增长20%。

        2023年，苏州市共有专任教师500人，其中双师型教师300人。

        2023年，苏州市毕业生就业率超过95%。

        2023年，苏州市毕业生就业率为95.2%。

        表1 2023年苏州市学校情况

        | 学校 | 在校生数（人） |
        |---|---|
        | 第一学校 | 100 |
        | 第二学校 | 200 |
        | 合计 | 300 |
        """

    @Test func consistentReportHasNoFindings() throws {
        let found = try findings(Self.consistent)
        #expect(found.filter { $0.kind != .agreement } == [])
        #expect(found.contains { $0.kind == .agreement && $0.figures.map(\.value) == [95, 95.2] })
    }

    @Test func valuesThatCannotBothBeRight() throws {
        let found = try findings("2023年，苏州市毕业生就业率为95.2%。\n\n2023年苏州市毕业生就业率达到93%。\n")
        #expect(found.map(\.kind) == [.contradiction])
        #expect(found[0].figures.map(\.value) == [95.2, 93] && found[0].figures.map(\.quote).allSatisfy { !$0.isEmpty })
        #expect(found[0].detail == "95.2 % against 93 %")
        // Across reports too.
        #expect(try kinds("2023年，苏州市合作企业120家。\n", "2023年，苏州市合作企业130家。\n") == [.contradiction])
    }

    @Test(arguments: [
        ("2023年，苏州市毕业生就业率超过40%。\n", "2023年，苏州市毕业生就业率为43%。\n"),
        ("2023年，苏州市毕业生就业率为95%。\n", "2023年，苏州市毕业生就业率为95.2%。\n"),
        ("2023年，苏州市高技能人才64.8万人。\n", "2023年，苏州市高技能人才648123人。\n"),
    ])
    func boundsAndDigitsAreRespected(first: String, second: String) throws { #expect(try kinds(first, second) == [.agreement]) }

    @Test func otherTimesSubjectsAndPartsAreNoContradiction() throws {
        #expect(try kinds("2023年，苏州市毕业生就业率为95%。\n\n2022年，苏州市毕业生就业率为93%。\n\n2023年，无锡市毕业生就业率为91%。\n") == [])
        #expect(try !kinds("2023年，苏州市共有企业900家。\n\n2023年，苏州市共有规模以上企业300家。\n").contains(.contradiction))
    }

    @Test(
        "Words that tell of other things, parts or times are no contradiction",
        arguments: [
            // Three values under the same words are of three things.
            "2023年，本科招生900人，毕业生700人。\n\n2023年，中专招生400人，毕业生300人。\n\n2023年，技校招生100人，毕业生80人。\n",
            // Of a part, and of the whole.
            "2023年，苏州市居民人均消费支出4万元。\n\n2023年，苏州市农村居民人均消费支出3万元。\n",
            // Parts of wholes that stand before them.
            "2023年，苏州市参加养老保险90万人。其中，在职职工60万人。\n\n参加医疗保险80万人。其中，在职职工50万人。\n",
            // After a semicolon another thing; a bracket has a breakdown of its own.
            "2023年，苏州市有医院10家，其中综合医院6家；诊所90家。\n",
            "2023年，苏州市有机构300家，其中医院5家（其中民营3家），诊所90家。\n",
            // More than a plan.
            "2023年，苏州市完成投资占年度计划投资的109%。\n",
        ])
    func noFalseAlarms(text: String) throws {
        #expect(try findings("# 苏州市2023年情况\n\n" + text).filter { $0.kind != .agreement }.map(\.detail) == [])
    }

    @Test("Other words for the same, and a slip of a digit, are still found")
    func otherWordsForTheSame() throws {
        #expect(try kinds("2023年，苏州市毕业生就业率为95%。\n\n2023年，苏州市就业率为91%。\n") == [.contradiction])
        #expect(try kinds("# 苏州市2023年情况\n\n全市合作企业1200家。\n\n全市合作企业120家。\n") == [.contradiction])
        #expect(
            try kinds("2014年，苏州工业学院“双师型”教师占教师总数的49%。\n\n2014年，苏州工业学院双师素质专任教师比例为47.5%。\n") == [.contradiction])
    }

    @Test func partsSharesTotalsAndGrowth() throws {
        let part = try findings("2023年，苏州市共有专任教师500人，其中双师型教师600人。\n")
        #expect(part.map(\.kind) == [.partExceedsWhole] && part[0].figures.map(\.value) == [500, 600])
        #expect(try kinds("2023年，苏州市双师型教师占专任教师的120%。\n") == [.shareOver100])
        let total = try findings(Self.consistent.replacingOccurrences(of: "| 合计 | 300 |", with: "| 合计 | 350 |"))
        #expect(total.filter { $0.kind != .agreement }.map(\.kind) == [.totalDiffers])
        #expect(total.first { $0.kind == .totalDiffers }?.figures.map(\.value) == [100, 200, 350])
        let growth = try findings(Self.consistent.replacingOccurrences(of: "增长20%", with: "增长50%"))
        #expect(growth.filter { $0.kind != .agreement }.map(\.kind) == [.growthDiffers])
        #expect(growth.first { $0.kind == .growthDiffers }?.figures.map(\.value) == [100, 120, 50])
    }

    @Test func rejectedFiguresAreNotChecked() throws {
        let folder = try TemporaryFolder()
        let database = try MetricsDatabase.open(folder.file("metrics.db"), .readWrite)
        let text = "2023年，苏州市毕业生就业率为95.2%。\n\n2023年苏州市毕业生就业率达到93%。\n"
        _ = try database.importReport(ReportFile(path: "a.md", bytes: Array(text.utf8)))
        let wrong = try #require(try database.check().first?.figures.last)
        try database.review([ReviewRequest(wrong.figureID, .reject, by: "a")])
        #expect(try database.check() == [])
    }

    @Test(arguments: [
        ("64.8万人", 648_000.0, "人", 500.0), ("1 369人", 1369, "人", 0), ("49%", 49, "%", 0.5), ("６４．８％", 64.8, "%", 0.05),
        ("六百余家", 600, "家", 0),
        ("200家", 300, "家", 0),
    ])
    func marginsFollowTheDigits(surface: String, value: Double, unit: String, margin: Double) {
        #expect(abs(CheckedFigure.margin(surface, value, unit) - margin) < 1e-6)
    }
}
