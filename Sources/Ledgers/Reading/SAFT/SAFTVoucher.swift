import Accounts

/// The transaction being read.
struct SAFTVoucher {
    var number = ""
    var date: CalendarDate?
    var postingDate: CalendarDate?
    var text = ""
    var customer: String?
    var supplier: String?
    var line = SAFTLine()
    private(set) var lines: [JournalLine] = []
    private(set) var balance = Kroner.zero
    /// Bytes of text on the lines.
    private(set) var textBytes = 0

    /// Begins the next transaction.
    mutating func begin() {
        number = ""
        date = nil
        postingDate = nil
        text = ""
        customer = nil
        supplier = nil
        lines = []
        lines.reserveCapacity(8)
        balance = .zero
        textBytes = 0
    }

    /// Ends the line being read.
    mutating func endLine(amount: Kroner) {
        balance = balance + amount
        textBytes += line.textBytes
        lines.append(line.journalLine(amount: amount, otherwise: text))
    }

    /// The voucher, where it has a date.
    ///
    /// A party that stands on the transaction alone is given to those lines on receivables (15xx) or payables (24xx)
    /// that name none.
    func voucher(journal: String) -> Voucher? {
        guard let date = date ?? postingDate else { return nil }
        guard customer != nil || supplier != nil else {
            return Voucher(journal: journal, number: number, date: date, lines: lines)
        }
        let named = lines.map { line in
            guard line.party == nil, let party = party(onAccount: line.account) else { return line }
            return JournalLine(
                line: line.line,
                account: line.account,
                amount: line.amount,
                party: party,
                taxCode: line.taxCode,
                text: line.text,
                reference: line.reference
            )
        }
        return Voucher(journal: journal, number: number, date: date, lines: named)
    }

    private func party(onAccount account: String) -> PartyReference? {
        if account.hasPrefix("15") { return customer.map { PartyReference(.customer, $0) } }
        if account.hasPrefix("24") { return supplier.map { PartyReference(.supplier, $0) } }
        return nil
    }
}

/// The line being read.
struct SAFTLine {
    private(set) var place = 0
    var account: String?
    var customer: String?
    var supplier: String?
    var taxCode: String?
    var text: String?
    var reference: String?
    var document: String?
    var debit: Kroner?
    var credit: Kroner?
    /// Whether an amount stood there that was a fault; it is not missing then.
    var hasFaultyAmount = false

    /// A line of a voucher that begins on this line of the file.
    init(at place: Int = 0) {
        self.place = place
    }

    var textBytes: Int {
        [account, customer, supplier, taxCode, text, reference, document].reduce(0) {
            $0 + ($1?.utf8.count ?? 0)
        }
    }

    func journalLine(amount: Kroner, otherwise voucherText: String) -> JournalLine {
        let account = account ?? ""
        return JournalLine(
            line: place,
            account: account,
            amount: amount,
            party: party(onAccount: account),
            taxCode: taxCode,
            text: text ?? voucherText,
            reference: reference ?? document
        )
    }

    /// The schema allows a line with both a customer and a supplier: the account then says which it is.
    private func party(onAccount account: String) -> PartyReference? {
        if let supplier, customer == nil || account.hasPrefix("24") {
            return PartyReference(.supplier, supplier)
        }
        return customer.map { PartyReference(.customer, $0) }
    }
}
