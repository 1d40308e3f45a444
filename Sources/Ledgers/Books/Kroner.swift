/// An amount of money in whole øre.
///
/// A ledger's money is never a binary fraction. What a file may hold is bounded (`Kroner.most`, `Kroner.mostInAFile`), and
/// because the sum of absolute amounts of a file is, no sum of some of its amounts can overflow.
public struct Kroner: Sendable, Hashable, Comparable, AdditiveArithmetic {
    /// The amount in øre.
    public let oere: Int64

    /// This many øre.
    public init(oere: Int64) {
        self.oere = oere
    }

    /// Nothing.
    public static let zero = Kroner(oere: 0)

    /// The largest single amount a ledger may hold: 100 billion kroner, more than any Norwegian firm books in one line.
    public static let most = Kroner(oere: 10_000_000_000_000)

    /// The most that the absolute amounts of one file may add up to: 10 000 billion kroner.
    public static let mostInAFile = Kroner(oere: 1_000_000_000_000_000)

    /// Without its sign.
    public var magnitude: Kroner { Kroner(oere: abs(oere)) }

    /// In millions of kroner: the one place where a ledger's money becomes a table's.
    public var millions: Double { Double(oere) / 100_000_000 }

    /// The sum.
    public static func + (left: Kroner, right: Kroner) -> Kroner { Kroner(oere: left.oere + right.oere) }

    /// The difference.
    public static func - (left: Kroner, right: Kroner) -> Kroner { Kroner(oere: left.oere - right.oere) }

    /// The amount with its sign turned.
    public static prefix func - (amount: Kroner) -> Kroner { Kroner(oere: -amount.oere) }

    /// The smaller amount first.
    public static func < (left: Kroner, right: Kroner) -> Bool { left.oere < right.oere }
}
