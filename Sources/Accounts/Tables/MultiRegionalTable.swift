import LinearAlgebra

/// Several regions of one nation in one table: who in which region buys from whom in which other.
///
/// For regions r, s, industries i, j and categories k of final demand: flows z_ij^rs, final demand y_ik^rs with the
/// buyer in s, primary inputs and output x by region and industry. Columns buy, rows sell. What leaves the nation is
/// exports of the region it leaves from.
///
/// A table that exists is balanced, within the tolerance it states:
/// - row (r, i): Σ_sj z_ij^rs + Σ_sk y_ik^rs = x_i^r
/// - column (s, j): Σ_ri z_ij^rs + Σ primary inputs_j^s = x_j^s
public struct MultiRegionalTable: Sendable {
    /// The nation the regions make up.
    public let nation: Region
    /// Unit, year, valuation and prices of every amount.
    public let basis: Basis
    /// The regions, in the order of the blocks.
    public let regions: Axis<Region>
    /// The industries of every region, those without output too.
    public let industries: Axis<Industry>
    /// The categories of final demand of every region.
    public let categories: Axis<FinalDemandCategory>
    /// z: flows between industries.
    public let flows: LabelledMatrix<Located<Industry>, Located<Industry>>
    /// y: final demand, by where it is produced and where it is used.
    public let finalDemand: LabelledMatrix<Located<Industry>, Located<FinalDemandCategory>>
    /// Imports, product taxes and value-added components by region and industry.
    public let primaryInputs: LabelledMatrix<PrimaryInput, Located<Industry>>
    /// Imports and product taxes in final demand, by where it is used.
    public let finalDemandInputs: LabelledMatrix<PrimaryInput, Located<FinalDemandCategory>>
    /// x: output.
    public let output: LabelledVector<Located<Industry>>
    /// How far rows and columns may be off, and why.
    public let tolerance: BalanceTolerance
    /// Where the figures come from.
    public let provenance: [Provenance]
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// A balanced table.
    ///
    /// - Throws: `.differ` when a part is not on regions × industries or regions × categories, `.notFinite`,
    ///   `.negativeOutput`, or `.notBalanced` with every row and column that is off by more than the tolerance.
    public init(
        nation: Region,
        basis: Basis,
        regions: Axis<Region>,
        industries: Axis<Industry>,
        categories: Axis<FinalDemandCategory>,
        flows: LabelledMatrix<Located<Industry>, Located<Industry>>,
        finalDemand: LabelledMatrix<Located<Industry>, Located<FinalDemandCategory>>,
        primaryInputs: LabelledMatrix<PrimaryInput, Located<Industry>>,
        finalDemandInputs: LabelledMatrix<PrimaryInput, Located<FinalDemandCategory>>,
        output: LabelledVector<Located<Industry>>,
        tolerance: BalanceTolerance,
        provenance: [Provenance],
        rules: [AppliedRule]
    ) throws(AccountsError) {
        self.nation = nation
        self.basis = basis
        self.regions = regions
        self.industries = industries
        self.categories = categories
        self.flows = flows
        self.finalDemand = finalDemand
        self.primaryInputs = primaryInputs
        self.finalDemandInputs = finalDemandInputs
        self.output = output
        self.tolerance = tolerance
        self.provenance = provenance
        self.rules = rules
        try checkAxes()
        try checkValues()
        let report = balanceReport
        guard report.isBalanced else { throw .notBalanced(report) }
    }

    /// Every industry in every region: rows and columns alike.
    public var sectors: Axis<Located<Industry>> { output.axis }

    /// The sum of the primary input rows that play a role, by region and industry.
    public func inputs(
        where counts: (PrimaryInput.Role) -> Bool
    ) -> LabelledVector<Located<Industry>> {
        let rows = primaryInputs.rows.labels.indices.filter { counts(primaryInputs.rows.labels[$0].role) }
        let values = primaryInputs.values
        return LabelledVector(
            sectors,
            sectors.labels.indices.map { sector in rows.reduce(0) { $0 + values[$1, sector] } }
        )
    }

    /// Gross value added at basic prices: the sum of its components.
    public var valueAdded: LabelledVector<Located<Industry>> { inputs(where: \.isValueAdded) }
}

extension MultiRegionalTable {
    private func checkAxes() throws(AccountsError) {
        let sectors = try Axis(industries, in: regions)
        let users = try Axis(categories, in: regions)
        let differences = [
            output.axis.firstDifference(from: sectors),
            flows.rows.firstDifference(from: sectors),
            flows.columns.firstDifference(from: sectors),
            finalDemand.rows.firstDifference(from: sectors),
            finalDemand.columns.firstDifference(from: users),
            primaryInputs.columns.firstDifference(from: sectors),
            finalDemandInputs.rows.firstDifference(from: primaryInputs.rows),
            finalDemandInputs.columns.firstDifference(from: users),
        ]
        if let difference = differences.compactMap(\.self).first { throw .differ(difference) }
    }

    private func checkValues() throws(AccountsError) {
        try flows.requireFinite()
        try finalDemand.requireFinite()
        try primaryInputs.requireFinite()
        try finalDemandInputs.requireFinite()
        for (sector, amount) in zip(sectors.labels, output.values) {
            guard amount.isFinite else { throw .notFinite(row: "output", column: sector.code) }
            guard amount >= 0 else { throw .negativeOutput(industry: sector.code, output: amount) }
        }
    }
}
