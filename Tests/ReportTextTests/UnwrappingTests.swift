// Hard line wraps are undone, and every joined character still knows its place in the document.
import ReportText
import TestSupport
import Testing

@Suite("Unwrapping")
struct UnwrappingTests {
    /// `text` broken into lines of `width` characters, as a page of a PDF is, with `between` at each break.
    static func wrap(_ text: String, at width: Int, between: String) -> String {
        var lines: [String] = []
        var rest = text[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(width)))
            rest = rest.dropFirst(width)
        }
        return lines.joined(separator: between)
    }

    static let paragraph =
        "学院坐落在运河西岸，校园里有三座老楼和两片树林，图书馆收藏纸质图书四十余万册，实训大楼去年秋天启用，总面积达到20118平方米，每天有近千名学生在里面上课。"
        + "毕业生留在本市工作的比例达86%以上，多数进了装备制造和现代物流两个行业，用人单位每年都会派工程师回到课堂，同教师一起修改课程标准和实训项目。"
        + "食堂和宿舍在暑假里翻新，新添的三台电梯方便了住在高层的同学，操场也换上了新的草皮。"

    @Test("A paragraph broken anywhere is one passage again", arguments: [38, 40, 43, 47], ["\n", "\n\n", " \n\n", "\r\n"])
    func onePassage(_ width: Int, _ between: String) {
        let text = UnwrappingTests.wrap(UnwrappingTests.paragraph, at: width, between: between) + "\n"
        #expect(Structure(ReportText(text)).shown == ["paragraph: " + UnwrappingTests.paragraph])
    }

    @Test("Offsets lead back to the source", arguments: [38, 40, 41, 43, 47], ["\n", "\n\n", " \n\n"])
    func offsets(_ width: Int, _ between: String) throws {
        let source = ReportText(UnwrappingTests.wrap(UnwrappingTests.paragraph, at: width, between: between) + "\n")
        let passage = try #require(Structure(source).passages.first)
        for (index, scalar) in passage.text.enumerated() {
            #expect(source.scalars[passage.offset(index)] == scalar)
        }
        // Wherever the line breaks fall, a range of the joined text covers the same words in the document.
        let lineEnds: (Character) -> Bool = { $0.isNewline || $0 == " " }
        for start in stride(from: 0, to: passage.text.count - 8, by: 3) {
            let range = passage.sourceRange(start..<start + 8)
            var found = source.string(range)
            found.removeAll(where: lineEnds)
            #expect(found == String(scalars: passage.text[start..<start + 8]))
        }
    }

    @Test("Paragraphs that end a sentence stay apart")
    func apart() {
        let text = "第一段很短，说的是教师队伍。\n第二段也短，说的是学生宿舍。\n"
        #expect(Structure(ReportText(text)).shown.count == 2)
    }

    @Test("A wrapped paragraph ends where its last line is short")
    func paragraphsOfAWrappedPage() {
        let first = UnwrappingTests.paragraph
        let second = String(UnwrappingTests.paragraph.dropFirst(20))
        let text = [first, second].map { UnwrappingTests.wrap($0, at: 40, between: "\n\n") }.joined(separator: "\n\n") + "\n"
        #expect(Structure(ReportText(text)).shown == ["paragraph: " + first, "paragraph: " + second])
    }

    @Test("A heading between wrapped paragraphs stays a heading", arguments: ["二、校园环境", "（三）后勤保障", "校园环境"])
    func headingBetween(_ heading: String) {
        let wrapped = UnwrappingTests.wrap(UnwrappingTests.paragraph, at: 40, between: "\n\n")
        let text = wrapped + "\n\n" + heading + "\n\n" + wrapped + "\n"
        let shown = Structure(ReportText(text)).shown
        #expect(shown == ["paragraph: " + UnwrappingTests.paragraph, "heading: " + heading, "paragraph: " + UnwrappingTests.paragraph])
    }

    @Test("A line that starts with a decimal goes on with the sentence above it")
    func decimalAtLineStart() {
        let text = UnwrappingTests.wrap(UnwrappingTests.paragraph, at: 40, between: "\n\n") + "\n\n"
        let lines = ["新校区的一期工程已经完工并交给各系使用，操场和食堂都在东侧，建筑面积达到", "3.5万平方米，二期工程明年开工。"]
        let shown = Structure(ReportText(text + lines.joined(separator: "\n\n") + "\n")).shown
        #expect(shown == ["paragraph: " + UnwrappingTests.paragraph, "paragraph: " + lines.joined()])
    }

    @Test("Latin words at a line end get their space back")
    func latin() {
        let text = "本校与新加坡的合作院校一道开设了数字媒体方向的暑期课程，教材选用英文版的 Digital\nMedia 第三版，授课两周。\n"
        #expect(Structure(ReportText(text)).passages.first?.string.contains("Digital Media") == true)
    }
}
