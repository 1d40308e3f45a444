import LinearAlgebra

/// Use of products by all users, industries first and categories of final demand behind them, column after column.
struct UserBlock {
    let products: Int
    let industries: Int
    /// The amounts; `amounts[product + user * products]`.
    private(set) var amounts: [Double]

    /// The flows side by side.
    init(_ flows: SupplyUseTable.ProductFlows) {
        products = flows.intermediate.rows.count
        industries = flows.intermediate.columns.count
        amounts = flows.intermediate.values.columnMajor + flows.finalDemand.values.columnMajor
    }

    /// Number of users.
    var users: Int { products == 0 ? 0 : amounts.count / products }

    /// The flows, on the axes of `table`.
    func flows(of table: SupplyUseTable) -> SupplyUseTable.ProductFlows {
        let cut = products * industries
        return SupplyUseTable.ProductFlows(
            intermediate: LabelledMatrix(
                rows: table.products,
                columns: table.industries,
                values: Matrix(rows: products, columns: industries, columnMajor: Array(amounts[..<cut]))
            ),
            finalDemand: LabelledMatrix(
                rows: table.products,
                columns: table.categories,
                values: Matrix(
                    rows: products,
                    columns: table.categories.count,
                    columnMajor: Array(amounts[cut...])
                )
            )
        )
    }

    /// Σ over products, one number a user.
    var columnSums: [Double] {
        (0..<users).map { user in
            amounts[(user * products)..<((user + 1) * products)].reduce(0, +)
        }
    }

    /// Adds `other`, cell by cell, times `factor`.
    mutating func add(_ other: UserBlock, times factor: Double) {
        for index in amounts.indices { amounts[index] += factor * other.amounts[index] }
    }

    /// Adds `amount` to one cell.
    mutating func add(_ amount: Double, product: Int, user: Int) {
        amounts[product + user * products] += amount
    }

    /// Adds share_p × total_u to every cell.
    mutating func add(shares: [Double], times totals: [Double]) {
        for user in 0..<users where totals[user] != 0 {
            for product in 0..<products {
                amounts[product + user * products] += shares[product] * totals[user]
            }
        }
    }

    /// Each product's total spread over its users in proportion to what they use, negative uses left out.
    ///
    /// Where `spared` marks users, the others take the whole total as far as their uses reach, and the marked ones
    /// the rest. A product with no positive use is spread over the size of its uses; one with no use at all
    /// stays unspread, and shows as an imbalance. O(products × users).
    func spreading(_ totals: [Double], sparing spared: [Bool]) -> UserBlock {
        var first = [Double](repeating: 0, count: products)
        var second = first
        var size = first
        for user in 0..<users {
            for product in 0..<products {
                let amount = amounts[product + user * products]
                size[product] += abs(amount)
                if amount <= 0 { continue }
                if spared[user] { second[product] += amount } else { first[product] += amount }
            }
        }
        let rates = zip(totals, zip(first, second)).map { Self.rates(of: $0, within: $1.0, then: $1.1) }
        var spread = self
        for user in 0..<users {
            for product in 0..<products {
                let index = product + user * products
                let rate = spared[user] ? rates[product].second : rates[product].first
                if first[product] + second[product] == 0 {
                    spread.amounts[index] =
                        size[product] == 0 ? 0 : totals[product] * abs(amounts[index]) / size[product]
                } else {
                    spread.amounts[index] = max(amounts[index], 0) * rate
                }
            }
        }
        return spread
    }

    /// The rates at which a total falls on the uses that come first, and on those that come second.
    private static func rates(
        of total: Double,
        within first: Double,
        then second: Double
    ) -> (first: Double, second: Double) {
        if first == 0 { return (0, second == 0 ? 0 : total / second) }
        if total <= first || second == 0 { return (total / first, 0) }
        return (1, (total - first) / second)
    }
}
