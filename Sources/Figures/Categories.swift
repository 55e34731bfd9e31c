// What is counted decides the category: nouns of the measure, as far as the unit lets them be meant.
import Numerals

struct CategoryReader {
    let lexicon: Lexicon

    /// The category of a measure: `head` is its own noun phrase, `words` all of it.
    func category(head: Words, words: Words, unit: String, unitKind: UnitKind, statistic: Statistic = .value) -> String? {
        let head = head.withoutBrackets
        let headCategory = unitKind == .personTimes ? nil : category(of: head, unit: unit, unitKind: unitKind, statistic)
        // What people become or do is what they are counted as: 技术骨干担任教师, 毕业生留苏就业.
        if let last = head.last {
            if unitKind == .persons, words.contains(where: { $0.start >= last.end && lexicon.noun($0)?.category == "teacher" }) {
                return "teacher"
            }
            if unitKind == .persons, words.contains(where: { $0.start >= last.end && $0.kind == .verb && category(of: $0) == "event" }) {
                return "event"
            }
            if unitKind == .percent, words.contains(where: { $0.start >= last.end && category(of: $0) == "employment" }) {
                return "employment"
            }
        }
        return headCategory ?? category(of: words, unit: unit, unitKind: unitKind, statistic) ?? verbCategory(words)
    }

    private func category(of words: Words, unit: String, unitKind: UnitKind, _ statistic: Statistic) -> String? {
        guard let lastNoun = lastNoun(words, where: { _ in true }) else { return nil }
        switch unitKind {
        case .persons:
            // 员工培训100万人: what was done to them is what is counted.
            if let last = words.last, last.isVerbToo, let done = lexicon.noun(last)?.category, done == "training" || done == "employment" {
                return done
            }
            // 培训职工300人
            if let person = words.lastIndex(where: { lexicon.isPerson($0) }), person > words.startIndex,
                category(of: words[person - 1]) == "training"
            {
                return "training"
            }
            return (self.lastNoun(words) { $0.isPerson } ?? self.lastNoun(words) { !lexicon.isWhole($0) && $0.category != "exchange" })?
                .category
        case .personTimes:
            return self.lastNoun(words) { !$0.isPerson && $0.category != "other" }?.category ?? verbCategory(words) ?? lastNoun.category
        case .money, .moneyRate:
            // What money is spent on or by is not what is counted: then it is funds.
            if let noun = self.lastNoun(words, where: { lexicon.isAmount($0.category) }) { return noun.category }
            return self.lastNoun(words) { $0.category != "other" } != nil ? "funding" : lastNoun.category
        case .percent, .permille, .points, .ratio:
            // The rate's own noun, where it stands last and has one; else what the rate is of.
            // 群众安全感保持95%: verbs behind it say no more of what it is.
            let named = words.droppingTrailing { $0.kind == .verb }
            if let last = named.last, let own = lexicon.noun(last)?.category, own != "other" { return own }
            // 中职就业率三年间提升: what ends like a rate, wherever it stands.
            if let rate = words.last(where: { lexicon.endsLikeRate($0) }), let own = lexicon.noun(rate)?.category, own != "other" {
                return own
            }
            // What a rate is of stands first, what grows last: 接待省外游客人次增长8%, unless it is an amount of the economy.
            if statistic == .change {
                return
                    (self.lastNoun(words) { lexicon.isMeasured($0.category) } ?? self.lastNoun(words) { $0.category != "other" } ?? lastNoun)
                    .category
            }
            return firstNoun(words) { $0.category != "other" }?.category ?? firstNoun(words) { _ in true }?.category
        case .count:
            // Points are points, of whatever they are given, if not the answers of people who were asked.
            let facts = lexicon.units[unit]
            if facts.isScore {
                return words.contains { lexicon.noun($0)?.category == "satisfaction" } ? "satisfaction" : "other"
            }
            if let fitting = facts.counted, let noun = words.last(where: { lexicon.isCounted($0, by: fitting) }) {
                return lexicon.noun(noun)?.category
            }
            return (self.lastNoun(words) { !$0.isPerson && $0.category != "other" } ?? lastNoun).category
        default:
            return (self.lastNoun(words) { !$0.isPerson && $0.category != "other" } ?? lastNoun).category
        }
    }

    private func lastNoun(_ words: Words, where isMeant: (Noun) -> Bool) -> Noun? {
        for i in words.indices.reversed() { if let noun = lexicon.noun(words[i]), isMeant(noun) { return noun } }
        return nil
    }

    private func firstNoun(_ words: Words, where isMeant: (Noun) -> Bool) -> Noun? {
        for i in words.indices { if let noun = lexicon.noun(words[i]), isMeant(noun) { return noun } }
        return nil
    }

    private func category(of token: Token) -> String? {
        guard token.term >= 0 else { return nil }
        if let category = lexicon.terms[token.term].category { return category }
        guard lexicon.terms[token.term].wordClass == .verb else { return nil }
        let suggested = lexicon.terms[token.term].value
        return suggested.isEmpty ? nil : suggested
    }

    private func verbCategory(_ words: Words) -> String? {
        words.last { $0.isVerb && category(of: $0) != nil }.flatMap(category(of:))
    }

    /// What a figure is most likely to be of where no word says (`isNamed`: a noun that has no category does): by its unit, and whether it is a region's.
    func likely(_ unit: String, unitKind: UnitKind, statistic: Statistic, isNamed: Bool, measure: String, subject: Subject?) -> String? {
        let isRegion = subject?.kind == "region"
        switch unitKind {
        case .money: return isRegion ? "economy" : "funding"
        case .moneyRate: return "funding"
        case .count:
            let facts = lexicon.units[unit]
            if let most = facts.most { return most }
            if lexicon.units[measure].isListedNoun { return "organisation" }
            return !isRegion && subject != nil && facts.isEquipment ? "facility" : nil
        case .area: return isRegion ? "economy" : "facility"
        case .mass, .volume, .energy: return "economy"
        case .percent, .points: return statistic == .change && isRegion && !isNamed ? "economy" : nil
        case .persons: return lexicon.namesProfession(measure) ? "talent" : nil
        default: return nil
        }
    }
}
