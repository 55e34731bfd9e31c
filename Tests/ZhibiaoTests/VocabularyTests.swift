// A user's own vocabulary: what it adds, how it is told, and every way that it cannot be used.
import Figures
import ReportText
import Testing
import Vocabulary
import Zhibiao

@Suite("A user's own vocabulary")
struct UserVocabularyTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func file(_ name: String, _ text: String) throws -> String { try folder.write(Array(text.utf8), to: name) }

    private func figures(_ text: String, _ files: [(String, String)]) throws -> [Figure] {
        let tables = try VocabularyTables.adding(filesAt: files.map { try file($0.0, $0.1) })
        return try Extractor(tables).extract(ReportText(text)).figures
    }

    @Test("Indicators, synonyms, nouns, units, organisations and regions are added to the built-in ones")
    func adds() throws {
        let text = "2023年，蓝鲸重工投入工坊导师87名，建成工位学习站12工区。晨曦湾新区应届毕业生初次上岗率为91.5%。\n"
        let before = try Extractor().extract(ReportText(text)).figures
        let after = try figures(
            text,
            [
                ("a.csv", "code,zh,category,unit_kind,statistic,synonyms\nfirst_post_rate,初次上岗率,employment,percent,rate,初次上岗\n"),
                ("b.csv", "term,category,person\n工坊导师,teacher,yes\n"),
                ("c.csv", "surface,unit,kind\n工区,工区,count\n"),
                ("d.csv", "name,kind,region,aliases\n蓝鲸重工集团股份公司,company,常州市,蓝鲸重工;蓝鲸\n"),
                ("e.csv", "name,full,kind\n晨曦湾新区,晨曦湾新区,zone\n"),
            ])
        #expect(before.first { $0.surface.hasPrefix("87") }?.subject != "蓝鲸重工集团股份公司")
        #expect(before.contains { $0.indicator == "first_post_rate" } == false)
        let tutors = try #require(after.first { $0.surface == "87名" })
        #expect(tutors.category == "teacher")
        #expect(tutors.subject == "蓝鲸重工集团股份公司")
        #expect(tutors.subjectKind == "company")
        #expect(tutors.subjectRegion == "320400")
        #expect(after.first { $0.surface == "12工区" }?.unit == "工区")
        let rate = try #require(after.first { $0.surface == "91.5%" })
        #expect(rate.indicator == "first_post_rate")
        #expect(rate.indicatorLabel == "初次上岗率")
        #expect(rate.subject == "晨曦湾新区")
    }

    @Test("A row for a code of the catalogue adds synonyms to it")
    func synonyms() throws {
        let text = "全校工坊型教员有45人。\n"
        let found = try figures(text, [("s.csv", "code,synonyms\nteaching_staff,工坊型教员\n")])
        #expect(try SeedTable.embedded("indicators").rows.contains { $0[0] == "teaching_staff" })
        #expect(found.first?.indicator == "teaching_staff")
        #expect(try Extractor().extract(ReportText(text)).figures.first?.indicator != "teaching_staff")
    }

    @Test(
        "What is wrong is told with file, line and column",
        arguments: [
            ("", 0, 0, "columns"), ("# nothing\nname,value\nx,1\n", 2, 0, "columns"), ("term,category\n工坊,nonsense\n", 2, 2, "nonsense"),
            ("term,category\n工坊,teacher\n,teacher\n", 3, 1, "empty"), ("term,category,colour\n工坊,teacher,red\n", 1, 3, "colour"),
            ("term,category,term\n", 1, 3, "twice"), ("term,category\n工坊\n", 2, 0, "fields"),
            ("term,category\n\"工坊,teacher\n", 2, 0, "closed"), ("code,synonyms\nnew_one,新事\n", 2, 0, "zh"),
            ("code,zh,unit_kind,synonyms\nnew_one,新事,furlong,新事\n", 2, 3, "furlong"), ("surface,unit\n工区,工区\n", 1, 0, "kind"),
            ("name,kind,region,aliases\n蓝鲸,company,无此市,\n", 2, 3, "无此市"), ("code,name,level\n12,晨曦县,county\n", 2, 1, "six digits"),
            ("term,category\n工\u{7}坊,teacher\n", 2, 1, "control"),
        ])
    func errors(_ csv: String, _ line: Int, _ column: Int, _ says: String) throws {
        let path = try file("bad.csv", csv)
        let error = #expect(throws: ZhibiaoError.self) { try VocabularyTables.adding(filesAt: [path]) }
        guard case .badVocabulary(let where_, let foundLine, let foundColumn, let problem)? = error?.kind else {
            // An empty file is told as any empty file.
            #expect(error?.kind == .reportEmpty(path: path))
            return
        }
        #expect(where_ == path)
        #expect((foundLine, foundColumn) == (line, column), "\(problem)")
        #expect(problem.contains(says))
        #expect(error?.description.contains("\n") == false)
    }

    @Test("A folder gives all its tables; one without tables is an error")
    func folders() throws {
        _ = try file("n.csv", "\u{FEFF}term,category\r\n工坊导师,teacher\r\n")
        let path = folder.path
        #expect(try VocabularyTables.adding(filesAt: [path]).added.map(\.name) == ["nouns"])
        #expect(throws: ZhibiaoError.self) { try VocabularyTables.adding(filesAt: [path + "/none"]) }
    }

    @Test("The import run tells vocabularies apart, and reading again by another one changes what it adds")
    func runs() throws {
        let path = folder.file("metrics.db")
        let database = try MetricsDatabase.open(path, .readWrite)
        let report = ReportFile(path: "a.txt", bytes: Array("2023年，全校工坊型教员有45人。\n".utf8))
        _ = try database.importReport(report, extractor: Extractor())
        let own = try Extractor(.adding(filesAt: [file("s.csv", "code,synonyms\nteaching_staff,工坊型教员\n")]))
        let reread = try #require(try database.readAgain(reportID: 1, by: own))
        #expect(reread.changes.flatMap(\.fields).contains(.indicator))
        #expect(try database.figures().map(\.indicator) == ["teaching_staff"])
        #expect(try database.count(FigureQuery().withIndicator("工坊型教员")) == 1)
        // By the same vocabulary nothing changes; by the built-in one the indicator goes.
        #expect(try database.readAgain(reportID: 1, by: own)?.changes == [])
        #expect(try database.readAgain(reportID: 1, by: Extractor())?.changes.isEmpty == false)
        var runs: [SQLiteValue] = []
        try AdHocConnection.open(path).run("SELECT count(*) FROM import_run") { while let row = try $0.next() { runs += row } }
        #expect(runs == [.integer(1)])
    }
}
