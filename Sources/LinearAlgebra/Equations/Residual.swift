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

    /// Takes a first answer in place of zeros.
    mutating func begin(with answer: Panel<L>) { high = answer }

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

    /// In double precision: one pass over A, and one over the panels.
    init(
        plain matrix: SquareMatrix,
        transposed: Bool,
        right: Panel<L>,
        solution: Panel<L>,
        termSums: TermSums<L>
    ) {
        var product = matrix.product(with: solution, transposed: transposed)
        let gamma = Rounding.share(matrix.summationDepth)
        rounding = PanelSweep.divide(&product) { index, product in
            let (right, solution) = (right.elements[index], solution.elements[index])
            let sizes = 3 * Self.unit * (right.magnitudes + solution.magnitudes + product.magnitudes)
            return (right - solution + product, sizes + gamma * termSums[index])
        }
        values = product
    }

    /// With every product and sum's rounding carried along: as if in twice the digits, several times the work.
    init(
        compensated matrix: SquareMatrix,
        transposed: Bool,
        right: Panel<L>,
        solution: Approximation<L>,
        termSums: TermSums<L>
    ) {
        let gamma = Rounding.share(matrix.size + 3)
        var computed = matrix.compensatedResidual(right: right, solution: solution, transposed: transposed)
        rounding = PanelSweep.divide(&computed) { index, value in
            let sizes = right.elements[index].magnitudes + solution.high.elements[index].magnitudes
            // One rounding of the result; second-order terms of the sum; products of the low part, unsplit.
            return (value, 2 * Self.unit * value.magnitudes + 4 * gamma * gamma * (sizes + termSums[index]))
        }
        values = computed
    }
}

/// Upper bounds on |A||x| or |A|'|m|, element by element, without another pass over A.
enum TermSums<L: Lanes>: Sendable {
    /// (|A|'|m|)_j is at most j's column sum times the largest |m|.
    case columns([Double], largest: L)
    /// |A||x| is at most |x| when summed with the proof's weights, as it will be, since w'|A| ≤ w'; and element by element
    /// where nothing is negative, since Ax = x − f + r.
    case sizes(solution: Panel<L>, right: Panel<L>)

    subscript(index: Int) -> L {
        switch self {
        case .columns(let sums, let largest): sums[index] * largest
        case .sizes(let solution, let right):
            solution.elements[index].magnitudes + right.elements[index].magnitudes
        }
    }
}
