import Accounts
import FileFormats
public import Leontief

/// The nation's Type I multipliers by the table of all regions and by its own, and why they differ:
/// `measure,industry,national,multi_regional,difference,relative,from_rates,from_purchases,largest_region,largest_supplier,largest_amount,reason`,
/// unrounded.
///
/// `difference` is `from_rates` and `from_purchases` together (``NationalMultipliers``); the largest term of `from_rates`
/// is the supplier's in a region. The reason is `none` up to a billionth of the multiplier, `rates` or `purchases` where
/// that part is the larger.
public struct NationalMultiplierRows: Sendable {
    private let multipliers: NationalMultipliers

    /// The rows of a comparison.
    public init(_ multipliers: NationalMultipliers) {
        self.multipliers = multipliers
    }

    /// As CSV.
    public var csv: String {
        var writer = CSVWriter()
        writer.write(row: [
            "measure", "industry", "national", "multi_regional", "difference", "relative", "from_rates",
            "from_purchases", "largest_region", "largest_supplier", "largest_amount", "reason",
        ])
        for entry in multipliers.entries {
            let reason =
                abs(entry.difference) <= 1e-9 * max(abs(entry.national), abs(entry.multiRegional))
                ? "none" : abs(entry.fromRates) >= abs(entry.fromPurchases) ? "rates" : "purchases"
            let numbers = [
                entry.national, entry.multiRegional, entry.difference, entry.relative ?? 0, entry.fromRates,
                entry.fromPurchases,
            ]
            writer.write(
                row: [entry.measure.code, entry.industry.code] + numbers.map(CSVNumber.text) + [
                    entry.largest.sector.region.code, entry.largest.sector.element.code,
                    CSVNumber.text(entry.largest.amount), reason,
                ]
            )
        }
        return writer.text
    }
}
