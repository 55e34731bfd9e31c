// The pipeline on one screen: text in, every numeral and figure out.
import Numerals
import ReportText
import Vocabulary

/// Reads a report's text. Give one extractor many texts: it holds only the vocabulary.
public struct Extractor: Sendable {
    let scanner: NumeralScanner
    let lexicon: Lexicon
    let catalogue: IndicatorCatalogue

    /// Loads the vocabulary compiled into the binary.
    /// - Throws: `SeedTable.ParseError` when a table of seeds/ is malformed.
    public init() throws {
        scanner = NumeralScanner(try NumeralVocabulary())
        lexicon = try Lexicon()
        catalogue = try IndicatorCatalogue()
    }

    /// Reads the whole text; the same text and version give the same extraction.
    public func extract(_ text: ReportText) -> Extraction {
        let structure = Structure(text)
        var run = ExtractionRun(self, structure, LineIndex(text.scalars))
        run.survey()
        for item in structure.items {
            switch item {
            case .passage(let passage): run.read(passage)
            case .table(let table): run.read(table)
            }
        }
        return run.extraction
    }
}
