import Accounts
import Leontief
import LinearAlgebra
import TestSupport
import Testing

@Suite("Leontief system")
struct LeontiefSystemTests {
    @Test("Miller & Blair's two sectors: L as printed with eight decimals, through unit demands")
    func twoSectorInverse() throws {
        let printed = [[1.25412541, 0.330033], [0.2640264, 1.12211221]]
        // The case gates at 5e-7: two of its figures are printed with fewer than eight decimals.
        #expect(deviation(of: try TwoSectors().system.inverse(), from: printed) <= 5e-7)
    }

    @Test("Miller & Blair's two sectors: output and labour for new demand (600, 1 500)")
    func twoSectorDemand() throws {
        let system = try TwoSectors().system
        let output = try system.output(meeting: LabelledVector(system.sectors, [600, 1_500])).values
        #expect(deviation(of: output.values, from: [1_247.5, 1_841.6]) <= halfOfLastDigit(decimals: 1))
        // The source multiplies the rounded output: 0.30 · 1 247.5 and 0.25 · 1 841.6.
        let labour = try output.combined(with: LabelledVector(system.sectors, [0.3, 0.25]), *)
        #expect(abs(labour.values[0] - 374.25) <= 0.3 * halfOfLastDigit(decimals: 1))
        #expect(abs(labour.values[1] - 460.4) <= 0.25 * halfOfLastDigit(decimals: 1))
    }

    @Test("Miller & Blair's two sectors: output multipliers as printed with three decimals")
    func twoSectorMultipliers() throws {
        let system = try TwoSectors().system
        let multipliers = try system.multipliers(of: system.ones)
        #expect(deviation(of: multipliers.values, from: [1.518, 1.452]) <= halfOfLastDigit(decimals: 3))
    }

    @Test("Miller & Blair's problem 2.1: L, output, and the power series of orders 4 and 25")
    func problem21() throws {
        let axis = try industries(["sec1", "sec2"])
        let coefficients = try TechnicalCoefficients(
            flows: LabelledMatrix(axis, [[500, 350], [320, 360]]),
            output: LabelledVector(axis, [1_000, 800])
        )
        let system = try LeontiefSystem(coefficients)
        #expect(
            deviation(of: try system.inverse(), from: [[4.07, 3.24], [2.37, 3.7]])
                <= halfOfLastDigit(decimals: 2)
        )
        let demand = LabelledVector(axis, [200, 100])
        let output = try system.output(meeting: demand).values
        #expect(deviation(of: output.values, from: [1_138.9, 844.4]) <= halfOfLastDigit(decimals: 1))
        var series = demand
        var round = demand
        for order in 1...25 {
            round = try coefficients.matrix.times(round)
            series = try series.combined(with: round, +)
            if order == 4 {
                #expect(deviation(of: series.values, from: [650.81, 453.98]) <= halfOfLastDigit(decimals: 2))
            }
        }
        #expect(deviation(of: series.values, from: [1_122.8, 831.6]) <= halfOfLastDigit(decimals: 1))
    }

    @Test("Miller & Blair's problem 2.2: L from given coefficients, demand to output and output to demand")
    func problem22() throws {
        let axis = try industries(["A", "B", "C"])
        let coefficients = try TechnicalCoefficients(
            LabelledMatrix(axis, [[0.35, 0, 0], [0.05, 0.5, 0.15], [0.2, 0.3, 0.55]])
        )
        let system = try LeontiefSystem(coefficients)
        let printed = [[1.538, 0, 0], [0.449, 2.5, 0.833], [0.983, 1.667, 2.778]]
        #expect(deviation(of: try system.inverse(), from: printed) <= halfOfLastDigit(decimals: 3))
        let output = try system.output(meeting: LabelledVector(axis, [1_300, 100, 200])).values
        #expect(deviation(of: output.values, from: [2_000, 1_000, 2_000]) <= 1e-9)
        let given = LabelledVector(axis, [1_000, 500, 1_000])
        let demand = try given.combined(with: coefficients.matrix.times(given), -)
        #expect(deviation(of: demand.values, from: [650, 50, 100]) <= 1e-9)
    }

    @Test("Miller & Blair's problem 2.3: households as a third sector")
    func problem23() throws {
        let axis = try industries(["sec1", "sec2", "households"])
        let system = try LeontiefSystem(
            TechnicalCoefficients(
                flows: LabelledMatrix(axis, [[500, 350, 90], [320, 360, 50], [100, 60, 40]]),
                output: LabelledVector(axis, [1_000, 800, 300])
            )
        )
        let printed = [[5.82, 5.036, 2.983], [3.686, 5.057, 2.248], [0.99, 1.019, 1.693]]
        #expect(deviation(of: try system.inverse(), from: printed) <= halfOfLastDigit(decimals: 3))
        let output = try system.output(meeting: LabelledVector(axis, [200, 100, 0])).values
        #expect(deviation(of: output.values, from: [1_667.5, 1_242.9, 300]) <= halfOfLastDigit(decimals: 1))
    }

    @Test("Germany 1995: L's diagonal, output, value-added and employment multipliers, Tables 15.8–15.12")
    func germany() throws {
        let table = try GermanManual1995.table()
        let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
        let printed = halfOfLastDigit(decimals: 4)
        let inverse = try system.inverse()
        let diagonal = inverse.indices.map { inverse[$0][$0] }
        #expect(deviation(of: diagonal, from: [1.0339, 1.4292, 1.0289, 1.1784, 1.4126, 1.0515]) <= printed)
        let output = try system.multipliers(of: system.ones)
        #expect(
            deviation(of: output.values, from: [1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782]) <= printed
        )
        let direct = try MeasureCoefficients.ratio(of: table.valueAdded, to: table.output)
        #expect(
            deviation(of: direct.values, from: [0.4934, 0.3659, 0.4708, 0.5766, 0.5999, 0.7172]) <= printed
        )
        let valueAdded = try system.multipliers(of: direct)
        #expect(
            deviation(of: valueAdded.values, from: [0.845, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199]) <= printed
        )
        let persons = try MeasureCoefficients.ratio(
            of: LabelledVector(table.industries, GermanManual1995.employment),
            to: table.output
        )
        let employment = try system.multipliers(of: persons)
        #expect(
            deviation(of: employment.values, from: [0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242])
                <= printed
        )
    }

    /// Air emissions (Table 15.16) and their multipliers, computed with numpy 2.4 beside the case; thousand
    /// tonnes of CO₂ and tonnes of NOx, SO₂ by million euros.
    @Test(
        "Germany 1995: emission multipliers agree with another program's",
        arguments: [
            (
                [10_448.0, 558_327, 11_194, 71_269, 8_792, 26_990],
                [
                    0.41847052792385814, 0.768627743217321, 0.2725499292680237, 0.23570916229232936,
                    0.058287509541766626, 0.12341872401507191,
                ]
            ),
            (
                [1_534, 1_160, 1, 4, 1, 1_058],
                [
                    0.03653388613987904, 0.002822230584049429, 0.000826404725271585, 0.0004081876268202707,
                    0.0002434383988577937, 0.0024566063227507155,
                ]
            ),
            (
                [62, 722, 64, 452, 23, 58],
                [
                    0.0017769114854852748, 0.001122188454714198, 0.0006470919002422711, 0.001105092392489403,
                    0.00013778133862852148, 0.00026143446438535656,
                ]
            ),
        ]
    )
    func emissions(amounts: [Double], computed: [Double]) throws {
        let table = try GermanManual1995.table()
        let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
        let intensity = try MeasureCoefficients.ratio(
            of: LabelledVector(table.industries, amounts),
            to: table.output
        )
        #expect(deviation(of: try system.multipliers(of: intensity).values, from: computed) <= rounding)
    }

    /// The small multi-region table of pymrio's `tests/test_math.py`: its authors' own arrays.
    @Test("two regions and three sectors: multipliers of two stressors as pymrio prints them")
    func pymrio() throws {
        let axis = try industries(["1.1", "1.2", "1.3", "2.1", "2.2", "2.3"])
        let flows: [[Double]] = [
            [10, 5, 1, 6, 5, 7], [0, 2, 0, 0, 5, 3], [10, 3, 20, 4, 2, 0],
            [5, 0, 0, 1, 10, 9], [0, 10, 1, 0, 20, 1], [5, 0, 0, 1, 10, 10],
        ]
        let output = LabelledVector(axis, [51, 15, 58, 50, 52, 39])
        let stressors: [[Double]] = [[20, 1, 42, 4, 20, 5], [5, 4, 11, 8, 2, 10]]
        let printed: [[Double]] = [
            [
                0.896638324101429, 1.7965474933011258, 1.1666796580507097, 0.3013124703668342,
                1.4371886818255364, 0.7177624711634629,
            ],
            [
                0.3004620527704837, 0.9052387706892087, 0.311411003349379, 0.23778766312079253,
                0.5331560745059157, 0.6031791628984159,
            ],
        ]
        // Sector 1.2 buys for 20 and produces 15, but the spectral radius of A is below one: the economy is
        // productive, and the column sum is not the condition for that.
        let system = try LeontiefSystem(
            TechnicalCoefficients(flows: LabelledMatrix(axis, flows), output: output)
        )
        for (amounts, expected) in zip(stressors, printed) {
            let row = try MeasureCoefficients.ratio(of: LabelledVector(axis, amounts), to: output)
            let solution = try #require(try system.multipliers(of: [row]).first)
            #expect(deviation(of: solution.values.values, from: expected) <= rounding)
            #expect(solution.errorBound <= 1e-12)
        }
    }

    @Test("x = Ax + f and, with every primary input counted, v'L = 1, seeded random economies of 1 to 40")
    func identities() throws {
        for size in [1, 2, 3, 8, 21, 40] {
            let table = try RandomEconomy(size: size, seed: UInt64(size)).table
            let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let demand = table.finalDemand.rowSums
            let output = try system.output(meeting: demand).values
            // The table's output came from 600 rounds of the power series; both round at 10⁴ · 2⁻⁵³ · n.
            #expect(deviation(of: output.values, from: table.output.values) <= 1e-9)
            let back = try system.coefficients.matrix.times(output).combined(with: demand, +)
            #expect(deviation(of: back.values, from: output.values) <= 1e-9)
            var sum = LabelledVector(table.industries) { _ in 0 }
            for input in table.primaryInputs.rows.labels {
                let row = try table.primaryInputs.row(input).combined(with: table.output, /)
                sum = try sum.combined(with: system.multipliers(of: row), +)
            }
            #expect(deviation(of: sum.values, from: system.ones.values) <= rounding)
        }
    }

    @Test("several rows solved together are the rows solved one by one")
    func together() throws {
        let table = try RandomEconomy(size: 9, seed: 4).table
        let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
        let rows = [system.ones, table.output, table.valueAdded]
        for (row, solution) in zip(rows, try system.multipliers(of: rows)) {
            let alone = try system.multipliers(of: row)
            let scale = alone.values.max() ?? 1
            #expect(deviation(of: solution.values.values, from: alone.values) <= scale * rounding)
        }
    }

    @Test("the error bound covers the true error of two sectors, worked by Cramer's rule in eighty bits")
    func errorBoundExact() throws {
        let axis = try industries(["a", "b"])
        let ownCoefficient = 0.5 - 1e-9
        let system = try LeontiefSystem(
            TechnicalCoefficients(LabelledMatrix(axis, [[0.25, 0.5], [0.5, ownCoefficient]]))
        )
        let own = 1 - Float80(ownCoefficient)
        let determinant = 0.75 * own - 0.25
        for demand in [[1.0, 0], [0, 1], [3, 7], [1e6, -1]] {
            let solution = try system.output(meeting: LabelledVector(axis, demand))
            let (first, second) = (Float80(demand[0]), Float80(demand[1]))
            let exact = [
                (own * first + 0.5 * second) / determinant, (0.5 * first + 0.75 * second) / determinant,
            ]
            let error = zip(solution.values.values, exact).reduce(Float80(0)) {
                $0 + abs(Float80($1.0) - $1.1)
            }
            // Cramer's rule in eighty bits is itself off: the determinant, 10⁻⁹ left of 0.25, by 2⁻⁶⁴ of it.
            let size80 = exact.reduce(Float80(0)) { $0 + abs($1) }
            #expect(Double(error - size80 * 0x1p-64 / 1e-9) <= solution.errorBound)
            // (n + 2)(1 + ‖A‖₁) = 8 units for the rounding in the residual, 12 for the residual itself, over
            // 1 − ‖A‖₁ = 10⁻⁹: a bound much wider than that would say nothing.
            let size = solution.values.values.reduce(0) { $0 + abs($1) }
            #expect(solution.errorBound <= 20 * Double.ulpOfOne * size / 1e-9)
        }
    }

    @Test("the error bound covers the difference from a solution refined in eighty bits, up to 40 sectors")
    func errorBoundRefined() throws {
        for size in [1, 2, 5, 13, 40] {
            let table = try RandomEconomy(size: size, seed: UInt64(100 + size)).table
            let system = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let matrix = system.coefficients.matrix.values
            let demand = table.finalDemand.rowSums
            let solution = try system.output(meeting: demand)
            let exact = refined(matrix, demand.values, transposed: false)
            let error = zip(solution.values.values, exact).reduce(Float80(0)) {
                $0 + abs(Float80($1.0) - $1.1)
            }
            // Rounds in eighty bits leave n + 1 roundings of the last one, over 1 − 0.9.
            let unsure = Float80(size + 1) * 0x1p-64 * 10
            #expect(Double(error - unsure * Float80(solution.values.sum)) <= solution.errorBound)
            #expect(solution.errorBound <= 1e-12 * solution.values.sum)
            let row = try table.valueAdded.combined(with: table.output, /)
            let multipliers = try #require(try system.multipliers(of: [row]).first)
            let exactRow = refined(matrix, row.values, transposed: true)
            let largest = zip(multipliers.values.values, exactRow).map { abs(Float80($0) - $1) }.max() ?? 0
            #expect(Double(largest - unsure) <= multipliers.errorBound)
            #expect(multipliers.errorBound <= 1e-12)
        }
    }

    /// x = Ax + f iterated to rest in eighty bits; A's column sums are below 0.9, so 500 rounds are enough.
    private func refined(_ matrix: Matrix, _ right: [Double], transposed: Bool) -> [Float80] {
        let rows = (0..<matrix.rows).map { row in
            (0..<matrix.rows).map { Float80(transposed ? matrix[$0, row] : matrix[row, $0]) }
        }
        let start = right.map { Float80($0) }
        var solution = start
        for _ in 0..<500 {
            solution = zip(rows, start).map { row, amount in
                zip(row, solution).reduce(amount) { $0 + $1.0 * $1.1 }
            }
        }
        return solution
    }

    @Test("aggregation commutes with the system where the parts buy alike, and only totals where not")
    func aggregation() throws {
        let fine = try industries(["a1", "a2", "b"])
        let coarse = try industries(["a", "b"])
        let concordance = try Concordance(from: fine, to: coarse, ["a1": "a", "a2": "a", "b": "b"])
        // a1 and a2 have columns that aggregate to the same (0.3, 0.2): the condition of Hatanaka (1952).
        let coefficients = try TechnicalCoefficients(
            LabelledMatrix(fine, [[0.1, 0.25, 0.1], [0.2, 0.05, 0.2], [0.2, 0.2, 0.1]])
        )
        let aggregated = try TechnicalCoefficients(LabelledMatrix(coarse, [[0.3, 0.3], [0.2, 0.1]]))
        let demand = LabelledVector(fine, [3, 5, 7])
        let summed = try LeontiefSystem(coefficients).output(meeting: demand).values.aggregated(
            by: concordance
        )
        let direct = try LeontiefSystem(aggregated).output(meeting: demand.aggregated(by: concordance)).values
        #expect(deviation(of: summed.values, from: direct.values) <= 1e-12)

        let table = try RandomEconomy(size: 8, seed: 3).table
        let halves = Dictionary(
            uniqueKeysWithValues: table.industries.codes.enumerated().map {
                ($1, $0 < 4 ? "first" : "second")
            }
        )
        let small = try table.aggregated(
            by: Concordance(from: table.industries, to: try industries(["first", "second"]), halves)
        )
        let output = try LeontiefSystem(TechnicalCoefficients(domesticIn: small))
            .output(meeting: small.finalDemand.rowSums).values
        // At the table's own demand every aggregation gives the table's own output back.
        #expect(deviation(of: output.values, from: small.output.values) <= 1e-9)
    }

    @Test("another axis is refused with the first difference")
    func otherAxis() throws {
        let system = try TwoSectors().system
        let other = LabelledVector(try industries(["sec2", "sec1"]), [1, 1])
        let expected = LeontiefError.accounts(.differ(.label(position: 0, "sec1", "sec2")))
        #expect(throws: expected) { try system.output(meeting: other) }
        #expect(throws: expected) { try system.multipliers(of: other) }
        #expect(throws: expected) { try system.multipliers(of: [system.ones, other]) }
    }

    @Test("a demand that is not finite is refused by sector")
    func notFinite() throws {
        let system = try TwoSectors().system
        let sick = LabelledVector(system.sectors, [1, .infinity])
        #expect(
            throws: LeontiefError.linearAlgebra(
                .notFinite(row: 1, column: 0, value: .infinity),
                sector: "sec2"
            )
        ) { try system.output(meeting: sick) }
        #expect(
            throws: LeontiefError.linearAlgebra(
                .notFinite(row: 1, column: 1, value: .infinity),
                sector: "sec2"
            )
        ) { try system.multipliers(of: [system.ones, sick]) }
    }

    @Test("a system on the edge of productivity is refused as ill-conditioned, with the estimate")
    func illConditioned() throws {
        let axis = try industries(["a", "b"])
        let coefficients = try TechnicalCoefficients(
            LabelledMatrix(axis, [[0, 1 - 1e-14], [1 - 1e-14, 0]])
        )
        let error = #expect(throws: LeontiefError.self) { try LeontiefSystem(coefficients) }
        guard case .linearAlgebra(.illConditioned(let reciprocal, let least), nil) = error else {
            Issue.record("another error: \(String(describing: error))")
            return
        }
        #expect(reciprocal < least)
        #expect(least == LUFactorization.leastReciprocalCondition)
    }

    @Test("no sectors, no output")
    func empty() throws {
        let nobody = try industries(0)
        let system = try LeontiefSystem(
            TechnicalCoefficients(
                LabelledMatrix(
                    rows: nobody,
                    columns: nobody,
                    values: Matrix(rows: 0, columns: 0) { _, _ in 0 }
                )
            )
        )
        #expect(try system.output(meeting: LabelledVector(nobody, [])).values.sum == 0)
    }
}
