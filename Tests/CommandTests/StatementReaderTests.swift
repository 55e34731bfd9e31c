// Where a statement ends, line by line.
import Testing

@testable import zhibiao_cli

@Suite("Statements over several lines")
struct StatementReaderTests {
    @Test("a statement ends at a semicolon outside of quotes and comments")
    func ends() {
        var reader = StatementReader()
        #expect(reader.take("SELECT 1; SELECT ';' AS \"a;b\"").map(\.text) == ["SELECT 1"])
        #expect(reader.isInside)
        #expect(reader.take("  -- not here;").isEmpty)
        #expect(reader.take("  /* nor; */ , [x;y]; ").map(\.line) == [1])
        #expect(!reader.isInside)
    }

    @Test("a doubled quote stays inside the text")
    func doubledQuotes() {
        var reader = StatementReader()
        #expect(reader.take("SELECT 'it''s; fine';").map(\.text) == ["SELECT 'it''s; fine'"])
    }

    @Test("comments and empty statements before a statement are no statement")
    func comments() {
        var reader = StatementReader()
        #expect(reader.take("-- a comment").isEmpty)
        #expect(!reader.isInside)
        #expect(reader.take("/* one").isEmpty)
        #expect(reader.isInside)
        #expect(reader.take("two */ ;;").isEmpty)
        #expect(reader.take("  SELECT 苏州;") == [.init(text: "SELECT 苏州", line: 4)])
        #expect(reader.rest() == nil)
    }

    @Test("what has no semicolon at the end of a script is a statement still")
    func rest() {
        var reader = StatementReader()
        #expect(reader.take("SELECT 1").isEmpty)
        #expect(reader.rest() == .init(text: "SELECT 1\n", line: 1))
        #expect(!reader.isInside)
    }
}
