// Periods as written in the contract, and the days they cover.

/// The days of a period, both ends included, as `2023-09-01`: text of this form sorts as the days do.
public struct Period: Sendable, Equatable {
    /// The first day.
    public let start: String
    /// The last day, included.
    public let end: String

    /// Reads `2023`, `2023-09`, `2023-09-15`, or two of these with a slash between; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let first = parts.first, let last = parts.last, parts.count <= 2,
            let start = Self.days(of: first)?.start, let end = Self.days(of: last)?.end, start <= end
        else { return nil }
        self.start = start
        self.end = end
    }

    /// First and last day of a year, month or day.
    private static func days(of text: Substring) -> (start: String, end: String)? {
        let fields = text.split(separator: "-", omittingEmptySubsequences: false)
        guard (1...3).contains(fields.count), fields[0].utf8.count == 4, fields.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else {
            return nil
        }
        let numbers = fields.compactMap { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int($0) : nil }
        guard numbers.count == fields.count else { return nil }
        switch numbers.count {
        case 1: return ("\(text)-01-01", "\(text)-12-31")
        case 2:
            guard (1...12).contains(numbers[1]) else { return nil }
            return ("\(text)-01", "\(text)-\(length(ofMonth: numbers[1], in: numbers[0]))")
        default:
            guard (1...12).contains(numbers[1]), (1...length(ofMonth: numbers[1], in: numbers[0])).contains(numbers[2]) else { return nil }
            return (String(text), String(text))
        }
    }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
