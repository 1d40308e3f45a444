public import Accounts

/// What turns wages into more demand: the row and the column that close the system for households (Type II).
///
/// For each krone of output, sector j pays households h_j in wages; of each krone of wages, households spend
/// c_i on domestic sector i, m_h on imports and t_h on product taxes. What is left leaks into tax, saving and
/// the spending of those who live elsewhere:
///
///     h_j = compensation_j / x_j · wage share
///     κ   = (1 − income tax) (1 − saving) · resident share
///     c_i = κ · household purchases of i / household consumption in purchasers' prices, and m_h, t_h likewise
///
/// Source: Miller & Blair (2009), §2.5; the leakages are METHOD's reading for Norway.
public struct HouseholdClosure<Sector: Label>: Sendable {
    /// h: wages per unit of output.
    public let wages: LabelledVector<Sector>
    /// c: purchases from each domestic sector per unit of wages.
    public let purchases: LabelledVector<Sector>
    /// Wages households pay to each other per unit of wages.
    public let wagesToHouseholds: Double
    /// m_h: purchases of imports per unit of wages.
    public let imports: Double
    /// t_h: product taxes paid per unit of wages.
    public let productTaxes: Double

    /// A closure from its coefficients.
    public init(
        wages: LabelledVector<Sector>,
        purchases: LabelledVector<Sector>,
        wagesToHouseholds: Double = 0,
        imports: Double = 0,
        productTaxes: Double = 0
    ) {
        self.wages = wages
        self.purchases = purchases
        self.wagesToHouseholds = wagesToHouseholds
        self.imports = imports
        self.productTaxes = productTaxes
    }
}

extension HouseholdClosure where Sector == Industry {
    /// The closure of a table.
    ///
    /// - Parameters:
    ///   - compensation: compensation of employees by industry, in the table's unit.
    ///   - output: output by industry.
    ///   - consumption: household purchases from domestic industries, in basic prices.
    ///   - imports: household purchases of imports.
    ///   - productTaxes: product taxes on household consumption.
    ///   - supplied: share of each industry's deliveries to households that comes from within the area; 1 for a
    ///     nation. What is not supplied is bought in the rest of the country.
    /// - Throws: `.accounts(.differ)` when the axes disagree.
    public init(
        compensation: LabelledVector<Industry>,
        output: LabelledVector<Industry>,
        consumption: LabelledVector<Industry>,
        imports: Double,
        productTaxes: Double,
        supplied: LabelledVector<Industry>,
        leakages: HouseholdLeakages
    ) throws(LeontiefError) {
        let total = consumption.sum + imports + productTaxes
        let spent = total == 0 ? 0 : leakages.propensityToConsume / total
        let (wages, purchases) = try joined { () throws(AccountsError) in
            (
                try compensation.combined(with: output) { $1 == 0 ? 0 : $0 / $1 },
                try consumption.combined(with: supplied, *)
            )
        }
        self.init(
            wages: wages.map { $0 * leakages.wageShareOfCompensation },
            purchases: purchases.map { $0 * spent },
            imports: imports * spent,
            productTaxes: productTaxes * spent
        )
    }
}
