// A real terminal: tmux runs a program, types keys into it and reads its screen.
import Foundation
import Testing

/// A tmux session of its own server; `end` ends it.
final class Terminal {
    private let socket = "zhibiao-\(UUID().uuidString)"
    private let files: TemporaryFolder

    static let isAvailable = Program.exists("tmux")

    /// Starts `command` (for a shell) on a screen of that size.
    init(_ command: String, columns: Int = 80, rows: Int = 24, locale: String = "C.UTF-8") throws {
        files = try TemporaryFolder()
        try tmux("new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env LC_ALL=\(locale) \(command); echo [exit $?]; sleep 60")
    }

    /// Ends the server and all that runs in it. Every test does so in a `defer`.
    func end() {
        _ = try? tmux("kill-server")
        files.remove()
    }

    /// Types text, character by character as it is.
    func type(_ text: String) throws {
        // For tmux a semicolon at the end would begin another of its own commands.
        try tmux("send-keys", "-l", text.hasSuffix(";") ? text.dropLast() + "\\;" : text)
    }

    /// Presses named keys: Enter, C-c, C-d, Left, BSpace.
    func press(_ keys: String...) throws { for key in keys { try tmux("send-keys", key) } }

    /// The lines on the screen, spaces at their ends cut, empty lines at the end left out.
    func screen() throws -> [String] {
        var lines = try tmux("capture-pane", "-p").out.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            var line = line
            while line.last == " " { line.removeLast() }
            return String(line)
        }
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Waits until the screen is as wanted; gives it, or fails with what was there.
    @discardableResult
    func wait(
        _ what: Comment, seconds: Double = 10, sourceLocation: SourceLocation = #_sourceLocation, until wanted: ([String]) -> Bool
    ) throws -> [String] {
        let end = Date().addingTimeInterval(seconds)
        var lines = try screen()
        while !wanted(lines) {
            if Date() > end {
                Issue.record("\(what); the screen was:\n\(lines.joined(separator: "\n"))", sourceLocation: sourceLocation)
                throw TimedOut()
            }
            usleep(20_000)
            lines = try screen()
        }
        return lines
    }

    struct TimedOut: Error {}

    @discardableResult
    private func tmux(_ arguments: String...) throws -> Outcome {
        let outcome = try Program.run(
            "tmux", ["-u", "-L", socket, "-f", "/dev/null"] + arguments, environment: ["TMUX_TMPDIR": files.root.path, "LC_ALL": "C.UTF-8"])
        return outcome
    }
}
