// Bytes become code points, or one error that says where they stop being text.
import ReportText
import Testing

@Suite("Decoding")
struct DecodingTests {
    @Test("UTF-8 of every length", arguments: ["a", "é", "数", "𠀀", "数据a😀é"])
    func everyLength(_ text: String) throws {
        let decoded = try ReportText(utf8: Array(text.utf8))
        #expect(decoded.string == text)
        #expect(decoded.scalars.count == text.unicodeScalars.count)
    }

    @Test func aByteOrderMarkIsNoPartOfTheText() throws {
        let decoded = try ReportText(utf8: [0xEF, 0xBB, 0xBF] + Array("十人".utf8))
        #expect(decoded.string == "十人")
        #expect(decoded.scalars.count == 2)
    }

    @Test("Offsets count code points, not bytes or UTF-16 units")
    func offsetsAreCodePoints() throws {
        let decoded = try ReportText(utf8: Array("😀校12".utf8))
        #expect(decoded.string(2..<4) == "12")
    }

    @Test(
        "Invalid UTF-8: the offset of the first wrong byte",
        arguments: [
            ([0x61, 0xFF], 1),  // no such byte
            ([0x61, 0x62, 0x80], 2),  // a continuation without a start
            ([0xE6, 0x95], 0),  // cut off at the end
            ([0x61, 0xE6, 0x95, 0x61], 1),  // cut off inside
            ([0xC0, 0xAF], 0),  // an overlong slash
            ([0xE0, 0x80, 0xAF], 0),  // an overlong one of three bytes
            ([0xF0, 0x80, 0x80, 0xAF], 0),  // and of four
            ([0xED, 0xA0, 0x80], 0),  // a surrogate
            ([0xF4, 0x90, 0x80, 0x80], 0),  // above U+10FFFF
            ([0xE6, 0x95, 0xB0, 0xF5, 0x80, 0x80, 0x80], 3),
        ] as [([UInt8], Int)])
    func invalid(_ bytes: [UInt8], _ offset: Int) {
        #expect(throws: TextDecodingError.invalid(.utf8, offset: offset)) { try ReportText(utf8: bytes) }
    }

    @Test func aNulByteMeansABinaryFile() {
        #expect(throws: TextDecodingError.binary(offset: 3)) { try ReportText(utf8: [0x25, 0x50, 0x44, 0x00, 0xFF]) }
    }

    @Test func noBytesAreNoReport() {
        #expect(throws: TextDecodingError.empty) { try ReportText(utf8: []) }
    }
}
