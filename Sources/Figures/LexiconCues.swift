// Short words whose meaning structure gives, not grammar: seeds/cues.csv.
import Numerals
import Vocabulary

extension Lexicon {
    /// Words that introduce an abbreviation, longest first.
    var aliasCues: [String] { cues["alias"] ?? [] }

    func isCue(_ title: String, _ use: String) -> Bool { cues[use]?.contains { $0.isSame(as: title) } ?? false }

    func isUnitHeader(_ title: String) -> Bool { isCue(title, "unit_header") }

    func isSerialHeader(_ title: String) -> Bool { isCue(title, "serial_header") }

    /// 数据来源: what follows says where a table's numbers are from.
    func isSourceLabel(_ words: String) -> Bool { isCue(words, "source_label") }

    func isGenericHeader(_ title: String) -> Bool { isCue(title, "generic_header") }

    /// 代码, 电话: numbers that count nothing.
    func isCodeHeader(_ title: String) -> Bool { isCue(title, "code_header") }

    func isYearHeader(_ title: String) -> Bool { isCue(title, "year_header") }

    /// 绝对数: the column holds the row's value, and its name says nothing more.
    func isValueHeader(_ title: String) -> Bool { isCue(title, "value_header") }

    /// Ends like 增长: in percent unless it says otherwise.
    func isPercentHeader(_ title: String) -> Bool { cues["percent_header"]?.contains { title.endsAs($0) } ?? false }

    func isIndustryHeader(_ title: String) -> Bool { isCue(title, "industry_header") }

    /// 分行业固定资产投资: the rows of such a table are branches of the economy.
    func namesIndustry(_ caption: String) -> Bool { industries.matches(in: caption.unicodeScalars.map(\.value)) }

    /// 涨跌幅度: what stands below is a change, though no word of change says so.
    func isChangeHeader(_ title: String) -> Bool { cues["change_header"]?.contains { title.endsAs($0) } ?? false }

    /// 分轻重工业: how the row above is divided.
    func namesDivision(_ label: String) -> Bool { cues["division"]?.contains { label.hasPrefix($0) } ?? false }

    /// The measure holds a word that makes it a rate: 人均, 生师比.
    func namesRate(_ measure: String) -> Bool { namesRate(measure.unicodeScalars.map(\.value)) }

    func namesRate(_ measure: [UInt32]) -> Bool { rates.matches(in: measure) }

    /// Ends in a word for a number without a unit: 指数, 得分.
    func namesIndex(_ word: String) -> Bool { cues["index"]?.contains { word.endsAs($0) } ?? false }

    /// Ends like a word for people of a profession: 建造师.
    func namesProfession(_ measure: String) -> Bool { cues["profession_ending"]?.contains { measure.hasSuffix($0) } ?? false }

    /// 版权, 转载, 本网: a site says what may be done with its pages, and the report is silent.
    func isSiteNotice(_ text: [UInt32], _ signs: PassageSigns) -> Bool {
        guard signs.isSuperset(of: .notice), text.count < Lexicon.longestNotice else { return false }
        var said: Set<Int> = []
        for i in text.indices.dropLast() where noticeStarts.mayContain(text[i]) && noticeSeconds.mayContain(text[i + 1]) {
            if let word = noticeWords.longestMatch(in: text, at: i, limit: text.count) { said.insert(word.value) }
        }
        return said.count > 2
    }

    /// In characters.
    private static let longestNotice = 1000

    /// 大赛, 博览会.
    func isEvent(_ token: Token) -> Bool { token.kind == .noun && token.term >= 0 && terms[token.term].isEvent }

    func isEventWord(_ word: String) -> Bool { isCue(word, "event_word") }

    /// 本次, 会上: an event that was named before.
    func pointsToEvent(_ token: Token, in text: [UInt32]) -> Bool {
        guard token.term >= 0 else { return false }
        return eventPointers.isTerm(text, token)
    }

    /// 台阶, 大关: what a number reaches.
    func isLevel(_ text: [UInt32], _ token: Token) -> Bool {
        sentence.levels.longestMatch(in: text, at: max(token.start, token.end - 2), limit: token.end)?.end == token.end
    }

    /// 水质, 综合: a rate of things says it of them, and it is no part of their name.
    func isProperty(_ text: [UInt32], _ token: Token) -> Bool {
        sentence.properties.longestMatch(in: text, at: token.start, limit: token.end) != nil
    }

    /// 产业链: what the members of a list before it are too.
    func isCollective(_ text: [UInt32], _ token: Token) -> Bool {
        sentence.collectives.isTerm(text, token)
    }

    /// 达标率, 优良比例, 综合指数.
    func endsRate(_ text: [UInt32], _ token: Token) -> Bool {
        switch text[token.end - 1] {
        case 0x7387: true  // 率
        case 0x4F8B: text.at(token.end - 2) == 0x6BD4  // 比例
        case 0x6570: text.at(token.end - 2) == 0x6307  // 指数
        default: false
        }
    }

    /// 年度任务, 全年目标: a share of it is of what was counted.
    func isTask(_ text: [UInt32], _ token: Token) -> Bool {
        sentence.tasks.longestMatch(in: text, at: max(token.start, token.end - 2), limit: token.end)?.end == token.end
    }

    /// Money that a school has is funds, if it is not what its work brings others.
    func saysEconomy(_ measure: [UInt32]) -> Bool { economyWords.matches(in: measure) }

    /// 建有, 获批: what follows is had, and does nothing.
    func saysHolding(_ token: Token, in text: [UInt32]) -> Bool {
        token.kind == .verb && sentence.holdings.isTerm(text, token)
    }

    /// Where 以上 stands that points from right before the place to what was said.
    func pointer(in text: [UInt32], before place: Int) -> Int? {
        (1...3).lazy.map { place - $0 }.first { $0 >= 0 && sentence.pointers.longestMatch(in: text, at: $0, limit: place)?.end == place }
    }

    /// 举办: an event is held.
    func saysHosting(_ token: Token, in text: [UInt32]) -> Bool {
        sentence.hostings.isTerm(text, token)
    }

    /// 历年: many years together.
    func isLongTerm(_ text: [UInt32], _ token: Token) -> Bool {
        sentence.longTerms.longestMatch(in: text, at: token.start, limit: token.end) != nil
    }

    /// Where 本外币 ends in the word, which says what all of a table are in.
    func coverageEnd(_ text: [UInt32], _ token: Token) -> Int? {
        (token.start..<token.end).lazy.compactMap { self.coverages.longestMatch(in: text, at: $0, limit: token.end)?.end }.first
    }

    /// 旅客吞吐量: what is told of a carrier.
    func isCarried(_ text: [UInt32], _ start: Int, _ end: Int) -> Bool {
        sentence.carried.longestMatch(in: text, at: start, limit: end)?.end == end
    }

    /// 辖区, 境内: only where something is.
    func isWithin(_ text: [UInt32], _ token: Token) -> Bool {
        sentence.withins.isTerm(text, token)
    }

    /// 统计范围: what says who is counted.
    func isDefinition(_ text: [UInt32], _ token: Token) -> Bool {
        (token.start..<token.end).contains { sentence.definitions.longestMatch(in: text, at: $0, limit: token.end) != nil }
    }

    /// 不含, 扣除: a bracket that starts so limits what is measured.
    func isLimit(_ text: [UInt32], _ place: Int) -> Bool { sentence.limits.longestMatch(in: text, at: place, limit: text.count) != nil }

    /// Where 地方 ends that the token opens with, and that says whose what follows is: not 地方标准, 地方一般公共预算.
    func localEnd(_ text: [UInt32], _ token: Token) -> Int? {
        guard let end = sentence.locals.longestMatch(in: text, at: token.start, limit: token.end)?.end, end < text.count, text[end].isHan,
            sentence.localNames.longestMatch(in: text, at: end, limit: text.count) == nil
        else { return nil }
        return end
    }

    /// 直接: before a noun it says which.
    func limitsNoun(_ text: [UInt32], _ token: Token) -> Bool { sentence.nounLimits.isTerm(text, token) }

    /// 扣除, 剔除.
    func isDeduction(_ text: [UInt32], _ place: Int) -> Bool {
        sentence.deductions.longestMatch(in: text, at: place, limit: text.count) != nil
    }

    /// 首府, 省会: behind it stands the name of the city.
    func appositionEnd(_ text: [UInt32], _ place: Int) -> Int? {
        sentence.appositions.longestMatch(in: text, at: place, limit: text.count)?.end
    }

    /// 省, 县市区: in so many of them something is.
    func isDivision(_ text: [UInt32], _ token: Token) -> Bool {
        switch text[token.end - 1] {
        // 省 市 县 区 州 国 镇 乡 村 家 城 份
        case 0x7701, 0x5E02, 0x53BF, 0x533A, 0x5DDE, 0x56FD, 0x9547, 0x4E61, 0x6751, 0x5BB6, 0x57CE, 0x4EFD: true
        default: false
        }
    }

    /// 含, 包含, 包括: a bracket that starts so says what is among those before it, and not 不含, 未包含, 含量.
    func isInclusion(_ text: [UInt32], _ token: Token) -> Bool {
        sentence.limits.isTerm(text, token) && !sentence.exclusions.isTerm(text, token)
    }

    /// 县市区, 城市, 农村: other places than the part of one told of before.
    func isOtherArea(_ text: [UInt32], _ place: Int) -> Bool {
        sentence.otherAreas.longestMatch(in: text, at: place, limit: text.count) != nil
    }

    /// 接待, 演出: what theatres, libraries and museums do.
    func isActOfInstitutions(_ text: [UInt32], _ start: Int, _ end: Int) -> Bool {
        sentence.institutionActs.longestMatch(in: text, at: start, limit: end) != nil
    }

    /// A region, or a word that stands for one.
    func isPlace(_ token: Token) -> Bool {
        token.kind == .region || token.term >= 0 && shapes[token.term].isDeictic && terms[token.term].deictic.map(isRegionDeictic) ?? false
    }

    /// 贫困人口, 毕业生数.
    func endsInPeople(_ words: Words, _ measure: [UInt32]) -> Bool {
        guard let last = words.last else { return false }
        if isPerson(last) { return true }
        return last.end - last.start == 1 && measure.last == 0x6570 && words.dropLast().last.map(isPerson) ?? false  // 数
    }

    /// 教育, 科技: what companies call their field.
    func isCompanyWord(_ word: String) -> Bool { cues["company_word"]?.contains(word) ?? false }

    /// Two characters or more that nothing is known of, up to such a word: 晨星教育 of 晨星教育表示.
    func companyName(startOf run: String) -> String? {
        let text = Array(run.unicodeScalars)
        for end in stride(from: 4, through: text.count, by: 1) where isCompanyWord(String(String.UnicodeScalarView(text[(end - 2)..<end])))
        {
            return String(String.UnicodeScalarView(text[..<end]))
        }
        return nil
    }

    /// 就业率, 满意度.
    func endsLikeRate(_ token: Token) -> Bool { token.term >= 0 && terms[token.term].endsLikeRate }

    /// 人均, 占比: a rate's word and nothing else.
    func isRateWord(_ word: ArraySlice<UInt32>) -> Bool { rates.value(of: word) != nil }

    func isRateWord(_ token: Token) -> Bool { token.term >= 0 && terms[token.term].isRate }

    /// 校内专任教师人数 without 人数.
    func withoutCountEnding(_ title: String) -> String {
        for ending in cues["count_ending"] ?? [] where title.hasSuffix(ending) && title.count > ending.count + 1 {
            return String(title.dropLast(ending.count))
        }
        return title
    }

    /// 粮食作物合计 without 合计.
    func withoutTotal(_ label: String) -> String {
        for ending in cues["total_ending"] ?? [] where label.hasSuffix(ending) && label.count > ending.count {
            return String(label.dropLast(ending.count))
        }
        return label
    }

    /// How long the lexicon's term at the end of a joined token is.
    func length(of token: Token, in text: [UInt32]) -> Int {
        for start in token.start..<token.end {
            if let match = trie.longestMatch(in: text, at: start, limit: token.end), match.end == token.end, match.value == token.term {
                return token.end - start
            }
        }
        return token.end - token.start
    }
}

extension TermTrie {
    /// All of the token's characters are one term.
    func isTerm(_ text: [UInt32], _ token: Token) -> Bool {
        longestMatch(in: text, at: token.start, limit: token.end)?.end == token.end
    }
}
