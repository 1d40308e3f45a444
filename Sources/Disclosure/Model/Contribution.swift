/// Whose contribution, and to which elementary cell.
public struct ContributionName: Sendable, Hashable, Comparable, Codable {
    /// Who contributes: a firm, or a party it trades with.
    public let unit: String
    /// The elementary cell, such as an industry in a region. An amount that has been revised is another cell.
    public let cell: String

    /// `unit`'s contribution to `cell`.
    public init(unit: String, cell: String) {
        self.unit = unit
        self.cell = cell
    }

    /// By unit, then by cell.
    public static func < (left: ContributionName, right: ContributionName) -> Bool {
        (left.unit, left.cell) < (right.unit, right.cell)
    }
}

/// A secret: what one unit contributes to one elementary cell, x_s ≥ 0.
///
/// A contribution that is not given is known to be nothing, to everybody. One that is given and is nothing is unknown to
/// others, and hides others.
public struct Contribution: Sendable, Hashable {
    /// Whose, and where.
    public let name: ContributionName
    /// The true amount, in the table's unit; not negative.
    public let amount: Double
    /// What everybody knows it does not exceed; `nil` where nothing is known.
    public let atMost: Double?
    /// The other unit that knows it to the last krone, because it is a trade between the two; `nil` where there is none.
    public let otherSide: String?

    /// A unit's true amount in a cell, with what is publicly known of it, and who else has it in its books.
    public init(
        _ name: ContributionName,
        amount: Double,
        atMost: Double? = nil,
        otherSide: String? = nil
    ) {
        self.name = name
        self.amount = amount
        self.atMost = atMost
        self.otherSide = otherSide
    }
}
