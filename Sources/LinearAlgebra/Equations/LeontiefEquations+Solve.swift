extension LeontiefEquations {
    /// x = (I − A)⁻¹ f for each right-hand side; the bound is on ‖x‖₁, the sum of absolute errors.
    ///
    /// - Throws: `.linearAlgebra` for a right-hand side of another length or with a number that is not finite,
    ///   `.notConverged` where an iteration stalls and nothing can take over.
    public func solutions(of right: [[Double]]) throws(EquationsError) -> [EquationsSolution] {
        try solve(right, transposed: false)
    }

    /// m = (I − A')⁻¹ v for each right-hand side; the bound is on the largest element's error.
    ///
    /// - Throws: as ``solutions(of:)``.
    public func transposedSolutions(of right: [[Double]]) throws(EquationsError) -> [EquationsSolution] {
        try solve(right, transposed: true)
    }

    private func solve(_ right: [[Double]], transposed: Bool) throws(EquationsError) -> [EquationsSolution] {
        for (column, vector) in right.enumerated() {
            guard vector.count == matrix.size else {
                throw .linearAlgebra(.shape(expectedRows: matrix.size, rows: vector.count))
            }
            if let row = vector.firstIndex(where: { !$0.isFinite }) {
                throw .linearAlgebra(.notFinite(row: row, column: column, value: vector[row]))
            }
        }
        let width = widest(transposed)
        var solutions: [EquationsSolution] = []
        for start in stride(from: 0, to: right.count, by: width) {
            let group = right[start..<min(right.count, start + width)]
            switch group.count {
            case 1 where matrix.isSparse:
                solutions += try solve(group, transposed, lanes: Double.self)
            case 1, 2: solutions += try solve(group, transposed, lanes: SIMD2<Double>.self)
            case 3, 4: solutions += try solve(group, transposed, lanes: SIMD4<Double>.self)
            case 5...8: solutions += try solve(group, transposed, lanes: SIMD8<Double>.self)
            case 9...12: solutions += try solve(group, transposed, lanes: TwelveLanes.self)
            default: solutions += try solve(group, transposed, lanes: SIMD16<Double>.self)
            }
        }
        return solutions
    }

    /// How many right-hand sides are worked on together.
    ///
    /// In a network, what limits the speed is fetching the panel's elements, and eight fill a cache line. In a table it is
    /// the matrix; one lane is left free in an iteration, for the weights. Factors are read once for up to sixteen.
    private func widest(_ transposed: Bool) -> Int {
        if matrix.isSparse, factors != nil { return 4 }
        return factors == nil ? (transposed ? 7 : 8) : 16
    }

    private func solve<L: Lanes>(
        _ group: ArraySlice<[Double]>,
        _ transposed: Bool,
        lanes: L.Type
    ) throws(EquationsError) -> [EquationsSolution] {
        var refinement = Refinement<L>(of: self, solving: group, transposed: transposed, by: factors)
        try refinement.run()
        let isEnough: Bool
        switch factors {
        case nil: isEnough = refinement.isConverged
        // Single precision is a short cut: where it does not lead there, the long way is taken.
        case .single: isEnough = refinement.isReached
        case .productive, .double, .sparse, .updated: isEnough = true
        }
        if isEnough { return refinement.solutions(insteadOf: insteadOf) }
        if factors == nil, !mayChange { throw refinement.stalled }
        let other = try fallbackFactors(after: refinement.stalled)
        var second = Refinement<L>(of: self, solving: group, transposed: transposed, by: other)
        try second.run()
        return second.solutions(insteadOf: engine)
    }

    /// Factors in double precision that take over from an iteration or from single precision, made once.
    private func fallbackFactors(after stalled: EquationsError) throws(EquationsError) -> Factors {
        try fallback.value { () throws(EquationsError) in
            do throws(EquationsError) {
                guard let made = try Factors(of: matrix, by: matrix.directEngine, survey: survey) else {
                    throw stalled
                }
                return made
            } catch {
                // What the user asked for stalled; that the other way is too dear comes second.
                throw stalled
            }
        }
    }
}

extension SquareMatrix {
    var isSparse: Bool {
        switch self {
        case .dense: false
        case .sparse: true
        }
    }
}
