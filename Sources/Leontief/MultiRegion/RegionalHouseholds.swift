public import Accounts
import LinearAlgebra

/// Households of several regions, earning where they work and spending where they live (Type II).
///
///     h_j^r = compensation_j^r / x_j^r · wage share                     paid in r per unit of output
///     w_tr  = share of the wages paid in r that goes to people living in t (commuting)
///     c_i^rt = κ · consumption of i from r by households in t / their consumption, purchasers' prices
///
/// and m_t, τ_t likewise for imports and product taxes; κ = (1 − income tax)(1 − saving). Households are one more sector
/// in each region: the system is bordered by one row and column a region.
/// Source: Miller & Blair (2009), §2.5 and §3.3.
public struct RegionalHouseholds: Sendable {
    /// h: wages per unit of output.
    public let wages: LabelledVector<Located<Industry>>
    /// w: row where people live, column where they work; columns add up to 1.
    public let residence: LabelledMatrix<Region, Region>
    /// c: purchases per unit of wages; column where households live.
    public let purchases: LabelledMatrix<Located<Industry>, Region>
    /// m: imports per unit of wages.
    public let imports: LabelledVector<Region>
    /// τ: product taxes per unit of wages.
    public let productTaxes: LabelledVector<Region>
    /// Whether commuting is known. Where it is not, people live where they work; those who work where no household
    /// spends anything (at sea) live in the other regions in proportion to consumption.
    public let knowsCommuting: Bool

    /// The households of a table.
    ///
    /// - Parameters:
    ///   - notFromWages: consumption that does not follow wages, used in the region it is made in.
    ///   - leakages: the resident share is left out of account; ``residence`` takes its place.
    ///   - residence: where people live by where they work, if known.
    /// - Throws: `.accounts(.differ)` when the axes disagree; `.shareOutside` for a column of `residence` that does not
    ///   add up to 1.
    public init(
        of table: MultiRegionalTable,
        notFromWages: LabelledVector<Located<Industry>>,
        leakages: HouseholdLeakages,
        residence: LabelledMatrix<Region, Region>? = nil
    ) throws(LeontiefError) {
        for axis in [residence?.rows, residence?.columns].compactMap(\.self) {
            if let difference = axis.firstDifference(from: table.regions) {
                throw .accounts(.differ(difference))
            }
        }
        if let difference = notFromWages.axis.firstDifference(from: table.sectors) {
            throw .accounts(.differ(difference))
        }
        let compensation = table.inputs { $0 == .compensation }
        wages = LabelledVector(
            table.sectors,
            zip(compensation.values, table.output.values).map {
                $1 == 0 ? 0 : $0 / $1 * leakages.wageShareOfCompensation
            }
        )
        let spending = Spending(table, notFromWages)
        let kappa = (1 - leakages.incomeTax) * (1 - leakages.saving)
        let totals = spending.totals
        func perWages(_ amount: Double, _ region: Int) -> Double {
            totals[region] > 0 ? kappa * amount / totals[region] : 0
        }
        let (domestic, imported, taxed) = (spending.domestic, spending.imports, spending.productTaxes)
        purchases = LabelledMatrix(
            rows: table.sectors,
            columns: table.regions,
            values: Matrix(rows: table.sectors.count, columns: table.regions.count) {
                perWages(domestic[$0, $1], $1)
            }
        )
        imports = LabelledVector(table.regions, imported.enumerated().map { perWages($1, $0) })
        productTaxes = LabelledVector(table.regions, taxed.enumerated().map { perWages($1, $0) })
        knowsCommuting = residence != nil
        if let residence {
            for (region, sum) in zip(residence.columns.labels, residence.values.columnSums)
            where abs(sum - 1) > 1e-9 {
                throw .shareOutside(name: "commuting from \(region.code)", value: sum)
            }
            self.residence = residence
        } else {
            let all = totals.reduce(0) { $0 + max($1, 0) }
            self.residence = LabelledMatrix(
                rows: table.regions,
                columns: table.regions,
                values: Matrix(rows: table.regions.count, columns: table.regions.count) { home, work in
                    totals[work] > 0 || all == 0
                        ? (home == work ? 1 : 0) : max(totals[home], 0) / all
                }
            )
        }
    }
}

/// What households of each region spend, in the table's unit.
private struct Spending {
    let domestic: Matrix
    let imports: [Double]
    let productTaxes: [Double]

    init(_ table: MultiRegionalTable, _ notFromWages: LabelledVector<Located<Industry>>) {
        let (industries, categories) = (table.industries.count, table.categories.labels)
        let households = categories.indices.filter { categories[$0].role == .householdConsumption }
        let regions = table.regions.labels.indices
        domestic = Matrix(rows: table.sectors.count, columns: regions.count) { sector, region in
            let bought = households.reduce(0) {
                $0 + table.finalDemand.values[sector, region * categories.count + $1]
            }
            return sector / industries == region ? bought - notFromWages.values[sector] : bought
        }
        func inputs(_ role: PrimaryInput.Role) -> [Double] {
            let rows = table.primaryInputs.rows.labels.indices.filter {
                table.primaryInputs.rows.labels[$0].role == role
            }
            return regions.map { region in
                rows.reduce(0) { sum, row in
                    households.reduce(sum) {
                        $0 + table.finalDemandInputs.values[row, region * categories.count + $1]
                    }
                }
            }
        }
        imports = inputs(.imports)
        productTaxes = inputs(.productTaxes)
    }

    var totals: [Double] {
        zip(domestic.columnSums, zip(imports, productTaxes)).map { $0 + $1.0 + $1.1 }
    }
}
