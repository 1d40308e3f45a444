import Accounts

extension Carving {
    /// Cuts the firms' cells to what the parent holds and spreads what is cut off; see ``CarvingRepair/capped``.
    ///
    /// A cell that was cut takes no more, so that each round either ends or fills another cell. Where something cannot be
    /// placed, all stays as it was.
    mutating func capCells() -> AppliedRepair {
        var changed = self
        var full: Set<AreaPosition> = []
        while true {
            var excess = Excess(count: firms.codes.count)
            guard changed.cut(&excess, &full) else {
                return AppliedRepair(repair: .capped, cells: [], balancing: nil)
            }
            if excess.isEmpty { break }
            guard changed.place(excess, full) else {
                return AppliedRepair(repair: .capped, cells: [], balancing: nil)
            }
        }
        let cells = changes(to: changed.firms)
        firms = changed.firms
        return AppliedRepair(repair: .capped, cells: cells, balancing: nil)
    }

    /// A cell, by position.
    private enum AreaPosition: Hashable {
        case flow(Int, Int)
        case input(Int, Int)
        case finalDemand(Int)
    }

    /// What was cut off each firm's purchases and sales.
    private struct Excess {
        var purchases: [Double]
        var sales: [Double]

        init(count: Int) {
            purchases = [Double](repeating: 0, count: count)
            sales = purchases
        }

        var isEmpty: Bool { (purchases + sales).allSatisfy { $0 == 0 } }
    }

    /// Cuts what is too large, each firm's part in proportion; whether all of it could be cut.
    private mutating func cut(_ excess: inout Excess, _ full: inout Set<AreaPosition>) -> Bool {
        let rest = remainder()
        let members = members
        for seller in parent.flows.indices {
            for buyer in parent.flows.indices {
                let buyers = members[buyer].map { firms.purchases[$0][seller].amount }
                let sellers = members[seller].map { firms.sales[$0][buyer].amount }
                let cuts = Self.cuts(
                    of: buyers + sellers,
                    whole: parent.flows[seller][buyer],
                    remainder: rest.flows[seller][buyer],
                    tolerance(buyer)
                )
                guard let cuts else { return false }
                guard !cuts.isEmpty else { continue }
                full.insert(.flow(seller, buyer))
                for (firm, cut) in zip(members[buyer], cuts) where cut != 0 {
                    firms.purchases[firm][seller].reduce(by: cut)
                    excess.purchases[firm] += cut
                }
                for (firm, cut) in zip(members[seller], cuts.dropFirst(buyers.count)) where cut != 0 {
                    firms.sales[firm][buyer].reduce(by: cut)
                    excess.sales[firm] += cut
                }
            }
        }
        for (industry, own) in members.enumerated() where !own.isEmpty {
            for row in layout.bought {
                let cuts = Self.cuts(
                    of: own.map { firms.inputs[$0][row].amount },
                    whole: parent.inputs[row][industry],
                    remainder: rest.inputs[row][industry],
                    tolerance(industry)
                )
                guard let cuts else { return false }
                if !cuts.isEmpty { full.insert(.input(row, industry)) }
                for (firm, cut) in zip(own, cuts) where cut != 0 {
                    firms.inputs[firm][row].reduce(by: cut)
                    excess.purchases[firm] += cut
                }
            }
            let cuts = Self.cuts(
                of: own.map { firms.finalDemand[$0].amount },
                whole: parent.finalDemand[industry],
                remainder: rest.finalDemand[industry],
                tolerance(industry)
            )
            guard let cuts else { return false }
            if !cuts.isEmpty { full.insert(.finalDemand(industry)) }
            for (firm, cut) in zip(own, cuts) where cut != 0 {
                firms.finalDemand[firm].reduce(by: cut)
                excess.sales[firm] += cut
            }
        }
        return true
    }

    /// What to take off the parts of a cell: nothing (empty) where they fit, all that is positive of a negative cell,
    /// otherwise what is too much, in proportion; `nil` where the parts are not enough.
    private static func cuts(
        of parts: [Double],
        whole: Double,
        remainder: Double,
        _ tolerance: Double
    ) -> [Double]? {
        let positive = parts.map { max(0, $0) }
        let all = positive.reduce(0, +)
        if whole < 0 { return all > tolerance ? positive : [] }
        guard remainder < -tolerance else { return [] }
        guard all >= -remainder - tolerance, all > 0 else { return nil }
        let share = min(1, -remainder / all)
        return positive.map { share * $0 }
    }

    /// Spreads what was cut off over cells with room, as the industries' columns and rows; whether there are any.
    private mutating func place(_ excess: Excess, _ full: Set<AreaPosition>) -> Bool {
        for (firm, industry) in firms.industries.enumerated() {
            if excess.purchases[firm] > 0 {
                let sellers = parent.flows.indices.filter {
                    parent.flows[$0][industry] > 0 && !full.contains(.flow($0, industry))
                }
                let rows = layout.bought.filter {
                    parent.inputs[$0][industry] > 0 && !full.contains(.input($0, industry))
                }
                let all =
                    sellers.reduce(0) { $0 + parent.flows[$1][industry] }
                    + rows.reduce(0) { $0 + parent.inputs[$1][industry] }
                guard all > 0 else { return false }
                let rate = excess.purchases[firm] / all
                for seller in sellers {
                    firms.purchases[firm][seller].raise(by: rate * parent.flows[seller][industry])
                }
                for row in rows { firms.inputs[firm][row].raise(by: rate * parent.inputs[row][industry]) }
            }
            if excess.sales[firm] > 0 {
                let buyers = parent.flows.indices.filter {
                    parent.flows[industry][$0] > 0 && !full.contains(.flow(industry, $0))
                }
                let final = full.contains(.finalDemand(industry)) ? 0 : max(0, parent.finalDemand[industry])
                let all = buyers.reduce(final) { $0 + parent.flows[industry][$1] }
                guard all > 0 else { return false }
                let rate = excess.sales[firm] / all
                for buyer in buyers {
                    firms.sales[firm][buyer].raise(by: rate * parent.flows[industry][buyer])
                }
                if final > 0 { firms.finalDemand[firm].raise(by: rate * final) }
            }
        }
        return true
    }
}

extension Figure {
    /// Less of it: what is left of a cut amount is no longer what the books say.
    fileprivate mutating func reduce(by amount: Double) {
        let left = self.amount - amount
        self = Figure(abs(left) < 1e-15 * abs(self.amount) ? 0 : left, from: .balanced, spread: spread)
    }

    /// More of it, spread by a rule.
    fileprivate mutating func raise(by amount: Double) {
        var sum = FigureSum(self)
        sum.add(Figure(amount, from: .estimated, spread: spread))
        self = sum.figure(orFrom: .estimated)
    }
}
