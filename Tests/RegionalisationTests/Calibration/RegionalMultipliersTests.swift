import Accounts
import LinearAlgebra
import TestSupport
import Testing

@testable import Regionalisation

@Suite("Regional multipliers and their intervals")
struct RegionalMultipliersTests {
    private static func axis(_ count: Int) throws -> Axis<Industry> {
        try Axis((0..<count).map { Industry(code: "i\($0)", name: Name("i\($0)")) })
    }

    @Test("The error of a multiplier by the delta method is that of finite differences")
    func deltaMethod() throws {
        let axis = try Self.axis(3)
        let national: [[Double]] = [[0.1, 0.2, 0.05], [0.15, 0.1, 0.2], [0.05, 0.25, 0.1]]
        let predictors = [0.3, -0.5, 1.1]
        let row = LabelledVector(axis, [0.4, 0.3, 0.6])
        func effects(_ predictors: [Double]) throws -> (LabelledVector<Industry>, RegionalMultipliers) {
            let multipliers = try RegionalMultipliers(
                of: LabelledMatrix(
                    rows: axis,
                    columns: axis,
                    values: Matrix(rows: 3, columns: 3) { seller, buyer in
                        national[seller][buyer] * PurchaseModel.logistic(predictors[seller])
                    }
                )
            )
            return (try multipliers.effects(of: row), multipliers)
        }
        let covariance = Matrix(rows: 3, columns: 3) { $0 == $1 ? 0.2 : 0.05 }
        let (_, multipliers) = try effects(predictors)
        let found = try multipliers.intervals(
            of: row,
            shares: LabelledVector(axis, predictors.map(PurchaseModel.logistic)),
            covariance: covariance,
            technologySpread: 0,
            quantile: 1.833
        )
        let step = 1e-5
        let gradient = try (0..<3).map { index -> [Double] in
            var (up, down) = (predictors, predictors)
            up[index] += step
            down[index] -= step
            return zip(try effects(up).0.values, try effects(down).0.values).map { ($0 - $1) / (2 * step) }
        }
        for buyer in 0..<3 {
            var variance = 0.0
            for one in 0..<3 {
                for other in 0..<3 {
                    variance += gradient[one][buyer] * covariance[one, other] * gradient[other][buyer]
                }
            }
            // Central differences of step 1e-5 are good to about 1e-10.
            #expect(abs(found.standardErrors.values[buyer] - variance.squareRoot()) < 1e-9)
            #expect(found.lower.values[buyer] > row.values[buyer])
            #expect(found.lower.values[buyer] < found.values.values[buyer])
            #expect(found.upper.values[buyer] > found.values.values[buyer])
        }
    }

    @Test("Coefficients that cannot be solved, and another axis, are refused")
    func refusals() throws {
        let axis = try Self.axis(2)
        #expect(throws: RegionalisationError.notSolvable) {
            try RegionalMultipliers(of: LabelledMatrix(rows: axis, columns: axis) { $0 == $1 ? 1 : 0 })
        }
        let fine = try RegionalMultipliers(of: LabelledMatrix(rows: axis, columns: axis) { _, _ in 0.1 })
        let other = LabelledVector(try Self.axis(3)) { _ in 1 }
        #expect(throws: RegionalisationError.accounts(.differ(.label(position: 2, nil, "i2")))) {
            try fine.effects(of: other)
        }
    }

    /// Student's t, 95 % one-sided: the tables' printed quantiles, three decimals; the expansion is good to 0.002.
    @Test(
        "Quantiles of Student's t",
        arguments: [(4, 2.132), (5, 2.015), (8, 1.860), (9, 1.833), (30, 1.697)]
    )
    func quantiles(degrees: Int, printed: Double) {
        #expect(abs(StudentQuantile.ninetyPercent(degreesOfFreedom: degrees) - printed) <= 0.0025)
    }

    @Test("The region's own accounts scale its inputs; the nation's technology does not")
    func technology() throws {
        let axis = try Self.axis(2)
        let national = LabelledMatrix(rows: axis, columns: axis) { _, _ in 0.2 }
        let (own, all) = (LabelledVector(axis, [0.7, 1]), LabelledVector(axis, [0.4, 1]))
        let scaled = try RegionalTechnology.ownAccounts.coefficients(
            national,
            valueAddedShare: own,
            nation: all
        )
        #expect(abs(scaled.values[0, 0] - 0.1) < 1e-15 && scaled.values[1, 1] == 0.2)
        let plain = try RegionalTechnology.national.coefficients(
            national,
            valueAddedShare: own,
            nation: all
        )
        #expect(plain == national)
    }
}
