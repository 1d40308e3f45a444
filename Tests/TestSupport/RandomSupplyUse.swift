public import Accounts

/// A supply and use table drawn from a seed: nonnegative, balanced to rounding, origins apart, not square unless
/// asked for, with taxes, compensation and a surplus that takes what is left.
public struct RandomSupplyUse {
    /// The table.
    public let table: SupplyUseTable

    /// The table of `seed`. Every industry makes much of one product and a little of some others.
    public init(products productCount: Int, industries industryCount: Int, seed: UInt64) throws(AccountsError)
    {
        var generator = SeededGenerator(seed: seed)
        func draw(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &generator) }
        let supply: [[Double]] = (0..<productCount).map { product in
            (0..<industryCount).map { industry in
                if product % industryCount == industry { return draw(500...1000) }
                return draw(0...1) < 0.3 ? draw(0...60) : 0
            }
        }
        let imports: [Double] = (0..<productCount).map { _ in draw(0...400) }
        /// Spreads a product's total over industries and two categories.
        func uses(of total: Double) -> [Double] {
            let weights =
                (0..<industryCount).map { _ in draw(0...1) }
                + [draw(0.2...1) * Double(industryCount), draw(0.2...1) * Double(industryCount)]
            let sum = weights.reduce(0, +)
            return weights.map { $0 / sum * total }
        }
        let domestic = supply.map { uses(of: $0.reduce(0, +)) }
        let imported = imports.map { uses(of: $0) }
        func split(_ rows: [[Double]]) -> (intermediate: [[Double]], finalDemand: [[Double]]) {
            (rows.map { Array($0[..<industryCount]) }, rows.map { Array($0[industryCount...]) })
        }
        var inputs = [[Double]](repeating: [], count: 3)
        for industry in 0..<industryCount {
            let made = supply.reduce(0) { $0 + $1[industry] }
            let bought = (domestic + imported).reduce(0) { $0 + $1[industry] }
            inputs[0].append(made * draw(0.01...0.05))
            inputs[1].append(made * draw(0.1...0.3))
            inputs[2].append(made - bought - inputs[0][industry] - inputs[1][industry])
        }
        var small = SmallSupplyUse(
            products: try TestSupport.products((1...productCount).map { "p\($0)" }),
            industries: try TestSupport.industries(industryCount),
            supply: supply,
            imports: imports,
            categories: [.household, .export],
            use: split(domestic),
            importedUse: split(imported),
            inputs: [
                PrimaryInput(.productTaxes), PrimaryInput(.compensation), PrimaryInput(.operatingSurplus),
            ],
            primaryInputs: inputs
        )
        small.tolerance = SupplyUseTolerance(
            product: 1e-8,
            industry: 1e-8,
            reason: "sums of rounded products"
        )
        table = try small.table()
    }
}
