import FileFormats

extension PartyRows {
    /// Debit less credit, or the amount as it stands.
    func amount(_ row: TableRow) -> Kroner? {
        if layout.columns[.amount] != nil { return fields.amount(row, .amount) }
        var amount: Kroner?
        if let index = layout.columns[.debit], !RowFields.trimmed(row[index]).isEmpty {
            guard let value = fields.amount(row, .debit) else { return nil }
            amount = value
        }
        if let index = layout.columns[.credit], !RowFields.trimmed(row[index]).isEmpty {
            guard let value = fields.amount(row, .credit) else { return nil }
            amount = (amount ?? .zero) + (layout.creditIsNegative ? value : -value)
        }
        if amount == nil { fields.fault(row, layout.columns[.debit] == nil ? .credit : .debit, .missing) }
        return amount
    }

    /// With debit and credit apart, an invoice to a customer is a debit and one from a supplier a credit.
    func isInvoicePositive(_ role: PartyRole) -> Bool {
        layout.columns[.amount] == nil ? role == .customer : invoiceSign == .positive
    }
}
