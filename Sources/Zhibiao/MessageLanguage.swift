// The languages that messages are written in.

/// A language of messages.
public enum MessageLanguage: String, Sendable, CaseIterable {
    /// English.
    case en
    /// Chinese.
    case zh
}
