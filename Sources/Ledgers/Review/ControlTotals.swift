import Accounts

/// What parties have after the review of each figure of the annual accounts, by firm and year.
struct AttributedTotals: Sendable {
    private struct Key: Hashable {
        let owner: Int
        let year: Int
        let item: AnnualAccounts.Item
    }

    private var totals: [Key: Kroner] = [:]

    mutating func add(_ place: InvoicePlace, of trades: TradeBook, role: PartyRole, owner: Int) {
        let year = trades.date(ofInvoice: place.index).year
        for index in trades.trades(ofInvoice: place.index) {
            let trade = trades.trade(at: index)
            let group = trades.group(ofAccount: trade.account)
            guard let item = AnnualAccounts.Item.allCases.first(where: { $0.accounts.contains(group) }),
                (item == .operatingIncome) == (role == .customer)
            else { continue }
            totals[Key(owner: owner, year: year, item: item), default: .zero] += trade.amount
        }
    }

    func total(owner: Int, year: Int, item: AnnualAccounts.Item) -> Kroner {
        totals[Key(owner: owner, year: year, item: item)] ?? .zero
    }
}

/// What the firms under review say they sold to and bought from each other.
struct PairTotals: Sendable {
    private let owners: ReviewOwners
    private var sold: [Kroner]
    private var bought: [Kroner]
    private var isMet: [Bool]

    init(owners: ReviewOwners) {
        self.owners = owners
        let count = owners.owners.count * owners.owners.count
        sold = Array(repeating: .zero, count: count)
        bought = sold
        isMet = Array(repeating: false, count: count)
    }

    /// Adds what `owner` booked on `party`.
    mutating func add(_ amount: Kroner, role: PartyRole, owner: Int, party: OrganisationNumber) {
        guard let other = owners.owner(of: party), other != owner else { return }
        let place = role == .customer ? cell(owner, other) : cell(other, owner)
        if role == .customer { sold[place] += amount } else { bought[place] += amount }
        isMet[place] = true
    }

    func controls() -> [PairControl] {
        owners.owners.indices.flatMap { seller in
            owners.owners.indices.compactMap { buyer in
                let place = cell(seller, buyer)
                guard isMet[place] else { return nil }
                return PairControl(seller: seller, buyer: buyer, sold: sold[place], bought: bought[place])
            }
        }
    }

    private func cell(_ seller: Int, _ buyer: Int) -> Int { seller * owners.owners.count + buyer }
}

extension AnnualControl {
    /// Every figure given, against the books of the same firm and year.
    static func controls(
        _ accounts: [AnnualAccounts],
        _ ledgers: [Ledger],
        _ owners: ReviewOwners,
        _ attributed: AttributedTotals,
        _ tolerance: Double
    ) -> [AnnualControl] {
        accounts.flatMap { accounts -> [AnnualControl] in
            guard let owner = owners.owners.firstIndex(where: { $0.number == accounts.number }) else {
                return []
            }
            return AnnualAccounts.Item.allCases.compactMap { item in
                guard let stated = accounts.figures[item] else { return nil }
                let sign: Int64 = item == .operatingIncome ? -1 : 1
                let booked = zip(ledgers, owners.ofFile).reduce(Kroner.zero) { sum, file in
                    guard file.1 == owner else { return sum }
                    let balance = file.0.trades.balance(ofAccounts: item.accounts, in: accounts.year)
                    return sum + Kroner(oere: sign * balance.oere)
                }
                let limit = Double(stated.magnitude.oere) * tolerance
                return AnnualControl(
                    owner: owner,
                    year: accounts.year,
                    item: item,
                    stated: stated,
                    booked: booked,
                    attributed: item == .wages
                        ? nil : attributed.total(owner: owner, year: accounts.year, item: item),
                    agrees: Double((booked - stated).magnitude.oere) <= limit
                )
            }
        }
    }
}

extension PartyBalanceControl {
    /// Parties with an opening and a closing that their lines do not lead from one to the other.
    static func controls(_ ledgers: [Ledger]) -> [PartyBalanceControl] {
        ledgers.enumerated().flatMap { file, ledger -> [PartyBalanceControl] in
            let movements = Dictionary(
                ledger.trades.parties.map { ($0.reference, $0.movement) },
                uniquingKeysWith: +
            )
            return ledger.books.parties.compactMap { party in
                guard let opening = party.opening, let closing = party.closing else { return nil }
                let movement = movements[party.reference] ?? .zero
                guard opening + movement != closing else { return nil }
                return PartyBalanceControl(
                    file: file,
                    party: party.reference,
                    opening: opening,
                    movement: movement,
                    closing: closing
                )
            }
        }
    }

    /// How many parties have both.
    static func checked(_ ledgers: [Ledger]) -> Int {
        ledgers.reduce(0) { sum, ledger in
            sum + ledger.books.parties.count { $0.opening != nil && $0.closing != nil }
        }
    }
}
