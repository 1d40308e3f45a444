import FileFormats

/// Goes through a whole table for the first amount that shows its decimal sign.
struct DecimalSignSearch {
    /// The sign; `nil` where no amount shows it.
    let sign: DecimalSign?

    init(_ layout: TableLayout, _ table: TableFile) throws(LedgersError) {
        let columns = LedgerColumn.amounts.compactMap { layout.columns[$0] }
        var found: DecimalSign?
        try table.forEachRow { row in
            guard row.line > layout.headerLine else { return true }
            for column in columns where row.kind(of: column) == .text {
                if case .sure(let sign) = DecimalSign.evidence(in: row[column]) {
                    found = sign
                    return false
                }
            }
            return true
        }
        sign = found
    }
}
