/// A voucher, or a part of one that adds up to nothing, read for purchases and for sales.
struct VoucherPart {
    let voucher: Voucher
    let range: Range<Int>
    let kinds: [AccountKind]
    let accounts: [Int]

    /// Memory that is used again for the next part.
    struct Scratch {
        var purposes: [LinePurpose] = []
        var parties: [PartyShare] = []
        var places: [Int: Int] = [:]
        var amounts: [NetAmount] = []
    }

    /// A party met on the part: its gross amount, and the net amounts that are its own.
    struct PartyShare {
        let place: Int
        let line: Int
        let reference: String?
        var gross: Kroner
        /// Paid on this part, in øre without a sign.
        var paid: Int64 = 0
        var trades: [(account: Int, amount: Kroner)] = []
        var hasOwnLines = false
    }

    /// A net amount by account, to be shared.
    struct NetAmount {
        let account: Int
        let kind: AccountKind
        var positive: Kroner
        var negative: Kroner
    }

    /// Adds the part's purchases and sales to `book`, and counts its lines there.
    func read(into book: inout TradeBook, _ scratch: inout Scratch) {
        let situation = Situation(of: self)
        scratch.purposes.removeAll(keepingCapacity: true)
        for index in range { scratch.purposes.append(situation.purpose(of: kinds[index])) }
        for role in [PartyRole.supplier, .customer] where situation.hasNet(of: role) {
            let sharing = PartShares(part: self, role: role, situation: situation)
            sharing.share(into: &book, &scratch)
        }
        for index in range {
            let line = voucher.lines[index]
            var purpose = scratch.purposes[index - range.lowerBound]
            var party: Int?
            if let role = claimRole(index) {
                purpose = .partyLine
                party = book.place(of: line.party ?? PartyReference(role, ""))
            }
            book.count(line.amount, as: purpose, account: accounts[index], movementOf: party)
        }
    }

    /// The role of the party whose claim or debt a line is; `nil` for other lines.
    ///
    /// A line on customers' or suppliers' accounts that names nobody is somebody's all the same.
    func claimRole(_ index: Int) -> PartyRole? {
        if let party = voucher.lines[index].party { return kinds[index].carriesClaims ? party.role : nil }
        switch kinds[index] {
        case .payables: return .supplier
        case .receivables: return .customer
        default: return nil
        }
    }
}

/// What kind of thing happens on a part: an invoice, a payment, an accrual.
struct Situation {
    /// What the bank lines add up to; `nil` where there are none.
    private(set) var bank: Kroner?
    private(set) var hasAccrual = false
    private(set) var hasStock = false
    private(set) var hasClaims = false
    private var hasBought = false
    private var hasSold = false

    init(of part: VoucherPart) {
        for index in part.range {
            switch part.kinds[index] {
            case .bank: bank = (bank ?? .zero) + part.voucher.lines[index].amount
            case .accrual: hasAccrual = true
            case .stock:
                hasStock = true
                hasBought = true
            case let kind where kind.isBought: hasBought = true
            case let kind where kind.isSold: hasSold = true
            default: if part.claimRole(index) != nil { hasClaims = true }
            }
        }
    }

    func hasNet(of role: PartyRole) -> Bool { role == .supplier ? hasBought : hasSold }

    /// What a line is when no party turns out to stand behind it.
    func purpose(of kind: AccountKind) -> LinePurpose {
        switch kind {
        case .valueAddedTax: .valueAddedTax
        case .bank: .payment
        case .accrual: .accrual
        case .wages: hasAccrual && !hasClaims && bank == nil ? .accrual : .wages
        case .depreciation: .depreciation
        case .finance: .finance
        case .receivables, .payables: .partyLine
        case .balance, .other: .balance
        case .stock: .stock
        case .goods where hasStock && !hasClaims && bank == nil: .stock
        case .capitalGoods, .goods, .operating, .income, .assetSales:
            hasAccrual && !hasClaims && bank == nil ? .accrual : .notAttributed
        }
    }

    /// Whether a party's line of `amount` settles what is owed, and invoices nothing.
    ///
    /// Money out pays suppliers and gives customers money back; money in is the other way about. Where the bank lines add
    /// up to nothing, suppliers are paid and customers pay.
    func isPayment(_ amount: Kroner, of role: PartyRole) -> Bool {
        guard let bank else { return false }
        if bank.oere > 0 { return amount < .zero }
        if bank.oere < 0 { return amount > .zero }
        return role == .supplier ? amount > .zero : amount < .zero
    }
}
