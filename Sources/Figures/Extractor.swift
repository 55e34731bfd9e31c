// The pipeline on one screen: text in, every numeral and figure out.
import Numerals
import ReportText
import Vocabulary

/// Reads a report's text. Give one extractor many texts: it holds only the vocabulary.
public struct Extractor: Sendable {
    public init() throws {}

    /// Reads the whole text; the same text and version give the same extraction.
    public func extract(_ text: ReportText) -> Extraction {
        Extraction()
    }
}
