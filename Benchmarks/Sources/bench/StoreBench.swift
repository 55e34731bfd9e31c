// The store beside SQLite's C API on the same rows in the same run.
import Figures
import GRDBSQLite
import Glibc
import Zhibiao

extension Bench {
    /// Imports the reports that a large text is cut into, until there are so many figures.
    static func fill(_ sample: String, _ path: String, figures wanted: Int) throws {
        let extractor = try Extractor()
        let database = try MetricsDatabase.open(path, .readWrite)
        var figures = 0
        var number = 0
        while figures < wanted {
            for var part in try parts(of: read(sample), size: 150_000) {
                guard figures < wanted else { break }
                // The second time round the text is another report.
                part += Array("\n\n第\(number)份。\n".utf8)
                number += 1
                figures += try database.importReport(ReportFile(path: "\(number).md", bytes: part), extractor: extractor).report.figures
            }
        }
        print(figures)
    }

    private static func parts(of bytes: [UInt8], size: Int) -> [[UInt8]] {
        var parts: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            var end = min(start + size, bytes.count)
            while end < bytes.count, bytes[end - 1] != 0x0A { end += 1 }
            parts.append(Array(bytes[start..<end]))
            start = end
        }
        return parts
    }

    /// Stores a report that has been read, and stores the same rows through the C API. Prints rows per CPU second of each.
    static func insert(_ sample: String, folder: String) throws {
        guard let bytes = try parts(of: read(sample), size: 20_000_000).first else { throw Failure(path: sample) }
        let report = try ReportFile(path: "sample.md", bytes: bytes).prepared(by: Extractor())
        let paths = (ours: folder + "/ours.db", raw: folder + "/raw.db")
        for path in [paths.ours, paths.raw] { unlink(path) }
        let database = try MetricsDatabase.open(paths.ours, .readWrite)
        _ = try MetricsDatabase.open(paths.raw, .readWrite)
        let start = cpuSeconds()
        _ = try database.store(report)
        let ours = cpuSeconds() - start
        let (rows, raw) = try copy(paths.ours, paths.raw)
        print("\(rows)\t\(Double(rows) / ours)\t\(Double(rows) / raw)")
    }

    /// Copies the rows of one database into another with prepared statements and bound values.
    /// - Returns: how many rows, and the CPU seconds that inserting took.
    private static func copy(_ from: String, _ to: String) throws -> (Int, Double) {
        let source = try Raw(from)
        let target = try Raw(to)
        try target.run("PRAGMA foreign_keys = ON; PRAGMA cache_spill = 16383")
        // Reference rows are not what is measured.
        for table in ["import_run", "unit", "category", "region", "indicator", "subject"] {
            _ = try target.insert(source.rows(of: table), into: table)
        }
        var tables: [(String, [[OpaquePointer?]])] = []
        for table in ["report", "section", "passage", "contents_entry", "sentence", "numeral", "figure", "rank_claim"] {
            tables.append((table, try source.rows(of: table)))
        }
        let start = cpuSeconds()
        try target.run("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON")
        let rows = try tables.reduce(0) { try $0 + target.insert($1.1, into: $1.0) }
        try target.run("COMMIT")
        return (rows, cpuSeconds() - start)
    }

    /// Streams all figures, steps through the same rows with the C API, and asks by key. Prints figures per CPU second of each, and
    /// the median milliseconds of a figure by id, of its evidence, and of a report by content.
    static func stream(_ path: String) async throws {
        let database = try MetricsDatabase.open(path, .readOnly)
        let raw = try Raw(path)
        var ours = Double.infinity
        var bare = Double.infinity
        var count = 0
        for _ in 0..<4 {
            var start = cpuSeconds()
            let stepped = try raw.step("SELECT \(FigureRecord.columns.joined(separator: ", ")) FROM figures")
            bare = min(bare, cpuSeconds() - start)
            start = cpuSeconds()
            count = 0
            for try await _ in database.stream() { count += 1 }
            ours = min(ours, cpuSeconds() - start)
            guard stepped == count else { throw Failure(path: "\(path): \(stepped) rows, \(count) figures") }
        }
        let ids = (0..<500).map { Int64($0 * count / 500 + 1) }
        let sha = try database.reports().map(\.sha256)
        let figure = try median(ids) { _ = try database.figure(id: $0) }
        let evidence = try median(ids) { _ = try database.evidence(id: $0) }
        let report = try median(sha) { _ = try database.report(sha256: $0) }
        print("\(count)\t\(Double(count) / ours)\t\(Double(count) / bare)\t\(figure)\t\(evidence)\t\(report)")
    }

    private static func median<Key>(_ keys: [Key], _ body: (Key) throws -> Void) throws -> Double {
        var times: [Double] = []
        for key in keys {
            let clock = ContinuousClock()
            let taken = try clock.measure { try body(key) }
            times.append(Double(taken.components.attoseconds) / 1e15 + Double(taken.components.seconds) * 1000)
        }
        return times.sorted()[times.count / 2]
    }

    /// SQLite's C API, bare.
    private final class Raw {
        private let connection: OpaquePointer

        init(_ path: String) throws {
            var opened: OpaquePointer?
            guard sqlite3_open(path, &opened) == SQLITE_OK, let opened else { throw Failure(path: path) }
            connection = opened
        }

        deinit { sqlite3_close_v2(connection) }

        func run(_ sql: String) throws {
            guard sqlite3_exec(connection, sql, nil, nil, nil) == SQLITE_OK else { throw failure() }
        }

        func step(_ sql: String) throws -> Int {
            let statement = try prepare(sql)
            defer { sqlite3_finalize(statement) }
            var rows = 0
            while sqlite3_step(statement) == SQLITE_ROW { rows += 1 }
            return rows
        }

        func rows(of table: String) throws -> [[OpaquePointer?]] {
            let statement = try prepare("SELECT * FROM \(table)")
            defer { sqlite3_finalize(statement) }
            var rows: [[OpaquePointer?]] = []
            let columns = sqlite3_column_count(statement)
            while sqlite3_step(statement) == SQLITE_ROW {
                rows.append((0..<columns).map { sqlite3_value_dup(sqlite3_column_value(statement, $0)) })
            }
            return rows
        }

        func insert(_ rows: [[OpaquePointer?]], into table: String) throws -> Int {
            guard let columns = rows.first?.count else { return 0 }
            let marks = Array(repeating: "?", count: columns).joined(separator: ", ")
            let statement = try prepare("INSERT OR IGNORE INTO \(table) VALUES (\(marks))")
            defer { sqlite3_finalize(statement) }
            for row in rows {
                for (index, value) in row.enumerated() { sqlite3_bind_value(statement, Int32(index + 1), value) }
                guard sqlite3_step(statement) == SQLITE_DONE else { throw failure() }
                sqlite3_reset(statement)
            }
            return rows.count
        }

        private func prepare(_ sql: String) throws -> OpaquePointer? {
            var statement: OpaquePointer?
            guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else { throw failure() }
            return statement
        }

        private func failure() -> Failure { Failure(path: String(cString: sqlite3_errmsg(connection))) }
    }
}
