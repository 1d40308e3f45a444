import Accounts
import Actors
import Disclosure
import Leontief
import Regionalisation
import Reporting

extension StudyResult {
    /// What the firms' own books presuppose, and what is withheld of them.
    static func assumptions(
        _ firms: StudyFirms?,
        _ confidentiality: Confidentiality,
        _ earlierRuns: Int
    ) -> [Assumption] {
        guard let firms else { return [] }
        let repairs = [firms.tables.region, firms.tables.nation].compactMap(\.self).flatMap(\.repairs)
        let names = repairs.map(\.repair).distinct
        var assumptions: [Assumption] = [
            .firmBooks(
                firms: firms.tables.nation.firms.count,
                repairs: names.map { name in
                    let touched = repairs.filter { $0.repair == name }.reduce(0) { $0 + $1.touched }
                    // What a repair moved is a sum of the firms' cells.
                    return (name.rawValue, confidentiality.control == nil ? touched : nil)
                }
            )
        ]
        if let control = confidentiality.control {
            let count = control.decisions.count
            assumptions.append(
                .withheldForConfidentiality(
                    control.rules,
                    withheld: count - control.published.count,
                    of: count,
                    earlierRuns: earlierRuns
                )
            )
            if !firms.secrecy.doubted.isEmpty {
                assumptions.append(.booksNotInvented(firms.secrecy.doubted.map(\.name)))
            }
        }
        return assumptions
    }

    /// How the region's shares of each purchase were found.
    private static func shares(_ table: RegionalTable, _ purchases: LearnedPurchases?) -> Assumption {
        if let purchases {
            return .purchaseCoefficients(
                nation: purchases.nation,
                year: purchases.year,
                regions: purchases.regions,
                leftOutError: purchases.fit.spread.leftOutError[.national] ?? .nan,
                relativeSize: table.relativeSize
            )
        }
        return .quotients(
            method: table.quotients.method,
            size: table.sizeMeasure,
            basis: table.flowBasis,
            relativeSize: table.relativeSize,
            lambda: table.quotients.lambda
        )
    }

    static func assumptions(_ study: Study) throws(StudyError) -> [Assumption] {
        let definition = study.definition
        var assumptions: [Assumption] = [.fixedCoefficients(study.model.basis.year), .gross, .notAdditive]
        if let projected = study.inputs.table.rules.first(where: { $0.name == "table-projected" }) {
            assumptions.append(.projectedTable(projected.touched.joined(separator: ", ")))
        }
        if let table = study.regionalTable, let parameters = definition.regionalisation {
            assumptions += [
                shares(table, study.inputs.purchases),
                .regionalOutputFromValueAdded, .restSuppliesTheRest,
                .coefficientsPerOutput(parameters.coefficients),
            ]
        }
        assumptions.append(
            .households(
                leakages: definition.households.leakages,
                sources: definition.households.sources,
                excluded: definition.households.excluded,
                inRegion: study.regionalTable != nil
            )
        )
        let filled = study.filledCells
        if !filled.isEmpty { assumptions.append(.withheldFigures(filled)) }
        let outside = try study.industriesMostlyOutsideRegions()
        if !outside.isEmpty { assumptions.append(.mostlyOutsideRegions(outside)) }
        if study.inputs.table.imported != nil, !study.inputs.emissions.isEmpty {
            assumptions.append(.domesticTechnologyAbroad)
        }
        if !study.inputs.actors.isEmpty { assumptions.append(.actorsLikeTheirIndustry) }
        if study.inputs.actors.contains(where: \.isIllustrative) { assumptions.append(.illustrativeActors) }
        return assumptions
    }
}

extension Study {
    /// Industries whose value added in the region was withheld, and how it was found.
    fileprivate var filledCells: [(industry: Industry, origin: Observation.Origin)] {
        guard let accounts = inputs.accounts, regionalTable != nil else { return [] }
        return accounts.industries.labels.compactMap { industry in
            let origin = accounts[.valueAdded, model.region.code, industry.code].origin
            guard let origin, origin != .published else { return nil }
            return (industry, origin)
        }
    }

    /// Industries the region has, of which more than a quarter of the nation's value added lies outside all regions.
    fileprivate func industriesMostlyOutsideRegions() throws(StudyError) -> [(
        industry: Industry, share: Double
    )] {
        guard let accounts = inputs.accounts, let source = definition.data.regionalAccounts, let regionalTable
        else { return [] }
        let inRegions: LabelledVector<Industry>
        do {
            inRegions = try accounts.sumOverRegions(.valueAdded)
        } catch {
            throw .regionalisation(error, source: source)
        }
        let national = inputs.table.valueAdded
        return regionalTable.producing.compactMap { industry in
            guard national[industry] > 0 else { return nil }
            let share = 1 - inRegions[industry] / national[industry]
            return share > 0.25 ? (industry, share) : nil
        }
    }
}
