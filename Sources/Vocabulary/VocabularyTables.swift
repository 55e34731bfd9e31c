// The tables that reading goes by: those of seeds/, and behind them a user's own.

/// The vocabulary as tables: the one compiled into the binary, with a user's rows added.
public struct VocabularyTables: Sendable {
    /// The vocabulary compiled into the binary.
    public static let builtIn = VocabularyTables()

    /// A user's tables, in the order they were added, under the names of seeds/.
    public private(set) var added: [(name: String, table: SeedTable)] = []

    private init() {}

    /// The table of this name; empty when there is none.
    /// - Throws: `SeedTable.ParseError` when a table of seeds/ is malformed.
    public func table(_ name: String) throws -> SeedTable {
        var table = try SeedTable.embedded(name)
        for own in added where own.name == name { table = table.adding(own.table) }
        return table
    }

    /// Adds a user's table, which its columns tell: the columns of a table of seeds/, or some of them.
    /// - Parameters:
    ///   - csv: UTF-8.
    ///   - path: what to call the table in an error.
    /// - Throws: `SeedTable.ParseError` with line and column, when it is no such table or a field of it cannot be used.
    public mutating func add(csv: [UInt8], path: String) throws {
        let table = try SeedTable(csv: csv, name: path)
        let shape = try VocabularyShape.of(table)
        try shape.check(table, beside: self)
        added.append((shape.name, table))
    }
}

/// What a user's table can be: the columns it must and can have, and what may stand in them.
struct VocabularyShape {
    /// The name of the table in seeds/.
    let name: String
    /// Columns that tell it from the others; no field of them that `needed` names may be empty.
    let telling: [String]
    var needed: [String] = []
    /// Columns that may stand beside the telling ones.
    var others: [String] = []
    /// By column: the table and column that has every value that it may have. An empty field is always right.
    var codes: [String: (table: String, column: String)] = [:]

    static let all = [
        VocabularyShape(
            name: "indicators", telling: ["code", "synonyms"], needed: ["code"],
            others: ["zh", "en", "category", "unit_kind", "statistic", "exact"],
            codes: [
                "category": ("categories", "code"), "unit_kind": ("indicators", "unit_kind"), "statistic": ("indicators", "statistic"),
                "exact": ("indicators", "exact"),
            ]),
        VocabularyShape(
            name: "nouns", telling: ["term", "category"], needed: ["term", "category"], others: ["person"],
            codes: ["category": ("categories", "code"), "person": ("nouns", "person")]),
        VocabularyShape(
            name: "units", telling: ["surface", "unit"], needed: ["surface", "kind"], others: ["kind", "counts", "whole"],
            codes: ["kind": ("units", "kind"), "whole": ("units", "whole")]),
        VocabularyShape(
            name: "organisations", telling: ["name", "aliases"], needed: ["name", "kind"], others: ["kind", "region"],
            codes: ["kind": ("organisation_suffixes", "kind"), "region": ("divisions", "name")]),
        VocabularyShape(
            name: "organisation_suffixes", telling: ["suffix", "kind"], needed: ["suffix", "kind"], others: ["speaks_for"],
            codes: ["kind": ("organisation_suffixes", "kind"), "speaks_for": ("organisation_suffixes", "speaks_for")]),
        VocabularyShape(
            name: "divisions", telling: ["code", "name", "level"], needed: ["code", "name", "level"], others: ["parent", "short"],
            codes: ["level": ("divisions", "level"), "parent": ("divisions", "code")]),
        VocabularyShape(
            name: "regions_other", telling: ["name", "full"], needed: ["name", "kind"], others: ["kind", "members"],
            codes: ["kind": ("regions_other", "kind")]),
    ]

    /// The shape whose columns a table has.
    static func of(_ table: SeedTable) throws -> VocabularyShape {
        func fail(_ column: Int, _ problem: String) -> SeedTable.ParseError {
            SeedTable.ParseError(name: table.name, line: table.columns.isEmpty ? 0 : table.headerLine, column: column, problem: problem)
        }
        guard let shape = all.first(where: { $0.telling.allSatisfy(table.columns.contains) }) else {
            let known = all.map { "\($0.name) (\($0.telling.joined(separator: ", ")))" }.joined(separator: ", ")
            throw fail(0, "the columns are those of no table of a vocabulary; one of these has to be there: \(known)")
        }
        for (index, column) in table.columns.enumerated() {
            if table.columns.firstIndex(of: column) != index { throw fail(index + 1, "the column \(column) is there twice") }
            if !shape.telling.contains(column), !shape.others.contains(column) {
                throw fail(
                    index + 1, "\(shape.name) has no column \(column); it has \((shape.telling + shape.others).joined(separator: ", "))")
            }
        }
        if let missing = shape.needed.first(where: { !table.columns.contains($0) }) {
            throw fail(0, "the column \(missing) of \(shape.name) is missing")
        }
        return shape
    }

    /// Checks every field.
    func check(_ table: SeedTable, beside tables: VocabularyTables) throws {
        var allowed: [String: Set<String>] = [:]
        for (column, source) in codes {
            let known = try tables.table(source.table)
            allowed[column] = Set(known.rows.map { known.value($0, source.column) })
            // A division may lie in another one of the same file.
            if source.table == name, source.column == "code" { allowed[column]?.formUnion(table.rows.map { table.value($0, "code") }) }
        }
        let catalogue = name == "indicators" ? try tables.table("indicators") : table
        var codes = Set(catalogue.rows.map { catalogue.value($0, "code") })
        for (index, row) in table.rows.enumerated() {
            for (column, field) in zip(table.columns, row) {
                if field.isEmpty, needed.contains(column) { throw table.error(row: index, column, "\(column) cannot be empty") }
                if field.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
                    throw table.error(row: index, column, "\(column) holds a control character")
                }
                guard let values = allowed[column], !field.isEmpty, !values.contains(field) else { continue }
                throw table.error(row: index, column, "\(column) cannot be “\(field)”; \(Self.list(values))")
            }
            switch name {
            case "divisions":
                let code = table.value(row, "code")
                guard code.utf8.count == 6, code.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
                    throw table.error(row: index, "code", "“\(code)” is no code of a division; write six digits")
                }
            case "indicators" where codes.insert(table.value(row, "code")).inserted:
                // A row for a code of the catalogue only adds synonyms; a new indicator needs a name and a kind of unit.
                for column in ["zh", "unit_kind"] where table.value(row, column).isEmpty {
                    throw table.error(row: index, column, "the new indicator \(table.value(row, "code")) needs \(column)")
                }
            default: break
            }
        }
    }

    /// What may stand in a column, as far as that can be read in a line.
    private static func list(_ values: Set<String>) -> String {
        let values = values.filter { !$0.isEmpty }.sorted()
        return values.count <= 40 ? "it is one of " + values.joined(separator: ", ") : "it is none of those in seeds/"
    }
}
