import Accounts
import Ledgers

/// What every firm of a cluster's books is read against: the others' books, and the study.
struct ClusterContext {
    let firms: [BookedFirm]
    let review: LedgerReview
    let frame: StudyFrame
    let identities: FirmIdentities
    let years: [FirmYear]
    let incomes: [FirmIncome]
    /// What each firm's books say of its purchases from the others, by buyer and seller.
    private let boughtOf: [[Int: Bought]]

    /// Purchases from one seller.
    struct Bought {
        var amount = Kroner.zero
        /// What is booked as capital goods, and what is sold on.
        var (invested, resold) = (Kroner.zero, Kroner.zero)
    }

    init(
        _ firms: [BookedFirm],
        in review: LedgerReview,
        frame: StudyFrame,
        options: FirmBooksOptions
    ) throws(ActorsError) {
        let basis = frame.nation.basis
        let identities = try FirmIdentities(firms, in: review, register: frame.register)
        var years: [FirmYear] = []
        var incomes: [FirmIncome] = []
        for (index, firm) in firms.enumerated() {
            let year = try FirmYear(firm, owner: identities.ownerOfFirm[index], in: review, basis: basis)
            years.append(year)
            incomes.append(try FirmIncome(firm, year, in: review, frame: frame, options: options))
        }
        self.firms = firms
        self.review = review
        self.frame = frame
        self.identities = identities
        self.years = years
        self.incomes = incomes
        boughtOf = zip(firms, years).map { buyer, year in
            var bought: [Int: Bought] = [:]
            for place in year.parties(.supplier) {
                let party = review.parties[place]
                guard let seller = identities.firm(of: party) else { continue }
                bought[seller, default: Bought()].amount += party.amount
                bought[seller, default: Bought()].invested += party.investment
                if buyer.resells { bought[seller, default: Bought()].resold += party.resale }
            }
            return bought
        }
    }

    /// What `buyer`'s books say of its purchases from `seller`, in all and by what they are for.
    func bought(of seller: Int, by buyer: Int) -> Bought { boughtOf[buyer][seller] ?? Bought() }

    /// The shares of what `buyer` buys of `seller` that it books as capital goods, and sells on.
    func use(of seller: Int, by buyer: Int) -> (invested: Double, resold: Double) {
        let bought = bought(of: seller, by: buyer)
        guard bought.amount > .zero else { return (0, 0) }
        let all = bought.amount.millions
        let invested = min(max(bought.invested.millions / all, 0), 1)
        return (invested, min(max(bought.resold.millions / all, 0), 1 - invested))
    }

    /// What the firms with books say of the deliveries among them: by seller, then by buyer.
    var agreements: [TradeAgreement] {
        firms.indices.flatMap { seller in
            firms.indices.compactMap { buyer -> TradeAgreement? in
                guard seller != buyer, let from = identities.ownerOfFirm[seller],
                    let to = identities.ownerOfFirm[buyer],
                    let pair = review.controls.pairs.first(where: { $0.seller == from && $0.buyer == to })
                else { return nil }
                let hasSales = !years[seller].parties(.customer).isEmpty
                let hasPurchases = !years[buyer].parties(.supplier).isEmpty
                return TradeAgreement(
                    seller: firms[seller].actor.code,
                    buyer: firms[buyer].actor.code,
                    sold: hasSales ? pair.sold : nil,
                    bought: hasPurchases ? pair.bought : nil,
                    invested: bought(of: seller, by: buyer).invested
                )
            }
        }
    }
}
