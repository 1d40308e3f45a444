/// What an attacker cannot exclude: for every target, the ends of the values found at points that fit all it knows.
struct AttackedRanges {
    let targets: [AttackProblem.Target]
    private(set) var low: [Double]
    private(set) var high: [Double]

    /// Nothing but the truth has been found.
    init(_ targets: [AttackProblem.Target], truth: [Double]) {
        self.targets = targets
        low = targets.map { $0.value(at: truth) }
        high = low
    }

    /// A point that fits.
    mutating func include(_ point: [Double]) {
        for (place, target) in targets.enumerated() {
            let value = target.value(at: point)
            low[place] = min(low[place], value)
            high[place] = max(high[place], value)
        }
    }

    /// A range known otherwise.
    mutating func include(_ range: ClosedRange<Double>, target: Int) {
        low[target] = min(low[target], range.lowerBound)
        high[target] = max(high[target], range.upperBound)
    }

    /// Whether the range found is as wide as asked.
    func holds(_ target: Int) -> Bool {
        high[target] - low[target] >= targets[target].asked * (1 - 1e-9)
    }

    /// The targets whose ranges are not wide enough yet.
    var open: [Int] { targets.indices.filter { !holds($0) } }
}
