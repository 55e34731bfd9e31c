// The CSV reader of seeds/: RFC 4180, comments, and errors that say where.
import Testing
import Vocabulary

@Suite("Seed tables")
struct SeedTableTests {
    func table(_ csv: String) throws -> SeedTable { try SeedTable(csv: Array(csv.utf8), name: "t.csv") }

    @Test(
        "Rows, whatever ends the lines",
        arguments: [
            "a,b\n1,2\n3,4\n", "a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "\u{FEFF}a,b\n1,2\n3,4\n", "# note\na,b\n# note\n1,2\n\n3,4\n",
        ])
    func rows(_ csv: String) throws {
        let table = try table(csv)
        #expect(table.columns == ["a", "b"])
        #expect(table.rows == [["1", "2"], ["3", "4"]])
    }

    @Test func quotedFieldsKeepCommasQuotesAndLineEnds() throws {
        let table = try table("词,义\n\"一,二\",\"他说\"\"好\"\"\"\n\"上\n下\",#不是注释\n\"#也不是\",x\n")
        #expect(table.rows == [["一,二", "他说\"好\""], ["上\n下", "#不是注释"], ["#也不是", "x"]])
    }

    @Test func emptyFieldsAreKept() throws {
        #expect(try table("a,b,c\n,,\n1,,3\n").rows == [["", "", ""], ["1", "", "3"]])
    }

    @Test func aTableOfNothingIsEmpty() throws {
        #expect(try table("").columns.isEmpty)
        #expect(try table("# only a note\n").rows.isEmpty)
    }

    @Test func fieldsAreTakenByColumn() throws {
        let table = try table("名,级\n甲,1\n")
        #expect(table.value(table.rows[0], "级") == "1")
        #expect(table.value(table.rows[0], "没有") == "")
    }

    @Test(
        "Errors name the line",
        arguments: [
            ("a,b\n1\n", 2, "1 fields where the header has 2"),
            ("# note\na,b\n1,2\n\n1,2,3\n", 5, "3 fields where the header has 2"),
            ("a,b\n\"x\ny\",1\nz\n", 4, "1 fields where the header has 2"),
            ("a,b\n1,2\n3,\"open\n", 3, "a quoted field is not closed"),
        ])
    func errors(_ csv: String, _ line: Int, _ problem: String) {
        #expect(throws: SeedTable.ParseError(name: "t.csv", line: line, problem: problem)) { try table(csv) }
    }

    @Test func anErrorReadsAsOneLine() {
        #expect("\(SeedTable.ParseError(name: "t.csv", line: 3, problem: "odd"))" == "t.csv, line 3: odd")
        #expect("\(SeedTable.ParseError(name: "t.csv", line: 0, problem: "odd"))" == "t.csv: odd")
    }

    @Test func anUnknownTableIsEmpty() throws {
        #expect(try SeedTable.embedded("nothing").columns.isEmpty)
    }
}
