// What units and institutions say of what is counted: 件 counts no schools, and what stands behind 学校2所 is the schools'.
import Numerals

extension SentenceReader {
    /// Whose parts are counted, 学校 of 学校2所，在校生3169人, and what is left for those that follow.
    func takeInstitutionCounted(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic != .change, numeral.unitKind != .percent, let noun = draft.head.lastOutsideBrackets(),
            let counted = lexicon.noun(noun)
        else { return }
        let isInstitution = lexicon.isWhole(counted)
        if isInstitution, lexicon.units[numeral.unit].countsWholes {
            // 8个二级学院，在校生9000人, in a text about their school: what follows is the school's.
            institution = draft.subject?.kind == "school" && counted.category == "school" ? [] : draft.head
        } else if isInstitution,
            isBreakdown || numeral.unitKind == .persons || numeral.unitKind == .money || isOtherCounted(numeral),
            !draft.isAttributive,
            !draft.words.contains(where: { $0.kind == .verb }), numeral.unitKind != .area, !endsInAmount(draft.words),
            numeral.unitKind != .persons || !draft.words.contains(where: { lexicon.isPerson($0) }),
            numeral.unitKind != .money || draft.whole.isEmpty, let whole = headOfWhole(numeral) ?? discourse.head(of: numeral.unit),
            !characters(whole).ends(with: characters(noun)),
            // 经营主体9户，其中个体工商户8户
            counted.category != "enterprise" || whole.last.flatMap(lexicon.noun)?.category != "enterprise"
        {
            // 乡镇卫生院|床位 behind 医院拥有床位
            let other = whole.dropLast().lastIndex { lexicon.isWhole($0) }
            draft.words += other.map { whole[($0 + 1)...].drop { $0.kind == .close }.withoutLeadingVerbs } ?? whole
            draft.head = draft.words
            draft.whole = []
        } else if takesEnterprise(draft, numeral) {
            draft.words = institution + draft.words
        } else if !institution.isEmpty, draft.namesItself, draft.words.count <= 2, !isPerHead(draft.words),
            draft.whole.isEmpty || draft.whole.first?.start != institution.first?.start,
            // 养老设施9个，养老床位80张
            !characters(draft.words).starts(with: characters(institution).prefix(2))
                || numeral.unitKind == .persons || institution.contains(where: { $0.isSeparator }),
            draft.words.allSatisfy({ $0.kind == .noun && !$0.isVerbToo }), lexicon.isPart(counted),
            !draft.words.dropLast().contains(where: { lexicon.isWhole($0) })
        {
            draft.words = institution + draft.words
        }
        if !isInstitution, !draft.isAttributive, numeral.unitKind == .persons,
            let owner = draft.words.lastIndex(where: { lexicon.isWhole($0) }),
            owner + 1 < draft.words.endIndex, !(draft.words.first?.isVerb ?? true)
        {
            // 初中学校招生1.9万人，在校生5.7万人
            institution = draft.words[...owner]
        }
        // 在校生高职3000人，中职600人: the people are what is counted of either.
        if !draft.isInherited {
            let people = numeral.unitKind == .persons && isInstitution ? draft.head.lastIndex { lexicon.isPerson($0) } : nil
            discourse.setHead(people.map { draft.head[...$0] } ?? draft.head, of: numeral.unit)
        }
    }

    /// 医疗卫生机构 of 年末有医疗卫生机构90个, for 实有床位9张 some sentences later: whose beds they are only the head of the paragraph says.
    func takeBeds(_ draft: Draft, _ numeral: Numeral) {
        guard draft.statistic == .value, draft.namesItself, draft.whole.isEmpty, numeral.unitKind == .count,
            let last = draft.words.lastOutsideBrackets()
        else { return }
        if numeral.unit.isSame(as: "张") {
            guard institution.isEmpty, text[last.start..<last.end].contains(0x5E8A), !discourse.institution.isEmpty,  // 床
                !draft.words.contains(where: {
                    !text[$0.start..<$0.end].contains(0x5E8A) && lexicon.isWhole($0)
                }),
                !characters(draft.words).starts(with: characters(discourse.institution).prefix(2))
            else { return }
            draft.words = discourse.institution + draft.words
        } else if discourse.institution.isEmpty, draft.head.count < 5,
            text[last.end - 1] == 0x6784, text.at(last.end - 2) == 0x673A  // 机构
        {
            discourse.institution = draft.head
        }
    }

    /// 入院 in 入院9万人次，其中医院8万人次, and not what was told of before.
    private func headOfWhole(_ numeral: Numeral) -> Words? {
        // 按机构分，医院5万人: of those that are divided.
        if opening.isDivision, let whole, numerals[whole.numeral].unit.isSame(as: numeral.unit) { return whole.words }
        guard isBreakdown, let whole, !whole.isInherited, whole.words.count < 3, numeral.unitKind == .personTimes,
            numerals[whole.numeral].unit.isSame(as: numeral.unit)
        else { return nil }
        return whole.words
    }

    /// 张 counts beds and no hospitals.
    private func isOtherCounted(_ numeral: Numeral) -> Bool {
        numeral.unitKind == .count && !lexicon.units[numeral.unit].countsWholes
            && discourse.head(of: numeral.unit)?.dropLast().contains { lexicon.isWhole($0) } ?? false
    }

    /// 人均体育场地面积: of people, and of nothing that has members.
    private func isPerHead(_ words: Words) -> Bool {
        words.first.map { text[$0.start] == 0x4EBA && text.at($0.start + 1) == 0x5747 } ?? false  // 人均
    }

    /// 发电企业6家，发电量9亿千瓦时
    private func takesEnterprise(_ draft: Draft, _ numeral: Numeral) -> Bool {
        guard draft.words.count == 1, numeral.unitKind == .energy, draft.namesItself, let last = institution.last
        else {
            return false
        }
        return lexicon.noun(last)?.category == "enterprise" && drafts.last?.head.last?.start == last.start && endsInAmount(draft.words)
    }

    /// 授权专利1237件，其中高校授权16件: what a unit cannot count (件 no schools, 人 no schools either) is not what is counted; the noun
    /// before is.
    func takeCountedCategory(_ draft: Draft, _ numeral: Numeral) {
        let counted: (Token) -> Bool
        if numeral.unitKind == .persons {
            guard isBreakdown, !draft.isAttributive, draft.statistic == .value, !draft.words.contains(where: { $0.isVerb }) else { return }
            counted = { [lexicon] in lexicon.isPerson($0) }
        } else {
            guard numeral.unitKind == .count, let categories = lexicon.units[numeral.unit].counted else { return }
            counted = { [lexicon] in lexicon.isCounted($0, by: categories) }
        }
        guard !draft.words.contains(where: counted) else { return }
        let before = numeral.unitKind == .persons ? whole?.words : discourse.head(of: numeral.unit)
        draft.countedCategory = before?.last(where: counted).flatMap { category(of: $0) }
    }

    /// 毕业生分布在8个学院，其中商学院（502人）: where no word says what people are counted, those told of before are.
    func takePeople(_ draft: Draft, _ numeral: Numeral) {
        guard numeral.unitKind == .persons, draft.inheritedCategory == nil, draft.countedCategory == nil,
            !draft.words.contains(where: lexicon.isPerson),
            !isCountOfNamed(draft.words)
        else { return }
        draft.inheritedCategory =
            (tokens.last { $0.end <= numeral.start && lexicon.isPerson($0) }
            ?? discourse.head(of: numeral.unit)?.last(where: lexicon.isPerson))
            .flatMap(category(of:)) ?? discourse.document.people
    }

    /// 死亡人数, and not 进入某业的人数: the words say whose number it is.
    private func isCountOfNamed(_ words: Words) -> Bool {
        guard let last = words.last, text[last.end - 1] == 0x6570, text.at(last.end - 2) == 0x4EBA else { return false }
        return words.dropLast().last?.kind != .particle
    }

    /// The category of what the figure counts.
    func categoryOfHead(_ draft: Draft) -> String? { draft.head.last { saysMore($0) }.flatMap { category(of: $0) } }

    func category(of token: Token) -> String? { lexicon.noun(token)?.category }
}
