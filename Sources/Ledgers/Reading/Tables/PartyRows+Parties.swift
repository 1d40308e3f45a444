import FileFormats

extension PartyRows {
    /// Whether the row's party is a customer or a supplier; `nil` after a fault.
    func role(_ row: TableRow) -> PartyRole? {
        let isCustomer = layout.columns[.customer].map { !RowFields.trimmed(row[$0]).isEmpty } ?? false
        let isSupplier = layout.columns[.supplier].map { !RowFields.trimmed(row[$0]).isEmpty } ?? false
        if isCustomer, isSupplier, layout.rules.role == nil {
            fields.fault(row, .customer, .malformed(rule: "a customer and a supplier stand on one line"))
            return nil
        }
        if isCustomer != isSupplier { return isCustomer ? .customer : .supplier }
        if let role = layout.rules.role { return role }
        fields.fault(row, layout.columns[.supplier] == nil ? .customer : .supplier, .missing)
        return nil
    }

    /// The party of the row, by its number, or else its organisation number, or else its name.
    func party(_ row: TableRow, _ role: PartyRole) -> PartyReference? {
        let own: [LedgerColumn] = role == .customer ? [.customer, .party] : [.supplier, .party]
        let other: [LedgerColumn] =
            role == .customer ? [.customerName, .partyName] : [.supplierName, .partyName]
        for column in own + [.organisationNumber] + other {
            guard let index = layout.columns[column] else { continue }
            let id = RowFields.trimmed(row[index])
            if !id.isEmpty { return parties.party(role, id, row) }
        }
        fields.fault(row, own.first { layout.columns[$0] != nil } ?? own[0], .missing)
        return nil
    }
}
