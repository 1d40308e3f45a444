public import Accounts
import FileFormats

/// Everything worth knowing about a dataset before it is used, wrong or right: facts only.
///
/// A dataset whose files cannot be read as its kind has no facts to tell; the check then throws the faults.
public struct DatasetCheck: Sendable {
    /// The folder, as the user named it.
    public let folder: String
    /// What `dataset.json` says.
    public let description: DatasetDescription
    /// The files, with the digests stated and found.
    public let digests: [DatasetDigest]
    /// What was found in them.
    public let findings: Findings

    /// What was found, by kind of dataset.
    public enum Findings: Sendable {
        /// An input-output table's size, balance and peculiarities.
        case inputOutputTable(TableFindings)
        /// A supply and use table's size, balance and peculiarities.
        case supplyUseTable(SupplyUseFindings)
        /// Regional accounts' years, regions and cells without a number.
        case regionalAccounts(RegionalFindings)
        /// A series of extensions' measures and years.
        case extensions(ExtensionFindings)
        /// A concordance's groups and schemes.
        case concordance(ConcordanceFindings)
        /// Regional tables: industries, regions, and those with a table.
        case regionalTables(industries: Int, regions: Int, tables: Int, hasPositions: Bool)
        /// A fitted model: industries, and the regions it was learned from.
        case purchaseCoefficients(industries: Int, regions: Int)
        /// A cube's dimensions, cells and marks.
        case cube(CubeFindings)
        /// A region history's counties, municipalities and changes.
        case regionHistory(counties: Int, municipalities: Int, changes: Int)
        /// Places: the regions, and the years whose inhabitants are known.
        case regionPlaces(regions: Int, years: [Year])
    }

    /// Whether the dataset can be used: every file is the one described, and what stands in them makes accounts.
    public var isSound: Bool {
        guard digests.allSatisfy(\.isAccepted) else { return false }
        switch findings {
        case .inputOutputTable(let findings): return findings.isSound
        case .supplyUseTable(let findings): return findings.isSound
        case .regionalAccounts, .extensions, .concordance, .regionalTables, .purchaseCoefficients, .cube,
            .regionHistory, .regionPlaces:
            return true
        }
    }

    /// Checks the dataset in `folder`.
    ///
    /// - Throws: `.file` with the faults of all the files; `.accounts` where they make no accounts for another
    ///   reason than being off balance.
    public init(of folder: String) throws(DatasetError) {
        let dataset = try Dataset(unverified: folder)
        self.folder = folder
        description = dataset.description
        digests = dataset.digests
        switch description.kind {
        case .inputOutputTable: findings = .inputOutputTable(try TableFindings(dataset))
        case .supplyUseTable: findings = .supplyUseTable(try SupplyUseFindings(dataset))
        case .regionalAccounts: findings = .regionalAccounts(try RegionalFindings(dataset))
        case .extensions: findings = .extensions(ExtensionFindings(try dataset.extensionSeries()))
        case .concordance: findings = .concordance(ConcordanceFindings(try dataset.classificationMap()))
        case .cube: findings = .cube(CubeFindings(try dataset.cube()))
        case .regionHistory:
            let history = try dataset.regionHistory()
            findings = .regionHistory(
                counties: history.regions.count { $0.level == .county },
                municipalities: history.regions.count { $0.level == .municipality },
                changes: history.changes.count
            )
        case .regionalTables:
            let set = try dataset.regionalTables()
            findings = .regionalTables(
                industries: set.industries.count,
                regions: set.regions.count,
                tables: set.tables.count,
                hasPositions: set.positions != nil
            )
        case .regionPlaces:
            let places = try dataset.regionPlaces()
            findings = .regionPlaces(regions: places.regions.count, years: places.population.keys.sorted())
        case .purchaseCoefficients:
            let parameters = try dataset.purchaseParameters()
            findings = .purchaseCoefficients(
                industries: parameters.industries.count,
                regions: parameters.regions.count
            )
        }
    }
}
