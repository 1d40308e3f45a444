import Accounts
import LinearAlgebra

/// How much of what the register puts in a county the table has room for there.
///
/// Registers know where an office is, accounts where work is done: fish farmed in the north is bought feed for by a firm with
/// its address in Oslo, where the accounts have hardly any fish. What the register says is therefore taken as far as the
/// county's industry makes that much of the product, or buys that much of it, beside what is spread there; the firms'
/// parts in proportion where they are too much together.
struct PlaceRoom {
    /// A product that firms buy in a region, or sell to an industry in a region, by position.
    struct Place: Hashable {
        let side: TradeSide
        let product: Int
        let region: Int
        /// The buying industry; `nil` for purchases.
        let buyer: Int?
    }

    private let table: MultiRegionalTable
    private var wanted: [Place: Double] = [:]
    private var spread: [Place: Double] = [:]

    init(_ table: MultiRegionalTable) {
        self.table = table
    }

    /// Notes what the register puts in a place.
    mutating func want(_ amount: Double, in place: Place) { wanted[place, default: 0] += amount }

    /// Notes the most that is spread over a place by other rules. What is given back makes no room.
    mutating func spread(_ amount: Double, over place: Place) { spread[place, default: 0] += max(0, amount) }

    /// The part of what the register puts in a place that is left there, 0 to 1.
    func share(of place: Place) -> Double {
        guard let wanted = wanted[place], wanted > 0 else { return 1 }
        return min(1, max(0, whole(place) - (spread[place] ?? 0)) / wanted)
    }

    /// What a region makes of a product, or what its industry buys of it of all.
    private func whole(_ place: Place) -> Double {
        let count = table.industries.count
        guard let buyer = place.buyer else {
            return table.output.values[place.region * count + place.product]
        }
        return table.regions.labels.indices.reduce(0) {
            $0 + table.flows.values[$1 * count + place.product, place.region * count + buyer]
        }
    }
}
