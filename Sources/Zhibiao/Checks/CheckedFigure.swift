// A figure as far as checks look at it, and the vocabulary they need.
import Figures
import GRDB
import Numerals
import ReportText
import Vocabulary

/// The words of seeds/measure_words.csv, longest first.
struct MeasureWords {
    let generic: [String]
    let shares: [String]
    let totals: [String]
    let plans: [String]
    let yearBefore: [String]
    /// 其中 and its like (seeds/words.csv).
    let breakdowns: [String]

    init() throws {
        let table = try SeedTable.embedded("measure_words")
        func terms(_ use: String) -> [String] {
            table.rows.filter { $0[1] == use }.map { $0[0] }.sorted { ($0.count, $0) > ($1.count, $1) }
        }
        generic = terms("generic")
        shares = terms("share")
        totals = terms("total")
        plans = terms("plan")
        yearBefore = terms("year_before")
        breakdowns = try SeedTable.embedded("words").rows.filter { $0[1] == "breakdown" }.map { $0[0] }.sorted { $0.count > $1.count }
    }

    /// What a share is of: the words before 占, or before 比例 and its like: 增加值 of 第二产业增加值占地区生产总值比重.
    func sharer(_ core: String) -> Substring {
        if let of = core.firstIndex(of: "占"), of != core.startIndex { return core[..<of] }
        for word in shares where core.hasSuffix(word) { return core.dropLast(word.count) }
        return core[...]
    }

    /// What is measured without the words that tell nothing of it: 教师总数 is 教师.
    func core(_ measure: String) -> String {
        var rest = measure[...]
        var isCut = true
        while isCut {
            isCut = false
            for word in generic where rest.count > word.count {
                if rest.hasSuffix(word) {
                    rest = rest.dropLast(word.count)
                } else if rest.hasPrefix(word) {
                    rest = rest.dropFirst(word.count)
                } else {
                    continue
                }
                isCut = true
                break
            }
        }
        return String(rest)
    }
}

/// A figure as far as checks look at it.
struct CheckedFigure {
    let id: Int64
    let report: Int64
    let subject: Int64?
    let indicator: String?
    /// The indicator's name.
    let label: String?
    let measure: String
    /// ``MeasureWords/core(_:)`` of the measure.
    let core: String
    let period: String?
    /// The period stands in the sentence.
    let statesPeriod: Bool
    let statistic: Statistic
    let frequency: Frequency?
    let unit: String
    let value: Double
    let low: Double?
    let high: Double?
    let bound: Bound
    let surface: String
    let passage: Int64
    let position: Int
    let section: Int64?
    let isTableRow: Bool
    let sentence: Int64
    let whole: Int64?
    /// The sentence opens with 其中: what it is a part of stands elsewhere.
    let opensAsPart: Bool
    /// Half of the last digit that the writing gives: 64.8万 stands for 647,500 to 648,500. 0 for a count written out.
    let margin: Double

    /// All figures that nobody rejected, in order of report and text.
    static func all(_ db: Database, _ words: MeasureWords) throws -> [CheckedFigure] {
        var figures: [CheckedFigure] = []
        var cores: [String: String] = [:]
        try BoundStatement(
            db,
            """
            SELECT figure.figure_id, numeral.report_id, figure.subject_id, figure.indicator, figure.measure, figure.period,
                   figure.statistic, figure.frequency, numeral.unit, numeral.value, figure.low, figure.high, figure.bound,
                   numeral.surface, passage.passage_id, passage.position, passage.section_id, passage.kind, figure.sentence_id,
                   figure.whole_id, indicator.zh, figure.period_basis, substr(sentence.text, 1, 4)
            FROM numeral
            JOIN figure ON figure.numeral_id = numeral.numeral_id
            JOIN passage ON passage.passage_id = numeral.passage_id
            JOIN sentence ON sentence.sentence_id = figure.sentence_id
            LEFT JOIN indicator ON indicator.code = figure.indicator
            WHERE figure.status <> 'rejected'
            ORDER BY numeral.report_id, numeral.char_start
            """
        ).eachRow { row in
            let measure = try row.text(4)
            let core = cores[measure] ?? words.core(measure)
            cores[measure] = core
            let value = try row.real(9)
            let surface = try row.text(13)
            let unit = try row.text(8)
            let opening = try row.text(22)
            figures.append(
                CheckedFigure(
                    id: try row.integer(0), report: try row.integer(1), subject: row.isNull(2) ? nil : try row.integer(2),
                    indicator: try row.optionalText(3), label: try row.optionalText(20), measure: measure, core: core,
                    period: try row.optionalText(5), statesPeriod: try row.optionalText(21) == PeriodBasis.stated.rawValue,
                    statistic: try row.code(6), frequency: try row.optionalCode(7), unit: unit, value: value,
                    low: try row.optionalReal(10), high: try row.optionalReal(11), bound: try row.code(12), surface: surface,
                    passage: try row.integer(14), position: try row.int(15), section: row.isNull(16) ? nil : try row.integer(16),
                    isTableRow: try row.text(17) == "table_row", sentence: try row.integer(18),
                    whole: row.isNull(19) ? nil : try row.integer(19),
                    opensAsPart: words.breakdowns.contains(where: opening.hasPrefix), margin: margin(surface, value, unit)))
        }
        return figures
    }

    /// Half of the last digit that `surface` gives of `value`.
    static func margin(_ surface: String, _ value: Double, _ unit: String) -> Double {
        var digits = ""
        for scalar in surface.unicodeScalars {
            let plain = Unicode.Scalar(scalar.value >= 0xFF0E && scalar.value <= 0xFF19 ? scalar.value - 0xFEE0 : scalar.value) ?? scalar
            if ("0"..."9").contains(plain) || plain == "." && !digits.isEmpty {
                digits.unicodeScalars.append(plain)
            } else if plain == "," || plain == " " {
                continue
            } else if !digits.isEmpty {
                break
            }
        }
        guard let mantissa = Double(digits), mantissa != 0, value != 0 else { return 0 }
        let scale = abs(value / mantissa)
        // A corrected value is not the one that is written.
        guard [1, 10, 100, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e12].contains(where: { abs($0 / scale - 1) < 1e-9 }) else { return 0 }
        let decimals = digits.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
        if decimals == 0, scale < 1.5, unit != "%", unit != "百分点" { return 0 }
        var last = scale
        for _ in 0..<decimals { last /= 10 }
        return last / 2
    }

    /// Whether one number can be both figures: what the words of both allow overlaps, and of two exact ones the coarser is the
    /// finer one rounded.
    func agrees(with other: CheckedFigure) -> Bool {
        let slack = 1e-9 * max(abs(value), abs(other.value), 1)
        if bound == .exact, other.bound == .exact {
            // Of two numbers with equally many digits none is the other rounded.
            if abs(margin - other.margin) <= slack { return abs(value - other.value) <= slack }
            return abs(value - other.value) <= max(margin, other.margin) + slack
        }
        func isBelow(_ left: CheckedFigure, _ right: CheckedFigure) -> Bool {
            guard let high = left.high, let low = right.low else { return false }
            return high + left.margin + slack < low - right.margin
        }
        return !isBelow(self, other) && !isBelow(other, self)
    }

    /// The number as people read it.
    var text: String {
        let number = BoundedValue<Percent>(value: value, low: low, high: high, bound: bound).description
        return unit.isEmpty ? number : number + " " + unit
    }
}
