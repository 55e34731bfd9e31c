// What was typed at the prompt, kept across sessions: one line an entry, each entry once, readable by its owner only.
import Glibc

/// The history of a person's sessions.
final class History {
    private(set) var entries: [String]
    /// Nil where nothing is kept.
    private let path: String?
    private var hasFailed = false

    /// How many entries a file keeps.
    private static let most = 2000

    /// - Parameter path: the file, or nil to keep nothing beyond this session.
    init(path: String?) {
        self.path = path
        let lines = path.flatMap(UserFolders.read)?.split(separator: "\n").map(String.init) ?? []
        // The last time an entry was typed counts.
        var seen: Set<String> = []
        let kept = lines.reversed().filter { seen.insert($0).inserted }.prefix(Self.most)
        entries = kept.reversed().map(Self.decoded)
        guard let path, !lines.isEmpty else { return }
        _ = chmod(path, 0o600)
        if entries.count < lines.count {
            try? UserFolders.replace(path, entries.map { Self.encoded($0) + "\n" }.joined())
        }
    }

    /// Puts `entry` at the end, and on disk at once, so that nothing is lost when the program is killed.
    func add(_ entry: String) {
        entries.removeAll { $0 == entry }
        entries.append(entry)
        guard let path, !hasFailed else { return }
        UserFolders.makeFolder(of: path)
        // Two sessions may write at once: a single write to the end is never torn.
        let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        let bytes = Array((Self.encoded(entry) + "\n").utf8)
        let written = file < 0 ? -1 : write(file, bytes, bytes.count)
        if written != bytes.count {
            Screen.say(Message.historyNotKept(path, String(cString: strerror(errno))))
            hasFailed = true
        }
        if file >= 0 { close(file) }
    }

    /// An entry on one line: `\n` is a line end, `\\` a backslash.
    private static func encoded(_ entry: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in entry.unicodeScalars {
            switch scalar {
            case "\\": line.append(contentsOf: "\\\\".unicodeScalars)
            case "\n": line.append(contentsOf: "\\n".unicodeScalars)
            default: line.append(scalar)
            }
        }
        return String(line)
    }

    private static func decoded(_ line: String) -> String {
        var entry = String.UnicodeScalarView()
        var isEscaped = false
        for scalar in line.unicodeScalars {
            if isEscaped {
                entry.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                entry.append(scalar)
            }
        }
        return String(entry)
    }
}
