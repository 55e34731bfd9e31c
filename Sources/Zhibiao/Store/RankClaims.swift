// Claims to a place among others (全省第一), with their place in the text.
import Figures
import ReportText
import Vocabulary

/// A claim to a place among others. Offsets are Unicode code points into the report's text, end exclusive.
struct RankClaim: Equatable {
    let text: String
    /// Among whom: 全省. Nil where that is not said.
    let scope: String?
    let subject: SubjectName?
    /// Index into `Extraction.passages`.
    let passage: Int
    /// Index into `Extraction.figures`; nil where the claim is made of no figure.
    let figure: Int?
    let line: Int
    let start: Int
    let end: Int
}

/// Finds the claims that an extraction holds: for now the ranks that are said of figures.
struct RankReader {
    /// Words that stand for a region at the start of a claim, longest first.
    private let scopes: [String]

    init() throws {
        let deictics = try SeedTable.embedded("deictics").rows.map { $0[0] }
        let others = try SeedTable.embedded("regions_other").rows.map { $0[0] }
        scopes = Set(deictics + others).sorted { ($0.count, $0) > ($1.count, $1) }
    }

    func claims(_ piece: Extraction, _ text: ReportText) -> [RankClaim] {
        piece.figures.indices.compactMap { index in
            let figure = piece.figures[index]
            guard let rank = figure.rank, !rank.isEmpty else { return nil }
            let passage = piece.passages[figure.passage]
            // Words that are joined from several places, or go over a line's end, are found at the figure itself.
            let place = Self.place(of: rank, near: figure.start, within: passage.start..<passage.end, text) ?? figure.start..<figure.end
            let between = text.scalars[min(figure.start, place.lowerBound)..<max(figure.start, place.lowerBound)]
            let lines = between.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
            return RankClaim(
                text: rank, scope: scopes.first { rank.hasPrefix($0) }, subject: SubjectName(figure), passage: figure.passage,
                figure: index, line: place.lowerBound < figure.start ? figure.line - lines : figure.line + lines,
                start: place.lowerBound, end: place.upperBound)
        }
    }

    /// Where `words` stand, nearest to `position`.
    private static func place(of words: String, near position: Int, within range: Range<Int>, _ text: ReportText) -> Range<Int>? {
        let wanted = words.unicodeScalars.map(\.value)
        let range = range.clamped(to: text.scalars.indices)
        guard !wanted.isEmpty, range.count >= wanted.count else { return nil }
        return (range.lowerBound...(range.upperBound - wanted.count))
            .filter { text.scalars[$0] == wanted[0] && text.scalars[$0...].starts(with: wanted) }
            .min { abs($0 - position) < abs($1 - position) }
            .map { $0..<($0 + wanted.count) }
    }
}
