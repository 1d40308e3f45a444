/// What each rule met of one side, in the making.
struct RuleSums {
    private let side: TradeSide?
    private var amounts: [FirmRule: Double] = [:]

    init(_ side: TradeSide?) {
        self.side = side
    }

    /// Notes that `rule` met `amount`; nothing where it met nothing.
    mutating func note(_ rule: FirmRule, _ amount: Double) {
        if amount != 0 { amounts[rule, default: 0] += amount }
    }

    /// The rules met, in order.
    var uses: [FirmRuleUse] {
        FirmRule.allCases.compactMap { rule in
            amounts[rule].map { FirmRuleUse(rule: rule, side: side, amount: $0) }
        }
    }
}
