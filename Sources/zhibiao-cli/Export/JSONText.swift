// Values as JSON text, for every format that is made of it.
import Zhibiao

/// JSON text.
enum JSONText {
    /// A value: NULL and infinite numbers are `null`, a blob is a string of hexadecimal digits.
    static func append(_ cell: SQLiteValue, to line: inout [UInt8]) {
        switch cell {
        case .null: line.append(contentsOf: "null".utf8)
        case .integer(let value): line.append(decimal: value)
        case .real(let value) where !value.isFinite: line.append(contentsOf: "null".utf8)
        case .real(let value): line.append(number: value)
        case .text(let text): append(text, to: &line)
        case .blob(let bytes): append(CSVWriter.hexadecimal(bytes), to: &line)
        }
    }

    /// An object whose keys are given as ``keys(_:)`` makes them.
    static func append(_ cells: [SQLiteValue], _ keys: [[UInt8]], to line: inout [UInt8]) {
        line.append(UInt8(ascii: "{"))
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.append(UInt8(ascii: ",")) }
            line.append(contentsOf: keys[index])
            append(cell, to: &line)
        }
        line.append(UInt8(ascii: "}"))
    }

    /// The columns' names as keys, with their colons. A name that comes a second time gets a number, as an object has each key once.
    static func keys(_ columns: [Column]) -> [[UInt8]] {
        var seen: Set<String> = []
        return columns.map { column in
            var name = column.name
            var number = 2
            while !seen.insert(name).inserted {
                name = "\(column.name)_\(number)"
                number += 1
            }
            return Array((quoted(name) + ":").utf8)
        }
    }

    /// `text` as a JSON string. Control characters and direction overrides are escaped, so a terminal is safe too.
    static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ text: String, to line: inout [UInt8]) {
        line.append(0x22)
        defer { line.append(0x22) }
        guard needsEscapes(text) else { return line.append(contentsOf: text.utf8) }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": line.append(contentsOf: "\\\"".utf8)
            case "\\": line.append(contentsOf: "\\\\".utf8)
            case "\n": line.append(contentsOf: "\\n".utf8)
            case "\r": line.append(contentsOf: "\\r".utf8)
            case "\t": line.append(contentsOf: "\\t".utf8)
            case _ where Screen.isHarmful(scalar):
                let digits = String(scalar.value, radix: 16)
                line.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
            default: line.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
            }
        }
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

/// A value of JSON, with keys in the order they are given.
indirect enum JSONValue {
    case text(String)
    case flag(Bool)
    case list([JSONValue])
    case object([(String, JSONValue)])

    /// Laid out over lines.
    func text(indent: String = "") -> String {
        let inner = indent + "  "
        func lines(_ parts: [String], _ open: String, _ close: String) -> String {
            parts.isEmpty ? open + close : open + "\n" + parts.map { inner + $0 }.joined(separator: ",\n") + "\n" + indent + close
        }
        return switch self {
        case .text(let text): JSONText.quoted(text)
        case .flag(let flag): flag ? "true" : "false"
        case .list(let values): lines(values.map { $0.text(indent: inner) }, "[", "]")
        case .object(let pairs): lines(pairs.map { JSONText.quoted($0) + ": " + $1.text(indent: inner) }, "{", "}")
        }
    }
}
