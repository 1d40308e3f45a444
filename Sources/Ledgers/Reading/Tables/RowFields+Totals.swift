import FileFormats

extension RowFields {
    /// Whether the row is a total and not a posting: the first text is a word for sum, alone or with what is summed, and the
    /// row names nothing else that a posting would. Counted.
    mutating func isTotal(_ row: TableRow) -> Bool {
        guard let first = (0..<row.count).first(where: { !RowFields.trimmed(row[$0]).isEmpty }),
            RowFields.saysTotal(RowFields.trimmed(row[first]))
        else { return false }
        for column in RowFields.naming {
            guard let index = index(column), index != first else { continue }
            if !RowFields.trimmed(row[index]).isEmpty { return false }
        }
        totals.count += 1
        if totals.lines.count < 20 { totals.lines.append(row.line) }
        return true
    }

    /// What a posting names and a total does not: a firm may well be called Total.
    private static let naming: [LedgerColumn] = [
        .voucher, .date, .account, .customer, .customerName, .supplier, .supplierName, .party, .partyName,
        .organisationNumber, .invoice,
    ]

    private static func saysTotal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = bytes.first, [0x53, 0x73, 0x54, 0x74, 0x44, 0x64].contains(first), bytes.count <= 40
        else {
            return false
        }
        let words = String(decoding: bytes, as: UTF8.self).lowercased().split { !$0.isLetter }
        let sums = ["sum", "total", "totalt", "totalsum", "totaler", "totals", "delsum", "subtotal"]
        return words.count <= 2 && words.first.map { sums.contains(String($0)) } == true && words.last != "as"
    }
}
