/// How much industries' production grew from one year to another, by one vintage of the national accounts.
///
/// Levels differ from vintage to vintage (of basic metals' output in 2012 by 24 %), growth hardly does: that is why a
/// table of an older vintage is multiplied, and not replaced.
public struct ProductionGrowth: Sendable {
    /// The year growth is counted from.
    public let from: Year
    /// The year it is counted to; it may be the earlier.
    public let to: Year
    /// Output, current prices: this year's over that year's.
    public let output: LabelledVector<Industry>
    /// Gross value added, basic prices.
    public let valueAdded: LabelledVector<Industry>
    /// Compensation of employees.
    public let compensation: LabelledVector<Industry>
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// Growth on one axis.
    ///
    /// - Throws: `.differ` where the three have other axes; `.notFinite` for a factor that is no number.
    public init(
        from: Year,
        to: Year,
        output: LabelledVector<Industry>,
        valueAdded: LabelledVector<Industry>,
        compensation: LabelledVector<Industry>,
        provenance: Provenance,
        rules: [AppliedRule]
    ) throws(AccountsError) {
        for (name, vector) in [
            ("output", output), ("value_added", valueAdded), ("compensation", compensation),
        ] {
            if let difference = vector.axis.firstDifference(from: output.axis) { throw .differ(difference) }
            for (industry, factor) in zip(vector.axis.labels, vector.values) where !factor.isFinite {
                throw .notFinite(row: name, column: industry.code)
            }
        }
        self.from = from
        self.to = to
        self.output = output
        self.valueAdded = valueAdded
        self.compensation = compensation
        self.provenance = provenance
        self.rules = rules
    }
}
