/// Shares what a part of a voucher bought, or sold, between the parties of one role.
struct PartShares {
    let part: VoucherPart
    let role: PartyRole
    let situation: Situation

    /// A voucher with more accounts times parties than this is added up by kind of account before it is shared.
    private static let mostCells = 100_000

    /// +1 where a debit on the party's line is an invoice, −1 where a credit is.
    private var sign: Int64 { role == .customer ? 1 : -1 }

    func share(into book: inout TradeBook, _ scratch: inout VoucherPart.Scratch) {
        scratch.parties.removeAll(keepingCapacity: true)
        scratch.places.removeAll(keepingCapacity: true)
        scratch.amounts.removeAll(keepingCapacity: true)
        findInvoices(&book, &scratch)
        let isInvoice = !scratch.parties.isEmpty
        takeOwnLines(&book, &scratch)
        let bases = self.bases(isInvoice: isInvoice, &book, &scratch)
        gather(bases, &scratch)
        if !bases.places.isEmpty { spread(over: bases.places, &book, &scratch) }
        let fallback = part.range.lazy.compactMap { part.voucher.lines[$0].reference }.first { !$0.isEmpty }
        for share in scratch.parties {
            book.add(
                party: share.place,
                date: part.voucher.date,
                number: part.voucher.number,
                reference: share.reference ?? fallback ?? "",
                line: share.line,
                gross: share.gross,
                trades: merged(share.trades)
            )
        }
    }

    // MARK: Who stands behind the part

    /// The parties' own lines that invoice something, added up by party.
    private func findInvoices(_ book: inout TradeBook, _ scratch: inout VoucherPart.Scratch) {
        for index in part.range where part.claimRole(index) == role {
            let line = part.voucher.lines[index]
            guard !situation.isPayment(line.amount, of: role) else { continue }
            let slot = self.slot(index, &book, &scratch)
            scratch.parties[slot].gross += Kroner(oere: sign * line.amount.oere)
        }
    }

    /// Net lines that name a party of the role are its own, unless they are part of an accrual.
    private func takeOwnLines(_ book: inout TradeBook, _ scratch: inout VoucherPart.Scratch) {
        if situation.hasAccrual, !situation.hasClaims, situation.bank == nil { return }
        var isNoted = false
        for index in part.range where isNet(index) {
            let line = part.voucher.lines[index]
            guard let party = line.party, party.role == role else { continue }
            let slot = self.slot(index, &book, &scratch)
            scratch.parties[slot].trades.append(
                (part.accounts[index], Kroner(oere: -sign * line.amount.oere))
            )
            scratch.parties[slot].hasOwnLines = true
            scratch.purposes[index - part.range.lowerBound] = purpose(index)
            if !isNoted { book.note(.lineNamesParty, voucher: part.voucher.number) }
            isNoted = true
        }
    }

    private struct Bases {
        /// The slots that share the lines that name nobody.
        var places: [Int] = []
        /// Whether only reductions are shared: the part is a payment.
        var isDiscount = false
    }

    /// Those who share the lines that name nobody.
    private func bases(
        isInvoice: Bool,
        _ book: inout TradeBook,
        _ scratch: inout VoucherPart.Scratch
    ) -> Bases {
        if isInvoice {
            // Those whose lines are known already do not share in the others', as long as there are others.
            let others = scratch.parties.indices.filter { !scratch.parties[$0].hasOwnLines }
            return Bases(places: others.isEmpty ? Array(scratch.parties.indices) : others)
        }
        if !scratch.parties.isEmpty { return Bases() }
        let paidAtOnce = part.range.filter {
            part.kinds[$0] == .bank && part.voucher.lines[$0].party?.role == role
        }
        let settled = part.range.filter { part.claimRole($0) == role }
        let indices = settled.isEmpty ? paidAtOnce : settled
        // What the part would share: nothing is noted, and no party made, where there is nothing.
        guard part.range.contains(where: { isNet($0) && (settled.isEmpty || isReduction($0)) }) else {
            return Bases()
        }
        for index in indices {
            let slot = self.slot(index, &book, &scratch)
            let amount = part.voucher.lines[index].amount
            // A bill paid at once was invoiced; a discount is shared as the payments are.
            if settled.isEmpty { scratch.parties[slot].gross += Kroner(oere: sign * amount.oere) }
            scratch.parties[slot].paid += amount.magnitude.oere
        }
        if !indices.isEmpty {
            book.note(settled.isEmpty ? .paidAtOnce : .paymentDiscount, voucher: part.voucher.number)
        }
        return Bases(places: Array(scratch.parties.indices), isDiscount: !settled.isEmpty)
    }

    /// The party of the line at `index`, in the order met.
    private func slot(
        _ index: Int,
        _ book: inout TradeBook,
        _ scratch: inout VoucherPart.Scratch
    ) -> Int {
        let line = part.voucher.lines[index]
        let place = book.place(of: line.party ?? PartyReference(role, ""))
        if let slot = scratch.places[place] { return slot }
        let reference = line.reference.flatMap { $0.isEmpty ? nil : $0 }
        scratch.parties.append(.init(place: place, line: line.line, reference: reference, gross: .zero))
        scratch.places[place] = scratch.parties.count - 1
        return scratch.parties.count - 1
    }

    // MARK: What there is to share

    private func isNet(_ index: Int) -> Bool {
        role == .supplier ? part.kinds[index].isBought : part.kinds[index].isSold
    }

    /// Whether a line on a payment reduces what was bought or sold before.
    private func isReduction(_ index: Int) -> Bool {
        let kind = part.kinds[index]
        guard kind == .goods || kind == .income else { return false }
        return sign * part.voucher.lines[index].amount.oere > 0
    }

    private func purpose(_ index: Int) -> LinePurpose {
        switch (role, part.kinds[index].isInvestment) {
        case (.supplier, false): .purchase
        case (.supplier, true): .capitalPurchase
        case (.customer, false): .sale
        case (.customer, true): .capitalSale
        }
    }

    /// The net lines that name nobody, added up by account.
    private func gather(_ bases: Bases, _ scratch: inout VoucherPart.Scratch) {
        guard !bases.places.isEmpty else { return }
        scratch.places.removeAll(keepingCapacity: true)
        for index in part.range where isNet(index) && part.voucher.lines[index].party == nil {
            if bases.isDiscount, !isReduction(index) { continue }
            let account = part.accounts[index]
            let amount = Kroner(oere: -sign * part.voucher.lines[index].amount.oere)
            let positive = amount > .zero ? amount : .zero
            if let place = scratch.places[account] {
                scratch.amounts[place].positive += positive
                scratch.amounts[place].negative += amount - positive
            } else {
                scratch.places[account] = scratch.amounts.count
                scratch.amounts.append(
                    .init(
                        account: account,
                        kind: part.kinds[index],
                        positive: positive,
                        negative: amount - positive
                    )
                )
            }
            scratch.purposes[index - part.range.lowerBound] = purpose(index)
        }
    }

    // MARK: Sharing

    private func spread(over slots: [Int], _ book: inout TradeBook, _ scratch: inout VoucherPart.Scratch) {
        guard !scratch.amounts.isEmpty else { return }
        if slots.count == 1 {
            for amount in scratch.amounts {
                scratch.parties[slots[0]].trades.append((amount.account, amount.positive + amount.negative))
            }
            return
        }
        let weights = slots.map { slot in
            let party = scratch.parties[slot]
            return party.gross != .zero ? party.gross.oere : party.paid
        }
        if scratch.amounts.count * slots.count > Self.mostCells { addByKind(&book, &scratch) }
        guard let shares = shares(of: scratch.amounts, weights, &book) else {
            withdraw(&book, &scratch)
            return
        }
        for (amount, parts) in zip(scratch.amounts, shares) {
            for (slot, part) in zip(slots, parts) where part != 0 {
                scratch.parties[slot].trades.append((amount.account, Kroner(oere: part)))
            }
        }
    }

    /// The parts of each amount; `nil` where the gross amounts do not say how to share.
    private func shares(
        of amounts: [VoucherPart.NetAmount],
        _ weights: [Int64],
        _ book: inout TradeBook
    ) -> [[Int64]]? {
        let positive = amounts.reduce(Kroner.zero) { $0 + $1.positive }
        let negative = amounts.reduce(Kroner.zero) { $0 + $1.negative }
        let isMixed = weights.contains { $0 > 0 } && weights.contains { $0 < 0 }
        let above = weights.reduce(0) { $0 + max($1, 0) }
        let below = weights.reduce(0) { $0 + min($1, 0) }
        // What the credit notes net must fit into what they gross, and the invoices likewise.
        if isMixed, positive != .zero, negative != .zero, positive.oere <= above, negative.oere >= below {
            let up = weights.map { max($0, 0) }
            let down = weights.map { min($0, 0) }
            book.note(.creditNotesApart, voucher: part.voucher.number)
            return amounts.map { amount in
                let ups = ProportionalShares.parts(of: amount.positive.oere, weights: up) ?? []
                let downs = ProportionalShares.parts(of: amount.negative.oere, weights: down) ?? []
                return zip(ups, downs).map { $0 + $1 }
            }
        }
        // With gross amounts that nearly cancel, a share could be any size.
        if above + below == 0 || isMixed && (positive - negative).oere > abs(above + below) { return nil }
        book.note(.proportionalToGross, voucher: part.voucher.number)
        let shares = amounts.compactMap {
            ProportionalShares.parts(of: ($0.positive + $0.negative).oere, weights: weights)
        }
        return shares.count == amounts.count ? shares : nil
    }

    /// Turns the lines that cannot be shared back to nobody's.
    private func withdraw(_ book: inout TradeBook, _ scratch: inout VoucherPart.Scratch) {
        book.note(.cannotBeShared, voucher: part.voucher.number)
        for index in part.range where isNet(index) && part.voucher.lines[index].party == nil {
            scratch.purposes[index - part.range.lowerBound] = .notAttributed
        }
    }

    private func addByKind(_ book: inout TradeBook, _ scratch: inout VoucherPart.Scratch) {
        book.note(.addedByKind, voucher: part.voucher.number)
        var added: [VoucherPart.NetAmount] = []
        for amount in scratch.amounts {
            if let place = added.firstIndex(where: { $0.kind == amount.kind }) {
                added[place].positive += amount.positive
                added[place].negative += amount.negative
            } else {
                added.append(amount)
            }
        }
        scratch.amounts = added
    }

    /// The net amounts by account, each account once.
    private func merged(_ trades: [(account: Int, amount: Kroner)]) -> [(account: Int, amount: Kroner)] {
        guard trades.count > 1 else { return trades }
        return trades.sorted { $0.account < $1.account }.reduce(into: []) { merged, trade in
            if merged.last?.account == trade.account {
                merged[merged.count - 1].amount += trade.amount
            } else {
                merged.append(trade)
            }
        }
    }
}
