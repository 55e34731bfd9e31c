// Reads the claims to a place in one sentence: 居全省第三, 全国首个, 首批国家级.
import Numerals
import ReportText

/// A claim while its sentence is read. Ranges are into the passage's joined text.
struct RankDraft {
    var kind: RankClaim.Kind
    var rank: Int?
    /// From the scope to the place.
    var range: Range<Int>
    var scope: String?
    /// Where the claim's own words begin: its opener (居) or its scope.
    var head: Int
    /// Index into the passage's numerals of the figure that it is made of.
    var numeral: Int?
    /// Where the sentence says what is compared; empty where it is what the figure measures.
    var measure = 0..<0
}

/// Reads claims out of a sentence that names places.
struct RankReader {
    let vocabulary: RankVocabulary
    /// The sentence's tokens and what is talked of; nothing is read with it.
    let reader: SentenceReader
    /// The tokens with names of organisations in their parts: 全国|首个|机器人|产业学院.
    let tokens: Words
    let range: Range<Int>

    /// How far before its place an opener may stand, in characters: 居|全国同类高职院校|第5位.
    private static let reach = 14
    /// The longest name of what is the first of its kind, in characters.
    private static let longestMeasure = 24

    private var text: [UInt32] { reader.text }

    /// The claims that `places` make. Places that no words make a claim of (第一次, 首批12项) give none.
    func drafts(_ places: [RankVocabulary.Place]) -> [RankDraft] {
        var drafts: [RankDraft] = []
        // 由全国第12位跃升至第9位: the second place has the scope of the first, which is no longer true, and is of the same.
        var left: RankDraft?
        for place in places {
            // 无锡市第二中学 is a name.
            if !place.needsScope, let around = reader.tokens.last(before: place.range.upperBound), around.kind == .organisation,
                around.end > place.range.lowerBound
            {
                continue
            }
            let segment = segmentStart(of: place.range.lowerBound)
            guard var draft = claim(place, from: segment) else { continue }
            let isLeft = vocabulary.goesOn(in: text, at: skipBlanks(place.range.upperBound), limit: range.upperBound)
            if isLeft, draft.kind == .rank || draft.kind == .top {
                draft.measure = measure(of: draft)
                left = draft
                continue
            }
            draft.numeral = numeral(of: draft)
            if let left, draft.scope == nil {
                draft.scope = left.scope
                draft.measure = left.measure
            } else if place.needsScope || draft.numeral == nil || draft.numeral != figureBefore(draft.head) {
                draft.measure = measure(of: draft)
            }
            left = nil
            drafts.append(draft)
        }
        return drafts
    }

    // MARK: The claim's own words

    private func claim(_ place: RankVocabulary.Place, from start: Int) -> RankDraft? {
        var draft = RankDraft(kind: place.kind, rank: place.rank, range: place.range, head: place.range.lowerBound)
        if let scope = scopeStart(endingAt: place.range.lowerBound, from: start) {
            draft.scope = string(scope..<place.range.lowerBound)
            draft.range = scope..<place.range.upperBound
            draft.head = openerStart(endingAt: scope, from: start) ?? scope
            let isOpened = draft.head < scope
            return isOpened || place.needsScope || endsClaim(place.range) ? draft : nil
        }
        if place.needsScope {
            guard let end = scopeEnd(from: place.range.upperBound) else { return nil }
            draft.scope = string(place.range.upperBound..<end)
            draft.range = place.range.lowerBound..<end
            return draft
        }
        guard let (opener, end) = opener(before: place.range.lowerBound, from: start) else { return nil }
        // 走在前列: without anybody to be ahead of, only 位居 and its like claim a place.
        let isVague = place.rank == nil && end == place.range.lowerBound
        draft.head = opener
        if end < place.range.lowerBound {
            draft.scope = string(end..<place.range.lowerBound)
            draft.range = end..<place.range.upperBound
        } else if let scope = scopeStart(endingAt: opener, from: start) {
            // 全球排名前50
            draft.scope = string(scope..<opener)
            draft.range = scope..<place.range.upperBound
            draft.head = scope
        } else if isVague, tokens.ending(at: opener == end ? end : skipBlanksBack(end))?.kind != .rank {
            return nil
        }
        return draft
    }

    /// Where the scope begins that stands before a place: 全国 in 全国同类院校首个.
    private func scopeStart(endingAt end: Int, from start: Int) -> Int? {
        var end = skipBlanksBack(end)
        while end > start {
            if let token = tokens.ending(at: end), token.start >= start, namesScope(token) { return token.start }
            if let scope = vocabulary.scopeStart(in: text, endingAt: end, from: start) {
                // 全国|高职院校, 江苏省|同类院校: the wider one before it belongs to it.
                let before = skipBlanksBack(scope)
                if let token = tokens.ending(at: before), token.start >= start, namesScope(token) { return token.start }
                return scope
            }
            guard let inside = vocabulary.insideStart(in: text, endingAt: end, from: start) else { return nil }
            end = skipBlanksBack(inside)
        }
        return nil
    }

    /// Where the scope ends that stands right after a place: 国家级 in 首批国家级试点.
    private func scopeEnd(from start: Int) -> Int? {
        let start = skipBlanks(start)
        if let token = tokens.from(start).first, token.start == start, namesScope(token) { return token.end }
        return vocabulary.scopeEnd(in: text, from: start, limit: range.upperBound)
    }

    private func namesScope(_ token: Token) -> Bool {
        if token.kind == .region { return true }
        guard token.term >= 0, let deictic = reader.lexicon.terms[token.term].deictic else { return false }
        return ["country", "province", "prefecture", "city", "county", "town"].contains(deictic)
    }

    /// The nearest word before a place that says that a place follows: where it begins and ends.
    private func opener(before place: Int, from start: Int) -> (start: Int, end: Int)? {
        var end = place
        while end > start, place - end <= RankReader.reach {
            if let opener = openerStart(endingAt: end, from: start) { return (opener, end) }
            let scalar = text[end - 1]
            // A mark or a number ends the words that belong to the place.
            guard scalar.isHan || scalar.isBlank else { return nil }
            end -= 1
        }
        return nil
    }

    private func openerStart(endingAt end: Int, from start: Int) -> Int? {
        let end = skipBlanksBack(end)
        if let token = tokens.ending(at: end), token.kind == .rank, token.start >= start { return token.start }
        return vocabulary.openerStart(in: text, endingAt: end, from: start)
    }

    /// What follows a place that no opener announces ends the claim: 全国第一，… and 全国第一的…, but not 全国第一代.
    private func endsClaim(_ place: Range<Int>) -> Bool {
        let next = text.at(skipBlanks(place.upperBound))
        if place.upperBound >= range.upperBound || !next.isHan && !next.isDigit { return true }
        return [0x7684, 0x4E4B, 0x5E76, 0x4E14, 0x548C, 0x4E0E, 0x53CA].contains(next)  // 的之并且和与及
            || [0x4F4D, 0x540D, 0x5F3A].contains(text[place.upperBound - 1])  // 位名强
            || [0x5217, 0x8305, 0x4F4D, 0x9996, 0x9635, 0x961F].contains(text[place.upperBound - 1])
    }

    // MARK: The figure

    /// The figure that a claim is made of.
    private func numeral(of draft: RankDraft) -> Int? {
        switch draft.kind {
        case .rank, .top: return figureBefore(draft.head) ?? figureAfter(draft)
        case .amongFirst:
            let before = tokens.upTo(draft.range.lowerBound).reversed().prefix { $0.kind != .comma }
            let after = tokens.from(draft.range.upperBound).prefix { $0.kind != .comma }
            let counts = (before.compactMap(\.figure) + after.compactMap(\.figure)).filter {
                [.count, .persons].contains(reader.numerals[$0].unitKind)
            }
            return counts.count == 1 ? counts[0] : nil
        case .first, .only: return nil
        }
    }

    /// 专利授权3200件，居全省第三: the figure before, where nothing else is named in between.
    private func figureBefore(_ head: Int) -> Int? {
        var separators = 0
        var namesMore = false
        for token in tokens.upTo(head).reversed() {
            if let figure = token.figure {
                // 连续5年居全国首位: how long is not what is compared.
                if reader.numerals[figure].unitKind == .time { continue }
                return figure
            }
            if token.kind == .comma || token.kind == .pause {
                separators += 1
                if namesMore || separators > 1 { return nil }
            } else if token.isVerb || token.isNominal, !isMereFiller(token) {
                namesMore = true
            }
        }
        return nil
    }

    /// 专利授权量居全省第三，达3200件: the number comes after.
    private func figureAfter(_ draft: RankDraft) -> Int? {
        var isStated = false
        for (index, token) in tokens.from(draft.range.upperBound).enumerated() {
            switch token.kind {
            case .comma where index == 0: continue
            case .copula: isStated = true
            case .adverb: continue
            case .figure: return isStated ? token.figure : nil
            default: return nil
            }
        }
        return nil
    }

    private func isMereFiller(_ token: Token) -> Bool {
        token.kind == .text && (token.end - token.start == 1 || vocabulary.isContinuing(text[token.start..<token.end]))
    }

    // MARK: What is compared

    private func measure(of draft: RankDraft) -> Range<Int> {
        switch draft.kind {
        case .rank, .top:
            let before = tokens[..<tokens.from(draft.head).startIndex]
            let words = before.droppingTrailing {
                $0.kind != .comma && $0.kind != .pause && (!$0.isNominal && !$0.isVerb || isMereFiller($0))
            }
            guard let last = words.last, last.kind != .comma, last.kind != .pause else { return 0..<0 }
            let first = words.lastIndex { !($0.isNominal || $0.isVerb || $0.kind == .particle) || reader.isMention($0) }
            guard let opening = words[(first.map { $0 + 1 } ?? words.startIndex)...].first else { return 0..<0 }
            return min(opening.start, draft.head)..<min(last.end, draft.head)
        case .first, .only, .amongFirst:
            let after = tokens.from(draft.range.upperBound)
            let end = after.firstIndex {
                $0.end - draft.range.upperBound > RankReader.longestMeasure
                    || !($0.isNominal || $0.isVerbToo || $0.kind == .particle || $0.kind == .quote || $0.kind == .open || $0.kind == .close)
            }
            let last = after[..<(end ?? after.endIndex)].droppingTrailing { !$0.isNominal && !$0.isVerb }.last
            return draft.range.upperBound..<max(last?.end ?? 0, draft.range.upperBound)
        }
    }

    // MARK: The sentence

    /// Who claims the place: the one the nearest clause names, or who is talked of.
    func subject(of draft: RankDraft) -> Subject? {
        let clauses = reader.tokens[..<reader.tokens.from(draft.head).startIndex].split { $0.kind == .comma }
        for clause in clauses.reversed() {
            guard let mention = reader.initialMention(clause), clause[mention].end <= draft.head,
                let named = reader.discourse.subject(of: clause[mention]), !reader.lexicon.isNation(named)
            else { continue }
            if let base = reader.discourse.baseSubject, named.isRegion, named.contains(base) { continue }
            return named
        }
        return reader.subject
    }

    private func segmentStart(of position: Int) -> Int {
        tokens.upTo(position).last { $0.kind == .comma || $0.kind == .pause }?.end ?? range.lowerBound
    }

    private func skipBlanks(_ i: Int) -> Int {
        var i = i
        while i < range.upperBound, text[i].isBlank { i += 1 }
        return i
    }

    private func skipBlanksBack(_ i: Int) -> Int {
        var i = i
        while i > range.lowerBound, text[i - 1].isBlank { i -= 1 }
        return i
    }

    /// The characters as they stand, without blanks and without 的 at either end.
    func string(_ range: Range<Int>) -> String {
        var scalars = reader.original[range].filter { !$0.isBlank }[...]
        while scalars.first == 0x7684 { scalars.removeFirst() }
        while scalars.last == 0x7684 { scalars.removeLast() }
        return String(scalars: scalars.withoutLoneMarks)
    }
}

// MARK: - Tokens by their place

extension Words {
    /// The tokens that begin at `position` or behind it.
    fileprivate func from(_ position: Int) -> Words { self[partitioningIndex { $0.start >= position }...] }

    /// The last token that begins before `position`.
    fileprivate func last(before position: Int) -> Token? { self[..<from(position).startIndex].last }

    /// The tokens that end at `position` or before it.
    fileprivate func upTo(_ position: Int) -> Words {
        let before = self[..<from(position).startIndex]
        return before.last.map { $0.end > position } ?? false ? before.dropLast() : before
    }

    /// The token that ends at `position`.
    fileprivate func ending(at position: Int) -> Token? { upTo(position).last.flatMap { $0.end == position ? $0 : nil } }
}

// MARK: - The claims of a report

extension ExtractionRun {
    /// Reads the claims to a place in a sentence whose figures have been read.
    mutating func readRanks(
        _ range: Range<Int>, _ passage: Passage, _ passageIndex: Int, _ text: [UInt32], _ numerals: [Numeral], _ firstNumeral: Int,
        _ figures: [Int?]
    ) {
        let places = ranks.places(in: text, range)
        guard !places.isEmpty else { return }
        let words = Tokenizer(lexicon: lexicon, text: text, numerals: numerals, names: names)
            .words(range, firstNumeral: firstNumeral)
        var tokens = words
        OrganisationFinder(lexicon: lexicon, text: text, names: names).join(&tokens)
        let sentence = SentenceReader(lexicon: lexicon, discourse: discourse)
        sentence.turn(to: text, original: passage.text, numerals: numerals)
        sentence.open(tokens)
        let reader = RankReader(vocabulary: ranks, reader: sentence, tokens: sentence.list(words), range: range)
        let quote = passage.string(range)
        for draft in reader.drafts(places) {
            let figure = draft.numeral.flatMap { figures[$0] }
            let place = passage.sourceRange(draft.range)
            var claim = RankClaim(
                kind: draft.kind, text: reader.string(draft.range), scope: draft.scope, rank: draft.rank,
                measure: reader.string(draft.measure), quote: quote, start: place.lowerBound, end: place.upperBound,
                line: lines.line(of: place.lowerBound), passage: passageIndex, figure: figure)
            if let figure {
                let figure = extraction.figures[figure]
                if draft.measure.isEmpty { claim.measure = figure.measure }
                (claim.subject, claim.subjectKind, claim.subjectRegion) = (figure.subject, figure.subjectKind, figure.subjectRegion)
                (claim.period, claim.periodBasis) = (figure.period, figure.periodBasis)
            } else {
                let subject = reader.subject(of: draft)
                (claim.subject, claim.subjectKind, claim.subjectRegion) = (subject?.name, subject?.kind, subject?.regionCode)
                var periods = reader.reader.periods
                for token in tokens where token.kind == .time && token.end <= draft.head { periods.read(token, lexicon: lexicon) }
                (claim.period, claim.periodBasis) = periods.resolved(section: discourse.sectionPeriod)
            }
            record(claim)
        }
    }
}
