// The words and numbers of a chart: a PDF's text has them as lines near the chart's caption, where they say nothing that can be read.

extension Structure {
    /// Takes the lines of charts for furniture: those below or above a caption 图…, up to the next prose, heading or caption, where at
    /// least two have numbers and most of these no label before them, as the lines of values and axes do.
    static func markCharts(_ lines: inout [Line], _ text: [UInt32]) {
        for caption in lines.indices {
            guard case .caption = lines[caption].look, text[lines[caption].range.lowerBound] == 0x56FE else { continue }  // 图
            if !markChart(&lines, text, from: caption + 1, by: 1) { _ = markChart(&lines, text, from: caption - 1, by: -1) }
        }
    }

    /// The most lines that a chart takes, empty ones included.
    private static let longestChart = 120

    private static func markChart(_ lines: inout [Line], _ text: [UInt32], from start: Int, by step: Int) -> Bool {
        var numbered = 0
        var bare = 0
        var last: Int?
        var i = start
        reading: while lines.indices.contains(i), abs(i - start) < longestChart {
            defer { i += step }
            switch lines[i].look {
            case .blank, .rule: continue
            case .furniture:
                // A number alone on an axis, or a page's.
                numbered += 1
                bare += 1
            case .text, .listItem:
                guard let line = ChartLine(lines[i], text) else { break reading }
                if line.hasNumber {
                    numbered += 1
                    if !line.hasLabel { bare += 1 }
                    last = i
                } else if line.words > 1, last != nil {
                    last = i
                }
            case .caption where text[lines[i].range.lowerBound] == 0x8868: return false  // 表: what is between belongs to it
            default: break reading
            }
        }
        guard let last, numbered >= 2, bare * 2 > numbered else { return false }
        for i in min(start, last)...max(start, last) {
            switch lines[i].look {
            case .text, .listItem: lines[i].look = .furniture
            default: break
            }
        }
        return true
    }
}

/// A line as a chart can have it: numbers and a few short words, set apart by blanks.
private struct ChartLine {
    var words = 0
    var hasNumber = false
    /// Words stand before its first number, or a year that labels the numbers after it.
    var hasLabel = false

    private static let longestWord = 10

    /// Nil when no chart has such a line.
    init?(_ line: Line, _ text: [UInt32]) {
        if let number = HeadingNumber.parse(text, line.body..<line.range.upperBound), number.rank <= 50 { return nil }
        var numbers = 0
        var firstIsYear = false
        var secondIsYear = false
        var start = line.range.lowerBound
        while start < line.range.upperBound {
            var end = start
            while end < line.range.upperBound, !text[end].isBlank { end += 1 }
            guard end > start else {
                start += 1
                continue
            }
            let word = text[start..<end]
            guard word.count <= ChartLine.longestWord || ChartLine.isUnit(word),
                !word.contains(where: { ChartLine.marks.contains($0) })
            else { return nil }
            let isYear = ChartLine.isYear(word)
            if isYear || CellText.isNumber(Array(word)) || word.allSatisfy({ $0.halfwidth.isDigit }) {
                if numbers == 0 {
                    hasLabel = words > 0
                    firstIsYear = isYear
                } else if numbers == 1 {
                    secondIsYear = isYear
                }
                numbers += 1
            }
            words += 1
            start = end
        }
        hasNumber = numbers > 0
        if firstIsYear, numbers > 1, !secondIsYear { hasLabel = true }
    }

    private static let marks: Set<UInt32> = Set("。，；！？：、“”".unicodeScalars.map(\.value))

    /// 2021, 2021年
    private static func isYear(_ word: ArraySlice<UInt32>) -> Bool {
        let digits = word.last == 0x5E74 ? word.dropLast() : word
        guard digits.count == 4, let first = digits.first, digits.allSatisfy(\.isDigit) else { return false }
        return first == 0x31 || first == 0x32
    }

    /// （单位：亿元）
    private static func isUnit(_ word: ArraySlice<UInt32>) -> Bool { word.count <= 16 && word.first?.halfwidth == 0x28 }
}
