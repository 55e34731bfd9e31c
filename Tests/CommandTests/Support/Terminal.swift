// A real terminal: tmux runs a program, types keys into it and reads its screen.
import Foundation
import Testing

/// A tmux session of its own server; `end` ends it.
final class Terminal {
    private let socket = "zhibiao-\(UUID().uuidString)"
    /// The home of who sits there: nothing of the real one is read or written.
    let files: TemporaryFolder

    static let isAvailable = Program.exists("tmux")

    /// Starts `command` (for a shell) on a screen of that size.
    /// - Parameter environment: assignments for `env`, such as `PAGER=cat`.
    init(
        _ command: String, columns: Int = 80, rows: Int = 24, locale: String = "C.UTF-8", environment: String = "",
        home: TemporaryFolder? = nil
    ) throws {
        files = try TemporaryFolder()
        let home = home ?? files
        let clean = "env -u XDG_STATE_HOME -u XDG_CONFIG_HOME -u NO_COLOR -u PAGER -u LESS INPUTRC=/dev/null"
        let setting = "\(clean) HOME='\(home.root.path)' LC_ALL=\(locale) \(environment)"
        try tmux("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "\(setting) \(command); echo [exit $?]; sleep 60")
    }

    /// Ends the server and all that runs in it. Every test does so in a `defer`.
    func end() {
        _ = try? tmux("kill-server")
        files.remove()
    }

    /// Types text, character by character as it is.
    func type(_ text: String) throws {
        try tmux("send-keys", "-l", Self.escaped(text))
    }

    /// For tmux a semicolon at the end would begin another of its own commands.
    private static func escaped(_ text: String) -> String { text.hasSuffix(";") ? text.dropLast() + "\\;" : text }

    /// Presses named keys: Enter, C-c, C-d, Left, BSpace.
    func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

    /// Presses named keys so fast that they arrive at once.
    func pressTogether(_ keys: [String]) throws { try tmux(["send-keys"] + keys.map(Self.escaped)) }

    /// The lines on the screen, spaces at their ends cut, empty lines at the end left out.
    func screen() throws -> [String] { Self.lines(try tmux("capture-pane", "-p").out) }

    private static func lines(_ text: String) -> [String] {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Pastes text as a terminal does: marked as a paste where the program asked for that.
    func paste(_ text: String) throws {
        try tmux("set-buffer", "--", Self.escaped(text))
        try tmux("paste-buffer", "-p")
    }

    /// Gives the screen another size.
    func resize(columns: Int, rows: Int) throws { try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

    /// The lines of the screen, and where the cursor is: its row and column, from 0.
    func screenAndCursor() throws -> (lines: [String], row: Int, column: Int) {
        let all = try tmux("display-message", "-p", "#{cursor_y} #{cursor_x}", ";", "capture-pane", "-p").out
        let lines = Self.lines(all)
        let cursor = lines.first?.split(separator: " ").compactMap { Int($0) } ?? []
        guard cursor.count == 2 else { throw TimedOut() }
        return (Array(lines.dropFirst()), cursor[0], cursor[1])
    }

    /// The screen with its colours as escape sequences.
    func colouredScreen() throws -> [String] { Self.lines(try tmux("capture-pane", "-p", "-e").out) }

    /// The process that runs in the terminal's shell.
    func processIdentifier() throws -> pid_t {
        let shell = try tmux("display-message", "-p", "#{pane_pid}").out.trimmingCharacters(in: .whitespacesAndNewlines)
        let child = try Program.run("pgrep", ["-P", shell]).out.trimmingCharacters(in: .whitespacesAndNewlines)
        guard let identifier = pid_t(child) else { throw TimedOut() }
        return identifier
    }

    /// Waits until the screen is as wanted; gives it, or fails with what was there.
    @discardableResult
    func wait(
        _ what: Comment, seconds: Double = Program.longestWait, pause: UInt32 = 20_000, sourceLocation: SourceLocation = #_sourceLocation,
        until wanted: ([String]) -> Bool
    ) throws -> [String] {
        let end = Date().addingTimeInterval(seconds)
        var lines = try screen()
        while !wanted(lines) {
            if Date() > end {
                Issue.record("\(what); the screen was:\n\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
                throw TimedOut()
            }
            usleep(pause)
            lines = try screen()
        }
        return lines
    }

    struct TimedOut: Error {}

    @discardableResult
    private func tmux(_ arguments: String...) throws -> Outcome { try tmux(arguments) }

    @discardableResult
    private func tmux(_ arguments: [String]) throws -> Outcome {
        let outcome = try Program.run(
            "tmux", ["-u", "-L", socket, "-f", "/dev/null"] + arguments, environment: ["TMUX_TMPDIR": files.root.path, "LC_ALL": "C.UTF-8"])
        return outcome
    }
}
