// Which language messages are in: --lang, else the locale.
import Glibc
import Zhibiao

/// The language of this run.
enum Language {
    /// `--lang zh`, else what LC_ALL, LC_MESSAGES or LANG say; English where the locale is not in UTF-8.
    static let current: MessageLanguage = chosen ?? ofLocale { name in getenv(name).map { String(cString: $0) } ?? "" }

    /// What was typed, without --lang: it may stand anywhere, and no command knows it.
    static var arguments: [String] { split.rest }

    private static let chosen = split.language.flatMap(MessageLanguage.init)

    /// What --lang was given that is no language.
    static var unknown: String? { split.language.flatMap { MessageLanguage(rawValue: $0) == nil ? $0 : nil } }

    private static let split: (rest: [String], language: String?) = {
        var rest: [String] = []
        var language: String?
        var words = CommandLine.arguments.dropFirst()
        while let word = words.popFirst() {
            if word == "--" {
                rest += [word] + words
                break
            }
            if word == "--lang" {
                language = words.popFirst() ?? ""
            } else if word.hasPrefix("--lang=") {
                language = String(word.dropFirst("--lang=".count))
            } else {
                rest.append(word)
            }
        }
        return (rest, language)
    }()

    /// The language of a locale: the first of these variables that says anything decides.
    static func ofLocale(_ variable: (String) -> String) -> MessageLanguage {
        let name = ["LC_ALL", "LC_MESSAGES", "LANG"].map(variable).first { !$0.isEmpty } ?? ""
        let lower = name.lowercased()
        return lower.hasPrefix("zh") && (lower.contains("utf-8") || lower.contains("utf8")) ? .zh : .en
    }
}
