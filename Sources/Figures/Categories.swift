// What is counted decides the category: nouns of the measure, as far as the unit lets them be meant.
import Numerals

struct CategoryReader {
    let lexicon: Lexicon

    /// The category of a measure: `head` is its own noun phrase, `words` all of it.
    func category(head: Words, words: Words, unit: String, unitKind: UnitKind) -> String? {
        let headCategory = unitKind == .personTimes ? nil : category(of: head, unit: unit, unitKind: unitKind)
        // What people become or do is what they are counted as: 技术骨干担任教师, 毕业生留苏就业.
        if let last = head.last {
            let predicate = words.filter { $0.start >= last.end }
            if unitKind == .persons, predicate.contains(where: { lexicon.noun($0)?.category == "teacher" }) { return "teacher" }
            if unitKind == .percent, predicate.contains(where: { category(of: $0) == "employment" }) { return "employment" }
        }
        return headCategory ?? category(of: words, unit: unit, unitKind: unitKind) ?? verbCategory(words)
    }

    private func category(of words: Words, unit: String, unitKind: UnitKind) -> String? {
        let nouns = words.compactMap(lexicon.noun)
        guard !nouns.isEmpty else { return nil }
        switch unitKind {
        case .persons:
            return (nouns.last { $0.isPerson } ?? nouns.last)?.category
        case .personTimes:
            return nouns.last { !$0.isPerson && $0.category != "other" }?.category ?? verbCategory(words) ?? nouns.last?.category
        case .money, .moneyRate:
            return (nouns.last { $0.category == "funding" || $0.category == "economy" } ?? nouns.last { !$0.isPerson } ?? nouns.last)?
                .category
        case .percent, .permille, .points, .ratio:
            // The rate's own noun, where it stands last and has one; else what the rate is of.
            if let last = words.last, let own = lexicon.noun(last)?.category, own != "other" { return own }
            return (nouns.first { $0.category != "other" } ?? nouns.first)?.category
        case .count:
            if let fitting = lexicon.counted[unit], let noun = nouns.last(where: { fitting.contains($0.category) }) { return noun.category }
            return (nouns.last { !$0.isPerson && $0.category != "other" } ?? nouns.last)?.category
        default:
            return (nouns.last { !$0.isPerson && $0.category != "other" } ?? nouns.last)?.category
        }
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
}
