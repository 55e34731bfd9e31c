// Binary search in what is in order.

extension RandomAccessCollection {
    /// The first index from which on all elements belong, or the end, where those that do not all stand before those that do.
    /// - Complexity: O(log *n*). As in [swift-algorithms](https://github.com/apple/swift-algorithms).
    func partitioningIndex(where belongs: (Element) -> Bool) -> Index {
        var start = startIndex
        var left = count
        while left > 0 {
            let half = left / 2
            let middle = index(start, offsetBy: half)
            if belongs(self[middle]) {
                left = half
            } else {
                start = index(after: middle)
                left -= half + 1
            }
        }
        return start
    }
}
