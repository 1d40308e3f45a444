import Accounts
import TestSupport

@testable import Actors

/// Firms drawn from a seed that fit into a region's table: each has a few per cent of an industry, and its own mixture of
/// what the industry buys and sells, told by complete books, one side's, the largest partners, or none.
struct RandomFirms {
    let accounts: [FirmAccount]

    /// `count` firms in industries of `table` that buy and sell. Two with books trade by name, and tell it within 1 %.
    init(
        _ count: Int,
        in table: AreaTable,
        seed: UInt64,
        shares: ClosedRange<Double> = 0.005...0.04,
        mixture: ClosedRange<Double> = 0.6...1.1
    ) {
        var generator = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
        let possible = table.industries.labels.filter { industry in
            table.output[industry] > 1 && table.flows.column(industry).sum > 0.02 * table.output[industry]
                && table.finalDemand[industry] >= 0
                && Self.valueAdded(table, industry) > 0.1 * table.output[industry]
        }
        var accounts: [FirmAccount] = []
        for position in 0..<count {
            let industry = possible[Int.random(in: 0..<possible.count, using: &generator)]
            let output = table.output[industry] * draw(shares)
            let share = output / table.output[industry]
            var cells: (purchases: [FirmPurchase], sales: [FirmSale]) = ([], [])
            for seller in table.industries.labels {
                let inside = table.flows[seller, industry]
                if inside > 0 {
                    cells.purchases.append(purchase(seller, .region, share * inside * draw(mixture)))
                }
                let outside = table.inputs[.restOfCountry(seller), industry]
                if outside > 0 {
                    cells.purchases.append(
                        purchase(seller, .restOfCountry, share * outside * draw(mixture))
                    )
                }
            }
            let imports = table.inputs.rows.labels.filter(Self.isImport)
            for row in imports where table.inputs[row, industry] > 0 {
                let amount = share * table.inputs[row, industry] * draw(mixture)
                cells.purchases.append(purchase(table.industries.labels[0], .abroad, amount))
            }
            let weights = table.industries.labels.map { max(0, table.flows[industry, $0]) * draw(0.6...1.4) }
            let final = max(0, table.finalDemand[industry]) * draw(0.6...1.4)
            let scale = output / weights.reduce(final, +)
            for (buyer, weight) in zip(table.industries.labels, weights) where weight > 0 {
                cells.sales.append(
                    FirmSale(buyer: buyer, to: .region, figure: Figure(scale * weight, from: .ledger))
                )
            }
            let told = cells.sales.reduce(0) { $0 + $1.figure.amount }
            cells.sales.append(
                FirmSale(buyer: nil, to: .abroad, figure: Figure(output - told, from: .ledger))
            )
            let kind = Int(draw(0...4.99))
            accounts.append(account("f\(position)", industry, output, cells, kind: kind))
        }
        self.accounts = Self.trading(accounts)
    }

    /// The first two firms of which one's books tell sales and another's purchases of its industry: a third of the smaller
    /// of the two sums is between them, and the buyer's book is 1 % off.
    private static func trading(_ accounts: [FirmAccount]) -> [FirmAccount] {
        for seller in accounts {
            for buyer in accounts where buyer.code != seller.code {
                guard
                    let sale = seller.sales?.first(where: { $0.buyer == buyer.industry && $0.to == .region }),
                    let bought = buyer.purchases?.first(where: {
                        $0.seller == seller.industry && $0.from == .region
                    })
                else { continue }
                let amount = min(sale.figure.amount, bought.figure.amount) / 3
                return accounts.map { account in
                    var (purchases, sales) = (account.purchases, account.sales)
                    if account.code == seller.code {
                        sales = sales?.filter { $0 != sale }
                        sales?.append(sale.part(sale.figure.amount - amount, firm: nil))
                        sales?.append(sale.part(amount, firm: buyer.code))
                    }
                    if account.code == buyer.code {
                        purchases = purchases?.filter { $0 != bought }
                        purchases?.append(bought.part(bought.figure.amount - 1.01 * amount, firm: nil))
                        purchases?.append(bought.part(1.01 * amount, firm: seller.code))
                    }
                    return account.with(purchases: purchases, sales: sales)
                }
            }
        }
        return accounts
    }

    static func isImport(_ input: AreaInput) -> Bool {
        if case .primary(let primary) = input { primary.role == .imports } else { false }
    }

    static func isValueAdded(_ input: AreaInput) -> Bool {
        if case .primary(let primary) = input { primary.role.isValueAdded } else { false }
    }

    private static func valueAdded(_ table: AreaTable, _ industry: Industry) -> Double {
        table.inputs.rows.labels.filter(isValueAdded).reduce(0) { $0 + table.inputs[$1, industry] }
    }
}

private func purchase(_ seller: Industry, _ place: TradePlace, _ amount: Double) -> FirmPurchase {
    FirmPurchase(seller: seller, from: place, figure: Figure(amount, from: .ledger, spread: 0.05))
}

/// What of the books is told: 0 nothing, 1 suppliers, 2 customers, 3 the largest ten, 4 all.
private func account(
    _ code: String,
    _ industry: Industry,
    _ output: Double,
    _ cells: (purchases: [FirmPurchase], sales: [FirmSale]),
    kind: Int
) -> FirmAccount {
    var (purchases, sales): ([FirmPurchase]?, [FirmSale]?) = (cells.purchases, cells.sales)
    var (moreBought, moreSold) = (0.0, 0.0)
    if kind == 0 || kind == 2 { purchases = nil }
    if kind == 0 || kind == 1 { sales = nil }
    if kind == 3 {
        let bought = cells.purchases.sorted { $0.figure.amount > $1.figure.amount }
        let sold = cells.sales.sorted { $0.figure.amount > $1.figure.amount }
        purchases = Array(bought.prefix(10))
        sales = Array(sold.prefix(10))
        moreBought = bought.dropFirst(10).reduce(0) { $0 + $1.figure.amount }
        moreSold = sold.dropFirst(10).reduce(0) { $0 + $1.figure.amount }
    }
    return FirmAccount(
        code: code,
        name: Name(code),
        industry: industry,
        output: Figure(output, from: .annualAccounts),
        purchases: purchases,
        unattributedPurchases: Figure(moreBought, from: .annualAccounts),
        sales: sales,
        unattributedSales: Figure(moreSold, from: .annualAccounts),
        primaryInputs: [:],
        extensions: [:]
    )
}

extension FirmSale {
    fileprivate func part(_ amount: Double, firm: String?) -> FirmSale {
        FirmSale(buyer: buyer, to: to, firm: firm, figure: Figure(amount, from: .ledger))
    }
}

extension FirmPurchase {
    fileprivate func part(_ amount: Double, firm: String?) -> FirmPurchase {
        FirmPurchase(seller: seller, from: from, firm: firm, figure: Figure(amount, from: .ledger))
    }
}
