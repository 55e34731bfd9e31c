// What is no report and no database: one line that says what and what to do, and nothing half-written.
import Foundation
import Testing

@testable import Zhibiao

@Suite struct BadInputTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func open(_ path: String, _ mode: MetricsDatabase.Mode) -> ZhibiaoError.Kind? {
        failure { _ = try MetricsDatabase.open(path, mode) }
    }

    @Test(arguments: [MetricsDatabase.Mode.readOnly, .readWrite])
    func databasePaths(mode: MetricsDatabase.Mode) throws {
        #expect(open("", mode) == .databasePathEmpty)
        #expect(open(folder.path, mode) == .databaseIsFolder(path: folder.path))
        #expect(open("/dev/null", mode) == .notADatabase(path: "/dev/null"))
        let nowhere = folder.file("no/metrics.db")
        let expected: ZhibiaoError.Kind =
            mode == .readOnly ? .databaseMissing(path: nowhere) : .databaseFolderMissing(path: nowhere, folder: folder.file("no"))
        #expect(open(nowhere, mode) == expected)
        let text = try folder.write(Array("企业189家\n".utf8), to: "text.db")
        #expect(open(text, mode) == .notADatabase(path: text))
        let long = try folder.write(Array(repeating: 0x41, count: 9000), to: "long.db")
        #expect(open(long, mode) == .notADatabase(path: long))
        #expect(try bytes(text) == Array("企业189家\n".utf8))
        #expect(try folder.names == ["long.db", "text.db"])
    }

    @Test func missingDatabaseIsNotMadeByReading() throws {
        let path = folder.file("metrics.db")
        #expect(open(path, .readOnly) == .databaseMissing(path: path))
        #expect(failure { _ = try AdHocConnection.open(path) } == .databaseMissing(path: path))
        #expect(try folder.names == [])
    }

    @Test func emptyFileBecomesADatabaseOnlyByWriting() throws {
        let path = try folder.write([], to: "metrics.db")
        #expect(open(path, .readOnly) == .databaseEmpty(path: path))
        #expect(try bytes(path) == [])
        #expect(open(path, .readWrite) == nil)
        #expect(open(path, .readOnly) == nil)
    }

    @Test(arguments: [MetricsDatabase.Mode.readOnly, .readWrite])
    func othersDatabase(mode: MetricsDatabase.Mode) throws {
        let path = folder.file("other.db")
        guard try sqlite3(path, "CREATE TABLE t (x); PRAGMA application_id = 7") == "" else { return }
        let before = try bytes(path)
        #expect(open(path, mode) == .otherApplication(path: path))
        #expect(try bytes(path) == before)
    }

    @Test(arguments: [MetricsDatabase.Mode.readOnly, .readWrite])
    func newerSchema(mode: MetricsDatabase.Mode) throws {
        let path = folder.file("metrics.db")
        _ = try MetricsDatabase.open(path, .readWrite)
        guard try sqlite3(path, "PRAGMA user_version = 99") == "" else { return }
        let before = try bytes(path)
        #expect(open(path, mode) == .newerSchema(path: path, found: 99, known: try Schema.migrations().count))
        #expect(try bytes(path) == before)
    }

    @Test func damagedDatabaseIsAnErrorNotACrash() throws {
        let path = folder.file("metrics.db")
        let database = try MetricsDatabase.open(path, .readWrite)
        try Sample.rich().stored(in: database)
        var content = try bytes(path)
        for index in stride(from: 4200, to: content.count, by: 3) { content[index] = 0xA5 }
        let damaged = try folder.write(content, to: "damaged.db")
        let kind = failure { _ = try MetricsDatabase.open(damaged, .readOnly).figures() }
        guard case .databaseDamaged? = kind else { return wrong("\(String(describing: kind))") }
    }

    @Test func codeThatNoVersionKnowsIsAnError() throws {
        let path = folder.file("metrics.db")
        try Sample.rich().stored(in: MetricsDatabase.open(path, .readWrite))
        let change = "PRAGMA ignore_check_constraints = ON; UPDATE figure SET bound = 'roughly' WHERE figure_id = 3"
        guard try sqlite3(path, change) == "" else { return }
        let database = try MetricsDatabase.open(path, .readOnly)
        #expect(try database.figure(id: 2)?.bound == .over)
        #expect(failure { _ = try database.figure(id: 3) } == .unexpectedValue(column: "bound", found: "the text roughly"))
    }

    @Test func valueOfAnotherTypeIsNotCoerced() throws {
        let path = folder.file("metrics.db")
        try Sample.rich().stored(in: MetricsDatabase.open(path, .readWrite))
        // STRICT tables keep wrong types out, so that only a table changed by hand can give one.
        let change = """
            PRAGMA writable_schema = ON; PRAGMA foreign_keys = OFF;
            UPDATE sqlite_schema SET sql = replace(replace(sql, 'line       INTEGER NOT NULL', 'line       ANY NOT NULL'), ') STRICT', ')')
            WHERE name = 'numeral';
            """
        guard try sqlite3(path, change) == "", try sqlite3(path, "UPDATE numeral SET line = '12abc'") == "" else { return }
        let kind = failure { _ = try MetricsDatabase.open(path, .readOnly).figures() }
        #expect(kind == .unexpectedValue(column: "line", found: "the text 12abc"))
    }

    @Test func folderThatTakesNoFile() throws {
        let kind = open("/proc/metrics.db", .readWrite)
        guard case .databaseNotWritable? = kind else { return wrong("\(String(describing: kind))") }
    }

    @Test func linkToNothing() throws {
        let path = folder.file("link.db")
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: folder.file("gone/x.db"))
        guard case .databaseUnreadable? = open(path, .readWrite) else { return wrong("opened") }
    }

    @Test func pathsThatSQLiteTakesItsOwnWay() throws {
        // Names that SQLite would take for a database in memory or a URI are files here.
        #expect(DatabaseFile.sqlitePath(":memory:") == "./:memory:")
        #expect(DatabaseFile.sqlitePath("file:x?mode=memory") == "./file:x?mode=memory")
        #expect(DatabaseFile.sqlitePath("/a/b") == "/a/b")
    }

    @Test func reports() throws {
        func read(_ path: String) -> ZhibiaoError.Kind? { failure { _ = try ReportFile.read(path).text() } }
        #expect(read(folder.file("no.txt")) == .reportMissing(path: folder.file("no.txt")))
        #expect(read(folder.path) == .reportIsFolder(path: folder.path))
        let empty = try folder.write([], to: "empty.txt")
        #expect(read(empty) == .reportEmpty(path: empty))
        let nul = try folder.write(Array("企业\u{0}189家".utf8), to: "nul.txt")
        #expect(read(nul) == .reportBinary(path: nul, offset: 6))
        let binary = try folder.write((0..<512).map { UInt8(1 + $0 % 7) }, to: "binary.txt")
        guard case .reportBinary? = read(binary) else { return wrong("a binary file was read") }
        let latin = try folder.write([0x63, 0x61, 0x66, 0xE9, 0x20, 0x31, 0x32, 0x0A], to: "latin.txt")
        #expect(read(latin) == .reportUnknownEncoding(path: latin, offset: 3))
        let good = try folder.write(Array("企业189家\n".utf8), to: "good.txt")
        #expect(read(good) == nil)
    }

    @Test func everyMessageIsOneLine() {
        let kinds: [ZhibiaoError.Kind] = [
            .reportMissing(path: "a\nb\u{1B}[2J"), .databaseMissing(path: "x\r\ny"), .unknownRegion(name: "苏\u{7}州"),
        ]
        for kind in kinds {
            #expect(ZhibiaoError(kind).description.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
        }
    }
}
