/// A row of the use table that stands for purchases without saying of what: it takes household consumption from
/// what is bought in the territory to what residents buy.
public struct TerritoryAdjustment: Label {
    /// The code in the table, such as `"RN33"`.
    public let code: String
    /// The name, in both languages.
    public let name: Name
    /// Which of the two purchases it is.
    public let role: Role

    /// A row known to the table as `code`.
    public init(code: String, name: Name, role: Role) {
        self.code = code
        self.name = name
        self.role = role
    }

    /// The purchases that are known in total only. Source: ESA 2010, §9.29–9.31.
    public enum Role: String, Sendable, CaseIterable {
        /// What residents buy abroad: imports, and consumption.
        case residentsAbroad = "residents_abroad"
        /// What non-residents buy here: less consumption and more exports, nothing in all.
        case nonResidentsHere = "non_residents_here"
    }
}
