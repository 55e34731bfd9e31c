// Which of the words between two numbers belong to the first.
import Numerals

extension SentenceReader {
    /// The words after a figure that belong to it, when another figure or the clause's end stands at `end`.
    func rightPart(
        _ clause: Words, _ start: Int, _ end: Int, isNamedBefore: Bool
    ) -> (words: Words, consumed: Int, endsInList: Bool) {
        guard start < end else { return ([], 0, false) }
        let between = clause[start..<end]
        let isLast = end == clause.endIndex
        // A mark or 和 right after the figure: all that follows belongs to the next one.
        if between[start].isSeparator { return ([], isLast ? between.count : 1, !isLast) }
        guard !isLast else { return (between, between.count, false) }
        if let counted = partBeforeShare(between, before: clause[end]) { return (counted, 0, false) }
        // …的 N, …、N, …和N: all of it belongs to this one.
        if let last = between.last, last.isSeparator || last.kind == .particle {
            return (between.dropLast(), between.count, last.kind != .particle)
        }
        // 3385件六安市上半年…: a name alone opens the next one's words.
        let afterName = between.firstIndex { !isMention($0) } ?? end
        if afterName > start, between.element(afterName)?.isNominal != true { return ([], 0, false) }
        if !isNamedBefore, let rate = rateStart(between, of: clause[start - 1], before: clause[end]) { return (between[..<rate], 0, false) }
        if let split = between.lastIndex(where: { $0.isSeparator }), between[..<split].hasNominal {
            return (between[..<split], split + 1 - start, true)
        }
        if let verb = between.firstIndex(where: {
            $0.isVerb && $0.kind == .verb || $0.kind == .copula || $0.kind == .share || $0.kind == .change || $0.kind == .compare
                || $0.kind == .frequency || $0.kind == .time
        }) {
            return (between[..<verb], verb - start, false)
        }
        // 护理等3个专业招生450人: after a list the noun behind the number is what is counted.
        if let before = clause.element(start - 2), says(before, 0x7B49), between.hasNounProper, between.allSatisfy({ $0.isNominal }),
            clause.element(end + 1)?.isNominal == true
        {
            return (between, between.count, false)
        }
        if let before = clause.element(start - 2), says(before, 0x7B49), let verb = between.firstIndex(where: { $0.isVerb }), verb > start {
            return (between[..<verb], verb - start, false)
        }
        // 40所院校90个项目参赛: nothing before the number says what it counts.
        if !isNamedBefore, between.hasNounProper {
            // 9家企业交易额3亿元
            let counted = between.droppingTrailing { lexicon.endsInAmount(text, $0) && !$0.isVerbToo }
            return counted.count < between.count && counted.hasNounProper ? (counted, 0, false) : (between, between.count, false)
        }
        // 企业20家员工300人: the noun after belongs to the number after it when the number before has its own.
        return ([], 0, false)
    }

    /// 行业 of 6个行业增加值占全部工业的60%, 选手 of 9名选手中女选手占比60%: the rest is what the share is of.
    private func partBeforeShare(_ between: Words, before next: Token) -> Words? {
        guard let last = between.last, last.kind == .particle || last.kind == .share, let figure = next.figure,
            numerals[figure].unitKind == .percent, let share = between.firstIndex(where: { $0.kind == .share })
        else { return nil }
        let words = between[..<share]
        if let among = words.firstIndex(where: { says($0, 0x4E2D) }), among > words.startIndex, among + 1 < share {  // 中
            return words[..<among]
        }
        return last.kind == .particle ? words.droppingTrailing { lexicon.endsInAmount(text, $0) && !$0.isVerbToo } : nil
    }

    /// Where 水质|达标率 starts in 3个水源地水质达标率100%: a rate of those that are counted.
    private func rateStart(_ between: Words, of counting: Token, before next: Token) -> Int? {
        guard let figure = next.figure, numerals[figure].unitKind == .percent || numerals[figure].unitKind == .none else { return nil }
        let words = between.droppingTrailing { $0.kind == .copula || $0.kind == .preposition || $0.kind == .adverb || $0.kind == .compare }
        guard words.count > 1, let last = words.last, last.isNominal, lexicon.endsRate(text, last),
            !separates(words.withoutBrackets)
        else { return nil }
        var start = words.endIndex - 1
        // 水质达到或优于Ⅲ类的比例
        if let grade = words.firstIndex(where: { $0.kind == .copula }), words.element(grade + 1)?.kind == .conjunction { start = grade }
        while start - 1 > words.startIndex, words[start - 1].kind == .verb || lexicon.isProperty(text, words[start - 1]) { start -= 1 }
        // 3家医院床位使用率
        if let counted = counting.figure.flatMap({ lexicon.units[numerals[$0].unit].counted }), start - 2 >= words.startIndex,
            !lexicon.isCounted(words[start - 1], by: counted), lexicon.isCounted(words[start - 2], by: counted)
        {
            start -= 1
        }
        // 断面Ⅰ-Ⅲ类水质比例
        let grade = words.firstIndex { (0x2160...0x217B).contains(text[$0.start]) }
        if let grade, grade > words.startIndex { start = min(start, grade) }
        return words[..<start].hasNominal ? start : nil
    }

    /// A mark or 和 stands among the words; 或 of 达到或优于 is none.
    private func separates(_ words: Words) -> Bool {
        words.indices.contains { words[$0].isSeparator && words.element($0 - 1)?.kind != .copula }
    }

    /// What stands before a number names what it counts; 的 and a verb (获得2枚金牌3枚银牌) leave that to what stands behind.
    func leavesNoun(_ left: Words) -> Bool {
        // 地区辖区13条河流, in a report of 某地区
        let left = left.first.map { says($0, 0x5730) } ?? false && isOwnRegion(left) ? left.dropFirst(2) : left  // 地
        guard let last = left.last, last.kind != .particle, last.kind != .verb else { return false }
        return left.contains { $0.isNominal && !isMention($0) && !lexicon.isWithin(text, $0) }
    }

    /// 项目 or 企业, which a threshold of money can stand before.
    func namesLargeOnes(_ word: Token) -> Bool {
        guard word.kind == .noun, let category = lexicon.noun(word)?.category else { return false }
        return category == "project" || category == "enterprise"
    }
}
