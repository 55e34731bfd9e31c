// What a percentage is of, where its own words leave that out: a task, a whole that others are shares of, what changes of goods.
import Numerals

extension SentenceReader {
    /// 培训1.9万人次，完成年度任务的58%
    func takeTask(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent, draft.inheritedCategory == nil, let last = draft.words.last(where: { $0.isNominal }),
            lexicon.isTask(text, last),
            let previous = drafts.last
        else { return }
        draft.countedCategory = previous.countedCategory ?? categoryOfHead(previous)
        if previous.statistic == .value, !draft.isInherited, draft.words.dropLast().allSatisfy({ $0.isVerb }) {
            draft.words = previous.words + draft.words
        }
    }

    /// 相关度为69%，其中“很相关”占21%: of those counted before.
    func takeShared(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent, draft.suffix.first == 0x5360, draft.inheritedCategory == nil, let previous = drafts.last  // 占
        else { return }
        draft.inheritedCategory =
            previous.countedCategory ?? previous.inheritedCategory
            ?? CategoryReader(lexicon: lexicon).category(
                head: previous.head, words: previous.words, unit: numerals[previous.numeral].unit,
                unitKind: numerals[previous.numeral].unitKind, statistic: previous.statistic)
        // 商学院（502人，占30%）: a share of the people.
        if draft.isInherited, previous.inheritedCategory != nil, numerals[previous.numeral].unitKind == .persons {
            draft.countedCategory = draft.inheritedCategory
        }
    }

    /// 从单位性质看，国有企业占31%, in a report on graduates: of them.
    func takeDivided(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent, opening.isDivision, frame == nil, draft.statistic == .rate,
            let people = discourse.document.people
        else { return }
        draft.countedCategory = people
    }

    /// 甲业增加值占生产总值比重为9%，乙业增加值比重为8%
    func takeShareBefore(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent, draft.suffix.isEmpty, draft.statistic != .change, draft.words.count > 1, !draft.isInherited,
            let last = draft.words.last, !drafts.isEmpty, lexicon.isRateWord(text[last.start..<last.end])
        else { return }
        let words = draft.words
        draft.words = words.dropLast()
        if let shared = shareBefore(draft) { draft.suffix = shared } else { draft.words = words }
    }

    /// 农村 of 农村自来水普及率9%，安全饮水普及率8%: rates of one kind in a sentence are of the same people.
    func takeResidence(_ draft: Draft, _ numeral: Numeral) {
        func ending(_ draft: Draft) -> ArraySlice<UInt32> { (characters(draft.words) + draft.suffix).suffix(3) }
        guard numeral.unitKind == .percent, draft.statistic == .rate, draft.namesItself, draft.whole.isEmpty,
            let first = draft.words.first, !isResidence(first.start), case let own = ending(draft), own.last == 0x7387,  // 率
            own.count == 3, let previous = drafts.last(where: { $0.statistic == .rate && $0.namesItself }),
            var place = previous.words.first, isResidence(place.start), ending(previous) == own
        else { return }
        place.end = place.start + 2
        draft.words = list(place) + draft.words
    }

    /// 投资比重第一产业6.6%第三产业40.1%: what a chart's title says before the first of its shares, which touch.
    func takeChartTitle(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .percent, draft.statistic == .rate, draft.namesItself, draft.whole.isEmpty, draft.words.count == 1,
            let own = draft.words.first, let previous = drafts.last, numerals[previous.numeral].unitKind == .percent,
            areTogether(numerals[previous.numeral].end, own.start), areTogether(own.end, numeral.start), previous.words.count > 1,
            let twin = previous.words.last, text[twin.end - 1] == text[own.end - 1], twin.end - twin.start == own.end - own.start
        else { return }
        draft.words = previous.words.dropLast() + draft.words
    }

    /// Nothing but blanks stands between the two places.
    private func areTogether(_ end: Int, _ start: Int) -> Bool { end <= start && text[end..<start].allSatisfy(\.isBlank) }

    /// 河流断面水质符合 for Ⅳ类占3% behind 河流断面水质符合Ⅱ类占97%.
    func takeGrade(_ draft: Draft) {
        guard !draft.isInherited, draft.words.count <= 2, let last = draft.words.last,
            draft.words.allSatisfy({ lexicon.noun($0) == nil }),
            let other = drafts.last(where: { $0.statistic == .rate && !$0.isInherited && !$0.isBracketed }),
            other.suffix.first == 0x5360  // 占
        else { return }
        // 湖库测点水质符合Ⅱ类占50%；营养状态中营养占20%
        if let first = draft.words.first, lexicon.isProperty(text, first),
            let measured = drafts.first(where: { $0.words.contains { lexicon.isProperty(text, $0) } })?.words
        {
            let front = measured.prefix { !lexicon.isProperty(text, $0) }
            if front.hasNounProper { draft.words = front + draft.words }
            return
        }
        // 级别中营养占20%，轻度富营养占60%
        if draft.words.count == 1, other.words.count > 1, other.words.count < 8,
            other.words.last.map({ text[$0.end - 1] == text[last.end - 1] }) ?? false,
            other.words.dropLast().allSatisfy({ $0.isNominal })
        {
            draft.words = other.words.dropLast() + draft.words
            return
        }
        // Ⅲ类|水质断面 for Ⅳ类
        if text[last.end - 1] == 0x7C7B, let twin = other.words.lastIndex(where: { text[$0.end - 1] == 0x7C7B }),  // 类
            twin + 1 < other.words.endIndex
        {
            draft.words = draft.words + other.words[(twin + 1)...]
            draft.head = draft.words
            return
        }
        guard other.words.last.map({ text[$0.end - 1] == text[last.end - 1] }) ?? false,
            let verb = other.words.lastIndex(where: { $0.isVerb }), verb > other.words.startIndex, verb + 1 < other.words.endIndex
        else { return }
        draft.words = other.words[...verb] + draft.words
        draft.head = draft.words
    }

    /// 占固定资产投资的比重 for 第三产业投资占38%, where that has been said of another such part.
    func shareBefore(_ draft: Draft) -> ArraySlice<UInt32>? {
        guard let last = draft.words.last else { return nil }
        return drafts.suffix(6).last { other in
            other.statistic == .rate && other.suffix.first == 0x5360 && other.suffix.count > 2  // 占
                && (other.words.last.map { text[$0.end - 1] == text[last.end - 1] } ?? false)
        }?.suffix
    }

    /// 工业机器人增长8%: of goods it is their output or sale that changes.
    func takeOutput(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .change, numeral.unitKind == .percent, draft.countedCategory == nil, !draft.isInherited,
            !draft.words.contains(where: { $0.isVerb }), !endsInAmount(draft.words), let last = draft.head.lastOutsideBrackets(),
            text[last.start].isHan,
            let category = category(of: last), category == "other" || category == "facility"
        else { return }
        draft.countedCategory = "economy"
    }
}
