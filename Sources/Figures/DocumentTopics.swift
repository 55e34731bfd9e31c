// What a document is about that is no region and ends in no word for organisations: a contest, a meeting, a company under its short name.
import Numerals

extension DocumentSubjects {
    /// The contests, fairs and meetings that the document names, the one named most and first at the front, with what tells it from
    /// others: the place, year or number in front (江苏省职业技能大赛, 第五届创新论坛) or what stands in quotes (“乡村教师”研讨会).
    static func events(in passages: [[Token]], _ texts: [[UInt32]], _ lexicon: Lexicon) -> [Subject] {
        var tallies: [String: (count: Int, first: Int, isEarly: Bool)] = [:]
        var seen = 0
        for (tokens, text) in zip(passages, texts) {
            for i in tokens.indices where lexicon.isEvent(tokens[i]) {
                guard let first = nameStart(tokens, i, text, lexicon) else { continue }
                let order = tallies.count
                let name = String(scalars: text[tokens[first].start..<tokens[i].end])
                tallies[name, default: (0, order, seen + tokens[i].start < DocumentSubjects.opening)].count += 1
            }
            seen += text.count
        }
        return tallies.filter { $0.value.count > 1 || $0.value.isEarly }
            .sorted { ($0.value.count, -$0.value.first) > ($1.value.count, -$1.value.first) }
            .map { Subject(name: $0.key, kind: "event", regionCode: lexicon.region(startOf: $0.key)?.code) }
    }

    /// What is named in so many characters is what the document is about, though it names it once.
    private static let opening = 500
    /// The longest name of an event, in characters.
    private static let longestName = 48

    /// The index of the token that the event's name starts with, nil where nothing tells it from others.
    private static func nameStart(_ tokens: [Token], _ event: Int, _ text: [UInt32], _ lexicon: Lexicon) -> Int? {
        var first = event
        var isProper = false
        while first > 0, tokens[first - 1].end == tokens[first].start, tokens[event].end - tokens[first - 1].start <= longestName {
            let before = tokens[first - 1]
            switch before.kind {
            case .quote:
                // All that stands in the quotes, marks and verbs too.
                guard let open = tokens[..<(first - 1)].lastIndex(where: { $0.kind == .quote }),
                    tokens[event].end - tokens[open].start <= longestName
                else { return isProper ? first : nil }
                first = open
                isProper = true
            case .close:
                guard let open = tokens[..<(first - 1)].lastIndex(where: { $0.kind == .open }) else { return isProper ? first : nil }
                first = open
            case .time where before.time?.from.year != nil && before.time?.from.month == nil:
                return first - 1
            case .text, .noun, .region, .organisation:
                first -= 1
                if lexicon.isPlace(before) || text[before.start] == 0x7B2C && before.end > before.start + 1 { isProper = true }  // 第
            default: return isProper ? first : nil
            }
        }
        return isProper ? first : nil
    }

    /// The name of a company without its legal form (晨星教育): unknown characters that open several clauses of a document that is about
    /// nothing else, and of these the name that ends like a company's.
    static func topic(of passages: [[Token]], _ texts: [[UInt32]], _ lexicon: Lexicon) -> String? {
        var openings: [String: Int] = [:]
        for (tokens, text) in zip(passages, texts) {
            for i in tokens.indices.dropLast() where tokens[i].kind == .text && tokens[i].term < 0 {
                let token = tokens[i]
                var before = i - 1
                while before >= 0, tokens[before].kind == .adverb || tokens[before].kind == .time || tokens[before].kind == .now {
                    before -= 1
                }
                guard before < 0 || tokens[before].kind == .comma || tokens[before].kind == .quote else { continue }
                // The name goes to the end of its company word, which may be a word of its own: 晨星|教育|已…, 晨星教育表示|…
                let next = tokens[i + 1]
                let run = String(scalars: text[token.start..<min(token.end, token.start + 8)])
                let tail = next.start == token.end ? String(scalars: text[next.start..<next.end]) : ""
                openings[lexicon.companyName(startOf: run) ?? (lexicon.isCompanyWord(tail) ? run + tail : run), default: 0] += 1
            }
        }
        let names = openings.filter { name, own in
            guard own >= 2, lexicon.companyName(startOf: name) == name else { return false }
            let shorter = openings.reduce(0) { $0 + ($1.key != name && name.hasPrefix($1.key) ? $1.value : 0) }
            return own + shorter >= 3
        }
        return names.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
}
