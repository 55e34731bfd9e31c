// The examples of the documentation, as a user of the library writes them: they compile, and do what the articles say.
import Figures
import Testing
import Vocabulary
import Zhibiao

@Suite("The library's documentation")
struct ExampleTests {
    @Test("Import, ask, compare, review and check")
    func aWalkThrough() async throws {
        let folder = try TemporaryFolder()
        let database = try MetricsDatabase.open(folder.file("metrics.db"), .readWrite)
        let extractor = try Extractor(VocabularyTables.adding(filesAt: []))
        let text = """
            江苏省职业教育发展情况（2023年）

            2023年，苏州市合作企业超200家，就业率为96.5%。无锡市合作企业150家，就业率近98%。
            """
        let file = ReportFile(path: "report.txt", bytes: Array(text.utf8))
        guard case .imported(let report) = try database.importReport(file, extractor: extractor) else {
            Issue.record("the report was there already")
            return
        }
        #expect(report.figures == 4)
        #expect(try database.importReport(file, extractor: extractor) == .unchanged(report))

        // A region with all in it, and the unit in the type.
        let question = FigureQuery().withRegion("江苏省").withPeriod("2023").sorted(by: .value, descending: true)
        let enterprises = try database.enterprises(question)
        #expect(enterprises.map(\.subject) == ["苏州市", "无锡市"])
        try #require(enterprises.count == 2)
        let sum = enterprises[0].value + enterprises[1].value
        #expect(sum == BoundedValue(value: 350, low: 350, bound: .over))
        #expect(enterprises[1].value.isCertainlyLess(than: enterprises[0].value))
        let rates = try database.employmentRates(question)
        #expect(rates.map(\.value.description) == ["≤ 98", "96.5"])

        // A unit and a metric of one's own.
        let share = Metric<Percent>(category: "employment", statistic: .rate)
        #expect(try database.observations(of: share, question) == rates)
        #expect(try database.observations(of: Metric<Hectares>(category: "economy", statistic: .value)).isEmpty)

        var streamed: [Int64] = []
        for try await figure in database.stream(question) { streamed.append(figure.figureID) }
        #expect(try streamed == database.figures(question).map(\.figureID))

        // What a person says is shown, and the machine's value kept.
        let first = try #require(rates.first)
        try database.review([ReviewRequest(first.id, .correct([.value(97.9), .bound(.exact)]), by: "李雷", because: "原文核对")])
        #expect(try database.employmentRates(question).first?.value.description == "97.9")
        #expect(try database.corrections(ofFigure: first.id).contains { $0.extracted == .value(98) && $0.corrected == .value(97.9) })
        #expect(try database.check().isEmpty)
        #expect(try database.evidence(id: first.id)?.passage.contains("无锡市") == true)
    }

    private enum Hectares: MetricUnit { static let units = ["公顷"] }
}
