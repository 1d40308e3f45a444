import Accounts
import Ledgers

/// The year of a firm's books and the way from their prices to the table's.
struct FirmYear {
    /// The year.
    let number: Int
    /// What amounts of the books are multiplied by.
    let deflator: Double
    /// Months of the year that have vouchers; all of them for a firm without books.
    let months: Int
    /// The owner in the review; `nil` without books.
    let owner: Int?
    /// The places of the firm's files.
    let files: [Int]
    /// The places of the firm's parties by role.
    private let parties: [PartyRole: [Int]]

    /// The longest period of a year's books, in days: a year, with a month to spare for what was posted late.
    static let longest = 397

    /// - Throws: `.books` for books of several years, annual accounts of another, and deflators that lack or do harm.
    init(
        _ firm: BookedFirm,
        owner: Int?,
        in review: LedgerReview,
        basis: Basis
    ) throws(ActorsError) {
        let code = firm.actor.code
        let files = review.files.indices.filter { review.files[$0].owner == owner }
        let periods = files.compactMap { review.files[$0].period }
        let first = periods.map(\.lowerBound).min()
        let last = periods.map(\.upperBound).max()
        if let first, let last {
            guard last.daysSince1970 - first.daysSince1970 <= Self.longest else {
                throw .books(firm: code, .severalYears(from: first, to: last))
            }
            let years = first.year...last.year
            if let annual = firm.annualAccounts?.year, !years.contains(annual) {
                throw .books(firm: code, .annualAccountsOfAnotherYear(annual: annual, books: years))
            }
        }
        let table = basis.pricesOf
        let number = firm.annualAccounts?.year ?? last?.year ?? table.number
        if let deflator = firm.deflator, !(deflator.isFinite && deflator > 0) {
            throw .books(firm: code, .deflatorNotUsable(deflator, books: number))
        }
        if number == table.number {
            if let deflator = firm.deflator, deflator != 1 {
                throw .books(firm: code, .deflatorNotUsable(deflator, books: number))
            }
        } else if firm.deflator == nil {
            throw .books(firm: code, .deflatorNeeded(books: number, table: table))
        }
        // A list of sums has one day, the year's last, for all of its trades: it tells nothing of the months.
        let dated = files.filter { file in
            review.files[file].period.map { $0.lowerBound != $0.upperBound } ?? true
        }
        let months = Set(dated.flatMap { review.files[$0].months }.filter { $0.year == number })
        self.number = number
        deflator = firm.deflator ?? 1
        self.months = dated.isEmpty ? 12 : max(months.count, 1)
        self.owner = owner
        self.files = files
        let own = review.parties.indices.filter { owner != nil && review.parties[$0].owner == owner }
        parties = Dictionary(grouping: own) { review.parties[$0].role }
    }

    /// MNOK in the table's prices.
    func millions(_ amount: Kroner) -> Double { amount.millions * deflator }

    /// The places of the firm's parties in a role.
    func parties(_ role: PartyRole) -> [Int] { parties[role] ?? [] }

    /// What names nobody in a role, MNOK.
    func nobodys(_ role: PartyRole, in review: LedgerReview) -> Double {
        review.ruleSums.reduce(0) { sum, met in
            guard met.rule == .invoiceNumberOnly, met.role == role, files.contains(met.file) else {
                return sum
            }
            return sum + millions(met.amount)
        }
    }
}
