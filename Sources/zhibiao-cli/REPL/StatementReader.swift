// Cuts typed lines into SQL statements: a statement ends at a semicolon outside of quotes and comments.

/// Collects lines until they hold a complete statement.
struct StatementReader {
    /// A complete statement and the 1-based line it starts on.
    struct Statement: Equatable {
        let text: String
        let line: Int
    }

    private var pending = ""
    private var firstLine = 1
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
        line += 1
        var complete: [Statement] = []
        let scalars = Array((text + "\n").unicodeScalars)
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
