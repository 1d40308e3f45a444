import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Household closure")
struct HouseholdClosureTests {
    private func leakages(
        wages: Double = 0.8,
        tax: Double = 0.25,
        saving: Double = 0.1,
        resident: Double = 0.5
    ) throws -> HouseholdLeakages {
        try .init(wageShareOfCompensation: wages, incomeTax: tax, saving: saving, residentShare: resident)
    }

    @Test("wages and purchases follow the formulas, worked by hand")
    func byHand() throws {
        let axis = try industries(["a", "b", "idle"])
        let closure = try HouseholdClosure(
            compensation: LabelledVector(axis, [30, 10, 0]),
            output: LabelledVector(axis, [100, 50, 0]),
            consumption: LabelledVector(axis, [40, 20, 0]),
            imports: 30,
            productTaxes: 10,
            supplied: LabelledVector(axis, [1, 0.5, 1]),
            leakages: leakages()
        )
        // κ = 0.75 · 0.9 · 0.5 = 0.3375 of each krone, over 40 + 20 + 30 + 10 = 100 spent.
        #expect(deviation(of: closure.wages.values, from: [0.24, 0.16, 0]) <= rounding)
        #expect(deviation(of: closure.purchases.values, from: [0.135, 0.03375, 0]) <= rounding)
        #expect(abs(closure.imports - 0.10125) <= rounding)
        #expect(abs(closure.productTaxes - 0.03375) <= rounding)
        #expect(closure.wagesToHouseholds == 0)
    }

    @Test("with everything supplied, purchases, imports and taxes add up to the propensity to consume")
    func propensity() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let table = try RandomEconomy(size: 9, seed: seed).table
            let leakages = try leakages()
            let closure = try HouseholdClosure(
                compensation: table.inputs(.compensation),
                output: table.output,
                consumption: table.finalDemand.column(.household),
                imports: 12,
                productTaxes: -3,
                supplied: LabelledVector(table.industries) { _ in 1 },
                leakages: leakages
            )
            let spent = closure.purchases.sum + closure.imports + closure.productTaxes
            #expect(abs(spent - leakages.propensityToConsume) <= rounding)
        }
    }

    @Test("households that buy nothing spend nothing")
    func nothing() throws {
        let axis = try industries(["a"])
        let closure = try HouseholdClosure(
            compensation: LabelledVector(axis, [30]),
            output: LabelledVector(axis, [100]),
            consumption: LabelledVector(axis, [0]),
            imports: 0,
            productTaxes: 0,
            supplied: LabelledVector(axis, [1]),
            leakages: leakages()
        )
        #expect(closure.purchases.values == [0])
    }

    @Test("a share that is no share is refused by name")
    func shares() {
        #expect(throws: LeontiefError.shareOutside(name: "wage_share_of_compensation", value: 1.2)) {
            try leakages(wages: 1.2)
        }
        #expect(throws: LeontiefError.shareOutside(name: "income_tax", value: -0.1)) {
            try leakages(tax: -0.1)
        }
        #expect(throws: LeontiefError.shareOutside(name: "saving", value: 2)) { try leakages(saving: 2) }
        #expect(throws: LeontiefError.shareOutside(name: "resident_share", value: -.infinity)) {
            try leakages(resident: -.infinity)
        }
        let error = #expect(throws: LeontiefError.self) { try leakages(tax: .nan) }
        guard case .shareOutside(name: "income_tax", let value) = error else {
            Issue.record("another error")
            return
        }
        #expect(value.isNaN)
    }

    @Test("another axis is refused with the first difference")
    func otherAxis() throws {
        let axis = try industries(["a"])
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 0, "a", "b")))) {
            try HouseholdClosure(
                compensation: LabelledVector(axis, [30]),
                output: LabelledVector(try industries(["b"]), [100]),
                consumption: LabelledVector(axis, [1]),
                imports: 0,
                productTaxes: 0,
                supplied: LabelledVector(axis, [1]),
                leakages: leakages()
            )
        }
    }
}
