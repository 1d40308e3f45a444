import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Impact")
struct ImpactTests {
    private func demand(_ random: RandomRipple) -> FinalDemand {
        FinalDemand(name: "shock", amounts: random.demand, basis: SmallTable.basis)
    }

    @Test("direct, indirect and induced add up to the total, industry by industry, in every place")
    func partsAddUp() throws {
        for size in [1, 2, 9, 40] {
            let random = try RandomRipple(size: size, seed: UInt64(900 + size))
            let impact = try random.model().impact(of: demand(random))
            for coefficients in try random.measures {
                for scope in Scope.allCases {
                    let parts = impact.parts.filter {
                        $0.measure == coefficients.measure && $0.scope == scope
                    }
                    guard !parts.isEmpty else { continue }
                    #expect(parts.map(\.effect) == [.direct, .indirect, .induced, .total])
                    for industry in random.table.industries.labels {
                        let amounts = parts.map { $0.amounts[industry] }
                        #expect(abs(amounts[0] + amounts[1] + amounts[2] - amounts[3]) <= 1e-9)
                    }
                    let households = parts.map(\.inHouseholds)
                    #expect(households[0] + households[1] + households[2] == households[3])
                }
            }
        }
    }

    @Test("an impact is the multipliers times the demand: Type I without what is induced, Type II with it")
    func multipliersTimesDemand() throws {
        for size in [1, 4, 15, 40] {
            let random = try RandomRipple(size: size, seed: UInt64(1_000 + size))
            for withRegion in [true, false] {
                let model = try random.model(withRegion: withRegion)
                let multipliers = try model.multipliers()
                let impact = try model.impact(of: demand(random))
                for effects in multipliers.effects {
                    let expected = try effects.values.dot(random.demand)
                    let direct = try #require(impact[effects.measure, effects.scope, .direct])
                    let indirect = try #require(impact[effects.measure, effects.scope, .indirect])
                    let total = try #require(impact[effects.measure, effects.scope, .total])
                    let found = effects.closure == .type1 ? direct + indirect : total
                    #expect(abs(found - expected) <= 1e-11 * max(1, abs(expected)) * Double(size))
                }
            }
        }
    }

    @Test("region and rest of the country make the nation, and nothing direct happens elsewhere")
    func places() throws {
        for seed in 1...5 as ClosedRange<UInt64> {
            let random = try RandomRipple(size: 7, seed: seed)
            let impact = try random.model().impact(of: demand(random))
            for coefficients in try random.measures {
                for effect in Effect.allCases {
                    let region = try #require(impact[coefficients.measure, .region, effect])
                    let rest = try #require(impact[coefficients.measure, .restOfCountry, effect])
                    let nation = try #require(impact[coefficients.measure, .nation, effect])
                    #expect(abs(region + rest - nation) <= 1e-12 * max(1, abs(nation)))
                }
                #expect(impact[coefficients.measure, .restOfCountry, .direct] == 0)
            }
        }
    }

    @Test("Miller & Blair's new demand (600, 1 500): output as printed")
    func millerBlair() throws {
        let open = try TwoSectors().system
        let nothing = LabelledVector(open.sectors, [0, 0])
        let model = try RippleModel(
            region: SmallTable.nation,
            nation: try ClosedLeontiefSystem(
                open,
                closedBy: HouseholdClosure(wages: nothing, purchases: nothing)
            ),
            regional: nil,
            basis: SmallTable.basis,
            measures: [MeasureCoefficients(.output, everywhere: open.ones)],
            producing: open.sectors.labels
        )
        let impact = try model.impact(
            of: FinalDemand(
                name: "new",
                amounts: LabelledVector(open.sectors, [600, 1_500]),
                basis: SmallTable.basis
            )
        )
        let total = try #require(impact.parts.first { $0.effect == .total })
        #expect(
            deviation(of: total.amounts.values, from: [1_247.5, 1_841.6]) <= halfOfLastDigit(decimals: 1)
        )
        #expect(impact[.output, .nation, .induced] == 0)
        #expect(impact[.output, .region, .total] == nil)
    }

    @Test("a demand in another unit, year, valuation or price year is refused by name")
    func wrongBasis() throws {
        let random = try RandomRipple(size: 2, seed: 1)
        let model = try random.model()
        let cases: [(Basis, Difference)] = [
            (Basis(unit: .persons, year: 2019, valuation: .basic), .unit(.persons, .millionKroner)),
            (Basis(unit: .millionKroner, year: 2018, valuation: .basic), .year(2018, 2019)),
            (
                Basis(unit: .millionKroner, year: 2019, valuation: .purchasers),
                .priceBasis(.purchasers, .basic)
            ),
            (
                Basis(unit: .millionKroner, year: 2019, valuation: .basic, pricesOf: 2015),
                .pricesOf(2015, 2019)
            ),
        ]
        for (basis, difference) in cases {
            #expect(throws: LeontiefError.wrongBasis(demand: "shock", difference)) {
                try model.impact(of: FinalDemand(name: "shock", amounts: random.demand, basis: basis))
            }
        }
    }

    @Test("demand for an industry that the region lacks is refused; none for it is not")
    func noProduction() throws {
        let random = try RandomRipple(size: 3, seed: 2)
        let whole = try random.model()
        let model = try RippleModel(
            region: whole.region,
            nation: whole.nation,
            regional: whole.regional,
            basis: whole.basis,
            measures: whole.measures,
            producing: Array(whole.producing.dropLast())
        )
        #expect(throws: LeontiefError.noProduction(demand: "shock", sector: "i3", region: "50")) {
            try model.impact(of: demand(random))
        }
        let elsewhere = LabelledVector(random.table.industries, [1, 2, 0])
        let impact = try model.impact(
            of: FinalDemand(name: "shock", amounts: elsewhere, basis: SmallTable.basis)
        )
        #expect(impact[.output, .region, .direct] == 3)
    }

    @Test("demand on another axis is refused with the first difference, also for industries nobody knows")
    func otherAxis() throws {
        let model = try RandomRipple(size: 2, seed: 1).model()
        let amounts = LabelledVector(try industries(["i1", "i9"]), [1, 1])
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 1, "i2", "i9")))) {
            try model.impact(of: FinalDemand(name: "shock", amounts: amounts, basis: SmallTable.basis))
        }
    }
}
