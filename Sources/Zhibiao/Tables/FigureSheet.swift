// A CSV table whose columns are known as fields of figures.
import ReportText
import Vocabulary

/// A table's text, and which column has which field.
struct FigureSheet {
    let path: String
    let text: ReportText
    /// The header's names.
    let header: [String]
    /// By field its column, from 0.
    let columns: [FigureRecord.Field: Int]
    let constants: [FigureRecord.Field: String]
    private let body: CSVReader

    /// The fields that say where a figure stands: a table that has them all is an export.
    private static let evidence: [FigureRecord.Field] = [.report, .charStart, .charEnd, .surface, .value, .quote, .line]

    /// Whether the table gives figures of reports at their places.
    var isExport: Bool { Self.evidence.allSatisfy { columns[$0] != nil } }

    /// Reads the header.
    /// - Parameter isGuarded: whether an export's texts are guarded, as they are in one that was made for spreadsheets.
    /// - Throws: ``ZhibiaoError`` when the table has none, or no column can be the value.
    init(_ text: ReportText, path: String, _ options: TableOptions, isGuarded: Bool) throws {
        var reader = CSVReader(text)
        func fail(_ problem: String, _ line: Int = 0, _ column: Int = 0) -> ZhibiaoError {
            ZhibiaoError(.badTable(path: path, line: line, column: column, problem: problem))
        }
        let first: CSVReader.Row?
        do { first = try reader.next() } catch { throw fail(error.problem, error.line, error.column) }
        guard let first else { throw fail("has no header line") }
        let header = first.cells.map { $0.text }
        var columns: [FigureRecord.Field: Int] = [:]
        let known = try Self.knownHeaders()
        for (index, name) in header.enumerated() {
            guard let field = known[name.trimmed], !options.columns.values.contains(name.trimmed) else { continue }
            guard columns.updateValue(index, forKey: field) == nil || options.columns[field] != nil else {
                throw fail("two columns are “\(name)”; name the one to take with --map \(field.rawValue)=HEADER", 1, index + 1)
            }
        }
        for (field, name) in options.columns {
            guard let index = header.firstIndex(where: { $0.trimmed == name.trimmed }) else {
                throw fail("has no column “\(name)” for \(field.rawValue); its columns are " + header.joined(separator: ", "))
            }
            columns[field] = index
        }
        for field in options.constants.keys { columns[field] = nil }
        guard columns[.value] != nil else {
            throw fail(
                "no column is known as the value; name it with --map value=HEADER, its columns are " + header.joined(separator: ", "))
        }
        self.path = path
        self.text = text
        self.header = header
        self.columns = columns
        constants = options.constants
        reader.isGuarded = isGuarded && Self.evidence.allSatisfy { columns[$0] != nil }
        body = reader
    }

    /// Calls `row` with each row below the header that has as many cells as the header, and with what is wrong with the others.
    func forEachRow(_ row: (CSVReader.Row) throws -> Void, wrong: (WrongCell) -> Void) throws {
        var reader = body
        while true {
            let next: CSVReader.Row?
            do { next = try reader.next() } catch {
                // Where a quote is wrong all that follows is in doubt.
                return wrong(WrongCell(line: error.line, column: error.column, header: name(error.column - 1), problem: error.problem))
            }
            guard let next else { return }
            if next.cells.count == header.count {
                try row(next)
            } else {
                wrong(WrongCell(line: next.line, column: 0, header: "", problem: "\(next.cells.count) cells, but \(header.count) columns"))
            }
        }
    }

    /// The text of a field in a row: its cell's, or what all rows have; nil where the table does not have it.
    func text(_ field: FigureRecord.Field, _ row: CSVReader.Row) -> String? {
        constants[field] ?? columns[field].map { row.cells[$0].text }
    }

    /// Something wrong with a field of a row.
    func wrong(_ field: FigureRecord.Field, _ row: CSVReader.Row, _ problem: String) -> WrongCell {
        let column = columns[field] ?? -1
        return WrongCell(line: row.line, column: column + 1, header: column < 0 ? field.rawValue : name(column), problem: problem)
    }

    private func name(_ column: Int) -> String { header.indices.contains(column) ? header[column] : "" }

    /// The fields by the names that columns have: the export's, the database's, and those of seeds/columns.csv.
    private static func knownHeaders() throws -> [String: FigureRecord.Field] {
        var known: [String: FigureRecord.Field] = ["start": .charStart, "end": .charEnd]
        for field in FigureRecord.Field.allCases { known[field.rawValue] = field }
        for row in try SeedTable.embedded("columns").rows { known[row[0]] = FigureRecord.Field(rawValue: row[1]) }
        return known
    }
}

extension String {
    /// Without the blanks at both ends.
    var trimmed: String {
        let scalars = unicodeScalars.map(\.value)
        guard let first = scalars.firstIndex(where: { !$0.isBlank }), let last = scalars.lastIndex(where: { !$0.isBlank }) else {
            return ""
        }
        return String(scalars: scalars[first...last])
    }
}
