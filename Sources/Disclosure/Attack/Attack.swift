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
    /// Whether it knows the contribution at a position.
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
        func isAbsent(_ position: Int) -> Bool { absent.contains(table.unitOf[position]) }
        func add(_ attacker: Attacker, _ among: [ProtectedQuantity], _ knows: @escaping (Int) -> Bool) {
            let quantities = among.compactMap { $0.unknown(to: knows, table, rules) }
            let isCoalition = if case .allBut = attacker { true } else { false }
            attacks.append(
                Attack(
                    attacker: attacker,
                    knows: knows,
                    quantities: quantities,
                    followed: isCoalition ? sums : []
                )
            )
        }
        switch rules.attackers {
        case .allOthers:
            // A run without the unit tells nothing of it to those who know all the others.
            for unit in present where unit != scenario.without {
                add(.allBut(table.units[unit]), parts.filter { $0.unit == unit }) {
                    table.unitOf[$0] != unit || table.otherSides[$0] != nil
                }
            }
        case .eachOther:
            for unit in present where present.count > 1 {
                let others = parts.filter { $0.unit != unit && !absent.contains($0.unit ?? unit) }
                add(.unit(table.units[unit]), others) { table.knows(unit, $0) || isAbsent($0) }
            }
        }
        // What the other side of a trade knows is still to be kept from everybody else.
        let trades = parts.filter { part in
            part.form.columns.allSatisfy { table.otherSides[$0] != nil && !isAbsent($0) }
        }
        let isAlone = rules.attackers == .eachOther && present.count == 1
        add(.outsider, sums + (isAlone ? parts.filter { $0.unit == present[0] } : trades), isAbsent)
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
