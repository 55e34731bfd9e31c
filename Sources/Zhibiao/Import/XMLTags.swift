// The tags of an XML file, in order: enough to find elements in the parts of a Word file and to put something in, the rest unchanged.

/// Goes through the tags of well-formed XML; comments and the like are passed over.
struct XMLTags: Sequence, IteratorProtocol {
    struct Tag {
        /// With its prefix: `w:p`.
        let name: String
        let isEnd: Bool
        /// Ends itself: `<w:b/>`.
        let isEmpty: Bool
        /// From `<` to behind `>`.
        let range: Range<Int>
        /// What stands between the name and the end, as it is.
        fileprivate let attributes: ArraySlice<UInt8>

        /// The value of an attribute as it is written, nil where it has none of this name.
        func value(_ name: String) -> String? {
            let wanted = Array(" \(name)=".utf8)
            var i = attributes.startIndex
            while let found = attributes[i...].firstIndex(where: XMLTags.isBlank) {
                if attributes[(found + 1)...].starts(with: wanted.dropFirst()) {
                    let mark = found + wanted.count
                    guard mark < attributes.endIndex, attributes[mark] == 0x22 || attributes[mark] == 0x27 else { return nil }
                    let value = attributes[(mark + 1)...].prefix { $0 != attributes[mark] }
                    return String(decoding: value, as: UTF8.self)
                }
                i = found + 1
            }
            return nil
        }
    }

    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> Tag? {
        while let start = bytes[place...].firstIndex(of: 0x3C) {
            if bytes[start...].starts(with: "<!--".utf8) {
                place = end(of: "-->", from: start)
            } else if bytes[start...].starts(with: "<![CDATA[".utf8) {
                place = end(of: "]]>", from: start)
            } else {
                guard let end = tagEnd(from: start) else { return nil }
                place = end + 1
                guard start + 1 < end, bytes[start + 1] != 0x21, bytes[start + 1] != 0x3F else { continue }
                let isEnd = bytes[start + 1] == 0x2F
                let isEmpty = bytes[end - 1] == 0x2F
                let inside = bytes[(start + (isEnd ? 2 : 1))..<Swift.max(start + (isEnd ? 2 : 1), isEmpty ? end - 1 : end)]
                let name = inside.prefix { !XMLTags.isBlank($0) }
                return Tag(
                    name: String(decoding: name, as: UTF8.self), isEnd: isEnd, isEmpty: isEmpty, range: start..<(end + 1),
                    attributes: inside[name.endIndex...])
            }
        }
        return nil
    }

    /// The `>` of the tag at `start`; one within an attribute's value does not end it.
    private func tagEnd(from start: Int) -> Int? {
        var quote: UInt8 = 0
        for i in start..<bytes.count {
            if quote != 0 {
                if bytes[i] == quote { quote = 0 }
            } else if bytes[i] == 0x22 || bytes[i] == 0x27 {
                quote = bytes[i]
            } else if bytes[i] == 0x3E {
                return i
            }
        }
        return nil
    }

    private func end(of mark: String, from start: Int) -> Int {
        let mark = Array(mark.utf8)
        var i = start
        while let found = bytes[i...].firstIndex(of: mark[0]) {
            if bytes[found...].starts(with: mark) { return found + mark.count }
            i = found + 1
        }
        return bytes.count
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
