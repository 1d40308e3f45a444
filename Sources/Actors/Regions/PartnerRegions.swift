public import Accounts
public import Ledgers

/// In which regions of the rest of the country a firm's partners are, as far as its books and the register know.
///
/// An account says of a partner no more than that it is in the rest of the country; the parties behind each of its cells
/// have municipalities.
public struct PartnerRegions: Sendable {
    /// A cell of the account.
    struct Cell: Hashable {
        let side: TradeSide
        let industry: String?
        let firm: String?
        let source: FigureSource
    }

    private let amounts: [Cell: [String: Double]]

    /// Nothing is known of any partner.
    public static let unknown = PartnerRegions(amounts: [:])

    init(amounts: [Cell: [String: Double]]) {
        self.amounts = amounts
    }

    /// What is known of the cells of an account.
    ///
    /// - Parameters:
    ///   - explanation: the parties behind each cell.
    ///   - parties: all parties of the review.
    ///   - region: the region a place is in; `nil` where that is not known.
    public init(
        _ explanation: FirmAccountExplanation,
        parties: [ReviewedParty],
        region: (PartyPlace) -> Region?
    ) {
        var amounts: [Cell: [String: Double]] = [:]
        for cell in explanation.cells where cell.place == .restOfCountry {
            let name = Cell(side: cell.side, industry: cell.industry, firm: cell.firm, source: cell.source)
            for part in cell.parts {
                guard case .party(let party) = part.origin, parties.indices.contains(party),
                    let region = region(parties[party].place)
                else { continue }
                amounts[name, default: [:]][region.code, default: 0] += part.amount
            }
        }
        self.amounts = amounts
    }

    /// What of a cell is known to be in each region, by the region's code; credit notes above invoices are left out.
    func amounts(in cell: Cell) -> [String: Double] {
        (amounts[cell] ?? [:]).filter { $0.value > 0 }
    }
}
