import Accounts

/// What a table of all counties needs beside a study: where they lie, how far they trade, how it is bounded.
public struct CountyOptions: Sendable {
    /// The folder of the counties' centres and inhabitants; `nil` for ``usualPlaces`` in the study's data folder.
    public var places: String?
    /// β: the exponent of distance in trade between counties.
    public var decay: Double
    /// Other exponents the table is built with, for a band around every figure.
    public var otherDecays: [Double]
    /// Purchase coefficients to use in the place of the study's method; their variant with distances.
    public var purchases: StudyDefinition.Purchases?
    /// Whether the firms whose books the study reads are put into the table.
    public var firms: Firms
    /// The year whose county borders the accounts are put together to; `nil` for the study's own mergers.
    public var borders: Int?
    /// Who works where and lives where: a file of ``CommutingFile``; `nil` for the study's, should it name one.
    public var commuting: String?
    /// The folder of counties and municipalities; `nil` for ``usualHistory`` in the study's data folder.
    public var regionHistory: String?

    /// Whether firms with books are put into the table of all counties, and for whose eyes.
    public enum Firms: Sendable {
        /// They stay in their industries, and their books are not read.
        case leftOut
        /// Only if all of them are invented: anybody may read the results.
        case ifInvented
        /// Whoever they are: for the owner of the books alone.
        case confidential
    }

    /// The name of the list of counties and municipalities in a data folder.
    public static let usualHistory = "region-history"
    /// The name of the counties' centres in a data folder.
    public static let usualPlaces = "county-centres"
    /// Industries that serve the public, of those that the study has.
    static let publicIndustries = ["O84", "P85", "Q86_88"]
    /// Industries whose products are built on the spot, of those that the study has.
    static let buildingIndustries = ["F41_43"]
    /// The territory outside all counties: the continental shelf, Svalbard, embassies.
    static let outside = Region(
        code: "outside",
        name: Name(
            english: "Outside the counties",
            norwegian: "Utenfor fylkene"
        )
    )

    /// Options; β is 1 and the band from 0.5 to 2 where nothing else is said.
    public init(
        places: String? = nil,
        decay: Double = 1,
        otherDecays: [Double] = [0.5, 2],
        purchases: StudyDefinition.Purchases? = nil,
        borders: Int? = nil,
        commuting: String? = nil,
        firms: Firms = .leftOut
    ) {
        self.places = places
        self.decay = decay
        self.otherDecays = otherDecays
        self.purchases = purchases
        self.borders = borders
        self.commuting = commuting
        self.firms = firms
    }
}
