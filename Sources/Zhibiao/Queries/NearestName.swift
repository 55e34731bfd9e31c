// "Did you mean": the names that are closest to one that is not known.

/// Finds names that a person may have meant.
package enum NearestName {
    /// The names that differ little from `name`, nearest first, at most `count`; case does not matter. Names that start with `name`
    /// or the other way round come before those that differ in letters. Gives nothing when `name` itself is among them.
    package static func of(_ name: String, among names: some Sequence<String>, count: Int = 3) -> [String] {
        let typed = scalars(name)
        // A single letter resembles everything; a single Chinese character at least starts names.
        let allowed = typed.count < 2 ? 0 : max(1, typed.count / 3)
        var found: [(name: String, distance: Int)] = []
        var seen: Set<String> = []
        for candidate in names where seen.insert(candidate).inserted {
            let other = scalars(candidate)
            if other == typed { return [] }
            let shorter = min(typed.count, other.count)
            if shorter > 1, typed.starts(with: other) || other.starts(with: typed) {
                found.append((candidate, 0))
            } else if abs(typed.count - other.count) <= allowed {
                let distance = distance(typed, other)
                // Something must be left of the name, and of two letters both must be there, swapped.
                if distance <= allowed, distance < typed.count, shorter > 2 || !isLatin(typed) { found.append((candidate, distance)) }
            }
        }
        let order = found.enumerated().sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
        return order.prefix(count).map(\.element.name)
    }

    /// How many letters to put in, take out, change or swap with their neighbour make `first` into `second`: Damerau and Levenshtein's
    /// distance, in which no letter is touched twice.
    package static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var beforeLast: [Int] = []
        var last = Array(0...second.count)
        for row in 1...first.count {
            var current = [row]
            for column in 1...second.count {
                let change = first[row - 1] == second[column - 1] ? 0 : 1
                var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + change)
                if row > 1, column > 1, first[row - 1] == second[column - 2], first[row - 2] == second[column - 1] {
                    best = min(best, beforeLast[column - 2] + 1)
                }
                current.append(best)
            }
            beforeLast = last
            last = current
        }
        return last[second.count]
    }

    private static func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.lowercased().unicodeScalars) }

    private static func isLatin(_ scalars: [Unicode.Scalar]) -> Bool { scalars.allSatisfy { $0.isASCII } }
}
