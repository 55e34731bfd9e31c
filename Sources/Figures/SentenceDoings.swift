// Who does what a figure counts: institutions just counted, funds, events, the set of which so many do something.
import Numerals

extension SentenceReader {
    /// 图书馆9个，全年接待读者3万人次; 剧团1个，演出300场: what such institutions do, each for itself, is theirs.
    func takeActor(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .value, draft.namesItself, let last = drafts.last,
            draft.subject?.isRegion ?? true, draft.words.count <= 5, draft.whole.isEmpty, !lexicon.units[numeral.unit].countsWholes,
            let first = draft.words.first, let end = draft.words.last?.end, lexicon.isActOfInstitutions(text, first.start, end)
        else { return }
        switch numeral.unitKind {
        case .count, .personTimes, .persons: break
        case .money where draft.words.last.map { lexicon.isAttribute(text, $0) } ?? false: break
        default: return
        }
        let isTheirs =
            !institution.isEmpty
            && (last.head.first?.start == institution.first?.start || last.words.first?.start == institution.first?.start)
        // 福利院床位9张，收养8人
        let isOwners = owner.last.map { lexicon.isWhole($0) } ?? false
        guard isTheirs || isOwners else { return }
        draft.words = (isTheirs ? institution : owner) + draft.words
    }

    /// 国控断面 of 国控断面8个，水质优良比例87%: what a property is a rate of.
    func takeMeasured(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent, draft.statistic == .rate, draft.namesItself, draft.whole.isEmpty,
            draft.suffix.isEmpty, draft.words.count <= 3, let last = draft.words.last, lexicon.endsRate(text, last),
            draft.words.contains(where: { lexicon.isProperty(text, $0) }), let first = draft.words.first,
            lexicon.isProperty(text, first) || text[first.start] == 0x4F18, let previous = drafts.last, !previous.isBracketed,
            previous.statistic == .value, numerals[previous.numeral].unitKind == .count, let head = previous.head.last,
            previous.words.count <= 5, previous.words.hasNounProper, characters(draft.words).firstIndex(of: characters(head)) == nil
        else { return }
        draft.words = previous.words + draft.words
    }

    /// 扣除沙尘影响后，PM2.5浓度为41微克: without what the clause before takes out of it.
    func takeDeduction(_ draft: Draft) {
        guard draft.statistic != .change, draft.namesItself, draft.prefix.isEmpty, let first = previousClause.first,
            first.end - first.start < 4, lexicon.isDeduction(text, first.start), !previousClause.contains(where: { $0.isFigure }),
            let end = previousClause.last?.end, let own = draft.words.first, own.start > end,
            drafts.last.map({ numerals[$0.numeral].end < first.start }) ?? true
        else { return }
        draft.prefix = characters(previousClause)
    }

    /// 空气质量 for 优良率 behind 空气质量综合指数; 某湖 for 水质优良比例 behind 某湖水质达标: of what the property was told before.
    func takeProperty(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent, draft.statistic == .rate, draft.namesItself, draft.whole.isEmpty,
            case let own = draft.words.withoutBrackets, own.count <= 5, let first = own.first
        else { return }
        if own.count == 1 {
            guard text[first.start] == 0x4F18, lexicon.endsRate(text, first), let previous = drafts.last,  // 优
                let property = previous.words.firstIndex(where: { lexicon.isProperty(text, $0) && $0.start != first.start })
            else { return }
            draft.words = previous.words[...property] + draft.words
        } else if lexicon.isProperty(text, first), !previousClause.contains(where: { $0.isFigure }),
            let end = previousClause.last?.end, end < first.start,
            let same = previousClause.firstIndex(where: { lexicon.isProperty(text, $0) })
        {
            let front = trimmedLeft(previousClause[..<same])
            if front.count <= 3, front.allSatisfy({ $0.isNominal && !isMention($0) }), front.hasNounProper {
                draft.words = front + draft.words
            }
        }
    }

    /// 国家助学金 for 资助学生 in 发放国家助学金9亿元，资助学生8万人: what was told of before does it.
    func takeEffect(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .value || draft.isAttributive && numeral.unitKind == .percent, !draft.isInherited, draft.whole.isEmpty,
            let first = draft.words.first, first.isVerb, draft.words.count < 5, let previous = drafts.last(where: { !$0.isBracketed }),
            previous.statistic == .value
        else { return }
        // 文化活动9场，服务8万人次: a verb alone.
        let isAlone = draft.words.count == 1 && numeral.unitKind == .personTimes && !draft.isAttributive
        guard isAlone || lexicon.sentence.effects.isTerm(text, first) else { return }
        // 金额
        let actor = (previous.whole + previous.head.withoutLeadingVerbs).droppingTrailing {
            text[$0.start] == 0x91D1 && text[$0.end - 1] == 0x989D
        }
        guard actor.count <= 8, actor.hasNounProper, characters(actor).count > 1 else { return }
        draft.words = actor + draft.words
    }

    /// 科技计划项目 of 实施科技计划项目9项，投入资金2亿元: the money is theirs.
    func takeProjects(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .money, draft.statistic == .value, draft.namesItself, draft.whole.isEmpty, draft.words.count < 9,
            let first = draft.words.first, lexicon.sentence.fundings.longestMatch(in: text, at: first.start, limit: first.end) != nil
        else { return }
        // 保障房9套，总投资8万元，争取补助7万元
        if let whose = owner.first, whose.start != first.start, let previous = drafts.last, numerals[previous.numeral].unitKind == .money,
            previous.words.first?.start == whose.start
        {
            draft.words = owner + draft.words
            return
        }
        guard draft.words.count < 6,
            let projects = drafts.suffix(3).last(where: { $0.statistic == .value && numerals[$0.numeral].unitKind == .count })?.head,
            projects.last.flatMap(category) == "project", characters(projects).count > 2
        else { return }
        draft.words = projects + draft.words
    }

    /// 参加省运动会 for 获得9枚金牌 behind 参加省运动会运动员90人: where medals were won.
    func takeContest(_ draft: Draft) {
        guard !draft.isInherited, draft.words.count < 4, let first = draft.words.first, winsAward(draft.words.prefix(1), draft.words)
        else { return }
        // 运动员在省级比赛中，获得金牌9枚
        if let place = previousClause.last, place.kind == .locative, place.end < first.start,
            !previousClause.contains(where: { $0.isFigure }),
            previousClause.dropLast().last.map({ lexicon.isEvent($0) || endsLikeEvent($0) }) ?? false
        {
            draft.words = trimmedLeft(previousClause) + draft.words
            return
        }
        guard
            let opener = previousClause.firstIndex(where: { $0.kind == .verb && text[$0.start] == 0x53C2 }),  // 参
            let event = previousClause[opener...].firstIndex(where: { lexicon.isEvent($0) || endsLikeEvent($0) }),
            event < previousClause.endIndex, previousClause[event].end <= first.start
        else { return }
        draft.words = previousClause[opener...event] + draft.words
    }

    /// 获得 of 获得金牌
    func winsAward(_ governing: Words, _ phrase: Words) -> Bool {
        // 获 夺
        guard let verb = governing.first, verb.kind == .verb, text[verb.start] == 0x83B7 || text[verb.start] == 0x593A else { return false }
        return phrase.last.flatMap(lexicon.noun)?.category == "award"
    }

    func endsLikeEvent(_ token: Token) -> Bool {
        (2...3).contains { lexicon.isEventWord(String(scalars: characters(token).suffix($0))) }
    }

    /// 40种工业产品中 for 20种实现增长，增长面为50%.
    func takeAmong(_ draft: Draft, _ numeral: Numeral) {
        guard !among.isEmpty, draft.statistic != .change, draft.whole.isEmpty, let end = among.last?.end, end <= numeral.start,
            !text[end..<numeral.start].contains(0x3B)  // ；
        else { return }
        if draft.isAttributive {
            guard numeral.unitKind == .count || numeral.unitKind == .persons, draft.words.count < 8 else { return }
            // 断面中，优良比例为90%，2座水库水质达标: things that are none of those.
            let things = draft.head.filter {
                lexicon.noun($0) != nil && !lexicon.isPlainWord($0) && !$0.isVerbToo && !lexicon.isAttribute(text, $0)
            }
            let set = characters(among)
            let isOfSet = things.contains { thing in
                let name = characters(thing)
                return set.firstIndex(of: name.suffix(2)) != nil || set.firstIndex(of: name.prefix(2)) != nil
            }
            if !things.isEmpty, !isOfSet { return }
        } else {
            guard numeral.unitKind == .percent,
                draft.words.count < 4 || draft.words.count < 16 && (isShareOfGroup(draft) || draft.suffix.first == 0x5360)
                    || draft.words.count < 7 && saysExtent(draft),
                drafts.count - amongCount < 3, !endsInAmount(draft.words)
            else { return }
        }
        draft.whole = among
    }

    /// 规模以上工业增加值 of 分行业看，20个行业实现增长: what grows of those that are counted.
    func takeGrowing(_ draft: Draft, _ numeral: Numeral) {
        guard draft.isAttributive, numeral.unitKind == .count, draft.statistic == .value, opening.isDivision,
            draft.words.last.map({ $0.kind == .change || text.at($0.end - 2) == 0x589E && text[$0.end - 1] == 0x957F }) ?? false,
            !draft.words.prefix(while: { !$0.isVerb }).contains(where: { lexicon.endsInAmount(text, $0) }),
            let frame, frame.unit != numeral.unit, endsInAmount(frame.words)
        else { return }
        draft.whole = frame.words + draft.whole
    }

    /// 增长面: of so many of those, how many grew.
    private func saysExtent(_ draft: Draft) -> Bool {
        guard let last = draft.words.last, text[last.end - 1] == 0x9762 else { return false }  // 面
        return characters(draft.words).firstIndex(of: characters(among.dropLast())) == nil
    }

    /// 举办第三届创业大赛，累计签约项目22个: what came of an event that the clause before tells of.
    func takeEvent(_ draft: Draft, _ numeral: Numeral) {
        guard drafts.isEmpty, !draft.isInherited, draft.subject?.kind != "event", draft.statistic == .value, draft.whole.isEmpty,
            let opener = previousClause.first, opener.isVerb, lexicon.saysHosting(opener, in: text),
            !previousClause.contains(where: { $0.isFigure }), let event = previousClause.last, event.end - 1 > opener.end,
            endsLikeEvent(event),
            let first = draft.words.first, first.start > event.end, !draft.isAttributive
        else { return }
        let name = previousClause.dropFirst().drop { $0.kind == .particle || $0.kind == .time }
        guard name.count <= 12, name.hasNominal else { return }
        draft.words = name + draft.words
    }
}
