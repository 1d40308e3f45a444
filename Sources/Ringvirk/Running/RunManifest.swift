import Accounts
public import FileFormats
import Leontief
import LinearAlgebra
import Regionalisation
import Reporting

/// The record of a run: what went in, with digests, which parameters and versions, what was checked.
///
/// Holds no time, user or machine, so that the same inputs give the same bytes.
public struct RunManifest: Sendable {
    /// The library's version.
    public static let version = "0.1.0"

    private let members: [JSONValue.Member]

    init(_ study: Study, _ report: Report) throws(StudyError) {
        let definition = study.definition
        members = [
            .init("ringvirk", .string(Self.version)),
            .init("linear_algebra", .string(LinearAlgebraLibrary.version)),
            .init("study", .string(definition.name)),
            .init("region", .string(report.region.code)),
            .init("year", .integer(report.basis.year.number)),
            .init("unit", .string(report.basis.unit.symbol)),
            .init("price_basis", .string(report.basis.valuation.rawValue)),
            .init("parameters", Self.parameters(definition, study.regionalTable)),
            .init(
                "disclosure",
                DisclosureRecord.json(study, report.confidentiality, statistics: study.statisticsDigest)
            ),
            .init(
                "inputs",
                .array(
                    try Self.inputs(definition, keepsSecrets: report.confidentiality.control != nil)
                )
            ),
            .init(
                "sources",
                .array(
                    report.sources.map { source in
                        .object([
                            .init("publisher", .string(source.publisher)),
                            .init("table", .string(source.table)),
                            .init("licence", .string(source.licence)),
                            .init("attribution", .string(source.attribution)),
                            .init("vintage", source.vintage.map(JSONValue.string) ?? .null),
                        ])
                    }.distinct
                )
            ),
            .init("assumptions", .array(report.assumptions.map { .string($0.text(in: .english)) })),
            .init(
                "rules",
                .array(
                    report.rules.map {
                        .object([
                            .init("name", .string($0.name)),
                            .init("touched", .array($0.touched.map(JSONValue.string))),
                        ])
                    }
                )
            ),
            .init(
                "checks",
                .object(report.checks.map { .init($0.kind.rawValue, .number($0.deviation)) })
            ),
            .init("reciprocal_condition_numbers", Self.conditions(study)),
            .init(
                "engines",
                .array(report.multipliers.flatMap(\.engines).map { .string($0.rawValue) }.distinct)
            ),
        ]
    }

    /// The manifest with the digests of the files written beside it.
    public func json(outputs: [(name: String, text: String)]) -> JSONValue {
        .object(
            members + [
                .init(
                    "outputs",
                    .object(
                        outputs.map {
                            .init($0.name, .string(SHA256Digest(of: Array($0.text.utf8)).hexadecimal))
                        }
                    )
                )
            ]
        )
    }

    static func parameters(_ definition: StudyDefinition, _ region: RegionalTable?) -> JSONValue {
        let leakages = definition.households.leakages
        var members: [JSONValue.Member] = []
        if let regionalisation = definition.regionalisation, let table = region {
            members += [
                .init("method", .string(regionalisation.method.code)),
                .init("delta", regionalisation.method.delta.map(JSONValue.number) ?? .null),
                .init("size_measure", .string(regionalisation.sizeMeasure.rawValue)),
                .init("flows", .string(regionalisation.flows.rawValue)),
                .init("coefficients", .string(regionalisation.coefficients.rawValue)),
                .init("relative_size", .number(table.relativeSize)),
                .init("lambda", table.quotients.lambda.map(JSONValue.number) ?? .null),
            ]
            members += regionalisation.method.parameters.filter { $0.name != "delta" }.map {
                .init($0.name, .number($0.value))
            }
        }
        members += [
            .init("wage_share_of_compensation", .number(leakages.wageShareOfCompensation)),
            .init("income_tax", .number(leakages.incomeTax)),
            .init("saving", .number(leakages.saving)),
            .init("resident_share", .number(leakages.residentShare)),
            .init("propensity_to_consume", .number(leakages.propensityToConsume)),
            .init("household_sources", .array(definition.households.sources.map { .string($0.english) })),
            .init("consumption_not_from_wages", .array(definition.households.excluded.map(JSONValue.string))),
        ]
        return .object(members)
    }

    private static func conditions(_ study: Study) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("nation", .number(study.national.nation.open.reciprocalCondition))
        ]
        if let regional = study.regional?.regional {
            members.append(.init("region", .number(regional.open.reciprocalCondition)))
        }
        return .object(members)
    }
}
