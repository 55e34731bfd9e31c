// Names of organisations: found by their endings, kept under their abbreviations.
import Vocabulary

/// The name of an organisation.
struct OrganisationName: Hashable {
    /// In full.
    let name: String
    /// school, company, … (seeds/organisation_suffixes.csv).
    let kind: String
}

/// The names of organisations that a report gives, and the abbreviations it introduces for them. One table a report, shared by
/// all that read it: a copy for each name that is added would take quadratic time.
final class OrganisationNames {
    @exclusivity(unchecked) private(set) var aliases = AliasTrie()
    @exclusivity(unchecked) private var names: [OrganisationName] = []
    /// The names as subjects of figures, where one was asked for.
    @exclusivity(unchecked) private var subjects: [Subject?] = []
    /// By the name's characters: the names that are written so.
    @exclusivity(unchecked) private var indices: [ArraySlice<UInt32>: [Int32]] = [:]
    /// The longest abbreviation, in characters.
    private static let longest = 30

    /// Names that are known beforehand stand for themselves and under their aliases.
    init(known: [KnownOrganisation] = []) {
        for organisation in known {
            for name in [organisation.name.name] + organisation.aliases { add(name, for: organisation.name) }
        }
    }

    /// The name an organisation's token stands for.
    subscript(token: Token) -> OrganisationName? { token.name >= 0 ? names[Int(token.name)] : nil }

    /// The index that tokens know a name by.
    func index(of name: ArraySlice<UInt32>, kind: String) -> Int32 {
        if let index = indices[name]?.first(where: { names[Int($0)].kind == kind }) { return index }
        let index = Int32(names.count)
        names.append(OrganisationName(name: String(scalars: name), kind: kind))
        subjects.append(nil)
        // A slice would keep its passage in memory.
        indices[Array(name)[...], default: []].append(index)
        return index
    }

    func add(_ alias: String, for name: OrganisationName) {
        guard (2...OrganisationNames.longest).contains(alias.unicodeScalars.count) else { return }
        aliases.insert(alias, index(of: name.name.unicodeScalars.map(\.value)[...], kind: name.kind))
    }

    /// The organisation that a token names.
    func subject(_ token: Token, _ lexicon: Lexicon) -> Subject? {
        guard token.name >= 0 else { return nil }
        if let known = subjects[Int(token.name)] { return known }
        let name = names[Int(token.name)]
        let subject = Subject(name: name.name, kind: name.kind, regionCode: lexicon.region(of: name)?.code)
        subjects[Int(token.name)] = subject
        return subject
    }
}

/// A trie that grows while a report is read: (node, scalar) leads to a node; node 0 is the root.
struct AliasTrie {
    private var edges: [UInt64: Int32] = [:]
    private var values: [Int32] = [-1]
    /// What abbreviations start with.
    private var starts = ScalarSet()

    mutating func insert(_ term: String, _ value: Int32) {
        var node: Int32 = 0
        if let first = term.unicodeScalars.first { starts.insert(first.value) }
        for scalar in term.unicodeScalars {
            let key = UInt64(node) << 21 | UInt64(scalar.value)
            if let next = edges[key] {
                node = next
            } else {
                node = Int32(values.count)
                edges[key] = node
                values.append(-1)
            }
        }
        values[Int(node)] = value
    }

    /// The longest abbreviation at `start` and the index of what it stands for.
    func longestMatch(in text: [UInt32], at start: Int, limit: Int) -> (end: Int, name: Int32)? {
        guard starts.mayContain(text[start]) else { return nil }
        var node: Int32 = 0
        var found: (end: Int, name: Int32)?
        var index = start
        while index < limit, let next = edges[UInt64(node) << 21 | UInt64(text[index])] {
            node = next
            index += 1
            if values[Int(node)] >= 0 { found = (index, values[Int(node)]) }
        }
        return found
    }
}

/// Joins tokens that make up the name of an organisation.
struct OrganisationFinder {
    let lexicon: Lexicon
    let text: [UInt32]
    let names: OrganisationNames

    /// The longest name looked for, in characters.
    private static let longest = 30

    func join(_ tokens: inout [Token]) {
        // What is joined so far stands at the front.
        var count = 0
        for index in tokens.indices {
            let token = tokens[index]
            // 纺织实训中心|学校: a name may hold another ending before its own.
            if count > 0, tokens[count - 1].kind == .organisation, tokens[count - 1].term >= 0, tokens[count - 1].end == token.start,
                token.term >= 0, let kind = lexicon.terms[token.term].organisationKind
            {
                tokens[count - 1].end = token.end
                tokens[count - 1].term = token.term
                tokens[count - 1].name = names.index(of: text[tokens[count - 1].start..<token.end], kind: kind)
                continue
            }
            if token.kind == .noun || token.kind == .text, token.term >= 0, let first = departmentStart(tokens, count, token) {
                var name = Token(
                    kind: .organisation, start: first < count ? tokens[first].start : token.start, end: token.end, term: token.term)
                name.name = names.index(of: text[name.start..<name.end], kind: "department")
                tokens[first] = name
                count = first + 1
                continue
            }
            guard token.kind == .noun || token.kind == .text, token.term >= 0, lexicon.shapes[token.term].endsOrganisation,
                !lexicon.terms[token.term].isWholeName,
                let kind = lexicon.terms[token.term].organisationKind,
                let first = nameStart(tokens, count, before: token)
            else {
                tokens[count] = token
                count += 1
                continue
            }
            if tokens[first].kind == .region, first == count - 1, lexicon.terms[token.term].speaksForRegion {
                tokens[first].end = token.end
                continue
            }
            var name = Token(kind: .organisation, start: tokens[first].start, end: token.end, term: token.term)
            name.name = names.index(of: text[name.start..<name.end], kind: kind)
            tokens[first] = name
            count = first + 1
        }
        tokens.removeLast(tokens.count - count)
    }

    /// Where the name of a part of a school starts, 机械工程学院, that is made of words and opens a clause or stands behind the school.
    private func departmentStart(_ tokens: [Token], _ count: Int, _ ending: Token) -> Int? {
        guard lexicon.terms[ending.term].namesPart, !text.at(ending.end).isDigit else { return nil }
        var first = count
        while first > 0, tokens[first - 1].kind == .noun, let noun = lexicon.noun(tokens[first - 1]), !noun.isPerson,
            tokens[first - 1].end == (first == count ? ending.start : tokens[first].start)
        { first -= 1 }
        let start = first == count ? ending.start : tokens[first].start
        guard first < count || ending.end - ending.start > 2, (3...10).contains(ending.end - start) else { return nil }
        guard first > 0 else { return first }
        let before = tokens[first - 1]
        switch before.kind {
        case .comma, .time, .now, .organisation: return first
        default: return before.term >= 0 && lexicon.terms[before.term].deictic == "school" ? first : nil
        }
    }

    /// The index, among the first `count` tokens, at which the name ending in `ending` starts, or nil when it is a common noun.
    private func nameStart(_ tokens: [Token], _ count: Int, before ending: Token) -> Int? {
        var first: Int?
        var region: Int?
        var index = count - 1
        var edge = ending.start
        while index >= 0, tokens[index].end == edge, ending.end - tokens[index].start <= OrganisationFinder.longest {
            let token = tokens[index]
            switch token.kind {
            case .region:
                region = index
                first = index
            // 全市各类福利院 is no name, and 是 no part of one.
            case .text where token.end - token.start == 1 && text[token.start] == 0x662F: index = -1
            case .text, .noun:
                if text[token.start] == 0x5404 || token.term >= 0 && lexicon.terms[token.term].deictic != nil { return nil }  // 各
                // 毕业生|学院: no name is made of people.
                if token.end == ending.start, token.term >= 0, lexicon.terms[token.term].isPerson { return nil }
                first = index
            case .verb where token.term >= 0 && lexicon.terms[token.term].standsInNames: first = index
            default: index = -1
            }
            if index < 0 { break }
            edge = token.start
            index -= 1
        }
        if let region { return region }
        // Without a region in front only a long ending (有限公司, 职业学院) makes a name, and only after a proper part; the name of a
        // department (汽车工程系) is made of words.
        guard ending.end - ending.start >= 3, let first else { return nil }
        let isDepartment = lexicon.terms[ending.term].organisationKind == "department"
        guard isDepartment || tokens[first..<count].contains(where: { $0.kind == .text && $0.term < 0 }) else { return nil }
        return first
    }
}
