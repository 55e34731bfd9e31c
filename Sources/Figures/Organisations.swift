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
    private var aliases = AliasTrie()
    private var names: [OrganisationName] = []
    private var indices: [OrganisationName: Int32] = [:]
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
    func index(of name: OrganisationName) -> Int32 {
        if let index = indices[name] { return index }
        let index = Int32(names.count)
        names.append(name)
        indices[name] = index
        return index
    }

    func add(_ alias: String, for name: OrganisationName) {
        guard (2...OrganisationNames.longest).contains(alias.unicodeScalars.count) else { return }
        aliases.insert(alias, index(of: name))
    }

    /// The longest abbreviation at `start` and the index of what it stands for.
    func longestMatch(in text: [UInt32], at start: Int, limit: Int) -> (end: Int, name: Int32)? {
        aliases.longestMatch(in: text, at: start, limit: limit)
    }
}

/// A trie that grows while a report is read: (node, scalar) leads to a node; node 0 is the root.
private struct AliasTrie {
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

    func joined(_ tokens: [Token]) -> [Token] {
        var result: [Token] = []
        result.reserveCapacity(tokens.count)
        for token in tokens {
            // 纺织实训中心|学校: a name may hold another ending before its own.
            if let last = result.last, last.kind == .organisation, last.term >= 0, last.end == token.start, token.term >= 0,
                let kind = lexicon.terms[token.term].organisationKind
            {
                result[result.count - 1].end = token.end
                result[result.count - 1].term = token.term
                result[result.count - 1].name = names.index(
                    of: OrganisationName(name: String(scalars: text[last.start..<token.end]), kind: kind))
                continue
            }
            guard token.kind == .noun || token.kind == .text, token.term >= 0, !lexicon.terms[token.term].isWholeName,
                let kind = lexicon.terms[token.term].organisationKind,
                let first = nameStart(result, before: token)
            else {
                result.append(token)
                continue
            }
            if result[first].kind == .region, first == result.count - 1, lexicon.terms[token.term].speaksForRegion {
                result[first].end = token.end
                continue
            }
            var name = Token(kind: .organisation, start: result[first].start, end: token.end)
            name.name = names.index(of: OrganisationName(name: String(scalars: text[name.start..<name.end]), kind: kind))
            name.term = token.term
            result.removeSubrange(first...)
            result.append(name)
        }
        return result
    }

    /// The index of the token at which the name ending in `ending` starts, or nil when it is a common noun.
    private func nameStart(_ tokens: [Token], before ending: Token) -> Int? {
        var first: Int?
        var region: Int?
        var index = tokens.count - 1
        var edge = ending.start
        while index >= 0, tokens[index].end == edge, ending.end - tokens[index].start <= OrganisationFinder.longest {
            let token = tokens[index]
            switch token.kind {
            case .region:
                region = index
                first = index
            // 全市各类福利院 is no name.
            case .text, .noun:
                if text[token.start] == 0x5404 || token.term >= 0 && lexicon.terms[token.term].deictic != nil { return nil }  // 各
                first = index
            case .verb where token.term >= 0 && lexicon.terms[token.term].standsInNames: first = index
            default: index = -1
            }
            if index < 0 { break }
            edge = token.start
            index -= 1
        }
        if let region, region < tokens.count { return region }
        // Without a region in front only a long ending (有限公司, 职业学院) makes a name, and only after a proper part.
        guard ending.end - ending.start >= 3, let first, tokens[first...].contains(where: { $0.kind == .text && $0.term < 0 }) else {
            return nil
        }
        return first
    }
}
