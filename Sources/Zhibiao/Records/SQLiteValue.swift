// A value as SQLite holds it, never coerced.

/// One of SQLite's five kinds of value.
public enum SQLiteValue: Sendable, Equatable {
    /// NULL.
    case null
    /// A whole number.
    case integer(Int64)
    /// A floating-point number.
    case real(Double)
    /// Text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}
