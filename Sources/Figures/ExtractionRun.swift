// One report being read: passages in order, the discourse carried from one to the next.
import Numerals
import ReportText
import Vocabulary

struct ExtractionRun {
    let extractor: Extractor
    let lexicon: Lexicon
    let source: ReportText
    private(set) var structure: Structure
    let lines: LineIndex
    private(set) var extraction: Extraction
    let discourse: Discourse
    let names: OrganisationNames
    private let scanner: NumeralScanner
    let ranks: RankVocabulary
    let signs: SignTable
    private let reader: SentenceReader
    let builder: FigureBuilder
    private let sectionPaths: [[String]]

    /// How much of a report is looked through for what it is about, in characters.
    private static let surveyed = 200_000
    /// The longest title, in characters.
    private static let longestTitle = 60
    /// The longest sentence, in characters: what a figure is of is looked for in all of its sentence.
    private static let longestSentence = 4000

    init(_ extractor: Extractor, _ source: ReportText, year: Int? = nil) {
        let structure = Structure(source)
        self.extractor = extractor
        self.structure = structure
        self.source = source
        lines = LineIndex(source.scalars)
        lexicon = extractor.lexicon
        scanner = extractor.scanner
        ranks = extractor.ranks
        signs = extractor.signs
        names = OrganisationNames(known: lexicon.organisations)
        extraction = Extraction(title: structure.title, year: year, sections: structure.sections)
        discourse = Discourse(lexicon: lexicon, names: names, sections: structure.sections)
        reader = SentenceReader(lexicon: lexicon, discourse: discourse)
        builder = FigureBuilder(lexicon: lexicon, catalogue: extractor.catalogue)
        var paths: [[String]] = []
        for section in structure.sections { paths.append((section.parent.map { paths[$0] } ?? []) + [section.title]) }
        sectionPaths = paths
    }

    // MARK: What the report is about

    /// Looks through the report's start for its year and the region or organisation it is about.
    mutating func survey() {
        var texts: [(tokens: [Token], weight: Int)] = []
        var passageTexts: [[UInt32]] = []
        var seen = 0
        var firstDate: Int?
        var opening: Int?
        // A title is among the first things said; what a website puts before it says nothing.
        let titleEnd = 2
        var position = -1
        for item in structure.items {
            guard seen < ExtractionRun.surveyed else { break }
            let passages: [Passage]
            switch item {
            case .passage(let passage): passages = [passage]
            case .table(let table): passages = (table.titles + table.header + table.rows).map(\.passage)
            }
            if case .passage(let passage) = item, passage.kind == .furniture { continue }
            position += 1
            for passage in passages where passage.kind != .furniture && passage.kind != .contents {
                seen += passage.text.count
                let text = passage.text.halfwidth
                let numerals = scanner.scan(text, kind: passage.kind)
                if seen < 2000, firstDate == nil {
                    firstDate = numerals.lazy.compactMap { $0.time?.from.day != nil ? $0.time?.from.year : nil }.first
                }
                let heading = passage.kind == .heading
                if heading, position <= titleEnd, extraction.year == nil {
                    // A day is that of its publication.
                    extraction.year =
                        numerals.lazy.filter { $0.time?.from.day == nil }.compactMap { $0.time?.to?.year ?? $0.time?.from.year }.first
                } else if position == 0, extraction.year == nil, text.count <= ExtractionRun.longestTitle,
                    !text.contains(where: \.endsSentence),
                    let year = numerals.lazy.compactMap({ $0.time?.from.day == nil ? $0.time?.to?.year ?? $0.time?.from.year : nil }).first
                {
                    // 关于2025年计划执行情况的报告（摘要）, longer than headings are
                    extraction.year = year
                } else if position == 0, let first = numerals.first, first.start == 0, first.time?.from.month == nil {
                    opening = first.time?.from.year
                }
                texts.append((tokens(text, numerals), heading ? position <= titleEnd ? 8 : 3 : 1))
                passageTexts.append(text)
            }
        }
        // What opens with a year and was published in it or early in the next is about it, though its title is not set apart.
        if let opening, let year = firstDate, extraction.year == nil, year == opening || year == opening + 1 { extraction.year = opening }
        if extraction.year == nil {
            extraction.year = firstDate
            discourse.isYearOfPublication = firstDate != nil
        }
        discourse.reportYear = extraction.year
        discourse.document = DocumentSubjects(counting: texts, lexicon, names)
        if let title = texts.first(where: { $0.weight == 8 && $0.tokens.firstNamed != nil }), let mention = title.tokens.firstNamed,
            let subject = discourse.subject(of: mention)
        {
            discourse.document.setMain(subject, fromTitle: true)
        }
        discourse.document.people =
            texts.lazy.filter { $0.weight == 8 }.compactMap { [lexicon] title in
                title.tokens.last { lexicon.isPerson($0) }.flatMap(lexicon.noun)?.category
            }.first
        // In a report on a region 会议 is any meeting.
        if !discourse.document.isAboutRegion {
            discourse.document.setEvents(DocumentSubjects.events(in: texts.map(\.tokens), passageTexts, lexicon))
        }
        if discourse.document.main == nil, let name = DocumentSubjects.topic(of: texts.map(\.tokens), passageTexts, lexicon) {
            discourse.document.setMain(Subject(name: name, kind: "organisation", regionCode: nil))
        }
    }

    /// The organisation whose name is all that a line says: what follows is about it.
    private func onlyName(in text: [UInt32], _ numerals: [Numeral]) -> Subject? {
        guard text.count <= 30, numerals.isEmpty, let last = text.last, !last.endsSentence, last != 0x3A else { return nil }
        let tokens = tokens(text, numerals)
        guard tokens.count == 1, tokens[0].kind == .organisation, let subject = discourse.subject(of: tokens[0]),
            Discourse.ownsParagraphs(subject)
        else { return nil }
        return subject
    }

    private func tokens(_ text: [UInt32], _ numerals: [Numeral]) -> [Token] {
        Tokenizer(lexicon: lexicon, text: text, numerals: numerals, names: names)
            .tokens(0..<text.count, firstNumeral: 0)
    }

    /// Room for what a report full of numbers has, so that the lists of a large one are not copied as they grow. Room that is not
    /// used takes no memory.
    mutating func makeRoom() {
        extraction.passages.reserveCapacity(source.scalars.count / 64)
        extraction.numerals.reserveCapacity(source.scalars.count / 24)
        extraction.figures.reserveCapacity(source.scalars.count / 32)
    }

    /// The passages and tables; they are gone from memory once read.
    mutating func takeItems() -> ItemList.Queue { structure.takeItems() }

    /// What has been recorded since this was last asked for.
    mutating func takeRecords() -> Extraction {
        extraction.putNumeralsInOrder()
        let records = extraction
        extraction = Extraction(title: records.title, year: records.year, sections: records.sections)
        // The next piece will be about as long.
        extraction.passages.reserveCapacity(records.passages.count)
        extraction.numerals.reserveCapacity(records.numerals.count)
        extraction.figures.reserveCapacity(records.figures.count)
        return records
    }

    mutating func read(_ item: Structure.Item, before rest: ItemList.Queue) {
        switch item {
        case .passage(let passage): read(passage)
        case .table(let table): read(table, source: rest.followingPassage)
        }
    }

    // MARK: Passages

    mutating func read(_ passage: Passage) {
        let index = record(passage)
        let text = passage.text.halfwidth
        let numerals = scanner.scan(text, kind: passage.kind)
        let signs = signs.signs(of: text)
        switch passage.kind {
        case .furniture, .contents:
            record(numerals, of: passage, index, figures: [])
            if passage.kind == .contents { recordContents(passage, numerals) }
        case .heading, .title, .caption:
            let tokens = tokens(text, numerals)
            if let section = passage.section, passage.kind == .heading {
                // The title's year is the report's own, which says less than a year in a heading.
                let heading = structure.sections[section].title
                let isTitle =
                    section < 3 && (extraction.title ?? "").split(separator: " ").joined().contains(heading.split(separator: " ").joined())
                discourse.enterHeading(section, tokens, period: isTitle ? nil : period(tokens))
            }
            // 三座城市的试验: a heading's Chinese numerals are part of its wording; 授权专利3385件 is a figure there too.
            var read = numerals
            for i in read.indices where read[i].kind == .figure && read[i].isChinese && read[i].unitKind != .percent {
                read[i].kind = .label
            }
            record(read, of: passage, index, figures: readSentences(passage, text, index, read, signs, updates: false))
        case .paragraph where numerals.contains(where: { $0.kind == .figure }) && lexicon.isSiteNotice(text, signs):
            var read = numerals
            for i in read.indices where read[i].kind == .figure { read[i].kind = .label }
            record(read, of: passage, index, figures: [])
        default:
            discourse.enterParagraph(passage.section)
            if let name = onlyName(in: text, numerals) { discourse.enterName(name) }
            record(numerals, of: passage, index, figures: readSentences(passage, text, index, numerals, signs, updates: true))
            discourse.leadsOn = text.last == 0x3A
        }
    }

    /// Reads a passage sentence by sentence; gives the index of each numeral's figure, nil for those that have none.
    /// - Parameter text: the passage's text with fullwidth forms made ASCII.
    mutating func readSentences(
        _ passage: Passage, _ text: [UInt32], _ passageIndex: Int, _ numerals: [Numeral], _ signs: PassageSigns, updates: Bool
    ) -> [Int?] {
        var figures: [Int?] = Array(repeating: nil, count: numerals.count)
        let tokenizer = Tokenizer(lexicon: lexicon, text: text, numerals: numerals, names: names)
        // What is read by itself moves on without the report.
        let reader = updates ? reader : SentenceReader(lexicon: lexicon, discourse: discourse.aside)
        reader.turn(to: text, original: passage.text, numerals: numerals)
        var place: FigurePlace?
        var start = 0
        var numeral = 0
        while start < text.count {
            var end = start
            let limit = min(text.count, start + ExtractionRun.longestSentence)
            while end < limit, !passage.text[end].endsSentence || isWithin(numerals[numeral...], end) { end += 1 }
            if end == limit, end < text.count {
                end = cut(start..<end, text, numerals[numeral...])
            } else if end < text.count {
                end += 1
            }
            // A closing quote belongs to the sentence it closes.
            while end < text.count, text[end] == 0x201D || text[end] == 0x29 { end += 1 }
            while numeral < numerals.count, numerals[numeral].end <= start { numeral += 1 }
            readSentence(
                start..<end, passage, text, numerals, tokenizer, reader, numeral, signs, updates, &place, passageIndex, &figures)
            if signs.contains(.rank) { readRanks(start..<end, passage, passageIndex, text, numerals, numeral, figures) }
            start = end
        }
        return figures
    }

    /// 3。1%: the mark is part of a number.
    private func isWithin(_ numerals: ArraySlice<Numeral>, _ place: Int) -> Bool {
        guard let numeral = numerals.first(where: { $0.end > place }) else { return false }
        return numeral.start < place
    }

    /// Where a sentence that does not end is cut: behind its last mark, else behind its last character, that is no part of a numeral.
    private func cut(_ range: Range<Int>, _ text: [UInt32], _ numerals: ArraySlice<Numeral>) -> Int {
        var mark: Int?
        var last: Int?
        var next = range.lowerBound + 1
        func look(upTo end: Int) {
            while next <= min(end, range.upperBound) {
                if Tokenizer.mark(text[next - 1]) == .comma || Tokenizer.mark(text[next - 1]) == .pause { mark = next }
                last = next
                next += 1
            }
        }
        for numeral in numerals {
            look(upTo: numeral.outerStart)
            if next > range.upperBound { break }
            next = max(next, numeral.outerEnd, numeral.end)
        }
        look(upTo: range.upperBound)
        return mark ?? last ?? min(next, text.count)
    }

    /// - Parameter place: of the passage's figures so far, nil where there is none.
    private mutating func readSentence(
        _ range: Range<Int>, _ passage: Passage, _ text: [UInt32], _ numerals: [Numeral], _ tokenizer: Tokenizer, _ reader: SentenceReader,
        _ firstNumeral: Int, _ signs: PassageSigns, _ updates: Bool, _ place: inout FigurePlace?, _ passageIndex: Int,
        _ figures: inout [Int?]
    ) {
        // 4、…统计范围包括…: another item of notes in one paragraph is not of the time told of before.
        if firstNumeral < numerals.count, case let mark = numerals[firstNumeral], mark.start == range.lowerBound, updates,
            mark.kind == .listMarker || mark.kind == .section
        {
            (discourse.carriedPeriod, discourse.yearInForce) = (nil, nil)
        }
        var tokens = tokenizer.tokens(needed(range, text, numerals, firstNumeral, signs), firstNumeral: firstNumeral)
        if tokens.contains(where: { $0.kind == .time }) { tokens = TokenTimes(lexicon: lexicon, text: text).setBasesAside(tokens) }
        // Nothing is counted, and no name or time said that the next sentences could be about.
        guard lexicon.movesDiscourse(tokens) || lexicon.topicEnd(tokens, text) != nil || lexicon.goesThroughKinds(tokens, text) else {
            if updates {
                discourse.finishSentence()
                if discourse.carriedPeriod?.utf8.count == 9 { discourse.carriedPeriod = nil }
            }
            return
        }
        reader.open(tokens)
        reader.read()
        if updates { introduceAliases(tokens, text) }
        guard !reader.drafts.isEmpty else { return }
        let known =
            place
            ?? FigurePlace(
                passage: passage, passageIndex: passageIndex, section: path(passage.section), source: source, lines: lines)
        place = known
        known.quote = passage.string(range)
        known.limits = discourse.limits
        for draft in reader.drafts {
            if draft.isClassLimit {
                figures[draft.numeral] = ExtractionRun.label
                continue
            }
            figures[draft.numeral] = extraction.figures.count
            extraction.figures.append(
                builder.figure(
                    draft, numerals[draft.numeral], at: known, characters: reader.characters(draft.words),
                    whole: reader.characters(draft.whole)))
        }
    }

    /// The part of a sentence that has to be read: all of it where it holds a number or introduces a name, else its first clause,
    /// which may say what the next sentences are about.
    private func needed(
        _ range: Range<Int>, _ text: [UInt32], _ numerals: [Numeral], _ firstNumeral: Int, _ signs: PassageSigns
    ) -> Range<Int> {
        for i in firstNumeral..<numerals.count {
            if numerals[i].start >= range.upperBound { break }
            if numerals[i].value != nil, numerals[i].kind == .figure || numerals[i].kind == .unresolved { return range }
        }
        if signs.contains(.alias), range.contains(where: { ExtractionRun.aliasSigns.contains(text[$0]) }) { return range }
        var characters = 0
        for i in range {
            if text[i].isHan { characters += 1 }
            // 近日, 2023年8月9日: the first clause is the one behind it.
            if text[i] == 0x2C, characters > 3 { return range.lowerBound..<i }
        }
        return range
    }

    /// 简称, 公司
    static let aliasSigns = ScalarSet([0x7B80, 0x79F0, 0x53F8])

    /// 常州新能源产教联合体（以下简称“联合体”）, 万帮数字能源股份有限公司: what a name is called from here on.
    private mutating func introduceAliases(_ tokens: [Token], _ text: [UInt32]) {
        for i in tokens.indices where tokens[i].kind == .organisation {
            let token = tokens[i]
            guard let name = names[token] else { continue }
            // A company is called by its name without the legal form.
            if name.kind == "company", token.term >= 0 {
                let formStart = token.end - lexicon.length(of: token, in: text)
                let short = String(scalars: text[token.start..<formStart])
                let length = short.unicodeScalars.count
                if length >= 4 || length == 3 && lexicon.region(startOf: short) == nil { names.add(short, for: name) }
            }
            guard i + 2 < tokens.count, tokens[i + 1].kind == .open else { continue }
            let close = tokens[(i + 2)...].prefix(12).firstIndex { $0.kind == .close } ?? min(tokens.count, i + 14)
            let inside = tokens[(i + 2)..<close]
            let said = String(scalars: text[(inside.first?.start ?? 0)..<(inside.last?.end ?? 0)])
            guard let cue = lexicon.aliasCues.first(where: { said.contains($0) }) else { continue }
            let alias = said.suffix(after: cue).filter { !"“”\"‘’《》 ".contains($0) }
            names.add(String(alias), for: name)
            if !alias.isEmpty {
                extraction.aliases.append(
                    SubjectAlias(
                        alias: String(alias), subject: name.name, subjectKind: name.kind,
                        subjectRegion: lexicon.region(of: name).flatMap { $0.code.isEmpty ? nil : $0.code }))
            }
            if let subject = discourse.subject(of: token) { discourse.setSectionSubject(subject) }
        }
    }

    func path(_ section: Int?) -> [String] { section.map { sectionPaths[$0] } ?? [] }

    /// The period a heading or caption states.
    func period(_ tokens: [Token]) -> String? {
        var state = PeriodState(reportYear: discourse.reportYear, section: nil, yearInForce: nil, carried: nil)
        for token in tokens where token.time?.from.year != nil { state.read(token, lexicon: lexicon) }
        return state.period
    }

    // MARK: Records

    /// This run with all it knows and nothing it has recorded. Who holds a copy of the records would have them copied, one by
    /// one, when the next is added.
    var withoutRecords: ExtractionRun {
        var run = self
        run.extraction = Extraction()
        return run
    }

    /// A claim to a place that is made of a figure is its rank.
    mutating func record(_ claim: RankClaim) {
        if let figure = claim.figure, claim.kind == .rank || claim.kind == .top { extraction.figures[figure].rank = claim.text }
        extraction.ranks.append(claim)
    }

    mutating func record(_ passage: Passage) -> Int {
        let range = passage.sourceRange(0..<passage.text.count)
        extraction.passages.append(
            PassageRecord(
                kind: passage.kind, section: passage.section, start: range.lowerBound, end: range.upperBound,
                line: lines.line(of: range.lowerBound, near: passage.line), scalars: passage.text))
        return extraction.passages.count - 1
    }

    /// In place of a figure's index: a number that is part of a name.
    static let label = -1

    mutating func record(_ numerals: [Numeral], of passage: Passage, _ passageIndex: Int, figures: [Int?]) {
        for i in numerals.indices {
            let numeral = numerals[i]
            let figure = i < figures.count ? figures[i] : nil
            if let figure, figure != ExtractionRun.label {
                // The figure says where it is and what it is.
                extraction.numerals.append(NumeralRecord(of: extraction.figures[figure], figure, passage: passageIndex))
                continue
            }
            let range = passage.sourceRange(numeral.start..<numeral.end)
            // A number with a unit that no sentence took up is still not dropped.
            // In a table of contents it is part of a title.
            let kind: NumeralKind =
                figure != nil
                ? .label
                : numeral.kind != .figure ? numeral.kind : passage.kind == .contents || passage.kind == .furniture ? .label : .unresolved
            extraction.numerals.append(
                NumeralRecord(
                    start: range.lowerBound, end: range.upperBound, surface: source.string(range), kind: kind,
                    value: numeral.value?.double, unit: numeral.unit, line: lines.line(of: range.lowerBound, near: passage.line),
                    passage: passageIndex))
        }
    }

    mutating func append(_ figure: consuming Figure) -> Int {
        extraction.figures.append(figure)
        return extraction.figures.count - 1
    }

    private mutating func recordContents(_ passage: Passage, _ numerals: [Numeral]) {
        guard let page = numerals.last, page.kind == .page, let number = reader(passage, page) else { return }
        let leader = Set("….·•．".unicodeScalars.map(\.value))
        var end = page.start
        while end > 0, leader.contains(passage.text[end - 1]) || passage.text[end - 1].isBlank { end -= 1 }
        let range = passage.sourceRange(0..<passage.text.count)
        extraction.contents.append(
            ContentsEntry(
                title: String(scalars: passage.text[..<end]), chapter: passage.section.map { structure.sections[$0].title }, page: number,
                start: range.lowerBound, end: range.upperBound))
    }

    private func reader(_ passage: Passage, _ numeral: Numeral) -> Int? {
        Int(String(scalars: passage.text.halfwidth[numeral.start..<numeral.end]))
    }
}

extension String {
    /// What follows the first `part`.
    func suffix(after part: String) -> Substring {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(part) { return self[index(start, offsetBy: part.count)...] }
            start = index(after: start)
        }
        return self[...]
    }
}
