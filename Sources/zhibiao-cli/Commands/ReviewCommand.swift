// zhibiao review: a person confirms, corrects or rejects figures; the machine's values stay beside.
import ArgumentParser
import Glibc
import Zhibiao

struct ReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Confirm, correct or reject figures; who, when and why is kept, and the machine's value beside yours.",
        discussion: """
            zhibiao review confirm 17 18 --by 李雷
            zhibiao review correct 19 value=1396 unit=家 --why "原文数字颠倒"
            zhibiao review reject 20 --why "不是企业数"

            Many at once: zhibiao export -o figures.csv, change values or status (confirmed, rejected) in a spreadsheet, then
            zhibiao review apply figures.csv
            """,
        // Each command has its name written out: making names of types takes a tenth of the program's start.
        subcommands: [Confirm.self, Correct.self, Reject.self, Withdraw.self, Apply.self, List.self])

    /// Who says so, and why.
    struct Signature: ParsableArguments {
        @Option(help: ArgumentHelp("Who makes the review (default: your user name).", valueName: "name")) var by: String?
        @Option(help: "Why.") var why = ""

        var reviewer: String {
            if let by { return by }
            for name in ["USER", "LOGNAME"] {
                if let value = getenv(name), value.pointee != 0 { return String(cString: value) }
            }
            return getpwuid(getuid()).map { String(cString: $0.pointee.pw_name) } ?? ""
        }
    }

    /// Makes one review of each figure, all or none.
    private static func make(_ ids: [Int64], _ action: ReviewAction, _ signature: Signature, _ database: DatabaseOptions) throws {
        let store = try MetricsDatabase.openToChange(database.path)
        try store.review(ids.map { ReviewRequest($0, action, by: signature.reviewer, because: signature.why) })
        for id in ids {
            guard let figure = try store.figure(id: id) else { continue }
            Screen.say(Message.reviewed(figure))
        }
    }

    struct Confirm: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "confirm", abstract: "Say that figures are right.")
        @Argument(help: "Ids of figures.") var ids: [Int64]
        @OptionGroup var signature: Signature
        @OptionGroup var database: DatabaseOptions

        func run() throws { try ReviewCommand.make(ids, .confirm, signature, database) }
    }

    struct Reject: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "reject", abstract: "Say that numbers are no such figures.")
        @Argument(help: "Ids of figures.") var ids: [Int64]
        @OptionGroup var signature: Signature
        @OptionGroup var database: DatabaseOptions

        func run() throws { try ReviewCommand.make(ids, .reject, signature, database) }
    }

    struct Withdraw: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "withdraw", abstract: "Take back what was said of figures.")
        @Argument(help: "Ids of figures.") var ids: [Int64]
        @OptionGroup var signature: Signature
        @OptionGroup var database: DatabaseOptions

        func run() throws { try ReviewCommand.make(ids, .withdraw, signature, database) }
    }

    struct Correct: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "correct", abstract: "Set fields of a figure.",
            discussion: "Fields: " + FieldCorrection.fields.map(\.rawValue).joined(separator: ", ") + ". Nothing after = means none.")
        @Argument(help: "A figure's id.") var id: Int64
        @Argument(help: ArgumentHelp("What it should be.", valueName: "field=value")) var fields: [String]
        @OptionGroup var signature: Signature
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let corrections = try fields.map { text in
                guard let equals = text.firstIndex(of: "="), let field = FigureRecord.Field(rawValue: String(text[..<equals])) else {
                    throw ValidationError(Message.noCorrection(text))
                }
                return try FieldCorrection(field, text: String(text[text.index(after: equals)...]))
            }
            try ReviewCommand.make([id], .correct(corrections), signature, database)
        }
    }

    struct Apply: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "apply", abstract: "Take reviews from an exported CSV table that was changed.",
            discussion: """
                A changed field is a correction; a status changed to confirmed or rejected says so. Columns reviewer and reason, where
                there are any, say who and why. All rows are taken, or none when one is wrong.
                """)
        @Argument(help: "The table, or - for standard input.", completion: .file()) var table: String
        @OptionGroup var signature: Signature
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let file = try ReportFile.read(table)
            let outcome = try MetricsDatabase.openToChange(database.path).review(
                table: file, by: signature.reviewer, because: signature.why)
            for wrong in outcome.wrongCells { Screen.complain("\(table): \(wrong)") }
            if !outcome.wrongCells.isEmpty { throw ZhibiaoError(.wrongRows(path: table, count: outcome.wrongCells.count)) }
            Screen.say(
                Message.reviewSummary(
                    confirmed: outcome.confirmed, corrected: outcome.corrected, rejected: outcome.rejected, unchanged: outcome.unchanged))
        }
    }

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "All reviews, the machine's value beside the person's.")
        @Option(help: "\(OutputFormat.names).") var format: OutputFormat = .table
        @OptionGroup var database: DatabaseOptions

        func run() throws {
            let sink = ByteSink()
            let columns = "review_id, figure_id, report, surface, action, field, extracted, corrected, reviewer, reviewed_at, reason"
            try StatementOutput.run(
                "SELECT \(columns) FROM reviews ORDER BY review_id, field", on: AdHocConnection.open(database.path), format, to: sink)
            try sink.finish()
        }
    }
}

extension MetricsDatabase {
    /// Opens an existing database to change it: unlike an import, a review or deletion makes none.
    static func openToChange(_ path: String) throws -> MetricsDatabase {
        _ = try open(path, .readOnly)
        return try open(path, .readWrite)
    }
}
