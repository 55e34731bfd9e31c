// Reviews: stored as what a person said, and worked into the figures, with the machine's values kept beside.
// A figure's rows follow from what the machine read and from its reviews in order; whenever one of the two changes, they are
// worked out anew.
import Figures
import GRDB

/// Stores reviews and works them into figures, inside the caller's transaction.
final class ReviewWriter {
    private let database: Database
    private let reader: FigureReader
    private let names: NameLookup
    private let references: References
    private let subjects: Subjects

    init(_ database: Database) throws {
        self.database = database
        reader = try FigureReader(database)
        names = try NameLookup(database)
        references = try References(database)
        subjects = try Subjects(database)
    }

    // MARK: making a review

    /// Stores a review and works it into its figure.
    /// - Returns: its id.
    /// - Throws: ``ZhibiaoError`` when there is no such figure, or a field cannot have the value set.
    func add(_ request: ReviewRequest) throws -> Int64 {
        guard let figure = try reader.figure(request.figureID) else { throw ZhibiaoError(.unknownFigure(id: request.figureID)) }
        if request.reviewer.isEmpty { throw ZhibiaoError(.reviewerMissing) }
        var fields: [FieldCorrection] = []
        if case .correct(let given) = request.action { fields = try completed(given, of: figure) }
        let id = try BoundStatement(
            database,
            """
            INSERT INTO review (report_sha256, char_start, char_end, surface, figure_id, action, reviewer, reviewed_at, reason)
            SELECT sha256, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ? FROM report WHERE report_id = ?
            """
        ).insert {
            $0.bind(1, figure.start)
            $0.bind(2, figure.end)
            $0.bind(3, figure.surface)
            $0.bind(4, figure.figureID)
            $0.bind(5, request.action.name)
            $0.bind(6, request.reviewer)
            $0.bind(7, request.reason)
            $0.bind(8, figure.reportID)
        }
        let insert = try BoundStatement(database, "INSERT INTO review_field (review_id, field, value) VALUES (?, ?, ?)")
        for (field, value) in fields.map(\.stored) {
            try insert.run {
                $0.bind(1, id)
                $0.bind(2, field.rawValue)
                $0.bind(3, value)
            }
        }
        try work(into: figure.figureID)
        return id
    }

    /// The fields as they are stored: names as codes, and what follows from a field beside it.
    private func completed(_ given: [FieldCorrection], of figure: FigureRecord) throws -> [FieldCorrection] {
        var fields: [FigureRecord.Field: FieldCorrection] = [:]
        func bad(_ field: FigureRecord.Field, _ found: String, _ problem: String) -> ZhibiaoError {
            ZhibiaoError(.badField(field: field.rawValue, found: found, problem: problem))
        }
        for correction in given {
            switch correction {
            case .category(let name):
                guard let code = try names.categories(name).first else { throw ZhibiaoError(.unknownCategory(code: name)) }
                fields[.category] = .category(code)
            case .indicator(let name?):
                guard let code = try names.indicator(name) else { throw bad(.indicator, name, "is no indicator's code or name") }
                fields[.indicator] = .indicator(code)
            case .period(nil):
                fields[.period] = correction
                fields[.periodBasis] = .periodBasis(nil)
            case .subject(let name):
                fields[.subject] = correction
                guard !given.contains(where: { $0.stored.field == .subjectKind }) else { continue }
                fields[.subjectKind] = .subjectKind(try name.map { try kind(of: $0) })
            default: fields[correction.stored.field] = correction
            }
        }
        var result = figure
        for field in fields.values { field.apply(to: &result) }
        if fields[.value] != nil || fields[.bound] != nil {
            let (low, high) = Self.limits(result)
            if fields[.low] == nil {
                fields[.low] = .low(low)
                result.low = low
            }
            if fields[.high] == nil {
                fields[.high] = .high(high)
                result.high = high
            }
        }
        if let low = result.low, let high = result.high, low > high { throw bad(.low, "\(low)", "is more than high (\(high))") }
        if result.period == nil, result.periodBasis != nil { throw bad(.periodBasis, result.periodBasis?.rawValue ?? "", "needs a period") }
        if result.subject == nil, result.subjectKind != nil { throw bad(.subjectKind, result.subjectKind ?? "", "needs a subject") }
        return fields.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value)
    }

    /// What the words of a bound allow.
    private static func limits(_ figure: FigureRecord) -> (low: Double?, high: Double?) {
        switch figure.bound {
        case .exact: (figure.value, figure.value)
        case .over: (figure.value, nil)
        case .almost, .under: (nil, figure.value)
        case .about: (nil, nil)
        case .range: (figure.low, figure.high)
        }
    }

    /// The kind of the region or organisation of this name.
    private func kind(of name: String) throws -> String {
        let known = try BoundStatement(
            database,
            """
            SELECT 'region' FROM region WHERE name = ?1 UNION ALL SELECT kind FROM subject WHERE name = ?1 LIMIT 1
            """
        ).first {
            $0.bind(1, name)
        } row: {
            try $0.text(0)
        }
        return known ?? "organisation"
    }

    // MARK: working reviews into figures

    /// Finds the figures that earlier reviews of a report's content are about, and works those reviews into them.
    /// - Returns: the reviews whose figure is not there.
    @discardableResult
    func workIn(reviewsOf report: Int64) throws -> [Review] {
        let reviews = try ReviewReader(database).reviews("report_sha256 = (SELECT sha256 FROM report WHERE report_id = ?)", report)
        guard !reviews.isEmpty else { return [] }
        // Of the figures at this place the one that begins where the reviewed one did, else the first.
        let find = try BoundStatement(
            database,
            """
            SELECT figure.figure_id FROM numeral JOIN figure ON figure.numeral_id = numeral.numeral_id
            WHERE numeral.report_id = ?1 AND numeral.char_start < ?3 AND numeral.char_end > ?2
            ORDER BY numeral.char_start <> ?2, numeral.char_start LIMIT 1
            """)
        let point = try BoundStatement(database, "UPDATE review SET figure_id = ? WHERE review_id = ?")
        var figures: Set<Int64> = []
        var lost: [Review] = []
        for var review in reviews {
            let id = try find.first {
                $0.bind(1, report)
                $0.bind(2, review.start)
                $0.bind(3, review.end)
            } row: {
                try $0.integer(0)
            }
            try point.run {
                $0.bind(1, id)
                $0.bind(2, review.id)
            }
            review.figureID = id
            if let id { figures.insert(id) } else { lost.append(review) }
        }
        for id in figures.sorted() { try work(into: id) }
        return lost
    }

    /// Works all reviews of a figure into its rows.
    private func work(into id: Int64) throws {
        guard let machine = try takeOut(of: id) else { return }
        var overlay: [FigureRecord.Field: FieldCorrection] = [:]
        var status = FigureStatus.extracted
        var isCorrected = false
        for review in try ReviewReader(database).reviews("figure_id = ?", id) {
            switch review.action {
            case .confirm: status = isCorrected ? .corrected : .confirmed
            case .correct(let fields):
                for field in fields { overlay[field.stored.field] = field }
                isCorrected = true
                status = .corrected
            case .reject: status = .rejected
            case .withdraw:
                overlay = [:]
                isCorrected = false
                status = .extracted
            }
        }
        var figure = machine
        let insert = try BoundStatement(database, "INSERT INTO correction (figure_id, field, extracted, corrected) VALUES (?, ?, ?, ?)")
        for field in FieldCorrection.fields {
            guard let correction = overlay[field], correction.stored.value != machine[field] else { continue }
            correction.apply(to: &figure)
            try insert.run {
                $0.bind(1, id)
                $0.bind(2, field.rawValue)
                $0.bind(3, machine[field])
                $0.bind(4, correction.stored.value)
            }
        }
        figure.status = status
        try put(figure, was: machine)
    }

    /// Takes all corrections out of a figure.
    /// - Returns: the figure as the machine read it, or nil when there is none of this id.
    @discardableResult
    func takeOut(of id: Int64) throws -> FigureRecord? {
        guard let shown = try reader.figure(id) else { return nil }
        var machine = shown
        try BoundStatement(database, "SELECT field, extracted FROM correction WHERE figure_id = ?").eachRow {
            $0.bind(1, id)
        } row: {
            try FieldCorrection(column: $0.text(0), stored: $0.value(1)).apply(to: &machine)
        }
        machine.status = .extracted
        guard machine != shown else { return machine }
        try BoundStatement(database, "DELETE FROM correction WHERE figure_id = ?").run { $0.bind(1, id) }
        try put(machine, was: shown)
        return machine
    }

    /// The figures of a report that people said something of.
    func reviewed(in report: Int64) throws -> [Int64] {
        var ids: [Int64] = []
        try BoundStatement(
            database,
            """
            SELECT figure.figure_id FROM figure JOIN numeral ON numeral.numeral_id = figure.numeral_id
            WHERE figure.status <> 'extracted' AND numeral.report_id = ?
            """
        ).eachRow {
            $0.bind(1, report)
        } row: {
            ids.append(try $0.integer(0))
        }
        return ids
    }

    /// Writes the fields of a figure that a review can change.
    private func put(_ figure: FigureRecord, was: FigureRecord) throws {
        try references.needUnit(figure.unit)
        let days = figure.period.flatMap(Period.init)
        try BoundStatement(
            database,
            """
            UPDATE figure SET status = ?2, low = ?3, high = ?4, bound = ?5, statistic = ?6, frequency = ?7, category = ?8,
                indicator = ?9, measure = ?10, period = ?11, period_start = ?12, period_end = ?13, period_basis = ?14, rank = ?15
            WHERE figure_id = ?1
            """
        ).run {
            $0.bind(1, figure.figureID)
            $0.bind(2, figure.status.rawValue)
            $0.bind(3, figure.low)
            $0.bind(4, figure.high)
            $0.bind(5, figure.bound.rawValue)
            $0.bind(6, figure.statistic.rawValue)
            $0.bind(7, figure.frequency?.rawValue)
            $0.bind(8, figure.category)
            $0.bind(9, figure.indicator)
            $0.bind(10, figure.measure)
            $0.bind(11, figure.period)
            $0.bind(12, days?.start)
            $0.bind(13, days?.end)
            $0.bind(14, figure.periodBasis?.rawValue)
            $0.bind(15, figure.rank)
        }
        if figure.value != was.value || figure.unit != was.unit {
            try BoundStatement(
                database,
                "UPDATE numeral SET value = ?2, unit = ?3 WHERE numeral_id = (SELECT numeral_id FROM figure WHERE figure_id = ?1)"
            ).run {
                $0.bind(1, figure.figureID)
                $0.bind(2, figure.value)
                $0.bind(3, figure.unit)
            }
        }
        if figure.subject != was.subject || figure.subjectKind != was.subjectKind {
            let subject = try figure.subject.map { try subjectID($0, figure.subjectKind ?? "organisation") }
            try BoundStatement(database, "UPDATE figure SET subject_id = ?2 WHERE figure_id = ?1").run {
                $0.bind(1, figure.figureID)
                $0.bind(2, subject)
            }
        }
    }

    /// The id of a subject known by name and kind only.
    private func subjectID(_ name: String, _ kind: String) throws -> Int64 {
        let known = try BoundStatement(database, "SELECT subject_id FROM subject WHERE name = ? AND kind = ? LIMIT 1").first {
            $0.bind(1, name)
            $0.bind(2, kind)
        } row: {
            try $0.integer(0)
        }
        return try known ?? subjects.id(of: SubjectName(name: name, kind: kind, region: names.regionOf(name, kind: kind)))
    }
}

/// Reads reviews.
struct ReviewReader {
    private let database: Database

    init(_ database: Database) { self.database = database }

    /// The reviews for which a condition with one parameter holds, in the order they were made.
    func reviews(_ condition: String, _ parameter: Int64?) throws -> [Review] {
        var reviews: [Review] = []
        let fields = try BoundStatement(database, "SELECT field, value FROM review_field WHERE review_id = ? ORDER BY field")
        try BoundStatement(
            database,
            """
            SELECT review_id, figure_id, report_sha256, char_start, char_end, surface, action, reviewer, reviewed_at, reason
            FROM review WHERE \(condition) ORDER BY review_id
            """
        ).eachRow {
            if let parameter { $0.bind(1, parameter) }
        } row: { row in
            let id = try row.integer(0)
            let action: ReviewAction
            switch try row.text(6) {
            case "confirm": action = .confirm
            case "reject": action = .reject
            case "withdraw": action = .withdraw
            case "correct":
                var corrections: [FieldCorrection] = []
                try fields.eachRow {
                    $0.bind(1, id)
                } row: {
                    corrections.append(try FieldCorrection(column: $0.text(0), stored: $0.value(1)))
                }
                action = .correct(corrections)
            case let other: throw ZhibiaoError(.unexpectedValue(column: "action", found: "the text \(other.prefix(40))"))
            }
            reviews.append(
                Review(
                    id: id, figureID: row.isNull(1) ? nil : try row.integer(1), reportSHA256: try row.text(2), start: try row.int(3),
                    end: try row.int(4), surface: try row.text(5), action: action, reviewer: try row.text(7), reviewedAt: try row.text(8),
                    reason: try row.text(9)))
        }
        return reviews
    }
}
