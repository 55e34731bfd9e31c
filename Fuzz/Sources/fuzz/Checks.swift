// What must hold for every input. A check that fails stops the program, and libFuzzer keeps the input.
import Figures
import Numerals
import ReportText

enum Checks {
    private static let extractor: Extractor = {
        do { return try Extractor() } catch { fatalError("the vocabulary cannot be read: \(error)") }
    }()

    private static func check(_ holds: Bool, _ what: @autoclosure () -> String) {
        if !holds { fatalError(what()) }
    }

    // MARK: Decoding

    /// Decoding gives scalar values or an error at a byte of the input, whatever the encoding.
    static func decode(_ bytes: [UInt8]) {
        for encoding in [nil] + TextEncoding.allCases.map(Optional.some) {
            do {
                let text = try ReportText(decoding: bytes, as: encoding)
                check(text.scalars.allSatisfy { $0 != 0 && Unicode.Scalar($0) != nil }, "no scalar value")
                check(encoding == nil || text.encoding == encoding, "another encoding than asked for")
                check(text.string.unicodeScalars.count == text.scalars.count, "the string has other characters")
                if text.encoding == .utf8 {
                    check(Array(text.string.utf8).suffix(bytes.count) == bytes.suffix(text.string.utf8.count), "UTF-8 does not come back")
                }
            } catch {
                switch error {
                case .empty: check(bytes.isEmpty, "not empty")
                case .binary(let offset), .invalid(_, let offset), .unknownEncoding(let offset):
                    check(bytes.indices.contains(offset), "the error is at byte \(offset) of \(bytes.count)")
                case .noConverter: break
                }
            }
        }
    }

    /// The bytes as a text: as found, else with what is no UTF-8 replaced, so that no input is wasted.
    private static func text(_ bytes: [UInt8]) -> ReportText {
        if let text = try? ReportText(decoding: bytes) { return text }
        return ReportText(String(decoding: bytes, as: UTF8.self))
    }

    // MARK: Structure

    /// Every character of a passage stands in the document, in order; sections hold each other from the outside in.
    static func structure(_ bytes: [UInt8]) {
        let text = text(bytes)
        let structure = Structure(text)
        for (i, section) in structure.sections.enumerated() {
            check(section.parent ?? -1 < i, "section \(i) lies in \(section.parent ?? -1)")
            check(
                section.start >= 0 && section.start <= section.end && section.end <= text.scalars.count,
                "section \(i) at \(section.start)..<\(section.end)")
        }
        for item in structure.items {
            switch item {
            case .passage(let passage): check(passage, structure, text)
            case .table(let table):
                check(table.groups.count == table.rows.count, "a group for each row")
                for row in table.titles + table.header + table.rows {
                    check(row.passage, structure, text)
                    for cell in row.cells { check(cell.passage, structure, text) }
                }
            }
        }
    }

    private static func check(_ passage: Passage, _ structure: Structure, _ text: ReportText) {
        if let section = passage.section { check(structure.sections.indices.contains(section), "section \(section)") }
        check(passage.line >= 1, "line \(passage.line)")
        for i in passage.text.indices {
            let range = passage.sourceRange(i..<(i + 1))
            check(range.lowerBound >= 0 && !range.isEmpty && range.upperBound <= text.scalars.count, "character \(i) at \(range)")
        }
        let whole = passage.sourceRange(passage.text.indices)
        check(whole.lowerBound >= 0 && whole.upperBound <= text.scalars.count, "a passage at \(whole)")
    }

    // MARK: Figures

    /// Numerals in order, none overlapping, each the characters of the document it says; figures and numerals agree; read twice, the
    /// same twice.
    static func extract(_ bytes: [UInt8]) {
        let text = text(bytes)
        let extraction = extractor.extract(text)
        var last = 0
        for numeral in extraction.numerals {
            check(numeral.start >= last && numeral.end > numeral.start && numeral.end <= text.scalars.count, "after \(last): \(numeral)")
            check(text.string(numeral.start..<numeral.end) == numeral.surface, "surface: \(numeral)")
            check(extraction.passages.indices.contains(numeral.passage), "passage: \(numeral)")
            check((numeral.kind == .figure) == (numeral.figure != nil), "kind: \(numeral)")
            check(numeral.value?.isFinite ?? true, "value: \(numeral)")
            check(numeral.line >= 1, "line: \(numeral)")
            last = numeral.end
        }
        for figure in extraction.figures {
            check(figure.start >= 0 && figure.end > figure.start && figure.end <= text.scalars.count, "place: \(figure)")
            check(text.string(figure.start..<figure.end) == figure.surface, "surface: \(figure)")
            check(figure.value.isFinite && figure.low?.isFinite ?? true && figure.high?.isFinite ?? true, "value: \(figure)")
            if let low = figure.low, let high = figure.high { check(low <= high, "limits: \(figure)") }
            check((0...1).contains(figure.confidence), "confidence: \(figure)")
            check(extraction.passages.indices.contains(figure.passage), "passage: \(figure)")
        }
        check(extraction.numerals.compactMap(\.figure) == Array(extraction.figures.indices), "a figure without its numeral")
        for entry in extraction.contents {
            check(entry.start >= 0 && entry.start <= entry.end && entry.end <= text.scalars.count, "contents: \(entry)")
        }
        let again = extractor.extract(text)
        check(
            again.figures == extraction.figures && again.numerals == extraction.numerals && again.passages == extraction.passages,
            "not the same twice")
    }
}
