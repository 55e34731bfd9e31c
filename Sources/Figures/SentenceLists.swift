// What the figures of a clause share: predicates of lists, 分别.
import Numerals

extension SentenceReader {
    // MARK: What a clause's figures share

    /// 高职毕业生和100%的中职毕业生留苏就业: the predicate after the last holds for all of the list.
    func shareParts() {
        for i in (0..<(drafts.count - 1)).reversed() {
            let next = drafts[i + 1]
            // 首批12项及第二批14项改革, 2家省级、24家市级企业: the noun after the last is counted by all.
            if next.isAttributive, numerals[drafts[i].numeral].unit.isSame(as: numerals[next.numeral].unit), next.head.hasNounProper,
                standsInListBefore(next, drafts[i])
            {
                if !drafts[i].isAttributive {
                    drafts[i].words = list(drafts[i].words.filter { $0.isVerb && $0.kind == .verb }) + next.head
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
            let mark = tokens.element(first + 1), mark.kind == .conjunction || mark.kind == .preposition || mark.kind == .pause,
            tokens.element(first + 2)?.figure == b
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

    /// Without the words of rank in front: 省级以上重点|园区.
    func withoutRank(_ words: Words) -> Words {
        // 国家级现代农业产业园区 as one name
        if var first = words.first, let rank = lexicon.trie.longestMatch(in: text, at: first.start, limit: first.end), rank.end < first.end,
            text[rank.end - 1] == 0x7EA7  // 级
        {
            first.start = rank.end
            return list(first) + words.dropFirst()
        }
        var rest = words
        // 市|厅级|以上|课题
        if let level = words.prefix(3).firstIndex(where: { text[$0.end - 1] == 0x7EA7 || isBoundOfRank($0) && namesRank($0) }),  // 级
            words[..<level].allSatisfy({ $0.end - $0.start == 1 })
        {
            rest = words[(level + 1)...]
        }
        while let first = rest.first,
            text[first.end - 1] == 0x7EA7 || rest.startIndex > words.startIndex && isBoundOfRank(first) || first.kind == .region  // 级
        {
            rest = rest.dropFirst()
        }
        return rest.hasNounProper ? rest : words
    }

    /// 市厅级以上 as one word.
    private func namesRank(_ token: Token) -> Bool { text[token.start..<token.end].contains(0x7EA7) }  // 级

    /// 以上, 及, 、 between or behind words of rank.
    private func isBoundOfRank(_ token: Token) -> Bool { token.isSeparator || text[token.end - 1] == 0x4E0A }  // 上

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
        // 三次产业贡献率分别为: words for all of them, which shareMembers takes apart.
        let members = listed(left, count)
        // 城镇职工医保、城乡居民医保: two that are named
        if let group = lexicon.group(in: Array(characters(left)), of: count),
            members == nil || group.term.unicodeScalars.contains(where: { $0.value == 0x3001 || $0.value == 0x548C })  // 、 和
        {
            return
        }
        guard let items = members ?? listedInClauses(left, before: clause.startIndex, count) else {
            distributeAlong(left, from: first, count: count)
            return
        }
        guard let last = items.last else { return }
        let tail = sharedTail(of: last, others: items.dropLast())
        // 对甲国、乙国出口
        var opener: Words = items[0].first.map { says($0, 0x5BF9) } ?? false ? items[0].prefix(1) : []
        // 比赛中获金、银牌
        if text[last[last.endIndex - 1].end - 1] == 0x724C { opener = items[0].lastIndex { $0.isVerb }.map { items[0][...$0] } ?? [] }  // 牌
        let limit = items[0].lazy.compactMap({ self.limit(in: $0) }).first
        let residence = items[0].first.flatMap { first in
            isResidence(first.start) && first.end - first.start == 2 && items[0].last.map { lexicon.endsRate(text, $0) } ?? false
                ? first : nil
        }
        for (offset, item) in items.enumerated() {
            var item = offset > 0 && !opener.isEmpty && item.first?.kind != opener.last?.kind ? opener + item : item
            if offset > 0 {
                item = withOwner(of: items[0], item)
                // 城镇用水普及率、污水处理率
                if let residence, let own = item.last, lexicon.endsRate(text, own), !isResidence(item[item.startIndex].start) {
                    item = list(residence) + item
                }
                // 限额以上批发业、零售业
                if let limit, !holdsScope(item) { drafts[first + offset].scope = Scope(words: list(limit)) }
            }
            setDistributed(first + offset, offset + 1 < count && !item.isSameKind(as: last) && !endsInAmount(item) ? item + tail : item)
        }
        // 甲业、乙业增加值: what they share is measured of what follows too.
        if !tail.isEmpty, endsInAmount(tail) { sharedFrame = tail }
    }

    /// 商品房 of 商品房销售面积, before 销售额.
    private func withOwner(of other: Words, _ item: Words) -> Words {
        guard isAttributeAlone(item), !isAttributeAlone(other), var last = other.last else { return item }
        if lexicon.isAttribute(text, last) { return other.dropLast() + item }
        guard let start = lexicon.attributeStart(in: text, last) else { return item }
        last.end = start
        return other.dropLast() + list(last) + item
    }

    /// The words in `count` members: between all marks and 和, or, where names hold 和 (设备和器材制造业), between the marks alone.
    private func listed(_ words: Words, _ count: Int) -> [Words]? {
        let items = words.split { $0.isSeparator }
        if items.count == count { return items }
        let named = words.split { $0.kind == .pause }
        return named.count == count ? named : nil
    }

    /// 甲业，乙业，丙业增加值分别增长…: members that are clauses of their own.
    private func listedInClauses(_ words: Words, before start: Int, _ count: Int) -> [Words]? {
        guard words.hasNominal else { return nil }
        var items = [words]
        var end = start - 1
        while items.count < count, end > 0, tokens[end].kind == .comma {
            let begin = tokens[..<end].lastIndex { $0.kind == .comma }.map { $0 + 1 } ?? 0
            let clause = tokens[begin..<end]
            guard !clause.isEmpty, !clause.contains(where: { $0.isFigure || $0.kind == .verb || $0.kind == .adverb }), clause.hasNominal,
                !namesDivision(clause)
            else { return nil }
            items.insert(clause, at: 0)
            end = begin - 1
        }
        return items.count == count ? items : nil
    }

    /// What the last member of a list says of all: 综合覆盖率 in 广播、电视综合覆盖率, 增加值 in 采矿业、制造业增加值. It stands behind the word
    /// that is of the kind of the others, or else behind as many characters as they have.
    private func sharedTail(of last: Words, others: ArraySlice<Words>) -> Words {
        guard let model = others.last, let word = model.last else { return [] }
        // 制造业|增加值 in one word.
        if let end = last.last, end.isNominal, end.end - end.start > 2,
            let twin = (end.start..<(end.end - 2)).last(where: { place in
                text[place] == text[word.end - 1] && lexicon.trie.longestMatch(in: text, at: place + 1, limit: end.end)?.end == end.end
            })
        {
            var rest = end
            rest.start = twin + 1
            return list(rest)
        }
        if last.count > 1 {
            if let twin = last.dropLast().lastIndex(where: { text[$0.end - 1] == text[word.end - 1] && $0.isNominal }) {
                return last[(twin + 1)...]
            }
            let lengths = others.map { ($0.last?.end ?? 0) - ($0.first?.start ?? 0) }
            let length = lengths.reduce(0, +) / max(1, lengths.count)
            let from = last[last.startIndex].start
            let cut = last.indices.dropLast().min { abs(last[$0].end - from - length) < abs(last[$1].end - from - length) }
            return cut.map { last[($0 + 1)...] } ?? []
        }
        guard let only = last.first else { return [] }
        // One word: 省级产业园 behind 国家级.
        let known = lexicon.trie.longestMatch(in: text, at: only.start, limit: only.end - 1)?.end
        let start = known ?? only.start + word.end - (model.first?.start ?? word.start)
        guard start < only.end - 1 || start == only.end - 1 && text[start] == 0x724C else { return [] }  // 牌
        var rest = only
        rest.start = start
        return list(rest)
    }

    /// The numbers belong to the figures before, one by one: 甲、乙产值分别增长5%、6%，分别高于全市1、2个百分点; to the places told of before: 年降水量
    /// 分别为3、4; or to the members that the clause before lists: 平板电脑、光缆产量较快增长，分别增长31%、21%.
    private func distributeAlong(_ left: Words, from first: Int, count: Int) {
        guard left.count <= 8, !left.contains(where: { $0.isSeparator }) else { return }
        let members = listed(previousClause)
        if members.count == count {
            if endsInAmount(left) { sharedFrame = left }
            for (offset, member) in members.enumerated() {
                setDistributed(first + offset, member + left, head: left.hasNominal ? left : member)
                takeOutput(drafts[first + offset], numerals[drafts[first + offset].numeral])
            }
            return
        }
        guard first >= count else { return }
        // 各险种分别完成任务的: all of what was told of before, each of which does what follows.
        var left = left
        if let each = left.lastIndex(where: { lexicon.distributes($0) }) {
            let first = left[left.startIndex].start
            if text.at(first) == 0x5404 || text.at(first - 1) == 0x5404 { left = left[(each + 1)...] }  // 各
        }
        left = left.droppingTrailing { $0.kind == .particle }
        let saysMore = !lexicon.saysNothing(characters(list(left.filter { !isMention($0) })))
        for offset in 0..<count {
            let previous = drafts[first - count + offset]
            var words = previous.words
            if saysMore {
                let place = words.prefix { isMention($0) }
                if !place.isEmpty {
                    words = place + left
                } else if let opener = left.first, lexicon.opensPredicate(text, opener) {
                    // 对增长的贡献率分别为…，分别拉动增长…: of the same topic.
                    words = words.prefix { !lexicon.opensPredicate(text, $0) } + left
                } else if left.allSatisfy({ $0.isNominal && !$0.isVerbToo }), let rest = membersBefore(first, count)?[offset] {
                    // 甲县、乙县气温分别为1、2，降水量分别为3、4
                    words = rest + left
                } else {
                    words += left
                }
            }
            let member = previous.member
            defer { if isLongTerm(left) { setLongTerm(drafts[first + offset], left) } }
            setDistributed(first + offset, words, head: saysMore && words.first.map(isMention) ?? false ? left : previous.head)
            drafts[first + offset].member = member
            drafts[first + offset].subject = previous.subject
        }
    }

    /// What tells the last `count` figures before `first` apart, without what is measured of all of them.
    private func membersBefore(_ first: Int, _ count: Int) -> [Words]? {
        let words = (first - count..<first).map { drafts[$0].words }
        guard count > 1, let shared = words.first?.last, words.allSatisfy({ $0.last.map(characters) == characters(shared) }) else {
            return nil
        }
        let members = words.map { $0.dropLast() }
        return members.allSatisfy { $0.hasNominal } ? members : nil
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
        var words = last.prefix { $0.kind != .adverb && $0.kind != .verb && $0.kind != .copula && $0.kind != .comma }
        // 产业链|发展|较快
        if words.count > 1, words.endIndex < last.endIndex, lexicon.isCollective(text, words[words.endIndex - 2]) {
            words = words.dropLast()
        }
        members[members.count - 1] = words
        if members.contains(where: { $0.isEmpty }) { return [] }
        // 甲、乙产业链
        if words.count > 1, let collective = words.last, lexicon.isCollective(text, collective) {
            for i in members.indices.dropLast() where members[i].last.map({ text[$0.end - 1] != text[collective.end - 1] }) ?? false {
                members[i] += list(collective)
            }
        }
        return members
    }

    /// 三次产业结构为5:40:55, 第一、二、三产业贡献率分别为5%、40%和55%: each number is of one of the members.
    func shareMembers() {
        var first = 0
        while first < drafts.count {
            var end = first + 1
            while end < drafts.count, areListed(drafts[end - 1], drafts[end]),
                drafts[end].words.isSame(as: drafts[first].words) || drafts[end].isInherited && drafts[end].words.isEmpty,
                numerals[drafts[end].numeral].unit.isSame(as: numerals[drafts[first].numeral].unit)
            { end += 1 }
            if end > first + 1, let group = lexicon.group(in: Array(characters(drafts[first].words)), of: end - first) {
                // 结构由上年的5:40:55调整为…
                let words = drafts[first].words.droppingTrailing {
                    $0.kind == .particle || $0.kind == .preposition || $0.kind == .time || $0.kind == .copula
                }
                for (offset, name) in group.members.enumerated() {
                    drafts[first + offset].member = (group.term, name)
                    drafts[first + offset].words = words
                    if drafts[first + offset].suffix.isEmpty { drafts[first + offset].suffix = drafts[first].suffix }
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
