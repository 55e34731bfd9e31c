// The database file: made whole, opened safely, filled once.
import Foundation
import Numerals
import ReportText
import Testing

@testable import Figures
@testable import Zhibiao

@Suite struct StoreTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = folder.file("metrics.db")
    }

    @Test func newDatabaseIsKnownAsOurs() throws {
        _ = try MetricsDatabase.open(path, .readWrite)
        #expect(try folder.names == ["metrics.db"])
        guard let answer = try sqlite3(path, "PRAGMA application_id; PRAGMA user_version; PRAGMA integrity_check") else { return }
        #expect(answer == "\(Schema.applicationID)\n\(try Schema.migrations().count)\nok")
    }

    @Test func everyTableIsStrict() throws {
        _ = try MetricsDatabase.open(path, .readWrite)
        let loose = try rows("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
        #expect(loose == [])
    }

    @Test func schemaTakesEveryCode() throws {
        let sql = try #require(try Schema.migrations().first).sql
        let codes =
            NumeralKind.allCases.map(\.rawValue) + PassageKind.allCases.map(\.rawValue) + Bound.allCases.map(\.rawValue)
            + Statistic.allCases.map(\.rawValue) + Frequency.allCases.map(\.rawValue) + PeriodBasis.allCases.map(\.rawValue)
        for code in codes { #expect(sql.contains("'\(code)'"), "schema/ has no \(code)") }
    }

    @Test func storedFiguresComeBackEqual() throws {
        let sample = try Sample.rich()
        let database = try MetricsDatabase.open(path, .readWrite)
        guard case .imported(let report) = try sample.stored(in: database) else { return wrong("not imported") }
        #expect(report.title == "样例报告" && report.year == 2023 && report.figures == 6 && report.numerals == 7)
        let expected = sample.extraction.figures.enumerated().map { index, figure in
            FigureRecord(figure, report: "样例报告", figureID: Int64(index + 1), reportID: report.reportID)
        }
        #expect(try database.figures() == expected)
        #expect(try database.reports() == [report])
        let counts = try database.categoryCounts().map { "\($0.category) \($0.figures)" }
        #expect(counts == ["enterprise 3", "employment 1", "patent 1", "teacher 1"])
    }

    @Test func offsetsAreThoseOfSubstr() throws {
        let database = try MetricsDatabase.open(path, .readWrite)
        try Sample.rich().stored(in: database)
        for view in ["figures", "numerals"] {
            let wrong = try rows(
                """
                SELECT surface FROM \(view) JOIN reports USING (report_id)
                WHERE substr(text, char_start + 1, char_end - char_start) IS NOT surface
                """)
            #expect(wrong == [])
            #expect(try rows("SELECT 1 FROM \(view)").isEmpty == false)
        }
    }

    @Test func surfaceOverALineEndIsTheTextsOwn() throws {
        let database = try MetricsDatabase.open(path, .readWrite)
        let file = ReportFile(path: "wrapped.txt", bytes: Array("合作企业1\n20家。\n".utf8))
        let passage = PassageRecord(kind: .paragraph, section: nil, start: 0, end: 10, line: 1, text: "合作企业120家。")
        let numeral = NumeralRecord(
            start: 4, end: 9, surface: "120家", kind: .unresolved, value: 120, unit: "家", line: 1, passage: 0, figure: nil)
        _ = try database.store(file, sha256: file.sha256, text: file.text(), Extraction(passages: [passage], numerals: [numeral]))
        #expect(try rows("SELECT surface FROM numerals") == [[.text("1\n20家")]])
    }

    @Test func evidenceShowsThePassage() throws {
        let database = try MetricsDatabase.open(path, .readWrite)
        try Sample.rich().stored(in: database)
        let evidence = try #require(try database.evidence(id: 2))
        #expect(evidence.reportPath == "reports/sample.txt" && evidence.passageKind == .paragraph)
        #expect(evidence.source == "无锡市超200家企业参与。" && evidence.sourceLine == 5)
        let range = (evidence.figure.start - evidence.sourceStart)..<(evidence.figure.end - evidence.sourceStart)
        #expect(String(String.UnicodeScalarView(Array(evidence.source.unicodeScalars)[range])) == "200家")
        #expect(evidence.figure.section == "第一章 概况 > 第一节 无锡")
        #expect(try database.evidence(id: 99) == nil && database.figure(id: 99) == nil)
    }

    @Test func secondImportChangesNoByte() throws {
        let sample = try Sample.rich()
        let first = try sample.stored(in: MetricsDatabase.open(path, .readWrite))
        let before = try bytes(path)
        let database = try MetricsDatabase.open(path, .readWrite)
        let second = try sample.stored(in: database)
        #expect(second == .unchanged(first.report))
        #expect(try database.importReport(sample.file) == .unchanged(first.report))
        #expect(try bytes(path) == before)
        #expect(try folder.names == ["metrics.db"])
    }

    @Test func sameReportsGiveTheSameFile() throws {
        let other = folder.file("other.db")
        for path in [path, other] { try Sample.rich().stored(in: MetricsDatabase.open(path, .readWrite)) }
        #expect(try bytes(path) == bytes(other))
    }

    @Test func contradictingExtractionStoresNothing() throws {
        var sample = try Sample.rich()
        let database = try MetricsDatabase.open(path, .readWrite)
        let before = try bytes(path)
        sample = try {
            var broken = sample
            try broken.numeral("再加一", "一", .idiom, value: nil)
            return broken
        }()
        var extraction = sample.extraction
        extraction.numerals[6].end += 1000
        let file = sample.file
        let kind = failure { _ = try database.store(file, sha256: file.sha256, text: file.text(), extraction) }
        guard case .badExtraction = kind else { return wrong("\(String(describing: kind))") }
        #expect(try database.reports().isEmpty)
        #expect(try bytes(path) == before)
    }

    @Test func importsAtOnceLoseNothing() async throws {
        let path = path
        let reports = 24
        try await withThrowingTaskGroup(of: Void.self) { group in
            for worker in 0..<2 {
                group.addTask {
                    let database = try MetricsDatabase.open(path, .readWrite)
                    for number in 0..<reports {
                        var sample = Sample("r\(number).txt", title: "报告\(number)")
                        try sample.figure(
                            "第\(number)号报告有\(number)家企业。", "\(number)家", value: Double(number), unit: "家", category: "enterprise")
                        try sample.stored(in: database)
                    }
                    _ = worker
                }
            }
            group.addTask {
                let database = try { () throws -> MetricsDatabase in
                    while true { if let found = try? MetricsDatabase.open(path, .readOnly) { return found } }
                }()
                for _ in 0..<50 {
                    for report in try database.reports() { #expect(report.figures == 1) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try MetricsDatabase.open(path, .readOnly).reports().count == reports)
        #expect(try MetricsDatabase.open(path, .readOnly).count() == reports)
    }

    @Test func deletingAReportLeavesNoRowOfIt() throws {
        try Sample.rich().stored(in: MetricsDatabase.open(path, .readWrite))
        guard try sqlite3(path, "PRAGMA foreign_keys = ON; DELETE FROM report") == "" else { return }
        for table in ["section", "passage", "contents_entry", "sentence", "numeral", "figure"] {
            #expect(try rows("SELECT 1 FROM \(table)").isEmpty, "\(table)")
        }
    }

    @Test func journalOfAKilledWriterIsUndone() throws {
        try Sample.rich().stored(in: MetricsDatabase.open(path, .readWrite))
        // A writer that dies between spilling pages into the file and its commit leaves a hot journal.
        let killed = try sqlite3(
            path,
            """
            PRAGMA cache_size = 1; BEGIN; UPDATE report SET title = 'half'; UPDATE passage SET text = text || hex(zeroblob(20000));
            """, ".shell kill -9 $PPID")
        guard killed != nil, try folder.names == ["metrics.db", "metrics.db-journal"] else { return }
        // Through a link too: the journal stands beside the file itself.
        let elsewhere = try TemporaryFolder()
        let link = elsewhere.file("link.db")
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
        #expect(try MetricsDatabase.open(link, .readOnly).reports().map(\.title) == ["样例报告"])
        #expect(try folder.names == ["metrics.db"])
    }

    private func rows(_ sql: String) throws -> [[SQLiteValue]] {
        var all: [[SQLiteValue]] = []
        try AdHocConnection.open(path).run(sql) { rows in while let row = try rows.next() { all.append(row) } }
        return all
    }
}
