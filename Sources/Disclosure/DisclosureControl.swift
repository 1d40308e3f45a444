/// What of a table made of units' secret figures may be published, and the audit that shows it.
///
/// Primary rules suppress amounts of few units, or of one that dominates. Then every attacker the rules name is tried on all
/// that is left, with earlier runs and, if the rules foresee it, with a run that leaves out any one unit; and what helps it is
/// rounded to a wider base or suppressed until no protected figure x can be bounded within less than
/// ``DisclosureRules/width``·x, wherever x lies in the interval (sliding protection). Nothing comes out unless that holds.
///
/// The result does not depend on the order of contributions, items or earlier items. See docs/DISCLOSURE.md.
public struct DisclosureControl: Sendable {
    /// The rules it was decided by.
    public let rules: DisclosureRules
    /// Every item, in the order they were given, and what becomes of it.
    public let decisions: [Decision]
    /// What attackers are left with.
    public let audit: DisclosureAudit
    private let places: [String: Int]

    /// What becomes of an item.
    public struct Decision: Sendable, Hashable {
        /// The item.
        public let item: PublicationItem
        /// How it is published, if it is.
        public let publication: Publication
    }

    /// How an item is published.
    public enum Publication: Sendable, Hashable {
        /// As `figure`, which is rounded to `base`; `isCoarsened` where the base is wider than the item's own.
        case published(figure: Double, base: Double, isCoarsened: Bool)
        /// Not, by these primary rules.
        case sensitive([Sensitivity])
        /// Not, because others could be found with it.
        case secondary

        /// The figure as it is printed: rounded to its base, without what binary fractions leave behind it beyond the sixth decimal;
        /// `nil` where it is withheld.
        public var printed: Double? {
            guard case .published(let figure, _, _) = self else { return nil }
            return (figure * 1_000_000).rounded() / 1_000_000
        }
    }

    /// Decides on `items` over `contributions`.
    ///
    /// - Parameters:
    ///   - contributions: all secrets; also those of earlier runs that no item mentions now.
    ///   - limits: what everybody knows of sums of contributions.
    ///   - earlier: what was published before, of the same contributions.
    /// - Throws: ``DisclosureError``, without amounts.
    /// - Complexity: with all others as attackers, a factorisation of order n³ for each unit's n contributions in each run
    ///   looked at; with each other, of all contributions for each unit. Linear programmes for what that leaves open.
    public init(
        of contributions: [Contribution],
        in items: [PublicationItem],
        limits: [PublicLimit] = [],
        earlier: [EarlierItem] = [],
        rules: DisclosureRules
    ) throws(DisclosureError) {
        let table = try SecretTable(contributions, items: items, limits: limits)
        let told = try table.knowledge(of: earlier)
        var protector = Protector(
            table,
            rules,
            earlier: told + told.flatMap { $0.impliedByRules(table, rules) },
            derived: try DerivedPatterns(table, rules)
        )
        try protector.protectThisRun()
        if rules.foresight == .oneUnitLeftOut {
            for unit in table.units.indices { try protector.protect(without: unit) }
        }
        audit = DisclosureAudit(findings: protector.findings.sorted)
        // A net under the tightrope: repairs end when every finding holds.
        guard audit.holds else {
            throw .notProtectable(audit.findings.filter { !$0.holds }.map(\.figure))
        }
        self.rules = rules
        let publications = zip(table.items, protector.pattern.bases).map { item, base in
            (item.name, Self.publication(of: item, base: base, in: table, rules))
        }
        let named = Dictionary(uniqueKeysWithValues: publications)
        decisions = items.map { Decision(item: $0, publication: named[$0.name] ?? .secondary) }
        places = Dictionary(uniqueKeysWithValues: zip(items.map(\.name), items.indices))
    }

    /// What becomes of the item called `name`; `nil` where there is none.
    public subscript(name: String) -> Publication? {
        places[name].map { decisions[$0].publication }
    }

    /// What is published, as a later run must be told of it.
    public var published: [EarlierItem] {
        decisions.compactMap { decision in
            guard case .published(let figure, let base, _) = decision.publication else { return nil }
            let item = decision.item
            return EarlierItem(
                item.name,
                terms: item.terms,
                constant: item.constant,
                figure: figure,
                base: base
            )
        }
    }

    private static func publication(
        of item: SecretTable.Item,
        base: Double?,
        in table: SecretTable,
        _ rules: DisclosureRules
    ) -> Publication {
        if let base {
            return .published(
                figure: RoundingBase.rounded(item.value + item.constant, to: base),
                base: base,
                isCoarsened: base > item.base
            )
        }
        let broken = Sensitivity.rules(broken: table.parts(of: item.form).map(\.value), rules)
        return item.isAmount && !broken.isEmpty ? .sensitive(broken) : .secondary
    }
}
