import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Measures and their coefficients")
struct MeasureTests {
    @Test("measures with one code are one measure, and the codes are all different")
    func codes() throws {
        let measures: [Measure] = [
            .output, .outputWithHouseholds, .valueAdded, .compensation, .employment, .imports, .productTaxes,
        ]
        #expect(Set(measures.map(\.code)).count == measures.count)
        #expect(Measure(code: "output", name: Name("x"), unit: .persons) == .output)
        let source = Extension(
            code: "employment",
            name: Name("jobs"),
            unit: .persons,
            year: 2019,
            amounts: LabelledVector(try industries(["a"]), [1]),
            provenance: SmallTable.provenance
        )
        #expect(Measure(source) == .employment)
        #expect(Measure(source).name == Name("jobs"))
    }

    @Test("amounts over output; nothing where there is neither")
    func ratio() throws {
        let axis = try industries(["a", "b"])
        let ratio = try MeasureCoefficients.ratio(
            of: LabelledVector(axis, [5, 0]),
            to: LabelledVector(axis, [10, 0])
        )
        #expect(ratio.values == [0.5, 0])
        let other = LabelledVector(try industries(["b", "a"]), [1, 1])
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 0, "a", "b")))) {
            try MeasureCoefficients.ratio(of: LabelledVector(axis, [5, 7]), to: other)
        }
    }

    @Test("coefficients everywhere are the same in region and rest of the country")
    func everywhere() throws {
        let row = LabelledVector(try industries(["a"]), [3])
        let coefficients = MeasureCoefficients(.employment, everywhere: row)
        #expect(coefficients.inRegion == row)
        #expect(coefficients.inRestOfCountry == row)
        #expect(coefficients.perWages == 0)
        #expect(coefficients.abroad?.perWages == nil)
    }
}
