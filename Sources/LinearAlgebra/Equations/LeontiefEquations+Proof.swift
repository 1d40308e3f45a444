extension LeontiefEquations {
    /// The sharpest proof that is cheap: what the factors prove by themselves (`own`), or weights from them held against A,
    /// or column sums, or weights by iteration.
    ///
    /// - Returns: `nil` only for an A with cells below zero whose |A| is not proven productive.
    static func proof(
        for matrix: SquareMatrix,
        survey: ColumnSurvey,
        factors: Factors?,
        own: FactorProof?
    ) throws(EquationsError) -> ProductivityProof? {
        if let own { return own.productivity }
        let bySums = ProductivityProof(columnSums: survey, depth: matrix.summationDepth)
        if survey.hasNegative {
            return bySums ?? weights(of: matrix.absolute, survey: survey, factors: nil)
        }
        if let factors {
            if let proof = weights(of: matrix, survey: survey, factors: factors) { return proof }
        } else if let bySums {
            return bySums
        }
        if let proof = bySums ?? weights(of: matrix, survey: survey, factors: nil) { return proof }
        try matrix.refuseAsUnproductive(survey)
        return nil
    }

    private static func weights(
        of matrix: SquareMatrix,
        survey: ColumnSurvey,
        factors: Factors?
    ) -> ProductivityProof? {
        // A table is read as fast for four vectors as for one; a network is not.
        matrix.isSparse
            ? weights(of: matrix, survey: survey, factors: factors, lanes: Double.self)
            : weights(of: matrix, survey: survey, factors: factors, lanes: SIMD4<Double>.self)
    }

    /// Weights w with w = A'w + i to a residual well below one, refined where the first do not prove enough; in lane 0.
    private static func weights<L: Lanes>(
        of matrix: SquareMatrix,
        survey: ColumnSurvey,
        factors: Factors?,
        lanes: L.Type
    ) -> ProductivityProof? {
        let ones = Panel<L>([[Double](repeating: 1, count: matrix.size)], length: matrix.size)
        var weights = Panel<L>(zerosOfLength: matrix.size)
        var step = ones
        for _ in 0..<6 {
            guard let correction = correction(of: step, matrix, factors) else { return nil }
            weights = PanelSweep.map(weights, correction) { $0 + $1 }
            let found = weights.vector(0)
            guard found.allSatisfy({ $0.isFinite }) else { return nil }
            let most = found.max() ?? 0
            var largest = L.zero
            largest[lane: 0] = most
            let termSums = TermSums.columns(survey.absoluteSums, largest: largest)
            // Mostly the residual in double precision proves enough.
            for isCompensated in [false, true] {
                let residual =
                    isCompensated
                    ? Residual(
                        compensated: matrix,
                        transposed: true,
                        right: ones,
                        solution: Approximation(high: weights),
                        termSums: termSums
                    )
                    : Residual(
                        plain: matrix,
                        transposed: true,
                        right: ones,
                        solution: weights,
                        termSums: termSums
                    )
                let proof = ProductivityProof(weights: found, residual: residual, lane: 0)
                if let proof, proof.slack > 0.99 { return proof }
                guard isCompensated else { continue }
                let size = residual.values.largest(0)
                // Weights that cannot be corrected any further prove what they prove, or nothing.
                if size < 1e-6 || !size.isFinite { return proof }
                step = residual.values
            }
        }
        return nil
    }

    private static func correction<L: Lanes>(
        of right: Panel<L>,
        _ matrix: SquareMatrix,
        _ factors: Factors?
    ) -> Panel<L>? {
        if let factors {
            return try? factors.solve(right, transposed: true)
        }
        return BiConjugateGradients(
            matrix,
            transposed: true,
            solving: right,
            to: L(repeating: right.largest(0) * 1e-9),
            in: .largest,
            limit: mostProducts(matrix)
        ).solution
    }
}
