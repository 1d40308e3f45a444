import Accounts
import Actors
import Leontief
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
                    let accounts = firms.accounts.only(firms.tables.nation.firms.map(\.code))
                    return FirmResults(accounts, firms.tables, $0, review: firms.ledgers.review)
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
}
