import Accounts
import Datasets
import FileFormats
import Leontief
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
    private let fitWithoutDistance: PurchaseFit?

    init(
        _ definition: StudyDefinition,
        _ inputs: StudyInputs,
        _ options: CountyOptions
    ) throws(StudyError) {
        guard let accounts = inputs.accounts, let source = definition.data.regionalAccounts,
            let parameters = definition.regionalisation
        else {
            throw .missing(
                what: inputs.accounts == nil ? "data.regional_accounts" : "regionalisation",
                place: Place(file: definition.file),
                known: []
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

    /// What households consume without buying it for wages: their own dwellings' services.
    private static func dwellings(_ inputs: StudyInputs) -> LabelledVector<Industry> {
        let households = inputs.table.categories.labels.filter { $0.role == .householdConsumption }
        return LabelledVector(inputs.table.industries) { industry in
            let all = households.reduce(0) { $0 + inputs.table.finalDemand[industry, $1] }
            let rest = all - inputs.consumption.domestic[industry]
            // What two sums of the same cells leave is rounding.
            return abs(rest) <= 1e-9 * abs(all) ? 0 : rest
        }
    }

    func build(decay: Double) throws(RegionalisationError) -> MultiRegionalBuild {
        try MultiRegionalBuild(
            of: table,
            accounts: accounts,
            outside: CountyOptions.outside,
            finalDemand: rules,
            trade: trade.with(decay: decay)
        )
    }

    /// The households of Type II.
    func households(
        of build: MultiRegionalBuild,
        _ definition: StudyDefinition,
        residence: LabelledMatrix<Region, Region>? = nil
    ) throws(LeontiefError) -> RegionalHouseholds {
        try RegionalHouseholds(
            of: build.table,
            notFromWages: build.usedWhereMade,
            leakages: definition.households.leakages,
            residence: residence
        )
    }

    /// Persons employed. Figures are rounded to hundreds, so that the nation's less the counties' is no number of
    /// persons outside the counties except where something is produced there.
    func employment(in build: MultiRegionalBuild) throws(LeontiefError) -> RegionalMeasure? {
        guard accounts.measures.contains(.employment) else { return nil }
        let output = build.production.output
        var numbers: [String: LabelledVector<Industry>] = [:]
        do {
            for region in [accounts.nation] + accounts.regions.labels {
                numbers[region.code] = try accounts.vector(.employment, region)
            }
        } catch {
            throw .accounts(error)
        }
        let amounts = LabelledVector(build.table.sectors) { sector in
            guard output[sector.region, sector.element] > 0 else { return 0 }
            if let own = numbers[sector.region.code] { return own[sector.element] }
            let nation = numbers[accounts.nation.code]?[sector.element] ?? 0
            return max(
                0,
                accounts.regions.labels.reduce(nation) { $0 - (numbers[$1.code]?[sector.element] ?? 0) }
            )
        }
        return try RegionalMeasure(.employment, amounts: amounts, in: build.table)
    }

    /// v_r'(I − A^rr)⁻¹ with A^rr from the county's own table, cut out of the nation's without the others.
    func singleRegion(
        _ measure: RegionalMeasure,
        _ build: MultiRegionalBuild
    ) throws(StudyError) -> [Located<Industry>: Double] {
        var answers: [Located<Industry>: Double] = [:]
        for (position, region) in accounts.regions.labels.enumerated() {
            let alone = try regionalising(source) { () throws(RegionalisationError) in
                try RegionalTable(
                    of: table,
                    region: region,
                    accounts: accounts,
                    method: trade.method,
                    sizeMeasure: trade.sizeMeasure,
                    flowBasis: trade.flowBasis,
                    purchases: fitWithoutDistance
                )
            }
            let first = position * table.industries.count
            let row = LabelledVector(
                table.industries,
                Array(measure.perOutput.values[first..<first + table.industries.count])
            )
            let effects = try ringing(source) { () throws(LeontiefError) in
                try LeontiefSystem(
                    TechnicalCoefficients(flows: alone.intraregional, output: alone.output)
                ).multipliers(of: row)
            }
            for industry in table.industries.labels where alone.output[industry] > 0 {
                answers[Located(industry, in: region)] = effects[industry]
            }
        }
        return answers
    }
}
