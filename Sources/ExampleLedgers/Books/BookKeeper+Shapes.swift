import Accounts

extension BookKeeper {
    /// Trades with a fault or trap in them, or of a form that readers must bear.
    mutating func shaped(_ shape: PlannedEvent.Shape, on today: CalendarDate) -> [Entry] {
        guard !soundSuppliers.isEmpty, !soundCustomers.isEmpty else { return [] }
        switch shape {
        case .duplicateExactPurchase, .duplicateExactPurchaseAgain:
            return [exactDuplicate(with: generator.pick(soundSuppliers), on: today)]
        case .duplicateExactSale: return [exactDuplicate(with: generator.pick(soundCustomers), on: today)]
        case .duplicateInvoicePurchase, .duplicateInvoicePurchaseAgain:
            return [bookedTwice(with: generator.pick(soundSuppliers), on: today)]
        case .duplicateInvoiceSale: return [bookedTwice(with: generator.pick(soundCustomers), on: today)]
        case .nameless, .namelessAgain, .namelessThird: return [nameless(on: today)]
        case .capital, .capitalAgain: return capital(on: today)
        case .creditNote, .creditNoteSale:
            let party = generator.pick(shape == .creditNote ? soundSuppliers : soundCustomers)
            return [
                trade(
                    with: party,
                    net: -plantedAmount(with: party) / 5,
                    reference: "K" + nextReference(of: party),
                    on: today
                )
            ]
        case .collected: return collected(on: today)
        case .twoRates: return [items(on: today, accounts: (4020, .input25), (4300, .input15))]
        case .freight: return [items(on: today, accounts: (4000, .input25), (4360, .input25))]
        case .rounding: return [rounded(on: today)]
        case .equalInvoices: return equalInvoices(on: today)
        case .splitInvoice: return splitInvoice(on: today)
        case .creditedInvoice: return [creditedInvoice(on: today)]
        case .sameNumberElsewhere: return sameNumberElsewhere(on: today)
        case .badDebt: return [badDebt(on: today)]
        }
    }

    // MARK: Faults

    /// A voucher that stands twice in the file; the keeper gives it again.
    private mutating func exactDuplicate(with party: Int, on today: CalendarDate) -> Entry {
        let net = plantedAmount(with: party)
        var entry = trade(with: party, net: net, reference: nextReference(of: party), on: today)
        entry.marks = [Entry.Mark(planted: .duplicateExact, party: party, original: nil, oere: net)]
        return entry
    }

    /// An invoice that is booked again, one to three weeks later.
    private mutating func bookedTwice(with party: Int, on today: CalendarDate) -> Entry {
        let net = plantedAmount(with: party)
        let reference = nextReference(of: party)
        let entry = trade(with: party, net: net, reference: reference, on: today)
        let again = BookPlan.workingDay(moved(today, by: 7 + generator.below(14)))
        var copy = trade(with: party, net: net, reference: reference, on: again, paid: false)
        copy.marks = [
            Entry.Mark(planted: .duplicateInvoice, party: party, original: nextNumber, oere: net)
        ]
        later[again.daysSince1970, default: []].append(copy)
        return entry
    }

    /// A purchase whose ledger line names nobody.
    private mutating func nameless(on today: CalendarDate) -> Entry {
        let net = Int64(firm.archetype.sales / 20_000 / rounds * (0.5 + generator.unit()) * 100)
        let item = VoucherMaker.Item(account: 4020, tax: .input25, net: net, text: "Varer")
        var entry = VoucherMaker.purchase(
            from: nil,
            [item],
            reference: String(30_000 + generator.below(60_000)),
            on: today
        )
        entry.marks = [Entry.Mark(planted: .invoiceNumberOnly, party: nil, original: nil, oere: net)]
        return entry
    }

    private mutating func capital(on today: CalendarDate) -> [Entry] {
        guard
            let party = firm.parties.firstIndex(where: {
                if case .machines = $0.purpose { true } else { false }
            })
        else { return [] }
        // Two a round; the larger the books, the smaller each.
        let usual = firm.archetype.sales * firm.archetype.investment / 2 / rounds
        let net = Int64(usual * (0.5 + generator.unit()) * 100)
        let item = VoucherMaker.Item(
            account: generator.isOne(in: 3) ? 1250 : 1200,
            tax: .input25,
            net: net,
            text: "Maskin"
        )
        var entry = VoucherMaker.purchase(from: party, [item], reference: nextReference(of: party), on: today)
        entry.marks = [Entry.Mark(planted: .capitalGoods, party: party, original: nil, oere: net)]
        pay(entry, after: 30)
        return [entry]
    }

    /// How many times a year each shape is met.
    private var rounds: Double {
        Double(BookPlan.rounds(ofLines: target)) / Double(cluster.options.years)
    }

    // MARK: Forms

    private mutating func collected(on today: CalendarDate) -> [Entry] {
        let chosen = generator.shuffled(domestic).prefix(2)
        guard chosen.count == 2 else { return [] }
        let parts = chosen.map { party in
            (party: party, net: plantedAmount(with: party) / 4 * 4, reference: nextReference(of: party))
        }
        let entry = VoucherMaker.collected(parts, account: 6600, on: today)
        pay(entry, after: 21)
        return [entry]
    }

    private mutating func items(
        on today: CalendarDate,
        accounts first: (Int, ExampleTax),
        _ second: (Int, ExampleTax)
    ) -> Entry {
        let party = generator.pick(domestic)
        let net = plantedAmount(with: party)
        let entry = VoucherMaker.purchase(
            from: party,
            [
                VoucherMaker.Item(account: first.0, tax: first.1, net: net, text: "Varer"),
                VoucherMaker.Item(
                    account: second.0,
                    tax: second.1,
                    net: net / 7,
                    text: second.0 == 4360 ? "Frakt" : "Mat"
                ),
            ],
            reference: nextReference(of: party),
            on: today
        )
        pay(entry, after: 21)
        return entry
    }

    private mutating func rounded(on today: CalendarDate) -> Entry {
        let party = generator.pick(domestic)
        let net = plantedAmount(with: party)
        let over = (net + ExampleTax.input25.amount(on: net)) % 100
        let entry = VoucherMaker.purchase(
            from: party,
            [VoucherMaker.Item(account: 4020, tax: .input25, net: net, text: "Varer")],
            reference: nextReference(of: party),
            on: today,
            rounding: over >= 50 ? 100 - over : -over
        )
        pay(entry, after: 21)
        return entry
    }

    // MARK: Traps

    private mutating func equalInvoices(on today: CalendarDate) -> [Entry] {
        let party = generator.pick(soundSuppliers)
        let net = plantedAmount(with: party)
        return marked(
            .trapEqualInvoices,
            party,
            net,
            [
                trade(with: party, net: net, reference: nextReference(of: party), on: today),
                trade(with: party, net: net, reference: nextReference(of: party), on: today),
            ]
        )
    }

    private mutating func splitInvoice(on today: CalendarDate) -> [Entry] {
        let party = generator.pick(soundSuppliers)
        let net = plantedAmount(with: party)
        let reference = nextReference(of: party)
        return marked(
            .trapSplitInvoice,
            party,
            net / 3,
            [
                trade(with: party, net: net, reference: reference, on: today),
                trade(with: party, net: net / 3, reference: reference, on: today),
            ]
        )
    }

    /// An invoice; ten days later it is credited and written anew.
    private mutating func creditedInvoice(on today: CalendarDate) -> Entry {
        let party = generator.pick(soundSuppliers)
        let net = plantedAmount(with: party)
        let reference = nextReference(of: party)
        let entry = trade(with: party, net: net, reference: reference, on: today)
        let then = BookPlan.workingDay(moved(today, by: 10))
        let anew = marked(
            .trapCreditedInvoice,
            party,
            net,
            [
                trade(with: party, net: -net, reference: reference, on: then),
                trade(with: party, net: net, reference: nextReference(of: party), on: then),
            ]
        )
        later[then.daysSince1970, default: []] += anew
        return entry
    }

    private mutating func sameNumberElsewhere(on today: CalendarDate) -> [Entry] {
        let chosen = generator.shuffled(domestic).prefix(2)
        guard let first = chosen.first, let second = chosen.last, first != second else { return [] }
        let net = plantedAmount(with: first)
        let reference = nextReference(of: first)
        return marked(
            .trapSameNumberElsewhere,
            second,
            net,
            [
                trade(with: first, net: net, reference: reference, on: today),
                trade(with: second, net: net, reference: reference, on: today),
            ]
        )
    }

    private mutating func badDebt(on today: CalendarDate) -> Entry {
        let party = generator.pick(soundCustomers)
        let net = plantedAmount(with: party) / 10
        let tax = (firm.parties[party].dealing?.tax ?? .output25)
        let duty = tax.amount(on: net)
        var postings = [Posting(account: 7830, oere: net, text: "Tap på fordring")]
        if let account = tax.account, duty != 0 {
            postings.append(Posting(account: account, oere: duty, text: "Merverdiavgift på tap"))
        }
        postings.append(Posting(account: 1500, oere: -net - duty, party: party, text: "Tap på fordring"))
        return Entry(
            number: 0,
            day: today,
            text: "Tap på fordring",
            postings: postings,
            trades: [],
            marks: [Entry.Mark(planted: .trapBadDebt, party: party, original: nil, oere: net)]
        )
    }

    /// Suppliers of sound standing whose invoices bear 25 per cent.
    private var domestic: [Int] {
        soundSuppliers.filter { firm.parties[$0].dealing?.tax == .input25 }
    }

    /// The last of `entries` marked, as one that looks like a fault beside the voucher before it.
    private func marked(_ trap: Planted, _ party: Int, _ oere: Int64, _ entries: [Entry]) -> [Entry] {
        var entries = entries
        if let last = entries.indices.last {
            entries[last].marks = [Entry.Mark(planted: trap, party: party, original: -1, oere: oere)]
        }
        return entries
    }
}
