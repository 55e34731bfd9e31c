// The figures of one report as a table gives them, and their rows.
import ReportText

/// A figure of a table.
struct TableFigure: FigureContent, Sendable {
    var record: FigureRecord
    /// Code of the region that its subject is or lies in.
    var region: String?
    /// Index into ``TableReport/passages``.
    var passage = 0

    var value: Double { record.value }
    var low: Double? { record.low }
    var high: Double? { record.high }
    var unit: String { record.unit }
    var bound: Bound { record.bound }
    var statistic: Statistic { record.statistic }
    var frequency: Frequency? { record.frequency }
    var category: String { record.category }
    var indicator: String? { record.indicator }
    var indicatorLabel: String? { record.indicatorLabel }
    var measure: String { record.measure }
    var period: String? { record.period }
    var periodBasis: PeriodBasis? { record.periodBasis }
    var rank: String? { record.rank }
    var confidence: Double { record.confidence }
    var subjectName: SubjectName? {
        record.subject.map { SubjectName(name: $0, kind: record.subjectKind ?? "organisation", region: region) }
    }
}

/// The figures that a table gives of one report.
struct TableReport: Sendable {
    /// What stands around figures.
    struct Passage: Sendable {
        let text: String
        /// The heading path; "" for none.
        let section: String
        var place: Range<Int>
        let line: Int
        let kind: PassageKind
    }

    /// Ids that the report and its figures had where the table was exported; nil where the table does not say.
    let id: Int64?
    let figureIDs: [Int64]
    let title: String
    /// The table's own path.
    let path: String
    let sha256: String
    let text: ReportText
    let passages: [Passage]
    /// In text order, none overlapping another.
    let figures: [TableFigure]
    /// Whether the figures are of a report besides the table.
    let isExport: Bool

    /// Writes the report.
    /// - Returns: its `report_id`.
    func write(_ rows: ReportRows, keepingIDs isKeeping: Bool) throws -> Int64 {
        let report = try rows.report(
            ReportRow(
                id: isKeeping ? id : nil, kind: .table, sha256: sha256, title: title, metadata: ReportMetadata(title: title), path: path),
            text: text)
        var sections: [String: Int64] = [:]
        var passageIDs: [Int64] = []
        for (position, passage) in passages.enumerated() {
            if !passage.section.isEmpty, sections[passage.section] == nil {
                // Which heading is in which is no more to be told from the path alone: the path is the heading.
                sections[passage.section] = try rows.section(
                    report, position: sections.count, parent: nil, level: 1, title: passage.section, path: passage.section,
                    place: passage.place.lowerBound..<passage.place.lowerBound)
            }
            passageIDs.append(
                try rows.passage(
                    report, position: position, section: sections[passage.section], kind: passage.kind, place: passage.place,
                    line: passage.line, text: passage.text))
        }
        for (index, figure) in figures.enumerated() {
            let record = figure.record
            let passage = passageIDs[figure.passage]
            let numeral = try rows.numeral(
                report, passage: passage, line: record.line, place: record.start..<record.end, surface: record.surface, kind: .figure,
                value: record.value, unit: record.unit)
            _ = try rows.figure(
                figure, id: isKeeping ? figureIDs[index] : nil, numeral: numeral, quote: record.quote, passage: passage)
        }
        return report
    }
}
