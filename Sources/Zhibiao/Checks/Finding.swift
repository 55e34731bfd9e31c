// What a check of the database finds: figures that agree, and figures that cannot all be right.

/// Something that figures say of one another.
public struct Finding: Sendable, Equatable {
    /// What figures say of one another.
    public enum Kind: String, Sendable, CaseIterable {
        /// The same subject, indicator and period, and values that cannot both be right.
        case contradiction
        /// The same subject, indicator and period, and values that agree: 超40% and 43%.
        case agreement
        /// A part (其中) that is more than its whole.
        case partExceedsWhole = "part_exceeds_whole"
        /// A share of more than 100%.
        case shareOver100 = "share_over_100"
        /// A table's row of totals that is not the sum of the rows above.
        case totalDiffers = "total_differs"
        /// A growth that does not follow from the two values.
        case growthDiffers = "growth_differs"
    }

    /// What was found.
    public let kind: Kind
    /// The numbers in one line: `49 against 47.5 %`.
    public let detail: String
    /// The figures with their sentences, in order of report and text.
    public let figures: [FigureRecord]
}

extension MetricsDatabase {
    /// Checks all figures but rejected ones against one another. Bounds and the digits given are respected: 超40% and 43% agree, and
    /// 64.8万 and 648,123 do.
    ///
    /// Figures are compared when they have the same subject, indicator, period, unit and kind of number. Counts must also be of the
    /// same words; rates of one indicator may differ in words, unless they stand in one sentence or table.
    /// - Returns: the findings in order of kind, then of report and text.
    public func check() throws -> [Finding] {
        try read { db in
            let words = try MeasureWords()
            let figures = try CheckedFigure.all(db, words)
            let found =
                Comparison.findings(figures, words) + PartCheck.findings(figures, words) + ShareCheck.findings(figures, words)
                + TotalCheck.findings(figures, words) + GrowthCheck.findings(figures, words)
            let reader = try FigureReader(db)
            return try found.map { found in
                Finding(kind: found.kind, detail: found.detail, figures: try found.figures.compactMap(reader.figure))
            }
        }
    }
}

/// A finding before its figures are fetched.
struct Found {
    let kind: Finding.Kind
    let detail: String
    let figures: [Int64]
}
