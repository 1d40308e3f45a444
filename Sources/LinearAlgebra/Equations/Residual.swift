/// An approximate solution in up to twice the digits: high + low, the low part at most a rounding of the high one.
struct Approximation<L: Lanes>: Sendable {
    private(set) var high: Panel<L>
    private(set) var low: Panel<L>

    init(zerosOfLength length: Int) {
        high = Panel(zerosOfLength: length)
        low = high
    }

    /// An approximation in one part.
    init(high: Panel<L>) {
        self.high = high
        low = Panel(zerosOfLength: high.length)
    }

    /// Adds a correction without losing digits.
    mutating func add(_ correction: Panel<L>) {
        for index in high.elements.indices {
            let (sum, error) = L.exactSum(high.elements[index], correction.elements[index])
            let (high, low) = L.exactSum(sum, error + low.elements[index])
            self.high.elements[index] = high
            self.low.elements[index] = low
        }
    }
}

/// r = f − x + Ax (or with A'), and how far rounding can have moved each element of it.
struct Residual<L: Lanes>: Sendable {
    /// The residual, as computed.
    let values: Panel<L>
    /// Upper bounds on |computed − exact|, element by element.
    let rounding: Panel<L>

    private static var unit: Double { Rounding.unit }

    /// A residual that was not computed, but is known to be no larger than `most`, element by element.
    init(atMost most: Panel<L>) {
        values = Panel(zerosOfLength: most.length)
        rounding = most
    }

    /// In double precision: one pass over A. `termSums` are upper bounds on |A||x| (or |A|'|x|), element by element.
    init(
        plain matrix: SquareMatrix,
        transposed: Bool,
        right: Panel<L>,
        solution: Panel<L>,
        termSums: Panel<L>
    ) {
        let product = matrix.product(with: solution, transposed: transposed)
        let gamma = Rounding.share(matrix.summationDepth)
        values = PanelSweep.map(right, solution, product) { $0 - $1 + $2 }
        let sizes = PanelSweep.map(right, solution, product) {
            3 * Self.unit * ($0.magnitudes + $1.magnitudes + $2.magnitudes)
        }
        rounding = PanelSweep.map(sizes, termSums) { $0 + gamma * $1 }
    }

    /// With every product and sum's rounding carried along: as if in twice the digits, several times the work.
    init(
        compensated matrix: SquareMatrix,
        transposed: Bool,
        right: Panel<L>,
        solution: Approximation<L>,
        termSums: Panel<L>
    ) {
        let gamma = Rounding.share(matrix.size + 3)
        let computed = matrix.compensatedResidual(right: right, solution: solution, transposed: transposed)
        values = computed
        let sizes = PanelSweep.map(right, solution.high) { $0.magnitudes + $1.magnitudes }
        rounding = PanelSweep.map(computed, sizes, termSums) {
            // One rounding of the result; second-order terms of the sum; products of the low part, unsplit.
            2 * Self.unit * $0.magnitudes + 4 * gamma * gamma * ($1 + $2)
        }
    }
}
