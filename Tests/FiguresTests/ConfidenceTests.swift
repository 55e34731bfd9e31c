// Confidence: what makes a figure doubtful makes it less sure than the same figure without it.
import Figures
import ReportText
import TestSupport
import Testing

@Suite("How sure a figure is")
struct ConfidenceTests {
    func confidence(_ text: String, of surface: String) throws -> Double {
        let figures = try sharedExtractor.get().extract(ReportText(text)).figures
        return try #require(figures.first { $0.surface == surface }).confidence
    }

    static let plain = "# 2024年永丰县统计公报\n\n2024年，永丰县专任教师3120人。\n"

    @Test("What is said in full is sure")
    func sure() throws { #expect(try confidence(ConfidenceTests.plain, of: "3120人") > 0.9) }

    @Test(
        "What is left to guess is less sure",
        arguments: [
            // No title, no year, no one whose figure it is.
            ("专任教师3120人。", "3120人"),
            // A way of speaking.
            ("# 2024年永丰县统计公报\n\n2024年，永丰县召开三次专题会议。\n", "三次"),
            // Nothing says what is counted.
            ("# 2024年永丰县统计公报\n\n2024年，永丰县安排360个。\n", "360个"),
            // Another organisation could be meant.
            ("# 2024年永丰县统计公报\n\n2024年，永丰县与海州市职业学院合作，招募武宁市科技有限公司的讲师20名。\n", "20名"),
        ])
    func doubtful(_ text: String, _ surface: String) throws {
        #expect(try confidence(text, of: surface) <= 0.9)
        #expect(try confidence(text, of: surface) < confidence(ConfidenceTests.plain, of: "3120人"))
    }

    @Test("The same text gives the same confidence")
    func deterministic() throws {
        let once = try sharedExtractor.get().extract(ReportText(ConfidenceTests.plain)).figures.map(\.confidence)
        #expect(try Extractor().extract(ReportText(ConfidenceTests.plain)).figures.map(\.confidence) == once)
    }
}
