import Accounts
import LinearAlgebra

extension PlaceRoom {
    /// Notes what a firm's trade takes of the places: what the register puts there, and what is spread.
    ///
    /// - Throws: `.accounts(.unknownLabel)` for an industry that the table has not.
    mutating func note(_ firm: AccountPlacing) throws(ActorsError) {
        let (account, industries) = (firm.firm.account, firm.table.industries)
        for purchase in account.purchases ?? [] {
            let seller = try AccountPlacing.position(purchase.seller, industries)
            firm.divided(purchase, of: seller)?.note(in: &self)
        }
        for sale in account.sales ?? [] {
            guard let label = sale.buyer else { continue }
            let buyer = try AccountPlacing.position(label, industries)
            firm.divided(sale, to: buyer)?.note(in: &self)
        }
        noteUnattributed(firm)
    }

    /// What is spread as the firm's industry p buys and sells takes room too: the rates by which ``FirmColumn`` and
    /// ``FirmRow`` spread what no ledger tells,
    ///
    ///     purchases u / Σ z_p, or x_k / x_p without books        sales u / x_p, or x_k / x_p without books
    private mutating func noteUnattributed(_ firm: AccountPlacing) {
        let (table, account) = (firm.table, firm.firm.account)
        let count = table.industries.count
        let line = firm.own * count + firm.industry
        let output = table.output.values[line]
        guard output > 0 else { return }
        let bought = (0..<table.sectors.count).reduce(0) { $0 + table.flows.values[$1, line] }
        let purchases =
            account.purchases == nil && account.unattributedPurchases.amount == 0
            ? account.output.amount / output
            : bought > 0 ? account.unattributedPurchases.amount / bought : 0
        let sales =
            (account.sales == nil ? account.output.amount : account.unattributedSales.amount) / output
        for other in 0..<table.sectors.count where other / count != firm.own {
            let (region, partner) = (other / count, other % count)
            spread(
                purchases * table.flows.values[other, line],
                over: .init(side: .purchases, product: partner, region: region, buyer: nil)
            )
            spread(
                sales * table.flows.values[line, other],
                over: .init(side: .sales, product: firm.industry, region: region, buyer: partner)
            )
        }
    }
}
