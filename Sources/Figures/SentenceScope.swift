// Of whom or what all figures of a list are, said once at its head: 规模以上工业中，采矿业利润2亿元; 居民人均支出3万元。其中食品支出1万元.
import Numerals

/// A scope in force, and how long it holds.
struct Scope {
    /// 规模以上工业, 居民人均.
    var words: Words = []
    /// How many characters at its end say that it is per head: 人均.
    var perHead = 0
    /// Said of parts of the figure before, which a semicolon can end: 规模以上工业增加值…，其中采矿业增加值…；建筑业产值….
    var endsWithParts = false
    /// That semicolon has come: it goes on only where the same is measured.
    var isDoubtful = false
    /// 主要产品中: what is made of each is measured.
    var isOfGoods = false

    var isPerHead: Bool { perHead > 0 }
    var isEmpty: Bool { words.isEmpty && !isOfGoods }
}

/// What a sentence says before its first figure.
struct Opening {
    /// 其中, 分行业看, 工业中.
    var namesParts = false
    /// 分行业看.
    var isDivision = false
}

extension SentenceReader {
    /// Takes in what a clause says of whose figures follow: 规模以上工业中, or 其中, 分行业看 after what has a scope.
    func readScope(_ clause: Words) {
        if let first = clause.first, isBreakdown || scope.endsWithParts, isBehindSemicolon(first) {
            scope.isDoubtful = scope.endsWithParts
            parts.isBehindSemicolon = isBreakdown
            // ；年末贷款余额…, ；全市有…: another statement.
            if first.kind == .time || first.kind == .now || isMention(first) { leaveParts() }
        }
        // 教师90人，其中教授9人，另聘兼职教师30人
        if isBreakdown, let first = clause.first, text[first.start] == 0x53E6 { leaveParts() }  // 另
        if let first = clause.first, lexicon.isBreakdown(first) || namesDivision(clause) {
            if drafts.isEmpty {
                opening = Opening(namesParts: true, isDivision: !lexicon.isBreakdown(first))
                if opening.isDivision { whole = wholeBefore() }
            }
            guard let frame, scope.words.isEmpty || !drafts.isEmpty else { return }
            guard var scoped = namedScope(frame.words) else {
                if let last = drafts.last, last.scope.words.isEmpty { scope = Scope() }
                return
            }
            scoped.endsWithParts = !drafts.isEmpty
            scope = scoped
            // 分产品看
            if drafts.isEmpty, !scoped.isPerHead, namesProducts(clause) {
                scope.isOfGoods = true
                self.frame = nil
            }
        } else if let words = wordsAmong(clause) {
            if drafts.isEmpty { opening.namesParts = true }
            if let scoped = namedScope(words) { scope = scoped }
        } else if drafts.isEmpty, let scoped = scopeBeforeColon(clause) {
            scope = scoped
        }
        guard kinds.contains(.locative) else { return }
        let bare = clause.withoutBrackets
        // 监测的9种主要产品中（规模以上工业）
        if scope.words.isEmpty, bare.count < clause.count, bare.last?.kind == .locative, let last = clause.last, last.kind == .close,
            let open = clause.lastIndex(where: { $0.kind == .open }), let scoped = namedScope(clause[(open + 1)...].dropLast())
        {
            scope = scoped
        }
        // 监测的9种主要产品中
        if bare.count > 1, let last = bare.last, last.kind == .locative, lexicon.namesGoods(text, bare[bare.endIndex - 2]) {
            scope.isOfGoods = true
        }
    }

    /// What stands before 中 in a clause without a number: 规模以上工业 in 规模以上工业[2]中.
    func wordsAmong(_ clause: Words) -> Words? {
        guard kinds.contains(.locative), !kinds.contains(.figure) else { return nil }
        let bare = clause.withoutBrackets
        guard let last = bare.last, last.kind == .locative, says(last, 0x4E2D) else { return nil }  // 中
        // 固定资产投资（不含农户）中
        let isLimited =
            bare.count < clause.count && clause.firstIndex { $0.kind == .open }.map { lexicon.isLimit(text, clause[$0].end) } ?? false
        let words = withoutMention(isLimited ? clause.dropLast() : bare.dropLast())
        return words.hasNominal ? words : nil
    }

    /// 在某市规模以上工业 without 在某市.
    private func withoutMention(_ words: Words) -> Words {
        let start = initialMention(words).map { $0 + 1 } ?? words.startIndex
        let rest = trimmedLeft(words[start...])
        return rest.first?.kind == .preposition ? trimmedLeft(rest.dropFirst()) : rest
    }

    /// 规模以上工业九个行业五升四降：采矿业增加值增长4%. What heads the list counts things at most, and measures none.
    private func scopeBeforeColon(_ clause: Words) -> Scope? {
        guard let last = clause.last, text.at(last.end) == 0x3A || text.at(last.end) == 0x2236,
            clause.allSatisfy({ $0.figure.map { numerals[$0].unitKind == .count } ?? true })
        else { return nil }
        let words = withoutMention(clause.prefix { !$0.isFigure })
        // 主要产品产量：
        if let last = words.last, words.count > 1, lexicon.isAttribute(text, last) { frame = Frame(words: words, unit: nil) }
        return namedScope(words)
    }

    /// 分…看 按…看 从…看 按…分
    func namesDivision(_ clause: Words) -> Bool {
        guard let first = clause.first, let last = clause.last else { return false }
        switch text[first.start] {
        case 0x5206, 0x4ECE: guard text[last.end - 1] == 0x770B else { return false }
        case 0x6309: guard text[last.end - 1] == 0x770B || text[last.end - 1] == 0x5206 else { return false }
        default: return false
        }
        return !clause.contains { $0.isFigure }
    }

    /// 分产品看, 从主要产品看: how industry is divided by what it makes.
    private func namesProducts(_ clause: Words) -> Bool {
        namesDivision(clause) && clause.contains { lexicon.namesGoods(text, $0) }
    }

    /// Nothing but blanks stands between a semicolon and the word.
    func isBehindSemicolon(_ token: Token) -> Bool {
        var i = token.start - 1
        while text.at(i).isBlank { i -= 1 }
        return text.at(i) == 0x3B  // ；
    }

    /// The part of the words that says of whom or what they are, and not what is measured: 规模以上工业 of 规模以上工业增加值, 居民人均 of
    /// 居民人均消费支出; nil where they say nothing of the kind.
    func namedScope(_ words: Words) -> Scope? {
        for i in words.indices {
            let next = words.element(i + 1).flatMap { $0.start == words[i].end ? $0 : nil }
            guard let cue = lexicon.scope(in: text, words[i], limit: next?.end) else { continue }
            if let next, cue.range.upperBound > words[i].end {
                // 规模|工业增加值: the word that limits is no word of the lexicon.
                var whole = next
                whole.start = words[i].start
                return namedScope(words[..<i] + list(whole) + words[(i + 2)...])
            }
            if cue.isPerHead {
                var last = words[i]
                last.end = cue.range.upperBound
                return Scope(words: words[..<i] + list(last), perHead: cue.range.count)
            }
            let isShort = i - words.startIndex <= 2 && !words[..<i].contains { $0.isVerb || $0.isSeparator }
            return Scope(words: widened(words[i...], from: cue.range.upperBound, before: isShort ? words[..<i] : []))
        }
        return nil
    }

    /// From the word that limits up to the last that says who or what: 限额以上|单位 of 限额以上单位商品零售额.
    private func widened(_ words: Words, from cueEnd: Int, before: Words) -> Words {
        var end = words.startIndex + 1
        for i in words.indices.dropFirst() {
            let token = words[i]
            if token.kind == .verb || token.kind == .share || token.kind == .change || token.kind == .comma { break }
            let category = lexicon.noun(token)?.category
            if text[token.end - 1] == 0x4E1A || category == "enterprise" || category == "organisation" { end = i + 1 }  // 业
        }
        guard end == words.startIndex + 1, var only = words.first else { return before + words[..<end] }
        // 规模以上工业 of the word 规模以上工业增加值
        if let start = lexicon.amountStart(in: text, only, after: cueEnd) { only.end = start }
        // 限额以上|消费品 of 限额以上|消费品零售额
        guard only.end == cueEnd, text[cueEnd - 1] != 0x4E1A, var next = words.element(words.startIndex + 1), next.isNominal else {
            return before + list(only)
        }
        if let start = lexicon.amountStart(in: text, next, after: next.start) { next.end = start }
        return next.end > next.start ? before + list([only, next]) : before + list(only)
    }

    /// Puts the scope that was in force when a figure was read before its measure, unless its own words say one.
    func applyScopes() {
        var previous: Draft?
        // 城镇居民人均, where 城镇居民 was named on the way.
        var perHead: [UInt32]?
        // 规模以上, which only the first of the parts says: 分行业看，规模以上采矿业增加值…；制造业增加值….
        var said: Token?
        // 规模以上原煤产量…；原油产量…
        var output: Words = []
        // 居民人均收入3万元；人均支出2万元
        var people: Words = []
        if opening.isDivision { carryDivided() }
        carryScope()
        carryPerHead()
        carryKinds()
        for draft in drafts where !draft.words.isEmpty && !draft.isAttributive {
            defer { previous = draft }
            if let last = draft.words.last, lexicon.isOutput(text, last) {
                if let scoped = namedScope(draft.words) {
                    output = scoped.isPerHead ? [] : scoped.words
                } else if draft.scope.isEmpty, draft.whole.isEmpty {
                    draft.scope.words = output
                }
            }
            takeResidents(draft, &people)
            if opening.isDivision, let cue = draft.words.lazy.compactMap({ self.limit(in: $0) }).first {
                said = cue
            } else if draft.scope.isEmpty, let said {
                draft.scope.words = list(said)
            }
            if draft.scope.isEmpty { continue }
            let numeral = numerals[draft.numeral]
            if draft.scope.isOfGoods, numeral.unitKind.isOfGoods || draft.statistic == .change, !endsInAmount(draft.words),
                !draft.words.contains(where: { $0.kind == .verb })
            {
                draft.suffix = [0x4EA7, 0x91CF] + draft.suffix  // 产量
            }
            guard !draft.scope.words.isEmpty, !holdsScope(draft.words), !holdsScope(draft.whole), !lexicon.holdsScope(Array(draft.suffix))
            else { continue }
            if draft.scope.isDoubtful {
                guard let last = draft.words.last, let twin = previous?.words.last, characters(last) == characters(twin) else {
                    draft.scope = Scope()
                    continue
                }
            }
            if draft.scope.isPerHead {
                takePerHead(draft, numeral, &perHead)
            } else if draft.statistic == .change || endsInAmount(draft.words) || !draft.whole.isEmpty || draft.scope.isOfGoods {
                draft.whole = joined(draft.scope.words, draft.whole.isEmpty ? draft.words : draft.whole, withLast: !draft.whole.isEmpty)
            }
        }
    }

    /// 居民人均|食品支出; 城镇居民人均|食品支出 where the words name other people: 城镇居民食品支出.
    private func takePerHead(_ draft: Draft, _ numeral: Numeral, _ named: inout [UInt32]?) {
        let isPaid = numeral.unitKind == .money || draft.statistic == .change && numeral.unitKind == .percent
        guard isPaid, draft.whole.isEmpty, endsInAmount(draft.words), !(draft.words.last.map(lexicon.endsLikeRate) ?? true) else { return }
        let scope = Array(characters(draft.scope.words))
        let people = scope.dropLast(draft.scope.perHead).suffix(2)
        let words = characters(draft.words)
        if people.count == 2, let start = words.prefix(9).firstIndex(of: people) {
            named = Array(words[..<(start + 2)]) + scope.suffix(draft.scope.perHead)
            draft.words = dropping(start + 2 - words.startIndex, from: draft.words)
        }
        draft.prefix = (named ?? scope) + draft.prefix
    }

    /// The words without so many characters at their front.
    private func dropping(_ count: Int, from words: Words) -> Words {
        var left = count
        var words = words
        while left > 0, let first = words.first {
            let length = first.end - first.start
            words = words.dropFirst()
            if length > left {
                var rest = first
                rest.start += left
                return list(rest) + words
            }
            left -= length
        }
        return words
    }

    /// 规模以上 of the word 规模以上采矿业.
    func limit(in token: Token) -> Token? {
        guard let cue = lexicon.scope(in: text, token), !cue.isPerHead else { return nil }
        return Token(kind: .text, start: cue.range.lowerBound, end: cue.range.upperBound)
    }

    func holdsScope(_ words: Words) -> Bool { !words.isEmpty && lexicon.holdsScope(Array(characters(words))) }

    /// 规模以上|工业增加值 for 规模以上工业 and 工业增加值; only 规模以上 without the last.
    private func joined(_ scope: Words, _ words: Words, withLast: Bool) -> Words {
        var scope = scope
        var shared = Array(characters(scope)).overlapping(characters(words))
        // 规模以上工业|工业机器人: 工业 is part of the name.
        if let first = words.first, first.end - first.start > shared, lexicon.noun(first) != nil,
            !lexicon.endsInAmount(text, first)
        {
            shared = 0
        }
        while shared > 0, let last = scope.last {
            let length = min(shared, last.end - last.start)
            scope = scope.dropLast()
            if length < last.end - last.start {
                var rest = last
                rest.end -= length
                scope += list(rest)
            }
            shared -= length
        }
        return withLast ? scope + words : scope
    }

    /// 主要产品产量有升有降。 A sentence without a number says what the parts that follow are measured in.
    func leaveTopic() {
        if discourse.measuredBefore != nil, lexicon.goesThroughKinds(tokens, text) { discourse.goesThroughKinds = true }
        guard let end = lexicon.topicEnd(tokens, text) else { return }
        let start = initialMention(tokens[..<end]).map { $0 + 1 } ?? 0
        let words = trimmedLeft(tokens[start..<end])
        guard words.count > 1 || !words.isEmpty && tokens[end].kind == .compare else { return }
        discourse.frame = Frame(words: words, unit: nil)
        discourse.broadFrame = discourse.frame
    }

    // MARK: Brackets

    /// What a figure in brackets must not change for what follows them.
    struct Antecedents {
        var owner: Words
        var ownerIsAll: Bool
        var institution: Words
        var isBreakdown: Bool
        var whole: Draft?
        var breakdown: Token?
        var frame: Frame?
        var scope: Scope
        var parts: Parts
        /// How many figures stand before the bracket.
        var count: Int
    }

    /// Keeps what figures behind a bracket that opens take from before it, or takes it up again where one closes: 学校9所（其中民办2所），
    /// 毕业生3万人.
    func readBracket(_ end: Int) {
        guard end < tokens.count else { return }
        switch tokens[end].kind {
        case .open:
            outside.append(
                Antecedents(
                    owner: owner, ownerIsAll: ownerIsAll, institution: institution, isBreakdown: isBreakdown, whole: whole,
                    breakdown: breakdown, frame: frame,
                    scope: scope, parts: parts, count: drafts.count))
            // 造林9亩（含飞播2亩）, 汽车9万辆（包含货车2万辆）: of what stands before the bracket.
            if let first = tokens.element(end + 1), lexicon.isInclusion(text, first), let last = drafts.last, last.statistic == .value {
                whole = last
                if !isBreakdown { (isBreakdown, breakdown) = (true, first) }
            }
        case .close:
            guard let before = outside.popLast() else { return }
            (owner, ownerIsAll, institution) = (before.owner, before.ownerIsAll, before.institution)
            (isBreakdown, whole) = (before.isBreakdown, before.whole)
            (breakdown, frame, scope, parts) = (before.breakdown, before.frame, before.scope, before.parts)
            if before.count > 0 { for i in before.count..<drafts.count { drafts[i].isBracketed = true } }
        default: break
        }
    }
}

extension ArraySlice<UInt32> {
    func sharedStart(_ other: Self) -> Int { zip(self, other).prefix { $0 == $1 }.count }

    func sharedEnd(_ other: Self) -> Int { zip(reversed(), other.reversed()).prefix { $0 == $1 }.count }
}

extension [UInt32] {
    /// How many characters, two or more, stand both at the end of these and at the start of `next`.
    func overlapping(_ next: ArraySlice<UInt32>) -> Int {
        for length in stride(from: Swift.min(count, next.count), to: 1, by: -1) where suffix(length) == next.prefix(length) {
            return length
        }
        return 0
    }
}

extension Lexicon {
    /// Where the first word in the token stands that limits what is told of, 规模以上, or says that it is per head.
    /// - Parameter limit: where it ends at the latest; nil for the token's end.
    func scope(in text: [UInt32], _ token: Token, limit: Int? = nil) -> (range: Range<Int>, isPerHead: Bool)? {
        for start in token.start..<token.end where scopeStarts.mayContain(text[start]) {
            if let match = scopes.longestMatch(in: text, at: start, limit: limit ?? token.end) {
                return (start..<match.end, match.value == 1)
            }
        }
        return nil
    }

    /// 八大类“五涨三降”: a sentence that counts the kinds of what was measured before.
    func goesThroughKinds<Tokens: RandomAccessCollection<Token>>(_ tokens: Tokens, _ text: [UInt32]) -> Bool where Tokens.Index == Int {
        guard let start = tokens.first?.start, text[start].chineseDigit != nil else { return false }
        return text[start...].prefix(4).contains(0x7C7B)  // 类
    }

    /// Behind 产量 where a sentence's first clause opens with what is measured and only then says something of it.
    func topicEnd<Tokens: RandomAccessCollection<Token>>(_ tokens: Tokens, _ text: [UInt32]) -> Int? where Tokens.Index == Int {
        // 居民消费价格|与上年持平
        if let end = tokens.prefix(8).firstIndex(where: { $0.kind == .compare }), end > 0,
            let last = tokens[..<end].lastOutsideBrackets(where: { $0.isNominal }), endsInAmount(text, last)
        {
            return end
        }
        guard let end = tokens.firstIndex(where: { !$0.isNominal && $0.kind != .time && $0.kind != .pause && $0.kind != .conjunction }),
            end > 1, tokens[end].kind == .verb || tokens[end].kind == .adverb, isAttribute(text, tokens[end - 1])
        else { return nil }
        return end
    }

    func holdsScope(_ words: [UInt32]) -> Bool { scopes.matches(in: words) }

    /// 产品: things of which so much is made.
    func namesGoods(_ text: [UInt32], _ token: Token) -> Bool {
        (token.start..<token.end).contains { goods.longestMatch(in: text, at: $0, limit: token.end)?.end == token.end }
    }

    /// Where in a word the shortest word for an amount at its end starts: 增加值 in 规模以上工业增加值.
    func amountStart(in text: [UInt32], _ token: Token, after low: Int) -> Int? {
        var start = token.end - 2
        while start >= low {
            if trie.longestMatch(in: text, at: start, limit: token.end)?.end == token.end,
                endsInAmount(text, Token(kind: .noun, start: start, end: token.end))
            {
                return start
            }
            start -= 1
        }
        return nil
    }
}
