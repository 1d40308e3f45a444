/// The cells of a sheet that hold something, found by their address in constant time.
struct CellStore: Sendable, Hashable {
    private var values: [Int: CellValue] = [:]
    private(set) var lastRow = 0
    private(set) var lastColumn = 0

    var count: Int { values.count }

    subscript(_ address: CellAddress) -> CellValue {
        values[key(address)] ?? .empty
    }

    /// Puts `value` in a cell; false where the cell holds one already.
    mutating func insert(_ value: CellValue, at address: CellAddress) -> Bool {
        lastRow = max(lastRow, address.row)
        lastColumn = max(lastColumn, address.column)
        return values.updateValue(value, forKey: key(address)) == nil
    }

    private func key(_ address: CellAddress) -> Int {
        (address.row - 1) * CellAddress.lastColumn + address.column - 1
    }
}
