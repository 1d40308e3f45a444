import Accounts
import Leontief
import Regionalisation
import Reporting

extension ModelBuilder {
    /// Every measure per krone of output, in the region, in the rest of the country and abroad.
    func measures(
        regional: RegionalTable?
    ) throws(StudyError) -> [MeasureCoefficients] {
        let ones = LabelledVector(table.industries) { _ in 1.0 }
        let commuting = regional == nil ? 1 : definition.households.leakages.residentShare
        let imports = try perOutput(table.inputs(.imports))
        let taxes = try perOutput(table.inputs(.productTaxes))
        let closure = nation.closure
        var measures = [
            MeasureCoefficients(.output, everywhere: ones),
            MeasureCoefficients(.outputWithHouseholds, everywhere: ones, perWages: 1),
            MeasureCoefficients(.valueAdded, everywhere: try perOutput(table.valueAdded)),
            try published(.compensation, .compensation, table.inputs(.compensation), regional),
        ]
        if let employment = inputs.employment {
            measures.append(try published(.employment, .employment, try employment.joining(table), regional))
        }
        measures += [
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
        ]
        for one in inputs.emissions where measures.contains(where: { $0.measure.code == one.amounts.code }) {
            throw .accounts(.duplicateLabel(code: one.amounts.code), source: one.source)
        }
        return measures + (try emissions())
    }

    /// The rules applied on the way to the measures: where a region's printed figure is larger than the nation's, the
    /// rest of the country has none (`rest-of-country-not-below-zero`); only with the region's own coefficients.
    func rules(regional: RegionalTable?) -> [AppliedRule] {
        guard let regional, let accounts = inputs.accounts,
            definition.regionalisation?.coefficients == .county
        else { return [] }
        let touched = [RegionalAccounts.Measure.compensation, .employment].flatMap { measure in
            table.industries.labels.compactMap { industry -> String? in
                let region = accounts[measure, regional.region.code, industry.code].number
                let nation = accounts[measure, accounts.nation.code, industry.code].number
                guard let region, let nation, region > nation else { return nil }
                return "\(measure.rawValue) \(industry.code): \(region) of \(nation)"
            }
        }
        return touched.isEmpty ? [] : [AppliedRule("rest-of-country-not-below-zero", touched: touched)]
    }

    private func perOutput(
        _ amounts: LabelledVector<Industry>
    ) throws(StudyError) -> LabelledVector<Industry> {
        try solving { () throws(LeontiefError) in
            try MeasureCoefficients.ratio(of: amounts, to: table.output)
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
        guard let regional, let accounts = inputs.accounts,
            let source = definition.data.regionalAccounts,
            definition.regionalisation?.coefficients == .county
        else { return MeasureCoefficients(measure, everywhere: perOutput) }
        let inRegion = try fitting(source) { () throws(AccountsError) in
            try accounts.vector(accountsMeasure, regional.region)
        }
        return MeasureCoefficients(
            measure,
            inRegion: LabelledVector(table.industries) { industry in
                // Where the region has no output yet, a planned actor has the nation's.
                regional.output[industry] > 0
                    ? inRegion[industry] / regional.output[industry] : perOutput[industry]
            },
            inRestOfCountry: LabelledVector(table.industries) { industry in
                let output = table.output[industry] - regional.output[industry]
                return output > 0 ? max(national[industry] - inRegion[industry], 0) / output : 0
            }
        )
    }
}

extension ModelBuilder {
    /// Emissions per krone of output, and abroad where the table breaks imports down by supplier.
    private func emissions() throws(StudyError) -> [MeasureCoefficients] {
        var rows: [LabelledVector<Industry>] = []
        for emission in inputs.emissions { rows.append(try perOutput(try emission.joining(table))) }
        let abroad = try abroad(rows)
        return zip(inputs.emissions, rows).enumerated().map { index, emission in
            MeasureCoefficients(Measure(emission.0.amounts), everywhere: emission.1, abroad: abroad?[index])
        }
    }

    /// What arises abroad under the domestic technology assumption: u' = d'L_w A_m per krone of output, with
    /// L_w = (I − A_d − A_m)⁻¹, and d'L_w c_m per krone of wages, with c_m what households import.
    private func abroad(
        _ rows: [LabelledVector<Industry>]
    ) throws(StudyError) -> [MeasureCoefficients.Abroad]? {
        guard let imported = table.imported, !rows.isEmpty else { return nil }
        let perImport = try solving { () throws(LeontiefError) in
            try LeontiefSystem(
                TechnicalCoefficients(domesticAndImportedIn: table),
                engine: definition.engine
            ).multipliers(of: rows)
        }
        let coefficients = imported.intermediate.map { _, buyer, flow in
            table.output[buyer] == 0 ? 0 : flow / table.output[buyer]
        }
        let consumption = inputs.consumption
        let leakages = definition.households.leakages
        let spent = (1 - leakages.incomeTax) * (1 - leakages.saving) / consumption.total
        return try fitting(definition.data.nationalTable) { () throws(AccountsError) in
            var abroad: [MeasureCoefficients.Abroad] = []
            for solution in perImport {
                let perWages = try consumption.imported.map { imports throws(AccountsError) in
                    try solution.values.dot(imports) * spent
                }
                abroad.append(
                    .init(
                        perOutput: try coefficients.transposedTimes(solution.values),
                        perWages: consumption.total == 0 ? 0 : perWages ?? 0
                    )
                )
            }
            return abroad
        }
    }
}
