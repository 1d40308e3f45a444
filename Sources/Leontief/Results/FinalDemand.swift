public import Accounts

/// A change in final demand (a *shock*), directed at industries of the model's region.
public struct FinalDemand: Sendable {
    /// What the user calls it.
    public let name: String
    /// Amount by industry.
    public let amounts: LabelledVector<Industry>
    /// Unit, year, valuation and prices of the amounts.
    public let basis: Basis

    /// A demand called `name`.
    public init(name: String, amounts: LabelledVector<Industry>, basis: Basis) {
        self.name = name
        self.amounts = amounts
        self.basis = basis
    }
}
