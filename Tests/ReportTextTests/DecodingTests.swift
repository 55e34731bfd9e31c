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

    // MARK: found without being told

    @Test("UTF-16 in either byte order, with characters of two units")
    func utf16() throws {
        let text = "数据😀 12家\n"
        for big in [true, false] {
            let units = [0xFEFF] + Array(text.utf16)
            let bytes = units.flatMap { big ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            let decoded = try ReportText(decoding: bytes)
            #expect(decoded.string == text && decoded.encoding == .utf16)
            #expect(try ReportText(decoding: Array(bytes.dropFirst(2)), as: .utf16).string == text, "by its line end")
        }
    }

    /// 企业１２家。 in GBK.
    private static let gbk: [UInt8] = [0xC6, 0xF3, 0xD2, 0xB5, 0xA3, 0xB1, 0xA3, 0xB2, 0xBC, 0xD2, 0xA1, 0xA3]

    @Test func gb18030() throws {
        let decoded = try ReportText(decoding: Self.gbk)
        #expect(decoded.string == "企业１２家。" && decoded.encoding == .gb18030)
        // 𠮷 takes four bytes.
        #expect(try ReportText(decoding: Self.gbk + [0x95, 0x34, 0xB8, 0x30]).scalars.count == 7)
    }

    @Test("Chinese text that fills more than one chunk of the converter")
    func longGB18030() throws {
        let decoded = try ReportText(decoding: Array(repeating: Self.gbk, count: 20_000).flatMap { $0 })
        #expect(decoded.scalars.count == 120_000)
        #expect(decoded.string(119_994..<120_000) == "企业１２家。")
    }

    @Test("A web page's own word counts, UTF-8 before it")
    func declared() throws {
        // Rare characters, which by themselves could be anything.
        let rare: [UInt8] = [0x81, 0x40, 0x82, 0x50]
        #expect(throws: TextDecodingError.unknownEncoding(offset: 0)) { try ReportText(decoding: rare) }
        for head in [
            "<meta charset=\"GBK\">", "<META http-equiv=x content='text/html; charset = gb2312'>",
            "<?xml version='1.0' encoding='GB18030'?>",
        ] {
            #expect(try ReportText(decoding: Array(head.utf8) + rare).encoding == .gb18030)
            #expect(try ReportText(decoding: Array((head + "企业").utf8)).encoding == .utf8)
        }
    }

    @Test("What is wrong with which encoding")
    func wrong() {
        #expect(throws: TextDecodingError.invalid(.utf16, offset: 4)) { try ReportText(decoding: [0xFF, 0xFE, 0x61, 0, 0, 0xDC, 0x61, 0]) }
        #expect(throws: TextDecodingError.invalid(.gb18030, offset: 12)) { try ReportText(decoding: Self.gbk + [0xFF]) }
        #expect(throws: TextDecodingError.unknownEncoding(offset: 3)) { try ReportText(decoding: [0x63, 0x61, 0x66, 0xE9, 0x20, 0x31]) }
        #expect(throws: TextDecodingError.binary(offset: 1)) { try ReportText(decoding: [0x63, 0, 0x61, 0]) }
        #expect(throws: TextDecodingError.binary(offset: 2)) { try ReportText(decoding: [0xFF, 0xFE, 0, 0, 0x61, 0]) }
    }
}
