// Writes the numerals of a report with their figures, sentences and rank claims, inside the caller's transaction.
import Figures
import GRDB
import ReportText

/// Writes rows of `numeral` and all that points at them.
final class FigureWriter {
    private let database: Database
    private let references: References
    private let subjects: Subjects
    private let insertNumeral: BoundStatement
    private let insertFigure: BoundStatement
    private let sentences: Sentences
    private let insertRank: BoundStatement
    private let ranks: RankReader

    init(_ database: Database) throws {
        self.database = database
        references = try References(database)
        subjects = try Subjects(database)
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
        sentences = Sentences(try BoundStatement(database, "INSERT INTO sentence (passage_id, text) VALUES (?, ?)"))
        insertRank = try BoundStatement(
            database,
            """
            INSERT INTO rank_claim (report_id, passage_id, figure_id, subject_id, text, scope, line, char_start, char_end)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        ranks = try RankReader()
    }

    /// Writes what a piece of a report holds.
    /// - Parameters:
    ///   - passages: the ids of the piece's passages.
    ///   - ids: gives the figures their ids.
    func write(_ piece: Extraction, of report: Int64, _ text: ReportText, passages: [Int64], ids: inout FigureIDs) throws {
        var figureIDs = [Int64](repeating: 0, count: piece.figures.count)
        for numeral in piece.numerals {
            // What a figure's numeral is worth is said once, by the figure.
            let figure = numeral.figure.map { piece.figures[$0] }
            let unit = figure?.unit ?? numeral.unit
            try references.needUnit(unit)
            let passage = passages[numeral.passage]
            let id = try insertNumeral.insert {
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
            guard let figure, let index = numeral.figure else { continue }
            try references.needCategory(figure.category)
            try references.needIndicator(figure)
            figureIDs[index] = try write(
                figure, id: ids.next(at: numeral.start..<numeral.end), numeral: id,
                sentence: try sentences.id(of: figure.quote, in: passage))
        }
        try write(ranks.claims(piece, text), of: report, passages: passages, figures: figureIDs)
    }

    private func write(_ figure: Figure, id: Int64?, numeral: Int64, sentence: Int64) throws -> Int64 {
        let days = figure.period.flatMap(Period.init)
        let subject = try SubjectName(figure).map(subjects.id)
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

    /// Writes claims to a rank; those that are said of a figure point at it.
    private func write(_ claims: [RankClaim], of report: Int64, passages: [Int64], figures: [Int64]) throws {
        for claim in claims {
            let subject = try claim.subject.map(subjects.id)
            try insertRank.run {
                $0.bind(1, report)
                $0.bind(2, passages[claim.passage])
                $0.bind(3, claim.figure.map { figures[$0] })
                $0.bind(4, subject)
                $0.bind(5, claim.text)
                $0.bind(6, claim.scope)
                $0.bind(7, claim.line)
                $0.bind(8, claim.start)
                $0.bind(9, claim.end)
            }
        }
    }

    /// Says of figures what whole they are a part of.
    /// - Parameter wholes: for a part's `figure_id` the whole's.
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

/// Sentences, each stored once for all its figures: those follow one another in the text.
private final class Sentences {
    private let insert: BoundStatement
    private var last: (text: String, passage: Int64, id: Int64)?

    init(_ insert: BoundStatement) { self.insert = insert }

    func id(of text: String, in passage: Int64) throws -> Int64 {
        if let last, last.passage == passage, last.text == text { return last.id }
        let id = try insert.insert {
            $0.bind(1, passage)
            $0.bind(2, text)
        }
        last = (text, passage, id)
        return id
    }
}

/// The figures a report had before it was read again.
struct KeptFigures {
    let report: Int64
    /// In text order; no two overlap.
    let figures: [(place: Range<Int>, id: Int64)]
}

/// Gives figures their ids: the ones they had at this place, the ones wanted, or new ones.
struct FigureIDs {
    private var wanted: ArraySlice<Int64>
    private let kept: [(place: Range<Int>, id: Int64)]
    private var taken: Set<Int64> = []
    /// The next id that no figure has or had; nil where SQLite may choose.
    private var fresh: Int64?

    init(_ wanted: PreparedReport.WantedIDs?, _ kept: KeptFigures?, _ database: Database) throws {
        self.wanted = wanted?.figures[...] ?? []
        self.kept = kept?.figures ?? []
        guard let kept else { return }
        let last = try BoundStatement(database, "SELECT ifnull(max(figure_id), 0) FROM figure").first { try $0.integer(0) } ?? 0
        fresh = max(last, kept.figures.map(\.id).max() ?? 0) + 1
    }

    /// The id of the next figure in text order; nil to let SQLite count up.
    mutating func next(at place: Range<Int>) -> Int64? {
        if let id = wanted.popFirst() { return id }
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
