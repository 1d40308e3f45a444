import FileFormats

extension CSVTable {
    /// Refuses a table that lacks one of the columns or has another: a misspelt optional column would pass unread.
    ///
    /// - Throws: `.faults` with every missing and every unknown column.
    func requireColumns(exactly columns: [String]) throws(FileFormatError) {
        let unknown = header.filter { !columns.contains($0) }.map {
            Fault(at: Place(file: file, line: 1), value: $0, .unknownKey(known: columns))
        }
        do {
            try requireColumns(columns)
        } catch .faults(let missing) {
            throw .faults(missing + unknown)
        }
        guard unknown.isEmpty else { throw .faults(unknown) }
    }
}
