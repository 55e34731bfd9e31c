// zhibiao import: reads reports into the database, each whole or not at all, and says what became of every file.
import ArgumentParser
import Vocabulary
import Zhibiao

struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Read reports into the database: plain text or Markdown files, or folders of them.",
        discussion: """
            A report that is in the database already changes nothing. A file that cannot be read does not stop the others.
            The database file is made when it is missing.
            """)

    @Argument(help: "Files and folders.") var paths: [String] = []
    @Flag(help: "Import the sample reports that are built into the program.") var samples = false
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if paths.isEmpty, !samples { throw ValidationError("Name files or folders to import, or give --samples.") }
        if paths.contains("-") { throw ValidationError("A report to import needs a file name; import - has none.") }
    }

    func run() throws {
        let found = ReportPaths(paths)
        tellSkipped(found.skipped)
        for failure in found.failures { Screen.complain(failure) }
        var run = ImportRun(databasePath: database.path, failed: found.failures.count)
        if samples {
            for file in EmbeddedFile.all(in: "seeds/reports/") {
                try run.add(file.path) { ReportFile(path: file.path, bytes: file.bytes) }
            }
        }
        for path in found.files { try run.add(path) { try ReportFile.read(path) } }
        try run.tellSummary()
        if run.failed > 0 { throw AlreadyTold() }
    }

    private func tellSkipped(_ skipped: [(path: String, reason: String)]) {
        let shown = 20
        for (path, reason) in skipped.prefix(shown) { Screen.say("skipped    \(path): \(reason)") }
        if skipped.count > shown { Screen.say("skipped    \(skipped.count - shown) more files that are not .txt or .md") }
    }
}

/// One import of many files: what came of each.
private struct ImportRun {
    let databasePath: String
    var failed: Int
    private var imported = 0
    private var unchanged = 0
    /// Opened for the first file that can be read, so that an import of nothing leaves no empty database.
    private var store: MetricsDatabase?

    init(databasePath: String, failed: Int) {
        self.databasePath = databasePath
        self.failed = failed
    }

    /// Imports one report. A report that cannot be read is told and counted.
    /// - Throws: what is wrong with the database, as no further report could be stored.
    mutating func add(_ path: String, _ read: () throws -> ReportFile) throws {
        do {
            let file = try read()
            if store == nil {
                _ = try file.text()
                store = try MetricsDatabase.open(databasePath, .readWrite)
            }
            switch try store?.importReport(file) {
            case .imported(let report)?:
                imported += 1
                let found = "\(counted(report.figures, "figure")) among \(counted(report.numerals, "numeral"))"
                Screen.say("imported   \(path): \(found), report \(report.reportID) “\(report.title)”")
            case .unchanged(let report)?:
                unchanged += 1
                Screen.say("unchanged  \(path): is report \(report.reportID) “\(report.title)” already")
            case nil: break
            }
        } catch let error as ZhibiaoError where error.concernsReport {
            failed += 1
            Screen.complain(error.description)
        }
    }

    func tellSummary() throws {
        guard let store else { return }
        let reports = try store.reports()
        let figures = reports.reduce(0) { $0 + $1.figures }
        let problems = failed > 0 ? ", \(failed) failed" : ""
        let held = "\(databasePath) holds \(counted(reports.count, "report")) with \(counted(figures, "figure"))"
        Screen.say("\(imported) imported, \(unchanged) unchanged\(problems); \(held)")
    }
}

/// `1 report`, `2 reports`.
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

extension ZhibiaoError {
    /// Whether one report is at fault, not the database.
    fileprivate var concernsReport: Bool {
        switch kind {
        case .reportMissing, .reportIsFolder, .reportUnreadable, .reportTooLarge, .reportEmpty, .reportBinary, .reportNotUTF8: true
        default: false
        }
    }
}
