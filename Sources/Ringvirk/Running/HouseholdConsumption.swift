import Accounts
import FileFormats

/// Household consumption as the Type II closure wants it: what follows wages, in the study's industries.
struct HouseholdConsumption {
    /// Purchases from domestic industries, basic prices.
    let domestic: LabelledVector<Industry>
    /// Purchases of imports by supplying industry, where the table has them.
    let imported: LabelledVector<Industry>?
    /// Imports in household consumption.
    let imports: Double
    /// Product taxes on household consumption.
    let productTaxes: Double

    /// All of it: what shares of consumption are shares of.
    var total: Double { domestic.sum + imports + productTaxes }

    /// The consumption in a table, without what `excluded` industries deliver.
    ///
    /// - Throws: `.missing` for an excluded code that the table does not have.
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
        productTaxes = inputs(.productTaxes)
        (domestic, imported) = try fitting(definition.data.nationalTable) { () throws(AccountsError) in
            let imported = try table.imported.map { flows throws(AccountsError) in
                try spending(flows.finalDemand).aggregated(by: groups)
            }
            return (try spending(table.finalDemand).aggregated(by: groups), imported)
        }
        imports = imported?.sum ?? inputs(.imports)
    }
}
