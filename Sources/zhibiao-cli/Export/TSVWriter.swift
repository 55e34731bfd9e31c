// TSV as PostgreSQL's COPY and many tools take it: a tab between two fields, and no quotes.
import Zhibiao

/// Writes TSV with a header line. In a text, tab, line ends and backslash are written `\t`, `\n`, `\r` and `\\`; NULL is `\N`.
struct TSVWriter: RowWriter {
    private let sink: ByteSink
    private var line: [UInt8] = []

    private let style: OutputStyle

    init(sink: ByteSink, _ style: OutputStyle) {
        self.sink = sink
        self.style = style
    }

    mutating func begin(_ columns: [Column]) throws {
        if style.headers { try row(columns.map { .text($0.name) }) }
    }

    mutating func row(_ cells: [SQLiteValue]) throws {
        line.removeAll(keepingCapacity: true)
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(0x09) }
            switch cell {
            case .null: line.append(contentsOf: "\\N".utf8)
            case .integer(let value): line.append(decimal: value)
            case .real(let value): line.append(number: value)
            case .text(let text): append(text)
            case .blob(let bytes): line.append(contentsOf: CSVWriter.hexadecimal(bytes).utf8)
            }
        }
        line.append(0x0A)
        try sink.write(line)
    }

    mutating func end() throws {}

    private mutating func append(_ text: String) {
        for byte in (sink.isTerminal ? Screen.harmless(text) : text).utf8 {
            switch byte {
            case 0x09: line.append(contentsOf: "\\t".utf8)
            case 0x0A: line.append(contentsOf: "\\n".utf8)
            case 0x0D: line.append(contentsOf: "\\r".utf8)
            case 0x5C: line.append(contentsOf: "\\\\".utf8)
            default: line.append(byte)
            }
        }
    }
}
