import LinearAlgebra

/// A symmetric industry × industry table with domestic and imported flows apart.
///
/// For industries i, j and final demand categories k, all in one unit, year and valuation:
/// - domestic flows Z (i → j) and domestic final demand Y (i → k);
/// - imported flows M (i → j) and imported final demand, where the statistics break imports down by supplier;
/// - primary inputs by industry and by category: imports, product taxes, and the components of value added;
/// - output x.
///
/// A table that exists is balanced, within the tolerance it states:
/// - row i: Σⱼ Z_ij + Σₖ Y_ik = x_i
/// - column j: Σᵢ Z_ij + Σ primary inputs_j = x_j
/// - imports: Σᵢ M_ij = the import row in column j
public struct InputOutputTable: Sendable {
    /// The area the table covers; "domestic" means this area.
    public let area: Region
    /// Unit, year, valuation and prices of every amount.
    public let basis: Basis
    /// Z: domestic flows between industries.
    public let domestic: LabelledMatrix<Industry, Industry>
    /// Y: final demand for domestic output.
    public let finalDemand: LabelledMatrix<Industry, FinalDemandCategory>
    /// Imports by supplying industry, where the statistics have them.
    public let imported: ImportedFlows?
    /// Imports, product taxes and value-added components by industry.
    public let primaryInputs: LabelledMatrix<PrimaryInput, Industry>
    /// Imports and product taxes in final demand.
    public let finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>
    /// x: output as published.
    public let output: LabelledVector<Industry>
    /// How far rows and columns may be off, and why.
    public let tolerance: BalanceTolerance
    /// Where the figures come from.
    public let provenance: Provenance
    /// The rules applied on the way here.
    public let rules: [AppliedRule]

    /// Imported flows by supplying industry: intermediate use and final demand.
    public struct ImportedFlows: Sendable {
        /// Imported products of industry i used by industry j.
        public let intermediate: LabelledMatrix<Industry, Industry>
        /// Imported products of industry i in final demand category k.
        public let finalDemand: LabelledMatrix<Industry, FinalDemandCategory>

        /// Imported flows; the axes must be the table's own.
        public init(
            intermediate: LabelledMatrix<Industry, Industry>,
            finalDemand: LabelledMatrix<Industry, FinalDemandCategory>
        ) {
            self.intermediate = intermediate
            self.finalDemand = finalDemand
        }
    }

    /// A balanced table.
    ///
    /// - Throws: `.differ` when the parts have other axes, `.notFinite`, `.negativeOutput`, or `.notBalanced`
    ///   with every row and column that is off by more than the tolerance.
    public init(
        area: Region,
        basis: Basis,
        domestic: LabelledMatrix<Industry, Industry>,
        finalDemand: LabelledMatrix<Industry, FinalDemandCategory>,
        imported: ImportedFlows?,
        primaryInputs: LabelledMatrix<PrimaryInput, Industry>,
        finalDemandInputs: LabelledMatrix<PrimaryInput, FinalDemandCategory>,
        output: LabelledVector<Industry>,
        tolerance: BalanceTolerance,
        provenance: Provenance,
        rules: [AppliedRule]
    ) throws(AccountsError) {
        self.area = area
        self.basis = basis
        self.domestic = domestic
        self.finalDemand = finalDemand
        self.imported = imported
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

    /// The industries, rows and columns alike.
    public var industries: Axis<Industry> { domestic.rows }

    /// The final demand categories.
    public var categories: Axis<FinalDemandCategory> { finalDemand.columns }

    /// The sum of the primary input rows that play `role`, by industry; zeros where the table has none.
    public func inputs(_ role: PrimaryInput.Role) -> LabelledVector<Industry> {
        inputs { $0.role == role }
    }

    /// Gross value added at basic prices by industry: the sum of its components.
    public var valueAdded: LabelledVector<Industry> {
        inputs { $0.role.isValueAdded }
    }

    /// Industries that produce nothing in this table: never divide by their output.
    public var industriesWithoutOutput: [Industry] {
        industries.labels.filter { output[$0] == 0 }
    }

    private func inputs(where counts: (PrimaryInput) -> Bool) -> LabelledVector<Industry> {
        let rows = primaryInputs.rows.labels.filter(counts)
        return LabelledVector(industries) { industry in
            rows.reduce(0) { $0 + primaryInputs[$1, industry] }
        }
    }
}

extension InputOutputTable {
    private func checkAxes() throws(AccountsError) {
        var differences = [
            domestic.columns.firstDifference(from: industries),
            finalDemand.rows.firstDifference(from: industries),
            primaryInputs.columns.firstDifference(from: industries),
            output.axis.firstDifference(from: industries),
            finalDemandInputs.rows.firstDifference(from: primaryInputs.rows),
            finalDemandInputs.columns.firstDifference(from: categories),
        ]
        if let imported {
            differences += [
                imported.intermediate.rows.firstDifference(from: industries),
                imported.intermediate.columns.firstDifference(from: industries),
                imported.finalDemand.rows.firstDifference(from: industries),
                imported.finalDemand.columns.firstDifference(from: categories),
            ]
        }
        if let difference = differences.compactMap(\.self).first { throw .differ(difference) }
    }

    private func checkValues() throws(AccountsError) {
        try domestic.requireFinite()
        try finalDemand.requireFinite()
        try primaryInputs.requireFinite()
        try finalDemandInputs.requireFinite()
        if let imported {
            try imported.intermediate.requireFinite()
            try imported.finalDemand.requireFinite()
        }
        for industry in industries.labels {
            let amount = output[industry]
            guard amount.isFinite else { throw .notFinite(row: "output", column: industry.code) }
            guard amount >= 0 else { throw .negativeOutput(industry: industry.code, output: amount) }
        }
    }
}

extension LabelledMatrix {
    /// Refuses NaN and infinities, by cell.
    func requireFinite() throws(AccountsError) {
        if let (row, column, _) = values.firstNonFinite {
            throw .notFinite(row: rows.labels[row].code, column: columns.labels[column].code)
        }
    }
}
