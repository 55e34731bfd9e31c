// A user's own vocabulary from CSV files: what it is named by, and every way that it cannot be used.
import ReportText
import Vocabulary

extension VocabularyTables {
    /// The built-in vocabulary with a user's tables added, for an `Extractor`: each path is a CSV file or a folder of them. A table has
    /// the columns of one in `seeds/`, which tell it: indicators and their synonyms, nouns, units, organisations, endings of their
    /// names, divisions, other regions.
    ///
    ///     let extractor = try Extractor(VocabularyTables.adding(filesAt: ["ours.csv"]))
    /// - Throws: `ZhibiaoError` (`badVocabulary`) with file, line and column.
    public static func adding(filesAt paths: [String]) throws -> VocabularyTables {
        var tables = VocabularyTables.builtIn
        var files: [(path: String, csv: [UInt8])] = []
        for path in paths {
            guard FileKind(path) == .folder else {
                files.append((path, try bytes(path)))
                continue
            }
            guard let names = namesInFolder(path)?.filter({ $0.lowercased().hasSuffix(".csv") }), !names.isEmpty else {
                throw ZhibiaoError(.badVocabulary(path: path, line: 0, column: 0, problem: "this folder has no .csv file that can be read"))
            }
            files += try names.map { name in
                let path = path.hasSuffix("/") ? path + name : path + "/" + name
                return (path, try bytes(path))
            }
        }
        for (path, csv) in files {
            do {
                try tables.add(csv: csv, path: path)
            } catch let error as SeedTable.ParseError {
                throw ZhibiaoError(.badVocabulary(path: path, line: error.line, column: error.column, problem: error.problem))
            }
        }
        return tables
    }

    /// A file's text as UTF-8, whatever encoding a spreadsheet wrote it in.
    private static func bytes(_ path: String) throws -> [UInt8] {
        Array(try ReportFile.read(path, metadata: ReportMetadata()).text().string.utf8)
    }
}
