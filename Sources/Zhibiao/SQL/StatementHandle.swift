// Raw bindings and checked columns of a prepared statement: nothing is coerced, and rows cost little.
// A border to C: the handle is valid as long as its owner (a GRDB statement or an ad-hoc connection) keeps it.
import GRDBSQLite
import ReportText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A prepared statement of SQLite's C API.
struct StatementHandle {
    let pointer: OpaquePointer

    // MARK: parameters, numbered from 1

    func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(pointer, index, value) }
    func bind(_ index: Int32, _ value: Int) { bind(index, Int64(value)) }
    func bind(_ index: Int32, _ value: Double) { sqlite3_bind_double(pointer, index, value) }
    func bindNull(_ index: Int32) { sqlite3_bind_null(pointer, index) }

    func bind(_ index: Int32, _ value: String) {
        var value = value
        value.withUTF8 { bytes in
            // SQLITE_TRANSIENT, a macro that Swift does not import: SQLite copies the bytes.
            let copy = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
            // An empty buffer may have no address, which would bind NULL.
            guard let start = bytes.baseAddress else {
                sqlite3_bind_text(pointer, index, "", 0, copy)
                return
            }
            start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
                _ = sqlite3_bind_text(pointer, index, $0, Int32(bytes.count), copy)
            }
        }
    }

    /// Binds a text that may be large: its bytes are made once and SQLite takes them over.
    func bind(_ index: Int32, _ text: ReportText) {
        let count = text.utf8Count
        guard let bytes = malloc(max(count, 1))?.assumingMemoryBound(to: UInt8.self) else { return bindNull(index) }
        var written = 0
        text.forEachUTF8 { byte in
            bytes[written] = byte
            written += 1
        }
        bytes.withMemoryRebound(to: CChar.self, capacity: max(count, 1)) {
            _ = sqlite3_bind_text64(pointer, index, $0, sqlite3_uint64(count), { free($0) }, UInt8(SQLITE_UTF8))
        }
    }

    func bind(_ index: Int32, _ value: Int64?) { if let value { bind(index, value) } else { bindNull(index) } }
    func bind(_ index: Int32, _ value: Int?) { if let value { bind(index, value) } else { bindNull(index) } }
    func bind(_ index: Int32, _ value: Double?) { if let value { bind(index, value) } else { bindNull(index) } }
    func bind(_ index: Int32, _ value: String?) { if let value { bind(index, value) } else { bindNull(index) } }

    func bind(_ index: Int32, _ value: SQLiteValue) {
        switch value {
        case .null: bindNull(index)
        case .integer(let value): bind(index, value)
        case .real(let value): bind(index, value)
        case .text(let value): bind(index, value)
        case .blob(let value):
            sqlite3_bind_blob(pointer, index, value, Int32(value.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
        }
    }

    // MARK: columns of the current row, numbered from 0

    // Through the column's value, got once: each of the functions that name a column looks it up and locks anew. That is allowed
    // as a statement is used by one thread at a time.

    func value(_ column: Int32) -> SQLiteValue {
        let value = sqlite3_column_value(pointer, column)
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: return .integer(sqlite3_value_int64(value))
        case SQLITE_FLOAT: return .real(sqlite3_value_double(value))
        case SQLITE_TEXT:
            guard let start = sqlite3_value_text(value) else { return .text("") }
            let bytes = UnsafeBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
            return .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_value_blob(value) else { return .blob([]) }
            return .blob(Array(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))))
        default: return .null
        }
    }

    func integer(_ column: Int32) throws -> Int64 {
        let value = sqlite3_column_value(pointer, column)
        guard sqlite3_value_type(value) == SQLITE_INTEGER else { throw mismatch(column) }
        return sqlite3_value_int64(value)
    }

    func real(_ column: Int32) throws -> Double {
        let value = sqlite3_column_value(pointer, column)
        guard sqlite3_value_type(value) == SQLITE_FLOAT else { throw mismatch(column) }
        return sqlite3_value_double(value)
    }

    func text(_ column: Int32) throws -> String {
        String(decoding: try textBytes(column), as: UTF8.self)
    }

    /// The bytes of a text, valid until the statement goes on; nil when the column is null.
    func optionalTextBytes(_ column: Int32) throws -> UnsafeBufferPointer<UInt8>? {
        let value = sqlite3_column_value(pointer, column)
        switch sqlite3_value_type(value) {
        case SQLITE_TEXT: return UnsafeBufferPointer(start: sqlite3_value_text(value), count: Int(sqlite3_value_bytes(value)))
        case SQLITE_NULL: return nil
        default: throw mismatch(column)
        }
    }

    /// The same of a column that is not null.
    func textBytes(_ column: Int32) throws -> UnsafeBufferPointer<UInt8> {
        guard let bytes = try optionalTextBytes(column) else { throw mismatch(column) }
        return bytes
    }

    func optionalInteger(_ column: Int32) throws -> Int64? {
        let value = sqlite3_column_value(pointer, column)
        switch sqlite3_value_type(value) {
        case SQLITE_INTEGER: return sqlite3_value_int64(value)
        case SQLITE_NULL: return nil
        default: throw mismatch(column)
        }
    }

    func isNull(_ column: Int32) -> Bool { sqlite3_value_type(sqlite3_column_value(pointer, column)) == SQLITE_NULL }
    func int(_ column: Int32) throws -> Int { Int(try integer(column)) }
    func optionalInt(_ column: Int32) throws -> Int? { try optionalInteger(column).map(Int.init) }
    func optionalReal(_ column: Int32) throws -> Double? {
        let value = sqlite3_column_value(pointer, column)
        switch sqlite3_value_type(value) {
        case SQLITE_FLOAT: return sqlite3_value_double(value)
        case SQLITE_NULL: return nil
        default: throw mismatch(column)
        }
    }
    func optionalText(_ column: Int32) throws -> String? { try optionalTextBytes(column).map { String(decoding: $0, as: UTF8.self) } }

    /// A text column that holds one of an enumeration's codes.
    func code<Code: RawRepresentable>(_ column: Int32, _ type: Code.Type = Code.self) throws -> Code where Code.RawValue == String {
        guard let code = Code(rawValue: try text(column)) else { throw mismatch(column) }
        return code
    }

    func optionalCode<Code: RawRepresentable>(_ column: Int32) throws -> Code? where Code.RawValue == String {
        isNull(column) ? nil : try code(column)
    }

    private func mismatch(_ column: Int32) -> ZhibiaoError {
        let name = sqlite3_column_name(pointer, column).map { String(cString: $0) } ?? "\(column)"
        let found =
            switch value(column) {
            case .null: "NULL"
            case .integer(let value): "the integer \(value)"
            case .real(let value): "the number \(value)"
            case .text(let value): "the text \(value.prefix(40))"
            case .blob(let bytes): "a blob of \(bytes.count) bytes"
            }
        return ZhibiaoError(.unexpectedValue(column: name, found: found))
    }
}
