// Whether what a measure says beside the words of an indicator changes what is measured.
import Numerals

extension Lexicon {
    /// The words of a measure that `covered` leaves over say nothing that would make it another than the one called `label`: they are words
    /// of grammar (比上年增长) or verbs and places in front (提供), say how much or of what rank (总数, 省级), name a time, stand in brackets, or
    /// stand in the label too. Any other word (家具类 of 家具类零售额, 利润 of 制造业利润) makes it another measure.
    func leavesNothingMore(_ measure: [UInt32], _ covered: [Bool], label: [UInt32]) -> Bool {
        // Words of the whole that stand before 其中 are none of the part's.
        var i = label.isEmpty ? 0 : measure.startOfPart
        // Nothing but verbs and the like has been seen.
        var isInFront = true
        while i < measure.count {
            guard !covered[i] else {
                isInFront = false
                i += 1
                continue
            }
            if measure[i] == 0x28, let close = measure[i...].firstIndex(of: 0x29) {
                i = close + 1
                continue
            }
            if measure[i].isBlank || Tokenizer.mark(measure[i]) != nil {
                i += 1
                continue
            }
            let end = measure[i...].indices.first { covered[$0] || measure[$0] == 0x28 } ?? measure.count
            guard let next = plainEnd(measure, i, end, label: label, isInFront: isInFront) else { return false }
            i = next
        }
        return true
    }

    /// Behind the last of the words that are `covered` stands a noun of another kind: 价格 in 生产资料价格.
    func endsInOther(_ measure: [UInt32], _ covered: [Bool], label: [UInt32]) -> Bool {
        var i = (covered.lastIndex(of: true) ?? -1) + 1
        while i < measure.count {
            if measure[i] == 0x28, let close = measure[i...].firstIndex(of: 0x29) {
                i = close + 1
            } else if let next = plainEnd(measure, i, measure.count, label: label, isInFront: false) {
                i = next
            } else {
                let word = trie.longestMatch(in: measure, at: i, limit: measure.count)
                if let word, shapes[word.value].hasCategory { return true }
                i = word?.end ?? i + 1
            }
        }
        return false
    }

    /// What `covered` leaves over says that only some are meant: 国家级 of 国家级自然保护区, 新增, 规模以上. What stands before 其中 is said of the
    /// whole, and holds for a part where it limits who is meant (规模以上), not which (省级).
    func narrows(_ measure: [UInt32], _ covered: [Bool], label: [UInt32]) -> Bool {
        if excludes(measure) { return true }
        var part: Int?
        var isScoped: Bool?
        for i in measure.indices where !covered[i] && narrowingStarts.mayContain(measure[i]) {
            if measure[i] == 0x7701, isProvinces(measure, i) { return true }  // 省
            guard i + 1 < measure.count, narrowingSeconds.mayContain(measure[i + 1]) else { continue }
            if let end = limitEnd(measure, i), !covered[end - 1] {
                let known = isScoped ?? label.indices.contains { limitEnd(label, $0) != nil }
                if !known { return true }
                isScoped = known
            }
            guard let word = narrowings.longestMatch(in: measure, at: i, limit: measure.count), !covered[word.end - 1],
                !label.contains(measure[i..<word.end]), !measure.isInBrackets(i)
            else { continue }
            // A part by what its whole is called too: all that is said of the whole is said of it.
            let start = part ?? (covered[..<measure.startOfPart].contains(true) ? 0 : measure.startOfPart)
            if i >= start { return true }
            part = start
        }
        return false
    }

    /// （不含铁路）: a bracket takes something out; （不含农户） of what is always measured so takes nothing.
    private func excludes(_ measure: [UInt32]) -> Bool {
        var i = 0
        while let open = measure[i...].firstIndex(of: 0x28) {
            i = open + 1
            guard i + 1 < measure.count, let end = sentence.exclusions.longestMatch(in: measure, at: i, limit: measure.count)?.end else {
                continue
            }
            if sentence.standingExclusions.longestMatch(in: measure, at: end, limit: measure.count) == nil { return true }
        }
        return false
    }

    /// 省重点实验室, 某省重点实验室: what belongs to the province is not all that a place in it has. 全省 is a place too.
    private func isProvinces(_ measure: [UInt32], _ place: Int) -> Bool {
        guard place > 0 else { return measure.count > 1 }
        if trie.longestMatch(in: measure, at: place - 1, limit: place + 1).map({ terms[$0.value].deictic != nil }) ?? false { return false }
        return (max(0, place - 3)..<place).contains { start in
            trie.longestMatch(in: measure, at: start, limit: place + 1).map { $0.end == place + 1 && terms[$0.value].region != nil }
                ?? false
        }
    }

    /// 规模以上工业, 城镇居民: says of whom all that is said of parts is.
    func limitsParts(_ whole: [UInt32]) -> Bool { whole.indices.contains { limitEnd(whole, $0) != nil } }

    /// Where a word ends that limits who is meant: 规模以上, 城镇居民. 资质以上 limits nothing, for only such enterprises are counted.
    private func limitEnd(_ words: [UInt32], _ start: Int) -> Int? {
        guard narrowingStarts.mayContain(words[start]) else { return nil }
        if let people = residents.longestMatch(in: words, at: start, limit: words.count) { return people.end }
        guard let scope = scopes.longestMatch(in: words, at: start, limit: words.count), scope.value == 0,
            plainWords.longestMatch(in: words, at: start, limit: words.count)?.end != scope.end
        else { return nil }
        return scope.end
    }

    /// A word that `covered` ends in goes on: 博士 in 博士后, 服务 in 服务业.
    func goesOn(_ measure: [UInt32], _ covered: [Bool], label: [UInt32]) -> Bool {
        var i = 0
        while let start = covered[i...].firstIndex(of: true) {
            let end = covered[start...].firstIndex(of: false) ?? measure.count
            i = start
            while i < end {
                let word = trie.longestMatch(in: measure, at: i, limit: measure.count)
                if let word, word.end > end, !label.contains(measure[i..<word.end]),
                    plainWords.longestMatch(in: measure, at: end, limit: word.end)?.end != word.end
                {
                    return true
                }
                i = word?.end ?? i + 1
            }
            i = max(i, end)
            if i >= measure.count { return false }
        }
        return false
    }

    /// What is `covered` is only one of several that stand side by side: 执业医师 of 执业医师和药师, 公路 of 铁路、公路货运量.
    func joinsOthers(_ measure: [UInt32], _ covered: [Bool]) -> Bool {
        guard let first = covered.firstIndex(of: true), let last = covered.lastIndex(of: true) else { return false }
        if first > 1, measure[first - 1].joins { return true }
        return last + 2 < measure.count && measure[last + 1].joins
    }

    /// Nothing is said of what is measured: 上年平均值, 各.
    func saysNothing(_ words: ArraySlice<UInt32>) -> Bool {
        let text = words.map(\.halfwidth)
        return leavesNothingMore(text, Array(repeating: false, count: text.count), label: [])
    }

    /// Where the word at `start` ends, when it is one that says nothing more.
    private func plainEnd(_ text: [UInt32], _ start: Int, _ end: Int, label: [UInt32], isInFront: Bool) -> Int? {
        if let year = yearEnd(text, start, end) { return year }
        let word = trie.longestMatch(in: text, at: start, limit: end)
        let plain = plainWords.longestMatch(in: text, at: start, limit: end)
        if let plain, plain.end >= word?.end ?? 0 { return plain.end }
        if let word, isPlain(shapes[word.value]) || isInFront && saysWhoDoesWhat(shapes[word.value]) { return word.end }
        // What the label says too: 产量 of 油料产量, known by 油料 alone.
        let longest = min(end, start + label.count)
        for stop in stride(from: longest, to: max(start, (word?.end ?? 0) - 1), by: -1) where label.contains(text[start..<stop]) {
            return stop
        }
        return nil
    }

    /// 2024年, 2024
    private func yearEnd(_ text: [UInt32], _ start: Int, _ end: Int) -> Int? {
        guard end - start >= 4, text[start..<(start + 4)].allSatisfy(\.isDigit) else { return nil }
        if start + 4 < end { return text[start + 4] == 0x5E74 ? start + 5 : nil }  // 年
        return start + 4
    }

    /// A division, or a verb that is no noun and names no kind of thing; behind what is measured either would be another matter
    /// (出口|某省).
    private func saysWhoDoesWhat(_ term: TermShape) -> Bool {
        term.isRegion ? term.isDivision : term.wordClass == .verb && !term.hasCategory && !term.hasValue
    }

    private func isPlain(_ term: TermShape) -> Bool {
        if term.isDeictic || term.isTime { return true }
        guard !term.hasCategory, !term.isRegion else { return false }
        switch term.wordClass {
        case .copula, .change, .becomes, .compare, .adverb, .now, .frequency, .preposition, .conjunction, .particle, .breakdown:
            return true
        default: return false
        }
    }
}

extension UInt32 {
    /// 、 和 与
    fileprivate var joins: Bool { self == 0x3001 || self == 0x548C || self == 0x4E0E }
}

extension [UInt32] {
    /// Behind the last 其中, or 0.
    fileprivate var startOfPart: Int {
        var start = 0
        for i in indices where self[i] == 0x5176 && at(i + 1) == 0x4E2D { start = i + 2 }
        return start
    }

    fileprivate func contains(_ part: ArraySlice<UInt32>) -> Bool { self[...].firstIndex(of: part) != nil }

    /// Where `part` starts, the last time that it stands in here at a place that `fits`.
    func lastIndex(of part: [UInt32], where fits: (Int) -> Bool) -> Int? {
        guard !part.isEmpty, part.count <= count else { return nil }
        var start = count - part.count
        while start >= 0 {
            if stands(part, at: start), fits(start) { return start }
            start -= 1
        }
        return nil
    }

    private func stands(_ part: [UInt32], at start: Int) -> Bool {
        for i in part.indices where self[start + i] != part[i] { return false }
        return true
    }

    /// A bracket that stands open before this place.
    func isInBrackets(_ place: Int) -> Bool {
        var i = place - 1
        while i >= 0 {
            if self[i] == 0x29 { return false }
            if self[i] == 0x28 { return true }
            i -= 1
        }
        return false
    }
}

extension ArraySlice<UInt32> {
    /// Where `part`, which is not empty, starts, the first time that it stands in here.
    func firstIndex(of part: ArraySlice<UInt32>) -> Int? {
        guard !part.isEmpty else { return nil }
        return indices.dropLast(part.count - 1).first { self[$0...].starts(with: part) }
    }
}
