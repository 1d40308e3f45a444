/// Who reads what is published.
public enum Attacker: Sendable, Hashable {
    /// Somebody who knows that contributions are not negative, their public bounds, and what is published.
    case outsider
    /// A unit that knows its own contributions too.
    case unit(String)
    /// All units but one together: they know everything but that one's contributions.
    case allBut(String)
}

/// What is published, as attackers see it.
struct Scenario {
    /// The unit left out of the other run, if another run is published too.
    let without: Int?
    /// Units of the table that have no part in the run, and that nothing else is told of.
    let absent: Set<Int>
    /// What is told beside this run's items.
    let fixed: [Knowledge]
    /// Sums that the other run suppresses.
    let quantities: [ProtectedQuantity]
}

/// An attacker, and what is protected from it.
struct Attack {
    let attacker: Attacker
    let knows: (Int) -> Bool
    let quantities: [ProtectedQuantity]
    /// Sums over several units whose ranges are followed by the way, for the outsider's turn.
    let followed: [ProtectedQuantity]

    /// All attacks on a table in a scenario, the outsider's last.
    static func all(
        on table: SecretTable,
        _ parts: [ProtectedQuantity],
        _ sums: [ProtectedQuantity],
        in scenario: Scenario,
        _ rules: DisclosureRules
    ) -> [Attack] {
        let sums = sums + scenario.quantities
        let absent = scenario.absent
        let present = table.units.indices.filter { !absent.contains($0) }
        var attacks: [Attack] = []
        switch rules.attackers {
        case .allOthers:
            // A run without the unit tells nothing of it to those who know all the others.
            for unit in present where unit != scenario.without {
                attacks.append(
                    Attack(
                        attacker: .allBut(table.units[unit]),
                        knows: { $0 != unit },
                        quantities: parts.filter { $0.unit == unit },
                        followed: sums
                    )
                )
            }
        case .eachOther:
            for unit in present where present.count > 1 {
                attacks.append(
                    Attack(
                        attacker: .unit(table.units[unit]),
                        knows: { $0 == unit || absent.contains($0) },
                        quantities: parts.filter { $0.unit != unit && !absent.contains($0.unit ?? unit) },
                        followed: []
                    )
                )
            }
        }
        let isAlone = rules.attackers == .eachOther && present.count == 1
        attacks.append(
            Attack(
                attacker: .outsider,
                knows: absent.contains,
                quantities: sums + (isAlone ? parts.filter { $0.unit == present[0] } : []),
                followed: []
            )
        )
        return attacks.filter { !$0.quantities.isEmpty }
    }

    /// How thoroughly an attack is made.
    enum Effort {
        /// Without linear programmes: what is open may yet be protected.
        case witnesses
        /// With linear programmes for many quantities at once: the same.
        case tried
        /// Until every quantity is known to be protected, or one not to be.
        case decided
    }

    /// Makes the attack: the ranges found of the quantities, then of the followed.
    ///
    /// - Parameter seeds: ranges known by figure.
    /// - Throws: `.solverFailed`.
    func ranges(
        on table: SecretTable,
        _ knowledge: [Knowledge],
        seeds: [ProtectedFigure: ClosedRange<Double>] = [:],
        effort: Effort
    ) throws(DisclosureError) -> AttackedRanges {
        let problem = AttackProblem(table, knowing: knows, knowledge, joined: true)
        var targets = quantities.map { problem.target($0, table) }
        for quantity in followed {
            let target = problem.target(quantity, table)
            targets.append(
                AttackProblem.Target(
                    columns: target.columns,
                    elements: target.elements,
                    known: target.known,
                    asked: 0
                )
            )
        }
        var ranges = AttackedRanges(targets, truth: problem.truth)
        for (place, quantity) in (quantities + followed).enumerated() {
            if let seed = seeds[quantity.figure] { ranges.include(seed, target: place) }
        }
        if !ranges.open.isEmpty, let witnesses = InteriorWitnesses(problem) { witnesses.widen(&ranges) }
        try problem.widen(&ranges, effort)
        return ranges
    }
}
