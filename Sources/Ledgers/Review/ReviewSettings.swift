public import Accounts

/// What the user decides about a review.
public struct ReviewSettings: Sendable, Hashable {
    /// Organisation numbers that belong to the owners' group, besides those the register shows.
    public var group: Set<OrganisationNumber>
    /// Whether an enterprise's trade is spread over its establishments.
    public var spreadsHeadOffices: Bool
    /// Whether a party without an industry gets one estimated from its account or its name.
    public var estimatesIndustries: Bool
    /// How many days apart two registrations of the same invoice may be.
    public var daysBetweenRegistrations: Int
    /// The same for an amount that the party has invoiced three times or more, as rent: less than a month.
    public var daysBetweenRecurring: Int
    /// How far a figure may differ from the annual accounts, as a share, before it is called a difference.
    public var tolerance: Double

    /// What is usual.
    public init(
        group: Set<OrganisationNumber> = [],
        spreadsHeadOffices: Bool = true,
        estimatesIndustries: Bool = true,
        daysBetweenRegistrations: Int = 366,
        daysBetweenRecurring: Int = 20,
        tolerance: Double = 0.001
    ) {
        self.group = group
        self.spreadsHeadOffices = spreadsHeadOffices
        self.estimatesIndustries = estimatesIndustries
        self.daysBetweenRegistrations = daysBetweenRegistrations
        self.daysBetweenRecurring = daysBetweenRecurring
        self.tolerance = tolerance
    }
}
