import TestSupport
import Testing

@testable import Disclosure

/// Random clusters against an attacker that is formulated apart from what decided.
@Suite("Attacked runs")
struct AttackedRunsTests {
    private func cluster(_ seed: UInt64) -> SmallSecrets {
        SmallSecrets(seed: seed, firms: 5, industries: 4, origins: 2, density: 0.8, multipliers: 3)
    }

    @Test("One run, each unit attacking", arguments: 1...6)
    func eachOther(seed: Int) throws {
        let secrets = cluster(UInt64(seed))
        let control = try DisclosureControl(
            of: secrets.contributions,
            in: secrets.items,
            rules: DisclosureRules(attackers: .eachOther, foresight: .none)
        )
        #expect(control.audit.holds && !control.published.isEmpty)
        try secrets.expectProtected(
            from: control.published,
            suppressed: control.sensitive,
            coalition: false,
            "seed \(seed)"
        )
    }

    @Test("Two runs that differ by one firm and do not know of each other", arguments: 1...4)
    func twoRuns(seed: Int) throws {
        let secrets = cluster(UInt64(seed))
        let rules = try DisclosureRules()
        let whole = try DisclosureControl(of: secrets.contributions, in: secrets.items, rules: rules)
        #expect(whole.audit.holds && whole.published.contains { $0.name.hasPrefix("cell") })
        for unit in secrets.units {
            let rest = secrets.without(unit)
            let other = try DisclosureControl(of: rest.contributions, in: rest.items, rules: rules)
            try secrets.expectProtected(
                from: whole.published + other.published,
                suppressed: whole.sensitive + other.sensitive,
                coalition: true,
                "seed \(seed) without \(unit)"
            )
        }
    }

    @Test("Without foresight, and with figures as fine as they come, two runs do give something away")
    func differencing() throws {
        var given = 0
        for seed in 1...4 {
            let secrets = cluster(UInt64(seed))
            let rules = try DisclosureRules(attackers: .eachOther, foresight: .none)
            let rest = secrets.without("firm 0")
            let published =
                try DisclosureControl(of: secrets.contributions, in: secrets.items, rules: rules).published
                + DisclosureControl(of: rest.contributions, in: rest.items, rules: rules).published
            let attacker = LPAttacker(contributions: secrets.contributions, published: published, known: [])
            for secret in secrets.contributions where secret.name.unit == "firm 0" {
                let found = try attacker.interval(of: [secret.name])
                if found.upperBound - found.lowerBound < 0.15 * secret.amount { given += 1 }
            }
        }
        #expect(given > 0)
    }

    @Test("A run that is told what an earlier one published", arguments: 1...3)
    func history(seed: Int) throws {
        let secrets = cluster(UInt64(seed))
        let rules = try DisclosureRules(attackers: .eachOther, foresight: .none)
        let first = try DisclosureControl(of: secrets.contributions, in: secrets.items, rules: rules)
        let rest = secrets.without("firm 0")
        let second = try DisclosureControl(
            of: secrets.contributions,
            in: rest.items,
            earlier: first.published,
            rules: rules
        )
        try secrets.expectProtected(
            from: first.published + second.published,
            suppressed: first.sensitive + second.sensitive,
            coalition: false,
            "seed \(seed)"
        )
        // The whole once more, after both.
        let third = try DisclosureControl(
            of: secrets.contributions,
            in: secrets.items,
            earlier: first.published + second.published,
            rules: rules
        )
        try secrets.expectProtected(
            from: first.published + second.published + third.published,
            suppressed: first.sensitive + second.sensitive,
            coalition: false,
            "seed \(seed), three runs"
        )
    }

    @Test("The order of contributions, items and earlier items does not matter")
    func order() throws {
        let secrets = cluster(7)
        var generator = SeededGenerator(seed: 3)
        for rules in [try DisclosureRules(), try DisclosureRules(attackers: .eachOther, foresight: .none)] {
            let first = try DisclosureControl(of: secrets.contributions, in: secrets.items, rules: rules)
            let second = try DisclosureControl(
                of: secrets.contributions.shuffled(using: &generator),
                in: secrets.items.map { item in
                    PublicationItem(
                        item.name,
                        item.kind,
                        terms: item.terms.shuffled(using: &generator),
                        constant: item.constant,
                        base: item.base,
                        importance: item.importance
                    )
                }.shuffled(using: &generator),
                rules: rules
            )
            for item in secrets.items { #expect(first[item.name] == second[item.name], "\(item.name)") }
            #expect(first.audit.findings == second.audit.findings)
        }
    }

    @Test("A cluster of the embedded study's size is decided, and holds")
    func wholeCluster() throws {
        let secrets = SmallSecrets(
            seed: 1,
            firms: 6,
            industries: 30,
            origins: 3,
            density: 0.15,
            multipliers: 6
        )
        let control = try DisclosureControl(
            of: secrets.contributions,
            in: secrets.items,
            rules: DisclosureRules()
        )
        #expect(control.audit.holds && control.audit.count > secrets.contributions.count)
    }
}
