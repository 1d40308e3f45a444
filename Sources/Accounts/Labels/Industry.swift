/// An industry (*næring*): those who produce.
public struct Industry: Label {
    /// The code in the table's own classification.
    public let code: String
    /// The name, in both languages.
    public let name: Name

    /// An industry known to the statistics as `code`.
    public init(code: String, name: Name) {
        self.code = code
        self.name = name
    }

    /// Same code, same industry.
    public static func == (one: Industry, other: Industry) -> Bool { one.code == other.code }

    /// Hashes the code alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

/// A region (*fylke* or nation) as the statistics code it: `"0"` the nation, `"50"` Trøndelag.
public struct Region: Label {
    /// The code, as Statistics Norway writes it.
    public let code: String
    /// The name, in both languages.
    public let name: Name

    /// A region known to the statistics as `code`.
    public init(code: String, name: Name) {
        self.code = code
        self.name = name
    }

    /// Same code, same region.
    public static func == (one: Region, other: Region) -> Bool { one.code == other.code }

    /// Hashes the code alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}

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

    /// Same code, same category.
    public static func == (one: FinalDemandCategory, other: FinalDemandCategory) -> Bool {
        one.code == other.code
    }

    /// Hashes the code alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

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

/// A row below the intermediate flows: what an industry pays for besides products.
public struct PrimaryInput: Label {
    /// The code in the table, such as `"D1"`.
    public let code: String
    /// The name, in both languages.
    public let name: Name
    /// What the row means to the model.
    public let role: Role

    /// A primary input known to the table as `code`.
    public init(code: String, name: Name, role: Role) {
        self.code = code
        self.name = name
        self.role = role
    }

    /// Same code, same input.
    public static func == (one: PrimaryInput, other: PrimaryInput) -> Bool { one.code == other.code }

    /// Hashes the code alone.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }

    /// The part a primary input plays. All but product taxes and imports add up to gross value added.
    public enum Role: String, Sendable, CaseIterable {
        /// Compensation of employees (D1), employers' social contributions included.
        case compensation
        /// Other taxes less subsidies on production (D29 − D39); often negative.
        case productionTaxes = "production_taxes"
        /// Consumption of fixed capital (K1).
        case capitalConsumption = "capital_consumption"
        /// Operating surplus and mixed income, net (B2A3N).
        case operatingSurplus = "operating_surplus"
        /// Taxes less subsidies on products; no part of value added at basic prices.
        case productTaxes = "product_taxes"
        /// Use of products imported from abroad, c.i.f.
        case imports

        /// Whether the row is a component of gross value added at basic prices.
        public var isValueAdded: Bool { self != .productTaxes && self != .imports }
    }
}
