extension LeontiefEquations {
    /// The sharpest proof that is cheap: weights from the factors, or column sums, or weights by iteration.
    ///
    /// - Returns: `nil` only for an A with cells below zero whose |A| is not proven productive.
    static func proof(
        for matrix: SquareMatrix,
        survey: ColumnSurvey,
        factors: Factors?
    ) throws(EquationsError) -> ProductivityProof? {
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

    /// Weights w with w = A'w + i to a residual well below one, refined where the first do not prove enough.
    private static func weights(
        of matrix: SquareMatrix,
        survey: ColumnSurvey,
        factors: Factors?
    ) -> ProductivityProof? {
        let ones = Panel<Double>(elements: [Double](repeating: 1, count: matrix.size))
        var weights = ones
        var step = ones
        for _ in 0..<6 {
            guard let correction = correction(of: step, matrix, factors) else { return nil }
            weights =
                step.elements == ones.elements ? correction : PanelSweep.map(weights, correction) { $0 + $1 }
            guard weights.elements.allSatisfy({ $0.isFinite }) else { return nil }
            let most = weights.elements.max() ?? 0
            let residual = Residual(
                compensated: matrix,
                transposed: true,
                right: ones,
                solution: Approximation(high: weights),
                termSums: Panel(elements: survey.absoluteSums.map { $0 * most })
            )
            let proof = ProductivityProof(weights: weights.elements, residual: residual, lane: 0)
            if let proof, proof.slack > 0.99 { return proof }
            let size = residual.values.elements.lazy.map(\.magnitude).max() ?? 0
            // Weights that cannot be corrected any further prove what they prove, or nothing.
            if size < 1e-6 || !size.isFinite { return proof }
            step = residual.values
        }
        return nil
    }

    private static func correction(
        of right: Panel<Double>,
        _ matrix: SquareMatrix,
        _ factors: Factors?
    ) -> Panel<Double>? {
        if let factors {
            return try? factors.solve(right, transposed: true)
        }
        let size = right.elements.lazy.map(\.magnitude).max() ?? 0
        return BiConjugateGradients(
            matrix,
            transposed: true,
            solving: right,
            to: size * 1e-9,
            in: .largest,
            limit: mostProducts(matrix)
        ).solution
    }
}
