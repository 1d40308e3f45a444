import Accounts
import FileFormats
public import Leontief

/// The nation's Type I multipliers by the table of all regions and by its own, and why they differ:
/// `measure,industry,national,multi_regional,difference,relative,from_rates,from_purchases,largest_region,largest_supplier,largest_amount,reason`,
/// unrounded.
///
/// `difference` is `from_rates` and `from_purchases` together (``NationalMultipliers``); the largest term of `from_rates`
/// is the supplier's in a region. The reason is `none` up to a billionth of the multiplier, `rates` or `purchases` where
/// that part is the larger. `relative` is empty where the nation's multiplier is nothing.
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
        for entry in multipliers.entries { writer.write(row: Self.row(entry)) }
        return writer.text
    }

    static func row(_ entry: NationalMultipliers.Entry) -> [String] {
        let reason =
            abs(entry.difference) <= 1e-9 * max(abs(entry.national), abs(entry.multiRegional))
            ? "none" : abs(entry.fromRates) >= abs(entry.fromPurchases) ? "rates" : "purchases"
        // Without a national multiplier nothing can be said relative to it.
        let relative = entry.relative.map(CSVNumber.text) ?? ""
        return [entry.measure.code, entry.industry.code]
            + [entry.national, entry.multiRegional, entry.difference].map(CSVNumber.text) + [relative]
            + [entry.fromRates, entry.fromPurchases].map(CSVNumber.text) + [
                entry.largest.sector.region.code, entry.largest.sector.element.code,
                CSVNumber.text(entry.largest.amount), reason,
            ]
    }
}
