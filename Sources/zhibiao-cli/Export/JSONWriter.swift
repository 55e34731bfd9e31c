// JSON: one array of objects, a line each.
import Zhibiao

/// Writes an array of objects whose keys are the column names, in their order. NULL and infinite numbers are `null`.
struct JSONWriter: RowWriter {
    private let sink: ByteSink
    private var keys: [[UInt8]] = []
    private var line: [UInt8] = []
    private var isFirst = true

    init(sink: ByteSink) { self.sink = sink }

    mutating func begin(_ columns: [Column]) throws {
        keys = JSONText.keys(columns)
        try sink.write("[")
    }

    mutating func row(_ cells: [SQLiteValue]) throws {
        line.removeAll(keepingCapacity: true)
        line.append(contentsOf: (isFirst ? "\n" : ",\n").utf8)
        isFirst = false
        JSONText.append(cells, keys, to: &line)
        try sink.write(line)
    }

    mutating func end() throws { try sink.write(isFirst ? "]\n" : "\n]\n") }
}
