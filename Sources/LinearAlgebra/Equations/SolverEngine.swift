/// How the equations x = Ax + f are solved.
public enum SolverEngine: String, Sendable, CaseIterable {
    /// I − A factored once in double precision, P(I − A) = LU. O(n³) once, O(n²) an answer; twice the table's memory.
    /// The only engine for coefficients below zero.
    case factored
    /// I − A factored in single precision, answers refined in double. Half the time and memory of ``factored``, which
    /// takes over where refinement stalls.
    case mixedPrecision = "mixed_precision"
    /// No factors: a Krylov method reads A some twenty times, for up to eight right-hand sides at a time. For tables of
    /// thousands of sectors and networks of firms.
    case iterative
    /// The sparse matrix factored, after its fill-in was predicted and found to be affordable.
    case sparseDirect = "sparse_direct"
}

/// What it took to find an answer.
public struct SolverWork: Sendable, Equatable {
    /// The engine that found it.
    public let engine: SolverEngine
    /// How often A was read: products with A or A', those for residuals and bounds included. Factorising is
    /// not counted; none where the factors alone gave answer and bound.
    public let products: Int
    /// The engine that was tried first and gave up, or `nil`.
    public let insteadOf: SolverEngine?
}
