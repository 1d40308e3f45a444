public import Accounts

/// What a file says of a firm's books besides the vouchers: whose they are, for when, and the accounts and parties in them.
public struct Books: Sendable, Hashable {
    /// The file, as the user named it.
    public let file: String
    /// Its format, version included, such as `SAF-T Financial 1.30`.
    public let format: String
    /// The firm's organisation number as written; `nil` where the format has none.
    public let owner: String?
    /// The firm's name as written; empty where none stands.
    public let ownerName: String
    /// The first and last day the file says it covers, or of the vouchers in it.
    public let period: ClosedRange<CalendarDate>?
    /// The accounts' names by number.
    public let accounts: [String: String]
    /// The standard account (NS 4102, two or four digits) of each of the firm's own accounts that the file maps to one.
    public let standardAccounts: [String: String]
    /// The parties, in the file's order. Where the format keeps none, those met on the vouchers.
    public let parties: [Party]
    /// Vouchers and lines read.
    public let voucherCount: Int
    /// Journal lines read.
    public let lineCount: Int
    /// Debit and credit of all lines read; both positive.
    public let debit: Kroner
    /// Credit of all lines read, without its sign.
    public let credit: Kroner
    /// What the books' own figures say of each other.
    public let controls: BooksControls

    /// Books with these properties.
    public init(
        file: String,
        format: String,
        owner: String?,
        ownerName: String,
        period: ClosedRange<CalendarDate>?,
        accounts: [String: String],
        parties: [Party],
        voucherCount: Int,
        lineCount: Int,
        debit: Kroner,
        credit: Kroner,
        standardAccounts: [String: String] = [:],
        controls: BooksControls = .clean
    ) {
        self.file = file
        self.format = format
        self.owner = owner
        self.ownerName = ownerName
        self.period = period
        self.accounts = accounts
        self.parties = parties
        self.voucherCount = voucherCount
        self.lineCount = lineCount
        self.debit = debit
        self.credit = credit
        self.standardAccounts = standardAccounts
        self.controls = controls
    }
}

/// Takes the vouchers of a file as they come.
public protocol VoucherConsumer: AnyObject {
    /// Learns, before the first voucher, which accounts of the standard chart the firm's own accounts stand for, where the
    /// file says so. Does nothing by default.
    func prepare(standardAccounts: [String: String])

    /// Takes the next voucher.
    func take(_ voucher: Voucher)
}

extension VoucherConsumer {
    /// Does nothing.
    public func prepare(standardAccounts: [String: String]) {}
}
