/// The named rules by which vouchers become purchases and sales where more than one reading is possible.
public enum ExtractionRule: String, Sendable, Hashable, CaseIterable {
    /// A voucher whose lines fall into parts that each add up to nothing is read part by part, in the file's order.
    case balancedParts = "balanced-parts-read-apart"
    /// Several parties on one voucher share its net amounts in proportion to their gross amounts.
    case proportionalToGross = "shared-in-proportion-to-gross"
    /// Invoices and credit notes on one voucher: positive net amounts go to the invoices, negative to the credit notes.
    case creditNotesApart = "credit-notes-apart"
    /// A cost or income line that itself names a party is that party's.
    case lineNamesParty = "line-names-party"
    /// A cost paid at once, whose bank line names the supplier, is that supplier's.
    case paidAtOnce = "paid-at-once"
    /// On a payment, only a discount is the party's: a reduction of goods or of income. Charges and rounding are nobody's.
    case paymentDiscount = "discount-on-payment"
    /// Net amounts that cannot be shared between the voucher's parties are nobody's.
    case cannotBeShared = "cannot-be-shared"
    /// Too many accounts and parties on one voucher: amounts are added up by kind of account before they are shared.
    case addedByKind = "accounts-added-by-kind"
}
