import Accounts
import Actors
import Leontief
import TestSupport

/// The two-region table of Miller & Blair (2009, §3.3), as in the case `actor_table_exogenous_outputs`: five
/// sectors, of which L.manuf and M.natres are the actors whose outputs an optimiser chooses.
struct TwoRegionTable {
    let industries: Axis<Industry>
    let flows: LabelledMatrix<Industry, Industry>
    let output: LabelledVector<Industry>
    let valueAdded: LabelledVector<Industry>

    /// What the case says it has: value added over all sectors.
    static let grossDomesticProduct = 2215.0

    init() throws {
        industries = try TestSupport.industries(["L.natres", "L.manuf", "L.serv", "M.natres", "M.manuf"])
        flows = LabelledMatrix(
            industries,
            [
                [150, 500, 50, 25, 75], [200, 100, 400, 200, 100], [300, 500, 50, 60, 40],
                [75, 100, 60, 200, 250],
                [50, 25, 25, 150, 100],
            ]
        )
        output = LabelledVector(industries, [1000, 2000, 1000, 1200, 800])
        valueAdded = try output.combined(with: flows.columnSums, -)
    }

    func coefficients() throws -> TechnicalCoefficients<Industry> {
        try TechnicalCoefficients(flows: flows, output: output)
    }

    /// Value added per krone of output.
    func perOutput() throws -> LabelledVector<Industry> {
        try MeasureCoefficients.ratio(of: valueAdded, to: output)
    }

    /// A model of the nation alone that measures value added; nobody spends wages.
    func model() throws -> RippleModel {
        let nobody = LabelledVector(industries) { _ in 0 }
        let system = try ClosedLeontiefSystem(
            LeontiefSystem(coefficients()),
            closedBy: HouseholdClosure(wages: nobody, purchases: nobody)
        )
        return try RippleModel(
            region: SmallTable.nation,
            nation: system,
            regional: nil,
            basis: SmallTable.basis,
            measures: [MeasureCoefficients(.valueAdded, everywhere: perOutput())],
            producing: industries.labels
        )
    }

    /// An actor of `industry` that makes `output` MNOK at `price` kroner a tonne.
    func actor(
        _ code: String,
        in industry: String,
        output: Double,
        price: Double = 1_000_000,
        exists: Bool = true,
        technology: String? = nil
    ) throws -> Actor {
        Actor(
            code: code,
            name: Name(code),
            exists: exists,
            organisationNumber: nil,
            industry: try industries.label(industry),
            technology: try technology.map { try industries.label($0) },
            product: Name("product"),
            unit: Unit("t"),
            price: .init(kroner: price, year: 2019, valuation: .basic),
            output: output * 1_000_000 / price,
            isIllustrative: true,
            description: Name("invented")
        )
    }
}
