// Why no figure matches, and what was perhaps meant: the names that are nearest by their spelling, or what there is instead.
import Zhibiao

/// Hints for questions without an answer.
enum NothingFound {
    /// The query that options make; where a name in it is unknown, says so with the nearest names.
    static func query(_ filters: FilterOptions, _ store: MetricsDatabase) throws -> FigureQuery {
        do {
            let query = try filters.query(store)
            try store.checkNames(query)
            return query
        } catch let error as ZhibiaoError {
            let hints: [String]
            switch error.kind {
            case .unknownRegion(let name): hints = near(name, .region, store)
            case .unknownCategory(let code): hints = near(code, .category, store)
            default: throw error
            }
            Screen.complain(error)
            if !hints.isEmpty { Screen.say(Message.didYouMean(hints)) }
            throw AlreadyTold()
        }
    }

    /// What to say where no figure matches.
    static func lines(_ filters: FilterOptions, _ store: MetricsDatabase) -> [String] {
        // A hint is not worth an error of its own.
        guard let all = try? store.count(), all > 0 else { return [Message.noFigures] }
        let conditions = filters.conditions(store)
        let counts = conditions.map { condition in (condition, (try? store.count(condition.add(FigureQuery()))) ?? 0) }
        var lines = [Message.noFigureMatches]
        for (condition, count) in counts where count == 0 {
            let hints = near(condition.name, condition.kind, store)
            lines.append(Message.nothingFor(condition.name, hints))
        }
        if counts.count > 1, counts.allSatisfy({ $0.1 > 0 }) {
            lines.append(Message.notTogether(counts.map { ($0.0.name, $0.1) }))
            if let first = counts.first, let had = try? instead(first.0, store), !had.isEmpty {
                lines.append(Message.thereIs(first.0.name, had))
            }
        }
        return lines
    }

    /// The database file that was perhaps meant; nil where none is near.
    static func database(near path: String) -> String? {
        let slash = path.lastIndex(of: "/")
        let folder = slash.map { String(path[...$0]) } ?? ""
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        let names = UserFolders.names(in: folder.isEmpty ? "." : folder).filter { !$0.hasPrefix(".") }
        let near = NearestName.of(name, among: names)
        return near.isEmpty ? nil : Message.didYouMean(near.map { folder + $0 })
    }

    /// The most frequent indicators of what was asked for.
    private static func instead(_ condition: FilterOptions.Condition, _ store: MetricsDatabase) throws -> [String] {
        var counts: [String: Int] = [:]
        try store.forEachFigure(condition.add(FigureQuery()).limited(to: 5000)) { figure in
            counts[figure.indicatorLabel ?? figure.measure, default: 0] += 1
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map(\.key)
    }

    /// The known names that are nearest to one that has no figures; those that have figures come first.
    private static func near(_ name: String, _ kind: FilterOptions.Condition.Kind, _ store: MetricsDatabase) -> [String] {
        guard let connection = try? AdHocConnection.open(store.path) else { return [] }
        let withFigures = "SELECT alias FROM region_alias WHERE region IN (SELECT region_code FROM subject WHERE kind = 'region')"
        let subjects = ["SELECT name FROM subject", "SELECT alias FROM subject_alias", withFigures]
        let regions = ["SELECT name FROM region", "SELECT alias FROM region_alias"]
        let categories = ["SELECT zh FROM category", "SELECT code FROM category"]
        let indicators = [
            "SELECT DISTINCT zh FROM figure JOIN indicator ON code = indicator", "SELECT DISTINCT measure FROM figure LIMIT 20000",
            "SELECT zh FROM indicator", "SELECT synonym FROM indicator_synonym WHERE instr(synonym, '+') = 0",
        ]
        let sources: [String] =
            switch kind {
            case .word: subjects + indicators + categories + regions
            case .subject: subjects + regions
            case .region: ["SELECT name FROM subject WHERE kind = 'region'", withFigures] + regions
            case .category: categories
            case .indicator: indicators + ["SELECT code FROM indicator"]
            case .report: ["SELECT title FROM report"]
            case .period, .text: []
            }
        let names = SchemaNames(connection)
        return NearestName.of(name, among: sources.flatMap { names.texts($0) })
    }
}
