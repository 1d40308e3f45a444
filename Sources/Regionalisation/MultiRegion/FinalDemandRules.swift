public import Accounts

/// How the nation's final demand is shared out among regions. No statistics say it; these named rules do.
///
/// | category | what | by | rule |
/// |---|---|---|---|
/// | households | all but what is used where it is made | population, or compensation where none is given | `households-by-population`, `households-by-compensation` |
/// | households | own dwellings | output, used where it is made | `used-where-made` |
/// | government and organisations | products of public industries | output, used where it is made | `used-where-made` |
/// | government and organisations | all else | value added of public industries | `collective-use-by-public-value-added` |
/// | investment | products of building industries | investment in the regions; none outside them | `investment-by-regional-investment` |
/// | investment | all else | what that leaves of each region's investment | `investment-by-regional-investment` |
/// | investment | all | value added, where the accounts do not print every region's investment | `investment-by-value-added` |
/// | inventories, exports | all | output, at the region that makes them | `exports-by-output` |
///
/// Imports and product taxes in a category follow the category's shares.
public struct FinalDemandRules: Sendable {
    /// Inhabitants of each region.
    public let population: LabelledVector<Region>?
    /// Industries that serve the public: their services to collective users are used where they are made, and their
    /// value added says how much else such users buy.
    public let publicIndustries: [String]
    /// Industries whose products are built on the spot.
    public let buildingIndustries: [String]
    /// What households use where it is made, in the table's unit: the services of their own dwellings.
    public let usedWhereMade: LabelledVector<Industry>?

    /// Rules from what they need to know.
    public init(
        population: LabelledVector<Region>? = nil,
        publicIndustries: [String] = [],
        buildingIndustries: [String] = [],
        usedWhereMade: LabelledVector<Industry>? = nil
    ) {
        self.population = population
        self.publicIndustries = publicIndustries
        self.buildingIndustries = buildingIndustries
        self.usedWhereMade = usedWhereMade
    }
}
