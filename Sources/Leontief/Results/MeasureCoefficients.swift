public import Accounts

/// A measure per unit of output, wherever the output is: what turns production into value added, jobs, tonnes.
///
/// Region and rest of the country have their own rows, so that county figures can be used where they are
/// firm enough; with the national row in both, a regional effect can never exceed the national one.
public struct MeasureCoefficients: Sendable {
    /// What is measured.
    public let measure: Measure
    /// Per unit of output in the region.
    public let inRegion: LabelledVector<Industry>
    /// Per unit of output in the rest of the country; for a study of the nation alone, in the nation.
    public let inRestOfCountry: LabelledVector<Industry>
    /// Arising in households' own purchases, per unit of wages paid in the nation: imports and product taxes on
    /// consumption.
    public let perWages: Double
    /// The same in the region: less than ``perWages`` where some of its wages go to people who live elsewhere.
    public let perWagesInRegion: Double
    /// Arising abroad, per unit of output in the nation and of wages; `nil` where it is not known.
    public let abroad: Abroad?

    /// What arises abroad.
    public struct Abroad: Sendable {
        /// Per unit of national output, by the industry that imports.
        public let perOutput: LabelledVector<Industry>
        /// Through households' own imports, per unit of wages.
        public let perWages: Double

        /// What arises abroad per unit of output and of wages.
        public init(perOutput: LabelledVector<Industry>, perWages: Double) {
            self.perOutput = perOutput
            self.perWages = perWages
        }
    }

    /// The coefficients of `measure`.
    public init(
        _ measure: Measure,
        inRegion: LabelledVector<Industry>,
        inRestOfCountry: LabelledVector<Industry>,
        perWages: Double = 0,
        perWagesInRegion: Double? = nil,
        abroad: Abroad? = nil
    ) {
        self.measure = measure
        self.inRegion = inRegion
        self.inRestOfCountry = inRestOfCountry
        self.perWages = perWages
        self.perWagesInRegion = perWagesInRegion ?? perWages
        self.abroad = abroad
    }

    /// The same coefficients wherever the output is.
    public init(
        _ measure: Measure,
        everywhere coefficients: LabelledVector<Industry>,
        perWages: Double = 0,
        perWagesInRegion: Double? = nil,
        abroad: Abroad? = nil
    ) {
        self.init(
            measure,
            inRegion: coefficients,
            inRestOfCountry: coefficients,
            perWages: perWages,
            perWagesInRegion: perWagesInRegion,
            abroad: abroad
        )
    }

    /// Amounts ÷ output, zero where there is neither.
    ///
    /// - Throws: `.accounts(.differ)` when the axes disagree, `.amountWithoutOutput` for jobs or tonnes of an industry
    ///   that produces nothing: per unit of output they would vanish.
    public static func ratio(
        of amounts: LabelledVector<Industry>,
        to output: LabelledVector<Industry>
    ) throws(LeontiefError) -> LabelledVector<Industry> {
        let ratio = try joined { () throws(AccountsError) in
            try amounts.combined(with: output) { $1 == 0 ? 0 : $0 / $1 }
        }
        for industry in output.axis.labels where output[industry] == 0 && amounts[industry] != 0 {
            throw .amountWithoutOutput(sector: industry.code, amount: amounts[industry])
        }
        return ratio
    }
}
