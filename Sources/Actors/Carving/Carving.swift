import Accounts

/// Firms on their way out of an area's table: the parent, which repairs may change, and the firms' cells.
struct Carving {
    let table: AreaTable
    let layout: TableLayout
    let accounts: [FirmAccount]
    var parent: AreaNumbers
    var firms: FirmCells
    let disagreements: [TradeDisagreement]

    /// Places the firms' accounts in `table`; nothing is refused yet but accounts that make no sense by themselves.
    ///
    /// - Throws: `.firmAccount`, `.accounts`; `.firmsDoNotFit` for an industry without output.
    init(_ table: AreaTable, _ firms: [FirmAccount]) throws(ActorsError) {
        self.table = table
        let layout = try TableLayout(table)
        let parent = AreaNumbers(table)
        let accounts = firms.sorted { $0.code < $1.code }
        var positions: [String: Int] = [:]
        for (position, account) in accounts.enumerated() {
            guard positions.updateValue(position, forKey: account.code) == nil else {
                throw .accounts(
                    .duplicateLabel(code: Sector.actor(code: account.code, name: account.name).code)
                )
            }
        }
        var placed: [PlacedAccount] = []
        for account in accounts {
            placed.append(try PlacedAccount(account, in: table, layout, firms: positions))
        }
        let empty = placed.filter { parent.output[$0.industry] <= 0 }
        guard empty.isEmpty else {
            throw .firmsDoNotFit(CarvingRefusal(table, noOutputFor: empty, parent, layout))
        }
        let trade = FirmTrade(placed)
        self.firms = try FirmCells(placed, trade, in: parent, layout)
        self.accounts = accounts
        self.layout = layout
        self.parent = parent
        disagreements = trade.disagreements
    }

    /// The firms of each industry, by position.
    var members: [[Int]] {
        layout.industries.labels.indices.map { industry in
            firms.industries.indices.filter { firms.industries[$0] == industry }
        }
    }

    /// What counts as nothing in an industry's column: rounding, relative to its output.
    func tolerance(_ industry: Int) -> Double { 1e-12 * abs(parent.output[industry]) }

    /// The firms' parts of a flow between industries. O(firms²).
    func parts(from seller: Int, to buyer: Int, _ members: [[Int]]) -> [(firm: Int, amount: Double)] {
        var parts: [(firm: Int, amount: Double)] = []
        for firm in members[buyer] { parts.append((firm, firms.purchases[firm][seller].amount)) }
        for firm in members[seller] {
            parts.append((firm, firms.sales[firm][buyer].amount))
            for partner in members[buyer] { parts.append((firm, firms.between[firm][partner].amount)) }
        }
        return parts
    }

    /// What remains of the industries: the parent less the firms, cell by cell.
    func remainder() -> AreaNumbers {
        var rest = parent
        let members = members
        for seller in rest.flows.indices {
            for buyer in rest.flows.indices {
                for part in parts(from: seller, to: buyer, members) {
                    rest.flows[seller][buyer] -= part.amount
                }
            }
        }
        for (firm, industry) in firms.industries.enumerated() {
            for row in rest.inputs.indices { rest.inputs[row][industry] -= firms.inputs[firm][row].amount }
            rest.finalDemand[industry] -= firms.finalDemand[firm].amount
            rest.output[industry] -= firms.output[firm]
        }
        return rest
    }

    /// The same, with what is nothing but rounding on the wrong side of zero set to zero.
    func cleanRemainder() -> AreaNumbers {
        var rest = remainder()
        func clean(_ amount: inout Double, _ whole: Double, _ industry: Int, isGone: Bool) {
            let isWrong = whole >= 0 ? amount < 0 : amount > 0
            if (isWrong || isGone) && abs(amount) <= tolerance(industry) { amount = 0 }
        }
        for industry in rest.output.indices where !firms.codes.isEmpty {
            let isGone = abs(rest.output[industry]) <= tolerance(industry)
            if isGone { rest.output[industry] = 0 }
            for seller in rest.flows.indices {
                clean(&rest.flows[seller][industry], parent.flows[seller][industry], industry, isGone: isGone)
                clean(&rest.flows[industry][seller], parent.flows[industry][seller], seller, isGone: isGone)
            }
            for row in rest.inputs.indices where !layout.mayChangeSign[row] || isGone {
                clean(&rest.inputs[row][industry], parent.inputs[row][industry], industry, isGone: isGone)
            }
            clean(&rest.finalDemand[industry], parent.finalDemand[industry], industry, isGone: isGone)
        }
        return rest
    }
}
