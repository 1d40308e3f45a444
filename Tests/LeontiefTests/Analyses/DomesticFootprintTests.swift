import Accounts
import Leontief
import TestSupport
import Testing

@Suite("Domestic footprint")
struct DomesticFootprintTests {
    private func emissions(_ axis: Axis<Industry>, _ amounts: [Double], year: Year = 2019) -> Extension {
        Extension(
            code: "ghg",
            name: Name("ghg"),
            unit: .tonnesCO2Equivalents,
            year: year,
            amounts: LabelledVector(axis, amounts),
            provenance: SmallTable.provenance
        )
    }

    /// Kitzes (2013), Resources 2(4):489–503, the worked example: flows, output, demand (3, 6), emissions (8, 4).
    private func kitzes(finalDemand: [[Double]], categories: [FinalDemandCategory]) throws -> InputOutputTable
    {
        try SmallTable(
            industries: try industries(["1", "2"]),
            domestic: [[8, 5], [4, 2]],
            finalDemand: finalDemand,
            categories: categories,
            inputs: [PrimaryInput(.compensation)],
            primaryInputs: [[4, 5]],
            output: [16, 12]
        ).table()
    }

    @Test("Kitzes's two products: footprints 4.8 and 7.2, which is all that is emitted")
    func kitzes() throws {
        let table = try kitzes(finalDemand: [[3], [6]], categories: [.household])
        let footprint = try DomesticFootprint(
            of: emissions(table.industries, [8, 4]),
            in: table,
            negativeDemand: .kept
        )
        #expect(deviation(of: footprint.byProduct.values, from: [4.8, 7.2]) <= rounding)
        #expect(abs(footprint.byProduct.sum - 12) <= rounding)
        #expect(footprint.treatment == .kept)
    }

    @Test("exports are not domestic final use")
    func exports() throws {
        let table = try kitzes(finalDemand: [[1, 2], [6, 0]], categories: [.household, .export])
        let footprint = try DomesticFootprint(
            of: emissions(table.industries, [8, 4]),
            in: table,
            negativeDemand: .kept
        )
        #expect(deviation(of: footprint.byProduct.values, from: [1.6, 7.2]) <= rounding)
    }

    @Test("negative stock building is kept, or set to zero with output as the new row sum, worked by hand")
    func negativeDemand() throws {
        let table = try kitzes(finalDemand: [[5, -2], [6, 0]], categories: [.household, .stocks])
        let source = emissions(table.industries, [8, 4])
        let kept = try DomesticFootprint(of: source, in: table, negativeDemand: .kept)
        #expect(deviation(of: kept.byProduct.values, from: [4.8, 7.2]) <= rounding)
        // Output becomes 8 + 5 + 5 = 18 and 12; A = (4/9 5/12; 2/9 1/6), det(I − A) = 10/27; intensities 4/9
        // and 1/3, times L: (4/9 · 5/6 + 1/3 · 2/9) · 27/10 = 1.2 and (4/9 · 5/12 + 1/3 · 5/9) · 27/10 = 1.0.
        let clipped = try DomesticFootprint(of: source, in: table, negativeDemand: .setToZero)
        #expect(deviation(of: clipped.byProduct.values, from: [6, 6]) <= rounding)
        #expect(abs(clipped.byProduct.sum - 12) <= rounding)
    }

    @Test("an extension of another year or of other industries is refused")
    func refusals() throws {
        let table = try kitzes(finalDemand: [[3], [6]], categories: [.household])
        #expect(throws: LeontiefError.accounts(.differ(.year(2018, 2019)))) {
            try DomesticFootprint(
                of: emissions(table.industries, [8, 4], year: 2018),
                in: table,
                negativeDemand: .kept
            )
        }
        #expect(throws: LeontiefError.accounts(.differ(.label(position: 1, "3", "2")))) {
            try DomesticFootprint(
                of: emissions(try industries(["1", "3"]), [8, 4]),
                in: table,
                negativeDemand: .kept
            )
        }
    }
}
