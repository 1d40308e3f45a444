public import Accounts

/// Firms carved out of the table of all regions: each a row and a column, in the region it stands in.
///
///     let firms = try MultiRegionalFirms(of: located, in: counties, repairs: [.tradePlace])
///     firms.table.flows[.remainder(Industry(sector)), .actor(code: "mill", name: name)]
///
/// The industries of ``table`` are those of every region (``Accounts/Located``, `"50:C10_12"`); what holds of every
/// ``AugmentedTable`` holds of it. Own region is the firm's region, the rest of the country is divided between the others
/// (``PlaceRule``). Summed over regions a firm buys and sells what it does in the nation's table; with all other regions
/// added together, what it does in a table of its region alone with the same parent.
public struct MultiRegionalFirms: Sendable {
    /// The table of all regions that the firms were carved out of.
    public let parent: MultiRegionalTable
    /// The firms, by code.
    public let firms: [LocatedFirm]
    /// The table with the firms in it.
    public let table: AugmentedTable
    /// How the firms' trade with the rest of the country found its regions.
    public let places: [PlaceRuleUse]

    /// Carves `firms` out of `parent`; the order of the firms makes no bit of difference.
    ///
    /// - Throws: as ``AugmentedTable/init(parent:firms:repairs:)``; `.accounts(.unknownLabel)` for a firm in a region that
    ///   the table has not.
    public init(
        of firms: [LocatedFirm],
        in parent: MultiRegionalTable,
        repairs: [CarvingRepair] = []
    ) throws(ActorsError) {
        let firms = firms.sorted { $0.account.code < $1.account.code }
        let codes = Set(firms.map(\.account.code))
        let places = PartnerPlaces(parent)
        let placings = try firms.map { firm throws(ActorsError) in
            try AccountPlacing(firm, in: parent, places, among: codes)
        }
        var room = PlaceRoom(parent)
        for placing in placings { try room.note(placing) }
        var accounts: [FirmAccount] = []
        var uses: [PlaceRuleUse] = []
        for placing in placings {
            let placed = try placing.placed(in: room)
            accounts.append(placed.account)
            uses += placed.uses
        }
        self.parent = parent
        self.firms = firms
        self.places = uses
        table = try AugmentedTable(parent: AreaTable(of: parent), firms: accounts, repairs: repairs)
    }

    /// The region of every sector of ``table``, in its order: what remains of the industries, then the firms.
    public var regionOfSector: [Region] {
        parent.sectors.labels.map(\.region) + firms.map(\.region)
    }
}
