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

extension Axis<PrimaryInput> {
    /// The row that takes what the others leave of value added, by position: operating surplus, or else the last that is not
    /// compensation. `nil` where there is none.
    package var residualRow: Int? {
        labels.lastIndex { $0.role == .operatingSurplus }
            ?? labels.lastIndex { $0.role.isValueAdded && $0.role != .compensation }
    }
}
