// Whose an attribute is that a sentence names without its owner: 粮食种植面积5万亩，产量3万吨; 高中40所，招生2万人; 第二产业增加值…，对增长的贡献率….
import Numerals

extension SentenceReader {
    /// Puts before an attribute that stands alone the owner that the sentence named, and remembers the owner that the words name.
    func takeOwner(_ draft: Draft, _ numeral: Numeral) {
        guard !draft.isInherited, !draft.words.isEmpty else { return }
        if isAttributeAlone(draft.words) {
            // 规模以上企业营业收入5亿元。利润总额2亿元
            if owner.isEmpty, drafts.isEmpty, numeral.unitKind == .money || isEnterprises(discourse.owner), !opening.namesParts {
                owner = discourse.owner
            }
            if owner.isEmpty, numeral.unitKind == .persons { takeInstitution(draft) }
            // 投资9亿元的项目
            guard draft.whole.isEmpty, !owner.isEmpty, text.at(max(numeral.end, numeral.outerEnd)) != 0x7684 else { return }  // 的
            // 教师46人，在校生800人: people have no people; 专业9个，在校生800人: the students are the school's.
            if numeral.unitKind == .persons, ownerIsAll,
                owner.last.map({
                    lexicon.isPerson($0) || draft.subject?.kind == "school" && lexicon.noun($0)?.category == "programme"
                }) ?? false
            {
                return takeInstitution(draft)
            }
            // 在校生5000人，占地300亩; 医生90人，床位200张: nor have they land or beds.
            if numeral.unitKind == .area || numeral.unitKind == .count, owner.last.map(lexicon.isPerson) ?? false,
                numeral.unitKind == .area || draft.words.last.flatMap(lexicon.noun)?.category == "facility"
            {
                return
            }
            // 项目完成投资占计划的9%，超时序进度9个百分点
            if numeral.unitKind == .points, let previous = drafts.last, previous.statistic == .rate,
                previous.words.first?.start == owner.first?.start
            {
                draft.words = previous.words + draft.words
                return
            }
            // 体育场地9个，人均体育场地面积3平方米
            if draft.words.count > 1, characters(draft.words).firstIndex(of: characters(owner)) != nil { return }
            // 发放贷款3笔，发放金额2万元
            let isSaid = draft.words.count > 1 && draft.words.first.map { $0.term >= 0 && $0.term == owner.first?.term } ?? false
            // 参加保险9万人，征缴基金8万元: the fund takes part in nothing.
            let actsItself = draft.words.first?.kind == .verb && owner.first?.kind == .verb
            let isNamedAlone = owner.element(owner.startIndex + 1).map { $0.isNominal && !$0.isVerb } ?? false
            draft.words = (actsItself && isNamedAlone ? owner.dropFirst() : owner) + (isSaid ? draft.words.dropFirst() : draft.words)
            draft.head = draft.words
            return
        }
        if numeral.unitKind == .percent || numeral.unitKind == .points, leavesOutTopic(draft.words), let previous = drafts.last,
            !previous.isAttributive, !previous.words.isEmpty
        {
            // 第二产业增加值5亿元，对经济增长的贡献率为20%; 企业对能力的满意度为98%，对态度的满意度为99%: of the same the topic alone.
            let isSame = previous.words.last.map { $0.term >= 0 && $0.term == draft.words.last?.term } ?? false
            let opener = isSame ? previous.words.firstIndex { lexicon.opensPredicate(text, $0) } : nil
            draft.words = previous.words[..<(opener ?? previous.words.endIndex)] + draft.words
            draft.whole = previous.whole
            return
        }
        // 建筑业企业9家；完成建筑业总产值8亿元
        if let first = draft.words.first, first.kind == .verb, lexicon.saysNothing(characters(list(first))), endsInAmount(draft.words),
            owner.last.flatMap(lexicon.noun)?.category == "enterprise", draft.whole.isEmpty, !draft.isAttributive,
            // 增加值: of the branch, and not of the firms counted.
            characters(ending(draft.words)).first != 0x589E,
            !draft.words.contains(where: { lexicon.noun($0)?.category == "enterprise" })
        {
            draft.words = owner + draft.words
            return
        }
        // 每百元营业收入中的成本: whose that is has been said before.
        if let first = draft.words.first, text[first.start] == 0x6BCF {  // 每
            if owner.isEmpty, drafts.isEmpty { owner = discourse.owner }
            let isPrice = draft.words.last.map { text[$0.end - 1] == 0x4EF7 } ?? false && !owner.isEmpty  // 价
            if isEnterprises(owner) || isPrice { draft.words = owner + draft.words }
            return
        }
        let next = named(by: draft, numeral)
        // 企业9家，投资者和雇工人数80人，注册资本7亿元: people of theirs own nothing.
        if numeral.unitKind == .persons, next.last.map({ lexicon.noun($0)?.isPerson ?? true }) ?? false,
            owner.last.flatMap(lexicon.noun)?.category == "enterprise"
        {
            return
        }
        // 养老机构9个，其中公办3个，床位900张
        if !draft.whole.isEmpty, isBreakdown, !draft.words.contains(where: { lexicon.noun($0) != nil }) { return }
        // 研究生教育招生9人，在学研究生20人，毕业生8人
        if numeral.unitKind == .persons, !owner.isEmpty, next.last?.end == draft.words.last?.end, next.last.map(lexicon.isPerson) ?? false,
            owner.last.map({ text[$0.end - 1] == 0x80B2 && text.at($0.end - 2) == 0x6559 }) ?? false  // 教育
        {
            return
        }
        owner = next
        ownerIsAll = next.last?.end == draft.words.last?.end
    }

    /// 学校2所，教师46人，招生300人: the school does what nobody else is told to do.
    private func takeInstitution(_ draft: Draft) {
        guard !institution.isEmpty, draft.whole.isEmpty, draft.words.allSatisfy({ $0.isVerb }) else { return }
        draft.words = institution + draft.words
    }

    /// Leaves for the next sentence whose money was told of: 规模以上企业营业收入5亿元。利润总额2亿元
    func leaveOwner() {
        if opening.namesParts { return }
        // 销售福利彩票9亿元。募集公益金2亿元
        let isOfMoney = drafts.last { $0.statistic != .change }.map {
            numerals[$0.numeral].unitKind == .money && (endsInAmount($0.words) || $0.words.count == 1)
        }
        discourse.owner = isOfMoney ?? false || isEnterprises(owner) ? owner : []
    }

    /// 规模以上工业企业, and not one firm or kind of firm.
    private func isEnterprises(_ words: Words) -> Bool {
        words.last.flatMap(lexicon.noun)?.category == "enterprise" && holdsScope(words)
    }

    /// 水泥5万吨 in a list that 主要产品产量中 or 主要产品产量有升有降。其中 heads: what is measured of each of them.
    func takeAttribute(_ draft: Draft, _ numeral: Numeral) {
        guard let frame, frame.unit == nil, let attribute = frame.words.last, lexicon.isAttribute(text, attribute), !draft.isInherited,
            !draft.isAttributive, draft.words.hasNominal, !endsInAmount(draft.words),
            numeral.unitKind.isOfGoods || draft.statistic == .change
        else { return }
        draft.words = draft.words.droppingTrailing { $0.kind == .verb } + list(attribute)
    }

    /// 产量 for 禽蛋4万吨 behind 羊肉产量1万吨.
    func takeOutputBefore(_ draft: Draft, _ numeral: Numeral) {
        // 港口货物吞吐量9万吨，集装箱8万标准箱
        if numeral.unit.isSame(as: "标箱"), draft.statistic == .value, !draft.isAttributive, !endsInAmount(draft.words),
            let previous = drafts.last(where: { $0.statistic == .value && !$0.isBracketed }), endsInAmount(previous.words)
        {
            draft.words += ending(previous.words)
            return
        }
        guard numeral.unitKind == .mass, draft.statistic == .value, draft.namesItself, draft.suffix.isEmpty,
            draft.words.allSatisfy({ $0.isNominal && !$0.isVerb }), let own = draft.words.last, !lexicon.isPlainWord(own),
            !endsInAmount(draft.words), let previous = drafts.last(where: { $0.statistic == .value && !$0.isBracketed }),
            numerals[previous.numeral].unit.isSame(as: numeral.unit), let last = previous.words.last, lexicon.isOutput(text, last)
        else { return }
        draft.words += ending(previous.words)
    }

    /// 住宅销售 and 养殖产量 as parts of 商品房销售面积 and 水产品产量: what is measured is said in full only of the whole.
    func takeRest(_ draft: Draft, _ numeral: Numeral) {
        guard isBreakdown, draft.words.count == 2, draft.statistic == .value, draft.namesItself,
            let last = draft.words.last, last.isVerb || draft.words.first?.isVerb ?? false,
            let frame, var attribute = frame.words.last, attribute.start != last.start,
            frame.unit.map({ $0.isSame(as: numeral.unit) }) ?? false
        else { return }
        var rest = frame.words.dropLast()
        if let start = lexicon.attributeStart(in: text, attribute) {
            // 水产品 of 水产品产量
            var front = attribute
            front.end = start
            attribute.start = start
            rest += list(front)
        }
        if last.isVerb, last.end - last.start < attribute.end - attribute.start, characters(attribute).starts(with: characters(last)) {
            draft.words = draft.words.dropLast() + list(attribute)
        } else if !rest.isEmpty, let first = draft.words.first, first.isVerb, !lexicon.endsInAmount(text, first),
            characters(attribute) == characters(last)
        {
            draft.words = rest + draft.words
        }
    }

    /// 产量, 发放资金: nothing but attributes and verbs.
    func isAttributeAlone(_ words: Words) -> Bool {
        let words = words.withoutBrackets
        guard words.count <= 4, let first = words.first, let last = words.last else { return false }
        // 期末|用工|人数
        if words.count > 1, lexicon.isAttribute(text, from: first.start, to: last.end) { return true }
        guard words.count < 4, lexicon.isAttribute(text, last) else { return false }
        // 报告死亡人数
        return words.dropLast().allSatisfy {
            lexicon.isAttribute(text, $0) || $0.kind == .verb || $0.kind == .adverb
                || text[$0.start] == 0x62A5 && text[$0.end - 1] == 0x544A
        }
    }

    /// 对…的贡献率, 拉动…增长: of the topic before.
    private func leavesOutTopic(_ words: Words) -> Bool {
        guard let first = words.first, let last = words.last, words.count > 1 else { return false }
        // 与生产总值之比
        if says(first, 0x4E0E), text[last.end - 1] == 0x6BD4, text.at(last.end - 2) == 0x4E4B { return true }
        return lexicon.opensPredicate(text, first)
    }

    /// 粮食 of 粮食种植面积, 中等职业教育 of 中等职业教育招生; all of what is counted itself: 高中.
    private func named(by draft: Draft, _ numeral: Numeral) -> Words {
        var words = draft.words
        let isAmount = endsInAmount(words)
        if isAmount, let scope = namedScope(words), !scope.isPerHead { return scope.words }
        let end = withoutAttributes(words, isAmount: isAmount, numeral)
        if end.last?.end != words.last?.end {
            words = end.trimmingEnds()
            // 项目 of 项目完成投资
            words = words.droppingTrailing { $0.kind == .verb && lexicon.saysNothing(characters($0)) }
            // 建筑业企业 of 建筑业企业完成建筑业总产值
            if isAmount, let verb = words.lastIndex(where: { $0.kind == .verb }), words[..<verb].hasNounProper,
                words[(verb + 1)...].hasNominal
            {
                words = words[..<verb].trimmingEnds()
            }
            // 具有资质的企业
            if let opener = end.first, opener.kind == .copula, text[opener.start] == 0x5177, words.contains(where: { $0.kind == .particle })
            {
                words = list(opener) + words
            }
            // 全日制 of 全日制在校生
            if numeral.unitKind == .persons, words.count == 1, words.allSatisfy({ $0.isVerb }) || lexicon.saysNothing(characters(words)) {
                return []
            }
        } else if numeral.unitKind.isRate || draft.statistic == .change {
            return owner
        }
        return words.count <= 16 && words.hasNominal ? words : []
    }

    /// 商品房 of 商品房销售面积, 生猪 of 生猪出栏, 助学贷款 of 助学贷款人数; all of 发放贷款 for 发放贷款9笔: what is counted is no attribute.
    private func withoutAttributes(_ words: Words, isAmount: Bool, _ numeral: Numeral) -> Words {
        var rest = words
        let isCounted = numeral.unitKind == .count || numeral.unitKind == .persons
        while let last = rest.last {
            if isCounted, rest.count < words.count ? lexicon.endsInAmount(text, last) : last.isVerbToo && numeral.unitKind == .count {
                break
            }
            if rest.count > 2, let before = rest.element(rest.endIndex - 2), before.end == last.start,
                lexicon.isAttribute(text, from: before.start, to: last.end)
            {
                // 收获|面积
                rest = rest.dropLast(2)
                continue
            }
            if lexicon.isAttribute(text, last) || last.kind == .open {
                rest = rest.dropLast()
            } else if isAmount || numeral.unitKind == .persons || text[last.end - 1] == 0x680F,
                let start = lexicon.attributeStart(in: text, last)
            {
                var cut = last
                cut.end = start
                return rest.dropLast() + list(cut)
            } else if isAmount, lexicon.endsInAmount(text, last) {
                rest = rest.dropLast()
            } else {
                break
            }
        }
        return rest
    }

    /// 在省级比赛中获得 for 银牌 in 在省级比赛中获得金牌3枚、银牌5枚: what is done with the first of a list is done with the next.
    func takeGovernor(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .value, draft.namesItself, let first = draft.words.first, let last = drafts.last,
            last.statistic == .value, !last.isAttributive, case let governor = governor(of: last),
            governor != nil || countTogether(last, numeral),
            case let mark = max(numerals[last.numeral].end, numerals[last.numeral].outerEnd),
            mark == first.start - 1 || governor != nil && onlySaysWhich(mark + 1, first.start),
            text.at(mark) == 0x3001 || text.at(mark) == 0x2C && (areAwards(last, draft) || governor != nil),  // 、 ,
            namesThing(draft.words.withoutBrackets), draft.words.hasNounProper,
            let verb = last.words.lastIndex(where: { $0.kind == .verb }) ?? governor,
            verb + 1 < last.words.endIndex, verb - last.words.startIndex < 10,
            last.words[(verb + 1)...].withoutBrackets.allSatisfy({ $0.isNominal || isMention($0) })
        else { return }
        // 获省级冠军9个、亚军8个
        let isShort = draft.words.count == 1 && areAwards(last, draft)
        draft.words = (isShort ? last.words.dropLast() : last.words[...verb]) + draft.words
    }

    /// 首批 between the places in 获评公园2个，首批绿地1个: one short word.
    private func onlySaysWhich(_ start: Int, _ end: Int) -> Bool {
        start > end - 4
            && tokens.contains {
                $0.start == start && $0.end == end && ($0.kind == .adverb || $0.kind == .text || $0.kind == .noun)
            }
    }

    /// 企业生产水泥9万吨，增长5%；饮料8万吨: what is made goes on behind a semicolon.
    func takeProducer(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind.isOfGoods, draft.statistic == .value, draft.namesItself, draft.whole.isEmpty, !endsInAmount(draft.words),
            draft.words.allSatisfy({ $0.isNominal && !$0.isVerb }), opensClause(draft),
            let previous = drafts.last(where: { $0.statistic == .value && !$0.isBracketed }),
            let verb = previous.words.lastIndex(where: { $0.end - $0.start == 2 && text[$0.start] == 0x751F && text[$0.end - 1] == 0x4EA7 }
            ),  // 生产
            verb + 1 < previous.words.endIndex, numerals[previous.numeral].unitKind.isOfGoods
        else { return }
        draft.words = previous.words[...verb] + draft.words
    }

    /// 创业指导工作室: verbs only within a name.
    private func namesThing(_ words: Words) -> Bool {
        words.indices.allSatisfy { i in
            words[i].isNominal && words[i].kind != .verb
                || i > words.startIndex && words[i - 1].end == words[i].start
                    && words.element(i + 1).map { $0.kind == .noun && $0.start == words[i].end } ?? false
        }
    }

    /// Where 出版 ends in 出版报纸9份，期刊8册: a verb that holds over commas.
    private func governor(of last: Draft) -> Int? {
        guard let first = last.words.first,
            let end = lexicon.sentence.governors.longestMatch(in: text, at: first.start, limit: text.count)?.end
        else { return nil }
        return last.words.prefix(2).firstIndex { $0.end == end }
    }

    /// The units are the same, or count institutions both: 4家、1个.
    private func countTogether(_ last: Draft, _ numeral: Numeral) -> Bool {
        let unit = numerals[last.numeral].unit
        return unit.isSame(as: numeral.unit) || lexicon.units[unit].countsWholes && lexicon.units[numeral.unit].countsWholes
    }
}

extension SentenceReader {
    /// 参加锦标赛获得 for 8枚银牌 in 参加锦标赛获得9枚金牌8枚银牌.
    func governingBefore(_ phrase: Words, _ numeral: Numeral) -> Words? {
        guard let last = drafts.last, last.isAttributive, last.predicate.isEmpty, let first = phrase.first else { return nil }
        // 新建8个服务站、2000个服务点
        if numeral.unitKind == .count, let head = last.head.first, text.at(numeral.outerStart - 1) == 0x3001,
            countTogether(last, numeral),  // 、
            case let verbs = last.words.prefix(while: { $0.start < head.start }), verbs.count == 1, verbs.allSatisfy({ $0.isVerb })
        {
            return verbs
        }
        guard lexicon.noun(first)?.category == "award", numerals[last.numeral].unit.isSame(as: numeral.unit),
            let award = last.words.lastIndex(where: { lexicon.noun($0)?.category == "award" }), award > last.words.startIndex,
            last.words[award - 1].isVerb
        else { return nil }
        return last.words[..<award]
    }

    /// 授权企业 for 13类 in 授权企业10家13类产品: what two numbers that touch are said of.
    func takeTouching(_ draft: Draft, _ numeral: Numeral) {
        guard let last = drafts.last, draft.isAttributive, draft.whole.isEmpty, last.whole.isEmpty, numeral.unitKind == .count,
            numerals[last.numeral].unitKind == .count
        else { return }
        // 小区15个、42栋楼
        if !last.isAttributive, draft.head.count == 1, draft.head.allSatisfy({ $0.end - $0.start == 1 && !lexicon.isDivision(text, $0) }),
            draft.words.count == 1,
            text.at(numeral.outerStart - 1) == 0x3001, last.words.count < 10  // 、
        {
            draft.whole = last.words
            return
        }
        // 9条河流18个断面: sections of the rivers; 9个省18个园区: of no province.
        if last.isAttributive {
            guard let end = last.head.last,
                end.end == numeral.outerStart || end.end == numeral.outerStart - 1 && text[end.end] == 0x7684,  // 的
                last.predicate.isEmpty,
                last.words.count <= 4,
                last.head.allSatisfy({ $0.isNominal && $0.kind != .verb }), draft.words.first.map({ $0.start >= numeral.end }) ?? false,
                !lexicon.isPerson(end), !lexicon.isDivision(text, end)
            else { return }
            // 来自全市40所院校的90个项目
            draft.whole = end.end == numeral.outerStart ? last.words : last.head
            return
        }
        guard numerals[last.numeral].outerEnd == numeral.outerStart, let first = draft.words.first, first.start >= numeral.end,
            last.words.count < 6, last.words.last.flatMap(lexicon.noun) != nil
        else { return }
        draft.whole = last.words
    }

    /// 金牌9枚，银牌8枚
    private func areAwards(_ a: Draft, _ b: Draft) -> Bool {
        [a, b].allSatisfy { $0.words.last.flatMap(lexicon.noun)?.category == "award" }
    }
}

extension UnitKind {
    /// Goods are measured in it.
    var isOfGoods: Bool {
        switch self {
        case .count, .mass, .volume, .energy, .area, .length: true
        default: false
        }
    }
}
