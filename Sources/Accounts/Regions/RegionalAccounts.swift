/// A year's accounts by region and industry (*fylkesfordelt nasjonalregnskap*), as published.
///
/// Beside the industries stand the totals the publisher prints. They are what pins withheld cells down.
public struct RegionalAccounts: Sendable {
    /// The year.
    public let year: Year
    /// The nation: the region that the others and the extra-regional territory add up to.
    public let nation: Region
    /// The regions, the nation not among them.
    public let regions: Axis<Region>
    /// The industries.
    public let industries: Axis<Industry>
    /// Groups of industries for which the publisher prints totals of its own.
    public let subtotals: [Subtotal]
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    private let cells: [Measure: [Cell: Observation]]

    /// What the accounts measure.
    public enum Measure: String, Sendable, CaseIterable {
        /// Gross value added at basic prices, MNOK, current prices.
        case valueAdded = "value_added"
        /// Compensation of employees, MNOK; by workplace.
        case compensation
        /// Persons employed; by workplace.
        case employment
        /// Gross fixed capital formation, MNOK.
        case investment
    }

    /// One cell's place: a region's code and an industry's or subtotal's code.
    public struct Cell: Sendable, Hashable {
        /// The region's code, the nation's included.
        public let region: String
        /// The industry's or the subtotal's code.
        public let industry: String

        /// The cell of `region` and `industry`.
        public init(region: String, industry: String) {
            self.region = region
            self.industry = industry
        }
    }

    /// A printed total over some of the industries.
    public struct Subtotal: Sendable, Hashable {
        /// The total's own code among the cells.
        public let code: String
        /// The industries it covers.
        public let industries: [String]

        /// The total `code` of `industries`.
        public init(code: String, industries: [String]) {
            self.code = code
            self.industries = industries
        }
    }

    /// Accounts from cells keyed by region and industry; a cell not given is not available.
    public init(
        year: Year,
        nation: Region,
        regions: Axis<Region>,
        industries: Axis<Industry>,
        subtotals: [Subtotal],
        cells: [Measure: [Cell: Observation]],
        provenance: Provenance,
        rules: [AppliedRule]
    ) {
        self.year = year
        self.nation = nation
        self.regions = regions
        self.industries = industries
        self.subtotals = subtotals
        self.cells = cells
        self.provenance = provenance
        self.rules = rules
    }

    /// The measures that have any cells.
    public var measures: [Measure] { Measure.allCases.filter { cells[$0] != nil } }

    /// The cell of a region, the nation included, and an industry or subtotal, by code.
    public subscript(measure: Measure, region: String, industry: String) -> Observation {
        cells[measure]?[Cell(region: region, industry: industry)] ?? .notAvailable
    }

    /// The region whose code is `code`.
    ///
    /// - Throws: `.noSuchRegion` with the year and the codes there are.
    public func region(_ code: String) throws(AccountsError) -> Region {
        if code == nation.code { return nation }
        guard let region = regions.labels.first(where: { $0.code == code }) else {
            throw .noSuchRegion(code: code, year: year, known: [nation.code] + regions.codes)
        }
        return region
    }

    /// A measure of a region, industry by industry; what cannot occur is zero.
    ///
    /// - Throws: `.notPublished` for the first industry without a number.
    public func vector(_ measure: Measure, _ region: Region) throws(AccountsError) -> LabelledVector<Industry>
    {
        var values: [Double] = []
        for industry in industries.labels {
            let cell = self[measure, region.code, industry.code]
            guard let number = cell == .notApplicable ? 0 : cell.number else {
                throw .notPublished(region: region.code, industry: industry.code, measure: measure.rawValue)
            }
            values.append(number)
        }
        return LabelledVector(industries, values)
    }

    /// The same accounts with other rules listed.
    public func replacingRules(with rules: [AppliedRule]) -> RegionalAccounts {
        RegionalAccounts(
            year: year,
            nation: nation,
            regions: regions,
            industries: industries,
            subtotals: subtotals,
            cells: cells,
            provenance: provenance,
            rules: rules
        )
    }

    /// The same accounts with some cells filled and the rules that filled them added.
    public func filling(
        _ measure: Measure,
        with filled: [Cell: Observation],
        rules added: [AppliedRule]
    ) -> RegionalAccounts {
        var cells = self.cells
        cells[measure, default: [:]].merge(filled) { _, new in new }
        return RegionalAccounts(
            year: year,
            nation: nation,
            regions: regions,
            industries: industries,
            subtotals: subtotals,
            cells: cells,
            provenance: provenance,
            rules: rules + added
        )
    }
}
