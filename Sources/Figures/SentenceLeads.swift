// Words that only lead to a measure, numbers and headings left before it, and units that are all that says what is counted.
import Numerals

extension SentenceReader {
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
