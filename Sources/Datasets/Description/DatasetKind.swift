/// What a dataset holds; raw values are those of the `kind` key in `dataset.json`.
public enum DatasetKind: String, Sendable, Hashable, CaseIterable {
    /// One year's input-output table.
    case inputOutputTable = "input_output_table"
    /// One year's supply and use table.
    case supplyUseTable = "supply_use_table"
    /// Accounts by region and industry, several years.
    case regionalAccounts = "regional_accounts"
    /// Employment, emissions and the like by industry, several years.
    case extensions
    /// Which industries of which classifications make up which groups.
    case concordance
    /// Official tables of some regions, with the accounts of all of them.
    case regionalTables = "regional_tables"
    /// A fitted model of how much regions buy of their own industries.
    case purchaseCoefficients = "purchase_coefficients"
    /// A published table of any shape.
    case cube
    /// The counties and municipalities there have been, and what became of which.
    case regionHistory = "region_history"
    /// Where regions lie, and how many people live in them.
    case regionPlaces = "region_places"

    /// The files a dataset of this kind has beside `dataset.json`, in the order they are written.
    public var requiredFiles: [String] {
        switch self {
        case .inputOutputTable:
            ["industries.csv", "final_demand.csv", "primary_inputs.csv", "flows.csv", "output.csv"]
        case .supplyUseTable:
            [
                "products.csv", "industries.csv", "final_demand.csv", "primary_inputs.csv", "supply.csv",
                "use.csv",
            ]
        case .regionalAccounts: ["industries.csv", "regions.csv", "accounts.csv"]
        case .extensions: ["industries.csv", "measures.csv", "extensions.csv"]
        case .concordance: ["industries.csv", "mapping.csv"]
        case .regionalTables:
            [
                "industries.csv", "final_demand.csv", "primary_inputs.csv", "regions.csv", "accounts.csv",
                "national.csv", "flows.csv",
            ]
        case .purchaseCoefficients: ["industries.csv", "parameters.csv"]
        case .cube: ["dimensions.csv", "categories.csv", "figures.csv"]
        case .regionHistory: ["regions.csv", "changes.csv"]
        case .regionPlaces: ["regions.csv"]
        }
    }

    /// The files it may have.
    public var optionalFiles: [String] {
        switch self {
        case .inputOutputTable: ["extensions.csv"]
        case .supplyUseTable: ["valuation.csv", "territory.csv"]
        case .purchaseCoefficients: ["correspondence.csv"]
        case .regionPlaces: ["population.csv"]
        case .regionalAccounts, .extensions, .concordance, .regionalTables, .cube, .regionHistory: []
        }
    }

    /// The required file that is read a row at a time, where one has a line for each of millions of cells.
    var streamedFile: String? { self == .cube ? "figures.csv" : nil }
}
