// Options that several commands share.
import ArgumentParser
import Glibc
import Zhibiao

/// Which database to use.
struct DatabaseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The database file (default: $ZHIBIAO_DB, else ./metrics.db).", valueName: "file"), completion: .file())
    var db: String?

    /// The path that was chosen.
    var path: String {
        if let db { return db }
        if let variable = getenv("ZHIBIAO_DB"), variable.pointee != 0 { return String(cString: variable) }
        return "metrics.db"
    }
}

extension FigureQuery.Order: ExpressibleByArgument {}

/// Which figures to give.
struct FilterOptions: ParsableArguments {
    @Argument(help: "Words to look for: regions, organisations, indicators, categories, years, or text of the sentence.")
    var words: [String] = []

    @Option(help: "Figures of this region or organisation. Options may repeat: any of their values will do.")
    var subject: [String] = []

    @Option(help: "Figures of this region and everything in it: a name or a six-digit code.")
    var region: [String] = []

    @Option(help: "Figures of this category: a code such as enterprise, or its Chinese name.")
    var category: [String] = []

    @Option(help: "Figures of this indicator: its code, or a part of its Chinese name or of the measure.")
    var indicator: [String] = []

    @Option(help: "Figures whose period overlaps this one: 2023, 2023-09, 2017/2020.")
    var period: [String] = []

    @Option(help: ArgumentHelp("Figures of this period and later ones: 2020, 2020-09.", valueName: "period")) var since: String?

    @Option(help: ArgumentHelp("Figures of this period and earlier ones.", valueName: "period")) var until: String?

    @Option(help: "Figures of this report: its id, or a part of its title or path.")
    var report: [String] = []

    @Option(help: "Figures whose sentence or measure holds this text.")
    var text: [String] = []

    @Option(help: "Give at most this many figures.")
    var limit: Int?

    @Option(help: "Sort by this field; without it figures come as they stand in the reports.")
    var sort: FigureQuery.Order?

    @Flag(help: "Sort the other way round: the greatest first.")
    var desc = false

    func validate() throws {
        if let limit, limit < 0 { throw ValidationError(Message.outOfRange("--limit", from: "0", limit)) }
        for word in words + subject + region + category + indicator + period + report + text + [since, until].compactMap({ $0 })
        where word.isEmpty {
            throw ValidationError(Message.emptyText)
        }
    }

    /// One thing that is asked for, and how it is asked.
    struct Condition {
        enum Kind {
            case word, subject, region, category, indicator, period, report, text
        }
        let kind: Kind
        let name: String
        let add: (FigureQuery) throws -> FigureQuery
    }

    /// What these options ask for, one by one.
    func conditions(_ database: MetricsDatabase) -> [Condition] {
        func of(_ kind: Condition.Kind, _ names: [String], _ add: @escaping (FigureQuery, String) throws -> FigureQuery) -> [Condition] {
            names.map { name in Condition(kind: kind, name: name) { try add($0, name) } }
        }
        return of(.word, words) { try Question.adding($1, to: $0, database) }
            + of(.subject, subject) { $0.withSubject($1) } + of(.region, region) { $0.withRegion($1) }
            + of(.category, category) { $0.withCategory($1) } + of(.indicator, indicator) { $0.withIndicator($1) }
            + of(.period, period) { $0.withPeriod($1) } + of(.period, since.map { [$0] } ?? []) { $0.since($1) }
            + of(.period, until.map { [$0] } ?? []) { $0.until($1) }
            + of(.report, report) { query, report in
                Int64(report).map { query.withReport(id: $0) } ?? query.withReport(report)
            } + of(.text, text) { $0.withText($1) }
    }

    /// The question these options ask of `database`.
    func query(_ database: MetricsDatabase) throws -> FigureQuery {
        var query = try conditions(database).reduce(FigureQuery()) { try $1.add($0) }
        if sort != nil || desc { query = query.sorted(by: sort ?? .stored, descending: desc) }
        if let limit { query = query.limited(to: limit) }
        return query
    }
}

/// Words as a question: each is taken for what the database knows it as.
enum Question {
    /// A query for `words`: words of one kind are alternatives, words of different kinds must all hold.
    static func query(_ words: [String], _ database: MetricsDatabase) throws -> FigureQuery {
        var query = FigureQuery()
        for word in words { query = try adding(word, to: query, database) }
        return query
    }

    static func adding(_ word: String, to query: FigureQuery, _ database: MetricsDatabase) throws -> FigureQuery {
        let period = word.hasSuffix("年") ? String(word.dropLast()) : word
        if isPeriod(period) { return query.withPeriod(period) }
        // A name may be unknown as a region and known as something else: the first meaning that has figures is taken.
        let meanings: [(FigureQuery) -> FigureQuery] = [
            { $0.withRegion(word) }, { $0.withSubject(word) }, { $0.withCategory(word) }, { $0.withIndicator(word) },
        ]
        for meaning in meanings where try hasFigures(meaning(FigureQuery()), database) { return meaning(query) }
        return query.withText(word)
    }

    private static func hasFigures(_ query: FigureQuery, _ database: MetricsDatabase) throws -> Bool {
        do {
            return try !database.figures(query.limited(to: 1)).isEmpty
        } catch let error as ZhibiaoError {
            switch error.kind {
            case .unknownRegion, .unknownCategory: return false
            default: throw error
            }
        }
    }

    /// Whether `word` is written as a period: `2023`, `2023-09`, `2017/2020`.
    private static func isPeriod(_ word: String) -> Bool {
        let digits = Array(word.utf8)
        guard digits.count >= 4, digits[0] == 0x31 || digits[0] == 0x32 else { return false }
        guard digits.prefix(4).allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return digits.count == 4 || digits.count >= 7 && digits.dropFirst(4).allSatisfy { (0x2D...0x39).contains($0) && $0 != 0x2E }
    }
}
