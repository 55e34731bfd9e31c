// HTML: a page that holds one table, to look at in a browser or to paste from.
import Zhibiao

/// Writes a page with a table. Numbers stand to the right with class `n`; NULL is an empty cell.
struct HTMLWriter: RowWriter {
    private let sink: ByteSink

    init(sink: ByteSink) { self.sink = sink }

    mutating func begin(_ columns: [Column]) throws {
        try sink.write(
            """
            <!DOCTYPE html>
            <meta charset="utf-8">
            <title>zhibiao</title>
            <style>table { border-collapse: collapse } th, td { border: 1px solid #999; padding: 2px 6px } .n { text-align: right }</style>
            <table>
            <thead><tr>\(columns.map { "<th>\(escaped($0.name))</th>" }.joined())</tr></thead>
            <tbody>

            """)
    }

    mutating func row(_ cells: [SQLiteValue]) throws {
        var line = "<tr>"
        for cell in cells {
            switch cell {
            case .null: line += "<td></td>"
            case .integer(let value): line += "<td class=\"n\">\(value)</td>"
            case .real(let value): line += "<td class=\"n\">\(NumberText.plain(value) ?? "")</td>"
            case .text(let text): line += "<td>" + escaped(text) + "</td>"
            case .blob(let bytes): line += "<td>" + CSVWriter.hexadecimal(bytes) + "</td>"
            }
        }
        try sink.write(line + "</tr>\n")
    }

    mutating func end() throws { try sink.write("</tbody>\n</table>\n") }

    private func escaped(_ text: String) -> String { MarkupText.escaped(sink.isTerminal ? Screen.harmless(text) : text) }
}

/// Text inside of HTML and SVG.
enum MarkupText {
    /// `text` with what is markup written as what it is. Characters that XML does not have become �.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x26 || $0 == 0x3C || $0 == 0x3E || $0 == 0x22 || $0 == 0xEF }) else {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case "\r": result += "&#13;"
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            case _ where scalar.value < 0x20: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
