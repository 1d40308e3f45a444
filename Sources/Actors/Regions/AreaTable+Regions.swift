public import Accounts
import LinearAlgebra

extension Industry {
    /// A region's industry as a row and column of an area's table, by the region's code and its own: `"50:C10_12"`.
    public init(_ located: Located<Industry>) {
        self.init(code: located.code, name: located.name)
    }
}

extension AreaTable {
    /// All regions of a nation as one area, whose industries are every industry in every region (``Accounts/Located``).
    ///
    /// Trade between regions is flows; final use of all regions and exports are ``finalDemand``.
    ///
    /// - Throws: as ``init(of:)-(InputOutputTable)``.
    public init(of table: MultiRegionalTable) throws(ActorsError) {
        let industries = try joined { () throws(AccountsError) in
            try Axis(table.sectors.labels.map(Industry.init))
        }
        let inputs = LabelledMatrix(
            rows: table.primaryInputs.rows,
            columns: industries,
            values: table.primaryInputs.values
        )
        try self.init(
            area: table.nation.code,
            scope: .nation,
            basis: table.basis,
            flows: LabelledMatrix(rows: industries, columns: industries, values: table.flows.values),
            outside: table.primaryInputs.rows.labels.map(AreaInput.primary),
            output: LabelledVector(industries, table.output.values),
            regions: table.regions
        ) { input, industry in
            if case .primary(let row) = input { inputs[row, industry] } else { 0 }
        }
    }
}
