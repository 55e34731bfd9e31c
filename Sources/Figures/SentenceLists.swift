// What the figures of a clause share: predicates of lists, 分别.
import Numerals

extension SentenceReader {
    // MARK: What a clause's figures share

    /// 高职毕业生和100%的中职毕业生留苏就业: the predicate after the last holds for all of the list.
    func shareParts() {
        for i in (0..<(drafts.count - 1)).reversed() {
            let next = drafts[i + 1]
            // 首批12项及第二批14项改革, 2家省级、24家市级企业: the noun after the last is counted by all.
            if next.isAttributive, numerals[drafts[i].numeral].unit == numerals[next.numeral].unit, next.head.hasNounProper,
                standsInListBefore(next, drafts[i])
            {
                if !drafts[i].isAttributive {
                    drafts[i].words = drafts[i].words.filter { $0.isVerb && $0.kind == .verb } + next.head
                    drafts[i].head = next.head
                } else if let noun = next.head.lastIndex(where: { !saysOnlyWhatSort($0) }) {
                    drafts[i].words += next.head[noun...]
                    drafts[i].head = drafts[i].head + next.head[noun...]
                }
                drafts[i].isAttributive = true
                drafts[i].isInherited = false
            }
            shareBound(i, i + 1)
            guard drafts[i].sharesPredicate, drafts[i].isAttributive else { continue }
            if next.isAttributive, drafts[i].predicate.isEmpty, !next.predicate.isEmpty {
                drafts[i].words += next.predicate
                drafts[i].predicate = next.predicate
            }
        }
    }

    /// 不少于38学时或2学分, 分别为95%和91%以上: a bound at either end of two numbers holds for both.
    private func shareBound(_ i: Int, _ next: Int) {
        let (a, b) = (drafts[i].numeral, drafts[next].numeral)
        guard (numerals[a].bound == .exact) != (numerals[b].bound == .exact), let first = tokens.firstIndex(where: { $0.figure == a }),
            let mark = tokens[...].element(first + 1), mark.kind == .conjunction || mark.kind == .preposition || mark.kind == .pause,
            tokens[...].element(first + 2)?.figure == b
        else { return }
        let isDistributed = tokens[..<first].suffix(12).contains { lexicon.distributes($0) }
        if numerals[b].bound == .exact, numerals[a].outerStart < numerals[a].start, isDistributed || text[mark.start] == 0x6216 {  // 或
            drafts[next].bound = numerals[a].bound
        } else if numerals[a].bound == .exact, numerals[b].outerEnd > numerals[b].end, isDistributed {
            drafts[i].bound = numerals[b].bound
        }
    }

    /// Nothing but what sort stands behind the number, then a mark or 及 and the next number.
    private func standsInListBefore(_ next: Draft, _ draft: Draft) -> Bool {
        guard let first = tokens.firstIndex(where: { $0.figure == draft.numeral }),
            let second = tokens.firstIndex(where: { $0.figure == next.numeral }), first < second
        else { return false }
        let between = tokens[(first + 1)..<second]
        guard let mark = between.firstIndex(where: { $0.kind == .pause || $0.kind == .conjunction }) else { return false }
        guard !between[(mark + 1)...].contains(where: { $0.isVerb || $0.kind == .comma }) else { return false }
        return between[..<mark].allSatisfy { saysOnlyWhatSort($0) } && (draft.isAttributive || !draft.head.hasNounProper)
    }

    /// 省级, 千亿级.
    private func saysOnlyWhatSort(_ token: Token) -> Bool {
        lexicon.isPlainWord(token) || token.kind == .text && text[token.end - 1] == 0x7EA7 && lexicon.noun(token) == nil
    }

    /// A、B分别为1和2: each figure gets its own item of the list before 分别.
    func readDistributed(_ clause: Words, from first: inout Int) {
        let count = drafts.count - first
        guard count >= 2, let firstFigure = clause.firstIndex(where: { $0.isFigure }) else { return }
        let distributes = clause[..<firstFigure].contains { lexicon.distributes($0) }
        guard distributes else { return }
        distributePlacesAndTimes(clause[..<firstFigure], from: first, count: count)
        var left = clause[..<firstFigure]
        if let mention = initialMention(left) { left = left[(mention + 1)...] }
        left = trimmedLeft(left).droppingTrailing { $0.kind == .change || $0.kind == .compare || $0.kind == .copula || $0.kind == .adverb }
        let items = left.split { $0.isSeparator }
        if items.count != count {
            let members = listed(previousClause)
            guard left.count <= 8, !left.contains(where: { $0.isSeparator }) else { return }
            if members.count == count {
                // 平板电脑、光缆产量较快增长，分别增长31%、21%: the list stands in the clause before.
                for (offset, member) in members.enumerated() {
                    setDistributed(first + offset, member + left, head: left.hasNominal ? left : member)
                    takeOutput(drafts[first + offset], numerals[drafts[first + offset].numeral])
                }
            } else if first >= count {
                // 甲、乙产值分别增长5%、6%，分别高于全市1、2个百分点: they go on with the figures before.
                for offset in 0..<count {
                    setDistributed(first + offset, drafts[first - count + offset].words, head: drafts[first - count + offset].head)
                }
            }
            return
        }
        guard let last = items.last else { return }
        // The last item's tail is shared: 广播、电视综合覆盖率, 城镇和农村居民收入.
        var tail = last.count > 1 ? last.dropFirst() : []
        if let word = last.first, last.count == 1, let start = items.first?.first?.start, let end = items.first?.last?.end,
            word.end - word.start > end - start + 1
        {
            var rest = word
            rest.start += end - start
            tail = [rest]
        }
        for (offset, item) in items.enumerated() {
            setDistributed(first + offset, offset + 1 < count && !item.isSameKind(as: last) ? item + tail : item)
        }
    }

    /// 就业行业主要为制造业（21%）、建筑业（15%）; 生源来自：浙江（300人）、安徽（20人）: of what the members are counted is said once, before
    /// the first.
    func takeListTopic(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent || numeral.unitKind == .persons, opensBracket(draft), let opening = previousClause.first,
            group.isEmpty
        else { return }
        let isFurther = opening.isSeparator
        if !isFurther {
            let stop = previousClause.firstIndex { $0.kind == .copula || $0.kind == .verb || $0.kind == .preposition || $0.kind == .quote }
            if let stop, previousClause[..<stop].hasNominal {
                listTopic = previousClause[..<stop]
            } else if let end = leadingClause.last?.end, text.at(end) == 0x3A {
                listTopic = leadingClause.droppingTrailing { !$0.isNominal }
            } else {
                listTopic = []
            }
        }
        guard listTopic.hasNominal, listTopic.count <= 10 else { return }
        if draft.whole.isEmpty, let start = draft.words.first?.start, let end = listTopic.last?.end, start >= end {
            draft.whole = listTopic
        }
        draft.countedCategory =
            CategoryReader(lexicon: lexicon).category(
                head: listTopic, words: listTopic, unit: numeral.unit, unitKind: numeral.unitKind)
            ?? drafts.last.flatMap { $0.countedCategory ?? $0.head.last { saysMore($0) }.flatMap { lexicon.noun($0)?.category } }
    }

    private func setDistributed(_ index: Int, _ words: Words, head: Words? = nil) {
        let draft = drafts[index]
        draft.words = words
        draft.head = head ?? words
        draft.isInherited = false
        draft.prefix = []
        draft.countedCategory = nil
        if numerals[draft.numeral].unitKind == .count { takeCountedCategory(draft, numerals[draft.numeral]) }
        takeFrame(draft, numerals[draft.numeral], at: index)
    }

    /// The members of the list that a clause opens with: 其中|平板电脑、光缆|等产品产量较快增长.
    private func listed(_ clause: Words) -> [Words] {
        guard !clause.contains(where: { $0.isFigure }), clause.contains(where: { $0.kind == .pause }) else { return [] }
        var members = Array(trimmedLeft(clause).split { $0.kind == .pause })
        guard let last = members.last else { return [] }
        members[members.count - 1] = last.prefix { $0.kind != .adverb && $0.kind != .verb && $0.kind != .copula && $0.kind != .comma }
        return members.contains { $0.isEmpty } ? [] : members
    }

    /// 三次产业结构为5:40:55, 第一、二、三产业贡献率分别为5%、40%和55%: each number is of one of the members.
    func shareMembers() {
        var first = 0
        while first < drafts.count {
            var end = first + 1
            while end < drafts.count, areListed(drafts[end - 1], drafts[end]),
                drafts[end].words.isSame(as: drafts[first].words) || drafts[end].isInherited && drafts[end].words.isEmpty,
                numerals[drafts[end].numeral].unit == numerals[drafts[first].numeral].unit
            { end += 1 }
            if end > first + 1, let group = lexicon.group(in: String(scalars: characters(drafts[first].words)), of: end - first) {
                for (offset, name) in group.members.enumerated() {
                    drafts[first + offset].member = (group.term, name)
                    drafts[first + offset].words = drafts[first].words
                }
            }
            first = end
        }
    }

    /// Only a mark or 和 stands between the two numbers.
    private func areListed(_ a: Draft, _ b: Draft) -> Bool {
        var mark: UInt32?
        for i in numerals[a.numeral].end..<max(numerals[a.numeral].end, numerals[b.numeral].start) where !text[i].isBlank {
            guard mark == nil else { return false }
            mark = text[i]
        }
        guard let mark else { return false }
        return Tokenizer.mark(mark) == .pause || Tokenizer.mark(mark) == .comma || mark == 0x548C  // 和
    }

    /// 杭州市、宁波市培训人数分别为…, 2022年和2023年招生人数分别为…: each figure has its own place or time.
    private func distributePlacesAndTimes(_ left: Words, from first: Int, count: Int) {
        let places = left.filter { $0.kind == .region || $0.kind == .organisation }
        if places.count == count, let last = places.last,
            left.before(last.end).allSatisfy({ isMention($0) || $0.isSeparator || $0.kind == .time })
        {
            for (offset, place) in places.enumerated() {
                if let subject = discourse.subject(of: place) { drafts[first + offset].subject = subject }
            }
        }
        let times = left.filter { $0.kind == .time }
        if times.count == 1, let time = times[0].time, let from = time.from.year, let to = time.to?.year, time.from.month == nil,
            to - from + 1 == count
        {
            // 2019—2021年分别为1、2、3
            for offset in 0..<count {
                (drafts[first + offset].period, drafts[first + offset].periodBasis) = ("\(from + offset)", .stated)
            }
        } else if times.count == count {
            for (offset, time) in times.enumerated() {
                var state = periods
                state.read(time, lexicon: lexicon)
                (drafts[first + offset].period, drafts[first + offset].periodBasis) = state.resolved(section: nil)
            }
        }
    }
}
