// Tables of parties name no accounts: what was bought or sold goes to the account without a number, whose kind is unknown.

extension TradeExtraction: PartyPostingConsumer {
    /// Takes the next posting of a party ledger or a summary.
    ///
    /// An invoice, a credit note or a period's sum is a purchase or a sale of its party, net as the table's rule makes it;
    /// its VAT is what gross and net differ by. A payment, or a balance brought forward, is counted and nothing else.
    public func take(_ posting: PartyPosting) {
        book.countVoucher(on: posting.date)
        let party = book.place(of: posting.party)
        // As on the party's own account: a customer owes, a supplier is owed.
        let sign: Int64 = posting.party.role == .customer ? 1 : -1
        let movement = Kroner(oere: sign * posting.gross.oere)
        switch posting.kind {
        case .payment: book.count(movement, as: .payment, account: nil, movementOf: party)
        case .opening: book.count(movement, as: .balance, account: nil, movementOf: party)
        case .invoice, .creditNote, .period:
            book.count(
                movement,
                as: posting.party.role == .customer ? .sale : .purchase,
                account: nil,
                movementOf: party
            )
            book.add(
                party: party,
                date: posting.date,
                number: posting.voucher,
                reference: posting.reference ?? "",
                line: posting.line,
                gross: posting.gross,
                trades: [(account: book.place(ofAccount: ""), amount: posting.net)]
            )
        }
    }
}
