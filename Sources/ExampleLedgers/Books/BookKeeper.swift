import Accounts

/// Keeps a firm's books: gives the vouchers day by day, the same ones each time it is begun anew.
///
/// What it holds is bounded by a month of unpaid invoices, not by the length of the books, so that books of millions of
/// lines can be written twice over: first to know the totals a file begins with, then to write it.
struct BookKeeper: Sendable {
    let cluster: ExampleCluster
    let firm: ExampleFirm
    var generator: ExampleGenerator
    private var plan: [Int32: [PlannedEvent]]
    private var day: CalendarDate
    private var lines = 0
    let target: Int
    private var lastNumber = 10_000
    /// Vouchers of a day to come that repeat or undo an earlier one; numbered when they are given.
    var later: [Int32: [Entry]] = [:]
    /// Vouchers given again as they stood, once another has come between.
    private var repeats: [Entry] = []
    var unpaid = UnpaidItems()
    /// What stands on the taxes' accounts; a settlement brings them to nothing.
    private var taxes: [Int: Int64] = [:]
    private var latestInvoice: [Int]
    private var ownInvoice = 100_000
    /// Parties with ordinary trades, and those of them with nothing the matter.
    private let ordinary: [Int]
    let soundSuppliers: [Int]
    let soundCustomers: [Int]
    /// What is drawn with each party in each year, in øre without tax; for `TradeScale`.
    private(set) var drawn: [Int: [Int64]] = [:]
    /// How many trades a year to expect with each party.
    private let tradesPerParty: Double

    init(_ cluster: ExampleCluster, _ firm: ExampleFirm) {
        self.cluster = cluster
        self.firm = firm
        target = cluster.options.lines / cluster.firms.count
        plan = BookPlan(cluster, firm, lines: target).events
        generator = ExampleGenerator(seed: cluster.options.seed, stream: 60 + UInt64(firm.index))
        day = cluster.days.lowerBound
        ordinary = firm.parties.indices.filter { firm.parties[$0].dealing != nil }
        func sound(isCustomer: Bool) -> [Int] {
            firm.parties.indices.filter {
                let party = firm.parties[$0]
                return party.isCustomer == isCustomer && party.planted.isEmpty && party.dealing != nil
                    && party.dealing?.tax != .outside
            }
        }
        soundSuppliers = sound(isCustomer: false)
        soundCustomers = sound(isCustomer: true)
        // About five lines a trade, its payment included, once the events of every year have had theirs.
        let drawn = max(0, Double(target) / Double(cluster.options.years) - 650) / 5
        tradesPerParty = 1.2 + drawn / Double(ordinary.count)
        var numbers = generator
        latestInvoice = firm.parties.map { _ in 1_000 + numbers.below(80_000) }
    }

    /// The vouchers of the next day that has any; `nil` after the last.
    mutating func nextDay() -> [Entry]? {
        while day <= cluster.days.upperBound {
            let today = day
            day = moved(day, by: 1)
            let entries = entries(on: today)
            if !entries.isEmpty { return entries }
        }
        return nil
    }

    private mutating func entries(on today: CalendarDate) -> [Entry] {
        var entries: [Entry] = []
        for event in plan.removeValue(forKey: today.daysSince1970) ?? [] {
            entries += numbered(self.entries(for: event, on: today))
        }
        entries += numbered(later.removeValue(forKey: today.daysSince1970) ?? [])
        entries += numbered(unpaid.payments(on: today, firm.parties, &generator))
        if (today.daysSince1970 + 3) % 7 < 5 {
            let gone = Double(today.daysSince1970 - cluster.days.lowerBound.daysSince1970 + 1)
            let all = Double(
                cluster.days.upperBound.daysSince1970 - cluster.days.lowerBound.daysSince1970 + 1
            )
            let wanted = Int(Double(target) * gone / all)
            var given = lines + entries.reduce(0) { $0 + $1.postings.count }
            while given < wanted {
                let party = generator.pick(ordinary)
                let isCredit = generator.isOne(in: 40)
                let trade = numbered([ordinaryTrade(with: party, on: today, isCredit: isCredit)])
                given += trade.reduce(0) { $0 + $1.postings.count }
                entries += trade
            }
        }
        repeatVouchers(&entries)
        for entry in entries {
            lines += entry.postings.count
            for posting in entry.postings where (2_700...2_714).contains(posting.account) {
                taxes[posting.account, default: 0] += posting.oere
            }
        }
        return entries
    }

    /// Gives vouchers marked as exact duplicates once more, after another voucher has come between.
    private mutating func repeatVouchers(_ entries: inout [Entry]) {
        if !entries.isEmpty {
            entries += repeats
            repeats = []
        }
        for index in entries.indices {
            guard
                let mark = entries[index].marks.first(where: {
                    $0.planted == .duplicateExact && $0.original == nil
                })
            else { continue }
            entries[index].marks.removeAll { $0.planted == .duplicateExact }
            var copy = entries[index]
            copy.marks = [
                Entry.Mark(
                    planted: .duplicateExact,
                    party: mark.party,
                    original: copy.number,
                    oere: mark.oere
                )
            ]
            if index == entries.indices.last { repeats.append(copy) } else { entries.append(copy) }
        }
    }

    private mutating func numbered(_ entries: [Entry]) -> [Entry] {
        entries.map { entry in
            var entry = entry
            lastNumber += 1
            entry.number = lastNumber
            // Marks that point at the voucher before say so by −1.
            entry.marks = entry.marks.map { mark in
                mark.original == -1
                    ? Entry.Mark(
                        planted: mark.planted,
                        party: mark.party,
                        original: lastNumber - 1,
                        oere: mark.oere
                    )
                    : mark
            }
            return entry
        }
    }

    /// So much that exchange differences, too, are some øre. Then how many lines a trade has does not depend on its amount.
    private var leastAmount: Int64 { 5_000 }

    /// The number the next voucher will get.
    var nextNumber: Int { lastNumber + 1 }

    private mutating func entries(for event: PlannedEvent, on today: CalendarDate) -> [Entry] {
        switch event {
        case .trade(let party): return [ordinaryTrade(with: party, on: today, isCredit: false)]
        case .delivery(let index): return delivery(cluster.deliveries[index], on: today)
        case .rent(let party): return [rent(to: party, on: today)]
        case .settleOpening(let party):
            unpaid.add(
                party: party,
                oere: firm.parties[party].opening,
                reference: "",
                foreign: nil,
                due: today
            )
            return []
        case .taxSettlement:
            let balances = taxes.filter { $0.value != 0 }.sorted { $0.key < $1.key }
            // A balance of nothing takes no line; it is counted, so that what is drawn does not depend on amounts.
            lines += taxes.count - balances.count
            let due = balances.reduce(0) { $0 + $1.value }
            guard due != 0 else { return [] }
            return [
                VoucherMaker.own(
                    "Mva-melding",
                    balances.map { ($0.key, -$0.value) },
                    balancedOn: 2740,
                    on: today
                ),
                VoucherMaker.own("Mva-oppgjør", [(2740, -due)], balancedOn: 1920, on: today),
            ]
        case .wages, .taxOnWages, .depreciation, .accrual, .reversal, .cashSale:
            return [OwnVouchers(firm.archetype).entry(for: event, on: today, &generator)]
        case .shaped(let shape): return shaped(shape, on: today)
        }
    }

    // MARK: Trades

    /// An invoice or a credit note of the usual kind.
    private mutating func ordinaryTrade(with party: Int, on today: CalendarDate, isCredit: Bool) -> Entry {
        let scale = firm.scale.factor(year: today.year, party: party)
        let amount = max(leastAmount, Int64(Double(usualAmount(with: party)) * scale))
        let net = isCredit ? -amount / 5 : amount
        drawn[today.year, default: firm.parties.map { _ in 0 }][party] += net
        let reference = (isCredit ? "K" : "") + nextReference(of: party)
        return trade(with: party, net: net, reference: reference, on: today)
    }

    /// A trade with a party on its usual account, paid a month later.
    mutating func trade(
        with index: Int,
        net: Int64,
        reference: String,
        on today: CalendarDate,
        paid: Bool = true
    ) -> Entry {
        let party = firm.parties[index]
        let account = party.dealing?.account ?? (party.isCustomer ? 3000 : 4000)
        let tax = party.dealing?.tax ?? (party.isCustomer ? .output25 : .input25)
        let item = VoucherMaker.Item(
            account: account,
            tax: tax,
            net: net,
            text: party.dealing?.text ?? "Varer"
        )
        let entry =
            party.isCustomer
            ? VoucherMaker.sale(to: index, [item], reference: reference, on: today, currency: party.currency)
            : VoucherMaker.purchase(
                from: index,
                [item],
                reference: reference,
                on: today,
                currency: party.currency
            )
        if paid { pay(entry, after: 14 + generator.below(25)) }
        return entry
    }

    /// Lets a voucher's claims fall due so many days later.
    mutating func pay(_ entry: Entry, after days: Int) {
        for posting in entry.postings {
            guard let party = posting.party else { continue }
            unpaid.add(
                party: party,
                oere: posting.oere,
                reference: posting.reference,
                foreign: posting.foreign,
                due: BookPlan.workingDay(moved(entry.day, by: days))
            )
        }
    }

    /// The amount of a trade that something is planted in, or that is of a rare form: not large, so that neither faults
    /// nor what a review does about them make another firm of it.
    mutating func plantedAmount(with party: Int) -> Int64 {
        min(usualAmount(with: party), Int64(firm.archetype.sales / 1_000) * 100)
    }

    private mutating func usualAmount(with party: Int) -> Int64 {
        let yearly = firm.parties[party].dealing?.yearly ?? firm.archetype.sales / 1_000
        return max(leastAmount, Int64(yearly / tradesPerParty * (0.4 + 1.2 * generator.unit()) * 100))
    }

    /// The next number of a supplier's invoices, or of the firm's own.
    mutating func nextReference(of party: Int) -> String {
        if firm.parties[party].isCustomer {
            ownInvoice += 1
            return String(ownInvoice)
        }
        latestInvoice[party] += 1 + generator.below(6)
        return String(latestInvoice[party])
    }

    private mutating func delivery(_ delivery: Delivery, on today: CalendarDate) -> [Entry] {
        let isSeller = delivery.seller == firm.index
        let other = cluster.firms[isSeller ? delivery.buyer : delivery.seller].unit
        guard let party = firm.party(isCustomer: isSeller, unit: other),
            let net = isSeller ? delivery.sold : delivery.bought
        else { return [] }
        let item = VoucherMaker.Item(
            account: isSeller ? delivery.income : delivery.cost,
            tax: isSeller ? .output25 : .input25,
            net: net,
            text: delivery.text
        )
        let entry =
            isSeller
            ? VoucherMaker.sale(to: party, [item], reference: delivery.invoice, on: today)
            : VoucherMaker.purchase(from: party, [item], reference: delivery.invoice, on: today)
        pay(entry, after: 30)
        return [entry]
    }

    private mutating func rent(to party: Int, on today: CalendarDate) -> Entry {
        // The same every month: a rent from the firm's size, not a drawn one.
        let net = Int64(firm.archetype.sales / 6_000) * 100
        var reference = ""
        if case .landlord(numbered: true) = firm.parties[party].purpose {
            reference = nextReference(of: party)
        }
        let item = VoucherMaker.Item(account: 6300, tax: .input25, net: net, text: "Husleie")
        var entry = VoucherMaker.purchase(from: party, [item], reference: reference, on: today)
        if reference.isEmpty {
            entry.marks = [Entry.Mark(planted: .trapRent, party: party, original: nil, oere: net)]
        }
        pay(entry, after: 14)
        return entry
    }
}
