// CSV as RFC 4180 says: CRLF line ends, UTF-8, quotes where they are needed.
import Zhibiao

/// Writes CSV with a header line. NULL is an empty field, empty text is `""`.
struct CSVWriter: RowWriter {
    let sink: ByteSink
    var headers = true

    mutating func begin(_ columns: [Column]) throws {
        if headers { try line(columns.map { .text($0.name) }) }
    }

    mutating func row(_ cells: [SQLiteValue]) throws { try line(cells) }

    mutating func end() throws {}

    private func line(_ cells: [SQLiteValue]) throws {
        for (index, cell) in cells.enumerated() {
            if index > 0 { try sink.write(UInt8(ascii: ",")) }
            switch cell {
            case .null: break
            case .integer(let value): try sink.write(String(value))
            case .real(let value): try sink.write(NumberText.plain(value) ?? "")
            case .text(let text): try field(text)
            case .blob(let bytes): try sink.write(Self.hexadecimal(bytes))
            }
        }
        try sink.write("\r\n")
    }

    private func field(_ text: String) throws {
        // A program gets the exact text; a terminal must not be steered by it.
        let text = sink.isTerminal ? Screen.harmless(text) : text
        let needsQuotes = text.isEmpty || text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
        guard needsQuotes else { return try sink.write(text) }
        try sink.write(UInt8(ascii: "\""))
        for byte in text.utf8 {
            if byte == 0x22 { try sink.write(byte) }
            try sink.write(byte)
        }
        try sink.write(UInt8(ascii: "\""))
    }

    /// Bytes as pairs of hexadecimal digits.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
