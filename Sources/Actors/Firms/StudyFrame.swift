public import Accounts
public import Regionalisation

/// What a study knows that firms' books do not: the table, which industry a code is, which place a municipality.
public struct StudyFrame: Sendable {
    /// The nation's table, in the study's industries.
    public let nation: InputOutputTable
    /// The region's; `nil` in a study of the nation alone.
    public let region: RegionalTable?
    /// The industry codes of the business register, and the industry of the accounts each belongs to.
    public let codes: IndustryCodes
    /// From the accounts' industries to the study's.
    public let groups: Concordance<Industry, Industry>
    /// Which municipalities the region has.
    public let places: TradePlaces
    /// What is done with prices.
    public let prices: LedgerPrices
    /// The business register, for the firms that establishments belong to.
    public let register: RegisterExtract

    /// The frame of a study.
    public init(
        nation: InputOutputTable,
        region: RegionalTable?,
        codes: IndustryCodes,
        groups: Concordance<Industry, Industry>,
        places: TradePlaces,
        prices: LedgerPrices,
        register: RegisterExtract = .empty
    ) {
        self.nation = nation
        self.region = region
        self.codes = codes
        self.groups = groups
        self.places = places
        self.prices = prices
        self.register = register
    }

    /// The study's industries.
    public var industries: Axis<Industry> { nation.industries }
}
