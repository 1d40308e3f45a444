/// Why the equations x = Ax + f could not be made ready or solved. Positions are counted from 0.
public enum EquationsError: Error, Sendable, Equatable {
    /// The matrix or a right-hand side could not be worked on.
    case linearAlgebra(LinearAlgebraError)
    /// The spectral radius of a nonnegative A is one or more; the columns responsible.
    case notProductive(columns: [Int])
    /// The spectral radius of A lies between the two numbers, too close to one to tell on which side.
    case undecided(least: Double, most: Double)
    /// An iterative solution stopped getting better; largest element of the residual relative to the right-hand side's.
    case notConverged(relativeResidual: Double, products: Int)
}
