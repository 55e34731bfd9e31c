// The schema as people meet it: documented where `.schema` shows it, migrated by number, its views in two languages, its indexes used.
import Foundation
import GRDB
import Numerals
import Testing

@testable import Figures
@testable import Zhibiao

@Suite struct SchemaTests {
    let folder: TemporaryFolder
    let path: String

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.write(Sample.richDatabase.get(), to: "metrics.db")
    }

    private func rows(_ sql: String) throws -> [[SQLiteValue]] {
        var all: [[SQLiteValue]] = []
        try AdHocConnection.open(path).run(sql) { rows in while let row = try rows.next() { all.append(row) } }
        return all
    }

    private func texts(_ sql: String) throws -> [String] {
        try rows(sql).map { row in if case .text(let text)? = row.first { text } else { "" } }
    }

    @Test func everyTableViewAndColumnIsExplained() throws {
        for name in try texts("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'") {
            let sql = try #require(try texts("SELECT sql FROM sqlite_schema WHERE name = '\(name)'").first)
            let lines = sql.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
            #expect(lines.count > 1 && lines[1].hasPrefix("-- "), "\(name) does not say what a row is")
            guard sql.hasPrefix("CREATE TABLE") else { continue }
            for column in try texts("SELECT name FROM pragma_table_info('\(name)')") {
                let line = lines.first { $0.hasPrefix(column + " ") }
                #expect(line?.contains("-- ") == true, "\(name).\(column) is not explained")
            }
        }
    }

    @Test func everyForeignKeyAndCheckHolds() throws {
        #expect(try rows("PRAGMA foreign_key_check").isEmpty && rows("PRAGMA integrity_check") == [[.text("ok")]])
        // A child's column that leads has an index, so that deleting a report never walks a table.
        let keys = try rows(
            """
            SELECT m.name, k."from" FROM sqlite_schema m, pragma_foreign_key_list(m.name) k WHERE m.type = 'table'
            """)
        for key in keys {
            guard case .text(let table) = key[0], case .text(let column) = key[1] else { continue }
            // Reference rows are never deleted with a report.
            if ["unit", "category", "indicator"].contains(column) && table != "figure" && table != "indicator_synonym" { continue }
            let plan = try rows("EXPLAIN QUERY PLAN SELECT 1 FROM \(table) WHERE \(column) = 1")
            let isSearched = plan.contains { row in if case .text(let text) = row[3] { text.hasPrefix("SEARCH") } else { false } }
            #expect(isSearched, "\(table).\(column) has no index")
        }
    }

    @Test(arguments: ["enterprise": "企业", "teacher": "教师", "patent": "专利", "employment": "就业率"])
    func chineseViewsHoldTheSameRows(category: String, view: String) throws {
        let english = try rows("SELECT figure_id, value, unit, quote FROM figures WHERE category = '\(category)' ORDER BY 1")
        #expect(!english.isEmpty)
        #expect(try rows("SELECT 编号, 数值, 计量单位, 原文 FROM \(view) ORDER BY 1") == english)
        #expect(try rows("SELECT 编号 FROM 指标数据").count == rows("SELECT figure_id FROM figures").count)
    }

    @Test func chineseViewTellsRegionFromOrganisation() throws {
        let found = try rows("SELECT 报告, 地区, 单位名称, 类别, 数值, 下限, 上限, 限定, 计量单位, 时期, 审核状态 FROM 指标数据 WHERE 编号 IN (2, 3)")
        #expect(
            found == [
                [
                    .text("样例报告"), .text("无锡市"), .null, .text("企业"), .real(200), .real(200), .null, .text("超过"), .text("家"),
                    .text("2023-09"),
                    .text("未审核"),
                ],
                [
                    .text("样例报告"), .text("无锡市"), .text("无锡职业技术学院"), .text("教师"), .real(1369), .null, .null, .text("等于"),
                    .text("人"), .text("2017/2020"), .text("未审核"),
                ],
            ])
        #expect(
            try rows("SELECT name, kind, region, aliases FROM organisations") == [
                [.text("无锡职业技术学院"), .text("school"), .text("无锡市"), .null]
            ])
    }

    @Test(arguments: ["cases", "organisations", "rank_claims", "reviews", "指标数据", "企业", "教师", "专利", "就业率"])
    func plainSQLite3ReadsTheView(view: String) throws {
        guard let answer = try sqlite3(path, "PRAGMA trusted_schema = OFF; SELECT count(*) >= 0 FROM \(view)") else { return }
        #expect(answer == "1")
    }

    @Test(arguments: [
        ("SELECT * FROM enterprises", "figure_category"), ("SELECT * FROM 企业", "figure_category"),
        ("SELECT * FROM figures WHERE indicator = 'x' AND period = '2023'", "figure_indicator"),
        ("SELECT * FROM figures WHERE subject = '苏州市' AND indicator = 'x'", "figure_indicator"),
        ("SELECT * FROM figures WHERE report_id = 1 ORDER BY char_start", "sqlite_autoindex_numeral_1"),
        ("SELECT * FROM numerals WHERE report_id = 1", "sqlite_autoindex_numeral_1"),
        ("SELECT * FROM reports WHERE sha256 = 'x'", "sqlite_autoindex_report_1"),
        ("SELECT * FROM figure WHERE status <> 'extracted'", "figure_status"),
        ("SELECT * FROM figure WHERE whole_id = 1", "figure_whole"),
        ("SELECT * FROM region WHERE parent = '320000'", "region_parent"),
    ])
    func shownQueriesUseTheirIndex(sql: String, index: String) throws {
        let plan = try rows("EXPLAIN QUERY PLAN " + sql).map { row in if case .text(let text) = row[3] { text } else { "" } }
        #expect(plan.contains { $0.contains(index) }, "\(plan)")
    }

    @Test func migrationsAreNumberedAndRunOnce() throws {
        let migrations = try Schema.migrations()
        #expect(migrations.map(\.number) == Array(1...migrations.count))
        #expect(try rows("PRAGMA user_version") == [[.integer(Int64(migrations.count))]])
        // A file of version 0 that holds nothing is brought up when it is opened for writing, and only then.
        let empty = folder.file("empty.db")
        let id = "PRAGMA application_id = \(Schema.applicationID)"
        guard try sqlite3(empty, id) == "" else { return }
        #expect(failure { _ = try MetricsDatabase.open(empty, .readOnly) } == .olderSchema(path: empty, found: 0, known: migrations.count))
        _ = try MetricsDatabase.open(empty, .readWrite)
        #expect(try MetricsDatabase.open(empty, .readOnly).reports() == [])
    }

    @Test func migrationThatFailsLeavesTheFileAsItWas() throws {
        // A table of the same name is in the way: no part of the migration may stay.
        let blocked = folder.file("blocked.db")
        guard try sqlite3(blocked, "CREATE TABLE figure (x); PRAGMA application_id = \(Schema.applicationID)") == "" else { return }
        let before = try bytes(blocked)
        #expect(failure { _ = try MetricsDatabase.open(blocked, .readWrite) } != nil)
        #expect(try sqlite3(blocked, "SELECT group_concat(name) FROM sqlite_schema; PRAGMA user_version") == "figure\n0")
        #expect(try bytes(blocked).count == before.count)
    }

    @Test func aDatabaseOfTheFirstSchemaIsBroughtUp() throws {
        let first = try #require(Schema.migrations().first)
        let old = folder.file("old.db")
        // A blank first: the program would take a comment for an option.
        guard try sqlite3(old, " " + first.sql) != nil else { return }
        #expect(failure { _ = try MetricsDatabase.open(old, .readOnly) } == .olderSchema(path: old, found: 1, known: 2))
        let database = try MetricsDatabase.open(old, .readWrite)
        _ = try database.importReport(ReportFile(path: "a.txt", bytes: Array("2023年，苏州市有企业300家，居全省第二。\n".utf8)))
        let claim = try #require(database.rankClaims().first)
        #expect((claim.text, claim.scope, claim.rank, claim.subject, claim.figureID) == ("全省第二", "全省", 2, "苏州市", 1))
        #expect(try database.rankClaims(RankClaimQuery(kinds: [.first])).isEmpty)
        #expect(try sqlite3(old, "PRAGMA user_version; PRAGMA foreign_key_check; PRAGMA integrity_check") == "2\nok")
    }

    @Test func ranksAreClaimsWithTheirPlace() throws {
        var sample = Sample("ranks.txt", title: "排名")
        try sample.figure("全市高技能人才64.8万人，居全省第一。", "64.8万人", value: 648_000, unit: "人", category: "talent", subject: "苏州市", region: "320500")
        sample.setRank("全省第一")
        let database = try MetricsDatabase.open(path, .readWrite)
        try sample.stored(in: database)
        let claims = try rows(
            """
            SELECT c.text, c.scope, c.subject, c.line, c.figure_id = f.figure_id,
                   substr(r.text, c.char_start + 1, c.char_end - c.char_start)
            FROM rank_claims c JOIN figures f USING (figure_id) JOIN reports r ON r.report_id = c.report_id
            """)
        #expect(claims == [[.text("全省第一"), .text("全省"), .text("苏州市"), .integer(1), .integer(1), .text("全省第一")]])
    }
}
