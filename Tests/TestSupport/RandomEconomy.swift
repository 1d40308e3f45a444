public import Accounts

/// A productive economy drawn from a seed: balanced to rounding, imports by supplier, value added positive.
///
/// For every industry between a tenth and nine tenths of output is domestic intermediate input; the rest is
/// shared by imports, product taxes, compensation and surplus.
public struct RandomEconomy {
    /// The table.
    public let table: InputOutputTable

    /// The economy of `seed` with `size` industries.
    public init(size: Int, seed: UInt64) throws(AccountsError) {
        var generator = SeededGenerator(seed: seed)
        let axis = try industries(size)
        var coefficients = (0..<size).map { _ in
            (0..<size).map { _ in Double.random(in: 0...1, using: &generator) }
        }
        for column in 0..<size {
            let sum = coefficients.reduce(0) { $0 + $1[column] }
            let share = Double.random(in: 0.1...0.9, using: &generator)
            for row in 0..<size { coefficients[row][column] *= share / sum }
        }
        let demand: [[Double]] = (0..<size).map { _ in
            [Double.random(in: 1...100, using: &generator), Double.random(in: 1...100, using: &generator)]
        }
        // Output by the power series: 0.9⁶⁰⁰ is 10⁻²⁸. An oracle that the solver under test has no part in.
        let final = demand.map { $0[0] + $0[1] }
        var output = final
        for _ in 0..<600 {
            output = zip(coefficients, final).map { row, amount in
                zip(row, output).reduce(amount) { $0 + $1.0 * $1.1 }
            }
        }
        let flows = coefficients.map { row in zip(row, output).map { $0 * $1 } }
        var imported = (0..<size).map { _ in [Double](repeating: 0, count: size) }
        var inputs = [[Double]](repeating: [], count: 4)
        for column in 0..<size {
            let rest = output[column] - flows.reduce(0) { $0 + $1[column] }
            let imports = rest * Double.random(in: 0...0.4, using: &generator)
            let taxes = rest * Double.random(in: -0.05...0.1, using: &generator)
            let compensation = (rest - imports - taxes) * Double.random(in: 0.2...0.8, using: &generator)
            for row in 0..<size { imported[row][column] = imports / Double(size) }
            inputs[0].append(imports)
            inputs[1].append(taxes)
            inputs[2].append(compensation)
            inputs[3].append(rest - imports - taxes - compensation)
        }
        let finalImports: [[Double]] = (0..<size).map { _ in
            [Double.random(in: 0...10, using: &generator), 0]
        }
        var small = SmallTable(
            industries: axis,
            domestic: flows,
            finalDemand: demand,
            categories: [.household, .export],
            imported: (imported, finalImports),
            inputs: [
                PrimaryInput(.imports), PrimaryInput(.productTaxes), PrimaryInput(.compensation),
                PrimaryInput(.operatingSurplus),
            ],
            primaryInputs: inputs,
            finalDemandInputs: [[finalImports.reduce(0) { $0 + $1[0] }, 0], [7, 0], [0, 0], [0, 0]],
            output: output
        )
        small.tolerance = BalanceTolerance(row: 1e-8, column: 1e-8, reason: "sums of rounded products")
        table = try small.table()
    }
}
