// A report that is in the database already and is imported with something else said of it: it is read again.
import Figures
import GRDB
import ReportText

/// What is said of a report now, and was not when it was imported.
struct ReportDifference: Sendable {
    /// The fields that differ, by the names of their options.
    let fields: [String]
    /// All that is known of it: what is said now, and where nothing is, what was.
    let metadata: ReportMetadata
}

extension MetricsDatabase {
    /// What options and the description beside a file say other than the stored report of the same content; nil when nothing.
    /// An encoding differs where it gives another text.
    func difference(of file: ReportFile, from record: ReportRecord) throws -> ReportDifference? {
        guard file.encoding != nil || file.metadata != ReportMetadata() else { return nil }
        let stored = try read { db in
            try BoundStatement(
                db,
                "SELECT encoding, publisher, author, affiliation, converter, title_is_told, year_is_told FROM report WHERE report_id = ?"
            ).first {
                $0.bind(1, record.reportID)
            } row: { row in
                (
                    encoding: try row.optionalText(0), isConverted: try row.optionalText(4) != nil,
                    metadata: ReportMetadata(
                        title: try row.int(5) == 1 ? record.title : nil, year: try row.int(6) == 1 ? record.year : nil,
                        publisher: try row.optionalText(1), author: try row.optionalText(2),
                        affiliation: try row.optionalText(3))
                )
            }
        }
        guard let stored else { return nil }
        if let encoding = file.encoding, !stored.isConverted, encoding.rawValue != stored.encoding,
            try file.text().string != text(ofReport: record.reportID)
        {
            // What was found in a text that was wrong is not kept.
            return ReportDifference(fields: ["encoding"], metadata: file.metadata)
        }
        let told = file.metadata
        let before = stored.metadata
        let fields = [
            ("title", told.title != nil && told.title != record.title), ("year", told.year != nil && told.year != record.year),
            ("publisher", told.publisher != nil && told.publisher != before.publisher),
            ("author", told.author != nil && told.author != before.author),
            ("affiliation", told.affiliation != nil && told.affiliation != before.affiliation),
        ].filter(\.1).map(\.0)
        return fields.isEmpty ? nil : ReportDifference(fields: fields, metadata: told.filled(from: before))
    }

    /// Stores a report in place of the one of the same content, in one transaction.
    func replace(_ record: ReportRecord, with report: PreparedReport, fields: [String]) throws -> ImportOutcome {
        try write { db in
            // Another import may have come between and taken the report out.
            let stored = try Self.reports(db, "WHERE sha256 = ?", [.text(record.sha256)]).first?.reportID
            if let stored {
                try ReportRows(db, report.vocabulary).updateReport(stored, metadata: report.metadata, path: report.path, text: report.text)
                _ = try Self.rewrite(stored, as: report, db)
            }
            let id = try stored ?? Self.write(report, db)
            guard let replaced = try Self.reports(db, "WHERE report_id = ?", [.integer(id)]).first else {
                throw ZhibiaoError(.databaseDamaged(path: path, detail: "a report just stored is not there"))
            }
            return (.updated(replaced, fields: fields), .commit)
        }
    }
}
