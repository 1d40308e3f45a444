import Accounts
import LinearAlgebra

extension AugmentedTable {
    /// Carves `firms` out of their industries' rows and columns in `parent`.
    ///
    /// The firms' cells come from their accounts (docs/FIRMS.md has every rule), and what remains of an industry is the
    /// parent less the firms in every cell. A function of the set of firms: their order makes no bit of difference.
    /// Without any ledger a firm is its industry in small, and the Leontief inverse of the industries does not change
    /// (Wolsky 1984).
    ///
    /// - Parameter repairs: what may be done, in this order, where the firms do not fit; each is listed in ``repairs``.
    /// - Throws: `.firmsDoNotFit` with every cell that cannot hold the firms, and likely causes; `.firmAccount` for an
    ///   account that makes no sense by itself; `.rebalancing`; `.accounts` for labels that the table has not, or codes
    ///   that stand twice.
    public init(
        parent: AreaTable,
        firms: [FirmAccount],
        repairs: [CarvingRepair] = []
    ) throws(ActorsError) {
        var carving = try Carving(parent, firms)
        var applied: [AppliedRepair] = []
        for repair in repairs {
            switch repair {
            case .tradePlace: applied.append(carving.moveTradePlaces())
            case .capped: applied.append(carving.capCells())
            case .rebalanced: applied.append(try carving.rebalance())
            }
        }
        let offences = carving.offences()
        guard offences.isEmpty else {
            throw .firmsDoNotFit(
                CarvingRefusal(
                    area: parent.area,
                    scope: parent.scope,
                    offences: offences,
                    causes: carving.causes(of: offences),
                    repairs: repairs
                )
            )
        }
        try self.init(carving, applied)
    }

    /// The same table with another firm carved out too, under the same repairs: as if all had been from the beginning.
    ///
    /// - Throws: as ``init(parent:firms:repairs:)``.
    public func adding(_ firm: FirmAccount) throws(ActorsError) -> AugmentedTable {
        try AugmentedTable(parent: unrepaired, firms: firms + [firm], repairs: repairs.map(\.repair))
    }

    /// The table without the firm `code`, which goes back into its industry.
    ///
    /// - Throws: as ``init(parent:firms:repairs:)``; `.accounts(.unknownLabel)` when there is no such firm.
    public func removing(_ code: String) throws(ActorsError) -> AugmentedTable {
        guard firms.contains(where: { $0.code == code }) else {
            throw .accounts(.unknownLabel(code: code, known: firms.map(\.code)))
        }
        return try AugmentedTable(
            parent: unrepaired,
            firms: firms.filter { $0.code != code },
            repairs: repairs.map(\.repair)
        )
    }

    /// The table of firms that fit.
    private init(_ carving: Carving, _ applied: [AppliedRepair]) throws(ActorsError) {
        let rest = carving.cleanRemainder()
        let (layout, firms, table) = (carving.layout, carving.firms, carving.table)
        let industries = layout.industries
        let count = industries.count
        let sectors = try joined { () throws(AccountsError) in
            try Axis(
                industries.labels.map(Sector.remainder)
                    + carving.accounts.map { .actor(code: $0.code, name: $0.name) }
            )
        }
        let original = AreaNumbers(table)
        func statistics(_ amount: Double, _ whole: Double, was before: Double) -> Figure {
            Figure(amount, from: whole == before ? .statistics : .balanced)
        }
        let flows = sectors.labels.indices.map { row in
            sectors.labels.indices.map { column in
                switch (row < count, column < count) {
                case (true, true):
                    statistics(
                        rest.flows[row][column],
                        carving.parent.flows[row][column],
                        was: original.flows[row][column]
                    )
                case (true, false): firms.purchases[column - count][row]
                case (false, true): firms.sales[row - count][column]
                case (false, false): firms.between[row - count][column - count]
                }
            }
        }
        let inputs = layout.rows.indices.map { row in
            sectors.labels.indices.map { column in
                column < count
                    ? statistics(
                        rest.inputs[row][column],
                        carving.parent.inputs[row][column],
                        was: original.inputs[row][column]
                    ) : firms.inputs[column - count][row]
            }
        }
        self.init(
            parent: AreaTable(table, with: carving.parent),
            firms: carving.accounts,
            flows: LabelledMatrix(
                rows: sectors,
                columns: sectors,
                values: Matrix(rows: sectors.count, columns: sectors.count) { flows[$0][$1].amount }
            ),
            inputs: LabelledMatrix(
                rows: table.inputs.rows,
                columns: sectors,
                values: Matrix(rows: layout.rows.count, columns: sectors.count) { inputs[$0][$1].amount }
            ),
            finalDemand: LabelledVector(sectors, rest.finalDemand + firms.finalDemand.map(\.amount)),
            output: LabelledVector(sectors, rest.output + firms.output),
            flowSources: flows,
            inputSources: inputs,
            unrepaired: table,
            repairs: applied,
            disagreements: carving.disagreements
        )
    }
}

extension AreaTable {
    /// `table` with other numbers.
    init(_ table: AreaTable, with numbers: AreaNumbers) {
        self.init(
            area: table.area,
            scope: table.scope,
            basis: table.basis,
            flows: LabelledMatrix(
                rows: table.flows.rows,
                columns: table.flows.columns,
                values: Matrix(rows: table.flows.rows.count, columns: table.flows.columns.count) {
                    numbers.flows[$0][$1]
                }
            ),
            inputs: LabelledMatrix(
                rows: table.inputs.rows,
                columns: table.inputs.columns,
                values: Matrix(rows: table.inputs.rows.count, columns: table.inputs.columns.count) {
                    numbers.inputs[$0][$1]
                }
            ),
            finalDemand: LabelledVector(table.industries, numbers.finalDemand),
            output: LabelledVector(table.industries, numbers.output),
            regions: table.regions
        )
    }
}
