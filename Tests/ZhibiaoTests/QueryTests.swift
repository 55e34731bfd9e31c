// Queries: each condition, names and codes of regions, periods that overlap, order, limits, streams, units in the type.
import Foundation
import GRDB
import Numerals
import Testing

@testable import Figures
@testable import Zhibiao

@Suite struct QueryTests {
    let folder: TemporaryFolder
    let database: MetricsDatabase

    init() throws {
        folder = try TemporaryFolder()
        database = try MetricsDatabase.open(folder.write(Sample.richDatabase.get(), to: "metrics.db"), .readOnly)
    }

    private func ids(_ query: FigureQuery) throws -> [Int64] { try database.figures(query).map(\.figureID) }

    @Test(
        arguments: [
            ("320000", [1, 2, 3, 5]), ("320500", [1, 5]), ("320200", [2, 3]), ("330000", [4]), ("320501", []), ("100000", [1, 2, 3, 4, 5]),
            ("苏州市", [1, 5]),
        ] as [(String, [Int64])])
    func region(name: String, expected: [Int64]) throws {
        #expect(try ids(FigureQuery().withRegion(name)) == expected)
    }

    @Test func unknownRegion() {
        #expect(failure { _ = try ids(FigureQuery().withRegion("亚特兰蒂斯")) } == .unknownRegion(name: "亚特兰蒂斯"))
    }

    @Test(
        arguments: [
            ("2023", [1, 2, 5]), ("2023-09", [1, 2]), ("2023-03", [1, 5]), ("2018", [3]), ("2020/2022", [3, 4]),
            ("2023-06/2023-07", [1, 5]),
            ("2016", []), ("2020-12-31", [3]),
        ] as [(String, [Int64])])
    func period(text: String, expected: [Int64]) throws {
        #expect(try ids(FigureQuery().withPeriod(text)) == expected)
    }

    @Test(arguments: ["", "23", "2023-13", "2023/2022", "2023-02-30", "去年", "2023/", "2023-1", "２０２３"])
    func badPeriod(text: String) {
        #expect(failure { _ = try ids(FigureQuery().withPeriod(text)) } == .badPeriod(text: text))
    }

    @Test func periodsCoverDays() {
        #expect(Period("2024-02")?.end == "2024-02-29" && Period("2023-02")?.end == "2023-02-28" && Period("1900-02")?.end == "1900-02-28")
        #expect(Period("2017/2020")?.start == "2017-01-01" && Period("2017/2020")?.end == "2020-12-31")
        #expect(Period("2023-01/2023-06")?.end == "2023-06-30")
    }

    @Test func otherConditions() throws {
        #expect(try ids(FigureQuery().withSubject("苏州市")) == [1, 5])
        #expect(try ids(FigureQuery().withSubject("职业技术")) == [3])
        #expect(try ids(FigureQuery().withSubject("没有这个")) == [])
        #expect(try ids(FigureQuery().withCategory("enterprise")) == [1, 2, 4])
        #expect(failure { _ = try ids(FigureQuery().withCategory("nonsense")) } == .unknownCategory(code: "nonsense"))
        #expect(try ids(FigureQuery().withIndicator("t_coop")) == [1, 2])
        #expect(try ids(FigureQuery().withIndicator("某")) == [1, 2, 3, 4, 5, 6])
        #expect(try ids(FigureQuery().withUnit("%")) == [4, 5])
        #expect(try ids(FigureQuery().withBound(.over)) == [2])
        #expect(try ids(FigureQuery().withStatistic(.change)) == [4])
        #expect(try ids(FigureQuery().withReport(id: 1)).count == 6 && ids(FigureQuery().withReport(id: 2)) == [])
        #expect(try ids(FigureQuery().withReport("样例")).count == 6 && ids(FigureQuery().withReport("sample.txt")).count == 6)
        #expect(try ids(FigureQuery().withText("就业率")) == [5])
        #expect(try ids(FigureQuery().withText("%。")) == [4, 5], "no wildcards")
        #expect(try ids(FigureQuery().withCategory("enterprise").withCategory("patent").withUnit("家").withUnit("件")) == [1, 2, 6])
        #expect(try ids(FigureQuery().withText("' OR 1=1 --")) == [])
    }

    @Test func orderAndLimit() throws {
        #expect(try ids(FigureQuery().sorted(by: .value)) == [6, 4, 5, 1, 2, 3])
        #expect(try ids(FigureQuery().sorted(by: .value, descending: true).limited(to: 2, offset: 1)) == [2, 1])
        #expect(try ids(FigureQuery().sorted(by: .period)) == [3, 4, 1, 5, 2, 6])
        #expect(try ids(FigureQuery().sorted(by: .text, descending: true).limited(to: 1)) == [6])
        for order in FigureQuery.Order.allCases { #expect(try ids(FigureQuery().sorted(by: order, descending: true)).count == 6) }
        #expect(try ids(FigureQuery().limited(to: 0)) == [])
    }

    @Test func streamsAreTheSameFigures() async throws {
        var streamed: [FigureRecord] = []
        for try await figure in database.stream(FigureQuery().sorted(by: .value)) { streamed.append(figure) }
        #expect(try streamed == database.figures(FigureQuery().sorted(by: .value)))
        var visited: [FigureRecord] = []
        try database.forEachFigure { visited.append($0) }
        #expect(try visited == database.figures())
    }

    @Test func unitsAreInTheType() async throws {
        let enterprises: [Observation<EnterpriseCount>] = try database.enterprises(FigureQuery().withRegion("320000").sorted(by: .value))
        #expect(enterprises.map(\.value.value) == [189, 200])
        #expect(enterprises[0].value < enterprises[1].value)
        #expect((enterprises[0].value + enterprises[1].value).description == "≥ 389")
        let rates: [Observation<Percent>] = try database.employmentRates()
        #expect(rates.map(\.value.description) == ["≤ 98.5"] && rates.map(\.figure.unit) == ["%"])
        #expect(try database.teachers().map(\.value.value) == [1369])
        #expect(try database.patents().map(\.value.value) == [12])
        var streamed = 0
        for try await _ in database.stream(of: .enterprises) { streamed += 1 }
        #expect(streamed == 2)
    }

    @Test func boundedValuesAreIntervals() {
        typealias Value = BoundedValue<Percent>
        let over40 = Value(value: 40, low: 40, bound: .over)
        let exact43 = Value(value: 43)
        let exact39 = Value(value: 39)
        #expect(over40.agrees(with: exact43) && exact39.isCertainlyLess(than: over40) && !over40.isCertainlyLess(than: exact43))
        #expect(!Value(value: 47.5).agrees(with: Value(value: 49)))
        #expect(Value(value: 30, bound: .about).agrees(with: exact43))
        #expect((exact39 + exact43) == Value(value: 82))
        #expect((over40 + Value(value: 5, high: 5, bound: .almost)).bound == .about)
    }

    @Test(arguments: [
        (FigureQuery().withIndicator("t_coop"), "figure_indicator"),
        (FigureQuery().withCategory("patent"), "figure_category"),
        (FigureQuery().withRegion("320500"), "subject_region"),
        (FigureQuery().withSubject("苏州市"), "subject_identity"),
        (FigureQuery().withPeriod("2023"), "figure_period"),
        (FigureQuery().withReport(id: 1), "sqlite_autoindex_numeral"),
    ])
    func keysUseTheirIndex(query: FigureQuery, index: String) throws {
        let plan = try database.read { db in
            let compiled = try FigureSQL(query, db)
            var lines: [String] = []
            let statement = try BoundStatement(db, "EXPLAIN QUERY PLAN " + compiled.sql)
            try statement.eachRow { lines.append(try $0.text(3)) }
            return lines.joined(separator: "\n")
        }
        #expect(plan.contains(index), "\(plan)")
        #expect(!plan.contains("SCAN figure") && !plan.contains("SCAN numeral"), "\(plan)")
    }

    @Test func rowsOfFiguresAreFoundByKey() throws {
        let plan = try database.read { db in
            var lines: [String] = []
            try BoundStatement(db, "EXPLAIN QUERY PLAN SELECT * FROM figures WHERE figure_id = ?").eachRow { lines.append(try $0.text(3)) }
            return lines
        }
        #expect(plan.allSatisfy { $0.hasPrefix("SEARCH") }, "\(plan)")
    }
}
