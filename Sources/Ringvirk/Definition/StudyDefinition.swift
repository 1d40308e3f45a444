public import Accounts
public import FileFormats
public import Leontief
public import LinearAlgebra
public import Regionalisation

/// A study as its `study.yaml` defines it: what data, which region, which method, which questions.
///
/// Nothing that moves a number is left to a default: the method and δ, the size measure, the flows, whose
/// coefficients, and every leakage of household spending must be written down.
public struct StudyDefinition: Sendable {
    /// The study's short name; results are written to a folder of this name.
    public let name: String
    /// The title of the report.
    public let title: Name
    /// The language of tables and summary.
    public let language: Language
    /// The accounting year.
    public let year: Year
    /// Code of the region; the nation's code for a study of the nation alone.
    public let region: String
    /// The datasets.
    public let data: Data
    /// Regions that later merged: the code they have now and the codes they had.
    public let mergedRegions: [MergedRegion]
    /// How the region is cut out of the nation; a study of the nation alone can do without.
    public let regionalisation: Regionalisation?
    /// What households do with their wages.
    public let households: Households
    /// Changes in final demand to trace.
    public let shocks: [Shock]
    /// The folder in which the datasets' paths begin.
    public let dataFolder: String
    /// Path of the actors' file, if the study has actors.
    public let actorsFile: String?
    /// Path of the recipes' file, if the study has recipes.
    public let recipesFile: String?
    /// The firms' books, if the study has any.
    public let ledgers: Ledgers?
    /// The engine that the command line asks the systems to be solved by; `nil` leaves the choice. It moves no number.
    public let engine: SolverEngine?
    /// Whether the command line named another region or year than the file does.
    public let isChanged: Bool
    /// The file the definition was read from.
    public let file: String

    /// Folders of the datasets.
    public struct Data: Sendable {
        /// The nation's input-output table.
        public let nationalTable: String
        /// Regional accounts of several years; a study of the nation alone can do without.
        public let regionalAccounts: String?
        /// Emission accounts of several years; optional.
        public let emissions: String?
        /// The concordance to the groups in which the others meet; without it they must share their industries.
        public let groups: Groups?
    }

    /// A concordance, and the schemes in it that table and accounts are mapped by.
    public struct Groups: Sendable {
        /// The concordance's folder.
        public let dataset: String
        /// The scheme of the national table's industries.
        public let tableScheme: String
        /// The scheme of the regional accounts' industries.
        public let accountsScheme: String
    }

    /// A region and those that became it.
    public struct MergedRegion: Sendable {
        /// The region they became.
        public let region: Region
        /// The codes of those that merged.
        public let parts: [String]

        /// The regions `parts` as the one that they became.
        public init(region: Region, parts: [String]) {
            self.region = region
            self.parts = parts
        }
    }

    /// The parameters of METHOD §4.
    public struct Regionalisation: Sendable {
        /// The quotient and its parameter.
        public let method: QuotientMethod
        /// What "size" is.
        public let sizeMeasure: SizeMeasure
        /// Which national flows the quotients are applied to.
        public let flows: FlowBasis
        /// Whose employment and compensation per krone of output the region has.
        public let coefficients: CoefficientSource
        /// The purchase coefficients, when the method is `calibrated`.
        public let purchases: Purchases?

        init(
            method: QuotientMethod,
            sizeMeasure: SizeMeasure,
            flows: FlowBasis,
            coefficients: CoefficientSource,
            purchases: Purchases? = nil
        ) {
            self.method = method
            self.sizeMeasure = sizeMeasure
            self.flows = flows
            self.coefficients = coefficients
            self.purchases = purchases
        }
    }

    /// Purchase coefficients, and how the study's industries correspond to theirs.
    public struct Purchases: Sendable {
        /// The folder.
        public let dataset: String
        /// The name of the study's classification in their correspondence; `nil` when the industries are the same.
        public let classification: String?

        /// The coefficients in `dataset`.
        public init(dataset: String, classification: String?) {
            self.dataset = dataset
            self.classification = classification
        }
    }

    /// The parameters of METHOD §6.
    public struct Households: Sendable {
        /// Tax, saving, social contributions, commuting.
        public let leakages: HouseholdLeakages
        /// Where the leakages come from.
        public let sources: [Name]
        /// Industries of the national table whose deliveries to households do not follow wages.
        public let excluded: [String]
        /// Who works where and lives where (``CommutingFile``); asked of the table of all counties only.
        public let commuting: String?

        init(
            leakages: HouseholdLeakages,
            sources: [Name],
            excluded: [String],
            commuting: String? = nil
        ) {
            self.leakages = leakages
            self.sources = sources
            self.excluded = excluded
            self.commuting = commuting
        }
    }

    /// A change in final demand.
    public struct Shock: Sendable {
        /// What it is called.
        public let name: String
        /// MNOK by industry group.
        public let amounts: [(industry: String, amount: Double, place: Place)]
        /// Basic or purchasers' prices.
        public let valuation: PriceBasis
        /// The year whose prices the amounts are in.
        public let pricesOf: Year
        /// Where it stands.
        public let place: Place

        /// A change in final demand called `name`.
        public init(
            name: String,
            amounts: [(industry: String, amount: Double, place: Place)],
            valuation: PriceBasis,
            pricesOf: Year,
            place: Place
        ) {
            self.name = name
            self.amounts = amounts
            self.valuation = valuation
            self.pricesOf = pricesOf
            self.place = place
        }
    }
}
