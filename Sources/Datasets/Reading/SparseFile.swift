import FileFormats

/// Reads a CSV file of four columns, `origin` and `value` among them, into blocks: one line a cell that is not zero.
///
/// A cell without a line is zero; what is forgotten shows as a product or an industry off balance.
struct SparseFile {
    private(set) var blocks: [CellBlock]
    /// The name of the file, as faults give it; `nil` where it could not be read.
    private(set) var file: String?

    /// Reads `name`, whose second and third columns are called `row` and `column`, into `blocks`.
    ///
    /// A block of one column without a code takes lines whose third field is empty.
    init(
        _ files: DatasetFiles,
        _ name: String,
        row: String,
        column: String,
        blocks: [CellBlock],
        faults: inout GatheredFaults
    ) throws(FileFormatError) {
        self.blocks = blocks
        try files.refuseCells(blocks.reduce(0) { $0 + $1.suppliers.count * $1.users.count }, of: name)
        let table = try faults.attempt { () throws(FileFormatError) in
            try files.table(name, columns: ["origin", row, column, "value"])
        }
        guard let table else { return }
        file = table.file
        var reader = CSVReader(table)
        let columns = Columns(
            origin: reader.column("origin"),
            row: reader.column(row),
            column: reader.column(column),
            value: reader.column("value")
        )
        let positions = Dictionary(zip(blocks.map(\.origin), blocks.indices)) { first, _ in first }
        let users = blocks.map { Dictionary(zip($0.users, 0...)) { first, _ in first } }
        for row in table.rows {
            guard let origin = reader.choice(columns.origin, in: row, of: blocks.map(\.origin)),
                let block = positions[origin]
            else { continue }
            read(row, columns, into: &self.blocks[block], users[block], &reader, &faults)
        }
        try faults.take(from: reader)
    }

    private func read(
        _ row: CSVTable.Row,
        _ columns: Columns,
        into block: inout CellBlock,
        _ users: [String: Int],
        _ reader: inout CSVReader,
        _ faults: inout GatheredFaults
    ) {
        let supplier = reader.text(columns.row, in: row)
        let user =
            block.users == [""]
            ? reader.optionalText(columns.column, in: row) ?? "" : reader.text(columns.column, in: row)
        let value = reader.number(columns.value, in: row)
        guard let supplier, let user else { return }
        let position = (block.supplierPositions[supplier], users[user])
        if position.0 == nil { reader.fault(columns.row, in: row, .notOneOf(block.suppliers)) }
        if position.1 == nil { reader.fault(columns.column, in: row, .notOneOf(block.users)) }
        guard let first = position.0, let second = position.1 else { return }
        if let earlier = block.meet(first, second, line: row.line) {
            let place = reader.place(columns.column, in: row)
            faults.add(Fault(at: place, value: block.name(first, second), .duplicate(firstLine: earlier)))
        }
        if let value { block.set(first, second, to: value) }
    }

    private struct Columns {
        let origin: CSVReader.Column
        let row: CSVReader.Column
        let column: CSVReader.Column
        let value: CSVReader.Column
    }
}
