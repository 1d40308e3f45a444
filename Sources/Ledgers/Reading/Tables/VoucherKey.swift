import FileFormats

/// What tells one voucher from the next: the bytes of the fields that say its number, date and journal.
struct VoucherKey {
    /// Each field's bytes, and a zero.
    private var bytes: [UInt8] = []
    private let columns: [Int]

    /// - Parameter columns: those that the table has.
    init(columns: [Int]) {
        self.columns = columns
    }

    /// Becomes the key of the row's voucher.
    mutating func take(_ row: TableRow) {
        bytes.removeAll(keepingCapacity: true)
        for index in columns {
            bytes.append(contentsOf: row[index])
            bytes.append(0)
        }
    }

    /// Whether the row says the same voucher as the one taken; compared as it stands, so that a date is read once.
    func isOf(_ row: TableRow) -> Bool {
        var position = 0
        for index in columns {
            let field = row[index]
            guard position + field.count < bytes.count, bytes[position + field.count] == 0 else {
                return false
            }
            for offset in 0..<field.count where bytes[position + offset] != field[offset] { return false }
            position += field.count + 1
        }
        return position == bytes.count && position > 0
    }
}
