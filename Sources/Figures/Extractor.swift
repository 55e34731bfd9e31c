// The pipeline on one screen: text in, every numeral and figure out.
import Numerals
import ReportText
import Vocabulary

/// Reads a report's text. Give one extractor many texts: it holds only the vocabulary.
public struct Extractor: Sendable {
    // One reference, so that copies are cheap and the vocabulary is loaded once.
    private let vocabulary: ReadingVocabulary

    var scanner: NumeralScanner { vocabulary.scanner }
    var lexicon: Lexicon { vocabulary.lexicon }
    var catalogue: IndicatorCatalogue { vocabulary.catalogue }
    var ranks: RankVocabulary { vocabulary.ranks }
    var signs: SignTable { vocabulary.signs }

    /// The vocabulary that texts are read with.
    public var tables: VocabularyTables { vocabulary.tables }

    /// Loads a vocabulary: the one compiled into the binary, or one to which a user's own tables were added.
    /// - Throws: `SeedTable.ParseError` when a table is malformed.
    public init(_ tables: VocabularyTables = .builtIn) throws {
        vocabulary = try ReadingVocabulary(tables)
    }

    /// Reads the whole text; the same text and version give the same extraction.
    /// - Parameters:
    ///   - text: the decoded document.
    ///   - year: the report's own year where it is known; nil to look for it in the text.
    public func extract(_ text: ReportText, year: Int? = nil) -> Extraction {
        var run = ExtractionRun(self, text, year: year)
        run.makeRoom()
        run.survey()
        var items = run.takeItems()
        while let item = items.next() { run.read(item, before: items) }
        return run.takeRecords()
    }

    /// Reads the whole text and gives what is in it piece by piece, so that no more than a piece is in memory.
    /// - Parameters:
    ///   - text: the decoded document.
    ///   - year: as in ``extract(_:year:)``.
    ///   - body: called in text order, at least once. A piece has the title, the year and all sections of the report; its passages,
    ///     numerals and figures are those of a part, and their indices into one another are into the piece.
    public func extract(_ text: ReportText, year: Int? = nil, inPieces body: (Extraction) throws -> Void) rethrows {
        var run = ExtractionRun(self, text, year: year)
        run.survey()
        var items = run.takeItems()
        while let item = items.next() {
            run.read(item, before: items)
            if run.extraction.numerals.count >= Extractor.pieceSize || run.extraction.passages.count >= Extractor.pieceSize {
                try body(run.takeRecords())
            }
        }
        try body(run.takeRecords())
    }

    /// So many numerals or passages make a piece: few enough that a processor's cache holds one with all of its figures.
    static let pieceSize = 1024
}

/// The vocabulary of all stages.
private final class ReadingVocabulary: Sendable {
    let scanner: NumeralScanner
    let lexicon: Lexicon
    let catalogue: IndicatorCatalogue
    let ranks: RankVocabulary
    let signs: SignTable
    let tables: VocabularyTables

    init(_ tables: VocabularyTables) throws {
        self.tables = tables
        scanner = NumeralScanner(try NumeralVocabulary(tables))
        lexicon = try Lexicon(tables)
        catalogue = try IndicatorCatalogue(tables)
        ranks = try RankVocabulary(tables)
        signs = SignTable([
            (.rank, ranks.starts), (.noticeStart, lexicon.noticeStarts), (.noticeSecond, lexicon.noticeSeconds),
            (.alias, ExtractionRun.aliasSigns),
        ])
    }
}
