import Accounts
import Actors
import Disclosure
import Leontief

/// What of the firms' figures a run may publish: the cluster's purchases by industry and place, and the firms' multipliers.
///
/// A firm's secrets are the cells of its column and its wages. Its employees, its own emissions and what follows from its
/// industry's rates are no secrets.
struct FirmDisclosure {
    /// The measures of the actor table.
    static let measures = ["value_added", "employment", "ghg"]
    /// What multipliers are rounded to, per MNOK of output.
    static let multiplierBase = 0.001
    /// What sums are rounded to, MNOK.
    static let amountBase = 0.1

    private let secrets: FirmSecrets
    private let multipliers: PublishableMultipliers
    private let columns: [ActorTable.Column]
    private let own: StudyDefinition.Ledgers

    init(
        _ secrets: FirmSecrets,
        _ multipliers: PublishableMultipliers,
        _ columns: [ActorTable.Column],
        _ own: StudyDefinition.Ledgers
    ) {
        self.secrets = secrets
        self.multipliers = multipliers
        self.columns = columns.filter { Self.measures.contains($0.measure.code) }
        self.own = own
    }

    /// The item that a firm's multiplier is.
    static func name(ofMultiplier column: ActorTable.Column, of code: String) -> String {
        (["multiplier"] + keys(ofMultiplier: column, of: code)).joined(separator: ":")
    }

    /// Firm, measure and scope of a multiplier.
    static func keys(ofMultiplier column: ActorTable.Column, of code: String) -> [String] {
        [code, column.measure.code, column.scope.rawValue]
    }

    /// Decides what may be published.
    ///
    /// - Parameters:
    ///   - members: the firms that are in the run's table; the others' books are read for what earlier runs told of them.
    ///   - earlier: what runs before this one published.
    /// - Throws: `.disclosure`.
    func control(
        of members: Set<String>,
        after earlier: [EarlierRun]
    ) throws(StudyError) -> DisclosureControl {
        let multipliers = all
        let items =
            secrets.sums(of: members).map(item)
            + secrets.firms.map(\.account.code).filter(members.contains).flatMap { multipliers[$0] ?? [] }
        var told: [EarlierItem] = []
        for run in earlier { told += try run.items(secrets, multipliers.flatMap(\.value)) }
        do {
            return try DisclosureControl(
                of: secrets.contributions,
                in: items,
                limits: secrets.limits(isMoved: own.repairs.contains { $0 != .capped }),
                earlier: told,
                rules: own.disclosure.rules
            )
        } catch {
            throw .disclosure(error)
        }
    }

    /// Every firm's multipliers.
    private var all: [String: [PublicationItem]] {
        var items: [String: [PublicationItem]] = [:]
        for (firm, _) in secrets.firms {
            items[firm.code] = columns.compactMap { multipliers.item(firm, $0) }
        }
        return items
    }

    private func item(_ sum: FirmSecrets.Sum) -> PublicationItem {
        PublicationItem(
            "sum:" + sum.name,
            keys: [sum.place, sum.item],
            sumOf: sum.parts,
            base: Self.amountBase,
            importance: sum.item == "total" ? 10 : 1
        )
    }
}
