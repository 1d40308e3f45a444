import Accounts

extension AirEmissionRows {
    /// The measures of all years on the industries of the tables, merged where Statistics Norway merges them.
    func series(provenance: Provenance) throws(AccountsError) -> ExtensionSeries {
        let industries = try Axis(QuestionnaireIndustries.norwegianNames.map(industry))
        var extensions: [Extension] = []
        for year in years {
            for measure in [AirEmissionCodes.greenhouseGases] + AirEmissionCodes.gases.map(\.measure) {
                extensions.append(
                    Extension(
                        code: measure.code,
                        name: measure.name,
                        unit: measure.unit,
                        year: year,
                        amounts: LabelledVector(industries) { merged(measure.code, $0.code, year) },
                        provenance: provenance
                    )
                )
            }
        }
        return try ExtensionSeries(industries: industries, extensions: extensions, rules: rules)
    }

    /// What households emit themselves, by measure and year.
    var households: [String: [Year: Double]] {
        var households: [String: [Year: Double]] = [:]
        for measure in [AirEmissionCodes.greenhouseGases] + AirEmissionCodes.gases.map(\.measure) {
            for year in years {
                households[measure.code, default: [:]][year] = amount(measure.code, year) { gas in
                    value(gas, AirEmissionCodes.households, year)
                }
            }
        }
        return households
    }

    private func industry(_ code: String, _ norwegian: String) -> Industry {
        let english = AirEmissionCodes.rows[code].map(label)
        return Industry(
            code: code,
            name: Name(english: english ?? realEstateName(code), norwegian: norwegian)
        )
    }

    private func realEstateName(_ code: String) -> String {
        let isOwnDwellings = code == QuestionnaireIndustries.ownDwellings
        return label(isOwnDwellings ? AirEmissionCodes.ownDwellings : AirEmissionCodes.realEstate)
    }

    /// The tables present refining, chemicals and pharmaceuticals together under R21; so must the emissions be,
    /// or those of R19 and R20 would belong to industries without output and vanish.
    private func merged(_ measure: String, _ code: String, _ year: Year) -> Double {
        let merged = QuestionnaireIndustries.merged
        if merged.codes.contains(code) { return 0 }
        let codes = code == merged.into ? merged.codes + [code] : [code]
        return amount(measure, year) { gas in
            codes.reduce(0) { $0 + printed(gas, $1, year) }
        }
    }

    /// The questionnaire has real estate activities, and owner-occupied dwellings as a part of them.
    private func printed(_ gas: String, _ code: String, _ year: Year) -> Double {
        if let row = AirEmissionCodes.rows[code] { return value(gas, row, year) }
        let dwellings = value(gas, AirEmissionCodes.ownDwellings, year)
        if code == QuestionnaireIndustries.ownDwellings { return dwellings }
        return value(gas, AirEmissionCodes.realEstate, year) - dwellings
    }

    /// A measure in its unit, of what is printed for each gas.
    private func amount(_ measure: String, _ year: Year, _ printed: (String) -> Double) -> Double {
        if let gas = AirEmissionCodes.gases.first(where: { $0.measure.code == measure }) {
            return printed(gas.name) * gas.tonnes
        }
        return AirEmissionCodes.gases.filter { $0.weight != 0 }
            .reduce(0) { $0 + printed($1.name) * $1.tonnes * $1.weight }
    }

    private var rules: [AppliedRule] {
        let merged = QuestionnaireIndustries.merged
        return [
            AppliedRule(
                "industries-merged-by-publisher",
                touched: merged.codes.map { "\($0) → \(merged.into)" }
            ),
            AppliedRule("real-estate-emissions-printed-on-dwellings", touched: onDwellings),
            AppliedRule(
                "thousand-tonnes-to-tonnes",
                touched: AirEmissionCodes.gases.filter { $0.tonnes == 1000 }.map(\.name)
            ),
            AppliedRule(
                "greenhouse-gases-weighted-by-ar5",
                touched: AirEmissionCodes.gases.filter { $0.weight > 1 }.map {
                    "\($0.name) × \(Int($0.weight))"
                }
            ),
        ].filter { !$0.touched.isEmpty }
    }

    /// Where all emissions of real estate activities stand on owner-occupied dwellings too, which leaves none
    /// for those who let, sell and run buildings. Kept as published; whoever reads R68A must know.
    private var onDwellings: [String] {
        years.flatMap { year in
            AirEmissionCodes.gases.compactMap { gas in
                let all = value(gas.name, AirEmissionCodes.realEstate, year)
                let dwellings = value(gas.name, AirEmissionCodes.ownDwellings, year)
                return all > 0 && dwellings == all ? "\(year) \(gas.name)" : nil
            }
        }
    }
}
