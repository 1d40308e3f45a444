import Accounts

/// A firm's purchase from, or sale to, the rest of the country, on its way to the regions.
///
/// With f the figure, k_r what the register knows to be in region r, together at most f, and s_r the shares of
/// ``PartnerPlaces``, region r gets
///
///     ρ_r k_r + (f − Σ_t ρ_t k_t) s_r        ρ_r: how much of it there is room for (``PlaceRoom``)
struct DividedTrade {
    private let figure: Figure
    private let side: TradeSide
    private let product: Int
    private let buyer: Int?
    /// k: the sum over regions is ``told``.
    private let known: [(region: Int, amount: Double)]
    private let told: Double
    private let shares: [Double]

    /// - Parameters:
    ///   - product: the position of the industry whose product it is.
    ///   - buyer: the position of the buying industry; `nil` for purchases.
    ///   - known: what the register knows of each region, more than nothing.
    ///   - shares: of all regions, the firm's own none.
    init(
        _ figure: Figure,
        _ side: TradeSide,
        product: Int,
        buyer: Int?,
        known: [(region: Int, amount: Double)],
        shares: [Double]
    ) {
        let sum = known.reduce(0) { $0 + $1.amount }
        let told = min(sum, max(0, figure.amount))
        self.figure = figure
        self.side = side
        self.product = product
        self.buyer = buyer
        self.known = known.map { ($0.region, $0.amount * told / sum) }
        self.told = told
        self.shares = shares
    }

    private func place(_ region: Int) -> PlaceRoom.Place {
        PlaceRoom.Place(side: side, product: product, region: region, buyer: buyer)
    }

    /// Notes what the register wants of each place, and the most that is spread over it.
    func note(in room: inout PlaceRoom) {
        for (region, amount) in known { room.want(amount, in: place(region)) }
        for (region, share) in shares.enumerated() { room.spread(figure.amount * share, over: place(region)) }
    }

    /// The parts by region, and what each rule met.
    func parts(
        in room: PlaceRoom
    ) -> (parts: [(region: Int, figure: Figure)], met: [(rule: PlaceRule, amount: Double)]) {
        let kept = known.map { (region: $0.region, amount: $0.amount * room.share(of: place($0.region))) }
        let register = kept.reduce(0) { $0 + $1.amount }
        let tooMuch = told - register
        let met: [(rule: PlaceRule, amount: Double)] = [
            (.register, register), (.tooSmall, tooMuch > 1e-12 * told ? tooMuch : 0),
            (.likeIndustry, figure.amount - told),
        ]
        var parts: [(region: Int, figure: Figure)] = kept.filter { $0.amount > 0 }.map { region, amount in
            (region, Figure(amount, from: figure.source, spread: figure.spread))
        }
        let rest = figure.amount - register
        // What a difference of equal sums leaves is rounding; what is no number is left for whoever refuses it.
        guard !(abs(rest) <= 1e-12 * abs(figure.amount)) else { return (parts, met) }
        for (region, share) in shares.enumerated() where share != 0 {
            parts.append((region, Figure(rest * share, from: .estimated, spread: figure.spread)))
        }
        return (parts, met)
    }
}
