// Words that only lead to a measure, numbers and headings left before it, and units that are all that says what is counted.
import Numerals

extension SentenceReader {
    /// Without time, adverbs and the like in front, and without 达到, 为, 共 behind.
    func trimmedLeft(_ words: Words) -> Words {
        var low = words.startIndex
        // 发电量251.10火力发电量126.81全年实现利润: the remains of a table before a sentence.
        var remains = 0
        var hasPoint = false
        var last = low
        for i in words.indices where isRemains(words[i]) {
            remains += 1
            hasPoint = hasPoint || text[words[i].start..<words[i].end].contains(0x2E)
            last = i
        }
        if remains > 1, remains > 3 || hasPoint {
            low = last + 1
            // 2024年2025年增速全年货运量: the sentence starts where it says when.
            if let time = words[low...].lastIndex(where: { $0.kind == .time && $0.term >= 0 }) { low = time }
        }
        if let start = startBehindPageNumber(words[low...]) { low = start }
        if let start = startBehindTitle(words[low...]) ?? startBehindHeading(words[low...]) { low = start }
        while low < words.endIndex {
            switch words[low].kind {
            // 达到或优于Ⅲ类的断面比例
            case .copula where words.element(low + 1)?.kind == .conjunction: return trimmedRight(words[low...])
            // 具有资质等级的企业
            case .copula where text[words[low].start] == 0x5177 && words[low...].contains(where: { $0.kind == .particle }):
                return trimmedRight(words[low...])
            case .time where isAverage(words, low), .frequency where isAverage(words, low): return trimmedRight(words[low...])
            // 直接医疗救助
            case .adverb where lexicon.limitsNoun(text, words[low]) && words.element(low + 1).map({ $0.isNominal && !$0.isVerb }) ?? false:
                return trimmedRight(words[low...])
            // 累计运送乘客: not of one year alone.
            case .frequency
            where text[words[low].start] == 0x7D2F && words.element(low + 1)?.start == words[low].end
                && words.endIndex > low + 2 && !isAttributeAlone(words[(low + 1)...].trimmingEnds()):
                return trimmedRight(words[low...])
            // 每平方米均价
            case .adverb where says(words[low], 0x6BCF) && words.element(low + 1)?.start == words[low].end:
                return trimmedRight(words[low...])
            case .time, .adverb, .now, .frequency, .comma, .pause, .conjunction, .close, .particle, .locative, .copula: low += 1
            case .preposition where words.element(low + 1)?.kind == .time: low += 2
            case .text where isPerYear(words, low):
                // 年总|供水量
                if words[low].end - words[low].start == 2, text[words[low].end - 1] == 0x603B {  // 总
                    var rest = words[low]
                    rest.start += 1
                    return trimmedRight(list(rest) + words[(low + 1)...])
                }
                low += 1
            // 半年内离职率
            case .text where says(words[low], 0x5185) && low > words.startIndex && words[low - 1].kind == .time: low += 1  // 内
            case .verb where says(words[low], 0x6709): low += 1  // 有
            default:
                // 地区森林面积 in a report of 某地区
                if says(words[low], 0x5730), isOwnRegion(words[low...]) {  // 地
                    low += 2
                    continue
                }
                // 全市 in front of what is measured says whose, not what.
                if words[low].kind != .noun, words[low].term >= 0, lexicon.shapes[words[low].term].isDeictic,
                    !saysOfWhatRank(words, low)
                {
                    low += 1
                } else {
                    return trimmedRight(words[low...])
                }
            }
        }
        return []
    }

    /// 地|区, where the figures are those of a 地区.
    func isOwnRegion(_ words: Words) -> Bool {
        guard let next = words.element(words.startIndex + 1), says(next, 0x533A), text[next.start - 1] == 0x5730 else { return false }
        return subject?.name.hasSuffix("地区") ?? false
    }

    private func trimmedRight(_ words: Words) -> Words {
        words.droppingTrailing {
            switch $0.kind {
            case .copula, .adverb, .comma, .open, .frequency, .becomes, .time, .now: true
            default: false
            }
        }
    }

    /// 设有10系、2部: nothing but the unit says what is counted; 教材2部 is another matter.
    func isCountedItself(_ numeral: Numeral, after left: Words) -> Bool {
        guard numeral.unitKind == .count else { return false }
        let facts = lexicon.units[numeral.unit]
        if facts.isNoun { return left.last.map { !$0.isNominal || isMention($0) } ?? true }
        guard facts.isListedNoun, !left.hasNominal else { return false }
        return drafts.last.map { lexicon.units[numerals[$0.numeral].unit].isNoun } ?? false
    }

    /// 年平均气温, 多年平均水资源总量: the average is what is measured.
    func isAverage(_ words: Words, _ i: Int) -> Bool {
        guard let next = words.element(i + 1), next.start == words[i].end else { return false }
        if words[i].kind == .time {
            guard text[words[i].start] == 0x591A, next.kind == .adverb, lexicon.isRateWord(next) else { return false }  // 多
            return words.element(i + 2)?.isNominal ?? false
        }
        return text[words[i].end - 1] == 0x5747 && words[i].end - words[i].start > 2 && next.isNominal && !next.isVerb  // 均
    }

    /// 全国重点文物保护单位, 河南省重点实验室, in a text about a place there: says of what rank a thing is that is counted.
    func saysOfWhatRank(_ words: Words, _ i: Int) -> Bool {
        guard words[i].kind == .region, let next = words.element(i + 1), next.start == words[i].end, next.isNominal || next.kind == .quote,
            !isMention(next),
            let named = discourse.subject(of: words[i]), let subject, subject.regionCode != nil
        else { return false }
        return lexicon.isNation(named) || named.contains(subject)
    }

    /// What a number's unit counts by itself, as a word: 系 in 8系.
    func unitWord(_ numeral: Numeral) -> Token? {
        let start = numeral.end - numeral.unit.unicodeScalars.count
        guard start > numeral.start, numeral.unit.unicodeScalars.lazy.map(\.value).elementsEqual(text[start..<numeral.end]) else {
            return nil
        }
        return Token(kind: .noun, start: start, end: numeral.end, term: lexicon.trie.value(of: text[start..<numeral.end]) ?? -1)
    }

    /// Without what only leads to the words measured: 目标是“|培训; 失业率|由上年的.
    func withoutFrame(_ left: Words) -> Words {
        var left = left
        if let quote = left.lastIndex(where: { $0.kind == .quote }), quote + 1 < left.endIndex,
            left.count(where: { $0.kind == .quote }) % 2 == 1, left[(quote + 1)...].hasNominal
        {
            left = left[(quote + 1)...]
        }
        if left.last?.kind == .particle, left.count > 2, left[left.endIndex - 2].kind == .time {
            let origin = left.endIndex - 3
            let last = left[origin]
            if text[last.end - 1] == 0x7531 || text[last.end - 1] == 0x4ECE {  // 由 从
                left = left[..<origin]
                if last.end - last.start > 1 {
                    var rest = last
                    rest.end -= 1
                    left += list(rest)
                }
            }
        }
        return left
    }

    /// 4 全年粮食产量, 10 十、财政金融全年收入: a page's number, and perhaps a heading, before the sentence that starts with a time or place.
    func startBehindPageNumber(_ words: Words) -> Int? {
        guard let first = words.first, first.kind == .text, first.term < 0, first.end - first.start <= 4, text[first.start].isDigit,
            text[first.start..<first.end].allSatisfy({ $0.isDigit }) || text.at(first.end) == 0x3001,
            let next = words.element(words.startIndex + 1)
        else { return nil }
        if next.kind == .time || isMention(next) { return words.startIndex + 1 }
        return words.firstIndex { $0.kind == .time && $0.term >= 0 }
    }

    /// 九、对外贸易全年货物进出口总额: a heading with its number before a sentence that says when.
    func startBehindHeading(_ words: Words) -> Int? {
        guard let first = words.first, text[first.start..<min(first.start + 4, text.count)].contains(0x3001),  // 、
            let numeral = numeral(at: first.start), numeral.kind != .figure,
            text.at(numeral.end) == 0x3001 || text[numeral.end - 1] == 0x3001,
            let time = words.prefix(8).firstIndex(where: { $0.kind == .time && $0.term >= 0 }), time > words.startIndex
        else { return nil }
        return time
    }

    /// The numeral that starts there.
    private func numeral(at place: Int) -> Numeral? {
        let index = numerals.partitioningIndex { $0.start >= place }
        return index < numerals.count && numerals[index].start == place ? numerals[index] : nil
    }

    /// Behind 主要产品产量及增长速度 in 主要产品产量及增长速度 全年企业利润9亿元: a title, and a blank before the sentence that says when.
    func startBehindTitle(_ words: Words) -> Int? {
        guard
            let time = words.lastIndex(where: { token in
                token.kind == .time && token.term >= 0 && token.start > 0 && text[token.start - 1].isBlank
            }), time > words.startIndex, words[(time + 1)...].hasNounProper, words[..<time].hasNounProper,
            let before = words[..<time].last, before.isNominal || before.kind == .change, before.end < words[time].start
        else { return nil }
        return time
    }

    /// A number that no word takes in.
    func isRemains(_ token: Token) -> Bool {
        token.kind == .text && token.term < 0
            && text[token.start..<token.end].allSatisfy { $0.isDigit || $0 == 0x2E || $0 == 0x2D || $0 == 0x25 || $0.isBlank }
    }
}
