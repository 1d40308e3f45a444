public import Accounts

/// A measure per unit of output in every region and industry of a table of several regions.
public struct RegionalMeasure: Sendable {
    /// What is measured.
    public let measure: Measure
    /// Per unit of output; 0 where there is no output.
    public let perOutput: LabelledVector<Located<Industry>>
    /// Arising in households' own purchases, per unit of wages of those who live in each region: imports and product
    /// taxes on consumption. `nil` for what only industries create.
    public let perWages: LabelledVector<Region>?

    /// The coefficients of `measure`.
    public init(
        _ measure: Measure,
        perOutput: LabelledVector<Located<Industry>>,
        perWages: LabelledVector<Region>? = nil
    ) {
        self.measure = measure
        self.perOutput = perOutput
        self.perWages = perWages
    }

    /// Amounts ÷ output.
    ///
    /// - Throws: `.accounts(.differ)` when the amounts are not on the table's sectors, `.amountWithoutOutput` for jobs
    ///   or kroner where nothing is produced: per unit of output they would vanish.
    public init(
        _ measure: Measure,
        amounts: LabelledVector<Located<Industry>>,
        in table: MultiRegionalTable
    ) throws(LeontiefError) {
        let perOutput = try joined { () throws(AccountsError) in
            try amounts.combined(with: table.output) { $1 == 0 ? 0 : $0 / $1 }
        }
        for (sector, (amount, output)) in zip(
            table.sectors.labels,
            zip(amounts.values, table.output.values)
        ) where output == 0 && amount != 0 {
            throw .amountWithoutOutput(sector: sector.code, amount: amount)
        }
        self.init(measure, perOutput: perOutput)
    }

    /// What the table itself measures: output, value added, compensation, imports, product taxes.
    ///
    /// - Throws: as ``init(_:amounts:in:)``.
    public static func measures(
        of table: MultiRegionalTable,
        households: RegionalHouseholds?
    ) throws(LeontiefError) -> [RegionalMeasure] {
        let imports = try RegionalMeasure(.imports, amounts: table.inputs { $0 == .imports }, in: table)
        let taxes = try RegionalMeasure(
            .productTaxes,
            amounts: table.inputs { $0 == .productTaxes },
            in: table
        )
        return [
            RegionalMeasure(
                .output,
                perOutput: LabelledVector(table.sectors, table.output.values.map { $0 == 0 ? 0 : 1 })
            ),
            try RegionalMeasure(.valueAdded, amounts: table.valueAdded, in: table),
            try RegionalMeasure(.compensation, amounts: table.inputs { $0 == .compensation }, in: table),
            RegionalMeasure(.imports, perOutput: imports.perOutput, perWages: households?.imports),
            RegionalMeasure(.productTaxes, perOutput: taxes.perOutput, perWages: households?.productTaxes),
        ]
    }
}
