import Actors
import Disclosure
import FileFormats
import Reporting

/// What the manifest says of how firms' figures are told: in full or not, by which rules, and after which runs.
enum DisclosureRecord {
    /// The form of a run that withholds and rounds.
    static let published = "published"

    /// The record of a study's run; `null` where no books are read.
    static func json(
        _ study: Study,
        _ confidentiality: Confidentiality,
        statistics: String
    ) -> JSONValue {
        guard let own = study.definition.ledgers, let firms = study.firms else { return .null }
        let form =
            switch confidentiality {
            case .nothingSecret: "in_full_invented"
            case .published: published
            case .confidential: "confidential"
            }
        return .object([
            .init("form", .string(form)),
            .init("firms", .array(firms.tables.nation.firms.map { .string($0.code) })),
            .init("statistics_sha256", .string(statistics)),
            .init("rules", json(own.disclosure.rules)),
            .init(
                "earlier_runs",
                .array(
                    study.earlierRuns.map {
                        .object([
                            .init("folder", .string($0.folder)), .init("manifest_sha256", .string($0.digest)),
                        ])
                    }
                )
            ),
        ])
    }

    /// The rules by their keys in study.yaml.
    private static func json(_ rules: DisclosureRules) -> JSONValue {
        .object([
            .init("least_units", .integer(rules.leastUnits)),
            .init("largest_share", .number(rules.largestShare)),
            .init("margin", .number(rules.margin)),
            .init("width", .number(rules.width)),
            .init("attackers", .string(rules.attackers == .allOthers ? "all_others" : "each_other")),
            .init("foresight", .string(rules.foresight == .none ? "none" : "one_unit_left_out")),
            .init("wider_rounding", .string(rules.coarsens ? "yes" : "no")),
        ])
    }
}
