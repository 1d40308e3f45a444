public import Accounts

/// What a multiplier counts.
public struct Measure: Label {
    /// The code in the results' `measure` column, such as `"value_added"`.
    public let code: String
    /// The name, in both languages.
    public let name: Name
    /// The unit of the amounts; `MNOK` stands for the money of the table at hand, see ``unit(of:)``.
    public let unit: Unit

    /// A measure counted in `unit`.
    public init(code: String, name: Name, unit: Unit) {
        self.code = code
        self.name = name
        self.unit = unit
    }

    /// The unit of the amounts in a table whose money is counted in `money`.
    public func unit(of money: Unit) -> Unit { unit == .millionKroner ? money : unit }

    /// The measure of an extension.
    public init(_ source: Extension) {
        self.init(code: source.code, name: source.name, unit: source.unit)
    }
}

extension Measure {
    /// Output of industries; under Type II the truncated multiplier.
    public static let output = Measure(
        code: "output",
        name: Name(english: "Output", norwegian: "Produksjon"),
        unit: .millionKroner
    )
    /// Output with households' wages counted as output too; under Type II the total multiplier.
    public static let outputWithHouseholds = Measure(
        code: "output_with_households",
        name: Name(
            english: "Output, household row included",
            norwegian: "Produksjon medregnet husholdninger"
        ),
        unit: .millionKroner
    )
    /// Gross value added at basic prices.
    public static let valueAdded = Measure(
        code: "value_added",
        name: Name(english: "Value added", norwegian: "Verdiskaping (bruttoprodukt)"),
        unit: .millionKroner
    )
    /// Compensation of employees.
    public static let compensation = Measure(
        code: "compensation",
        name: Name(english: "Compensation of employees", norwegian: "Lønnskostnader"),
        unit: .millionKroner
    )
    /// Persons employed.
    public static let employment = Measure(
        code: "employment",
        name: Name(english: "Persons employed", norwegian: "Sysselsatte personer"),
        unit: .persons
    )
    /// Products imported from abroad.
    public static let imports = Measure(
        code: "imports",
        name: Name(english: "Imports", norwegian: "Import"),
        unit: .millionKroner
    )
    /// Taxes less subsidies on products.
    public static let productTaxes = Measure(
        code: "product_taxes",
        name: Name(
            english: "Product taxes less subsidies",
            norwegian: "Produktskatter minus produktsubsidier"
        ),
        unit: .millionKroner
    )
}

/// Whether households' spending of their wages is part of the answer.
public enum ClosureType: String, Sendable, CaseIterable {
    /// Direct and indirect effects.
    case type1 = "type_1"
    /// Direct, indirect and induced effects.
    case type2 = "type_2"
}

/// Where an effect lands.
public enum Scope: String, Sendable, CaseIterable {
    /// In the region the demand is met from.
    case region
    /// In the rest of the country.
    case restOfCountry = "rest_of_country"
    /// In the nation: region and rest of the country together.
    case nation
    /// Abroad, through imports.
    case abroad
}

/// One krone's way through the economy, round by round.
public enum Effect: String, Sendable, CaseIterable {
    /// In the industry the demand is directed at.
    case direct
    /// At suppliers and their suppliers.
    case indirect
    /// Through households' spending of wages.
    case induced
    /// The sum of the three, from the same unrounded numbers.
    case total
}
