// The meta-commands that set how a session goes: formats, files, parameters, saved queries, history, help.
import Zhibiao

extension Repl {
    // MARK: how results look

    func setMode(_ words: [String]) throws -> Bool {
        guard let name = words.first else { return try say(settings.format.rawValue) }
        guard let format = OutputFormat(rawValue: name.lowercased()) else {
            throw MetaError(Message.unknownFormat(name))
        }
        settings.format = format
        return true
    }

    func setHeaders(_ words: [String]) throws -> Bool { try flip(\.style.headers, words, ".headers") }

    func setTimer(_ words: [String]) throws -> Bool { try flip(\.showsTime, words, ".timer") }

    /// Sets a switch, or says how it is.
    private func flip(_ setting: WritableKeyPath<ReplSettings, Bool>, _ words: [String], _ name: String) throws -> Bool {
        switch words.first?.lowercased() {
        case nil: return try say(settings[keyPath: setting] ? "on" : "off")
        case "on", "yes", "1": settings[keyPath: setting] = true
        case "off", "no", "0": settings[keyPath: setting] = false
        default: throw MetaError(Message.onOrOff(name))
        }
        return true
    }

    func setWidths(_ words: [String]) throws -> Bool {
        settings.style.widths = try words.map { word in
            guard let width = Int(word), (-1000...1000).contains(width) else {
                throw MetaError(Message.noWidth(word))
            }
            return width
        }
        return true
    }

    func setLimit(_ words: [String]) throws -> Bool {
        guard let word = words.first else { return try say(settings.limit.map(String.init) ?? "0") }
        guard let limit = Int(word), limit >= 0 else { throw MetaError(Message.noLimit(word)) }
        settings.limit = limit == 0 ? nil : limit
        return true
    }

    // MARK: where results go

    func output(_ words: [String]) throws -> Bool {
        try outlet.send(to: words.first)
        return true
    }

    func once(_ words: [String]) throws -> Bool {
        guard let file = words.first else { throw MetaError(Message.needs(".once", .file, "table.csv")) }
        try outlet.sendOnce(to: file)
        return true
    }

    // MARK: parameters and saved queries

    func params(_ words: [String]) throws -> Bool {
        let parts = words[0].split(maxSplits: 1) { $0.isWhitespace }.map(String.init)
        guard let first = parts.first else {
            let rows = settings.parameters.sorted { $0.key < $1.key }
            if rows.isEmpty { Screen.say(Message.noParameters) }
            for (name, value) in rows { _ = try say(":\(name) = \(Self.literal(value))") }
            return true
        }
        let name = first.first.map { ":@$".contains($0) } == true ? String(first.dropFirst()) : first
        guard !name.isEmpty, name.unicodeScalars.allSatisfy(SQLWords.isPart) else {
            throw MetaError(Message.noParameterName(first))
        }
        if parts.count == 1 {
            guard settings.parameters.removeValue(forKey: name) != nil else {
                throw MetaError(Message.unknown(.parameter, name, [], lists: ".params"))
            }
            return true
        }
        settings.parameters[name] = Self.value(parts[1])
        return true
    }

    /// A number, NULL, a text in quotes, or the text as it is.
    private static func value(_ text: String) -> SQLiteValue {
        if text.uppercased() == "NULL" { return .null }
        if let integer = Int64(text) { return .integer(integer) }
        if let real = Double(text), real.isFinite { return .real(real) }
        guard text.count >= 2, let quote = text.first, quote == "'" || quote == "\"", text.last == quote else { return .text(text) }
        return .text(
            String(text.dropFirst().dropLast()).split(separator: "\(quote)\(quote)", omittingEmptySubsequences: false).joined(
                separator: "\(quote)"))
    }

    private static func literal(_ value: SQLiteValue) -> String {
        switch value {
        case .null: "NULL"
        case .integer(let value): String(value)
        case .real(let value): NumberText.plain(value) ?? value.description
        case .text(let text): "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
        case .blob(let bytes): "x'" + CSVWriter.hexadecimal(bytes) + "'"
        }
    }

    func save(_ words: [String]) throws -> Bool {
        guard let name = words.first, words.count == 1 else { throw MetaError(Message.needs(".save", .name, "就业率排名")) }
        guard let sql = lastStatement else { throw MetaError(Message.nothingToSave) }
        try NamedQueries().save(name, sql)
        Screen.say(Message.saved(name))
        return true
    }

    func runSaved(_ words: [String]) throws -> Bool {
        let queries = try NamedQueries()
        guard let name = words.first else {
            let names = queries.names
            if names.isEmpty { Screen.say(Message.noQueries) }
            for name in names { _ = try say(name) }
            return true
        }
        var reader = StatementReader()
        var statements: [StatementReader.Statement] = []
        for line in try queries.text(name).split(separator: "\n", omittingEmptySubsequences: false) {
            statements += reader.take(String(line))
        }
        if let rest = reader.rest() { statements.append(rest) }
        for statement in statements { if try !execute(statement) { return false } }
        return true
    }

    // MARK: history and help

    func showHistory(_ words: [String]) throws -> Bool {
        guard let count = Int(words.first ?? "20"), count > 0 else { throw MetaError(Message.noCount) }
        for entry in history.entries.suffix(count) { _ = try say(entry) }
        return true
    }

    func help(_ words: [String]) throws -> Bool {
        let commands = try words.isEmpty ? MetaCommand.all : [MetaCommand.named("." + words[0].drop { $0 == "." })]
        return try result(onScreen: true) { _, sink in
            if words.isEmpty { try sink.write(Message.intro) }
            let room = 22
            for command in commands {
                let head = command.usage.isEmpty ? command.name : "\(command.name) \(command.usage)"
                let width = DisplayWidth.of(head)
                let pad = width < room ? String(repeating: " ", count: room - width) : "\n" + String(repeating: " ", count: room)
                try sink.write("\(head)\(pad)\(Message.of(command.en, command.zh))\n")
            }
            return nil
        }
    }

    /// Writes one line to standard output: an answer about the session is no result.
    private func say(_ text: String) throws -> Bool {
        let sink = ByteSink()
        try sink.write(Screen.harmless(text) + "\n")
        try sink.finish()
        return true
    }
}
