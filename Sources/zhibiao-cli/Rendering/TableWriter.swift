// Tables for people: aligned by display width, numbers to the right, cut to the terminal's width only on a terminal.
import Zhibiao

/// Lays rows out in columns. The first rows decide the widths; later rows follow them, so any number of rows needs little memory.
struct TableWriter: RowWriter {
    let sink: ByteSink
    /// Columns of the terminal, or nil to show everything in full.
    let limit: Int?
    private var columns: [Column] = []
    private var waiting: [[Shown]] = []
    private var widths: [Int] = []
    private var layout: Layout?

    /// A cell as it will be printed.
    private struct Shown {
        let text: String
        let width: Int
        let right: Bool
    }

    private enum Layout {
        case columns
        /// One line a cell: where even short columns do not fit the screen beside each other.
        case records
    }

    /// How many rows decide the widths.
    private static let sample = 2000
    /// What a text column keeps when the screen is narrow.
    private static let narrowest = 6

    init(sink: ByteSink, limit: Int? = nil) {
        self.sink = sink
        self.limit = limit ?? (sink.isTerminal ? Screen.width : nil)
    }

    mutating func begin(_ columns: [Column]) throws { self.columns = columns }

    mutating func row(_ cells: [SQLiteValue]) throws {
        let shown = zip(cells, columns).map(Self.show)
        if layout == nil {
            waiting.append(shown)
            if waiting.count == Self.sample { try start() }
        } else {
            try line(shown)
        }
    }

    mutating func end() throws {
        if layout == nil { try start() }
    }

    private static func show(_ cell: SQLiteValue, _ column: Column) -> Shown {
        func number(_ plain: String) -> Shown {
            let text = column.grouped ? NumberText.grouped(plain) : plain
            return Shown(text: text, width: text.utf8.count, right: true)
        }
        switch cell {
        case .null: return Shown(text: "NULL", width: 4, right: column.right)
        case .integer(let value): return number(String(value))
        case .real(let value): return number(NumberText.plain(value) ?? value.description)
        case .text(let text):
            let safe = Screen.harmless(text)
            return Shown(text: safe, width: DisplayWidth.of(safe), right: column.right)
        case .blob(let bytes):
            let text = "x'" + CSVWriter.hexadecimal(bytes) + "'"
            return Shown(text: text, width: text.utf8.count, right: false)
        }
    }

    /// Settles the layout, prints the header and the rows that waited for it.
    private mutating func start() throws {
        let headers = columns.map { name -> Shown in
            let text = Screen.harmless(name.name)
            return Shown(text: text, width: DisplayWidth.of(text), right: name.right)
        }
        var shrinkable = [Bool](repeating: false, count: columns.count)
        var anyNumber = shrinkable
        widths = headers.map(\.width)
        for row in waiting {
            for (index, cell) in row.enumerated() {
                widths[index] = max(widths[index], cell.width)
                if cell.right { anyNumber[index] = true } else if cell.text != "NULL" { shrinkable[index] = true }
            }
        }
        layout = .columns
        if let limit { fit(into: limit, shrinkable) }
        if layout == .columns {
            try line(zip(headers, anyNumber).map { Shown(text: $0.text, width: $0.width, right: $1) })
            try sink.write(widths.map { String(repeating: "─", count: max($0, 1)) }.joined(separator: "  ") + "\n")
        }
        for row in waiting { try line(row) }
        waiting = []
    }

    /// Takes width from the widest text columns until the line fits; numbers are never cut.
    private mutating func fit(into limit: Int, _ shrinkable: [Bool]) {
        var excess = widths.reduce(0, +) + 2 * (widths.count - 1) - limit
        while excess > 0 {
            let candidates = widths.indices.filter { shrinkable[$0] && widths[$0] > Self.narrowest }
            guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else {
                layout = .records
                return
            }
            widths[widest] -= 1
            excess -= 1
        }
    }

    private func line(_ cells: [Shown]) throws {
        if layout == .records { return try record(cells) }
        var text = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "  " }
            let room = widths[index]
            let cut = cell.width > room && limit != nil && !cell.right
            let shown = cut ? DisplayWidth.truncated(cell.text, to: room) : cell.text
            let pad = String(repeating: " ", count: max(0, room - (cut ? DisplayWidth.of(shown) : cell.width)))
            let last = index == cells.count - 1
            text += cell.right ? pad + shown : last ? shown : shown + pad
        }
        try sink.write(text + "\n")
    }

    private func record(_ cells: [Shown]) throws {
        let names = columns.map { Screen.harmless($0.name) }
        let room = names.map(DisplayWidth.of).max() ?? 0
        for (name, cell) in zip(names, cells) {
            let pad = String(repeating: " ", count: room - DisplayWidth.of(name))
            let left = (limit ?? Int.max) - room - 2
            let text = cell.width > left ? DisplayWidth.truncated(cell.text, to: max(left, Self.narrowest)) : cell.text
            try sink.write("\(pad)\(name)  \(text)\n")
        }
        try sink.write("\n")
    }
}
