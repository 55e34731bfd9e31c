// What people say of figures: shown at once, the machine's value kept beside, and still there after new rules and a new import.
import Foundation
import Numerals
import Testing

@testable import Figures
@testable import Zhibiao

@Suite struct ReviewTests {
    let folder: TemporaryFolder
    let path: String
    let database: MetricsDatabase

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.write(Sample.richDatabase.get(), to: "metrics.db")
        database = try MetricsDatabase.open(path, .readWrite)
    }

    private func rows(_ sql: String) throws -> [[SQLiteValue]] {
        var all: [[SQLiteValue]] = []
        try AdHocConnection.open(path).run(sql) { rows in while let row = try rows.next() { all.append(row) } }
        return all
    }

    @Test func correctionIsShownAndTheMachinesValueKept() throws {
        let before = try #require(try database.figure(id: 1))
        try database.review([
            ReviewRequest(1, .correct([.value(198), .category("教师"), .subject("无锡市"), .period("2022")]), by: "李雷", because: "数字颠倒")
        ])
        let after = try #require(try database.figure(id: 1))
        #expect(after.value == 198 && after.low == 198 && after.high == 198 && after.status == .corrected)
        #expect(after.category == "teacher" && after.subject == "无锡市" && after.subjectKind == "region" && after.period == "2022")
        #expect(after.surface == before.surface && after.quote == before.quote)
        // Every query sees the corrected figure, under its own keys.
        #expect(try database.figures(FigureQuery().withRegion("无锡").withPeriod("2022").withCategory("teacher")).map(\.figureID) == [1])
        #expect(try database.figures(FigureQuery().withStatus(.corrected)).map(\.figureID) == [1])
        #expect(
            try rows("SELECT extracted, corrected, reviewer, reason FROM reviews WHERE field = 'value'") == [
                [.real(189), .real(198), .text("李雷"), .text("数字颠倒")]
            ])
        #expect(try rows("SELECT 数值, 审核状态 FROM 指标数据 WHERE 编号 = 1") == [[.real(198), .text("已更正")]])
        #expect(try database.corrections(ofFigure: 1).contains { $0.extracted == .value(189) && $0.corrected == .value(198) })
        #expect(try database.reviews(ofFigure: 1).map(\.reviewer) == ["李雷"])
        // A second opinion holds on top of the first; withdrawing gives back what the machine read.
        try database.review([ReviewRequest(1, .correct([.value(199)]), by: "韩梅梅"), ReviewRequest(1, .confirm, by: "李雷")])
        #expect(try database.figure(id: 1)?.value == 199 && database.figure(id: 1)?.status == .corrected)
        #expect(try database.corrections(ofFigure: 1).contains { $0.extracted == .value(189) && $0.corrected == .value(199) })
        try database.review([ReviewRequest(1, .withdraw, by: "李雷")])
        #expect(try database.figure(id: 1) == before)
        #expect(try rows("SELECT * FROM correction") == [])
    }

    @Test func rejectedFiguresAreNoObservations() throws {
        try database.review([ReviewRequest(2, .reject, by: "a"), ReviewRequest(1, .confirm, by: "a")])
        #expect(try database.figure(id: 2)?.status == .rejected)
        #expect(try database.enterprises().map(\.id) == [1])
        #expect(try database.enterprises(FigureQuery().withStatus(.rejected)).map(\.id) == [2])
        #expect(
            try rows("SELECT status FROM enterprises ORDER BY figure_id") == [
                [.text("confirmed")], [.text("rejected")], [.text("extracted")],
            ])
    }

    @Test(arguments: [
        [FieldCorrection.category("nonsense")], [.indicator("没有")], [.low(500), .high(1)],
    ])
    func impossibleCorrectionsChangeNothing(corrections: [FieldCorrection]) throws {
        let before = try bytes(path)
        let kind = failure {
            try database.review([ReviewRequest(2, .confirm, by: "a"), ReviewRequest(1, .correct(corrections), by: "a")])
        }
        #expect(kind != nil)
        #expect(try bytes(path) == before)
        #expect(failure { try database.review([ReviewRequest(99, .confirm, by: "a")]) } == .unknownFigure(id: 99))
        #expect(failure { try database.review([ReviewRequest(1, .confirm, by: "")]) } == .reviewerMissing)
    }

    @Test func deletingLeavesNoOrphanAndReviewsComeBack() throws {
        try database.review([ReviewRequest(1, .correct([.value(198)]), by: "a"), ReviewRequest(5, .reject, by: "a")])
        let shown = try database.figures()
        let deleted = try database.deleteReport(id: 1)
        #expect(deleted.keptReviews == 2 && deleted.report.figures == 6)
        for table in [
            "report", "section", "passage", "contents_entry", "sentence", "numeral", "figure", "subject", "subject_alias", "rank_claim",
            "correction",
            "import_run",
        ] {
            #expect(try rows("SELECT * FROM \(table)") == [], "\(table)")
        }
        #expect(try rows("PRAGMA foreign_key_check") == [] && database.reviews().allSatisfy { $0.figureID == nil })
        try Sample.rich().stored(in: database)
        #expect(try database.figures() == shown)
        try database.deleteReport(id: 1, withReviews: true)
        #expect(try rows("SELECT * FROM review") == [] && rows("SELECT * FROM review_field") == [])
        #expect(failure { try database.deleteReport(id: 1) } == .unknownReport(name: "1"))
    }

    @Test func readingAgainShowsChangesAndKeepsReviews() throws {
        // The hand-made extraction of the sample stands for older rules.
        let extractor = try Extractor()
        try database.review([
            ReviewRequest(1, .correct([.value(198)]), by: "a"), ReviewRequest(6, .correct([.measure("发明专利")]), by: "a"),
        ])
        let ids = Dictionary(uniqueKeysWithValues: try database.figures().map { ($0.start, $0.figureID) })
        let reread = try #require(try database.readAgain(reportID: 1, by: extractor))
        #expect(!reread.changes.isEmpty)
        #expect(reread.changes.contains { $0.fields.contains(.measure) && $0.before?.measure == "某项" })
        // Corrections are no change of the machine's: it read 189 before and after.
        #expect(!reread.changes.contains { $0.before?.figureID == 1 && $0.fields.contains(.value) })
        #expect(try database.figure(id: 1)?.value == 198 && database.figure(id: 6)?.measure == "发明专利")
        for figure in try database.figures() where ids[figure.start] != nil { #expect(figure.figureID == ids[figure.start]) }
        // A second time nothing changes, not even the file.
        let before = try bytes(path)
        let again = try #require(try database.readAgain(reportID: 1, by: extractor))
        #expect(again.changes.isEmpty && again.lostReviews.isEmpty)
        #expect(try bytes(path) == before)
        #expect(try rows("PRAGMA foreign_key_check") == [] && rows("PRAGMA integrity_check") == [[.text("ok")]])
    }

    @Test func reviewWhoseFigureIsGoneWaitsForIt() throws {
        var sample = Sample("gone.txt", title: "旧规则")
        try sample.figure("全市有三家书店和五个一工程。", "五个", value: 5, unit: "个", category: "other")
        try sample.stored(in: database)
        let id = try #require(try database.figures(FigureQuery().withReport("旧规则")).first?.figureID)
        try database.review([ReviewRequest(id, .reject, by: "a")])
        let reread = try #require(try database.readAgain(reportID: 2, by: Extractor()))
        let isFound = try database.figures(FigureQuery().withReport(id: 2)).contains { $0.surface.hasPrefix("五") }
        #expect(reread.lostReviews.count == (isFound ? 0 : 1))
        #expect(try database.reviews().count == 1)
    }
}
