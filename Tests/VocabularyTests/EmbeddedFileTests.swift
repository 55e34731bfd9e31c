// Every file of schema/ and seeds/ is in the binary, byte for byte.
import Foundation
import Testing
import Vocabulary

@Suite("Embedded files")
struct EmbeddedFileTests {
    /// The top of the checkout that these tests were compiled from.
    static let checkout = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The files of a folder of the checkout, as paths from its top.
    static func files(in folder: String) throws -> [String] {
        let top = checkout.appending(path: folder)
        let paths = try #require(FileManager.default.enumerator(atPath: top.path())).compactMap { $0 as? String }
        return paths.map { folder + "/" + $0 }
            .filter { (try? checkout.appending(path: $0).resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true }
            .filter { !$0.hasSuffix("README.md") && !$0.hasSuffix(".DS_Store") }
            .sorted()
    }

    @Test("Each file of the folder is embedded, and nothing else", arguments: ["schema", "seeds"])
    func foldersAreComplete(_ folder: String) throws {
        #expect(EmbeddedFile.all(in: folder + "/").map(\.path) == (try EmbeddedFileTests.files(in: folder)))
    }

    @Test("Embedded bytes are the file's bytes", arguments: ["schema", "seeds"])
    func bytesAreTheFiles(_ folder: String) throws {
        for file in EmbeddedFile.all(in: folder + "/") {
            let onDisk = try Data(contentsOf: EmbeddedFileTests.checkout.appending(path: file.path))
            #expect(Data(file.bytes) == onDisk, "\(file.path) differs: run the embedding again and rebuild")
        }
    }

    @Test func aFileIsFoundByItsPath() throws {
        let units = try #require(EmbeddedFile.named("seeds/units.csv"))
        #expect(units.name == "units.csv")
        #expect(units.text.contains("surface,unit,kind"))
        #expect(EmbeddedFile.named("seeds/nothing.csv") == nil)
        #expect(EmbeddedFile.all(in: "nowhere/").isEmpty)
    }
}
