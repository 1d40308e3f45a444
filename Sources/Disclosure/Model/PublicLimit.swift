/// What everybody knows of a sum of contributions, though no run has published it: low ≤ Σ c_s x_s ≤ high.
///
/// That firms' purchases do not exceed what the public table has for their whole industry, for instance.
public struct PublicLimit: Sendable, Hashable {
    /// Its name, for messages.
    public let name: String
    /// The contributions in it, with their coefficients.
    public let terms: [PublicationItem.Term]
    /// What the sum is not below; finite.
    public let low: Double
    /// What the sum is not above; finite.
    public let high: Double

    /// A sum that lies between `low` and `high`.
    public init(_ name: String, terms: [PublicationItem.Term], low: Double, high: Double) {
        self.name = name
        self.terms = terms
        self.low = low
        self.high = high
    }
}
