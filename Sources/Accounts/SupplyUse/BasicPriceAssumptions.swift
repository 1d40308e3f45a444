/// What has to be assumed to take a use table from purchasers' prices, origins together, to basic prices, origins
/// apart, where the statistics publish neither valuation nor import matrices.
///
/// Each is a visible choice, and stands as a named rule in what is made with it.
public struct BasicPriceAssumptions: Sendable, Hashable {
    /// Who pays the taxes on a product.
    public let productTaxes: Reach
    /// Who uses a product's imports.
    public let imports: Reach
    /// Where purchases go that are known in total only.
    public let territory: TerritoryPlacement

    /// Assumptions; by default exports carry no product taxes and no imports, as far as other uses can take them.
    public init(
        productTaxes: Reach = .allButExports,
        imports: Reach = .allButExports,
        territory: TerritoryPlacement = .asHouseholdConsumption
    ) {
        self.productTaxes = productTaxes
        self.imports = imports
        self.territory = territory
    }

    /// The uses that an amount is spread over, in proportion.
    public enum Reach: String, Sendable, Hashable, CaseIterable {
        /// Every use alike.
        case allUses = "all_uses"
        /// Exports only take what the other uses cannot.
        case allButExports = "all_but_exports"
    }

    /// Where residents' purchases abroad and non-residents' purchases here go.
    public enum TerritoryPlacement: Sendable, Hashable {
        /// All of them to the product with this code.
        case onProduct(String)
        /// Abroad as households' imported consumption, here as their domestic consumption, product by product.
        case asHouseholdConsumption
    }
}
