// NDJSON: one JSON object a line.
import Zhibiao

/// Writes each row as an object whose keys are the column names, in their order. NULL and infinite numbers are `null`.
struct NDJSONWriter: RowWriter {
    private let sink: ByteSink
    private var keys: [[UInt8]] = []
    private var line: [UInt8] = []

    init(sink: ByteSink) { self.sink = sink }

    mutating func begin(_ columns: [Column]) throws { keys = JSONText.keys(columns) }

    mutating func row(_ cells: [SQLiteValue]) throws {
        line.removeAll(keepingCapacity: true)
        JSONText.append(cells, keys, to: &line)
        line.append(0x0A)
        try sink.write(line)
    }

    mutating func end() throws {}
}
