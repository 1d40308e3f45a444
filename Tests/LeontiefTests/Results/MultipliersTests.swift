import Accounts
@testable import Leontief
import TestSupport
import Testing

@Suite("Multipliers")
struct MultipliersTests {
    @Test("Miller & Blair's closed model: simple, truncated and total output multipliers kept apart")
    func millerBlair() throws {
        let open = try TwoSectors().system
        let closed = try ClosedLeontiefSystem(
            open,
            closedBy: HouseholdClosure(
                wages: LabelledVector(open.sectors, [0.3, 0.25]),
                purchases: LabelledVector(open.sectors, [0.05, 0.4]),
                wagesToHouseholds: 0.05
            )
        )
        let labour = LabelledVector(open.sectors, [0.3, 0.25])
        let model = try RippleModel(
            region: SmallTable.nation,
            nation: closed,
            regional: nil,
            basis: SmallTable.basis,
            measures: [
                MeasureCoefficients(.output, everywhere: open.ones),
                MeasureCoefficients(.outputWithHouseholds, everywhere: open.ones, perWages: 1),
                MeasureCoefficients(.compensation, everywhere: labour),
            ],
            producing: open.sectors.labels
        )
        let multipliers = try model.multipliers()
        let simple = try #require(multipliers[.output, .type1, .nation])
        let truncated = try #require(multipliers[.output, .type2, .nation])
        let total = try #require(multipliers[.outputWithHouseholds, .type2, .nation])
        #expect(deviation(of: simple.values, from: [1.518, 1.452]) <= halfOfLastDigit(decimals: 3))
        #expect(deviation(of: total.values, from: [2.462, 2.262]) <= halfOfLastDigit(decimals: 3))
        #expect(deviation(of: truncated.values, from: [1.8924091005741017, 1.773336168403147]) <= rounding)
        // Type I ratios of income, computed with numpy 2.4 beside the case.
        let income = try #require(
            multipliers.effects.first { $0.measure == .compensation && $0.closure == .type1 }
        )
        let ratios = try open.sectors.labels.map { try #require(income.ratio($0)) }
        #expect(deviation(of: ratios, from: [1.4741474147414741, 1.518151815181518]) <= rounding)
    }

    @Test(
        "region and rest of the country make the nation; with one row everywhere, the nation modelled alone"
    )
    func placesAddUp() throws {
        for size in [1, 2, 9, 40] {
            let random = try RandomRipple(size: size, seed: UInt64(700 + size))
            let inPlaces = try random.model().multipliers()
            let alone = try random.model(withRegion: false).multipliers()
            for coefficients in try random.measures {
                for closure in ClosureType.allCases {
                    let measure = coefficients.measure
                    let region = try #require(inPlaces[measure, closure, .region])
                    let rest = try #require(inPlaces[measure, closure, .restOfCountry])
                    let nation = try #require(inPlaces[measure, closure, .nation])
                    #expect(
                        deviation(of: try region.combined(with: rest, +).values, from: nation.values)
                            <= rounding
                    )
                    if measure != .employment {
                        let whole = try #require(alone[measure, closure, .nation])
                        // Numbers up to a few thousand tonnes: 10⁻¹² of them and of the sums behind them.
                        #expect(deviation(of: nation.values, from: whole.values) <= 1e-9)
                    }
                    #expect(inPlaces[measure, closure, .abroad] == alone[measure, closure, .abroad])
                }
            }
        }
    }

    @Test("what happens elsewhere is never negative, and Type II never below Type I")
    func signs() throws {
        for seed in 1...10 as ClosedRange<UInt64> {
            let multipliers = try RandomRipple(size: 10, seed: seed).model().multipliers()
            for measure in [Measure.output, .employment] {
                for scope in [Scope.region, .restOfCountry, .nation] {
                    let typeOne = try #require(multipliers[measure, .type1, scope])
                    let typeTwo = try #require(multipliers[measure, .type2, scope])
                    #expect(typeOne.values.allSatisfy { $0 >= -rounding })
                    #expect(zip(typeOne.values, typeTwo.values).allSatisfy { $0 <= $1 + rounding })
                }
            }
        }
    }

    @Test("v'L + m'L + t'L = 1; with households, 1 plus all that they spend")
    func primaryInputs() throws {
        for size in [1, 3, 12, 40] {
            let random = try RandomRipple(size: size, seed: UInt64(800 + size))
            let multipliers = try random.model().multipliers()
            let spent = random.nation.wagesPerUnitOfDemand.map { $0 * random.leakages.propensityToConsume }
            for industry in random.table.industries.labels {
                func sum(_ closure: ClosureType) throws -> Double {
                    try [Measure.valueAdded, .imports, .productTaxes].reduce(0) {
                        $0 + (try #require(multipliers[$1, closure, .nation]))[industry]
                    }
                }
                #expect(abs(try sum(.type1) - 1) <= 1e-11)
                #expect(abs(try sum(.type2) - 1 - spent[industry]) <= 1e-11)
            }
        }
    }

    @Test("emissions abroad under the domestic technology assumption: u'L = d'(L_w − L) for u = d'L_w A_m")
    func domesticTechnologyAssumption() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let random = try RandomRipple(size: 11, seed: seed)
            let world = try LeontiefSystem(TechnicalCoefficients(domesticAndImportedIn: random.table))
            let imported = try #require(random.table.imported)
            let importCoefficients = try TechnicalCoefficients(
                flows: imported.intermediate,
                output: random.table.output
            ).matrix
            let inTheWorld = try world.multipliers(of: random.emissions)
            let abroad = try importCoefficients.transposedTimes(inTheWorld)
            let tonnes = Measure(code: "ghg", name: Name("ghg"), unit: .tonnesCO2Equivalents)
            let model = try RippleModel(
                region: SmallTable.nation,
                nation: random.nation,
                regional: nil,
                basis: SmallTable.basis,
                measures: [
                    MeasureCoefficients(
                        tonnes,
                        everywhere: random.emissions,
                        abroad: .init(perOutput: abroad, perWages: 0)
                    )
                ],
                producing: random.table.industries.labels
            )
            let multipliers = try model.multipliers()
            let atHome = try #require(multipliers[tonnes, .type1, .nation])
            let elsewhere = try #require(multipliers[tonnes, .type1, .abroad])
            let expected = try inTheWorld.combined(with: atHome, -)
            #expect(deviation(of: elsewhere.values, from: expected.values) <= 1e-9)
        }
    }

    @Test("a ratio is the effect over its own direct part; without a direct part there is none")
    func ratio() throws {
        let axis = try industries(["a", "b"])
        let effects = Multipliers.Effects(
            measure: .employment,
            closure: .type1,
            scope: .nation,
            values: LabelledVector(axis, [3, 5]),
            direct: LabelledVector(axis, [2, 0])
        )
        #expect(effects.ratio(try axis.label("a")) == 1.5)
        #expect(effects.ratio(try axis.label("b")) == nil)
    }

    @Test("what the model does not know is not there")
    func unknown() throws {
        let multipliers = try RandomRipple(size: 3, seed: 1).model(withRegion: false).multipliers()
        #expect(multipliers[.output, .type1, .region] == nil)
        #expect(multipliers[.output, .type1, .abroad] == nil)
        #expect(multipliers[.compensation, .type1, .nation] == nil)
        #expect(multipliers.relativeErrorBound > 0)
        #expect(multipliers.relativeErrorBound < 1e-9)
        #expect(multipliers.producing.count == 3)
    }

    @Test("coefficients on another axis are refused with the first difference")
    func otherAxis() throws {
        let random = try RandomRipple(size: 2, seed: 1)
        let other = LabelledVector(try industries(["i2", "i1"]), [1, 1])
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 0, "i2", "i1")))) {
            try RippleModel(
                region: SmallTable.nation,
                nation: random.nation,
                regional: nil,
                basis: SmallTable.basis,
                measures: [MeasureCoefficients(.output, everywhere: other)],
                producing: []
            )
        }
    }
}
