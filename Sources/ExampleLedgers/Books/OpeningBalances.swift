/// What stands on a firm's accounts when the books begin.
struct OpeningBalances: Sendable {
    /// Øre by account, debit positive; they add up to nothing.
    let accounts: [Int: Int64]

    init(_ firm: ExampleFirm) {
        let sales = Int64(firm.archetype.sales) * 100
        let receivables = firm.parties.filter(\.isCustomer).reduce(0) { $0 + $1.opening }
        let payables = firm.parties.filter { !$0.isCustomer }.reduce(0) { $0 + $1.opening }
        let assets = [
            1100: sales / 5, 1200: sales / 4, 1250: sales / 100, 1500: receivables, 1900: 1_000_000,
            1920: sales / 3,
        ]
        let others = assets.values.reduce(0, +) + payables
        accounts = assets.merging([2400: payables, 2050: -others]) { first, _ in first }
    }
}
