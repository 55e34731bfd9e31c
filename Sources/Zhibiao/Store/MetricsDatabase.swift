// One database file of reports and figures: the library's front door.
import Figures
import ReportText

/// One database file of reports and figures. May be used from any thread.
public final class MetricsDatabase: Sendable {
    public enum Mode: Sendable {
        case readOnly
        /// Created when missing, brought up to this version's schema when older.
        case readWrite
    }

    private static var notYet: ZhibiaoError { ZhibiaoError(.databaseFailed(path: "", code: 0, message: "not yet")) }

    public static func open(_ path: String, _ mode: Mode) throws -> MetricsDatabase { throw notYet }

    /// Reads a report and stores it in one transaction; content that is stored already changes nothing.
    public func importReport(_ file: ReportFile) throws -> ImportOutcome { throw Self.notYet }
    public func figures(_ query: FigureQuery = FigureQuery()) throws -> [FigureRecord] { throw Self.notYet }
    /// Calls `body` with one figure after the other, in constant memory but for eight bytes a row.
    public func forEachFigure(_ query: FigureQuery = FigureQuery(), _ body: (FigureRecord) throws -> Void) throws { throw Self.notYet }
    public func stream(_ query: FigureQuery = FigureQuery()) -> AsyncThrowingStream<FigureRecord, any Error> {
        AsyncThrowingStream { throw Self.notYet }
    }
    public func figure(id: Int64) throws -> FigureRecord? { throw Self.notYet }
    public func evidence(id: Int64) throws -> Evidence? { throw Self.notYet }
    public func reports() throws -> [ReportRecord] { throw Self.notYet }
    /// Every category that has figures, most first.
    public func categoryCounts() throws -> [CategoryCount] { throw Self.notYet }

    public func enterprises(_ query: FigureQuery = FigureQuery()) throws -> [Observation<EnterpriseCount>] { throw Self.notYet }
    public func teachers(_ query: FigureQuery = FigureQuery()) throws -> [Observation<TeacherCount>] { throw Self.notYet }
    public func patents(_ query: FigureQuery = FigureQuery()) throws -> [Observation<PatentCount>] { throw Self.notYet }
    public func employmentRates(_ query: FigureQuery = FigureQuery()) throws -> [Observation<Percent>] { throw Self.notYet }
}
