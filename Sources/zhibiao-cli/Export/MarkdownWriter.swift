// Markdown: a pipe table, as GitHub, pandoc and most editors read it.
import Zhibiao

/// Writes a pipe table. Numbers stand to the right; NULL is an empty cell; a line end in a text is `<br>`.
struct MarkdownWriter: RowWriter {
    private let sink: ByteSink
    private var columns: [Column] = []
    private var isHeaderDue = true

    init(sink: ByteSink) { self.sink = sink }

    mutating func begin(_ columns: [Column]) throws { self.columns = columns }

    mutating func row(_ cells: [SQLiteValue]) throws {
        try header(cells)
        try line(cells.map(text))
    }

    mutating func end() throws { try header([]) }

    /// The first row decides which columns stand to the right.
    private mutating func header(_ first: [SQLiteValue]) throws {
        guard isHeaderDue else { return }
        isHeaderDue = false
        try line(columns.map { escaped($0.name) })
        try line(
            columns.indices.map { index in
                let isNumber: Bool =
                    switch first.indices.contains(index) ? first[index] : .null {
                    case .integer, .real: true
                    default: columns[index].right
                    }
                return isNumber ? "---:" : "---"
            })
    }

    private func line(_ cells: [String]) throws { try sink.write("| " + cells.joined(separator: " | ") + " |\n") }

    private func text(_ cell: SQLiteValue) -> String {
        switch cell {
        case .null: ""
        case .integer(let value): String(value)
        case .real(let value): NumberText.plain(value) ?? ""
        case .text(let text): escaped(text)
        case .blob(let bytes): CSVWriter.hexadecimal(bytes)
        }
    }

    private func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": result.append(contentsOf: "<br>".unicodeScalars)
            case "\r": break
            case "\\", "|", "`", "*", "_", "[", "]", "<", ">", "~", "$", "^", "#":
                result.append("\\")
                result.append(scalar)
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            // Two or three of these in a row would become one character or a link.
            case "-", ".", "'", "\"", "@":
                if scalar == last || scalar == "'" || scalar == "\"" || scalar == "@" { result.append("\\") }
                result.append(scalar)
            default: result.append(scalar)
            }
            last = scalar
        }
        return sink.isTerminal ? Screen.harmless(String(result)) : String(result)
    }
}
