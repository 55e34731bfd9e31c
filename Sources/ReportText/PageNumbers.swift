// The numbers of pages that a converter left between the words of a sentence: 增 —7— 长.

extension [UInt32] {
    /// Where such numbers stand, with their dashes and the blanks around them, between two Chinese characters.
    func pageNumbers(in range: Range<Int>) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var place = range.lowerBound
        while let dash = self[place..<range.upperBound].firstIndex(of: 0x2014) {  // —
            let page = pageNumber(at: dash, in: range)
            if let page { found.append(page) }
            place = page?.upperBound ?? dash + 1
        }
        return found
    }

    private func pageNumber(at dash: Int, in range: Range<Int>) -> Range<Int>? {
        var end = dash + 1
        func skip(_ isSkipped: (UInt32) -> Bool) { while end < range.upperBound, isSkipped(self[end]) { end += 1 } }
        skip(\.isBlank)
        let first = end
        skip(\.isDigit)
        guard (1...3).contains(end - first) else { return nil }
        skip(\.isBlank)
        guard end < range.upperBound, self[end] == 0x2014 else { return nil }
        end += 1
        let behind = end
        skip(\.isBlank)
        var start = dash
        while start > range.lowerBound, self[start - 1].isBlank { start -= 1 }
        guard start < dash, end > behind, start > range.lowerBound, end < range.upperBound, self[start - 1].isHan, self[end].isHan else {
            return nil
        }
        return start..<end
    }
}

extension Range<Int> {
    /// What is left of the range without those, which stand in it in order.
    func without(_ parts: [Range<Int>]) -> [Range<Int>] {
        var left: [Range<Int>] = []
        var start = lowerBound
        for part in parts {
            left.append(start..<part.lowerBound)
            start = part.upperBound
        }
        left.append(start..<upperBound)
        return left
    }
}
