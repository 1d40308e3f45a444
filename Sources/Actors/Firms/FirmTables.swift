/// The tables of a nation and of its region with the same firms carved out of both.
public struct FirmTables: Sendable {
    /// The nation's.
    public let nation: AugmentedTable
    /// The region's; `nil` in a study of the nation alone.
    public let region: AugmentedTable?

    /// Carves `firms` out of both tables.
    ///
    /// - Throws: as ``AugmentedTable/init(parent:firms:repairs:)``, for the region first.
    public init(
        nation: AreaTable,
        region: AreaTable?,
        firms: [FirmAccount],
        repairs: [CarvingRepair] = []
    ) throws(ActorsError) {
        self.region = try region.map { region throws(ActorsError) in
            try AugmentedTable(parent: region, firms: firms, repairs: repairs)
        }
        self.nation = try AugmentedTable(parent: nation, firms: firms, repairs: repairs)
    }
}

extension FirmAccount {
    /// The firm as its industry in small: its output, and nothing of its books.
    public var withoutBooks: FirmAccount {
        let spread = FirmQuality(facts: nil).spread(of: .statistics)
        return FirmAccount(
            code: code,
            name: name,
            industry: industry,
            output: output,
            purchases: nil,
            unattributedPurchases: Figure(0, from: .estimated, spread: spread),
            sales: nil,
            unattributedSales: Figure(0, from: .estimated, spread: spread),
            primaryInputs: [:],
            extensions: [:]
        )
    }
}
