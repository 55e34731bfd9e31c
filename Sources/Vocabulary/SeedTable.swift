// Reads the CSV of seeds/: RFC 4180 with a header line, UTF-8, `#` lines as comments.

/// A table of reference data: named columns and rows of text.
public struct SeedTable: Sendable {
    /// The header's names, in order.
    public let columns: [String]
    /// The rows; each has as many fields as there are columns.
    public let rows: [[String]]
    /// What the table is called in an error.
    public let name: String
    /// The line that each row starts in.
    let lines: [Int]
    /// The line that the header starts in.
    private(set) var headerLine = 1

    /// What is wrong with a table, and where.
    public struct ParseError: Error, CustomStringConvertible, Equatable {
        public let name: String
        /// From 1; 0 where no line is at fault.
        public let line: Int
        /// From 1; 0 where no column is at fault.
        public let column: Int
        public let problem: String
        public var description: String {
            let place = line == 0 ? "" : column == 0 ? ", line \(line)" : ", line \(line), column \(column)"
            return "\(name)\(place): \(problem)"
        }

        public init(name: String, line: Int, column: Int = 0, problem: String) {
            self.name = name
            self.line = line
            self.column = column
            self.problem = problem
        }
    }

    /// The embedded table `seeds/<name>.csv`; empty when there is none.
    public static func embedded(_ name: String) throws -> SeedTable {
        guard let file = EmbeddedFile.named("seeds/\(name).csv") else { return SeedTable(name: name, columns: [], rows: [], lines: []) }
        return try SeedTable(csv: file.bytes, name: file.path)
    }

    init(name: String, columns: [String], rows: [[String]], lines: [Int]) {
        self.name = name
        self.columns = columns
        self.rows = rows
        self.lines = lines
    }

    /// An error about a row's field in `column`, or about the whole row where there is no such column.
    public func error(row: Int, _ column: String = "", _ problem: String) -> ParseError {
        ParseError(name: name, line: lines[row], column: (columns.firstIndex(of: column) ?? -1) + 1, problem: problem)
    }

    /// This table with the rows of another one behind its own; a column that the other lacks is empty there.
    func adding(_ other: SeedTable) -> SeedTable {
        guard !columns.isEmpty else { return other }
        let rows = other.rows.map { row in columns.map { other.value(row, $0) } }
        return SeedTable(name: name, columns: columns, rows: self.rows + rows, lines: lines + other.lines)
    }

    /// Parses CSV text.
    /// - Parameters:
    ///   - csv: UTF-8 bytes; fields may be quoted, `""` is a quote inside quotes.
    ///   - name: what to call the table in an error.
    public init(csv: [UInt8], name: String) throws {
        var records: [(line: Int, fields: [String])] = []
        var fields: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var atLineStart = true
        var line = 1
        var firstLine = 1
        var i = csv.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
        while i < csv.count {
            let byte = csv[i]
            i += 1
            if quoted {
                if byte == 0x22 {
                    if i < csv.count, csv[i] == 0x22 {
                        field.append(0x22)
                        i += 1
                    } else {
                        quoted = false
                    }
                } else {
                    if byte == 0x0A { line += 1 }
                    field.append(byte)
                }
                continue
            }
            switch byte {
            case 0x23 where atLineStart:  // a comment line
                while i < csv.count, csv[i] != 0x0A { i += 1 }
                if i < csv.count { i += 1 }
                line += 1
                firstLine = line
                continue
            case 0x22: quoted = true
            case 0x2C:
                fields.append(text(field))
                field.removeAll(keepingCapacity: true)
            case 0x0D: break
            case 0x0A:
                if !(fields.isEmpty && field.isEmpty) {
                    fields.append(text(field))
                    records.append((firstLine, fields))
                }
                fields.removeAll()
                field.removeAll(keepingCapacity: true)
                line += 1
                firstLine = line
                atLineStart = true
                continue
            default: field.append(byte)
            }
            atLineStart = false
        }
        if quoted { throw ParseError(name: name, line: firstLine, problem: "a quoted field is not closed") }
        if !(fields.isEmpty && field.isEmpty) {
            fields.append(text(field))
            records.append((firstLine, fields))
        }
        guard let header = records.first else {
            self.init(name: name, columns: [], rows: [], lines: [])
            return
        }
        for record in records.dropFirst() where record.fields.count != header.fields.count {
            throw ParseError(
                name: name, line: record.line,
                problem: "\(record.fields.count) fields where the header has \(header.fields.count)")
        }
        self.init(name: name, columns: header.fields, rows: records.dropFirst().map(\.fields), lines: records.dropFirst().map(\.line))
        headerLine = header.line
    }

    /// The field of `row` in the column named `column`, or "" when there is no such column.
    public func value(_ row: [String], _ column: String) -> String {
        guard let index = columns.firstIndex(of: column) else { return "" }
        return row[index]
    }
}
