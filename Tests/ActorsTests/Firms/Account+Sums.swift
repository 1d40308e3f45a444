import Accounts
import Actors
import Testing

extension FirmAccount {
    /// Output less what the purchases' side adds up to, and the sales' side.
    var missing: (purchases: Double, sales: Double) {
        let bought = (purchases ?? []).reduce(unattributedPurchases.amount) { $0 + $1.figure.amount }
        let paid = primaryInputs.values.map(\.amount).sorted().reduce(0, +)
        let sold = (sales ?? []).reduce(unattributedSales.amount) { $0 + $1.figure.amount }
        return (output.amount - bought - paid, output.amount - sold)
    }

    /// What is bought of an industry in a place, by source and partner.
    func bought(
        _ seller: String,
        _ place: TradePlace,
        _ source: FigureSource = .ledger,
        firm: String? = nil
    ) -> Double {
        (purchases ?? []).filter {
            $0.seller.code == seller && $0.from == place && $0.firm == firm && $0.figure.source == source
        }.reduce(0) { $0 + $1.figure.amount }
    }

    /// What is sold to an industry (`nil`: final use) in a place.
    func sold(_ buyer: String?, _ place: TradePlace, firm: String? = nil) -> Double {
        (sales ?? []).filter { $0.buyer?.code == buyer && $0.to == place && $0.firm == firm }
            .reduce(0) { $0 + $1.figure.amount }
    }
}

extension FirmBooks {
    /// Both sides add up to output within rounding, and every party's parts to its kroner times `sales` or `purchases`.
    func expectWhole() {
        let tolerance = 1e-12 * account.output.amount
        if account.purchases != nil { #expect(abs(account.missing.purchases) <= tolerance) }
        #expect(abs(account.missing.sales) <= tolerance)
        for cell in explanation.cells {
            #expect(abs(cell.parts.reduce(-cell.amount) { $0 + $1.amount }) <= tolerance)
        }
        for pool in explanation.pools {
            #expect(abs(pool.parts.reduce(-pool.amount) { $0 + $1.amount }) <= tolerance)
        }
    }

    /// What the explanation has of a party, over all cells and pools.
    func explained(_ party: Int) -> Double {
        (explanation.cells.flatMap(\.parts) + explanation.pools.flatMap(\.parts))
            .filter { $0.origin == .party(party) }.reduce(0) { $0 + $1.amount }
    }

    func amount(_ rule: FirmRule, _ side: TradeSide? = nil) -> Double? {
        rules.first { $0.rule == rule && $0.side == side }?.amount
    }
}

/// Whether two amounts in MNOK are the same but for binary rounding.
func isClose(_ one: Double?, _ other: Double) -> Bool { one.map { abs($0 - other) < 1e-9 } ?? false }

extension FirmBooksOptions {
    /// The usual ones, every figure known exactly.
    static let exact = FirmBooksOptions { _, _, _, _ in 0 }
}
