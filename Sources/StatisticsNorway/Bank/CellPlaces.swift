/// Where the cells of an answer lie in the whole cube, one after another: the last dimension moves fastest.
struct CellPlaces {
    /// For each dimension and category, how far it moves the cell.
    private let steps: [[Int]]
    private var place: [Int]
    /// What all dimensions but the last add up to.
    private var base: Int
    private let last: [Int]
    private var lastPlace = 0

    init(_ steps: [[Int]]) {
        self.steps = steps.dropLast()
        last = steps.last ?? [0]
        place = [Int](repeating: 0, count: self.steps.count)
        base = self.steps.reduce(0) { $0 + $1[0] }
    }

    /// The place of the next cell.
    mutating func next() -> Int {
        if lastPlace == last.count {
            lastPlace = 0
            for dimension in place.indices.reversed() {
                place[dimension] += 1
                if place[dimension] < steps[dimension].count { break }
                place[dimension] = 0
            }
            base = zip(steps, place).reduce(0) { $0 + $1.0[$1.1] }
        }
        lastPlace += 1
        return base + last[lastPlace - 1]
    }
}
