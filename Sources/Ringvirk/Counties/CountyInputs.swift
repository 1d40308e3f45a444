import Accounts
import Datasets
import FileFormats
import Regionalisation

/// What a table of all counties is built from.
struct CountyInputs {
    let table: InputOutputTable
    let accounts: RegionalAccounts
    let trade: InterregionalTrade
    let rules: FinalDemandRules
    let population: (persons: LabelledVector<Region>, year: Year)?
    let sources: [Provenance]
    /// The accounts' dataset.
    let source: String
    /// The fit that knows no distances, for tables of one county; `nil` where the shares are not calibrated.
    let fitWithoutDistance: PurchaseFit?

    init(
        _ definition: StudyDefinition,
        _ inputs: StudyInputs,
        _ options: CountyOptions
    ) throws(StudyError) {
        guard let accounts = inputs.accounts, let source = definition.data.regionalAccounts,
            let parameters = definition.regionalisation
        else {
            throw .lacksKey(
                inputs.accounts == nil ? "data.regional_accounts" : "regionalisation",
                in: definition.file
            )
        }
        // A merger that the accounts cannot follow must not pass in silence.
        if options.borders != nil {
            for merged in definition.mergedRegions {
                _ = try fitting(source) { () throws(AccountsError) in
                    try accounts.region(merged.region.code)
                }
            }
        }
        let folder = options.places ?? definition.dataset(CountyOptions.usualPlaces)
        let places = try reading { () throws(DatasetError) in try Dataset(at: folder).regionPlaces() }
        let positions = try fitting(folder) { () throws(AccountsError) in
            try places.positions(of: accounts.regions)
        }
        let wanted = options.purchases ?? parameters.purchases
        let learned = try wanted.map { purchases throws(StudyError) in
            try LearnedPurchases(
                purchases,
                inputs.table.industries,
                askedFor: Place(file: definition.file),
                withDistances: true
            )
        }
        let alone = try wanted.map { purchases throws(StudyError) in
            try LearnedPurchases(purchases, inputs.table.industries, askedFor: Place(file: definition.file))
        }
        table = inputs.table
        self.accounts = accounts
        self.source = source
        fitWithoutDistance = alone?.fit
        trade = InterregionalTrade(
            method: learned == nil ? parameters.method : .calibrated,
            sizeMeasure: parameters.sizeMeasure,
            flowBasis: parameters.flows,
            purchases: learned?.fit,
            positions: positions,
            decay: options.decay
        )
        population = places.population(of: accounts.regions, by: definition.year)
        rules = FinalDemandRules(
            population: population?.persons,
            publicIndustries: CountyOptions.publicIndustries.filter(inputs.table.industries.codes.contains),
            buildingIndustries: CountyOptions.buildingIndustries
                .filter(inputs.table.industries.codes.contains),
            usedWhereMade: Self.dwellings(inputs)
        )
        sources =
            [inputs.table.provenance, accounts.provenance, places.provenance]
            + [learned?.provenance].compactMap(\.self)
    }

    /// The table with β = `decay`.
    func build(decay: Double) throws(RegionalisationError) -> MultiRegionalBuild {
        try MultiRegionalBuild(
            of: table,
            accounts: accounts,
            outside: CountyOptions.outside,
            finalDemand: rules,
            trade: trade.with(decay: decay)
        )
    }
}
