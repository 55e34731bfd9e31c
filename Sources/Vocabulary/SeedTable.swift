// Reads the CSV of seeds/: RFC 4180 with a header line, UTF-8, `#` lines as comments.

/// A table of reference data: named columns and rows of text.
public struct SeedTable: Sendable {
    /// The header's names, in order.
    public let columns: [String]
    /// The rows; each has as many fields as there are columns.
    public let rows: [[String]]

    /// What is wrong with a table, and where.
    public struct ParseError: Error, CustomStringConvertible, Equatable {
        public let name: String
        public let line: Int
        public let problem: String
        public var description: String { line > 0 ? "\(name), line \(line): \(problem)" : "\(name): \(problem)" }

        public init(name: String, line: Int, problem: String) {
            self.name = name
            self.line = line
            self.problem = problem
        }
    }

    /// The embedded table `seeds/<name>.csv`; empty when there is none.
    public static func embedded(_ name: String) throws -> SeedTable {
        guard let file = EmbeddedFile.named("seeds/\(name).csv") else { return SeedTable(columns: [], rows: []) }
        return try SeedTable(csv: file.bytes, name: file.path)
    }

    init(columns: [String], rows: [[String]]) {
        self.columns = columns
        self.rows = rows
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
            self.init(columns: [], rows: [])
            return
        }
        for record in records.dropFirst() where record.fields.count != header.fields.count {
            throw ParseError(
                name: name, line: record.line,
                problem: "\(record.fields.count) fields where the header has \(header.fields.count)")
        }
        self.init(columns: header.fields, rows: records.dropFirst().map(\.fields))
    }

    /// The field of `row` in the column named `column`, or "" when there is no such column.
    public func value(_ row: [String], _ column: String) -> String {
        guard let index = columns.firstIndex(of: column) else { return "" }
        return row[index]
    }
}
