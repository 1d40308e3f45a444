public import Accounts

/// The parameters of a fitted model of regional purchases, as a dataset holds them.
///
/// What they mean, and how they become shares, is Regionalisation's to say; docs/METHOD.md has the formula.
public struct PurchaseParameters: Sendable, Equatable {
    /// The nation whose regions they were learned from.
    public let nation: Region
    /// The year of the tables they were learned from.
    public let year: Year
    /// The selling industries.
    public let industries: Axis<Industry>
    /// Each industry's share of the purchases learned from, in the industries' order.
    public let weights: [Double]
    /// The model with and without distances.
    public let variants: [Variant]
    /// How other classifications correspond to the industries.
    public let correspondences: [Correspondence]
    /// Where the parameters come from; the files are those learned from.
    public let provenance: Provenance

    /// Parameters.
    public init(
        nation: Region,
        year: Year,
        industries: Axis<Industry>,
        weights: [Double],
        variants: [Variant],
        correspondences: [Correspondence],
        provenance: Provenance
    ) {
        self.nation = nation
        self.year = year
        self.industries = industries
        self.weights = weights
        self.variants = variants
        self.correspondences = correspondences
        self.provenance = provenance
    }

    /// The codes of the regions learned from.
    public var regions: [String] { variants.first?.leftOut.map(\.region) ?? [] }

    /// One form of the model.
    public struct Variant: Sendable, Equatable {
        /// `distance` or `no_distance`.
        public let code: String
        /// The spreads, by name, in the order of ``PurchaseParameters/spreads``.
        public let spreads: [Double]
        /// The parameters learned from all regions.
        public let values: Values
        /// Standard errors of the parameters.
        public let standardErrors: Values
        /// The parameters learned without one region, for each.
        public let leftOut: [LeftOut]

        /// A variant.
        public init(
            code: String,
            spreads: [Double],
            values: Values,
            standardErrors: Values,
            leftOut: [LeftOut]
        ) {
            self.code = code
            self.spreads = spreads
            self.values = values
            self.standardErrors = standardErrors
            self.leftOut = leftOut
        }
    }

    /// The parameters learned without a region.
    public struct LeftOut: Sendable, Equatable {
        /// The region's code.
        public let region: String
        /// The parameters.
        public let values: Values

        /// Parameters learned without `region`.
        public init(region: String, values: Values) {
            self.region = region
            self.values = values
        }
    }

    /// One set of parameters.
    public struct Values: Sendable, Equatable {
        /// The intercept, the slope on supply and the slope on the region's size.
        public let common: [Double]
        /// An effect for each industry, in the industries' order.
        public let industries: [Double]

        /// Parameters.
        public init(common: [Double], industries: [Double]) {
            self.common = common
            self.industries = industries
        }
    }

    /// A code of another classification and an industry it covers, wholly or in part.
    public struct Correspondence: Sendable, Equatable {
        /// The other classification.
        public let classification: String
        /// The code there.
        public let target: String
        /// The industry's code.
        public let source: String

        /// A correspondence.
        public init(classification: String, target: String, source: String) {
            self.classification = classification
            self.target = target
            self.source = source
        }
    }

    /// The names of the common parameters.
    public static let common = ["intercept", "supply", "size"]
    /// The names of the spreads.
    public static let spreads = [
        "distance_decay", "region_spread", "seller_spread", "technology_spread_national",
        "technology_spread_own", "left_out_error_national", "left_out_error_own",
    ]
    /// The names of the variants.
    public static let variantCodes = ["distance", "no_distance"]
}
