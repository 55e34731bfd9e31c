// The table that people paste into papers: one row for what is looked at, indicators or years side by side.
import ArgumentParser
import Zhibiao

/// Figures turned into a table of two sides. Of several figures for one cell the surest is shown.
struct WideTable {
    /// What stands side by side.
    enum Axis: String, CaseIterable, ExpressibleByArgument {
        /// A row is a subject at a time.
        case indicators
        /// A row is an indicator of a subject.
        case years
    }

    private struct Row: Hashable {
        let subject: String
        /// The period, or what is measured.
        let key: String
        let unit: String
    }

    private let axis: Axis
    private let labels: Labels
    private let fields: FieldTable
    private var rows: [Row] = []
    private var columns: [String] = []
    private var cells: [Row: [String: FigureRecord]] = [:]
    private var knownColumns: Set<String> = []
    /// Cells for which there were several values that do not agree.
    private var doubtful: Set<[String]> = []
    /// Figures that have no place: without an indicator of the catalogue, or without a period.
    private(set) var leftOut = 0

    var conflicts: Int { doubtful.count }
    var isEmpty: Bool { rows.isEmpty }

    init(_ axis: Axis, _ labels: Labels) throws {
        self.axis = axis
        self.labels = labels
        fields = try FieldTable()
    }

    /// Takes a figure; rejected ones have no place.
    mutating func add(_ figure: FigureRecord) {
        guard figure.status != .rejected else { return }
        let name = figure.indicator.map { labels == .code ? $0 : fields.label($0, of: "indicator_label", labels) }
        let change = figure.statistic == .change ? " (" + fields.label("change", of: "statistic", labels) + ")" : ""
        let subject = figure.subject ?? ""
        let row: Row
        let column: String
        switch axis {
        case .indicators:
            guard let name else {
                leftOut += 1
                return
            }
            row = Row(subject: subject, key: figure.period ?? "", unit: "")
            column = name + change + (figure.unit.isEmpty ? "" : " (\(figure.unit))")
        case .years:
            guard let period = figure.period else {
                leftOut += 1
                return
            }
            row = Row(subject: subject, key: (name ?? figure.measure) + change, unit: figure.unit)
            column = period
        }
        if knownColumns.insert(column).inserted { columns.append(column) }
        if cells[row] == nil { rows.append(row) }
        if let there = cells[row]?[column] {
            if !Self.agree(there, figure) { doubtful.insert([row.subject, row.key, row.unit, column]) }
            if Self.isSurer(there, figure) { return }
        }
        cells[row, default: [:]][column] = figure
    }

    /// Writes the table: subjects in the order they came, periods in their own.
    func write(to writer: inout any RowWriter) throws {
        let isByYear = axis == .years
        let shown = isByYear ? columns.sorted() : columns
        let head = isByYear ? ["subject", "indicator_label", "unit"] : ["subject", "period"]
        try writer.begin(
            head.map { Column(fields.label($0, labels), code: $0) } + shown.map { Column($0, right: true) })
        var order: [String: Int] = [:]
        for row in rows where order[row.subject] == nil { order[row.subject] = order.count }
        let places = rows.enumerated().sorted { left, right in
            let subjects = (order[left.element.subject] ?? 0, order[right.element.subject] ?? 0)
            if subjects.0 != subjects.1 { return subjects.0 < subjects.1 }
            return isByYear ? left.offset < right.offset : left.element.key < right.element.key
        }
        for (_, row) in places {
            let start: [SQLiteValue] = [Self.text(row.subject), Self.text(row.key)] + (isByYear ? [.text(row.unit)] : [])
            try writer.row(start + shown.map { cells[row]?[$0].map(Self.cell) ?? .null })
        }
        try writer.end()
    }

    private static func text(_ text: String) -> SQLiteValue { text.isEmpty ? .null : .text(text) }

    /// An exact value is a number; any other has the mark of its bound.
    private static func cell(_ figure: FigureRecord) -> SQLiteValue {
        figure.bound == .exact ? .real(figure.value) : .text(BoundText.value(figure, grouped: false))
    }

    /// What a person has looked at goes before what nobody has, exact before bounded, then the greater confidence, then the later report.
    private static func isSurer(_ left: FigureRecord, _ right: FigureRecord) -> Bool {
        func key(_ figure: FigureRecord) -> (Int, Int, Double, Int64) {
            (figure.status == .extracted ? 0 : 1, figure.bound == .exact ? 1 : 0, figure.confidence, figure.reportID)
        }
        return key(left) >= key(right)
    }

    private static func agree(_ left: FigureRecord, _ right: FigureRecord) -> Bool {
        left.bound == right.bound
            ? left.value == right.value
            : (left.low ?? left.value) <= (right.high ?? right.value) && (right.low ?? right.value) <= (left.high ?? left.value)
    }
}
