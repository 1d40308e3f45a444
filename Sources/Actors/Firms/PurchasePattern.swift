import Accounts
import Regionalisation

/// What an industry buys, of whom and where, as the statistics have it: how kroner are spread whose seller or place no ledger
/// tells.
///
/// What is bought follows the firm's technology, where it is bought the industry that it is filed in, as in
/// ``RegionalTrade``.
struct PurchasePattern {
    private let sellers: [Industry]
    private let domestic: [Double]
    private let imported: [Double]
    private let regionShares: [Double]

    init(of actor: Actor, in frame: StudyFrame) {
        let nation = frame.nation
        let technology = actor.technology
        sellers = nation.industries.labels
        domestic = sellers.map { max(nation.domestic[$0, technology], 0) }
        imported = sellers.map { max(nation.imported?.intermediate[$0, technology] ?? 0, 0) }
        regionShares = sellers.map { seller in
            guard let region = frame.region else { return 1 }
            let inside = max(region.intraregional[seller, actor.industry], 0)
            let outside = max(region.fromRestOfCountry[seller, actor.industry], 0)
            let share =
                inside + outside > 0
                ? inside / (inside + outside) : region.suppliedToHouseholds[seller]
            return min(max(share, 0), 1)
        }
    }

    /// The share of what is bought of `seller` at home that the region supplies.
    func regionShare(of seller: Industry) -> Double {
        zip(sellers, regionShares).first { $0.0 == seller }?.1 ?? 0
    }

    /// An amount's shares by seller and place, in proportion to the industry's purchases times `weight`; none where it buys
    /// nothing that has weight.
    func shares(_ weight: (Industry) -> Double) -> [(seller: Industry, place: TradePlace, share: Double)] {
        var parts: [(Industry, TradePlace, Double)] = []
        for (index, seller) in sellers.enumerated() {
            let weight = weight(seller)
            parts.append((seller, .region, weight * domestic[index] * regionShares[index]))
            parts.append((seller, .restOfCountry, weight * domestic[index] * (1 - regionShares[index])))
            parts.append((seller, .abroad, weight * imported[index]))
        }
        return Self.normalised(parts)
    }

    /// An imported amount's shares by product, named by the industry that makes it here; by what is bought at home where
    /// the statistics do not break imports down.
    func imports() -> [(seller: Industry, place: TradePlace, share: Double)] {
        let amounts = imported.contains { $0 > 0 } ? imported : domestic
        return Self.normalised(zip(sellers, amounts).map { ($0, .abroad, $1) })
    }

    private static func normalised(
        _ parts: [(Industry, TradePlace, Double)]
    ) -> [(seller: Industry, place: TradePlace, share: Double)] {
        let total = parts.reduce(0) { $0 + $1.2 }
        guard total > 0 else { return [] }
        return parts.filter { $0.2 > 0 }.map { ($0.0, $0.1, $0.2 / total) }
    }
}
