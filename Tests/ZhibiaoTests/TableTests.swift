// Figures from CSV tables: an export comes back as it was, other tables by their headers, wrong rows by line and column.
import Foundation
import Testing

@testable import Figures
@testable import Zhibiao

@Suite struct TableTests {
    let folder: TemporaryFolder
    let database: MetricsDatabase

    init() throws {
        folder = try TemporaryFolder()
        database = try MetricsDatabase.open(folder.file("metrics.db"), .readWrite)
    }

    private func take(_ csv: String, _ options: TableOptions = TableOptions(), _ name: String = "table.csv") throws -> TableOutcome {
        try database.importTable(ReportFile(path: name, bytes: Array(csv.utf8)), options, extractor: Extractor())
    }

    @Test func rowsBecomeFiguresWithTheTableAsEvidence() throws {
        let csv =
            "地区,指标,数值,单位,年份\r\n苏州市,\"毕业生\r\n就业率\",98.5%,,2023年\r\n无锡市,合作企业,\"1,200\",家,2023\r\n无锡市,办学经费,12.5,万元,2023年9月\r\n常州市,产值,超200亿元,,\r\n"
        let outcome = try take(csv)
        #expect(outcome.rows == 4 && outcome.wrongCells == [] && outcome.reports.count == 1)
        let figures = try database.figures()
        #expect(figures.map(\.value) == [98.5, 1200, 125_000, 20_000_000_000])
        #expect(figures.map(\.unit) == ["%", "家", "元", "元"] && figures.map(\.period) == ["2023", "2023", "2023-09", nil])
        #expect(figures.map(\.subject) == ["苏州市", "无锡市", "无锡市", "常州市"] && figures.allSatisfy { $0.subjectKind == "region" })
        #expect(figures.map(\.line) == [2, 4, 5, 6] && figures[3].bound == .over && figures[3].high == nil)
        #expect(figures[0].category == "employment" && figures[1].category == "enterprise")
        #expect(try database.employmentRates(FigureQuery().withRegion("江苏省")).count == 1)
        let text = Array(try #require(try database.text(ofReport: 1)).unicodeScalars)
        for figure in figures {
            #expect(String(String.UnicodeScalarView(text[figure.start..<figure.end])) == figure.surface)
        }
        #expect(try database.evidence(id: 2)?.source == "无锡市,合作企业,\"1,200\",家,2023")
        // Again: nothing twice.
        guard case .unchanged = try take(csv).reports.first else { return wrong("taken twice") }
        #expect(try database.count() == 4)
    }

    @Test func otherHeadersAreMapped() throws {
        var options = TableOptions()
        options.columns = [.value: "多少", .subject: "谁"]
        options.constants = [.category: "enterprise", .unit: "家", .period: "2024"]
        let outcome = try take("谁;多少;备注\n某某学院;12;x\n", options)
        #expect(outcome.wrongCells == [])
        let figure = try #require(try database.figures().first)
        #expect(figure.value == 12 && figure.unit == "家" && figure.category == "enterprise" && figure.period == "2024")
        #expect(figure.subject == "某某学院")
        options.columns = [.value: "没有"]
        guard case .badTable? = failure({ _ = try take("谁;多少\n某某学院;12\n", options) }) else { return wrong("no such column") }
        guard case .badTable? = failure({ _ = try take("甲,乙\n1,2\n") }) else { return wrong("no value") }
        guard case .badTable? = failure({ _ = try take("数值,值\n1,2\n") }) else { return wrong("two values") }
    }

    @Test func wrongRowsAreListedAndNothingIsTaken() throws {
        let csv = "地区,数值,年份,限定\n苏州市,12,2023,\n无锡市,十几,2023,\n常州市,5,去年,\n镇江市,5\n南通市,6,2023,大概\n"
        let outcome = try take(csv)
        #expect(outcome.reports.isEmpty && outcome.rows == 5)
        #expect(outcome.wrongCells.map { "\($0.line):\($0.column)" } == ["3:2", "4:3", "5:0", "6:4"], "\(outcome.wrongCells)")
        #expect(try database.count() == 0 && database.reports().isEmpty)
        var options = TableOptions()
        options.isPartial = true
        #expect(try take(csv, options).wrongCells.count == 4)
        #expect(try database.figures().map(\.subject) == ["苏州市"])
    }

    @Test(arguments: ["a,\"b", "数值\n\"1\"x\n", "数值\n\"1\n2"]) func quotesThatDoNotClose(csv: String) throws {
        let database = database
        var outcome: TableOutcome?
        let kind = failure { outcome = try database.importTable(ReportFile(path: "t.csv", bytes: Array(csv.utf8)), extractor: Extractor()) }
        #expect(kind != nil || outcome?.wrongCells.isEmpty == false)
        #expect(try database.count() == 0)
    }

    static let header =
        "figure_id,report_id,report,status,start,end,surface,value,unit,bound,statistic,category,measure,quote,section,line,confidence"

    @Test(arguments: [
        ("1,1,R,extracted,0,2,12,12,,exact,value,other,m,q,,1,1\n2,1,R,extracted,1,3,12,12,,exact,value,other,m,q,,1,1", "3:5"),
        ("1,1,R,extracted,0,9,12,12,,exact,value,other,m,q,,1,1", "2:7"), ("1,1,R,extracted,-1,2,12,12,,exact,value,other,m,q,,1,1", "2:5"),
        ("1,1,R,odd,0,2,12,12,,exact,value,other,m,q,,1,1", "2:4"), ("1,1,R,extracted,0,2,12,12,,exactly,value,other,m,q,,1,1", "2:10"),
        ("1,1,R,extracted,0,2,12,nan,,exact,value,other,m,q,,1,1", "2:8"), ("1,1,R,extracted,0,2,12,12,,exact,value,none,m,q,,1,1", "2:12"),
        ("1,1,R,extracted,0,2,12,12,,exact,value,other,m,q,,0,1", "2:16"),
        ("1,1,R,extracted,0,2,12,12,,exact,value,other,m,q,,1,7", "2:17"),
        ("1,1,R,extracted,0,999999999999,12,12,,exact,value,other,m,q,,1,1", "2:6"),
        ("1,1,,extracted,0,2,12,12,,exact,value,other,m,q,,1,1", "2:3"),
        ("1,1,R,extracted,0,2,12,12,,exact,value,other,m,q,,1,1\n1,1,R,extracted,3,5,12,12,,exact,value,other,m,q,,1,1", "3:1"),
    ])
    func wrongExportRows(rows: String, place: String) throws {
        let outcome = try take(Self.header + "\n" + rows + "\n")
        #expect(outcome.wrongCells.contains { "\($0.line):\($0.column)" == place }, "\(outcome.wrongCells)")
        #expect(try database.reports().isEmpty)
    }

    @Test func formulasAndEscapesStayText() throws {
        let csv = "地区,指标,数值\n\"=HYPERLINK(\"\"http://x\"\")\",'; DROP TABLE figure; --\u{1B}[2J,5\n"
        #expect(try take(csv).wrongCells == [])
        #expect(try database.figures().first?.measure == "'; DROP TABLE figure; --\u{1B}[2J")
        #expect(try database.figures().first?.subject == "=HYPERLINK(\"http://x\")")
    }
}
