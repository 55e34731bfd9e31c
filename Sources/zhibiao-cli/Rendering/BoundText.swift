// A value with the mark of its bound, as people write it.
import Zhibiao

/// Values as people read them.
enum BoundText {
    /// `1,369`, `≥ 20,000,000,000` (over), `< 5` (under), `≈ 300` (about), `≲ 60` (almost), `13–15` (range).
    static func value(_ figure: FigureRecord) -> String {
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

    /// A number with thousands separators.
    static func number(_ value: Double) -> String {
        NumberText.grouped(NumberText.plain(value) ?? value.description)
    }
}
