public import Accounts
public import Disclosure
public import Leontief
public import Regionalisation

/// One thing every figure of a study presupposes, with the parameters it was given.
public enum Assumption: Sendable {
    /// Static model of one year: fixed coefficients, current prices of that year, no capacity limits.
    case fixedCoefficients(Year)
    /// The national table is projected, from and to the years named (`2012 → 2008`), and nobody's publication.
    case projectedTable(String)
    /// Gross effects: nothing subtracted for displacement.
    case gross
    /// Effects of different industries must not be added.
    case notAdditive
    /// Regional output = regional value added × national output / value added.
    case regionalOutputFromValueAdded
    /// Trade within the region by location quotients.
    case quotients(
        method: QuotientMethod,
        size: SizeMeasure,
        basis: FlowBasis,
        relativeSize: Double,
        lambda: Double?
    )
    /// Trade within the region by shares learned from official regional tables of another nation or year, with the mean
    /// error of output multipliers of regions left out.
    case purchaseCoefficients(
        nation: Region,
        year: Year,
        regions: Int,
        leftOutError: Double,
        relativeSize: Double
    )
    /// What the region does not supply is bought in the rest of the country.
    case restSuppliesTheRest
    /// Employment and compensation per krone of output: whose.
    case coefficientsPerOutput(CoefficientSource)
    /// Type II: households' leakages, and consumption that is not taken to follow wages.
    case households(
        leakages: HouseholdLeakages,
        sources: [Name],
        excluded: [String],
        inRegion: Bool
    )
    /// Emissions abroad under the domestic technology assumption.
    case domesticTechnologyAbroad
    /// Industries of the region whose value added was withheld by the publisher, and how it was found.
    case withheldFigures([(industry: Industry, origin: Observation.Origin)])
    /// Industries of which much of the nation's value added lies outside all regions, with that share.
    case mostlyOutsideRegions([(industry: Industry, share: Double)])
    /// An actor has its industry's cost structure.
    case actorsLikeTheirIndustry
    /// Prices and volumes of the actors are illustrations.
    case illustrativeActors
    /// Firms have rows and columns of their own from their books; the repairs that were asked for, with the MNOK they
    /// moved, where that may be told.
    case firmBooks(firms: Int, repairs: [(name: String, touched: Double?)])
    /// What the firms' books would give away is withheld or rounded.
    case withheldForConfidentiality(DisclosureRules, withheld: Int, of: Int, earlierRuns: Int)
    /// Actors called illustrations whose books bear an organisation number that a firm could have, or none.
    case booksNotInvented([Name])
}
