// The meta-commands that ask the database, or change it.
import ArgumentParser
import Zhibiao

extension Repl {
    // MARK: figures and reports

    func figures(_ words: [String]) throws -> Bool {
        if words.isEmpty { throw MetaError(Message.needs(".figures", .words, "苏州 就业率")) }
        let question = try parsed { try FiguresCommand.parse(words) }
        let database = try session.database()
        let settings = settings
        let limit = outlet.isScreen ? settings.limit : nil
        return try result { stop, sink in
            var query = try NothingFound.query(question.filters, database)
            try stop.check()
            var all: Int?
            if let limit, query.limit == nil, !question.draws {
                all = try database.count(query)
                query = query.limited(to: limit)
            }
            var style = settings.style
            style.isForExcel = question.options.excel
            let output = try FigureOutput(settings.format, question.shape, style)
            let count = try question.answer(query, database, output, to: sink)
            if count == 0 { return NothingFound.lines(question.filters, database).joined(separator: " ") }
            guard let all, all > count else { return nil }
            return Message.figuresShown(count, of: all)
        }
    }

    func show(_ words: [String]) throws -> Bool {
        let id = try figureID(words, ".show", "1")
        let database = try session.database()
        var isThere = false
        let wasDone = try result { _, sink in
            isThere = try EvidenceView.write(id, of: database, to: sink)
            return nil
        }
        if wasDone, !isThere { throw MetaError(ZhibiaoError(.unknownFigure(id: id)).description) }
        return wasDone
    }

    private func figureID(_ words: [String], _ command: String, _ example: String) throws -> Int64 {
        guard let word = words.first, let id = Int64(word) else { throw MetaError(Message.needs(command, .figureID, example)) }
        return id
    }

    func report(_ words: [String]) throws -> Bool {
        guard let name = words.first else {
            return try show(
                """
                SELECT report_id, title, year, (SELECT count(*) FROM figures WHERE figures.report_id = reports.report_id) AS figures, path
                FROM reports ORDER BY report_id
                """, [:])
        }
        let found = try session.database().reports(named: words.joined(separator: " "))
        guard let report = found.first else {
            let titles = try session.database().reports().map(\.title)
            let nearest = NearestName.of(name, among: titles)
            throw MetaError(Message.unknown(.report, name, nearest, lists: ".report"))
        }
        if found.count > 1 {
            throw MetaError(Message.severalReports(found.map { "\($0.reportID) \($0.title)" }))
        }
        return try show(
            """
            SELECT report_id, title, year, publisher, author, affiliation, path FROM report WHERE report_id = :id;
            SELECT category, count(*) AS figures, count(DISTINCT subject) AS subjects, min(period) AS first, max(period) AS last
            FROM figures WHERE report_id = :id GROUP BY category ORDER BY figures DESC, category
            """, ["id": .integer(report.reportID)])
    }

    // MARK: the schema

    func tables() throws -> Bool {
        let found = try session.connection()
        var rows: [[SQLiteValue]] = []
        try found.run(
            """
            SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
            ORDER BY type DESC, name
            """
        ) { all in
            while let row = try all.next() {
                guard case .text(let sql) = row[2] else { continue }
                let what = sql.split(separator: "\n").map { $0.drop { $0 == " " } }.first { $0.hasPrefix("-- ") }
                rows.append([row[0], row[1], what.map { .text(String($0.dropFirst(3))) } ?? .null])
            }
        }
        return try write(["name", "type", "about"], rows)
    }

    func schema(_ words: [String]) throws -> Bool {
        let connection = try session.connection()
        var statements: [String] = []
        let condition = words.isEmpty ? "" : " AND :name IN (name, tbl_name)"
        try connection.run(
            "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL\(condition) ORDER BY rowid",
            parameters: words.isEmpty ? [:] : ["name": .text(words[0])]
        ) { rows in
            while let row = try rows.next() { if case .text(let sql)? = row.first { statements.append(sql) } }
        }
        if let name = words.first, statements.isEmpty { throw unknownTable(name, connection) }
        return try result { _, sink in
            for sql in statements {
                let lines = sql.split(separator: "\n", omittingEmptySubsequences: false).map { Screen.harmless(String($0)) }
                try sink.write(lines.joined(separator: "\n") + ";\n")
            }
            return nil
        }
    }

    func describe(_ words: [String]) throws -> Bool {
        guard let name = words.first else { throw MetaError(Message.needs(".describe", .table, "figures")) }
        let connection = try session.connection()
        var columns: [[SQLiteValue]] = []
        var comments: [String: String] = [:]
        let fields = try FieldTable()
        let parameters = ["name": SQLiteValue.text(name)]
        try connection.run("SELECT sql FROM sqlite_schema WHERE name = :name", parameters: parameters) { rows in
            if case .text(let sql)?? = try rows.next()?.first { comments = Self.comments(sql) }
        }
        try connection.run("SELECT name, type FROM pragma_table_info(:name)", parameters: parameters) { rows in
            while let row = try rows.next() {
                guard case .text(let column) = row[0] else { continue }
                let about = comments[column] ?? fields[column]?.about
                columns.append([row[0], row[1], about.map { .text($0) } ?? .null])
            }
        }
        if columns.isEmpty { throw unknownTable(name, connection) }
        return try write(["column", "type", "about"], columns)
    }

    /// What the comments in a table's SQL say of its columns: `title TEXT NOT NULL,  -- the heading's words`.
    private static func comments(_ sql: String) -> [String: String] {
        var comments: [String: String] = [:]
        var column = ""
        for line in sql.split(separator: "\n").dropFirst() {
            guard let mark = line.firstRange(of: "-- ") else {
                column = SQLWords.of(String(line)).first ?? column
                continue
            }
            // A column may go on over the next line; the comment is the whole column's.
            if line[..<mark.lowerBound].hasPrefix("    "), line.dropFirst(4).first != " " {
                column = SQLWords.of(String(line[..<mark.lowerBound])).first ?? ""
            }
            if !column.isEmpty { comments[column] = String(line[mark.upperBound...]) }
        }
        return comments
    }

    private func unknownTable(_ name: String, _ connection: AdHocConnection) -> MetaError {
        let nearest = NearestName.of(name, among: SchemaNames(connection).tables)
        return MetaError(Message.unknown(.table, name, nearest, lists: ".tables"))
    }

    private func write(_ columns: [String], _ rows: [[SQLiteValue]]) throws -> Bool {
        let settings = settings
        return try result { _, sink in
            var writer = settings.format.writer(to: sink, settings.style)
            try writer.begin(columns.map { Column($0) })
            for row in rows { try writer.row(row) }
            try writer.end()
            return nil
        }
    }

    // MARK: zhibiao's own commands

    func export(_ words: [String]) throws -> Bool {
        guard let file = words.first, !file.hasPrefix("-") else {
            throw MetaError(Message.needs(".export", .file, "figures.csv 苏州"))
        }
        let arguments = Array(words.dropFirst())
        _ = try parsed { try ExportCommand.parse(["-o", file] + arguments) }
        return try done(command(["export", "-o", file] + arguments), ".export")
    }

    func importReports(_ words: [String]) throws -> Bool {
        if words.isEmpty { throw MetaError(Message.needs(".import", .file, "report.pdf")) }
        _ = try parsed { try ImportCommand.parse(words) }
        return try done(command(["import"] + words), ".import")
    }

    func review(_ words: [String]) throws -> Bool {
        let id = String(try figureID(words, ".review", "12 confirm"))
        let rest = words.dropFirst()
        let fields = rest.prefix { $0.contains("=") }
        let action: String
        let why: ArraySlice<String>
        if fields.isEmpty {
            action = rest.first ?? ""
            guard ["confirm", "reject", "withdraw"].contains(action) else {
                throw MetaError(Message.noReview)
            }
            why = rest.dropFirst()
        } else {
            action = "correct"
            why = rest.dropFirst(fields.count)
        }
        var arguments = ["review", action, id] + fields
        if !why.isEmpty { arguments += ["--why", why.joined(separator: " ")] }
        return try done(command(arguments), ".review")
    }

    /// The command has told what went wrong; a script must end.
    private func done(_ succeeded: Bool, _ name: String) throws -> Bool {
        if !succeeded, !isInteractive { throw MetaError(Message.failed(name)) }
        return succeeded
    }

    /// Words parsed as a command's arguments. What is wrong with them is told in one line.
    private func parsed<Command: ParsableCommand>(_ parse: () throws -> Command) throws -> Command {
        do {
            return try parse()
        } catch {
            throw MetaError(Command.message(for: error))
        }
    }
}
