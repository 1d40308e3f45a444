public import Accounts
public import Actors
public import Leontief

/// Everything a study found, with everything it stands on, ready for the writers.
///
/// Assumptions, rules and sources are part of the value: no writer can be handed results without them.
public struct Report: Sendable {
    /// The study's title.
    public let title: Name
    /// The region studied; the nation itself in a national study.
    public let region: Region
    /// The nation.
    public let nation: Region
    /// Unit, year, valuation and prices.
    public let basis: Basis
    /// Multipliers of the region's industries; `nil` in a national study.
    public let regionalMultipliers: Multipliers?
    /// Multipliers of the nation's industries.
    public let nationalMultipliers: Multipliers
    /// Impacts of the study's shocks, in its order.
    public let impacts: [Impact]
    /// The actor table; `nil` in a study without actors.
    public let actorTable: ActorTable?
    /// The firms whose books are read; `nil` in a study without, and where they are secret.
    public let firms: FirmResults?
    /// Who may read this.
    public let confidentiality: Confidentiality
    /// The actors' recipes.
    public let recipes: [Recipe]
    /// What every figure presupposes.
    public let assumptions: [Assumption]
    /// The rules applied to the data.
    public let rules: [AppliedRule]
    /// What was checked, and how it came out.
    public let checks: [Check]
    /// Where the data come from.
    public let sources: [Provenance]

    /// A study's results.
    public init(
        title: Name,
        region: Region,
        nation: Region,
        basis: Basis,
        regionalMultipliers: Multipliers?,
        nationalMultipliers: Multipliers,
        impacts: [Impact],
        actorTable: ActorTable?,
        firms: FirmResults? = nil,
        confidentiality: Confidentiality = .nothingSecret,
        recipes: [Recipe],
        assumptions: [Assumption],
        rules: [AppliedRule],
        checks: [Check],
        sources: [Provenance]
    ) {
        self.title = title
        self.region = region
        self.nation = nation
        self.basis = basis
        self.regionalMultipliers = regionalMultipliers
        self.nationalMultipliers = nationalMultipliers
        self.impacts = impacts
        self.actorTable = actorTable
        self.firms = firms
        self.confidentiality = confidentiality
        self.recipes = recipes
        self.assumptions = assumptions
        self.rules = rules
        self.checks = checks
        self.sources = sources
    }

    /// The multipliers there are, the region's first.
    public var multipliers: [Multipliers] {
        [regionalMultipliers, nationalMultipliers].compactMap(\.self)
    }

    /// Industries whose total employment over their direct employment (Type I, the whole nation) lies outside what
    /// published Norwegian reports show, 1.0–2.5: to be asked about before it is quoted (METHOD §13).
    public var unusualRatios: [(industry: Industry, ratio: Double)] {
        let table = regionalMultipliers ?? nationalMultipliers
        guard
            let effects = table.effects.first(where: {
                $0.measure == .employment && $0.closure == .type1 && $0.scope == .nation
            })
        else { return [] }
        return table.producing.compactMap { industry in
            guard let ratio = effects.ratio(industry), !(1...2.5).contains(ratio) else { return nil }
            return (industry, ratio)
        }
    }

    /// The lines that must stand beside figures from these sources, each once.
    public var attributions: [String] {
        sources.map(\.attribution).distinct
    }

    /// One check of the results against themselves or against the statistics.
    public struct Check: Sendable, Hashable {
        /// What is checked.
        public let kind: Kind
        /// The largest deviation, in the check's own unit.
        public let deviation: Double

        /// What can be checked.
        public enum Kind: String, Sendable, CaseIterable {
            /// |v'L + m'L + t'L − 1|, national Type I, largest over industries.
            case columnIdentity = "value_added_plus_imports_plus_product_taxes_minus_one"
            /// Regional accounts' national value added against the table's, MNOK.
            case nationalValueAdded = "national_value_added_accounts_minus_table_mnok"
            /// The same for compensation of employees.
            case nationalCompensation = "national_compensation_accounts_minus_table_mnok"
            /// Employment that the coefficients imply in the region against the printed figure, relative.
            case impliedEmployment = "implied_employment_relative_to_accounts"
            /// Compensation that the coefficients imply in the region against the printed figure, relative.
            case impliedCompensation = "implied_compensation_relative_to_accounts"
            /// The actor table applied to outputs against a direct run, relative.
            case actorRoundTrip = "actor_table_round_trip_relative"
            /// The firms added back to what remains of their industries against the table, largest cell over output.
            case firmsAddedBack = "firms_added_back_minus_table_relative"
            /// |v'L + m'L + t'L + the statistics' rounding − 1| of the firms' columns in the nation's table, largest.
            case firmColumns = "firms_value_added_plus_imports_plus_product_taxes_minus_one"
            /// Largest error bound of the Type I multipliers, relative.
            case errorBound = "multiplier_relative_error_bound"
            /// Largest residual of the same solutions, relative.
            case residual = "multiplier_relative_residual"
            /// Largest row deviation of the national table, MNOK.
            case rowBalance = "table_largest_row_deviation_mnok"
        }

        /// A check and its deviation.
        public init(_ kind: Kind, _ deviation: Double) {
            self.kind = kind
            self.deviation = deviation
        }
    }
}
