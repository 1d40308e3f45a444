public import Accounts

/// What a check finds in regional accounts.
public struct RegionalFindings: Sendable {
    /// Number of industries.
    public let industries: Int
    /// The printed totals and subtotals, by code.
    public let totals: [String]
    /// The lines that are part of an industry, by code.
    public let details: [String]
    /// Year by year, earliest first.
    public let years: [YearFindings]

    /// One year's regions and cells.
    public struct YearFindings: Sendable {
        /// The year.
        public let year: Year
        /// The regions, the nation not among them.
        public let regions: [Region]
        /// Measure by measure.
        public let measures: [MeasureFindings]
    }

    /// The cells of one measure in one year, all printed lines and the nation included.
    public struct MeasureFindings: Sendable {
        /// The measure.
        public let measure: RegionalAccounts.Measure
        /// Cells with a number.
        public let published: Int
        /// Cells withheld for confidentiality.
        public let suppressed: Int
        /// Cells not available.
        public let notAvailable: Int
        /// Cells where no figure can occur.
        public let notApplicable: Int
        /// Cells with a negative number.
        public let negatives: [RegionalAccounts.Cell]
        /// Lines whose regions all have a number and add up to another than the nation's, and by how much;
        /// rounding alone gives some.
        public let regionsOffNation: [Deviation]
        /// Totals whose industries all have a number and add up to another than the total, and by how much.
        public let industriesOffTotal: [Deviation]
    }

    /// A printed total and the sum of the parts it should be.
    public struct Deviation: Sendable, Hashable {
        /// The total's cell.
        public let total: RegionalAccounts.Cell
        /// What is printed.
        public let stated: Double
        /// What the parts add up to.
        public let found: Double

        /// Sum of the parts less what is printed.
        public var difference: Double { found - stated }
    }

    init(_ dataset: Dataset) throws(DatasetError) {
        let (series, lines) = try dataset.regionalAccounts()
        func codes(where counts: (PrintedLine) -> Bool) -> [String] {
            lines.filter(counts).map(\.industry.code)
        }
        industries = codes { $0.role == .industry }.count
        totals = codes(where: \.role.isTotal)
        details = codes { $0.role == .detail }
        let codes = lines.map(\.industry.code)
        years = series.accounts.map { accounts in
            YearFindings(
                year: accounts.year,
                regions: accounts.regions.labels,
                measures: RegionalAccounts.Measure.allCases.map {
                    MeasureFindings($0, accounts, lines: codes)
                }
            )
        }
    }
}

extension RegionalFindings.MeasureFindings {
    init(_ measure: RegionalAccounts.Measure, _ accounts: RegionalAccounts, lines: [String]) {
        var counts: [Observation: Int] = [:]
        var published = 0
        var negatives: [RegionalAccounts.Cell] = []
        for region in [accounts.nation.code] + accounts.regions.codes {
            for line in lines {
                let observation = accounts[measure, region, line]
                guard let number = observation.number else {
                    counts[observation, default: 0] += 1
                    continue
                }
                published += 1
                if number < 0 { negatives.append(.init(region: region, industry: line)) }
            }
        }
        self.measure = measure
        self.published = published
        suppressed = counts[.suppressed] ?? 0
        notAvailable = counts[.notAvailable] ?? 0
        notApplicable = counts[.notApplicable] ?? 0
        self.negatives = negatives
        let nation = accounts.nation.code
        regionsOffNation = lines.compactMap { line in
            RegionalFindings.Deviation(
                of: .init(region: nation, industry: line),
                stated: accounts[measure, nation, line],
                parts: accounts.regions.codes.map { accounts[measure, $0, line] }
            )
        }
        industriesOffTotal = ([nation] + accounts.regions.codes).flatMap { region in
            accounts.subtotals.compactMap { subtotal in
                RegionalFindings.Deviation(
                    of: .init(region: region, industry: subtotal.code),
                    stated: accounts[measure, region, subtotal.code],
                    parts: subtotal.industries.map { accounts[measure, region, $0] }
                )
            }
        }
    }
}

extension RegionalFindings.Deviation {
    /// `nil` where the parts add up, and where any number is missing.
    fileprivate init?(of total: RegionalAccounts.Cell, stated: Observation, parts: [Observation]) {
        guard let stated = stated.number else { return nil }
        var found = 0.0
        var magnitude = abs(stated)
        for part in parts where part != .notApplicable {
            guard let number = part.number else { return nil }
            found += number
            magnitude += abs(number)
        }
        // Decimals such as 0.1 are not exact; sums of them are off by units in the last place, which is no news.
        guard abs(found - stated) > 1e-12 * magnitude else { return nil }
        self.total = total
        self.stated = stated
        self.found = found
    }
}
