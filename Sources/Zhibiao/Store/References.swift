// Rows that figures point at and that no seed has: units such as 人/平方千米, subjects, codes of a vocabulary under work.
import Figures
import GRDB

/// Makes rows of the reference tables on demand; what is there stays as it is.
final class References {
    private let unit: BoundStatement
    private let category: BoundStatement
    private let indicator: BoundStatement
    private var units: Set<String> = []
    private var categories: Set<String> = []
    private var indicators: Set<String> = []

    init(_ database: Database) throws {
        unit = try BoundStatement(database, "INSERT INTO unit (unit, kind) VALUES (?, '') ON CONFLICT DO NOTHING")
        category = try BoundStatement(database, "INSERT INTO category (code, zh, en) VALUES (?, '', '') ON CONFLICT DO NOTHING")
        indicator = try BoundStatement(
            database,
            """
            INSERT INTO indicator (code, zh, en, category, unit_kind, statistic) VALUES (?, ?, '', ?, '', ?)
            ON CONFLICT DO NOTHING
            """)
    }

    func needUnit(_ name: String) throws {
        guard units.insert(name).inserted else { return }
        try unit.run { $0.bind(1, name) }
    }

    func needCategory(_ code: String) throws {
        guard categories.insert(code).inserted else { return }
        try category.run { $0.bind(1, code) }
    }

    func needIndicator(_ figure: some FigureContent) throws {
        guard let code = figure.indicator, indicators.insert(code).inserted else { return }
        try indicator.run {
            $0.bind(1, code)
            $0.bind(2, figure.indicatorLabel ?? "")
            $0.bind(3, figure.category)
            $0.bind(4, figure.statistic.rawValue)
        }
    }
}

/// Who a figure or claim is about, as the extractor or a person names it.
struct SubjectName: Hashable {
    let name: String
    let kind: String
    /// Six digits, or nil: groups of divisions and the world have no such code.
    let region: String?

    init(name: String, kind: String, region: String?) {
        self.name = name
        self.kind = kind
        let isCode = region.map { $0.utf8.count == 6 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } ?? false
        self.region = isCode ? region : nil
    }

    /// The figure's subject, or nil when it has none.
    init?(_ figure: Figure) { self.init(figure.subject, figure.subjectKind, figure.subjectRegion) }

    /// Nil where there is no name.
    init?(_ name: String?, _ kind: String?, _ region: String?) {
        guard let name, !name.isEmpty else { return nil }
        self.init(name: name, kind: kind ?? "organisation", region: region)
    }
}

/// Finds or makes subjects.
final class Subjects {
    private let find: BoundStatement
    private let insert: BoundStatement
    private let needRegion: BoundStatement
    private var known: [SubjectName: Int64] = [:]

    init(_ database: Database) throws {
        find = try BoundStatement(database, "SELECT subject_id FROM subject WHERE name = ? AND kind = ? AND ifnull(region_code, '') = ?")
        insert = try BoundStatement(database, "INSERT INTO subject (name, kind, region_code) VALUES (?, ?, ?)")
        needRegion = try BoundStatement(
            database, "INSERT INTO region (code, name, level, parent) VALUES (?, ?, '', NULL) ON CONFLICT DO NOTHING")
    }

    /// The id of a subject, made when there is none.
    func id(of subject: SubjectName) throws -> Int64 {
        if let id = known[subject] { return id }
        if let code = subject.region {
            try needRegion.run {
                $0.bind(1, code)
                $0.bind(2, subject.kind == "region" ? subject.name : "")
            }
        }
        let found = try find.first {
            $0.bind(1, subject.name)
            $0.bind(2, subject.kind)
            $0.bind(3, subject.region ?? "")
        } row: {
            try $0.integer(0)
        }
        let id =
            try found
            ?? insert.insert {
                $0.bind(1, subject.name)
                $0.bind(2, subject.kind)
                $0.bind(3, subject.region)
            }
        known[subject] = id
        return id
    }
}
