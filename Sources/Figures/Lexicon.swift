// The clause stage's vocabulary: words of grammar, nouns with their category, regions, endings of organisation names.
// All of it comes from seeds/; here it is only made ready to look up.
import Numerals
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

/// Categories that a unit can count, one bit each.
struct CategorySet: OptionSet {
    let rawValue: UInt64
}

/// What a noun decides.
struct Noun {
    let category: String
    let isPerson: Bool
    /// The category as a set of one.
    let categories: CategorySet
}

/// Everything known of one term.
struct Term: Sendable {
    var wordClass: WordClass?
    /// The sign of a change word, the frequency of a frequency word, the category a verb suggests.
    var value = ""
    /// A verb that also stands in names of organisations.
    var standsInNames = false
    /// Such an ending is a name by itself: 教育部.
    var isWholeName = false
    /// Parts of a school have names that end so: 学院.
    var namesPart = false
    /// Bounds the number that follows.
    var bound: Bound?
    /// Says that something began: 成立.
    var isBeginning = false
    /// Ends like a rate: 就业率.
    var endsLikeRate = false
    /// The category a noun decides.
    var category: String?
    var categories: CategorySet = []
    var isPerson = false
    /// 人均, 占比: a word of a rate.
    var isRate = false
    /// Ends in what contests and fairs are called: 技能大赛.
    var isEvent = false
    /// Index into `Lexicon.regions`.
    var region: Int?
    /// The kind of organisation whose names end so.
    var organisationKind: String?
    /// Such an organisation speaks for its region: 人民政府.
    var speaksForRegion = false
    /// The kind of region or organisation the word can stand for (全市, 我校).
    var deictic: String?
    /// It stands for the last one named: 该校.
    var pointsToNearest = false
    var period: (rule: PeriodRule, value: String)?
}

/// What is asked of nearly every word of a report. A few bytes a term, so that those of all terms stay near the processor.
struct TermShape: Sendable {
    let wordClass: WordClass?
    private let facts: UInt16

    init(_ term: Term, _ regions: [Region]) {
        wordClass = term.wordClass
        let all = [
            term.period != nil, term.region != nil, term.region.map { !regions[$0].code.isEmpty } ?? false, term.category != nil,
            term.organisationKind != nil, term.deictic != nil, !term.value.isEmpty, term.isBeginning, term.isPerson && term.category != nil,
            term.region.map { regions[$0].level == "group" } ?? false,
        ]
        facts = all.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt16($1.offset) : $0 }
    }

    var isTime: Bool { facts & 1 != 0 }
    var isRegion: Bool { facts & 2 != 0 }
    /// A region with a division code.
    var isDivision: Bool { facts & 4 != 0 }
    var hasCategory: Bool { facts & 8 != 0 }
    var endsOrganisation: Bool { facts & 16 != 0 }
    var isDeictic: Bool { facts & 32 != 0 }
    var hasValue: Bool { facts & 64 != 0 }
    var isBeginning: Bool { facts & 128 != 0 }
    /// A noun that means people.
    var isPerson: Bool { facts & 256 != 0 }
    /// Several divisions.
    var isGroup: Bool { facts & 512 != 0 }
}

/// A region that figures can be said of.
struct Region: Sendable {
    var name: String
    /// Six digits, or "" for a group of regions.
    var code: String
    /// province, prefecture, county, nation, group, zone, world.
    var level: String
}

/// The terms of seeds/, in one trie. A class, so that passing it on costs nothing.
public final class Lexicon: Sendable {
    let terms: [Term]
    /// By term.
    let shapes: [TermShape]
    let trie: TermTrie
    let regions: [Region]
    /// Organisations that a user's vocabulary names.
    let organisations: [KnownOrganisation]
    private let regionsOfOrganisations: [String: Int]
    /// Each region as the subject of figures.
    let subjects: [Subject]
    let cues: [String: [String]]
    let rates: TermTrie
    let industries: TermTrie
    /// 其中: how the label of a part of the row above starts.
    let partLabels: [[UInt32]]
    let amountEndings: TermTrie
    let attributes: TermTrie
    /// What the two end with.
    let amountEnds: ScalarSet
    let attributeEnds: ScalarSet
    let predicateOpeners: TermTrie
    let groups: [(term: String, members: [String])]
    let groupTerms: TermTrie
    let eventPointers: TermTrie
    let coverages: TermTrie
    /// Words that tell how the numbers of a sentence belong together.
    let sentence: SentenceCues
    let economyWords: TermTrie
    /// 持平, 相比: with 与 before a time it is only compared with. 不变价: behind a year whose prices are meant. =100: behind 以 and a
    /// year, to which an index refers.
    let comparisons: TermTrie
    let priceBases: TermTrie
    let indexBases: TermTrie
    /// 规模以上, 人均: says of whom or what all that follows is; 1 for those per head.
    let scopes: TermTrie
    let scopeStarts: ScalarSet
    let goods: TermTrie
    /// 产量: how much is made. 出厂价格: which of several prices. 制造业: how parts of industry are called.
    let outputs: TermTrie
    let kinds: TermTrie
    let industrials: TermTrie
    /// 期间: behind a plan's name (“十四五”) that stands for its years.
    let planTimes: TermTrie
    /// 总数, 省级: words that say nothing of what is measured.
    let plainWords: TermTrie
    /// 国家级, 新增: words that say which of what is measured.
    let narrowings: TermTrie
    /// 城镇居民: people whose figures are not those of all.
    let residents: TermTrie
    /// What websites say below a report of its use, each word with a number of its own.
    let noticeWords: TermTrie
    let noticeStarts: ScalarSet
    let noticeSeconds: ScalarSet
    /// What words that limit or narrow start with.
    let narrowingStarts: ScalarSet
    /// And what follows there.
    let narrowingSeconds: ScalarSet
    private let wholes: CategorySet
    private let parts: CategorySet
    let units: UnitTable
    private let categorySets: [String: CategorySet]
    private let amounts: Set<String>
    /// Full names of countries as a whole.
    let nations: Set<String>

    /// Loads the tables of a vocabulary.
    /// - Throws: `SeedTable.ParseError`.
    public init(_ vocabulary: VocabularyTables = .builtIn) throws {
        let tables = try LexiconTables(vocabulary)
        terms = tables.terms
        shapes = tables.terms.map { TermShape($0, tables.regions) }
        trie = tables.trie
        regions = tables.regions
        organisations = tables.organisations
        regionsOfOrganisations = Dictionary(
            tables.organisations.compactMap { known in known.region.map { (known.name.name, $0) } }, uniquingKeysWith: { $1 })
        subjects = regions.map { Subject($0) }
        cues = tables.cues
        partLabels = (tables.cues["part_label"] ?? []).map { $0.unicodeScalars.map(\.value) }
        func cue(_ use: String) -> TermTrie { TermTrie((tables.cues[use] ?? []).map { ($0, 0) }) }
        industries = cue("industry_header")
        rates = cue("rate")
        amountEndings = cue("amount")
        attributes = cue("attribute")
        func ends(_ use: String) -> ScalarSet { ScalarSet((tables.cues[use] ?? []).compactMap { $0.unicodeScalars.last?.value }) }
        amountEnds = ends("amount")
        attributeEnds = ends("attribute")
        predicateOpeners = cue("predicate")
        groups = tables.groups
        groupTerms = TermTrie(tables.groups.enumerated().map { ($1.term, $0) })
        eventPointers = cue("event_pointer")
        comparisons = cue("comparison")
        priceBases = cue("price_base")
        indexBases = cue("index_base")
        outputs = cue("output")
        kinds = cue("price_kind")
        industrials = cue("industrial")
        goods = cue("goods")
        scopes = TermTrie((tables.cues["scope"] ?? []).map { ($0, 0) } + (tables.cues["scope_per_head"] ?? []).map { ($0, 1) })
        coverages = cue("coverage")
        sentence = SentenceCues(tables.cues)
        economyWords = cue("economy_word")
        planTimes = cue("plan_time")
        plainWords = cue("plain")
        scopeStarts = ScalarSet(
            ["scope", "scope_per_head"].flatMap { tables.cues[$0] ?? [] }.compactMap { $0.unicodeScalars.first?.value })
        residents = cue("residents")
        // 省, and what the words start with
        let narrowing = ["scope", "residents", "narrowing"].flatMap { tables.cues[$0] ?? [] }
        narrowingStarts = ScalarSet([0x7701] + narrowing.compactMap { $0.unicodeScalars.first?.value })
        narrowingSeconds = ScalarSet(narrowing.compactMap { $0.unicodeScalars.dropFirst().first?.value })
        let notice = tables.cues["site_notice"] ?? []
        noticeWords = TermTrie(notice.enumerated().map { ($1, $0) })
        noticeStarts = ScalarSet(notice.compactMap { $0.unicodeScalars.first?.value })
        noticeSeconds = ScalarSet(notice.compactMap { $0.unicodeScalars.dropFirst().first?.value })
        narrowings = cue("narrowing")
        wholes = tables.wholes
        parts = tables.parts
        var units = tables.units
        func note(_ use: String, _ fact: WritableKeyPath<UnitFacts, Bool>) {
            for unit in tables.cues[use] ?? [] { units[unit, default: UnitFacts()][keyPath: fact] = true }
        }
        note("unit_noun", \.isNoun)
        note("listed_unit_noun", \.isListedNoun)
        note("score_unit", \.isScore)
        note("equipment_unit", \.isEquipment)
        self.units = UnitTable(units)
        categorySets = tables.categorySets
        amounts = tables.amounts
        nations = Set(tables.regions.lazy.filter { $0.level == "nation" }.map(\.name))
    }
}

// MARK: - Organisations

extension Lexicon {
    /// The region an organisation lies in: as the vocabulary says, or else the one whose name it starts with.
    func region(of organisation: OrganisationName) -> Region? {
        if !regionsOfOrganisations.isEmpty, let index = regionsOfOrganisations[organisation.name] { return regions[index] }
        return region(startOf: organisation.name)
    }
}

// MARK: - Categories

extension Lexicon {
    /// Of what has such a category amounts of money are said.
    func isAmount(_ category: String) -> Bool { amounts.contains(category) }

    /// An amount of the economy or of money, which can be said of any part of either.
    func isMeasured(_ category: String) -> Bool { category == "economy" || category == "funding" }

    /// The word ends in what is measured in amounts: 增加值, 销售面积.
    func endsInAmount(_ text: [UInt32], _ token: Token) -> Bool {
        amountEnds.mayContain(text[token.end - 1]) && endsInAmount(text, token.start, token.end)
    }

    private func endsInAmount(_ text: [UInt32], _ start: Int, _ end: Int) -> Bool {
        ends(amountEndings, text, max(start, end - Lexicon.longestAmount), end)
    }

    /// The same of words that may say what changed: 增加值比上年增长, and of a whole: 增加值其中.
    func endsInAmount(_ words: [UInt32]) -> Bool {
        var end = words.count
        // Without the words of change, of comparison and of parts at the end.
        while let start = (0..<end).first(where: {
            trie.longestMatch(in: words, at: $0, limit: end).map { match in
                guard match.end == end else { return false }
                switch shapes[match.value].wordClass {
                case .change, .compare, .breakdown: return true
                default: return false
                }
            } ?? false
        }) { end = start }
        return endsInAmount(words, 0, end)
    }

    /// 产量, 招生: says what and not of what.
    func isAttribute(_ text: [UInt32], _ token: Token) -> Bool {
        isAttribute(text, from: token.start, to: token.end)
    }

    /// The words from one place to another are one attribute.
    func isAttribute(_ text: [UInt32], from start: Int, to end: Int) -> Bool {
        attributeEnds.mayContain(text[end - 1]) && attributes.longestMatch(in: text, at: start, limit: end)?.end == end
    }

    /// Where 销售面积 starts in the word 商品房销售面积.
    func attributeStart(in text: [UInt32], _ token: Token) -> Int? {
        guard attributeEnds.mayContain(text[token.end - 1]) else { return nil }
        return (token.start + 2..<max(token.start + 2, token.end - 1)).first {
            attributes.longestMatch(in: text, at: $0, limit: token.end)?.end == token.end
        }
    }

    /// 原煤产量, 发电量: how much is made.
    func isOutput(_ text: [UInt32], _ token: Token) -> Bool {
        text[token.end - 1] == 0x91CF && ends(outputs, text, token.start, token.end)  // 量
    }

    /// 工业生产者出厂价格: says which price.
    func isOfKind(_ text: [UInt32], _ token: Token) -> Bool { ends(kinds, text, token.start, token.end) }

    /// The words end, before what is measured, in what a part of industry is called: 高技术制造业, and not 工业 itself.
    func isIndustrial(_ text: [UInt32], before end: Int, from words: Words) -> Bool {
        guard let first = words.first, first.start < end - 2 else { return false }
        return ends(industrials, text, max(first.start, end - 8), end)
    }

    private func ends(_ terms: TermTrie, _ text: [UInt32], _ start: Int, _ end: Int) -> Bool {
        (start..<max(start, end)).contains { terms.longestMatch(in: text, at: $0, limit: end)?.end == end }
    }

    /// 对, 拉动: what is said of a topic before.
    func opensPredicate(_ text: [UInt32], _ token: Token) -> Bool {
        predicateOpeners.isTerm(text, token)
    }

    /// Words for `count` members that the measure holds.
    func group(in measure: [UInt32], of count: Int) -> (term: String, members: [String])? {
        var found: (length: Int, index: Int)?
        for start in measure.indices {
            guard let match = groupTerms.longestMatch(in: measure, at: start, limit: measure.count),
                groups[match.value].members.count == count, match.end - start > found?.length ?? 0
            else { continue }
            found = (match.end - start, match.value)
        }
        return found.map { groups[$0.index] }
    }

    /// The longest ending in characters.
    private static let longestAmount = 4

    /// What has members or parts: a school, an institution.
    func isWhole(_ noun: Noun) -> Bool { !wholes.isDisjoint(with: noun.categories) }

    func isWhole(_ token: Token) -> Bool { noun(token).map { isWhole($0) } ?? false }

    /// What a whole has: students, beds.
    func isPart(_ noun: Noun) -> Bool { !parts.isDisjoint(with: noun.categories) }

    /// 省级, 重点: a word that says what sort and not what.
    func isPlainWord(_ token: Token) -> Bool {
        token.term >= 0 && shapes[token.term].wordClass == .word && !shapes[token.term].hasCategory
    }

    /// 分别, 各有: each number that follows belongs to one member of the list before.
    func distributes(_ token: Token) -> Bool {
        (token.kind == .copula || token.kind == .adverb) && token.term >= 0 && terms[token.term].value == "each"
    }

    /// 成立, 建于: a time beside it is that of a beginning.
    func isBeginning(_ token: Token) -> Bool { token.term >= 0 && shapes[token.term].isBeginning }

    /// 至少 before a verb: the bound of the number that follows.
    func bound(_ token: Token) -> Bound? { token.term >= 0 ? terms[token.term].bound : nil }

    /// 全省 and not 学校.
    func isRegionDeictic(_ deictic: String) -> Bool {
        switch deictic {
        case "city", "province", "county", "district", "prefecture", "country", "town": true
        default: false
        }
    }

    /// 现有: what was said before of another time no longer holds.
    func saysNow(_ token: Token) -> Bool { token.term >= 0 && terms[token.term].value == "now" }

    /// 至今: what is told began at the time before it.
    func saysSince(_ token: Token) -> Bool { token.term >= 0 && terms[token.term].value == "since" }

    /// Says whose or of when something is.
    func movesDiscourse(_ token: Token) -> Bool {
        switch token.kind {
        case .region, .organisation, .time, .now: true
        default: token.term >= 0 && shapes[token.term].isDeictic
        }
    }

    /// Something is counted, or a word says whose or of when something is.
    func movesDiscourse(_ tokens: [Token]) -> Bool {
        for token in tokens where token.isFigure || movesDiscourse(token) { return true }
        return false
    }

    /// 上年: a year before the one that is told of.
    func isBefore(_ token: Token) -> Bool {
        guard token.term >= 0, let period = terms[token.term].period else { return false }
        return period.rule == .year && period.value.hasPrefix("-")
    }

    func isBreakdown(_ token: Token) -> Bool { token.term >= 0 && shapes[token.term].wordClass == .breakdown }

    /// A noun that means people.
    func isPerson(_ token: Token) -> Bool { token.term >= 0 && shapes[token.term].isPerson }

    /// A noun with a category of its own.
    func saysMore(_ token: Token) -> Bool { noun(token).map { $0.category != "other" } ?? false }

    /// What a token that is a noun decides.
    func noun(_ token: Token) -> Noun? {
        guard token.term >= 0, shapes[token.term].hasCategory || token.kind == .organisation else { return nil }
        if let category = terms[token.term].category {
            return Noun(category: category, isPerson: terms[token.term].isPerson, categories: terms[token.term].categories)
        }
        // A name that is counted: 49家汽车零部件公司.
        guard token.kind == .organisation, let kind = terms[token.term].organisationKind else { return nil }
        let category =
            switch kind {
            case "company": "enterprise"
            case "school", "department": "school"
            case "platform", "research": "platform"
            case "hospital", "facility": "facility"
            default: "organisation"
            }
        return Noun(category: category, isPerson: false, categories: categorySets[category] ?? [])
    }

    /// A noun that a unit of these categories can count.
    func isCounted(_ token: Token, by categories: CategorySet) -> Bool {
        noun(token).map { !categories.isDisjoint(with: $0.categories) } ?? false
    }
}
