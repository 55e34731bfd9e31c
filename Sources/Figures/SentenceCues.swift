// Words that tell a sentence reader how the numbers around them belong together: uses of seeds/cues.csv.
import Vocabulary

/// The words of those uses, each as a trie of its own.
struct SentenceCues: Sendable {
    /// 建有: what follows is had and does nothing.
    let holdings: TermTrie
    /// 接待: what institutions just counted do.
    let institutionActs: TermTrie
    /// 以上: points to so many things just told of.
    let pointers: TermTrie
    /// 地方: all of a paragraph is the region's own; 地方标准 is a name.
    let locals: TermTrie
    let localNames: TermTrie
    /// 县市区: ends what is said of a part of the place.
    let otherAreas: TermTrie
    /// 新认定: holds for a list over commas.
    let governors: TermTrie
    /// 不含: how a bracket starts that limits what is measured.
    let limits: TermTrie
    /// 统计范围: says who is counted.
    let definitions: TermTrie
    /// 辖区: only where something is.
    let withins: TermTrie
    /// 市城区: a part of the place, of which all is that follows in a sentence.
    let areas: TermTrie
    /// 铁路, and 旅客吞吐量: who carries, and what is told of those.
    let carriers: TermTrie
    let carried: TermTrie
    /// 资助: what a thing just told of does for someone.
    let effects: TermTrie
    /// 投入: money that does so is that of the projects just counted.
    let fundings: TermTrie
    /// 组织: whom it is said of does what follows.
    let causatives: TermTrie
    /// 不含: a bracket that starts so takes out of what is measured; 农户 it never holds.
    let exclusions: TermTrie
    let standingExclusions: TermTrie
    /// 扣除: a clause that starts so says what the next leaves out.
    let deductions: TermTrie
    /// 直接: before a noun it says which.
    let nounLimits: TermTrie
    /// 省会: stands before the name of a city.
    let appositions: TermTrie
    /// 历年: many years together, and no period.
    let longTerms: TermTrie
    /// 举办: an event is held.
    let hostings: TermTrie
    /// 台阶: what a number reaches.
    let levels: TermTrie
    /// 年度任务: of which a share is done.
    let tasks: TermTrie
    /// 水质: what a rate says of the things counted before it.
    let properties: TermTrie
    /// 产业链: what the members of a list before it are too.
    let collectives: TermTrie
    /// What areas and carriers start with.
    let topicStarts: ScalarSet

    /// - Parameter words: by use.
    init(_ words: [String: [String]]) {
        func cue(_ use: String) -> TermTrie { TermTrie((words[use] ?? []).map { ($0, 0) }) }
        holdings = cue("holding")
        institutionActs = cue("institution_act")
        pointers = cue("pointer")
        locals = cue("local")
        localNames = cue("local_name")
        otherAreas = cue("other_area")
        governors = cue("governor")
        limits = cue("limit")
        definitions = cue("definition")
        withins = cue("within")
        areas = cue("area")
        carriers = cue("carrier")
        carried = cue("carried")
        effects = cue("effect")
        fundings = cue("funding")
        causatives = cue("causative")
        exclusions = cue("exclusion")
        standingExclusions = cue("standing_exclusion")
        deductions = cue("deduction")
        nounLimits = cue("noun_limit")
        appositions = cue("apposition")
        longTerms = cue("long_term")
        hostings = cue("hosting")
        levels = cue("level")
        tasks = cue("task")
        properties = cue("property")
        collectives = cue("collective")
        topicStarts = ScalarSet(["area", "carrier"].flatMap { words[$0] ?? [] }.compactMap { $0.unicodeScalars.first?.value })
    }
}
