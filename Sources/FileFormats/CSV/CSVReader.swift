/// Turns the rows of a table into values and gathers the faults on the way.
///
/// A column is looked up once, by name; every value then comes as an optional, `nil` where a fault was noted.
/// `finish()` throws all faults together.
///
///     var reader = CSVReader(table)
///     let year = reader.column("year")
///     let value = reader.column("value")
///     for row in table.rows {
///         guard let year = reader.integer(year, in: row), let value = reader.number(value, in: row)
///         else { continue }
///         // …
///     }
///     try reader.finish()
public struct CSVReader: Sendable {
    /// A column of the table, found by name.
    public struct Column: Sendable, Hashable {
        /// The name in the header.
        public let name: String
        /// Where the column stands; `nil` when the table lacks it.
        let index: Int?
        /// Whether the table has the column.
        public var isPresent: Bool { index != nil }
    }

    private let file: String
    private let columns: [String: Int]
    private var faults = FaultCollector()

    /// A reader of `table` with no faults yet.
    public init(_ table: CSVTable) {
        file = table.file
        columns = Dictionary(zip(table.header, 0...)) { first, _ in first }
    }

    /// The column named `name`; one fault is noted where the table lacks it, and its values are then `nil`
    /// without further faults.
    public mutating func column(_ name: String) -> Column {
        if columns[name] == nil {
            faults.add(Fault(at: Place(file: file, line: 1), .missingColumn(name)))
        }
        return Column(name: name, index: columns[name])
    }

    /// The column named `name`, which the table may lack: its values are then `nil`, without a fault.
    public func optionalColumn(_ name: String) -> Column {
        Column(name: name, index: columns[name])
    }

    /// Notes a fault of the reader's own in `column` of `row`, with the field as its value.
    public mutating func fault(_ column: Column, in row: CSVTable.Row, _ problem: Fault.Problem) {
        faults.add(Fault(at: place(column, in: row), value: field(column, in: row), problem))
    }

    /// Notes a fault that belongs to a whole row.
    public mutating func fault(in row: CSVTable.Row, _ problem: Fault.Problem) {
        faults.add(Fault(at: Place(file: file, line: row.line), problem))
    }

    /// The place of `column` in `row`, for a fault that is found later.
    public func place(_ column: Column, in row: CSVTable.Row) -> Place {
        Place(file: file, line: row.line, column: column.name)
    }

    /// Ends the reading.
    ///
    /// - Throws: `.faults` with every fault noted, by line.
    public func finish() throws(FileFormatError) {
        try faults.finish()
    }

    func field(_ column: Column, in row: CSVTable.Row) -> String? {
        guard let index = column.index, row.fields.indices.contains(index) else { return nil }
        return row.fields[index]
    }
}
