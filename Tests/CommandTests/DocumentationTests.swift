// The pages of docs/ show what the program prints: their `console` blocks are run, and the output is compared.
import Foundation
import Testing

@Suite("Documentation", .enabled(if: Program.exists("python3") && Program.exists("pdftotext")))
struct DocumentationTests {
    /// README.md and the pages of docs/ that show a session.
    static func pages() throws -> [String] {
        let docs = try FileManager.default.contentsOfDirectory(atPath: Program.checkout.appendingPathComponent("docs").path)
        let names = ["README.md", "README.zh.md"] + docs.filter { $0.hasSuffix(".md") }.sorted().map { "docs/\($0)" }
        return try names.filter { try ReadmeTests.blocks($0).contains { $0.language == "console" } }
    }

    @Test("every session shown prints what the page says")
    func sessions() throws {
        let pages = try Self.pages()
        #expect(pages.contains("docs/tutorial.md"))
        let outcome = try Program.run(
            "python3", ["scripts/console_blocks.py", "check", Program.path] + pages, in: Program.checkout)
        #expect(outcome.status == 0, "\(outcome.err)")
    }

    @Test("a page in both languages shows the same sessions")
    func languages() throws {
        for page in try Self.pages() where page.hasSuffix(".zh.md") {
            let other = page.replacingOccurrences(of: ".zh.md", with: ".md")
            #expect(try ReadmeTests.blocks(page) == ReadmeTests.blocks(other), "\(page)")
        }
    }
}
