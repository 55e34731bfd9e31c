// NDJSON: one JSON object a line.
import Zhibiao

/// Writes each row as an object whose keys are the column names, in their order. NULL and infinite numbers are `null`.
struct NDJSONWriter: RowWriter {
    let sink: ByteSink
    private var keys: [String] = []

    init(sink: ByteSink) { self.sink = sink }

    mutating func begin(_ columns: [Column]) throws {
        keys = columns.map { Self.quoted($0.name) + ":" }
    }

    mutating func row(_ cells: [SQLiteValue]) throws {
        try sink.write(UInt8(ascii: "{"))
        for (index, (key, cell)) in zip(keys, cells).enumerated() {
            if index > 0 { try sink.write(UInt8(ascii: ",")) }
            try sink.write(key)
            switch cell {
            case .null: try sink.write("null")
            case .integer(let value): try sink.write(String(value))
            case .real(let value): try sink.write(NumberText.plain(value) ?? "null")
            case .text(let text): try sink.write(Self.quoted(text))
            case .blob(let bytes): try sink.write(Self.quoted(CSVWriter.hexadecimal(bytes)))
            }
        }
        try sink.write("}\n")
    }

    mutating func end() throws {}

    /// `text` as a JSON string. Control characters and direction overrides are escaped, so a terminal is safe too.
    static func quoted(_ text: String) -> String {
        guard needsEscapes(text) else { return "\"" + text + "\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case _ where Screen.isHarmful(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    // Most text needs none: its bytes tell, and only the lead bytes of C1 controls and direction marks ask for a closer look.
    private static func needsEscapes(_ text: String) -> Bool {
        var mayHide = false
        for byte in text.utf8 {
            if byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F { return true }
            if byte == 0xC2 || byte == 0xE2 { mayHide = true }
        }
        return mayHide && text.unicodeScalars.contains(where: Screen.isHarmful)
    }
}
