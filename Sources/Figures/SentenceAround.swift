// What stands around a number beside the words measured: the members of a list, brackets that limit, means of many years.
import Numerals

extension SentenceReader {
    /// 规模以上工业 of 规模以上工业九个行业; 采矿业、制造业等 of 采矿业、制造业等九个行业.
    func membersOrScope(_ words: Surroundings) -> Words {
        let left = words.left
        // “某联赛”甲市 before 8个主场
        if let open = words.rawLeft.first, open.kind == .quote,
            let close = words.rawLeft.dropFirst().firstIndex(where: { $0.kind == .quote }), close - words.rawLeft.startIndex < 5,
            case let behind = words.rawLeft[(close + 1)...], !behind.isEmpty, behind.allSatisfy(isMention)
        {
            return words.rawLeft[...close]
        }
        guard left.count <= 8, left.hasNominal, !left.contains(where: { $0.isVerb || $0.kind == .time || isMention($0) }) else { return [] }
        if holdsScope(left) || isNameBefore(left, words) { return left }
        guard let last = words.rawLeft.last, says(last, 0x7B49) else { return [] }  // 等
        return left.last?.start == last.start ? left : left + list(last)
    }

    /// 城市马拉松 of 城市马拉松7000名选手: stands right before the number, and is no word that says how or of what sort.
    func isNameBefore(_ left: Words, _ words: Surroundings) -> Bool {
        guard left.count <= 3, let last = left.last, last.end == words.numeral.outerStart, words.rawLeft.last?.start == last.start else {
            return false
        }
        return left.allSatisfy { ($0.kind == .noun || $0.kind == .text) && !$0.isVerbToo && !lexicon.isPlainWord($0) }
            && !lexicon.saysNothing(characters(left))
    }

    /// 达到国家二级标准, of which 达到 says what is meant.
    func predicate(_ words: Words) -> Words {
        if words.first?.kind == .locative { return [] }
        let trimmed = words.trimmingEnds()
        guard let first = words.first, first.kind == .copula, first.end - first.start == 2, text[first.start] == 0x8FBE,  // 达
            let next = trimmed.first, next.start == first.end
        else { return trimmed }
        return list(first) + trimmed
    }

    /// （不含高校） in 学校9所（不含高校）: limits what stands before the number.
    func takeLimit(_ draft: Draft, _ numeral: Numeral, _ right: Words) {
        guard draft.namesItself, draft.suffix.isEmpty, let open = right.first, open.kind == .open,
            let first = right.element(right.startIndex + 1), let close = right.firstIndex(where: { $0.kind == .close }),
            lexicon.isLimit(text, first.start) || numeral.unitKind == .count && saysWhatSort(right[(right.startIndex + 1)..<close]),
            let last = draft.words.last, last.end <= numeral.start
        else { return }
        draft.words += right[...close]
    }

    /// 分支机构 in 公司40家（分支机构）: what of those is counted.
    private func saysWhatSort(_ words: Words) -> Bool {
        guard words.count <= 3, let last = words.last, lexicon.isWhole(last) else { return false }
        return words.allSatisfy { $0.isNominal && !isMention($0) }
    }

    /// What the figure before is said to count is what the words start with, and more is said of that there: 采矿业、制造业等 in 采矿业、制造业等九个
    /// 行业增加值占80%; 以上两项 in 以上两项支出占80%.
    func takeLead(_ draft: Draft) {
        guard let previous = drafts.last, previous.isAttributive, let first = draft.words.first else { return }
        // 9家企业|实现产值5亿元
        if !draft.isInherited, first.kind == .verb, let last = previous.head.last, last.end == first.start, previous.head.hasNounProper {
            draft.words = previous.head + draft.words
            return
        }
        guard let head = previous.head.first, first.start == head.start, !previous.isInherited
        else { return }
        let lead = previous.words.prefix { $0.start < head.start }
        if let last = lead.last, says(last, 0x7B49) || holdsScope(lead) {  // 等
            draft.words = lead + draft.words
        } else if lead.isEmpty, let pointer = lexicon.pointer(in: text, before: numerals[previous.numeral].start) {
            if let members = membersPointedTo(previous) {
                (previous.prefix, draft.prefix) = (members, members)
            } else {
                draft.words = list(Token(kind: .text, start: pointer, end: numerals[previous.numeral].end)) + draft.words
            }
        }
    }

    /// 食品、居住 of 食品支出9元，居住支出8元，以上两项支出: the last so many amounts that are called so.
    private func membersPointedTo(_ pointing: Draft) -> ArraySlice<UInt32>? {
        let name = characters(pointing.head)
        guard let count = numerals[pointing.numeral].value?.double, (2...9).contains(count), name.count > 1 else { return nil }
        let members = drafts.dropLast().filter { $0.statistic == .value && !$0.isBracketed }.suffix(Int(count)).map { characters($0.words) }
        guard members.count == Int(count), members.allSatisfy({ $0.count > name.count && $0.ends(with: name) }) else { return nil }
        return ArraySlice(members.map { $0.dropLast(name.count) }.joined(separator: [0x3001]))  // 、
    }

    /// 甲业，乙业，丙业三大行业增加值: the members before the last stand in clauses of their own, as many as the number in the name says.
    func takeMembers(_ draft: Draft) {
        guard draft.namesItself, draft.prefix.isEmpty, let first = draft.words.first,
            let name = draft.words.firstIndex(where: { text[$0.start] >= 0x4E00 && text.at($0.start + 1) == 0x5927 }),  // 大
            name > draft.words.startIndex, let count = text[draft.words[name].start].chineseDigit, (2...9).contains(count),
            let opener = tokens.firstIndex(where: { $0.start >= first.start })
        else { return }
        let kind = text[draft.words[name - 1].end - 1]
        var members: [ArraySlice<UInt32>] = []
        var end = opener - 1
        while members.count < count - 1, end > 0, tokens[end].kind == .comma {
            let start = tokens[..<end].lastIndex { $0.kind == .comma }.map { $0 + 1 } ?? 0
            let member = trimmedLeft(tokens[start..<end])
            guard let last = member.last, text[last.end - 1] == kind, member.allSatisfy({ $0.isNominal || $0.isSeparator || $0.isVerb })
            else {
                return
            }
            members.insert(characters(member), at: 0)
            end = start - 1
        }
        guard members.count == count - 1 else { return }
        draft.prefix = members.reduce(into: []) { $0 += $1 + [0x3001] }  // 、
    }

    /// 降水量113毫米，历年平均值210毫米: what many years have of what was measured before, and is of none of them.
    func readLongTerm(_ draft: Draft, _ words: Surroundings) -> Bool {
        guard words.hasNothingAfter, let last = drafts.last, last.words.hasNominal, isLongTerm(words.left) else { return false }
        takeOver(last.words, head: last.head, draft)
        draft.statistic = last.statistic
        setLongTerm(draft, words.left)
        return true
    }

    /// 历年平均值
    func isLongTerm(_ words: Words) -> Bool {
        guard let first = words.first, let last = words.last, words.count <= 3, text[last.end - 1] == 0x503C else { return false }  // 值
        return lexicon.isLongTerm(text, first) && lexicon.saysNothing(characters(words))
    }

    func setLongTerm(_ draft: Draft, _ words: Words) {
        draft.suffix = characters(words)
        (draft.period, draft.periodBasis) = (nil, nil)
    }
}
