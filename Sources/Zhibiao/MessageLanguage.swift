// The languages that messages are written in.

/// A language of messages.
public enum MessageLanguage: String, Sendable, CaseIterable {
    case en, zh
}
