/// What the firms' books tell of the trade between them.
///
/// Where the seller's book names the buyer, its sum is used (rule `seller-s-book`); where only the buyer's names the
/// seller, the buyer's. A disagreement is listed: two sums that differ by more than an øre, or one sum where the other
/// book is complete and has nothing.
struct FirmTrade {
    /// By seller and buyer; `nil` where neither book tells.
    let told: [[Figure?]]
    /// Where the books disagree, by seller and buyer.
    let disagreements: [TradeDisagreement]

    /// MNOK: one øre.
    private static let tolerance = 1e-8

    /// The trade between `firms`.
    init(_ firms: [PlacedAccount]) {
        var told = [[Figure?]](repeating: [Figure?](repeating: nil, count: firms.count), count: firms.count)
        var disagreements: [TradeDisagreement] = []
        for (seller, selling) in firms.enumerated() {
            for (buyer, buying) in firms.enumerated() {
                let sold = selling.salesToFirms[buyer]?.figure(orFrom: .ledger)
                let bought = buying.purchasesOfFirms[seller]?.figure(orFrom: .ledger)
                guard let used = sold ?? bought else { continue }
                told[seller][buyer] = used
                let difference = abs((sold?.amount ?? 0) - (bought?.amount ?? 0))
                let isSilent =
                    (sold == nil && selling.hasAllSales) || (bought == nil && buying.hasAllPurchases)
                let bothTell = sold != nil && bought != nil
                if (bothTell || isSilent) && difference > Self.tolerance {
                    disagreements.append(
                        TradeDisagreement(
                            seller: selling.code,
                            buyer: buying.code,
                            sold: sold?.amount,
                            bought: bought?.amount,
                            used: used.amount
                        )
                    )
                }
            }
        }
        self.told = told
        self.disagreements = disagreements
    }
}
