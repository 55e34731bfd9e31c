// Every error of the library: what happened as data, and all wording in one place.
import ReportText

/// Something that went wrong, with what a message needs. `description` is one line: what, where, and what to do.
public struct ZhibiaoError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What happened.
    public enum Kind: Equatable, Sendable {
        // Reports.
        /// There is no such file.
        case reportMissing(path: String)
        /// A folder stands where a file should.
        case reportIsFolder(path: String)
        /// The system does not let the file be read.
        case reportUnreadable(path: String, reason: String)
        /// The file is larger than ``ReportFile/maximumBytes``.
        case reportTooLarge(path: String, bytes: Int)
        /// The file has no bytes, or no text.
        case reportEmpty(path: String)
        /// `offset` is the byte that no text holds.
        case reportBinary(path: String, offset: Int)
        /// `offset` is the first byte that is no character of the encoding.
        case reportBadText(path: String, encoding: TextEncoding, offset: Int)
        /// `offset` is the first byte that is not UTF-8; it is no other encoding either.
        case reportUnknownEncoding(path: String, offset: Int)
        /// This system cannot decode the encoding.
        case reportEncodingMissing(path: String, encoding: TextEncoding)
        /// The file became shorter while it was read.
        case reportChanged(path: String)
        /// A format that is not read, and what to do about it.
        case reportUnsupported(path: String, format: String, advice: String)
        /// The file's end is missing.
        case reportTruncated(path: String, format: String)
        /// The file has a password.
        case reportEncrypted(path: String)
        /// An archive would unpack to too many bytes.
        case reportUnpacksTooLarge(path: String, bytes: Int)
        /// The format was read, and there is no text in it.
        case reportHasNoText(path: String, format: String, advice: String)
        /// A description beside a report (`REPORT.meta.csv`) that cannot be used.
        case badSidecar(path: String, problem: String)

        // A user's own vocabulary; `line` and `column` count from 1, 0 where none is at fault.
        /// A table of a user's own vocabulary cannot be used.
        case badVocabulary(path: String, line: Int, column: Int, problem: String)

        // The programs that turn other formats into text.
        /// The program that converts this format is not installed; a Debian package has it.
        case converterMissing(path: String, program: String, package: String)
        /// The converter could not read the file.
        case converterFailed(path: String, program: String, reason: String)
        /// The converter was stopped after its time.
        case converterTooSlow(path: String, program: String, seconds: Int)
        /// The converter was stopped as it needed too much memory.
        case converterNeedsMemory(path: String, program: String, bytes: Int)
        /// The converter was stopped as it wrote too much.
        case converterOutputTooLarge(path: String, program: String, bytes: Int)

        // The database file.
        /// The path is empty.
        case databasePathEmpty
        /// There is no database at this path.
        case databaseMissing(path: String)
        /// The folder that the database should be in does not exist.
        case databaseFolderMissing(path: String, folder: String)
        /// A folder stands where the database should.
        case databaseIsFolder(path: String)
        /// The system does not let the database be opened.
        case databaseUnreadable(path: String, reason: String)
        /// The system does not let the database be written.
        case databaseNotWritable(path: String, reason: String)
        /// The file is empty.
        case databaseEmpty(path: String)
        /// The file is no SQLite database.
        case notADatabase(path: String)
        /// The file is a database of another application.
        case otherApplication(path: String)
        /// A newer version made the database.
        case newerSchema(path: String, found: Int, known: Int)
        /// An older version made the database, and it is opened read-only.
        case olderSchema(path: String, found: Int, known: Int)
        /// An import was cut short, and its journal cannot be undone where nothing may be written.
        case databaseNeedsRecovery(path: String)
        /// Another program holds the database for longer than we wait.
        case databaseBusy(path: String)
        /// There is no room; nothing of the report was kept.
        case diskFull(path: String)
        /// The file contradicts itself.
        case databaseDamaged(path: String, detail: String)
        /// SQLite failed in another way; `code` is its own.
        case databaseFailed(path: String, code: Int, message: String)
        /// A stored value has another type or code than the schema says.
        case unexpectedValue(column: String, found: String)

        // Ad-hoc SQL. `offset` counts Unicode code points into the SQL given, where SQLite knows it.
        /// The statement would change something or open a file.
        case sqlRefused(reason: String)
        /// The statement is wrong; `message` is SQLite's.
        case sqlFailed(message: String, offset: Int?)
        /// The statement was interrupted.
        case sqlInterrupted
        /// The statement took longer than it may.
        case sqlTooSlow(seconds: Double)

        // Queries.
        /// No region is called so.
        case unknownRegion(name: String)
        /// No category is called so.
        case unknownCategory(code: String)
        /// The text is no period.
        case badPeriod(text: String)

        // Reviews and tables of figures.
        /// There is no figure of this id.
        case unknownFigure(id: Int64)
        /// There is no report of this name or id.
        case unknownReport(name: String)
        /// A review has no name of who makes it.
        case reviewerMissing
        /// A value that a field of a figure cannot have.
        case badField(field: String, found: String, problem: String)
        /// A CSV table that gives no figures; `line` and `column` count from 1, 0 where none is at fault.
        case badTable(path: String, line: Int, column: Int, problem: String)
        /// Rows of a CSV table are wrong, and so none of it was taken.
        case wrongRows(path: String, count: Int)

        // The build itself: an embedded file of schema/ or seeds/ that cannot be used.
        /// A file built into the program cannot be used.
        case badEmbeddedFile(path: String, detail: String)
        /// The extractor contradicts the text it read.
        case badExtraction(path: String, detail: String)
    }

    /// What happened, with what a message needs.
    public let kind: Kind

    /// An error of this kind.
    public init(_ kind: Kind) { self.kind = kind }

    /// Whether one report is at fault, so that others can still be read; false where it is the database or the build.
    public var concernsReport: Bool {
        switch kind {
        case .reportMissing, .reportIsFolder, .reportUnreadable, .reportTooLarge, .reportEmpty, .reportBinary, .reportBadText,
            .reportUnknownEncoding, .reportEncodingMissing, .reportChanged, .reportUnsupported, .reportTruncated, .reportEncrypted,
            .reportUnpacksTooLarge, .reportHasNoText, .badSidecar, .converterMissing, .converterFailed, .converterTooSlow,
            .converterNeedsMemory, .converterOutputTooLarge, .badTable, .wrongRows, .badExtraction:
            true
        default: false
        }
    }

    public var description: String {
        switch kind {
        case .reportMissing(let path): "\(quoted(path)): no such file; check the path"
        case .reportIsFolder(let path): "\(quoted(path)): is a folder, not a file; name the files in it"
        case .reportUnreadable(let path, let reason): "\(quoted(path)): cannot be read (\(reason)); check its permissions"
        case .reportTooLarge(let path, let bytes):
            "\(quoted(path)): \(bytes) bytes are more than a report can have (\(ReportFile.maximumBytes)); split it"
        case .reportEmpty(let path): "\(quoted(path)): is empty; nothing to read"
        case .reportBinary(let path, let offset):
            "\(quoted(path)): is a binary file (byte \(offset) is no text); convert it to plain text or Markdown first"
        case .reportBadText(let path, let encoding, let offset):
            "\(quoted(path)): is damaged: byte \(offset) is no \(encoding.rawValue) text; if it is in another encoding, name it with --encoding"
        case .reportUnknownEncoding(let path, let offset):
            "\(quoted(path)): is neither UTF-8 (byte \(offset)) nor GB 18030 nor UTF-16 with a byte order mark; name it with --encoding or convert it"
        case .reportEncodingMissing(let path, let encoding):
            "\(quoted(path)): is in \(encoding.rawValue), which this system's iconv does not know; on Debian install libc-bin or libc6"
        case .reportChanged(let path): "\(quoted(path)): became shorter while it was read; import it again when it is complete"
        case .reportUnsupported(let path, let format, let advice): "\(quoted(path)): is \(format), which is not read; \(advice)"
        case .reportTruncated(let path, let format): "\(quoted(path)): is a damaged \(format), its end is missing; get the whole file"
        case .reportEncrypted(let path): "\(quoted(path)): has a password; save it without one"
        case .reportUnpacksTooLarge(let path, let bytes):
            "\(quoted(path)): would unpack to \(bytes) bytes, more than a report can have (\(ReportFile.maximumUnpacked))"
        case .reportHasNoText(let path, let format, let advice): "\(quoted(path)): this \(quoted(format)) holds no text; \(advice)"
        case .badSidecar(let path, let problem): "\(quoted(path)): \(quoted(problem))"
        case .converterMissing(let path, let program, let package):
            "\(quoted(path)): reading it needs the program \(program); install it with: apt-get install \(package)"
        case .converterFailed(let path, let program, let reason): "\(quoted(path)): \(program) cannot read it (\(quoted(reason)))"
        case .converterTooSlow(let path, let program, let seconds):
            "\(quoted(path)): \(program) was stopped after \(seconds) seconds; raise --time-limit, or split the file"
        case .converterNeedsMemory(let path, let program, let bytes):
            "\(quoted(path)): \(program) was stopped as it needed more than \(bytes >> 20) MiB of memory; split the file"
        case .converterOutputTooLarge(let path, let program, let bytes):
            "\(quoted(path)): \(program) was stopped as it wrote more than \(bytes >> 20) MiB of text; split the file"
        case .databasePathEmpty: "the database path is empty; name a file, for example --db metrics.db"
        case .databaseMissing(let path): "\(quoted(path)): no such database; make it with: zhibiao import PATH..."
        case .databaseFolderMissing(let path, let folder):
            "\(quoted(path)): the folder \(quoted(folder)) does not exist; make it first or name another file"
        case .databaseIsFolder(let path): "\(quoted(path)): is a folder, not a database; name a file"
        case .databaseUnreadable(let path, let reason): "\(quoted(path)): cannot be opened (\(reason)); check its permissions"
        case .databaseNotWritable(let path, let reason):
            "\(quoted(path)): cannot be written (\(reason)); use a file in a folder you may write to"
        case .databaseEmpty(let path): "\(quoted(path)): holds no database yet; fill it with: zhibiao import PATH..."
        case .notADatabase(let path): "\(quoted(path)): is not an SQLite database; name another file"
        case .otherApplication(let path): "\(quoted(path)): is a database of another application, not of zhibiao; name another file"
        case .newerSchema(let path, let found, let known):
            "\(quoted(path)): was made by a newer zhibiao (schema \(found), this one knows \(known)); update zhibiao"
        case .olderSchema(let path, let found, let known):
            "\(quoted(path)): was made by an older zhibiao (schema \(found), this one needs \(known)); bring it up with: zhibiao import"
        case .databaseNeedsRecovery(let path):
            "\(quoted(path)): an import was cut short and its journal cannot be undone here; open it once where it may be written"
        case .databaseBusy(let path): "\(quoted(path)): another program is using it; try again when that has ended"
        case .diskFull(let path): "\(quoted(path)): the disk is full; nothing of this report was kept, make room and import again"
        case .databaseDamaged(let path, let detail):
            "\(quoted(path)): the database is damaged (\(detail)); import the reports into a new file"
        case .databaseFailed(let path, let code, let message): "\(quoted(path)): SQLite error \(code): \(message)"
        case .unexpectedValue(let column, let found):
            "column \(column) holds \(found), which this version cannot read; the database was changed by hand or is damaged"
        case .sqlRefused(let reason): "refused: \(reason); only questions are allowed here, nothing that changes or opens a file"
        case .sqlFailed(let message, let offset):
            if let offset { "SQL, character \(offset + 1): \(message)" } else { "SQL: \(message)" }
        case .sqlInterrupted: "interrupted"
        case .sqlTooSlow(let seconds): "stopped after \(seconds) seconds; narrow the question or raise the limit"
        case .unknownRegion(let name): "no region is called \(quoted(name)); use a full name such as 苏州市 or a six-digit code"
        case .unknownCategory(let code):
            "no category is called \(quoted(code)); list them with: zhibiao sql \"SELECT code, zh FROM category\""
        case .badPeriod(let text): "\(quoted(text)) is no period; write 2023, 2023-09, 2017/2020 or 2023-01/2023-06"
        case .unknownFigure(let id): "no figure has the id \(id); ids are printed by: zhibiao figures"
        case .unknownReport(let name):
            "no report is called \(quoted(name)), or several are; ids and titles: zhibiao sql \"SELECT report_id, title FROM reports\""
        case .reviewerMissing: "a review needs the name of who makes it; give it with --by"
        case .badField(let field, let found, let problem): "\(field): “\(quoted(found))” \(problem)"
        case .badTable(let path, let line, let column, let problem), .badVocabulary(let path, let line, let column, let problem):
            if line == 0 {
                "\(quoted(path)): \(quoted(problem))"
            } else {
                "\(quoted(path)): line \(line)\(column == 0 ? "" : ", column \(column)"): \(quoted(problem))"
            }
        case .wrongRows(let path, let count):
            "\(quoted(path)): \(count) wrong cell\(count == 1 ? "" : "s"), so nothing of it was taken; mend it, or take the other rows with --partial"
        case .badEmbeddedFile(let path, let detail): "built-in file \(path): \(detail); this build is broken"
        case .badExtraction(let path, let detail): "\(quoted(path)): \(detail); a fault of zhibiao, please report it with the file"
        }
    }

    /// A path or name as it can stand in one line: control characters would break the line or drive a terminal.
    func quoted(_ text: String) -> String {
        var out = ""
        for scalar in text.unicodeScalars {
            out += scalar.properties.generalCategory == .control ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return out
    }
}
