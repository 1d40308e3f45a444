import Accounts

/// The parties that several of the six firms trade with: the usual suppliers, and those with something the matter.
struct SharedPool: Sendable {
    /// The usual suppliers of each kind, in the order of `DealSpecification.common`; places in the list of units.
    private(set) var suppliers: [[Int]] = []
    private(set) var machines: [Int] = []
    private(set) var customers: [[Int]] = []
    /// Suppliers the register has news of, with what they supply.
    private(set) var dissolved: [Special] = []
    private(set) var bankrupt: [Special] = []
    private(set) var merged: [Special] = []
    private(set) var headOffices: [Special] = []
    private(set) var withoutIndustry: [Special] = []
    /// The same for customers.
    private(set) var customerHeadOffices: [Special] = []
    private(set) var customersGone: [Special] = []

    /// A unit and what is bought from or sold to it.
    struct Special: Sendable {
        let unit: Int
        let deal: DealSpecification
    }

    init(_ units: inout UnitBuilder, seed: UInt64, year: Int) {
        var generator = ExampleGenerator(seed: seed, stream: 4)
        let common = DealSpecification.common
        suppliers = common.map { SharedPool.parties(of: $0, &units, &generator) }
        machines = SharedPool.parties(of: DealSpecification.machines, &units, &generator)
        customers = DealSpecification.commonSales.map { SharedPool.parties(of: $0, &units, &generator) }

        func special(_ deal: DealSpecification, _ planted: Planted, on day: CalendarDate) -> Special {
            let unit = units.company(
                deal.noun,
                industry: deal.industry,
                at: generator.pick(ExamplePlace.region),
                planted: [planted]
            )
            units.change(unit) {
                if planted == .bankrupt { $0.bankrupt = day } else { $0.dissolved = day }
            }
            return Special(unit: unit, deal: deal)
        }
        func someDay() -> CalendarDate {
            ExampleCluster.day(year, 4 + generator.below(6), 1 + generator.below(28))
        }
        dissolved = [0, 7, 3].map { special(common[$0], .dissolved, on: someDay()) }
        bankrupt = [8, 0, 10].map { special(common[$0], .bankrupt, on: someDay()) }
        merged = [5, 4, 7].map { special(common[$0], .merged, on: someDay()) }
        for party in merged {
            let successor = units.company(
                party.deal.noun,
                industry: party.deal.industry,
                at: generator.pick(ExamplePlace.region)
            )
            let number = units.units[successor].number
            units.change(party.unit) { $0.mergedInto = number }
        }
        headOffices = [4, 7, 0, 5, 8].map {
            Special(unit: units.headOffice(common[$0].noun, industry: common[$0].industry), deal: common[$0])
        }
        withoutIndustry = [0, 7, 10].map { index in
            let unit = units.company(
                common[index].noun,
                industry: nil,
                at: generator.pick(ExamplePlace.region),
                planted: [.withoutIndustry]
            )
            return Special(unit: unit, deal: common[index])
        }
        let sales = DealSpecification.commonSales
        customerHeadOffices = sales.map {
            Special(unit: units.headOffice($0.noun, industry: $0.industry), deal: $0)
        }
        customersGone = [
            special(sales[0], .bankrupt, on: someDay()), special(sales[1], .dissolved, on: someDay()),
        ]
    }

    /// The units of a kind of deal; none for one abroad.
    static func parties(
        of deal: DealSpecification,
        _ units: inout UnitBuilder,
        _ generator: inout ExampleGenerator
    ) -> [Int] {
        let places: [ExamplePlace]
        switch deal.origin {
        case .abroad: return []
        case .region: places = ExamplePlace.region
        case .coast: places = ExamplePlace.coast
        case .norway: places = ExamplePlace.elsewhere + ExamplePlace.region.prefix(4)
        case .elsewhere: places = ExamplePlace.elsewhere
        }
        return (0..<deal.count).map { index in
            index < deal.proprietors
                ? units.proprietor(industry: deal.industry, at: generator.pick(places))
                : units.company(deal.noun, industry: deal.industry, at: generator.pick(places))
        }
    }
}
