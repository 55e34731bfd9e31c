// A value with the mark of its bound, as people write it.
import Zhibiao

/// Values as people read them.
enum BoundText {
    /// `1,369`, `≥ 20,000,000,000` (over), `< 5` (under), `≈ 300` (about), `≲ 60` (almost), `13–15` (range).
    static func value(_ figure: FigureRecord, grouped: Bool = true) -> String {
        value(figure) { value in
            let plain = NumberText.plain(value) ?? value.description
            return grouped ? NumberText.grouped(plain) : plain
        }
    }

    /// The same, in 万 or 亿 where the scale says so: `≥ 200`.
    static func value(_ figure: FigureRecord, scale: NumberScale) -> String { value(figure, number: scale.text) }

    private static func value(_ figure: FigureRecord, number: (Double) -> String) -> String {
        let value = number(figure.value)
        switch figure.bound {
        case .exact: return value
        case .about: return "≈ " + value
        case .almost: return "≲ " + value
        case .over: return "≥ " + value
        case .under: return "< " + value
        case .range:
            guard let low = figure.low, let high = figure.high else { return value }
            return number(low) + "–" + number(high)
        }
    }

    /// What the words allow, in words.
    static func interval(_ figure: FigureRecord) -> String { Message.interval(figure.low.map(number), figure.high.map(number)) }

    /// A number with thousands separators.
    static func number(_ value: Double) -> String {
        NumberText.grouped(NumberText.plain(value) ?? value.description)
    }
}
