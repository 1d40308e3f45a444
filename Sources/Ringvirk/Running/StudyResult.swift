public import Accounts
import Actors
import Disclosure
public import FileFormats
import Leontief
import LinearAlgebra
import Regionalisation
public import Reporting

/// What a study found: the report, and the record of the run.
public struct StudyResult: Sendable {
    /// The study's definition.
    public let definition: StudyDefinition
    /// Results and everything they stand on.
    public let report: Report
    /// What went in, which versions, which parameters.
    public let manifest: RunManifest

    init(
        of study: Study,
        national: Multipliers,
        regional: Multipliers?,
        impacts: [Impact],
        actors: ActorResults
    ) throws(StudyError) {
        let inputs = study.inputs
        let region = study.model.region
        definition = study.definition
        report = Report(
            title: Self.title(study),
            region: region,
            nation: inputs.table.area,
            basis: inputs.table.basis,
            regionalMultipliers: regional,
            nationalMultipliers: national,
            impacts: impacts,
            actorTable: actors.table,
            firms: study.firms.flatMap { firms in
                actors.comparison.map {
                    FirmResults(firms.accounts, firms.tables, $0, review: firms.ledgers.review)
                }
            },
            confidentiality: actors.confidentiality,
            recipes: inputs.recipes,
            assumptions: try Self.assumptions(study)
                + Self.assumptions(
                    study.firms,
                    actors.confidentiality,
                    study.earlierRuns.count
                ),
            rules: Self.rules(study),
            checks: try StudyChecks(study).all(
                national,
                regional,
                actors.table,
                keepsSecrets: actors.confidentiality.control != nil
            ),
            sources: Self.sources(inputs, study.firms)
        )
        manifest = try RunManifest(study, report)
    }

    /// The files of the result, by name, names and words in `language`.
    public func files(language: Language) -> [(name: String, text: String)] {
        let multipliers = MultiplierRows(report.multipliers, money: report.basis.unit)
        var files = [
            ("multipliers.csv", multipliers.effects), ("ratios.csv", multipliers.ratios),
            ("impacts.csv", ImpactRows(report.impacts).csv),
        ]
        if let table = report.actorTable {
            let rows = ActorTableRows(table, language: language)
            files.append(("actor_table.csv", rows.csv))
            files.append(
                (
                    "actor_table.json",
                    rows.json(basis: report.basis, region: report.region, assumptions: report.assumptions)
                        .prettyText
                )
            )
        }
        if let firms = report.firms { files += FirmRows(firms).files.map { ($0.name, $0.text) } }
        if let control = report.confidentiality.control {
            let rows = ClusterRows(control)
            files.append(("cluster_purchases.csv", rows.purchases))
            files.append(("cluster_multipliers.csv", rows.multipliers))
        }
        files.append(("summary.md", Summary(report, language: language).markdown))
        guard report.confidentiality.isConfidential else { return files.map { (name: $0.0, text: $0.1) } }
        return files.map { (name: $0.0, text: ConfidentialMark(language).marking($0.1, in: $0.0)) }
    }

    /// The lead of the result as JSON: what was run, the actor table, the checks, and where the files are.
    public func json(writtenTo folder: String, language: Language) -> JSONValue {
        let actors = report.actorTable.map {
            ActorTableRows($0, language: language).json(
                basis: report.basis,
                region: report.region,
                assumptions: report.assumptions
            )
        }
        let mark: [JSONValue.Member] =
            report.confidentiality.isConfidential ? [.init("confidential", .bool(true))] : []
        return .object(
            mark + [
                .init("study", .string(definition.name)), .init("region", .string(report.region.code)),
                .init("year", .integer(report.basis.year.number)), .init("output", .string(folder)),
                .init(
                    "files",
                    .array((files(language: language).map(\.name) + ["manifest.json"]).map(JSONValue.string))
                ),
                .init("actor_table", actors ?? .null), .init("impacts", ImpactRows(report.impacts).json),
                .init("assumptions", .array(report.assumptions.map { .string($0.text(in: language)) })),
                .init(
                    "checks",
                    .object(report.checks.map { .init($0.kind.rawValue, .number($0.deviation)) })
                ),
            ]
        )
    }

    /// Writes all files to a folder, or none; an actor table that an earlier run left there is removed when this one
    /// has none.
    ///
    /// - Throws: `.file(.cannotWrite)`.
    public func write(to folder: String, language: Language) throws(StudyError) {
        let files = files(language: language)
        do {
            var output = OutputSet(folder: folder)
            for file in files { try output.add(file.name, file.text) }
            let record = manifest.json(outputs: files).prettyText
            let mark = ConfidentialMark(language)
            let isMarked = report.confidentiality.isConfidential
            try output.add("manifest.json", isMarked ? mark.marking(record, in: "manifest.json") : record)
            try output.write()
            try output.remove(
                stale: ["actor_table.csv", "actor_table.json"] + FirmRows.names + [
                    "cluster_purchases.csv", "cluster_multipliers.csv",
                ]
            )
        } catch {
            throw .file(error)
        }
    }
}

extension StudyResult {
    /// The study's title, or the place and year where the command line changed them.
    private static func title(_ study: Study) -> Name {
        guard study.definition.isChanged else { return study.definition.title }
        let (region, year) = (study.model.region.name, study.model.basis.year)
        return Name(english: "\(region.english) \(year)", norwegian: "\(region.norwegian) \(year)")
    }

    /// Every rule applied to the data, each once, with all it touched.
    private static func rules(_ study: Study) -> [AppliedRule] {
        let inputs = study.inputs
        let region = study.model.region
        let parts = study.definition.mergedRegions.first { $0.region == region }?.parts ?? []
        let ofAccounts = (inputs.accounts?.rules ?? []).compactMap { $0.concerning([region.code] + parts) }
        let rules =
            inputs.table.rules + ofAccounts + inputs.otherRules + (study.regionalTable?.rules ?? [])
            + study.modelRules
        return rules.reduce(into: []) { rules, rule in
            guard let index = rules.firstIndex(where: { $0.name == rule.name }) else {
                rules.append(rule)
                return
            }
            let new = rule.touched.filter { !rules[index].touched.contains($0) }
            rules[index] = AppliedRule(rule.name, touched: rules[index].touched + new)
        }
    }

    /// Where the data come from, each source once.
    private static func sources(_ inputs: StudyInputs, _ firms: StudyFirms?) -> [Provenance] {
        let all =
            [inputs.table.provenance]
            + [inputs.accounts?.provenance, inputs.groupsProvenance, inputs.purchases?.provenance]
            .compactMap(\.self)
            + inputs.emissions.map(\.provenance) + (firms?.sources ?? [])
        return all.reduce(into: []) { sources, source in
            if !sources.contains(source) { sources.append(source) }
        }
    }

    /// What the firms' own books presuppose, and what is withheld of them.
    private static func assumptions(
        _ firms: StudyFirms?,
        _ confidentiality: Confidentiality,
        _ earlierRuns: Int
    ) -> [Assumption] {
        guard let firms else { return [] }
        let repairs = [firms.tables.region, firms.tables.nation].compactMap(\.self).flatMap(\.repairs)
        let names = repairs.map(\.repair).reduce(into: [CarvingRepair]()) { names, repair in
            if !names.contains(repair) { names.append(repair) }
        }
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

    private static func assumptions(_ study: Study) throws(StudyError) -> [Assumption] {
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

extension AppliedRule {
    /// The rule with only what it touched in a region (or in those that became it), when it is one that fills cells of
    /// all regions; `nil` where it touched nothing there. How far totals are from holding concerns every region.
    fileprivate func concerning(_ regions: [String]) -> AppliedRule? {
        guard name.hasPrefix("suppressed-cell-") else { return self }
        let cells = touched.filter { cell in
            cell.split(separator: " ").dropFirst().first.map { regions.contains(String($0)) } ?? false
        }
        guard !cells.isEmpty else { return nil }
        return AppliedRule(name, touched: cells + touched.filter { $0.contains("largest deviation") })
    }
}
