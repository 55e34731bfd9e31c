// Whether a PDF is there to its end: pdftotext makes the best of one that is cut short, and some pages may be missing.

enum PDFEnd {
    /// False for a file without an end mark, with objects after the last one (a file that was written to again ends in several parts,
    /// each with a mark), or shorter than it says itself (a file for the web has a mark after its first page).
    static func isThere(_ bytes: [UInt8]) -> Bool {
        guard let end = last("%%EOF", in: bytes) else { return false }
        if hasObject(bytes[end...]) { return false }
        guard let length = statedLength(bytes) else { return true }
        // Its parts may have been written again: then it is longer, never shorter.
        return bytes.count >= length
    }

    /// Where the last `word` ends.
    private static func last(_ word: StaticString, in bytes: [UInt8]) -> Int? {
        let word = word.withUTF8Buffer { Array($0) }
        var i = bytes.count - word.count
        while i >= 0 {
            if bytes[i] == word[0], bytes[i...].starts(with: word) { return i + word.count }
            i -= 1
        }
        return nil
    }

    /// Whether an object starts: `12 0 obj`.
    private static func hasObject(_ bytes: ArraySlice<UInt8>) -> Bool {
        let mark = Array(" obj".utf8)
        var i = bytes.startIndex
        while let found = bytes[i...].firstIndex(of: mark[0]) {
            if bytes[found...].starts(with: mark), found > bytes.startIndex, bytes[found - 1] &- 0x30 < 10 { return true }
            i = found + 1
        }
        return false
    }

    /// The `/L` of a PDF for the web, which its first object says.
    private static func statedLength(_ bytes: [UInt8]) -> Int? {
        let head = Array(bytes.prefix(1024))
        guard ReportFormat.contains(head, Array("/Linearized".utf8)), let end = end(of: Array("/L ".utf8), in: head) else { return nil }
        return Int(String(decoding: head[end...].drop { $0 == 0x20 }.prefix { $0 &- 0x30 < 10 }, as: UTF8.self))
    }

    private static func end(of word: [UInt8], in bytes: [UInt8]) -> Int? {
        bytes.indices.first { bytes[$0...].starts(with: word) }.map { $0 + word.count }
    }
}
