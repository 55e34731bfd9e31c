// zhibiao import: reads reports into the database, each whole or not at all, and says what became of every file.
import ArgumentParser
import Figures
import Vocabulary
import Zhibiao

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read reports into the database: text, Markdown, HTML, PDF, Word, OpenDocument, EPUB and RTF files, or folders of them.",
        discussion: """
            A report that is in the database already changes nothing, but where other things are said of it than before (its year, its
            encoding …) it is read again. A file that cannot be read does not stop the others.
            The database file is made when it is missing. PDF needs the program pdftotext (Debian: poppler-utils), Word, OpenDocument
            and EPUB need pandoc. What is known of REPORT besides its text can stand beside it in REPORT\(ReportMetadata.sidecarSuffix): lines
            field,value with title, year, publisher, author, affiliation.

            A CSV table of figures (.csv) is taken whole or not at all: one that zhibiao export wrote, or any with a column of values
            (--map says which column is what, --set what is so in all rows).

            --again reads the stored texts of all reports, or of those named, by the present rules, and lists what changes. Reports that
            were read with another vocabulary are read with the one that --vocabulary gives, or else with the built-in one alone.
            """)

    @Argument(help: "Files and folders; - for standard input.", completion: .file()) var paths: [String] = []
    @Flag(help: "Import the sample reports that are built into the program.") var samples = false
    @Flag(help: "Read the stored texts of reports again, and list what changes.") var again = false
    @Option(help: "The list of --again: \(OutputFormat.names).") var format: OutputFormat = .table
    @OptionGroup var table: TableMapping
    @OptionGroup var metadata: MetadataOptions
    @OptionGroup var reading: ReadingOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if again, samples { throw ValidationError(Message.againOrSamples) }
        if paths.isEmpty, !samples, !again { throw ValidationError(Message.nothingToImport) }
        _ = try table.options
        if paths.count(where: { $0 == "-" }) > 1 { throw ValidationError(Message.inputTwice) }
    }

    func run() async throws {
        let extractor = try reading.extractor
        if again { return try RereadRun(store: .openToChange(database.path), format: format, extractor: extractor).run(paths) }
        let tables = paths.filter(TableRun.isTable)
        let found = ReportPaths(paths.filter { !TableRun.isTable($0) })
        tellSkipped(found.skipped)
        for failure in found.failures { Screen.complain(failure) }
        var sources: [ReportImporter.Source] = []
        if samples {
            sources += EmbeddedFile.all(in: "seeds/reports/").map { ReportImporter.Source(ReportFile(path: $0.path, bytes: $0.bytes)) }
        }
        sources += found.files.map {
            ReportImporter.Source(path: $0, encoding: reading.encoding, metadata: metadata.metadata, limits: reading.limits)
        }
        if metadata.title != nil, sources.count > 1 {
            throw ValidationError(Message.titleOfMany(sources.count))
        }
        var run = ImportRun(databasePath: database.path, failed: found.failures.count)
        run.failed += try TableRun(
            databasePath: database.path, options: table.options, reading: reading, metadata: metadata.metadata
        ).run(tables)
        try await run.run(sources, by: extractor)
    }

    private func tellSkipped(_ skipped: [(path: String, reason: String)]) {
        let shown = 20
        for (path, reason) in skipped.prefix(shown) { Screen.say(Message.skipped(path, reason)) }
        if skipped.count > shown { Screen.say(Message.skippedMore(skipped.count - shown)) }
    }
}

/// One import of many files: what came of each.
private struct ImportRun {
    let databasePath: String
    var failed: Int
    private var imported = 0
    private var unchanged = 0
    private var updated = 0

    init(databasePath: String, failed: Int) {
        self.databasePath = databasePath
        self.failed = failed
    }

    /// Imports reports and tells what came of each. A report that cannot be read is told and counted.
    /// - Throws: what is wrong with the database, as no further report could be stored.
    mutating func run(_ sources: [ReportImporter.Source], by extractor: Extractor) async throws {
        var bar = ProgressBar(total: sources.count)
        let store: MetricsDatabase?
        do {
            store = try await ReportImporter(databasePath: databasePath, extractor: extractor).run(sources) { source, result in
                bar.say { tell(source.path, result) }
                bar.advance()
            }
        } catch {
            bar.finish()
            throw error
        }
        bar.finish()
        if let store { try tellSummary(store) }
        if failed > 0 { throw AlreadyTold() }
    }

    private mutating func tell(_ path: String, _ result: Result<ImportOutcome, ZhibiaoError>) {
        switch result {
        case .success(.imported(let report)):
            imported += 1
            Screen.say(Message.imported(path, report, numerals: true))
        case .success(.unchanged(let report)):
            unchanged += 1
            Screen.say(Message.unchanged(path, report))
        case .success(.updated(let report, let fields)):
            updated += 1
            Screen.say(Message.updated(path, report, fields))
        case .failure(let error):
            failed += 1
            Screen.complain(error)
        }
    }

    private func tellSummary(_ store: MetricsDatabase) throws {
        let reports = try store.reports()
        let figures = reports.reduce(0) { $0 + $1.figures }
        Screen.say(
            Message.importSummary(
                (imported, unchanged, updated, failed), path: databasePath, reports: reports.count, figures: figures))
    }
}
