// Tables for people: aligned by display width, numbers to the right, cut to the terminal's width only on a terminal.
import Zhibiao

/// Lays rows out in columns. The first rows decide the widths; later rows follow them, so any number of rows needs little memory.
struct TableWriter: RowWriter {
    let sink: ByteSink
    /// Columns of the terminal, or nil to show everything in full.
    let limit: Int?
    private let style: OutputStyle
    private var columns: [Column] = []
    private var waiting: [[Shown]] = []
    private var widths: [Int] = []
    private var layout: Layout?

    /// A cell as it will be printed.
    private struct Shown {
        let text: String
        let width: Int
        let right: Bool
        var emphasis: Screen.Emphasis?
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
    /// Bytes of a blob that a screen shows.
    private static let blobStart = 16

    init(sink: ByteSink, _ style: OutputStyle = OutputStyle(), limit: Int? = nil) {
        self.sink = sink
        self.style = style
        self.limit = limit ?? (sink.isTerminal ? Screen.width : nil)
    }

    mutating func begin(_ columns: [Column]) throws { self.columns = columns }

    mutating func row(_ cells: [SQLiteValue]) throws {
        let shown = zip(cells, columns).map(show)
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

    private func show(_ cell: SQLiteValue, _ column: Column) -> Shown {
        func number(_ plain: String) -> Shown {
            let text = column.grouped ? NumberText.grouped(plain) : plain
            return Shown(text: text, width: text.utf8.count, right: true)
        }
        switch cell {
        case .null: return Shown(text: "NULL", width: 4, right: column.right, emphasis: .dim)
        case .integer(let value): return number(String(value))
        case .real(let value): return number(NumberText.plain(value) ?? value.description)
        case .text(let text): return self.text(text, right: column.right)
        case .blob(let bytes):
            let isCut = limit != nil && bytes.count > Self.blobStart
            let hex = CSVWriter.hexadecimal(isCut ? bytes.prefix(Self.blobStart) : bytes[...])
            let text = isCut ? "x'\(hex)…' (\(NumberText.grouped(String(bytes.count))) bytes)" : "x'\(hex)'"
            return Shown(text: text, width: DisplayWidth.of(text), right: false)
        }
    }

    /// On a screen no more of a long text is kept than a line can show.
    private func text(_ text: String, right: Bool) -> Shown {
        guard let limit else {
            let safe = Screen.harmless(text)
            return Shown(text: safe, width: DisplayWidth.of(safe), right: right)
        }
        // Marks take no column, so a line may hold more characters than it has columns; some hundred marks on one letter are no writing.
        let start = text.unicodeScalars.prefix(limit * 4 + 1)
        let isWhole = start.endIndex == text.unicodeScalars.endIndex
        let safe = DisplayWidth.truncated(Screen.harmless(isWhole ? text : String(start) + "…"), to: limit)
        return Shown(text: safe, width: DisplayWidth.of(safe), right: right)
    }

    /// Settles the layout, prints the header and the rows that waited for it.
    private mutating func start() throws {
        var headers = columns.map { text($0.name, right: $0.right) }
        var shrinkable = [Bool](repeating: false, count: columns.count)
        var anyNumber = shrinkable
        widths = style.headers ? headers.map(\.width) : headers.map { _ in 0 }
        for row in waiting {
            for (index, cell) in row.enumerated() {
                widths[index] = max(widths[index], cell.width)
                if cell.right { anyNumber[index] = true } else if cell.text != "NULL" { shrinkable[index] = true }
            }
        }
        layout = .columns
        for (index, width) in style.widths.prefix(columns.count).enumerated() where width != 0 {
            widths[index] = abs(width)
            shrinkable[index] = false
        }
        if let limit { fit(into: limit, shrinkable) }
        if layout == .columns, style.headers {
            for index in headers.indices {
                headers[index] = Shown(
                    text: headers[index].text, width: headers[index].width, right: headers[index].right || anyNumber[index],
                    emphasis: .bold)
            }
            try line(headers, isHeader: true)
            let dash = DisplayWidth.ambiguousWidth == 1 ? "─" : "-"
            try sink.write(widths.map { String(repeating: dash, count: max($0, 1)) }.joined(separator: "  ") + "\n")
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

    private func line(_ cells: [Shown], isHeader: Bool = false) throws {
        if layout == .records { return try record(cells) }
        var text = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { text += "  " }
            let room = widths[index]
            let chosen = index < style.widths.count ? style.widths[index] : 0
            let isCut = cell.width > room && (chosen != 0 || limit != nil) && (isHeader || !cell.right)
            let shown = isCut ? DisplayWidth.truncated(cell.text, to: room) : cell.text
            let pad = String(repeating: " ", count: max(0, room - (isCut ? DisplayWidth.of(shown) : cell.width)))
            let isLast = index == cells.count - 1
            let emphasised = cell.emphasis.map { Screen.emphasised(shown, $0, on: sink) } ?? shown
            text += cell.right || chosen < 0 ? pad + emphasised : isLast ? emphasised : emphasised + pad
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
            let value = cell.emphasis.map { Screen.emphasised(text, $0, on: sink) } ?? text
            try sink.write(style.headers ? "\(pad)\(name)  \(value)\n" : value + "\n")
        }
        try sink.write("\n")
    }
}
