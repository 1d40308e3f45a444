/// Why an amount must not be published as it is: the primary rules it falls under.
public enum Sensitivity: Sendable, Hashable {
    /// Fewer units contribute than the rules ask.
    case fewUnits(Int)
    /// One unit has more than the largest share.
    case dominated
    /// The second largest unit would know the largest within the margin.
    case knownToSecond

    /// The rules that an amount with these parts (one a unit, none negative) falls under.
    ///
    /// An amount that nobody contributes to falls under none.
    static func rules(broken parts: [Double], _ rules: DisclosureRules) -> [Sensitivity] {
        let contributing = parts.filter { $0 > 0 }.sorted(by: >)
        guard let largest = contributing.first else { return [] }
        let rest = contributing.dropFirst(2).reduce(0, +)
        let all = contributing.reduce(0, +)
        var broken: [Sensitivity] = []
        if contributing.count < rules.leastUnits { broken.append(.fewUnits(contributing.count)) }
        if largest > rules.largestShare * all { broken.append(.dominated) }
        if rest < rules.margin * largest { broken.append(.knownToSecond) }
        return broken
    }
}
