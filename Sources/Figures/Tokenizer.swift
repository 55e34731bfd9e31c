// Cuts a sentence into tokens: numerals as found, names of organisations, then the longest term of the lexicon at each place.
import Numerals
import ReportText
import Vocabulary

struct Tokenizer {
    let lexicon: Lexicon
    /// The passage's text with fullwidth forms made ASCII.
    let text: [UInt32]
    let numerals: [Numeral]
    /// Names introduced by the document, and what they stand for.
    let names: OrganisationNames

    /// The tokens of `range`; `firstNumeral` is the first numeral that starts in or after it.
    func tokens(_ range: Range<Int>, firstNumeral: Int) -> [Token] {
        var tokens = words(range, firstNumeral: firstNumeral)
        if tokens.contains(where: { $0.term >= 0 && lexicon.shapes[$0.term].endsOrganisation }) {
            OrganisationFinder(lexicon: lexicon, text: text, names: names).join(&tokens)
        }
        return tokens
    }

    /// The same with names of organisations in their parts.
    func words(_ range: Range<Int>, firstNumeral: Int) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(range.count / 3 + 6)
        let aliases = names.aliases
        var next = firstNumeral
        // The next numeral that is a word of its own: a figure, a date.
        var hard = firstNumeral
        // Where these two stand with their words of bound; they change where the first of them ends.
        var nextStart = Int.max
        var hardStart = Int.max
        var known = range.lowerBound
        func findNumerals(from i: Int) {
            while next < numerals.count, numerals[next].end <= i { next += 1 }
            while hard < numerals.count, numerals[hard].end <= i || numerals[hard].isPartOfWords { hard += 1 }
            nextStart = next < numerals.count ? numerals[next].outerStart : Int.max
            hardStart = hard < numerals.count ? numerals[hard].outerStart : Int.max
            known = min(next < numerals.count ? numerals[next].end : Int.max, hard < numerals.count ? numerals[hard].end : Int.max)
        }
        var i = range.lowerBound
        var textStart = i
        func flush(_ end: Int) {
            guard textStart < end else { return }
            var low = textStart
            var high = end
            while low < high, text[low].isBlank { low += 1 }
            while high > low, text[high - 1].isBlank { high -= 1 }
            // = or . by itself is no word.
            if low < high, !text[low].isSymbol || text[low..<high].contains(where: { !$0.isSymbol }) {
                tokens.append(Token(kind: .text, start: low, end: high))
            }
        }
        func append(_ token: Token) {
            let token = token.kind == .time ? read(time: token, after: tokens.last, from: textStart) : token
            // 比 before a time is part of what compares.
            while let last = tokens.last, last.end > token.start {
                if last.start >= token.start { tokens.removeLast() } else { tokens[tokens.count - 1].end = token.start }
            }
            flush(token.start)
            tokens.append(token)
            i = token.end
            textStart = i
        }
        while i < range.upperBound {
            if i >= known { findNumerals(from: i) }
            let limit = min(range.upperBound, max(i, hardStart))
            if i >= nextStart, next < numerals.count, numerals[next].start < range.upperBound {
                flush(i)
                textStart = i
                if numerals[next].kind == .page, numerals[next].outerEnd > numerals[next].end {
                    // A page number between two halves of a sentence is no word of it.
                    i = min(numerals[next].outerEnd, range.upperBound)
                    textStart = i
                    next += 1
                    known = i
                    continue
                }
                if numerals[next].kind == .markup {
                    // Nor is the mark of a note: 学校[2]51所.
                    i = min(numerals[next].end, range.upperBound)
                    textStart = i
                    next += 1
                    known = i
                    continue
                }
                // 一般公共预算, 零售额: the word a character of number is part of.
                if numerals[next].isPartOfWords, let match = lexicon.trie.longestMatch(in: text, at: i, limit: limit),
                    match.end > numerals[next].end,
                    let word = token(
                        forTerm: match.value, i, match.end, number: limit < range.upperBound ? limit : nil)
                {
                    append(word)
                    continue
                }
                append(token(forNumeral: next, from: i, limit: range.upperBound, after: tokens.last))
                continue
            }
            let scalar = text[i]
            if scalar <= 0x3011, let mark = Tokenizer.mark(scalar) {
                append(Token(kind: mark, start: i, end: i + 1))
                continue
            }
            if scalar == 0x2014 || scalar == 0x2015, text.at(i + 1) == scalar {  // ——
                append(Token(kind: .comma, start: i, end: i + 2))
                continue
            }
            if let alias = aliases.longestMatch(in: text, at: i, limit: limit) {
                var token = Token(kind: .organisation, start: i, end: alias.end)
                token.name = alias.name
                append(token)
                continue
            }
            if let match = wordMatch(at: i, limit: limit, numeralStart: max(i, nextStart), next: next),
                let token = token(
                    forTerm: match.value, i, match.end, number: limit < range.upperBound ? limit : nil)
            {
                append(
                    token.kind == .copula || scalar == 0x5360 || scalar == 0x4E3A || lexicon.shapes[match.value].isDeictic
                        ? cut(token, limit) : token)
                continue
            }
            i += 1
        }
        flush(range.upperBound)
        return tokens
    }

    /// A time that figures are compared with (比2021年) or at which news was sent (8月17日电) is not when something was.
    private func read(time: Token, after previous: Token?, from textStart: Int) -> Token {
        var token = time
        if time.start == 0, time.time?.from.day != nil, text.at(4) == 0x2D {  // 2023-08-08 14:22，正文
            token.kind = .adverb
            return token
        }
        var before = time.start - 1
        while text.at(before) == 0x201C || text.at(before).isBlank { before -= 1 }
        var end = time.end
        switch text.at(end) {
        case 0x672B, 0x5E95, 0x521D: end += 1  // 末 底 初
        case 0x540C where text.at(end + 1) == 0x671F: end += 2  // 同期
        default: break
        }
        if text.at(before) == 0x4E8E, text.at(before - 1) == 0x6BD4 || text.at(before - 1) == 0x8F83 {  // 相较于2021年
            before -= text.at(before - 2) == 0x76F8 ? 2 : 1
            token.kind = .compare
            token.start = before
            token.end = end
        }
        switch text.at(before) {
        case _ where token.kind == .compare: break
        case 0x6BD4, 0x8F83:  // 比 较
            token.kind = .compare
            // Where the character ends another word (对比2020年), only the time is replaced.
            token.start = before >= textStart || previous.map { $0.term < 0 || $0.start == before } ?? false ? before : time.start
            token.end = end
        case _ where end == time.end + 1 && !startsWord(time.end, behind: end):
            // 2025年末, not 2025年初中毕业生.
            token.end = end
            return token
        default:
            guard time.time?.from.day != nil, text.at(end) == 0x7535 || text.at(end) == 0x8BAF else { return token }  // 电 讯
            let next = text.at(end + 1)
            if next == 0 || next.isBlank || next == 0x8BB0 || Tokenizer.mark(next) != nil { token.kind = .adverb }  // 记
        }
        if token.kind != .time {
            token.time = nil
            token.term = -1
        }
        return token
    }

    /// A word longer than up to `end` starts at `start`.
    private func startsWord(_ start: Int, behind end: Int) -> Bool {
        (lexicon.trie.longestMatch(in: text, at: start, limit: text.count)?.end ?? end) > end
    }

    /// 现 of 现有 in 现有效企业, 全市 of 全市各 in 全市各类学校: a word of grammar leaves its last character to a longer word.
    private func cut(_ token: Token, _ limit: Int) -> Token {
        guard token.end - token.start > 1, let next = lexicon.trie.longestMatch(in: text, at: token.end - 1, limit: limit),
            next.end > token.end,
            let front = lexicon.trie.value(of: text[token.start..<(token.end - 1)]),
            (lexicon.trie.longestMatch(in: text, at: token.end, limit: limit)?.end ?? 0) < token.end + 2
        else { return token }
        // 占 of 占地 in 占地区生产总值, 为 of 为民 in 为民营企业
        if text[token.start] == 0x5360 || text[token.start] == 0x4E3A {
            return self.token(forTerm: front, token.start, token.end - 1, number: nil) ?? token
        }
        var rest = token
        rest.end -= 1
        return rest
    }

    /// The longest term at `i`; one that would end inside a numeral stops before it.
    private func wordMatch(at i: Int, limit: Int, numeralStart: Int, next: Int) -> (end: Int, value: Int)? {
        guard let match = lexicon.trie.longestMatch(in: text, at: i, limit: limit) else { return nil }
        if next < numerals.count, match.end > numeralStart, match.end < numerals[next].end {
            return lexicon.trie.longestMatch(in: text, at: i, limit: min(limit, numeralStart))
        }
        return match
    }

    private func token(forNumeral index: Int, from start: Int, limit: Int, after previous: Token?) -> Token {
        let numeral = numerals[index]
        switch numeral.kind {
        case .unresolved where numeral.value != nil && states(previous, numeral, limit):
            return Token(kind: .figure, start: start, end: min(max(numeral.end, numeral.outerEnd), limit), numeral: index)
        case .figure:
            return Token(kind: .figure, start: start, end: min(max(numeral.end, numeral.outerEnd), limit), numeral: index)
        case .date, .period, .time:
            // 65岁及以上人口: an age is part of what people are called.
            if numeral.time == nil, text[numeral.end - 1] == 0x5C81 { return Token(kind: .text, start: start, end: numeral.end) }  // 岁
            var token = Token(kind: .time, start: start, end: numeral.end)
            token.time = numeral.time
            if numeral.time == nil { token.term = lexicon.trie.value(of: text[numeral.start..<numeral.end]) ?? -1 }
            return token
        case .listMarker, .section, .page, .caption, .markup:
            return Token(kind: .adverb, start: start, end: numeral.end)
        default:
            if numeral.denominator != nil { return Token(kind: .denominator, start: start, end: numeral.end, numeral: index) }
            // 六安市: the numeral is part of a region's name.
            if let match = lexicon.trie.longestMatch(in: text, at: numeral.start, limit: limit), match.end >= numeral.end,
                let region = self.token(forTerm: match.value, numeral.start, match.end, number: nil), region.kind == .region
            {
                return region
            }
            // 一等奖, 二级学院: the word the numeral is part of, or the noun at its end, still says what it is.
            var token = Token(kind: .text, start: start, end: numeral.end)
            for first in numeral.start..<numeral.end {
                if let match = lexicon.trie.longestMatch(in: text, at: first, limit: numeral.end), match.end == numeral.end {
                    token.term = match.value
                    break
                }
            }
            return token
        }
    }

    /// 指数为58.3, 综合得分89.6: a number without a unit that a verb or an index states and that ends its clause.
    private func states(_ previous: Token?, _ numeral: Numeral, _ limit: Int) -> Bool {
        guard let previous, skipBlanks(previous.end) >= numeral.outerStart else { return false }
        let next = skipBlanks(max(numeral.end, numeral.outerEnd))
        // 满意度从84.7提升至89.6
        if previous.kind == .preposition || previous.kind == .particle,
            let match = lexicon.trie.longestMatch(in: text, at: next, limit: limit)
        {
            return lexicon.shapes[match.value].wordClass == .becomes
        }
        guard next >= limit || Tokenizer.mark(text.at(next)) != nil else { return false }
        switch previous.kind {
        case .copula, .becomes, .change: return true
        case .noun: return lexicon.namesIndex(String(scalars: text[previous.start..<previous.end]))
        case .text: return lexicon.namesIndex(String(scalars: text[previous.start..<previous.end]))
        default: return false
        }
    }

    /// The token a term makes at its place, or nil where its characters are only part of an unknown word.
    /// - Parameter number: where the next number stands.
    private func token(forTerm index: Int, _ start: Int, _ end: Int, number: Int?) -> Token? {
        let beforeNumber = number.map { skipBlanks(end) == $0 } ?? false
        var token = Token(kind: .noun, start: start, end: end, term: index)
        let shape = lexicon.shapes[index]
        if shape.isTime {
            token.kind = .time
            return token
        }
        if shape.isRegion, end - start > 1 {
            token.kind = .region
            return token
        }
        let single = end - start == 1
        let next = text.at(end)
        switch shape.wordClass {
        case .copula:
            if single, !beforeNumber {
                switch text[start] {
                case 0x4E3A: return with(.preposition)  // 为
                case 0x6709: return with(.verb)  // 有
                case 0x5171: return with(.adverb)  // 共
                default: return nil
                }
            }
            token.kind = .copula
        case .change:
            if single, !beforeNumber { return nil }
            token.kind = .change
        case .locative:
            // 40种产品中有20种
            let hasNumber = next == 0x6709 && number.map { skipBlanks(end + 1) == $0 } ?? false
            guard beforeNumber || hasNumber || Tokenizer.mark(next) != nil || next == 0x5360 else { return nil }
            token.kind = .locative
        case .becomes: token.kind = .becomes
        case .compare: token.kind = .compare
        case .share: token.kind = .share
        case .adverb, .breakdown: token.kind = .adverb
        case .now:
            if single { return nil }  // 现代
            token.kind = .now
        case .frequency: token.kind = .frequency
        case .preposition: token.kind = .preposition
        case .conjunction: token.kind = text[start] == 0x3001 ? .pause : .conjunction
        case .particle: token.kind = .particle
        case .verb:
            token.kind = shape.hasCategory ? .noun : .verb
            token.isVerbToo = true
        case .rank: token.kind = .rank
        case .word: token.kind = .text
        case nil: break
        }
        func with(_ kind: Token.Kind) -> Token {
            var other = token
            other.kind = kind
            return other
        }
        return token
    }

    private func skipBlanks(_ i: Int) -> Int {
        var i = i
        while text.at(i).isBlank { i += 1 }
        return i
    }

    static func mark(_ scalar: UInt32) -> Token.Kind? {
        switch scalar {
        case 0x2C, 0x3B, 0x3A, 0x2236, 0x3002, 0x21, 0x3F: .comma  // , ; : ∶ 。 ! ? (fullwidth ones made ASCII)
        case 0x3001: .pause
        case 0x28, 0x3010, 0x5B: .open
        case 0x29, 0x3011, 0x5D: .close
        case 0x201C, 0x201D, 0x2018, 0x2019, 0x300A, 0x300B, 0x300C, 0x300D, 0x22: .quote
        default: nil
        }
    }
}

extension [UInt32] {
    /// The element at `index`, or 0 past either end.
    func at(_ index: Int) -> UInt32 { index >= 0 && index < count ? self[index] : 0 }
}

extension Numeral {
    /// Characters of number that stand inside words (一般, 三级, 零): a longer word they are part of goes before them.
    fileprivate var isPartOfWords: Bool {
        switch kind {
        case .idiom, .label, .ordinal, .schemeName, .model: denominator == nil
        default: false
        }
    }
}

extension UInt32 {
    /// A sign that is no letter, digit or Chinese character.
    fileprivate var isSymbol: Bool {
        switch self {
        case 0x21...0x2C, 0x2E, 0x2F, 0x3B...0x40, 0x5B...0x60, 0x7B...0x7D, 0xD7, 0xF7, 0x2018...0x203B, 0x2190...0x27BF: true
        default: false
        }
    }
}
