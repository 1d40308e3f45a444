public import Accounts

/// All that table 11713 says: the accounts by county and year, and the details that are no part of them.
public struct CountyAccounts: Sendable {
    /// The accounts, year by year; industries, the total and the subtotal for manufacturing.
    public let series: RegionalAccountsSeries
    /// Every row there is, with its code, names and part.
    public let industries: [CountyIndustry]
    /// The counties, whenever they exist; the nation not among them.
    public let counties: [County]
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied in any year; what each touched is told with the year.
    public let rules: [AppliedRule]

    /// The details' cells.
    let details: [Year: [RegionalAccounts.Measure: [RegionalAccounts.Cell: Observation]]]

    /// A county and the years in which it exists.
    public struct County: Sendable, Hashable {
        /// Code and name.
        public let region: Region
        /// The first year it exists, where that is known to be later than the table's beginning.
        public let firstYear: Year?
        /// The last year it exists, where that is known.
        public let lastYear: Year?

        /// Whether the county exists in `year`.
        public func exists(in year: Year) -> Bool {
            if let firstYear, year < firstYear { return false }
            if let lastYear, lastYear < year { return false }
            return true
        }
    }

    /// A cell of one of the `detail` rows; `.notAvailable` for what is no detail.
    public func detail(
        _ measure: RegionalAccounts.Measure,
        region: String,
        industry: String,
        year: Year
    ) -> Observation {
        details[year]?[measure]?[RegionalAccounts.Cell(region: region, industry: industry)] ?? .notAvailable
    }
}
