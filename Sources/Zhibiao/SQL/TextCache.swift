// Texts that come again and again in a column: made a String once, and handed out after a comparison of bytes.
// Measured: decoding the strings of a figure's row took most of the time of reading it.
import GRDBSQLite

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Texts of the columns of one statement. Not thread-safe; belongs to its reader.
final class TextCache {
    /// So many texts a column; a power of two.
    private static let slots = 64
    @exclusivity(unchecked) private var texts: [String]

    /// For columns of codes: which case of the enumeration a text is.
    @exclusivity(unchecked) private var codes: [UInt8]
    private static let unknown = UInt8.max

    init(columns: Int) {
        texts = [String](repeating: "", count: columns * Self.slots)
        codes = [UInt8](repeating: Self.unknown, count: columns * Self.slots)
    }

    /// The text of a column that is not null.
    func text(_ row: StatementHandle, _ column: Int32) throws -> String {
        guard let bytes = row.textBytes(column), let start = bytes.baseAddress else { return try row.text(column) }
        return text(bytes, start, column)
    }

    /// The text of a column, or nil when it is null.
    func optionalText(_ row: StatementHandle, _ column: Int32) throws -> String? {
        if let bytes = row.textBytes(column), let start = bytes.baseAddress { return text(bytes, start, column) }
        return try row.optionalText(column)
    }

    private func text(_ bytes: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>, _ column: Int32) -> String {
        bytes.isEmpty ? "" : texts[slot(of: bytes, start, column)]
    }

    /// Where the text of these bytes is, made where it was not.
    @inline(__always)
    private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ start: UnsafePointer<UInt8>, _ column: Int32) -> Int {
        let count = bytes.count
        let mark = Int(start[0]) &+ Int(start[count / 2]) &* 7 &+ Int(start[count - 1]) &* 31 &+ count &* 13
        let slot = Int(column) * Self.slots + mark & (Self.slots - 1)
        let isSame =
            texts[slot].utf8.count == count
            && texts[slot].utf8.withContiguousStorageIfAvailable { bytes in
                bytes.baseAddress.map { memcmp($0, start, count) == 0 } ?? false
            } == true
        if !isSame {
            texts[slot] = String(decoding: bytes, as: UTF8.self)
            codes[slot] = Self.unknown
        }
        return slot
    }

    /// A code of an enumeration; nil when the column is null. Which one a text is, is found once for its slot.
    func optionalCode<Code: RawRepresentable & CaseIterable>(_ row: StatementHandle, _ column: Int32, _ type: Code.Type) throws -> Code?
    where Code.RawValue == String, Code.AllCases == [Code] {
        guard let bytes = row.textBytes(column), let start = bytes.baseAddress, !bytes.isEmpty else {
            return row.isNull(column) ? nil : try row.code(column)
        }
        let slot = slot(of: bytes, start, column)
        if codes[slot] == Self.unknown {
            guard let index = Code.allCases.firstIndex(where: { $0.rawValue == texts[slot] }) else { return try row.code(column) }
            codes[slot] = UInt8(index)
        }
        return Code.allCases[Int(codes[slot])]
    }

    func code<Code: RawRepresentable & CaseIterable>(_ row: StatementHandle, _ column: Int32, _ type: Code.Type) throws -> Code
    where Code.RawValue == String, Code.AllCases == [Code] {
        if let code = try optionalCode(row, column, type) { return code }
        return try row.code(column)
    }
}
