/// How the derived figures of single units are published as far as they themselves decide it.
///
/// A firm's multipliers are the same in every run the firm is in. What they tell of its contributions, without any amount
/// being published, is therefore repaired once, before a run's amounts are thought of: all of a unit's figures are rounded
/// more widely by the same steps, which readers can follow; single ones are suppressed only where that is not enough.
struct DerivedPatterns {
    /// By unit: the base of each item of that unit alone, `nil` where it is suppressed.
    private let bases: [Int: [Int: Double?]]

    /// Nothing is known of derived figures.
    static let none = DerivedPatterns(bases: [:])

    private init(bases: [Int: [Int: Double?]]) { self.bases = bases }

    /// Protects each unit's contributions from its own derived figures.
    ///
    /// - Throws: `.notProtectable`, `.solverFailed`.
    init(_ table: SecretTable, _ rules: DisclosureRules) throws(DisclosureError) {
        var found: [Int: [Int: Double?]] = [:]
        for unit in table.units.indices {
            let own = table.items.indices.filter { position in
                let item = table.items[position]
                return !item.isAmount && !item.form.columns.isEmpty
                    && item.form.columns.allSatisfy { table.unitOf[$0] == unit }
            }
            guard !own.isEmpty else { continue }
            var alone = Protector(
                table.items { $0 == unit },
                rules,
                earlier: [],
                derived: .none,
                absent: Set(table.units.indices).subtracting([unit])
            )
            alone.suppress { !own.contains($0) }
            let isEnough = rules.coarsens ? try alone.round(evenly: own) : false
            if !isEnough { try alone.protectThisRun() }
            found[unit] = Dictionary(uniqueKeysWithValues: own.map { ($0, alone.pattern.bases[$0]) })
        }
        bases = found
    }

    /// Puts the bases into a run's pattern.
    func apply(to pattern: inout Pattern, of table: SecretTable) {
        for items in bases.values {
            for (item, base) in items where !table.items[item].form.columns.isEmpty {
                pattern.bases[item] = base
            }
        }
    }
}
