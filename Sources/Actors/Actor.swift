public import Accounts

/// A firm, or a firm that could be, as the cluster model sees it: one column of the actor table.
public struct Actor: Sendable {
    /// Short code, unique in the study.
    public let code: String
    /// The name shown; archetypes carry a type's name, never a firm's.
    public let name: Name
    /// Whether the actor exists today and is therefore already inside its industry's figures.
    public let exists: Bool
    /// Organisation number, where the actor is a firm.
    public let organisationNumber: String?
    /// The industry whose accounts hold the actor: its deliveries are part of that industry's.
    public let industry: Industry
    /// The industry whose inputs, value added, jobs and emissions per krone of output the actor is taken to have:
    /// mostly the same one, another where the statistics file the actor among firms it has little in common with.
    public let technology: Industry
    /// The main product.
    public let product: Name
    /// The unit the product is counted in, such as tonnes.
    public let unit: Unit
    /// Price of a unit.
    public let price: Price
    /// Output a year, in units: of today for one that exists, planned for one that doesn't.
    public let output: Double
    /// Whether price and output are illustrations, not figures about a firm.
    public let isIllustrative: Bool
    /// What the actor is.
    public let description: Name

    /// A price and what kind of price it is.
    public struct Price: Sendable, Hashable {
        /// Kroner per unit.
        public let kroner: Double
        /// The year whose price level it is.
        public let year: Year
        /// Basic or purchasers' price.
        public let valuation: PriceBasis
        /// Price level of the table's year over that of `year`; needed when the years differ.
        public let deflator: Double?

        /// A price of `kroner` per unit.
        public init(kroner: Double, year: Year, valuation: PriceBasis, deflator: Double? = nil) {
            self.kroner = kroner
            self.year = year
            self.valuation = valuation
            self.deflator = deflator
        }
    }

    /// An actor.
    public init(
        code: String,
        name: Name,
        exists: Bool,
        organisationNumber: String?,
        industry: Industry,
        technology: Industry? = nil,
        product: Name,
        unit: Unit,
        price: Price,
        output: Double,
        isIllustrative: Bool,
        description: Name
    ) {
        self.code = code
        self.name = name
        self.exists = exists
        self.organisationNumber = organisationNumber
        self.industry = industry
        self.technology = technology ?? industry
        self.product = product
        self.unit = unit
        self.price = price
        self.output = output
        self.isIllustrative = isIllustrative
        self.description = description
    }

    /// MNOK per unit, in the table's prices.
    ///
    /// - Throws: `.needlessDeflator` when there is a deflator and the years agree; `.wrongPrice` when the table is not in MNOK, the price is not a basic price or is of another year without a deflator.
    public func pricePerUnit(in basis: Basis) throws(ActorsError) -> Double {
        guard basis.unit == .millionKroner else {
            throw .wrongPrice(actor: code, .unit(.millionKroner, basis.unit))
        }
        guard price.valuation == basis.valuation else {
            throw .wrongPrice(actor: code, .priceBasis(price.valuation, basis.valuation))
        }
        if price.year == basis.pricesOf, let deflator = price.deflator, deflator != 1 {
            throw .needlessDeflator(actor: code, deflator: deflator, year: price.year)
        }
        if price.year != basis.pricesOf, price.deflator == nil {
            throw .wrongPrice(actor: code, .pricesOf(price.year, basis.pricesOf))
        }
        return price.kroner * (price.deflator ?? 1) / 1_000_000
    }

    /// Output a year in the table's unit and prices.
    ///
    /// - Throws: as ``pricePerUnit(in:)``.
    public func value(in basis: Basis) throws(ActorsError) -> Double {
        output * (try pricePerUnit(in: basis))
    }
}
