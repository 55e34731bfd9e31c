// The whole way, from a file's bytes through the real extractor to rows.
import Figures
import Foundation
import Testing
import Vocabulary

@testable import Zhibiao

@Suite struct ImportTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("metrics.db")
    }

    static let samples = EmbeddedFile.all(in: "seeds/reports/").filter { !$0.name.hasPrefix("README") }

    @Test func sampleReportsGoInAndAnswer() throws {
        let database = try MetricsDatabase.open(path, .readWrite)
        let extractor = try Extractor()
        for sample in Self.samples {
            let file = ReportFile(path: sample.path, bytes: sample.bytes)
            guard case .imported(let report) = try database.importReport(file, extractor: extractor) else {
                return wrong("\(sample.path) was there already")
            }
            let text = try file.text()
            let extraction = try file.extraction(by: extractor)
            #expect(report.figures == extraction.figures.count && report.numerals == extraction.numerals.count)
            let expected = extraction.figures.map { FigureRecord($0, report: report.title) }
            let stored = try database.figures(FigureQuery().withReport(id: report.reportID))
            for (stored, expected) in zip(stored, expected) {
                var stored = stored
                stored.figureID = 0
                stored.reportID = 0
                // The label is the catalogue's.
                stored.indicatorLabel = expected.indicatorLabel
                #expect(stored == expected)
                #expect(text.string(stored.start..<stored.end) == stored.surface)
            }
        }
        #expect(try database.reports().count == Self.samples.count)
        let before = try bytes(path)
        for sample in Self.samples {
            let outcome = try database.importReport(ReportFile(path: "other/" + sample.name, bytes: sample.bytes))
            guard case .unchanged = outcome else { return wrong("\(sample.path) went in twice") }
        }
        #expect(try bytes(path) == before)
    }

    @Test func seedsAreInTheReferenceTables() throws {
        let database = try MetricsDatabase.open(path, .readWrite)
        for (table, column, seed) in [
            ("category", "code", "categories"), ("indicator", "code", "indicators"), ("region", "code", "divisions"),
            ("unit", "unit", "units"),
        ] {
            let source = try SeedTable.embedded(seed)
            let codes = Set(source.rows.map { source.value($0, column) })
            let stored = try database.read { db in
                var found: Set<String> = []
                try BoundStatement(db, "SELECT \(column) FROM \(table)").eachRow { found.insert(try $0.text(0)) }
                return found
            }
            #expect(stored.subtracting([""]) == codes.subtracting([""]), "\(table)")
        }
    }

    @Test(arguments: [("苏州", "苏州市"), ("江苏", "江苏省"), ("320583", "昆山市"), ("吉林", "吉林省"), ("内蒙古", "内蒙古自治区")])
    func regionsHaveNames(name: String, region: String) throws {
        guard try !SeedTable.embedded("divisions").rows.isEmpty else { return }
        let database = try MetricsDatabase.open(path, .readWrite)
        let code = try #require(try database.read { db in try NameLookup(db).regionCodes(name) }.first).lowerBound
        let found = try database.read { db in
            try BoundStatement(db, "SELECT name FROM region WHERE code = ?").first {
                $0.bind(1, code)
            } row: {
                try $0.text(0)
            }
        }
        #expect(found == region)
    }
}
