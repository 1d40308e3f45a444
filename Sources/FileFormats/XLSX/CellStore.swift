/// The cells of a sheet that hold something, in reading order, 32 bytes each beside their texts.
struct CellStore: Sendable, Hashable {
    private var keys: [Int] = []
    private var values: [CellValue] = []
    private(set) var lastRow = 0
    private(set) var lastColumn = 0
    private var isInOrder = true

    var count: Int { values.count }

    subscript(_ address: CellAddress) -> CellValue {
        let wanted = CellStore.key(address)
        var range = 0..<keys.count
        while !range.isEmpty {
            let middle = range.lowerBound + range.count / 2
            if keys[middle] == wanted { return values[middle] }
            range = keys[middle] < wanted ? middle + 1..<range.upperBound : range.lowerBound..<middle
        }
        return .empty
    }

    /// Puts `value` in a cell; what stands there already is found by `finish()`.
    mutating func insert(_ value: CellValue, at address: CellAddress) {
        lastRow = max(lastRow, address.row)
        lastColumn = max(lastColumn, address.column)
        let key = CellStore.key(address)
        if let last = keys.last, last >= key { isInOrder = false }
        keys.append(key)
        values.append(value)
    }

    /// Puts the cells in order, once all are there; returns the first that stands twice.
    mutating func finish() -> CellAddress? {
        guard !isInOrder else { return nil }
        // Sheets are written in order: this is for the few that are not.
        let order = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
        keys = order.map { keys[$0] }
        values = order.map { values[$0] }
        isInOrder = true
        guard let twice = zip(keys, keys.dropFirst()).first(where: { $0 == $1 })?.0 else { return nil }
        return CellAddress(
            column: twice % CellAddress.lastColumn + 1,
            row: twice / CellAddress.lastColumn + 1
        )
    }

    private static func key(_ address: CellAddress) -> Int {
        (address.row - 1) * CellAddress.lastColumn + address.column - 1
    }
}
