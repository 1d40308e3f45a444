/// What a table's amounts mean: unit, year, valuation and prices. Tables join only where all four agree.
public struct Basis: Sendable, Hashable {
    /// The unit of every amount.
    public let unit: Unit
    /// The accounting year.
    public let year: Year
    /// Basic or purchasers' prices.
    public let valuation: PriceBasis
    /// The year whose prices the amounts are in; equal to `year` for current prices.
    public let pricesOf: Year

    /// Amounts of `year` in `unit`; prices are current unless another year is named.
    public init(unit: Unit, year: Year, valuation: PriceBasis, pricesOf: Year? = nil) {
        self.unit = unit
        self.year = year
        self.valuation = valuation
        self.pricesOf = pricesOf ?? year
    }

    /// The first thing in which the bases disagree; `nil` where they agree.
    public func firstDifference(from other: Basis) -> Difference? {
        if unit != other.unit { return .unit(unit, other.unit) }
        if year != other.year { return .year(year, other.year) }
        if valuation != other.valuation { return .priceBasis(valuation, other.valuation) }
        if pricesOf != other.pricesOf { return .pricesOf(pricesOf, other.pricesOf) }
        return nil
    }
}

/// A unit of measurement, by the symbol it is written with.
public struct Unit: Sendable, Hashable, CustomStringConvertible {
    /// The symbol, such as `"MNOK"`.
    public let symbol: String

    /// The unit written `symbol`.
    public init(_ symbol: String) { self.symbol = symbol }

    /// The symbol.
    public var description: String { symbol }

    /// Million Norwegian kroner.
    public static let millionKroner = Unit("MNOK")
    /// Persons employed, whole year averages.
    public static let persons = Unit("persons")
    /// Tonnes of CO₂ equivalents.
    public static let tonnesCO2Equivalents = Unit("t CO2e")
}

/// How a flow is valued (METHOD: prices).
public enum PriceBasis: String, Sendable, CaseIterable {
    /// What the producer keeps: no product taxes, no trade and transport margins.
    case basic
    /// What the buyer pays: margins, non-deductible VAT and product taxes included.
    case purchasers
}

/// A calendar year.
public struct Year: Sendable, Hashable, Comparable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The year's number.
    public let number: Int

    /// The year `number`.
    public init(_ number: Int) { self.number = number }

    /// The year `value`.
    public init(integerLiteral value: Int) { number = value }

    /// The number, without separators.
    public var description: String { String(number) }

    /// Earlier years come first.
    public static func < (one: Year, other: Year) -> Bool { one.number < other.number }
}

/// The first thing in which two tables that should join disagree.
public enum Difference: Sendable, Hashable {
    /// The labels at `position` (from 0); `nil` where one axis has ended.
    case label(position: Int, String?, String?)
    /// The units.
    case unit(Unit, Unit)
    /// The years.
    case year(Year, Year)
    /// The valuations.
    case priceBasis(PriceBasis, PriceBasis)
    /// The years whose prices are used.
    case pricesOf(Year, Year)
    /// The regions.
    case region(String, String)
}
