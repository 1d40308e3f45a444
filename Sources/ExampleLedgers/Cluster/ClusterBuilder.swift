import Accounts

/// Puts the cluster together: units, firms, their parties and the deliveries among them.
struct ClusterBuilder: Sendable {
    private let options: ExampleOptions
    private var register: UnitBuilder
    private(set) var firms: [ExampleFirm] = []
    private(set) var deliveries: [Delivery] = []
    private(set) var groups: [Int: [OrganisationNumber]] = [:]

    var units: [ExampleUnit] { register.units }

    init(_ options: ExampleOptions) {
        self.options = options
        register = UnitBuilder(seed: options.seed, firstYear: options.year)
    }

    mutating func build() {
        let firmUnits = Archetype.all.map {
            register.company($0.name, industry: $0.industry, at: .orkland, employees: $0.employees)
        }
        let pool = SharedPool(&register, seed: options.seed, year: options.year)
        for (index, archetype) in Archetype.all.enumerated() {
            firms.append(firm(index, archetype, firmUnits, pool))
        }
        deliver()
    }

    private mutating func firm(
        _ index: Int,
        _ archetype: Archetype,
        _ firmUnits: [Int],
        _ pool: SharedPool
    ) -> ExampleFirm {
        var generator = ExampleGenerator(seed: options.seed, stream: 20 + UInt64(index))
        var parties = PartyBuilder(seed: options.seed, firm: index, sales: archetype.sales)
        addUsual(to: &parties, pool, index, &generator)
        addSpecial(to: &parties, pool, index)
        for deal in archetype.buys { add(deal, to: &parties, isCustomer: false, &generator) }
        for deal in archetype.sells { add(deal, to: &parties, isCustomer: true, &generator) }
        if archetype.isInGroup { addGroup(to: &parties, index, archetype, firmUnits[index]) }
        for line in Delivery.lines where line.buyer == index || line.seller == index {
            let other = line.buyer == index ? line.seller : line.buyer
            let isCustomer = line.seller == index
            let isThere = parties.parties.contains {
                $0.unit == firmUnits[other] && $0.isCustomer == isCustomer
            }
            if !isThere {
                parties.add(firmUnits[other], of: units, nil, isCustomer: isCustomer, purpose: .cluster)
            }
        }
        parties.plantNumbers(of: units)
        return ExampleFirm(
            archetype: archetype,
            index: index,
            unit: firmUnits[index],
            number: units[firmUnits[index]].number,
            parties: parties.parties
        )
    }

    /// The auditor, the carriers and so on.
    private func addUsual(
        to parties: inout PartyBuilder,
        _ pool: SharedPool,
        _ index: Int,
        _ generator: inout ExampleGenerator
    ) {
        for (deal, shared) in zip(DealSpecification.common, pool.suppliers) {
            if case .abroad(let countries) = deal.origin {
                let serial = 1 + index % deal.count
                parties.addForeign(
                    deal,
                    serial: serial,
                    country: countries[index % countries.count],
                    isCustomer: false
                )
                continue
            }
            let chosen = Array(generator.shuffled(shared).prefix(shared.count > 4 ? 2 : 1))
            for (place, unit) in chosen.enumerated() {
                let isRent = deal.account == 6300
                parties.add(
                    unit,
                    of: units,
                    isRent ? nil : deal,
                    among: chosen.count,
                    isCustomer: false,
                    purpose: isRent ? .landlord(numbered: place == 0) : .ordinary
                )
            }
        }
        parties.add(
            generator.pick(pool.machines),
            of: units,
            nil,
            isCustomer: false,
            purpose: .machines
        )
        for (deal, shared) in zip(DealSpecification.commonSales, pool.customers) {
            parties.add(generator.pick(shared), of: units, deal, isCustomer: true)
        }
    }

    /// Those with something the matter, other ones for each firm.
    private func addSpecial(to parties: inout PartyBuilder, _ pool: SharedPool, _ index: Int) {
        let suppliers = [
            pool.dissolved[index % 3], pool.bankrupt[index % 3], pool.merged[index % 3],
            pool.headOffices[index % 5],
            pool.headOffices[(index + 2) % 5], pool.withoutIndustry[index % 3],
        ]
        // Each has a part of its kind's trade, beside those that nothing is the matter with.
        for special in suppliers {
            parties.add(special.unit, of: units, special.deal, among: 3, isCustomer: false)
        }
        for special in [pool.customerHeadOffices[index % 2], pool.customersGone[index % 2]] {
            parties.add(special.unit, of: units, special.deal, among: 3, isCustomer: true)
        }
    }

    /// The firm's own suppliers or customers of one kind; one of some of the smaller is missing in the register.
    private mutating func add(
        _ deal: DealSpecification,
        to parties: inout PartyBuilder,
        isCustomer: Bool,
        _ generator: inout ExampleGenerator
    ) {
        if case .abroad(let countries) = deal.origin {
            for serial in 1...deal.count {
                parties.addForeign(
                    deal,
                    serial: serial,
                    country: countries[(serial - 1) % countries.count],
                    isCustomer: isCustomer
                )
            }
            return
        }
        let made = SharedPool.parties(of: deal, &register, &generator)
        if deal.count > 1, !isCustomer, deal.share < 0.015 * Double(deal.count),
            !units[made[deal.count - 1]].isSoleProprietor,
            generator.isOne(in: 2)
        {
            let leftOut = made[deal.count - 1]
            register.change(leftOut) { $0.planted.insert(.notInRegister) }
            let number = units[leftOut].number
            for index in leftOut..<units.count where index == leftOut || units[index].parent == number {
                register.change(index) { $0.isLeftOut = true }
            }
        }
        for unit in made { parties.add(unit, of: units, deal, among: deal.count, isCustomer: isCustomer) }
    }

    /// A parent and two sisters: one sells services to the firm, one buys from it.
    private mutating func addGroup(
        to parties: inout PartyBuilder,
        _ index: Int,
        _ archetype: Archetype,
        _ own: Int
    ) {
        let parent = register.company("Konsern", industry: "70.100", at: .oslo)
        let number = units[parent].number
        let services = register.company(
            "Konserntjenester",
            industry: "70.220",
            at: .oslo,
            parent: number,
            planted: [.intragroup]
        )
        let sister = register.company(
            "Søsterselskap",
            industry: archetype.industry,
            at: .oslo,
            parent: number,
            planted: [.intragroup]
        )
        register.change(own) { $0.parent = number }
        let bought = DealSpecification(
            "",
            "70.220",
            6730,
            .input25,
            0.01,
            1,
            .norway,
            "Konserntjenester"
        )
        let sold = archetype.sells[0]
        parties.add(services, of: units, bought, isCustomer: false)
        parties.add(sister, of: units, sold, among: sold.count * 10, isCustomer: true)
        groups[index] = [number, units[own].number, units[services].number, units[sister].number].sorted()
    }

    /// Deliveries every other month; the seller and the buyer disagree on three.
    private mutating func deliver() {
        var generator = ExampleGenerator(seed: options.seed, stream: 5)
        var serial = 0
        for year in options.bookYears {
            for month in stride(from: 1, through: 11, by: 2) {
                for line in Delivery.lines {
                    serial += 1
                    let amount = Int64(line.yearly / 6 * (0.8 + 0.4 * generator.unit())) * 100
                    var sold: Int64? = amount
                    var bought: Int64? = amount
                    // By the place in the list, so that every seed has all three.
                    switch serial {
                    case 12: bought = amount - (amount / 1_000_000) * 900_000  // a figure too few
                    case 24: bought = nil
                    case 43: sold = nil
                    default: break
                    }
                    deliveries.append(
                        Delivery(
                            seller: line.seller,
                            buyer: line.buyer,
                            day: ExampleCluster.day(year, month, 3 + generator.below(18)),
                            text: line.text,
                            invoice: String(800_000 + serial),
                            income: line.income,
                            cost: line.cost,
                            sold: sold,
                            bought: bought
                        )
                    )
                }
            }
        }
        deliveries.sort { ($0.day, $0.invoice) < ($1.day, $1.invoice) }
    }
}
