// PDF files with words at given places, as programs that draw tables and charts write them.

/// Makes PDFs of pages of A4, 595 by 842 points, whose words any program can take out.
struct PDFFile {
    struct Words {
        let x: Int
        /// From the top of the page.
        let y: Int
        var size = 10
        let text: String

        init(_ text: String, _ x: Int, _ y: Int, size: Int = 10) {
            self.text = text
            self.x = x
            self.y = y
            self.size = size
        }
    }

    var pages: [[Words]] = []

    /// Lines below each other, from `y` down.
    static func lines(_ texts: [String], _ x: Int, _ y: Int) -> [Words] {
        texts.enumerated().map { Words($1, x, y + 18 * $0, size: 12) }
    }

    /// The file.
    var bytes: [UInt8] {
        var objects = [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Count \(pages.count)/Kids[\(pages.indices.map { "\(7 + 2 * $0) 0 R" }.joined(separator: " "))]>>",
            "<</Type/Font/Subtype/Type0/BaseFont/Song/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/Song/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 5 0 R/DW 1000/W[32 126 500]>>",
            "<</Type/FontDescriptor/FontName/Song/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>",
            Self.stream(Self.characters),
        ]
        for (index, page) in pages.enumerated() {
            objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents \(8 + 2 * index) 0 R>>")
            let shown = page.map { words in
                let codes = words.text.utf16.map { Self.hex(Int($0)) }.joined()
                return "/F \(words.size) Tf 1 0 0 1 \(words.x) \(842 - words.y) Tm <\(codes)> Tj"
            }
            objects.append(Self.stream("BT\n" + shown.joined(separator: "\n") + "\nET"))
        }
        var file = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let index = file.utf8.count
        file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places { file += String(repeating: "0", count: 10 - "\(place)".count) + "\(place) 00000 n \n" }
        file += "trailer <</Root 1 0 R/Size \(objects.count + 1)>>\nstartxref\n\(index)\n%%EOF\n"
        return Array(file.utf8)
    }

    private static func stream(_ content: String) -> String { "<</Length \(content.utf8.count)>>\nstream\n\(content)\nendstream" }

    private static func hex(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    /// Each code is the character's own, in UTF-16.
    private static let characters: String = {
        let rows = (0..<256).map { "<\(hex($0 << 8))> <\(hex($0 << 8 | 0xFF))> <\(hex($0 << 8))>\n" }
        let blocks = stride(from: 0, to: 256, by: 64).map { "64 beginbfrange\n\(rows[$0..<($0 + 64)].joined())endbfrange\n" }
        return """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            \(blocks.joined())endcmap end end
            """
    }()
}
