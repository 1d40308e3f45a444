import Accounts
import Actors
import Datasets
import FileFormats
import Regionalisation

/// What a study stands on, read and brought to the groups in which table and accounts meet.
struct StudyInputs {
    /// The nation's table in groups.
    let table: InputOutputTable
    /// Household purchases that follow wages, from domestic industries and from abroad, by group.
    let consumption: HouseholdConsumption
    /// The year's regional accounts in groups, withheld cells filled as far as totals reach.
    let accounts: RegionalAccounts
    /// The extensions of the table: employment, and emissions where the study has them.
    let extensions: [Extension]
    /// The actors and their recipes.
    let actors: [Actor]
    let recipes: [Recipe]
    /// The largest row deviation of the table as published.
    let rowDeviation: Double

    /// Reads everything the definition names.
    init(_ definition: StudyDefinition) throws(StudyError) {
        let (fine, own) = try reading { () throws(DatasetError) in
            try Dataset(at: definition.data.nationalTable).inputOutputTable()
        }
        let groups = try reading { () throws(DatasetError) in
            try Dataset(at: definition.data.groups).classificationMap()
        }
        let toGroups = try fitting(definition.data.groups) { () throws(AccountsError) in
            try groups.concordance(from: fine.industries, scheme: "ssb_io_65")
        }
        if fine.basis.year != definition.year {
            throw .accounts(
                .differ(.year(fine.basis.year, definition.year)),
                source: definition.data.nationalTable
            )
        }
        table = try fitting(definition.data.nationalTable) { () throws(AccountsError) in
            try fine.aggregated(by: toGroups)
        }
        consumption = try HouseholdConsumption(
            in: fine,
            excluding: definition.households.excluded,
            groups: toGroups,
            definition
        )
        rowDeviation = fine.balanceReport.largest(.row)
        accounts = try Self.accounts(definition, groups)
        extensions = try Self.extensions(definition, own, accounts, fine.industries, toGroups)
        actors =
            try definition.actorsFile.map { file throws(StudyError) in
                try ActorsFile(contentsOf: file, industries: toGroups.target).actors
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
        _ groups: ClassificationMap
    ) throws(StudyError) -> RegionalAccounts {
        let source = definition.data.regionalAccounts
        let series = try reading { () throws(DatasetError) in
            try Dataset(at: source).regionalAccounts().series
        }
        let grouped = try fitting(source) { () throws(AccountsError) in
            let published = try series.accounts(of: definition.year)
            return try published.aggregated(
                by: groups.concordance(from: published.industries, scheme: "ssb_11713")
            )
        }
        var filled = grouped
        for measure in grouped.measures where measure != .investment {
            filled = SuppressedCells.filled(filled, measure)
        }
        return try fitting(source) { () throws(AccountsError) in
            for merged in definition.mergedRegions
            where !filled.regions.contains(merged.region)
                && merged.parts.allSatisfy(filled.regions.codes.contains)
            {
                filled = try filled.merging(merged.parts, into: merged.region)
            }
            return filled
        }
    }

    /// Employment from the regional accounts' national column; emissions from their own accounts.
    private static func extensions(
        _ definition: StudyDefinition,
        _ own: [Extension],
        _ accounts: RegionalAccounts,
        _ fine: Axis<Industry>,
        _ toGroups: Concordance<Industry, Industry>
    ) throws(StudyError) -> [Extension] {
        let employment = try fitting(definition.data.regionalAccounts) { () throws(AccountsError) in
            Extension(
                code: "employment",
                name: Name(english: "Persons employed", norwegian: "Sysselsatte personer"),
                unit: .persons,
                year: accounts.year,
                amounts: try accounts.vector(.employment, accounts.nation),
                provenance: accounts.provenance
            )
        }
        var fineExtensions = own.filter { $0.code != employment.code }
        if let source = definition.data.emissions {
            let series = try reading { () throws(DatasetError) in try Dataset(at: source).extensionSeries() }
            fineExtensions += try fitting(source) { () throws(AccountsError) in
                try series.extensions(of: definition.year)
            }
        }
        let grouped = try fitting(definition.data.emissions ?? definition.data.nationalTable) {
            () throws(AccountsError) in
            var grouped: [Extension] = []
            for one in fineExtensions { grouped.append(try one.aggregated(by: toGroups)) }
            return grouped
        }
        return [employment] + grouped
    }
}

/// Household consumption as the Type II closure wants it.
struct HouseholdConsumption {
    /// Purchases from domestic industries that follow wages, basic prices.
    let domestic: LabelledVector<Industry>
    /// Purchases of imports by supplying industry, where the table has them.
    let imported: LabelledVector<Industry>?
    /// Imports in household consumption.
    let imports: Double
    /// Product taxes on household consumption.
    let productTaxes: Double

    init(
        in table: InputOutputTable,
        excluding excluded: [String],
        groups: Concordance<Industry, Industry>,
        _ definition: StudyDefinition
    ) throws(StudyError) {
        for code in excluded where !table.industries.codes.contains(code) {
            throw .missing(
                what: "consumption_not_from_wages: \(code)",
                place: Place(file: definition.file),
                known: table.industries.codes
            )
        }
        let households = table.categories.labels.filter { $0.role == .householdConsumption }
        func spending(_ flows: LabelledMatrix<Industry, FinalDemandCategory>) -> LabelledVector<Industry> {
            LabelledVector(table.industries) { industry in
                excluded.contains(industry.code) ? 0 : households.reduce(0) { $0 + flows[industry, $1] }
            }
        }
        func inputs(_ role: PrimaryInput.Role) -> Double {
            table.finalDemandInputs.rows.labels.filter { $0.role == role }.reduce(0) { sum, row in
                households.reduce(sum) { $0 + table.finalDemandInputs[row, $1] }
            }
        }
        imports = inputs(.imports)
        productTaxes = inputs(.productTaxes)
        (domestic, imported) = try fitting(definition.data.groups) { () throws(AccountsError) in
            let imported = try table.imported.map { flows throws(AccountsError) in
                try spending(flows.finalDemand).aggregated(by: groups)
            }
            return (try spending(table.finalDemand).aggregated(by: groups), imported)
        }
    }
}

/// Reads a dataset and passes its refusal on.
func reading<Value>(_ read: () throws(DatasetError) -> Value) throws(StudyError) -> Value {
    do {
        return try read()
    } catch {
        throw .dataset(error)
    }
}

/// Joins accounts and passes their refusal on, with the dataset's name.
func fitting<Value>(_ source: String, _ join: () throws(AccountsError) -> Value) throws(StudyError) -> Value {
    do {
        return try join()
    } catch {
        throw .accounts(error, source: source)
    }
}
