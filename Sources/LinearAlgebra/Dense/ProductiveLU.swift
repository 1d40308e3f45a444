/// I − A = LU without interchanges, for a nonnegative A: every pivot is above zero if and only if A is productive.
///
/// That is the Hawkins–Simon condition, decided by the elimination itself. For such matrices no interchanges are needed:
/// nothing grows when they are eliminated in any order, and off their diagonals L and U have nothing above zero. Blocks of
/// columns are eliminated at a time by kernels of our own where the processor has vectors of
/// eight numbers (``WideElimination``) and by BLAS elsewhere (``BlockedElimination``).
///
/// Sources: Hawkins & Simon (1949), Econometrica 17; Funderlic, Neumann & Plemmons (1982), Numer. Math. 40; Golub & Van
/// Loan (2013), §3.2.
struct ProductiveLU: Sendable {
    /// U, and L below its diagonal of ones.
    let factors: Matrix
    /// |I − A − LU| ≤ γ |L||U| with γ = ``Rounding/share(_:)`` of so many roundings.
    let depth: Int

    /// Eliminates I − A in memory of its own, formed on the way. O(n³).
    ///
    /// - Parameters:
    ///   - matrix: A, square and nonnegative.
    ///   - wide: whether to use the kernels for wide vectors; only where the processor has them.
    /// - Throws: `.singular` at the first pivot that is not above zero, to the elimination's rounding.
    init(
        identityMinus matrix: Matrix,
        wide: Bool = WideElimination.isAvailable
    ) throws(LinearAlgebraError) {
        precondition(matrix.rows == matrix.columns, "only a square matrix has an identity of its size")
        let size = matrix.rows
        let (eliminated, failed) =
            wide
            ? WideElimination.eliminated(identityMinus: matrix)
            : BlockedElimination.eliminated(identityMinus: matrix)
        if let failed { throw .singular(pivot: failed) }
        factors = eliminated
        depth = wide ? WideElimination.depth(of: size) : BlockedElimination.depth(of: size)
    }

    /// Number of rows and columns.
    var size: Int { factors.rows }

    /// U's diagonal.
    var pivots: [Double] { (0..<size).map { factors[$0, $0] } }
}
