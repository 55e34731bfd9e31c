// What a person says of a figure.
import Figures
import Numerals

/// What people said of a figure. SDMX: obs_status.
public enum FigureStatus: String, Sendable, CaseIterable {
    /// Nobody has looked at it.
    case extracted
    /// A person found it right.
    case confirmed
    /// A person set other values; the machine's are kept beside.
    case corrected
    /// A person found that it is no such figure. Typed accessors leave it out; views show it with this status.
    case rejected
}

/// What a person says of a figure.
public enum ReviewAction: Sendable, Equatable {
    /// It is right as it is shown.
    case confirm
    /// These fields should be so.
    case correct([FieldCorrection])
    /// It is no such figure.
    case reject
    /// What was said before no longer holds.
    case withdraw

    /// The name in the database.
    public var name: String {
        switch self {
        case .confirm: "confirm"
        case .correct: "correct"
        case .reject: "reject"
        case .withdraw: "withdraw"
        }
    }
}

/// A review to be made.
public struct ReviewRequest: Sendable, Equatable {
    /// Which figure.
    public var figureID: Int64
    /// What is said of it.
    public var action: ReviewAction
    /// Who says so; not empty.
    public var reviewer: String
    /// Why; may be empty.
    public var reason: String

    /// A review of a figure: what is said of it, by whom, and why.
    public init(_ figureID: Int64, _ action: ReviewAction, by reviewer: String, because reason: String = "") {
        self.figureID = figureID
        self.action = action
        self.reviewer = reviewer
        self.reason = reason
    }
}

/// A review that was made.
public struct Review: Sendable, Equatable, Identifiable {
    public var id: Int64
    /// Nil while the report is deleted, or new rules find no figure at this place.
    public var figureID: Int64?
    /// The report's content, and the figure's place and characters in it.
    public var reportSHA256: String
    /// Where the figure stands in the report's text.
    public var start: Int
    /// After the figure's last character.
    public var end: Int
    /// The figure's characters.
    public var surface: String
    /// What was said.
    public var action: ReviewAction
    /// Who said it.
    public var reviewer: String
    /// UTC, `2026-11-23T09:21:23Z`.
    public var reviewedAt: String
    /// Why; "" where nothing was said.
    public var reason: String
}

/// A field of a figure with the value that a person sets.
public enum FieldCorrection: Sendable, Equatable {
    /// The number, in the base unit.
    case value(Double)
    /// What the words allow; nil where open. Follow from `value` and `bound` where they are not set.
    case low(Double?)
    /// The greatest that the words allow.
    case high(Double?)
    /// A base unit; "" for none.
    case unit(String)
    /// How the words limit the value.
    case bound(Bound)
    /// What kind of number it is.
    case statistic(Statistic)
    /// Whether it is said per year or summed up.
    case frequency(Frequency?)
    /// A category by code or Chinese name.
    case category(String)
    /// An indicator by code or Chinese name.
    case indicator(String?)
    /// What is measured.
    case measure(String)
    /// Full name of a region or organisation.
    case subject(String?)
    /// `region`, `school`, `company` …
    case subjectKind(String?)
    /// `2023`, `2023-09`, `2017/2020`.
    case period(String?)
    /// Where the period is taken from.
    case periodBasis(PeriodBasis?)
    /// A rank said of the figure.
    case rank(String?)

    /// The fields that can be corrected.
    public static let fields: [FigureRecord.Field] = [
        .value, .low, .high, .unit, .bound, .statistic, .frequency, .category, .indicator, .measure, .subject, .subjectKind, .period,
        .periodBasis, .rank,
    ]

    /// Reads a field's value from text, as CSV and the command line give it; empty text is "none".
    /// - Throws: ``ZhibiaoError`` (`badField`) for a field that cannot be corrected, or a value that it cannot have.
    public init(_ field: FigureRecord.Field, text: String) throws {
        func bad(_ problem: String) -> ZhibiaoError { ZhibiaoError(.badField(field: field.rawValue, found: text, problem: problem)) }
        let some = text.isEmpty ? nil : text
        func number() throws -> Double? {
            guard let some else { return nil }
            guard let number = NumberCell.value(some) else { throw bad("is no number") }
            return number
        }
        func needed<Value>(_ value: Value?) throws -> Value {
            guard let value else { throw bad("cannot be empty") }
            return value
        }
        func code<Code: RawRepresentable & CaseIterable>(_ type: Code.Type) throws -> Code? where Code.RawValue == String {
            guard let some else { return nil }
            guard let code = Code(rawValue: some) else {
                throw bad("is none of " + Code.allCases.map(\.rawValue).joined(separator: ", "))
            }
            return code
        }
        switch field {
        case .value: self = .value(try needed(number()))
        case .low: self = .low(try number())
        case .high: self = .high(try number())
        case .unit: self = .unit(text)
        case .bound: self = .bound(try needed(code(Bound.self)))
        case .statistic: self = .statistic(try needed(code(Statistic.self)))
        case .frequency: self = .frequency(try code(Frequency.self))
        case .category: self = .category(try needed(some))
        case .indicator: self = .indicator(some)
        case .measure: self = .measure(text)
        case .subject: self = .subject(some)
        case .subjectKind:
            if let some, !SubjectName.isKind(some) { throw bad("is no kind; write region, school, company, organisation …") }
            self = .subjectKind(some)
        case .period:
            if let some, Period(some) == nil { throw bad("is no period; write 2023, 2023-09, 2017/2020 or 2023-01/2023-06") }
            self = .period(some)
        case .periodBasis: self = .periodBasis(try code(PeriodBasis.self))
        case .rank: self = .rank(some)
        default: throw bad("cannot be corrected; it says where the figure stands")
        }
    }

    /// The field, and its value as SQLite holds it.
    var stored: (field: FigureRecord.Field, value: SQLiteValue) {
        func text(_ value: String?) -> SQLiteValue { value.map(SQLiteValue.text) ?? .null }
        func real(_ value: Double?) -> SQLiteValue { value.map(SQLiteValue.real) ?? .null }
        return switch self {
        case .value(let value): (.value, .real(value))
        case .low(let value): (.low, real(value))
        case .high(let value): (.high, real(value))
        case .unit(let value): (.unit, .text(value))
        case .bound(let value): (.bound, .text(value.rawValue))
        case .statistic(let value): (.statistic, .text(value.rawValue))
        case .frequency(let value): (.frequency, text(value?.rawValue))
        case .category(let value): (.category, .text(value))
        case .indicator(let value): (.indicator, text(value))
        case .measure(let value): (.measure, .text(value))
        case .subject(let value): (.subject, text(value))
        case .subjectKind(let value): (.subjectKind, text(value))
        case .period(let value): (.period, text(value))
        case .periodBasis(let value): (.periodBasis, text(value?.rawValue))
        case .rank(let value): (.rank, text(value))
        }
    }

    /// A field as the database holds it.
    /// - Throws: ``ZhibiaoError`` when the database holds what this version cannot read.
    init(column: String, stored: SQLiteValue) throws {
        func unexpected() -> ZhibiaoError { ZhibiaoError(.unexpectedValue(column: column, found: "\(stored)")) }
        guard let field = FigureRecord.Field(rawValue: column) else { throw unexpected() }
        switch (field, stored) {
        case (.value, .real(let value)): self = .value(value)
        case (.low, .real(let value)): self = .low(value)
        case (.high, .real(let value)): self = .high(value)
        // A number came as a number; the rest is text or nothing.
        case (.value, _), (.low, .text), (.high, .text): throw unexpected()
        case (_, .text(let text)): self = try FieldCorrection(field, text: text)
        case (_, .null): self = try FieldCorrection(field, text: "")
        default: throw unexpected()
        }
    }

    /// Sets the field of a figure.
    func apply(to figure: inout FigureRecord) {
        switch self {
        case .value(let value): figure.value = value
        case .low(let value): figure.low = value
        case .high(let value): figure.high = value
        case .unit(let value): figure.unit = value
        case .bound(let value): figure.bound = value
        case .statistic(let value): figure.statistic = value
        case .frequency(let value): figure.frequency = value
        case .category(let value): figure.category = value
        case .indicator(let value): figure.indicator = value
        case .measure(let value): figure.measure = value
        case .subject(let value): figure.subject = value
        case .subjectKind(let value): figure.subjectKind = value
        case .period(let value): figure.period = value
        case .periodBasis(let value): figure.periodBasis = value
        case .rank(let value): figure.rank = value
        }
    }
}

/// Numbers in cells that people wrote.
enum NumberCell {
    /// The shortest text that reads back as the same number: `1369`, `86.5`.
    static func text(_ value: Double) -> String { Int64(exactly: value).map { String($0) } ?? value.description }

    /// `1369`, `-81.3`, `1,369`, `１２`, `86.5%` (as 86.5); nil for anything else.
    static func value(_ text: String) -> Double? {
        var digits = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case " ", "\u{A0}", "\u{3000}", ",", "，": continue
            case "０"..."９", "．", "－", "％": digits.unicodeScalars.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            default: digits.unicodeScalars.append(scalar)
            }
        }
        if digits.hasSuffix("%") { digits.removeLast() }
        // Double also reads hexadecimal, inf and nan.
        guard digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains($0) }) else { return nil }
        return Double(digits).flatMap { $0.isFinite ? $0 : nil }
    }
}

extension SubjectName {
    /// Whether `text` can be a kind of subject.
    static func isKind(_ text: String) -> Bool {
        text.utf8.first.map { (0x61...0x7A).contains($0) } ?? false && text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F }
    }
}
