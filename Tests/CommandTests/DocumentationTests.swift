// The library's documentation can be made, says something of every public symbol, and its links lead somewhere.
import Foundation
import Testing

@Suite("Documentation")
struct DocumentationTests {
    @Test("Every public symbol of the library is documented, and DocC has nothing to complain of")
    func isWhole() throws {
        // A toolchain without DocC has nothing to check with.
        guard try Program.run("sh", ["-c", "command -v docc"]).status == 0 else { return }
        let folder = try TemporaryFolder()
        defer { folder.remove() }
        let root = Program.checkout.path
        let made = try Program.run(root + "/scripts/docs.sh", [folder.path("docs"), "--warnings-as-errors"])
        #expect(made.status == 0, "\(made.err)")
        #expect(FileManager.default.fileExists(atPath: folder.path("docs/documentation/zhibiao/askingforfigures/index.html")))
        let graph = try Data(contentsOf: URL(fileURLWithPath: root + "/.build/debug/symbol-graphs/Zhibiao.symbols.json"))
        let symbols = try #require((JSONSerialization.jsonObject(with: graph) as? [String: Any])?["symbols"] as? [[String: Any]])
        #expect(symbols.count > 300)
        let silent = symbols.filter { $0["docComment"] == nil }.compactMap { ($0["pathComponents"] as? [String])?.joined(separator: ".") }
        #expect(silent == [])
    }
}
