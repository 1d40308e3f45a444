import CKernels

/// I − A = LU without interchanges, for a nonnegative A: every pivot is above zero if and only if A is productive.
///
/// That is the Hawkins–Simon condition, decided by the elimination itself. For such matrices no interchanges are needed:
/// nothing grows when they are eliminated in any order, and off their diagonals L and U have nothing above zero. Blocks of
/// columns are eliminated at a time, in the matrix's own memory, by kernels of our own where the processor has vectors of
/// eight numbers (``WideElimination``) and by BLAS elsewhere (``BlockedElimination``).
///
/// Sources: Hawkins & Simon (1949), Econometrica 17; Funderlic, Neumann & Plemmons (1982), Numer. Math. 40; Golub & Van
/// Loan (2013), §3.2.
struct ProductiveLU: Sendable {
    /// U, and L below its diagonal of ones.
    let factors: Matrix
    /// |I − A − LU| ≤ γ |L||U| with γ = ``Rounding/share(_:)`` of so many roundings.
    let depth: Int

    /// Eliminates in the memory of `system`, which is I − A. O(n³).
    ///
    /// - Parameter wide: whether to use the kernels for wide vectors; only where the processor has them.
    /// - Throws: `.singular` at the first pivot that is not above zero, to the elimination's rounding.
    init(
        _ system: consuming Matrix,
        wide: Bool = WideElimination.isAvailable
    ) throws(LinearAlgebraError) {
        var matrix = system
        let size = matrix.rows
        let failed = matrix.storage.withUnsafeMutableBufferPointer { buffer in
            buffer.baseAddress.flatMap {
                wide
                    ? WideElimination.eliminate($0, size: size)
                    : BlockedElimination.eliminate($0, size: size)
            }
        }
        if let failed { throw .singular(pivot: failed) }
        factors = matrix
        depth = wide ? WideElimination.depth(of: size) : BlockedElimination.depth(of: size)
    }

    /// Number of rows and columns.
    var size: Int { factors.rows }

    /// U's diagonal.
    var pivots: [Double] { (0..<size).map { factors[$0, $0] } }
}
