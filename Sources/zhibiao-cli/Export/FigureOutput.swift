// Figures of a database written in a format, as they stand or as a wide table.
import Zhibiao

/// How figures are written.
struct FigureOutput {
    private let format: OutputFormat
    private let shape: ColumnOptions
    private let style: OutputStyle
    private let layout: FigureColumns

    /// - Throws: a usage error for a column that there is none of.
    init(_ format: OutputFormat, _ shape: ColumnOptions, _ style: OutputStyle = OutputStyle()) throws {
        self.format = format
        self.shape = shape
        self.style = style
        layout = try shape.layout(for: format, stored: true)
    }

    /// Every field, or the telling ones in a table.
    init(_ format: OutputFormat, _ style: OutputStyle = OutputStyle()) throws {
        self.format = format
        shape = .none
        self.style = style
        layout = try format == .table ? .brief(stored: true) : .full(stored: true)
    }

    /// Streams the figures; gives how many there were.
    /// - Parameters:
    ///   - showsProgress: whether a terminal shows how far it is, where it takes a while.
    ///   - isLast: whether `sink` is complete with these figures.
    @discardableResult
    func write(
        _ query: FigureQuery, of store: MetricsDatabase, to sink: ByteSink, showsProgress: Bool = false, isLast: Bool = true
    ) throws -> Int {
        var bar = ProgressBar(total: showsProgress && ProgressBar.isVisible ? try store.count(query) : 0)
        defer { bar.finish() }
        var writer = format.writer(to: sink, style)
        var count = 0
        if let axis = shape.wide {
            var table = try WideTable(axis, shape.labels ?? .zh)
            try store.forEachFigure(query) { figure in
                count += 1
                bar.advance()
                table.add(figure)
            }
            if !table.isEmpty || format != .table { try table.write(to: &writer) }
            if isLast { try sink.finish() }
            tell(table)
            return count
        }
        if format != .table { try writer.begin(layout.columns) }
        try store.forEachFigure(query) { figure in
            if format == .table, count == 0 { try writer.begin(layout.columns) }
            count += 1
            bar.advance()
            try writer.row(layout.cells(figure))
        }
        if format != .table || count > 0 { try writer.end() }
        if isLast { try sink.finish() }
        return count
    }

    private func tell(_ table: WideTable) {
        if table.leftOut > 0 {
            Screen.say(Message.leftOut(table.leftOut, shape.wide ?? .years))
        }
        if table.conflicts > 0 { Screen.say(Message.severalValues(table.conflicts)) }
    }
}
