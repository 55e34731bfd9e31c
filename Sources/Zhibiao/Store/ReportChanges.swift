// What happens to a report after its import: it is read again by new rules, or deleted.
import Figures
import GRDB
import ReportText

/// How reading a report again changed one figure, as the machine reads it (corrections by people aside).
public struct FigureChange: Sendable, Equatable {
    /// Nil for a figure that is new.
    public let before: FigureRecord?
    /// Nil for a figure that is gone.
    public let after: FigureRecord?

    /// The fields that differ; empty for a figure that is new or gone.
    public var fields: [FigureRecord.Field] {
        guard let before, let after else { return [] }
        return FigureRecord.Field.allCases.filter { !Self.identity.contains($0) && before[$0] != after[$0] }
    }

    /// What says which figure it is rather than what it is.
    private static let identity: Set<FigureRecord.Field> = [.figureID, .reportID, .report, .status]
}

/// What reading a report again gave.
public struct RereadReport: Sendable {
    /// The report as it is stored now.
    public let report: ReportRecord
    /// In text order.
    public let changes: [FigureChange]
    /// Reviews whose figure the new rules do not find; they are kept, and hold again when it is found.
    public let lostReviews: [Review]
}

/// What a deletion took away.
public struct DeletedReport: Sendable {
    /// The report as it was.
    public let report: ReportRecord
    /// Reviews of its figures that are kept for the case that it is imported again.
    public let keptReviews: Int
}

extension MetricsDatabase {
    /// Reads the stored text of a report by the present rules and vocabulary, in one transaction. Figures that are found at the same
    /// place keep their ids, and reviews hold on.
    /// - Returns: what changed; nil for a report that is a table of figures, which has no text to read.
    /// - Throws: ``ZhibiaoError`` when there is no report of this id, or the database is at fault.
    public func readAgain(reportID: Int64, by extractor: Extractor) throws -> RereadReport? {
        guard let record = try read({ db in try Self.reports(db, "WHERE report_id = ?", [.integer(reportID)]).first }) else {
            throw ZhibiaoError(.unknownReport(name: "\(reportID)"))
        }
        guard record.kind == .document else { return nil }
        // The long part, before the database is locked for others.
        let prepared = try storedReport(record, by: extractor)
        return try write { db in
            guard try Self.reports(db, "WHERE report_id = ? AND sha256 = ?", [.integer(reportID), .text(record.sha256)]).count == 1 else {
                throw ZhibiaoError(.unknownReport(name: "\(reportID)"))
            }
            let run = try Self.runID(of: reportID, db)
            let (changes, lost) = try Self.rewrite(reportID, as: prepared, db)
            let after = try Self.reports(db, "WHERE report_id = ?", [.integer(reportID)]).first ?? record
            let isSame = try changes.isEmpty && after == record && run == Self.runID(of: reportID, db)
            return (RereadReport(report: after, changes: changes, lostReviews: lost), isSame ? .rollback : .commit)
        }
    }

    /// Deletes a report with all that is in it, in one transaction. What people said of its figures is kept by content: it holds
    /// again when the same report is imported again.
    /// - Parameters:
    ///   - id: the report's.
    ///   - reviews: whether to delete the reviews too.
    /// - Throws: ``ZhibiaoError`` when there is no report of this id.
    @discardableResult
    public func deleteReport(id: Int64, withReviews reviews: Bool = false) throws -> DeletedReport {
        try write { db in
            guard let report = try Self.reports(db, "WHERE report_id = ?", [.integer(id)]).first else {
                throw ZhibiaoError(.unknownReport(name: "\(id)"))
            }
            if reviews {
                try BoundStatement(db, "DELETE FROM review WHERE report_sha256 = ?").run { $0.bind(1, report.sha256) }
            }
            let kept = try BoundStatement(db, "SELECT count(*) FROM review WHERE report_sha256 = ?").first {
                $0.bind(1, report.sha256)
            } row: {
                try $0.int(0)
            }
            try BoundStatement(db, "DELETE FROM report WHERE report_id = ?").run { $0.bind(1, id) }
            try Self.deleteUnused(db)
            return (DeletedReport(report: report, keptReviews: kept ?? 0), .commit)
        }
    }

    // MARK: parts

    /// Puts another reading of a report in place of the stored one. Figures found at the same place keep their ids, and reviews hold on.
    static func rewrite(_ reportID: Int64, as prepared: PreparedReport, _ db: Database) throws -> (
        changes: [FigureChange], lostReviews: [Review]
    ) {
        let reviews = try ReviewWriter(db)
        for figure in try reviews.reviewed(in: reportID) { try reviews.takeOut(of: figure) }
        let before = try figures(of: reportID, db)
        try deleteContent(of: reportID, db)
        let kept = KeptFigures(report: reportID, figures: before.map { ($0.start..<max($0.end, $0.start), $0.figureID) })
        _ = try write(prepared, keeping: kept, db)
        let changes = changes(before, try figures(of: reportID, db))
        let lost = try reviews.workIn(reviewsOf: reportID)
        try deleteUnused(db)
        return (changes, lost)
    }

    /// A stored report as its import knew it, read by the present rules.
    private func storedReport(_ record: ReportRecord, by extractor: Extractor) throws -> PreparedReport {
        let found = try read { db in
            try BoundStatement(
                db, "SELECT text, title_is_told, year_is_told, publisher, author, affiliation, converter FROM report WHERE report_id = ?"
            ).first {
                $0.bind(1, record.reportID)
            } row: { row in
                let metadata = ReportMetadata(
                    title: try row.int(1) == 1 ? record.title : nil, year: try row.int(2) == 1 ? record.year : nil,
                    publisher: try row.optionalText(3), author: try row.optionalText(4), affiliation: try row.optionalText(5))
                return (text: try row.text(0), metadata: metadata, converter: try row.optionalText(6))
            }
        }
        guard let (string, metadata, converter) = found else { throw ZhibiaoError(.unknownReport(name: "\(record.reportID)")) }
        let text = ReportText(string)
        return PreparedReport(
            path: record.path, sha256: record.sha256, text: text, metadata: metadata, converter: converter,
            fallbackTitle: record.path == "-" ? "standard input" : baseName(of: record.path),
            findings: .init(text, year: metadata.year, by: extractor), vocabulary: extractor.tables)
    }

    /// The figures of a report in text order.
    private static func figures(of report: Int64, _ db: Database) throws -> [FigureRecord] {
        let reader = try FigureReader(db)
        return try FigureReader.ids(FigureQuery().withReport(id: report).sorted(by: .text), db).compactMap(reader.figure)
    }

    private static func runID(of report: Int64, _ db: Database) throws -> Int64? {
        try BoundStatement(db, "SELECT import_run_id FROM report WHERE report_id = ?").first {
            $0.bind(1, report)
        } row: {
            try $0.integer(0)
        }
    }

    /// Deletes what was found in a report's text.
    private static func deleteContent(of report: Int64, _ db: Database) throws {
        for table in ["passage", "section", "contents_entry", "subject_alias"] {
            try BoundStatement(db, "DELETE FROM \(table) WHERE report_id = ?").run { $0.bind(1, report) }
        }
    }

    /// Deletes rows that only a deleted report needed.
    private static func deleteUnused(_ db: Database) throws {
        try db.execute(
            sql: """
                DELETE FROM subject
                WHERE NOT EXISTS (SELECT 1 FROM figure WHERE figure.subject_id = subject.subject_id)
                  AND NOT EXISTS (SELECT 1 FROM rank_claim WHERE rank_claim.subject_id = subject.subject_id)
                  AND NOT EXISTS (SELECT 1 FROM subject_alias WHERE subject_alias.subject_id = subject.subject_id);
                DELETE FROM import_run
                WHERE NOT EXISTS (SELECT 1 FROM report WHERE report.import_run_id = import_run.import_run_id);
                """)
    }

    /// Pairs figures by their place; both lists are in text order.
    private static func changes(_ before: [FigureRecord], _ after: [FigureRecord]) -> [FigureChange] {
        var changes: [FigureChange] = []
        var old = before[...]
        var new = after[...]
        while let left = old.first ?? new.first {
            guard let right = new.first, !old.isEmpty else {
                let isOld = !old.isEmpty
                changes.append(FigureChange(before: isOld ? left : nil, after: isOld ? nil : left))
                if isOld { old.removeFirst() } else { new.removeFirst() }
                continue
            }
            if left.end <= right.start {
                changes.append(FigureChange(before: left, after: nil))
                old.removeFirst()
            } else if right.end <= left.start {
                changes.append(FigureChange(before: nil, after: right))
                new.removeFirst()
            } else {
                let change = FigureChange(before: left, after: right)
                if !change.fields.isEmpty { changes.append(change) }
                old.removeFirst()
                new.removeFirst()
            }
        }
        return changes
    }
}
