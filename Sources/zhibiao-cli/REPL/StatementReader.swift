// Cuts typed lines into SQL statements: a statement ends at a semicolon outside of quotes and comments. A full-width one, as Chinese
// keyboards give it, ends a statement where a line ends with it.
import Zhibiao

/// Collects lines until they hold a complete statement.
struct StatementReader {
    /// A complete statement and the 1-based line it starts on.
    struct Statement: Equatable {
        let text: String
        let line: Int
    }

    private var pending = ""
    /// The line that the statement starts on.
    private(set) var firstLine = 1
    private var state = State.outside
    /// How many lines were read.
    private(set) var line = 0

    private enum State: Equatable {
        case outside
        /// Inside quotes that end with this character.
        case quoted(Unicode.Scalar)
        case lineComment, blockComment
    }

    /// Whether a statement has begun and waits for its end.
    var isInside: Bool {
        state != .outside || !pending.isEmpty
    }

    /// Takes one line without its end, gives the statements that it completes.
    mutating func take(_ text: String) -> [Statement] {
        var scalars = Array((text + "\n").unicodeScalars)
        if let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }), scalars[last] == "；", isOutside(after: scalars[..<last]) {
            scalars[last] = ";"
        }
        return take(scalars)
    }

    private mutating func take(_ scalars: [Unicode.Scalar]) -> [Statement] {
        line += 1
        var complete: [Statement] = []
        var index = 0
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : "\n"
            if state == .outside, pending.isEmpty {
                if scalar.properties.isWhitespace {
                    index += 1
                    continue
                }
                firstLine = line
            }
            index += 1
            switch state {
            case .outside:
                switch scalar {
                case "'", "\"", "`": state = .quoted(scalar)
                case "[": state = .quoted("]")
                case "-" where next == "-": state = .lineComment
                case "/" where next == "*":
                    state = .blockComment
                    keep(scalar)
                    keep(next)
                    index += 1
                    continue
                case ";" where isTrigger && !AdHocConnection.isComplete(pending + ";"): break
                case ";":
                    if !pending.isEmpty { complete.append(Statement(text: pending, line: firstLine)) }
                    pending = ""
                    continue
                default: break
                }
            case .quoted(let end): if scalar == end { state = .outside }
            case .lineComment: if scalar == "\n" { state = .outside }
            case .blockComment:
                if scalar == "*", next == "/" {
                    keep(scalar)
                    keep(next)
                    index += 1
                    state = .outside
                    continue
                }
            }
            keep(scalar)
        }
        return complete
    }

    /// The statements inside of a trigger end with semicolons of their own.
    private var isTrigger: Bool {
        let words = SQLWords.of(String(pending.prefix(60))).prefix(3).map { $0.uppercased() }
        return words.first == "CREATE" && words.contains("TRIGGER")
    }

    /// Whether what follows this start of a line stands outside of quotes and comments.
    private func isOutside(after start: ArraySlice<Unicode.Scalar>) -> Bool {
        var reader = self
        _ = reader.take(Array(start))  // without the line's end, which would end a comment
        return reader.state == .outside
    }

    /// What is wrong with a statement that the end of input has cut short; nil when it may be complete.
    var unclosed: String? {
        switch state {
        case .quoted(let end): Message.openQuote(String(end))
        case .blockComment: Message.openComment
        case .outside, .lineComment: nil
        }
    }

    /// Keeps a character, except in space and comments before a statement.
    private mutating func keep(_ scalar: Unicode.Scalar) {
        if pending.isEmpty, state == .lineComment || state == .blockComment || scalar.properties.isWhitespace { return }
        pending.unicodeScalars.append(scalar)
    }

    /// What is left without a semicolon at the end of input; nil when that is nothing but comments and space.
    mutating func rest() -> Statement? {
        defer { abandon() }
        guard !pending.isEmpty else { return nil }
        return Statement(text: pending, line: firstLine)
    }

    /// Forgets the statement that was begun.
    mutating func abandon() {
        pending = ""
        state = .outside
    }
}
