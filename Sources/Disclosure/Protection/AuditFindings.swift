/// For every protected figure and attacker, the narrowest range found in any scenario.
struct AuditFindings {
    private var found: [Key: DisclosureAudit.Finding] = [:]

    private struct Key: Hashable {
        let figure: ProtectedFigure
        let attacker: Attacker
    }

    /// The findings, figure by figure, in an order that does not depend on anything else.
    var sorted: [DisclosureAudit.Finding] {
        found.values.sorted {
            $0.figure == $1.figure ? $0.attacker.order < $1.attacker.order : $0.figure < $1.figure
        }
    }

    mutating func add(_ attack: Attack, _ ranges: AttackedRanges, without unit: String?) {
        for (place, quantity) in attack.quantities.enumerated() {
            add(
                DisclosureAudit.Finding(
                    figure: quantity.figure,
                    attacker: attack.attacker,
                    otherRunWithout: unit,
                    interval: ranges[place],
                    width: quantity.asked
                )
            )
        }
    }

    mutating func add(_ findings: AuditFindings) {
        for finding in findings.sorted { add(finding) }
    }

    private mutating func add(_ finding: DisclosureAudit.Finding) {
        let key = Key(figure: finding.figure, attacker: finding.attacker)
        if let there = found[key], there.slack <= finding.slack { return }
        found[key] = finding
    }
}

extension Attacker {
    fileprivate var order: (Int, String) {
        switch self {
        case .outsider: (0, "")
        case .unit(let unit): (1, unit)
        case .allBut(let unit): (2, unit)
        }
    }
}

extension AttackedRanges {
    subscript(target: Int) -> ClosedRange<Double> { low[target]...high[target] }
}
