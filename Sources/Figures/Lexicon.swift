// The clause stage's vocabulary: words of grammar, nouns with their category, regions, endings of organisation names.
// All of it comes from seeds/; here it is only made ready to look up.
import Vocabulary

/// What a word does in a clause: a code of seeds/words.csv.
enum WordClass: String {
    case verb
    case copula
    case change
    case becomes
    case compare
    case share
    case adverb
    case now
    case frequency
    case preposition
    case conjunction
    case particle = "de"
    case locative
    case rank
    case breakdown
    case word
}

/// How a word of time is resolved: a code of seeds/periods.csv.
enum PeriodRule: String {
    case year
    case same
    case half
    case quarter
    case span
    case range
}

/// Everything known of one term.
struct Term: Sendable {
    var wordClass: WordClass?
    /// The sign of a change word, the frequency of a frequency word, the category a verb suggests.
    var value = ""
    /// A verb that also stands in names of organisations.
    var standsInNames = false
    /// The category a noun decides.
    var category: String?
    var isPerson = false
    /// Index into `Lexicon.regions`.
    var region: Int?
    /// Written with its 市, 省 or 县 and so never another word.
    var isFullRegionName = false
    /// The kind of organisation whose names end so.
    var organisationKind: String?
    /// The kind of region or organisation the word can stand for (全市, 我校).
    var deictic: String?
    var period: (rule: PeriodRule, value: String)?
}

/// A region that figures can be said of.
struct Region: Sendable {
    var name: String
    /// Six digits, or "" for a group of regions.
    var code: String
    /// province, prefecture, county, nation, group, zone, world.
    var level: String
}

/// The terms of seeds/, in one trie.
public struct Lexicon: Sendable {
    private(set) var terms: [Term] = []
    private(set) var trie = TermTrie()
    private(set) var regions: [Region] = []
    /// Words of seeds/cues.csv by their use.
    private var cues: [String: [String]] = [:]
    private var rates = TermTrie()
    /// By category: whether it has members (whole), is a member (part), or can be either.
    private var parts: [String: String] = [:]
    /// By base unit: the categories it can count.
    private(set) var counted: [String: Set<String>] = [:]
    private var wholeUnits: Set<String> = []

    public init() throws {
        try loadWords()
        try loadNouns()
        try loadOrganisationSuffixes()
        try loadDeictics()
        try loadPeriods()
        try loadRegions()
        let categories = try SeedTable.embedded("categories")
        for row in categories.rows { parts[categories.value(row, "code")] = categories.value(row, "part") }
        let units = try SeedTable.embedded("units")
        for row in units.rows where units.value(row, "whole") == "yes" { wholeUnits.insert(units.value(row, "unit")) }
        for row in units.rows where !units.value(row, "counts").isEmpty {
            counted[units.value(row, "unit")] = Set(units.value(row, "counts").split(separator: " ").map(String.init))
        }
        let table = try SeedTable.embedded("cues")
        for row in table.rows { cues[table.value(row, "use"), default: []].append(table.value(row, "term")) }
        for word in cues["rate"] ?? [] { rates.insert(word, 0) }
    }

    private mutating func edit(_ term: String, _ change: (inout Term) -> Void) {
        guard !term.isEmpty else { return }
        if let index = trie.value(of: term) {
            change(&terms[index])
        } else {
            var new = Term()
            change(&new)
            trie.insert(term, terms.count)
            terms.append(new)
        }
    }

    private mutating func loadWords() throws {
        let table = try SeedTable.embedded("words")
        for row in table.rows {
            guard let wordClass = WordClass(rawValue: table.value(row, "class")) else {
                throw SeedTable.ParseError(name: "seeds/words.csv", line: 0, problem: "no class is named \(table.value(row, "class"))")
            }
            edit(table.value(row, "term")) {
                $0.wordClass = wordClass
                $0.value = table.value(row, "value")
                $0.standsInNames = table.value(row, "name") == "yes"
            }
        }
    }

    private mutating func loadNouns() throws {
        let table = try SeedTable.embedded("nouns")
        for row in table.rows {
            edit(table.value(row, "term")) {
                $0.category = table.value(row, "category")
                $0.isPerson = table.value(row, "person") == "yes"
            }
        }
    }

    private mutating func loadOrganisationSuffixes() throws {
        let table = try SeedTable.embedded("organisation_suffixes")
        for row in table.rows { edit(table.value(row, "suffix")) { $0.organisationKind = table.value(row, "kind") } }
    }

    private mutating func loadDeictics() throws {
        let table = try SeedTable.embedded("deictics")
        for row in table.rows { edit(table.value(row, "term")) { $0.deictic = table.value(row, "refers") } }
    }

    private mutating func loadPeriods() throws {
        let table = try SeedTable.embedded("periods")
        for row in table.rows {
            guard let rule = PeriodRule(rawValue: table.value(row, "rule")) else {
                throw SeedTable.ParseError(name: "seeds/periods.csv", line: 0, problem: "no rule is named \(table.value(row, "rule"))")
            }
            edit(table.value(row, "term")) { $0.period = (rule, table.value(row, "value")) }
        }
    }

    private mutating func loadRegions() throws {
        let divisions = try SeedTable.embedded("divisions")
        for row in divisions.rows {
            let name = divisions.value(row, "name")
            let index = regions.count
            regions.append(Region(name: name, code: divisions.value(row, "code"), level: divisions.value(row, "level")))
            edit(name) {
                // 鼓楼区 is the name of several: without more the first is no better than the others.
                if $0.region == nil { $0.region = index }
                $0.isFullRegionName = true
            }
            for short in divisions.value(row, "short").split(separator: ";") {
                edit(String(short)) { if $0.region == nil { $0.region = index } }
            }
        }
        let others = try SeedTable.embedded("regions_other")
        for row in others.rows {
            let full = others.value(row, "full")
            let index = regions.count
            regions.append(Region(name: full.isEmpty ? others.value(row, "name") : full, code: "", level: others.value(row, "kind")))
            for name in [others.value(row, "name"), full] { edit(name) { if $0.region == nil { $0.region = index } } }
        }
    }
}

// MARK: - Categories

extension Lexicon {
    /// What has members or parts: a school, an institution.
    func isWhole(_ category: String) -> Bool { parts[category] == "whole" || parts[category] == "both" }

    /// 家, 所, 个: a unit for institutions; 张 and 人 count their members and parts.
    func countsWholes(_ unit: String) -> Bool { wholeUnits.contains(unit) }

    /// What a whole has: students, beds.
    func isPart(_ category: String) -> Bool { parts[category] == "part" || parts[category] == "both" }

    func isBreakdown(_ token: Token) -> Bool { token.term >= 0 && terms[token.term].wordClass == .breakdown }

    /// The category and whether people are meant, of a token that is a noun.
    func noun(_ token: Token) -> (category: String, isPerson: Bool)? {
        guard token.term >= 0, let category = terms[token.term].category else { return nil }
        return (category, terms[token.term].isPerson)
    }
}

// MARK: - Cues

extension Lexicon {
    /// Words that introduce an abbreviation, longest first.
    var aliasCues: [String] { cues["alias"] ?? [] }

    func isUnitHeader(_ title: String) -> Bool { cues["unit_header"]?.contains(title) ?? false }

    func isSerialHeader(_ title: String) -> Bool { cues["serial_header"]?.contains(title) ?? false }

    func isGenericHeader(_ title: String) -> Bool { cues["generic_header"]?.contains(title) ?? false }

    /// The measure holds a word that makes it a rate: 人均, 生师比.
    func namesRate(_ measure: String) -> Bool {
        let text = measure.unicodeScalars.map(\.value)
        return text.indices.contains { rates.longestMatch(in: text, at: $0, limit: text.count) != nil }
    }

    /// 校内专任教师人数 without 人数.
    func withoutCountEnding(_ title: String) -> String {
        for ending in cues["count_ending"] ?? [] where title.hasSuffix(ending) && title.count > ending.count + 1 { return String(title.dropLast(ending.count)) }
        return title
    }

    /// How long the lexicon's term at the end of a joined token is.
    func length(of token: Token, in text: [UInt32]) -> Int {
        for start in token.start..<token.end {
            if let match = trie.longestMatch(in: text, at: start, limit: token.end), match.end == token.end, match.value == token.term { return token.end - start }
        }
        return token.end - token.start
    }
}
