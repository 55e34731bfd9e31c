// The reference tables (category, unit, indicator, region), filled from the CSV of seeds/ and a user's own vocabulary.
// Rows that are equal already are left alone, so that a database of the same version does not change; rows that a seed no longer
// has stay, because figures may point at them.
import GRDB
import Vocabulary

struct ReferenceData {
    private let vocabulary: VocabularyTables

    init(_ vocabulary: VocabularyTables) { self.vocabulary = vocabulary }

    /// SHA-256 of all of seeds/ but the sample reports: with the tool's version it says what read a report.
    private static let builtInHash: String = {
        var bytes: [UInt8] = []
        for file in EmbeddedFile.all(in: "seeds/") where !file.path.hasPrefix("seeds/reports/") {
            bytes += Array("\(file.path) \(file.bytes.count)\n".utf8)
            bytes += file.bytes
        }
        return SHA256.hex(bytes)
    }()

    /// What tells a vocabulary from others: ``builtInHash``, where a user added nothing; else a hash of it and of all rows added.
    static func hash(of vocabulary: VocabularyTables) -> String {
        guard !vocabulary.added.isEmpty else { return builtInHash }
        // Lengths before the texts, so that no two vocabularies give the same bytes.
        var bytes = Array(builtInHash.utf8)
        for (name, table) in vocabulary.added {
            for field in [name] + table.columns + table.rows.joined() { bytes += Array("\(field.utf8.count) \(field)\n".utf8) }
        }
        return SHA256.hex(bytes)
    }

    /// Brings the tables up to the embedded seeds. Call inside a transaction.
    func update(_ db: Database) throws {
        try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
        try categories(db)
        try units(db)
        try indicators(db)
        try regions(db)
    }

    private func categories(_ db: Database) throws {
        let insert = try BoundStatement(
            db,
            """
            INSERT INTO category (code, zh, en) VALUES (?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET zh = excluded.zh, en = excluded.en WHERE (zh, en) <> (excluded.zh, excluded.en)
            """)
        let table = try seed("categories")
        for row in table.rows {
            try insert.run {
                $0.bind(1, table.value(row, "code"))
                $0.bind(2, table.value(row, "zh"))
                $0.bind(3, table.value(row, "en"))
            }
        }
    }

    private func units(_ db: Database) throws {
        let insert = try BoundStatement(
            db,
            """
            INSERT INTO unit (unit, kind) VALUES (?, ?)
            ON CONFLICT (unit) DO UPDATE SET kind = excluded.kind WHERE kind <> excluded.kind
            """)
        try insert.run {
            $0.bind(1, "")
            $0.bind(2, "")
        }
        // Many surfaces (名, 位) share a base unit (人): the first row says its kind.
        var seen: Set<String> = [""]
        let table = try seed("units")
        for row in table.rows where seen.insert(table.value(row, "unit")).inserted {
            try insert.run {
                $0.bind(1, table.value(row, "unit"))
                $0.bind(2, table.value(row, "kind"))
            }
        }
    }

    private func indicators(_ db: Database) throws {
        let category = try BoundStatement(db, "INSERT INTO category (code, zh, en) VALUES (?, '', '') ON CONFLICT DO NOTHING")
        let insert = try BoundStatement(
            db,
            """
            INSERT INTO indicator (code, zh, en, category, unit_kind, statistic) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET zh = excluded.zh, en = excluded.en, category = excluded.category,
                unit_kind = excluded.unit_kind, statistic = excluded.statistic
            WHERE (zh, en, category, unit_kind, statistic)
                IS NOT (excluded.zh, excluded.en, excluded.category, excluded.unit_kind, excluded.statistic)
            """)
        let synonym = try BoundStatement(
            db, "INSERT INTO indicator_synonym (synonym, indicator) VALUES (?, ?) ON CONFLICT DO NOTHING")
        let table = try seed("indicators")
        var seen: Set<String> = []
        for row in table.rows {
            func field(_ name: String) -> String { table.value(row, name) }
            func optional(_ name: String) -> String? { field(name).isEmpty ? nil : field(name) }
            if let code = optional("category") { try category.run { $0.bind(1, code) } }
            // A later row of a code only adds synonyms.
            if seen.insert(field("code")).inserted {
                try insert.run {
                    $0.bind(1, field("code"))
                    $0.bind(2, field("zh"))
                    $0.bind(3, field("en"))
                    $0.bind(4, optional("category"))
                    $0.bind(5, field("unit_kind"))
                    $0.bind(6, optional("statistic"))
                }
            }
            for name in field("synonyms").split(whereSeparator: { "|;；、".contains($0) }) {
                try synonym.run {
                    $0.bind(1, String(name))
                    $0.bind(2, field("code"))
                }
            }
        }
    }

    private func regions(_ db: Database) throws {
        let insert = try BoundStatement(
            db,
            """
            INSERT INTO region (code, name, level, parent) VALUES (?, ?, ?, ?)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent = excluded.parent
            WHERE (name, level, parent) IS NOT (excluded.name, excluded.level, excluded.parent)
            """)
        let alias = try BoundStatement(db, "INSERT INTO region_alias (alias, region) VALUES (?, ?) ON CONFLICT DO NOTHING")
        let table = try seed("divisions")
        let codes = Set(table.rows.map { table.value($0, "code") })
        for row in table.rows {
            let code = table.value(row, "code")
            let parent = table.value(row, "parent")
            try insert.run {
                $0.bind(1, code)
                $0.bind(2, table.value(row, "name"))
                $0.bind(3, table.value(row, "level"))
                $0.bind(4, codes.contains(parent) ? parent : nil)
            }
            for short in table.value(row, "short").split(separator: ";") {
                try alias.run {
                    $0.bind(1, String(short))
                    $0.bind(2, code)
                }
            }
        }
    }

    private func seed(_ name: String) throws -> SeedTable {
        do {
            return try vocabulary.table(name)
        } catch let error as SeedTable.ParseError {
            throw ZhibiaoError(.badEmbeddedFile(path: error.name, detail: "line \(error.line): \(error.problem)"))
        }
    }
}
