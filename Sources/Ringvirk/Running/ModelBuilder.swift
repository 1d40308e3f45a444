import Accounts
import Leontief
import Regionalisation
import Reporting

/// Makes the systems and the measures' coefficients of a study from its inputs.
struct ModelBuilder {
    let definition: StudyDefinition
    let inputs: StudyInputs
    let table: InputOutputTable
    /// The region cut out of the nation; `nil` in a study of the nation alone.
    let regionalTable: RegionalTable?

    init(_ definition: StudyDefinition, _ inputs: StudyInputs) throws(StudyError) {
        self.definition = definition
        self.inputs = inputs
        table = inputs.table
        let accounts = inputs.accounts
        guard definition.region != accounts.nation.code else {
            regionalTable = nil
            return
        }
        let source = definition.data.regionalAccounts
        let region = try fitting(source) { () throws(AccountsError) in try accounts.region(definition.region)
        }
        do {
            regionalTable = try RegionalTable(
                of: inputs.table,
                region: region,
                accounts: accounts,
                method: definition.regionalisation.method,
                sizeMeasure: definition.regionalisation.sizeMeasure,
                flowBasis: definition.regionalisation.flows
            )
        } catch {
            throw .regionalisation(error, source: source)
        }
    }

    /// The nation alone.
    func nationalModel() throws(StudyError) -> RippleModel {
        let nation = try nationalSystem()
        let measures = try measures(nation, regional: nil)
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
        let nation = try nationalSystem()
        let regional = try solving { () throws(LeontiefError) in
            try ClosedLeontiefSystem(
                LeontiefSystem(
                    TechnicalCoefficients(flows: regionalTable.intraregional, output: regionalTable.output)
                ),
                closedBy: try closure(
                    supplied: regionalTable.suppliedToHouseholds,
                    leakages: definition.households.leakages
                )
            )
        }
        let measures = try measures(nation, regional: regionalTable)
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

    private func nationalSystem() throws(StudyError) -> ClosedLeontiefSystem<Industry> {
        try solving { () throws(LeontiefError) in
            let everyone = try HouseholdLeakages(
                wageShareOfCompensation: definition.households.leakages.wageShareOfCompensation,
                incomeTax: definition.households.leakages.incomeTax,
                saving: definition.households.leakages.saving,
                residentShare: 1
            )
            return try ClosedLeontiefSystem(
                LeontiefSystem(TechnicalCoefficients(domesticIn: table)),
                closedBy: try closure(
                    supplied: LabelledVector(table.industries) { _ in 1 },
                    leakages: everyone
                )
            )
        }
    }

    /// Wages per krone of output are the nation's everywhere, so that a region's rounds stay inside the nation's.
    private func closure(
        supplied: LabelledVector<Industry>,
        leakages: HouseholdLeakages
    ) throws(LeontiefError) -> HouseholdClosure<Industry> {
        try HouseholdClosure(
            compensation: table.inputs(.compensation),
            output: table.output,
            consumption: inputs.consumption.domestic,
            imports: inputs.consumption.imports,
            productTaxes: inputs.consumption.productTaxes,
            supplied: supplied,
            leakages: leakages
        )
    }
}

extension ModelBuilder {
    /// Every measure per krone of output, in the region, in the rest of the country and abroad.
    private func measures(
        _ nation: ClosedLeontiefSystem<Industry>,
        regional: RegionalTable?
    ) throws(StudyError) -> [MeasureCoefficients] {
        let ones = LabelledVector(table.industries) { _ in 1.0 }
        let commuting = regional == nil ? 1 : definition.households.leakages.residentShare
        let imports = try perOutput(table.inputs(.imports))
        let taxes = try perOutput(table.inputs(.productTaxes))
        let closure = nation.closure
        return [
            MeasureCoefficients(.output, everywhere: ones),
            MeasureCoefficients(.outputWithHouseholds, everywhere: ones, perWages: 1),
            MeasureCoefficients(.valueAdded, everywhere: try perOutput(table.valueAdded)),
            try published(.compensation, .compensation, table.inputs(.compensation), regional),
            try published(
                .employment,
                .employment,
                try amounts(of: inputs.extensions[0]),
                regional
            ),
            MeasureCoefficients(
                .imports,
                everywhere: imports,
                perWages: closure.imports,
                perWagesInRegion: closure.imports * commuting,
                abroad: .init(perOutput: imports, perWages: closure.imports)
            ),
            MeasureCoefficients(
                .productTaxes,
                everywhere: taxes,
                perWages: closure.productTaxes,
                perWagesInRegion: closure.productTaxes * commuting
            ),
        ] + (try emissions(nation))
    }

    private func perOutput(_ amounts: LabelledVector<Industry>) throws(StudyError) -> LabelledVector<Industry>
    {
        try solving { () throws(LeontiefError) in
            try MeasureCoefficients.ratio(of: amounts, to: table.output)
        }
    }

    private func amounts(of source: Extension) throws(StudyError) -> LabelledVector<Industry> {
        try fitting(definition.data.emissions ?? definition.data.nationalTable) { () throws(AccountsError) in
            try source.amounts(joining: table)
        }
    }

    /// A measure the regional accounts have: the nation's coefficients, or the region's and the remainder's own.
    private func published(
        _ measure: Measure,
        _ accountsMeasure: RegionalAccounts.Measure,
        _ national: LabelledVector<Industry>,
        _ regional: RegionalTable?
    ) throws(StudyError) -> MeasureCoefficients {
        let perOutput = try perOutput(national)
        guard let regional, definition.regionalisation.coefficients == .county else {
            return MeasureCoefficients(measure, everywhere: perOutput)
        }
        let inRegion = try fitting(definition.data.regionalAccounts) { () throws(AccountsError) in
            try inputs.accounts.vector(accountsMeasure, regional.region)
        }
        return MeasureCoefficients(
            measure,
            inRegion: LabelledVector(table.industries) { industry in
                regional.output[industry] > 0 ? inRegion[industry] / regional.output[industry] : 0
            },
            inRestOfCountry: LabelledVector(table.industries) { industry in
                let output = table.output[industry] - regional.output[industry]
                return output > 0 ? max(national[industry] - inRegion[industry], 0) / output : 0
            }
        )
    }

    /// Emissions per krone of output; abroad by the domestic technology assumption, u' = d'L_w A_m, where the
    /// table breaks imports down by supplier and L_w = (I − A_d − A_m)⁻¹.
    private func emissions(_ nation: ClosedLeontiefSystem<Industry>) throws(StudyError)
        -> [MeasureCoefficients]
    {
        let sources = inputs.extensions.dropFirst()
        guard let imported = table.imported else {
            var known: [MeasureCoefficients] = []
            for source in sources {
                known.append(
                    MeasureCoefficients(Measure(source), everywhere: try perOutput(try amounts(of: source)))
                )
            }
            return known
        }
        let world = try solving { () throws(LeontiefError) in
            try LeontiefSystem(TechnicalCoefficients(domesticAndImportedIn: table))
        }
        let importedCoefficients = imported.intermediate.map { _, buyer, flow in
            table.output[buyer] == 0 ? 0 : flow / table.output[buyer]
        }
        let consumption = inputs.consumption
        let total = consumption.domestic.sum + consumption.imports + consumption.productTaxes
        let spent = total == 0 ? 0 : nationalPropensity / total
        var measures: [MeasureCoefficients] = []
        for source in sources {
            let perOutput = try perOutput(try amounts(of: source))
            let perImport = try solving { () throws(LeontiefError) in try world.multipliers(of: perOutput) }
            let abroad = try fitting(definition.data.nationalTable) { () throws(AccountsError) in
                MeasureCoefficients.Abroad(
                    perOutput: try importedCoefficients.transposedTimes(perImport),
                    perWages: try consumption.imported.map { imports throws(AccountsError) in
                        try perImport.dot(imports) * spent
                    } ?? 0
                )
            }
            measures.append(MeasureCoefficients(Measure(source), everywhere: perOutput, abroad: abroad))
        }
        return measures
    }

    private var nationalPropensity: Double {
        let leakages = definition.households.leakages
        return (1 - leakages.incomeTax) * (1 - leakages.saving)
    }

    private func solving<Value>(_ solve: () throws(LeontiefError) -> Value) throws(StudyError) -> Value {
        do {
            return try solve()
        } catch {
            throw .leontief(error, source: definition.data.nationalTable)
        }
    }
}
