public import Accounts
import LinearAlgebra

/// One industry's products on their way from the regions that make them to those that use them, balanced.
///
/// Every user's purchases are fixed, and so is what every region has to sell; the first guess is brought to both.
/// So trade in the product nets to zero over the nation: what one region sells, another buys.
public struct ProductTrade: Sendable {
    /// The industry whose products they are.
    public let industry: Industry
    /// Of all that is traded or bought at home, the share bought at home by the first guess.
    public let homeShareBefore: Double
    /// The same in the balanced table.
    public let homeShare: Double
    /// How it was balanced. The supply of the regions was scaled to what is used: the two differ by the rounding of the
    /// nation's table. `nil` where nobody at home buys any.
    public let report: BalancingReport?
    /// Row the selling region; columns the buyers, in the order given.
    let flows: Matrix

    /// - Parameters:
    ///   - supply: what each region has for the nation's users.
    ///   - demand: what each buyer buys, and the region it is in.
    ///   - homeShare: q of each buyer.
    ///   - weights: c_rs^−β.
    /// - Throws: as ``LinearAlgebra/Matrix/balanced(to:by:freezing:until:)``.
    init(
        in industry: Industry,
        supply: [Double],
        demand: [(amount: Double, region: Int, homeShare: Double)],
        _ weights: TradeWeights
    ) throws(RegionalisationError) {
        let buyers = demand.indices.filter { demand[$0].amount != 0 }
        let pulls = supply.indices.map { buyer in
            supply.indices.map { supply[$0] * weights.values[$0, buyer] }
        }
        let sums = pulls.map { $0.reduce(0, +) }
        func first(_ seller: Int, _ buyer: (amount: Double, region: Int, homeShare: Double)) -> Double {
            let others = sums[buyer.region]
            let most = others > 0 ? 1 - InterregionalTrade.leastShareFromElsewhere : 1
            let home = supply[buyer.region] > 0 ? (others > 0 ? min(buyer.homeShare, most) : 1) : 0
            if seller == buyer.region { return buyer.amount * home }
            return others > 0 ? buyer.amount * (1 - home) * pulls[buyer.region][seller] / others : 0
        }
        let guess = Matrix(rows: supply.count, columns: buyers.count) { first($0, demand[buyers[$1]]) }
        let wanted = buyers.map { demand[$0].amount }
        self.industry = industry
        guard !buyers.isEmpty else {
            (homeShareBefore, homeShare, report) = (1, 1, nil)
            flows = Matrix(rows: supply.count, columns: demand.count) { _, _ in 0 }
            return
        }
        let balanced: Balanced<Matrix>
        do {
            balanced = try guess.balanced(
                to: Margins(rows: supply, columns: wanted, scaling: .row),
                by: wanted.contains { $0 < 0 } ? .gras : .ras,
                until: .deviation(share: 1e-11)
            )
        } catch {
            throw error.named(product: industry, buyers: buyers.count, supply.count)
        }
        // What is left of a deviation goes to the sellers: what is used is what the nation's table says, cell by cell.
        let found = balanced.table.columnSums
        let exact = Matrix(rows: supply.count, columns: buyers.count) { row, column in
            found[column] == 0 ? 0 : balanced.table[row, column] * (wanted[column] / found[column])
        }
        var columns = [Int?](repeating: nil, count: demand.count)
        for (column, buyer) in buyers.enumerated() { columns[buyer] = column }
        report = balanced.report
        flows = Matrix(rows: supply.count, columns: demand.count) { row, buyer in
            columns[buyer].map { exact[row, $0] } ?? 0
        }
        func home(_ table: Matrix) -> Double {
            let own = buyers.indices.reduce(0) { $0 + table[demand[buyers[$1]].region, $1] }
            let all = wanted.reduce(0, +)
            return all == 0 ? 1 : own / all
        }
        homeShareBefore = home(guess)
        homeShare = home(exact)
    }
}

extension RegionalisationError {
    /// The refusal with the product's code in place of a row's position.
    fileprivate func named(product: Industry, buyers: Int, _ sellers: Int) -> RegionalisationError {
        named(
            rows: (0..<sellers).map { "\(product.code) \($0)" },
            columns: (0..<buyers).map { "\(product.code) \($0)" }
        )
    }
}
