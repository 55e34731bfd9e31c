// A value as SQLite holds it, never coerced.

/// One of SQLite's five kinds of value.
public enum SQLiteValue: Sendable, Equatable {
    case null
    case integer(Int64)
    case real(Double)
    case text(String)
    case blob([UInt8])
}
