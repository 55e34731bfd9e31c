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
    @exclusivity(unchecked) private var lastQuote = Last<String>()
    @exclusivity(unchecked) private var subjects = [Last<(name: String, kind: String)>](repeating: .init(), count: 64)

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

    /// The text of a sentence, which its figures share: `text` makes it where it is not the sentence of the figure before.
    func quote(_ id: Int64, _ text: () throws -> String) rethrows -> String {
        if lastQuote.id == id, let quote = lastQuote.value { return quote }
        let quote = try text()
        lastQuote = Last(id: id, value: quote)
        return quote
    }

    func subject(_ id: Int64) throws -> (name: String, kind: String)? {
        let slot = Int(truncatingIfNeeded: id) & (subjects.count - 1)
        if subjects[slot].id == id { return subjects[slot].value }
        let found = try findSubject.first {
            $0.bind(1, id)
        } row: {
            (name: try $0.text(0), kind: try $0.text(1))
        }
        subjects[slot] = Last(id: id, value: found)
        return found
    }

    /// The name of an indicator; nil when there is none of this code.
    func label(ofIndicator code: String) throws -> String? {
        try findIndicator.first {
            $0.bind(1, code)
        } row: {
            try $0.text(0)
        }
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
