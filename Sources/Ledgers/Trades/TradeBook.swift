public import Accounts

/// A firm's purchases and sales, party by party and voucher by voucher, with an account of every line they came from.
///
/// Kept in columns of whole numbers: about 40 bytes an invoice and 12 a trade, so that ten million journal lines stay
/// below 180 MB. Invoices stand in the file's order.
public struct TradeBook: Sendable {
    /// The parties met, in the file's order.
    public private(set) var parties: [TradeParty] = []
    /// The accounts met, in the file's order.
    public private(set) var accounts: [String] = []
    /// The kinds of the accounts, in the same order.
    public private(set) var kinds: [AccountKind] = []
    /// Where every line went.
    public private(set) var lines = LineAccount()
    /// Vouchers read.
    public private(set) var voucherCount = 0
    /// The first and last day of a voucher; `nil` where there is none.
    public private(set) var period: ClosedRange<CalendarDate>?
    /// The months that have vouchers.
    public private(set) var months: Set<Month> = []
    /// The rules that decided something where more than one reading was possible.
    public private(set) var rules: [ExtractionRule: RuleUse] = [:]

    private var groups: [UInt8] = []
    /// The years of vouchers, and what each posted on accounts by their first two digits.
    private var years: [Int] = []
    private var balances: [[Kroner]] = []
    /// The day of the voucher being counted, and the place of its year.
    private var day: CalendarDate?
    private var yearPlace = 0
    private var partyColumn = Column<UInt32>()
    private var dateColumn = Column<Int32>()
    private var lineColumn = Column<UInt32>()
    private var grossColumn = Column<Int64>()
    private var firstTradeColumn = Column<UInt32>()
    /// Number and reference of each invoice, one after the other.
    private var texts = PackedTexts()
    private var accountColumn = Column<UInt32>()
    private var amountColumn = Column<Int64>()

    private var partyPlaces: [PartyReference: Int] = [:]
    private var accountPlaces: [String: Int] = [:]

    /// A book without trades.
    public init() {}

    /// How many invoices there are.
    public var invoiceCount: Int { partyColumn.count }

    /// How many trades there are: an invoice has one for every account it is posted on.
    public var tradeCount: Int { amountColumn.count }

    /// The places of the invoice's trades.
    public func trades(ofInvoice index: Int) -> Range<Int> {
        let first = Int(firstTradeColumn[index])
        return first..<(index + 1 < invoiceCount ? Int(firstTradeColumn[index + 1]) : tradeCount)
    }

    /// The invoice at `index`, 0 ..< `invoiceCount`.
    public func invoice(at index: Int) -> Invoice {
        Invoice(
            party: party(ofInvoice: index),
            date: date(ofInvoice: index),
            number: texts[2 * index],
            reference: texts[2 * index + 1],
            line: line(ofInvoice: index),
            gross: gross(ofInvoice: index),
            trades: trades(ofInvoice: index).map(trade(at:))
        )
    }

    /// The trade at `index`, 0 ..< `tradeCount`.
    public func trade(at index: Int) -> Trade {
        let account = Int(accountColumn[index])
        return Trade(account: account, kind: kinds[account], amount: Kroner(oere: amountColumn[index]))
    }

    /// The party of the invoice at `index`, as a place in `parties`.
    public func party(ofInvoice index: Int) -> Int { Int(partyColumn[index]) }

    /// The day of the invoice at `index`.
    public func date(ofInvoice index: Int) -> CalendarDate { CalendarDate(daysSince1970: dateColumn[index]) }

    /// The voucher's number and the invoice's own, of the invoice at `index`.
    public func texts(ofInvoice index: Int) -> (number: String, reference: String) {
        (texts[2 * index], texts[2 * index + 1])
    }

    /// The line of the file that the invoice at `index` stands on.
    public func line(ofInvoice index: Int) -> Int { Int(lineColumn[index]) }

    /// The gross amount of the invoice at `index`; nothing where no line of the party's own stands behind it.
    public func gross(ofInvoice index: Int) -> Kroner { Kroner(oere: grossColumn[index]) }

    /// The net amount of the invoice at `index`.
    public func net(ofInvoice index: Int) -> Kroner {
        Kroner(oere: trades(ofInvoice: index).reduce(0) { $0 + amountColumn[$1] })
    }

    /// All trades of a role added up.
    public func net(of role: PartyRole) -> Kroner {
        parties.reduce(.zero) { $1.reference.role == role ? $0 + $1.net : $0 }
    }

    /// The first two digits of an account, 99 for what the standard chart has no place for.
    func group(ofAccount place: Int) -> Int { Int(groups[place]) }

    /// How many trades a role has.
    public func tradeCount(of role: PartyRole) -> Int {
        parties.reduce(0) { $1.reference.role == role ? $0 + $1.trades : $0 }
    }

    /// What was posted in `year` on accounts whose first two digits lie in `range`, debit positive.
    public func balance(ofAccounts range: ClosedRange<Int>, in year: Int) -> Kroner {
        guard let place = years.firstIndex(of: year) else { return .zero }
        return range.reduce(.zero) { (0..<100).contains($1) ? $0 + balances[place][$1] : $0 }
    }

    /// The same in all years together.
    func balance(ofAccounts range: ClosedRange<Int>) -> Kroner {
        years.reduce(.zero) { $0 + balance(ofAccounts: range, in: $1) }
    }

    /// The first two digits of the accounts of goods that are sold on as they are (NS 4102).
    static let goodsForResale = 43

    /// A month of a year.
    public struct Month: Sendable, Hashable, Comparable {
        /// The year.
        public let year: Int
        /// 1–12.
        public let month: Int

        /// Earlier months first.
        public static func < (left: Month, right: Month) -> Bool {
            (left.year, left.month) < (right.year, right.month)
        }
    }
}

// What fills a book: extraction from vouchers, and tables that hold purchases and sales as they are.
extension TradeBook {
    /// The place of `party`, which is made when it is new.
    public mutating func place(of party: PartyReference) -> Int {
        if let place = partyPlaces[party] { return place }
        let place = parties.count
        parties.append(TradeParty(reference: party, movement: .zero, gross: .zero, net: .zero, trades: 0))
        partyPlaces[party] = place
        return place
    }

    /// The place of `account`, which is made when it is new.
    ///
    /// - Parameter standard: the account of the standard chart it stands for, which decides where its own number says
    ///   nothing; with two digits or more.
    public mutating func place(ofAccount account: String, standingFor standard: String? = nil) -> Int {
        if let place = accountPlaces[account] { return place }
        let place = accounts.count
        accounts.append(account)
        var known = account
        if AccountKind(ofAccount: account) == .other, let standard {
            known = standard + String(repeating: "0", count: max(0, 4 - standard.utf8.count))
        }
        kinds.append(AccountKind(ofAccount: known))
        groups.append(Self.group(of: known))
        accountPlaces[account] = place
        return place
    }

    /// Adds an invoice: `trades` are net amounts by the places of their accounts, `gross` its part of the party's gross.
    ///
    /// Amounts of nothing are left out, and an invoice without any is not kept; its gross is.
    public mutating func add(
        party: Int,
        date: CalendarDate,
        number: String,
        reference: String,
        line: Int,
        gross: Kroner,
        trades: [(account: Int, amount: Kroner)]
    ) {
        parties[party].gross += gross
        guard trades.contains(where: { $0.amount != .zero }) else { return }
        partyColumn.append(UInt32(party))
        dateColumn.append(date.daysSince1970)
        lineColumn.append(UInt32(clamping: line))
        grossColumn.append(gross.oere)
        firstTradeColumn.append(UInt32(tradeCount))
        texts.append(number)
        texts.append(reference)
        for (account, amount) in trades where amount != .zero {
            accountColumn.append(UInt32(account))
            amountColumn.append(amount.oere)
            parties[party].net += amount
            parties[party].trades += 1
        }
    }

    /// Counts a line of the voucher counted last, which must be counted once: by its purpose, by its account and in its
    /// party's movement.
    public mutating func count(
        _ amount: Kroner,
        as purpose: LinePurpose,
        account: Int?,
        movementOf party: Int?
    ) {
        lines.count(amount, as: purpose)
        if let account, day != nil { balances[yearPlace][Int(groups[account])] += amount }
        if let party { parties[party].movement += amount }
    }

    /// Counts a voucher posted on `date`.
    public mutating func countVoucher(on date: CalendarDate) {
        voucherCount += 1
        if day != date { turn(to: date) }
        if let known = period {
            if date < known.lowerBound { period = date...known.upperBound }
            if date > known.upperBound { period = known.lowerBound...date }
        } else {
            period = date...date
        }
    }

    private mutating func turn(to date: CalendarDate) {
        day = date
        let (year, month, _) = date.parts
        months.insert(Month(year: year, month: month))
        if let place = years.firstIndex(of: year) {
            yearPlace = place
        } else {
            yearPlace = years.count
            years.append(year)
            balances.append([Kroner](repeating: .zero, count: 100))
        }
    }

    /// Notes that `rule` decided something on the voucher `number`.
    public mutating func note(_ rule: ExtractionRule, voucher number: String) {
        rules[rule, default: RuleUse()].add(number)
    }

    /// How often a rule decided, and where.
    public struct RuleUse: Sendable, Hashable {
        /// On how many vouchers.
        public private(set) var count = 0
        /// The first hundred of these, by number.
        public private(set) var vouchers: [String] = []

        mutating func add(_ voucher: String) {
            count += 1
            if vouchers.count < 100 { vouchers.append(voucher) }
        }
    }

    /// The first two digits of an account that the standard chart could have; 99, which it has not, for others.
    private static func group(of account: String) -> UInt8 {
        let digits = account.utf8.prefix(2).map { Int($0) - 48 }
        guard account.utf8.count >= 4, digits.allSatisfy((0...9).contains) else { return 99 }
        return UInt8(digits[0] * 10 + digits[1])
    }
}
