// Whose the figures of a clause are: the region or organisation it opens with, the one it points to, or what was told of before.
import Numerals

extension SentenceReader {
    func readSubject(_ clause: Words, isFirst: Bool) {
        guard let mention = initialMention(clause), let named = discourse.subject(of: clause[mention]) else {
            if let pointed = opensWithEvent(clause) {
                // 本次大赛, where no contest is known by name, goes on with what was told of.
                guard pointed.kind == "event" else { return }
                if isFirst, pointed != subject { periods.forget() }
                (subject, subjectDoubts) = (pointed, discourse.documentDoubts)
                return
            }
            // A sentence that opens with a noun of its own leaves what was only mentioned on the way; one that opens with a verb goes on with it.
            if !discourse.isParagraphTopic, let base = discourse.baseSubject {
                // 某县…。; 分类别看, or the same measured again, goes on with the county, and anything else with its city.
                if isFirst, discourse.isPart(subject), clause.contains(where: { $0.isNominal || $0.isVerb || $0.isFigure }) {
                    if goesOn(clause) { return }
                    discourse.leaveParagraphSubject()
                    (subject, subjectDoubts) = (base, discourse.baseDoubts)
                }
                let isPassing = base.isRegion && !(subject?.isRegion ?? false)
                // 实验室加快建设，中心挂牌成立，实施项目167项: of several that only do something none owns what is counted.
                // 某园区建成，新增企业60家, in a report on their region: one that only did something.
                let onlyActed = isPassing && drafts.count == countAtName && base.regionCode != nil && discourse.document.isAboutRegion
                if isFirst
                    ? opensWithNoun(clause) || isPassing : onlyActed || isPassing && (statesOnlyAnAct(clause) || opensWithNames(clause))
                {
                    subject = base
                    subjectDoubts = discourse.baseDoubts
                }
            }
            return
        }
        // 大赛由甲校承办，全国900所院校参加: where those come from who take part.
        if lexicon.isNation(named), subject?.kind == "event" { return }
        // 中部地区, in a report on a province: a part of it.
        if namesGroup(clause[mention]) { return }
        // 湖北日报讯: who reports is not who is reported on.
        if named.kind == "media", discourse.baseSubject?.kind != "media" { return }
        // 其中全国行指委委员1人: an organisation that some of the members counted belong to.
        if clause[mention].kind == .organisation, clause[..<mention].contains(where: { lexicon.isBreakdown($0) }), subject != nil { return }
        // 全国有高校3000所, in a text about one school.
        if lexicon.isNation(named), statesHolding(clause[(mention + 1)...]) {
            subject = named
            subjectDoubts = discourse.documentDoubts
            return
        }
        // 全国重点实验室, 河南省工程研究中心: in a text about one place what lies around it only says of what rank a thing is.
        if named.isRegion, let base = discourse.baseSubject,
            lexicon.isNation(named) && base.regionCode != nil || named.contains(base)
                || !base.isRegion && named.regionCode == base.regionCode && clause[mention].kind == .region
        {
            guard base.isRegion, measuresLarger(clause[(mention + 1)...]) else { return }
        }
        // 实验室启动运行，中心挂牌，实施项目48项: several that each only do something, in a text about their region.
        if !isFirst, drafts.isEmpty, discourse.baseSubject?.isRegion ?? false, !named.isRegion, let before = subject,
            !before.isRegion, before != named, !clause.contains(where: { $0.isFigure })
        {
            subject = discourse.baseSubject
            subjectDoubts = discourse.baseDoubts
            return
        }
        if isFirst, named != subject { periods.forget() }
        subject = named
        subjectDoubts = discourse.documentDoubts
        countAtName = drafts.count
        if isFirst, !discourse.isPassing(named) { discourse.setParagraphSubject(named) }
    }

    /// Several divisions, which say in a report on one of what is measured: 中部地区, 港澳台; so do other countries among its parts: 其中东盟伙伴计划2项.
    func namesGroup(_ token: Token) -> Bool {
        token.kind == .region && (lexicon.isGroup(token) || isBreakdown && lexicon.isForeign(token)) && discourse.document.isAboutRegion
            && discourse.document.main?.regionCode != nil
    }

    /// The sentence opens with 其中 or 分类别看, or with the word that what was measured last does.
    private func goesOn(_ clause: Words) -> Bool {
        guard let first = clause.first else { return false }
        if lexicon.isBreakdown(first) || namesDivision(clause) { return true }
        guard let noun = clause.first(where: { $0.isNominal }), let last = discourse.lastWords.first(where: { $0.isNominal }) else {
            return false
        }
        return characters(noun) == characters(last)
    }

    /// A clause with a noun of its own and a verb, and no number.
    private func statesOnlyAnAct(_ clause: Words) -> Bool {
        opensWithNoun(clause) && clause.contains { $0.isVerb } && !clause.contains { $0.isFigure }
    }

    /// 有, 共有, 仅 and the like, or a number at once.
    private func statesHolding(_ words: Words) -> Bool {
        guard let next = words.first(where: { $0.kind != .now && $0.kind != .adverb && $0.kind != .time }) else { return false }
        return next.isFigure || next.kind == .copula || next.kind == .verb && says(next, 0x6709)  // 有
    }

    /// 某省工业生产者出厂价格下降5%, in a report on a city there: it is of the province that so much is told.
    private func measuresLarger(_ words: Words) -> Bool {
        guard let end = words.firstIndex(where: { $0.kind == .compare || $0.kind == .change }), let last = words[..<end].last,
            words[..<end].allSatisfy({ $0.isNominal }), lexicon.endsInAmount(text, last),
            let figure = words[end...].first(where: { $0.isFigure })?.figure
        else { return false }
        return numerals[figure].unitKind == .percent
    }

    /// 江苏大学、苏州大学牵头: a list of names.
    private func opensWithNames(_ clause: Words) -> Bool {
        guard let first = clause.first, isMention(first), let mark = clause.element(clause.startIndex + 1) else { return false }
        return mark.kind == .pause && isMention(clause.element(clause.startIndex + 2))
    }

    /// What a clause points to that opens with 大赛, 本次会议, 会上: the event that the document names; else what is told of already.
    /// Nil where it points to none: 世界技能大赛 is another.
    private func opensWithEvent(_ clause: Words) -> Subject? {
        for i in clause.indices.prefix(5) {
            let token = clause[i]
            switch token.kind {
            case .time, .now, .open, .close: continue
            case .adverb where !lexicon.pointsToEvent(token, in: text): continue
            default: break
            }
            if lexicon.pointsToEvent(token, in: text) {
                let word = clause.prefix(8).first { lexicon.isEvent($0) }
                return word.flatMap { discourse.document.event(for: String(scalars: characters($0))) } ?? subject
            }
            guard lexicon.isEvent(token), discourse.document.event != nil else { return nil }
            // 会议, 比赛 by themselves are the one told of.
            let word = String(scalars: characters(token))
            guard let event = discourse.document.event(for: word) else { return nil }
            let isBare = lexicon.isEventWord(word) && clause.element(i + 1)?.kind != .noun
            return isBare || event.name.hasSuffix(word) ? event : nil
        }
        return nil
    }

    private func opensWithNoun(_ clause: Words) -> Bool {
        for token in clause {
            switch token.kind {
            case .time, .adverb, .now, .frequency, .open, .close, .conjunction: continue
            case .noun, .text, .quote: return !token.isVerbToo
            default: return false
            }
        }
        return false
    }

    /// The index of the region or organisation a clause opens with, or nil.
    func initialMention(_ clause: Words) -> Int? {
        var i = clause.startIndex
        while i < clause.endIndex {
            switch clause[i].kind {
            case .time, .adverb, .now, .frequency, .open, .close, .conjunction, .denominator: i += 1
            case .preposition where clause.element(i + 1)?.kind == .time: i += 1
            default:
                // 首府城市某市
                if let end = lexicon.appositionEnd(text, clause[i].start),
                    let city = clause[i...].prefix(5).firstIndex(where: { $0.start == end }),
                    clause[city].kind == .region
                {
                    i = city
                }
                guard isMention(clause[i]) else { return nil }
                // 江苏省苏州市: the nearer names it. 苏州全市: the first does.
                while i + 1 < clause.endIndex,
                    clause[i + 1].kind == .region || clause[i].kind == .region && clause[i + 1].kind == .organisation
                        || discourse.names[clause[i + 1]]?.kind == "department"
                { i += 1 }
                guard i + 1 < clause.endIndex else { return i }
                let next = clause[i + 1]
                // 职教集团有19个: a common noun that is itself counted.
                if clause[i].kind == .noun,
                    let counted = clause[(i + 1)...].firstIndex(where: { $0.kind != .copula && $0.kind != .adverb && $0.kind != .verb }),
                    clause[counted].isFigure, clause.element(counted + 1)?.isNominal != true
                {
                    return nil
                }
                // A list of names (上海、安徽等10余个省), and a name that is itself counted, are no subject.
                if next.kind == .pause || next.kind == .conjunction, isMention(clause.element(i + 2)) { return nil }
                if listsParallels(clause, i) { return nil }
                if let figure = next.figure, clause[i].kind == .organisation, numerals[figure].unitKind == .count { return nil }
                if next.kind == .adverb, next.start < text.count, text[next.start] == 0x7B49 { return nil }  // 等
                return i
            }
        }
        return nil
    }

    /// 绍兴黄酒、金华火腿等2个产业: things that are named after places, in a list that is counted.
    private func listsParallels(_ clause: Words, _ mention: Int) -> Bool {
        guard clause[mention].kind == .region, let mark = clause[(mention + 1)...].prefix(4).firstIndex(where: { $0.kind == .pause }) else {
            return false
        }
        return clause.element(mark + 1)?.kind == .region && !clause[(mention + 1)..<mark].contains { $0.isFigure || $0.isVerb }
    }

    func isMention(_ token: Token?) -> Bool {
        guard let token else { return false }
        if token.kind == .region || token.kind == .organisation { return true }
        return token.term >= 0 && lexicon.shapes[token.term].isDeictic
    }
}
