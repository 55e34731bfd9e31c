// zhibiao delete: takes reports out of the database, with all that is in them.
import ArgumentParser
import Zhibiao

struct DeleteCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete reports with their figures.",
        discussion: """
            What people said of their figures is kept, and holds again when the same report is imported again.
            The ids and titles of reports: zhibiao sql "SELECT report_id, title, path FROM reports"
            """)

    @Argument(help: "Reports: an id, or a title or path (a part will do where only one report has it).") var reports: [String]
    @Flag(help: "Delete the reviews of their figures too.") var reviews = false
    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let store = try MetricsDatabase.openToChange(database.path)
        // All are looked up before the first is deleted.
        let found = try reports.map { name in
            let matching = try store.reports(named: name)
            guard matching.count == 1 else { throw ZhibiaoError(.unknownReport(name: name)) }
            return matching[0]
        }
        for report in found {
            let deleted = try store.deleteReport(id: report.reportID, withReviews: reviews)
            Screen.say(Message.deleted(report, keptReviews: deleted.keptReviews))
        }
    }
}
