// Whose figures they are: regions and organisations as the text introduces, abbreviates and points back to them.
import Numerals
import ReportText
import Vocabulary

/// A region or organisation that figures belong to. A class, so that handing it from sentence to figure costs nothing.
final class Subject: Sendable, Equatable {
    /// Full name.
    let name: String
    /// region, school, company, consortium, … (seeds/organisation_suffixes.csv).
    let kind: String
    /// Six-digit division code, where known.
    let regionCode: String?
    /// A region, and no organisation.
    let isRegion: Bool
    /// The code as a number; 0 for none.
    private let number: Int

    init(name: String, kind: String, regionCode: String?) {
        self.name = name
        self.kind = kind
        self.regionCode = regionCode
        isRegion = kind == "region"
        number = regionCode.flatMap { $0.utf8.count == 6 ? Int($0) : nil } ?? 0
    }

    convenience init(_ region: Region) {
        self.init(name: region.name, kind: "region", regionCode: region.code.isEmpty ? nil : region.code)
    }

    /// The other lies in this region and is not it.
    func contains(_ other: Subject) -> Bool {
        guard number > 0, other.number != number else { return false }
        // 320000 is a province, 320500 a prefecture.
        let part = number % 10000 == 0 ? 10000 : number % 100 == 0 ? 100 : 1
        return other.number / part == number / part
    }

    static func == (a: Subject, b: Subject) -> Bool {
        a === b || a.name.isSame(as: b.name) && a.kind == b.kind && a.regionCode == b.regionCode
    }
}

/// What the whole document is about: the region of each level and the organisation of each kind that it names most.
struct DocumentSubjects {
    /// By kind of deictic: city, province, school, company …
    private var byDeictic: [String: Subject] = [:]
    /// The one that stands for the document where nothing nearer is said.
    private(set) var main: Subject?
    /// What 大赛, 本次博览会 stand for.
    var event: Subject? { events.first }
    /// All that are named so, the one named most first.
    private var events: [Subject] = []
    /// A region that the document points to again and again (全省), and so is about though its title does not name it.
    private(set) var isRegionThroughout = false
    /// A title names it.
    private(set) var isFromTitle = false
    /// The category of the people that its title names: 毕业生 of 毕业生就业质量年度报告.
    var people: String?
    /// Names that parts of a school have too (商学院), in a text that names a school beside them.
    private var parts: Set<String> = []

    init() {}

    private struct Tally {
        var subject: Subject
        var level: String
        var count: Int
        /// Named for itself, not only at the start of an organisation's name.
        var direct: Int
        var first: Int
        /// Parts of a school have such names too.
        var isLikePart = false
    }

    /// Counts mentions in the token lists given (weights: a title says more than a sentence).
    init(counting texts: [(tokens: [Token], weight: Int)], _ lexicon: Lexicon, _ names: OrganisationNames) {
        var tallies: [String: Tally] = [:]
        var deictics: [String: Int] = [:]
        var order = 0
        func count(_ subject: Subject, level: String, _ weight: Int, isDirect: Bool = true) {
            order += 1
            var tally = tallies[subject.name, default: Tally(subject: subject, level: level, count: 0, direct: 0, first: order)]
            tally.count += weight
            if isDirect { tally.direct += weight }
            tallies[subject.name] = tally
        }
        // By kind: the organisation named last, for 该校.
        var last: [String: Subject] = [:]
        for (tokens, weight) in texts {
            for (index, token) in tokens.enumerated() {
                if tokens.isCounted(index) { continue }
                if token.kind == .region, token.term >= 0, let index = lexicon.terms[token.term].region {
                    count(lexicon.subjects[index], level: lexicon.regions[index].level, weight)
                } else if token.kind == .organisation, let name = names[token] {
                    let region = lexicon.region(of: name)
                    let subject = Subject(name: name.name, kind: name.kind, regionCode: region?.code)
                    count(subject, level: name.kind, weight)
                    if region == nil, token.term >= 0, lexicon.terms[token.term].namesPart { tallies[subject.name]?.isLikePart = true }
                    last[name.kind] = subject
                    if let region { count(Subject(region), level: region.level, 1, isDirect: false) }
                } else if token.term >= 0, let deictic = lexicon.terms[token.term].deictic {
                    deictics[deictic, default: 0] += 1
                    if lexicon.terms[token.term].pointsToNearest, let subject = last[deictic] { count(subject, level: subject.kind, 1) }
                }
            }
        }
        // 商学院 beside 某市职业大学 is its part.
        if tallies.values.contains(where: { $0.level == "school" && !$0.isLikePart }) {
            for (name, tally) in tallies where tally.isLikePart && tally.level == "school" {
                tallies[name]?.level = "department"
                parts.insert(name)
            }
        }
        func best(_ levels: String...) -> Subject? {
            tallies.values.filter { levels.contains($0.level) }
                .max { ($0.count, -$0.first) < ($1.count, -$1.first) }?.subject
        }
        let municipality = best("province").flatMap { ["11", "12", "31", "50"].contains($0.regionCode?.prefix(2)) ? $0 : nil }
        let city = best("prefecture") ?? municipality ?? best("county")
        byDeictic["city"] = city
        byDeictic["prefecture"] = city
        byDeictic["county"] = best("county")
        byDeictic["district"] = best("county")
        byDeictic["province"] = best("province") ?? city.flatMap { lexicon.province(of: $0) }
        byDeictic["country"] = Subject(name: "中国", kind: "region", regionCode: nil)
        for kind in ["school", "company", "consortium", "hospital"] { byDeictic[kind] = best(kind) }
        byDeictic["college"] = byDeictic["school"] ?? best("department")
        // The deictic used most says what the document speaks of; 全国 speaks of the surroundings.
        // A place that is pointed to once or twice is only where an organisation is that the document names more often.
        func weight(_ deictic: (key: String, value: Int)) -> Int {
            guard let subject = byDeictic[deictic.key] else { return 0 }
            return deictic.value * 2 + (tallies[subject.name]?.direct ?? 0)
        }
        let spoken = deictics.filter { $0.key != "country" && byDeictic[$0.key] != nil }
            .max { (weight($0), $1.key) < (weight($1), $0.key) }
        // 某学院视觉艺术学院 is named for 某学院 too.
        if tallies.count < 200 {
            for (name, tally) in tallies where tally.subject.kind != "region" {
                for whole in tallies.keys where whole != name && name.hasPrefix(whole) && tallies[whole]?.subject.kind != "region" {
                    tallies[whole]?.direct += tally.direct
                }
            }
        }
        let named = tallies.values.filter { ["school", "company", "consortium", "hospital"].contains($0.level) && $0.direct > 1 }
            .max { ($0.direct, -$0.first) < ($1.direct, -$1.first) }
        if let named, let spoken, byDeictic[spoken.key]?.kind == "region", named.direct * 2 > weight(spoken) {
            main = named.subject
            return
        }
        if let spoken, byDeictic[spoken.key]?.isRegion ?? false { isRegionThroughout = spoken.value >= 5 }
        main = spoken.flatMap { byDeictic[$0.key] } ?? DocumentSubjects.foremost(tallies.values.map { ($0.subject, $0.count, $0.first) })
    }

    /// What a text that points back to nothing names at least as often as all others together.
    private static func foremost(_ named: [(subject: Subject, count: Int, first: Int)]) -> Subject? {
        let all = named.reduce(0) { $0 + $1.count }
        return named.filter { $0.count > 1 && $0.count * 2 >= all }.min { $0.first < $1.first }?.subject
    }

    func subject(for deictic: String) -> Subject? { byDeictic[deictic] }

    /// A part of a school: a department, or what is called as one is.
    func isPart(_ subject: Subject) -> Bool { subject.kind == "department" || !parts.isEmpty && parts.contains(subject.name) }

    /// It is a report on a region, and not only news from one.
    var isAboutRegion: Bool { (isFromTitle || isRegionThroughout) && (main?.isRegion ?? false) }

    /// The event that a word for one stands for (会议), or the one named most.
    func event(for word: String) -> Subject? { events.first { $0.name.hasSuffix(word) } ?? events.first }

    mutating func setEvents(_ events: [Subject]) { self.events = events }

    mutating func setMain(_ subject: Subject, fromTitle: Bool = false) {
        main = subject
        isFromTitle = fromTitle
    }
}

extension Lexicon {
    /// The region whose name or short name `name` starts with.
    func region(startOf name: String) -> Region? {
        let scalars = name.unicodeScalars.map(\.value)
        guard let match = trie.longestMatch(in: scalars, at: 0, limit: scalars.count), let index = terms[match.value].region else {
            return nil
        }
        return regions[index]
    }

    /// Several divisions: 中部地区, 长三角.
    func isGroup(_ token: Token) -> Bool {
        token.term >= 0 && shapes[token.term].isGroup
    }

    /// Another country, or several: 东盟.
    func isForeign(_ token: Token) -> Bool {
        guard token.term >= 0, let region = terms[token.term].region else { return false }
        return regions[region].level == "world"
    }

    func isNation(_ subject: Subject) -> Bool { subject.regionCode == nil && nations.contains(subject.name) }

    /// The province a region lies in.
    func province(of subject: Subject) -> Subject? {
        guard let code = subject.regionCode, code.count == 6 else { return nil }
        let provinceCode = code.prefix(2) + "0000"
        return regions.first { $0.code == provinceCode }.map { Subject($0) }
    }
}

/// What is being talked about, carried forward sentence by sentence. A class: every sentence moves the one of its report.
final class Discourse {
    let lexicon: Lexicon
    @exclusivity(unchecked) var document = DocumentSubjects()
    /// Names of organisations as the report gives them; one table for all that read it.
    let names: OrganisationNames
    /// The report's own year.
    var reportYear: Int?
    /// Nothing but the day on which it was published says so.
    var isYearOfPublication = false
    /// By section: the region or organisation, and the period, its heading names.
    private var sectionSubjects: [Int: Subject] = [:]
    private var sectionPeriods: [Int: String] = [:]
    /// Said at the start of a sentence of this paragraph.
    @exclusivity(unchecked) private var paragraphSubject: Subject?
    @exclusivity(unchecked) private var previousSubject: Subject?
    /// The last year stated in this paragraph, for 全年 and 6月.
    var yearInForce: Int?
    /// The year or month that earlier sentences of this paragraph were about.
    @exclusivity(unchecked) var carriedPeriod: String?
    /// The last paragraph ends with a colon: what follows goes on with it.
    var leadsOn = false
    /// By unit: the noun last measured with it in this paragraph, for parts named without it (其中，医院3134张).
    @exclusivity(unchecked) private var heads: [(unit: String, words: Words)] = []
    /// What was last measured in this paragraph that can have parts.
    @exclusivity(unchecked) var frame: Frame?
    /// The same, without what only measures a part of it: what 分行业看 divides.
    @exclusivity(unchecked) var broadFrame: Frame?
    /// That of the section's paragraph before, where it was limited: 规模以上工业, 增加值.
    var divided: (scope: [UInt32], amount: [UInt32])?
    /// What this paragraph and the section's paragraph before measured, and that this one goes through its kinds: 居民消费价格, 八大类.
    var measured: [UInt32]?
    private(set) var measuredBefore: [UInt32]?
    var goesThroughKinds = false
    /// What institutions the paragraph counted first: 医疗卫生机构.
    @exclusivity(unchecked) var institution: Words = []
    /// Whose attributes the last sentence told of.
    @exclusivity(unchecked) var owner: Words = []
    /// The scope that a change was last told of, and what it was told of: 规模以上工业, 增加值.
    @exclusivity(unchecked) var scope: (words: Words, amount: Words)?
    /// What the report has limited from there on.
    var limits: [StandingLimit] = []
    /// What the sentence before opened with.
    @exclusivity(unchecked) var topic = Topic()
    private var section: Int?
    private var parents: [Int?] = []

    init(lexicon: Lexicon, names: OrganisationNames, sections: [Section]) {
        self.lexicon = lexicon
        self.names = names
        parents = sections.map(\.parent)
    }

    func enterHeading(_ section: Int, _ tokens: [Token], period: String?) {
        self.section = section
        divided = nil
        if let mention = tokens.firstNamed, let subject = subject(of: mention),
            !isGroupAround(subject)
        {
            sectionSubjects[section] = subject
        }
        if let period { sectionPeriods[section] = period }
        lookUp()
        paragraphSubject = nil
        previousSubject = nil
    }

    func enterParagraph(_ section: Int?) {
        if section != self.section {
            self.section = section
            divided = nil
            measured = nil
            lookUp()
        }
        (measuredBefore, measured, goesThroughKinds) = (measured, nil, false)
        if let paragraphSubject { previousSubject = paragraphSubject }
        lastSubject = nil
        lastWords = []
        paragraphSubject = nil
        isParagraphTopic = false
        sentencesRead = 0
        yearInForce = nil
        carriedPeriod = nil
        forgetHeads()
        frame = nil
        broadFrame = nil
        owner = []
        institution = []
        scope = nil
        topic = Topic()
    }

    func head(of unit: String) -> Words? { heads.first { $0.unit.isSame(as: unit) }?.words }

    func setHead(_ words: Words, of unit: String) {
        if let index = heads.firstIndex(where: { $0.unit.isSame(as: unit) }) {
            heads[index].words = words
        } else {
            heads.append((unit, words))
        }
    }

    func forgetHeads() { heads.removeAll(keepingCapacity: true) }

    /// The same for what is read by itself: a heading, a caption, a cell. It moves on without this one, and nouns last measured
    /// stand in another passage's text.
    var aside: Discourse {
        let copy = Discourse(lexicon: lexicon, names: names, sections: [])
        copy.document = document
        copy.limits = limits
        copy.reportYear = reportYear
        copy.isYearOfPublication = isYearOfPublication
        copy.sectionSubjects = sectionSubjects
        copy.sectionPeriods = sectionPeriods
        copy.sectionSubject = sectionSubject
        copy.sectionPeriod = sectionPeriod
        copy.paragraphSubject = paragraphSubject
        copy.previousSubject = previousSubject
        copy.yearInForce = yearInForce
        copy.carriedPeriod = carriedPeriod
        copy.leadsOn = leadsOn
        copy.section = section
        copy.parents = parents
        copy.isParagraphTopic = isParagraphTopic
        copy.sentencesRead = sentencesRead
        copy.recent = recent
        return copy
    }

    /// The nearest that is known without the sentence's own words.
    var subject: Subject? { paragraphSubject ?? sectionSubject ?? document.main ?? previousSubject ?? lastSubject }

    /// Whose the last figure of the paragraph is, for a text about nothing that is known.
    @exclusivity(unchecked) var lastSubject: Subject?

    /// What is doubtful of a subject named in the sentence itself, of `baseSubject`, of `subject`.
    var documentDoubts: Doubts { document.isFromTitle ? [] : .documentWithoutTitle }
    var baseDoubts: Doubts { documentDoubts.union(.subjectOfDocument) }
    var subjectDoubts: Doubts { paragraphSubject != nil ? documentDoubts : baseDoubts }

    /// What the section or the whole report is about.
    var baseSubject: Subject? { sectionSubject ?? document.main }

    /// A line of its own says that what follows is about it, until the next heading.
    func enterName(_ subject: Subject) { sectionSubject = subject }

    /// Not who wrote or published a report, whose name stands in a line of its own too.
    static func ownsParagraphs(_ subject: Subject) -> Bool {
        ["school", "department", "company", "consortium", "hospital", "zone"].contains(subject.kind)
    }

    /// What the headings above say, the nearest first; looked up once for all sentences of a section.
    @exclusivity(unchecked) private var sectionSubject: Subject?
    private(set) var sectionPeriod: String?

    private func lookUp() {
        sectionSubject = nearest(sectionSubjects)?.value
        sectionPeriod = nearest(sectionPeriods)?.value
    }

    /// A name has been read.
    func note(_ subject: Subject) {
        guard recent.last != subject else { return }
        if recent.count == Discourse.remembered { recent.removeFirst() }
        recent.append(subject)
    }

    /// The names read last, for 该校 and 该企业.
    @exclusivity(unchecked) private var recent: [Subject] = []
    private static let remembered = 8

    /// Named on the way, in a text or section about something else: a department of the school, an institution in a region whose
    /// name the title holds. What is said of it ends with its sentence.
    func isPassing(_ named: Subject) -> Bool {
        guard let base = baseSubject, base != named else { return false }
        if document.isPart(named) { return base.kind == "school" && !document.isPart(base) }
        if isGroupAround(named) { return true }
        return base.isRegion && base == document.main && document.isAboutRegion && (!named.isRegion || named.regionCode == nil)
    }

    /// 珠三角, in a text on a province: what is said of it ends with its sentence, and no section is about it.
    private func isGroupAround(_ named: Subject) -> Bool {
        named.isRegion && named.regionCode == nil && document.main?.regionCode != nil && document.main?.isRegion ?? false
            && !lexicon.isNation(named)
    }

    func setParagraphSubject(_ subject: Subject) {
        paragraphSubject = subject
        isParagraphTopic = sentencesRead == 0
    }

    /// A region named on the way, in a report on the region that it lies in: a county in that of its city.
    func isPart(_ named: Subject?) -> Bool {
        guard let named, named.isRegion, !isParagraphTopic, document.isAboutRegion, let base = baseSubject else { return false }
        return base.isRegion && base.contains(named)
    }

    /// The paragraph goes on with what the section or the report is about.
    func leaveParagraphSubject() { paragraphSubject = nil }

    /// What the last sentence of the paragraph with figures measured last.
    @exclusivity(unchecked) var lastWords: Words = []

    /// The paragraph's first sentence named the subject: all of the paragraph is about it.
    private(set) var isParagraphTopic = false
    private var sentencesRead = 0

    func finishSentence() { sentencesRead += 1 }

    /// A name just introduced with an abbreviation is what its section is about.
    func setSectionSubject(_ subject: Subject) {
        if let named = nearest(sectionSubjects)?.key {
            sectionSubjects[named] = subject
            lookUp()
        } else if document.main == nil {
            document.setMain(subject)
        }
    }

    private func nearest<Value>(_ table: [Int: Value]) -> (key: Int, value: Value)? {
        var current = section
        while let index = current {
            if let value = table[index] { return (index, value) }
            current = parents[index]
        }
        return nil
    }

    /// The region or organisation a token names or points to.
    func subject(of token: Token) -> Subject? {
        switch token.kind {
        case .region:
            guard token.term >= 0, let index = lexicon.terms[token.term].region else { return nil }
            return lexicon.subjects[index]
        case .organisation:
            return names.subject(token, lexicon)
        default:
            guard token.term >= 0, lexicon.shapes[token.term].isDeictic, let deictic = lexicon.terms[token.term].deictic else { return nil }
            if lexicon.terms[token.term].pointsToNearest, let last = recent.last(where: { fits($0, deictic) }) { return last }
            // The nearest of the kind pointed to.
            if let near = paragraphSubject ?? sectionSubject, fits(near, deictic) { return near }
            return document.subject(for: deictic) ?? previousSubject.flatMap { fits($0, deictic) ? $0 : nil }
        }
    }

    private func fits(_ subject: Subject, _ deictic: String) -> Bool {
        if deictic == "college" { return subject.kind == "school" || subject.kind == "department" }
        guard subject.isRegion else { return subject.kind == deictic || deictic == "district" && subject.kind == "zone" }
        if deictic == "district" { return subject.name.hasSuffix("区") }
        guard let code = subject.regionCode else { return false }
        let isProvince = code.hasSuffix("0000")
        let isCity = code.hasSuffix("00") && !isProvince
        switch deictic {
        case "province": return isProvince
        case "city": return isCity || isProvince && ["11", "12", "31", "50"].contains(code.prefix(2)) || subject.name.hasSuffix("市")
        case "prefecture": return isCity
        case "county": return !isCity && !isProvince
        default: return false
        }
    }
}
