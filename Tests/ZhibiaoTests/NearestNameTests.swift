// What a person may have meant.
import Testing

@testable import Zhibiao

@Suite("Nearest names")
struct NearestNameTests {
    static let names = ["figures", "enterprises", "employment_rates", "teachers", "reports", "就业率", "毕业生就业率", "苏州市", "苏州", "常州市", "id"]

    @Test(
        "names that were misspelt are found, others are not",
        arguments: [
            ("figure", ["figures"]), ("figrues", ["figures"]), ("FIGUERS", ["figures"]), ("employment_rate", ["employment_rates"]),
            ("employmnet_rtaes", ["employment_rates"]), ("reprots", ["reports"]), ("就业律", ["就业率"]), ("苏洲", ["苏州"]),
            ("苏洲市", ["苏州市"]), ("毕业生就业", ["毕业生就业率"]), ("figures", []), ("无锡市", []), ("zzz", []), ("", []), ("f", []), ("xd", []),
        ] as [(String, [String])])
    func nearest(typed: String, expected: [String]) {
        #expect(NearestName.of(typed, among: Self.names) == expected)
    }

    @Test(
        "distances count insertions, deletions, changes and swaps",
        arguments: [
            ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("ca", "abc", 3), ("苏州", "苏洲市", 2), ("kitten", "sitting", 3),
        ])
    func distances(first: String, second: String, expected: Int) {
        #expect(NearestName.distance(Array(first.unicodeScalars), Array(second.unicodeScalars)) == expected)
        #expect(NearestName.distance(Array(second.unicodeScalars), Array(first.unicodeScalars)) == expected)
    }

    @Test("the nearest come first, and no more than asked for")
    func order() {
        #expect(NearestName.of("abcdef", among: ["abxxef", "abcdxf", "abcde", "xbcdef"], count: 2) == ["abcde", "abcdxf"])
    }
}
