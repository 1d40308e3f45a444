import Accounts

/// What the rules did, one row an invoice for double registrations and refusals, one a party for the rest.
struct ReviewLog: Sendable {
    private(set) var changes: [ReviewChange] = []

    /// So many invoices are written one by one; those after them are added up by file, rule and role.
    private static let mostInvoices = 200_000

    private struct Key: Hashable {
        let rule: ReviewRule
        let file: Int
        let role: PartyRole
        let bookNumber: String?
        let number: String?
        let target: String?
    }

    private var places: [Key: Int] = [:]
    private var invoices = 0

    /// Notes what was found of one invoice.
    mutating func add(
        _ rule: ReviewRule,
        invoice place: InvoicePlace,
        of trades: TradeBook,
        _ identity: PartyIdentity,
        isMasked: Bool,
        _ original: LedgerLine?
    ) {
        let net = trades.net(ofInvoice: place.index)
        let rows = trades.trades(ofInvoice: place.index).count
        let line = trades.line(ofInvoice: place.index)
        guard invoices < Self.mostInvoices else {
            let key = Key(
                rule: rule,
                file: place.file,
                role: identity.reference.role,
                bookNumber: nil,
                number: nil,
                target: "…"
            )
            add(key, date: nil, line: line, net, rows)
            return
        }
        invoices += 1
        let texts = trades.texts(ofInvoice: place.index)
        changes.append(
            ReviewChange(
                rule: rule,
                file: place.file,
                role: identity.reference.role,
                bookNumber: isMasked ? nil : identity.reference.id,
                number: isMasked ? nil : identity.written,
                target: nil,
                date: trades.date(ofInvoice: place.index),
                voucher: texts.number,
                reference: texts.reference.isEmpty ? nil : texts.reference,
                line: line,
                original: original,
                amount: net,
                rows: rows
            )
        )
    }

    /// Notes what holds for a party's trades of an interval.
    mutating func add(
        _ rule: ReviewRule,
        file: Int,
        _ identity: PartyIdentity,
        isMasked: Bool,
        target: String?,
        _ interval: PartyAccount.Interval,
        _ amount: Kroner,
        _ rows: Int
    ) {
        let key = Key(
            rule: rule,
            file: file,
            role: identity.reference.role,
            bookNumber: isMasked ? nil : identity.reference.id,
            number: isMasked ? nil : identity.written,
            target: target
        )
        add(key, date: interval.firstDay, line: interval.lines.first ?? 0, amount, rows)
    }

    private mutating func add(_ key: Key, date: CalendarDate?, line: Int, _ amount: Kroner, _ rows: Int) {
        let known = places[key].map { changes[$0] }
        let change = ReviewChange(
            rule: key.rule,
            file: key.file,
            role: key.role,
            bookNumber: key.bookNumber,
            number: key.number,
            target: key.target,
            date: [known?.date, date].compactMap(\.self).min(),
            voucher: nil,
            reference: nil,
            line: min(known?.line ?? line, line),
            original: nil,
            amount: (known?.amount ?? .zero) + amount,
            rows: (known?.rows ?? 0) + rows
        )
        if let place = places[key] {
            changes[place] = change
        } else {
            places[key] = changes.count
            changes.append(change)
        }
    }

    /// Sets the rows in order: by file, rule and line.
    mutating func finish() {
        let order = changes.indices.sorted { left, right in
            let (one, other) = (changes[left], changes[right])
            if one.file != other.file { return one.file < other.file }
            if one.rule != other.rule { return one.rule < other.rule }
            return (one.line, left) < (other.line, right)
        }
        changes = order.map { changes[$0] }
        places = [:]
    }
}
