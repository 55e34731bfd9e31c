// Figures from CSV tables that people have already: what is asked, what came of it, and the one transaction that stores it.
import Figures
import GRDB
import ReportText
import Vocabulary

/// How to take figures from a table.
public struct TableOptions: Sendable, Equatable {
    /// The header of the table's column for a field of the figures; fields not named here go by the names of the `figures` view
    /// and of seeds/columns.csv.
    public var columns: [FigureRecord.Field: String] = [:]
    /// What a field is in all rows.
    public var constants: [FigureRecord.Field: String] = [:]
    /// Takes the rows that are right when others are wrong.
    public var isPartial = false

    /// A table whose columns are known by their headers, taken whole or not at all.
    public init() {}
}

/// A cell of a table that is wrong.
public struct WrongCell: Sendable, Equatable, CustomStringConvertible {
    /// 1-based line of the row's start in the file.
    public let line: Int
    /// 1-based column; 0 for a whole row.
    public let column: Int
    /// The column's header; "" for a whole row.
    public let header: String
    /// What is wrong, and what would be right.
    public let problem: String

    public var description: String {
        column == 0 ? "line \(line): \(problem)" : "line \(line), column \(column) (\(header)): \(problem)"
    }
}

/// What came of a table.
public struct TableOutcome: Sendable {
    /// The reports that its figures are of, in order of first mention; empty when nothing was taken.
    public let reports: [ImportOutcome]
    /// How many rows the table has.
    public let rows: Int
    /// In order. Unless the import was partial, nothing was taken when there are any.
    public let wrongCells: [WrongCell]
}

extension MetricsDatabase {
    /// Takes figures from a CSV table, in one transaction: all rows, or none when one is wrong (unless `options` are partial).
    ///
    /// A table with the columns of the export gives figures of the reports that it names, at their places, with their ids where
    /// these are free. Any other table gives figures whose evidence is the table itself: the cell and its row. What is in the
    /// database already, by content, changes nothing.
    /// - Throws: ``ZhibiaoError`` when the file is no such table, or the database is at fault.
    public func importTable(_ file: ReportFile, _ options: TableOptions = TableOptions(), extractor: Extractor) throws -> TableOutcome {
        let text = try file.text()
        let sheet = try FigureSheet(text, path: file.path, options, isGuarded: file.isForSpreadsheets)
        let names = TableNames(self)
        let read = try sheet.isExport ? ExportTable.read(sheet, names) : MappedTable.read(sheet, file, names, extractor)
        guard read.wrong.isEmpty || options.isPartial, !read.reports.isEmpty else {
            return TableOutcome(reports: [], rows: read.rows, wrongCells: read.wrong)
        }
        let outcomes = try write { db in (try read.reports.map { try Self.store($0, extractor.tables, db) }, .commit) }
        return TableOutcome(reports: outcomes, rows: read.rows, wrongCells: read.wrong)
    }

    private static func store(_ table: TableReport, _ vocabulary: VocabularyTables, _ db: Database) throws -> ImportOutcome {
        if let known = try reports(db, "WHERE sha256 = ?", [.text(table.sha256)]).first { return .unchanged(known) }
        if table.isExport, let known = try report(holding: table, db) { return .unchanged(known) }
        let id = try table.write(ReportRows(db, vocabulary), keepingIDs: isFree(table, db))
        let reviews = try ReviewWriter(db)
        try reviews.workIn(reviewsOf: id)
        let figures = try FigureReader.ids(FigureQuery().withReport(id: id).sorted(by: .text), db)
        for (figure, row) in zip(figures, table.figures) {
            let action: ReviewAction
            switch row.record.status {
            case .extracted: continue
            case .confirmed: action = .confirm
            case .corrected: action = .correct([])
            case .rejected: action = .reject
            }
            _ = try reviews.add(ReviewRequest(figure, action, by: table.path, because: "status in the table"))
        }
        guard let record = try reports(db, "WHERE report_id = ?", [.integer(id)]).first else {
            throw ZhibiaoError(.databaseDamaged(path: table.path, detail: "a report just stored is not there"))
        }
        return .imported(record)
    }

    /// The report of the same title that has figures of the same characters at all places of the table's: the table was exported
    /// from this database.
    private static func report(holding table: TableReport, _ db: Database) throws -> ReportRecord? {
        let find = try BoundStatement(
            db, "SELECT 1 FROM numeral WHERE report_id = ? AND char_start = ? AND char_end = ? AND surface = ? AND kind = 'figure'")
        return try reports(db, "WHERE title = ?", [.text(table.title)]).first { report in
            try table.figures.allSatisfy { figure in
                try find.first {
                    $0.bind(1, report.reportID)
                    $0.bind(2, figure.record.start)
                    $0.bind(3, figure.record.end)
                    $0.bind(4, figure.record.surface)
                } row: {
                    try $0.integer(0)
                } != nil
            }
        }
    }

    /// Whether no report and figure has an id that the table gives.
    private static func isFree(_ table: TableReport, _ db: Database) throws -> Bool {
        func exists(_ sql: String, _ ids: [Int64]) throws -> Bool {
            let find = try BoundStatement(db, sql)
            return try ids.contains { id in
                try find.first {
                    $0.bind(1, id)
                } row: {
                    try $0.integer(0)
                } != nil
            }
        }
        guard let id = table.id else { return false }
        return try !exists("SELECT 1 FROM report WHERE report_id = ?", [id])
            && !exists("SELECT 1 FROM figure WHERE figure_id = ?", table.figureIDs)
    }
}

/// Names of the reference tables, looked up once for all rows.
final class TableNames {
    private let database: MetricsDatabase
    private var regions: [String: String?] = [:]
    private var indicators: [String: (code: String, category: String?)?] = [:]
    private var categories: [String: String?] = [:]
    private var units: Set<String>?

    init(_ database: MetricsDatabase) { self.database = database }

    /// The region that a subject is or lies in.
    func region(of name: String, kind: String) throws -> String? {
        if let known = regions[kind + " " + name] { return known }
        let found = try database.read { db in try NameLookup(db).regionOf(name, kind: kind) }
        regions[kind + " " + name] = .some(found)
        return found
    }

    /// An indicator of this code or Chinese name, with its category.
    func indicator(_ name: String) throws -> (code: String, category: String?)? {
        if let known = indicators[name] { return known }
        let found: (String, String?)? = try database.read { db in
            guard let code = try NameLookup(db).indicator(name) else { return nil }
            let category = try BoundStatement(db, "SELECT category FROM indicator WHERE code = ?").first {
                $0.bind(1, code)
            } row: {
                try $0.optionalText(0)
            }
            return (code, category ?? nil)
        }
        indicators[name] = .some(found)
        return found
    }

    /// The code of a category, by code or Chinese name; nil when there is none.
    func category(_ name: String) throws -> String? {
        if let known = categories[name] { return known }
        let found = try database.read { db in
            try BoundStatement(db, "SELECT code FROM category WHERE ?1 IN (code, zh)").first {
                $0.bind(1, name)
            } row: {
                try $0.text(0)
            }
        }
        categories[name] = .some(found)
        return found
    }

    /// Whether this is a base unit of the catalogue.
    func isUnit(_ name: String) throws -> Bool {
        if let units { return units.contains(name) }
        var found: Set<String> = []
        try database.read { db in
            try BoundStatement(db, "SELECT unit FROM unit").eachRow { found.insert(try $0.text(0)) }
        }
        units = found
        return found.contains(name)
    }
}
