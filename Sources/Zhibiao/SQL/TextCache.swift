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

    private struct Slot {
        var text = ""
        /// For columns of an enumeration's codes: which case the text is.
        var code = Slot.unknown
        /// For a column of codes that have names elsewhere: whether the name was looked up, and what was found.
        var isLabelled = false
        var label: String?

        static let unknown = UInt8.max
    }

    @exclusivity(unchecked) private var slots: [Slot]

    init(columns: Int) { slots = [Slot](repeating: Slot(), count: columns * Self.slots) }

    /// The text of a column that is not null.
    func text(_ row: StatementHandle, _ column: Int32) throws -> String {
        let bytes = try row.textBytes(column)
        return bytes.isEmpty ? "" : slots[slot(of: bytes, column)].text
    }

    /// The text of a column, or nil when it is null.
    func optionalText(_ row: StatementHandle, _ column: Int32) throws -> String? {
        guard let bytes = try row.optionalTextBytes(column) else { return nil }
        return bytes.isEmpty ? "" : slots[slot(of: bytes, column)].text
    }

    /// A code of an enumeration; nil when the column is null. Which one a text is, is found once for its slot.
    func optionalCode<Code: RawRepresentable & CaseIterable>(_ row: StatementHandle, _ column: Int32, _ type: Code.Type) throws -> Code?
    where Code.RawValue == String, Code.AllCases == [Code] {
        guard let bytes = try row.optionalTextBytes(column) else { return nil }
        guard !bytes.isEmpty else { return try row.code(column) }
        let slot = slot(of: bytes, column)
        if slots[slot].code == Slot.unknown {
            guard let index = Code.allCases.firstIndex(where: { $0.rawValue == slots[slot].text }) else { return try row.code(column) }
            slots[slot].code = UInt8(index)
        }
        return Code.allCases[Int(slots[slot].code)]
    }

    func code<Code: RawRepresentable & CaseIterable>(_ row: StatementHandle, _ column: Int32, _ type: Code.Type) throws -> Code
    where Code.RawValue == String, Code.AllCases == [Code] {
        if let code = try optionalCode(row, column, type) { return code }
        return try row.code(column)
    }

    /// The code of a column and its name, which `look` looks up once for its slot; nil when the column is null.
    func labelled(_ row: StatementHandle, _ column: Int32, _ look: (String) throws -> String?) throws -> (code: String, label: String?)? {
        guard let bytes = try row.optionalTextBytes(column) else { return nil }
        guard !bytes.isEmpty else { return ("", try look("")) }
        let slot = slot(of: bytes, column)
        if !slots[slot].isLabelled {
            slots[slot].label = try look(slots[slot].text)
            slots[slot].isLabelled = true
        }
        return (slots[slot].text, slots[slot].label)
    }

    /// Where the text of these bytes, at least one, is; made where it was not.
    @inline(__always)
    private func slot(of bytes: UnsafeBufferPointer<UInt8>, _ column: Int32) -> Int {
        let count = bytes.count
        let mark = Int(bytes[0]) &+ Int(bytes[count / 2]) &* 7 &+ Int(bytes[count - 1]) &* 31 &+ count &* 13
        let slot = Int(column) * Self.slots + mark & (Self.slots - 1)
        if !Self.isSame(slots[slot].text, bytes) { slots[slot] = Slot(text: String(decoding: bytes, as: UTF8.self)) }
        return slot
    }

    @inline(__always)
    private static func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard text.utf8.count == bytes.count, let start = bytes.baseAddress else { return false }
        return text.utf8.withContiguousStorageIfAvailable { known in
            known.baseAddress.map { memcmp($0, start, bytes.count) == 0 } ?? false
        } == true
    }
}
