import Accounts
import Actors
import Disclosure
import Leontief

/// The secret cells of firms: what each buys, by selling industry and place, and its wages.
///
/// Each firm's cells are those of its books read alone, as if no other firm were in the study, so that they are the same whoever
/// else is. What is bought of another firm of the cluster stands under that firm's industry, but as a cell of its own: the seller
/// knows it.
struct FirmSecrets {
    /// The firms, each with the table that it alone is carved out of.
    let firms: [(account: FirmAccount, table: AugmentedTable)]
    /// Every cell that is not nothing, firm by firm.
    let cells: [Cell]

    /// A cell of a firm's column.
    struct Cell {
        let firm: String
        let place: Place
        /// The selling industry, or the primary input.
        let code: String
        /// The selling firm, where it is one of the cluster.
        let seller: String?
        let amount: Double

        /// The elementary cell's name.
        var name: ContributionName {
            let from = seller.map { ":from:" + $0 } ?? ""
            return ContributionName(unit: firm, cell: place.rawValue + ":" + code + from)
        }

        /// A sum has positive parts: what is negative, credit notes for more than was bought, is counted as known.
        var isSecret: Bool { amount > 0 }
    }

    /// Where a cell is.
    enum Place: String {
        case region
        case rest
        case abroad
        case wages
    }

    /// The cells of firms.
    ///
    /// - Parameters:
    ///   - alone: the tables of each firm by itself.
    ///   - together: those with all the firms, for what they sell each other.
    init(alone: [FirmTables], together: FirmTables) {
        let trade = together.region ?? together.nation
        let firms = alone.map { $0.region ?? $0.nation }.flatMap { table in
            table.firms.map { (account: $0, table: table) }
        }
        self.firms = firms
        cells = firms.flatMap { Self.cells(of: $0.account, in: $0.table, trade) }
    }

    /// What is to be protected.
    var contributions: [Contribution] {
        cells.filter(\.isSecret).map { Contribution($0.name, amount: $0.amount, otherSide: $0.seller) }
    }

    private static func cells(
        of firm: FirmAccount,
        in table: AugmentedTable,
        _ trade: AugmentedTable
    ) -> [Cell] {
        let buyer = Sector.actor(code: firm.code, name: firm.name)
        var cells: [Cell] = []
        func add(_ place: Place, _ code: String, _ amount: Double, from seller: String? = nil) {
            guard amount != 0 else { return }
            cells.append(Cell(firm: firm.code, place: place, code: code, seller: seller, amount: amount))
        }
        for industry in table.parent.industries.labels {
            var rest = table.flows[.remainder(industry), buyer]
            if firm.industry == industry { rest += table.flows[buyer, buyer] }
            for seller in trade.firms where seller.industry == industry && seller.code != firm.code {
                let sold = trade.flows[.actor(code: seller.code, name: seller.name), buyer]
                let known = min(max(sold, 0), max(rest, 0))
                add(.region, industry.code, known, from: seller.code)
                rest -= known
            }
            add(.region, industry.code, rest)
        }
        for row in table.inputs.rows.labels {
            switch row {
            case .restOfCountry(let industry): add(.rest, industry.code, table.inputs[row, buyer])
            case .primary(let input) where input.role == .imports:
                add(.abroad, input.code, table.inputs[row, buyer])
            case .primary(let input) where input.role == .compensation:
                add(.wages, input.code, table.inputs[row, buyer])
            default: continue
            }
        }
        return cells
    }
}

extension FirmSecrets {
    /// A sum of the cluster's cells.
    struct Sum {
        let place: String
        /// The selling industry or primary input, or `total`.
        let item: String
        let parts: [ContributionName]

        /// Place and item.
        var name: String { place + ":" + item }
    }

    /// The cluster's purchases cell by cell, by place and in all, and its wages, in the order of the names.
    ///
    /// - Parameter members: the firms that are added up.
    func sums(of members: Set<String>) -> [Sum] {
        var sums: [[String]: [ContributionName]] = [:]
        for cell in cells where cell.isSecret && members.contains(cell.firm) {
            var keys = [[cell.place.rawValue, cell.code]]
            if cell.place == .region || cell.place == .rest { keys.append([cell.place.rawValue, "total"]) }
            if cell.place != .wages { keys.append(["purchases", "total"]) }
            for key in keys { sums[key, default: []].append(cell.name) }
        }
        return sums.map { Sum(place: $0.key[0], item: $0.key[1], parts: $0.value) }.sorted {
            $0.name < $1.name
        }
    }
}
