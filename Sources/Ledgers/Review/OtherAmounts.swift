/// Which invoice numbers a party has on more than one amount: a contract's or a customer's number, and no invoice's.
struct OtherAmounts: Sendable {
    private struct Name: Hashable {
        let key: PartyKeys.Key
        let reference: String
    }

    private var amounts: [Name: Set<Kroner>] = [:]

    /// Looks for the candidates' invoice numbers among all invoices.
    init(
        of candidates: [[DuplicateCandidate]],
        in ledgers: [Ledger],
        key: (InvoicePlace) -> PartyKeys.Key
    ) {
        var parties: Set<PartyKeys.Key> = []
        for candidate in candidates.joined() where !candidate.reference.isEmpty {
            amounts[Name(key: candidate.key, reference: candidate.reference)] = []
            parties.insert(candidate.key)
        }
        guard !amounts.isEmpty else { return }
        for (file, ledger) in ledgers.enumerated() {
            let trades = ledger.trades
            for index in 0..<trades.invoiceCount {
                let key = key(InvoicePlace(file: file, index: index))
                guard parties.contains(key) else { continue }
                let reference = InvoiceNumber.normalised(trades.texts(ofInvoice: index).reference)
                guard !reference.isEmpty,
                    let place = amounts.index(forKey: Name(key: key, reference: reference))
                else { continue }
                let gross = trades.gross(ofInvoice: index)
                let amount = gross != .zero ? gross : trades.net(ofInvoice: index)
                // Two amounts are enough to know.
                if amount > .zero, amounts.values[place].count < 2 { amounts.values[place].insert(amount) }
            }
        }
    }

    /// Whether the candidate's invoice number stands on invoices of other amounts too.
    func contains(_ candidate: DuplicateCandidate) -> Bool {
        (amounts[Name(key: candidate.key, reference: candidate.reference)]?.count ?? 0) > 1
    }
}
