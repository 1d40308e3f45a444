public import Accounts

/// A row and column of a table with actors in it: what remains of an industry, or an actor.
public enum Sector: Label {
    /// The industry without the actors carved out of it.
    case remainder(Industry)
    /// An actor, by code and name.
    case actor(code: String, name: Name)

    /// The industry's code, or the actor's with a prefix that no classification uses.
    public var code: String {
        switch self {
        case .remainder(let industry): industry.code
        case .actor(let code, _): "actor:" + code
        }
    }

    /// The name.
    public var name: Name {
        switch self {
        case .remainder(let industry): industry.name
        case .actor(_, let name): name
        }
    }
}
