// Many reports into one database: several are read at a time, one after the other is stored, in the order given whatever the timing.
import Figures
import ReportText

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Imports reports.
public struct ReportImporter: Sendable {
    /// A report to import.
    public struct Source: Sendable {
        /// The path as given; what is told of the report names it.
        public let path: String
        /// Bytes of its file, as far as known beforehand.
        let size: Int
        let load: @Sendable () throws -> ReportFile

        /// A report in a file, or on standard input for "-".
        public init(
            path: String, encoding: TextEncoding? = nil, metadata: ReportMetadata = ReportMetadata(),
            limits: ConverterLimits = ConverterLimits()
        ) {
            self.path = path
            size = if case .file(let bytes) = FileKind(path) { bytes } else { 0 }
            load = { try ReportFile.read(path, encoding: encoding, metadata: metadata, limits: limits) }
        }

        /// A report in memory.
        public init(_ file: ReportFile) {
            path = file.path
            size = file.bytes.count
            load = { file }
        }
    }

    /// The database's path. It is made when the first report that can be read is there.
    public let databasePath: String
    /// How many reports are read at a time.
    public let workers: Int
    /// Reads the texts; nil for one with the built-in vocabulary.
    private let extractor: Extractor?

    /// Bytes of files whose reports may be in memory together: reading takes up to eight times as much. One may be larger.
    static let budget = 64 << 20

    /// An importer into the database at a path.
    /// - Parameters:
    ///   - databasePath: made when the first report that can be read is there.
    ///   - workers: how many reports are read at a time; nil for one a core.
    ///   - extractor: reads the texts; nil for one with the built-in vocabulary.
    public init(databasePath: String, workers: Int? = nil, extractor: Extractor? = nil) {
        self.databasePath = databasePath
        self.extractor = extractor
        self.workers = max(1, workers ?? sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// Imports reports.
    /// - Parameters:
    ///   - sources: the reports, stored in this order.
    ///   - told: called for each report in the order given, once it is stored or known not to be.
    /// - Returns: the database, or nil when no report could be read and there was none.
    /// - Throws: ``ZhibiaoError`` when the database is at fault: the reports not told yet are not stored. What is wrong with a
    ///   single report is told and does not stop the others.
    @discardableResult
    public func run(
        _ sources: [Source], told: (Source, Result<ImportOutcome, ZhibiaoError>) throws -> Void
    ) async throws -> MetricsDatabase? {
        let extractor = try extractor ?? Extractor()
        var database = FileKind(databasePath) == .missing ? nil : try MetricsDatabase.open(databasePath, .readWrite)
        try await withThrowingTaskGroup(of: (Int, Result<Finding, ZhibiaoError>).self) { group in
            var started = 0
            var running = 0
            var bytes = 0
            var done = 0
            var waiting: [Int: Result<Finding, ZhibiaoError>] = [:]
            while done < sources.count {
                while started < sources.count, running < workers, started - done < workers * 4,
                    bytes == 0 || bytes + sources[started].size <= Self.budget
                {
                    let (index, source, stored) = (started, sources[started], database)
                    group.addTask { (index, try Self.read(source, extractor, unless: stored)) }
                    started += 1
                    running += 1
                    bytes += max(source.size, 1)
                }
                guard let result = waiting.removeValue(forKey: done) else {
                    guard let (index, result) = try await group.next() else { break }
                    running -= 1
                    waiting[index] = result
                    continue
                }
                let source = sources[done]
                done += 1
                bytes -= max(source.size, 1)
                try told(source, try store(result, of: source, extractor, &database))
            }
        }
        return database
    }

    /// What reading a report gave.
    private enum Finding: Sendable {
        case new(PreparedReport)
        /// Its content is in the database already.
        case known(ReportRecord)
        /// So it is, and other things are said of it.
        case changed(ReportRecord, PreparedReport, fields: [String])
    }

    private static func read(_ source: Source, _ extractor: Extractor, unless database: MetricsDatabase?) throws -> Result<
        Finding, ZhibiaoError
    > {
        do {
            var file = try source.load()
            if let database, let record = try database.report(sha256: file.sha256) {
                guard let difference = try database.difference(of: file, from: record) else { return .success(.known(record)) }
                file.metadata = difference.metadata
                return .success(.changed(record, try file.prepared(by: extractor), fields: difference.fields))
            }
            return .success(.new(try file.prepared(by: extractor)))
        } catch let error as ZhibiaoError where error.concernsReport {
            return .failure(error)
        }
    }

    private func store(
        _ result: Result<Finding, ZhibiaoError>, of source: Source, _ extractor: Extractor, _ database: inout MetricsDatabase?
    ) throws -> Result<ImportOutcome, ZhibiaoError> {
        do {
            switch result {
            case .failure(let error): return .failure(error)
            case .success(.known(let record)): return .success(.unchanged(record))
            case .success(.changed(let record, let report, let fields)):
                guard let database else { return .success(.unchanged(record)) }
                return .success(try database.replace(record, with: report, fields: fields))
            case .success(.new(let report)):
                let open = try database ?? MetricsDatabase.open(databasePath, .readWrite)
                database = open
                let outcome = try open.store(report)
                // The same content came in since it was read: what is said of it here counts as if it had been there before.
                guard case .unchanged = outcome, source.path != "-" else { return .success(outcome) }
                let again = try Self.read(source, extractor, unless: open)
                if case .success(.new) = again { return .success(outcome) }
                return try store(again, of: source, extractor, &database)
            }
        } catch let error as ZhibiaoError where error.concernsReport {
            return .failure(error)
        }
    }
}
