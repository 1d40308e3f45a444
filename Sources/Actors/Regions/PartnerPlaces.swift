import Accounts
import LinearAlgebra

/// How a purchase from, or a sale to, the rest of the country is divided between the other regions where nothing is known of
/// the partners: as the table itself has it, of the same product between the same two.
struct PartnerPlaces {
    private let table: MultiRegionalTable
    private var count: Int { table.industries.count }

    init(_ table: MultiRegionalTable) {
        self.table = table
    }

    /// Shares of the regions, own region none, adding up to 1: as industry `buyer` of region `own` buys the product
    /// elsewhere; where it buys none, as all its region does; where that buys none, as the others make it.
    func sellers(of product: Int, to buyer: Int, in own: Int) -> [Double] {
        let column = own * count + buyer
        return shares(without: own) { region in
            [
                table.flows.values[region * count + product, column],
                sum { table.flows.values[region * count + product, own * count + $0] },
                table.output.values[region * count + product],
            ]
        }
    }

    /// The same of buyers: as industry `seller` of region `own` sells to `buyer` elsewhere; else as it sells to all
    /// industries there; else as the others' industries `buyer` produce.
    func buyers(in industry: Int, of seller: Int, from own: Int) -> [Double] {
        let row = own * count + seller
        return shares(without: own) { region in
            [
                table.flows.values[row, region * count + industry],
                sum { table.flows.values[row, region * count + $0] },
                table.output.values[region * count + industry],
            ]
        }
    }

    private func sum(_ amount: (Int) -> Double) -> Double {
        (0..<count).reduce(0) { $0 + amount($1) }
    }

    /// The first of the weights that anything is of, as shares; all in the first other region where there are none.
    private func shares(without own: Int, weights: (Int) -> [Double]) -> [Double] {
        let regions = table.regions.labels.indices
        let all = regions.map { $0 == own ? [] : weights($0) }
        for choice in 0..<3 {
            let chosen = all.map { $0.isEmpty ? 0 : max(0, $0[choice]) }
            let sum = chosen.reduce(0, +)
            if sum > 0 { return chosen.map { $0 / sum } }
        }
        let first = regions.first { $0 != own }
        return regions.map { $0 == first ? 1 : 0 }
    }
}
