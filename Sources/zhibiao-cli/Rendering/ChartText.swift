// A chart in a terminal: a line a bar, aligned by display width, as wide as the screen.
import Zhibiao

/// Draws a chart with characters. A full bar is what is sure, a light one what the words allow, an arrow where they allow more.
enum ChartText {
    /// A narrower screen gets lines of this width all the same.
    private static let narrowest = 24

    static func write(_ chart: Chart, to sink: ByteSink) throws {
        let width = max(sink.isTerminal ? Screen.width ?? 80 : 80, narrowest)
        let head = [chart.title, chart.unit.isEmpty ? "" : "(\(chart.unit))"].filter { !$0.isEmpty }.joined(separator: " ")
        if !head.isEmpty { try sink.write(DisplayWidth.truncated(Screen.harmless(head), to: width) + "\n\n") }
        let values = chart.bars.map { Screen.harmless($0.text) }
        let valueWidth = values.map(DisplayWidth.of).max() ?? 0
        let labels = chart.bars.map { Screen.harmless($0.label) }
        // Labels get what they need up to half of the line; bars get the rest.
        let labelWidth = min(labels.map(DisplayWidth.of).max() ?? 0, max(width / 2 - valueWidth, 8))
        let room = max(width - labelWidth - valueWidth - 4, 6)
        let range = chart.range
        let perColumn = range.upperBound > range.lowerBound ? Double(room - 1) / (range.upperBound - range.lowerBound) : 0
        for (index, bar) in chart.bars.enumerated() {
            let label = DisplayWidth.truncated(labels[index], to: labelWidth)
            let line =
                label + spaces(labelWidth - DisplayWidth.of(label)) + "  " + spaces(valueWidth - DisplayWidth.of(values[index]))
                + values[index]
                + "  " + draw(bar, from: range.lowerBound, perColumn)
            try sink.write(line + "\n")
        }
    }

    private static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }

    /// A bar from zero. The bar is last on its line, so that terminals that draw it wide misalign nothing.
    private static func draw(_ bar: Chart.Bar, from least: Double, _ perColumn: Double) -> String {
        let zero = Int((-least * perColumn).rounded())
        // What is sure: up to the low end; of a value that is an upper limit nothing is.
        let sure = bar.bound == .under ? bar.low ?? 0 : bar.bound == .range ? bar.low ?? bar.value : bar.value
        let allowed = bar.bound == .exact || bar.bound == .almost ? sure : bar.high ?? bar.value
        if bar.value < 0 {
            let length = max(Int((-bar.value * perColumn).rounded()), 1)
            return spaces(zero - length) + String(repeating: bar.bound == .exact ? "█" : "▒", count: length)
        }
        let full = sure * perColumn
        var text = spaces(zero) + String(repeating: "█", count: Int(full))
        let eighths = Int((full - Double(Int(full))) * 8)
        if eighths > 0, allowed <= sure { text += ["▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths - 1] }
        if allowed > sure { text += String(repeating: "▒", count: max(Int((allowed * perColumn).rounded()) - Int(full), 1)) }
        if bar.bound == .over, bar.high == nil { text += "→" }
        return text.hasSuffix(" ") || text.isEmpty ? text + "▏" : text
    }
}
