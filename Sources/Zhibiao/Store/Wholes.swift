// Which figures are parts of others: those of a sentence that stand behind 其中 or its like.
import Figures
import ReportText
import Vocabulary

/// Finds the wholes of figures that are parts.
struct WholeReader {
    /// 其中 and its like (seeds/words.csv), as scalars.
    private let breakdowns: [[UInt32]]

    init() throws {
        breakdowns = try SeedTable.embedded("words").rows.filter { $0[1] == "breakdown" }.map { $0[0].unicodeScalars.map(\.value) }
    }

    /// Indices into the extraction's figures: each part with its whole.
    func wholes(_ piece: Extraction, _ text: ReportText) -> [(part: Int, whole: Int)] {
        var links: [(part: Int, whole: Int)] = []
        var first = 0
        while first < piece.figures.count {
            // The figures of one sentence.
            var end = first + 1
            while end < piece.figures.count, piece.figures[end].passage == piece.figures[first].passage,
                piece.figures[end].quote == piece.figures[first].quote
            { end += 1 }
            var opened: Int?
            // What was open before a bracket with a breakdown of its own: 卫生院51个（其中街道7个），防疫站13个.
            var outside: [Int?] = []
            for index in (first + 1)..<max(end, first + 1) {
                let range = piece.figures[index - 1].end..<max(piece.figures[index].start, piece.figures[index - 1].end)
                for scalar in text.scalars[range.clamped(to: text.scalars.indices)] {
                    switch scalar {
                    case 0x28, 0xFF08: outside.append(opened)
                    case 0x29, 0xFF09: opened = outside.popLast() ?? opened
                    // A semicolon goes on to the next thing.
                    case 0x3B, 0xFF1B: opened = outside.last ?? nil
                    default: break
                    }
                }
                if holdsBreakdown(text.scalars[range.clamped(to: text.scalars.indices)]) { opened = index }
                guard let opened, isCount(piece.figures[index]) else { continue }
                let whole = (first..<opened).last { isCount(piece.figures[$0]) && piece.figures[$0].unit == piece.figures[index].unit }
                if let whole { links.append((index, whole)) }
            }
            first = end
        }
        return links
    }

    private func isCount(_ figure: Figure) -> Bool { figure.statistic == .value && !figure.unit.isEmpty }

    private func holdsBreakdown(_ gap: ArraySlice<UInt32>) -> Bool {
        breakdowns.contains { word in
            guard let head = word.first, gap.count >= word.count else { return false }
            return gap.indices.contains { gap[$0] == head && gap[$0...].starts(with: word) }
        }
    }
}
