// Writes what the extractor found in one report, inside the caller's transaction.
// Rows go in in text order and ids count up, so the same report gives the same rows.
import Figures
import GRDB
import ReportText

/// Writes one report's rows.
struct ReportWriter {
    private let database: Database
    private let references: References
    private let subjects: Subjects

    init(_ database: Database) throws {
        self.database = database
        references = try References(database)
        subjects = try Subjects(database)
    }

    /// Stores a report.
    /// - Returns: the new row's `report_id`.
    /// - Throws: ``ZhibiaoError`` when the extraction contradicts the text, `DatabaseError` for what SQLite says.
    func write(_ prepared: PreparedReport) throws -> Int64 {
        var stored: (report: Int64, sections: [Int64])?
        var passages = 0
        var contents = 0
        try prepared.forEachPiece { piece in
            try check(prepared, piece)
            let (report, sections) = try stored ?? writeReport(prepared, piece)
            stored = (report, sections)
            let ids = try writePassages(report, piece.passages, from: passages, sections: sections)
            try writeContents(report, piece.contents, from: contents)
            try writeNumerals(report, prepared.text, piece, passages: ids)
            passages += piece.passages.count
            contents += piece.contents.count
        }
        guard let stored else { throw ZhibiaoError(.badExtraction(path: prepared.path, detail: "the extractor gave nothing")) }
        return stored.report
    }

    /// The rows of the report itself and of its sections, as its first piece has them.
    private func writeReport(_ prepared: PreparedReport, _ piece: Extraction) throws -> (report: Int64, sections: [Int64]) {
        let run = try importRun()
        let report = try BoundStatement(
            database,
            """
            INSERT INTO report (import_run_id, sha256, title, year, path, text, publisher, author, affiliation, encoding, converter)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).insert {
            $0.bind(1, run)
            $0.bind(2, prepared.sha256)
            $0.bind(3, prepared.metadata.title ?? piece.title ?? prepared.fallbackTitle)
            $0.bind(4, prepared.metadata.year ?? piece.year)
            $0.bind(5, prepared.path)
            $0.bind(6, prepared.text)
            $0.bind(7, prepared.metadata.publisher)
            $0.bind(8, prepared.metadata.author)
            $0.bind(9, prepared.metadata.affiliation)
            $0.bind(10, prepared.text.encoding.rawValue)
            $0.bind(11, prepared.converter)
        }
        return (report, try writeSections(report, piece.sections))
    }

    /// What the views promise of every row must hold before it goes in.
    private func check(_ report: PreparedReport, _ extraction: Extraction) throws {
        let text = report.text
        func fail(_ problem: String) -> ZhibiaoError { ZhibiaoError(.badExtraction(path: report.path, detail: problem)) }
        for numeral in extraction.numerals {
            guard numeral.start >= 0, numeral.start < numeral.end, numeral.end <= text.scalars.count else {
                throw fail("the numeral \(numeral.surface) is at \(numeral.start)..<\(numeral.end), outside the text")
            }
            guard extraction.passages.indices.contains(numeral.passage) else {
                throw fail("the numeral \(numeral.surface) at \(numeral.start) has no passage")
            }
            guard (numeral.kind == .figure) == (numeral.figure != nil) else {
                throw fail("the numeral \(numeral.surface) at \(numeral.start) is a figure without one, or has one and is none")
            }
        }
        let stated = extraction.numerals.compactMap(\.figure)
        guard stated.sorted() == Array(extraction.figures.indices) else {
            throw fail("\(extraction.figures.count) figures, but \(stated.count) numerals that state one")
        }
    }

    private func importRun() throws -> Int64 {
        let find = try BoundStatement(database, "SELECT import_run_id FROM import_run WHERE tool_version = ? AND vocabulary_sha256 = ?")
        func bind(_ statement: StatementHandle) {
            statement.bind(1, ToolVersion.current)
            statement.bind(2, ReferenceData.vocabularyHash)
        }
        if let run = try find.first(bind, row: { try $0.integer(0) }) { return run }
        // The first report that this build reads: its vocabulary may be newer than the reference tables.
        try ReferenceData.update(database)
        return try BoundStatement(database, "INSERT INTO import_run (tool_version, vocabulary_sha256) VALUES (?, ?)").insert(bind)
    }

    private func writeSections(_ report: Int64, _ sections: [Section]) throws -> [Int64] {
        let insert = try BoundStatement(
            database,
            """
            INSERT INTO section (report_id, position, parent_id, level, title, path, char_start, char_end)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        var ids: [Int64] = []
        var paths: [String] = []
        for (position, section) in sections.enumerated() {
            // A parent comes before its children.
            let parent = section.parent.flatMap { $0 < position ? $0 : nil }
            let path = parent.map { paths[$0] + FigureRecord.sectionSeparator + section.title } ?? section.title
            let id = try insert.insert {
                $0.bind(1, report)
                $0.bind(2, position)
                $0.bind(3, parent.map { ids[$0] })
                $0.bind(4, section.level)
                $0.bind(5, section.title)
                $0.bind(6, path)
                $0.bind(7, section.start)
                $0.bind(8, section.end)
            }
            ids.append(id)
            paths.append(path)
        }
        return ids
    }

    private func writePassages(_ report: Int64, _ passages: [PassageRecord], from position: Int, sections: [Int64]) throws -> [Int64] {
        let insert = try BoundStatement(
            database,
            """
            INSERT INTO passage (report_id, position, section_id, kind, char_start, char_end, line, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        return try passages.enumerated().map { index, passage in
            try insert.insert {
                $0.bind(1, report)
                $0.bind(2, position + index)
                $0.bind(3, passage.section.flatMap { sections.indices.contains($0) ? sections[$0] : nil })
                $0.bind(4, passage.kind.rawValue)
                $0.bind(5, passage.start)
                $0.bind(6, passage.end)
                $0.bind(7, passage.line)
                $0.bind(8, passage.text)
            }
        }
    }

    private func writeContents(_ report: Int64, _ entries: [ContentsEntry], from position: Int) throws {
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

    private func writeNumerals(_ report: Int64, _ text: ReportText, _ extraction: Extraction, passages: [Int64]) throws {
        let insert = try BoundStatement(
            database,
            """
            INSERT INTO numeral (report_id, passage_id, line, char_start, char_end, surface, kind, value, unit)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        let figures = try FigureInsert(database)
        var sentences = Sentences(try BoundStatement(database, "INSERT INTO sentence (passage_id, text) VALUES (?, ?)"))
        for numeral in extraction.numerals {
            // What a figure's numeral is worth is said once, by the figure.
            let figure = numeral.figure.map { extraction.figures[$0] }
            let unit = figure?.unit ?? numeral.unit
            try references.needUnit(unit)
            let passage = passages[numeral.passage]
            let id = try insert.insert {
                $0.bind(1, report)
                $0.bind(2, passage)
                $0.bind(3, numeral.line)
                $0.bind(4, numeral.start)
                $0.bind(5, numeral.end)
                // From the text itself, so that the offsets and the surface of a row cannot disagree.
                $0.bind(6, text.string(numeral.start..<numeral.end))
                $0.bind(7, numeral.kind.rawValue)
                $0.bind(8, figure?.value ?? numeral.value)
                $0.bind(9, unit)
            }
            guard let figure else { continue }
            try references.needCategory(figure.category)
            try references.needIndicator(figure)
            try figures.insert(
                figure, numeral: id, sentence: try sentences.id(of: figure.quote, in: passage), subject: try subjects.id(of: figure))
        }
    }
}

/// Writes rows of `figure`.
private struct FigureInsert {
    private let statement: BoundStatement

    init(_ database: Database) throws {
        statement = try BoundStatement(
            database,
            """
            INSERT INTO figure (numeral_id, sentence_id, low, high, bound, statistic, frequency, category, indicator, measure,
                                subject_id, period, period_start, period_end, period_basis, rank, confidence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
    }

    func insert(_ figure: Figure, numeral: Int64, sentence: Int64, subject: Int64?) throws {
        let days = figure.period.flatMap(Period.init)
        try statement.run {
            $0.bind(1, numeral)
            $0.bind(2, sentence)
            $0.bind(3, figure.low)
            $0.bind(4, figure.high)
            $0.bind(5, figure.bound.rawValue)
            $0.bind(6, figure.statistic.rawValue)
            $0.bind(7, figure.frequency?.rawValue)
            $0.bind(8, figure.category)
            $0.bind(9, figure.indicator)
            $0.bind(10, figure.measure)
            $0.bind(11, subject)
            $0.bind(12, figure.period)
            $0.bind(13, days?.start)
            $0.bind(14, days?.end)
            $0.bind(15, figure.period == nil ? nil : figure.periodBasis?.rawValue)
            $0.bind(16, figure.rank)
            $0.bind(17, figure.confidence)
        }
    }
}

/// Sentences, each stored once for all its figures: those follow one another in the text.
private struct Sentences {
    private let insert: BoundStatement
    private var last: (text: String, passage: Int64, id: Int64)?

    init(_ insert: BoundStatement) { self.insert = insert }

    mutating func id(of text: String, in passage: Int64) throws -> Int64 {
        if let last, last.passage == passage, last.text == text { return last.id }
        let id = try insert.insert {
            $0.bind(1, passage)
            $0.bind(2, text)
        }
        last = (text, passage, id)
        return id
    }
}
