import Accounts
import Leontief
import Regionalisation

extension CountyInputs {
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
            let effects = try solving(source) { () throws(LeontiefError) in
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
