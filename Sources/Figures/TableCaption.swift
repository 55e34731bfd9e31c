// What a table's caption, headers and labels say together: of whom all rows are, and what need not be said twice.
import Numerals

extension TableWords {
    /// Of whom or what all rows are, where the caption limits them: 规模以上工业企业 of 规模以上工业企业主要产品产量.
    func scope(of caption: [Token], in title: String) -> String {
        let lexicon = run.lexicon
        let scalars = title.unicodeScalars.map(\.value)
        let text = scalars.map(\.halfwidth)
        // 金融机构本外币 of 金融机构本外币存贷款余额
        if let last = caption.first(where: { lexicon.coverageEnd(text, $0) != nil }), let end = lexicon.coverageEnd(text, last),
            let first = caption.first(where: { $0.isNominal }), first.start < end
        {
            return String(scalars: scalars[first.start..<end])
        }
        for i in caption.indices {
            guard let cue = lexicon.scope(in: text, caption[i]), !cue.isPerHead else { continue }
            var end = lexicon.amountStart(in: text, caption[i], after: cue.range.upperBound) ?? caption[i].end
            for token in caption[(i + 1)...] where end == token.start {
                guard token.isNominal else { break }
                let category = lexicon.noun(token)?.category
                guard text[token.end - 1] == 0x4E1A || category == "enterprise" || category == "organisation" else { break }  // 业
                end = token.end
            }
            return end > cue.range.upperBound ? String(scalars: scalars[cue.range.lowerBound..<end]) : ""
        }
        return ""
    }

    /// 农作物总播种面积 under 产量, beside a column 播种面积: a row's label that ends in what another column holds says here only of what.
    func withoutOtherTitle(_ label: String, own: String, _ columns: [TableColumn]) -> String {
        guard !own.isEmpty,
            let other = columns.first(where: {
                !$0.isGeneric && !$0.isLabel && !$0.isUnit && $0.title.utf8.count > 3 && label.utf8.count > $0.title.utf8.count
                    && label.endsAs($0.title)
            }), !own.hasPrefix(other.title)
        else { return label }
        return String(label.unicodeScalars.dropLast(other.title.unicodeScalars.count))
    }

    /// A header without what the label of the row says itself: nothing of 产量 under 发电量, 比上年增长 of 产量比上年增长.
    func title(_ title: String, under label: String) -> String {
        if label.hasSuffix(title) { return "" }
        guard let last = label.unicodeScalars.last, title.unicodeScalars.contains(last) else { return title }
        let text = title.unicodeScalars.map(\.value.halfwidth)
        guard let first = tokens(text).first, first.start == 0, text[first.end - 1] == last.value, run.lexicon.isAttribute(text, first)
        else {
            return title
        }
        return String(String.UnicodeScalarView(title.unicodeScalars.dropFirst(first.end)))
    }
}

extension [UInt32] {
    /// How many characters at the end are the mark of a footnote: 3 of 居住[3].
    var footnoteMark: Int {
        guard let last, last.halfwidth == 0x5D, let open = lastIndex(where: { $0.halfwidth == 0x5B }), open > 0, open < count - 2,
            self[(open + 1)..<(count - 1)].allSatisfy(\.halfwidth.isDigit)
        else { return 0 }
        return count - open
    }
}
