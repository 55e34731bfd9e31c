// Files that are damaged, locked, too large or hostile: one clear line for each, the others are imported, and it ends soon.
import Foundation
import Testing

@Suite("Bad files")
struct BadFileTests {
    /// Imports a file beside a good one; gives the line that was said about it.
    private func complaint(
        _ name: String, _ bytes: [UInt8], _ options: [String] = [], environment: [String: String] = [:],
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("reports/\(name)", bytes)
        try folder.write("reports/good.txt", "全市有企业12家。\n")
        let outcome = try Program.run(
            Program.path, ["import", "--db", "metrics.db", "reports"] + options, in: folder.root, environment: environment)
        #expect(outcome.status == 1, sourceLocation: sourceLocation)
        #expect(outcome.err.contains("1 imported, 0 unchanged, 1 failed"), "\(outcome.err)", sourceLocation: sourceLocation)
        let lines = outcome.errLines.filter { $0.hasPrefix("zhibiao: ") }
        #expect(lines.count == 1, "\(outcome.err)", sourceLocation: sourceLocation)
        #expect(lines.first?.contains("reports/\(name): ") == true, "\(lines)", sourceLocation: sourceLocation)
        return lines.first ?? ""
    }

    // MARK: text

    @Test("text that goes wrong, with the byte where")
    func text() throws {
        #expect(try complaint("a.txt", [0xFF, 0xFE, 0x01, 0x4E, 0x00, 0xD8, 0x01, 0x4E]).contains("byte 4 is no utf-16 text"))
        #expect(try complaint("a.txt", [0xFE, 0xFF, 0x4E, 0x01, 0xDC, 0x00]).contains("byte 4 is no utf-16 text"))
        #expect(try complaint("a.txt", [0xFE, 0xFF, 0x4E, 0x01, 0x4E]).contains("byte 4"))
        #expect(try complaint("a.txt", Array("企业\u{0}12家".utf8)).contains("byte 6"))
        #expect(try complaint("a.txt", Array("全市有高新技术企业十二家".utf8) + [0xFF]).contains("byte 36 is no utf-8 text"))
        #expect(try complaint("a.txt", Array("全市有企业".utf8) + [0xFF], ["--encoding", "utf-8"]).contains("byte 15"))
        let gbk = try Program.run("iconv", ["-f", "UTF-8", "-t", "GBK"], input: Array("全市有高新技术企业十二家".utf8)).outBytes
        #expect(try complaint("a.txt", gbk + [0xFF, 0xFF]).contains("byte 24 is no gb18030 text"))
    }

    @Test(
        "a file that is shorter than it should be",
        .enabled(if: FileManager.default.fileExists(atPath: "/sys/kernel/mm/transparent_hugepage/enabled")))
    func shrinks() throws {
        // The kernel says that such a file has 4096 bytes, and gives fewer.
        let outcome = try Program.run("extract", "/sys/kernel/mm/transparent_hugepage/enabled")
        #expect(outcome.status == 1 && outcome.errLines.count == 1)
        #expect(outcome.err.contains("became shorter"), "\(outcome.err)")
    }

    // MARK: PDF

    @Test("a PDF that is cut short or locked", .enabled(if: Program.exists("pango-view") && Program.exists("pdftotext")))
    func pdf() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let whole = Array(try Data(contentsOf: URL(fileURLWithPath: folder.pdf("全市有企业12家。", width: 300))))
        #expect(try complaint("cut.pdf", Array(whole.prefix(whole.count / 2))).contains("its end is missing"))
        #expect(try complaint("locked.pdf", Array(Self.lockedPDF.utf8)).contains("has a password"))
        #expect(try complaint("empty.pdf", Array(Self.emptyPDF.utf8)).contains("holds no text"))
        #expect(try complaint("none.pdf", Array("%PDF-1.4\nnothing\n%%EOF\n".utf8)).contains("pdftotext cannot read it"))
    }

    @Test("a PDF that is cut short behind an earlier end", .enabled(if: Program.exists("pdftotext")))
    func cutPDF() throws {
        let whole = PDFFile(pages: [[.init("全市有企业12家。", 72, 72)]]).bytes
        // Written to again: more objects, an index of them and an end of their own.
        let added = Array("9 0 obj\n<</Type/Annot/Contents(more)>>\nendobj\nxref\n9 1\n0000000000 00000 n \ntrailer\n<<>>\n".utf8)
        #expect(try complaint("cut.pdf", whole + added).contains("its end is missing"))
        #expect(try complaint("cut.pdf", whole + added.prefix(20)).contains("its end is missing"))
        // For the web: the first page has an end, and the file says how long it is.
        func forWeb(_ length: Int) throws -> [UInt8] {
            let text = String(decoding: whole, as: UTF8.self)
            let mark = "/Type/Catalog/Linearized 1/L \(length) "
            return Array(text.replacingOccurrences(of: "/Type/Catalog", with: mark).utf8)
        }
        #expect(try complaint("cut.pdf", forWeb(100_000)).contains("its end is missing"))
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        for (name, bytes) in [
            ("web.pdf", try forWeb(1000)), ("tail.pdf", whole + Array("\0\0\n<!-- a server's own line: no obj of it -->".utf8)),
        ] {
            let outcome = try Program.run("extract", folder.write(name, bytes), "--format", "csv")
            #expect(outcome.status == 0 && outcome.out.contains("12家"), "\(outcome.err)")
        }
    }

    /// A PDF whose password is “secret”, and one with an empty page. Neither has an index: readers make their own.
    private static let lockedPDF = """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj
        3 0 obj <</Filter/Standard/V 1/R 2/Length 40/P -20/O<\(String(repeating: "41", count: 32))>/U<a9e2e973c4c34be31524a0e9c569f40f067bfebaad8e871a2d167cce1f583a7b>>> endobj
        trailer <</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]>>
        %%EOF

        """
    private static let emptyPDF = """
        %PDF-1.4
        1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
        2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
        3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>> endobj
        trailer <</Root 1 0 R>>
        %%EOF

        """

    // MARK: archives

    @Test("a Word file that is cut short, locked, or no Word file", .enabled(if: Program.exists("pandoc")))
    func word() throws {
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        try folder.write("a.md", "全市有企业12家。\n")
        #expect(try Program.run("pandoc", ["a.md", "-o", "a.docx"], in: folder.root).status == 0)
        let whole = Array(try Data(contentsOf: folder.url("a.docx")))
        #expect(try complaint("cut.docx", Array(whole.dropLast(200))).contains("its end is missing"))
        #expect(try complaint("no.docx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).contains("old Office file"))
        #expect(try complaint("no.docx", Zip.archive("xl/workbook.xml", size: 1, packed: [0x41], method: 0)).contains("Excel"))
        #expect(
            try complaint("no.docx", Zip.archive("word/document.xml", size: 1, packed: [0x41], method: 0)).contains("pandoc cannot read it")
        )
    }

    @Test("bombs", .enabled(if: Program.exists("pandoc") && Program.exists("gzip")))
    func bombs() throws {
        // Says what it unpacks to.
        let honest = try complaint("bomb.docx", Zip.archive("word/document.xml", size: 4_000_000_000, packed: [0x41], method: 8))
        #expect(honest.contains("would unpack to 4000000000 bytes"), "\(honest)")
        // Says that it is small, and unpacks to a gigabyte. Between gzip's header and trailer is what a zip archive holds.
        let gzip = try Program.run("sh", ["-c", "head -c 1000000000 /dev/zero | tr '\\0' 'A' | gzip -nc"]).outBytes
        let started = Date()
        let liar = try complaint(
            "bomb.docx", Zip.archive("word/document.xml", size: 1000, packed: Array(gzip.dropFirst(10).dropLast(8)), method: 8))
        #expect(liar.contains("pandoc"), "\(liar)")
        #expect(Date().timeIntervalSince(started) < 60)
    }

    // MARK: converters

    /// A folder with a program of this name in it, and the PATH that finds it first.
    private func fake(_ folder: TemporaryFolder, _ name: String, _ script: String) throws -> [String: String] {
        // Written by a program of its own: while tests beside this one start programs, a script written here is "busy".
        try folder.write("script", "#!/bin/sh\n" + script + "\n")
        #expect(try Program.run("install", ["-D", "-m", "755", "script", "bin/\(name)"], in: folder.root).status == 0)
        return ["PATH": folder.path("bin")]
    }

    @Test("converters that are missing, hang, flood, fail or eat memory")
    func converters() throws {
        let pdf = Array(Self.emptyPDF.utf8)
        #expect(try complaint("a.pdf", pdf, environment: ["PATH": "/nonexistent"]).contains("apt-get install poppler-utils"))
        let word = Zip.archive("word/document.xml", size: 1, packed: [0x41], method: 0)
        #expect(try complaint("a.docx", word, environment: ["PATH": "/nonexistent"]).contains("apt-get install pandoc"))

        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let started = Date()
        // A number of seconds that no other process on this machine sleeps for.
        let rest = "100.\(ProcessInfo.processInfo.processIdentifier)"
        let hung = try complaint(
            "a.pdf", pdf, ["--time-limit", "1"], environment: fake(folder, "pdftotext", "sleep \(rest) & sleep \(rest)"))
        #expect(hung.contains("stopped after 1 second"), "\(hung)")
        let spinning = try complaint("a.pdf", pdf, ["--time-limit", "1"], environment: fake(folder, "pdftotext", "while :; do :; done"))
        #expect(spinning.contains("stopped after 1 second"), "\(spinning)")
        #expect(Date().timeIntervalSince(started) < 30)
        #expect(try complaint("a.pdf", pdf, environment: fake(folder, "pdftotext", "exec yes 企业12家")).contains("MiB of text"))
        let failing = try complaint(
            "a.pdf", pdf, environment: fake(folder, "pdftotext", "printf 'bad \\033[2J page\\nmore\\n' >&2; exit 9"))
        #expect(failing.contains("pdftotext cannot read it (bad \\u{1B}[2J page)") || failing.contains("bad "), "\(failing)")
        #expect(try complaint("a.pdf", pdf, environment: fake(folder, "pdftotext", "kill -SEGV $$")).contains("signal 11"))
        #expect(
            try complaint("a.pdf", pdf, environment: fake(folder, "pdftotext", "exec tail -c 3000000000 /dev/zero")).contains("pdftotext"))
        #expect(try Program.run("pgrep", ["-f", "sleep \(rest)"]).out == "", "nothing that a converter started may be left")
    }
}
