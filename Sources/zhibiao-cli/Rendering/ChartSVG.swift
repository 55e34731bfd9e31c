// A chart as an SVG file, for a paper: horizontal bars, a title with the unit, a grid with few numbers, the sources below.
import Zhibiao

/// Draws a chart as SVG. A bar's light part is what the words allow; an arrow says that they allow more.
enum ChartSVG {
    private static let width = 760.0
    private static let lineHeight = 28.0
    private static let barHeight = 16.0
    private static let fontSize = 14.0
    private static let fonts =
        "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif"

    static func write(_ chart: Chart, to sink: ByteSink) throws {
        let labels = chart.bars.map { DisplayWidth.truncated($0.label, to: 44) }
        let labelWidth = labels.map(textWidth).max() ?? 0
        let valueWidth = chart.bars.map { textWidth($0.text) }.max() ?? 0
        let head = [chart.title, chart.unit.isEmpty ? "" : Message.unit(chart.unit)].filter { !$0.isEmpty }.joined(separator: " ")
        let top = head.isEmpty ? 16.0 : 52.0
        let left = 16 + labelWidth + 10
        let right = width - 16 - valueWidth - 24
        let range = chart.range
        let ticks = ticks(range)
        let from = min(range.lowerBound, ticks.first ?? 0)
        let to = max(range.upperBound, ticks.last ?? 0)
        func x(_ value: Double) -> Double { to > from ? left + (value - from) / (to - from) * (right - left) : left }
        let bottom = top + Double(chart.bars.count) * lineHeight
        let sources = wrapped(Message.source(chart.sources), to: Int((width - 32) / (fontSize * 0.5 * 12 / 14)))
        let height = bottom + 34 + Double(sources.count) * 18 + 8

        var svg: [String] = []
        svg.append(
            """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" viewBox="0 0 \(number(width)) \
            \(number(height))" font-family="\(fonts)" font-size="\(number(fontSize))" fill="#222">
            """)
        svg.append("<title>\(MarkupText.escaped(head.isEmpty ? labels.first ?? "" : head))</title>")
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>")
        if !head.isEmpty { svg.append(text(head, 16, 30, size: 17, weight: "bold")) }
        for tick in ticks {
            let place = number(x(tick))
            svg.append("<line x1=\"\(place)\" y1=\"\(number(top))\" x2=\"\(place)\" y2=\"\(number(bottom))\" stroke=\"#ddd\"/>")
            svg.append(text(BoundText.number(tick), x(tick), bottom + 18, size: 12, anchor: "middle", color: "#555"))
        }
        for (index, bar) in chart.bars.enumerated() {
            let middle = top + (Double(index) + 0.5) * lineHeight
            svg.append(text(labels[index], left - 10, middle + 5, anchor: "end"))
            svg += self.bar(bar, middle, x)
        }
        svg.append("<line x1=\"\(number(x(0)))\" y1=\"\(number(top))\" x2=\"\(number(x(0)))\" y2=\"\(number(bottom))\" stroke=\"#333\"/>")
        for (index, line) in sources.enumerated() {
            svg.append(text(line, 16, bottom + 46 + Double(index) * 18, size: 12, color: "#555"))
        }
        svg.append("</svg>")
        try sink.write(svg.joined(separator: "\n") + "\n")
    }

    private static func bar(_ bar: Chart.Bar, _ middle: Double, _ x: (Double) -> Double) -> [String] {
        let sure = bar.bound == .under ? bar.low ?? 0 : bar.bound == .range ? bar.low ?? bar.value : bar.value
        let allowed = bar.bound == .exact || bar.bound == .almost ? bar.value : bar.high ?? bar.value
        func rectangle(_ from: Double, _ to: Double, _ style: String) -> String {
            let (start, end) = (min(x(from), x(to)), max(x(from), x(to)))
            return """
                <rect x="\(number(start))" y="\(number(middle - barHeight / 2))" width="\(number(end - start))" \
                height="\(number(barHeight))" \(style)/>
                """
        }
        var parts: [String] = []
        if sure != 0 {
            parts.append(
                rectangle(
                    0, sure, bar.bound == .about || bar.bound == .almost ? "fill=\"#4a7fb5\" fill-opacity=\"0.75\"" : "fill=\"#4a7fb5\""))
        }
        if allowed != sure { parts.append(rectangle(sure, allowed, "fill=\"#bcd3ea\" stroke=\"#4a7fb5\" stroke-dasharray=\"3 2\"")) }
        var end = max(x(bar.value), x(allowed), x(0))
        if bar.bound == .over, bar.high == nil {
            let tip = end + 10
            parts.append(
                """
                <path d="M\(number(end)) \(number(middle))H\(number(tip))M\(number(tip - 4)) \(number(middle - 4))L\(number(tip)) \(number(middle))\
                L\(number(tip - 4)) \(number(middle + 4))" fill="none" stroke="#4a7fb5" stroke-width="1.5"/>
                """)
            end = tip
        }
        parts.append(text(bar.text, end + 6, middle + 5))
        return parts
    }

    private static func text(
        _ text: String, _ x: Double, _ y: Double, size: Double = fontSize, weight: String? = nil, anchor: String? = nil,
        color: String? = nil
    ) -> String {
        var attributes = "x=\"\(number(x))\" y=\"\(number(y))\""
        if size != fontSize { attributes += " font-size=\"\(number(size))\"" }
        if let weight { attributes += " font-weight=\"\(weight)\"" }
        if let anchor { attributes += " text-anchor=\"\(anchor)\"" }
        if let color { attributes += " fill=\"\(color)\"" }
        return "<text \(attributes)>\(MarkupText.escaped(text))</text>"
    }

    /// About how wide a text is drawn: a Chinese character is a square of the font's size, a Latin letter a little over half of that.
    private static func textWidth(_ text: String) -> Double {
        text.unicodeScalars.reduce(0) { $0 + [0, 0.58, 1][min(DisplayWidth.of($1), 2)] * fontSize }
    }

    /// Lines of at most so many columns.
    private static func wrapped(_ text: String, to columns: Int) -> [String] {
        var lines: [String] = [""]
        var used = 0
        for scalar in text.unicodeScalars {
            let width = DisplayWidth.of(scalar)
            if used + width > columns {
                lines.append("")
                used = 0
            }
            lines[lines.count - 1].unicodeScalars.append(scalar)
            used += width
        }
        return lines
    }

    /// Up to six round numbers that cover a range.
    static func ticks(_ range: ClosedRange<Double>) -> [Double] {
        let span = range.upperBound - range.lowerBound
        guard span > 0, span.isFinite else { return [0] }
        var power = 1.0
        while power * 10 <= span / 5 { power *= 10 }
        while power > span / 5 { power /= 10 }
        let step = [1.0, 2, 2.5, 5, 10].map { $0 * power }.first { $0 >= span / 5 } ?? power * 10
        let first = (range.lowerBound / step).rounded(.down)
        let last = (range.upperBound / step).rounded(.up)
        return (0...Int(last - first)).map { ((first + Double($0)) * step * 1e9).rounded() / 1e9 }
    }

    /// A coordinate with one decimal.
    private static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : NumberText.plain(Double(tenths) / 10) ?? "0"
    }
}
