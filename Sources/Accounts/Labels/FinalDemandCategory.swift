/// A category of final demand (*sluttlevering*): who buys without producing from it.
public struct FinalDemandCategory: Label {
    /// The code in the table, such as `"P3_S14"`.
    public let code: String
    /// The name, in both languages.
    public let name: Name
    /// What the category means to the model, whatever the table calls it.
    public let role: Role

    /// A category known to the table as `code`.
    public init(code: String, name: Name, role: Role) {
        self.code = code
        self.name = name
        self.role = role
    }

    /// The part a category plays in the model.
    public enum Role: String, Sendable, CaseIterable {
        /// Consumption by resident households: what a Type II closure makes endogenous.
        case householdConsumption = "household_consumption"
        /// Consumption by non-profit organisations and government.
        case collectiveConsumption = "collective_consumption"
        /// Gross fixed capital formation and valuables.
        case investment
        /// Changes in inventories; often negative.
        case inventories
        /// Sales abroad: not part of domestic final use.
        case exports
    }
}
