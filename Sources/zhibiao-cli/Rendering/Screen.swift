// What the program knows of the terminal, and how it says things to a person: on standard error, one line each.
import Glibc
import Zhibiao

/// Standard output and standard error as a person sees them.
enum Screen {
    /// Columns of the terminal on standard output, or nil when it is no terminal.
    static var width: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
        return 80
    }

    /// Rows of the terminal on standard output, or nil when it is no terminal.
    static var height: Int? {
        guard isatty(STDOUT_FILENO) == 1 else { return nil }
        var size = winsize()
        if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 { return Int(size.ws_row) }
        return 24
    }

    /// Whether a terminal may be sent colours: not where NO_COLOR is set (https://no-color.org) or the terminal has none.
    static let hasColours: Bool = {
        if let refused = getenv("NO_COLOR"), refused.pointee != 0 { return false }
        return !isDumb
    }()

    /// Whether the terminal only shows characters one after the other.
    static let isDumb: Bool = {
        guard let term = getenv("TERM") else { return true }
        return term.pointee == 0 || String(cString: term) == "dumb"
    }()

    /// How a part of the output is set apart.
    enum Emphasis: String {
        case bold = "1"
        case dim = "2"
    }

    /// `text` set apart on `sink`, where that shows colours; else as it is.
    static func emphasised(_ text: String, _ emphasis: Emphasis, on sink: ByteSink) -> String {
        sink.isTerminal && hasColours ? "\u{1B}[\(emphasis.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Writes one line for a person to standard error. Control characters in it are made visible first.
    static func say(_ message: String) {
        let line = Array((Screen.harmless(message) + "\n").utf8)
        var rest = line[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                return  // nobody is listening
            }
            rest = rest.dropFirst(written)
        }
    }

    /// Says what failed, in the language of this run.
    static func complain(_ error: ZhibiaoError) { complain(error.description(in: Language.current)) }

    /// Says what failed, marked with the program's name.
    static func complain(_ message: String) { say("zhibiao: " + message) }

    /// `text` on one line, with characters that could steer a terminal replaced by visible ones:
    /// ESC becomes ␛, a line end a space, and direction overrides vanish into �.
    static func harmless(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard isHarmful(scalar) else {
                result.append(scalar)
                continue
            }
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: result.append(" ")
            case 0..<0x20: result.append(Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}")
            case 0x7F: result.append("\u{2421}")
            default: result.append("\u{FFFD}")
            }
        }
        return String(result)
    }

    /// Control characters (C0, DEL, C1), line and paragraph separators, and direction overrides.
    static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
