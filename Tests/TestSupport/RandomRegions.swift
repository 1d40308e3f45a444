public import Accounts
import LinearAlgebra

/// A nation drawn from a seed, distributed over regions: every region buys by the nation's coefficients, of each region as
/// much as it makes, give or take a fifth. What that leaves of output is final demand where it is made.
public struct RandomRegions {
    /// The nation.
    public let nation: InputOutputTable
    /// All regions.
    public let table: MultiRegionalTable

    /// `count` regions of the nation of `seed` with `size` industries.
    public init(size: Int, regions count: Int, seed: UInt64) throws(AccountsError) {
        let nation = try RandomEconomy(size: size, seed: seed).table
        self.nation = nation
        var generator = SeededGenerator(seed: seed &* 7919)
        /// Shares that add up to 1, one a region.
        func shares(_ weight: (Int) -> Double) -> [Double] {
            let weights = (0..<count).map(weight)
            let sum = weights.reduce(0, +)
            return weights.map { $0 / sum }
        }
        var made: [[Double]] = []
        for _ in 0..<size { made.append(shares { _ in Double.random(in: 0.5...1.5, using: &generator) }) }
        let sectors = count * size
        var flows = [Double](repeating: 0, count: sectors * sectors)
        for column in 0..<sectors {
            let (region, buyer) = (column / size, column % size)
            for product in 0..<size {
                let whole = nation.domestic.values[product, buyer] * made[buyer][region]
                let sellers = shares { made[product][$0] * Double.random(in: 0.8...1.2, using: &generator) }
                for seller in 0..<count {
                    flows[column * sectors + seller * size + product] = whole * sellers[seller]
                }
            }
        }
        let regions = try Axis((0..<count).map { Region(code: "r\($0)", name: Name("r\($0)")) })
        let axis = try Axis(nation.industries, in: regions)
        let users = try Axis(nation.categories, in: regions)
        let matrix = Matrix(rows: sectors, columns: sectors, columnMajor: flows)
        let output = (0..<sectors).map { nation.output.values[$0 % size] * made[$0 % size][$0 / size] }
        let sold = matrix.rowSums
        let categories = nation.categories.count
        table = try MultiRegionalTable(
            nation: nation.area,
            basis: nation.basis,
            regions: regions,
            industries: nation.industries,
            categories: nation.categories,
            flows: LabelledMatrix(rows: axis, columns: axis, values: matrix),
            finalDemand: LabelledMatrix(
                rows: axis,
                columns: users,
                values: Matrix(rows: sectors, columns: users.count) { row, column in
                    column == row / size * categories ? output[row] - sold[row] : 0
                }
            ),
            primaryInputs: LabelledMatrix(
                rows: nation.primaryInputs.rows,
                columns: axis,
                values: Matrix(rows: nation.primaryInputs.rows.count, columns: sectors) {
                    nation.primaryInputs.values[$0, $1 % size] * made[$1 % size][$1 / size]
                }
            ),
            finalDemandInputs: LabelledMatrix(
                rows: nation.primaryInputs.rows,
                columns: users,
                values: Matrix(rows: nation.primaryInputs.rows.count, columns: users.count) { row, column in
                    nation.finalDemandInputs.values[row, column % categories] / Double(count)
                }
            ),
            output: LabelledVector(axis, output),
            tolerance: BalanceTolerance(row: 1e-6, column: 1e-6, reason: "rounding of sums"),
            provenance: [SmallTable.provenance],
            rules: []
        )
    }
}
