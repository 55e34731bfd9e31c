// Widths, numbers, tables, CSV and JSON, each for itself.
import Testing
import Zhibiao

@testable import zhibiao_cli

@Suite("Rendering")
struct RenderingTests {
    @Test(
        "display widths",
        arguments: [
            ("", 0), ("abc", 3), ("苏州市", 6), ("３.５", 5), ("e\u{301}", 1), ("，", 2), ("“约”", 4), ("𠀀", 2), ("가", 2), ("\u{200B}", 0),
            ("…≥≈", 3), ("😀", 2), ("👨\u{200D}👩\u{200D}👧", 2), ("🇨🇳", 2), ("㎡", 2), ("①", 1),
        ])
    func widths(text: String, width: Int) { #expect(DisplayWidth.of(text) == width) }

    @Test(
        "cutting to a width",
        arguments: [
            ("苏州市", 6, "苏州市"), ("苏州市", 5, "苏州…"), ("苏州市", 4, "苏…"), ("苏州市", 1, "…"), ("苏州市", 0, ""), ("abcdef", 4, "abc…"),
            ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👨\u{200D}👩\u{200D}👧苏州", 4, "👨\u{200D}👩\u{200D}👧…"),
            ("👨\u{200D}👩苏", 4, "👨\u{200D}👩苏"), ("👨\u{200D}👩苏", 3, "👨\u{200D}👩…"),
        ])
    func truncation(text: String, width: Int, expected: String) { #expect(DisplayWidth.truncated(text, to: width) == expected) }

    @Test(
        "plain numbers",
        arguments: [
            (1_640_000_000.0, "1640000000"), (86.5, "86.5"), (-1.3, "-1.3"), (0, "0"), (0.1, "0.1"), (1e16, "10000000000000000"),
            (1e-7, "1e-07"),
        ] as [(Double, String)])
    func plainNumbers(value: Double, expected: String) {
        #expect(NumberText.plain(value) == expected)
        #expect(Double(expected) == value)
    }

    @Test(
        "grouped numbers",
        arguments: [
            ("1", "1"), ("999", "999"), ("1369", "1,369"), ("1640000000", "1,640,000,000"), ("-1234.5678", "-1,234.5678"),
            ("1e-07", "1e-07"),
        ])
    func groupedNumbers(plain: String, expected: String) { #expect(NumberText.grouped(plain) == expected) }

    @Test("text cannot steer a terminal")
    func harmless() {
        #expect(Screen.harmless("a\u{1B}[31mb\nc\u{7F}\u{9B}\u{202E}") == "a␛[31mb c␡\u{FFFD}\u{FFFD}")
        #expect(Screen.harmless("苏州市") == "苏州市")
    }

    @Test("a table for a program: full text, aligned, numbers to the right, NULL visible")
    func wholeTable() throws {
        let lines = try table(limit: nil)
        #expect(
            lines == [
                "subject  year          n  note",
                "───────  ────  ─────────  ────────────────────",
                "苏州市   2023  1,640,000  高新技术企业数量居首",
                "常州     2022         -5  NULL",
            ])
    }

    @Test("a table on a narrow screen cuts text, never numbers")
    func narrowTable() throws {
        let lines = try table(limit: 39)
        #expect(lines[2] == "苏州市   2023  1,640,000  高新技术企业…")
        for line in lines { #expect(DisplayWidth.of(line) <= 39) }
    }

    @Test("a table that cannot fit becomes a line a cell")
    func records() throws {
        let lines = try table(limit: 20)
        #expect(
            lines == [
                "subject  苏州市", "   year  2023", "      n  1,640,000", "   note  高新技术企…", "", "subject  常州", "   year  2022",
                "      n  -5", "   note  NULL", "",
            ])
    }

    @Test("columns have the widths that were set, and no header where none is wanted")
    func style() throws {
        let lines = try table(limit: nil, OutputStyle(headers: false, widths: [5, -6, 0, 8]))
        #expect(lines == ["苏州…    2023  1,640,000  高新技…", "常州     2022         -5  NULL"])
    }

    @Test("on a screen a blob shows its start and its size, and a long text only what a line can show")
    func longCells() throws {
        let blob = [UInt8](repeating: 0xAB, count: 1234)
        let long = String(repeating: "苏州", count: 50_000)
        let cells: [SQLiteValue] = [.blob([1, 2]), .blob(blob), .text(long), .text("a\tb\u{1B}[2J\r\nc")]
        let wide = try table(limit: 120, OutputStyle(), [cells[0], cells[1], .null, .null])
        #expect(wide[2].contains("x'abababababababababababababababab…' (1,234 bytes)"))
        let lines = try table(limit: 60, OutputStyle(), cells)
        for line in lines { #expect(DisplayWidth.of(line) <= 60) }
        #expect(lines.contains { $0.hasSuffix("a b␛[2J  c") })
    }

    private func table(
        limit: Int?, _ style: OutputStyle = OutputStyle(), _ first: [SQLiteValue]? = nil
    ) throws -> [String] {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let sink = try ByteSink(replacing: folder.path("table"))
        var writer = TableWriter(sink: sink, style, limit: limit)
        try writer.begin(["subject", "year", "n", "note"].map { Column($0) })
        if let first { try writer.row(first) }
        try writer.row([.text("苏州市"), .integer(2023), .real(1_640_000), .text("高新技术企业数量居首")])
        try writer.row([.text("常州"), .integer(2022), .integer(-5), .null])
        try writer.end()
        try sink.finish()
        let text = try String(contentsOf: folder.url("table"), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    @Test("CSV as RFC 4180 says")
    func csv() throws {
        let text = try written(.csv, [.text("a,b"), .text("say \"x\""), .null, .text(""), .real(86.5), .text("两\n行"), .integer(3)])
        #expect(text == "a,b,c,d,e,f,g\r\n\"a,b\",\"say \"\"x\"\"\",,\"\",86.5,\"两\n行\",3\r\n")
    }

    @Test("NDJSON escapes what JSON and terminals need")
    func ndjson() throws {
        let text = try written(
            .ndjson,
            [.text("a\"\\\n\u{1B}\u{9B}"), .null, .real(.infinity), .real(-1.3), .real(1_640_000_000), .text("苏州"), .blob([1, 255])])
        #expect(text == #"{"a":"a\"\\\n\u001b\u009b","b":null,"c":null,"d":-1.3,"e":1640000000,"f":"苏州","g":"01ff"}"# + "\n")
    }

    private func written(_ format: OutputFormat, _ cells: [SQLiteValue]) throws -> String {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let sink = try ByteSink(replacing: folder.path("out"))
        var writer = format.writer(to: sink)
        try writer.begin(["a", "b", "c", "d", "e", "f", "g"].map { Column($0) })
        try writer.row(cells)
        try writer.end()
        #expect(try folder.names().contains("out") == false, "the file must appear only when it is complete")
        try sink.finish()
        #expect(try folder.names() == ["out"])
        return try String(contentsOf: folder.url("out"), encoding: .utf8)
    }
}
