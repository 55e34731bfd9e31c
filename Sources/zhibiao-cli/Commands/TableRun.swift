// zhibiao import TABLE.csv: figures from tables that people have already.
import ArgumentParser
import Figures
import Zhibiao

/// Which column of a table has which field.
struct TableMapping: ParsableArguments {
    @Option(help: ArgumentHelp("For a CSV table: the column that has a field, such as value=数值. May repeat.", valueName: "field=header"))
    var map: [String] = []

    @Option(help: ArgumentHelp("For a CSV table: what a field is in all rows, such as category=enterprise.", valueName: "field=value"))
    var set: [String] = []

    @Flag(help: "For a CSV table: take the rows that are right though others are wrong.")
    var partial = false

    var options: TableOptions {
        get throws {
            var options = TableOptions()
            options.columns = try Self.pairs(map, "--map")
            options.constants = try Self.pairs(set, "--set")
            options.isPartial = partial
            return options
        }
    }

    private static func pairs(_ texts: [String], _ option: String) throws -> [FigureRecord.Field: String] {
        var pairs: [FigureRecord.Field: String] = [:]
        for text in texts {
            guard let equals = text.firstIndex(of: "="), let field = FigureRecord.Field(rawValue: String(text[..<equals])),
                FieldCorrection.fields.contains(field), pairs[field] == nil
            else {
                let fields = FieldCorrection.fields.map(\.rawValue).joined(separator: ", ")
                throw ValidationError(Message.noMapping(option, text, fields))
            }
            pairs[field] = String(text[text.index(after: equals)...])
        }
        return pairs
    }
}

/// Imports tables and says what became of each.
struct TableRun {
    let databasePath: String
    let options: TableOptions
    let reading: ReadingOptions
    let metadata: ReportMetadata

    /// Whether `path` names a table by its ending.
    static func isTable(_ path: String) -> Bool { path.lowercased().hasSuffix(".csv") && !path.hasSuffix(ReportMetadata.sidecarSuffix) }

    /// - Returns: how many tables failed, wholly or in part.
    func run(_ paths: [String]) throws -> Int {
        let extractor = try reading.extractor
        var failed = 0
        for path in paths {
            do {
                let file = try ReportFile.read(path, encoding: reading.encoding, metadata: metadata)
                // A table that cannot be read makes no database.
                let outcome = try MetricsDatabase.open(databasePath, .readWrite).importTable(file, options, extractor: extractor)
                for wrong in outcome.wrongCells { Screen.complain("\(path): \(wrong)") }
                for report in outcome.reports { tell(path, report) }
                if outcome.reports.isEmpty, outcome.wrongCells.isEmpty { Screen.say(Message.noRows(path)) }
                if outcome.wrongCells.isEmpty { continue }
                failed += 1
                if outcome.reports.isEmpty {
                    Screen.complain(ZhibiaoError(.wrongRows(path: path, count: outcome.wrongCells.count)))
                }
            } catch let error as ZhibiaoError where error.concernsReport {
                Screen.complain(error)
                failed += 1
            }
        }
        return failed
    }

    private func tell(_ path: String, _ outcome: ImportOutcome) {
        let report = outcome.report
        switch outcome {
        case .imported: Screen.say(Message.imported(path, report, numerals: false))
        case .unchanged, .updated: Screen.say(Message.unchanged(path, report))
        }
    }
}
