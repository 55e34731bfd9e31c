// Writes what the extractor found in one report, inside the caller's transaction.
// Rows go in in text order and ids count up, so the same report gives the same rows.
import Figures
import GRDB
import ReportText

/// Writes one report's rows.
struct ReportWriter {
    private let database: Database
    private let figures: FigureWriter

    init(_ database: Database) throws {
        self.database = database
        figures = try FigureWriter(database)
    }

    /// Stores a report.
    /// - Parameter kept: the report and figures that this one takes the place of; nil for a new report.
    /// - Returns: the row's `report_id`.
    /// - Throws: ``ZhibiaoError`` when the extraction contradicts the text, `DatabaseError` for what SQLite says.
    func write(_ prepared: PreparedReport, keeping kept: KeptFigures? = nil) throws -> Int64 {
        var stored: (report: Int64, sections: [Int64])?
        var passages = 0
        var contents = 0
        var ids = try FigureIDs(prepared.wanted, kept, database)
        try prepared.forEachPiece { piece in
            try check(prepared, piece)
            let (report, sections) = try stored ?? writeReport(prepared, piece, over: kept?.report)
            stored = (report, sections)
            let passageIDs = try writePassages(report, piece.passages, from: passages, sections: sections)
            try writeContents(report, piece.contents, from: contents)
            try figures.write(piece, of: report, prepared.text, passages: passageIDs, ids: &ids)
            passages += piece.passages.count
            contents += piece.contents.count
        }
        guard let stored else { throw ZhibiaoError(.badExtraction(path: prepared.path, detail: "the extractor gave nothing")) }
        return stored.report
    }

    /// The rows of the report itself and of its sections, as its first piece has them.
    /// - Parameter id: the report's row where there is one already: its text, path and origin stay.
    private func writeReport(
        _ prepared: PreparedReport, _ piece: Extraction, over id: Int64?
    ) throws -> (report: Int64, sections: [Int64]) {
        let run = try importRun()
        let metadata = prepared.metadata
        let title = metadata.title ?? piece.title ?? prepared.fallbackTitle
        let year = metadata.year ?? piece.year
        if let id {
            try BoundStatement(database, "UPDATE report SET import_run_id = ?, title = ?, year = ? WHERE report_id = ?").run {
                $0.bind(1, run)
                $0.bind(2, title)
                $0.bind(3, year)
                $0.bind(4, id)
            }
            return (id, try writeSections(id, piece.sections))
        }
        let report = try BoundStatement(
            database,
            """
            INSERT INTO report (report_id, import_run_id, kind, sha256, title, title_is_told, year, year_is_told, path, text, publisher,
                                author, affiliation, encoding, converter)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).insert {
            $0.bind(1, prepared.wanted?.report)
            $0.bind(2, run)
            $0.bind(3, prepared.kind.rawValue)
            $0.bind(4, prepared.sha256)
            $0.bind(5, title)
            $0.bind(6, metadata.title == nil ? 0 : 1)
            $0.bind(7, year)
            $0.bind(8, metadata.year == nil ? 0 : 1)
            $0.bind(9, prepared.path)
            $0.bind(10, prepared.text)
            $0.bind(11, metadata.publisher)
            $0.bind(12, metadata.author)
            $0.bind(13, metadata.affiliation)
            $0.bind(14, prepared.text.encoding.rawValue)
            $0.bind(15, prepared.converter)
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
}
