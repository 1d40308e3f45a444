import Accounts
import Testing

@testable import Regionalisation

@Suite("Total use for CHARM and pooling, from the other regions' tables")
struct TotalUseTests {
    private func amount(_ region: Int, _ seller: Int, _ buyer: Int) -> Double {
        Double(1 + (region + 2 * seller + buyer) % 4)
    }

    @Test("Without purchases from abroad there is nothing to balance, and the methods are left out")
    func leftOut() throws {
        #expect(try !SmallRegions.set().hasTotalUse)
        #expect(try SmallRegions.set(abroad: amount).hasTotalUse)
        let methods = { (hasTotalUse: Bool) in
            BacktestMethod.all(hasPositions: false, hasTotalUse: hasTotalUse).map(\.code)
        }
        #expect(methods(true).filter { !methods(false).contains($0) } == ["pooling", "charm"])
        #expect(methods(false).contains("2d-lq_0.50_0.10") && methods(false).contains("2d-lq_best_own"))
    }

    @Test("Purchases from abroad and exports are the other regions', per unit of their output")
    func estimates() throws {
        let set = try SmallRegions.set(abroad: amount)
        let region = set.regions.labels[2]
        let others = [0, 1, 3, 4, 5]
        let use = set.totalUse(without: region)
        for (buyer, industry) in set.industries.labels.enumerated() {
            let output = others.reduce(0) { $0 + set.output[set.regions.labels[$1], industry] }
            for (seller, label) in set.industries.labels.enumerated() {
                let bought = others.reduce(0) { $0 + amount($1, seller, buyer) }
                #expect(abs(use.foreign[label, industry] - bought / output) < 1e-15)
            }
            #expect(abs(use.exportShare[industry] - 50 / output) < 1e-15)
        }
    }

    @Test("A region's own table is not looked at")
    func leaksNothing() throws {
        let set = try SmallRegions.set(abroad: amount)
        let other = try SmallRegions.set(abroad: { $0 == 2 ? 1_000 : amount($0, $1, $2) })
        let region = set.regions.labels[2]
        let (one, two) = (set.totalUse(without: region), other.totalUse(without: region))
        #expect(one.foreign.values == two.foreign.values)
        #expect(one.exportShare.values == two.exportShare.values)
    }

    @Test("No coefficient exceeds the nation's, and CHARM gives none above pooling's")
    func capped() throws {
        let set = try SmallRegions.set(abroad: amount)
        for region in set.regions.labels {
            let use = set.totalUse(without: region)
            let nation = set.nationalCoefficients
            let pooling = try use.coefficients(of: region, in: set, by: .pooling, nation)
            let charm = try use.coefficients(of: region, in: set, by: .charm, nation)
            for seller in set.industries.labels {
                for buyer in set.industries.labels {
                    let (less, more) = (charm[seller, buyer], pooling[seller, buyer])
                    #expect(0 <= less && less <= more && more <= nation[seller, buyer])
                }
            }
        }
    }
}
