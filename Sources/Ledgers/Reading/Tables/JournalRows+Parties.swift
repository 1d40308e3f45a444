import Accounts
import FileFormats

extension JournalRows {
    /// The party that a row names; `nil` where it names none, and after a fault.
    mutating func party(_ row: TableRow, account: UnsafeBufferPointer<UInt8>) -> PartyReference? {
        let customer = RowFields.trimmed(row[at.customer])
        let supplier = RowFields.trimmed(row[at.supplier])
        switch (customer.isEmpty, supplier.isEmpty) {
        case (false, true): return parties.party(.customer, customer, row)
        case (true, false): return parties.party(.supplier, supplier, row)
        case (true, true): return partyOfEitherRole(row, account)
        case (false, false):
            // As in SAF-T files that name both: payables are the supplier's.
            let isPayable =
                account.count > 1 && account[0] == UInt8(ascii: "2") && account[1] == UInt8(ascii: "4")
            return parties.party(isPayable ? .supplier : .customer, isPayable ? supplier : customer, row)
        }
    }

    private mutating func partyOfEitherRole(
        _ row: TableRow,
        _ account: UnsafeBufferPointer<UInt8>
    ) -> PartyReference? {
        let id = RowFields.trimmed(row[at.party])
        guard !id.isEmpty else { return nil }
        guard let role = JournalRows.role(of: account) ?? layout.rules.role else {
            fields.fault(
                row,
                .party,
                .malformed(rule: "the line does not show whether the party is a customer or a supplier")
            )
            return nil
        }
        return parties.party(role, id, row)
    }

    /// The role of a party on `account` (NS 4102): receivables and income are a customer's, payables and costs a supplier's.
    private static func role(of account: UnsafeBufferPointer<UInt8>) -> PartyRole? {
        switch (account[0], account.count > 1 ? account[1] : 0) {
        case (UInt8(ascii: "1"), UInt8(ascii: "5")), (UInt8(ascii: "3"), _): .customer
        case (UInt8(ascii: "2"), UInt8(ascii: "4")), (UInt8(ascii: "4")...UInt8(ascii: "7"), _): .supplier
        default: nil
        }
    }
}
