// Writes what the extractor found in one report, inside the caller's transaction.
// Rows go in in text order and ids count up, so the same report gives the same rows.
import Figures
import GRDB
import ReportText
import Vocabulary

/// Writes one report.
struct ReportWriter {
    private let database: Database
    private let rows: ReportRows
    private let wholes: WholeReader

    init(_ database: Database, _ vocabulary: VocabularyTables) throws {
        self.database = database
        rows = try ReportRows(database, vocabulary)
        wholes = try WholeReader()
    }

    /// Stores a report.
    /// - Parameter kept: the report and figures that this one takes the place of; nil for a new report.
    /// - Returns: the row's `report_id`.
    /// - Throws: ``ZhibiaoError`` when the extraction contradicts the text, `DatabaseError` for what SQLite says.
    func write(_ prepared: PreparedReport, keeping kept: KeptFigures? = nil) throws -> Int64 {
        var stored: (report: Int64, sections: [Int64])?
        var passages = 0
        var contents = 0
        var ids = try FigureIDs(kept, database)
        try prepared.forEachPiece { piece in
            try check(prepared, piece)
            let (report, sections) = try stored ?? writeReport(prepared, piece, over: kept?.report)
            stored = (report, sections)
            try write(piece, of: report, prepared.text, sections: sections, from: passages, ids: &ids)
            try rows.contents(report, piece.contents, from: contents)
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
        let title = prepared.metadata.title ?? piece.title ?? prepared.fallbackTitle
        let year = prepared.metadata.year ?? piece.year
        if let id {
            try rows.updateReport(id, title: title, year: year)
            return (id, try writeSections(id, piece.sections))
        }
        let report = try rows.report(
            ReportRow(
                sha256: prepared.sha256, title: title, year: year, metadata: prepared.metadata, path: prepared.path,
                converter: prepared.converter), text: prepared.text)
        return (report, try writeSections(report, piece.sections))
    }

    private func writeSections(_ report: Int64, _ sections: [Section]) throws -> [Int64] {
        var ids: [Int64] = []
        var paths: [String] = []
        for (position, section) in sections.enumerated() {
            // A parent comes before its children.
            let parent = section.parent.flatMap { $0 < position ? $0 : nil }
            let path = parent.map { paths[$0] + FigureRecord.sectionSeparator + section.title } ?? section.title
            ids.append(
                try rows.section(
                    report, position: position, parent: parent.map { ids[$0] }, level: section.level, title: section.title, path: path,
                    place: section.start..<section.end))
            paths.append(path)
        }
        return ids
    }

    /// What a piece of the report holds.
    private func write(
        _ piece: Extraction, of report: Int64, _ text: ReportText, sections: [Int64], from position: Int, ids: inout FigureIDs
    ) throws {
        let passages = try piece.passages.enumerated().map { index, passage in
            try rows.passage(
                report, position: position + index, section: passage.section.flatMap { sections.indices.contains($0) ? sections[$0] : nil },
                kind: passage.kind, place: passage.start..<passage.end, line: passage.line, text: passage.text)
        }
        var figures = [Int64](repeating: 0, count: piece.figures.count)
        for numeral in piece.numerals {
            // What a figure's numeral is worth is said once, by the figure.
            let figure = numeral.figure.map { piece.figures[$0] }
            let place = numeral.start..<numeral.end
            let id = try rows.numeral(
                report, passage: passages[numeral.passage], line: numeral.line, place: place,
                // From the text itself, so that the offsets and the surface of a row cannot disagree.
                surface: text.string(place), kind: numeral.kind, value: figure?.value ?? numeral.value, unit: figure?.unit ?? numeral.unit)
            guard let figure, let index = numeral.figure else { continue }
            figures[index] = try rows.figure(
                figure, id: ids.next(at: place), numeral: id, quote: figure.quote, passage: passages[numeral.passage])
        }
        for claim in piece.ranks {
            try rows.rank(claim, of: report, passage: passages[claim.passage], figure: claim.figure.map { figures[$0] })
        }
        for alias in piece.aliases { try rows.alias(alias, of: report) }
        try rows.link(wholes.wholes(piece, text).map { (figures[$0.part], figures[$0.whole]) })
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
        for claim in extraction.ranks {
            guard claim.start >= 0, claim.start < claim.end, claim.end <= text.scalars.count,
                extraction.passages.indices.contains(claim.passage), claim.figure.map(extraction.figures.indices.contains) ?? true
            else { throw fail("the claim \(claim.text) is at \(claim.start)..<\(claim.end), outside the text, or of no passage or figure") }
        }
        let stated = extraction.numerals.compactMap(\.figure)
        guard stated.sorted() == Array(extraction.figures.indices) else {
            throw fail("\(extraction.figures.count) figures, but \(stated.count) numerals that state one")
        }
    }
}

/// The figures a report had before it was read again.
struct KeptFigures {
    let report: Int64
    /// In text order; no two overlap.
    let figures: [(place: Range<Int>, id: Int64)]
}

/// Gives figures their ids: the ones they had at this place, or new ones.
struct FigureIDs {
    private let kept: [(place: Range<Int>, id: Int64)]
    private var taken: Set<Int64> = []
    /// The next id that no figure has or had; nil where SQLite may choose.
    private var fresh: Int64?

    init(_ kept: KeptFigures?, _ database: Database) throws {
        self.kept = kept?.figures ?? []
        guard let kept else { return }
        let last = try BoundStatement(database, "SELECT ifnull(max(figure_id), 0) FROM figure").first { try $0.integer(0) } ?? 0
        fresh = max(last, kept.figures.map(\.id).max() ?? 0) + 1
    }

    /// The id of the next figure in text order; nil to let SQLite count up.
    mutating func next(at place: Range<Int>) -> Int64? {
        guard let fresh else { return nil }
        // The first that ends behind this one's start.
        var (first, last) = (0, kept.count)
        while first < last {
            let middle = (first + last) / 2
            if kept[middle].place.upperBound <= place.lowerBound { first = middle + 1 } else { last = middle }
        }
        if first < kept.count, kept[first].place.overlaps(place), taken.insert(kept[first].id).inserted { return kept[first].id }
        self.fresh = fresh + 1
        return fresh
    }
}
