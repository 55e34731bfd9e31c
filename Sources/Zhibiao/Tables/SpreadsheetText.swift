// Text that a spreadsheet would take for a formula, made harmless and back.

/// CSV for spreadsheets: a text that begins as a formula does gets a `'` before it, which the reader of such a file takes away.
/// Numbers are never touched: -1.3 stays a number.
public enum SpreadsheetText {
    /// `=1+1` as `'=1+1`; a text that looks as if it were guarded already gets one more, so that every text comes back as it was.
    public static func guarded(_ text: String) -> String { isInDoubt(text) ? "'" + text : text }

    /// The text that ``guarded(_:)`` was given.
    public static func unguarded(_ text: String) -> String {
        // By scalars: an apostrophe with a combining mark behind it is one Character.
        text.utf8.first == 0x27 && isInDoubt(text) ? String(text.unicodeScalars.dropFirst()) : text
    }

    /// Whether the first character that is no apostrophe begins a formula, in any spreadsheet: also in full width, and behind a tab or
    /// line end, which are taken away when a cell is read.
    private static func isInDoubt(_ text: String) -> Bool {
        switch text.unicodeScalars.first(where: { $0 != "'" }) {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }
}
