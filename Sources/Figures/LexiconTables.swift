// Puts the clause stage's vocabulary together from seeds/: one entry a term, whatever tables it stands in.
import Numerals
import Vocabulary

/// The terms of seeds/ while they are put together.
struct LexiconTables {
    private(set) var terms: [Term] = []
    private var indices: [[UInt32]: Int] = [:]
    private(set) var regions: [Region] = []
    /// Organisations that a user's vocabulary names, with the region each lies in (an index into `regions`).
    private(set) var organisations: [KnownOrganisation] = []
    /// Words of seeds/cues.csv by their use.
    private(set) var cues: [String: [String]] = [:]
    /// Categories that have members or parts, and those that are.
    private(set) var wholes: CategorySet = []
    private(set) var parts: CategorySet = []
    /// By base unit.
    private(set) var units: [String: UnitFacts] = [:]
    /// By category.
    private(set) var categorySets: [String: CategorySet] = [:]
    /// Categories of which amounts of money are said.
    private(set) var amounts: Set<String> = []
    /// Words that stand for several members, and the members.
    private(set) var groups: [(term: String, members: [String])] = []

    private let vocabulary: VocabularyTables

    init(_ vocabulary: VocabularyTables) throws {
        self.vocabulary = vocabulary
        let categories = try vocabulary.table("categories")
        for (index, row) in categories.rows.enumerated() {
            categorySets[categories.value(row, "code")] = CategorySet(rawValue: 1 << UInt64(index))
            if categories.value(row, "money") == "yes" { amounts.insert(categories.value(row, "code")) }
            let part = categories.value(row, "part")
            if part == "whole" || part == "both" { wholes.formUnion(CategorySet(rawValue: 1 << UInt64(index))) }
            if part == "part" || part == "both" { parts.formUnion(CategorySet(rawValue: 1 << UInt64(index))) }
        }
        try loadWords()
        try loadNouns()
        try loadOrganisationSuffixes()
        try loadDeictics()
        try loadPeriods()
        try loadRegions()
        try loadOrganisations()
        let units = try vocabulary.table("units")
        for row in units.rows {
            let unit = units.value(row, "unit")
            if units.value(row, "whole") == "yes" { self.units[unit, default: UnitFacts()].countsWholes = true }
            let counts = units.value(row, "counts").split(separator: " ").map(String.init)
            guard let most = counts.first else { continue }
            self.units[unit, default: UnitFacts()].most = most
            self.units[unit, default: UnitFacts()].counted = CategorySet(counts.compactMap { categorySets[$0] })
        }
        let members = try vocabulary.table("members")
        for row in members.rows {
            groups.append((members.value(row, "term"), members.value(row, "members").split(separator: ";").map(String.init)))
        }
        let table = try vocabulary.table("cues")
        for row in table.rows {
            let term = table.value(row, "term")
            cues[table.value(row, "use"), default: []].append(term)
            if table.value(row, "use") == "beginning" { edit(term) { $0.isBeginning = true } }
        }
        let events = (cues["event_word"] ?? []).map { $0.unicodeScalars.map(\.value) }
        for (term, index) in indices where events.contains(where: { term.suffix($0.count).elementsEqual($0) }) {
            terms[index].isEvent = true
        }
        for word in cues["rate"] ?? [] { if let index = indices[word.unicodeScalars.map(\.value)] { terms[index].isRate = true } }
    }

    /// The index of each term.
    var trie: TermTrie { TermTrie(indices.map { ($0.key, $0.value) }) }

    private mutating func edit(_ term: String, _ change: (inout Term) -> Void) {
        guard !term.isEmpty else { return }
        let scalars = term.unicodeScalars.map(\.value)
        if let index = indices[scalars] {
            change(&terms[index])
        } else {
            var new = Term()
            change(&new)
            indices[scalars] = terms.count
            terms.append(new)
        }
    }

    private mutating func loadWords() throws {
        let table = try vocabulary.table("words")
        for row in table.rows {
            guard let wordClass = WordClass(rawValue: table.value(row, "class")) else {
                throw SeedTable.ParseError(name: "seeds/words.csv", line: 0, problem: "no class is named \(table.value(row, "class"))")
            }
            edit(table.value(row, "term")) {
                $0.wordClass = wordClass
                $0.value = table.value(row, "value")
                $0.bound = Bound(rawValue: $0.value)
                $0.standsInNames = table.value(row, "name") == "yes"
            }
        }
    }

    private mutating func loadNouns() throws {
        let rateEndings = ["率", "度", "比"]
        let table = try vocabulary.table("nouns")
        for row in table.rows {
            let category = categorySets[table.value(row, "category")] ?? []
            edit(table.value(row, "term")) {
                $0.category = table.value(row, "category")
                $0.endsLikeRate = rateEndings.contains { table.value(row, "term").hasSuffix($0) }
                $0.categories = category
                $0.isPerson = table.value(row, "person") == "yes"
            }
        }
    }

    private mutating func loadOrganisationSuffixes() throws {
        let table = try vocabulary.table("organisation_suffixes")
        for row in table.rows {
            edit(table.value(row, "suffix")) {
                $0.organisationKind = table.value(row, "kind")
                $0.speaksForRegion = table.value(row, "speaks_for") == "region"
                $0.namesPart = table.value(row, "speaks_for") == "part"
                $0.isWholeName = table.value(row, "speaks_for") == "itself"
            }
        }
    }

    private mutating func loadDeictics() throws {
        let table = try vocabulary.table("deictics")
        for row in table.rows {
            edit(table.value(row, "term")) {
                $0.deictic = table.value(row, "refers")
                $0.pointsToNearest = table.value(row, "nearest") == "yes"
            }
        }
    }

    private mutating func loadPeriods() throws {
        let table = try vocabulary.table("periods")
        for row in table.rows {
            guard let rule = PeriodRule(rawValue: table.value(row, "rule")) else {
                throw SeedTable.ParseError(name: "seeds/periods.csv", line: 0, problem: "no rule is named \(table.value(row, "rule"))")
            }
            edit(table.value(row, "term")) { $0.period = (rule, table.value(row, "value")) }
        }
    }

    private mutating func loadRegions() throws {
        let divisions = try vocabulary.table("divisions")
        for row in divisions.rows {
            let name = divisions.value(row, "name")
            let index = regions.count
            regions.append(Region(name: name, code: divisions.value(row, "code"), level: divisions.value(row, "level")))
            // 城区, 郊区, 东区 are words first and names of districts only after their city's.
            if name.unicodeScalars.count == 2, name.hasSuffix("区") { continue }
            edit(name) {
                // 鼓楼区 is the name of several: without more the first is no better than the others.
                if $0.region == nil { $0.region = index }
            }
            for short in divisions.value(row, "short").split(separator: ";") {
                edit(String(short)) { if $0.region == nil { $0.region = index } }
            }
        }
        let others = try vocabulary.table("regions_other")
        for row in others.rows {
            let full = others.value(row, "full")
            let index = regions.count
            regions.append(Region(name: full.isEmpty ? others.value(row, "name") : full, code: "", level: others.value(row, "kind")))
            for name in [others.value(row, "name"), full] { edit(name) { if $0.region == nil { $0.region = index } } }
        }
    }

    private mutating func loadOrganisations() throws {
        let table = try vocabulary.table("organisations")
        for row in table.rows {
            let region = table.value(row, "region")
            organisations.append(
                KnownOrganisation(
                    name: OrganisationName(name: table.value(row, "name"), kind: table.value(row, "kind")),
                    aliases: table.value(row, "aliases").split(separator: ";").map(String.init),
                    region: region.isEmpty ? nil : regions.firstIndex { $0.name == region }))
        }
    }
}

/// An organisation that a user's vocabulary names.
struct KnownOrganisation: Sendable {
    var name: OrganisationName
    var aliases: [String]
    /// Index into `Lexicon.regions`.
    var region: Int?
}
