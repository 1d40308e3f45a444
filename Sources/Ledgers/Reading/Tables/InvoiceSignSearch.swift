import FileFormats

/// Finds whether a party ledger's invoices are positive or negative amounts, by going through it.
///
/// Rows whose kind or text says that they are invoices decide, by the larger sum; where no row says so, the rows with an
/// invoice number, and then all rows: more is invoiced than is paid back.
struct InvoiceSignSearch {
    let sign: PartyRules.InvoiceSign

    init(_ layout: TableLayout, _ table: TableFile) throws(LedgersError) {
        var sums: [3 of Int64] = [0, 0, 0]
        try table.forEachRow { row in
            guard row.line > layout.headerLine, let index = layout.columns[.amount] else { return true }
            let outcome =
                row.kind(of: index) == .number
                ? TableAmount.oere(inNumber: row[index])
                : TableAmount.oere(in: row[index], sign: layout.decimalSign)
            guard case .oere(let oere) = outcome, abs(oere) <= Kroner.most.oere else { return true }
            let kind = [LedgerColumn.kind, .text].lazy.compactMap { layout.columns[$0] }
                .compactMap { PostingWords.kind(in: row.text($0)) }.first
            if kind == .invoice { sums[0] &+= oere }
            if let invoice = layout.columns[.invoice], kind == nil, !RowFields.trimmed(row[invoice]).isEmpty {
                sums[1] &+= oere.signum()
            }
            if kind == nil { sums[2] &+= oere.signum() }
            return true
        }
        for index in 0..<3 where sums[index] != 0 {
            sign = sums[index] > 0 ? .positive : .negative
            return
        }
        sign = .positive
    }
}
