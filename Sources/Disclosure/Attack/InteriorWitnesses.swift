/// Points that fit all an attacker knows, found without a linear programme.
///
/// From a point inside, along d = H⁻¹q as far as the rows and bounds allow, both ways, where H is the Hessian of the
/// logarithmic barrier −Σ log(distances to rows and bounds) (Dikin 1967): d moves the quantity q most while it keeps its
/// distance from what stands in the way. The two ends are witnesses: both fit, so the attacker can exclude neither. Most
/// quantities are shown to be protected so, several by one pair of points; linear programmes are left with the rest.
struct InteriorWitnesses {
    private let problem: AttackProblem
    /// The unknowns that move: those whose truth is not nothing.
    private let moving: [Int]
    private let rowEntries: [[(place: Int, element: Double)]]
    private var point: [Double]
    private var factor: CholeskyFactor

    /// `nil` where there are too many unknowns, or the numbers do not allow it: linear programmes do it all then.
    init?(_ problem: AttackProblem) {
        self.problem = problem
        moving = problem.truth.indices.filter { problem.truth[$0] > 0 && problem.upper[$0] > 1 }
        guard !moving.isEmpty, moving.count <= 600 else { return nil }
        var places = [Int](repeating: -1, count: problem.truth.count)
        for (place, column) in moving.enumerated() { places[column] = place }
        rowEntries = problem.rows.map { row in
            zip(row.columns, row.elements).compactMap { column, element in
                places[column] >= 0 ? (places[column], element) : nil
            }
        }
        point = problem.truth
        guard let first = Self.factor(problem, moving, rowEntries, point) else { return nil }
        factor = first.factor
        var gradient = first.gradient
        // Towards the middle, where there is room both ways.
        for _ in 0..<2 {
            let step = factor.solution(gradient)
            let reach = reach(along: step)
            move(along: step, by: min(1, 0.7 * reach.forth))
            guard let next = Self.factor(problem, moving, rowEntries, point) else { return nil }
            (factor, gradient) = next
        }
    }

    /// Widens `ranges` by moving many quantities at once, then one by one those that are not wide enough.
    func widen(_ ranges: inout AttackedRanges) {
        for pattern in 0..<4 {
            if ranges.open.isEmpty { return }
            include(moving.indices.map { Self.sign($0, pattern) }, in: &ranges)
        }
        var places = [Int](repeating: -1, count: problem.truth.count)
        for (place, column) in moving.enumerated() { places[column] = place }
        for target in ranges.targets.indices where !ranges.holds(target) {
            var aim = [Double](repeating: 0, count: moving.count)
            for (column, element) in zip(ranges.targets[target].columns, ranges.targets[target].elements)
            where places[column] >= 0 {
                aim[places[column]] += element
            }
            include(aim, in: &ranges)
        }
    }

    private func include(_ aim: [Double], in ranges: inout AttackedRanges) {
        let step = factor.solution(aim)
        let reach = reach(along: step)
        for length in [reach.forth, -reach.back] where length.isFinite {
            var end = point
            for (place, column) in moving.enumerated() { end[column] += length * step[place] }
            ranges.include(problem.admitted(end))
        }
    }

    private mutating func move(along step: [Double], by length: Double) {
        for (place, column) in moving.enumerated() { point[column] += length * step[place] }
    }

    /// How far `step` can be gone, forth and back, before something stands in the way.
    private func reach(along step: [Double]) -> (forth: Double, back: Double) {
        var (forth, back) = (Double.infinity, Double.infinity)
        func limit(_ speed: Double, _ below: Double, _ above: Double) {
            if speed > 0 {
                forth = min(forth, above / speed)
                back = min(back, below / speed)
            } else if speed < 0 {
                forth = min(forth, below / -speed)
                back = min(back, above / -speed)
            }
        }
        for (place, column) in moving.enumerated() {
            limit(step[place], point[column], problem.upper[column] - point[column])
        }
        for (row, entries) in zip(problem.rows, rowEntries) {
            var speed = 0.0
            for (place, element) in entries { speed += element * step[place] }
            let value = row.value(at: point)
            limit(speed, value - row.low + row.tolerance, row.high - value + row.tolerance)
        }
        return (max(forth, 0), max(back, 0))
    }

    /// The barrier's Hessian, factored, and the direction in which it falls.
    private static func factor(
        _ problem: AttackProblem,
        _ moving: [Int],
        _ rowEntries: [[(place: Int, element: Double)]],
        _ point: [Double]
    ) -> (factor: CholeskyFactor, gradient: [Double])? {
        let count = moving.count
        var hessian = [Double](repeating: 0, count: count * count)
        var gradient = [Double](repeating: 0, count: count)
        for (place, column) in moving.enumerated() {
            let (below, above) = (1 / point[column], 1 / (problem.upper[column] - point[column]))
            hessian[place * count + place] += below * below + above * above
            gradient[place] += below - above
        }
        hessian.withUnsafeMutableBufferPointer { cells in
            for (row, entries) in zip(problem.rows, rowEntries) {
                let value = row.value(at: point)
                // A row that the truth all but touches would let nothing through: count it as a little further off.
                let least = (row.high - row.low + row.tolerance) / 20
                let below = 1 / max(value - row.low, least)
                let above = 1 / max(row.high - value, least)
                let weight = below * below + above * above
                for (position, entry) in entries.enumerated() {
                    gradient[entry.place] += entry.element * (below - above)
                    let scaled = weight * entry.element
                    let start = entry.place * count
                    for other in position..<entries.count {
                        cells[start + entries[other].place] += scaled * entries[other].element
                    }
                }
            }
        }
        guard let factor = CholeskyFactor(hessian, count: count) else { return nil }
        return (factor, gradient)
    }

    /// ±1, without a pattern that a table could have.
    private static func sign(_ place: Int, _ pattern: Int) -> Double {
        var mixed = UInt64(truncatingIfNeeded: place &* 4 &+ pattern) &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed >> 31)) &* 0xBF58_476D_1CE4_E5B9
        return (mixed ^ (mixed >> 29)) & 1 == 0 ? 1 : -1
    }
}
