/// A few right-hand sides on their way to answers: solve, measure the residual, bound the error, correct what is left.
///
/// The first residual is taken in double precision. Where its own rounding hides the asked accuracy, the following ones
/// carry their rounding along, and the answer is kept in two parts, so that even ill-conditioned equations give every digit
/// that the coefficients determine.
struct Refinement<L: Lanes>: Sendable {
    private let equations: LeontiefEquations
    private let factors: Factors?
    private let transposed: Bool
    private let count: Int
    private let right: Panel<L>
    private var answer: Approximation<L>
    private var residual: Residual<L>?
    private var products = 0
    /// Weights from the lane that was left free, sharper than column sums.
    private var sharper: ProductivityProof?
    private var bounds: [ErrorBound] = []
    /// What stood between the factors on the way to the first answer.
    private var between: Panel<L>?
    /// Upper bounds on the largest residuals, where none was computed.
    private var residualBounds: [Double]?

    init(
        of equations: LeontiefEquations,
        solving group: ArraySlice<[Double]>,
        transposed: Bool,
        by factors: Factors?
    ) {
        self.equations = equations
        self.factors = factors
        self.transposed = transposed
        count = group.count
        let size = equations.matrix.size
        let hasFreeLane = factors == nil && transposed && count < L.laneCount && !equations.survey.hasNegative
        var vectors = Array(group)
        if hasFreeLane {
            vectors += Array(
                repeating: [Double](repeating: 0, count: size),
                count: L.laneCount - 1 - count
            )
            vectors.append([Double](repeating: 1, count: size))
        }
        right = Panel(vectors, length: size)
        answer = Approximation(zerosOfLength: size)
        self.hasFreeLane = hasFreeLane
    }

    private let hasFreeLane: Bool

    /// Rounds until every bound is below the asked accuracy or rounds no longer help.
    ///
    /// Small systems are taken to the last bit: compensated residuals leave an error far below the answer's rounding, so
    /// that what is handed out is the exact answer rounded once, by any engine, on any processor.
    mutating func run() throws(EquationsError) {
        var best = Double.infinity
        for round in 0..<8 {
            // What is taken to the last bit is added from zero on, so that no zero keeps a sign.
            if round == 0, !takesAll {
                answer.begin(with: try correction())
            } else {
                answer.add(try correction())
            }
            if round == 0, boundByFactors() { return }
            measure(compensated: takesAll || round >= plainRounds)
            if !isReached, round + 1 == plainRounds, !takesAll {
                // Perhaps only the residual's own rounding stands in the way.
                measure(compensated: true)
            }
            if isReached {
                if !takesAll || isRoundedExactly { return }
            }
            let worst = bounds.map { takesAll ? $0.refined : $0.relative }.max() ?? 0
            // Each round must gain a digit, or what is left is not to be had; without a bound, the residual tells.
            let left = worst.isFinite ? worst : relativeResidual
            if left > best / 10 || left == 0 { return }
            best = left
        }
    }

    /// Whether every bound is below what was asked.
    var isReached: Bool {
        equations.proof != nil && bounds.allSatisfy { $0.relative <= equations.accuracy }
    }

    /// Rounds before a residual in double precision no longer tells: single precision gains six digits in each.
    private var plainRounds: Int {
        if case .single? = factors { return 3 }
        return 1
    }

    /// Whether the system is small enough to be taken to the last bit.
    private var takesAll: Bool { equations.matrix.size <= LeontiefEquations.largestRoundedExactly }

    /// Whether both parts together are off by less than a millionth of the answer's last digit.
    private var isRoundedExactly: Bool { bounds.allSatisfy { $0.refined <= 1e-22 } }

    /// Whether the iteration did what iterations can: the residual is down to rounding.
    var isConverged: Bool { isReached || relativeResidual < 1e-9 }

    /// That it did not.
    var stalled: EquationsError {
        .notConverged(relativeResidual: relativeResidual, products: products)
    }

    private var relativeResidual: Double {
        guard let residual else { return .infinity }
        return (0..<count).map { lane in
            let size = right.largest(lane)
            return size == 0 ? 0 : residual.values.largest(lane) / size
        }.max() ?? 0
    }

    /// What (I − A) still has to explain, solved.
    private mutating func correction() throws(EquationsError) -> Panel<L> {
        let left = residual?.values ?? right
        if let factors {
            if case .productive(let own) = factors, residual == nil, L.groups > 0 {
                let steps = own.steps(to: right, transposed: transposed)
                between = steps.between
                return steps.solution
            }
            do throws(LinearAlgebraError) {
                return try factors.solve(left, transposed: transposed)
            } catch {
                throw .linearAlgebra(error)
            }
        }
        return iterated(on: left)
    }

    /// Tables keep directions, where memory for them is small beside the table; networks are swept. What either leaves
    /// is for gradients, which keep nothing.
    private mutating func iterated(on left: Panel<L>) -> Panel<L> {
        let weights = hasFreeLane && residual == nil ? (L.laneCount - 1, growth) : nil
        guard case .dense(let cells) = equations.matrix else {
            let (start, rest) = swept(left)
            guard let rest else { return start }
            let further = gradients(on: rest, to: target(for: left), weights: weights)
            return start.length == 0 ? further : PanelSweep.map(start, further) { $0 + $1 }
        }
        let start = ConjugateResiduals(
            cells,
            blocks: equations.blocks,
            transposed: transposed,
            solving: left,
            to: target(for: left),
            in: norm,
            weights: weights
        )
        products += start.products
        if start.isFinished { return start.solution }
        let further = gradients(on: start.residual, to: start.target, weights: nil)
        return PanelSweep.map(start.solution, further) { $0 + $1 }
    }

    private mutating func gradients(
        on left: Panel<L>,
        to target: L,
        weights: (lane: Int, growth: Double)?
    ) -> Panel<L> {
        let iteration = BiConjugateGradients(
            equations.matrix,
            blocks: equations.blocks,
            transposed: transposed,
            solving: left,
            to: target,
            in: norm,
            weights: weights,
            limit: LeontiefEquations.mostProducts(equations.matrix)
        )
        products += iteration.products
        return iteration.solution
    }

    private var norm: ResidualNorm { transposed ? .largest : .sum }

    /// A network's equations by sweeps, as far as those lead fast, and what they leave; `nil` where that is nothing.
    ///
    /// Small systems, which are taken to the last bit, and full ones are left to gradients as they are.
    private mutating func swept(_ left: Panel<L>) -> (start: Panel<L>, rest: Panel<L>?) {
        guard !takesAll, !equations.survey.hasNegative, equations.proof != nil,
            let cells = equations.matrix.sparseCells(transposed: transposed)
        else { return (Panel(elements: []), left) }
        let sweeps = GaussSeidel(
            cells,
            solving: left,
            to: target(for: left),
            in: norm,
            contraction: equations.survey.largestSum,
            weights: hasFreeLane && residual == nil ? (L.laneCount - 1, growth) : nil,
            limit: 100
        )
        products += sweeps.products
        guard !sweeps.isReached else { return (sweeps.solution, nil) }
        let image = equations.matrix.product(with: sweeps.solution, transposed: transposed)
        products += 1
        return (sweeps.solution, PanelSweep.map(left, sweeps.solution, image) { $0 - $1 + $2 })
    }

    /// How far a residual can grow into an error.
    private var growth: Double { equations.proof?.inverseNormBound ?? 1 }

    /// The residual that makes the bound half of the asked accuracy, as far as double precision goes at a time.
    private func target(for left: Panel<L>) -> L {
        var target = L.zero
        let (sizes, left) = (PanelSweep.size(right, norm), PanelSweep.size(left, norm))
        for lane in 0..<L.laneCount {
            let isWeights = hasFreeLane && lane == L.laneCount - 1
            let (size, remaining) = (sizes[lane: lane], left[lane: lane])
            let wanted = takesAll ? remaining * 1e-10 : equations.accuracy / 2 * size / growth
            // Weights with a residual of a thousandth prove all but a thousandth.
            target[lane: lane] = isWeights ? 1e-3 : max(wanted, remaining * Double.ulpOfOne)
        }
        return target
    }

    /// Whether what the factors tell of their own answers is as sure as was asked: then A is not read again.
    private mutating func boundByFactors() -> Bool {
        guard !takesAll, let known = equations.factorBound, let between,
            right.elements.allSatisfy({ element in (0..<L.laneCount).allSatisfy { element[lane: $0] >= 0 } })
        else { return false }
        if transposed {
            let most = known.residual(of: answer.high, between: between)
            residualBounds = (0..<count).map { most.largest($0) }
            bound(by: Residual(atMost: most))
        } else {
            let errors = known.error(of: answer.high, between: between)
            // No weight is below the slack: the error counts no residual for less than itself.
            residualBounds = (0..<count).map { errors[lane: $0] }
            bounds = (0..<count).map {
                ErrorBound(ofSolved: answer.high, error: errors[lane: $0], lane: $0)
            }
        }
        if isReached { return true }
        residualBounds = nil
        return false
    }

    private mutating func measure(compensated: Bool) {
        let terms = termSums
        products += 1
        let residual =
            compensated
            ? Residual(
                compensated: equations.matrix,
                transposed: transposed,
                right: right,
                solution: answer,
                termSums: terms
            )
            : Residual(
                plain: equations.matrix,
                transposed: transposed,
                right: right,
                solution: answer.high,
                termSums: terms
            )
        if hasFreeLane, !compensated {
            let lane = L.laneCount - 1
            sharper = ProductivityProof(weights: answer.high.vector(lane), residual: residual, lane: lane)
        }
        self.residual = residual
        bound(by: residual)
    }

    private mutating func bound(by residual: Residual<L>) {
        let proofs = [equations.proof, sharper].compactMap(\.self)
        let boundTerms = BoundTerms(
            of: answer,
            residual: residual,
            right: right,
            transposed: transposed,
            proofs: proofs
        )
        bounds = (0..<count).map { lane in
            ErrorBound(
                boundTerms,
                lane: lane,
                transposed: transposed,
                proofs: proofs,
                isNonnegative: !equations.survey.hasNegative
            )
        }
    }

    private var termSums: TermSums<L> {
        guard transposed else { return .sizes(solution: answer.high, right: right) }
        let largest = PanelSweep.size(answer.high, .largest)
        return .columns(equations.survey.absoluteSums, largest: largest)
    }

    /// The answers with their bounds.
    func solutions(insteadOf other: SolverEngine?) -> [EquationsSolution] {
        let work = SolverWork(engine: factors?.engine ?? .iterative, products: products, insteadOf: other)
        let vectors = answer.high.vectors(count)
        return (0..<count).map { lane in
            let bound = bounds[lane]
            let accuracy: EquationsSolution.Accuracy =
                bound.absolute == .infinity
                ? .unproven
                : bound.relative <= equations.accuracy
                    ? .reached(relative: bound.relative) : .limited(relative: bound.relative)
            return EquationsSolution(
                values: vectors[lane],
                errorBound: bound.absolute,
                largestRelativeError: bound.largestRelative,
                residual: residualBounds?[lane] ?? residual?.values.largest(lane) ?? 0,
                accuracy: accuracy,
                work: work
            )
        }
    }
}
