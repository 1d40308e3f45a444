/// What an industry deals in, as its code says: in trade and transport a purchase is not of what the invoice shows.
///
/// Codes that carry divisions or a section of NACE Rev. 2 are understood, as Statistics Norway's (`R46`, `RB`, `R10_12`) and
/// those of groups made of them (`G45_47`, `B`, `C10_12`).
public enum IndustryKind: String, Sendable, Hashable, CaseIterable {
    /// Makes goods: sections A–C, divisions 01–33.
    case goods
    /// Buys and sells them: section G, divisions 45–47.
    case trade
    /// Carries them: section H, divisions 49–53.
    case transport
    /// Anything else, and codes that say nothing.
    case other

    /// The kind of the industry with this code.
    public init(code: String) {
        let digits = code.drop { !$0.isNumber }.prefix { $0.isNumber }
        if let division = Int(digits.prefix(2)) {
            switch division {
            case 1...33: self = .goods
            case 45...47: self = .trade
            case 49...53: self = .transport
            default: self = .other
            }
            return
        }
        switch code.last {
        case "A", "B", "C": self = .goods
        case "G": self = .trade
        case "H": self = .transport
        default: self = .other
        }
    }
}
