/// Decides what a run publishes: the primary rules, then whatever else attackers could use.
struct Protector {
    let table: SecretTable
    let rules: DisclosureRules
    /// What earlier runs told.
    let earlier: [Knowledge]
    private let parts: [ProtectedQuantity]
    private let sums: [ProtectedQuantity]
    private let derived: DerivedPatterns
    /// Units of the table that have no part in the run, and that nothing was told of before.
    private let absent: Set<Int>
    private(set) var pattern: Pattern
    private(set) var findings = AuditFindings()

    /// How many items are tried again after all is protected, in case something else protects enough.
    private static let mostTriedAgain = 24

    /// The primary rules alone, and what derived figures tell by themselves.
    init(
        _ table: SecretTable,
        _ rules: DisclosureRules,
        earlier: [Knowledge],
        derived: DerivedPatterns,
        absent: Set<Int> = []
    ) {
        self.absent = absent
        self.table = table
        self.rules = rules
        self.earlier = earlier
        self.derived = derived
        parts = ProtectedQuantity.parts(in: table, rules, earlier: earlier)
        sums = ProtectedQuantity.sensitive(in: table, without: nil, rules)
        pattern = Pattern(primaryOf: table, rules)
        derived.apply(to: &pattern, of: table)
    }

    /// Leaves items out of the run.
    mutating func suppress(_ isLeftOut: (Int) -> Bool) {
        for item in pattern.bases.indices where isLeftOut(item) { pattern.bases[item] = nil }
    }

    /// The run by itself, after earlier ones.
    var thisRun: Scenario {
        Scenario(without: nil, absent: absent, fixed: earlier + table.limits, quantities: [])
    }

    /// Protects everything from what this run and earlier ones tell.
    ///
    /// - Throws: `.notProtectable`, `.solverFailed`.
    mutating func protectThisRun() throws(DisclosureError) {
        let primary = pattern
        try protect(in: thisRun)
        // Where figures may be rounded, few are suppressed for nothing, and looking for them takes longer than all else.
        if !rules.coarsens { try tryAgain(primary) }
    }

    /// Rounds some items of the run to wider bases, all by as many steps, as few as will do.
    ///
    /// - Returns: whether any number of steps protects everything from what this run tells. If not, the items are left as
    ///   wide as they go.
    /// - Throws: `.solverFailed`.
    mutating func round(evenly items: [Int]) throws(DisclosureError) -> Bool {
        while true {
            if try audit(in: thisRun, effort: .decided) != nil { return true }
            let before = pattern
            for item in items {
                guard let base = pattern.bases[item], let widest = table.items[item].widestBase else {
                    continue
                }
                pattern.bases[item] = max(base, min(base * RoundingBase.step, widest))
            }
            if pattern == before { return false }
        }
    }

    /// Protects everything from what this run and a run without `unit` tell together, and earlier ones.
    ///
    /// - Throws: `.notProtectable`, `.solverFailed`.
    mutating func protect(without unit: Int) throws(DisclosureError) {
        let other = table.items { $0 != unit }
        let sums = ProtectedQuantity.sensitive(in: other, without: table.units[unit], rules)
        func scenario(_ pattern: Pattern) -> Scenario {
            Scenario(
                without: unit,
                absent: [],
                fixed: earlier + table.limits + pattern.knowledge(of: other, rules, adjustable: false),
                quantities: sums
            )
        }
        // The primary rules alone let the other run tell more than it will. Mostly that does no harm either.
        var otherRun = Protector(
            other,
            rules,
            earlier: earlier,
            derived: derived,
            absent: earlier.isEmpty ? [unit] : []
        )
        let simple = scenario(otherRun.pattern)
        if let found = try audit(in: simple, effort: .witnesses) {
            findings.add(found)
            return
        }
        try otherRun.protectThisRun()
        try protect(in: scenario(otherRun.pattern))
    }

    /// Repairs until nothing is open in a scenario. What has been protected stays so, as less is told with every repair.
    private mutating func protect(in scenario: Scenario) throws(DisclosureError) {
        let repair = Repair(table: table, rules: rules)
        var ranges: [ProtectedFigure: ClosedRange<Double>] = [:]
        for attack in Attack.all(on: table, parts, sums, in: scenario, rules) {
            let told = pattern.knowledge(of: table, rules, adjustable: false) + scenario.fixed
            var attacked = try attack.ranges(on: table, told, seeds: ranges, effort: .tried)
            for open in attacked.open where !attacked.holds(open) {
                let quantity = attack.quantities[open]
                guard
                    let points = try repair.protect(
                        quantity,
                        from: attack,
                        &pattern,
                        beside: scenario.fixed
                    )
                else { throw .notProtectable([quantity.figure]) }
                // What others could not exclude before, they can not now: less is told.
                for point in points { attacked.include(point) }
                guard attacked.holds(open) else { throw .notProtectable([quantity.figure]) }
            }
            for (place, quantity) in attack.followed.enumerated() {
                ranges.widen(quantity.figure, to: attacked[attack.quantities.count + place])
            }
            findings.add(attack, attacked, without: scenario.without.map { table.units[$0] })
        }
    }

    /// Publishes again what need not have been suppressed, the most important first.
    private mutating func tryAgain(_ primary: Pattern) throws(DisclosureError) {
        let suppressed = pattern.bases.indices.filter { pattern.bases[$0] == nil && primary.bases[$0] != nil }
            .sorted { one, other in
                let (left, right) = (table.items[one], table.items[other])
                if left.importance != right.importance { return left.importance > right.importance }
                return left.value != right.value ? left.value > right.value : one < other
            }
        for item in suppressed.prefix(Self.mostTriedAgain) {
            let before = pattern
            pattern.bases[item] = primary.bases[item]
            if let found = try audit(in: thisRun, effort: .decided) {
                findings = found
            } else {
                pattern = before
            }
        }
    }

    /// What an audit of the pattern in a scenario finds; `nil` as soon as something is open.
    private func audit(
        in scenario: Scenario,
        effort: Attack.Effort
    ) throws(DisclosureError) -> AuditFindings? {
        var found = AuditFindings()
        var ranges: [ProtectedFigure: ClosedRange<Double>] = [:]
        let told = pattern.knowledge(of: table, rules, adjustable: false) + scenario.fixed
        for attack in Attack.all(on: table, parts, sums, in: scenario, rules) {
            let attacked = try attack.ranges(on: table, told, seeds: ranges, effort: effort)
            guard attacked.open.isEmpty else { return nil }
            for (place, quantity) in attack.followed.enumerated() {
                ranges.widen(quantity.figure, to: attacked[attack.quantities.count + place])
            }
            found.add(attack, attacked, without: scenario.without.map { table.units[$0] })
        }
        return found
    }
}

extension [ProtectedFigure: ClosedRange<Double>] {
    /// Joins a range found for a figure with the one that is there.
    mutating func widen(_ figure: ProtectedFigure, to range: ClosedRange<Double>) {
        guard let there = self[figure] else {
            self[figure] = range
            return
        }
        let low = Swift.min(there.lowerBound, range.lowerBound)
        self[figure] = low...Swift.max(there.upperBound, range.upperBound)
    }
}
