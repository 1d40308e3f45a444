/// A column of the supply table between basic and purchasers' prices.
public struct ValuationItem: Label {
    /// The code in the table, such as `"OTTM"`.
    public let code: String
    /// The name, in both languages.
    public let name: Name
    /// What the column holds.
    public let role: Role

    /// An item known to the table as `code`.
    public init(code: String, name: Name, role: Role) {
        self.code = code
        self.name = name
        self.role = role
    }

    /// What a column between basic and purchasers' prices holds.
    ///
    /// Purchasers' price = basic price + trade and transport margins + non-deductible VAT + other product taxes
    /// − product subsidies. Source: European Communities (2008), Eurostat Manual of Supply, Use and Input-Output
    /// Tables, ch. 6.
    public enum Role: String, Sendable, CaseIterable {
        /// Trade margins: positive for the goods, negative for the trade services that earn them.
        case tradeMargins = "trade_margins"
        /// Transport margins.
        case transportMargins = "transport_margins"
        /// Trade and transport margins in one column, as the ESA questionnaires have them.
        case margins
        /// Non-deductible value added tax.
        case valueAddedTax = "vat"
        /// Taxes on products other than VAT.
        case productTaxes = "product_taxes"
        /// Subsidies on products, with their negative sign.
        case productSubsidies = "product_subsidies"
        /// Taxes less subsidies on products in one column, VAT included.
        case netProductTaxes = "net_product_taxes"

        /// Whether the column moves value from some products to others and adds up to nothing.
        public var isMargin: Bool {
            switch self {
            case .tradeMargins, .transportMargins, .margins: true
            case .valueAddedTax, .productTaxes, .productSubsidies, .netProductTaxes: false
            }
        }
    }
}
