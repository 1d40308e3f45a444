/// What rounding can do to a number on its way through a computation.
enum Rounding {
    /// Unit roundoff, 2⁻⁵³.
    static var unit: Double { Double.ulpOfOne / 2 }

    /// γ_k = k u / (1 − k u): the largest share of itself that a term can gain or lose in k roundings.
    ///
    /// Source: Higham (2002), Accuracy and Stability of Numerical Algorithms, 2nd ed., lemma 3.1.
    static func share(_ roundings: Int) -> Double {
        let product = Double(roundings) * unit
        return product / (1 - product)
    }
}
