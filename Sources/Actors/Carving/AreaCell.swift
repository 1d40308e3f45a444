public import Accounts

/// A cell of an area's table, or a sum that a table must hold.
public enum AreaCell: Sendable, Hashable {
    /// What one industry sells to another inside the area.
    case flow(from: Industry, to: Industry)
    /// What an industry buys or pays outside the area's industries.
    case input(AreaInput, of: Industry)
    /// Final use of an industry's output.
    case finalDemand(of: Industry)
    /// An industry's output.
    case output(of: Industry)
    /// An industry's gross value added: the sum of its components, each of which may be negative by itself.
    case valueAdded(of: Industry)

    /// The row's code: the seller's, the input's, `final_demand`, `output` or `value_added`.
    public var row: String {
        switch self {
        case .flow(let seller, _): seller.code
        case .input(let input, _): input.code
        case .finalDemand: "final_demand"
        case .output: "output"
        case .valueAdded: "value_added"
        }
    }

    /// The industry whose column the cell is in; for final use and output, the industry itself.
    public var industry: Industry {
        switch self {
        case .flow(_, let buyer): buyer
        case .input(_, let buyer): buyer
        case .finalDemand(let industry), .output(let industry), .valueAdded(let industry): industry
        }
    }
}
