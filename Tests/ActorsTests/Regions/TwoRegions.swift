import Accounts
import Actors
import LinearAlgebra
import TestSupport

/// The worked example of docs/FIRMS.md: two regions of two industries, and a firm of L's industry a.
enum TwoRegions {
    ///              L:a  L:b  M:a  M:b    f     x
    ///     L:a       20   30   10   20  120   200
    ///     L:b       40   20   20   10  110   200
    ///     M:a       10   20   30   40  200   300
    ///     M:b       30   10   30   30  100   200
    ///     imports   20   10   30   20
    ///     wages     50   60  100   50
    ///     surplus   30   50   80   30
    static func table() throws -> MultiRegionalTable {
        let regions = try Axis([left, right])
        let axis = try industries(["a", "b"])
        let categories = try Axis([FinalDemandCategory.household])
        let sectors = try Axis(axis, in: regions)
        let users = try Axis(categories, in: regions)
        let inputs = try Axis([
            PrimaryInput(.imports), PrimaryInput(.compensation), PrimaryInput(.operatingSurplus),
        ])
        return try MultiRegionalTable(
            nation: SmallTable.nation,
            basis: SmallTable.basis,
            regions: regions,
            industries: axis,
            categories: categories,
            flows: LabelledMatrix(
                sectors,
                [[20, 30, 10, 20], [40, 20, 20, 10], [10, 20, 30, 40], [30, 10, 30, 30]]
            ),
            finalDemand: LabelledMatrix(sectors, users, [[70, 50], [80, 30], [60, 140], [30, 70]]),
            primaryInputs: LabelledMatrix(
                inputs,
                sectors,
                [[20, 10, 30, 20], [50, 60, 100, 50], [30, 50, 80, 30]]
            ),
            finalDemandInputs: LabelledMatrix(inputs, users, [[5, 5], [0, 0], [0, 0]]),
            output: LabelledVector(sectors, [200, 200, 300, 200]),
            tolerance: BalanceTolerance(row: 1e-9, column: 1e-9, reason: "typed exactly"),
            provenance: [SmallTable.provenance],
            rules: []
        )
    }

    static let left = Region(code: "L", name: Name("L"))
    static let right = Region(code: "M", name: Name("M"))

    /// Makes 40; buys 5 + 6 in L, 2 + 8 in M, 4 abroad; pays 10; sells 4 + 10 in L, 6 to M's a, 20 to final use.
    static func firm(_ code: String = "mill", in region: Region = left) -> LocatedFirm {
        LocatedFirm(
            SmallArea.account(
                code,
                in: "a",
                output: 40,
                purchases: [
                    .of("a", 5), .of("b", 6), .of("a", 2, from: .restOfCountry),
                    .of("b", 8, from: .restOfCountry), .of("a", 4, from: .abroad),
                ],
                sales: [.to("a", 4), .to("b", 10), .to("a", 6, in: .restOfCountry), .to(nil, 20)],
                inputs: [PrimaryInput(.compensation).code: 10]
            ),
            in: region
        )
    }

    /// The same firm as the study has it: 40 units at a million.
    static func actor(_ code: String = "mill", technology: String = "a") -> Actor {
        Actor(
            code: code,
            name: Name(code),
            exists: true,
            organisationNumber: nil,
            industry: "a".industry,
            technology: technology.industry,
            product: Name("product"),
            unit: Unit("t"),
            price: .init(kroner: 1_000_000, year: 2019, valuation: .basic),
            output: 40,
            isIllustrative: true,
            description: Name("")
        )
    }
}
