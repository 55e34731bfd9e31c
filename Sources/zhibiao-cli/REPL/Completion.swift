// What the Tab key completes: commands, tables, columns, SQL, and the names that figures are asked for by, Chinese ones too.
import Zhibiao

/// Completes words for one session.
final class Completer {
    /// What a word can be completed to.
    enum Completions: Equatable {
        /// - isComplete: whether a space comes after the word.
        case words([String], isComplete: Bool)
        case files
    }

    private unowned let repl: Repl

    init(_ repl: Repl) { self.repl = repl }

    /// The completions of `word`, which comes after `before` on the line that is being edited.
    func completions(of word: String, after before: String) -> Completions {
        if let pending = repl.pendingStatement { return sql(word, pending + "\n" + before) }
        let line = before.drop { $0.isWhitespace }
        let first = (line + word).unicodeScalars.first
        if first == "." {
            if line.isEmpty { return matching(word, MetaCommand.all.map(\.name)) }
            return argument(of: String(line.prefix { !$0.isWhitespace }), word)
        }
        if let first, first.value > 0x7F, first.properties.isAlphabetic { return matching(word, names(word)) }
        return sql(word, before)
    }

    private func argument(of name: String, _ word: String) -> Completions {
        guard let command = try? MetaCommand.named(name) else { return .words([], isComplete: true) }
        switch command.argument {
        case .nothing: return .words([], isComplete: true)
        case .command: return matching(word, MetaCommand.all.map(\.name))
        case .file: return .files
        case .table: return matching(word, schema?.tables ?? [])
        case .format: return matching(word, OutputFormat.allCases.map(\.rawValue))
        case .onOff: return matching(word, ["on", "off"])
        case .query: return matching(word, (try? NamedQueries().names) ?? [])
        case .words: return matching(word, names(word))
        case .report: return matching(word, schema?.texts("SELECT title FROM report ORDER BY report_id") ?? [])
        }
    }

    // MARK: SQL

    private static let keywords = [
        "SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "OFFSET", "JOIN", "LEFT JOIN", "USING", "ON", "AND", "OR",
        "NOT",
        "IN", "IS", "NULL", "LIKE", "GLOB", "BETWEEN", "EXISTS", "CASE", "WHEN", "THEN", "ELSE", "END", "AS", "DISTINCT", "DESC", "ASC",
        "UNION",
        "UNION ALL", "EXCEPT", "INTERSECT", "WITH", "RECURSIVE", "VALUES", "EXPLAIN QUERY PLAN", "INSERT INTO", "UPDATE", "SET",
        "DELETE FROM",
        "CREATE VIEW", "CREATE TABLE", "BEGIN", "COMMIT", "ROLLBACK", "OVER", "PARTITION BY", "FILTER", "CAST", "COLLATE",
    ]

    private func sql(_ word: String, _ before: String) -> Completions {
        guard let schema else { return .words([], isComplete: true) }
        // Inside of quotes stand names that the data has.
        if before.count(where: { $0 == "'" }) % 2 == 1 { return matching(word, names(word), isComplete: false) }
        if let dot = word.lastIndex(of: ".") {
            let table = String(word[..<dot])
            let columns =
                schema.tables.contains { $0.lowercased() == table.lowercased() }
                ? schema.columns(of: [table]) : schema.columns(near: before)
            return matching(word, columns.map { table + "." + $0 })
        }
        let last = SQLWords.of(before).last?.uppercased() ?? ""
        if ["FROM", "JOIN", "INTO", "UPDATE", "TABLE"].contains(last) { return matching(word, schema.tables) }
        let isLower = word == word.lowercased()
        let keywords = isLower && !word.isEmpty ? Self.keywords.map { $0.lowercased() } : Self.keywords
        return matching(word, keywords + schema.columns(near: before) + schema.tables + (word.isEmpty ? [] : schema.functions))
    }

    private var schema: SchemaNames? { (try? repl.session.connection()).map(SchemaNames.init) }

    // MARK: names in the data

    /// Regions, organisations, indicators and categories that start with `word`: those that have figures first.
    private func names(_ word: String) -> [String] {
        guard let schema else { return [] }
        let starts = "substr(name, 1, length(:word)) = :word AND name <> ''"
        let sources = [
            "SELECT name FROM subject",
            "SELECT alias AS name FROM subject_alias",
            "SELECT DISTINCT indicator.zh AS name FROM figure JOIN indicator ON indicator.code = figure.indicator",
            "SELECT DISTINCT category.zh AS name FROM figure JOIN category ON category.code = figure.category",
            "SELECT DISTINCT category AS name FROM figure",
            "SELECT DISTINCT period AS name FROM figure WHERE period IS NOT NULL AND :word <> ''",
            "SELECT zh AS name FROM indicator WHERE :word <> ''",
            "SELECT name FROM region WHERE :word <> ''",
            "SELECT alias AS name FROM region_alias WHERE :word <> ''",
        ]
        var seen: Set<String> = []
        return sources.flatMap { source in
            schema.texts("SELECT name FROM (\(source)) WHERE \(starts) ORDER BY name LIMIT 200", ["word": .text(word)])
        }.filter { seen.insert($0).inserted }
    }

    private func matching(_ word: String, _ candidates: [String], isComplete: Bool = true) -> Completions {
        let lower = word.lowercased()
        return .words(candidates.filter { $0.lowercased().hasPrefix(lower) }, isComplete: isComplete)
    }
}
