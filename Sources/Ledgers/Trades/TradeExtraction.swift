/// Makes purchases and sales of vouchers, as they come from any reader.
///
/// The supplier stands on the 24xx line with the gross amount, the cost on other lines of the same voucher, value added
/// tax apart. What each line is, is decided from its account (`AccountKind`), what is bought and sold is added up by party
/// and account, and every line is counted once (`LineAccount`). Where a voucher can be read in more than one way a named
/// rule decides (`ExtractionRule`).
///
/// Left out, each with its own figure: payments, accruals and their reversals, value added tax (reverse charge included:
/// it stands on both sides), exchange differences and interest (8xxx), wages, depreciation, and costs without a party.
public final class TradeExtraction: VoucherConsumer {
    /// The purchases and sales of the vouchers taken so far.
    public internal(set) var book = TradeBook()

    private var scratch = VoucherPart.Scratch()
    private var standardAccounts: [String: String] = [:]
    private var accounts: [Int] = []
    private var kinds: [AccountKind] = []

    /// An extraction that has taken nothing.
    public init() {}

    /// Learns what accounts outside the standard chart's numbers stand for.
    public func prepare(standardAccounts: [String: String]) {
        self.standardAccounts = standardAccounts
    }

    /// Takes the next voucher.
    public func take(_ voucher: Voucher) {
        book.countVoucher(on: voucher.date)
        accounts.removeAll(keepingCapacity: true)
        kinds.removeAll(keepingCapacity: true)
        for line in voucher.lines {
            let place = book.place(ofAccount: line.account, standingFor: standardAccounts[line.account])
            accounts.append(place)
            kinds.append(book.kinds[place])
        }
        let parts = VoucherParts.balanced(voucher.lines, kinds)
        if parts.count > 1 {
            book.note(.balancedParts, voucher: voucher.number)
        }
        for range in parts {
            let reading = VoucherPart(voucher: voucher, range: range, kinds: kinds, accounts: accounts)
            reading.read(into: &book, &scratch)
        }
    }
}
