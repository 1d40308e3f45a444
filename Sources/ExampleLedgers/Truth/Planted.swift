/// What is planted in the example: faults to be found, and traps, which look like faults and are none.
public enum Planted: String, Sendable, Hashable, CaseIterable {
    // Vouchers.
    /// The same voucher stands twice in the file.
    case duplicateExact = "duplicate-exact"
    /// An invoice is booked again on another voucher.
    case duplicateInvoice = "duplicate-invoice"
    /// The ledger line names no party; only an invoice number stands.
    case invoiceNumberOnly = "invoice-number-only"
    /// The purchase is on an account of fixed assets.
    case capitalGoods = "capital-goods"

    // Parties.
    /// A Norwegian party has no organisation number.
    case missingNumber = "missing-number"
    /// The organisation number fails the control.
    case invalidNumber = "invalid-number"
    /// The organisation number is written as `5,12346E+08`, in text and workbook only.
    case scientificNumber = "scientific-number"
    /// The number is sound, but the register has no such unit.
    case notInRegister = "not-in-register"
    /// The register tells no industry.
    case withoutIndustry = "without-industry"
    /// The party is abroad.
    case foreign = "foreign"
    /// The party was dissolved before some of its vouchers.
    case dissolved = "dissolved"
    /// The party was bankrupt before some of its vouchers.
    case bankrupt = "bankrupt"
    /// The party had been merged into another before some of its vouchers.
    case merged = "merged"
    /// The number is that of an enterprise whose plants lie elsewhere.
    case headOffice = "head-office"
    /// The party belongs to the same group as the firm.
    case intragroup = "intragroup"
    /// The party is a person in business.
    case soleProprietor = "sole-proprietor"

    // Controls.
    /// The annual accounts state more than the books.
    case annualAccounts = "annual-accounts"
    /// Seller and buyer have booked a delivery differently.
    case sellerBuyer = "seller-buyer"

    // Traps.
    /// Trap: the same rent every month, without an invoice number.
    case trapRent = "trap-rent"
    /// Trap: two invoices of the same day and amount with numbers of their own.
    case trapEqualInvoices = "trap-equal-invoices"
    /// Trap: one invoice on two vouchers, a part on each.
    case trapSplitInvoice = "trap-split-invoice"
    /// Trap: an invoice, its credit note and a new invoice of the same amount.
    case trapCreditedInvoice = "trap-credited-invoice"
    /// Trap: the same number and amount from two suppliers.
    case trapSameNumberElsewhere = "trap-same-number-elsewhere"
    /// Trap: a bank fee in the voucher that pays suppliers.
    case trapBankFee = "trap-bank-fee"
    /// Trap: a claim written off.
    case trapBadDebt = "trap-bad-debt"

    /// Whether it is no fault.
    public var isTrap: Bool { rawValue.hasPrefix("trap-") }
}
