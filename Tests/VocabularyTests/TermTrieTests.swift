// The trie finds the longest term at a place and no other.
import Testing
import Vocabulary

@Suite("Term trie")
struct TermTrieTests {
    static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

    static let terms = ["人", "人次", "人/万人", "元", "万元", "𠀀字"].enumerated().map { ($1, $0) }
    static let trie = TermTrie(terms)

    @Test(
        "The longest term wins",
        arguments: [
            ("人", 0, 1, 0), ("人次数", 0, 2, 1), ("人/万家", 0, 1, 0), ("人/万人", 0, 4, 2), ("百万元", 1, 3, 4), ("𠀀字", 0, 2, 5),
        ])
    func longest(_ text: String, _ start: Int, _ end: Int, _ value: Int) throws {
        let text = TermTrieTests.scalars(text)
        let match = try #require(TermTrieTests.trie.longestMatch(in: text, at: start, limit: text.count))
        #expect(match.end == end)
        #expect(match.value == value)
    }

    @Test("No term starts there", arguments: [("次", 0), ("", 0), ("万人", 0), ("人", 1), ("𠀀", 0)])
    func nothing(_ text: String, _ start: Int) {
        let text = TermTrieTests.scalars(text)
        #expect(TermTrieTests.trie.longestMatch(in: text, at: start, limit: text.count) == nil)
    }

    @Test func aTermMustEndBeforeTheLimit() {
        let match = TermTrieTests.trie.longestMatch(in: TermTrieTests.scalars("人次"), at: 0, limit: 1)
        #expect(match?.end == 1)
    }

    @Test func everyTermAtAPlaceShortestFirst() {
        var values: [Int] = []
        TermTrieTests.trie.values(in: TermTrieTests.scalars("人/万人次"), to: &values)
        #expect(values == [0, 2, 0, 1])
        #expect(TermTrieTests.trie.matches(in: TermTrieTests.scalars("一次人")))
        #expect(!TermTrieTests.trie.matches(in: TermTrieTests.scalars("一次万")))
    }

    @Test func aTermGivenTwiceHasTheLaterValue() {
        let trie = TermTrie(TermTrieTests.terms + [("人次", 9)])
        #expect(trie.value(of: TermTrieTests.scalars("人次")[...]) == 9)
        #expect(TermTrieTests.trie.value(of: TermTrieTests.scalars("人次")[...]) == 1)
        #expect(trie.value(of: TermTrieTests.scalars("人次数")[...]) == nil)
        #expect(trie.value(of: TermTrieTests.scalars("")[...]) == nil)
    }

    @Test func manyTermsAreAllFound() {
        let terms = (0..<3000).map { "词\($0)条" } + (0..<3000).compactMap { UnicodeScalar(0x4E00 + $0).map { "首\(String($0))" } }
        let trie = TermTrie(terms.enumerated().map { ($1, $0) })
        for (value, term) in terms.enumerated() {
            let text = TermTrieTests.scalars(term)
            let match = trie.longestMatch(in: text, at: 0, limit: text.count)
            #expect(match?.value == value && match?.end == text.count)
        }
    }
}
