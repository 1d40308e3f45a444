/// The tables of a nation and of its region with the same firms carved out of both.
public struct FirmTables: Sendable {
    /// The nation's.
    public let nation: AugmentedTable
    /// The region's; `nil` in a study of the nation alone.
    public let region: AugmentedTable?

    /// The tables of nation and region.
    public init(nation: AugmentedTable, region: AugmentedTable?) {
        self.nation = nation
        self.region = region
    }
}
