public import Accounts

/// Norway in thirty groups, Statistics Norway's tables as gathered beside the repository. Skip the test where
/// ``isPresent`` is false.
public struct NorwayThirtyGroups {
    /// The table, in million kroner.
    public let table: InputOutputTable
    /// Persons employed.
    public let employment: LabelledVector<Industry>
    /// Tonnes of CO₂ equivalents.
    public let emissions: LabelledVector<Industry>

    /// Whether the files are there.
    public static var isPresent: Bool { SharedTable.exists("data/default_case/2019/Z_dom.csv") }

    /// The table of 2017, 2018 or 2019.
    public init(year: Int) throws {
        func read(_ name: String) throws -> SharedTable {
            try SharedTable("data/default_case/\(year)/\(name).csv")
        }
        let flows = try read("Z_dom")
        let final = try read("Y_dom")
        let inputs = try read("primary_inputs")
        let margins = try read("final_demand_margins")
        let axis = try industries(flows.rows)
        let roles: [(String, PrimaryInput.Role)] = [
            ("RNAM", .imports), ("RNTS", .productTaxes), ("D1", .compensation), ("D29X39", .productionTaxes),
            ("K1", .capitalConsumption), ("B2A3N", .operatingSurplus),
        ]
        let categoryRoles: [String: FinalDemandCategory.Role] = [
            "P3_S14": .householdConsumption, "P3_S15": .collectiveConsumption,
            "P3_S13": .collectiveConsumption,
            "P51G": .investment, "P53": .investment, "P52": .inventories, "P6": .exports,
        ]
        let byIndustry = inputs.table(roles.map(\.0))
        let ofMargins = margins.table(final.columns)
        let noInputs = final.columns.map { _ in 0.0 }
        var small = SmallTable(
            industries: axis,
            domestic: flows.table(axis.codes),
            finalDemand: final.table(final.columns),
            categories: final.columns.map {
                FinalDemandCategory(code: $0, name: Name($0), role: categoryRoles[$0] ?? .investment)
            },
            imported: (try read("Z_imp").table(axis.codes), try read("Y_imp").table(final.columns)),
            inputs: roles.map { PrimaryInput(code: $0.0, name: Name($0.0), role: $0.1) },
            primaryInputs: roles.indices.map { row in byIndustry.map { $0[row] } },
            finalDemandInputs: roles.map { code, _ in
                margins.rows.firstIndex(of: code).map { ofMargins[$0] } ?? noInputs
            },
            output: inputs.table(["P1"]).map { $0[0] }
        )
        small.basis = Basis(unit: .millionKroner, year: Year(year), valuation: .basic)
        // The README states 0.16–0.25 on rows from rounding in the source; import columns the same.
        small.tolerance = BalanceTolerance(row: 0.25, column: 0.25, reason: "rounding in the source")
        table = try small.table()
        let persons = try read("accounts_11713").table(["no_employed_1000"])
        employment = LabelledVector(axis, persons.map { 1_000 * $0[0] })
        let megatonnes = try read("emissions").table(["GHG_MtCO2e"])
        emissions = LabelledVector(axis, megatonnes.map { 1e6 * $0[0] })
    }
}
