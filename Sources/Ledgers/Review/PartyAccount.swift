import Accounts

/// A party's trades in one file added up, by the intervals between the register's dates.
struct PartyAccount: Sendable {
    /// What the register says of it day by day; `nil` without a Norwegian number.
    let timeline: RegisterTimeline?
    /// What it traded, in the order its intervals were met.
    private(set) var intervals: [Interval] = []
    /// Kroner by the first three digits of the account: what an industry can be guessed from.
    private(set) var accounts: [Int: Int64] = [:]
    private var places: [Int: Int] = [:]

    init(timeline: RegisterTimeline?) {
        self.timeline = timeline
    }

    /// What it traded between two of the register's dates.
    struct Interval: Sendable {
        var firstDay: CalendarDate
        var intermediate = Kroner.zero
        var investment = Kroner.zero
        /// Of the intermediate kroner, those on accounts of goods for resale.
        var resale = Kroner.zero
        var rows = 0
        var investmentRows = 0
        /// The first ten lines.
        var lines: [Int] = []

        var amount: Kroner { intermediate + investment }
    }

    mutating func add(_ place: InvoicePlace, of trades: TradeBook) {
        let date = trades.date(ofInvoice: place.index)
        let key = timeline?.interval(of: date) ?? 0
        let at: Int
        if let known = places[key] {
            at = known
        } else {
            at = intervals.count
            places[key] = at
            intervals.append(Interval(firstDay: date))
        }
        if date < intervals[at].firstDay { intervals[at].firstDay = date }
        for index in trades.trades(ofInvoice: place.index) {
            let trade = trades.trade(at: index)
            intervals[at].rows += 1
            if trade.kind.isInvestment {
                intervals[at].investment += trade.amount
                intervals[at].investmentRows += 1
            } else {
                intervals[at].intermediate += trade.amount
                if trades.group(ofAccount: trade.account) == TradeBook.goodsForResale {
                    intervals[at].resale += trade.amount
                }
            }
            if let number = Self.threeDigits(trades.accounts[trade.account]) {
                accounts[number, default: 0] += trade.amount.oere
            }
        }
        if intervals[at].lines.count < 10 { intervals[at].lines.append(trades.line(ofInvoice: place.index)) }
    }

    private static func threeDigits(_ account: String) -> Int? {
        let digits = account.utf8.prefix(3)
        guard account.utf8.count >= 4, digits.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1) - 48 }
    }
}
