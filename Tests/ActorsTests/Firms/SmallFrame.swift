import Accounts
import Actors
import Regionalisation
import TestSupport

/// Five industries, a nation and its region `50`, with shares that are easy to reckon with.
///
/// In industry C10's column: product taxes are 4 of 80 spent on products, 5 %. Compensation is half of value added.
/// Location quotients are 0.5 for A01 and G46 and above one for the others.
struct SmallFrame {
    let industries: Axis<Industry>
    let nation: InputOutputTable
    let region: RegionalTable

    static let margins: (trade: Double, transport: Double) = (0.2, 0.05)

    init() throws {
        industries = try TestSupport.industries(["A01", "C10", "G46", "H49", "J62"])
        let small = SmallTable(
            industries: industries,
            domestic: [
                [10, 30, 0, 0, 0],
                [5, 10, 0, 0, 0],
                [5, 8, 0, 0, 0],
                [0, 4, 10, 0, 0],
                [0, 8, 10, 10, 20],
            ],
            finalDemand: [[20], [105], [47], [26], [52]],
            imported: (
                intermediate: [
                    [0, 4, 0, 0, 0], [10, 12, 0, 10, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0],
                ],
                finalDemand: [[0], [0], [0], [0], [0]]
            ),
            inputs: [
                PrimaryInput(.imports), PrimaryInput(.productTaxes), PrimaryInput(.compensation),
                PrimaryInput(.productionTaxes), PrimaryInput(.capitalConsumption),
                PrimaryInput(.operatingSurplus),
            ],
            primaryInputs: [
                [10, 16, 0, 10, 0],
                [0, 4, 0, 0, 0],
                [10, 20, 30, 10, 60],
                [0, -2, 0, 0, 0],
                [10, 4, 5, 5, 10],
                [10, 18, 5, 5, 10],
            ],
            output: [60, 120, 60, 40, 100]
        )
        nation = try small.table()
        let own: [Double?] = [7.5, 30, 10, 10, 47.5]
        let all: [Double?] = [30, 40, 40, 20, 80]
        let rest = zip(all, own).map { all, own in all.flatMap { all in own.map { all - $0 } } }
        let accounts = try SmallAccounts(
            .valueAdded,
            industries: industries,
            rows: [("0", all), ("50", own), ("03", rest)]
        ).accounts()
        region = try RegionalTable(
            of: nation,
            region: Region(code: "50", name: Name("50")),
            accounts: accounts,
            method: .slq,
            sizeMeasure: .valueAdded,
            flowBasis: .domestic
        )
    }

    func frame(
        _ books: SmallBooks,
        prices: LedgerPrices? = nil,
        isNational: Bool = false
    ) throws -> StudyFrame {
        let margins = TradeMargins(
            tradeShare: Self.margins.trade,
            transportShare: Self.margins.transport,
            rates: ["A01": 0.1, "C10": 0.3],
            carriers: [try industries.label("H49")]
        )
        return StudyFrame(
            nation: nation,
            region: isNational ? nil : region,
            codes: IndustryCodes([
                .sn2007: [
                    "01.110": "A01", "10.110": "C10", "46.110": "G46", "49.410": "H49", "62.010": "J62",
                    "99.000": nil,
                ]
            ]),
            groups: Concordance(identityOn: industries),
            places: isNational ? .nation : TradePlaces(of: region.region, former: ["16", "17"]),
            prices: prices ?? .basic(margins),
            register: books.extract
        )
    }

    func actor(
        _ code: String,
        _ industry: String,
        number: UInt32?,
        output: Double = 100
    ) throws -> Actor {
        Actor(
            code: code,
            name: Name(code),
            exists: true,
            organisationNumber: number.map { "\(SmallBooks.number($0))" },
            industry: try industries.label(industry),
            product: Name("ware"),
            unit: Unit("t"),
            price: .init(kroner: 1_000_000, year: 2019, valuation: .basic),
            output: output,
            isIllustrative: true,
            description: Name("invented")
        )
    }
}
