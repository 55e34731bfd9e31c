// A description of every table, view and column for Datasette, taken from the comments of the schema and from seeds/fields.csv.
import Zhibiao

/// Metadata as `datasette metrics.db -m FILE` takes it.
enum DatasetteMetadata {
    static func text(of connection: AdHocConnection) throws -> String {
        let names = SchemaNames(connection)
        let fields = try FieldTable()
        // What the comments of tables say of columns, for views that show these.
        var comments: [String: String] = [:]
        var tables: [(String, JSONValue)] = []
        let all = names.texts(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid")
        for table in all {
            let lines = (names.texts("SELECT sql FROM sqlite_schema WHERE name = :name", ["name": .text(table)]).first ?? "")
                .split(separator: "\n").map { String($0) }
            let columns = names.columns(of: [table]).map { column in
                let own = comment(of: column, in: lines)
                if let own { comments[column] = own }
                let field = fields[column]
                let described = own ?? field?.about ?? fields.inChinese(column)?.aboutZh ?? comments[column] ?? ""
                return (column, JSONValue.text(described))
            }
            var entry: [(String, JSONValue)] = [("description", .text(description(lines))), ("columns", .object(columns))]
            if columns.contains(where: { $0.0 == "figure_id" }), columns.contains(where: { $0.0 == "value" }) {
                entry.append(
                    ("facets", .list(["category", "subject"].filter { name in columns.contains { $0.0 == name } }.map { .text($0) })))
            }
            tables.append((table, .object(entry)))
        }
        let database = connection.path.split(separator: "/").last.map(String.init) ?? connection.path
        let name = database.hasSuffix(".db") ? String(database.dropLast(3)) : database
        return JSONValue.object([
            ("title", .text("Figures from Chinese reports")),
            ("description", .text("Every figure with the sentence it was read from. Read by zhibiao \(ToolVersion.current).")),
            ("databases", .object([(name, .object([("tables", .object(tables))]))])),
        ]).text()
    }

    /// The lines of comment that a statement begins with.
    private static func description(_ lines: [String]) -> String {
        lines.dropFirst().prefix { trimmed($0).hasPrefix("--") }.map { String(trimmed($0).drop { $0 == "-" || $0 == " " }) }
            .joined(separator: " ")
    }

    /// What stands behind a column's definition in its line.
    private static func comment(of column: String, in lines: [String]) -> String? {
        guard let line = lines.first(where: { trimmed($0).split(separator: " ").first.map(String.init) == column && $0.contains(" -- ") })
        else {
            return nil
        }
        guard let start = line.range(of: " -- ") else { return nil }
        return String(line[start.upperBound...])
    }

    private static func trimmed(_ line: String) -> Substring { line.drop { $0 == " " } }
}

extension String {
    /// Where `text` stands first, by its characters.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}
