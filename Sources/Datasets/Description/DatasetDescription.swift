public import Accounts

/// What `dataset.json` says: what the dataset is, where its figures come from and on what terms, and the
/// fingerprints of the files beside it.
public struct DatasetDescription: Sendable, Hashable {
    /// The value of the `format` key; a change of the format that old readers cannot follow gets a new one.
    public static let format = "ringvirk-dataset-1"
    /// The name of the file.
    public static let fileName = "dataset.json"

    /// What to call the dataset.
    public let title: Name
    /// Where the figures come from and on what terms.
    public let provenance: Provenance
    /// The kind of the dataset, with what only that kind has to say.
    public let contents: Contents
    /// The rules applied on the way from the source to the files.
    public let rules: [AppliedRule]
    /// The dataset's files and their digests; a dataset made by hand need not name any.
    public let files: [Provenance.FileTrace]

    /// What kind of dataset it is.
    public var kind: DatasetKind { contents.kind }

    /// What only one kind of dataset has to say.
    public enum Contents: Sendable, Hashable {
        /// The area, what the amounts mean, and how far the table may be off balance.
        case inputOutputTable(area: Region, basis: Basis, tolerance: BalanceTolerance)
        /// The area, what the amounts mean and how use is valued, and how far supply and use may be off balance.
        case supplyUseTable(area: Region, basis: Basis, tolerance: SupplyUseTolerance)
        /// The region the others add up to, and the unit of the money measures; employment is in persons.
        case regionalAccounts(nation: Region, unit: Unit)
        /// Nothing more.
        case extensions
        /// Nothing more.
        case concordance
        /// The nation, what the amounts mean, and how far the tables may be off balance.
        case regionalTables(nation: Region, basis: Basis, tolerance: BalanceTolerance)
        /// The nation and year it was learned from.
        case purchaseCoefficients(nation: Region, year: Year)
        /// What was asked for of the publisher's table; nothing for a cube made by hand.
        case cube(query: [CubeSelection])
        /// Nothing more.
        case regionHistory
        /// Nothing more.
        case regionPlaces

        /// The kind that says this.
        public var kind: DatasetKind {
            switch self {
            case .inputOutputTable: .inputOutputTable
            case .supplyUseTable: .supplyUseTable
            case .regionalAccounts: .regionalAccounts
            case .extensions: .extensions
            case .concordance: .concordance
            case .regionalTables: .regionalTables
            case .purchaseCoefficients: .purchaseCoefficients
            case .cube: .cube
            case .regionHistory: .regionHistory
            case .regionPlaces: .regionPlaces
            }
        }
    }

    /// A description.
    public init(
        title: Name,
        provenance: Provenance,
        contents: Contents,
        rules: [AppliedRule],
        files: [Provenance.FileTrace]
    ) {
        self.title = title
        self.provenance = provenance
        self.contents = contents
        self.rules = rules
        self.files = files
    }
}
