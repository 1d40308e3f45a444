import Accounts

extension Carving {
    /// Moves purchases between the regions that sell a product to a buyer, where some have too little for the firms and the
    /// others have enough; see ``CarvingRepair/tradePlace``.
    ///
    /// With h_d what remains of the sellers d that have any, and m what seller s lacks in the buyer's column:
    ///
    ///     z_s,buyer + m      z_d,buyer − m h_d / Σ h
    ///     z_s,c − e_c        z_d,c + e_c h_d / Σ h        Σ_c e_c = m,   e in proportion to what remains of s's other sales
    ///
    /// Other sales are those outside the seller's own region, and final use; its own region's only where these are not
    /// enough.
    mutating func moveBetweenRegions() -> AppliedRepair {
        let before = parent
        var rest = remainder()
        for product in 0..<layout.perRegion {
            let sellers = layout.everywhere(product)
            for buyer in parent.flows.indices { move(sellers, to: buyer, &rest) }
        }
        return AppliedRepair(repair: .tradePlace, cells: changes(from: before), balancing: nil)
    }

    /// A seller that lacks something in a buyer's column, and what it takes that from.
    private struct Lack {
        let seller: Int
        let amount: Double
        let others: OtherSales
    }

    /// What remains of a seller's other sales: by buying industry, and to final use.
    private struct OtherSales {
        var flows: [(buyer: Int, amount: Double)]
        var finalDemand: Double
        var sum: Double { flows.reduce(finalDemand) { $0 + $1.amount } }
    }

    /// All or nothing of one buyer's purchases of one product.
    private mutating func move(_ sellers: [Int], to buyer: Int, _ rest: inout AreaNumbers) {
        let tolerance = tolerance(buyer)
        guard sellers.contains(where: { rest.flows[$0][buyer] < -tolerance }),
            sellers.allSatisfy({ parent.flows[$0][buyer] >= 0 })
        else { return }
        let donors = sellers.filter { rest.flows[$0][buyer] > 0 }
        let all = donors.reduce(0) { $0 + rest.flows[$1][buyer] }
        var lacks: [Lack] = []
        for seller in sellers where rest.flows[seller][buyer] < -tolerance {
            let amount = -rest.flows[seller][buyer]
            guard let others = otherSales(of: seller, than: buyer, atLeast: amount, rest) else { return }
            lacks.append(Lack(seller: seller, amount: amount, others: others))
        }
        guard all > 0, lacks.reduce(0, { $0 + $1.amount }) <= all + tolerance else { return }
        let shares = donors.map { rest.flows[$0][buyer] / all }
        for lack in lacks {
            change(&rest, lack.seller, buyer, by: lack.amount)
            let rate = lack.amount / lack.others.sum
            for use in lack.others.flows { change(&rest, lack.seller, use.buyer, by: -rate * use.amount) }
            change(&rest, lack.seller, nil, by: -rate * lack.others.finalDemand)
            for (donor, share) in zip(donors, shares) {
                change(&rest, donor, buyer, by: -share * lack.amount)
                for use in lack.others.flows {
                    change(&rest, donor, use.buyer, by: share * rate * use.amount)
                }
                change(&rest, donor, nil, by: share * rate * lack.others.finalDemand)
            }
        }
    }

    /// The other sales of a seller that are enough for `amount`: outside its region first; `nil` where all are too little.
    private func otherSales(
        of seller: Int,
        than buyer: Int,
        atLeast amount: Double,
        _ rest: AreaNumbers
    ) -> OtherSales? {
        let region = seller / layout.perRegion
        for includesOwn in [false, true] {
            let buyers = parent.flows.indices.filter { column in
                column != buyer && rest.flows[seller][column] > 0
                    && (includesOwn || column / layout.perRegion != region)
            }
            let sales = OtherSales(
                flows: buyers.map { ($0, rest.flows[seller][$0]) },
                finalDemand: max(0, rest.finalDemand[seller])
            )
            if sales.sum >= amount { return sales }
        }
        return nil
    }

    /// Changes a cell of the parent, and with it what remains; final use where there is no buyer.
    private mutating func change(
        _ rest: inout AreaNumbers,
        _ seller: Int,
        _ buyer: Int?,
        by amount: Double
    ) {
        guard amount != 0 else { return }
        guard let buyer else {
            parent.finalDemand[seller] += amount
            rest.finalDemand[seller] += amount
            return
        }
        parent.flows[seller][buyer] += amount
        rest.flows[seller][buyer] += amount
    }
}
