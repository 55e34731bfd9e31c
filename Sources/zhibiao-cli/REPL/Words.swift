// The words after a meta-command: separated by space, a word in quotes may hold some.

enum Words {
    /// The words of `text`. Quotes, single or double, keep a word together and are left out; a quote inside a word is a character.
    static func of(_ text: some StringProtocol) throws -> [String] {
        var words: [String] = []
        var word = String.UnicodeScalarView()
        var quote: Unicode.Scalar?
        var isInside = false
        for scalar in text.unicodeScalars {
            if let end = quote {
                if scalar == end { quote = nil } else { word.append(scalar) }
            } else if scalar.properties.isWhitespace {
                if isInside { words.append(String(word)) }
                word = String.UnicodeScalarView()
                isInside = false
            } else if !isInside, scalar == "'" || scalar == "\"" {
                quote = scalar
                isInside = true
            } else {
                word.append(scalar)
                isInside = true
            }
        }
        if let quote { throw MetaError(Message.openWord(String(quote))) }
        if isInside { words.append(String(word)) }
        return words
    }
}
