// A damaged or hostile database file is an error or an answer, never a crash.
import Foundation
import Testing

@testable import Figures
@testable import Zhibiao

@Suite struct DamageTests {
    /// Everything that reads a database, each on its own.
    private static func readAll(_ path: String) {
        guard let database = try? MetricsDatabase.open(path, .readOnly) else { return }
        _ = try? database.figures()
        _ = try? database.reports()
        _ = try? database.rankClaims()
        _ = try? database.reviews()
        _ = try? database.check()
        _ = try? database.categoryCounts()
        for id in 1...6 {
            _ = try? database.evidence(id: Int64(id))
            _ = try? database.corrections(ofFigure: Int64(id))
        }
        _ = try? database.enterprises(FigureQuery().withRegion("江苏省").sorted(by: .value))
        _ = try? AdHocConnection.open(path).run("SELECT * FROM 指标数据; SELECT * FROM numerals; PRAGMA integrity_check") { rows in
            while try rows.next() != nil {}
        }
    }

    @Test(arguments: 0..<10) func flippedBits(part: Int) throws {
        let folder = try TemporaryFolder()
        let whole = try Sample.richDatabase.get()
        var random = SplitMix(state: UInt64(part) + 1)
        for round in 0..<50 {
            var bytes = whole
            // The first page holds the schema's root; the last ones the report.
            for _ in 0...random.next(12) {
                let range = random.next(3) == 0 ? 100..<4096 : 0..<bytes.count
                bytes[range.lowerBound + random.next(range.count)] ^= UInt8(1 << random.next(8))
            }
            if round % 10 == 0 { bytes.removeLast(random.next(bytes.count)) }
            if round % 10 == 1 {
                let start = random.next(bytes.count - 4096)
                for index in start..<(start + 4096) { bytes[index] = UInt8(random.next(256)) }
            }
            let path = try folder.write(bytes, to: "\(round).db")
            Self.readAll(path)
            // Writing into it neither.
            if round % 5 == 0, let database = try? MetricsDatabase.open(path, .readWrite) {
                _ = try? database.review([ReviewRequest(1, .correct([.value(1)]), by: "a")])
                _ = try? database.readAgain(reportID: 1, by: Self.extractor.get())
                _ = try? database.deleteReport(id: 1)
            }
        }
    }

    private static let extractor = Result { try Extractor() }

    @Test(arguments: [
        "UPDATE numeral SET char_start = 9223372036854775806, char_end = 9223372036854775807 WHERE numeral_id = 1",
        "PRAGMA ignore_check_constraints = ON; UPDATE numeral SET char_start = -9223372036854775808, line = -9223372036854775808",
        "PRAGMA ignore_check_constraints = ON; UPDATE passage SET char_start = 9223372036854775807, char_end = -5, line = 0",
        "PRAGMA ignore_check_constraints = ON; UPDATE figure SET period = '9999999-99', status = 'odd'",
        "UPDATE numeral SET value = 9e999 WHERE value IS NOT NULL", "UPDATE figure SET whole_id = 2 WHERE figure_id = 1",
        "PRAGMA foreign_keys = OFF; DELETE FROM report", "PRAGMA foreign_keys = OFF; DELETE FROM passage",
        "CREATE TRIGGER t AFTER INSERT ON review BEGIN DELETE FROM figure; END", "DROP VIEW figures", "DROP TABLE review",
        "INSERT INTO review VALUES (1, '\(String(repeating: "0", count: 64))', 0, 1, '', 1, 'correct', 'a', '2023-01-01T00:00:00Z', '');"
            + "INSERT INTO review_field VALUES (1, 'value', x'00')",
        "DROP VIEW reviews; CREATE VIEW reviews AS SELECT load_extension('x') AS review_id",
    ])
    func changedByHand(change: String) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Sample.richDatabase.get(), to: "metrics.db")
        guard try sqlite3(path, change) != nil else { return }
        Self.readAll(path)
        guard let database = try? MetricsDatabase.open(path, .readWrite) else { return }
        _ = try? database.review([ReviewRequest(1, .reject, by: "a")])
        _ = try? database.readAgain(reportID: 1, by: Self.extractor.get())
        _ = try? database.deleteReport(id: 1)
    }

    /// The same numbers in every run.
    private struct SplitMix {
        var state: UInt64
        mutating func next(_ limit: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ z >> 31) % UInt64(max(limit, 1)))
        }
    }
}
