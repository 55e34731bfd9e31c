// What 其中 and 分类别看 go through: of what the parts are parts, and where they end.
import Numerals

/// The parts that 其中 goes through.
struct Parts {
    var first: Draft?
    /// A semicolon has come, behind which something else can be told of.
    var isBehindSemicolon = false
    /// Whose attributes followed before them.
    var owner: Words = []
    var ownerIsAll = false
}

extension SentenceReader {
    /// 其中, or nothing where the parts are told of without it.
    var breakdownWords: Words { breakdown.map { list($0) } ?? [] }

    /// What the figure is a part of, or else what it measures.
    func allOf(_ draft: Draft) -> Words {
        draft.whole.isEmpty ? draft.words : draft.whole.droppingTrailing { lexicon.isBreakdown($0) }
    }

    /// …贷款余额9亿元。其中住户贷款5亿元。消费贷款2亿元: a part without 其中, where the sentence before told of parts that are called so.
    func takePartBefore(_ draft: Draft, _ numeral: Numeral) {
        guard breakdown == nil, draft.statistic == .value, draft.namesItself, draft.whole.isEmpty,
            let part = earlier.last(where: { $0.statistic == .value && !$0.isBracketed }), let mark = part.whole.last,
            lexicon.isBreakdown(mark), numerals[part.numeral].unit.isSame(as: numeral.unit), endsInAmount(allOf(part))
        else { return }
        let (own, other) = (characters(draft.words), characters(part.words))
        let shared = own.suffix(own.sharedEnd(other))
        // 贷款 of 贷款余额
        guard shared.count > 1, shared.count < own.count, case let amount = characters(ending(allOf(part))), amount.count > shared.count,
            amount.starts(with: shared)
        else { return }
        draft.whole = part.whole
    }

    /// What a sentence that opens with 其中 or 分类别看 tells the parts of: the one number of that unit in the sentence before. 年末有医院9家。其中，
    /// 综合医院5家; nil where several could be meant, or people per head, whom a scope tells of.
    func wholeBefore() -> Draft? {
        guard let next = tokens.lazy.compactMap({ $0.figure }).first else { return nil }
        var only: Draft?
        for draft in earlier where draft.statistic == .value && !draft.isBracketed && !draft.isThreshold {
            guard !draft.words.isEmpty, numerals[draft.numeral].unit.isSame(as: numerals[next].unit) else { continue }
            if only != nil {
                // 已发现的矿产60种，已探明储量的矿种50种: the second is of the first.
                if draft.whole.isEmpty, !isOfTheSame(only, draft) { return nil }
                // 技术人员9万人，其中医师3万人。按机构分: all of them are divided.
                if opening.isDivision { continue }
            }
            // 医保9万人。其中：职工3万人，居民6万人。其中：退休人员1万人: of the last part.
            only = draft
        }
        guard let only, !isOfPeople(only) else { return nil }
        return only
    }

    /// What was told of before 其中 in the sentence: the last number, or the last of those in the unit that follows: 企业9家，产值5亿元，其中规模以上企业2家.
    func wholeWithin(before next: Int?) -> Draft? {
        let last = drafts.last { $0.statistic == .value }
        guard let next, let last, !numerals[last.numeral].unit.isSame(as: numerals[next].unit), numerals[next].unitKind == .count else {
            return last
        }
        return drafts.last { $0.statistic == .value && !$0.isBracketed && numerals[$0.numeral].unit.isSame(as: numerals[next].unit) }
            ?? last
    }

    /// 矿产 and 矿种: two numbers of one kind of thing.
    private func isOfTheSame(_ before: Draft?, _ draft: Draft) -> Bool {
        guard let before, numerals[draft.numeral].unitKind == .count, let a = before.words.last, let b = draft.words.last else {
            return false
        }
        return text[a.start] == text[b.start] && draft.words.contains { $0.kind == .particle }
    }

    /// Behind a semicolon what is called as the whole is, and not as its parts are, is none of them: 城镇居民人均收入4万元，其中工资性收入2万元；
    /// 农村居民人均收入2万元.
    func tellPart(_ draft: Draft) {
        guard isBreakdown, !draft.isAttributive, !draft.words.isEmpty else { return }
        guard let part = parts.first else {
            parts.first = draft
            return
        }
        if draft.isInherited { return }
        guard let whole, !whole.words.isEmpty else { return tellSibling(draft, part) }
        let (named, other, own) = (characters(whole.words), characters(part.words), characters(draft.words))
        let end = own.sharedEnd(named)
        // 住户贷款 for 贷款余额: called by less.
        let ended = characters(ending(part.words))
        let isShort = endsInAmount(part.words) && ended != characters(ending(whole.words)) && named.firstIndex(of: ended) != nil
        let otherEnd = isShort ? max(end, other.sharedEnd(named)) : other.sharedEnd(named)
        // 移动电话9户，其中甲类4户；固定电话20户: no part is larger than its whole.
        if draft.statistic == .value, let size = numerals[draft.numeral].value?.double, let all = numerals[whole.numeral].value?.double,
            size > all || size == all && lexicon.units[numerals[draft.numeral].unit].countsWholes,
            numerals[draft.numeral].unit.isSame(as: numerals[whole.numeral].unit)
        {
            return leaveParts()
        }
        let isAmount = endsInAmount(whole.words)
        if parts.isBehindSemicolon {
            // 医院9家，其中综合医院6家；床位4000张: another unit at the head of the clause tells of something else.
            let isOther = draft.statistic != .change && !numerals[draft.numeral].unit.isSame(as: numerals[whole.numeral].unit)
            if isOther || isAttributeAlone(draft.words), opensClause(draft) { return leaveParts() }
            // 保费收入7亿元，其中寿险4亿元；赔付支出2亿元: parts that do not say what is measured of them.
            if isAmount, end < 2, endsInAmount(draft.words), !endsInAmount(part.words) { return leaveParts() }
            let start = own.starts(with: named) ? 0 : own.sharedStart(named)
            // 专利授权9件，其中发明专利4件；有效发明专利20件
            if !isAmount, own.count > other.count, own.ends(with: other) { return leaveParts() }
            // 第二产业增加值9亿元，其中工业增加值8亿元；第三产业增加值7亿元
            if own.count == named.count, own.count > 2, start + end == own.count - 1 { return leaveParts() }
            // 财政收入9亿元，其中地方收入4亿元；民生支出3亿元
            if isAmount, otherEnd > 1, end == 0, endsInAmount(draft.words), named.firstIndex(of: characters(ending(draft.words))) == nil {
                return leaveParts()
            }
            if opensClause(draft), isAmount ? isAnotherKind(draft, part, whole) : isAnotherInstitution(draft, part, whole) {
                return leaveParts()
            }
            if start > 1 && start > other.sharedStart(named) + 1 { return leaveParts() }
            // 医院9家，其中综合医院6家；基层医疗机构80家，其中诊所60家；其他卫生机构3家
            if end > 1 && (isAmount ? end > otherEnd + 2 : end > otherEnd + 1) { return leaveParts() }
            if !isAmount, otherEnd == named.count, end == 0, numerals[draft.numeral].unitKind == .count, !isAttributeAlone(draft.words) {
                return leaveParts()
            }
        }
        // 医保参保人数8万人，其中城乡居民医保参保人数6万人，失业保险人数1万人; 城镇零售额5亿元，其中城区3亿元，乡村零售额2亿元
        guard isAmount, endsInAmount(draft.words), draft.statistic == .value else { return }
        guard otherEnd == named.count ? end < named.count : otherEnd == 0 && end > 1,
            end > 0 || named.firstIndex(of: characters(ending(draft.words))) == nil
        else { return }
        let unit = numerals[whole.numeral].unit
        let amount = ending(whole.words)
        leaveParts()
        if !amount.isEmpty, end > 1 { frame = Frame(words: amount, unit: unit) }
    }

    /// 综合性公园29个（达到国家标准的公园5个）: of what stands before the bracket, which is called so.
    func takeBracketed(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .value, draft.namesItself, draft.whole.isEmpty, breakdown == nil, numeral.unitKind == .count,
            let previous = drafts.last, numerals[previous.numeral].unit.isSame(as: numeral.unit),
            text.at(max(numerals[previous.numeral].end, numerals[previous.numeral].outerEnd)) == 0x28,  // (
            !previous.isAttributive, let last = previous.words.last, let own = draft.words.last, draft.words.count > 1,
            // （未包含简易事故2起）
            let first = draft.words.first,
            lexicon.sentence.exclusions.longestMatch(in: text, at: first.start, limit: text.count) == nil,
            characters(last).ends(with: characters(own)) || characters(own).ends(with: characters(last))
        else { return }
        draft.whole = previous.words
    }

    /// 商品房销售面积 of 施工面积9公顷，商品房销售面积8公顷。其中，住宅销售面积7公顷: of several the last that is called so.
    func findWhole(_ draft: Draft, _ numeral: Numeral) {
        guard whole == nil, drafts.isEmpty, breakdown != nil, draft.statistic == .value, draft.namesItself, endsInAmount(draft.words)
        else { return }
        let amount = characters(ending(draft.words))
        whole = earlier.last {
            $0.statistic == .value && !$0.isBracketed && $0.whole.isEmpty && numerals[$0.numeral].unit.isSame(as: numeral.unit)
                && endsInAmount($0.words) && characters(ending($0.words)) == amount && characters($0.words) != characters(draft.words)
                && !isOfPeople($0)
        }
    }

    /// Per head, of which no part is told by 其中 alone.
    private func isOfPeople(_ draft: Draft) -> Bool { draft.scope.isPerHead || namedScope(draft.words)?.isPerHead ?? false }

    /// The figure's words open a clause behind a semicolon.
    func opensClause(_ draft: Draft) -> Bool { draft.words.first.map(isBehindSemicolon) ?? false }

    /// 禽蛋产量 behind 猪牛羊肉产量…，其中猪肉产量…；: the parts are called as the whole is, and it is not.
    private func isAnotherKind(_ draft: Draft, _ part: Draft, _ whole: Draft) -> Bool {
        func stem(_ draft: Draft) -> UInt32? {
            characters(draft.words).dropLast(ending(draft.words).reduce(0) { $0 + $1.end - $1.start }).last
        }
        guard endsInAmount(draft.words), endsInAmount(part.words), characters(ending(draft.words)) == characters(ending(whole.words)),
            let kind = stem(whole), let own = stem(draft)
        else { return false }
        return stem(part) == kind && own != kind
    }

    /// 产业园2个 behind 农产品认证9个，其中绿色农产品5个；: an institution is no part of what are none.
    private func isAnotherInstitution(_ draft: Draft, _ part: Draft, _ whole: Draft) -> Bool {
        func isInstitution(_ draft: Draft) -> Bool {
            draft.words.lastOutsideBrackets().map { lexicon.isWhole($0) } ?? false
        }
        return isInstitution(draft) && !isInstitution(part) && !isInstitution(whole)
    }

    /// 汽车类增长3%，其中新能源汽车增长9%；石油类下降2%: behind a semicolon the same kind as the whole's is its sibling.
    private func tellSibling(_ draft: Draft, _ part: Draft) {
        guard parts.isBehindSemicolon, draft.statistic == .change, let before = beforeParts.draft?.words, let last = draft.words.last,
            opensClause(draft), before.contains(where: { text[$0.end - 1] == text[last.end - 1] })
        else { return }
        let (named, other, own) = (characters(before), characters(part.words), characters(draft.words))
        guard
            !part.words.contains(where: { text[$0.end - 1] == text[last.end - 1] })
                // 工业投资…，其中工业技改投资…；高技术产业投资…: the part starts as the whole does.
                || other.sharedStart(named) > 1 && own.sharedStart(named) == 0 && own.sharedEnd(named) > 1
                // 第二产业投资…，其中工业投资…；第三产业投资…
                || own.count == named.count && own.count > 4 && own.sharedStart(named) + own.sharedEnd(named) == own.count - 1
        else { return }
        leaveParts()
        frame = beforeParts.frame
    }

    func leaveParts() {
        (owner, ownerIsAll) = (parts.owner, parts.ownerIsAll)
        if isBreakdown { institution = beforeParts.institution }
        (isBreakdown, whole, breakdown, frame, parts) = (false, nil, nil, nil, Parts())
        if scope.endsWithParts { scope = Scope() }
    }
}
