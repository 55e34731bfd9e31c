// What a list of parts leaves out: 零售额中，饮料类增长5%; 工业增加值增长7%。分行业看，制造业增长8%.
import Numerals

/// What was measured before its parts are gone through.
struct Frame {
    var words: Words
    /// The unit it was measured in, nil where none was said.
    var unit: String?
}

extension SentenceReader {
    /// A clause without a number of its own that says of what the following are parts, or by what something is divided.
    func readFrame(_ clause: Words) {
        if clause.first.map({ lexicon.isBreakdown($0) }) ?? false {
            beforeParts.frame = frame
            guard let last = drafts.last else {
                frame = discourse.frame
                return
            }
            // 进出口100亿元，增长5%，其中民营企业增长8%
            frame = endsInAmount(last.words) ? Frame(words: last.words, unit: numerals[last.numeral].unit) : nil
            return
        }
        if let words = wordsAmong(clause) {
            let isAmount = endsInAmount(words)
            let isThing = words.last.map { lexicon.noun($0) != nil } ?? false
            // 排名前列的行业中，有9个行业实现增长
            if isThing, !isAmount, let mark = clause.last, mark.kind == .locative {
                (among, amongCount) = (words + list(mark), drafts.count)
            }
            if let before = discourse.broadFrame ?? discourse.frame, dividesFurther(words, before) {
                frame = before
            } else if isAmount || isThing {
                if isAmount { frame = Frame(words: words, unit: nil) }
                // 河段长度中，水质断面比例为9%
                group = words.lastIndex { $0.kind == .particle }.map { words[($0 + 1)...] } ?? words
            }
        } else if namesDivision(clause) {
            frame = discourse.broadFrame ?? discourse.frame
        }
    }

    /// 重点行业中, 八大类消费中: by what the measure before is divided, and not what is measured of the parts.
    private func dividesFurther(_ words: Words, _ before: Frame) -> Bool {
        guard let first = words.first, let last = words.last else { return false }
        if text[last.end - 1] == 0x4E1A { return namedScope(before.words).map { !$0.isPerHead } ?? false }  // 业
        return isNumbered(first) && characters(before.words).firstIndex(of: characters(last)) != nil
    }

    /// 八大类: starts with a number that is part of a word.
    private func isNumbered(_ token: Token) -> Bool {
        guard token.kind == .text, let numeral = numerals.first(where: { $0.end > token.start }) else { return false }
        return numeral.start == token.start
    }

    /// Gives a part what is measured of it, where its own words say only of what part: by the figure before (采矿业利润2亿元，制造业5亿元)
    /// or by the frame.
    /// - Parameter index: the draft's among the sentence's; nil for one that is to come after them.
    func takeFrame(_ draft: Draft, _ numeral: Numeral, at index: Int? = nil) {
        let index = index ?? drafts.count
        if draft.isInherited, index > 0, case let previous = drafts[index - 1], previous.words.isSame(as: draft.words) {
            draft.whole = previous.whole
            draft.countedCategory = draft.countedCategory ?? previous.countedCategory
            return
        }
        // 劣Ⅴ类的比例为0
        if !group.isEmpty, numeral.unitKind == .percent || numeral.unitKind == .none && isShareOfGroup(draft),
            draft.statistic == .rate ? draft.suffix.first == 0x5360 || isShareOfGroup(draft) : isShareOfGroup(draft)
        {
            if draft.whole.isEmpty { draft.whole = group }
            draft.countedCategory = group.last.flatMap(lexicon.noun)?.category
            return
        }
        takeKind(draft)
        if endsInAmount(draft.words) || takeTail(draft, numeral, drafts[..<index]) { return }
        guard !draft.words.isEmpty, let frame, endsInAmount(frame.words),
            draft.statistic == .change && numeral.unitKind.isOfChange || frame.unit.map({ $0.isSame(as: numeral.unit) }) ?? false,
            // 用电量…。其中，城乡居民9亿千瓦时
            numeral.unitKind == .energy || numeral.unitKind == .money || !(draft.head.lastOutsideBrackets().map(lexicon.isPerson) ?? false),
            draft.words.first?.start != frame.words.first?.start, !opensWithAmount(draft.words)
        else { return }
        if draft.whole.isEmpty { draft.whole = frame.words }
        guard numeral.unitKind == .count || !numeral.unitKind.isOfGoods else { return }
        draft.countedCategory = CategoryReader(lexicon: lexicon).category(
            head: frame.words, words: frame.words, unit: frame.unit ?? "", unitKind: .percent)
    }

    /// 监测断面中，水质达标比例为90%
    func isShareOfGroup(_ draft: Draft) -> Bool {
        guard draft.statistic != .change, !draft.isInherited, let last = draft.words.last else { return false }
        let ending = text[last.start..<last.end].suffix(2)
        return draft.words.count > 1 && (ending.elementsEqual([0x6BD4, 0x4F8B]) || ending.elementsEqual([0x5360, 0x6BD4]))  // 比例 占比
    }

    /// 出口|欧盟: says itself what is measured.
    private func opensWithAmount(_ words: Words) -> Bool {
        guard words.count > 1, let first = words.first, first.kind == .noun else { return false }
        return lexicon.endsInAmount(text, first)
    }

    /// Leaves for the next sentence what this one measured first.
    func leaveFrame() {
        if let sharedFrame {
            discourse.frame = Frame(words: sharedFrame, unit: nil)
            return
        }
        guard let first = drafts.first(where: { !$0.isAttributive && endsInAmount($0.words) }), leavesFrame(first),
            first.denominator == nil, first.words.first.map({ text[$0.start] != 0x6BCF }) ?? true  // 每
        else {
            // 牲畜存栏头数9万头。牲畜出栏8万头。其中: of what was counted last.
            if let first = drafts.first, first.statistic == .value, !opening.namesParts,
                discourse.frame?.unit == numerals[first.numeral].unit
            {
                discourse.frame = nil
            }
            return
        }
        let frame = Frame(words: first.words, unit: numerals[first.numeral].unit)
        if !isOfPart(frame) {
            discourse.broadFrame = Frame(words: withoutKind(frame.words), unit: frame.unit)
            leaveDivided(frame.words)
        }
        discourse.frame = frame
        if discourse.measured == nil, first.statistic == .change { discourse.measured = Array(characters(frame.words.withoutBrackets)) }
    }

    /// 规模工业|增加值 of 规模工业|民营企业|增加值: what is divided where only a part of it has been told of.
    private func withoutKind(_ words: Words) -> Words {
        guard let last = words.last, words.count > 3, lexicon.endsInAmount(text, last), holdsScope(words),
            let whole = words.firstIndex(where: { text[$0.end - 1] == 0x4E1A }), whole + 2 < words.endIndex,  // 业
            case let kind = words[words.endIndex - 2], kind.end - kind.start > 2, lexicon.noun(kind)?.category == "enterprise"
        else { return words }
        return words[...whole] + list(last)
    }

    /// A sentence that goes on with parts leaves nothing, unless it names a scope of its own: 其中，规模以上工业增加值增长6%。分行业看….
    private func leavesFrame(_ first: Draft) -> Bool {
        guard opening.namesParts else { return true }
        // 零售总额…。其中，限额以上零售额…。分城乡看: it is all of the trade that is divided.
        return tokens.first.map { lexicon.isBreakdown($0) } ?? false && first.scope.words.isEmpty && holdsScope(first.words)
            && first.words.first.map { text[$0.start] != 0x9650 } ?? true  // 限
    }

    /// 高技术制造业增加值, after 工业增加值: the same of only a part, and what divides the whole still does.
    private func isOfPart(_ frame: Frame) -> Bool {
        guard let broad = discourse.broadFrame, characters(ending(frame.words)) == characters(ending(broad.words)) else { return false }
        return holdsScope(broad.words) || !holdsScope(frame.words)
    }

    /// 增加值 of 工业增加值.
    func ending(_ words: Words) -> Words {
        guard var last = words.lastOutsideBrackets(where: { $0.kind != .verb && $0.kind != .copula && $0.kind != .adverb }) else {
            return []
        }
        last.start = lexicon.amountStart(in: text, last, after: last.start) ?? last.start
        return list(last)
    }

    /// 工业生产者出厂价格, for 生活资料价格 behind 从用途看: of prices it has to be said which.
    private func takeKind(_ draft: Draft) {
        guard let frame, draft.whole.isEmpty, !draft.isAttributive, let kind = frame.words.lastOutsideBrackets(),
            let last = draft.words.last, lexicon.endsInAmount(text, last), kind.start != last.start
        else { return }
        if opening.namesParts || isBreakdown && draft.statistic == .change, leavesOutWhole(draft, frame.words) {
            // 地方零售总额9亿元。按区域分，甲县零售总额5亿元: the same, called by less.
            if characters(frame.words).ends(with: characters(draft.words)) {
                draft.words = frame.words
            } else {
                draft.whole = frame.words.withoutLeadingVerbs + breakdownWords
            }
            return
        }
        guard draft.words.count > 1 else { return }
        if lexicon.isOfKind(text, kind), !lexicon.isOfKind(text, last), text[last.end - 1] == text[kind.end - 1] {
            draft.whole = frame.words
        } else if isBreakdown, last.end - last.start < kind.end - kind.start, characters(kind).ends(with: characters(last)),
            text[draft.words[draft.words.endIndex - 2].end - 1] == 0x4E1A, holdsScope(frame.words), limit(in: kind) == nil  // 业
        {
            // 综合能源消费量 for 制造业消费量
            draft.words = draft.words.dropLast() + list(kind)
        }
    }

    /// 消费价格上涨2%。分类别看，食品价格下降1%; 贷款余额9亿元。从分类看，住户贷款5亿元: the same is measured of the parts that the sentence opens with.
    private func leavesOutWhole(_ draft: Draft, _ whole: Words) -> Bool {
        guard draft.scope.words.isEmpty, !draft.isInherited, namedScope(whole) == nil, !holdsScope(draft.words),
            let amount = ending(whole).first, let own = ending(draft.words).first
        else { return false }
        let (named, said) = (characters(amount), characters(own))
        let front = characters(whole).dropLast(named.count)
        // 第三产业投资, for 工业投资: a branch beside it.
        if opening.isDivision, front.last == 0x4E1A, front.first == 0x7B2C { return false }  // 业 第
        // 零售额 of 零售总额
        let isShort = said.count > 2 && named.last == said.last && characters(whole).firstIndex(of: said.prefix(2)) != nil
        return said.count > 1 && (named.starts(with: said) || isShort) && !characters(draft.words).starts(with: front)
            && (front.count > 2 || !lexicon.saysNothing(front))
    }

    /// What points are of, where the words of the figure before are taken over: 占比 in 占比18%，下降2个百分点, 增速 in 增长13%，高于全国6个百分点.
    func pointsBase(_ draft: Draft, _ numeral: Numeral) -> ArraySlice<UInt32> {
        guard numeral.unitKind == .points, draft.isInherited,
            let base = drafts.last(where: { !$0.isBracketed && numerals[$0.numeral].unitKind == .percent }),
            base.words.isSame(as: draft.words)
        else { return [] }
        guard base.statistic == .change else { return base.suffix }
        let isRate = base.words.last.map { lexicon.endsLikeRate($0) || lexicon.namesRate(Array(characters($0))) } ?? false
        return isRate ? [] : [0x589E, 0x901F]  // 增速
    }

    /// 利润 of 采矿业利润, for 制造业: what stands behind a noun of the same kind in a figure before; there can be parts of that in between
    /// (电器类零售额增长4%，其中手机增长9%；日用品类增长2%).
    private func takeTail(_ draft: Draft, _ numeral: Numeral, _ earlier: ArraySlice<Draft>) -> Bool {
        guard !draft.isAttributive, let last = draft.head.lastOutsideBrackets() else { return false }
        // 参加职工保险人数9万人，其中参保职工5万人
        if numeral.unitKind == .persons, isBreakdown, lexicon.isPerson(last) { return false }
        for previous in earlier.suffix(SentenceReader.reach).reversed() where !previous.isInherited {
            guard draft.statistic == .change && numeral.unitKind.isOfChange || numerals[previous.numeral].unit.isSame(as: numeral.unit),
                let tail = tail(of: previous.head, behind: last, isChange: draft.statistic == .change), tail.count <= 3, endsInAmount(tail),
                !tail.contains(where: { $0.isSeparator })
            else { continue }
            draft.words += tail
            draft.head += tail
            if !isBreakdown || draft.whole.isEmpty { draft.whole = previous.whole }
            draft.countedCategory = previous.countedCategory
            return true
        }
        return false
    }

    /// What stands in the words behind one that is of the same kind as `last`, or in their last word: 增加值 of 制造业增加值.
    private func tail(of words: Words, behind last: Token, isChange: Bool) -> Words? {
        if let twin = words.lastIndex(where: { isSameKind($0, last) }) {
            // 行业|增加值|保持增长
            return words[(twin + 1)...].droppingTrailing {
                $0.kind == .change || $0.kind == .verb || text[$0.start] == 0x4FDD && text[$0.end - 1] == 0x6301  // 保持
            }
        }
        guard isChange, var end = words.last, end.end - end.start > 4, last.isNominal,
            let start = (end.start + 2..<end.end - 1).last(where: { text[$0 - 1] == text[last.end - 1] })
        else { return nil }
        end.start = start
        return list(end)
    }

    /// How many figures before are looked at.
    private static let reach = 8

    /// 采矿业 and 制造业, 国有企业 and 私人企业.
    private func isSameKind(_ a: Token, _ b: Token) -> Bool {
        guard a.isNominal, b.isNominal else { return false }
        return a.term >= 0 && a.term == b.term || text[a.end - 1] == text[b.end - 1] || isBranch(a) && isBranch(b)
    }

    /// 制造业, 专业及辅助性活动: a branch of the economy.
    private func isBranch(_ token: Token) -> Bool {
        text[token.end - 1] == 0x4E1A || text[token.end - 1] == 0x52A8 && text.at(token.end - 3) == 0x6027  // 业 性…动
    }

    /// The words end in what is measured in amounts: 增加值, 零售额, 销售面积.
    func endsInAmount(_ words: Words) -> Bool {
        guard let last = words.lastOutsideBrackets(where: { $0.kind != .verb && $0.kind != .copula && $0.kind != .adverb }) else {
            return false
        }
        return lexicon.endsInAmount(text, last)
    }
}

extension UnitKind {
    /// A change in such a unit is of anything.
    fileprivate var isOfChange: Bool { self == .percent || self == .points }
}
