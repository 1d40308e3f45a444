import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Leontief system closed for households")
struct ClosedLeontiefSystemTests {
    /// Miller & Blair (2009), §2.5: A bordered with wages (0.30, 0.25), consumption (0.05, 0.40) and 0.05
    /// between households.
    private func millerBlair() throws -> ClosedLeontiefSystem<Industry> {
        let open = try TwoSectors().system
        return try ClosedLeontiefSystem(
            open,
            closedBy: HouseholdClosure(
                wages: LabelledVector(open.sectors, [0.3, 0.25]),
                purchases: LabelledVector(open.sectors, [0.05, 0.4]),
                wagesToHouseholds: 0.05
            )
        )
    }

    @Test(
        "the industries' block of the bordered inverse and its household row, as printed with three decimals"
    )
    func borderedInverse() throws {
        let closed = try millerBlair()
        var columns: [[Double]] = []
        for sector in closed.open.sectors.labels {
            let demand = LabelledVector(closed.open.sectors) { $0 == sector ? 1 : 0 }
            let output = try closed.open.output(meeting: demand).values
                .combined(with: closed.inducedOutput(meeting: demand), +)
            columns.append(output.values + [try closed.wages(meeting: demand)])
        }
        let printed = [[1.365, 0.527, 0.570], [0.425, 1.348, 0.489]]
        #expect(deviation(of: columns, from: printed) <= halfOfLastDigit(decimals: 3))
        #expect(abs(closed.incomeAmplification - 1.289) <= halfOfLastDigit(decimals: 3))
    }

    @Test("simple, truncated and total output multipliers are three different things")
    func outputMultipliers() throws {
        let closed = try millerBlair()
        let simple = try closed.open.multipliers(of: closed.open.ones)
        let truncated = try closed.multipliers(of: closed.open.ones)
        let total = try closed.multipliers(of: closed.open.ones, perWages: 1)
        let printed = halfOfLastDigit(decimals: 3)
        #expect(deviation(of: simple.values, from: [1.518, 1.452]) <= printed)
        #expect(deviation(of: total.values, from: [2.462, 2.262]) <= printed)
        // Truncated: computed with numpy 2.4 beside the case.
        #expect(deviation(of: truncated.values, from: [1.8924091005741017, 1.773336168403147]) <= rounding)
    }

    @Test("Type II income is one constant times Type I income, the same for every sector")
    func incomeConstant() throws {
        let closed = try millerBlair()
        let typeOne = try closed.open.multipliers(of: closed.closure.wages)
        let typeTwo = closed.wagesPerUnitOfDemand
        for (first, second) in zip(typeOne.values, typeTwo.values) {
            #expect(abs(second / first - closed.incomeAmplification) <= rounding)
        }
        // Computed with numpy 2.4 beside the case: k, and Type II income over direct income.
        #expect(abs(closed.incomeAmplification - 1.2885392302785457) <= rounding)
        let ratios = try typeTwo.combined(with: closed.closure.wages, /)
        #expect(deviation(of: ratios.values, from: [1.8994967751080871, 1.9561981713799705]) <= rounding)
    }

    @Test("closing by two solves is bordering the matrix and inverting it, seeded random economies")
    func bordering() throws {
        for size in [1, 2, 7, 20, 40] {
            let table = try RandomEconomy(size: size, seed: UInt64(200 + size)).table
            let open = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let closure = try closure(of: table)
            let closed = try ClosedLeontiefSystem(open, closedBy: closure)
            let axis = try industries(table.industries.codes + ["households"])
            let bordered = LabelledMatrix(rows: axis, columns: axis) { row, column in
                switch (row.code, column.code) {
                case ("households", "households"): closure.wagesToHouseholds
                case ("households", _): closure.wages[column]
                case (_, "households"): closure.purchases[row]
                default: open.coefficients.matrix[row, column]
                }
            }
            let whole = try LeontiefSystem(TechnicalCoefficients(bordered))
            let row = try table.valueAdded.combined(with: table.output, /)
            let expected = try whole.multipliers(
                of: LabelledVector(axis) { $0.code == "households" ? 0.3 : row[$0] }
            )
            let found = try closed.multipliers(of: row, perWages: 0.3)
            #expect(deviation(of: found.values, from: Array(expected.values.dropLast())) <= 1e-11)
        }
    }

    /// Households that spend 70 % of their wages like the table's household column.
    private func closure(of table: InputOutputTable) throws -> HouseholdClosure<Industry> {
        try HouseholdClosure(
            compensation: table.inputs(.compensation),
            output: table.output,
            consumption: table.finalDemand.column(.household),
            imports: 20,
            productTaxes: 7,
            supplied: LabelledVector(table.industries) { _ in 1 },
            leakages: .init(wageShareOfCompensation: 0.8, incomeTax: 0.25, saving: 0.05, residentShare: 1)
        )
    }

    @Test("Type II is nowhere below Type I, for every row that is nowhere negative")
    func typeTwoIsLarger() throws {
        for seed in 1...10 as ClosedRange<UInt64> {
            let table = try RandomEconomy(size: 12, seed: seed).table
            let open = try LeontiefSystem(TechnicalCoefficients(domesticIn: table))
            let closed = try ClosedLeontiefSystem(open, closedBy: closure(of: table))
            for row in [open.ones, try table.valueAdded.combined(with: table.output, /)] {
                let typeOne = try open.multipliers(of: row)
                let typeTwo = try closed.multipliers(of: row)
                #expect(zip(typeOne.values, typeTwo.values).allSatisfy { $0 <= $1 })
            }
        }
    }

    @Test("what households spend without end is refused with the share that comes back")
    func endless() throws {
        let open = try TwoSectors().system
        let generous = HouseholdClosure(
            wages: LabelledVector(open.sectors, [0, 0]),
            purchases: LabelledVector(open.sectors, [0, 0]),
            wagesToHouseholds: 1
        )
        #expect(throws: LeontiefError.endlessConsumption(respentShare: 1)) {
            try ClosedLeontiefSystem(open, closedBy: generous)
        }
    }

    @Test("another axis is refused with the first difference")
    func otherAxis() throws {
        let closed = try millerBlair()
        let other = LabelledVector(try industries(["sec1", "sec3"]), [1, 1])
        let expected = LeontiefError.accounts(.differ(.label(position: 1, "sec2", "sec3")))
        #expect(throws: expected) { try closed.multipliers(of: other) }
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 1, "sec2", "sec3")))) {
            try closed.wages(meeting: other)
        }
        #expect(throws: expected) { try closed.inducedOutput(meeting: other) }
        #expect(throws: expected) {
            try ClosedLeontiefSystem(
                closed.open,
                closedBy: HouseholdClosure(wages: other, purchases: closed.open.ones)
            )
        }
        #expect(throws: expected) {
            try ClosedLeontiefSystem(
                closed.open,
                closedBy: HouseholdClosure(wages: closed.open.ones, purchases: other)
            )
        }
    }
}
