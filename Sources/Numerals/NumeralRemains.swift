// Numbers that are no part of a sentence though they stand in its passage, so that none takes them up. Those of charts and tables that a page's
// text has run together (总计-28.5金融业-66.7制造业5.6…, 600573.98582.16) are labels, for nothing says what each is of; those between two sentences
// are pages or markers of a list.
import ReportText

extension NumeralScanner {
    /// The fewest bare numbers that make a run, and the most characters between two of them.
    private static let fewest = 5
    private static let widest = 30

    /// Names the numbers of such runs: bare ones one after the other, with no mark of a sentence between them.
    static func nameRemains(_ found: inout [Numeral], _ text: [UInt32]) {
        nameShares(&found, text)
        // Most passages hold none.
        guard found.indices.contains(where: { found[$0].kind == .unresolved }) else { return }
        var first = 0
        while first < found.count {
            var last = first
            while last + 1 < found.count, goesOn(text, from: found[last].end, to: found[last + 1].start) { last += 1 }
            nameRun(&found, first...last, text)
            first = last + 1
        }
        for i in found.indices where found[i].isBare && found[i].end - found[i].start <= 3 {
            if let kind = lone(text, found[i].start, found[i].end, next: i + 1 < found.count ? found[i + 1] : nil) { found[i].kind = kind }
        }
    }

    /// 采矿业27.3%建筑业10.0%其他25.1%9.3%: the shares of a chart, of which two stand without anything between. Nothing says which is whose.
    private static func nameShares(_ found: inout [Numeral], _ text: [UInt32]) {
        var i = 0
        while i + 1 < found.count {
            defer { i += 1 }
            guard found[i].isShare, found[i + 1].isShare, found[i].end == found[i + 1].start else { continue }
            var (first, last) = (i, i + 1)
            while first > 0, goesOn(text, from: found[first - 1].end, to: found[first].start, widest: widestOfShares) { first -= 1 }
            while last + 1 < found.count, found[last + 1].isShare,
                goesOn(text, from: found[last].end, to: found[last + 1].start, widest: widestOfShares)
            {
                last += 1
            }
            if (first...last).count(where: { found[$0].isShare }) >= fewestShares {
                for j in first...last where found[j].kind == .figure { found[j].kind = .label }
            }
            i = last
        }
    }

    private static let fewestShares = 4
    private static let widestOfShares = 80

    /// What a short whole number is that stands where a sentence ends or starts: 。 7 全年…, 。5、本报告…, or a page's before another number (收入 11 27.76
    /// 亿元).
    private static func lone(_ text: [UInt32], _ start: Int, _ end: Int, next: Numeral?) -> NumeralKind? {
        guard text[start..<end].allSatisfy(\.isDigit) else { return nil }
        var before = start - 1
        while before >= 0, text[before].isBlank { before -= 1 }
        var after = end
        while after < text.count, text[after].isBlank { after += 1 }
        let isSetApart = before < start - 1 && (after > end || after == text.count)
        if isSetApart, before >= 0, text[before].isHan, let next, next.start == after, next.kind == .figure { return .page }
        // 注：1、部分数据为初步数
        // 注:、
        if before > 0, text[before] == 0x3A, text[before - 1] == 0x6CE8, end < text.count, text[end] == 0x3001 { return .listMarker }
        guard before < 0 || text[before] == 0x3002 || text[before] == 0x21 || text[before] == 0x3F else { return nil }  // 。!?
        if end < text.count, text[end] == 0x3001 { return .listMarker }
        guard after == text.count ? before >= 0 : after > end && (text[after].isHan || text[after].isDigit) else { return nil }
        return before < 0 ? .listMarker : .page
    }

    private static func nameRun(_ found: inout [Numeral], _ run: ClosedRange<Int>, _ text: [UInt32]) {
        let bare = run.filter { found[$0].isBare }
        guard bare.count >= fewest, let start = bare.first, let end = bare.last else { return }
        let counted = (start...end).filter { found[$0].time == nil }
        guard bare.count * 2 > counted.count else { return }
        // Words or a point stand between them, and not the marks of a list (3、4、5) or a ratio (3:4:5) alone.
        let apart = (start..<end).count {
            text[found[$0].end..<max(found[$0].end, found[$0 + 1].start)].contains {
                $0.isHan || $0.isLatinLetter || $0 == 0x2E || $0.isBlank
            }
        }
        guard apart * 2 > end - start else { return }
        for i in start...end
        where found[i].isBare || found[i].kind == .figure && text.indices.contains(found[i].end) && text[found[i].end].isHan {
            found[i].kind = .label
        }
    }

    /// Nothing that ends a clause stands between two numbers.
    private static func goesOn(_ text: [UInt32], from start: Int, to end: Int, widest: Int = widest) -> Bool {
        guard end >= start, end - start <= widest else { return end < start }
        return !text[start..<end].contains { $0 == 0x2C || $0 == 0x3B || $0 == 0x3002 || $0 == 0x21 || $0 == 0x3F }
    }
}

extension Numeral {
    fileprivate var isShare: Bool { kind == .figure && unitKind == .percent }

    /// A number without a unit that nothing has named.
    fileprivate var isBare: Bool { kind == .unresolved && value != nil && !isChinese }
}
