public import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes a supply and use table, one line a cell that is not zero.
    ///
    /// - Throws: `.file`, and what reading the table would throw: a table whose purchases known in total stand by
    ///   industry, for instance, has no place for them.
    public func write(_ table: SupplyUseTable) throws(DatasetError) {
        var files = [
            ("products.csv", labels(table.products.labels)),
            ("industries.csv", labels(table.industries.labels)),
            ("final_demand.csv", labels(table.categories.labels, more: ["role"]) { [$0.role.rawValue] }),
            (
                "primary_inputs.csv",
                labels(table.primaryInputs.rows.labels, more: ["role"]) { [$0.role.rawValue] }
            ),
            ("supply.csv", supply(table)),
            ("use.csv", use(table)),
        ]
        if table.valuation.columns.count > 0 {
            let items = table.valuation.columns.labels
            files.append(("valuation.csv", labels(items, more: ["role"]) { [$0.role.rawValue] }))
        }
        if table.territory.rows.count > 0 {
            let rows = table.territory.rows.labels
            files.append(("territory.csv", labels(rows, more: ["role"]) { [$0.role.rawValue] }))
        }
        try write(
            .supplyUseTable(area: table.area, basis: table.basis, tolerance: table.tolerance),
            table.provenance,
            table.rules,
            files
        )
    }

    private func supply(_ table: SupplyUseTable) -> String {
        var writer = CSVWriter()
        writer.write(row: ["origin", "product", "source", "value"])
        writer.writeCells(of: table.supply, origin: "output")
        for (code, value) in zip(table.products.codes, table.imports.values) where value != 0 {
            writer.write(row: ["imports", code, "", CSVNumber.text(value)])
        }
        writer.writeCells(of: table.valuation, origin: "valuation")
        return writer.text
    }

    private func use(_ table: SupplyUseTable) -> String {
        var writer = CSVWriter()
        writer.write(row: ["origin", "row", "user", "value"])
        func write(_ flows: SupplyUseTable.ProductFlows, _ origin: String) {
            writer.writeCells(of: flows.intermediate, origin: origin)
            writer.writeCells(of: flows.finalDemand, origin: origin)
        }
        switch table.use {
        case .purchasers(let flows), .basic(let flows): write(flows, "use")
        case .basicByOrigin(let domestic, let imported):
            write(domestic, "domestic")
            write(imported, "imported")
        }
        writer.writeCells(of: table.primaryInputs, origin: "primary")
        writer.writeCells(of: table.finalDemandInputs, origin: "primary")
        writer.writeCells(of: table.territory, origin: "territory")
        return writer.text
    }
}

extension CSVWriter {
    /// One line a cell that is not zero, row by row.
    fileprivate mutating func writeCells<Row, Column>(of block: LabelledMatrix<Row, Column>, origin: String) {
        for row in block.rows.labels {
            for column in block.columns.labels {
                let value = block[row, column]
                if value != 0 { write(row: [origin, row.code, column.code, CSVNumber.text(value)]) }
            }
        }
    }
}
