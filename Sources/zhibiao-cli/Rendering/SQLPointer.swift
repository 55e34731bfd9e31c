// Where in a statement SQLite stumbled, and what may have been meant.
import Zhibiao

/// Help with an error in SQL.
enum SQLPointer {
    /// The statement's line that the error points into with a caret under the character, and the names that may have been meant;
    /// nothing where neither is known.
    static func lines(_ error: ZhibiaoError, _ sql: String, on connection: AdHocConnection) -> [String] {
        guard case .sqlFailed(let message, let known) = error.kind else { return [] }
        let unknown = UnknownName(message)
        let offset = known ?? unknown.flatMap { place(of: $0.name, in: sql) }
        var lines = offset.map { pointed($0, sql, columns: Screen.width ?? 80) } ?? []
        if let hint = unknown.flatMap({ hint($0, sql, connection) }) { lines.append(hint) }
        return lines
    }

    /// Which line of the statement, counted from 0, an error is in.
    static func line(of error: ZhibiaoError, in sql: String) -> Int {
        guard case .sqlFailed(let message, let known) = error.kind,
            let offset = known ?? UnknownName(message).flatMap({ place(of: $0.name, in: sql) })
        else { return 0 }
        return sql.unicodeScalars.prefix(offset).count { $0 == "\n" }
    }

    /// The line that holds the code point at `offset`, and a caret below it. Of a line that is wider than the screen, the part around it.
    static func pointed(_ offset: Int, _ sql: String, columns: Int) -> [String] {
        let scalars = Array(sql.unicodeScalars)
        let offset = min(max(offset, 0), scalars.count)
        let start = scalars[..<offset].lastIndex(of: "\n").map { $0 + 1 } ?? 0
        let end = scalars[offset...].firstIndex(of: "\n") ?? scalars.count
        var before = scalars[start..<offset].map { Screen.harmless(String($0)) }
        var after = scalars[offset..<end].map { Screen.harmless(String($0)) }
        let room = columns - 2
        let isWide = DisplayWidth.of(before.joined()) + DisplayWidth.of(after.joined()) > room
        if isWide {
            let left = fitting(before.reversed(), room / 2)
            if left < before.count { before = ["…"] + before.suffix(left) }
            let right = fitting(after, room - DisplayWidth.of(before.joined()) - DisplayWidth.of("…"))
            if right < after.count { after = after.prefix(right) + ["…"] }
        }
        let line = before.joined()
        return ["  " + line + after.joined(), "  " + String(repeating: " ", count: DisplayWidth.of(line)) + "^"]
    }

    /// How many of these characters fit into `room` columns.
    private static func fitting(_ characters: some Sequence<String>, _ room: Int) -> Int {
        var used = 0
        return characters.prefix {
            used += DisplayWidth.of($0)
            return used <= room
        }.count
    }

    // MARK: unknown names

    /// A name that SQLite does not know.
    private struct UnknownName {
        enum Kind: String, CaseIterable {
            case table = "no such table: "
            case column = "no such column: "
            case function = "no such function: "
            case insertedColumn = "has no column named "
        }

        let kind: Kind
        let name: String

        init?(_ message: String) {
            for kind in Kind.allCases {
                guard let range = message.firstRange(of: kind.rawValue) else { continue }
                self.kind = kind
                // SQLite says it with the table's name before it.
                name = message[range.upperBound...].split(separator: ".").last.map(String.init) ?? ""
                return
            }
            return nil
        }
    }

    /// The code point where `name` first stands as a word of its own.
    private static func place(of name: String, in sql: String) -> Int? {
        let wanted = Array(name.lowercased().unicodeScalars)
        let scalars = Array(sql.lowercased().unicodeScalars)
        guard !wanted.isEmpty, scalars.count >= wanted.count, scalars.count == sql.unicodeScalars.count else { return nil }
        func isPart(_ index: Int) -> Bool { scalars.indices.contains(index) && SQLWords.isPart(scalars[index]) }
        return (0...(scalars.count - wanted.count)).first {
            scalars[$0..<($0 + wanted.count)].elementsEqual(wanted) && !isPart($0 - 1) && !isPart($0 + wanted.count)
        }
    }

    private static func hint(_ unknown: UnknownName, _ sql: String, _ connection: AdHocConnection) -> String? {
        let names = SchemaNames(connection)
        let known =
            switch unknown.kind {
            case .table: names.tables
            case .column, .insertedColumn: names.columns(near: sql)
            case .function: names.functions
            }
        let found = NearestName.of(unknown.name, among: known)
        return found.isEmpty ? nil : Message.didYouMean(found)
    }
}

/// The names of a database's schema, for completion and hints. What cannot be read is empty: a hint is not worth an error.
struct SchemaNames {
    private let connection: AdHocConnection

    init(_ connection: AdHocConnection) { self.connection = connection }

    /// Views before tables: they are what questions should ask.
    var tables: [String] {
        texts(
            """
            SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
            ORDER BY type DESC, name
            """)
    }

    var functions: [String] { texts("SELECT DISTINCT name FROM pragma_function_list ORDER BY name") }

    /// The columns of the tables and views that `sql` names, or of all of them where it names none.
    func columns(near sql: String) -> [String] {
        let words = Set(SQLWords.of(sql).map { $0.lowercased() })
        let all = tables
        let named = all.filter { words.contains($0.lowercased()) }
        return columns(of: named.isEmpty ? all : named)
    }

    func columns(of tables: [String]) -> [String] {
        var seen: Set<String> = []
        return tables.flatMap { table in
            texts("SELECT name FROM pragma_table_info(:name)", ["name": .text(table)])
        }.filter { seen.insert($0).inserted }
    }

    /// The first column of the rows.
    func texts(_ sql: String, _ parameters: [String: SQLiteValue] = [:]) -> [String] {
        var found: [String] = []
        try? connection.run(sql, parameters: parameters) { rows in
            while let row = try rows.next() { if case .text(let text)? = row.first { found.append(text) } }
        }
        return found
    }
}

/// The words of SQL: runs of letters of any script, digits and `_`.
enum SQLWords {
    static func of(_ sql: String) -> [String] {
        sql.unicodeScalars.split { !isPart($0) }.map { String($0) }
    }

    static func isPart(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar == "$" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
}
