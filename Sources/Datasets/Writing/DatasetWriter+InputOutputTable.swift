public import Accounts
import FileFormats

extension DatasetWriter {
    /// Writes an input-output table and the extensions that come with it.
    ///
    /// - Throws: `.cannotExpress` where an extension has another source than the table, or final demand has value
    ///   added; `.accounts` with `.differ` where an extension is not on the table's axis and year; `.file`, and
    ///   what reading the table would throw: a table without an import row cannot be read, for instance.
    public func write(_ table: InputOutputTable, extensions: [Extension] = []) throws(DatasetError) {
        try check(table)
        try check(extensions, joining: table)
        var files = [
            ("industries.csv", labels(table.industries.labels)),
            ("final_demand.csv", labels(table.categories.labels, more: ["role"]) { [$0.role.rawValue] }),
            (
                "primary_inputs.csv",
                labels(table.primaryInputs.rows.labels, more: ["role"]) { [$0.role.rawValue] }
            ),
            ("flows.csv", flows(table)),
            ("output.csv", output(table)),
        ]
        if !extensions.isEmpty { files.append(("extensions.csv", text(of: extensions))) }
        try write(
            .inputOutputTable(area: table.area, basis: table.basis, tolerance: table.tolerance),
            table.provenance,
            table.rules,
            files
        )
    }

    private func check(_ table: InputOutputTable) throws(DatasetError) {
        for input in table.primaryInputs.rows.labels where input.role.isValueAdded {
            for category in table.categories.labels where table.finalDemandInputs[input, category] != 0 {
                let amount = table.finalDemandInputs[input, category]
                throw refusal(
                    .valueAddedInFinalDemand(input: input.code, category: category.code, amount: amount)
                )
            }
        }
    }

    private func check(_ extensions: [Extension], joining table: InputOutputTable) throws(DatasetError) {
        var codes: Set<String> = []
        for one in extensions {
            do {
                _ = try one.amounts(joining: table)
            } catch {
                throw .accounts(path: folder, error)
            }
            guard codes.insert(one.code).inserted else {
                throw .accounts(path: folder, .duplicateLabel(code: one.code))
            }
        }
        let foreign = extensions.filter { $0.provenance != table.provenance }.map(\.code)
        guard foreign.isEmpty else { throw refusal(.severalSources(codes: foreign)) }
    }

    private func flows(_ table: InputOutputTable) -> String {
        var writer = CSVWriter()
        writer.write(row: ["origin", "supplier", "user", "value"])
        writer.write(table.domestic, origin: "domestic")
        writer.write(table.finalDemand, origin: "domestic")
        if let imported = table.imported {
            writer.write(imported.intermediate, origin: "imported")
            writer.write(imported.finalDemand, origin: "imported")
        }
        writer.write(table.primaryInputs, origin: "primary")
        writer.write(table.finalDemandInputs, origin: "primary") { !$0.role.isValueAdded }
        return writer.text
    }

    private func output(_ table: InputOutputTable) -> String {
        var writer = CSVWriter()
        writer.write(row: ["industry", "value"])
        for (code, value) in zip(table.industries.codes, table.output.values) {
            writer.write(row: [code, CSVNumber.text(value)])
        }
        return writer.text
    }

    private func text(of extensions: [Extension]) -> String {
        var writer = CSVWriter()
        writer.write(row: ["extension", "name_en", "name_nb", "unit", "industry", "value"])
        for one in extensions {
            let label = [one.code, one.name.english, one.name.norwegian, one.unit.symbol]
            for (code, value) in zip(one.amounts.axis.codes, one.amounts.values) {
                writer.write(row: label + [code, CSVNumber.text(value)])
            }
        }
        return writer.text
    }
}

extension CSVWriter {
    /// One line a cell, row by row, of those rows that are `wanted`.
    fileprivate mutating func write<Row, Column>(
        _ block: LabelledMatrix<Row, Column>,
        origin: String,
        where wanted: (Row) -> Bool = { _ in true }
    ) {
        for row in block.rows.labels where wanted(row) {
            for column in block.columns.labels {
                write(row: [origin, row.code, column.code, CSVNumber.text(block[row, column])])
            }
        }
    }
}
