// Zip archives and Word files, byte by byte, with what no program would write.

/// Makes zip archives.
enum Zip {
    struct Member {
        let name: String
        /// What the archive says the unpacked size is.
        let size: Int
        let packed: [UInt8]
        /// 0 stored, 8 deflated.
        let method: Int
        var checksum = 0
    }

    static func archive(_ name: String, size: Int, packed: [UInt8], method: Int) -> [UInt8] {
        archive([Member(name: name, size: size, packed: packed, method: method)])
    }

    /// Files with these texts, as they are.
    static func archive(_ texts: [(name: String, text: String)]) -> [UInt8] {
        archive(
            texts.map { name, text in
                let bytes = Array(text.utf8)
                return Member(name: name, size: bytes.count, packed: bytes, method: 0, checksum: checksum(bytes))
            })
    }

    private static func archive(_ members: [Member]) -> [UInt8] {
        func number(_ value: Int, _ bytes: Int) -> [UInt8] { (0..<bytes).map { UInt8(value >> (8 * $0) & 0xFF) } }
        var files: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8)
            let common =
                number(20, 2) + number(0, 2) + number(member.method, 2) + number(0, 4) + number(member.checksum, 4)
                + number(member.packed.count, 4) + number(member.size, 4) + number(name.count, 2) + number(0, 2)
            directory += number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 10) + number(files.count, 4) + name
            files += number(0x0403_4B50, 4) + common + name + member.packed
        }
        return files + directory + number(0x0605_4B50, 4) + number(0, 4) + number(members.count, 2) + number(members.count, 2)
            + number(directory.count, 4) + number(files.count, 4) + number(0, 2)
    }

    private static func checksum(_ bytes: [UInt8]) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return Int(~sum)
    }
}

/// Makes Word files whose paragraphs Word numbers itself.
enum WordFile {
    /// A paragraph: its text, and where Word numbers it the index of its list and how deep it stands there.
    typealias Paragraph = (text: String, list: Int?, level: Int)

    /// - Parameter lists: each a list's levels: how numbers are counted (`decimal`, `chineseCounting`) and written (`%1、`).
    static func document(_ paragraphs: [Paragraph], lists: [[(format: String, text: String)]]) -> [UInt8] {
        let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        let relations = "http://schemas.openxmlformats.org/package/2006/relationships"
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let types = "application/vnd.openxmlformats-officedocument.wordprocessingml"
        let body = paragraphs.map { text, list, level in
            let number = list.map { "<w:pPr><w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\($0 + 1)\"/></w:numPr></w:pPr>" } ?? ""
            return "<w:p>\(number)<w:r><w:t>\(text)</w:t></w:r></w:p>"
        }
        let kinds = lists.enumerated().map { index, levels in
            let levels = levels.enumerated().map { depth, level in
                "<w:lvl w:ilvl=\"\(depth)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(level.format)\"/><w:lvlText w:val=\"\(level.text)\"/></w:lvl>"
            }
            return "<w:abstractNum w:abstractNumId=\"\(index)\">\(levels.joined())</w:abstractNum>"
        }
        let numbers = lists.indices.map { "<w:num w:numId=\"\($0 + 1)\"><w:abstractNumId w:val=\"\($0)\"/></w:num>" }
        return Zip.archive([
            (
                "[Content_Types].xml",
                """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>\
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                <Override PartName="/word/document.xml" ContentType="\(types).document.main+xml"/>\
                <Override PartName="/word/numbering.xml" ContentType="\(types).numbering+xml"/></Types>
                """
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"r1\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            (
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"\(relations)\"><Relationship Id=\"r1\" Type=\"\(office)/numbering\" Target=\"numbering.xml\"/></Relationships>"
            ),
            ("word/document.xml", "<w:document xmlns:w=\"\(main)\"><w:body>\(body.joined())</w:body></w:document>"),
            ("word/numbering.xml", "<w:numbering xmlns:w=\"\(main)\">\(kinds.joined())\(numbers.joined())</w:numbering>"),
        ])
    }
}
