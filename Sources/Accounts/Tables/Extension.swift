/// A quantity by industry that rides on a table without being part of it: employment, emissions, energy.
public struct Extension: Sendable {
    /// The measure's code, such as `"employment"` or `"ghg"`: the `measure` column of the results.
    public let code: String
    /// What it measures, in both languages.
    public let name: Name
    /// Unit of the amounts.
    public let unit: Unit
    /// The accounting year.
    public let year: Year
    /// Amount by industry, whole economy.
    public let amounts: LabelledVector<Industry>
    /// Where the figures come from.
    public let provenance: Provenance

    /// An extension; `amounts` must be on the axis of the table it will be joined to.
    public init(
        code: String,
        name: Name,
        unit: Unit,
        year: Year,
        amounts: LabelledVector<Industry>,
        provenance: Provenance
    ) {
        self.code = code
        self.name = name
        self.unit = unit
        self.year = year
        self.amounts = amounts
        self.provenance = provenance
    }

    /// The amounts, once labels and year are known to be those of `table`.
    ///
    /// - Throws: `.differ` with the first label or year that differs, `.notFinite` by industry.
    public func amounts(joining table: InputOutputTable) throws(AccountsError) -> LabelledVector<Industry> {
        if let difference = amounts.axis.firstDifference(from: table.industries) { throw .differ(difference) }
        if year != table.basis.year { throw .differ(.year(year, table.basis.year)) }
        for industry in amounts.axis.labels where !amounts[industry].isFinite {
            throw .notFinite(row: code, column: industry.code)
        }
        return amounts
    }

    /// The extension summed to coarser industries.
    ///
    /// - Throws: `.differ` when the concordance starts from another axis.
    public func aggregated(by concordance: Concordance<Industry, Industry>) throws(AccountsError) -> Extension
    {
        Extension(
            code: code,
            name: name,
            unit: unit,
            year: year,
            amounts: try amounts.aggregated(by: concordance),
            provenance: provenance
        )
    }
}
