import Accounts

/// What is true of one firm's books: totals, balances, and what was planted; gathered by keeping the books once.
struct FirmTruth: Sendable {
    /// What is booked on one party, in øre without tax.
    struct PartyTotals: Sendable, Hashable {
        /// Invoices and credit notes.
        var trades = 0
        /// Bought or sold for use; duplicates included, as the books have them.
        var net: Int64 = 0
        /// Bought for investment.
        var investment: Int64 = 0
        /// Of these, what is booked twice.
        var duplicated: Int64 = 0
        /// Of these, what is dated after the party was dissolved, bankrupt or merged.
        var afterwards: Int64 = 0
        /// Everything posted on the party, tax and payments included; debit positive.
        var movement: Int64 = 0
    }

    /// A planted voucher, told apart by its number and day.
    struct PlantedVoucher: Sendable {
        let planted: Planted
        let voucher: Int
        let original: Int?
        let day: CalendarDate
        let party: Int?
        let oere: Int64
    }

    private(set) var parties: [PartyTotals]
    private(set) var planted: [PlantedVoucher] = []
    /// What is posted on each account in each year, debit positive.
    private(set) var accountsByYear: [Int: [Int: Int64]] = [:]
    private(set) var vouchers = 0
    private(set) var lines = 0
    private(set) var debit: Int64 = 0
    /// Bought without a party.
    private(set) var nameless: Int64 = 0

    /// Keeps the books of `firm`, and remembers.
    init(_ cluster: ExampleCluster, _ firm: ExampleFirm) {
        parties = Array(repeating: PartyTotals(), count: firm.parties.count)
        let ends = firm.parties.map { party in party.unit.flatMap { cluster.units[$0].firstDayGone } }
        var keeper = BookKeeper(cluster, firm)
        while let day = keeper.nextDay() {
            for entry in day { take(entry, ends) }
        }
    }

    private mutating func take(_ entry: Entry, _ ends: [CalendarDate?]) {
        vouchers += 1
        lines += entry.postings.count
        let year = entry.day.year
        for posting in entry.postings {
            accountsByYear[year, default: [:]][posting.account, default: 0] += posting.oere
            debit += max(0, posting.oere)
            if let party = posting.party { parties[party].movement += posting.oere }
        }
        for trade in entry.trades {
            guard let party = trade.party else {
                nameless += trade.oere
                continue
            }
            parties[party].trades += 1
            if trade.isInvestment {
                parties[party].investment += trade.oere
            } else {
                parties[party].net += trade.oere
            }
            if entry.isSecondRegistration { parties[party].duplicated += trade.oere }
            if let end = ends[party], entry.day >= end { parties[party].afterwards += trade.oere }
        }
        planted += entry.marks.map {
            PlantedVoucher(
                planted: $0.planted,
                voucher: entry.number,
                original: $0.original,
                day: entry.day,
                party: $0.party,
                oere: $0.oere
            )
        }
    }

    /// What is posted on each account in all, debit positive.
    var accounts: [Int: Int64] {
        accountsByYear.values.reduce(into: [:]) { sums, year in sums.merge(year, uniquingKeysWith: +) }
    }

    /// What the accounts from `range` add up to in a year, debit positive.
    func sum(of range: ClosedRange<Int>, in year: Int) -> Int64 {
        (accountsByYear[year] ?? [:]).filter { range.contains($0.key) }.reduce(0) { $0 + $1.value }
    }
}
