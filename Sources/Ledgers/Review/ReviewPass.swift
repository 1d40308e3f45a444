import Accounts

/// The review's way through the trades: every invoice into one bucket, then every party's kroner to who they belong to.
struct ReviewPass {
    let ledgers: [Ledger]
    let identities: [[PartyIdentity]]
    let owners: ReviewOwners
    let register: RegisterExtract
    let settings: ReviewSettings

    var balances: ReviewBuckets
    var log = ReviewLog()
    var parties: PartyGathering
    var attributed = AttributedTotals()
    var pairs: PairTotals
    /// What the parties have from each file, purchases first.
    var counted: [PartyRole: [Kroner]]

    private var accounts: [[PartyAccount]]

    init(
        ledgers: [Ledger],
        identities: [[PartyIdentity]],
        owners: ReviewOwners,
        register: RegisterExtract,
        settings: ReviewSettings
    ) {
        self.ledgers = ledgers
        self.identities = identities
        self.owners = owners
        self.register = register
        self.settings = settings
        balances = ReviewBuckets(files: ledgers.count)
        parties = PartyGathering(register: register, settings: settings)
        pairs = PairTotals(owners: owners)
        counted = [
            .supplier: ledgers.map { _ in .zero }, .customer: ledgers.map { _ in .zero },
        ]
        accounts = identities.map { identities in
            identities.map { identity in
                let number = identity.kind == .foreign ? nil : identity.number
                let timeline = number.map {
                    RegisterTimeline(of: $0, register: register, spreads: settings.spreadsHeadOffices)
                }
                return PartyAccount(timeline: timeline)
            }
        }
    }

    /// Looks at every invoice: refuses double registrations and what names nobody, and adds up the rest by party.
    mutating func sortInvoices() {
        let search = DuplicateSearch(
            in: ledgers,
            identities: identities,
            owners: owners.ofFile,
            settings: settings
        )
        let findings = search.findings()
        for (file, ledger) in ledgers.enumerated() {
            for index in 0..<ledger.trades.invoiceCount {
                sort(InvoicePlace(file: file, index: index), ledger.trades, findings)
            }
        }
    }

    private mutating func sort(
        _ place: InvoicePlace,
        _ trades: TradeBook,
        _ findings: [InvoicePlace: DuplicateSearch.Finding]
    ) {
        let party = trades.party(ofInvoice: place.index)
        let identity = identities[place.file][party]
        let finding = findings.isEmpty ? nil : findings[place]
        if let finding {
            let original = LedgerLine(
                file: finding.original.file,
                line: ledgers[finding.original.file].trades.line(ofInvoice: finding.original.index)
            )
            log.add(
                finding.rule,
                invoice: place,
                of: trades,
                identity,
                isMasked: isMasked(identity),
                original
            )
        }
        let refusal =
            finding.map(\.rule).flatMap { $0.outcome == .refused ? $0 : nil }
            ?? (identity.isUnusable ? ReviewRule.invoiceNumberOnly : nil)
        if let refusal {
            if refusal == .invoiceNumberOnly {
                log.add(refusal, invoice: place, of: trades, identity, isMasked: false, nil)
            }
            balances.add(
                trades.net(ofInvoice: place.index),
                rows: trades.trades(ofInvoice: place.index).count,
                role: identity.reference.role,
                file: place.file,
                .refused
            )
            return
        }
        accounts[place.file][party].add(place, of: trades)
        attributed.add(place, of: trades, role: identity.reference.role, owner: owners.ofFile[place.file])
    }

    /// Gives every party's kroner to who they belong to, interval by interval of the register's dates.
    mutating func settle() {
        for file in ledgers.indices {
            notePartiesWithOneNumber(file)
            for party in identities[file].indices {
                let account = accounts[file][party]
                for interval in account.intervals { settle(interval, account, file: file, party: party) }
            }
        }
        log.finish()
    }

    private mutating func settle(
        _ interval: PartyAccount.Interval,
        _ account: PartyAccount,
        file: Int,
        party: Int
    ) {
        let identity = identities[file][party]
        let role = identity.reference.role
        let resolution = account.timeline?.resolution(on: interval.firstDay)
        var rules = Set(identity.rules + (resolution?.rules ?? []))
        if interval.investmentRows > 0 { rules.insert(.capitalGoods) }
        if let number = identity.number,
            owners.isGroup(number, of: owners.ofFile[file], listed: settings.group)
                || resolution.map({
                    owners.isGroup($0.through, of: owners.ofFile[file], listed: settings.group)
                }) ?? false
        {
            rules.insert(.intragroup)
        }
        let targets = resolution?.targets ?? []
        let shares = PartyGathering.Share.shares(of: interval, targets: targets, rules: rules)
        let source = PartyGathering.Source(
            file: file,
            owner: owners.ofFile[file],
            identity: identity,
            account: account
        )
        var isMasked = self.isMasked(identity)
        for share in shares {
            let added = parties.add(share, from: source)
            rules.formUnion(added)
            if added.contains(.soleProprietors) { isMasked = true }
            counted[role]?[file] += share.intermediate + share.investment
        }
        let isChanged = rules.contains { $0.outcome == .changed }
        balances.add(
            interval.amount,
            rows: interval.rows,
            role: role,
            file: file,
            isChanged ? .changed : .kept
        )
        let target = targets.count == 1 ? targets.first.map { "\($0.number)" } : nil
        for rule in rules {
            let isInvestment = rule == .capitalGoods
            log.add(
                rule,
                file: file,
                identity,
                isMasked: isMasked,
                target: rule.outcome == .changed && !isMasked && rule != .headOfficeSpread ? target : nil,
                interval,
                isInvestment ? interval.investment : interval.amount,
                isInvestment ? interval.investmentRows : interval.rows
            )
        }
        if let number = resolution?.through ?? identity.number {
            pairs.add(interval.amount, role: role, owner: owners.ofFile[file], party: number)
        }
    }

    private mutating func notePartiesWithOneNumber(_ file: Int) {
        var met: [PartyIdentity.Key: [Int]] = [:]
        for (party, identity) in identities[file].enumerated() where identity.number != nil {
            guard identity.kind == .unit, !accounts[file][party].intervals.isEmpty else { continue }
            met[identity.key, default: []].append(party)
        }
        for party in identities[file].indices {
            let identity = identities[file][party]
            guard let same = met[identity.key], same.contains(party),
                same.count(where: { identities[file][$0].reference.role == identity.reference.role }) > 1
            else { continue }
            for interval in accounts[file][party].intervals {
                log.add(
                    .partiesWithOneNumber,
                    file: file,
                    identity,
                    isMasked: isMasked(identity),
                    target: nil,
                    interval,
                    interval.amount,
                    interval.rows
                )
            }
        }
    }

    /// Whether who the party is must not be written.
    private func isMasked(_ identity: PartyIdentity) -> Bool {
        if identity.kind == .privatePersons || identity.kind == .soleProprietors { return true }
        guard let unit = identity.number.flatMap({ register.units[$0] }) else { return false }
        return PartyGathering.isSoleProprietor(unit, register)
    }
}
