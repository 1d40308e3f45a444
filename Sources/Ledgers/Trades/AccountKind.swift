/// What an account is for, by the Norwegian standard chart of accounts (NS 4102).
///
/// The first two digits decide, in a few places the third. Firms number freely below that, so accounts of four digits
/// or more are read by their beginning; a shorter or wordy account number is `other`.
public enum AccountKind: UInt8, Sendable, Hashable, CaseIterable {
    /// 10–12: intangible and fixed assets, whose purchase is investment.
    case capitalGoods
    /// 14: goods in stock; bought goods may be booked here first.
    case stock
    /// 150–152 and 156: customers.
    case receivables
    /// 24: suppliers.
    case payables
    /// 160–166 and 270–276: value added tax.
    case valueAddedTax
    /// 19 and 238: cash, bank and overdraft.
    case bank
    /// 153, 17 and 29: prepaid, earned and accrued.
    case accrual
    /// Every other account of the balance sheet: 13, the rest of 15, 18, 20–23, 25–28.
    case balance
    /// 3, except 38: operating income.
    case income
    /// 38: fixed assets sold.
    case assetSales
    /// 4: goods for resale and raw materials.
    case goods
    /// 50–58: wages and what follows from them, which no supplier sells.
    case wages
    /// 60: depreciation.
    case depreciation
    /// 59 and 61–79: other costs of operation.
    case operating
    /// 8: finance, tax and appropriations.
    case finance
    /// An account that the standard chart does not have.
    case other

    /// The kind of `account`, as the firm wrote it.
    public init(ofAccount account: some StringProtocol) {
        var digits = 0
        var count = 0
        for byte in account.utf8 {
            guard (48...57).contains(byte) else { break }
            if count < 3 { digits = digits * 10 + Int(byte) - 48 }
            count += 1
        }
        guard count >= 4 else {
            self = .other
            return
        }
        switch digits {
        case 100..<130: self = .capitalGoods
        case 140..<150: self = .stock
        case 150..<153, 156: self = .receivables
        case 160..<167, 270..<277: self = .valueAddedTax
        case 153, 170..<180, 290..<300: self = .accrual
        case 190..<200, 238: self = .bank
        case 240..<250: self = .payables
        case 100..<300: self = .balance
        case 380..<390: self = .assetSales
        case 300..<400: self = .income
        case 400..<500: self = .goods
        case 500..<590: self = .wages
        case 600..<610: self = .depreciation
        case 590..<800: self = .operating
        case 800..<900: self = .finance
        default: self = .other
        }
    }

    /// Whether a supplier's invoice puts its net amount here.
    var isBought: Bool {
        switch self {
        case .capitalGoods, .stock, .goods, .operating: true
        default: false
        }
    }

    /// Whether a customer's invoice puts its net amount here.
    var isSold: Bool { self == .income || self == .assetSales }

    /// Whether a trade on such an account is investment and not intermediate use: a capital good bought or sold.
    public var isInvestment: Bool { self == .capitalGoods || self == .assetSales }

    /// Whether a line with a party on such an account is a claim on the party, or the party's on the firm.
    var carriesClaims: Bool {
        switch self {
        case .receivables, .payables, .balance, .other: true
        default: false
        }
    }
}
