/// Where every line of a file went: each line has one purpose, and the purposes add up to all lines.
public struct LineAccount: Sendable, Hashable {
    private var tallies: [Tally]

    /// Nothing counted.
    init() {
        tallies = LinePurpose.allCases.map { _ in Tally() }
    }

    /// Lines and money of one purpose.
    public subscript(_ purpose: LinePurpose) -> Tally { tallies[Int(purpose.rawValue)] }

    /// Lines and money of all purposes.
    public var total: Tally {
        tallies.reduce(into: Tally()) { total, tally in
            total.lines += tally.lines
            total.debit += tally.debit
            total.credit += tally.credit
        }
    }

    mutating func count(_ amount: Kroner, as purpose: LinePurpose) {
        let index = Int(purpose.rawValue)
        tallies[index].lines += 1
        if amount.oere >= 0 { tallies[index].debit += amount } else { tallies[index].credit += -amount }
    }

    /// A number of lines and their money.
    public struct Tally: Sendable, Hashable {
        /// How many lines.
        public internal(set) var lines = 0
        /// The sum of what was debited.
        public internal(set) var debit = Kroner.zero
        /// The sum of what was credited, without its sign.
        public internal(set) var credit = Kroner.zero

        /// Debit less credit.
        public var balance: Kroner { debit - credit }
    }
}

/// What one line of a voucher is, seen by somebody who looks for purchases and sales.
public enum LinePurpose: UInt8, Sendable, Hashable, CaseIterable {
    /// The net cost of something bought from a supplier for current use.
    case purchase
    /// The net cost of a capital good bought from a supplier.
    case capitalPurchase
    /// Net income from a customer.
    case sale
    /// A fixed asset sold to a customer.
    case capitalSale
    /// Value added tax.
    case valueAddedTax
    /// The party's own line: what it owes or is owed.
    case partyLine
    /// Cash and bank.
    case payment
    /// Prepaid, earned or accrued, and costs and income against these on a voucher without an invoice.
    case accrual
    /// Wages and what follows from them.
    case wages
    /// Depreciation.
    case depreciation
    /// Finance, tax and appropriations.
    case finance
    /// Changes in stock, on a voucher without a party.
    case stock
    /// Cost, income or capital goods that no party stands behind: cash purchases, for one.
    case notAttributed
    /// The rest of the balance sheet.
    case balance

    /// Its name in files for programs.
    public var name: String {
        switch self {
        case .purchase: "purchase"
        case .capitalPurchase: "capital_purchase"
        case .sale: "sale"
        case .capitalSale: "capital_sale"
        case .valueAddedTax: "value_added_tax"
        case .partyLine: "party_line"
        case .payment: "payment"
        case .accrual: "accrual"
        case .wages: "wages"
        case .depreciation: "depreciation"
        case .finance: "finance"
        case .stock: "stock"
        case .notAttributed: "not_attributed"
        case .balance: "balance"
        }
    }
}
