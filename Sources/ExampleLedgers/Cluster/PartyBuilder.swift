import Accounts

/// Makes the list of parties in one firm's books.
struct PartyBuilder: Sendable {
    private(set) var parties: [BookParty] = []
    private var generator: ExampleGenerator
    private let sales: Double
    private var numbers = (customer: 10_000, supplier: 20_000)

    init(seed: UInt64, firm: Int, sales: Double) {
        generator = ExampleGenerator(seed: seed, stream: 10 + UInt64(firm))
        self.sales = sales
    }

    /// Adds a unit of the register.
    mutating func add(
        _ unit: Int,
        of units: [ExampleUnit],
        _ deal: DealSpecification?,
        among count: Int = 1,
        isCustomer: Bool,
        purpose: BookParty.Purpose = .ordinary
    ) {
        let registered = units[unit]
        let digits = Array(registered.number.description)
        let grouped = String(digits[0..<3]) + " " + String(digits[3..<6]) + " " + String(digits[6...])
        let written = [
            registered.number.description, registered.number.description, grouped, "NO \(grouped) MVA",
        ]
        append(
            BookParty(
                isCustomer: isCustomer,
                purpose: purpose,
                id: nextID(isCustomer),
                name: generator.isOne(in: 6) ? registered.name.uppercased() : registered.name,
                unit: unit,
                written: generator.pick(written),
                home: "NO",
                country: generator.isOne(in: 5) ? nil : "NO",
                postalCode: registered.place.postalCode,
                city: registered.place.city,
                currency: nil,
                dealing: deal.map { dealing($0, among: count) },
                planted: registered.planted
            )
        )
    }

    /// Adds a firm abroad.
    mutating func addForeign(_ deal: DealSpecification, serial: Int, country code: String, isCustomer: Bool) {
        let country = ExampleCountry.all[code]
        var written: String?
        if let digits = country?.digits, digits > 0 {
            var text = code
            for index in 0..<digits {
                text += String(index == 0 ? 1 + generator.below(9) : generator.below(10))
            }
            written = text
        }
        append(
            BookParty(
                isCustomer: isCustomer,
                purpose: .ordinary,
                id: nextID(isCustomer),
                name: "\(deal.noun) \(serial) (example) \(country?.form ?? code)",
                unit: nil,
                written: written,
                // Where the country is left out, the number tells it, or nothing but the form of company.
                home: code,
                country: serial == 2 ? nil : code,
                postalCode: nil,
                city: nil,
                currency: generator.isOne(in: 4) ? nil : country?.currency,
                dealing: dealing(deal, among: deal.count),
                planted: [.foreign]
            )
        )
    }

    /// Spoils the organisation numbers of some ordinary suppliers and customers, of the smaller ones where there are such:
    /// what a firm has wrong of its largest parties is soon found out.
    mutating func plantNumbers(of units: [ExampleUnit]) {
        let suppliers = sound(areCustomers: false)
        let customers = sound(areCustomers: true)
        let faults: [Planted] = [
            .missingNumber, .invalidNumber, .scientificNumber, .missingNumber, .invalidNumber,
            .scientificNumber,
        ]
        for (index, fault) in zip(suppliers, faults) { spoil(index, fault, units) }
        // Most stay sound, for the faults of vouchers are planted with those.
        for (index, fault) in zip(customers, faults.prefix(max(1, customers.count / 3))) {
            spoil(index, fault, units)
        }
    }

    /// Parties with nothing the matter in a drawn order, the smaller before those of two per cent of sales or more.
    private mutating func sound(areCustomers: Bool) -> [Int] {
        let sound = parties.indices.filter {
            parties[$0].planted.isEmpty && parties[$0].isCustomer == areCustomers
                && parties[$0].dealing != nil
        }
        let drawn = generator.shuffled(sound)
        let isSmall = parties.map { ($0.dealing?.yearly ?? 0) < sales / 50 }
        return drawn.filter { isSmall[$0] } + drawn.filter { !isSmall[$0] }
    }

    private mutating func spoil(_ index: Int, _ fault: Planted, _ units: [ExampleUnit]) {
        guard let unit = parties[index].unit else { return }
        parties[index].planted.insert(fault)
        switch fault {
        case .missingNumber: parties[index].written = nil
        case .invalidNumber:
            parties[index].written = InventedNumbers.mistyped(units[unit].number, &generator)
        default: parties[index].writtenInTables = InventedNumbers.scientific(units[unit].number)
        }
        // Nothing else tells where a firm lies that has no number.
        parties[index].country = "NO"
    }

    private func dealing(_ deal: DealSpecification, among count: Int) -> BookParty.Dealing {
        BookParty.Dealing(
            account: deal.account,
            tax: deal.tax,
            yearly: sales * deal.share / Double(count),
            text: deal.text
        )
    }

    private mutating func nextID(_ isCustomer: Bool) -> String {
        if isCustomer {
            numbers.customer += 1
            return String(numbers.customer)
        }
        numbers.supplier += 1
        return String(numbers.supplier)
    }

    private mutating func append(_ party: BookParty) {
        var party = party
        // Foreign claims are left out at the opening, so that no rate of last year is needed.
        if let dealing = party.dealing, party.currency == nil, generator.below(5) < 2 {
            let amount = Int64(dealing.yearly / 12 * (0.3 + generator.unit()) * 100)
            party.opening = party.isCustomer ? amount : -amount
        }
        parties.append(party)
    }
}
