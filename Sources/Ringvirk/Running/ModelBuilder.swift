import Accounts
import FileFormats
import Leontief
import Regionalisation

/// Makes the systems and the measures' coefficients of a study from its inputs.
struct ModelBuilder {
    let definition: StudyDefinition
    let inputs: StudyInputs
    let table: InputOutputTable
    /// The nation's system, closed for households.
    let nation: ClosedLeontiefSystem<Industry>
    /// The region cut out of the nation; `nil` in a study of the nation alone.
    let regionalTable: RegionalTable?

    init(_ definition: StudyDefinition, _ inputs: StudyInputs) throws(StudyError) {
        self.definition = definition
        self.inputs = inputs
        table = inputs.table
        nation = try Self.nation(definition, inputs)
        guard definition.region != table.area.code else {
            regionalTable = nil
            return
        }
        guard let accounts = inputs.accounts, let source = definition.data.regionalAccounts,
            let parameters = definition.regionalisation
        else {
            let key = inputs.accounts == nil ? "data.regional_accounts" : "regionalisation"
            throw .missing(
                what: "\(key): \(definition.region)",
                place: Place(file: definition.file),
                known: [table.area.code]
            )
        }
        let region = try fitting(source) { () throws(AccountsError) in
            try accounts.region(definition.region)
        }
        do {
            regionalTable = try RegionalTable(
                of: inputs.table,
                region: region,
                accounts: accounts,
                method: parameters.method,
                sizeMeasure: parameters.sizeMeasure,
                flowBasis: parameters.flows,
                purchases: inputs.purchases?.fit
            )
        } catch {
            throw .regionalisation(error, source: source)
        }
    }

    /// The nation alone.
    func nationalModel() throws(StudyError) -> RippleModel {
        let measures = try measures(regional: nil)
        return try solving { () throws(LeontiefError) in
            try RippleModel(
                region: table.area,
                nation: nation,
                regional: nil,
                basis: table.basis,
                measures: measures,
                producing: table.industries.labels.filter { table.output[$0] > 0 }
            )
        }
    }

    /// The region inside the nation; `nil` in a study of the nation alone.
    func regionalModel() throws(StudyError) -> RippleModel? {
        guard let regionalTable else { return nil }
        let regional = try solving { () throws(LeontiefError) in
            try ClosedLeontiefSystem(
                LeontiefSystem(
                    TechnicalCoefficients(flows: regionalTable.intraregional, output: regionalTable.output),
                    engine: definition.engine
                ),
                closedBy: try Self.closure(
                    inputs,
                    supplied: regionalTable.suppliedToHouseholds,
                    leakages: definition.households.leakages
                )
            )
        }
        let measures = try measures(regional: regionalTable)
        return try solving { () throws(LeontiefError) in
            try RippleModel(
                region: regionalTable.region,
                nation: nation,
                regional: regional,
                basis: table.basis,
                measures: measures,
                producing: regionalTable.producing
            )
        }
    }

    private static func nation(
        _ definition: StudyDefinition,
        _ inputs: StudyInputs
    ) throws(StudyError) -> ClosedLeontiefSystem<Industry> {
        let own = definition.households.leakages
        return try solving(definition) { () throws(LeontiefError) in
            let everyone = try HouseholdLeakages(
                wageShareOfCompensation: own.wageShareOfCompensation,
                incomeTax: own.incomeTax,
                saving: own.saving,
                residentShare: 1
            )
            return try ClosedLeontiefSystem(
                LeontiefSystem(
                    TechnicalCoefficients(domesticIn: inputs.table),
                    engine: definition.engine
                ),
                closedBy: try closure(
                    inputs,
                    supplied: LabelledVector(inputs.table.industries) { _ in 1 },
                    leakages: everyone
                )
            )
        }
    }

    /// Leontief's refusals, with the table's name.
    func solving<Value>(_ solve: () throws(LeontiefError) -> Value) throws(StudyError) -> Value {
        try Self.solving(definition, solve)
    }

    private static func solving<Value>(
        _ definition: StudyDefinition,
        _ solve: () throws(LeontiefError) -> Value
    ) throws(StudyError) -> Value {
        do {
            return try solve()
        } catch {
            throw .leontief(error, source: definition.data.nationalTable)
        }
    }

    /// Wages per krone of output are the nation's everywhere, so that a region's rounds stay inside the nation's.
    private static func closure(
        _ inputs: StudyInputs,
        supplied: LabelledVector<Industry>,
        leakages: HouseholdLeakages
    ) throws(LeontiefError) -> HouseholdClosure<Industry> {
        try HouseholdClosure(
            compensation: inputs.table.inputs(.compensation),
            output: inputs.table.output,
            consumption: inputs.consumption.domestic,
            imports: inputs.consumption.imports,
            productTaxes: inputs.consumption.productTaxes,
            supplied: supplied,
            leakages: leakages
        )
    }
}
