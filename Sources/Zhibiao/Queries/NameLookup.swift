// What the names in a query mean: regions, subjects, categories, indicators.
import GRDB

/// Looks names up in the reference tables.
struct NameLookup {
    private let db: Database

    init(_ db: Database) throws { self.db = db }

    /// The ranges of codes of a region and all in it, by name (苏州市, 苏州) or code: 320500 gives 320500 to 320599.
    /// Several regions of one name (鼓楼区) are all meant; of 吉林省 and 吉林市 the wider.
    /// - Throws: ``ZhibiaoError`` when no region is called so.
    func regionCodes(_ nameOrCode: String) throws -> [ClosedRange<String>] {
        if nameOrCode.utf8.count == 6, nameOrCode.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return [Self.codes(within: nameOrCode)]
        }
        for sql in [
            "SELECT code FROM region WHERE name = ? ORDER BY code", "SELECT region FROM region_alias WHERE alias = ? ORDER BY region",
        ] {
            let found = try texts(sql, nameOrCode)
            // A code with more zeros at its end is the wider region.
            if let widest = found.map(Self.prefix).map(\.count).min() {
                return found.filter { Self.prefix($0).count == widest }.map(Self.codes)
            }
        }
        throw ZhibiaoError(.unknownRegion(name: nameOrCode))
    }

    /// Which subjects a name means: the one of this name or other name, else the region of this short name, else all whose name holds it.
    func subjects(_ name: String) throws -> (condition: String, parameter: String) {
        let conditions = [
            "name = ?",
            "subject_id IN (SELECT subject_id FROM subject_alias WHERE alias = ?)",
            """
            kind = 'region' AND name IN (SELECT region.name FROM region_alias JOIN region ON region.code = region_alias.region
                                         WHERE region_alias.alias = ?)
            """,
        ]
        for condition in conditions where try !texts("SELECT name FROM subject WHERE \(condition) LIMIT 1", name).isEmpty {
            return (condition, name)
        }
        return ("instr(name, ?) > 0", name)
    }

    /// The codes of a category, by code or Chinese name.
    /// - Throws: ``ZhibiaoError`` when there is none.
    func categories(_ codeOrName: String) throws -> [String] {
        let found = try texts("SELECT code FROM category WHERE ?1 IN (code, zh)", codeOrName)
        if found.isEmpty { throw ZhibiaoError(.unknownCategory(code: codeOrName)) }
        return found
    }

    /// Whether this is an indicator's very code, name or synonym.
    func isIndicator(_ name: String) throws -> Bool {
        try !texts(
            """
            SELECT code FROM indicator WHERE ?1 IN (code, zh)
            UNION ALL SELECT indicator FROM indicator_synonym WHERE synonym = ?1 LIMIT 1
            """, name
        ).isEmpty
    }

    /// The codes of the indicators of this code, name or synonym, and of those whose name ends so: 中职毕业生本地就业率 is a 本地就业率.
    /// Where none has the name, of those whose name holds it.
    func indicators(_ name: String) throws -> [String] {
        let exact = try texts(
            """
            SELECT code FROM indicator WHERE ?1 IN (code, zh) OR length(?1) > 1 AND substr(zh, -length(?1)) = ?1
            UNION SELECT indicator FROM indicator_synonym WHERE synonym = ?1 ORDER BY 1
            """, name)
        return try exact.isEmpty || !isIndicator(name)
            ? try texts("SELECT code FROM indicator WHERE instr(zh, ?) > 0 ORDER BY code", name) : exact
    }

    /// The code of the indicator of this code or Chinese name, or nil when there is none.
    func indicator(_ name: String) throws -> String? {
        try texts("SELECT code FROM indicator WHERE ?1 IN (code, zh) ORDER BY code <> ?1 LIMIT 1", name).first
    }

    /// The code of the region that a subject is or lies in, as far as its name tells: the region of this name, or the one that an
    /// organisation's name starts with; nil where that is none or several.
    func regionOf(_ name: String, kind: String) throws -> String? {
        let found =
            kind == "region"
            ? try texts("SELECT code FROM region WHERE name = ?", name)
            : try texts(
                """
                WITH start (name, code) AS (SELECT name, code FROM region UNION ALL SELECT alias, region FROM region_alias),
                     match (name, code) AS (SELECT name, code FROM start WHERE substr(?1, 1, length(name)) = name AND name <> '')
                SELECT DISTINCT code FROM match WHERE length(name) = (SELECT max(length(name)) FROM match)
                """, name)
        return found.count == 1 ? found[0] : nil
    }

    /// The code without the pairs of zeros at its end: 320500 is 3205.
    private static func prefix(_ code: String) -> Substring {
        var prefix = code[...]
        while prefix.hasSuffix("00") { prefix = prefix.dropLast(2) }
        return prefix
    }

    /// A country's code (100000, 000000) stands for all of them.
    private static func codes(within code: String) -> ClosedRange<String> {
        let prefix = code == "100000" ? "" : prefix(code)
        return code...(prefix + String(repeating: "9", count: 6 - prefix.count))
    }

    private func texts(_ sql: String, _ parameter: String) throws -> [String] {
        var found: [String] = []
        try BoundStatement(db, sql).eachRow {
            $0.bind(1, parameter)
        } row: {
            found.append(try $0.text(0))
        }
        return found
    }
}
