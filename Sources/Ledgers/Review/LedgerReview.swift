public import Accounts

/// Ledgers reviewed: what was kept, changed and refused of the firms' purchases and sales, why, and who is left.
///
/// The order (docs/LEDGERS.md): purchases and sales per party are there (`TradeBook`); double registrations are refused;
/// organisation numbers are checked, and what has nothing but an invoice number is refused; persons are added up; trade of
/// merged units goes to their successors, of enterprises to their establishments; foreign parties, dissolved and bankrupt
/// ones, trade within the group and capital goods are marked; at last the controls.
///
/// Every trade is in exactly one bucket, so that kept + changed + refused = input for each file's purchases and sales, in
/// øre and in trades (`ReviewBalance.isWhole`).
public struct LedgerReview: Sendable {
    /// The firms whose books these are.
    public let owners: [ReviewedOwner]
    /// The files, in the order given.
    public let files: [ReviewedFile]
    /// The parties with their kroner: by firm, suppliers before customers, units by number, then the others.
    public let parties: [ReviewedParty]
    /// What the rules did and remarked: by file, in the order of the rules and then of the file's lines.
    public let changes: [ReviewChange]
    /// What became of each file's purchases and sales.
    public let balances: [ReviewBalance]
    /// The ledgers against other figures.
    public let controls: ReviewControls
    /// What the user decided.
    public let settings: ReviewSettings
    /// The day of the register's files; `nil` without a register.
    public let registerDay: CalendarDate?
    /// Where the register's figures come from.
    public let registerProvenance: Provenance?

    /// Reviews `ledgers`.
    ///
    /// - Parameters:
    ///   - register: what the business register says of the numbers in the ledgers (`Ledger.organisationNumbers`), and of
    ///     the units these were merged into.
    ///   - annualAccounts: the firms' annual accounts, as far as there are any.
    /// - Complexity: O(*n* log *n*) in the invoices, with 16 bytes an invoice besides the ledgers.
    public init(
        of ledgers: [Ledger],
        register: RegisterExtract = .empty,
        annualAccounts: [AnnualAccounts] = [],
        settings: ReviewSettings = ReviewSettings()
    ) {
        let owners = ReviewOwners(of: ledgers, register: register)
        let identities = ledgers.map { ledger in
            let known = Dictionary(ledger.books.parties.map { ($0.reference, $0) }) { first, _ in first }
            return ledger.trades.parties.map {
                PartyIdentity($0.reference, party: known[$0.reference], register: register)
            }
        }
        var pass = ReviewPass(
            ledgers: ledgers,
            identities: identities,
            owners: owners,
            register: register,
            settings: settings
        )
        pass.sortInvoices()
        pass.settle()
        self.owners = owners.owners
        files = zip(ledgers, owners.ofFile).map { ReviewedFile($0, owner: $1) }
        parties = pass.parties.reviewed()
        changes = pass.log.changes
        balances = pass.balances.balances(of: ledgers, counted: pass.counted)
        controls = ReviewControls(
            annual: AnnualControl.controls(
                annualAccounts,
                ledgers,
                owners,
                pass.attributed,
                settings.tolerance
            ),
            openParties: PartyBalanceControl.controls(ledgers),
            partiesChecked: PartyBalanceControl.checked(ledgers),
            pairs: pass.pairs.controls()
        )
        self.settings = settings
        registerDay = register.day
        registerProvenance = register.provenance
    }

    /// Whether kept, changed and refused add up to the input of every file.
    public var isWhole: Bool { balances.allSatisfy(\.isWhole) }
}

/// A firm whose books are under review.
public struct ReviewedOwner: Sendable, Hashable {
    /// Its organisation number, where the books have one.
    public let number: OrganisationNumber?
    /// Its name; `nil` where it may be a person's.
    public let name: String?
}

/// A file under review.
public struct ReviewedFile: Sendable, Hashable {
    /// The file, as the user named it.
    public let file: String
    /// Its format.
    public let format: String
    /// Whose books, as a place in `LedgerReview.owners`.
    public let owner: Int
    /// The first and last day of a voucher.
    public let period: ClosedRange<CalendarDate>?
    /// Vouchers read.
    public let voucherCount: Int
    /// The months that have vouchers, in order.
    public let months: [TradeBook.Month]
    /// What stands on the accounts of wages (50–59), all vouchers together; nothing in files without accounts.
    public let wages: Kroner
    /// The same of goods for resale (43).
    public let resale: Kroner
    /// Where every line went.
    public let lines: LineAccount
    /// The rules by which vouchers became purchases and sales.
    public let rules: [ExtractionRule: TradeBook.RuleUse]
    /// What the reader had to say: rows left out, columns not read.
    public let notices: [TableNotice]
    /// What the file's own figures say of each other: vouchers that do not add up to nothing, totals.
    public let controls: BooksControls

    init(_ ledger: Ledger, owner: Int) {
        file = ledger.books.file
        format = ledger.books.format
        self.owner = owner
        period = ledger.trades.period
        voucherCount = ledger.trades.voucherCount
        months = ledger.trades.months.sorted()
        wages = ledger.trades.balance(ofAccounts: 50...59)
        let forResale = TradeBook.goodsForResale
        resale = ledger.trades.balance(ofAccounts: forResale...forResale)
        lines = ledger.trades.lines
        rules = ledger.trades.rules
        notices = ledger.notices
        controls = ledger.books.controls
    }
}
