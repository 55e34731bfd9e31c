// The rows of a report, one statement a table: who writes what into them is told elsewhere.
import Figures
import GRDB
import ReportText
import Vocabulary

/// What is said of a figure besides its number: by the extractor, or by a table.
protocol FigureContent {
    var value: Double { get }
    var low: Double? { get }
    var high: Double? { get }
    var unit: String { get }
    var bound: Bound { get }
    var statistic: Statistic { get }
    var frequency: Frequency? { get }
    var category: String { get }
    var indicator: String? { get }
    var indicatorLabel: String? { get }
    var measure: String { get }
    var subjectName: SubjectName? { get }
    var period: String? { get }
    var periodBasis: PeriodBasis? { get }
    var rank: String? { get }
    var confidence: Double { get }
}

extension Figure: FigureContent {
    var subjectName: SubjectName? { SubjectName(self) }
}

/// A row of `report`.
struct ReportRow {
    var id: Int64?
    var kind = ReportKind.document
    var sha256: String
    var title: String
    var year: Int?
    /// What was told of the report; its title and year outlive new rules.
    var metadata: ReportMetadata
    var path: String
    var converter: String?
}

/// Writes rows, inside the caller's transaction.
final class ReportRows {
    private let database: Database
    private let vocabulary: VocabularyTables
    private let references: References
    private let subjects: Subjects
    private let insertSection: BoundStatement
    private let insertPassage: BoundStatement
    private let insertSentence: BoundStatement
    private let insertNumeral: BoundStatement
    private let insertFigure: BoundStatement
    private let insertRank: BoundStatement
    private let findSentence: BoundStatement
    private let insertAlias: BoundStatement
    /// Sentences are stored once for all their figures: those follow one another in the text.
    private var lastSentence: (text: String, passage: Int64, id: Int64)?

    init(_ database: Database, _ vocabulary: VocabularyTables) throws {
        self.database = database
        self.vocabulary = vocabulary
        references = try References(database)
        subjects = try Subjects(database)
        insertSection = try BoundStatement(
            database,
            """
            INSERT INTO section (report_id, position, parent_id, level, title, path, char_start, char_end)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertPassage = try BoundStatement(
            database,
            """
            INSERT INTO passage (report_id, position, section_id, kind, char_start, char_end, line, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertSentence = try BoundStatement(database, "INSERT INTO sentence (passage_id, text) VALUES (?, ?)")
        insertNumeral = try BoundStatement(
            database,
            """
            INSERT INTO numeral (report_id, passage_id, line, char_start, char_end, surface, kind, value, unit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertFigure = try BoundStatement(
            database,
            """
            INSERT INTO figure (figure_id, numeral_id, sentence_id, status, low, high, bound, statistic, frequency, category, indicator,
                                measure, subject_id, period, period_start, period_end, period_basis, rank, confidence)
            VALUES (?, ?, ?, 'extracted', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        insertRank = try BoundStatement(
            database,
            """
            INSERT INTO rank_claim (report_id, sentence_id, figure_id, subject_id, kind, text, scope, rank, measure, period, period_start,
                                    period_end, period_basis, line, char_start, char_end)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        findSentence = try BoundStatement(database, "SELECT sentence_id FROM sentence WHERE passage_id = ? AND text = ?")
        insertAlias = try BoundStatement(
            database, "INSERT INTO subject_alias (subject_id, alias, report_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
    }

    // MARK: reports

    /// The row of this build. With the first report that it reads the reference tables are brought up to its vocabulary.
    func importRun() throws -> Int64 {
        let find = try BoundStatement(database, "SELECT import_run_id FROM import_run WHERE tool_version = ? AND vocabulary_sha256 = ?")
        let hash = ReferenceData.hash(of: vocabulary)
        func bind(_ statement: StatementHandle) {
            statement.bind(1, ToolVersion.current)
            statement.bind(2, hash)
        }
        if let run = try find.first(bind, row: { try $0.integer(0) }) { return run }
        try ReferenceData(vocabulary).update(database)
        return try BoundStatement(database, "INSERT INTO import_run (tool_version, vocabulary_sha256) VALUES (?, ?)").insert(bind)
    }

    func report(_ row: ReportRow, text: ReportText) throws -> Int64 {
        let run = try importRun()
        return try BoundStatement(
            database,
            """
            INSERT INTO report (report_id, import_run_id, kind, sha256, title, title_is_told, year, year_is_told, path, text, publisher,
                                author, affiliation, encoding, converter)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).insert {
            $0.bind(1, row.id)
            $0.bind(2, run)
            $0.bind(3, row.kind.rawValue)
            $0.bind(4, row.sha256)
            $0.bind(5, row.title)
            $0.bind(6, row.metadata.title == nil ? 0 : 1)
            $0.bind(7, row.year)
            $0.bind(8, row.metadata.year == nil ? 0 : 1)
            $0.bind(9, row.path)
            $0.bind(10, text)
            $0.bind(11, row.metadata.publisher)
            $0.bind(12, row.metadata.author)
            $0.bind(13, row.metadata.affiliation)
            $0.bind(14, text.encoding.rawValue)
            $0.bind(15, row.converter)
        }
    }

    /// Says of a report that this build has read it again.
    func updateReport(_ id: Int64, title: String, year: Int?) throws {
        let run = try importRun()
        try BoundStatement(database, "UPDATE report SET import_run_id = ?, title = ?, year = ? WHERE report_id = ?").run {
            $0.bind(1, run)
            $0.bind(2, title)
            $0.bind(3, year)
            $0.bind(4, id)
        }
    }

    /// Puts what is told of a report, and its text, in place of what was.
    func updateReport(_ id: Int64, metadata: ReportMetadata, path: String, text: ReportText) throws {
        try BoundStatement(
            database,
            """
            UPDATE report SET title_is_told = ?, year_is_told = ?, publisher = ?, author = ?, affiliation = ?, path = ?, encoding = ?,
                              text = ?
            WHERE report_id = ?
            """
        ).run {
            $0.bind(1, metadata.title == nil ? 0 : 1)
            $0.bind(2, metadata.year == nil ? 0 : 1)
            $0.bind(3, metadata.publisher)
            $0.bind(4, metadata.author)
            $0.bind(5, metadata.affiliation)
            $0.bind(6, path)
            $0.bind(7, text.encoding.rawValue)
            $0.bind(8, text)
            $0.bind(9, id)
        }
    }

    // MARK: structure

    func section(
        _ report: Int64, position: Int, parent: Int64?, level: Int, title: String, path: String, place: Range<Int>
    ) throws -> Int64 {
        try insertSection.insert {
            $0.bind(1, report)
            $0.bind(2, position)
            $0.bind(3, parent)
            $0.bind(4, level)
            $0.bind(5, title)
            $0.bind(6, path)
            $0.bind(7, place.lowerBound)
            $0.bind(8, place.upperBound)
        }
    }

    func passage(
        _ report: Int64, position: Int, section: Int64?, kind: PassageKind, place: Range<Int>, line: Int, text: String
    ) throws -> Int64 {
        try insertPassage.insert {
            $0.bind(1, report)
            $0.bind(2, position)
            $0.bind(3, section)
            $0.bind(4, kind.rawValue)
            $0.bind(5, place.lowerBound)
            $0.bind(6, place.upperBound)
            $0.bind(7, line)
            $0.bind(8, text)
        }
    }

    func contents(_ report: Int64, _ entries: [ContentsEntry], from position: Int) throws {
        guard !entries.isEmpty else { return }
        let insert = try BoundStatement(
            database,
            """
            INSERT INTO contents_entry (report_id, position, chapter, title, page, char_start, char_end)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        for (index, entry) in entries.enumerated() {
            try insert.run {
                $0.bind(1, report)
                $0.bind(2, position + index)
                $0.bind(3, entry.chapter)
                $0.bind(4, entry.title)
                $0.bind(5, entry.page)
                $0.bind(6, entry.start)
                $0.bind(7, entry.end)
            }
        }
    }

    // MARK: numbers

    func numeral(
        _ report: Int64, passage: Int64, line: Int, place: Range<Int>, surface: String, kind: NumeralKind, value: Double?, unit: String
    ) throws -> Int64 {
        try references.needUnit(unit)
        return try insertNumeral.insert {
            $0.bind(1, report)
            $0.bind(2, passage)
            $0.bind(3, line)
            $0.bind(4, place.lowerBound)
            $0.bind(5, place.upperBound)
            $0.bind(6, surface)
            $0.bind(7, kind.rawValue)
            $0.bind(8, value)
            $0.bind(9, unit)
        }
    }

    /// - Parameters:
    ///   - id: nil to count up.
    ///   - quote: the figure's sentence, in the passage.
    func figure(_ figure: some FigureContent, id: Int64?, numeral: Int64, quote: String, passage: Int64) throws -> Int64 {
        try references.needCategory(figure.category)
        try references.needIndicator(figure)
        let days = figure.period.flatMap(Period.init)
        let subject = try figure.subjectName.map(subjects.id)
        let sentence = try sentence(quote, passage)
        return try insertFigure.insert {
            $0.bind(1, id)
            $0.bind(2, numeral)
            $0.bind(3, sentence)
            $0.bind(4, figure.low)
            $0.bind(5, figure.high)
            $0.bind(6, figure.bound.rawValue)
            $0.bind(7, figure.statistic.rawValue)
            $0.bind(8, figure.frequency?.rawValue)
            $0.bind(9, figure.category)
            $0.bind(10, figure.indicator)
            $0.bind(11, figure.measure)
            $0.bind(12, subject)
            $0.bind(13, figure.period)
            $0.bind(14, days?.start)
            $0.bind(15, days?.end)
            $0.bind(16, figure.period == nil ? nil : figure.periodBasis?.rawValue)
            $0.bind(17, figure.rank)
            $0.bind(18, figure.confidence)
        }
    }

    private func sentence(_ text: String, _ passage: Int64) throws -> Int64 {
        if let lastSentence, lastSentence.passage == passage, lastSentence.text == text { return lastSentence.id }
        let id = try insertSentence.insert {
            $0.bind(1, passage)
            $0.bind(2, text)
        }
        lastSentence = (text, passage, id)
        return id
    }

    /// A claim to a place; `figure` is the one it is made of.
    func rank(_ claim: RankClaim, of report: Int64, passage: Int64, figure: Int64?) throws {
        let subject = try SubjectName(claim.subject, claim.subjectKind, claim.subjectRegion).map(subjects.id)
        let sentence = try knownSentence(claim.quote, passage) ?? sentence(claim.quote, passage)
        let days = claim.period.flatMap(Period.init)
        try insertRank.run {
            $0.bind(1, report)
            $0.bind(2, sentence)
            $0.bind(3, figure)
            $0.bind(4, subject)
            $0.bind(5, claim.kind.rawValue)
            $0.bind(6, claim.text)
            $0.bind(7, claim.scope)
            $0.bind(8, claim.rank)
            $0.bind(9, claim.measure)
            $0.bind(10, claim.period)
            $0.bind(11, days?.start)
            $0.bind(12, days?.end)
            $0.bind(13, claim.period == nil ? nil : claim.periodBasis?.rawValue)
            $0.bind(14, claim.line)
            $0.bind(15, claim.start)
            $0.bind(16, claim.end)
        }
    }

    /// The sentence of a passage that a figure's row has made already.
    private func knownSentence(_ text: String, _ passage: Int64) throws -> Int64? {
        try findSentence.first {
            $0.bind(1, passage)
            $0.bind(2, text)
        } row: {
            try $0.integer(0)
        }
    }

    /// Another name of an organisation, as a report introduces it.
    func alias(_ alias: SubjectAlias, of report: Int64) throws {
        guard let subject = try SubjectName(alias.subject, alias.subjectKind, alias.subjectRegion).map(subjects.id) else { return }
        try insertAlias.run {
            $0.bind(1, subject)
            $0.bind(2, alias.alias)
            $0.bind(3, report)
        }
    }

    /// Says of figures what whole they are a part of.
    func link(_ wholes: [(part: Int64, whole: Int64)]) throws {
        guard !wholes.isEmpty else { return }
        let update = try BoundStatement(database, "UPDATE figure SET whole_id = ? WHERE figure_id = ?")
        for (part, whole) in wholes where part != whole {
            try update.run {
                $0.bind(1, whole)
                $0.bind(2, part)
            }
        }
    }
}
