import Accounts
import Actors
import Datasets
import FileFormats
import Regionalisation

/// What a study stands on, read and brought to the industries in which table and accounts meet.
struct StudyInputs {
    /// The nation's table.
    let table: InputOutputTable
    /// Household purchases that follow wages.
    let consumption: HouseholdConsumption
    /// The year's regional accounts, withheld cells filled as far as totals reach; `nil` in a study without.
    let accounts: RegionalAccounts?
    /// Persons employed by industry, where the accounts or the table have them.
    let employment: SourcedExtension?
    /// Emissions and whatever else the study has by industry.
    let emissions: [SourcedExtension]
    /// The rules that the emission accounts and the groups brought along.
    let otherRules: [AppliedRule]
    /// Where the groups come from, in a study with groups.
    let groupsProvenance: Provenance?
    /// The purchase coefficients, brought to the groups, with where they come from.
    let purchases: LearnedPurchases?
    /// The actors.
    let actors: [Actor]
    /// The actors' recipes.
    let recipes: [Recipe]
    /// From the table's own industries to the study's.
    let groups: Concordance<Industry, Industry>
    /// The largest row deviation of the table as published.
    let rowDeviation: Double

    /// Reads everything the definition names.
    init(_ definition: StudyDefinition) throws(StudyError) {
        let source = definition.data.nationalTable
        let (fine, own) = try reading { () throws(DatasetError) in
            try Dataset(at: source).inputOutputTable()
        }
        if fine.basis.year != definition.year {
            throw .accounts(.differ(.year(fine.basis.year, definition.year)), source: source)
        }
        if fine.basis.valuation != .basic {
            throw .accounts(.differ(.priceBasis(fine.basis.valuation, .basic)), source: source)
        }
        try fitting(source) { () throws(AccountsError) in try fine.requireHouseholds() }
        let groups = try Groups(definition.data.groups, table: fine.industries)
        table = try fitting(source) { () throws(AccountsError) in try fine.aggregated(by: groups.ofTable) }
        consumption = try HouseholdConsumption(
            in: fine,
            excluding: definition.households.excluded,
            groups: groups.ofTable,
            definition
        )
        rowDeviation = fine.balanceReport.largest(.row)
        accounts = try Self.accounts(definition, groups, fine)
        let (extensions, rules) = try Self.extensions(definition, own, groups: groups.ofTable)
        otherRules = rules.concerning(definition.year) + groups.rules
        groupsProvenance = groups.provenance
        employment =
            try Self.employment(definition, accounts) ?? extensions.first { $0.amounts.code == "employment" }
        emissions = extensions.filter { $0.amounts.code != "employment" }
        self.groups = groups.ofTable
        let industries = groups.ofTable.target
        purchases = try definition.regionalisation?.purchases.map { source throws(StudyError) in
            try LearnedPurchases(
                source,
                industries,
                askedFor: Place(file: definition.file)
            )
        }
        actors =
            try definition.actorsFile.map { file throws(StudyError) in
                try ActorsFile(contentsOf: file, industries: industries).actors
            } ?? []
        let codes = actors.map(\.code)
        recipes =
            try definition.recipesFile.map { file throws(StudyError) in
                try RecipesFile.recipes(in: file, actors: codes)
            } ?? []
    }

    /// The year's accounts: in groups, filled, counties that later merged added together.
    private static func accounts(
        _ definition: StudyDefinition,
        _ groups: Groups,
        _ table: InputOutputTable
    ) throws(StudyError) -> RegionalAccounts? {
        guard let source = definition.data.regionalAccounts else { return nil }
        let (series, contents) = try reading { () throws(DatasetError) in
            let dataset = try Dataset(at: source)
            return (try dataset.regionalAccounts().series, dataset.description.contents)
        }
        return try fitting(source) { () throws(AccountsError) in
            if case .regionalAccounts(let nation, let unit) = contents {
                if unit != table.basis.unit { throw .differ(.unit(unit, table.basis.unit)) }
                if nation != table.area { throw .differ(.region(nation.code, table.area.code)) }
            }
            let all = try series.accounts(of: definition.year)
            let published = all.replacingRules(with: all.rules.concerning(definition.year))
            let concordance = try groups.concordance(ofAccounts: published.industries)
            var filled = try published.aggregated(by: concordance)
            var otherYears: [RegionalAccounts] = []
            for other in series.accounts where other.year != all.year {
                otherYears.append(try other.aggregated(by: concordance))
            }
            for measure in filled.measures where measure != .investment {
                filled = SuppressedCells.filled(filled, measure, otherYears: otherYears)
            }
            for merged in definition.mergedRegions
            where !filled.regions.contains(merged.region)
                && merged.parts.allSatisfy(filled.regions.codes.contains)
            {
                filled = try filled.merging(merged.parts, into: merged.region)
            }
            return filled
        }
    }

    /// The national column of the regional accounts' employment.
    private static func employment(
        _ definition: StudyDefinition,
        _ accounts: RegionalAccounts?
    ) throws(StudyError) -> SourcedExtension? {
        guard let accounts, let source = definition.data.regionalAccounts,
            accounts.measures.contains(.employment)
        else { return nil }
        let amounts = try fitting(source) { () throws(AccountsError) in
            Extension(
                code: "employment",
                name: Name(english: "Persons employed", norwegian: "Sysselsatte personer"),
                unit: .persons,
                year: accounts.year,
                amounts: try accounts.vector(.employment, accounts.nation),
                provenance: accounts.provenance
            )
        }
        return SourcedExtension(amounts: amounts, source: source)
    }
}

/// The groups in which table and accounts meet; each industry its own group where the study names none.
private struct Groups {
    let ofTable: Concordance<Industry, Industry>
    var rules: [AppliedRule] { map?.rules ?? [] }
    var provenance: Provenance? { map?.provenance }

    private let map: ClassificationMap?
    private let accountsScheme: String

    init(_ definition: StudyDefinition.Groups?, table: Axis<Industry>) throws(StudyError) {
        guard let definition else {
            ofTable = Concordance(identityOn: table)
            map = nil
            accountsScheme = ""
            return
        }
        let map = try reading { () throws(DatasetError) in
            try Dataset(at: definition.dataset).classificationMap()
        }
        ofTable = try fitting(definition.dataset) { () throws(AccountsError) in
            try map.concordance(from: table, scheme: definition.tableScheme)
        }
        self.map = map
        accountsScheme = definition.accountsScheme
    }

    func concordance(
        ofAccounts industries: Axis<Industry>
    ) throws(AccountsError) -> Concordance<Industry, Industry> {
        guard let map else { return Concordance(identityOn: industries) }
        return try map.concordance(from: industries, scheme: accountsScheme)
    }
}

extension InputOutputTable {
    /// Refuses a table without wages or without household consumption: Type II would come out as Type I in silence.
    fileprivate func requireHouseholds() throws(AccountsError) {
        guard primaryInputs.rows.labels.contains(where: { $0.role == .compensation }) else {
            throw .lacks(role: PrimaryInput.Role.compensation.rawValue)
        }
        guard categories.labels.contains(where: { $0.role == .householdConsumption }) else {
            throw .lacks(role: FinalDemandCategory.Role.householdConsumption.rawValue)
        }
    }
}

extension [AppliedRule] {
    /// The rules with only what they touched in `year`: a dataset of several years lists what they touched in all of
    /// them, the year in front.
    fileprivate func concerning(_ year: Year) -> [AppliedRule] {
        compactMap { rule in
            let touched = rule.touched.filter { text in
                guard let number = Int(text.prefix(4)), text.dropFirst(4).hasPrefix(" ") else { return true }
                return number == year.number
            }
            return touched.isEmpty && !rule.touched.isEmpty ? nil : AppliedRule(rule.name, touched: touched)
        }
    }
}
