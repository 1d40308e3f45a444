/// Which kind of table an exported ledger is, decided from its columns.
public enum TableForm: String, Sendable, Hashable, CaseIterable {
    /// *Bilagsjournal*: one row for each posting on an account; vouchers can be put together from it.
    case journal
    /// *Reskontro*: one row for each posting on a party, gross, without the accounts behind it.
    case partyLedger = "party_ledger"
    /// One row for each party with what was bought from it or sold to it in the period, net of VAT.
    case summary

    /// What each form asks for: of every group at least one column.
    var needs: [[LedgerColumn]] {
        switch self {
        case .journal: [[.voucher], [.date], [.account], [.amount, .debit, .credit]]
        case .partyLedger: [[.date], [.customer, .supplier, .party], [.amount, .debit, .credit]]
        case .summary: [[.purchases, .sales], TableForm.partyColumns]
        }
    }

    private static let partyColumns: [LedgerColumn] = [
        .customer, .supplier, .party, .organisationNumber, .customerName, .supplierName, .partyName,
    ]

    /// The groups of columns of which the table has none, each told by its first.
    func lacking(in columns: Set<LedgerColumn>) -> [LedgerColumn] {
        needs.compactMap { group in columns.isDisjoint(with: group) ? group.first : nil }
    }

    /// The form of a table with `columns`: of those whose needs are met, the one that tells most.
    static func decided(from columns: Set<LedgerColumn>) -> TableForm? {
        [.journal, .summary, .partyLedger].first { $0.lacking(in: columns).isEmpty }
    }
}
