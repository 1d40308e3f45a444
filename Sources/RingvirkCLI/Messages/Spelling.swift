/// Finds the code a misspelt one was probably meant to be.
enum Spelling {
    /// The one code nearest to `text`: at most two letters added, left out or changed, and fewer than half of
    /// them; capitals do not count. `nil` where no code, or more than one, is nearest.
    static func closest(to text: String, among codes: [String]) -> String? {
        let wanted = Array(text.lowercased())
        let limit = min(2, max(wanted.count - 1, 0) / 2)
        let near = codes.map { (code: $0, distance: distance(wanted, Array($0.lowercased()))) }
            .filter { $0.distance <= limit && $0.code != text }
        guard let least = near.map(\.distance).min() else { return nil }
        let nearest = near.filter { $0.distance == least }
        return nearest.count == 1 ? nearest.first?.code : nil
    }

    /// Levenshtein's distance: the fewest letters to add, leave out or change to get from one to the other.
    static func distance(_ one: [Character], _ other: [Character]) -> Int {
        var previous = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var current = [row + 1]
            for (column, candidate) in other.enumerated() {
                let changed = previous[column] + (letter == candidate ? 0 : 1)
                current.append(min(changed, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[other.count]
    }
}
