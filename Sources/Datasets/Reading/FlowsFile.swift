import Accounts
import FileFormats

/// Reads `flows.csv`: one line for every cell of the table.
struct FlowsFile {
    private(set) var domestic: CellBlock
    private(set) var imported: CellBlock
    private(set) var primary: CellBlock
    private let places: Places

    init(_ files: DatasetFiles, _ labels: TableLabels, faults: inout GatheredFaults) throws(FileFormatError) {
        let industries = labels.industries.map(\.code)
        let users = industries + labels.categories.map(\.code)
        try files.refuseCells((2 * industries.count + labels.inputs.count) * users.count, of: "flows.csv")
        domestic = CellBlock(origin: "domestic", suppliers: industries, users: users)
        imported = CellBlock(origin: "imported", suppliers: industries, users: users)
        primary = CellBlock(origin: "primary", suppliers: labels.inputs.map(\.code), users: users)
        places = Places(labels: labels, users: Dictionary(zip(users, 0...)) { first, _ in first })
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table("flows.csv", columns: ["origin", "supplier", "user", "value"])
        }
        guard let table else { return }
        try read(table, faults: &faults)
        noteMissingCells(in: table.file, faults: &faults)
    }

    private mutating func read(_ table: CSVTable, faults: inout GatheredFaults) throws(FileFormatError) {
        var reader = CSVReader(table)
        let columns = Columns(&reader)
        for row in table.rows {
            switch reader.choice(columns.origin, in: row, of: ["domestic", "imported", "primary"]) {
            case "domestic": places.read(row, columns, into: &domestic, &reader, &faults)
            case "imported": places.read(row, columns, into: &imported, &reader, &faults)
            case "primary": places.read(row, columns, into: &primary, &reader, &faults)
            default: continue
            }
        }
        try faults.take(from: reader)
    }

    private func noteMissingCells(in file: String, faults: inout GatheredFaults) {
        var missing = domestic.missing { _, _ in true }
        if !imported.isEmpty { missing += imported.missing { _, _ in true } }
        missing += primary.missing { !places.isValueAddedInFinalDemand($0, $1) }
        for cell in missing { faults.add(Fault(at: Place(file: file), value: cell, .missing)) }
    }

    fileprivate struct Columns {
        let origin: CSVReader.Column
        let supplier: CSVReader.Column
        let user: CSVReader.Column
        let value: CSVReader.Column

        init(_ reader: inout CSVReader) {
            origin = reader.column("origin")
            supplier = reader.column("supplier")
            user = reader.column("user")
            value = reader.column("value")
        }
    }
}

/// Where a line of the file belongs. Apart from the blocks, so that these are written in place and not copied.
private struct Places {
    let labels: TableLabels
    let users: [String: Int]

    func read(
        _ row: CSVTable.Row,
        _ columns: FlowsFile.Columns,
        into block: inout CellBlock,
        _ reader: inout CSVReader,
        _ faults: inout GatheredFaults
    ) {
        let supplier = reader.text(columns.supplier, in: row)
        let user = reader.text(columns.user, in: row)
        let value = reader.number(columns.value, in: row)
        guard let supplier, let user else { return }
        let supplierPosition = block.supplierPositions[supplier]
        let userPosition = users[user]
        if supplierPosition == nil { reader.fault(columns.supplier, in: row, .notOneOf(block.suppliers)) }
        if userPosition == nil { reader.fault(columns.user, in: row, .notOneOf(block.users)) }
        guard let supplierPosition, let userPosition else { return }
        if let first = block.meet(supplierPosition, userPosition, line: row.line) {
            let place = reader.place(columns.user, in: row)
            let name = block.name(supplierPosition, userPosition)
            faults.add(Fault(at: place, value: name, .duplicate(firstLine: first)))
        }
        guard let value else { return }
        if block.origin == "primary", value != 0, isValueAddedInFinalDemand(supplierPosition, userPosition) {
            reader.fault(columns.value, in: row, .outside(lower: 0, upper: 0))
        }
        block.set(supplierPosition, userPosition, to: value)
    }

    /// Value added does not arise in final demand: those cells are left out, and mean 0.
    func isValueAddedInFinalDemand(_ input: Int, _ user: Int) -> Bool {
        user >= labels.industries.count && labels.inputs[input].role.isValueAdded
    }
}
