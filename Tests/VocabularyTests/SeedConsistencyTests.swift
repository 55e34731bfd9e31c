// The tables of seeds/ agree with each other, so that an edit of one cannot silently break a reader of another.
import Testing
import Vocabulary

@Suite("Seeds are consistent")
struct SeedConsistencyTests {
    static let tables = [
        "bounds", "categories", "cues", "deictics", "divisions", "indicators", "nouns", "numeral_words", "organisation_suffixes", "periods",
        "regions_other", "units", "words",
    ]

    static func rows(_ name: String) throws -> [[String: String]] {
        let table = try SeedTable.embedded(name)
        return table.rows.map { row in Dictionary(uniqueKeysWithValues: zip(table.columns, row)) }
    }

    static func values(_ name: String, _ column: String) throws -> [String] { try rows(name).map { $0[column] ?? "" } }

    @Test("A table has rows, names its columns once and has no blanks around its fields", arguments: tables)
    func tableIsClean(_ name: String) throws {
        let table = try SeedTable.embedded(name)
        #expect(!table.rows.isEmpty)
        #expect(Set(table.columns).count == table.columns.count)
        let untidy = table.rows.joined().filter { $0.first?.isWhitespace == true || $0.last?.isWhitespace == true }
        #expect(untidy == [])
    }

    @Test(
        "No term stands twice in a table",
        arguments: [
            ("bounds", ["term", "place"]), ("categories", ["code"]), ("cues", ["term", "use"]), ("deictics", ["term"]),
            ("divisions", ["code"]),
            ("indicators", ["code"]), ("nouns", ["term"]), ("numeral_words", ["term"]), ("organisation_suffixes", ["suffix"]),
            ("periods", ["term"]),
            ("regions_other", ["name"]), ("units", ["surface"]), ("words", ["term"]),
        ])
    func noDuplicates(_ name: String, _ key: [String]) throws {
        var seen: Set<[String]> = []
        let twice = try SeedConsistencyTests.rows(name).map { row in key.map { row[$0] ?? "" } }.filter { !seen.insert($0).inserted }
        #expect(twice == [], "\(name).csv")
    }

    @Test(
        "Codes come from the set that the column allows",
        arguments: [
            (
                "units", "kind",
                "none count persons person_times money money_rate rate percent permille points tenth multiple area length mass volume energy time data label"
            ),
            ("bounds", "bound", "about almost over under none"),
            ("bounds", "place", "before after"),
            ("periods", "rule", "year same half quarter span range"),
            ("divisions", "level", "province prefecture county"),
            ("regions_other", "kind", "nation group zone world"),
            ("indicators", "unit_kind", "count persons person_times money percent ratio area time length money_per_person other"),
            ("indicators", "statistic", "value rate"),
            (
                "organisation_suffixes", "kind",
                "school department company consortium alliance zone research platform hospital media government party bank association facility organisation"
            ),
            (
                "numeral_words", "kind",
                "date period ordinal page section caption list_marker document_number phone scheme_name label idiom time markup model version"
            ),
            ("nouns", "person", "yes no"),
        ])
    func codesAreKnown(_ name: String, _ column: String, _ allowed: String) throws {
        let unknown = Set(try SeedConsistencyTests.values(name, column)).subtracting(allowed.split(separator: " ").map(String.init))
        #expect(unknown == [], "\(name).csv, column \(column)")
    }

    @Test("Every category that a table names is in categories.csv", arguments: ["nouns", "indicators"])
    func categoriesExist(_ name: String) throws {
        let categories = Set(try SeedConsistencyTests.values("categories", "code"))
        #expect(Set(try SeedConsistencyTests.values(name, "category")).subtracting(categories) == [])
    }

    @Test func theContractsCategoriesAreThere() throws {
        let contract = """
            enterprise teacher patent employment student graduate talent training programme curriculum base school organisation platform \
            project service award funding economy event exchange media facility satisfaction policy population other
            """
        #expect(Set(try SeedConsistencyTests.values("categories", "code")) == Set(contract.split(separator: " ").map(String.init)))
    }

    @Test func everyDivisionLiesInOneOfTheLevelAbove() throws {
        let divisions = try SeedConsistencyTests.rows("divisions")
        let levels = Dictionary(uniqueKeysWithValues: divisions.map { ($0["code"] ?? "", $0["level"] ?? "") })
        for row in divisions {
            let (name, code, parent) = (row["name"] ?? "", row["code"] ?? "", row["parent"] ?? "")
            #expect(code.count == 6 && Int(code) != nil, "\(name)")
            switch row["level"] {
            case "province": #expect(parent.isEmpty, "\(name)")
            case "prefecture": #expect(levels[parent] == "province", "\(name)")
            default: #expect(levels[parent] == "prefecture" || levels[parent] == "province", "\(name)")
            }
        }
    }

    @Test func theDivisionsAreOfTheNamedEdition() throws {
        let levels = try SeedConsistencyTests.values("divisions", "level")
        #expect(levels.count { $0 == "province" } == 34)
        #expect(levels.count { $0 == "prefecture" } == 333)
        #expect(levels.count { $0 == "county" } >= 2846)
    }

    @Test func shortNamesNameOneDivisionEach() throws {
        var seen: Set<String> = []
        let shared = try SeedConsistencyTests.values("divisions", "short").flatMap { $0.split(separator: ";") }.map(String.init).filter {
            !seen.insert($0).inserted
        }
        #expect(shared == [])
    }

    @Test func membersOfGroupsAreDivisions() throws {
        let names = Set(try SeedConsistencyTests.values("divisions", "name"))
        let members = try SeedConsistencyTests.values("regions_other", "members").flatMap { $0.split(separator: ";") }.map(String.init)
        #expect(members.filter { !names.contains($0) } == [])
    }

    @Test func theCatalogueIsLargeAndEveryIndicatorCanBeFound() throws {
        let indicators = try SeedConsistencyTests.rows("indicators")
        #expect(indicators.count >= 250)
        for row in indicators {
            let patterns = (row["synonyms"] ?? "").split(separator: ";", omittingEmptySubsequences: false)
            #expect(
                !patterns.isEmpty && patterns.allSatisfy { !$0.split(separator: "+", omittingEmptySubsequences: false).contains("") },
                "\(row["code"] ?? "")")
            #expect(row["zh"]?.isEmpty == false && row["en"]?.isEmpty == false, "\(row["code"] ?? "")")
        }
    }
}
