// CSV as RFC 4180 says: CRLF line ends, UTF-8, quotes where they are needed.
import Zhibiao

/// Writes CSV with a header line. NULL is an empty field, empty text is `""`.
struct CSVWriter: RowWriter {
    private let sink: ByteSink
    private let style: OutputStyle
    /// The row at hand, written in one go.
    private var line: [UInt8] = []

    init(sink: ByteSink, _ style: OutputStyle) {
        self.sink = sink
        self.style = style
    }

    mutating func begin(_ columns: [Column]) throws {
        if style.isForExcel { try sink.write("\u{FEFF}") }
        if style.headers { try row(columns.map { .text($0.name) }) }
    }

    mutating func row(_ cells: [SQLiteValue]) throws {
        line.removeAll(keepingCapacity: true)
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            switch cell {
            case .null: break
            case .integer(let value): line.append(decimal: value)
            case .real(let value): line.append(number: value)
            case .text(let text): append(text)
            case .blob(let bytes): line.append(contentsOf: Self.hexadecimal(bytes).utf8)
            }
        }
        // A line of nothing would be no row at all for many readers: a single NULL is written as `""`.
        if line.isEmpty { line += [0x22, 0x22] }
        line += [0x0D, 0x0A]
        try sink.write(line)
    }

    mutating func end() throws {}

    private mutating func append(_ text: String) {
        // A program gets the exact text; a terminal must not be steered by it.
        var text = sink.isTerminal ? Screen.harmless(text) : text
        if style.isForExcel { text = SpreadsheetText.guarded(text) }
        let start = line.count
        line.append(contentsOf: text.utf8)
        guard text.isEmpty || line[start...].contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return }
        line.removeSubrange(start...)
        line.append(0x22)
        for byte in text.utf8 {
            if byte == 0x22 { line.append(byte) }
            line.append(byte)
        }
        line.append(0x22)
    }

    /// Bytes as pairs of hexadecimal digits.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}

extension [UInt8] {
    /// Appends a number's decimal digits.
    mutating func append(decimal value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = count
        repeat {
            append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        self[start...].reverse()
    }

    /// Appends ``NumberText/plain(_:)`` of a number; nothing for infinite ones.
    mutating func append(number value: Double) {
        if let integer = Int64(exactly: value) { return append(decimal: integer) }
        if let text = NumberText.plain(value) { append(contentsOf: text.utf8) }
    }
}
