// What many figures share: looked up once, and again only when it changes.
import GRDB

/// Names behind the ids of a figure's row. Not thread-safe; belongs to its reader.
final class SharedNames {
    private struct Last<Value> {
        var id: Int64?
        var value: Value?
    }

    private let findReport: BoundStatement
    private let findSection: BoundStatement
    private let findSubject: BoundStatement
    private let findIndicator: BoundStatement
    // Figures come in text order mostly: of reports and sections the last one is enough.
    @exclusivity(unchecked) private var lastReport = Last<String>()
    @exclusivity(unchecked) private var lastSection = Last<String>()
    @exclusivity(unchecked) private var subjects: [Int64: (name: String, kind: String)] = [:]
    @exclusivity(unchecked) private var labels: [String: String] = [:]
    @exclusivity(unchecked) private var lastSubject = Last<(name: String, kind: String)>()

    init(_ db: Database) throws {
        findReport = try BoundStatement(db, "SELECT title FROM report WHERE report_id = ?", isKept: true)
        findSection = try BoundStatement(db, "SELECT path FROM section WHERE section_id = ?", isKept: true)
        findSubject = try BoundStatement(db, "SELECT name, kind FROM subject WHERE subject_id = ?", isKept: true)
        findIndicator = try BoundStatement(db, "SELECT zh FROM indicator WHERE code = ?", isKept: true)
    }

    /// The title of a report; nil when there is none of this id.
    func report(_ id: Int64) throws -> String? { try text(id, findReport, &lastReport) }

    /// The heading path of a section; nil when there is none of this id.
    func section(_ id: Int64) throws -> String? { try text(id, findSection, &lastSection) }

    func subject(_ id: Int64) throws -> (name: String, kind: String)? {
        if lastSubject.id == id { return lastSubject.value }
        if let known = subjects[id] {
            lastSubject = Last(id: id, value: known)
            return known
        }
        let found = try findSubject.first {
            $0.bind(1, id)
        } row: {
            (name: try $0.text(0), kind: try $0.text(1))
        }
        subjects[id] = found
        return found
    }

    func label(ofIndicator code: String) throws -> String? {
        if let known = labels[code] { return known }
        let found = try findIndicator.first {
            $0.bind(1, code)
        } row: {
            try $0.text(0)
        }
        labels[code] = found
        return found
    }

    private func text(_ id: Int64, _ find: BoundStatement, _ last: inout Last<String>) throws -> String? {
        if last.id == id { return last.value }
        let found = try find.first {
            $0.bind(1, id)
        } row: {
            try $0.text(0)
        }
        last = Last(id: id, value: found)
        return found
    }
}
