// A line on a terminal's last row that says how far an import or export is; nothing where standard error is no terminal.
import Glibc

struct ProgressBar {
    private let total: Int
    private let isShown: Bool
    private var done = 0

    /// Whether a bar would be shown.
    static var isVisible: Bool { isatty(STDERR_FILENO) == 1 }

    /// - Parameter total: how many files or figures there are; for a single one no bar is shown.
    init(total: Int) {
        self.total = total
        isShown = total > 1 && Self.isVisible
        draw()
    }

    /// Says one line above the bar.
    func say(_ line: () -> Void) {
        erase()
        line()
        draw()
    }

    /// One more is done. The bar is drawn anew where that shows.
    mutating func advance() {
        done += 1
        if total < 1000 || done % (total / 500) == 0 { draw() }
    }

    /// Takes the bar away.
    func finish() { erase() }

    private func erase() { if isShown { put("\r\u{1B}[K") } }

    private func draw() {
        guard isShown, done < total else { return }
        let width = 30
        let full = done * width / total
        put("\r\u{1B}[K[" + String(repeating: "#", count: full) + String(repeating: ".", count: width - full) + "] \(done)/\(total)")
    }

    private func put(_ text: String) {
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
